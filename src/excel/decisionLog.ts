/** The log of decisions on `Definitions`: who settled what and when. */

import { dictionary } from '../domain/dictionary';
import type { RawCell } from '../domain/grid';
import { DECISION_LOG } from '../report/tableNames';
import type { LoggedDecision } from '../settings/decisions';
import { openTable } from './openTable';
import type { OpenTable } from './openTable';
import { textOf } from './readTables';
import type { KeptRow } from './readTables';
import { withExcel } from './session';
import { surveyWorkbook } from './survey';

const CELLS: Readonly<Record<string, (logged: LoggedDecision) => string>> = dictionary({
  When: ({ when }) => when,
  Who: ({ who }) => who,
  What: ({ what }) => what,
  Key: ({ key }) => key,
  Before: ({ before }) => before,
  After: ({ after }) => after,
});

/**
 * Adds lines below those that are there.
 * @returns false where the workbook has no log: the next run makes one.
 */
export function logDecisions(entries: readonly LoggedDecision[]): Promise<boolean> {
  return withExcel(async (context) => {
    const { ours } = await surveyWorkbook(context);
    const table = await openTable(context, ours, DECISION_LOG);
    if (table === null) return false;
    if (entries.length > 0) await append(context, table, entries);
    return true;
  });
}

/** Whole rows are made room for above the last one, so that the table grows and what stands below it moves as one. */
async function append(
  context: Excel.RequestContext,
  { sheet, body, headers }: OpenTable,
  entries: readonly LoggedDecision[],
): Promise<void> {
  const bottom = body.top + body.rows - 1;
  const last = sheet.getRangeByIndexes(bottom, body.left, 1, body.columns);
  last.load('values');
  await context.sync();
  const [held = []] = last.values as RawCell[][];
  const lines: RawCell[][] = entries.map((entry) => headers.map((header) => CELLS[header]?.(entry) ?? ''));
  const rows = held.every((cell) => cell === '') ? lines : [held, ...lines];
  if (rows.length > 1)
    sheet
      .getRangeByIndexes(bottom, body.left, rows.length - 1, 1)
      .getEntireRow()
      .insert('Down');
  const written = sheet.getRangeByIndexes(bottom, body.left, rows.length, body.columns);
  written.numberFormat = rows.map((row) => row.map(() => '@'));
  written.values = rows;
  await context.sync();
}

/** Lines with anything in them, in the order of the sheet. */
export function loggedOf(rows: readonly KeptRow[]): LoggedDecision[] {
  return rows.map((row) => ({
    when: textOf(row, 'When'),
    who: textOf(row, 'Who'),
    what: textOf(row, 'What'),
    key: textOf(row, 'Key'),
    before: textOf(row, 'Before'),
    after: textOf(row, 'After'),
  }));
}
