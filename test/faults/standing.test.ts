/** Two states of a workbook are told apart by any cell that differs, whatever it holds. */

import type { Workbook } from '../../host/workbook/model';
import { createWorkbook } from '../../host/workbook/workbook';
import { differenceOf, sourcesOf, standing } from './standing';

function invoices(change: (workbook: Workbook) => void = () => undefined): Workbook {
  const workbook = createWorkbook();
  const sheet = workbook.addSheet('Invoices', undefined, '{00000000-0001-0000-0000-000000000001}');
  sheet.setValue(0, 0, 'Amount');
  sheet.setValue(1, 0, 1200);
  sheet.setFormula(2, 0, '=SUM(A2:A2)');
  change(workbook);
  return workbook;
}

const difference = (change: (workbook: Workbook) => void): string | null =>
  differenceOf(standing(invoices(change)), standing(invoices()));

test.each<[string, string | null, (workbook: Workbook) => void]>([
  ['nothing', null, () => undefined],
  ['an amount', 'Invoices: 1 0 1200.01 instead of 1 0 1200', (book) => book.sheet('Invoices')?.setValue(1, 0, 1200.01)],
  ['an amount as text', 'Invoices: 1 0 "1200" instead of 1 0 1200', (book) => book.sheet('Invoices')?.setValue(1, 0, '1200')],
  [
    'a formula as text',
    'Invoices: 2 0 "=SUM(A2:A2)" instead of 2 0 formula "=SUM(A2:A2)"',
    (book) => book.sheet('Invoices')?.setValue(2, 0, '=SUM(A2:A2)'),
  ],
  ['a cell more', 'Invoices: 3 1 true instead of nothing', (book) => book.sheet('Invoices')?.setValue(3, 1, true)],
  [
    'a cell less',
    'Invoices: nothing instead of 2 0 formula "=SUM(A2:A2)"',
    (book) => book.sheet('Invoices')?.setValue(2, 0, null),
  ],
  ['a sheet more', 'sheets Invoices, Notes', (book) => void book.addSheet('Notes')],
])('%s', (_, told, change) => {
  expect(difference(change)).toBe(told);
});

test('a source with another look is another source', () => {
  const ids = new Set(['{00000000-0001-0000-0000-000000000001}']);
  const bold = invoices((book) =>
    book.sheet('Invoices')?.patchStyle({ top: 1, left: 0, bottom: 1, right: 0 }, { font: { bold: true } }),
  );
  expect(sourcesOf(bold, ids)).not.toEqual(sourcesOf(invoices(), ids));
  expect(sourcesOf(invoices(), ids)).toEqual(sourcesOf(invoices(), ids));
});
