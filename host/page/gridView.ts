/** Draws what is in sight of a sheet as elements with grid roles, and turns places on the screen into cells. */

import type { Area, DifferentialStyle, Sheet } from '../workbook/model';
import { MAX_COLUMNS } from '../workbook/model';
import { drawCharts } from './charts';
import type { ReadReference } from './charts';
import { element, place } from './elements';
import { columnAxis, rowAxis } from './geometry';
import type { Axis } from './geometry';
import { drawFrames } from './frames';
import type { Framed } from './frames';
import { cellId, drawColumnHeaders, drawRow } from './gridRow';
import type { DrawnRow, RowSource, Span } from './gridRow';
import type { Measure } from './measure';
import { areasOf, between } from './movement';
import type { Cell, Selection } from './movement';
import type { RowHeights } from './rowHeights';

const HEADER_WIDTH = 46;
const HEADER_HEIGHT = 22;
/** Pixels beyond the screen at which frames are cut off. */
const FAR_OUT = 10_000;

export interface GridSource {
  readonly sheet: Sheet;
  readonly selection: Selection;
  /** What is marked as copied. */
  readonly copied: () => Area | null;
  conditional(row: number, column: number): DifferentialStyle | null;
  readonly heights: RowHeights;
  readonly read: ReadReference;
}

/** How much a draw must do: what scrolled or was selected, or everything. */
export type Extent = 'moved' | 'all';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface GridView {
  readonly root: HTMLElement;
  draw(extent: Extent): void;
  cellAt(clientX: number, clientY: number): Cell;
  /** Where a cell stands within the root, for an editor or a list. */
  boxOf(cell: Cell): Box;
  scrollTo(cell: Cell): void;
  /** Rows and columns of a full page. */
  page(): { readonly rows: number; readonly columns: number };
  /** Pixels that a place is beyond the cells' edges; 0 for one among them, and towards edges where nothing is to be scrolled to. */
  beyond(clientX: number, clientY: number): { readonly x: number; readonly y: number };
  /** The active cell of a whole row, column or sheet: the first of it that is in sight. */
  firstInSight(cell: Cell, part: string): Cell;
  /** Shows where the edge of a row or column would come to lie; null takes that away. */
  guide(axis: 'column' | 'row', index: number, size: number | null): void;
  /** Frames an area that is about to be filled or pointed at; null takes that away. */
  preview(area: Area | null): void;
}

/** Indices in sight along an axis. Hidden ones are left out. */
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

/** Top left cells of hyperlinks, as row × columns of a sheet + column. */
const linkedCells = (sheet: Sheet): Set<number> =>
  new Set(sheet.hyperlinks.map(({ area }) => area.top * MAX_COLUMNS + area.left));

