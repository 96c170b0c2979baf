/** Where the active cell and the selection go: pure, so that the keyboard can be tested without a page. */

import { containsCell, intersect, isSameArea, union } from '../workbook/area';
import type { Area, Sheet } from '../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  /** Where typing goes; within the area between the corners. */
  readonly active: Cell;
  /** The corner that stays and the one that moves. */
  readonly anchor: Cell;
  readonly focus: Cell;
  /** Areas selected besides. */
  readonly others: readonly Area[];
  /** The column in which a run of Tab keys began: Enter goes back to it. */
  readonly tabbedFrom: number | null;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEP: Readonly<Record<Direction, Cell>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** The area between two corners. */
export const between = (one: Cell, other: Cell): Area => ({
  top: Math.min(one.row, other.row),
  left: Math.min(one.column, other.column),
  bottom: Math.max(one.row, other.row),
  right: Math.max(one.column, other.column),
});

/** The area that was selected last. */
export const areaOf = ({ anchor, focus }: Selection): Area => between(anchor, focus);

/** All selected areas, the last one first. */
export const areasOf = (selection: Selection): readonly Area[] => [areaOf(selection), ...selection.others];

export const single = (cell: Cell): Selection => spanning(cell, cell);

export const spanning = (anchor: Cell, focus: Cell, others: readonly Area[] = []): Selection => ({
  active: anchor,
  anchor,
  focus,
  others,
  tabbedFrom: null,
});

export const ofArea = ({ top, left, bottom, right }: Area): Selection =>
  spanning({ row: top, column: left }, { row: bottom, column: right });

export const isSameCell = (one: Cell, other: Cell): boolean => one.row === other.row && one.column === other.column;

export const isOneCell = (selection: Selection): boolean =>
  selection.others.length === 0 && isSameCell(selection.anchor, selection.focus);

export function inSheet({ row, column }: Cell): Cell {
  return { row: Math.max(0, Math.min(MAX_ROWS - 1, row)), column: Math.max(0, Math.min(MAX_COLUMNS - 1, column)) };
}

const isEdge = ({ row, column }: Cell): boolean => row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS;

const mergeAt = (sheet: Sheet, { row, column }: Cell): Area | undefined =>
  sheet.merges.find((area) => containsCell(area, row, column));

const isHidden = (sheet: Sheet, { row, column }: Cell, by: Cell): boolean =>
  by.row === 0 ? sheet.columnHidden(column) : sheet.rowHidden(row);

/** The next cell that is not hidden; the same cell at the edge. Merged cells are left as one. */
export function step(sheet: Sheet, from: Cell, direction: Direction): Cell {
  const by = STEP[direction];
  const merge = mergeAt(sheet, from);
  let cell = from;
  for (;;) {
    cell = { row: cell.row + by.row, column: cell.column + by.column };
    if (isEdge(cell)) return from;
    const isInside = merge !== undefined && containsCell(merge, cell.row, cell.column);
    if (!isInside && !isHidden(sheet, cell, by)) return cell;
  }
}

const isEmpty = (sheet: Sheet, { row, column }: Cell): boolean => sheet.content(row, column).kind === 'empty';

/** As Ctrl and an arrow: to the end of a run of filled cells, or to the next filled cell, or to the sheet's edge; hidden cells are passed over. */
export function jump(sheet: Sheet, from: Cell, direction: Direction): Cell {
  const by = STEP[direction];
  const used = sheet.usedArea(true);
  const beyondData = (cell: Cell): boolean =>
    used === null ||
    (direction === 'down' && cell.row > used.bottom) ||
    (direction === 'right' && cell.column > used.right) ||
    (direction === 'up' && cell.row < used.top) ||
    (direction === 'left' && cell.column < used.left);
  const next = (cell: Cell): Cell => step(sheet, cell, direction);
  const first = next(from);
  if (isSameCell(first, from)) return from;
  const inRun = !isEmpty(sheet, from) && !isEmpty(sheet, first);
  let last = from;
  for (let cell = first; !beyondData(cell) && !isSameCell(cell, last); cell = next(cell)) {
    if (inRun && isEmpty(sheet, cell)) return last;
    if (!inRun && !isEmpty(sheet, cell)) return cell;
    last = cell;
  }
  if (inRun) return last;
  const edge: Cell = {
    row: by.row < 0 ? 0 : by.row > 0 ? MAX_ROWS - 1 : from.row,
    column: by.column < 0 ? 0 : by.column > 0 ? MAX_COLUMNS - 1 : from.column,
  };
  return isHidden(sheet, edge, by) ? last : edge;
}

