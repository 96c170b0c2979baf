/** The identities of the algebra, checked on what a run actually yields. */

import { GAPS, GAP_SIDES } from '../domain/measure';
import type { Gap, Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { IdentityCheck, Line, RollForward, VarianceItem } from '../domain/reconciliation';
import { REASONS } from './reasons/catalogue';
import { isCode } from './reasons';
import type { Converted } from './convert';
import type { Posting } from './posting';
import { sideOf } from './pieces/entry';
import type { Entry } from './pieces/entry';
import type { GapPieces } from './pieces/pairing';

/** Gathers comparisons; the first that fails is told in words. */
function ledger(name: string): {
  readonly expect: (holds: boolean, failure: () => string) => void;
  readonly close: () => IdentityCheck;
} {
  let checked = 0;
  let failed: string | null = null;
  return {
    expect: (holds, failure) => {
      checked += 1;
      if (!holds) failed ??= failure();
    },
    close: () => ({ name, holds: failed === null, checked, failure: failed ?? '' }),
  };
}

function add<K>(sums: Map<K, Minor>, name: K, amount: Minor): void {
  sums.set(name, (sums.get(name) ?? 0) + amount);
}

const all = (): boolean => true;

function sumsByGap<K>(
  items: readonly VarianceItem[],
  keyOf: (item: VarianceItem) => K,
  counts: (item: VarianceItem) => boolean = all,
): Record<Gap, Map<K, Minor>> {
  const sums = { BI: new Map<K, Minor>(), IR: new Map<K, Minor>(), IC: new Map<K, Minor>() };
  for (const item of items) if (counts(item)) add(sums[item.gap], keyOf(item), item.amount);
  return sums;
}

/** Items of one pair mostly follow each other: those are added up before their sum is looked for. */
function sumsByPair(items: readonly VarianceItem[]): Map<string, Minor> {
  const sums = new Map<string, Minor>();
  for (let at = 0; at < items.length;) {
    const pair = items[at]?.pair ?? null;
    let sum = 0;
    for (; at < items.length && (items[at]?.pair ?? null) === pair; at += 1) sum += items[at]?.amount ?? 0;
    if (pair !== null) add(sums, pair, sum);
  }
  return sums;
}

/** 1. Line and gap: items sum to left less right; a line made only by legs sums to zero. */
export function checkLines(lines: readonly Line[], items: readonly VarianceItem[], gaps: readonly Gap[]): IdentityCheck {
  const { expect, close } = ledger('line and gap: items sum to the variance');
  const sumsOf = sumsByGap(items, ({ line }) => line);
  for (const gap of gaps) {
    const { left, right } = GAP_SIDES[gap];
    for (const line of lines) {
      const variance = (line.measures[left] ?? 0) - (line.measures[right] ?? 0);
      const sum = sumsOf[gap].get(line.key) ?? 0;
      expect(sum === variance, () => `${gap} ${line.key}: items ${sum}, variance ${variance}`);
      sumsOf[gap].delete(line.key);
    }
  }
  for (const gap of GAPS)
    for (const [name, sum] of sumsOf[gap]) expect(sum === 0, () => `${gap} ${name}: items ${sum} on a line without a measure`);
  return close();
}

/** 2. Pair: its items sum to zero; moves to zero in each month; Timing pairs to zero for each owner and customer. */
export function checkPairs(items: readonly VarianceItem[]): IdentityCheck {
  const { expect, close } = ledger('pair: both ends sum to zero');
  const isMove = ({ form }: VarianceItem): boolean => form === 'move';
  const isTiming = ({ form, reasonClass }: VarianceItem): boolean => form === 'pair' && reasonClass === 'Timing';
  const sums = [
    ['moves of month', sumsByGap<string | number>(items, ({ month }) => month, isMove)],
    ['timing of owner', sumsByGap<string | number>(items, ({ owner }) => owner, isTiming)],
    ['timing of customer', sumsByGap<string | number>(items, ({ customer }) => customer, isTiming)],
  ] as const;
  for (const [name, sum] of sumsByPair(items)) expect(sum === 0, () => `${name}: ${sum}`);
  for (const [of, byGap] of sums)
    for (const gap of GAPS) for (const [name, sum] of byGap[gap]) expect(sum === 0, () => `${gap} ${of} ${name}: ${sum}`);
  return close();
}

/** 3. Record: parts sum to the document in both currencies, pieces to its contribution. */
export function checkRecords(
  postings: readonly Posting[],
  converted: readonly Converted[],
  pieces: readonly (readonly [Gap, GapPieces])[],
): IdentityCheck {
  const { expect, close } = ledger('record: parts and pieces sum to the document');
  for (const posting of postings) {
    const { record, no, parts } = posting;
    const whole = converted[no]?.amount;
    const doc = parts.reduce((sum, part) => sum + part.amount, 0);
    const reporting = parts.reduce((sum, part) => sum + part.reporting, 0);
    expect(doc === record.amount, () => `${record.key}: parts ${doc}, document ${record.amount}`);
    expect(reporting === whole, () => `${record.key}: parts ${reporting}, converted ${whole ?? 'none'}`);
  }
  for (const [gap, { entries, pairs }] of pieces) {
    const sums = new Float64Array(postings.length);
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
      const contribution = side * posting.parts.reduce((sum, part) => sum + part.measuredReporting, 0);
      const single =
        sign * open.reduce((sum, part) => sum + part.reporting, 0) + own.reduce((sum, difference) => sum + difference.amount, 0);
      const sum = (sums[posting.no] ?? 0) + single;
      expect(sum === contribution, () => `${gap} ${record.key}: pieces ${sum}, contribution ${contribution}`);
    }
  }
  return close();
}

/** 4. Source and measure: what the lines show is what the records post, measure by measure. */
export function checkMeasures(
  lines: readonly Line[],
  postings: readonly Posting[],
  measureOf: (posting: Posting) => Measure,
): IdentityCheck {
  const { expect, close } = ledger('measure: lines sum to the records used');
  const sums = new Map<string, Minor>();
  for (const posting of postings) for (const part of posting.parts) add(sums, measureOf(posting), part.measuredReporting);
  for (const measure of ['booked', 'invoiced', 'recognised', 'cash'] as const) {
    if (lines.some((line) => line.measures[measure] === null)) continue;
    const shown = lines.reduce((sum, line) => sum + (line.measures[measure] ?? 0), 0);
    const used = sums.get(measure) ?? 0;
    expect(shown === used, () => `${measure}: lines ${shown}, records ${used}`);
  }
  return close();
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
export function checkCatalogue(items: readonly VarianceItem[]): IdentityCheck {
  const { expect, close } = ledger('reason: code, gap and form are in the catalogue');
  for (const { code, gap, form, reasonClass } of items) {
    const reason = isCode(code) ? REASONS[code] : null;
    const fits =
      reason !== null && (reason.gaps as readonly string[]).includes(gap) && (reason.forms as readonly string[]).includes(form);
    expect(fits && reason.reasonClass === reasonClass, () => `${code} as ${form} in ${gap}`);
  }
  return close();
}
