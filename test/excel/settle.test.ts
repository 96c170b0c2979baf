/** What the pane settles, written where a person would have typed it, logged, and honoured by the next run. */

import type { KeyedCells, LoggedDecision } from '../../src/settings/decisions';
import { afterFirstRun, renameHeader } from './support/edits';
import { openWorkbook, tableRows, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, NO_DEAL, openSmallBook, UNBILLED, wholeRun } from './support/wholeRun';

const KEYS = (book: OpenBook): unknown[] => tableRows(book.workbook, 'tblExceptions').map((row) => row['Exception key']);

const rowOf = ({ workbook }: OpenBook, key: string): Record<string, unknown> =>
  tableRows(workbook, 'tblExceptions').find((row) => row['Exception key'] === key) ?? {};

const accepted = (key: string): KeyedCells => ({ key, cells: { Status: 'Accepted', Comment: 'agreed with Kim' } });

const logged = (what: string, key = UNBILLED): LoggedDecision => ({
  when: '2026-05-04',
  who: 'mk',
  what,
  key,
  before: 'Open',
  after: 'Accepted',
});

const log = ({ workbook }: OpenBook): unknown[] =>
  tableRows(workbook, 'tblDecisionLog')
    .filter((row) => row['When'] !== null)
    .map((row) => Object.values(row).join(' '));

const select = (book: OpenBook, row: number, column: number): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Exceptions').getRangeByIndexes(row, column, 1, 1).select();
    context.workbook.worksheets.getItem('Exceptions').activate();
    await context.sync();
    void book;
  });

describe('exceptions', () => {
  test('the cells of the row are written, the next run honours them, and nothing is lost', async () => {
    const book = await afterFirstRun();
    expect(await book.port.writeReviews([accepted(UNBILLED)])).toEqual([
      { key: UNBILLED, cells: { Status: 'Open', Comment: '' } },
    ]);
    await wholeRun(book);
    expect(rowOf(book, UNBILLED)).toMatchObject({ Status: 'Accepted', Comment: 'agreed with Kim' });
    expect(rowOf(book, NO_DEAL)).toMatchObject({ Status: 'Open', Comment: null });
  });

  test('dates are dates, and a comment that looks like a formula is a text', async () => {
    const book = await afterFirstRun();
    const cells = { 'Due by': 46_200, 'Accept until': 46_300, Comment: '=1+1', Assignee: '- Kim' };
    await book.port.writeReviews([{ key: UNBILLED, cells }]);
    expect(rowOf(book, UNBILLED)).toMatchObject(cells);
    const before = await book.port.writeReviews([{ key: UNBILLED, cells: { Comment: '' } }]);
    await book.port.writeReviews(before);
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
    await book.port.writeReviews([{ key: NO_DEAL, cells: { Status: 'Waiting' } }]);
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
    await book.port.writeReviews([accepted(String(KEYS(book)[0]))]);
    expect(tableRows(book.workbook, 'tblExceptions').map((row) => row['Status'])).toEqual(['Accepted', 'Open']);
  });

  test('a row that is gone is told, and the others are not written either way', async () => {
    const book = await afterFirstRun();
    await expect(book.port.writeReviews([accepted('BI.unbilled.deal.D-77')])).rejects.toHaveProperty(
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
    await expect(book.port.writeReviews([{ key: UNBILLED, cells: { Assignee: 'Kim' } }])).rejects.toHaveProperty(
      'trouble.what',
      'The column “Assignee” is no longer on the sheet Exceptions.',
    );
  });

  test('what somebody changed meanwhile is left as it is and told', async () => {
    const book = await afterFirstRun();
    byHand(book.workbook, () => type(book.workbook, 'tblExceptions', 0, 'Comment', 'Kim was here'));
    const key = String(KEYS(book)[0]);
    await expect(book.port.writeReviews([{ key, cells: { Comment: 'mine' }, expected: { Comment: '' } }])).rejects.toHaveProperty(
      'trouble.what',
      'Somebody changed this row of the Exceptions sheet in the meantime.',
    );
    expect(rowOf(book, key)['Comment']).toBe('Kim was here');
  });

  test('a protected sheet has its words', async () => {
    const book = await afterFirstRun();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Exceptions').protection.protect();
      await context.sync();
    });
    await expect(book.port.writeReviews([accepted(UNBILLED)])).rejects.toHaveProperty(
      'trouble.next',
      expect.stringContaining('Unprotect it under Review'),
    );
  });
});

