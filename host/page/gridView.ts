/** Draws what is in sight of a sheet as elements with grid roles, and turns places on the screen into cells. */

import type { Area, DifferentialStyle, Sheet } from '../workbook/model';
import { MAX_COLUMNS } from '../workbook/model';
import { drawCharts } from './charts';
import type { ReadReference } from './charts';
import { element, place } from './elements';
import { columnAxis, rowAxis } from './geometry';
import type { Axis } from './geometry';
import { cellId, drawColumnHeaders, drawRow } from './gridRow';
import type { DrawnRow, RowSource, Span } from './gridRow';
import type { Measure } from './measure';
import { areaOf } from './movement';
import type { Cell, Selection } from './movement';
import type { RowHeights } from './rowHeights';

export { cellId } from './gridRow';

const HEADER_WIDTH = 46;
const HEADER_HEIGHT = 22;

export interface GridSource {
  readonly sheet: Sheet;
  readonly selection: Selection;
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
  /** Rows of a full page. */
  pageRows(): number;
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

  const headerWidth = (): number => (source().sheet.showHeadings ? HEADER_WIDTH : 0);
  const headerHeight = (): number => (source().sheet.showHeadings ? HEADER_HEIGHT : 0);
  const left = (column: number): number =>
    headerWidth() + columns.offset(column) - (column < source().sheet.freeze.columns ? 0 : root.scrollLeft);
  const top = (row: number): number =>
    headerHeight() + rows.offset(row) - (row < source().sheet.freeze.rows ? 0 : root.scrollTop);
  /** Where what scrolls begins. */
  const edges = (): { readonly x: number; readonly y: number } => {
    const { freeze } = source().sheet;
    return { x: headerWidth() + columns.offset(freeze.columns), y: headerHeight() + rows.offset(freeze.rows) };
  };

  /** The page grows with what is used and with where a person goes, as a real sheet's scroll bar does. */
  const grow = (): void => {
    const { sheet, selection } = source();
    const used = sheet.usedArea(false);
    const lastRow = Math.max(used?.bottom ?? 0, selection.focus.row, rows.at(root.scrollTop)) + 60;
    const lastColumn = Math.max(used?.right ?? 0, selection.focus.column, columns.at(root.scrollLeft)) + 20;
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
    root.style.setProperty('--scroll', `${String(-root.scrollLeft)}px`);
    const { x, y } = edges();
    place(heads, { height: headerHeight() });
    place(frozenRows, { top: headerHeight(), height: y - headerHeight() });
    frozenRows.classList.toggle('edged', sheet.freeze.rows > 0);
    place(movingRows, { top: y, height: Math.max(0, height - y) });
    place(pictures, { left: x, top: y, width: Math.max(0, width - x), height: Math.max(0, height - y) });
  };

  const draw = (extent: Extent): void => {
    const current = source();
    const { sheet, selection } = current;
    if (extent === 'all') {
      linked = linkedCells(sheet);
      rows = rowAxis(sheet, current.heights);
      columns = columnAxis(sheet);
    }
    grow();
    const width = root.clientWidth;
    const height = root.clientHeight;
    frameView(sheet, width, height);
    const across = inSight(columns, sheet.freeze.columns, root.scrollLeft, width - headerWidth());
    const down = inSight(rows, sheet.freeze.rows, root.scrollTop, height - headerHeight());
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
    pictures.style.setProperty('--left', `${String(headerWidth() - root.scrollLeft - x)}px`);
    pictures.style.setProperty('--top', `${String(headerHeight() - root.scrollTop - y)}px`);
    markSelection(areaOf(selection), selection.anchor);
    over.replaceChildren(...frame(sheet, areaOf(selection)));
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

  const markSelection = (area: Area, anchor: Cell): void => {
    for (const { column, element: header } of headers)
      header.classList.toggle('in-selection', column >= area.left && column <= area.right);
    for (const [index, { header, cells }] of drawn) {
      const isRowIn = index >= area.top && index <= area.bottom;
      header.classList.toggle('in-selection', isRowIn);
      for (const { column, element: cell } of cells) {
        if (isRowIn && column >= area.left && column <= area.right) cell.setAttribute('aria-selected', 'true');
        else if (cell.hasAttribute('aria-selected')) cell.removeAttribute('aria-selected');
      }
    }
    const active = cellId(anchor);
    if (drawn.get(anchor.row)?.cells.some(({ column }) => column === anchor.column) === true)
      root.setAttribute('aria-activedescendant', active);
    else root.removeAttribute('aria-activedescendant');
  };

  /** The frame round the selected area, cut where it passes under frozen rows and columns. */
  const frame = (sheet: Sheet, area: Area): HTMLElement[] => {
    const { x: edgeX, y: edgeY } = edges();
    const right = left(area.right) + columns.size(area.right);
    const bottom = top(area.bottom) + rows.size(area.bottom);
    const leastX = area.left < sheet.freeze.columns ? headerWidth() : edgeX;
    const leastY = area.top < sheet.freeze.rows ? headerHeight() : edgeY;
    const clip = element('div', 'grid-clip');
    place(clip, {
      left: leastX - 2,
      top: leastY - 2,
      width: root.clientWidth - leastX + 2,
      height: root.clientHeight - leastY + 2,
    });
    const box = element('div', 'grid-selection');
    place(box, {
      left: left(area.left) - leastX + 1,
      top: top(area.top) - leastY + 1,
      width: right - left(area.left) + 1,
      height: bottom - top(area.top) + 1,
    });
    box.classList.toggle('several', area.top !== area.bottom || area.left !== area.right);
    clip.append(box);
    return [clip];
  };

  const cellAt = (clientX: number, clientY: number): Cell => {
    const { sheet } = source();
    const bounds = root.getBoundingClientRect();
    const x = clientX - bounds.left - headerWidth();
    const y = clientY - bounds.top - headerHeight();
    const frozenWidth = columns.offset(sheet.freeze.columns);
    const frozenHeight = rows.offset(sheet.freeze.rows);
    return {
      row: rows.at(Math.max(0, y < frozenHeight ? y : y + root.scrollTop)),
      column: columns.at(Math.max(0, x < frozenWidth ? x : x + root.scrollLeft)),
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
    grow();
    const x = reveal(columns, freeze.columns, column, root.scrollLeft, root.clientWidth - headerWidth());
    const y = reveal(rows, freeze.rows, row, root.scrollTop, root.clientHeight - headerHeight());
    if (x !== null) root.scrollLeft = x;
    if (y !== null) root.scrollTop = y;
  };

  return {
    root,
    draw,
    cellAt,
    boxOf: ({ row, column }) => ({ left: left(column), top: top(row), width: columns.size(column), height: rows.size(row) }),
    scrollTo,
    pageRows: () => Math.max(1, Math.floor((root.clientHeight - edges().y) / 20) - 1),
  };
}
