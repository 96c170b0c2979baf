/** Notes in a workbook's settings that say more is Tieout's than Tieout wrote: what stands in the sheets decides. */

import { journalSchema } from '../../src/excel/recipe';
import { isOurTable } from '../../src/excel/recognise';
import { keptNotesSheet } from '../../src/report/keptNotesSheet';
import { afterFirstRun } from './support/edits';
import { namesOf, sheetOf, patient, silent, snapshot } from './support/open';
import { byHand, SMALL_BOOK, wholeRun } from './support/wholeRun';

const sources = Object.keys(SMALL_BOOK);

/** A person's own table over the deals, and notes of Tieout that say it is one of its results. */
async function withForgedClaim() {
  const book = await afterFirstRun();
  const { workbook } = book;
  const deals = sheetOf(workbook, 'Deals');
  byHand(workbook, () => workbook.addTable(deals, { top: 0, left: 0, bottom: 3, right: 6 }, true, 'MyDeals'));
  const noted = structuredClone(workbook.settings.get('tieout.sheets')) as { sheets: { planned: string }[] };
  const claim = {
    planned: 'Reconciliation',
    id: deals.id,
    name: 'Deals',
    tables: { tblReconciliation: 'MyDeals' },
    typed: [],
    cells: [],
  };
  const sheets = [claim, ...noted.sheets.filter(({ planned }) => planned !== 'Reconciliation')];
  workbook.settings.set('tieout.sheets', { version: 1, retired: [], sheets });
  return { ...book, before: snapshot(deals) };
}

test('a table of one’s own that the registry claims is no result: it is read, and neither written nor removed', async () => {
  const book = await withForgedClaim();
  const { port, workbook, before } = book;
  expect((await port.stored()).sheets).not.toContain('Deals');
  expect((await port.readSources(silent, patient())).map(({ sheet }) => sheet)).toContain('Deals');
  await wholeRun(book);
  expect(snapshot(sheetOf(workbook, 'Deals'))).toBe(before);
  await port.removeResults(silent, patient());
  expect(snapshot(sheetOf(workbook, 'Deals'))).toBe(before);
});

test('every table of a result is known by its columns', async () => {
  const { workbook } = await afterFirstRun();
  const tables = workbook.sheets.flatMap(({ name, tables: own }) => (sources.includes(name) ? [] : own));
  expect(tables.length).toBeGreaterThan(8);
  for (const { name, columns } of tables)
    expect([
      name,
      isOurTable(
        name,
        columns.map((column) => column.name),
      ),
    ]).toEqual([name, true]);
  const [notes] = keptNotesSheet([]).tables;
  expect(isOurTable('tblNotesKept', notes?.columns.map(({ header }) => header) ?? [])).toBe(true);
  expect(isOurTable('tblExceptions12', ['Exception key', 'Suggested action', 'What changed', 'mine'])).toBe(true);
  expect(isOurTable('constructor', ['name', 'length'])).toBe(false);
  expect(isOurTable('tblDecisionLog', ['Before', 'After', 'Amount'])).toBe(false);
});

/** A journal that is sound but for the sheets it names. */
const journalOf = (attempts: number, ...sheets: readonly object[]): object => ({
  phase: 'placing',
  attempts,
  sheets: sheets.map((sheet) => ({
    planned: 'Reconciliation',
    name: 'Reconciliation 7',
    headers: {},
    typed: [],
    cells: [],
    ...sheet,
  })),
  run: {},
  retired: [],
});

const RECIPE = {
  kind: 'update',
  tables: [],
  areas: [{ row: 0, column: 0, rows: 50, columns: 20, isAboveTable: false }],
  headerRow: 0,
  marks: [],
  rowHeights: [],
  charts: [],
};

test.each([0, 9])(
  'a journal, begun %p times, that claims a source as staged or to be written does nothing to it',
  async (attempts) => {
    const { port, workbook } = await afterFirstRun();
    const [deals, invoices] = [sheetOf(workbook, 'Deals'), sheetOf(workbook, 'Invoices')];
    const shots = (): string[] => sources.map((name) => snapshot(sheetOf(workbook, name)));
    const before = shots();
    const run: unknown = workbook.settings.get('tieout.lastRun');
    const journal = journalOf(
      attempts,
      { kind: 'fresh', staged: deals.id, tables: {} },
      { ...RECIPE, staged: sheetOf(workbook, 'Receipts').id, sheet: invoices.id },
    );
    workbook.settings.set('tieout.journal', { ...journal, run });
    expect(journalSchema.safeParse(workbook.settings.get('tieout.journal')).success).toBe(true);
    expect((await port.stored()).sheets).not.toEqual(expect.arrayContaining(['Deals']));
    await port.repair();
    expect(shots()).toEqual(before);
    expect(workbook.settings.has('tieout.journal')).toBe(false);
  },
);

/** Most of what marks the tables, but for what their rows are known by. */
const NOT_NEEDED = {
  tblReconciliation: ['Month', 'Open exceptions', 'Explanation'],
  tblVariances: ['Certainty', 'Exception key', 'Other customer'],
  tblExceptions: ['Suggested action', 'First seen', 'What changed'],
  tblMatches: ['Runner-up', 'Left source', 'Right source'],
  tblLeftOut: ['Cause code', 'Source link'],
  tblDefinitions: ['Why this value', 'Last run used'],
  tblAliases: ['Decided by', 'Decided at'],
};

test('a result of which a person took out the columns that he does not need is still one', async () => {
  const book = await afterFirstRun();
  const before = namesOf(book.workbook);
  await Excel.run(async (context) => {
    for (const [table, headers] of Object.entries(NOT_NEEDED))
      for (const header of headers) context.workbook.tables.getItem(table).columns.getItem(header).delete();
    await context.sync();
  });
  await wholeRun(book);
  expect(namesOf(book.workbook)).toEqual(before);
});
