import { writeXlsx } from '../../host/files/writeXlsx';
import { reopened } from '../support/book';
import type { Sheet } from '../../host/workbook/model';
import {
  addColumn,
  afterFirstRun,
  changed,
  exceptionOf,
  renameHeader,
  rowOf,
  SHEETS,
  shots,
  shown,
  TABLES,
  textsOf,
} from './support/edits';
import { namesOf, openWorkbook, sheetOf, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, NO_DEAL, UNBILLED, wholeRun } from './support/wholeRun';

test('the two exceptions of the small book', async () => {
  const { workbook } = await afterFirstRun();
  expect(tableRows(workbook, 'tblExceptions').map((row) => row['Exception key'])).toEqual([UNBILLED, NO_DEAL]);
});

test('a second run changes nothing, and neither does a third', async () => {
  const book = await afterFirstRun();
  const first = book.workbook.sheets.map(shown);
  expect(await wholeRun(book)).toEqual([]);
  expect(book.workbook.sheets.map(shown)).toEqual(first);
  const second = shots(book.workbook);
  await wholeRun(book);
  expect(changed(book.workbook, second)).toEqual([]);
});

test('columns added to every table keep their values beside their rows', async () => {
  const book = await afterFirstRun();
  const notes = (): unknown[][] => TABLES.map((name) => tableRows(book.workbook, name).map((row) => row['My note']));
  for (const name of TABLES)
    addColumn(
      book.workbook,
      name,
      'My note',
      tableRows(book.workbook, name).map((_, index) => `${name} ${index}`),
    );
  const before = notes();
  expect(before.map(({ length }) => length)).not.toContain(0);
  expect(await wholeRun(book)).toEqual([]);
  expect(notes()).toEqual(before);
});

test('notes beside the tables stay where they are', async () => {
  const book = await afterFirstRun();
  const places = TABLES.map((name) => {
    const found = book.workbook.table(name);
    if (found === null) throw new Error(name);
    return { name, sheet: found.sheet, row: found.table.area.top + 1, column: found.table.area.right + 12 };
  });
  byHand(book.workbook, () => {
    for (const { sheet, row, column, name } of places) sheet.enter(row, column, `beside ${name}`);
  });
  await wholeRun(book);
  expect(places.map(({ sheet, row, column }) => sheet.value(row, column))).toEqual(TABLES.map((name) => `beside ${name}`));
});

test('what a person typed into free cells above the tables stays there, formulas and colours too', async () => {
  const book = await afterFirstRun();
  const places = SHEETS.map((name) => sheetOf(book.workbook, name)).map((sheet) => ({ sheet, free: freeCells(sheet, 3) }));
  byHand(book.workbook, () => {
    for (const { sheet, free } of places)
      for (const [index, [row, column]] of free.entries()) {
        sheet.enter(row, column, ['ask Kim', 12, '=1+1'][index] ?? '');
        sheet.patchStyle({ top: row, left: column, bottom: row, right: column }, { fill: '#FF0000' });
      }
  });
  for (const times of [1, 2]) {
    expect([times, await wholeRun(book)]).toEqual([times, []]);
    for (const { sheet, free } of places)
      expect([sheet.name, ...free.map((place) => [sheet.value(...place), sheet.style(...place).fill])]).toEqual([
        sheet.name,
        ...['ask Kim', 12, 2].map((value) => [value, '#FF0000']),
      ]);
  }
});

type Place = readonly [row: number, column: number];

/** Blank cells above the first table, the last ones first. */
function freeCells(sheet: Sheet, count: number): Place[] {
  const [table] = sheet.tables;
  const places: Place[] = [];
  for (let row = (table?.area.top ?? 0) - 1; row >= 0; row -= 1)
    for (let column = 4; column >= 1; column -= 1)
      if (sheet.text(row, column) === '' && places.length < count) places.push([row, column]);
  return places;
}

test('columns and rows that a person hid stay hidden, and widths and heights stay', async () => {
  const book = await afterFirstRun();
  const sheet = sheetOf(book.workbook, 'Variances');
  byHand(book.workbook, () => {
    sheet.setColumnHidden(3, 4, true);
    sheet.setColumnWidth(5, 5, 99);
    sheet.setRowHeight(6, 6, 40);
    sheet.setRowHidden(7, 7, true);
  });
  await wholeRun(book);
  expect([sheet.columnHidden(3), sheet.columnHidden(4), sheet.columnWidth(5), sheet.rowHeight(6), sheet.rowHidden(7)]).toEqual([
    true,
    true,
    99,
    40,
    true,
  ]);
});

test('a person who renames headers loses nothing', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  type(workbook, 'tblExceptions', rowOf(workbook, UNBILLED), 'Comment', 'called them');
  type(workbook, 'tblExceptions', rowOf(workbook, UNBILLED), 'Status', 'Accepted');
  addColumn(workbook, 'tblExceptions', 'My note', ['first', 'second']);
  const renamed = ['Exception key', 'Amount', 'Status', 'Comment'];
  for (const header of renamed) renameHeader(workbook, 'tblExceptions', header, `Our ${header}`);
  expect(await wholeRun(book)).toEqual(
    renamed.map(
      (header) => `The column “Our ${header}” of Exceptions was found in the place of “${header}” and has that name again.`,
    ),
  );
  expect(exceptionOf(workbook, UNBILLED)).toMatchObject({ Comment: 'called them', Status: 'Accepted', 'My note': 'first' });
  expect(
    workbook
      .table('tblExceptions')
      ?.table.columns.map(({ name }) => name)
      .filter((name) => name.startsWith('Our')),
  ).toEqual([]);
});

