/** The identities of the algebra, checked on what a run actually yields. */

import type { Month } from '../domain/day';
import { GAPS, GAP_SIDES, MEASURES } from '../domain/measure';
import type { Gap, Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { IdentityCheck, Line, PairName, RollForward, VarianceItem } from '../domain/reconciliation';
import { REASONS } from './reasons/catalogue';
import type { Item } from './item';
import { MEASURE_OF } from './kinds';
import type { LineBook, Measured } from './lines';
import { isCode } from './reasons';
import type { Converted } from './convert';
import type { Posting } from './posting';
import { sideOf } from './pieces/entry';
import type { Entry } from './pieces/entry';
import type { GapPieces } from './pieces/pairing';

/** Gathers comparisons; the first that fails is told in words. */
function ledger(name: string): {
  readonly expect: (holds: boolean, failure: () => string) => void;
  /** Comparisons that were made elsewhere, and hold. */
  readonly pass: (count: number) => void;
  readonly close: () => IdentityCheck;
} {
  let checked = 0;
  let failed: string | null = null;
  return {
    expect: (holds, failure) => {
      checked += 1;
      if (!holds) failed ??= failure();
    },
    pass: (count) => {
      checked += count;
    },
    close: () => ({ name, holds: failed === null, checked, failure: failed ?? '' }),
  };
}

/** What the amounts of a name come to in each gap; null where none was added. */
type Totals = Record<Gap, Minor | null>;

/** Totals by name and gap, with one look-up for each amount. */
class TotalsBy<K> {
  private readonly byName = new Map<K, Totals>();

  add(name: K, gap: Gap, amount: Minor): void {
    let totals = this.byName.get(name);
    if (totals === undefined) this.byName.set(name, (totals = { BI: null, IR: null, IC: null }));
    totals[gap] = (totals[gap] ?? 0) + amount;
  }

  /** Gap by gap, each name that has amounts there. */
  each(see: (gap: Gap, name: K, total: Minor) => void): void {
    for (const gap of GAPS)
      this.byName.forEach((totals, name) => {
        const total = totals[gap];
        if (total !== null) see(gap, name, total);
      });
  }
}

/** A check that is shown what it checks one by one. */
export interface Check<T> {
  readonly see: (each: T) => void;
  readonly close: () => IdentityCheck;
}

/** Shows every item to all the checks: a book has many items, and to look at each is what takes the time. */
export function checkItems<T>(items: readonly T[], checks: readonly Check<T>[]): IdentityCheck[] {
  for (const item of items) for (const { see } of checks) see(item);
  return checks.map(({ close }) => close());
}

/** 1. Line and gap: items sum to left less right; a line made only by legs sums to zero. */
export function linesCheck({ lines, numbers }: Measured, book: LineBook, gaps: readonly Gap[]): Check<Item> {
  // Each line begins with its variance taken off, so that nothing may be left once its items are added.
  const over = Object.fromEntries(GAPS.map((gap) => [gap, new Float64Array(book.all.length)])) as Record<Gap, Float64Array>;
  const isMet = Object.fromEntries(GAPS.map((gap) => [gap, new Uint8Array(book.all.length)])) as Record<Gap, Uint8Array>;
  const add = (gap: Gap, no: number, amount: Minor): void => {
    over[gap][no] = (over[gap][no] ?? Number.NaN) + amount;
    isMet[gap][no] = 1;
  };
  lines.forEach(({ measures }, at) => {
    for (const gap of gaps)
      add(gap, numbers[at] ?? -1, (measures[GAP_SIDES[gap].right] ?? 0) - (measures[GAP_SIDES[gap].left] ?? 0));
  });
  return {
    see: ({ gap, lineNo, amount }) => add(gap, lineNo, amount),
    close: () => {
      const { expect, close } = ledger('line and gap: items sum to the variance');
      for (const gap of GAPS)
        book.all.forEach(({ key }, no) => {
          const sum = over[gap][no];
          if (isMet[gap][no] === 1) expect(sum === 0, () => `${gap} ${key}: items ${sum} above the variance`);
        });
      return close();
    },
  };
}

type PairEnd = Pick<VarianceItem, 'gap' | 'form' | 'reasonClass' | 'pair' | 'month' | 'owner' | 'customer' | 'amount'>;

/** 2. Pair: its items sum to zero; moves to zero in each month; Timing pairs to zero for each owner and customer. */
export function pairsCheck(): Check<PairEnd> {
  const pairs = sumsByPair();
  const movesOfMonth = new TotalsBy<Month>();
  const timingOfOwner = new TotalsBy<string>();
  const timingOfCustomer = new TotalsBy<string>();
  return {
    see: ({ gap, form, reasonClass, pair, month, owner, customer, amount }) => {
      pairs.add(pair, amount);
      if (form === 'move') movesOfMonth.add(month, gap, amount);
      if (form !== 'pair' || reasonClass !== 'Timing') return;
      timingOfOwner.add(owner, gap, amount);
      timingOfCustomer.add(customer, gap, amount);
    },
    close: () => {
      const { expect, pass, close } = ledger('pair: both ends sum to zero');
      const { even, uneven } = pairs.sums();
      pass(even);
      for (const [{ name }, sum] of uneven) expect(sum === 0, () => `${name}: ${sum}`);
      const each = <K extends string | number>(of: string, sums: TotalsBy<K>): void =>
        sums.each((gap, name, sum) => expect(sum === 0, () => `${gap} ${of} ${name}: ${sum}`));
      each('moves of month', movesOfMonth);
      each('timing of owner', timingOfOwner);
      each('timing of customer', timingOfCustomer);
      return close();
    },
  };
}

interface PairSums {
  /** How many came to nothing at once. */
  readonly even: number;
  /** What the others came to. */
  readonly uneven: ReadonlyMap<PairName, Minor>;
}

/** Items of one pair mostly follow each other: those are added up first, and only what is left of them is kept. */
function sumsByPair(): { readonly add: (pair: PairName | null, amount: Minor) => void; readonly sums: () => PairSums } {
  const uneven = new Map<PairName, Minor>();
  let even = 0;
  let last: PairName | null = null;
  let sum = 0;
  const settle = (): void => {
    if (last !== null && sum === 0) even += 1;
    else if (last !== null) uneven.set(last, (uneven.get(last) ?? 0) + sum);
    sum = 0;
  };
  return {
    add: (pair, amount) => {
      if (pair !== last) settle();
      last = pair;
      sum += amount;
    },
    sums: () => {
      settle();
      last = null;
      return { even, uneven };
    },
  };
}

/** 3. Record: parts sum to the document in both currencies, pieces to its contribution. */
export interface RecordsCheck extends Check<readonly [Gap, GapPieces]> {
  readonly seePosting: (posting: Posting, converted: Converted | undefined) => void;
}

/** @param count how many records there are. */
export function recordsCheck(count: number): RecordsCheck {
  const { expect, close } = ledger('record: parts and pieces sum to the document');
  const seePosting = ({ record, parts }: Posting, converted: Converted | undefined): void => {
    const whole = converted?.amount;
    const doc = sumOf(parts, ({ amount }) => amount);
    const reporting = sumOf(parts, (part) => part.reporting);
    expect(doc === record.amount, () => `${record.key}: parts ${doc}, document ${record.amount}`);
    expect(reporting === whole, () => `${record.key}: parts ${reporting}, converted ${whole ?? 'none'}`);
  };
  const sums = new Float64Array(count);
  const see = ([gap, { entries, pairs }]: readonly [Gap, GapPieces]): void => {
    for (const { posting } of entries) sums[posting.no] = 0;
    const addTo = ({ posting: { no }, sign }: Entry, size: Minor): void => {
      sums[no] = (sums[no] ?? 0) + sign * size;
    };
    for (const pair of pairs) {
      addTo(pair.first, pair.size);
      addTo(pair.second, pair.secondSize);
    }
    for (const { record, posting, sign, open, own } of entries) {
      const side = sideOf(gap, record);
      if (side === 0) continue;
      const contribution = side * sumOf(posting.parts, ({ measuredReporting }) => measuredReporting);
      const single = sign * sumOf(open, ({ reporting }) => reporting) + sumOf(own, ({ amount }) => amount);
      const sum = (sums[posting.no] ?? 0) + single;
      expect(sum === contribution, () => `${gap} ${record.key}: pieces ${sum}, contribution ${contribution}`);
    }
  };
  return { seePosting, see, close };
}

function sumOf<T>(list: readonly T[], amountOf: (each: T) => Minor): Minor {
  let sum = 0;
  for (const each of list) sum += amountOf(each);
  return sum;
}

export interface MeasuresCheck {
  readonly see: (posting: Posting) => void;
  readonly close: (lines: readonly Line[]) => IdentityCheck;
}

/**
 * 4. Source and measure: what the lines show is what the records post, measure by measure.
 * @param kinds by the record's number.
 */
export function measuresCheck(kinds: Uint8Array): MeasuresCheck {
  const { expect, close } = ledger('measure: lines sum to the records used');
  const sums: Record<Measure, Minor> = { booked: 0, invoiced: 0, recognised: 0, cash: 0 };
  const see = ({ no, parts }: Posting): void => {
    const measure = MEASURE_OF[kinds[no] ?? -1];
    if (measure !== undefined) sums[measure] += sumOf(parts, ({ measuredReporting }) => measuredReporting);
  };
  return {
    see,
    close(lines) {
      for (const measure of MEASURES) {
        if (lines.some((line) => line.measures[measure] === null)) continue;
        const shown = lines.reduce((sum, line) => sum + (line.measures[measure] ?? 0), 0);
        const used = sums[measure];
        expect(shown === used, () => `${measure}: lines ${shown}, records ${used}`);
      }
      return close();
    },
  };
}

/** 5. Gap: opening + left − right = closing, and the closing balance is its singles and half-open pairs. */
export function checkRollForward(rolls: Readonly<Record<Gap, RollForward | null>>): IdentityCheck {
  const { expect, close } = ledger('gap: opening, movement and closing by reason');
  for (const gap of GAPS) {
    const roll = rolls[gap];
    if (roll === null) continue;
    const reasons = [...roll.closingByCode.values()].reduce((sum, amount) => sum + amount, 0);
    expect(
      roll.opening + roll.left - roll.right === roll.closing,
      () => `${gap}: ${roll.opening} + ${roll.left} − ${roll.right} is not ${roll.closing}`,
    );
    expect(reasons === roll.closing, () => `${gap}: reasons ${reasons}, closing ${roll.closing}`);
  }
  return close();
}

/** The catalogue's word: every item has a code of its gap, in one of its forms, with its class. */
export function catalogueCheck(): Check<Pick<VarianceItem, 'code' | 'gap' | 'form' | 'reasonClass'>> {
  const { expect, close } = ledger('reason: code, gap and form are in the catalogue');
  return {
    see: ({ code, gap, form, reasonClass }) => {
      const reason = isCode(code) ? REASONS[code] : null;
      const fits =
        reason !== null && (reason.gaps as readonly string[]).includes(gap) && (reason.forms as readonly string[]).includes(form);
      expect(fits && reason.reasonClass === reasonClass, () => `${code} as ${form} in ${gap}`);
    },
    close,
  };
}
