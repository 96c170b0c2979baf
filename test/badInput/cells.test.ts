/** Cells that cannot be read, missing parts of a row, odd amounts: listed, counted, and the rest goes on. */

import { linesOf } from '../support/book';
import type { Sheets } from '../support/book';
import { reconciled } from '../support/commandLine';
import type { WholeRun } from '../support/commandLine';
import { dealRows, exceptionsOf, invoiceRows, leftOutOf, receiptRows, SOUND, totalsOf } from './support';

const beside = (deals: readonly string[], invoices: readonly string[] = [], more: Sheets = {}): Promise<WholeRun> =>
  reconciled({ Deals: dealRows(SOUND.deal, ...deals), Invoices: invoiceRows(SOUND.invoice, ...invoices), ...more });

const SOUND_TOTALS = '1,200.00 | 1,200.00 | not provided | not provided';

const evidenceOf = ({ workbook }: WholeRun): string => linesOf(workbook, 'tblExceptions', 'Evidence', 'Source').join('\n');

test('dates that cannot be read', async () => {
  const run = await beside(
    [
      'D-2 | Birch | 800 | EUR | soon | Won | Ann',
      'D-3 | Birch | 70 | EUR | | Won | Ann',
      'D-4 | Birch | 60 | EUR | 0 | Won | Ann',
    ],
    ['I-2 | Birch | 31/31/2026 | 800 | EUR | D-2 | Open'],
  );
  expect(totalsOf(run)).toBe(SOUND_TOTALS);
  expect(leftOutOf(run)).toEqual([
    'Deals  3  D-2  unreadable',
    'Deals  4  D-3  no-date',
    'Deals  5  D-4  unreadable',
    'Invoices  3  I-2  unreadable',
  ]);
  expect(exceptionsOf(run).map((line) => line.slice(0, 3))).toEqual(['Q32', 'Q32', 'Q32', 'Q32']);
  expect(evidenceOf(run)).toContain('soon');
  expect(evidenceOf(run)).toContain('31/31/2026');
});

test('amounts that cannot be read', async () => {
  const run = await beside(
    ['D-2 | Birch | n.a. | EUR | 2026-03-06 | Won | Ann', 'D-3 | Birch | | EUR | 2026-03-06 | Won | Ann'],
    ['I-2 | Birch | 2026-03-08 | see note | EUR | D-2 | Open'],
  );
  expect(totalsOf(run)).toBe(SOUND_TOTALS);
  expect(leftOutOf(run)).toEqual(['Deals  3  D-2  unreadable', 'Deals  4  D-3  unreadable', 'Invoices  3  I-2  unreadable']);
  expect(evidenceOf(run)).toContain('see note');
});

test('error cells in any column', async () => {
  const run = await beside(
    [
      'D-2 | Birch | #REF! | EUR | 2026-03-06 | Won | Ann',
      '#N/A | Birch | 90 | EUR | 2026-03-06 | Won | Ann',
      'D-4 | #N/A | 70 | EUR | 2026-03-06 | Won | #VALUE!',
    ],
    ['I-2 | Birch | #DIV/0! | 800 | EUR | D-2 | Open', 'I-3 | Birch | 2026-03-09 | 90 | #N/A | D-2 | Open'],
  );
  expect(totalsOf(run)).toBe('1,360.00 | 1,200.00 | not provided | not provided');
  expect(leftOutOf(run)).toEqual(['Deals  3  D-2  unreadable', 'Invoices  3  I-2  unreadable', 'Invoices  4  I-3  no-currency']);
  expect(evidenceOf(run)).toContain('#DIV/0!');
});

test('an id used for two different records: both count, and it is listed', async () => {
  const run = await beside(
    ['D-1 | Birch | 900 | EUR | 2026-03-06 | Won | Ann'],
    ['I-1 | Birch | 2026-03-09 | 900 | EUR | D-1 | Open'],
  );
  expect(totalsOf(run)).toBe('2,100.00 | 2,100.00 | not provided | not provided');
  const listed = linesOf(run.workbook, 'tblExceptions', 'Exception key', 'Code').filter((line) => line.endsWith('Q32'));
  expect(listed).toHaveLength(2);
});

test('repeated rows count once and are listed', async () => {
  const run = await beside([SOUND.deal], [SOUND.invoice, SOUND.invoice]);
  expect(totalsOf(run)).toBe(SOUND_TOTALS);
  expect(leftOutOf(run)).toEqual(['Deals  3  D-1  repeat-row', 'Invoices  3  I-1  repeat-row', 'Invoices  4  I-1  repeat-row']);
});

