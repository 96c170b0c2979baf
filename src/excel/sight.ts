/** The rows of a sheet that are in sight: neither filtered away nor hidden. Hidden columns change nothing of that. */

import type { RawCell } from '../domain/grid';
import type { OpenTable } from './openTable';
import { rangeOf } from './readArea';
import type { Area } from './readArea';
import type { KeptRow } from './readTables';

const BLOCK_ROWS = 2_000;
/** Columns that are looked at one by one. */
const MOST_COLUMNS = 200;

/** How many rows of a table are in sight. */
export interface Sight {
  readonly rows: number;
  readonly blocks: readonly { readonly area: Area; readonly rows: number }[];
  /** Places on the sheet. */
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface RowInSight {
  /** On the sheet, from zero. */
  readonly row: number;
  readonly cells: KeptRow;
}

/** @param areas rows of the table's body, in their order. */
export async function countInSight(
  context: Excel.RequestContext,
  { sheet, body }: OpenTable,
  areas: readonly Area[],
): Promise<Sight> {
  const whole = rangeOf(sheet, { ...body, rows: 1 });
  whole.load('columnHidden');
  const asked = areas.flatMap(blocksOf).map((area) => {
    const view = rangeOf(sheet, area).getVisibleView();
    view.load('rowCount');
    return { area, view };
  });
  await context.sync();
  const blocks = asked.map(({ area, view }) => ({ area, rows: view.rowCount }));
  return {
    rows: blocks.reduce((sum, { rows }) => sum + rows, 0),
    blocks,
    hiddenColumns: await hiddenColumns(context, sheet, body, whole),
  };
}

/** The cells of some columns, of the first so many rows in sight and of those in the same blocks. */
export async function readInSight(
  context: Excel.RequestContext,
  { sheet, body, column }: OpenTable,
  { blocks, hiddenColumns: hidden }: Sight,
  headers: readonly string[],
  most = Infinity,
): Promise<RowInSight[]> {
  const shown = firstShown(body, hidden);
  if (shown === null) return [];
  const read = untilFull(blocks, most).map(({ area }) => {
    const down = (left: number): Excel.Range => rangeOf(sheet, { ...area, left, columns: 1 });
    const places = down(shown).getVisibleView();
    places.load('cellAddresses');
    const columns = headers.map((header) => {
      const { left } = column(header);
      const isHidden = hidden.has(left);
      const cells = isHidden ? down(left) : down(left).getVisibleView();
      cells.load('values');
      return { header, isHidden, cells };
    });
    return { area, places, columns };
  });
  if (read.length > 0) await context.sync();
  return read.flatMap(({ area, places, columns }) =>
    rowsOf(places).map((row, seen) => ({
      row,
      cells: Object.fromEntries(
        columns.map(({ header, isHidden, cells }) => {
          const [cell = ''] = (cells.values as RawCell[][])[isHidden ? row - area.top : seen] ?? [];
          return [header, cell];
        }),
      ),
    })),
  );
}

/**
 * Of the columns of an area those that are hidden, by their places on the sheet.
 * @param range of these columns, `columnHidden` loaded: false where none is, true where all are, null where some are.
 */
export async function hiddenColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { top, left, columns }: Area,
  range: Excel.Range,
): Promise<ReadonlySet<number>> {
  const isHidden = range.columnHidden as boolean | null;
  const places = Array.from({ length: Math.min(columns, MOST_COLUMNS) }, (_, index) => left + index);
  if (isHidden !== null) return new Set(isHidden ? places : []);
  const asked = places.map((place) => {
    const cell = sheet.getRangeByIndexes(top, place, 1, 1);
    cell.load('columnHidden');
    return { place, cell };
  });
  await context.sync();
  return new Set(asked.flatMap(({ place, cell }) => (cell.columnHidden ? [place] : [])));
}

/** Null where every column is hidden. */
export function firstShown({ left, columns }: Area, hidden: ReadonlySet<number>): number | null {
  for (let place = left; place < left + columns; place += 1) if (!hidden.has(place)) return place;
  return null;
}

/** Rows on the sheet, from zero, of a view of one column whose `cellAddresses` are loaded. */
export function rowsOf({ cellAddresses }: Excel.RangeView): number[] {
  return (cellAddresses as unknown[][]).map(([address]) => Number(/(?<!\d)\d+$/.exec(String(address))?.[0] ?? 0) - 1);
}

function blocksOf(area: Area): Area[] {
  const count = Math.ceil(area.rows / BLOCK_ROWS);
  return Array.from({ length: count }, (_, block) => {
    const before = block * BLOCK_ROWS;
    return { ...area, top: area.top + before, rows: Math.min(BLOCK_ROWS, area.rows - before) };
  });
}

/** Blocks with a row in sight, as many as it takes. */
function untilFull(blocks: Sight['blocks'], most: number): Sight['blocks'] {
  let before = 0;
  return blocks.filter(({ rows }) => {
    const isWanted = rows > 0 && before < most;
    before += rows;
    return isWanted;
  });
}
