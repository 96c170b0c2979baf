/** What a person does to the selected cells of a sheet, apart from typing. */

import { columnsOf, intersect, isWholeColumns, isWholeRows, rowsOf, wholeRows } from '../workbook/area';
import { copyCells } from '../workbook/copyCells';
import type { Area, Sheet } from '../workbook/model';
import { Refusal } from '../workbook/model';
import { copiedFormula } from '../workbook/shift';
import { sortRows, sortTable } from '../workbook/sort';
import { charactersOf, pointsOf } from './geometry';
import { regionAt } from './movement';
import type { Cell } from './movement';
import { tableAt } from './tableLook';

/** As Ctrl and D or R: the first row or column of an area over the rest of it; of a single line, the line before it. */
export function fill(sheet: Sheet, area: Area, direction: 'down' | 'right'): void {
  const isDown = direction === 'down';
  const length = isDown ? rowsOf(area) : columnsOf(area);
  const start = isDown ? area.top : area.left;
  const from = length === 1 ? start - 1 : start;
  if (from < 0) return;
  const source = isDown ? { ...area, top: from, bottom: from } : { ...area, left: from, right: from };
  const target = isDown ? { ...area, top: from + 1 } : { ...area, left: from + 1 };
  copyCells(sheet, source, sheet, target, 'all');
}

/** Drags an area over cells beside it: what is there is continued as it stands. */
export function fillOver(sheet: Sheet, source: Area, whole: Area): void {
  const parts: Area[] = [
    { ...source, top: source.bottom + 1, bottom: whole.bottom },
    { ...source, left: source.right + 1, right: whole.right },
    { ...source, top: whole.top, bottom: source.top - 1 },
    { ...source, left: whole.left, right: source.left - 1 },
  ];
  for (const part of parts) {
    if (part.top > part.bottom || part.left > part.right) continue;
    const isDown = part.left === source.left && part.right === source.right;
    const size = isDown ? rowsOf(source) : columnsOf(source);
    const isBefore = part.top < source.top || part.left < source.left;
    const length = isDown ? rowsOf(part) : columnsOf(part);
    for (let done = 0; done < length; done += size) {
      const count = Math.min(size, length - done);
      copyCells(sheet, ...stretch(source, part, { isDown, isBefore, done, count }), 'all');
    }
  }

  /** The lines of the source that the next lines of the part repeat, and these. */
  function stretch(
    from: Area,
    part: Area,
    { isDown, isBefore, done, count }: { isDown: boolean; isBefore: boolean; done: number; count: number },
  ): [Area, Sheet, Area] {
    const [first, last] = isDown ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
    if (isBefore) {
      const end = part[last] - done;
      return [{ ...from, [first]: from[last] - count + 1 }, sheet, { ...part, [first]: end - count + 1, [last]: end }];
    }
    const start = part[first] + done;
    return [{ ...from, [last]: from[first] + count - 1 }, sheet, { ...part, [first]: start, [last]: start + count - 1 }];
  }
}

/** More cells are hardly meant by one entry. */
const MOST_ENTERED = 100_000;

/**
 * The same entry in every cell of some areas, as Ctrl and Enter put it.
 * @param cell the one it was typed for: a formula keeps its distances from there
 * @throws Refusal on more cells than a person means
 */
export function enterEverywhere(sheet: Sheet, areas: readonly Area[], cell: Cell, text: string): void {
  if (areas.reduce((sum, area) => sum + rowsOf(area) * columnsOf(area), 0) > MOST_ENTERED)
    throw new Refusal('InvalidArgument', `One entry goes into at most ${MOST_ENTERED.toLocaleString('en')} cells at once.`);
  const isFormula = text.startsWith('=');
  for (const area of areas) {
    const entries = Array.from({ length: rowsOf(area) }, (_row, down) =>
      Array.from({ length: columnsOf(area) }, (_column, right) =>
        isFormula ? copiedFormula(text, area.top + down - cell.row, area.left + right - cell.column) : text,
      ),
    );
    sheet.enterBlock(area, entries);
  }
}

/** Bold, italic or underlined as the active cell is not. */
export function toggleLetters(sheet: Sheet, areas: readonly Area[], active: Cell, look: 'bold' | 'italic' | 'underline'): void {
  const { font } = sheet.style(active.row, active.column);
  const isOn = look === 'underline' ? font.underline !== 'None' : font[look];
  for (const area of areas)
    sheet.patchStyle(area, { font: look === 'underline' ? { underline: isOn ? 'None' : 'Single' } : { [look]: !isOn } });
}

/** Whole columns where these are selected, else rows. */
export function insertLines(sheet: Sheet, area: Area): void {
  if (isWholeColumns(area) && !isWholeRows(area)) sheet.insert(area, 'Right');
  else sheet.insert(wholeRows(area), 'Down');
}

export function deleteLines(sheet: Sheet, area: Area): void {
  if (isWholeColumns(area) && !isWholeRows(area)) sheet.delete(area, 'Left');
  else sheet.delete(wholeRows(area), 'Up');
}

/**
 * Sizes a row or column, or all selected ones where it is one of several whole ones.
 * @param pixels null fits lines to their contents
 */
export function resize(sheet: Sheet, selected: Area, axis: 'column' | 'row', index: number, pixels: number | null): void {
  const isColumn = axis === 'column';
  const [start, end] = isColumn ? [selected.left, selected.right] : [selected.top, selected.bottom];
  const isWhole = isColumn ? isWholeColumns(selected) : isWholeRows(selected);
  const [first, last] = isWhole && index >= start && index <= end ? [start, end] : [index, index];
  if (pixels === null) {
    if (isColumn) sheet.autofitColumns(first, last);
    else sheet.autofitRows(first, last);
  } else if (isColumn) sheet.setColumnWidth(first, last, charactersOf(pixels));
  else sheet.setRowHeight(first, last, pointsOf(pixels));
}

/** Sorts the table or the block of cells around a cell by the cell's column. */
export function sortAround(sheet: Sheet, cell: Cell, ascending: boolean): void {
  const table = tableAt(sheet, cell.row, cell.column);
  if (table !== null) {
    sortTable(sheet, table, [{ key: cell.column - table.area.left, ascending }]);
    return;
  }
  const region = regionAt(sheet, cell);
  const top = region.top + (hasHeader(sheet, region) ? 1 : 0);
  if (top <= region.bottom) sortRows(sheet, { ...region, top }, [{ key: cell.column - region.left, ascending }]);
}

/** Whether a block's first row names its columns: texts above something else, or set off by bold letters or frozen. */
export function hasHeader(sheet: Sheet, { top, left, bottom, right }: Area): boolean {
  if (top === bottom) return false;
  let isOtherBelow = sheet.freeze.rows === top + 1;
  for (let column = left; column <= right; column += 1) {
    const head = sheet.value(top, column);
    if (head !== null && typeof head !== 'string') return false;
    const below = sheet.value(top + 1, column);
    const isSetOff = sheet.style(top, column).font.bold && !sheet.style(top + 1, column).font.bold;
    if ((below !== null && typeof below !== 'string') || isSetOff) isOtherBelow = true;
  }
  return isOtherBelow;
}

/** What of some areas is used; an area of which nothing is stays. */
export function usedPart(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea(false);
  return (used === null ? null : intersect(used, area)) ?? area;
}
