/** Widths and positions in points. A file counts a column's width in characters of seven pixels, four pixels are three points. */

import type { Sheet } from '../workbook/model';

const PIXELS_PER_CHARACTER = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

export const toPoints = (characters: number): number => Math.round(characters * PIXELS_PER_CHARACTER) * POINTS_PER_PIXEL;
export const toCharacters = (points: number): number => points / POINTS_PER_PIXEL / PIXELS_PER_CHARACTER;

/** The width that Excel's dialog shows for a file's width: without the padding beside the text. */
export const shownWidth = (characters: number): number =>
  Math.round(((Math.round(characters * PIXELS_PER_CHARACTER) - PADDING_PIXELS) / PIXELS_PER_CHARACTER) * 100) / 100;
export const fileWidth = (shown: number): number =>
  (Math.round(shown * PIXELS_PER_CHARACTER) + PADDING_PIXELS) / PIXELS_PER_CHARACTER;

export const columnPoints = (sheet: Sheet, column: number): number =>
  sheet.columnHidden(column) ? 0 : toPoints(sheet.columnWidth(column));
export const rowPoints = (sheet: Sheet, row: number): number => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row));

/** Width of the columns before one. */
export const leftOf = (sheet: Sheet, column: number): number => {
  let points = column * toPoints(sheet.standardWidth);
  for (const run of sheet.columnRuns()) {
    for (let at = run.left; at <= Math.min(run.right, column - 1); at += 1)
      points += columnPoints(sheet, at) - toPoints(sheet.standardWidth);
  }
  return points;
};

/** Height of the rows above one. */
export const topOf = (sheet: Sheet, row: number): number => {
  let points = row * sheet.standardHeight;
  for (const run of sheet.rowRuns()) {
    const count = Math.min(run.bottom, row - 1) - run.top + 1;
    if (count > 0) points += count * (rowPoints(sheet, run.top) - sheet.standardHeight);
  }
  return points;
};
