/** The command line on a workbook that is all right: what it prints, what it saves. */

import { writeXlsx } from '../../host/files/writeXlsx';
import { STORY } from '../../samples/story';
import { sampleWorkbook } from '../../samples/workbook';
import { linesOf, partsOf } from '../support/book';
import { fileOf, reconciled, runOn } from '../support/commandLine';

const story = (): Uint8Array => writeXlsx(sampleWorkbook('story.xlsx', STORY));

test('the story: four totals, three differences, tie-out, exit 0', async () => {
  const { exit, printed, errors } = await runOn({ 'story.xlsx': story() }, 'story.xlsx');
  expect([exit, errors]).toEqual([0, '']);
  const said = printed.split('\n').map((line) => line.replace(/ {2,}/g, '  '));
  expect(said).toEqual(
    expect.arrayContaining([
      'Period 2026-01 to 2026-06, as-of 2026-06-30, in EUR',
      'Booked  127,650.00',
      'Invoiced  102,050.00',
      'Recognised  82,050.00',
      'Cash  114,710.00',
      'CRM deals  deals  used  16  127,650.00 EUR  127,650.00 EUR  ties',
      'Invoices  invoices  used  18  102,050.00 EUR  102,050.00 EUR  ties',
      'Receipts  receipts  used  17  114,710.00 EUR  114,710.00 EUR  ties',
      'Revenue schedule  schedule  used  18  82,050.00 EUR  82,050.00 EUR  ties',
      'Written to story.tieout.xlsx',
    ]),
  );
  expect(printed).toContain('Booked is 25,600.00 above invoiced');
  expect(printed).not.toContain('DOES NOT TIE');
});

test('the source sheets of the saved file are byte for byte those of the input', async () => {
  const input = story();
  const before = partsOf(input);
  const after = partsOf((await reconciled(input)).bytes);
  const untouched = [...before.keys()].filter((path) => /^xl\/(worksheets|tables|sharedStrings|theme)/.test(path));
  expect(untouched.filter((path) => /worksheets\/sheet\d+\.xml$/.test(path))).toHaveLength(4);
  for (const path of untouched) expect(after.get(path) === before.get(path)).toBe(true);
});

test('the seven sheets follow the sources', async () => {
  const { workbook } = await reconciled(story());
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    ...STORY.map(({ name }) => name),
    'Summary',
    'Reconciliation',
    'Variances',
    'Exceptions',
    'Matches',
    'Left out',
    'Definitions',
  ]);
});

test('--as-of sets the date, and what comes later is left out', async () => {
  const { printed, result } = await reconciled(story(), '--as-of', '2026-03-31');
  expect(printed).toContain('Period 2026-01 to 2026-03, as-of 2026-03-31, in EUR');
  expect(result.leftOut.filter(({ cause }) => cause === 'after-as-of').length).toBeGreaterThan(20);
});

test('several .csv files are one workbook, a sheet each', async () => {
  const run = await runOn(
    {
      'deals.csv': 'Deal ID,Account,Amount,Currency,Close Date,Stage\nD-1,Acme Ltd,1200.00,EUR,2026-03-05,Closed Won\n',
      'invoices.csv': 'Invoice No;Customer;Invoice Date;Net;Currency;Deal\n00123;Acme Ltd;2026-03-20;1200,00;EUR;D-1\n',
    },
    'deals.csv',
    'invoices.csv',
    '--out',
    'out.xlsx',
  );
  expect([run.exit, run.errors]).toEqual([0, '']);
  expect(run.printed).toMatch(/Booked +1,200.00\nInvoiced +1,200.00\nRecognised +not provided\nCash +not provided/);
  expect(run.printed).toContain('Written to out.xlsx');
  const { workbook } = await reconciled(fileOf(run, 'out.xlsx'));
  expect(linesOf(workbook, 'tblMatches', 'Kind', 'Left', 'Right')).toContain('Deal–invoice  D-1  00123');
});

test('a stray cell in the last row and a hidden sheet are told, and change no number', async () => {
  const workbook = sampleWorkbook('story.xlsx', STORY);
  workbook.transact('person', () => {
    workbook.sheet('Invoices')?.setValue(1_048_575, 16_383, 'x');
    const schedule = workbook.sheet('Revenue schedule');
    if (schedule !== null) schedule.visibility = 'Hidden';
  });
  const { printed, errors } = await runOn({ 'story.xlsx': writeXlsx(workbook) }, 'story.xlsx');
  expect(errors).toBe('');
  expect(printed).toContain('Invoices: not read, being no part of its table: XFD1048576');
  expect(printed).toContain('Revenue schedule: a hidden sheet, read all the same');
  expect(printed).toMatch(/Invoiced +102,050\.00\nRecognised +82,050\.00/);
});

test('--json holds every item, whole', async () => {
  const { result } = await reconciled(story());
  const sum = (of: readonly { readonly amount: number }[]): number => of.reduce((total, { amount }) => total + amount, 0);
  expect(sum(result.items.filter(({ gap }) => gap === 'BI'))).toBe(12_765_000 - 10_205_000);
  expect(result.items.find(({ code }) => code === 'T2')).toEqual({
    line: 'L-ferrow-analytics-2026-01-1nxib1x6ttf',
    customer: 'customer.ferrow analytics',
    month: 24_312,
    owner: 'Chloe Brandt',
    gap: 'BI',
    form: 'pair',
    code: 'T2',
    reasonClass: 'Timing',
    treatment: 'Expected',
    amount: 2_400_000,
    certainty: 'stated',
    pair: 'BI:deal.D-1014~invoice.SI-2015#1',
    otherCustomer: 'customer.ferrow analytics',
    otherMonth: 24_313,
    otherOwner: 'Chloe Brandt',
    expectedMonth: null,
    record: 'deal.D-1014',
    otherRecord: 'invoice.SI-2015',
    deal: 'deal.D-1014',
    invoice: 'invoice.SI-2015',
    schedule: null,
    receipt: null,
    documentAmount: 2_400_000,
    documentCurrency: 'EUR',
    exceptionKey: null,
    facts: { days: 5 },
  });
  expect(Object.keys(result.lines[0] ?? {})).toEqual(['key', 'customer', 'month', 'owner', 'measures']);
});
