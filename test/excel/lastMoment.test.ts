/** What people type in the very last moment before a result is put in place is not lost. */

import { addColumn, afterFirstRun } from './support/edits';
import { settled, sheetOf, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, wholeRun } from './support/wholeRun';

const LATE = 'typed late';
/** Looks like a formula, and is none. */
const LATE_FORMULA = '=late';

/** Everywhere at once: reviews, decisions, settings, a further alias, a column of their own, the signature, a free cell. */
function typeEverywhere({ workbook }: OpenBook): void {
  type(workbook, 'tblExceptions', 1, 'Comment', LATE_FORMULA);
  type(workbook, 'tblMatches', 0, 'Decision', LATE);
  type(workbook, 'tblDefinitions', 2, 'Value', LATE);
  type(workbook, 'tblAliases', 0, 'From', LATE);
  type(workbook, 'tblAliases', 0, 'To', 'Acme Ltd');
  type(workbook, 'tblVariances', 0, 'My note', LATE);
  byHand(workbook, () => {
    sheetOf(workbook, 'Exceptions').enter(1, 12, LATE);
    const signed = /!\$([A-Z])\$(\d+)$/.exec(workbook.names.find(({ name }) => name === 'Tieout_Prepared_by')?.formula ?? '');
    sheetOf(workbook, 'Summary').enter(Number(signed?.[2]) - 1, String(signed?.[1]).charCodeAt(0) - 65, LATE);
  });
}

/** By sheet, how many cells say it. */
const lateCells = ({ workbook }: OpenBook): Record<string, number> =>
  Object.fromEntries(
    workbook.sheets.flatMap((sheet) => {
      let count = 0;
      const area = sheet.usedArea(true);
      if (area !== null)
        sheet.forEachCell(area, (row, column) => {
          if ([LATE, LATE_FORMULA].includes(sheet.text(row, column))) count += 1;
        });
      return count === 0 ? [] : [[sheet.name, count]];
    }),
  );

const EVERYWHERE = { Summary: 1, Variances: 1, Exceptions: 2, Matches: 1, Definitions: 2 };

async function reviewed(): Promise<OpenBook> {
  const book = await afterFirstRun();
  addColumn(book.workbook, 'tblVariances', 'My note', ['early']);
  await settled(book.host);
  return book;
}

/** The request that puts the result in place, counted from the first of a run. */
async function placing(book: OpenBook): Promise<number> {
  const start = book.host.requests.length;
  await wholeRun(book);
  return book.host.requests.slice(start).findLastIndex(({ does }) => does.includes('SuspendScreenUpdatingUntilNextSync')) + 1;
}

test('it stands in the result after the run, which says so, and the next run takes it in', async () => {
  const last = await placing(await reviewed());
  for (const at of [last, last - 3]) {
    const book = await reviewed();
    book.host.faults.before(at, () => typeEverywhere(book));
    const told = await wholeRun(book);
    expect(told).toContainEqual(expect.stringMatching(/^What was typed into “Exceptions” while .* Run again to take it in\.$/));
    expect([last - at, lateCells(book)]).toEqual([last - at, EVERYWHERE]);
    await wholeRun(book);
    expect([last - at, lateCells(book)]).toEqual([last - at, EVERYWHERE]);
    expect(tableRows(book.workbook, 'tblExceptions')[1]?.['Comment']).toBe(LATE_FORMULA);
    expect((await book.port.readKept()).decisions.aliases).toMatchObject([{ from: LATE, to: 'Acme Ltd' }]);
  }
});

test('a decision on a match that the run no longer finds keeps its key', async () => {
  const prepared = async (): Promise<OpenBook> => {
    const book = await afterFirstRun();
    byHand(book.workbook, () => sheetOf(book.workbook, 'Receipts').enter(1, 0, 'R-3'));
    await settled(book.host);
    return book;
  };
  const last = await placing(await prepared());
  const book = await prepared();
  const keys = tableRows(book.workbook, 'tblMatches').map((row) => String(row['Match key']));
  const row = keys.findIndex((key) => key.endsWith('receipt.R-2'));
  book.host.faults.before(last, () => type(book.workbook, 'tblMatches', row, 'Decision', 'refused'));
  await wholeRun(book);
  expect((await book.port.readKept()).decisions.links).toMatchObject([{ matchKey: keys[row], decision: 'refused' }]);
});