test('columns in another order, and a person’s own between them, get what belongs under their headers', async () => {
  const withMore = async (book: OpenBook): Promise<OpenBook> => {
    byHand(book.workbook, () => {
      sheetOf(book.workbook, 'Deals').enter(1, 3, 1_250);
    });
    await wholeRun(book);
    return book;
  };
  const straight = await withMore(await afterFirstRun());
  const book = await afterFirstRun();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('tblVariances').columns.add(4, undefined, 'My note');
    await context.sync();
  });
  for (const [from, to] of [
    ['Owner', 'For a moment'],
    ['Amount', 'Owner'],
    ['For a moment', 'Amount'],
  ] as const)
    renameHeader(book.workbook, 'tblVariances', from, to);
  type(book.workbook, 'tblVariances', 0, 'My note', 'mine');
  await withMore(book);
  const rows = ({ workbook }: OpenBook): unknown[] =>
    tableRows(workbook, 'tblVariances').map((row) => ({ ...row, 'My note': undefined }));
  expect(rows(book)).toEqual(rows(straight));
  expect(tableRows(book.workbook, 'tblVariances')[0]?.['My note']).toBe('mine');
  const formats = ({ workbook }: OpenBook): unknown[] => {
    const found = workbook.table('tblVariances');
    return (found?.table.columns ?? [])
      .map(({ name }, index) => [name, found?.sheet.style(found.table.area.top + 1, found.table.area.left + index).numberFormat])
      .filter(([name]) => name !== 'My note')
      .sort();
  };
  expect(formats(book)).toEqual(formats(straight));
});

test('a column that was deleted comes back at the right end, and is told', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('tblExceptions').columns.getItem('Evidence').delete();
    await context.sync();
  });
  expect(await wholeRun(book)).toEqual(['The column “Evidence” of Exceptions was gone; it stands at the right end now.']);
  expect(workbook.table('tblExceptions')?.table.columns.at(-1)?.name).toBe('Evidence');
  expect(await wholeRun(book)).toEqual([]);
});

test('cells that a person merged above a table are no obstacle', async () => {
  const book = await afterFirstRun();
  const sheet = sheetOf(book.workbook, 'Exceptions');
  byHand(book.workbook, () =>
    sheet.merges.push({ top: 0, left: 0, bottom: 0, right: 5 }, { top: 2, left: 3, bottom: 2, right: 5 }),
  );
  expect(await wholeRun(book)).toEqual([]);
  expect(sheet.value(0, 0)).toBe('Exceptions: what somebody must settle');
});

test('a renamed table is still ours', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  type(workbook, 'tblExceptions', 0, 'Comment', 'called them');
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('tblExceptions').name = 'Points';
    await context.sync();
  });
  expect(await wholeRun(book)).toEqual([]);
  expect(tableRows(workbook, 'Points')[0]?.['Comment']).toBe('called them');
  expect(namesOf(workbook)).toHaveLength(10);
});

test('a table that was made a plain range is told: its sheet is left alone, and what was typed there stands in it', async () => {
  const book = await afterFirstRun();
  const { workbook } = book;
  type(workbook, 'tblExceptions', 0, 'Comment', 'called them');
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('tblExceptions').convertToRange();
    await context.sync();
  });
  expect(await wholeRun(book)).toEqual([
    'The table of “Exceptions” is no table any more, so the sheet was left as it is and not read; the result is on “Exceptions (Tieout)”.',
  ]);
  expect(textsOf(sheetOf(workbook, 'Exceptions'))).toContain('called them');
  expect(await wholeRun(book)).toEqual([]);
});

test('headers that a person renamed are known again in a saved file', async () => {
  const first = await afterFirstRun();
  type(first.workbook, 'tblExceptions', 0, 'Comment', 'called them');
  renameHeader(first.workbook, 'tblExceptions', 'Comment', 'Remark');
  const again = openWorkbook(reopened(writeXlsx(first.workbook)));
  expect(await wholeRun(again)).toEqual([
    'The column “Remark” of Exceptions was found in the place of “Comment” and has that name again.',
  ]);
  expect(tableRows(again.workbook, 'tblExceptions')[0]?.['Comment']).toBe('called them');
});

test.each([1e15, 1e308, -1e21, 'much'])(
  'an amount of an exception that a person typed over with %p is worked out anew',
  async (typed) => {
    const book = await afterFirstRun();
    const amounts = (): unknown[] => tableRows(book.workbook, 'tblExceptions').map((row) => row['Amount']);
    const before = amounts();
    type(book.workbook, 'tblExceptions', 0, 'Amount', typed);
    type(book.workbook, 'tblExceptions', 0, 'Status', 'Accepted');
    expect(await wholeRun(book)).toEqual([]);
    expect(amounts()).toEqual(before);
  },
);

test('an exception that is gone keeps its row, whatever a person typed over its amount', async () => {
  const book = await afterFirstRun();
  type(book.workbook, 'tblExceptions', 0, 'Amount', 1e308);
  byHand(book.workbook, () => sheetOf(book.workbook, 'Deals').enter(1, 6, 'Lost'));
  expect(await wholeRun(book)).toEqual([]);
  expect(exceptionOf(book.workbook, UNBILLED)).toMatchObject({ Status: 'Resolved' });
});

test('a registry that says Tieout wrote cells without end does no harm', async () => {
  const book = await afterFirstRun();
  const noted = structuredClone(book.workbook.settings.get('tieout.sheets')) as { sheets: { cells: object[] }[] };
  for (const { cells } of noted.sheets)
    cells.push({ row: 0, column: 0, columns: 2 ** 53 }, { row: -1, column: 1e308, columns: 0.5 });
  book.workbook.settings.set('tieout.sheets', noted);
  expect(await wholeRun(book)).toEqual([]);
});
