/** The exceptions in the order of their sheet as it is sorted and filtered now, and the way from one to the next. */

import type { RawCell } from '../domain/grid';
import { EXCEPTIONS } from '../report/tableNames';
import { isToSettle } from '../settings/reviewWords';
import { openOwn } from './openOwn';
import type { OpenTable } from './openTable';
import { readValues } from './readArea';
import { withExcel } from './session';

const KEY = 'Exception key';

export interface QueuedException {
  readonly key: string;
  readonly status: string;
  /** Major units of the reporting currency, as shown. */
  readonly amount: number;
}

/** Where a step led: to the n-th of those in sight that are to be settled; `key` null where none lies that way. */
export interface Stepped {
  readonly key: string | null;
  readonly at: number;
  readonly of: number;
}

/** The rows in sight, the first of pasted copies only. */
export function readQueue(): Promise<readonly QueuedException[]> {
  return withExcel(async (context) => {
    const table = await openOwn(context, EXCEPTIONS, [KEY, 'Status', 'Amount']);
    return (await rowsInSight(context, table)).map(({ key, status, amount }) => ({ key, status, amount }));
  });
}

/** Selects the next or previous exception in sight that is to be settled, in the column that was selected. */
export function stepException(by: 1 | -1): Promise<Stepped> {
  return withExcel(async (context) => {
    const table = await openOwn(context, EXCEPTIONS, [KEY, 'Status', 'Amount']);
    const { sheet, body } = table;
    const active = context.workbook.getActiveCell();
    active.load('rowIndex,columnIndex');
    active.worksheet.load('id');
    sheet.load('id');
    const rows = await rowsInSight(context, table);
    const isHere = active.worksheet.id === sheet.id;
    const from = isHere ? active.rowIndex - body.top : -1;
    const waiting = rows.filter(({ status }) => isToSettle(status));
    const at = by === 1 ? waiting.findIndex(({ row }) => row > from) : waiting.findLastIndex(({ row }) => row < from);
    const found = waiting[at];
    if (found === undefined) return { key: null, at: 0, of: waiting.length };
    const inTable = isHere && active.columnIndex >= body.left && active.columnIndex < body.left + body.columns;
    const column = inTable ? active.columnIndex : table.column(KEY).left;
    sheet.activate();
    sheet.getRangeByIndexes(body.top + found.row, column, 1, 1).select();
    await context.sync();
    return { key: found.key, at: at + 1, of: waiting.length };
  });
}

/** Selects the row of an exception; false where it is not on the sheet. */
export function showException(key: string): Promise<boolean> {
  return withExcel(async (context) => {
    const table = await openOwn(context, EXCEPTIONS, [KEY]);
    const keys = await readValues(context, table.sheet, table.column(KEY));
    const row = keys.findIndex(([cell]) => textOf(cell) === key);
    if (row < 0) return false;
    table.sheet.activate();
    table.cells(KEY, row, 1).select();
    await context.sync();
    return true;
  });
}

interface RowInSight extends QueuedException {
  /** Within the table's body. */
  readonly row: number;
}

const BLOCK_ROWS = 2_000;

async function rowsInSight(context: Excel.RequestContext, table: OpenTable): Promise<RowInSight[]> {
  const { body } = table;
  const all = await readValues(context, table.sheet, table.column(KEY));
  const blocks = Array.from({ length: Math.ceil(body.rows / BLOCK_ROWS) }, (_, block) => {
    const top = block * BLOCK_ROWS;
    const rows = Math.min(BLOCK_ROWS, body.rows - top);
    const [keys, statuses, amounts] = [KEY, 'Status', 'Amount'].map((header) => {
      const view = table.cells(header, top, rows).getVisibleView();
      view.load('values');
      return view;
    }) as [Excel.RangeView, Excel.RangeView, Excel.RangeView];
    return { top, keys, statuses, amounts };
  });
  await context.sync();
  const seen = new Set<string>();
  return blocks.flatMap(({ top, keys, statuses, amounts }) => {
    // What is in sight are some of the rows in their order.
    let row = top - 1;
    return (keys.values as RawCell[][]).flatMap(([cell], index): RowInSight[] => {
      const key = textOf(cell);
      do row += 1;
      while (row < all.length && textOf(all[row]?.[0]) !== key);
      if (key === '' || seen.has(key)) return [];
      seen.add(key);
      const amount = (amounts.values as RawCell[][])[index]?.[0];
      return [
        {
          row,
          key,
          status: textOf((statuses.values as RawCell[][])[index]?.[0]),
          amount: typeof amount === 'number' ? amount : 0,
        },
      ];
    });
  });
}

const textOf = (cell: RawCell | undefined): string => String(cell ?? '').trim();
