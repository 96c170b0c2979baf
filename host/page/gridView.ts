/** Draws the visible part of a sheet as elements with grid roles, and turns places on the screen into cells. */

import { cellText, columnLetters } from '../workbook/address';
import type { Area, DifferentialStyle, Sheet } from '../workbook/model';
import { MAX_COLUMNS } from '../workbook/model';
import { applyLook } from './cellLook';
import { drawCharts } from './charts';
import type { ReadReference } from './charts';
import { columnAxis, rowAxis } from './geometry';
import type { Axis } from './geometry';
import { areaOf } from './movement';
import type { Cell, Selection } from './movement';

export const HEADER_WIDTH = 46;
export const HEADER_HEIGHT = 22;

export interface GridSource {
  readonly sheet: Sheet;
  readonly selection: Selection;
  conditional(row: number, column: number): DifferentialStyle | null;
  readonly read: ReadReference;
}

export interface GridView {
  readonly root: HTMLElement;
  /** Draws anew; `relayout` after widths, heights or the sheet changed. */
  draw(relayout: boolean): void;
  cellAt(clientX: number, clientY: number): Cell;
  /** Where a cell stands within the root, for an editor or a list. */
  boxOf(cell: Cell): { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  scrollTo(cell: Cell): void;
  /** Rows of a full page. */
  pageRows(): number;
}

export const cellId = ({ row, column }: Cell): string => `cell-${cellText(row, column)}`;

function element(tag: string, className: string, role: string | null = null): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (role !== null) made.setAttribute('role', role);
  return made;
}

/** Top left cells of hyperlinks, as row × columns of a sheet + column. */
function linkedCells(sheet: Sheet): Set<number> {
  return new Set(sheet.hyperlinks.map(({ area }) => area.top * MAX_COLUMNS + area.left));
}

interface Span {
  readonly indices: readonly number[];
  readonly frozen: number;
}

/** Indices in sight along an axis: the frozen ones, then those from the scroll position on. Hidden ones are left out. */
function inSight(axis: Axis, frozen: number, scroll: number, length: number): Span {
  const indices: number[] = [];
  for (let i = 0; i < frozen; i += 1) if (axis.size(i) > 0) indices.push(i);
  const edge = axis.offset(frozen);
  for (let i = Math.max(frozen, axis.at(edge + scroll)); i < axis.count && axis.offset(i) - scroll < length; i += 1) {
    if (axis.size(i) > 0) indices.push(i);
  }
  return { indices, frozen };
}

