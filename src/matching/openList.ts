/** The records of one block with what is open of each, in plain arrays: a pass reads them for every partner it looks for. */

import type { Minor } from '../domain/money';
import type { ReconciledRecord } from './numbered';

/** Days and open amounts in minor units, all included. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly least: Minor;
  readonly most: Minor;
}

export interface Picked<T> {
  readonly records: T[];
  /** True where more than these fit. */
  readonly cut: boolean;
  /** Open records within the bounds, whether they fit or not. */
  readonly open: number;
}

export class OpenList<T extends ReconciledRecord> {
  /** Days of the records, ascending. */
  private readonly days: Float64Array;
  /** What is open of each record; 0 where it is no longer looked for. */
  private readonly amounts: Float64Array;
  /** Of the records in the list; made when one is first asked for. */
  private positions: ReadonlyMap<T, number> | undefined;

  /**
   * @param records in order of days, then keys
   * @param openOf what is open of a record in minor units; 0 where it is not looked for. Amounts below nothing count as 0.
   */
  constructor(
    private readonly records: readonly T[],
    private readonly openOf: (record: T) => Minor,
  ) {
    this.days = Float64Array.from(records, ({ day }) => day);
    this.amounts = Float64Array.from(records, (record) => Math.max(0, openOf(record)));
  }

  /** Takes in what has changed on these records. To be called after every finding that touched them. */
  refresh(changed: Iterable<T>): void {
    for (const record of changed) {
      const at = this.positionOf(record);
      if (at !== undefined) this.amounts[at] = Math.max(0, this.openOf(record));
    }
  }

  open(record: T): Minor {
    const at = this.positionOf(record);
    return at === undefined ? 0 : (this.amounts[at] ?? 0);
  }

  private positionOf(record: T): number | undefined {
    this.positions ??= new Map(this.records.map((one, at) => [one, at]));
    return this.positions.get(record);
  }

  /** How many open records are within bounds, counted no further than `most`. */
  count({ from, to, least, most: highest }: Bounds, most: number): number {
    const { amounts, days } = this;
    let count = 0;
    for (let at = firstFrom(days, from); at < days.length && (days[at] as number) <= to && count < most; at++) {
      const amount = amounts[at] as number;
      if (amount >= least && amount <= highest && amount > 0) count++;
    }
    return count;
  }

  /** The open records within bounds, in order. */
  within(bounds: Bounds): T[] {
    return this.positionsWithin(bounds).map((at) => this.records[at] as T);
  }

  /** The earliest that fit, in order. */
  earliest(bounds: Bounds, count: number, fits: (record: T) => boolean): Picked<T> {
    return this.pick(this.positionsWithin(bounds), count, fits);
  }

  /** The latest that fit, in order; looks no further back than it must. `open` counts all records of the days then. */
  latest({ from, to, least, most }: Bounds, count: number, fits: (record: T) => boolean): Picked<T> {
    const { amounts, days } = this;
    const first = firstFrom(days, from);
    const end = firstFrom(days, to + 1);
    const records: T[] = [];
    let cut = false;
    for (let at = end - 1; at >= first && !cut; at--) {
      const amount = amounts[at] as number;
      if (!(amount >= least && amount <= most && amount > 0)) continue;
      const record = this.records[at] as T;
      if (!fits(record)) continue;
      if (records.length === count) cut = true;
      else records.push(record);
    }
    return { records: records.reverse(), cut, open: end - first };
  }

  /** The nearest to a day that fit, in order. */
  nearest(bounds: Bounds, day: number, count: number, fits: (record: T) => boolean): Picked<T> {
    const positions = this.positionsWithin(bounds);
    const near = nearestFitting(
      positions,
      (at) => this.days[at] as number,
      day,
      (other) => Math.abs(other - day),
      count + 1,
      (at) => fits(this.records[at] as T),
    );
    const kept = near.slice(0, count).sort((a, b) => a - b);
    return { records: kept.map((at) => this.records[at] as T), cut: near.length > count, open: positions.length };
  }

