import { varianceRows } from '../../src/report/varianceRows';
import type { VarianceItem } from '../../src/domain/reconciliation';
import { item } from './support/reconciliations';

/** Twelve releases of each of three invoices of two customers: on the invoice's line and on the line of each month. */
const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const RELEASES: readonly VarianceItem[] = ['Acme', 'Birch'].flatMap((customer) =>
  ['INV-1', 'INV-2', 'INV-3'].flatMap((invoice) =>
    MONTHS.flatMap((month) => [
      item(`IR  T5  ${customer}  2025-12  Ann  100.00  -  ${customer}-${invoice}  ${month}`),
      item(`IR  T5  ${customer}  ${month}  Ann  -100.00  -  ${customer}-${invoice}  2025-12`),
    ]),
  ),
);
const amounts = (rows: ReturnType<typeof varianceRows>['rows']): number => rows.reduce((sum, { amount }) => sum + amount, 0);

test('a row for each line, gap, code, certainty, deal and invoice', () => {
  const { rows, grain } = varianceRows(RELEASES, 1_000);
  expect([rows.length, grain]).toEqual([6 + 6 * 12, 'invoice']);
  expect(rows[0]?.items).toHaveLength(12);
});

test.each([
  [77, 'line', 2 * 13],
  [25, 'month', 13],
] as const)('where the sheet holds %i rows they are summed to gap, code and %s, and no amount is lost', (limit, grain, count) => {
  const summed = varianceRows(RELEASES, limit);
  expect([summed.grain, summed.rows.length, amounts(summed.rows)]).toEqual([grain, count, 0]);
  expect(summed.rows.map(({ amount }) => amount).filter((amount) => amount > 0).length).toBeGreaterThan(0);
  expect(summed.rows.flatMap(({ items }) => items)).toHaveLength(RELEASES.length);
});
