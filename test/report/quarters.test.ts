import type { FiscalCalendar } from '../../src/domain/fiscal';
import { planReport } from '../../src/report/planReport';
import type { Reconciliation } from '../../src/domain/reconciliation';
import type { PlannedCell } from '../../src/report/plan';
import { item, line, month, reconciliation } from './support/reconciliations';
import { sheetOf } from './support/sheets';

const FROM_APRIL: FiscalCalendar = { yearStarts: 4, months: { kind: 'calendar' } };

const run = (from: string, to: string): Reconciliation =>
  reconciliation(
    [line(`Acme  ${from}  Ann  100.00  60.00  -  60.00`)],
    [item(`BI  T2  Acme  ${from}  Ann  30.00  D-1  INV-1  2026-09`), item(`BI  Q1  Acme  ${from}  Ann  10.00  D-2`)],
    { period: { from: month(from), to: month(to) } },
  );

/** The block's rows by label, with their cells after it. */
function block(reconciled: Reconciliation, title = 'By quarter and year'): Map<PlannedCell, readonly PlannedCell[]> {
  const rows = sheetOf(planReport(reconciled), 'Summary').blocks.find(({ cells }) => cells[0]?.[0] === title)?.cells ?? [];
  return new Map(rows.slice(1).map(([label = null, ...cells]) => [label, cells.filter((cell) => cell !== null)]));
}

const header = (reconciled: Reconciliation, title?: string): unknown => [...block(reconciled, title)][0];

test('a column for each quarter and each year of the period; those that the period cuts say so', () => {
  expect(header(run('2025-11', '2026-06'))).toEqual(['Amounts', ['2025 Q4 (part)', '2026 Q1', '2026 Q2', '2026 (part)']]);
});

test('a header that breaks gets a row of two lines', () => {
  const heights = (from: string, calendar: FiscalCalendar): number => {
    const plan = planReport({ ...run(from, '2026-09'), calendar });
    const { blocks, rowHeights } = sheetOf(plan, 'Summary');
    const { row = 0 } = blocks.find(({ cells }) => cells[0]?.[0] === 'By quarter and year') ?? {};
    return rowHeights.find((height) => height.row === row + 1)?.points ?? 0;
  };
  // "FY2026 Q4 (part)" against "FY2027 Q1".
  expect(heights('2026-03', FROM_APRIL)).toBe(32);
  expect(heights('2026-04', FROM_APRIL)).toBe(0);
});

test('within one quarter its months', () => {
  expect(header(run('2026-04', '2026-06'))).toEqual(['Amounts', ['2026-04', '2026-05', '2026-06', '2026 Q2']]);
});

test('of a long period the latest quarters, and the title says so', () => {
  const [, labels] = header(run('2021-01', '2026-06'), 'By quarter and year, the latest') as [string, string[]];
  expect([labels.length, labels[0], labels.at(-1)]).toEqual([11, '2024 Q3', '2026 (part)']);
});

test('amounts follow the tables, with no rerun', () => {
  const rows = block(run('2026-01', '2026-06'));
  expect(rows.get('Booked')?.[1]).toEqual({
    formula:
      '=SUMIFS(tblReconciliation[Booked],tblReconciliation[Month],">="&DATE(2026,4,1),tblReconciliation[Month],"<"&DATE(2026,7,1))',
  });
  expect(rows.get('Booked less invoiced')?.[1]).toEqual({ formula: expect.stringMatching(/^=C\d+-C\d+$/) as unknown });
  expect(rows.get('Timing')?.[1]).toEqual({
    formula:
      '=SUMIFS(tblVariances[Amount],tblVariances[Gap],"BI",tblVariances[Class],"Timing",tblVariances[Month],">="&DATE(2026,4,1),tblVariances[Month],"<"&DATE(2026,7,1))',
  });
  expect(rows.get('Recognised')?.[0]).toBe('not provided');
  expect([...rows.keys()]).toEqual([
    'Amounts',
    'Booked',
    'Invoiced',
    'Recognised',
    'Cash',
    'Booked less invoiced',
    'Timing',
    'Data quality',
    'of which to settle',
    'Invoiced less recognised',
    'Invoiced less cash',
  ]);
});