  private pick(positions: readonly number[], count: number, fits: (record: T) => boolean): Picked<T> {
    const records: T[] = [];
    for (const at of positions) {
      const record = this.records[at] as T;
      if (!fits(record)) continue;
      if (records.length === count) return { records, cut: true, open: positions.length };
      records.push(record);
    }
    return { records, cut: false, open: positions.length };
  }

  /** Reads only the plain arrays: of thousands of records mostly few are looked at themselves. */
  private positionsWithin({ from, to, least, most }: Bounds): number[] {
    const found: number[] = [];
    const { amounts, days } = this;
    for (let at = firstFrom(days, from); at < days.length && (days[at] as number) <= to; at++) {
      const amount = amounts[at] as number;
      if (amount >= least && amount <= most && amount > 0) found.push(at);
    }
    return found;
  }

  /** Calls `visit` with each open record of the days, in order, until it returns true. */
  some(from: number, to: number, visit: (record: T) => boolean): boolean {
    const { amounts, days, records } = this;
    for (let at = firstFrom(days, from); at < days.length && (days[at] as number) <= to; at++) {
      if ((amounts[at] as number) > 0 && visit(records[at] as T)) return true;
    }
    return false;
  }
}

/** Records by amount, for looking up those within bounds of one. */
export class AmountList<T extends ReconciledRecord> {
  private readonly records: readonly T[];
  private readonly amounts: Float64Array;

  /** @param records in order: those of one amount keep it */
  constructor(records: readonly T[], amountOf: (record: T) => Minor) {
    this.records = [...records].sort((a, b) => amountOf(a) - amountOf(b));
    this.amounts = Float64Array.from(this.records, amountOf);
  }

  /** Those with an amount within two, both included. */
  within(least: Minor, most: Minor): readonly T[] {
    return this.records.slice(firstFrom(this.amounts, least), firstFrom(this.amounts, most + 1));
  }

  count(least: Minor, most: Minor): number {
    return firstFrom(this.amounts, most + 1) - firstFrom(this.amounts, least);
  }
}

/** The first position whose value is no less than the one given, in values that ascend. */
function firstFrom(values: ArrayLike<number>, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first so many items that fit, in the list's order. */
export function firstFitting<T>(items: readonly T[], count: number, fits: (item: T) => boolean): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.length === count) break;
    if (fits(item)) found.push(item);
  }
  return found;
}

/**
 * The first so many items that fit, nearest first: by distance, then by day and order in the list.
 * @param items in order of days
 * @param distanceOf how far a day is; must not fall on either side as days move away from `day`
 */
export function nearestFitting<T>(
  items: readonly T[],
  dayOf: (item: T) => number,
  day: number,
  distanceOf: (day: number) => number,
  count: number,
  fits: (item: T) => boolean,
): T[] {
  const dayAt = (at: number): number | null => (at >= 0 && at < items.length ? dayOf(items[at] as T) : null);
  const found: T[] = [];
  let right = 0;
  for (let high = items.length; right < high;) {
    const middle = (right + high) >> 1;
    if (dayOf(items[middle] as T) < day) right = middle + 1;
    else high = middle;
  }
  let left = right - 1;
  while (found.length < count) {
    const [leftDay, rightDay] = [dayAt(left), dayAt(right)];
    const goLeft = leftDay !== null && (rightDay === null || distanceOf(leftDay) <= distanceOf(rightDay));
    const same = goLeft ? leftDay : rightDay;
    if (same === null) break;
    // Items of one day keep their order, so a day to the left is read from its first item.
    let at = right;
    if (goLeft) {
      while (dayAt(left) === same) left--;
      at = left + 1;
    }
    for (; dayAt(at) === same && found.length < count; at++) {
      const item = items[at] as T;
      if (fits(item)) found.push(item);
    }
    if (!goLeft) right = at;
  }
  return found;
}
