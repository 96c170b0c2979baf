/** From one exception to the next, in the sheet's own order and filter. */

import { afterFirstRun } from './support/edits';
import { tableRows } from './support/open';
import type { OpenBook } from './support/open';
import { NO_DEAL } from './support/wholeRun';

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
    await book.port.writeReviews([{ key: String(keys[1]), cells: { Status: 'Accepted' } }]);
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
