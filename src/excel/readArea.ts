/** Values of an area by blocks, so that no answer is too large and progress can be told. */

import type { RawCell } from '../domain/grid';
import { rowsARequest } from './cells';
import { isTooLarge } from './trouble';

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** @param onRows told how many rows came; throws to stop. */
export async function readValues(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  onRows: (rows: number) => void = () => undefined,
): Promise<RawCell[][]> {
  return readCells(context, sheet, area, 'values', onRows);
}

/** What a cell can be asked for. */
type Member = 'values' | 'formulasR1C1';

export async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  member: Member,
  onRows: (rows: number) => void = () => undefined,
): Promise<RawCell[][]> {
  const cells: RawCell[][] = [];
  await visitCells(context, sheet, area, member, (rows) => {
    for (const row of rows) cells.push(row);
    onRows(rows.length);
    return true;
  });
  return cells;
}

/** @param visit given each block and how many rows came before it; false ends the reading. */
export async function visitValues(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  visit: (rows: RawCell[][], before: number) => boolean,
): Promise<void> {
  await visitCells(context, sheet, area, 'values', visit);
}

async function visitCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  member: Member,
  visit: (rows: RawCell[][], before: number) => boolean,
): Promise<void> {
  const step = rowsARequest(area.columns);
  for (let done = 0; done < area.rows; done += step) {
    const rows = Math.min(step, area.rows - done);
    if (!visit(await readBlock(context, sheet, { ...area, top: area.top + done, rows }, member), done)) return;
  }
}

/** Long texts make an answer too large for Excel on the web: it is then asked for by halves. */
async function readBlock(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  member: Member,
): Promise<RawCell[][]> {
  const range = rangeOf(sheet, area);
  range.load(member);
  try {
    await context.sync();
  } catch (error) {
    if (area.rows === 1 || !isTooLarge(error)) throw error;
    const half = Math.floor(area.rows / 2);
    const first = await readBlock(context, sheet, { ...area, rows: half }, member);
    const rest = await readBlock(context, sheet, { ...area, top: area.top + half, rows: area.rows - half }, member);
    return [...first, ...rest];
  }
  return range[member] as RawCell[][];
}

export function rangeOf(sheet: Excel.Worksheet, { top, left, rows, columns }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, rows, columns);
}

/** What `areaOf` and `bodyOf` need loaded. */
export const CORNERS = 'rowIndex,columnIndex,rowCount,columnCount';

export function areaOf(range: Excel.Range): Area {
  return { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** A table's rows below its header. */
export function bodyOf(range: Excel.Range): Area {
  const whole = areaOf(range);
  return { ...whole, top: whole.top + 1, rows: whole.rows - 1 };
}
