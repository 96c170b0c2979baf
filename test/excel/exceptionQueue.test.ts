/** From one exception to the next, in the sheet's own order and filter. */

import { afterFirstRun, hide } from './support/edits';
import { tableRows } from './support/open';
import type { OpenBook } from './support/open';

const KEYS = (book: OpenBook): unknown[] => tableRows(book.workbook, 'tblExceptions').map((row) => row['Exception key']);

const select = (row: number, column: number): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Exceptions').getRangeByIndexes(row, column, 1, 1).select();
    context.workbook.worksheets.getItem('Exceptions').activate();
    await context.sync();
  });

describe('from one exception to the next', () => {
  test('in the order of the sheet, in the column that was selected, past what is settled', async () => {
    const book = await afterFirstRun();
    const keys = KEYS(book);
    const { table } = book.workbook.table('tblExceptions') ?? {};
    const top = table?.area.top ?? 0;
    expect(await book.port.stepException(1)).toEqual({ key: keys[0], at: 1, of: 2 });
    await select(top + 1, 5);
    expect(await book.port.stepException(1)).toEqual({ key: keys[1], at: 2, of: 2 });
    expect((await book.port.readSelection()).place).toEqual({ sheet: 'Exceptions', address: `F${String(top + 3)}` });
    expect(await book.port.stepException(1)).toEqual({ key: null, at: 0, of: 2 });
    expect(await book.port.stepException(-1)).toEqual({ key: keys[0], at: 1, of: 2 });
    await book.writes.writeReviews([{ key: String(keys[1]), cells: { Status: 'Accepted' } }]);
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
    expect(await book.port.readQueue()).toEqual([
      { key: keys[0], status: 'Open', amount: expect.any(Number) as number, comment: '' },
    ]);
    expect(await book.port.stepException(1)).toEqual({ key: keys[0], at: 1, of: 1 });
  });

  test('hidden columns change nothing', async () => {
    const book = await afterFirstRun();
    const before = await book.port.readQueue();
    hide(book.workbook, 'tblExceptions', 'Exception key', 'Status', 'Amount');
    expect(await book.port.readQueue()).toEqual(before);
    expect(await book.port.stepException(1)).toMatchObject({ key: before[0]?.key, at: 1, of: 2 });
  });

  test('from another sheet the next is the first, the previous the last', async () => {
    const book = await afterFirstRun();
    const [first, last] = KEYS(book);
    await book.port.show('Summary', 'A1');
    expect(await book.port.stepException(-1)).toEqual({ key: last, at: 2, of: 2 });
    await book.port.show('Summary', 'A1');
    expect(await book.port.stepException(1)).toEqual({ key: first, at: 1, of: 2 });
  });
});