test('no owner: the amount stands under Unassigned', async () => {
  const run = await beside(['D-2 | Birch | 900 | EUR | 2026-03-06 | Won |']);
  expect(linesOf(run.workbook, 'tblReconciliation', 'Customer', 'Owner', 'Booked')).toContain('Birch  Unassigned  900');
  expect(exceptionsOf(run)).toContain('Q25  Birch  0  D-2  -  -');
});

test('no customer: the amount stands under a name that says so', async () => {
  const run = await beside(['D-2 | | 900 | EUR | 2026-03-06 | Won | Ann'], ['I-2 | | 2026-03-20 | 700 | EUR | | Open'], {
    Receipts: receiptRows(SOUND.receipt, 'R-2 | | 2026-04-29 | 55 | EUR |'),
  });
  expect(totalsOf(run)).toBe('2,100.00 | 1,900.00 | not provided | 1,255.00');
  const lines = linesOf(run.workbook, 'tblReconciliation', 'Customer', 'Booked', 'Invoiced', 'Cash');
  expect(lines).toEqual(
    expect.arrayContaining(['(No customer)  900  0  0', '(No customer)  0  700  0', '(Unidentified payer)  0  0  55']),
  );
});

test('a currency without a rate: left out, and its partner says which rate is missing', async () => {
  const run = await beside(
    ['D-2 | Birch | 900 | USD | 2026-03-06 | Won | Ann'],
    ['I-2 | Birch | 2026-03-20 | 800 | EUR | D-2 | Open'],
  );
  expect(leftOutOf(run)).toEqual(['Deals  3  D-2  no-rate']);
  expect(exceptionsOf(run)).toEqual(['D13  Birch  -800  D-2  I-2  -']);
  expect(evidenceOf(run)).toContain('USD');
});

test('a currency that nobody knows', async () => {
  const run = await beside(
    ['D-2 | Birch | 900 | ?! | 2026-03-06 | Won | Ann'],
    ['I-2 | Birch | 2026-03-20 | 900 | EUR | D-2 | Open', 'I-3 | Birch | 2026-03-20 | 30 | | | Open'],
  );
  expect(leftOutOf(run)).toEqual(['Deals  3  D-2  no-currency', 'Invoices  4  I-3  no-currency']);
  expect(exceptionsOf(run).map((line) => line.slice(0, 3))).toEqual(['Q30', 'Q30', 'Q30']);
});

test('a deal won after as-of is an exception', async () => {
  const run = await beside(['D-2 | Birch | 900 | EUR | 2026-09-06 | Won | Ann']);
  expect(leftOutOf(run)).toEqual(['Deals  3  D-2  after-as-of']);
  expect(exceptionsOf(run)).toEqual(['Q32  Birch  0  D-2  -  -']);
});

test('an invoice of a deal that is not won', async () => {
  const run = await beside(
    ['D-2 | Birch | 900 | EUR | 2026-03-06 | Lost | Ann'],
    ['I-2 | Birch | 2026-03-20 | 900 | EUR | D-2 | Open'],
  );
  expect(exceptionsOf(run)).toEqual(['Q27  Birch  -900  -  I-2  -']);
});

test('amounts beyond what a number holds exactly are listed, the largest that it holds add up', async () => {
  const run = await beside([
    'D-2 | Birch | 99999999999999999 | EUR | 2026-03-06 | Won | Ann',
    'D-3 | Birch | 4000000000000 | EUR | 2026-03-06 | Won | Ann',
    'D-4 | Birch | 4000000000000.01 | EUR | 2026-03-06 | Won | Bea',
  ]);
  expect(leftOutOf(run)).toEqual(['Deals  3  D-2  unreadable']);
  expect(totalsOf(run)).toMatch(/^8,000,000,001,200\.01 /);
});

test('internal customers are left out', async () => {
  const header = 'Invoice No | Entity | Customer | Invoice Date | Net | Currency | Deal';
  const run = await reconciled({
    Deals: dealRows(SOUND.deal),
    Invoices: [
      header,
      'I-1 | North Ltd | Acme Ltd | 2026-03-20 | 1200 | EUR | D-1',
      'I-2 | North Ltd | South Ltd | 2026-03-21 | 500 | EUR |',
      'I-3 | South Ltd | Acme Ltd | 2026-03-22 | 70 | EUR |',
    ].join('\n'),
  });
  expect(leftOutOf(run)).toEqual(['Invoices  3  I-2  internal']);
  expect(linesOf(run.workbook, 'tblDefinitions', 'Setting', 'Value')).toContain('Intercompany and internal customers  South Ltd');
});
