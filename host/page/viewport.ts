/** What of a sheet is in sight: where its cells stand within the grid, and which cell stands at a place. */

import type { Area, Sheet } from '../workbook/model';
import type { Box } from './elements';
import type { Framed } from './frames';
import { columnAxis, rowAxis } from './geometry';
import type { Axis } from './geometry';
import type { Span } from './gridRow';
import type { Cell } from './movement';
import type { RowHeights } from './rowHeights';

const HEADER_WIDTH = 46;
const HEADER_HEIGHT = 22;
/** Pixels beyond the screen at which frames are cut off. */
const FAR_OUT = 10_000;

/** Places are pixels from the grid's upper left corner. */
export interface Viewport {
  /** Takes over where the grid is scrolled to and how much of it shows: asked for once a draw, since each asking lays the page out. */
  look(): void;
  /** Takes over the sizes of rows and columns. */
  measure(): void;
  /** Where the grid is scrolled to, and the size of what shows. */
  readonly port: Box;
  readonly rows: Axis;
  readonly columns: Axis;
  headerWidth(): number;
  headerHeight(): number;
  /** Where what scrolls begins. */
  edges(): { readonly x: number; readonly y: number };
  left(column: number): number;
  top(row: number): number;
  readonly boxOf: (cell: Cell) => Box;
  /** Columns and rows in sight; hidden ones are left out. */
  across(): Span;
  down(): Span;
  /** Where an area's frame stands, cut where it passes under frozen rows and columns; null where it is out of sight. */
  readonly framed: (area: Area) => Framed | null;
  readonly cellAt: (clientX: number, clientY: number) => Cell;
  /** Where to scroll to so that a cell is in sight; null for each way in which it is. */
  reveal(cell: Cell): { readonly left: number | null; readonly top: number | null };
  /** Rows and columns of a full page. */
  readonly page: () => { readonly rows: number; readonly columns: number };
  /** Pixels that a place is beyond the cells' edges; 0 for one among them, and towards edges where nothing is to be scrolled to. */
  readonly beyond: (clientX: number, clientY: number) => { readonly x: number; readonly y: number };
  /** The active cell of a whole row, column or sheet: the first of it that is in sight. */
  readonly firstInSight: (cell: Cell, part: string) => Cell;
}

interface Shown {
  readonly sheet: Sheet;
  readonly heights: RowHeights;
}

/** Indices in sight along an axis. */
function inSight(axis: Axis, frozen: number, scroll: number, length: number): Span {
  const fixed: number[] = [];
  for (let i = 0; i < frozen; i += 1) if (axis.size(i) > 0) fixed.push(i);
  const moving: number[] = [];
  const edge = axis.offset(frozen);
  for (let i = Math.max(frozen, axis.at(edge + scroll)); i < axis.count && axis.offset(i) - scroll < length; i += 1) {
    if (axis.size(i) > 0) moving.push(i);
  }
  return { fixed, moving };
}

/** Scroll position that brings an index into sight, or null where it is. */
function revealed(axis: Axis, frozen: number, index: number, scroll: number, length: number): number | null {
  if (index < frozen) return null;
  const start = axis.offset(index) - axis.offset(frozen);
  const room = length - axis.offset(frozen);
  if (start < scroll) return start;
  return start + axis.size(index) > scroll + room ? Math.max(0, Math.min(start, start + axis.size(index) - room)) : null;
}

