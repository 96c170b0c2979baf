/** Draws what is in sight of a sheet as elements with grid roles. */

import type { Area, DifferentialStyle, Sheet } from '../workbook/model';
import { MAX_COLUMNS } from '../workbook/model';
import { drawCharts } from './charts';
import type { ReadReference } from './charts';
import { element, place } from './elements';
import { drawFrames } from './frames';
import { cellId, drawColumnHeaders, drawRow } from './gridRow';
import type { DrawnRow, RowSource, Span } from './gridRow';
import type { Measure } from './measure';
import { areasOf, between } from './movement';
import type { Cell, Selection } from './movement';
import type { RowHeights } from './rowHeights';
import { createViewport } from './viewport';
import type { Viewport } from './viewport';

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

export interface GridView extends Pick<Viewport, 'boxOf' | 'cellAt' | 'page' | 'beyond' | 'firstInSight'> {
  readonly root: HTMLElement;
  draw(extent: Extent): void;
  scrollTo(cell: Cell): void;
  /** Shows where the edge of a row or column would come to lie; null takes that away. */
  guide(axis: 'column' | 'row', index: number, size: number | null): void;
  /** Frames an area that is about to be filled or pointed at; null takes that away. */
  preview(area: Area | null): void;
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
  const viewport = createViewport(root, source);
  view.append(movingRows, pictures, frozenRows, heads, over);
  root.append(view, spacer);

  let drawn = new Map<number, DrawnRow>();
  let headers: ReturnType<typeof drawColumnHeaders>['headers'] = [];
  let drawnColumns = '';
  let linked: ReadonlySet<number> = new Set();
  let previewed: Area | null = null;
  const line = element('div', 'grid-guide');

  /** The page grows with what is used and with where a person goes, as a real sheet's scroll bar does. */
  const grow = (): void => {
    const { sheet, selection } = source();
    const { rows, columns, port: scrolled } = viewport;
    const used = sheet.usedArea(false);
    const lastRow = Math.max(used?.bottom ?? 0, selection.focus.row, rows.at(scrolled.top)) + 60;
    const lastColumn = Math.max(used?.right ?? 0, selection.focus.column, columns.at(scrolled.left)) + 20;
    place(spacer, {
      height: rows.offset(Math.min(rows.count - 1, lastRow)),
      width: columns.offset(Math.min(columns.count - 1, lastColumn)),
    });
  };

  const frameView = (sheet: Sheet): void => {
    const { rows, columns, port } = viewport;
    const { x, y } = viewport.edges();
    const head = viewport.headerHeight();
    place(view, { width: port.width, height: port.height });
    root.setAttribute('aria-rowcount', String(rows.count));
    root.setAttribute('aria-colcount', String(columns.count));
    root.setAttribute('aria-label', `Cells of ${sheet.name}`);
    root.classList.toggle('no-gridlines', !sheet.showGridlines);
    root.style.setProperty('--scroll', `${String(-port.left)}px`);
    place(heads, { height: head });
    place(frozenRows, { top: head, height: y - head });
    frozenRows.classList.toggle('edged', sheet.freeze.rows > 0);
    place(movingRows, { top: y, height: Math.max(0, port.height - y) });
    place(pictures, { left: x, top: y, width: Math.max(0, port.width - x), height: Math.max(0, port.height - y) });
    pictures.style.setProperty('--left', `${String(viewport.headerWidth() - port.left - x)}px`);
    pictures.style.setProperty('--top', `${String(head - port.top - y)}px`);
  };

  const draw = (extent: Extent): void => {
    viewport.look();
    const current = source();
    const { sheet, selection } = current;
    if (extent === 'all') {
      linked = linkedCells(sheet);
      viewport.measure();
    }
    grow();
    frameView(sheet);
    const across = viewport.across();
    const sightedColumns = `${across.fixed.join()}|${across.moving.join()}`;
    const isKept = extent === 'moved' && sightedColumns === drawnColumns;
    const parts: RowSource = {
      sheet,
      rows: viewport.rows,
      columns: viewport.columns,
      across,
      headerWidth: viewport.headerWidth(),
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
    drawRows(parts, viewport.down(), isKept);
    if (extent === 'all') pictures.replaceChildren(...drawCharts(sheet, viewport.rows, current.read));
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
    over.replaceChildren(...drawFrames(marks, viewport.framed), line);
  };

  const drawRows = (parts: RowSource, down: Span, isKept: boolean): void => {
    const next = new Map<number, DrawnRow>();
    const group = (parent: HTMLElement, indices: readonly number[]): void => {
      const start = parent === frozenRows ? viewport.headerHeight() : viewport.edges().y;
      for (const index of indices) {
        const row = (isKept ? drawn.get(index) : undefined) ?? drawRow(parts, index);
        place(row.line, { top: viewport.top(index) - start });
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

  const scrollTo = (cell: Cell): void => {
    viewport.look();
    grow();
    const { left, top } = viewport.reveal(cell);
    if (left !== null) root.scrollLeft = left;
    if (top !== null) root.scrollTop = top;
  };

  const guide = (axis: 'column' | 'row', index: number, size: number | null): void => {
    const { port } = viewport;
    line.className = size === null ? 'grid-guide' : `grid-guide ${axis}`;
    line.dataset['size'] = size === null ? '' : `${String(Math.round(size))} px`;
    if (size === null) return;
    if (axis === 'column') place(line, { left: viewport.left(index) + size, top: 0, width: 1, height: port.height });
    else place(line, { left: 0, top: viewport.top(index) + size, width: port.width, height: 1 });
  };

  return {
    root,
    draw,
    scrollTo,
    boxOf: viewport.boxOf,
    cellAt: viewport.cellAt,
    page: viewport.page,
    beyond: viewport.beyond,
    firstInSight: viewport.firstInSight,
    guide,
    preview: (area) => {
      previewed = area;
      drawOver(source());
    },
  };
}
