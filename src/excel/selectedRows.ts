/** The selected rows of a table: those that filters leave in sight, their keys and no more. */

import type { RawCell } from '../domain/grid';
import { commonArea } from './areas';
import type { OpenTable } from './openTable';
import type { Area } from './readArea';
import type { KeptRow } from './readTables';
import { countInSight, readInSight } from './sight';

/** More rows at once are told by their number alone. */
export const MOST_ROWS = 5_000;

export interface SelectedRows {
  /** The cells of the headers asked for; of a single row all its cells. */
  readonly rows: readonly KeptRow[];
  /** Rows in sight. */
  readonly visible: number;
  /** No row of the table is left out, by selection or filter. */
  readonly isAll: boolean;
}

/** The rows of a table's body that a selection touches; one in the header or the totals above it touches all. */
export function touchedRows({ body }: OpenTable, areas: readonly Area[]): Area[] {
  const runs = areas.flatMap((area) => {
    const columns = commonArea({ ...area, top: body.top, rows: 1 }, { ...body, rows: 1 });
    if (columns === null) return [];
    const isAbove = area.top + area.rows <= body.top && area.top >= body.top - 2;
    const rows = isAbove ? body : commonArea(area, body);
    return rows === null ? [] : [{ ...body, top: rows.top, rows: rows.rows }];
  });
  return joined(runs);
}

/** Each row once, from the top. */
function joined(runs: readonly Area[]): Area[] {
  const sorted = [...runs].sort((a, b) => a.top - b.top);
  const result: Area[] = [];
  for (const run of sorted) {
    const last = result.at(-1);
    if (last === undefined || run.top > last.top + last.rows) result.push(run);
    else result[result.length - 1] = { ...last, rows: Math.max(last.rows, run.top + run.rows - last.top) };
  }
  return result;
}

/**
 * Two requests, however many rows: how many are in sight, then what is asked of the first so many of them.
 * @param whole whether the table is all there is of it: no other sheet holds rows of it.
 */
export async function readSelectedRows(
  context: Excel.RequestContext,
  table: OpenTable,
  areas: readonly Area[],
  headers: readonly string[],
  whole: boolean,
): Promise<SelectedRows> {
  const [only, ...more] = areas;
  if (only?.rows === 1 && more.length === 0) return readSingle(context, table, only);
  const sight = await countInSight(context, table, areas);
  const isAll = whole && sight.rows === table.body.rows;
  const columns = headers.filter((header) => table.headers.includes(header));
  const isTold = isAll && sight.rows > MOST_ROWS;
  const rows = isTold ? [] : await readInSight(context, table, sight, columns, MOST_ROWS);
  return { rows: rows.slice(0, MOST_ROWS).map(({ cells }) => cells), visible: sight.rows, isAll };
}

/** A row that is selected alone is meant, though a filter may hide it the next moment. */
async function readSingle(context: Excel.RequestContext, { sheet, headers, body }: OpenTable, area: Area): Promise<SelectedRows> {
  const range = sheet.getRangeByIndexes(area.top, body.left, 1, body.columns);
  range.load('values');
  await context.sync();
  const row = Object.fromEntries(headers.map((header, index) => [header, (range.values as RawCell[][])[0]?.[index] ?? '']));
  return { rows: [row], visible: 1, isAll: body.rows === 1 };
}