export function createViewport(root: HTMLElement, shown: () => Shown): Viewport {
  let port: Box = { left: 0, top: 0, width: 0, height: 0 };
  let rows = rowAxis(shown().sheet, shown().heights);
  let columns = columnAxis(shown().sheet);

  const look = (): void => {
    port = { left: root.scrollLeft, top: root.scrollTop, width: root.clientWidth, height: root.clientHeight };
  };
  const freeze = (): Sheet['freeze'] => shown().sheet.freeze;
  const headerWidth = (): number => (shown().sheet.showHeadings ? HEADER_WIDTH : 0);
  const headerHeight = (): number => (shown().sheet.showHeadings ? HEADER_HEIGHT : 0);
  const left = (column: number): number => headerWidth() + columns.offset(column) - (column < freeze().columns ? 0 : port.left);
  const top = (row: number): number => headerHeight() + rows.offset(row) - (row < freeze().rows ? 0 : port.top);
  const edges = (): { readonly x: number; readonly y: number } => ({
    x: headerWidth() + columns.offset(freeze().columns),
    y: headerHeight() + rows.offset(freeze().rows),
  });
  const onGrid = (clientX: number, clientY: number): { readonly x: number; readonly y: number } => {
    look();
    const bounds = root.getBoundingClientRect();
    return { x: clientX - bounds.left, y: clientY - bounds.top };
  };

  const framed = (area: Area): Framed | null => {
    const { x: edgeX, y: edgeY } = edges();
    const leastX = area.left < freeze().columns ? headerWidth() : edgeX;
    const leastY = area.top < freeze().rows ? headerHeight() : edgeY;
    // A frame of a million rows is longer than a browser draws: what is far out of sight is cut off.
    const start = { x: Math.max(left(area.left), -FAR_OUT), y: Math.max(top(area.top), -FAR_OUT) };
    const end = {
      x: Math.min(left(area.right) + columns.size(area.right), port.width + FAR_OUT),
      y: Math.min(top(area.bottom) + rows.size(area.bottom), port.height + FAR_OUT),
    };
    if (end.x < leastX || end.y < leastY || start.x > port.width || start.y > port.height) return null;
    return {
      clip: {
        left: leastX - 2,
        top: leastY - 2,
        width: port.width - leastX + 2,
        height: port.height - leastY + 2,
      },
      box: {
        left: start.x - leastX + 1,
        top: start.y - leastY + 1,
        width: end.x - start.x + 1,
        height: end.y - start.y + 1,
      },
    };
  };

  return {
    look,
    measure: () => {
      rows = rowAxis(shown().sheet, shown().heights);
      columns = columnAxis(shown().sheet);
    },
    get port() {
      return port;
    },
    get rows() {
      return rows;
    },
    get columns() {
      return columns;
    },
    headerWidth,
    headerHeight,
    edges,
    left,
    top,
    boxOf: ({ row, column }) => {
      look();
      return { left: left(column), top: top(row), width: columns.size(column), height: rows.size(row) };
    },
    across: () => inSight(columns, freeze().columns, port.left, port.width - headerWidth()),
    down: () => inSight(rows, freeze().rows, port.top, port.height - headerHeight()),
    framed,
    cellAt: (clientX, clientY) => {
      const at = onGrid(clientX, clientY);
      const edge = edges();
      return {
        row: rows.at(Math.max(0, at.y - headerHeight() + (at.y < edge.y ? 0 : port.top))),
        column: columns.at(Math.max(0, at.x - headerWidth() + (at.x < edge.x ? 0 : port.left))),
      };
    },
    reveal: ({ row, column }) => {
      look();
      return {
        left: revealed(columns, freeze().columns, column, port.left, port.width - headerWidth()),
        top: revealed(rows, freeze().rows, row, port.top, port.height - headerHeight()),
      };
    },
    page: () => {
      const { x, y } = edges();
      const firstRow = rows.at(rows.offset(freeze().rows) + port.top);
      const lastRow = rows.at(rows.offset(firstRow) + port.height - y);
      const firstColumn = columns.at(columns.offset(freeze().columns) + port.left);
      const lastColumn = columns.at(columns.offset(firstColumn) + port.width - x);
      return { rows: Math.max(1, lastRow - firstRow - 1), columns: Math.max(1, lastColumn - firstColumn - 1) };
    },
    beyond: (clientX, clientY) => {
      const at = onGrid(clientX, clientY);
      const { x, y } = edges();
      const past = (place: number, from: number, to: number, scroll: number): number =>
        place > to ? place - to : place < from && scroll > 0 ? place - from : 0;
      return { x: past(at.x, x, port.width, port.left), y: past(at.y, y, port.height, port.top) };
    },
    firstInSight: (cell, part) => {
      const first = (axis: Axis, frozen: number, scroll: number): number =>
        frozen > 0 ? 0 : axis.at(axis.offset(frozen) + scroll);
      return {
        row: part === 'column' || part === 'all' ? first(rows, freeze().rows, port.top) : cell.row,
        column: part === 'row' || part === 'all' ? first(columns, freeze().columns, port.left) : cell.column,
      };
    },
  };
}
