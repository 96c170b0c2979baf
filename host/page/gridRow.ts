/** One row of the grid as elements: its number, its cells left of the frozen edge and those that scroll. */

import { cellText, columnLetters } from '../workbook/address';
import { containsCell } from '../workbook/area';
import type { DifferentialStyle, Sheet, Table } from '../workbook/model';
import { MAX_COLUMNS } from '../workbook/model';
import { PADDING, alignment, applyGround, applyLetters, indentOf, isBold } from './cellLook';
import type { Across } from './cellLook';
import { element } from './elements';
import type { Axis } from './geometry';
import type { Measure } from './measure';
import type { Cell } from './movement';
import { shownText } from './shownText';
import { reachOf } from './spills';
import type { Reach } from './spills';
import { hasFilterButton, tableAt, tableLook } from './tableLook';

/** Indices in sight along an axis: the frozen ones, and those that scroll. */
export interface Span {
  readonly fixed: readonly number[];
  readonly moving: readonly number[];
}

export interface RowSource {
  readonly sheet: Sheet;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly across: Span;
  readonly headerWidth: number;
  readonly linked: ReadonlySet<number>;
  readonly measure: Measure;
  conditional(row: number, column: number): DifferentialStyle | null;
}

/** A row as drawn, kept while it is in sight. */
export interface DrawnRow {
  readonly line: HTMLElement;
  readonly header: HTMLElement;
  readonly cells: readonly { readonly column: number; readonly element: HTMLElement }[];
}

export const cellId = ({ row, column }: Cell): string => `cell-${cellText(row, column)}`;

/** What a cell shows, found before anything is drawn: neighbours must know how far a text reaches. */
interface Shown {
  readonly text: string;
  readonly across: Across;
  readonly reach: Reach;
}

const RIGHT_EDGE = 1;
const BUTTON_WIDTH = 18;

export function drawRow(source: RowSource, row: number): DrawnRow {
  const { sheet, rows, columns, across, headerWidth } = source;
  const line = element('div', 'grid-row', 'row');
  line.setAttribute('aria-rowindex', String(row + 1));
  line.style.height = `${String(rows.size(row))}px`;
  const header = element('div', 'grid-row-header', 'rowheader');
  header.textContent = String(row + 1);
  header.style.width = `${String(headerWidth)}px`;
  const edge = element('span', 'grid-row-edge');
  edge.dataset['index'] = String(row);
  header.append(edge);
  line.append(header);
  const frozenWidth = columns.offset(sheet.freeze.columns);
  const cells: { column: number; element: HTMLElement }[] = [];
  const strip = (kind: 'fixed' | 'moving', left: number, width: number | null): void => {
    const clip = element('div', `grid-strip ${kind}`, 'presentation');
    clip.style.left = `${String(left)}px`;
    if (width === null) clip.style.right = '0';
    else clip.style.width = `${String(width)}px`;
    const inner = element('div', 'grid-strip-inner', 'presentation');
    const start = kind === 'fixed' ? 0 : frozenWidth;
    for (const drawn of drawCells(source, row, across[kind], start)) {
      inner.append(drawn.element);
      if (drawn.column !== null) cells.push({ column: drawn.column, element: drawn.element });
    }
    clip.append(inner);
    line.append(clip);
  };
  if (frozenWidth > 0) strip('fixed', headerWidth, frozenWidth);
  strip('moving', headerWidth + frozenWidth, null);
  return { line, header, cells };
}

/** @returns elements of the cells; `column` is null for a text that only runs in from a cell out of sight. */
function drawCells(
  source: RowSource,
  row: number,
  indices: readonly number[],
  start: number,
): { readonly column: number | null; readonly element: HTMLElement }[] {
  const { sheet, columns } = source;
  const shown = new Map<number, Shown>();
  const covered = new Set<number>();
  const look = (column: number): void => {
    const found = showCell(source, row, column);
    if (found === null) return;
    shown.set(column, found);
    for (let under = found.reach.from; under < found.reach.to; under += 1) covered.add(under);
  };
  const [first] = indices;
  const last = indices[indices.length - 1];
  if (first === undefined || last === undefined) return [];
  for (const column of indices) look(column);
  const outside = [filledBeside(sheet, row, first, -1), filledBeside(sheet, row, last, 1)].filter((column) => column !== null);
  const drawn: { column: number | null; element: HTMLElement }[] = [];
  for (const column of outside) {
    look(column);
    const found = shown.get(column);
    if (found === undefined || found.reach.to < first || found.reach.from > last) continue;
    const guest = drawCell(source, row, column, start, found, covered);
    guest.removeAttribute('role');
    guest.removeAttribute('id');
    guest.setAttribute('aria-hidden', 'true');
    guest.classList.add('guest');
    drawn.push({ column: null, element: guest });
  }
  for (const column of indices) {
    const merge = mergeAt(sheet, row, column);
    if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue;
    const cell = drawCell(source, row, column, start, shown.get(column) ?? null, covered);
    if (merge !== undefined) {
      cell.style.width = `${String(columns.offset(merge.right + 1) - columns.offset(merge.left))}px`;
      cell.style.height = `${String(source.rows.offset(merge.bottom + 1) - source.rows.offset(merge.top))}px`;
      cell.classList.add('merged');
    }
    drawn.push({ column, element: cell });
  }
  return drawn;
}

/** How far a text beyond the edge of what is in sight is looked for. */
const FAR = 40;

function filledBeside(sheet: Sheet, row: number, from: number, by: 1 | -1): number | null {
  for (let column = from + by, tries = 0; column >= 0 && column < MAX_COLUMNS && tries < FAR; column += by, tries += 1) {
    if (sheet.content(row, column).kind !== 'empty') return column;
  }
  return null;
}

