/** Writes what a person settles in the pane into the reviewer's cells of `Exceptions`, and their own rows into `Matches`. */

import { EXCEPTIONS, MATCHES } from '../report/tableNames';
import type { KeyedCells } from '../settings/decisions';
import { writeKeyedCells } from './keyedCells';
import { gone, openOwn } from './openOwn';
import type { OpenTable } from './openTable';
import { readValues } from './readArea';
import { cellText } from './readTables';
import { withExcel } from './session';

const EXCEPTION_KEY = 'Exception key';
const MATCH_KEY = 'Match key';

/**
 * Of pasted copies of a row only the first is live, and written.
 * @returns what stood in the cells before, for each row that was found.
 * @throws TroubleError where none of the rows is there any more; then nothing was written.
 */
export function writeReviews(writes: readonly KeyedCells[]): Promise<readonly KeyedCells[]> {
  return withExcel(async (context) => {
    const headers = [...new Set(writes.flatMap(({ cells }) => Object.keys(cells)))];
    const tables = await openOwn(context, EXCEPTIONS, [EXCEPTION_KEY, ...headers]);
    const before = await writeKeyedCells(context, { tables, key: EXCEPTION_KEY, placing: 'first' }, writes);
    if (before.length === 0) throw gone('The row of this exception is no longer on the Exceptions sheet.', tables[0].name);
    return before;
  });
}

/** Adds rows to `Matches` for links that it does not list, as a person would type them below the last. */
export async function addMatches(rows: readonly KeyedCells[]): Promise<void> {
  await withExcel(async (context) => {
    const headers = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
    const tables = await openOwn(context, MATCHES, [MATCH_KEY, ...headers]);
    const { table, headers: columns } = tables.at(-1) ?? tables[0];
    const lines = rows.map(({ key, cells }) =>
      columns.map((header) => (header === MATCH_KEY ? key : (cells[header] ?? ''))),
    ) as string[][];
    table.rows.add(undefined, lines);
    await context.sync();
  });
}

/** Match keys that have a row of their own. */
export function listedMatches(keys: readonly string[]): Promise<ReadonlySet<string>> {
  return withExcel(async (context) => {
    const wanted = new Set(keys);
    const listed: string[] = [];
    for (const table of await openOwn(context, MATCHES, [MATCH_KEY])) listed.push(...(await keysOf(context, table)));
    return new Set(listed.filter((key) => wanted.has(key)));
  });
}

/** Takes rows away that the pane added, the last of each key. */
export async function removeMatches(keys: readonly string[]): Promise<void> {
  await withExcel(async (context) => {
    const left = new Set(keys);
    const tables = await openOwn(context, MATCHES, [MATCH_KEY]);
    for (const table of [...tables].reverse()) {
      const listed = await keysOf(context, table);
      const rows = [...left].map((key) => listed.lastIndexOf(key)).filter((row) => row >= 0);
      // From below, so that the rows above keep their places.
      for (const row of rows.sort((a, b) => b - a)) table.table.rows.getItemAt(row).delete();
      for (const row of rows) left.delete(listed[row] ?? '');
    }
    await context.sync();
  });
}

async function keysOf(context: Excel.RequestContext, table: OpenTable): Promise<string[]> {
  const rows = await readValues(context, table.sheet, table.column(MATCH_KEY));
  return rows.map(([cell]) => cellText(cell));
}
