/** The exceptions in the order of their sheet as it is sorted and filtered now, and the way from one to the next. */

import { EXCEPTIONS } from '../report/tableNames';
import { isToSettle } from '../settings/reviewWords';
import { openOwn } from './openOwn';
import type { OpenTable } from './openTable';
import { numberOf, textOf } from './readTables';
import { withExcel } from './session';
import { countInSight, firstShown, readInSight } from './sight';
import type { Sight } from './sight';

const HEADERS = ['Exception key', 'Status', 'Amount', 'Comment'];

export interface QueuedException {
  readonly key: string;
  readonly status: string;
  /** Major units of the reporting currency, as shown. */
  readonly amount: number;
  readonly comment: string;
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
    const table = await openOwn(context, EXCEPTIONS, HEADERS);
    const sight = await countInSight(context, table, [table.body]);
    return (await queued(context, table, sight)).map(({ key, status, amount, comment }) => ({ key, status, amount, comment }));
  });
}

/**
 * Selects the next or previous exception in sight that is to be settled, in the column that was selected: from another sheet
 * the first or the last.
 */
export function stepException(by: 1 | -1): Promise<Stepped> {
  return withExcel(async (context) => {
    const table = await openOwn(context, EXCEPTIONS, HEADERS);
    const { sheet, body } = table;
    const active = context.workbook.getActiveCell();
    active.load('rowIndex,columnIndex');
    active.worksheet.load('id');
    sheet.load('id');
    const sight = await countInSight(context, table, [body]);
    const waiting = (await queued(context, table, sight)).filter(({ status }) => isToSettle(status));
    const isHere = active.worksheet.id === sheet.id;
    const at =
      by === 1
        ? waiting.findIndex(({ row }) => !isHere || row > active.rowIndex)
        : waiting.findLastIndex(({ row }) => !isHere || row < active.rowIndex);
    const found = waiting[at];
    if (found === undefined) return { key: null, at: 0, of: waiting.length };
    const inTable = isHere && active.columnIndex >= body.left && active.columnIndex < body.left + body.columns;
    const column = inTable ? active.columnIndex : (firstShown(body, sight.hiddenColumns) ?? body.left);
    sheet.activate();
    sheet.getRangeByIndexes(found.row, column, 1, 1).select();
    await context.sync();
    return { key: found.key, at: at + 1, of: waiting.length };
  });
}

interface QueuedRow extends QueuedException {
  /** On the sheet. */
  readonly row: number;
}

async function queued(context: Excel.RequestContext, table: OpenTable, sight: Sight): Promise<QueuedRow[]> {
  const seen = new Set<string>();
  return (await readInSight(context, table, sight, HEADERS)).flatMap(({ row, cells }): QueuedRow[] => {
    const key = textOf(cells, 'Exception key');
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    const [status, comment] = [textOf(cells, 'Status'), textOf(cells, 'Comment')];
    return [{ row, key, status, amount: numberOf(cells, 'Amount') ?? 0, comment }];
  });
}
