/** What the command line refuses: what happened, where, what next, and exit 2. */

import { writeXlsx } from '../../host/files/writeXlsx';
import { reopened, savedBook } from '../support/book';
import { fileOf, runOn } from '../support/commandLine';

const book = (): Uint8Array =>
  savedBook({
    Deals: 'Deal ID | Account | Amount | Currency | Close Date | Stage\nD-1 | Acme | 1200 | EUR | 2026-03-05 | Won',
    Invoices: 'Invoice No | Customer | Invoice Date | Net | Currency | Deal\nI-1 | Acme | 2026-03-20 | 1200 | EUR | D-1',
  });

/** Runs what must be refused; nothing may be written. */
async function refusal(files: Readonly<Record<string, Uint8Array | string>>, ...args: readonly string[]): Promise<string> {
  const run = await runOn(files, ...args);
  expect(run.exit).toBe(2);
  expect([...run.files.keys()]).toEqual(Object.keys(files));
  return run.errors;
}

test('no workbook named', async () => {
  expect(await refusal({})).toMatch(/^Name a workbook\.\nUsage: npm run reconcile -- in\.xlsx/);
});

test('a file that is not there', async () => {
  expect(await refusal({}, 'away.xlsx')).toBe('away.xlsx cannot be read: there is no such file or folder. Check the name.');
});

const OLD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (text: string): number[] => Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

test.each([
  ['a text', new TextEncoder().encode('Deal ID,Account\n'), /in\.xlsx is not an \.xlsx workbook\..*save it as an Excel workbook/],
  ['an empty file', bytes(), /in\.xlsx is empty\..*Get the file once more\./],
  [
    'an old .xls',
    bytes(...OLD, ...Array<number>(600).fill(0)),
    /Excel 97-2003 workbook.*save it as an Excel workbook \(\.xlsx\)/,
  ],
  ['an encrypted workbook', bytes(...OLD, ...wide('EncryptedPackage')), /protected by a password.*remove the password/],
  ['a truncated workbook', book().slice(0, 900), /in\.xlsx|archive|file/i],
])('%s', async (_, input, message) => {
  const said = await refusal({ 'in.xlsx': input }, 'in.xlsx');
  expect(said).toMatch(message);
  expect(said.split(/[.:] /).length).toBeGreaterThanOrEqual(3);
});

test('settings that are not JSON', async () => {
  const said = await refusal({ 'in.xlsx': book(), 's.json': '{"version": 1,' }, 'in.xlsx', '--settings', 's.json');
  expect(said).toMatch(/^The settings in s\.json are not JSON: .+\. Correct the file and run again\.$/);
});

test('settings that do not fit: every member is named', async () => {
  const settings = {
    version: 2,
    definition: {},
    definitions: { ownerRules: 'deal' },
    mappings: [{ sheet: 'Deals', role: 'contracts', dateorder: 'dmy' }],
  };
  const said = await refusal({ 'in.xlsx': book(), 's.json': JSON.stringify(settings) }, 'in.xlsx', '--settings', 's.json');
  expect(said.split('\n')).toEqual([
    'The settings in s.json do not fit. Correct and run again:',
    '  version: Invalid input: expected 1',
    '  definitions: Unrecognized key: "ownerRules"',
    expect.stringMatching(/^ {2}mappings\.0\.role: Invalid option: expected one of "deals"/),
    '  mappings.0: Unrecognized key: "dateorder"',
    '  the file: Unrecognized key: "definition"',
  ]);
});

test('a definition that is not allowed is not passed over', async () => {
  const settings = { version: 1, definitions: { ownerRule: 'nobody', asOf: '31/03/2026', matchDays: 3 } };
  const said = await refusal({ 'in.xlsx': book(), 's.json': JSON.stringify(settings) }, 'in.xlsx', '--settings', 's.json');
  expect(said.split('\n').slice(1)).toEqual([
    '  definitions.ownerRule: “nobody” is not allowed; give deal, deal at close, account, own',
    '  definitions.asOf: “31/03/2026” is not allowed; give auto, or a date (2026-03-31)',
  ]);
});

test('settings about a sheet that the workbook lacks', async () => {
  const settings = { version: 1, mappings: [{ sheet: 'Deels', role: 'deals' }] };
  expect(await refusal({ 'in.xlsx': book(), 's.json': JSON.stringify(settings) }, 'in.xlsx', '--settings', 's.json')).toBe(
    'The settings are about “Deels”, which the workbook does not have. It has “Deals”, “Invoices”. Correct the settings file.',
  );
});

test('--as-of that is no date', async () => {
  expect(await refusal({ 'in.xlsx': book() }, 'in.xlsx', '--as-of', '2026-02-30')).toBe(
    '--as-of 2026-02-30 is not a date. Give auto, or a date (2026-03-31).',
  );
});

test.each([
  ['the workbook', ['--out', './in.xlsx']],
  ['the settings', ['--out', 'out.xlsx', '--settings', 's.json', '--json', 's.json']],
  ['the other result', ['--out', 'out.xlsx', '--json', 'out.xlsx']],
])('a result that would overwrite %s', async (_, args) => {
  const files = { 'in.xlsx': book(), 's.json': '{"version":1}' };
  expect(await refusal(files, 'in.xlsx', ...args)).toMatch(
    /^The result would overwrite .+\. Give another name with --out or --json\.$/,
  );
});

test('an option that does not exist', async () => {
  expect(await refusal({ 'in.xlsx': book() }, 'in.xlsx', '--asof', '2026-03-31')).toMatch(
    /Unknown option '--asof'.*\nUsage: npm run/s,
  );
});

test('two workbooks at once', async () => {
  expect(await refusal({ 'in.xlsx': book(), 'b.xlsx': book() }, 'in.xlsx', 'b.xlsx')).toMatch(
    /^Only \.csv files can be read together/,
  );
});

test('a protected result says how to go on, and nothing is written', async () => {
  const first = await runOn({ 'in.xlsx': book() }, 'in.xlsx', '--out', 'out.xlsx');
  const workbook = reopened(fileOf(first, 'out.xlsx'));
  const exceptions = workbook.sheet('Exceptions');
  if (exceptions === null) throw new Error('there are no exceptions');
  exceptions.protection.protected = true;
  const said = await refusal({ 'in.xlsx': writeXlsx(workbook) }, 'in.xlsx');
  expect(said).toMatch(/^The sheet “Exceptions” is protected.*Unprotect the sheet under Review, then run again\.$/);
});
