/** What people type into the results while a run is under way is not written over. */

import { addColumn, afterFirstRun, exceptionOf } from './support/edits';
import { namesOf, settled, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, UNBILLED, wholeRun } from './support/wholeRun';

/** Does something as a person when the first sheet of a run is being staged. */
function whileStaged(book: OpenBook, work: () => void): void {
  let isDone = false;
  book.host.faults.before(
    ({ does }) => !isDone && does.includes('Visibility=') && does.includes('Add'),
    () => {
      isDone = true;
      work();
    },
  );
}

const typedInto = (sheet: string): unknown => ({
  trouble: {
    what: `Somebody worked in the sheet “${sheet}” while Tieout was reconciling. The sheet was left as it is.`,
    next: 'Run again: the new result then takes in what was done there.',
    where: null,
  },
});

test.each([
  ['Exceptions', (book: OpenBook) => type(book.workbook, 'tblExceptions', 0, 'Comment', 'ask Kim')],
  ['Matches', (book: OpenBook) => type(book.workbook, 'tblMatches', 0, 'Decision', 'refused')],
  ['Definitions', (book: OpenBook) => type(book.workbook, 'tblDefinitions', 0, 'Value', 'FY starts in May')],
])('%s: the result before stays with what was typed, and the next run takes it in', async (sheet, work) => {
  const book = await afterFirstRun();
  const names = namesOf(book.workbook);
  whileStaged(book, () => work(book));
  await expect(wholeRun(book)).rejects.toMatchObject(typedInto(sheet) as object);
  await settled(book.host);
  expect(namesOf(book.workbook)).toEqual(names);
  book.host.faults.clear();
  await wholeRun(book);
  const typed = ['tblExceptions', 'tblMatches', 'tblDefinitions'].flatMap((table) =>
    tableRows(book.workbook, table).map((row) => String(row['Comment'] ?? row['Decision'] ?? row['Value'])),
  );
  expect(typed.filter((text) => ['ask Kim', 'refused', 'FY starts in May'].includes(text))).toHaveLength(1);
});

test('a column of a person’s own is looked at again before it is carried over', async () => {
  const book = await afterFirstRun();
  addColumn(book.workbook, 'tblExceptions', 'My note', ['before']);
  whileStaged(book, () => addColumn(book.workbook, 'tblExceptions', 'Later', ['meanwhile']));
  await wholeRun(book).catch(() => undefined);
  book.host.faults.clear();
  await wholeRun(book);
  expect(exceptionOf(book.workbook, UNBILLED)).toMatchObject({ 'My note': 'before', Later: 'meanwhile' });
});

test('sorting a table anew keeps no run from its end', async () => {
  const book = await afterFirstRun();
  const found = book.workbook.table('tblExceptions');
  if (found === null) throw new Error('no exceptions');
  whileStaged(book, () =>
    byHand(book.workbook, () => {
      const { sheet, table } = found;
      const [first, last] = [table.area.top + 1, table.area.bottom];
      for (let column = table.area.left; column <= table.area.right; column += 1) {
        const [top, bottom] = [sheet.value(first, column), sheet.value(last, column)];
        sheet.setValue(first, column, bottom);
        sheet.setValue(last, column, top);
      }
    }),
  );
  expect(await wholeRun(book)).toEqual([]);
});
