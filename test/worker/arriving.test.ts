/** Rows that arrive in blocks. */

import type { PlannedCell, SheetPlan } from '../../src/report/plan';
import { arriving } from '../../src/worker/arriving';
import { PLAN } from '../taskpane/support/workbook';

const withTable = PLAN.sheets.find(({ tables }) => tables.length > 0);
const empty = (sheet: SheetPlan): SheetPlan => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, rows: [] })) });

test('every cell is what it was sent as, where texts repeat, where they never do and where thousands do', () => {
  const rows = Array.from({ length: 20_000 }, (_, n): PlannedCell[] => [
    `INV-${n}`,
    ['Definition', 'Timing', 'Data quality'][n % 3] ?? null,
    `Customer ${n % 5_000}`,
    `Owner ${Math.floor(n / 700)}`,
    n / 100,
    n % 2 === 0,
    n % 7 === 0 ? null : { formula: `=A${n + 1}` },
  ]);
  if (withTable === undefined) throw new Error('no sheet of the sample has a table');
  const { sheet, take } = arriving(empty(withTable));
  for (let start = 0; start < rows.length; start += 300) take(0, structuredClone(rows.slice(start, start + 300)));
  expect(sheet).toEqual({
    ...withTable,
    tables: withTable.tables.map((table, at) => ({ ...table, rows: at === 0 ? rows : [] })),
  });
});
