/** Several tables in one sheet, side by side or one below the other: each becomes a block of its own. */

import type { RawCell, SourceGrid } from '../domain/grid';
import type { Field } from '../settings/mapping';
import { fieldsNamed, isKnownLabel } from './fields';
import { findHeader, headerLabels, isTyped } from './header';
import type { HeaderFound } from './header';

/** Narrower parts beside a blank column are one table with spacer columns. */
const LEAST_COLUMNS = 3;

/**
 * The blocks of a sheet from the top and from the left, each a grid with its own place; one for an Excel table, a named range
 * and the usual sheet. A header that is repeated further down opens no new block.
 */
export function blocksOf(grid: SourceGrid): readonly SourceGrid[] {
  let blocks = blocksByGrid.get(grid);
  if (blocks === undefined) blocksByGrid.set(grid, (blocks = partedInto(grid)));
  return blocks;
}

/** A grid is parted when it is looked at and when it is read. */
const blocksByGrid = new WeakMap<SourceGrid, readonly SourceGrid[]>();

function partedInto(grid: SourceGrid): readonly SourceGrid[] {
  if (grid.table !== null || grid.values.length === 0) return [grid];
  const blocks = besideEachOther(grid).flatMap(belowEachOther);
  return blocks.sort((a, b) => a.top - b.top || a.left - b.left);
}

interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

function besideEachOther(grid: SourceGrid): SourceGrid[] {
  const spans = filledSpans(grid);
  if (spans.filter(({ from, to }) => to - from >= LEAST_COLUMNS).length < 2) return [grid];
  const parts: { readonly span: Span; readonly grid: SourceGrid }[] = [];
  for (const span of spans) {
    const last = parts.at(-1);
    const own = columnsOf(grid, span);
    if (last !== undefined && !areApart(last.grid, own)) {
      const joined = { from: last.span.from, to: span.to };
      parts[parts.length - 1] = { span: joined, grid: columnsOf(grid, joined) };
    } else parts.push({ span, grid: own });
  }
  return parts.length === 1 ? [grid] : parts.map((part) => part.grid);
}

/** Runs of columns that hold anything. */
function filledSpans({ values }: SourceGrid): Span[] {
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const filled = new Uint8Array(width);
  let blanks = width;
  for (const row of values) {
    if (blanks === 0) break;
    for (let column = 0; column < row.length; column += 1) {
      if (filled[column] === 1 || row[column] === '') continue;
      filled[column] = 1;
      blanks -= 1;
    }
  }
  const spans: Span[] = [];
  for (let column = 0; column < width; column += 1) {
    if (filled[column] === 0) continue;
    const last = spans.at(-1);
    if (last?.to === column) spans[spans.length - 1] = { from: last.from, to: column + 1 };
    else spans.push({ from: column, to: column + 1 });
  }
  return spans;
}

/** Two tables have headers of their own, and stand at different heights, say the same things twice, or are each whole in itself. */
function areApart(left: SourceGrid, right: SourceGrid): boolean {
  const a = tableIn(left);
  const b = tableIn(right);
  if (a === null || b === null) return false;
  if (a.header.row !== b.header.row || a.last !== b.last) return true;
  const [labels, others] = [headerLabels(left, a.header), headerLabels(right, b.header)];
  return others.filter((label) => labels.includes(label)).length >= 2 || (isWhole(labels) && isWhole(others));
}

const AMOUNTS: readonly Field[] = ['amount', 'net', 'gross', 'credit', 'debit'];

/** Says by itself who, when and how much. */
function isWhole(labels: readonly string[]): boolean {
  const fields = new Set(labels.flatMap((label) => [...fieldsNamed(label)]));
  return fields.has('customer') && fields.has('date') && AMOUNTS.some((field) => fields.has(field));
}

function tableIn(grid: SourceGrid): { readonly header: HeaderFound; readonly last: number } | null {
  const header = findHeader(grid);
  if (header === null || headerLabels(grid, header).length < LEAST_COLUMNS) return null;
  let last = grid.values.length - 1;
  while (last > header.row && isBlank(grid.values[last])) last -= 1;
  return last === header.row ? null : { header, last };
}

function belowEachOther(grid: SourceGrid): SourceGrid[] {
  const blocks: SourceGrid[] = [];
  let start = 0;
  for (let found = nextTable(grid); found !== null; found = nextTable(rowsOf(grid, { from: start, to: grid.values.length }))) {
    blocks.push(rowsOf(grid, { from: start, to: start + found }));
    start += found;
  }
  if (start === 0) return [grid];
  blocks.push(rowsOf(grid, { from: start, to: grid.values.length }));
  return blocks;
}

/** Rows after a blank one at which a title may stand above the next header. */
const TITLE_ROWS = 4;

/** The row where the lines above a second table begin; null where the grid holds one. */
function nextTable(grid: SourceGrid): number | null {
  const first = topmostHeader(grid);
  if (first === null) return null;
  const known = headerLabels(grid, first).join('|');
  // Only among records with dates and amounts does a row of words stand out.
  const mayFollow = first.rows === 1 && first.isSure;
  for (let row = first.row + 2; row < grid.values.length - 1; row += 1) {
    const start = isBlank(grid.values[row]) ? row + 1 : mayFollow && isAllLabels(grid.values[row]) ? row : null;
    if (start === null || isBlank(grid.values[start])) continue;
    const below = rowsOf(grid, { from: start, to: Math.min(grid.values.length, start + TITLE_ROWS + 12) });
    const next = findHeader(below);
    if (next === null || next.row > TITLE_ROWS || !next.isSure || (start === row && next.row !== 0)) continue;
    if (titlesOnly(below, next.row - (next.rows - 1)) && headerLabels(below, next).join('|') !== known) return start;
  }
  return null;
}

/** Words in several columns, some of them labels, and no date or amount: perhaps a header with no blank row above it. */
function isAllLabels(row: readonly RawCell[] = []): boolean {
  if (row.some((cell) => typeof cell === 'number') || row.some(isTyped)) return false;
  const words = row.flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [cell] : []));
  return words.length >= LEAST_COLUMNS && words.filter((word) => isKnownLabel(word)).length >= 2;
}

/** The header of the first table: that of a later one may look more like one. */
function topmostHeader(grid: SourceGrid): HeaderFound | null {
  const best = findHeader(grid);
  if (best === null) return null;
  const blank = grid.values.findLastIndex((row, at) => at < best.row && isBlank(row));
  if (blank <= 0) return best;
  const above = topmostHeader(rowsOf(grid, { from: 0, to: blank }));
  return above?.isSure === true ? above : best;
}

/** Above the next header stand words only: records would belong to the table before. */
function titlesOnly({ values }: SourceGrid, header: number): boolean {
  return values.slice(0, header).every((row) => row.filter((cell) => cell !== '').length <= 2);
}

function isBlank(row: readonly RawCell[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell === '');
}

function columnsOf(grid: SourceGrid, { from, to }: Span): SourceGrid {
  return {
    ...grid,
    left: grid.left + from,
    values: grid.values.map((row) => row.slice(from, to)),
    formatSamples: grid.formatSamples.map(({ row, formats }) => ({ row, formats: formats.slice(from, to) })),
  };
}

function rowsOf(grid: SourceGrid, { from, to }: Span): SourceGrid {
  return {
    ...grid,
    top: grid.top + from,
    values: grid.values.slice(from, to),
    formatSamples: grid.formatSamples
      .filter(({ row }) => row >= from && row < to)
      .map(({ row, formats }) => ({ row: row - from, formats })),
  };
}