export function createGridView(measure: Measure, source: () => GridSource): GridView {
  const root = element('div', 'grid', 'grid');
  root.tabIndex = 0;
  const spacer = element('div', 'grid-spacer', 'presentation');
  const view = element('div', 'grid-view', 'presentation');
  const heads = element('div', 'grid-heads', 'rowgroup');
  const frozenRows = element('div', 'grid-rows', 'rowgroup');
  const movingRows = element('div', 'grid-rows', 'rowgroup');
  const pictures = element('div', 'grid-clip', 'presentation');
  const over = element('div', 'grid-over', 'presentation');
  view.append(movingRows, pictures, frozenRows, heads, over);
  root.append(view, spacer);

  let drawn = new Map<number, DrawnRow>();
  let headers: ReturnType<typeof drawColumnHeaders>['headers'] = [];
  let drawnColumns = '';
  let rows = rowAxis(source().sheet, source().heights);
  let columns = columnAxis(source().sheet);
  let linked: ReadonlySet<number> = new Set();
  let previewed: Area | null = null;
  const line = element('div', 'grid-guide');

  /** Where the grid is scrolled to and how much of it shows: asked for once a draw, since each asking lays the page out. */
  let port = { left: 0, top: 0, width: 0, height: 0 };
  const look = (): void => {
    port = { left: root.scrollLeft, top: root.scrollTop, width: root.clientWidth, height: root.clientHeight };
  };

  const headerWidth = (): number => (source().sheet.showHeadings ? HEADER_WIDTH : 0);
  const headerHeight = (): number => (source().sheet.showHeadings ? HEADER_HEIGHT : 0);
  const left = (column: number): number =>
    headerWidth() + columns.offset(column) - (column < source().sheet.freeze.columns ? 0 : port.left);
  const top = (row: number): number => headerHeight() + rows.offset(row) - (row < source().sheet.freeze.rows ? 0 : port.top);
  /** Where what scrolls begins. */
  const edges = (): { readonly x: number; readonly y: number } => {
    const { freeze } = source().sheet;
    return { x: headerWidth() + columns.offset(freeze.columns), y: headerHeight() + rows.offset(freeze.rows) };
  };

  /** The page grows with what is used and with where a person goes, as a real sheet's scroll bar does. */
  const grow = (): void => {
    const { sheet, selection } = source();
    const used = sheet.usedArea(false);
    const lastRow = Math.max(used?.bottom ?? 0, selection.focus.row, rows.at(port.top)) + 60;
    const lastColumn = Math.max(used?.right ?? 0, selection.focus.column, columns.at(port.left)) + 20;
    place(spacer, {
      height: rows.offset(Math.min(rows.count - 1, lastRow)),
      width: columns.offset(Math.min(columns.count - 1, lastColumn)),
    });
  };

  const frameView = (sheet: Sheet, width: number, height: number): void => {
    place(view, { width, height });
    root.setAttribute('aria-rowcount', String(rows.count));
    root.setAttribute('aria-colcount', String(columns.count));
    root.setAttribute('aria-label', `Cells of ${sheet.name}`);
    root.classList.toggle('no-gridlines', !sheet.showGridlines);
    root.style.setProperty('--scroll', `${String(-port.left)}px`);
    const { x, y } = edges();
    place(heads, { height: headerHeight() });
    place(frozenRows, { top: headerHeight(), height: y - headerHeight() });
    frozenRows.classList.toggle('edged', sheet.freeze.rows > 0);
    place(movingRows, { top: y, height: Math.max(0, height - y) });
    place(pictures, { left: x, top: y, width: Math.max(0, width - x), height: Math.max(0, height - y) });
  };

  const draw = (extent: Extent): void => {
    look();
    const current = source();
    const { sheet, selection } = current;
    if (extent === 'all') {
      linked = linkedCells(sheet);
      rows = rowAxis(sheet, current.heights);
      columns = columnAxis(sheet);
    }
    grow();
    const width = port.width;
    const height = port.height;
    frameView(sheet, width, height);
    const across = inSight(columns, sheet.freeze.columns, port.left, width - headerWidth());
    const down = inSight(rows, sheet.freeze.rows, port.top, height - headerHeight());
    const sightedColumns = `${across.fixed.join()}|${across.moving.join()}`;
    const isKept = extent === 'moved' && sightedColumns === drawnColumns;
    const parts: RowSource = {
      sheet,
      rows,
      columns,
      across,
      headerWidth: headerWidth(),
      linked,
      measure,
      conditional: (row, column) => current.conditional(row, column),
    };
    if (!isKept) {
      const made = drawColumnHeaders(parts);
      headers = made.headers;
      heads.replaceChildren(made.line);
      drawnColumns = sightedColumns;
    }
    drawRows(parts, down, isKept);
    if (extent === 'all') pictures.replaceChildren(...drawCharts(sheet, rows, current.read));
    const { x, y } = edges();
    pictures.style.setProperty('--left', `${String(headerWidth() - port.left - x)}px`);
    pictures.style.setProperty('--top', `${String(headerHeight() - port.top - y)}px`);
    markSelection(areasOf(selection), selection.active);
    drawOver(current);
  };

  const drawOver = ({ sheet, selection, copied }: GridSource): void => {
    const merge = sheet.merges.find(
      ({ top: row, left: column }) => row === selection.active.row && column === selection.active.column,
    );
    const marks = {
      selected: areasOf(selection),
      active: merge ?? between(selection.active, selection.active),
      copied: copied(),
      pointed: previewed,
    };
    over.replaceChildren(...drawFrames(marks, (area) => framed(sheet, area)), line);
  };

  const drawRows = (parts: RowSource, down: Span, isKept: boolean): void => {
    const next = new Map<number, DrawnRow>();
    const group = (parent: HTMLElement, indices: readonly number[]): void => {
      const { y } = edges();
      const start = parent === frozenRows ? headerHeight() : y;
      for (const index of indices) {
        const row = (isKept ? drawn.get(index) : undefined) ?? drawRow(parts, index);
        place(row.line, { top: top(index) - start });
        if (row.line.parentElement !== parent) parent.append(row.line);
        next.set(index, row);
      }
    };
    if (!isKept) {
      frozenRows.replaceChildren();
      movingRows.replaceChildren();
    }
    for (const [index, row] of drawn) {
      if (isKept && !down.fixed.includes(index) && !down.moving.includes(index)) row.line.remove();
    }
    group(frozenRows, down.fixed);
    group(movingRows, down.moving);
    drawn = next;
  };

  const markSelection = (areas: readonly Area[], active: Cell): void => {
    for (const { column, element: header } of headers)
      header.classList.toggle(
        'in-selection',
        areas.some((area) => column >= area.left && column <= area.right),
      );
    for (const [index, { header, cells }] of drawn) {
      const inRow = areas.filter((area) => index >= area.top && index <= area.bottom);
      header.classList.toggle('in-selection', inRow.length > 0);
      for (const { column, element: cell } of cells) {
        if (inRow.some((area) => column >= area.left && column <= area.right)) cell.setAttribute('aria-selected', 'true');
        else if (cell.hasAttribute('aria-selected')) cell.removeAttribute('aria-selected');
      }
    }
    if (drawn.get(active.row)?.cells.some(({ column }) => column === active.column) === true)
      root.setAttribute('aria-activedescendant', cellId(active));
    else root.removeAttribute('aria-activedescendant');
  };

  /** Where an area's frame stands, cut where it passes under frozen rows and columns; null where it is out of sight. */
  const framed = (sheet: Sheet, area: Area): Framed | null => {
    const { x: edgeX, y: edgeY } = edges();
    const leastX = area.left < sheet.freeze.columns ? headerWidth() : edgeX;
    const leastY = area.top < sheet.freeze.rows ? headerHeight() : edgeY;
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

  const cellAt = (clientX: number, clientY: number): Cell => {
    look();
    const { sheet } = source();
    const bounds = root.getBoundingClientRect();
    const x = clientX - bounds.left - headerWidth();
    const y = clientY - bounds.top - headerHeight();
    const frozenWidth = columns.offset(sheet.freeze.columns);
    const frozenHeight = rows.offset(sheet.freeze.rows);
    return {
      row: rows.at(Math.max(0, y < frozenHeight ? y : y + port.top)),
      column: columns.at(Math.max(0, x < frozenWidth ? x : x + port.left)),
    };
  };

  /** Scroll position that brings an index into sight, or null where it is. */
  const reveal = (axis: Axis, frozen: number, index: number, scroll: number, length: number): number | null => {
    if (index < frozen) return null;
    const start = axis.offset(index) - axis.offset(frozen);
    const room = length - axis.offset(frozen);
    if (start < scroll) return start;
    return start + axis.size(index) > scroll + room ? Math.max(0, Math.min(start, start + axis.size(index) - room)) : null;
  };

  const scrollTo = ({ row, column }: Cell): void => {
    const { freeze } = source().sheet;
    look();
    grow();
    const x = reveal(columns, freeze.columns, column, port.left, port.width - headerWidth());
    const y = reveal(rows, freeze.rows, row, port.top, port.height - headerHeight());
    if (x !== null) root.scrollLeft = x;
    if (y !== null) root.scrollTop = y;
  };

  const beyond = (clientX: number, clientY: number): { readonly x: number; readonly y: number } => {
    look();
    const bounds = root.getBoundingClientRect();
    const { x, y } = edges();
    const past = (at: number, from: number, to: number, scroll: number): number =>
      at > to ? at - to : at < from && scroll > 0 ? at - from : 0;
    return {
      x: past(clientX - bounds.left, x, port.width, port.left),
      y: past(clientY - bounds.top, y, port.height, port.top),
    };
  };

  const guide = (axis: 'column' | 'row', index: number, size: number | null): void => {
    const isColumn = axis === 'column';
    line.className = size === null ? 'grid-guide' : `grid-guide ${axis}`;
    line.dataset['size'] = size === null ? '' : `${String(Math.round(size))} px`;
    if (size === null) return;
    if (isColumn) place(line, { left: left(index) + size, top: 0, width: 1, height: port.height });
    else place(line, { left: 0, top: top(index) + size, width: port.width, height: 1 });
  };

  const firstInSight = (cell: Cell, part: string): Cell => {
    const { freeze } = source().sheet;
    const first = (axis: Axis, frozen: number, scroll: number): number =>
      frozen > 0 ? 0 : axis.at(axis.offset(frozen) + scroll);
    return {
      row: part === 'column' || part === 'all' ? first(rows, freeze.rows, port.top) : cell.row,
      column: part === 'row' || part === 'all' ? first(columns, freeze.columns, port.left) : cell.column,
    };
  };

  return {
    root,
    draw,
    cellAt,
    boxOf: ({ row, column }) => {
      look();
      return { left: left(column), top: top(row), width: columns.size(column), height: rows.size(row) };
    },
    scrollTo,
    page: () => {
      const { x, y } = edges();
      const firstRow = rows.at(rows.offset(source().sheet.freeze.rows) + port.top);
      const lastRow = rows.at(rows.offset(firstRow) + port.height - y);
      const firstColumn = columns.at(columns.offset(source().sheet.freeze.columns) + port.left);
      const lastColumn = columns.at(columns.offset(firstColumn) + port.width - x);
      return { rows: Math.max(1, lastRow - firstRow - 1), columns: Math.max(1, lastColumn - firstColumn - 1) };
    },
    beyond,
    firstInSight,
    guide,
    preview: (area) => {
      previewed = area;
      drawOver(source());
    },
  };
}
