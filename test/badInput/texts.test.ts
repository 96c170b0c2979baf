/** Text from a source stays text: whatever it looks like, in every sheet, in the values and in the saved file. */

import { bookOf, cellsOf, linesOf, partsOf, rowsOf, savedBook } from '../support/book';
import { writeXlsx } from '../../host/files/writeXlsx';
import { reconciled } from '../support/commandLine';
import type { WholeRun } from '../support/commandLine';
import { dealRows, invoiceRows, LEDGER, receiptRows, SOUND } from './support';

/** Formulas that hold a source's text. */
const formulasWith = ({ workbook }: WholeRun, text: string): string[] =>
  workbook.sheets.flatMap((sheet) =>
    cellsOf(sheet).flatMap(({ row, column, isFormula }) => {
      const formula = isFormula ? sheet.formula(row, column) : null;
      return typeof formula === 'string' && formula.includes(text) ? [formula] : [];
    }),
  );

/** A name, ids and a reference that are this very text. */
const bookWith = (text: string): Uint8Array => {
  const workbook = bookOf({
    Deals: dealRows(SOUND.deal, 'x | x | 900 | EUR | 2026-03-06 | Won | x'),
    Invoices: invoiceRows(SOUND.invoice, 'x | x | 2026-03-20 | 850 | EUR | x | Open'),
    Receipts: receiptRows(SOUND.receipt, 'x | x | 2026-04-20 | 400 | EUR | x'),
  });
  workbook.transact('load', () => {
    for (const sheet of workbook.sheets)
      for (const { row, column, value } of cellsOf(sheet)) if (value === 'x') sheet.setValue(row, column, text);
  });
  return writeXlsx(workbook);
};

test.each(['=HYPERLINK("http://x","y")', '2026-03', '00123', '1-2', 'TRUE', '=1+1', '+1-800', '-5', '@x', "'quoted", '1e5'])(
  '%s as customer, owner and ids comes out as the same text',
  async (text) => {
    const run = await reconciled(bookWith(text));
    const { workbook } = run;
    const lines = rowsOf(workbook, 'tblReconciliation').filter(({ Customer }) => Customer !== 'Acme Ltd');
    expect(lines.map(({ Customer, Owner }) => [Customer, Owner])).toEqual([
      [text, text],
      [text, text],
    ]);
    const variances = rowsOf(workbook, 'tblVariances').filter(({ Customer }) => Customer === text);
    expect(variances.length).toBeGreaterThan(0);
    expect(new Set(variances.flatMap(({ Deal, Invoice, Receipt }) => [Deal, Invoice, Receipt]))).toEqual(new Set([text, null]));
    expect(rowsOf(workbook, 'tblExceptions').every(({ Customer }) => Customer === text)).toBe(true);
    const links = rowsOf(workbook, 'tblMatches').filter(
      ({ Kind, Left, State }) => Kind === 'Deal–invoice' && Left !== 'D-1' && State !== 'unmatched',
    );
    // An id without a digit is too like a word to be taken for a reference.
    expect(links.map(({ Left, Right }) => [Left, Right])).toEqual(/\d/.test(text) ? [[text, text]] : []);
    expect(formulasWith(run, text)).toEqual([]);
    for (const sheet of workbook.sheets) expect(sheet.hyperlinks.filter(({ address }) => address !== '')).toEqual([]);
    const parts = [...partsOf(run.bytes)].filter(([path]) => /worksheets\/.*\.(xml|rels)$/.test(path)).map(([, part]) => part);
    expect(parts.filter((part) => /<f>[^<]*HYPERLINK|TargetMode="External"/.test(part))).toEqual([]);
  },
);

test.each([
  ['emoji', '🦊🚀 Fox & Søns'],
  ['right to left', 'شركة النور للتجارة'],
  ['Chinese', '上海东方贸易有限公司'],
  ['directions overridden', 'abc\u202Etxt.exe'],
])('names: %s', async (_, name) => {
  const { workbook } = await reconciled(bookWith(name));
  expect(rowsOf(workbook, 'tblReconciliation').filter(({ Customer }) => Customer === name)).toHaveLength(2);
});

test('names as long as a cell', async () => {
  const long = 'Very long name of a company '.repeat(1200).slice(0, 32_767);
  const run = await reconciled(bookWith(long));
  const customers = rowsOf(run.workbook, 'tblReconciliation').map(({ Customer }) => Customer);
  expect(customers.filter((name) => typeof name === 'string' && name.startsWith('Very long name'))).toHaveLength(2);
  for (const sheet of run.workbook.sheets)
    for (const { value } of cellsOf(sheet)) if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(32_767);
});

test('a sheet of another that is called Reconciliation is left alone, and it is said', async () => {
  const input = savedBook({
    Deals: dealRows(SOUND.deal),
    Invoices: invoiceRows(SOUND.invoice),
    Reconciliation: 'Our own | notes\nkeep | 12',
  });
  const run = await reconciled(input);
  const names = run.workbook.sheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Reconciliation', 'Reconciliation (Tieout)']));
  expect(run.printed).toMatch(/Reconciliation.*Reconciliation \(Tieout\)/);
  expect(partsOf(run.bytes).get('xl/worksheets/sheet3.xml')).toBe(partsOf(input).get('xl/worksheets/sheet3.xml'));
  const again = await reconciled(run.bytes);
  expect(again.workbook.sheets.map(({ name }) => name)).toEqual(names);
});

/** The first filled cell to the right of one, on Summary. */
function rightOf({ workbook }: WholeRun, from: { readonly row: number; readonly column: number } | undefined): unknown {
  const summary = workbook.sheet('Summary');
  if (summary === null || from === undefined) throw new Error('there is no such cell');
  return cellsOf(summary).find(({ row, column }) => row === from.row && column > from.column)?.value;
}

test('only deals and invoices: what is not provided is never a zero', async () => {
  const run = await reconciled({ Deals: dealRows(SOUND.deal), Invoices: [LEDGER, SOUND.invoice].join('\n') });
  const [line] = rowsOf(run.workbook, 'tblReconciliation');
  for (const header of ['Recognised', 'Cash', 'Invoiced less recognised', 'Invoiced less cash', 'To settle: invoiced less cash'])
    expect([header, line?.[header]]).toEqual([header, 'not provided']);
  const summary = run.workbook.sheet('Summary');
  if (summary === null) throw new Error('there is no Summary');
  const texts = cellsOf(summary).map(({ value }) => value);
  expect(texts.filter((value) => value === 'not provided').length).toBeGreaterThanOrEqual(2);
  const check = cellsOf(summary).find(({ value }) => value === 'Lines that do not add up');
  expect(rightOf(run, check)).toBe(0);
  const charted = summary.charts.flatMap(({ series }) => series.map(({ values, categories }) => `${values} ${categories ?? ''}`));
  expect(charted.length).toBeGreaterThan(0);
  for (const { row, column, value } of cellsOf(summary))
    if (value === 'Cash' || value === 'Recognised') expect(summary.value(row, column + 1)).not.toBe(0);
  expect(linesOf(run.workbook, 'tblReconciliation', 'Booked', 'Invoiced')).toEqual(['1200  1200']);
});
