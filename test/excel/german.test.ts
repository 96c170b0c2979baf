import { planReport } from '../../src/report/planReport';
import type { Reconciliation } from '../../src/domain/reconciliation';
import { marchDeal } from '../report/support/reconciliations';
import { openBook, patient, sheetOf, silent, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';

const SETTINGS_USED: Reconciliation['settingsUsed'] = [
  { key: 'asOf', value: 'auto', used: '2026-04-30', why: 'the latest invoice' },
  { key: 'matchPercent', value: 0.5, used: 0.5, why: 'default' },
  { key: 'materiality', value: 1000, used: 1000, why: 'default' },
  { key: 'invoicingLag', value: 1.234, used: 1.234, why: 'default' },
];

async function write({ port }: OpenBook): Promise<void> {
  await port.write(
    planReport(marchDeal({ settingsUsed: SETTINGS_USED }), await port.readKept()),
    await port.readSources(silent, patient()),
    silent,
    patient(),
  );
}

test('settings typed as a German writes them are read as he means them', async () => {
  const book = openBook({ culture: 'de-DE' });
  await write(book);
  ['30.04.2026', '0,75', '2.500'].forEach((entry, row) => type(book.workbook, 'tblDefinitions', row, 'Value', entry));
  const { definitions, refusedSettings } = await book.port.readKept();
  expect(definitions).toMatchObject({ asOf: '2026-04-30', matchPercent: 0.75, materiality: 2_500 });
  expect(refusedSettings.map(({ key }) => key)).not.toContain('materiality');
});

test('what Tieout itself wrote for a setting is no other number in a German Excel', async () => {
  const book = openBook({ culture: 'de-DE' });
  const used = SETTINGS_USED.map((one) => (one.key === 'matchPercent' ? { ...one, value: 1.234, used: 1.234 } : one));
  await book.port.write(planReport(marchDeal({ settingsUsed: used })), [], silent, patient());
  expect((await book.port.readKept()).definitions).toMatchObject({ matchPercent: 1.234, materiality: 1_000 });
});

test('an Excel that does not tell its language takes what can be read in one way only, and tells the rest', async () => {
  const book = openBook({ culture: 'de-DE', excelApi: '1.10' });
  await write(book);
  ['30.04.2026', '0,75', '2,500'].forEach((entry, row) => type(book.workbook, 'tblDefinitions', row, 'Value', entry));
  const { definitions, refusedSettings } = await book.port.readKept();
  expect(definitions).toMatchObject({ asOf: '2026-04-30', matchPercent: 0.75, materiality: 1_000 });
  expect(refusedSettings).toContainEqual({ setting: 'Amount', typed: '2,500', key: 'materiality' });
});

test('dates that Excel left texts: due dates, acceptances and aliases hold all the same', async () => {
  const book = openBook({ culture: 'de-DE' });
  await write(book);
  type(book.workbook, 'tblExceptions', 0, 'Due by', "'31.05.2026");
  type(book.workbook, 'tblExceptions', 0, 'Accept until', "'30.6.26");
  type(book.workbook, 'tblExceptions', 1, 'Accept until', 'next year');
  for (const [header, entry] of Object.entries({ From: 'ACME', To: 'Acme Ltd', 'From date': '01.02.2026' }))
    type(book.workbook, 'tblAliases', 0, header, entry);
  const { previous, decisions } = await book.port.readKept();
  expect(previous.map(({ dueBy, acceptUntil }) => [dueBy, acceptUntil])).toEqual([
    [46_173, 46_203],
    ['', 'next year'],
  ]);
  expect(decisions.aliases.map(({ fromDate }) => fromDate)).toEqual(['2026-02-01']);
});

test('a ledger balance and the date of the sign-off that Excel left texts become what they are at the next run', async () => {
  const book = openBook({ culture: 'de-DE' });
  const { workbook } = book;
  await write(book);
  const summary = sheetOf(workbook, 'Summary');
  workbook.transact('person', () => {
    summary.enter(22, 1, "'1.295,50");
    summary.enter(22, 2, 'to come');
    summary.enter(27, 1, "'31.05.2026");
  });
  expect(summary.value(23, 1)).toBe('not a number');
  await write(book);
  expect([summary.value(22, 1), summary.value(23, 1)]).toEqual([1_295.5, 800 - 1_295.5]);
  expect([summary.value(22, 2), summary.value(27, 1)]).toEqual(['to come', 46_173]);
  await write(book);
  expect(summary.value(22, 1)).toBe(1_295.5);
});

test('nothing is written in the writing of a language: formats, formulas and lists are those of every Excel', async () => {
  const book = openBook({ culture: 'de-DE' });
  await write(book);
  const english = openBook();
  await write(english);
  const written = ({ workbook }: OpenBook): unknown =>
    workbook.sheets.map((sheet) => ({
      name: sheet.name,
      validations: sheet.validations.map(({ rule }) => rule),
      formats: sheet.conditionalFormats.map(({ rule }) => rule),
    }));
  expect(written(book)).toEqual(written(english));
  expect(tableRows(book.workbook, 'tblVariances')).toEqual(tableRows(english.workbook, 'tblVariances'));
  expect(book.host.requests.flatMap(({ does }) => does.filter((what) => what.includes('Local')))).toEqual([]);
});

test('lists to choose from hold no comma and fit what Excel takes, so that no language cuts them otherwise', () => {
  const lists = planReport(marchDeal()).sheets.flatMap(({ tables }) =>
    tables.flatMap(({ columns }) => columns.flatMap(({ list }) => (list === undefined ? [] : [list.choices]))),
  );
  expect(lists.length).toBeGreaterThan(0);
  for (const choices of lists) {
    expect(choices.filter((choice) => /[,;]/.test(choice))).toEqual([]);
    expect(choices.join(',').length).toBeLessThanOrEqual(255);
  }
});

test('no formula of the result writes a number or date as text, which each language does otherwise', () => {
  const formulas = JSON.stringify(planReport(marchDeal()).sheets).match(/"formula":"=[^"\\]*(?:\\.[^"\\]*)*"/g) ?? [];
  expect(formulas.length).toBeGreaterThan(10);
  expect(formulas.filter((formula) => /\b(?:TEXT|FIXED|DOLLAR|VALUE|DATEVALUE|NUMBERVALUE)\(/.test(formula))).toEqual([]);
});
