/** A block brought into the form of a plain table: one header row, each row complete, headings in columns of their own. */

import type { RawCell, SourceGrid } from '../domain/grid';
import { HEADINGS, NO_HEADER } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import { firstRows } from './fillDown';
import { joinedTexts } from './header';
import { findHeadings } from './headings';
import { mergedColumn } from './mergedCells';
import { cellText } from './text';

/** Rows and their numbers are those of the block; cells may be completed, and columns of headings stand at the right. */
export interface StraightGrid extends SourceGrid {
  /** Columns that the block itself has; those of headings follow. */
  readonly width: number;
  /** By row: 1 where the row is a heading of rows below it; null where the table has none. */
  readonly isHeading: Uint8Array | null;
  /** Headings further in name parts of those further out. */
  readonly headingsArePart: boolean;
  /** Columns filled down from the first row of each document. */
  readonly filledDown: readonly number[];
  /** Which of the sheet's sources, from 0. */
  readonly part: number;
}

/** @param headerRows 2 where the header stands over two rows; `headerRow` is the lower. */
export function straighten(block: SourceGrid, headerRow: number, headerRows: number): StraightGrid {
  const last = straightByBlock.get(block);
  if (last?.headerRow === headerRow && last.headerRows === headerRows) return last.grid;
  const grid = straightened(block, headerRow, headerRows);
  straightByBlock.set(block, { headerRow, headerRows, grid });
  return grid;
}

/** A block is straightened when it is looked at and when it is read, mostly with the same header. */
const straightByBlock = new WeakMap<
  SourceGrid,
  { readonly headerRow: number; readonly headerRows: number; readonly grid: StraightGrid }
>();

function straightened(block: SourceGrid, headerRow: number, headerRows: number): StraightGrid {
  const width = block.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const headed = headerRows === 2 ? withJoinedHeader(block, headerRow) : block;
  const plain = { ...headed, width, isHeading: null, headingsArePart: false, filledDown: [], part: 0 };
  if (block.table !== null) return plain;
  return withFirstRows(withHeadings(plain, headerRow), headerRow);
}

/** The same mapping with the columns of the straight grid. */
export function withStraightColumns({ width }: StraightGrid, mapping: SourceMapping): SourceMapping {
  return withColumns(mapping, (column) => (column < 0 ? width + HEADINGS - column : column));
}

/** The same mapping with columns as they are kept, whatever the width of next month's export. */
export function withKeptColumns({ width }: StraightGrid, mapping: SourceMapping): SourceMapping {
  return withColumns(mapping, (column) => keptColumn(width, column));
}

export function keptColumn(width: number, column: number): number {
  return column < width ? column : HEADINGS - (column - width);
}

function withColumns(mapping: SourceMapping, to: (column: number) => number): SourceMapping {
  const columns = Object.entries(mapping.columns).map(([field, column]) => [field, to(column)] as const);
  return { ...mapping, columns: Object.fromEntries(columns) };
}

function withJoinedHeader(block: SourceGrid, headerRow: number): SourceGrid {
  const above = block.values[headerRow - 1] ?? [];
  const below = block.values[headerRow] ?? [];
  const joined = joinedTexts(above, below).map((text, column) => {
    const own = below[column] ?? '';
    return text === cellText(own) ? own : text;
  });
  return { ...block, values: block.values.map((row, at) => (at === headerRow ? joined : row)) };
}

function withHeadings(grid: StraightGrid, headerRow: number): StraightGrid {
  const headings = findHeadings(grid, firstRowOf(headerRow));
  if (headings === null) return grid;
  const values = grid.values.map((row, at) => {
    const own = [...row];
    while (own.length < grid.width) own.push('');
    for (const labels of headings.labels) own.push(at > headerRow ? (labels[at] ?? '') : '');
    return own;
  });
  return { ...grid, values, isHeading: headings.isHeading, headingsArePart: headings.areParts };
}

function withFirstRows(grid: StraightGrid, headerRow: number): StraightGrid {
  const places: number[] = [];
  for (let at = firstRowOf(headerRow); at < grid.values.length; at += 1)
    if (grid.isHeading?.[at] !== 1 && isFilled(grid.values[at] ?? [], grid.width)) places.push(at);
  const rows = places.map((at) => grid.values[at] ?? []);
  const found = firstRows(rows, grid.width);
  if (found !== null) return filledDown(grid, places, found.columns, (index) => found.continues[index] === 1);
  const merged = mergedColumn(rows, grid.width);
  return merged === null ? grid : filledDown(grid, places, [merged], (index) => (rows[index]?.[merged] ?? '') === '');
}

/** Blank cells of the columns take what stands above them, in rows that continue what is above. */
function filledDown(
  grid: StraightGrid,
  places: readonly number[],
  columns: readonly number[],
  continues: (index: number) => boolean,
): StraightGrid {
  const values = [...grid.values];
  let first: readonly RawCell[] = [];
  places.forEach((at, index) => {
    const row = values[at] ?? [];
    if (!continues(index)) first = row;
    else values[at] = row.map((cell, column) => (cell === '' && columns.includes(column) ? (first[column] ?? '') : cell));
  });
  return { ...grid, values, filledDown: columns };
}

/** Closing lines hold one cell. */
function isFilled(row: readonly RawCell[], width: number): boolean {
  let filled = 0;
  for (let column = 0; column < width; column += 1) {
    const cell = row[column];
    if (cell !== undefined && cell !== '' && (filled += 1) > 1) return true;
  }
  return false;
}

function firstRowOf(headerRow: number): number {
  return headerRow === NO_HEADER ? 0 : headerRow + 1;
}
