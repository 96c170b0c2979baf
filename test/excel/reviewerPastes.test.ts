import { afterFirstRun, addColumn, exceptionOf, rowOf, shown } from './support/edits';
import { sheetOf, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, NO_DEAL, UNBILLED, wholeRun } from './support/wholeRun';

function tableIn({ workbook }: OpenBook, name: string) {
  const found = workbook.table(name);
  if (found === null) throw new Error(`no table ${name}`);
  return found;
}

test('figures, formulas and formats that a person pasted over are right again, and notes survive', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  type(workbook, 'tblExceptions', rowOf(workbook, UNBILLED), 'Comment', 'called them');
  const before = workbook.sheets.map(shown);
  byHand(workbook, () => {
    for (const name of ['tblReconciliation', 'tblVariances', 'tblLeftOut', 'tblTieOut']) {
      const { sheet, table } = tableIn(book, name);
      const { top, left, bottom, right } = table.area;
      const body = { top: top + 1, left, bottom, right };
      sheet.patchStyle(body, { numberFormat: '0.0000', wrap: true });
      for (let row = body.top; row <= body.bottom; row += 1)
        for (let column = left; column <= right; column += 1) sheet.enter(row, column, 'pasted');
    }
    const { sheet, table } = tableIn(book, 'tblExceptions');
    const evidence = table.area.left + table.columns.findIndex(({ name }) => name === 'Evidence');
    for (let row = table.area.top + 1; row <= table.area.bottom; row += 1) sheet.enter(row, evidence, 1);
  });
  await wholeRun(book);
  expect(workbook.sheets.map(shown)).toEqual(before);
  expect(exceptionOf(workbook, UNBILLED)).toMatchObject({ Comment: 'called them' });
});

test('cells of ours that a person emptied are filled again; a comment he emptied stays empty', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  type(workbook, 'tblExceptions', rowOf(workbook, NO_DEAL), 'Comment', 'to be emptied');
  const before = sheetOf(workbook, 'Reconciliation');
  const cells = shown(before);
  byHand(workbook, () => {
    const { sheet, table } = tableIn(book, 'tblReconciliation');
    sheet.clear({ ...table.area, top: table.area.top + 1 }, 'Contents');
    sheet.clear({ top: 0, left: 0, bottom: 1, right: 30 }, 'All');
  });
  type(workbook, 'tblExceptions', rowOf(workbook, NO_DEAL), 'Comment', '');
  expect(await wholeRun(book)).toEqual([]);
  expect(shown(sheetOf(workbook, 'Reconciliation'))).toEqual(cells);
  expect(exceptionOf(workbook, NO_DEAL)['Comment']).toBeNull();
});

test('a row that a person put at the end of a proof is gone after the next run, its note is kept', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  const rows = tableRows(workbook, 'tblVariances').length;
  addColumn(workbook, 'tblVariances', 'My note', ['first']);
  byHand(workbook, () => {
    const { sheet, table } = tableIn(book, 'tblVariances');
    const { bottom, left, right } = table.area;
    workbook.resizeTable(sheet, table, { ...table.area, bottom: bottom + 1 });
    sheet.enter(bottom + 1, left, 'my own line');
    sheet.enter(bottom + 1, right, 'what I found');
  });
  expect(await wholeRun(book)).toEqual(['1 note whose place is gone now stands on the sheet “Notes kept”.']);
  expect(tableRows(workbook, 'tblVariances').map((row) => row['My note'])).toEqual([
    'first',
    ...Array<null>(rows - 1).fill(null),
  ]);
  expect(tableRows(workbook, 'tblNotesKept').map(({ Note }) => Note)).toEqual(['what I found']);
});

test.each(['Hidden', 'VeryHidden'] as const)(
  'result sheets that a person made %s are written and stay so',
  async (visibility) => {
    const book = await afterFirstRun();
    const { workbook } = book;
    byHand(workbook, () => {
      for (const name of ['Matches', 'Exceptions', 'Definitions']) sheetOf(workbook, name).visibility = visibility;
      sheetOf(workbook, 'Deals').enter(1, 3, 1_400);
    });
    expect(await wholeRun(book)).toEqual([]);
    expect(exceptionOf(workbook, UNBILLED)['Amount']).toBe(1_400);
    expect(['Matches', 'Exceptions', 'Definitions'].map((name) => sheetOf(workbook, name).visibility)).toEqual(
      Array(3).fill(visibility),
    );
  },
);