/** The block of filled cells that a cell lies in or beside, up to an empty row and column on each side. */
export function regionAt(sheet: Sheet, { row, column }: Cell): Area {
  const used = sheet.usedArea(true);
  let area: Area = { top: row, left: column, bottom: row, right: column };
  if (used === null) return area;
  const isFilled = (top: number, left: number, bottom: number, right: number): boolean => {
    const strip = intersect({ top, left, bottom, right }, used);
    return strip !== null && sheet.usedArea(true, strip) !== null;
  };
  for (let before: Area | null = null; before === null || !isSameArea(before, area);) {
    before = area;
    let { top, left, bottom, right } = area;
    while (isFilled(bottom + 1, left - 1, bottom + 1, right + 1)) bottom += 1;
    while (isFilled(top - 1, left - 1, top - 1, right + 1)) top -= 1;
    while (isFilled(top - 1, right + 1, bottom + 1, right + 1)) right += 1;
    while (isFilled(top - 1, left - 1, bottom + 1, left - 1)) left -= 1;
    area = { top, left, bottom, right };
  }
  return sheet.usedArea(true, area) ?? area;
}

/** Merged cells are selected as a whole: the selection grows over those that it cuts. */
export function overMerges(sheet: Sheet, selection: Selection): Selection {
  if (sheet.merges.length === 0) return selection;
  let area = areaOf(selection);
  for (let before: Area | null = null; before === null || !isSameArea(before, area);) {
    before = area;
    for (const merge of sheet.merges) if (intersect(merge, area) !== null) area = union(area, merge);
  }
  const merge = mergeAt(sheet, selection.active);
  const active = merge === undefined ? selection.active : { row: merge.top, column: merge.left };
  if (isSameArea(area, areaOf(selection))) return { ...selection, active };
  const isDown = selection.focus.row >= selection.anchor.row;
  const isRight = selection.focus.column >= selection.anchor.column;
  return {
    ...selection,
    active,
    anchor: { row: isDown ? area.top : area.bottom, column: isRight ? area.left : area.right },
    focus: { row: isDown ? area.bottom : area.top, column: isRight ? area.right : area.left },
  };
}

/** As Tab (`across`) and Enter: the next cell of what is selected, from its end on at its start; with one cell selected, the next on the sheet. */
export function advance(sheet: Sheet, selection: Selection, across: boolean, back: boolean): Selection {
  const { active, tabbedFrom } = selection;
  const area = areaOf(selection);
  const merge = mergeAt(sheet, active);
  const isOne = isOneCell(selection) || (selection.others.length === 0 && merge !== undefined && isSameArea(merge, area));
  if (isOne) {
    const next = step(sheet, active, across ? (back ? 'left' : 'right') : back ? 'up' : 'down');
    if (across) return { ...single(next), tabbedFrom: tabbedFrom ?? active.column };
    return single(tabbedFrom === null ? next : { row: next.row, column: tabbedFrom });
  }
  const inside = nextWithin(sheet, area, active, across, back);
  if (inside !== null) return { ...selection, active: inside };
  const around = [area, ...selection.others];
  const [first = area, ...rest] = back ? [...around.slice(-1), ...around.slice(0, -1)] : [...around.slice(1), area];
  const { top, left, bottom, right } = first;
  return { ...ofArea(first), others: rest, active: back ? { row: bottom, column: right } : { row: top, column: left } };
}

/** The next cell in sight of an area, by rows or by columns; null behind the last. */
function nextWithin(sheet: Sheet, area: Area, from: Cell, across: boolean, back: boolean): Cell | null {
  const by = back ? -1 : 1;
  let { row, column } = from;
  for (;;) {
    if (across) column += by;
    else row += by;
    if (column > area.right || column < area.left) {
      column = back ? area.right : area.left;
      row += by;
      if (!across) return null;
    }
    if (row > area.bottom || row < area.top) {
      if (across) return null;
      row = back ? area.bottom : area.top;
      column += by;
      if (column > area.right || column < area.left) return null;
    }
    const merge = mergeAt(sheet, { row, column });
    const isCovered = merge !== undefined && (merge.top !== row || merge.left !== column);
    if (!sheet.rowHidden(row) && !sheet.columnHidden(column) && !isCovered) return { row, column };
  }
}
