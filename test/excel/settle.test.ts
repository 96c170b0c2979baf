/** What the pane settles on exceptions, written where a person would have typed it, and honoured by the next run. */

import type { KeyedCells } from '../../src/settings/decisions';
import { afterFirstRun, renameHeader } from './support/edits';
import { openWorkbook, sheetOf, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, NO_DEAL, UNBILLED, wholeRun } from './support/wholeRun';

const KEYS = (book: OpenBook): unknown[] => tableRows(book.workbook, 'tblExceptions').map((row) => row['Exception key']);

const rowOf = ({ workbook }: OpenBook, key: string): Record<string, unknown> =>
  tableRows(workbook, 'tblExceptions').find((row) => row['Exception key'] === key) ?? {};

const accepted = (key: string): KeyedCells => ({ key, cells: { Status: 'Accepted', Comment: 'agreed with Kim' } });

describe('exceptions', () => {
  test('the cells of the row are written, the next run honours them, and nothing is lost', async () => {
    const book = await afterFirstRun();
    expect(await book.writes.writeReviews([accepted(UNBILLED)])).toEqual([
      { key: UNBILLED, cells: { Status: 'Open', Comment: '' } },
    ]);
    await wholeRun(book);
    expect(rowOf(book, UNBILLED)).toMatchObject({ Status: 'Accepted', Comment: 'agreed with Kim' });
    expect(rowOf(book, NO_DEAL)).toMatchObject({ Status: 'Open', Comment: null });
  });

  test('dates are dates, and a comment that looks like a formula is a text', async () => {
    const book = await afterFirstRun();
    const cells = { 'Due by': 46_200, 'Accept until': 46_300, Comment: '=1+1', Assignee: '- Kim' };
    await book.writes.writeReviews([{ key: UNBILLED, cells }]);
    expect(rowOf(book, UNBILLED)).toMatchObject(cells);
    const before = await book.writes.writeReviews([{ key: UNBILLED, cells: { Comment: '' } }]);
    await book.writes.writeReviews(before);
    await wholeRun(book);
    expect(rowOf(book, UNBILLED)).toMatchObject(cells);
  });

  test('a sheet that was sorted, renamed and widened is hit in the right row', async () => {
    const book = await afterFirstRun();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('tblExceptions');
      table.sort.apply([{ key: 0, ascending: false }]);
      table.columns.add(1, undefined, 'My mark');
      table.worksheet.name = 'To do';
      await context.sync();
    });
    renameHeader(book.workbook, 'tblExceptions', 'Status', 'Our state');
    await book.writes.writeReviews([{ key: NO_DEAL, cells: { Status: 'Waiting' } }]);
    expect(tableRows(book.workbook, 'tblExceptions').map((row) => [row['Exception key'], row['Our state']])).toEqual(
      expect.arrayContaining([
        [UNBILLED, 'Open'],
        [NO_DEAL, 'Waiting'],
      ]),
    );
    await wholeRun(book);
    expect(tableRows(book.workbook, 'tblExceptions').find((row) => row['Exception key'] === NO_DEAL)).toMatchObject({
      Status: 'Waiting',
    });
  });

  test('of a pasted copy only the first row is written', async () => {
    const book = await afterFirstRun();
    type(book.workbook, 'tblExceptions', 1, 'Exception key', String(KEYS(book)[0]));
    await book.writes.writeReviews([accepted(String(KEYS(book)[0]))]);
    expect(tableRows(book.workbook, 'tblExceptions').map((row) => row['Status'])).toEqual(['Accepted', 'Open']);
  });

  test('a row that is gone is told, and the others are not written either way', async () => {
    const book = await afterFirstRun();
    await expect(book.writes.writeReviews([accepted('BI.unbilled.deal.D-77')])).rejects.toHaveProperty(
      'trouble.what',
      'The row of this exception is no longer on the Exceptions sheet.',
    );
    expect(tableRows(book.workbook, 'tblExceptions').map((row) => row['Status'])).toEqual(['Open', 'Open']);
  });

  test('a column that is gone is named', async () => {
    const book = await afterFirstRun();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('tblExceptions').columns.getItem('Assignee').delete();
      await context.sync();
    });
    await expect(book.writes.writeReviews([{ key: UNBILLED, cells: { Assignee: 'Kim' } }])).rejects.toHaveProperty(
      'trouble.what',
      'The column “Assignee” is no longer on the sheet Exceptions.',
    );
  });

  test('what somebody changed meanwhile is left as it is and told', async () => {
    const book = await afterFirstRun();
    byHand(book.workbook, () => type(book.workbook, 'tblExceptions', 0, 'Comment', 'Kim was here'));
    const key = String(KEYS(book)[0]);
    await expect(
      book.writes.writeReviews([{ key, cells: { Comment: 'mine' }, expected: { Comment: '' } }]),
    ).rejects.toHaveProperty('trouble.what', 'Somebody changed this row of the Exceptions sheet in the meantime.');
    expect(rowOf(book, key)['Comment']).toBe('Kim was here');
  });

  test('a protected sheet has its words', async () => {
    const book = await afterFirstRun();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Exceptions').protection.protect();
      await context.sync();
    });
    await expect(book.writes.writeReviews([accepted(UNBILLED)])).rejects.toHaveProperty(
      'trouble.next',
      expect.stringContaining('Unprotect it under Review'),
    );
  });
});

test('two panes on one workbook write into the same rows', async () => {
  const book = await afterFirstRun();
  const other = openWorkbook(book.workbook);
  await book.writes.writeReviews([{ key: UNBILLED, cells: { Assignee: 'Kim' } }]);
  await other.writes.writeReviews([{ key: UNBILLED, cells: { Status: 'Waiting' } }]);
  expect(rowOf(book, UNBILLED)).toMatchObject({ Assignee: 'Kim', Status: 'Waiting' });
});

test('Summary counts as written off what names a reason, and all else as open', async () => {
  const book = await afterFirstRun();
  const summary = sheetOf(book.workbook, 'Summary');
  const countOf = (label: string): unknown => {
    const area = summary.usedArea(true);
    let found: unknown;
    if (area !== null)
      summary.forEachCell(area, (row, column) => {
        if (summary.value(row, column) === label) found ??= summary.value(row, column + 1);
      });
    return found;
  };
  for (const [status, writtenOff, open] of [
    ['Written off', 0, 2],
    ['Written off:', 0, 2],
    ['Written off: cents', 1, 1],
    ['written off : cents', 1, 1],
  ] as const) {
    byHand(book.workbook, () => type(book.workbook, 'tblExceptions', 0, 'Status', status));
    const byAge = ['0 to 30', '31 to 60', '61 to 90', 'over 90'].reduce((sum, age) => sum + Number(countOf(age)), 0);
    expect([status, countOf('Written off'), byAge]).toEqual([status, writtenOff, open]);
  }
});
