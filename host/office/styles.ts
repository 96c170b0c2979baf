/** The styles that occur in areas, and what they have in common. */

import { cellsOf } from './area';
import { columnsOf, intersect, rowsOf } from '../workbook/area';
import type { Area, Sheet, Style, StyleTable } from '../workbook/model';

/** Above this many cells, styles are gathered from cells, rows and columns that have one, not cell by cell. */
const CELL_BY_CELL = 20_000;

const directly = (sheet: Sheet, area: Area, found: Set<number>): void => {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) found.add(sheet.styleIndex(row, column));
  }
};

/** Indexes of rows and columns that cells without a style of their own would show. */
const inherited = (sheet: Sheet, area: Area, found: Set<number>): void => {
  const rows = sheet.rowRuns().filter((run) => intersect(area, { ...area, top: run.top, bottom: run.bottom }));
  for (const run of rows) if (run.style !== 0) found.add(run.style);
  const styledRows = rows
    .filter((run) => run.style !== 0)
    .reduce((sum, run) => sum + Math.min(run.bottom, area.bottom) - Math.max(run.top, area.top) + 1, 0);
  if (styledRows >= rowsOf(area)) return;
  const columns = sheet.columnRuns().filter((run) => intersect(area, { ...area, left: run.left, right: run.right }));
  for (const run of columns) found.add(run.style);
  const covered = columns.reduce((sum, run) => sum + Math.min(run.right, area.right) - Math.max(run.left, area.left) + 1, 0);
  if (covered < columnsOf(area)) found.add(0);
};

export const stylesIn = (table: StyleTable, sheet: Sheet, areas: readonly Area[]): readonly Style[] => {
  const found = new Set<number>();
  for (const area of areas) {
    if (cellsOf(area) <= CELL_BY_CELL) {
      directly(sheet, area, found);
      continue;
    }
    let visited = 0;
    sheet.forEachCell(area, (_row, _column, _content, style) => {
      visited += 1;
      found.add(style);
    });
    if (visited < cellsOf(area)) inherited(sheet, area, found);
  }
  return [...found].map((index) => table.get(index));
};

/** What all styles agree on; null where they differ. */
export const common = <V>(styles: readonly Style[], pick: (style: Style) => V): V | null => {
  const [first, ...others] = styles;
  if (!first) return null;
  const value = pick(first);
  return others.every((style) => pick(style) === value) ? value : null;
};
