/** Where the active cell and the selection go: pure, so that the keyboard can be tested without a page. */

import type { Area, Sheet } from '../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** `anchor` is the active cell, `focus` the moving corner of the area. */
export interface Selection {
  readonly anchor: Cell;
  readonly focus: Cell;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEP: Readonly<Record<Direction, Cell>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

export function areaOf({ anchor, focus }: Selection): Area {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  };
}

export function inSheet({ row, column }: Cell): Cell {
  return { row: Math.max(0, Math.min(MAX_ROWS - 1, row)), column: Math.max(0, Math.min(MAX_COLUMNS - 1, column)) };
}

const isEdge = ({ row, column }: Cell): boolean => row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS;

/** The next cell that is not hidden; the same cell at the edge. */
export function step(sheet: Sheet, from: Cell, direction: Direction): Cell {
  const by = STEP[direction];
  let cell = from;
  for (;;) {
    cell = { row: cell.row + by.row, column: cell.column + by.column };
    if (isEdge(cell)) return from;
    const hidden = by.row === 0 ? sheet.columnHidden(cell.column) : sheet.rowHidden(cell.row);
    if (!hidden) return cell;
  }
}

const isEmpty = (sheet: Sheet, { row, column }: Cell): boolean => sheet.content(row, column).kind === 'empty';

/** As Ctrl and an arrow: to the end of a run of filled cells, or to the next filled cell, or to the sheet's edge. */
export function jump(sheet: Sheet, from: Cell, direction: Direction): Cell {
  const by = STEP[direction];
  const used = sheet.usedArea(true);
  const next = (cell: Cell): Cell => ({ row: cell.row + by.row, column: cell.column + by.column });
  const edge: Cell = {
    row: direction === 'up' ? 0 : direction === 'down' ? MAX_ROWS - 1 : from.row,
    column: direction === 'left' ? 0 : direction === 'right' ? MAX_COLUMNS - 1 : from.column,
  };
  const beyondData = (cell: Cell): boolean =>
    used === null ||
    (direction === 'down' && cell.row > used.bottom) ||
    (direction === 'right' && cell.column > used.right) ||
    (direction === 'up' && cell.row < used.top) ||
    (direction === 'left' && cell.column < used.left);
  let cell = next(from);
  if (isEdge(cell)) return from;
  const inRun = !isEmpty(sheet, from) && !isEmpty(sheet, cell);
  while (!isEdge(cell) && !beyondData(cell)) {
    if (inRun && isEmpty(sheet, cell)) return { row: cell.row - by.row, column: cell.column - by.column };
    if (!inRun && !isEmpty(sheet, cell)) return cell;
    cell = next(cell);
  }
  return inRun ? { row: cell.row - by.row, column: cell.column - by.column } : edge;
}

export type Command =
  | { readonly kind: 'select'; readonly selection: Selection }
  | { readonly kind: 'edit'; readonly text: string | null }
  | { readonly kind: 'clear' }
  | { readonly kind: 'sheet'; readonly by: 1 | -1 };

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** What a key asks for while no cell is being edited; null leaves the key to the browser. */
export function commandOf(sheet: Sheet, selection: Selection, { key, ctrl, shift, alt }: Key, pageRows: number): Command | null {
  const { anchor, focus } = selection;
  const moveTo = (cell: Cell): Command => ({
    kind: 'select',
    selection: shift ? { anchor, focus: cell } : { anchor: cell, focus: cell },
  });
  const from = shift ? focus : anchor;
  const arrow = ARROWS[key];
  if (alt) return null;
  if (arrow !== undefined) return moveTo(ctrl ? jump(sheet, from, arrow) : step(sheet, from, arrow));
  const used = sheet.usedArea(true);
  switch (key) {
    case 'Home':
      return moveTo(
        ctrl ? { row: sheet.freeze.rows, column: sheet.freeze.columns } : { row: from.row, column: sheet.freeze.columns },
      );
    case 'End':
      return ctrl ? moveTo(used === null ? { row: 0, column: 0 } : { row: used.bottom, column: used.right }) : null;
    case 'PageDown':
      return ctrl ? { kind: 'sheet', by: 1 } : moveTo(inSheet({ row: from.row + pageRows, column: from.column }));
    case 'PageUp':
      return ctrl ? { kind: 'sheet', by: -1 } : moveTo(inSheet({ row: from.row - pageRows, column: from.column }));
    case 'Enter':
      return { kind: 'select', selection: single(step(sheet, anchor, shift ? 'up' : 'down')) };
    case 'Tab':
      return { kind: 'select', selection: single(step(sheet, anchor, shift ? 'left' : 'right')) };
    case 'F2':
      return { kind: 'edit', text: null };
    case 'Delete':
      return { kind: 'clear' };
    case 'Backspace':
      return { kind: 'edit', text: '' };
    case 'a':
    case 'A':
      if (ctrl) {
        const all = used ?? { top: 0, left: 0, bottom: 0, right: 0 };
        return {
          kind: 'select',
          selection: { anchor: { row: all.top, column: all.left }, focus: { row: all.bottom, column: all.right } },
        };
      }
  }
  return key.length === 1 && !ctrl ? { kind: 'edit', text: key } : null;
}

export function single(cell: Cell): Selection {
  return { anchor: cell, focus: cell };
}
