import { varianceRows as rowsOfLines } from '../../src/report/varianceRows';
import type { VarianceRows } from '../../src/report/varianceRows';
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
/** Line by line, as a run has them. */
function varianceRows(items: readonly VarianceItem[], limit: number): VarianceRows {
  const lines = [...new Set(items.map(({ line }) => line))];
  return rowsOfLines(
    lines.map((line) => items.filter((one) => one.line === line)),
    limit,
  );
}
const amounts = (rows: ReturnType<typeof varianceRows>['rows']): number => rows.reduce((sum, { amount }) => sum + amount, 0);

test('a row for each line, gap, code, certainty, deal and invoice', () => {
  const { rows, grain } = varianceRows(RELEASES, 1_000);
  expect([rows.length, grain]).toEqual([6 + 6 * 12, 'invoice']);
  expect(rows[0]?.items).toHaveLength(12);
});

/** Two invoices a customer that nobody paid, past due: somebody must settle each. */
const OVERDUE: readonly VarianceItem[] = ['Acme', 'Birch'].flatMap((customer) =>
  ['INV-1', 'INV-2'].map((invoice) => item(`IC  T7  ${customer}  2025-12  Ann  1200.00  -  ${customer}-${invoice}`)),
);
const ALL = [...RELEASES, ...OVERDUE];

test.each([
  [81, 'expected', 2 * 13 + 4],
  [29, 'line', 2 * 13 + 2],
  [27, 'month', 13 + 1],
] as const)('where the sheet holds %i rows the grain is “%s”, and no amount is lost', (limit, grain, count) => {
  const summed = varianceRows(ALL, limit);
  expect([summed.grain, summed.rows.length, amounts(summed.rows)]).toEqual([grain, count, 4 * 120_000]);
  expect(summed.rows.map(({ amount }) => amount).filter((amount) => amount > 0).length).toBeGreaterThan(0);
  expect(summed.rows.flatMap(({ items }) => items)).toHaveLength(ALL.length);
});

test('what somebody must settle stands deal by deal and invoice by invoice as long as that fits', () => {
  const { rows } = varianceRows(ALL, 81);
  expect(rows.filter(({ first }) => first.code === 'T7').map(({ items }) => items)).toEqual(OVERDUE.map((one) => [one]));
});

test('where owners are too many, all owners of a month are one row', () => {
  const owners = ['Ann', 'Ben', 'Cy'].map((owner) => item(`BI  Q1  Acme  2026-03  ${owner}  100.00  D-${owner}`));
  const { rows, grain } = varianceRows(owners, 2);
  expect([grain, rows.length, amounts(rows)]).toEqual(['reason', 1, 30_000]);
});
