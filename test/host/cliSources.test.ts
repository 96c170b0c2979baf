/** What the command line says of each source before the results, and how the settings file speaks of one of several tables. */

import { savedBook } from '../support/book';
import type { Sheets } from '../support/book';
import { fileOf, runOn } from '../support/commandLine';
import type { PlainReconciliation } from '../support/commandLine';
import { exportsWorkbook, exportTotals } from '../support/exports';

const DEALS = 'Deal ID | Account | Amount | Currency | Close Date | Stage\nD-1 | Acme | 1200 | EUR | 2026-03-04 | Won';
const INVOICE_HEADER = 'Invoice No | Customer | Invoice Date | Net | Currency | Deal';
const pasted = (said: string): string => said.slice(said.indexOf('\n{'));
/** A row of the sheet without anything in it. */
const BLANK = "'";

/** Invoices, and receipts below them; what the receipts' dates mean is open. */
const TWO_TABLES: Sheets = {
  Deals: DEALS,
  Sales: [
    INVOICE_HEADER,
    'I-1 | Acme | 2026-04-20 | 1200 | EUR | D-1',
    'I-2 | Acme | 2026-04-21 | 300 | EUR | D-9',
    BLANK,
    BLANK,
    'Payment No | Payer | Payment Date | Amount received | Currency | Invoice',
    "P-1 | Acme | '03/05/2026 | 500 | EUR | I-1",
    "P-2 | Acme | '05/05/2026 | 700 | EUR | I-1",
  ].join('\n'),
};

