/** Where the pane would ask, the command line stops with the questions, and takes their answers from a settings file. */

import { linesOf, reopened, savedBook } from '../support/book';
import type { Sheets } from '../support/book';
import { fileOf, reconciled, runOn } from '../support/commandLine';

const CRM = 'Deal ID | Account | Amount | Currency | Close Date | Stage';
const LEDGER = 'Invoice No | Customer | Invoice Date | Net | Currency | Deal';

/** Neither date says whether March or April is meant. */
const UNDECIDED: Sheets = {
  Deals: `${CRM}\nD-1 | Acme | 1200 | EUR | '03/04/2026 | Won\nD-2 | Birch | 800 | EUR | '05/02/2026 | Won`,
  Invoices: `${LEDGER}\nI-1 | Acme | 2026-04-20 | 1200 | EUR | D-1\nI-2 | Birch | 2026-05-20 | 800 | EUR | D-2`,
};

/** The settings that the refusal prints, as a person would paste them. */
const pasted = (said: string): string => said.slice(said.indexOf('\n{'));

test('dates that could be read both ways: asked, and the printed settings answer', async () => {
  const files = { 'in.xlsx': savedBook(UNDECIDED) };
  const refused = await runOn(files, 'in.xlsx');
  expect(refused.exit).toBe(2);
  expect(refused.errors.split('\n').slice(0, 5)).toEqual([
    'A question is open. Answer with --settings settings.json.',
    '',
    'Deals: Dates such as 03/04/2026: does the day or the month come first?',
    '    dmy  day first (31/12/2026)',
    '    mdy  month first (12/31/2026)',
  ]);
  const settings = pasted(refused.errors);
  expect(JSON.parse(settings)).toEqual({ version: 1, mappings: [{ sheet: 'Deals', dateOrder: 'dmy' }] });

  const answered = await runOn({ ...files, 's.json': settings }, 'in.xlsx', '--settings', 's.json', '--out', 'out.xlsx');
  expect([answered.exit, answered.errors]).toEqual([0, '']);
  expect(answered.printed).toContain('Period 2026-02 to 2026-04');
});

test('another answer, another reading', async () => {
  const { printed } = await answeredWith({ version: 1, mappings: [{ sheet: 'Deals', dateOrder: 'mdy' }] });
  expect(printed).toContain('Period 2026-03 to 2026-04');
});

