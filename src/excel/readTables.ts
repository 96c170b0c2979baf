/** Our own tables as rows by header, as they stand today, sorted and filtered as people left them. */

import type { RawCell } from '../domain/grid';
import { openTables } from './openTable';
import type { OpenTable } from './openTable';
import { readValues } from './readArea';
import type { OwnSheet } from './registry';

export type KeptRow = Readonly<Record<string, RawCell>>;

/** @returns the rows of a table of ours, blank rows left out; none where the table is not there. */
export async function readTable(context: Excel.RequestContext, ours: readonly OwnSheet[], planned: string): Promise<KeptRow[]> {
  const kept: KeptRow[][] = [];
  for (const { sheet, body, headers } of await openTables(context, ours, planned)) {
    const rows = await readValues(context, sheet, body);
    kept.push(
      rows
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? '']))),
    );
  }
  return kept.flat();
}

/**
 * Of a long table only what people fill in, and the key of the rows where they did.
 * @param columns headers of theirs; a row blank in all of them is left out.
 */
export async function readFilledRows(
  context: Excel.RequestContext,
  ours: readonly OwnSheet[],
  planned: string,
  key: string,
  columns: readonly string[],
): Promise<KeptRow[]> {
  const kept: KeptRow[][] = [];
  for (const table of await openTables(context, ours, planned)) kept.push(await filledRows(context, table, key, columns));
  return kept.flat();
}

async function filledRows(
  context: Excel.RequestContext,
  table: OpenTable,
  key: string,
  columns: readonly string[],
): Promise<KeptRow[]> {
  const column = async (header: string): Promise<RawCell[][]> =>
    table.headers.includes(header) ? readValues(context, table.sheet, table.column(header)) : [];
  const read: RawCell[][][] = [];
  for (const header of columns) read.push(await column(header));
  const filled = Array.from({ length: table.body.rows }, (_, row) => row).filter((row) =>
    read.some((cells) => (cells[row]?.[0] ?? '') !== ''),
  );
  const keys = filled.length === 0 ? [] : await column(key);
  return filled.map((row) => ({
    [key]: keys[row]?.[0] ?? '',
    ...Object.fromEntries(columns.map((header, index) => [header, read[index]?.[row]?.[0] ?? ''])),
  }));
}

/** A cell as text; a blank is "". */
export function textOf(row: KeptRow, header: string): string {
  return cellText(row[header]);
}

export function cellText(cell: RawCell | undefined): string {
  return String(cell ?? '').trim();
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