describe('the log', () => {
  test('grows line by line, keeps what stands below it in place, and is kept by the next run', async () => {
    const book = await afterFirstRun();
    await book.port.addAlias({ kind: 'Customer', from: 'ACME', to: 'Acme Ltd', fromDate: '', decidedBy: 'mk', decidedAt: '' });
    expect(await book.port.logDecisions([logged('Accepted')])).toBe(true);
    expect(await book.port.logDecisions([logged('Commented'), logged('Undone: Commented')])).toBe(true);
    const lines = ['Accepted', 'Commented', 'Undone: Commented'].map((what) => `2026-05-04 mk ${what} ${UNBILLED} Open Accepted`);
    expect(log(book)).toEqual(lines);
    expect(tableRows(book.workbook, 'tblAliases').map((row) => row['From'])).toEqual(['ACME']);
    await wholeRun(book);
    expect(log(book)).toEqual(lines);
    await book.port.logDecisions([logged('Refused')]);
    await wholeRun(book);
    expect(log(book)).toHaveLength(4);
    expect(tableRows(book.workbook, 'tblAliases').map((row) => row['From'])).toEqual(['ACME']);
    expect((await book.port.readKept()).decisions.log).toHaveLength(4);
  });

  test('where the workbook has none it says so', async () => {
    const book = openSmallBook();
    expect(await book.port.logDecisions([logged('Accepted')])).toBe(false);
  });
});

describe('matches that the sheet does not list', () => {
  const key = 'deal-invoice|deal.D-1|invoice.INV-9';
  const cells = { Decision: 'confirmed', 'Decided by': 'mk', 'Decided at': '2026-05-04' };

  test('are added as rows, honoured by the next run, and taken away again', async () => {
    const book = await afterFirstRun();
    expect([...(await book.port.listedMatches([key, 'other']))]).toEqual([]);
    const rows = tableRows(book.workbook, 'tblMatches').length;
    await book.port.addMatches([{ key, cells }]);
    expect([...(await book.port.listedMatches([key, 'other']))]).toEqual([key]);
    await book.port.removeMatches([key]);
    expect(tableRows(book.workbook, 'tblMatches')).toHaveLength(rows);
    await book.port.addMatches([{ key, cells }]);
    await wholeRun(book);
    expect(tableRows(book.workbook, 'tblMatches').filter((row) => row['Match key'] === key)).toEqual([
      expect.objectContaining({ State: 'confirmed', Decision: 'confirmed', 'Decided by': 'mk' }),
    ]);
  });

  test('an amount under Decision is carried, kept and shown again', async () => {
    const book = await afterFirstRun();
    await book.port.addMatches([{ key, cells: { ...cells, Decision: 'confirmed 120.50 EUR' } }]);
    await wholeRun(book);
    expect(tableRows(book.workbook, 'tblMatches').find((row) => row['Match key'] === key)).toMatchObject({
      Allocated: 120.5,
      Decision: 'confirmed 120.50 EUR',
    });
    await wholeRun(book);
    expect(tableRows(book.workbook, 'tblMatches').find((row) => row['Match key'] === key)).toMatchObject({ Allocated: 120.5 });
  });
});

describe('from one exception to the next', () => {
  test('in the order of the sheet, in the column that was selected, past what is settled', async () => {
    const book = await afterFirstRun();
    const keys = KEYS(book);
    const { table } = book.workbook.table('tblExceptions') ?? {};
    const top = table?.area.top ?? 0;
    expect(await book.port.stepException(1)).toEqual({ key: keys[0], at: 1, of: 2 });
    await select(book, top + 1, 5);
    expect(await book.port.stepException(1)).toEqual({ key: keys[1], at: 2, of: 2 });
    expect((await book.port.readSelection()).place).toEqual({ sheet: 'Exceptions', address: `F${String(top + 3)}` });
    expect(await book.port.stepException(1)).toEqual({ key: null, at: 0, of: 2 });
    expect(await book.port.stepException(-1)).toEqual({ key: keys[0], at: 1, of: 2 });
    await book.port.writeReviews([accepted(String(keys[1]))]);
    expect(await book.port.stepException(1)).toEqual({ key: null, at: 0, of: 1 });
  });

  test('as the sheet is sorted and filtered', async () => {
    const book = await afterFirstRun();
    const keys = KEYS(book);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('tblExceptions');
      table.sort.apply([{ key: 0, ascending: keys[0] !== [...keys].sort()[0] }]);
      await context.sync();
    });
    expect((await book.port.readQueue()).map(({ key }) => key)).toEqual([...keys].reverse());
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('tblExceptions');
      table.columns.getItem('Exception key').filter.applyValuesFilter([String(keys[0])]);
      await context.sync();
    });
    expect(await book.port.readQueue()).toEqual([{ key: keys[0], status: 'Open', amount: expect.any(Number) as number }]);
    expect(await book.port.stepException(1)).toEqual({ key: keys[0], at: 1, of: 1 });
  });

  test('the row of a key is found wherever it is', async () => {
    const book = await afterFirstRun();
    expect(await book.port.showException(NO_DEAL)).toBe(true);
    expect(await book.port.showException('BI.unbilled.deal.D-77')).toBe(false);
  });
});

test('two panes on one workbook write into the same rows', async () => {
  const book = await afterFirstRun();
  const other = openWorkbook(book.workbook);
  await book.port.writeReviews([{ key: UNBILLED, cells: { Assignee: 'Kim' } }]);
  await other.port.writeReviews([{ key: UNBILLED, cells: { Status: 'Waiting' } }]);
  expect(rowOf(book, UNBILLED)).toMatchObject({ Assignee: 'Kim', Status: 'Waiting' });
});