const mergeAt = (sheet: Sheet, row: number, column: number): Sheet['merges'][number] | undefined =>
  sheet.merges.length === 0 ? undefined : sheet.merges.find((area) => containsCell(area, row, column));

function showCell(source: RowSource, row: number, column: number): Shown | null {
  const { sheet, columns, measure } = source;
  const value = sheet.value(row, column);
  if (value === null || columns.size(column) === 0) return null;
  const style = sheet.style(row, column);
  const table = tableAt(sheet, row, column);
  const across = alignment(style, value);
  const bold = isBold(style, tableLook(table, row), source.conditional(row, column));
  const own = { from: column, to: column };
  const room = columns.size(column) - 2 * PADDING - RIGHT_EDGE - indentOf(style);
  const width = (text: string): number => measure(text, style.font, bold, room);
  const text = shownText(value, sheet.text(row, column), style, room, width);
  const isMerged = mergeAt(sheet, row, column) !== undefined;
  if (typeof value !== 'string' || style.wrap || style.horizontal === 'Fill' || isMerged || hasFilterButton(table, row))
    return { text, across, reach: own };
  const isEmpty = (beside: number): boolean =>
    beside >= 0 && beside < columns.count && sheet.content(row, beside).kind === 'empty';
  // Where no neighbour has room the width does not matter: measuring is most of the work of a full sheet.
  const hasRoom = (across !== 'right' && isEmpty(column + 1)) || (across !== 'left' && isEmpty(column - 1));
  if (!hasRoom) return { text, across, reach: own };
  const wanted = width(text) + 2 * PADDING + indentOf(style);
  return { text, across, reach: reachOf(column, { across, wanted }, (each) => columns.size(each), isEmpty, columns.count) };
}

function drawCell(
  source: RowSource,
  row: number,
  column: number,
  start: number,
  shown: Shown | null,
  covered: ReadonlySet<number>,
): HTMLElement {
  const { sheet, columns, linked } = source;
  const cell = element('div', 'grid-cell', 'gridcell');
  cell.id = cellId({ row, column });
  cell.setAttribute('aria-colindex', String(column + 1));
  const wide = columns.size(column);
  cell.style.left = `${String(columns.offset(column) - start)}px`;
  cell.style.width = `${String(wide)}px`;
  const style = sheet.style(row, column);
  const over = source.conditional(row, column);
  const table = tableAt(sheet, row, column);
  const look = tableLook(table, row);
  applyGround(cell, style, look, over);
  if (covered.has(column)) cell.style.setProperty('--right', 'transparent');
  if (shown === null) return cell;
  const { text, across, reach } = shown;
  applyLetters(cell, style, look, over, across);
  const letters = element('span', 'grid-text');
  letters.textContent = text;
  if (style.wrap) letters.classList.add('wrapped');
  if (reach.from < column || reach.to > column) {
    const room = columns.offset(reach.to) + columns.size(reach.to) - columns.offset(reach.from);
    letters.style.maxWidth = `${String(room - 2 * PADDING - indentOf(style))}px`;
    cell.classList.add('spilling');
  }
  cell.append(letters);
  if (linked.has(row * MAX_COLUMNS + column)) cell.classList.add('linked');
  if (hasFilterButton(table, row)) {
    cell.append(filterButton(table, column));
    if (across === 'right' && !style.wrap) cell.style.paddingRight = `${String(BUTTON_WIDTH + PADDING)}px`;
  }
  return cell;
}

/** The mark in a table's header; the view listens for it at the grid's root. */
function filterButton(table: Table | null, column: number): HTMLElement {
  const button = element('span', 'filter-button');
  button.setAttribute('aria-hidden', 'true');
  const filtered = table?.columns[column - table.area.left]?.filter ?? null;
  button.classList.toggle('filtered', filtered !== null);
  button.style.width = `${String(BUTTON_WIDTH)}px`;
  return button;
}

/** The letters above the columns, with an edge that is dragged to widen the column before it. */
export function drawColumnHeaders(source: Omit<RowSource, 'conditional' | 'linked' | 'measure' | 'rows'>): {
  readonly line: HTMLElement;
  readonly headers: readonly { readonly column: number; readonly element: HTMLElement }[];
} {
  const { sheet, columns, across, headerWidth } = source;
  const line = element('div', 'grid-row grid-column-headers', 'row');
  line.setAttribute('aria-rowindex', '1');
  const corner = element('div', 'grid-corner', 'presentation');
  corner.style.width = `${String(headerWidth)}px`;
  const frozenWidth = columns.offset(sheet.freeze.columns);
  const headers: { column: number; element: HTMLElement }[] = [];
  const strip = (kind: 'fixed' | 'moving', left: number, start: number): HTMLElement => {
    const clip = element('div', `grid-strip ${kind}`, 'presentation');
    clip.style.left = `${String(left)}px`;
    if (kind === 'fixed') clip.style.width = `${String(frozenWidth)}px`;
    else clip.style.right = '0';
    const inner = element('div', 'grid-strip-inner', 'presentation');
    for (const column of across[kind]) {
      const header = element('div', 'grid-column-header', 'columnheader');
      header.textContent = columnLetters(column);
      header.setAttribute('aria-colindex', String(column + 1));
      header.style.left = `${String(columns.offset(column) - start)}px`;
      header.style.width = `${String(columns.size(column))}px`;
      const edge = element('span', 'grid-column-edge');
      edge.dataset['index'] = String(column);
      header.append(edge);
      headers.push({ column, element: header });
      inner.append(header);
    }
    clip.append(inner);
    return clip;
  };
  line.append(corner);
  if (frozenWidth > 0) line.append(strip('fixed', headerWidth, 0));
  line.append(strip('moving', headerWidth + frozenWidth, frozenWidth));
  return { line, headers };
}
