/** Tables with more rows than a sheet holds. */

import type { ReportPlan, SheetPlan } from '../../src/report/plan';
import { partNumber } from '../../src/report/parts';
import { planReport } from '../../src/report/planReport';
import { exception, item, line, reconciliation } from './support/reconciliations';

const CUSTOMERS = ['Acme', 'Birch', 'Cedar', 'Dunes', 'Elm', 'Fir', 'Glen'];
const run = reconciliation(
  CUSTOMERS.map((customer) => line(`${customer}  2026-03  Ann  100.00  0.00  0.00  0.00`)),
  CUSTOMERS.map((customer) => item(`BI  Q1  ${customer}  2026-03  Ann  100.00  D-${customer}`)),
  { exceptions: CUSTOMERS.map((customer) => exception(`BI.unbilled.deal.D-${customer}  Q1  ${customer}  Ann  100.00`)) },
);
const whole = planReport(run);
const parted = planReport(run, {}, 3);

const names = ({ sheets }: ReportPlan): string[] => sheets.map(({ name }) => name);
const sheetsOf = ({ sheets }: ReportPlan, name: string): SheetPlan[] =>
  sheets.filter((sheet) => partNumber(sheet.name, name) !== null);
const formulas = (sheet: SheetPlan | undefined): string[] =>
  (sheet?.blocks ?? []).flatMap(({ cells }) =>
    cells.flat().flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.formula] : [])),
  );

test('what fits is on one sheet', () => {
  expect(names(planReport(run, {}, 7))).toEqual(names(whole));
  expect(names(whole)).toEqual(['Summary', 'Reconciliation', 'Variances', 'Exceptions', 'Matches', 'Left out', 'Definitions']);
});

test('what does not goes on on further sheets, each with a table, and every row is there once, in its order', () => {
  expect(names(parted)).toEqual([
    'Summary',
    ...['Reconciliation', 'Reconciliation 2', 'Reconciliation 3'],
    'Variances',
    ...['Exceptions', 'Exceptions 2', 'Exceptions 3'],
    ...['Matches', 'Left out', 'Definitions'],
  ]);
  for (const name of ['Reconciliation', 'Exceptions']) {
    const parts = sheetsOf(parted, name).flatMap(({ tables }) => tables);
    expect(parts.map((table) => [table.name, table.rows.length])).toEqual([
      [`tbl${name}`, 3],
      [`tbl${name}2`, 3],
      [`tbl${name}3`, 1],
    ]);
    expect(parts.flatMap(({ rows }) => rows)).toEqual(sheetsOf(whole, name)[0]?.tables[0]?.rows);
  }
});

test('each says which part it is, and its totals are those of its own rows', () => {
  const [first, second] = sheetsOf(parted, 'Exceptions');
  expect(second?.blocks[0]?.cells[0]).toEqual(['Exceptions: what somebody must settle (sheet 2 of 3)']);
  expect(formulas(first)).toEqual(['=SUBTOTAL(109,tblExceptions[Amount])']);
  expect(formulas(second)).toEqual(['=SUBTOTAL(109,tblExceptions2[Amount])']);
  expect(second?.print.footer).toBe('Exceptions 2 · page &P of &N');
});

test('the formulas of Summary look at all parts, and Summary says that there are several', () => {
  const [summary] = parted.sheets;
  const told = 'Exceptions has more rows than a sheet holds and goes on in Exceptions 2 to Exceptions 3.';
  expect(parted.digest.messages).toContain(told);
  expect(JSON.stringify(summary?.blocks)).toContain(told);
  expect(whole.digest.messages.join()).not.toContain('goes on');
  expect(formulas(summary)).toContain('=SUM(tblReconciliation[Booked],tblReconciliation2[Booked],tblReconciliation3[Booked])');
  for (const formula of formulas(summary))
    for (const table of ['tblReconciliation', 'tblExceptions'])
      expect([formula, formula.split(`${table}[`).length]).toEqual([formula, formula.split(`${table}3[`).length]);
});

test('links stay on the rows that they belong to', () => {
  const source = { sheet: 'Deals', row: 7 };
  const exceptions = run.exceptions.map((one, index) => (index === 4 ? { ...one, source } : { ...one, source: null }));
  const [, second] = sheetsOf(planReport({ ...run, exceptions }, {}, 3), 'Exceptions');
  expect(second?.tables[0]?.links.map(({ row, target }) => [row, target])).toEqual([[1, "'Deals'!A7"]]);
});
