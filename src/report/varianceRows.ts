/** Variance items as the written proof: one row for each line, gap, code, certainty, deal and invoice. */

import type { VarianceItem } from '../domain/reconciliation';

/** Items written as one row; the first stands for what they share. */
export interface VarianceRow {
  readonly first: VarianceItem;
  readonly items: readonly VarianceItem[];
  readonly amount: number;
}

export interface VarianceRows {
  readonly rows: readonly VarianceRow[];
  readonly grain: Grain;
}

/**
 * How fine the rows are: the written grain, or what of it fits the sheet: what is expected summed to line, gap and code; else
 * all of it; else all to month, owner, gap and code; else to month, gap and code.
 */
export type Grain = 'invoice' | 'expected' | 'line' | 'month' | 'reason';

/** Grains whose rows lie within a line, and what the items of one row have in common there. */
const WITHIN_LINE: readonly (readonly [Grain, (item: VarianceItem) => string])[] = [
  ['invoice', keyOfInvoice],
  ['expected', (item) => (item.treatment === 'Expected' ? keyOfReason(item) : keyOfInvoice(item))],
  ['line', keyOfReason],
];
/** Grains of rows that sum lines. */
const OVER_LINES: readonly (readonly [Grain, (item: VarianceItem) => string])[] = [
  ['month', (item) => `${keyOfReason(item)}\u0000${item.month}\u0000${item.owner}`],
  ['reason', (item) => `${keyOfReason(item)}\u0000${item.month}`],
];

function keyOfReason({ gap, code }: VarianceItem): string {
  return gap + code;
}

function keyOfInvoice({ gap, code, certainty, deal, invoice }: VarianceItem): string {
  return `${gap}${code}\u0000${certainty}\u0000${deal ?? ''}\u0000${invoice ?? ''}`;
}

/**
 * The finest rows that fit; no amount is left out.
 * @param itemsOfLine the items of each line. @param limit rows the sheet holds.
 */
export function varianceRows(itemsOfLine: Iterable<readonly VarianceItem[]>, limit: number): VarianceRows {
  const lines = [...itemsOfLine];
  for (const [grain, keyOf] of WITHIN_LINE)
    // Counted first: rows that do not fit in the end are not made.
    if (fits(lines, keyOf, limit)) return { rows: lines.flatMap((items) => grouped(items, keyOf)), grain };
  for (const [grain, keyOf] of OVER_LINES) {
    const rows = grouped(lines.flat(), keyOf);
    if (rows.length <= limit) return { rows, grain };
  }
  throw new RangeError(`${limit} rows do not hold the reasons of each month`);
}

function fits(lines: readonly (readonly VarianceItem[])[], keyOf: (item: VarianceItem) => string, limit: number): boolean {
  let rows = 0;
  for (const items of lines) {
    rows += items.length === 1 ? 1 : new Set(items.map(keyOf)).size;
    if (rows > limit) return false;
  }
  return true;
}

/** One row for all items with one key. */
function grouped(items: readonly VarianceItem[], keyOf: (item: VarianceItem) => string): VarianceRow[] {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return [{ first: only, items, amount: only.amount }];
  const groups = new Map<string, { first: VarianceItem; items: VarianceItem[]; amount: number }>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: item, items: [item], amount: item.amount });
    else {
      group.items.push(item);
      group.amount += item.amount;
    }
  }
  return [...groups.values()];
}