async function answered(sheets: Sheets, settings: string): Promise<string> {
  const files = { 'in.xlsx': savedBook(sheets), 's.json': settings };
  const run = await runOn(files, 'in.xlsx', '--settings', 's.json', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  return run.printed;
}

test('each source has a line before the results: what it is, where its header is, what becomes of its rows', async () => {
  const sheets = {
    Deals: `${DEALS}\nD-2 | Birch | 90 | EUR | 2026-03-05 | Lost`,
    Invoices: `Invoices of March\n${BLANK}\n${INVOICE_HEADER}\nI-1 | Acme | 2026-04-20 | 1200 | EUR | D-1\nTotal | | | 1200 | |`,
    Notes: 'ask Ben about the renewal\nand call Acme',
  };
  const printed = await answered(sheets, '{"version": 1}');
  expect(printed.split('\n').slice(0, 5)).toEqual([
    'Sources',
    '  Deals: deals, header in row 1, one row a document; 2 rows: 1 used; 1 left out: not won',
    '  Invoices: invoices, header in row 3, one row a document; 2 rows: 1 used; 1 left out: total, subtotal, footer',
    '  Notes: not used (no row looks like a header)',
    '',
  ]);
});

test('the lines are printed as well where a question stops the run', async () => {
  const run = await runOn({ 'in.xlsx': exportsWorkbook() }, 'in.xlsx');
  expect(run.exit).toBe(2);
  expect(run.printed).toMatch(/^Sources\n {2}Won deals Q1: deals, header in row 1/);
  expect(run.printed).toMatch(/ {2}Umsätze: bank list, header in row 5/);
});

test('four exports as their systems write them come to what was sold and paid, once their one question is answered', async () => {
  const settings = { version: 1, mappings: [{ sheet: 'Won deals Q1', dateOrder: 'mdy' }] };
  const files = { 'in.xlsx': exportsWorkbook(), 's.json': JSON.stringify(settings) };
  const run = await runOn(files, 'in.xlsx', '--settings', 's.json', '--out', 'out.xlsx', '--json', 'out.json');
  const { tieOut } = JSON.parse(new TextDecoder().decode(fileOf(run, 'out.json'))) as PlainReconciliation;
  const used = (role: string): number =>
    tieOut.reduce((sum, row) => (row.cause === 'used' && row.role === role ? sum + row.amount / 100 : sum), 0);
  const { booked, cash } = exportTotals();
  expect([used('deals'), used('invoices'), used('receipts')]).toEqual([booked, booked, cash]);
});

describe('one of several tables of a sheet', () => {
  test('is asked about by its place, and the printed settings answer for it alone', async () => {
    const refused = await runOn({ 'in.xlsx': savedBook(TWO_TABLES) }, 'in.xlsx');
    expect(refused.exit).toBe(2);
    expect(refused.errors).toContain('Sales · second table, A6:F8: Dates such as');
    const settings = pasted(refused.errors);
    expect(JSON.parse(settings)).toEqual({ version: 1, mappings: [{ sheet: 'Sales', block: 1, dateOrder: 'dmy' }] });
    const printed = await answered(TWO_TABLES, settings);
    expect(printed).toContain('  Sales · second table, A6:F8: receipts, header in row 6, one row a document; 2 rows, all used');
  });

  test('keeps what is said of it apart from what is said of the whole sheet', async () => {
    const whole = { version: 1, mappings: [{ sheet: 'Sales', currency: 'EUR' }] };
    const files = { 'in.xlsx': savedBook(TWO_TABLES), 's.json': JSON.stringify(whole) };
    const refused = await runOn(files, 'in.xlsx', '--settings', 's.json');
    expect(JSON.parse(pasted(refused.errors))).toEqual({
      version: 1,
      mappings: [...whole.mappings, { sheet: 'Sales', block: 1, dateOrder: 'dmy' }],
    });
  });

  test('that is not there is refused', async () => {
    const settings = JSON.stringify({ version: 1, mappings: [{ sheet: 'Sales', block: 4, role: 'invoices' }] });
    const files = { 'in.xlsx': savedBook(TWO_TABLES), 's.json': settings };
    const run = await runOn(files, 'in.xlsx', '--settings', 's.json');
    expect(run.exit).toBe(2);
    expect(run.errors).toContain('“Sales” (block 4, counted from 0), which the workbook does not have');
  });
});

test('a field can be said to have no column', async () => {
  const sheets = { Deals: DEALS, Invoices: `${INVOICE_HEADER}\nI-1 | Acme | 2026-04-20 | 1200 | EUR | D-1` };
  const settings = { version: 1, mappings: [{ sheet: 'Invoices', columns: { net: null } }] };
  const files = { 'in.xlsx': savedBook(sheets), 's.json': JSON.stringify(settings) };
  const run = await runOn(files, 'in.xlsx', '--settings', 's.json');
  expect(run.exit).toBe(2);
  expect(run.errors).toContain('No column of amounts was found in “Invoices”.');
});

describe('headings between the rows', () => {
  const byOwner = (series: string, dated = 'Invoice Date'): string =>
    [
      `Customer | Invoice No | ${dated} | Net | Currency`,
      'Mara Voss',
      `Acme | ${series}-1 | 2026-04-20 | 1200 | EUR`,
      `Acme | ${series}-2 | 2026-04-21 | 300 | EUR`,
      'Total for Mara Voss | | | 1500 |',
      'Ben Okafor',
      `Birch | ${series}-3 | 2026-04-22 | 80 | EUR`,
      'Total for Ben Okafor | | | 80 |',
    ].join('\n');
  const grouped: Sheets = { Deals: DEALS, Invoices: byOwner('I') };

  test('that may name several things are asked about, and the printed settings answer', async () => {
    const refused = await runOn({ 'in.xlsx': savedBook(grouped) }, 'in.xlsx');
    expect(refused.errors).toContain('What do these name?');
    const settings = pasted(refused.errors);
    expect(JSON.parse(settings)).toMatchObject({ mappings: [{ sheet: 'Invoices', columns: { owner: -1 } }] });
    expect(await answered(grouped, settings)).toContain('Invoices: invoices, header in row 1');
  });

  test('taken as suggested in one sheet, they are not taken in silence in another', async () => {
    const files = { 'in.xlsx': savedBook({ ...grouped, 'Invoices UK': byOwner('U', 'Billing Date') }) };
    const run = await runOn(files, 'in.xlsx', '--accept-suggestions', '--out', 'out.xlsx');
    expect([run.exit, run.errors]).toEqual([0, '']);
    const taken = run.printed.split('\n').filter((line) => line.startsWith('Taken as suggested: '));
    expect(taken.map((line) => line.split(': ')[1])).toEqual(['Invoices', 'Invoices UK']);
  });
});

test('amounts that a title gives in thousands are said to be, and counted so', async () => {
  const sheets = {
    Deals: DEALS,
    Invoices: `Invoices, amounts in thousands\n${BLANK}\n${INVOICE_HEADER}\nI-1 | Acme | 2026-04-20 | 1.2 | EUR | D-1`,
  };
  const said = await answered(sheets, JSON.stringify({ version: 1 }));
  expect(said).toContain('Invoices: invoices, header in row 3, one row a document, amounts in thousands');
  expect(said).toMatch(/Invoices +invoices +used +1 +1,200\.00 EUR/);
});