export function createGridView(source: () => GridSource): GridView {
  const root = element('div', 'grid', 'grid');
  root.tabIndex = 0;
  root.setAttribute('aria-label', 'Cells');
  const spacer = element('div', 'grid-spacer');
  const view = element('div', 'grid-view', 'presentation');
  const cells = element('div', 'grid-cells', 'rowgroup');
  const over = element('div', 'grid-over', 'presentation');
  view.append(cells, over);
  root.append(view, spacer);

  let rows: Axis = rowAxis(source().sheet);
  let columns: Axis = columnAxis(source().sheet);

  let linked = linkedCells(source().sheet);

  const left = (column: number): number => {
    const { freeze } = source().sheet;
    return HEADER_WIDTH + columns.offset(column) - (column < freeze.columns ? 0 : root.scrollLeft);
  };
  const top = (row: number): number => {
    const { freeze } = source().sheet;
    return HEADER_HEIGHT + rows.offset(row) - (row < freeze.rows ? 0 : root.scrollTop);
  };

  /** The page grows with what is used and with where a person goes, as a real sheet's scroll bar does. */
  const grow = (): void => {
    const { sheet, selection } = source();
    const used = sheet.usedArea(false);
    const lastRow = Math.min(rows.count - 1, Math.max(used?.bottom ?? 0, selection.focus.row, rows.at(root.scrollTop)) + 60);
    const lastColumn = Math.min(
      columns.count - 1,
      Math.max(used?.right ?? 0, selection.focus.column, columns.at(root.scrollLeft)) + 20,
    );
    spacer.style.height = `${rows.offset(lastRow)}px`;
    spacer.style.width = `${columns.offset(lastColumn)}px`;
  };

  const draw = (relayout: boolean): void => {
    const current = source();
    const { sheet, selection } = current;
    if (relayout) {
      linked = linkedCells(sheet);
      rows = rowAxis(sheet);
      columns = columnAxis(sheet);
    }
    grow();
    const width = root.clientWidth;
    const height = root.clientHeight;
    view.style.width = `${width}px`;
    view.style.height = `${height}px`;
    root.setAttribute('aria-rowcount', String(rows.count));
    root.setAttribute('aria-colcount', String(columns.count));
    root.setAttribute('aria-label', `Cells of ${sheet.name}`);
    root.classList.toggle('no-gridlines', !sheet.showGridlines);
    const across = inSight(columns, sheet.freeze.columns, root.scrollLeft, width - HEADER_WIDTH);
    const down = inSight(rows, sheet.freeze.rows, root.scrollTop, height - HEADER_HEIGHT);
    const selected = areaOf(selection);
    const drawn = document.createDocumentFragment();
    drawn.append(headerRow(across, selected));
    for (const row of down.indices) drawn.append(oneRow(current, row, row < down.frozen, across, selected));
    cells.replaceChildren(drawn);
    over.replaceChildren(
      ...frame(sheet, selection),
      ...drawCharts(sheet, { left: root.scrollLeft - HEADER_WIDTH, top: root.scrollTop - HEADER_HEIGHT }, current.read),
    );
    root.setAttribute('aria-activedescendant', cellId(selection.anchor));
  };

  const headerRow = (across: Span, selected: Area): HTMLElement => {
    const line = element('div', 'grid-row', 'row');
    line.setAttribute('aria-rowindex', '0');
    const corner = element('div', 'grid-corner', 'presentation');
    line.append(corner);
    for (const column of across.indices) {
      const header = element('div', 'grid-column-header', 'columnheader');
      header.textContent = columnLetters(column);
      header.classList.toggle('in-selection', column >= selected.left && column <= selected.right);
      header.classList.toggle('frozen', column < across.frozen);
      header.setAttribute('aria-colindex', String(column + 1));
      Object.assign(header.style, { left: `${left(column)}px`, width: `${columns.size(column)}px` });
      line.append(header);
    }
    return line;
  };

  const oneRow = (
    { sheet, selection, conditional }: GridSource,
    row: number,
    frozen: boolean,
    across: Span,
    selected: Area,
  ): HTMLElement => {
    const line = element('div', 'grid-row', 'row');
    line.setAttribute('aria-rowindex', String(row + 1));
    const y = top(row);
    const height = rows.size(row);
    const inRows = row >= selected.top && row <= selected.bottom;
    const header = element('div', 'grid-row-header', 'rowheader');
    header.textContent = String(row + 1);
    header.classList.toggle('in-selection', inRows);
    header.classList.toggle('frozen', frozen);
    Object.assign(header.style, { top: `${y}px`, height: `${height}px` });
    line.append(header);
    for (const column of across.indices) {
      const merge = sheet.merges.find(
        (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
      );
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue;
      const cell = element('div', 'grid-cell', 'gridcell');
      cell.id = cellId({ row, column });
      cell.setAttribute('aria-colindex', String(column + 1));
      cell.setAttribute('aria-selected', String(inRows && column >= selected.left && column <= selected.right));
      cell.classList.toggle('frozen', frozen || column < across.frozen);
      cell.classList.toggle('frozen-both', frozen && column < across.frozen);
      if (selection.anchor.row === row && selection.anchor.column === column) cell.classList.add('active');
      const wide = merge === undefined ? columns.size(column) : columns.offset(merge.right + 1) - columns.offset(merge.left);
      const high = merge === undefined ? height : rows.offset(merge.bottom + 1) - rows.offset(merge.top);
      Object.assign(cell.style, { left: `${left(column)}px`, top: `${y}px`, width: `${wide}px`, height: `${high}px` });
      fillCell(sheet, cell, row, column, wide, conditional(row, column));
      line.append(cell);
    }
    return line;
  };

  const fillCell = (
    sheet: Sheet,
    cell: HTMLElement,
    row: number,
    column: number,
    width: number,
    laid: DifferentialStyle | null,
  ): void => {
    const value = sheet.value(row, column);
    const style = sheet.style(row, column);
    applyLook(cell, style, laid, value);
    if (value === null) return;
    const text = sheet.text(row, column);
    const shown = element('span', 'grid-text');
    shown.textContent = text;
    cell.append(shown);
    if (linked.has(row * MAX_COLUMNS + column)) cell.classList.add('linked');
    if (typeof value === 'string' && !style.wrap && style.horizontal !== 'Right' && style.horizontal !== 'Center')
      spill(sheet, cell, row, column, width, text);
  };

  /** A text that does not fit runs over the empty cells to its right, as in a spreadsheet. */
  const spill = (sheet: Sheet, cell: HTMLElement, row: number, column: number, width: number, text: string): void => {
    const wanted = text.length * 7.5 + 6;
    let room = width;
    for (let next = column + 1; room < wanted && next < columns.count && sheet.content(row, next).kind === 'empty'; next += 1)
      room += columns.size(next);
    if (room > width) {
      cell.style.width = `${Math.min(room, Math.ceil(wanted))}px`;
      cell.classList.add('spilling');
    }
  };

  const frame = (sheet: Sheet, selection: Selection): HTMLElement[] => {
    const area = areaOf(selection);
    const box = element('div', 'grid-selection');
    const x = left(area.left);
    const y = top(area.top);
    const right = left(area.right) + columns.size(area.right);
    const bottom = top(area.bottom) + rows.size(area.bottom);
    const edgeX = HEADER_WIDTH + (area.left < sheet.freeze.columns ? 0 : columns.offset(sheet.freeze.columns));
    const edgeY = HEADER_HEIGHT + (area.top < sheet.freeze.rows ? 0 : rows.offset(sheet.freeze.rows));
    if (right <= edgeX || bottom <= edgeY) return [];
    const shownX = Math.max(x, edgeX);
    const shownY = Math.max(y, edgeY);
    Object.assign(box.style, {
      left: `${shownX - 1}px`,
      top: `${shownY - 1}px`,
      width: `${right - shownX}px`,
      height: `${bottom - shownY}px`,
    });
    return [box];
  };

  const cellAt = (clientX: number, clientY: number): Cell => {
    const { sheet } = source();
    const bounds = root.getBoundingClientRect();
    const x = clientX - bounds.left - HEADER_WIDTH;
    const y = clientY - bounds.top - HEADER_HEIGHT;
    const frozenWidth = columns.offset(sheet.freeze.columns);
    const frozenHeight = rows.offset(sheet.freeze.rows);
    return {
      row: rows.at(Math.max(0, y < frozenHeight ? y : y + root.scrollTop)),
      column: columns.at(Math.max(0, x < frozenWidth ? x : x + root.scrollLeft)),
    };
  };

  const boxOf = ({ row, column }: Cell): ReturnType<GridView['boxOf']> => ({
    left: left(column),
    top: top(row),
    width: columns.size(column),
    height: rows.size(row),
  });

  const scrollTo = ({ row, column }: Cell): void => {
    const { sheet } = source();
    grow();
    if (column >= sheet.freeze.columns) {
      const start = columns.offset(column) - columns.offset(sheet.freeze.columns);
      const room = root.clientWidth - HEADER_WIDTH - columns.offset(sheet.freeze.columns);
      if (start < root.scrollLeft) root.scrollLeft = start;
      else if (start + columns.size(column) > root.scrollLeft + room) root.scrollLeft = start + columns.size(column) - room;
    }
    if (row >= sheet.freeze.rows) {
      const start = rows.offset(row) - rows.offset(sheet.freeze.rows);
      const room = root.clientHeight - HEADER_HEIGHT - rows.offset(sheet.freeze.rows);
      if (start < root.scrollTop) root.scrollTop = start;
      else if (start + rows.size(row) > root.scrollTop + room) root.scrollTop = start + rows.size(row) - room;
    }
  };

  return {
    root,
    draw,
    cellAt,
    boxOf,
    scrollTo,
    pageRows: () => Math.max(1, Math.floor((root.clientHeight - HEADER_HEIGHT) / 20) - 1),
  };
}
