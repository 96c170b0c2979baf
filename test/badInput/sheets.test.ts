/** Sheets of odd shape or odd content: what is no source is left alone, what is one is read, nothing is lost. */

import type { RawCell, SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { shown } from '../reading/support/shown';
import { fieldsOf, grid, linesOf, read } from '../reading/support/table';
import { reconciled } from '../support/commandLine';
import { dealRows, invoiceRows, SOUND, totalsOf } from './support';

const LEDGER = 'Invoice No | Customer | Invoice Date | Net amount';
const invoices = (rows: string, header = LEDGER): SourceGrid => grid('Invoices', `${header}\n${rows}`);
const ROW = 'H-11 | Oak Ltd | 2025-01-15 | 40.50';
const READ = 'H-11  Oak Ltd  40.50  2025-01-15';

test('200 columns: those that matter are found among them', () => {
  const odd = Array.from({ length: 98 }, (_, n) => `Custom ${n}`).join(' | ');
  const cells = Array.from({ length: 98 }, (_, n) => `v${n}`).join(' | ');
  const sheet = invoices(`${cells} | ${ROW} | ${cells}`, `${odd} | ${LEDGER} | ${odd}`);
  expect(sheet.values[0]).toHaveLength(200);
  expect(shown(sheet)).toEqual({ records: [READ], left: [], faults: [], asks: [] });
});

test('a sheet of prose is no source', async () => {
  const prose = [
    'Notes to the close of June',
    'We have moved three invoices of Oak Ltd to July, as agreed with the customer on 15 June 2025.',
    'Total for the quarter is 1,200.00 before credits; see the deals sheet for details.',
    '- chase Pine GmbH',
    '- ask sales about the date of D-1',
  ].join('\n');
  expect(inspect([grid('Notes', prose)], []).sources.map(({ role }) => role)).toEqual(['ignore']);
  const run = await reconciled({ Notes: prose, Deals: dealRows(SOUND.deal), Invoices: invoiceRows(SOUND.invoice) });
  expect(totalsOf(run)).toBe('1,200.00 | 1,200.00 | not provided | not provided');
});

test('a pivot table of the invoices is not counted beside them', async () => {
  const pivot = `
    Sum of Net     | Column Labels |
    Row Labels     | Open | Paid | Grand Total
    Acme Ltd       | 200  | 1000 | 1200
    Birch          | 90   |      | 90
    (blank)        |      |      |
    Grand Total    | 290  | 1000 | 1290`;
  const plain = 'Row Labels | Sum of Net\nAcme Ltd | 1200\nBirch | 90\nGrand Total | 1290';
  expect(inspect([grid('Pivot', pivot), grid('Sheet4', plain)], []).sources.map(({ role }) => role)).toEqual([
    'ignore',
    'ignore',
  ]);
  const run = await reconciled({ Pivot: pivot, Deals: dealRows(SOUND.deal), Invoices: invoiceRows(SOUND.invoice) });
  expect(totalsOf(run)).toBe('1,200.00 | 1,200.00 | not provided | not provided');
});

test('a column without a single value is no harm, wherever it stands', () => {
  expect(shown(invoices(` | ${ROW}`, `Comment | ${LEDGER}`)).records).toEqual([READ]);
  expect(shown(invoices(`${ROW} |`, `${LEDGER} | Due Date`)).records).toEqual([READ]);
  expect(shown(invoices('H-11 | | 2025-01-15 | 40.50')).records).toEqual(['H-11  -  40.50  2025-01-15']);
});

test('a column of amounts or dates without a single value: every row is listed', () => {
  expect(shown(invoices('H-11 | Oak Ltd | 2025-01-15 |\nH-12 | Oak Ltd | 2025-01-16 |')).left).toEqual([
    'row 2: unreadable D “blank”',
    'row 3: unreadable D “blank”',
  ]);
  expect(shown(invoices('H-11 | Oak Ltd | | 40.50\nH-12 | Oak Ltd | | 9.50')).left).toEqual([
    'row 2: no-date C',
    'row 3: no-date C',
  ]);
});

test.each([
  ['the same values', '40.50', []],
  ['other values', '41.50', ['column.net']],
])('two columns of one label with %s', (_, other, asks) => {
  const sheet = invoices(`${ROW} | ${other}`, `${LEDGER} | Net amount`);
  expect(shown(sheet)).toMatchObject({ records: [READ], asks });
});

test('one row, a header only, and no row at all', () => {
  expect(shown(invoices(ROW)).records).toEqual([READ]);
  const header = invoices('');
  expect(inspect([header], []).obstacles.map(({ code }) => code)).toEqual(['no-deals', 'empty']);
  expect(read([header]).read).toEqual([]);
  const none: SourceGrid = { ...header, values: [] };
  expect(inspect([none], []).sources.map(({ role }) => role)).toEqual(['ignore']);
});

test('error cells in every kind of column', () => {
  const header = 'Invoice No | Customer | Invoice Date | Net amount | Tax | Currency | Due Date | Status | Owner | Reference';
  const good = ['H-11', 'Oak Ltd', '2025-01-15', '40.50', '8.10', 'EUR', '2025-02-15', 'Paid', 'Ann', 'D-1'];
  const results = good.map((_, column) => {
    const row = good.map((cell, at) => (at === column ? '#REF!' : cell)).join(' | ');
    const { records, left, faults } = shown(invoices(`${good.join(' | ').replace('H-11', 'H-10')}\n${row}`, header));
    return [records.length, ...left, ...faults].join(' · ');
  });
  expect(results).toEqual([
    '2',
    '2',
    '1 · row 3: unreadable C “#REF!”',
    '1 · row 3: unreadable D “#REF!”',
    '2 · row 3: part-unreadable “#REF!”',
    '1 · row 3: no-currency F',
    '2 · row 3: part-unreadable “#REF!”',
    '2 · row 3: part-unreadable “#REF!”',
    '2',
    '2',
  ]);
});

test('a deal whose stage is an error is listed, one whose flag tells is read', () => {
  const deals = grid(
    'Deals',
    `
    Deal ID | Account | Amount | Close Date | Stage | Is Won
    D-1     | Oak Ltd | 40.50  | 2025-01-15 | Won   |
    D-2     | Oak Ltd | 9.50   | 2025-01-16 | #N/A  |
    D-3     | Oak Ltd | 7.50   | 2025-01-17 | #N/A  | TRUE
    `,
  );
  expect(shown(deals)).toMatchObject({
    records: ['D-1  Oak Ltd  40.50  2025-01-15', 'D-3  Oak Ltd  7.50  2025-01-17'],
    left: ['row 3: unreadable E “#N/A”'],
  });
});

test('dates before 1900 and of the year 9999 are listed', () => {
  const dates = ['1899-12-31', "'31.12.1850", '-5', '0', '9999-12-31', '2958465', '2958466', '1900-01-01', '2199-12-31'];
  const sheet = invoices(dates.map((date, n) => `H-1${n} | Oak | ${date} | 5.50`).join('\n'));
  const { records, left } = shown(sheet);
  expect(records).toEqual(['H-17  Oak  5.50  1900-01-01', 'H-18  Oak  5.50  2199-12-31']);
  expect(left).toEqual(dates.slice(0, 7).map((date, n) => `row ${n + 2}: unreadable C “${date.replace("'", '')}”`));
});

test('amounts beyond what a number holds exactly are listed, not rounded', () => {
  const amounts = ["'90071992547409.93", "'900719925474099.31", "'1e20", '1e20', "'-99,999,999,999,999.99", "'9999999999999.99"];
  const sheet = invoices(amounts.map((amount, n) => `H-1${n} | Oak | 2025-01-15 | ${amount}`).join('\n'));
  const exact = { ...sheet, values: sheet.values.map((row) => row.map((cell): RawCell => (cell === '1e20' ? 1e20 : cell))) };
  const { records, left } = shown(exact);
  expect([...records, ...left].filter((line) => /H-15|9999999999999\.99/.test(line))).toHaveLength(1);
  expect(records.length + left.length).toBe(6);
  expect(left.filter((line) => /1e20|100000000000000000000|900719925474099.31/.test(line))).toHaveLength(3);
});

test('texts as long as a cell in a memo and in an id', () => {
  const long = 'x'.repeat(32_766) + '1';
  const sheet = invoices(
    `${long} | Oak Ltd | 2025-01-15 | 40.50 | ${long}\nH-12 | Oak Ltd | 2025-01-16 | 9.50 | short`,
    `${LEDGER} | Memo`,
  );
  const { records } = read([sheet]);
  expect(records.invoices.map(({ id, text }) => [id.length, text.length])).toEqual([
    [32_767, 32_767],
    [4, 5],
  ]);
});

test.each(['Total Energies', '#N/A Ltd', '=1+1', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', 'null', 'TRUE'])(
  'a customer called “%s”',
  (name) => {
    const rows = `H-11 | ${name === '0' ? "'0" : name} | 2025-01-15 | 40.50\nH-12 | Oak Ltd | 2025-01-16 | 9.50`;
    expect(linesOf(read([invoices(rows)]).records.invoices)).toEqual([
      `H-11  ${name}  40.50  2025-01-15`,
      'H-12  Oak Ltd  9.50  2025-01-16',
    ]);
  },
);

test('an error for a customer is no name', () => {
  expect(shown(invoices('H-11 | #N/A | 2025-01-15 | 40.50')).records).toEqual(['H-11  -  40.50  2025-01-15']);
});

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])(
  'a column called “%s”',
  (label) => {
    const sheet = invoices(`${label} | ${ROW}`, `${label} | ${LEDGER}`);
    expect(Object.values(fieldsOf(sheet))).not.toContain(label);
    expect(shown(sheet)).toEqual({ records: [READ], left: [], faults: [], asks: [] });
  },
);

test('names of object parts as customers, columns and ids go through a whole run', async () => {
  const deal = '__proto__ | constructor | 900 | EUR | 2026-03-06 | Won | toString';
  const invoice = 'valueOf | constructor | 2026-03-20 | 900 | EUR | __proto__ | Open';
  const run = await reconciled({ Deals: dealRows(SOUND.deal, deal), Invoices: invoiceRows(SOUND.invoice, invoice) });
  expect(totalsOf(run)).toBe('2,100.00 | 2,100.00 | not provided | not provided');
});
