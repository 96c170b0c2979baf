/** A workbook in which no sheet says a currency: its amounts are of one kind. */

import { savedBook } from '../support/book';
import { runOn } from '../support/commandLine';

const SHEETS = {
  Deals:
    'Deal ID | Account | Amount | Close Date | Stage\nD-1 | Acme | 1200 | 2026-03-04 | Won\nD-2 | Birch | 800 | 2026-02-05 | Won',
  Invoices:
    'Invoice No | Customer | Invoice Date | Net | Deal\nI-1 | Acme | 2026-03-20 | 1000 | D-1\nI-2 | Birch | 2026-03-31 | 800 | D-2',
};

test('is reconciled without one', async () => {
  const run = await runOn({ 'in.xlsx': savedBook(SHEETS) }, 'in.xlsx', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(run.printed).toContain('no currency stated\n\nBooked          2,000.00\nInvoiced        1,800.00');
  expect(run.printed).not.toContain('no-rate');
});

test('is in the currency that a person reports in', async () => {
  const settings = JSON.stringify({ version: 1, definitions: { currency: 'EUR' } });
  const files = { 'in.xlsx': savedBook(SHEETS), 's.json': settings };
  const run = await runOn(files, 'in.xlsx', '--settings', 's.json', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(run.printed).toContain('in EUR\n\nBooked          2,000.00\nInvoiced        1,800.00');
  expect(run.printed).toMatch(/Deals +deals +used +2 +2,000\.00 EUR +2,000\.00 EUR +ties/);
});
