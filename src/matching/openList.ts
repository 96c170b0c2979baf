/** The records of one block with what is open of each, in plain arrays: a pass reads them for every partner it looks for. */

import type { Minor } from '../domain/money';
import type { ReconciledRecord } from '../domain/record';

export class OpenList<T extends ReconciledRecord> {
  /** Days of the records, ascending. */
  private readonly days: Float64Array;
  /** What is open of each record; 0 where it is no longer looked for. */
  private readonly amounts: Float64Array;
  private readonly positions: ReadonlyMap<T, number>;

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
    this.positions = new Map(records.map((record, at) => [record, at]));
  }

  /** Takes in what has changed on these records. To be called after every finding that touched them. */
  refresh(changed: Iterable<T>): void {
    for (const record of changed) {
      const at = this.positions.get(record);
      if (at !== undefined) this.amounts[at] = Math.max(0, this.openOf(record));
    }
  }

  open(record: T): Minor {
    const at = this.positions.get(record);
    return at === undefined ? 0 : (this.amounts[at] ?? 0);
  }

  /** The open records from one day to another with at least and at most so much open, in order. All bounds are included. */
  within(from: number, to: number, least: Minor, most: Minor): T[] {
    const found: T[] = [];
    const { amounts, days, records } = this;
    for (let at = this.first(from); at < days.length && (days[at] as number) <= to; at++) {
      const amount = amounts[at] as number;
      if (amount >= least && amount <= most && amount > 0) found.push(records[at] as T);
    }
    return found;
  }

  /** Calls `visit` with each open record of the days, in order, until it returns true. */
  some(from: number, to: number, visit: (record: T) => boolean): boolean {
    const { amounts, days, records } = this;
    for (let at = this.first(from); at < days.length && (days[at] as number) <= to; at++) {
      if ((amounts[at] as number) > 0 && visit(records[at] as T)) return true;
    }
    return false;
  }

  /** The position of the first record from a day on. */
  private first(day: number): number {
    return firstFrom(this.days, day);
  }
}

/** The first position whose day is no earlier than the one given, in days that ascend. */
export function firstFrom(days: ArrayLike<number>, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first so many records that fit, nearest first: by distance, then by day and order in the list.
 * @param records in order of days
 * @param distanceOf how far a day is; must not fall on either side as days move away from `day`
 */
export function nearestFitting<T extends { readonly day: number }>(
  records: readonly T[],
  day: number,
  distanceOf: (day: number) => number,
  count: number,
  fits: (record: T) => boolean,
): T[] {
  const found: T[] = [];
  let right = 0;
  for (let high = records.length; right < high;) {
    const middle = (right + high) >> 1;
    if ((records[middle] as T).day < day) right = middle + 1;
    else high = middle;
  }
  let left = right - 1;
  while ((left >= 0 || right < records.length) && found.length < count) {
    const leftDay = records[left]?.day;
    const rightDay = records[right]?.day;
    const goLeft = leftDay !== undefined && (rightDay === undefined || distanceOf(leftDay) <= distanceOf(rightDay));
    // Records of one day keep their order, so a day to the left is read from its first record.
    let at = right;
    const until = goLeft ? left : records.length - 1;
    if (goLeft) {
      while (left >= 0 && records[left]?.day === leftDay) left--;
      at = left + 1;
    }
    const same = goLeft ? leftDay : rightDay;
    for (; at <= until && records[at]?.day === same; at++) {
      const record = records[at] as T;
      if (found.length < count && fits(record)) found.push(record);
    }
    if (!goLeft) right = at;
  }
  return found;
}
