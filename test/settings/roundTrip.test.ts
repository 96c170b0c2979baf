/** What the Definitions sheet says is what the next run reads from it. */

import { definitionsOf } from '../../src/excel/readDecisions';
import type { KeptRow } from '../../src/excel/readTables';
import { planReport } from '../../src/report/planReport';
import type { Definitions } from '../../src/settings/definitions';
import { NOT_TOLD } from '../../src/settings/typedText';
import { run } from '../edgeCases/support/outcome';
import { tableOf } from '../report/support/sheets';

const BOOK = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-20  deal=D-1`;

/** The rows of the sheet's table as they stand after a run. */
function rowsAfter(definitions: Definitions): KeptRow[] {
  const { columns, rows } = tableOf(planReport(run(BOOK, '2026-03-31', { definitions })), 'tblDefinitions');
  return rows.map((row) => Object.fromEntries(columns.map(({ header }, at) => [header, (row[at] ?? '') as string])));
}

const SET: Definitions = {
  calendar: '4-5-4',
  yearStarts: 'February',
  yearOfWeeksEnds: 'nearest Friday',
  monthEnds: '2026-01-30; 2026-02-27',
  entities: 'UK; DE',
  dealTypes: 'new; renewal',
  invoicedAmount: 'gross',
  invoiceDate: 'posting date',
  passThrough: 'left out',
  acceptedInAll: 0.2,
  amountUsed: 'table first',
  recognisedSource: 'derived',
  recognisedRate: 'month',
  cashAmount: 'before fees',
};

test('settings are read back from the sheet as they were set', () => {
  const { definitions, refusedSettings } = definitionsOf(rowsAfter(SET), NOT_TOLD);
  expect(refusedSettings).toEqual([]);
  expect(definitions).toMatchObject(SET);
});

test('a word that the setting does not know is refused, and the last one used stays', () => {
  const rows = rowsAfter(SET).map((row) => (row['Setting'] === 'Calendar' ? { ...row, Value: '4-4-4' } : row));
  const { definitions, refusedSettings } = definitionsOf(rows, NOT_TOLD);
  expect(refusedSettings).toEqual([{ setting: 'Calendar', typed: '4-4-4', key: 'calendar' }]);
  expect(definitions.calendar).toBe('4-5-4');
});

test('a single month end that Excel took for a date is that date', () => {
  const rows = rowsAfter(SET).map((row) => (row['Setting'] === 'Month ends' ? { ...row, Value: 46_052 } : row));
  expect(definitionsOf(rows, NOT_TOLD).definitions.monthEnds).toBe('2026-01-30');
});
