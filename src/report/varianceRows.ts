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

/** What the items of one row have in common; of two items with all of it equal the amounts are added. */
const KEYS: Readonly<Record<Grain, (item: VarianceItem) => string>> = {
  invoice: keyOfInvoice,
  expected: (item) => (item.treatment === 'Expected' ? keyOfLine(item) : keyOfInvoice(item)),
  line: keyOfLine,
  month: ({ month, owner, gap, code }) => `${gap}\u0000${code}\u0000${month}\u0000${owner}`,
  reason: ({ month, gap, code }) => `${gap}\u0000${code}\u0000${month}`,
};
const GRAINS = ['invoice', 'expected', 'line', 'month', 'reason'] as const;

/** The finest rows that fit; no amount is left out. @param limit rows the sheet holds. */
export function varianceRows(items: readonly VarianceItem[], limit: number): VarianceRows {
  for (const grain of GRAINS) {
    const groups = groupedUpTo(items, KEYS[grain], limit);
    if (groups !== null) return { rows: rowsOf(groups), grain };
  }
  throw new RangeError(`${limit} rows do not hold the reasons of each month`);
}

function keyOfInvoice(item: VarianceItem): string {
  return `${keyOfLine(item)}\u0000${item.certainty}\u0000${item.deal ?? ''}\u0000${item.invoice ?? ''}`;
}

function keyOfLine({ line, gap, code }: VarianceItem): string {
  return `${gap}\u0000${code}\u0000${line}`;
}

/** Null as soon as there are more groups than may be. */
function groupedUpTo(
  items: readonly VarianceItem[],
  keyOf: (item: VarianceItem) => string,
  limit: number,
): ReadonlyMap<string, VarianceItem[]> | null {
  const groups = new Map<string, VarianceItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group !== undefined) group.push(item);
    else if (groups.size === limit) return null;
    else groups.set(key, [item]);
  }
  return groups;
}

function rowsOf(groups: ReadonlyMap<string, readonly VarianceItem[]>): VarianceRow[] {
  return [...groups.values()].map((group) => ({
    first: group[0] as VarianceItem,
    items: group,
    amount: group.reduce((sum, { amount }) => sum + amount, 0),
  }));
}
