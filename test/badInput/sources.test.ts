/** Sheets that are missing, empty or hold one row: a clear message or a plain result. */

import { linesOf, savedBook } from '../support/book';
import type { Sheets } from '../support/book';
import { reconciled, runOn } from '../support/commandLine';
import { dealRows, invoiceRows, receiptRows, SOUND, totalsOf } from './support';

async function refused(sheets: Sheets): Promise<string[]> {
  const run = await runOn({ 'in.xlsx': savedBook(sheets) }, 'in.xlsx');
  expect([run.exit, [...run.files.keys()]]).toEqual([2, ['in.xlsx']]);
  return run.errors.split('\n');
}

test('no sheet of deals', async () => {
  expect(await refused({ Invoices: invoiceRows(SOUND.invoice), Notes: 'hello | world' })).toEqual([
    'No sheet of deals was found. Choose the sheet that holds the won deals of your CRM.',
    '  In the settings file: {"version":1,"mappings":[{"sheet":"Notes","role":"deals"}]}',
    'The sheets: “Invoices” (invoices), “Notes” (not used).',
  ]);
});

test('no sheet of invoices, nor any other that could be it', async () => {
  expect(await refused({ Deals: dealRows(SOUND.deal) })).toEqual([
    'No sheet of invoices was found. Choose the sheet that holds the issued invoices.',
    'The sheets: “Deals” (deals).',
  ]);
});

test('a workbook without a filled cell', async () => {
  expect(await refused({ Empty: '' })).toEqual([
    'No sheet of deals was found. Choose the sheet that holds the won deals of your CRM.',
    'No sheet of invoices was found. Choose the sheet that holds the issued invoices.',
    'The workbook has no sheet with cells.',
  ]);
});

test('an empty sheet beside the others is passed over', async () => {
  const run = await reconciled({ Empty: '', Deals: dealRows(SOUND.deal), Invoices: invoiceRows(SOUND.invoice) });
  expect(totalsOf(run)).toBe('1,200.00 | 1,200.00 | not provided | not provided');
});

test.each([
  ['Invoices', { Deals: dealRows(SOUND.deal), Invoices: invoiceRows() }],
  ['Deals', { Deals: dealRows(), Invoices: invoiceRows(SOUND.invoice) }],
  ['Receipts', { Deals: dealRows(SOUND.deal), Invoices: invoiceRows(SOUND.invoice), Receipts: receiptRows() }],
])('%s with a header only', async (sheet, sheets) => {
  expect((await refused(sheets)).slice(0, 2)).toEqual([
    `“${sheet}” has no rows below its header. Leave it out, or choose another sheet.`,
    `  In the settings file: {"version":1,"mappings":[{"sheet":"${sheet}","role":"ignore"}]}`,
  ]);
});

test('one row in each', async () => {
  const run = await reconciled({
    Deals: dealRows(SOUND.deal),
    Invoices: invoiceRows(SOUND.invoice),
    Receipts: receiptRows(SOUND.receipt),
  });
  expect(totalsOf(run)).toBe('1,200.00 | 1,200.00 | not provided | 1,200.00');
  expect(linesOf(run.workbook, 'tblReconciliation', 'Customer', 'Booked', 'Invoiced', 'Cash')).toEqual([
    'Acme Ltd  1200  1200  0',
    'Acme Ltd  0  0  1200',
  ]);
});
