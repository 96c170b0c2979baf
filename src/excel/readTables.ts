/** Our own tables as rows by header, as they stand today, sorted and filtered as people left them. */

import type { RawCell } from '../domain/grid';
import { plannedHeaders } from './ownColumns';
import { readValues } from './readArea';
import type { OwnSheet } from './registry';

export type KeptRow = Readonly<Record<string, RawCell>>;

/** @returns the rows of a table of ours, blank rows left out; none where the table is not there. */
export async function readTable(context: Excel.RequestContext, ours: readonly OwnSheet[], planned: string): Promise<KeptRow[]> {
  const sheet = ours.find(({ tables }) => Object.hasOwn(tables, planned));
  const actual = sheet?.tables[planned];
  if (sheet === undefined || actual === undefined) return [];
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const table = worksheet.tables.getItem(actual);
  table.columns.load('items/id,items/name');
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const area = { top: range.rowIndex + 1, left: range.columnIndex, rows: range.rowCount - 1, columns: range.columnCount };
  const headers = plannedHeaders(table.columns.items, sheet.written[planned]?.columns ?? {});
  const rows = await readValues(context, worksheet, area);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}

/** A cell as text; a blank is "". */
export function textOf(row: KeptRow, header: string): string {
  return String(row[header] ?? '').trim();
}

/** A number, or null where the cell holds none. */
export function numberOf(row: KeptRow, header: string): number | null {
  const cell = row[header];
  return typeof cell === 'number' ? cell : null;
}

/** What a person typed: a date's serial stays a number. */
export function typedOf(row: KeptRow, header: string): string | number {
  const cell = row[header] ?? '';
  return typeof cell === 'number' ? cell : String(cell);
}
