/** Whether the sources are still what was read, right before the result is written. */

import type { RawCell, SourceGrid } from '../domain/grid';
import { isSameArea } from './areas';
import { findPlaces } from './places';
import type { Place } from './places';
import { visitValues } from './readArea';
import type { Area } from './readArea';
import { foreignSheets } from './readSources';
import type { Survey } from './survey';

/** The first grid that would no longer be read as it was; null where all would. */
export async function findChanged(
  context: Excel.RequestContext,
  survey: Survey,
  grids: readonly SourceGrid[],
  onRows: (rows: number) => void,
): Promise<SourceGrid | null> {
  const places = await findPlaces(context, foreignSheets(survey));
  for (const grid of grids) {
    // A row added below, a column added beside, a table or name that is gone: all are found at another place.
    const place = places.find(({ sheet, table }) => sheet.name === grid.sheet && table === grid.table);
    if (place === undefined || !isSameArea(place.area, areaOfGrid(grid))) return grid;
    if (!(await isUnchanged(context, place, grid, onRows))) return grid;
  }
  return null;
}

function areaOfGrid({ top, left, values }: SourceGrid): Area {
  return { top, left, rows: values.length, columns: values[0]?.length ?? 0 };
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Cells like the hour at which a report was printed; a sheet full of them is not looked through. */
const MOST_VOLATILE = 50;
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO)\s*\(/i;

/** A cell that Excel works out anew at every turn was changed by nobody. */
async function isUnchanged(
  context: Excel.RequestContext,
  { sheet, area }: Place,
  grid: SourceGrid,
  onRows: (rows: number) => void,
): Promise<boolean> {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const differing: Cell[] = [];
  await visitValues(context, worksheet, area, (rows, before) => {
    rows.forEach((row, index) => differing.push(...differencesOf(row, grid.values[before + index] ?? [], before + index)));
    onRows(rows.length);
    return differing.length <= MOST_VOLATILE;
  });
  if (differing.length === 0) return true;
  if (differing.length > MOST_VOLATILE) return false;
  const cells = differing.map(({ row, column }) => worksheet.getCell(area.top + row, area.left + column));
  for (const cell of cells) cell.load('formulas');
  await context.sync();
  return cells.every(({ formulas }) => isVolatile((formulas as unknown[][])[0]?.[0]));
}

function differencesOf(now: readonly RawCell[], then: readonly RawCell[], row: number): Cell[] {
  const found: Cell[] = [];
  for (let column = 0; column < now.length; column += 1) if (now[column] !== then[column]) found.push({ row, column });
  return found;
}

function isVolatile(formula: unknown): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && VOLATILE.test(formula.replace(/"[^"]*"/g, ''));
}
