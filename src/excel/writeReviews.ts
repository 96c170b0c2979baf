/** Writes what a person settles in the pane into the reviewer's cells of `Exceptions`, and their own rows into `Matches`. */

import { EXCEPTIONS, MATCHES } from '../report/tableNames';
import type { KeyedCells } from '../settings/decisions';
import { prepareKeyedCells } from './keyedCells';
import { gone, openOwn } from './openOwn';
import type { OpenTable } from './openTable';
import { rangeOf, readValues } from './readArea';
import { cellText } from './readTables';
import { NOTHING_TO_WRITE } from './together';
import type { Prepared } from './together';

const EXCEPTION_KEY = 'Exception key';
const MATCH_KEY = 'Match key';

/**
 * Of pasted copies of a row only the first is live, and written.
 * @returns what stands in the cells, for each row that was found.
 * @throws TroubleError where none of the rows is there any more.
 */
export async function prepareReviews(
  context: Excel.RequestContext,
  writes: readonly KeyedCells[],
): Promise<{ readonly before: readonly KeyedCells[]; readonly prepared: Prepared }> {
  const headers = [...new Set(writes.flatMap(({ cells }) => Object.keys(cells)))];
  const tables = await openOwn(context, EXCEPTIONS, [EXCEPTION_KEY, ...headers]);
  const found = await prepareKeyedCells(context, { tables, key: EXCEPTION_KEY, placing: 'first' }, writes);
  if (found.before.length === 0) throw gone('The row of this exception is no longer on the Exceptions sheet.', tables[0].name);
  return found;
}

/** Rows that come to `Matches` for links that it does not list, as a person would type them below the last. */
export async function prepareMatches(context: Excel.RequestContext, rows: readonly KeyedCells[]): Promise<Prepared> {
  const headers = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const tables = await openOwn(context, MATCHES, [MATCH_KEY, ...headers]);
  const { table, headers: columns } = tables.at(-1) ?? tables[0];
  const lines = rows.map(({ key, cells }) =>
    columns.map((header) => (header === MATCH_KEY ? key : (cells[header] ?? ''))),
  ) as string[][];
  return {
    parts: [{ rows: rows.length, queue: () => table.rows.add(undefined, lines) }],
    takeBack: () =>
      prepareWithoutMatches(
        context,
        rows.map(({ key }) => key),
      ),
  };
}

/** Match keys that have a row of their own. */
export async function listedMatches(context: Excel.RequestContext, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = new Set(keys);
  const listed: string[] = [];
  for (const table of await openOwn(context, MATCHES, [MATCH_KEY])) listed.push(...(await keysOf(context, table)));
  return new Set(listed.filter((key) => wanted.has(key)));
}

/** Takes rows away that the pane added, the last of each key. */
export async function prepareWithoutMatches(context: Excel.RequestContext, keys: readonly string[]): Promise<Prepared> {
  const left = new Set(keys);
  const tables = await openOwn(context, MATCHES, [MATCH_KEY]);
  const going: { readonly table: OpenTable; readonly row: number; readonly key: string; readonly range: Excel.Range }[] = [];
  for (const table of [...tables].reverse()) {
    const listed = await keysOf(context, table);
    const rows = [...left].map((key) => listed.lastIndexOf(key)).filter((row) => row >= 0);
    // From below, so that the rows above keep their places.
    for (const row of rows.sort((a, b) => b - a)) {
      const key = listed[row] ?? '';
      const range = rangeOf(table.sheet, { ...table.body, top: table.body.top + row, rows: 1 });
      range.load('values');
      going.push({ table, row, key, range });
      left.delete(key);
    }
  }
  await context.sync();
  const held = going.map(({ table: { headers }, key, range }): KeyedCells => {
    const [cells = []] = range.values as (string | number)[][];
    return { key, cells: Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])) };
  });
  return {
    parts: going.map(({ table, row }) => ({ rows: 1, queue: () => table.table.rows.getItemAt(row).delete() })),
    async takeBack() {
      const listed = await listedMatches(context, keys);
      const lost = held.filter(({ key }) => !listed.has(key));
      return lost.length === 0 ? NOTHING_TO_WRITE : prepareMatches(context, lost);
    },
  };
}

async function keysOf(context: Excel.RequestContext, table: OpenTable): Promise<string[]> {
  const rows = await readValues(context, table.sheet, table.column(MATCH_KEY));
  return rows.map(([cell]) => cellText(cell));
}
