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
    const rows = await queued(context, await inSight(context));
    return rows.map(({ key, status, amount, comment }) => ({ key, status, amount, comment }));
  });
}

/**
 * Selects the next or previous exception in sight that is to be settled, in the column that was selected: from another sheet
 * the first or the last.
 */
export function stepException(by: 1 | -1): Promise<Stepped> {
  return withExcel(async (context) => {
    const shown = await inSight(context);
    const active = context.workbook.getActiveCell();
    active.load('rowIndex,columnIndex');
    active.worksheet.load('id');
    for (const { table } of shown) table.sheet.load('id');
    await context.sync();
    const waiting = (await queued(context, shown)).filter(({ status }) => isToSettle(status));
    const here = shown.findIndex(({ table }) => table.sheet.id === active.worksheet.id);
    const isPast = ({ part, row }: QueuedRow): boolean =>
      here < 0 || (part === here ? (row - active.rowIndex) * by > 0 : (part - here) * by > 0);
    const at = by === 1 ? waiting.findIndex(isPast) : waiting.findLastIndex(isPast);
    const found = waiting[at];
    const target = found === undefined ? undefined : shown[found.part];
    if (found === undefined || target === undefined) return { key: null, at: 0, of: waiting.length };
    const { table, sight } = target;
    const { sheet, body } = table;
    const inTable = found.part === here && active.columnIndex >= body.left && active.columnIndex < body.left + body.columns;
    const column = inTable ? active.columnIndex : (firstShown(body, sight.hiddenColumns) ?? body.left);
    sheet.activate();
    sheet.getRangeByIndexes(found.row, column, 1, 1).select();
    await context.sync();
    return { key: found.key, at: at + 1, of: waiting.length };
  });
}

/** A table, or a part of it, and its rows in sight. */
interface Shown {
  readonly table: OpenTable;
  readonly sight: Sight;
}

async function inSight(context: Excel.RequestContext): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const table of await openOwn(context, EXCEPTIONS, HEADERS))
    shown.push({ table, sight: await countInSight(context, table, [table.body]) });
  return shown;
}

interface QueuedRow extends QueuedException {
  /** Which of the parts holds it. */
  readonly part: number;
  /** On the sheet. */
  readonly row: number;
}

async function queued(context: Excel.RequestContext, shown: readonly Shown[]): Promise<QueuedRow[]> {
  const seen = new Set<string>();
  const rows: QueuedRow[] = [];
  for (const [part, { table, sight }] of shown.entries())
    for (const { row, cells } of await readInSight(context, table, sight, HEADERS)) {
      const key = textOf(cells, 'Exception key');
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      const [status, comment] = [textOf(cells, 'Status'), textOf(cells, 'Comment')];
      rows.push({ part, row, key, status, amount: numberOf(cells, 'Amount') ?? 0, comment });
    }
  return rows;
}
