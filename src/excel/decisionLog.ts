/** The log of decisions on `Definitions`: who settled what and when. */

import { dictionary } from '../domain/dictionary';
import type { RawCell } from '../domain/grid';
import { DECISION_LOG } from '../report/tableNames';
import type { LoggedDecision } from '../settings/decisions';
import { openTable } from './openTable';
import type { OpenTable } from './openTable';
import { cellText, textOf } from './readTables';
import type { KeptRow } from './readTables';
import { surveyWorkbook } from './survey';
import { NOTHING_TO_WRITE } from './together';
import type { Prepared } from './together';

const CELLS: Readonly<Record<string, (logged: LoggedDecision) => string>> = dictionary({
  When: ({ when }) => when,
  Who: ({ who }) => who,
  What: ({ what }) => what,
  Key: ({ key }) => key,
  Before: ({ before }) => before,
  After: ({ after }) => after,
});

/**
 * Lines that come below those that are there.
 * @returns null where the workbook has no log: the next run makes one.
 */
export async function prepareLog(context: Excel.RequestContext, entries: readonly LoggedDecision[]): Promise<Prepared | null> {
  const log = await openLog(context);
  if (log === null) return null;
  if (entries.length === 0) return NOTHING_TO_WRITE;
  const { table, rows: before, last } = log;
  const lines: RawCell[][] = entries.map((entry) => table.headers.map((header) => CELLS[header]?.(entry) ?? ''));
  const rows = last.every((cell) => cell === '') ? lines : [last, ...lines];
  return {
    parts: [{ rows: rows.length, queue: () => append(table, rows) }],
    async takeBack() {
      const now = await openLog(context);
      const isOurs = [last, rows.at(-1)].some((row) => now !== null && isSameRow(row ?? [], now.last));
      if (now === null || !isOurs) return NOTHING_TO_WRITE;
      return { ...NOTHING_TO_WRITE, parts: [{ rows: rows.length, queue: () => shorten(now.table, now.rows - before, last) }] };
    },
  };
}

interface Log {
  readonly table: OpenTable;
  readonly rows: number;
  /** Cells of its last row: blank where the log is empty. */
  readonly last: RawCell[];
}

async function openLog(context: Excel.RequestContext): Promise<Log | null> {
  const { ours } = await surveyWorkbook(context);
  const table = await openTable(context, ours, DECISION_LOG);
  if (table === null) return null;
  const range = lastRow(table);
  range.load('values');
  await context.sync();
  const [last = []] = range.values as RawCell[][];
  return { table, rows: table.body.rows, last };
}

/** Where it is when it is asked for: what is written before may have moved the table. */
const lastRow = ({ table }: OpenTable): Excel.Range => table.getDataBodyRange().getLastRow();

/** So many rows, the last of which is the last of the table. */
const lastRows = (table: OpenTable, rows: number): Excel.Range =>
  lastRow(table)
    .getOffsetRange(1 - rows, 0)
    .getResizedRange(rows - 1, 0);

/** Whole rows are made room for above the last one, so that the table grows and what stands below it moves as one. */
function append(table: OpenTable, rows: RawCell[][]): void {
  if (rows.length > 1)
    lastRow(table)
      .getResizedRange(rows.length - 2, 0)
      .getEntireRow()
      .insert('Down');
  const written = lastRows(table, rows.length);
  written.numberFormat = rows.map((row) => row.map(() => '@'));
  written.values = rows;
}

/** Takes rows away above the last one, which gets back what it held. */
function shorten(table: OpenTable, rows: number, last: RawCell[]): void {
  if (rows > 0)
    lastRows(table, rows + 1)
      .getResizedRange(-1, 0)
      .getEntireRow()
      .delete('Up');
  lastRow(table).values = [last];
}

const isSameRow = (a: readonly RawCell[], b: readonly RawCell[]): boolean =>
  a.length === b.length && a.every((cell, index) => cellText(cell) === cellText(b[index]));

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
