/** Variance items as the written proof: one row for each line, gap, code, certainty, deal and invoice. */

import type { Month } from '../domain/day';
import type { VarianceItem } from '../domain/reconciliation';

/** Items written as one row; the first stands for what they share. */
export interface VarianceRow {
  readonly first: VarianceItem;
  readonly items: readonly VarianceItem[];
  readonly amount: number;
  readonly otherMonths: readonly Month[];
  readonly expectedMonths: readonly Month[];
}

export interface VarianceRows {
  readonly rows: readonly VarianceRow[];
  /** The written grain did not fit the sheet: rows are summed to line, gap and code. */
  readonly isSummed: boolean;
}

/** @param limit rows the sheet holds. */
export function varianceRows(items: readonly VarianceItem[], limit: number): VarianceRows {
  const fine = grouped(items, ({ line, gap, code, certainty, deal, invoice }) =>
    [line, gap, code, certainty, deal ?? '', invoice ?? ''].join('\u0000'),
  );
  if (fine.length <= limit) return { rows: fine, isSummed: false };
  return { rows: grouped(items, ({ line, gap, code }) => [line, gap, code].join('\u0000')).slice(0, limit), isSummed: true };
}

function grouped(items: readonly VarianceItem[], keyOf: (item: VarianceItem) => string): VarianceRow[] {
  const groups = new Map<string, VarianceItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].map((group) => ({
    first: group[0] as VarianceItem,
    items: group,
    amount: group.reduce((sum, { amount }) => sum + amount, 0),
    otherMonths: group.flatMap(({ otherMonth }) => (otherMonth === null ? [] : [otherMonth])),
    expectedMonths: group.flatMap(({ expectedMonth }) => (expectedMonth === null ? [] : [expectedMonth])),
  }));
}