async function answeredWith(settings: object): ReturnType<typeof runOn> {
  const files = { 'in.xlsx': savedBook(UNDECIDED), 's.json': JSON.stringify(settings) };
  const run = await runOn(files, 'in.xlsx', '--settings', 's.json', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  return run;
}

test('an answer is kept in the workbook: the next run does not ask again', async () => {
  const first = await answeredWith({ version: 1, mappings: [{ sheet: 'Deals', dateOrder: 'dmy' }] });
  const again = await runOn({ 'in.xlsx': fileOf(first, 'out.xlsx') }, 'in.xlsx', '--out', 'out.xlsx');
  expect([again.exit, again.errors]).toEqual([0, '']);
  expect(again.printed).toContain('Period 2026-02 to 2026-04');
});

test('--accept-suggestions takes the reading that the other sheets share, and says which', async () => {
  const shared = {
    ...UNDECIDED,
    Invoices: `${LEDGER}\nI-1 | Acme | '20/04/2026 | 1200 | EUR | D-1\nI-2 | Birch | '21/05/2026 | 800 | EUR | D-2`,
  };
  const refused = await runOn({ 'in.xlsx': savedBook(shared) }, 'in.xlsx');
  expect(refused.errors).toContain('    dmy  day first (31/12/2026) (suggested)');
  expect(refused.errors).toContain('or take the suggested readings with --accept-suggestions.');
  const { printed } = await reconciled(shared, '--accept-suggestions');
  expect(printed.split('\n')[0]).toBe(
    'Taken as suggested: Deals: Dates such as 03/04/2026: does the day or the month come first? → day first (31/12/2026)',
  );
});

test('--accept-suggestions leaves open what nothing favours', async () => {
  const run = await runOn({ 'in.xlsx': savedBook(UNDECIDED) }, 'in.xlsx', '--accept-suggestions');
  expect(run.exit).toBe(2);
  expect(run.errors).toMatch(/^A question is open\. Answer with --settings settings\.json\.\n/);
});

test('several questions: one settings file answers all, with what it said before', async () => {
  const two: Sheets = {
    Deals: UNDECIDED['Deals'] ?? '',
    Invoices: `Invoice No | Customer | Invoice Date | Amount | VAT | Currency | Deal\nI-1 | Acme | '04/03/2026 | 1200 | 240 | EUR | D-1`,
  };
  const files = { 'in.xlsx': savedBook(two), 's.json': JSON.stringify({ version: 1, definitions: { matchDays: 3 } }) };
  const refused = await runOn(files, 'in.xlsx', '--settings', 's.json');
  expect(refused.errors).toMatch(/^3 questions are open\./);
  const settings = pasted(refused.errors);
  expect(JSON.parse(settings)).toEqual({
    version: 1,
    definitions: { matchDays: 3 },
    mappings: [
      { sheet: 'Deals', dateOrder: 'dmy' },
      { sheet: 'Invoices', dateOrder: 'dmy', columns: { net: 3 } },
    ],
  });
  const run = await runOn({ ...files, 's.json': settings }, 'in.xlsx', '--settings', 's.json', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(linesOf(reopened(fileOf(run, 'out.xlsx')), 'tblDefinitions', 'Setting', 'Value')).toContain('Days  3');
});

test('a currency that a sheet does not say is asked, though the reporting currency is settled', async () => {
  const silent: Sheets = {
    Deals: `${CRM}\nD-1 | Acme | 1200 | EUR | 2026-03-04 | Won\nD-2 | Birch | 800 | USD | 2026-03-05 | Won`,
    Invoices: 'Invoice No | Customer | Invoice Date | Net | Deal\nI-1 | Acme | 2026-04-20 | 1200 | D-1',
  };
  const settings = JSON.stringify({ version: 1, definitions: { currency: 'EUR' } });
  const run = await runOn({ 'in.xlsx': savedBook(silent), 's.json': settings }, 'in.xlsx', '--settings', 's.json');
  expect(run.exit).toBe(2);
  expect(run.errors).toContain('Invoices: No column says which currency these amounts are in. Which is it?');
});

test('the currency that a mark stands for can be said', async () => {
  const dollars: Sheets = {
    Deals: "Deal ID | Account | Amount | Close Date | Stage\nD-1 | Acme | '$1,200.00 | 2026-03-04 | Won",
    Invoices: "Invoice No | Customer | Invoice Date | Net | Deal\nI-1 | Acme | 2026-04-20 | '$1,200.00 | D-1",
  };
  const settings = JSON.stringify({ version: 1, mappings: ['Deals', 'Invoices'].map((sheet) => ({ sheet, currency: 'CAD' })) });
  const run = await runOn({ 'in.xlsx': savedBook(dollars), 's.json': settings }, 'in.xlsx', '--settings', 's.json');
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(run.printed).toContain('in CAD');
});

test('a sheet can be given its role, its columns are then found', async () => {
  const odd: Sheets = { ...UNDECIDED, Deals: 'Key | Firm | Worth | Currency | Signed\nD-1 | Acme | 1200 | EUR | 2026-03-04' };
  const settings = {
    version: 1,
    mappings: [{ sheet: 'Deals', role: 'deals', columns: { id: 0, customer: 1, amount: 2, date: 4 } }],
  };
  const run = await runOn({ 'in.xlsx': savedBook(odd), 's.json': JSON.stringify(settings) }, 'in.xlsx', '--settings', 's.json');
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(run.printed).toMatch(/Booked +1,200\.00/);
});

describe('a header that the file places', () => {
  /** Somebody wrote labels of their own above; they are as good a header as the export's. */
  const twice: Sheets = {
    Deals: `${CRM}\nD-1 | Acme | 1200 | EUR | 2026-03-04 | Won`,
    Invoices: `Number | Client | Invoice Date | Net amount | Currency | Order\n${LEDGER}\nI-1 | Acme | 2026-04-20 | 1200 | EUR | D-1`,
  };
  const placed = { sheet: 'Invoices', headerRow: 1 };

  test('is taken, and the columns are found from it', async () => {
    const run = await runWith(twice, { version: 1, mappings: [placed] });
    expect(run.printed).toContain('Invoices: invoices, header in row 2');
  });

  test('stands when columns are stated beside it', async () => {
    const run = await runWith(twice, { version: 1, mappings: [{ ...placed, columns: { customer: 1 } }] });
    expect(run.printed).toContain('header in row 2, one row a document; 1 row, all used');
  });

  test('is kept in the workbook', async () => {
    const first = await runWith(twice, { version: 1, mappings: [placed] });
    const again = await runOn({ 'in.xlsx': fileOf(first, 'out.xlsx') }, 'in.xlsx', '--out', 'out.xlsx');
    expect([again.exit, again.errors]).toEqual([0, '']);
    expect(again.printed).toContain('Invoices: invoices, header in row 2');
  });
});

async function runWith(sheets: Sheets, settings: object): ReturnType<typeof runOn> {
  const files = { 'in.xlsx': savedBook(sheets), 's.json': JSON.stringify(settings) };
  const run = await runOn(files, 'in.xlsx', '--settings', 's.json', '--out', 'out.xlsx');
  expect([run.exit, run.errors]).toEqual([0, '']);
  return run;
}
