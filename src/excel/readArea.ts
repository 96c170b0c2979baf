/** Values of an area by blocks, so that no answer is too large and progress can be told. */

import type { RawCell } from '../domain/grid';
import { rowsARequest } from './cells';

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
  const values: RawCell[][] = [];
  const step = rowsARequest(area.columns);
  for (let done = 0; done < area.rows; done += step) {
    const rows = Math.min(step, area.rows - done);
    for (const row of await readBlock(context, sheet, { ...area, top: area.top + done, rows })) values.push(row);
    onRows(rows);
  }
  return values;
}

async function readBlock(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<RawCell[][]> {
  const range = sheet.getRangeByIndexes(area.top, area.left, area.rows, area.columns);
  range.load('values');
  await context.sync();
  return range.values as RawCell[][];
}
