/** What each column of a source is read as, how sure that is, and an example of what stands in it. */

import { dayFromSerial, isoDay } from '../domain/day';
import type { RawCell, SourceGrid } from '../domain/grid';
import type { SourceInspection } from '../settings/inspection';
import { FIELDS } from '../settings/mapping';
import type { Field, SourceMapping } from '../settings/mapping';
import { areaOf, columnLetters } from './place';
import { texts } from './texts';

/** Guesses less sure than this are marked, and shown before the others. */
const SURE = 0.75;

export interface ColumnState {
  readonly column: number;
  readonly name: string;
  readonly field: Field | null;
  /** A month across, where the column is one of a waterfall. */
  readonly month: string | null;
  /** 0…1, null where nothing was guessed. */
  readonly confidence: number | null;
  readonly reason: string;
  readonly isUnsure: boolean;
}

export function columnStates(source: SourceInspection, mapping: SourceMapping): readonly ColumnState[] {
  const { left } = areaOf(source.area);
  const fieldAt = new Map<number, Field>();
  for (const field of FIELDS) {
    const column = mapping.columns[field];
    if (column !== undefined && !fieldAt.has(column)) fieldAt.set(column, field);
  }
  const monthAt = new Map(mapping.monthColumns.map(({ column, month }) => [column, month]));
  return source.headers.map((header, column) => {
    const field = fieldAt.get(column) ?? null;
    const guess = source.columns.find((candidate) => candidate.column === column && candidate.field === field) ?? null;
    return {
      column,
      name: header.trim() === '' ? texts.sources.unnamed(columnLetters(left + column)) : header.trim(),
      field,
      month: monthAt.get(column) ?? null,
      confidence: guess?.confidence ?? null,
      reason: guess?.reason ?? '',
      isUnsure: guess !== null && guess.confidence < SURE,
    };
  });
}

/** Columns to check first, then those in use, then the rest; each in the sheet's order. */
export function inOrderOfDoubt(columns: readonly ColumnState[]): readonly ColumnState[] {
  const rank = ({ isUnsure, field, month }: ColumnState): number => (isUnsure ? 0 : field !== null || month !== null ? 1 : 2);
  return [...columns].sort((a, b) => rank(a) - rank(b) || a.column - b.column);
}

/** What stands in the first cell of a column that holds something, at the rows below the header; "" where none does. */
export function exampleOf(source: SourceInspection, grid: SourceGrid, column: number): string {
  const shown = source.preview.flatMap(({ fields }) =>
    FIELDS.flatMap((field) => (source.mapping.columns[field] === column ? (fields[field] ?? []) : [])),
  );
  const [first] = shown.filter(({ cell }) => cell.trim() !== '');
  if (first !== undefined) return differs(first.value, first.cell) ? first.cell : first.value;
  const { left, bottom } = areaOf(source.area);
  const header = source.headerAt.at(-1) ?? grid.top;
  const at = left - grid.left + column;
  for (let row = header - grid.top; row <= bottom - grid.top; row += 1) {
    const cell = grid.values[row]?.[at] ?? '';
    if (String(cell).trim() !== '') return textOf(cell, formatAt(grid, row, at));
  }
  return '';
}

function formatAt({ formatSamples }: SourceGrid, row: number, column: number): string {
  const sample = formatSamples.find((candidate) => candidate.row >= row) ?? formatSamples.at(-1);
  return sample?.formats[column] ?? '';
}

/** A number format with a day or a year in it, quoted text and colours apart. */
const showsDates = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"?|\[[^\]]*\]?|\\./g, ''));

function textOf(cell: RawCell, format: string): string {
  return typeof cell === 'number' && showsDates(format) ? isoDay(dayFromSerial(cell)) : String(cell);
}

/** Whether the cell's own text says something else to the eye than the value read from it. */
export function differs(value: string, cell: string): boolean {
  const plain = cell.trim();
  if (plain === value.trim()) return false;
  const number = plain === '' ? Number.NaN : Number(plain);
  // A date's serial number is never seen in the sheet.
  if (Number.isFinite(number)) return Number(value) !== number && isoDay(dayFromSerial(Math.floor(number))) !== value;
  return true;
}
