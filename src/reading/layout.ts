/** Where a table stands in its grid: the header row found by scoring, month columns across, the fingerprint of a header. */

import { isoMonth, monthOf } from '../domain/day';
import type { Month } from '../domain/day';
import type { RawCell, SourceGrid } from '../domain/grid';
import { decimalEvidence } from './amounts';
import { dayFromNumber, isDateFormat, isDateText, parseDateText, parseMonthText } from './dates';
import { isKnownLabel } from './fields';
import { cellText, isErrorText, normaliseHeader, shortHash } from './text';

const SEARCHED_ROWS = 100;
const ROWS_BELOW = 12;
const LEAST_SCORE = 2.5;
const LEAST_MONTHS = 3;

/** A header found, or the reason why there is none. */
export interface HeaderFound {
  readonly row: number;
  readonly score: number;
}

/**
 * The row that looks most like a header: short labels, known words, no numbers, and typed cells below its labels. Titles,
 * totals and blank rows may stand above it. Null where no row does. An Excel table's header is its first row.
 */
export function findHeader(grid: SourceGrid): HeaderFound | null {
  if (grid.table !== null) return grid.values.length === 0 ? null : { row: 0, score: scoreHeader(grid, 0) };
  let best: HeaderFound | null = null;
  const last = Math.min(grid.values.length, SEARCHED_ROWS);
  for (let row = 0; row < last; row += 1) {
    const score = scoreHeader(grid, row);
    if (score >= LEAST_SCORE && (best === null || score > best.score)) best = { row, score };
  }
  return best;
}

function scoreHeader(grid: SourceGrid, row: number): number {
  const cells = grid.values[row] ?? [];
  const months = monthColumns(grid, row);
  const across = new Set(months.map(({ column }) => column));
  let known = 0;
  let labels = 0;
  let numbers = 0;
  let typed = 0;
  cells.forEach((cell, column) => {
    if (cell === '' || across.has(column)) return;
    const text = typeof cell === 'string' ? cellText(cell) : '';
    if (!isLabel(text)) {
      numbers += 1;
      return;
    }
    labels += 1;
    if (isKnownLabel(text)) known += 1;
    if (isTypedBelow(grid, row, column)) typed += 1;
  });
  if (labels + months.length < 2 || labels === 0 || (known === 0 && typed === 0)) return 0;
  return known * 2 + labels * 0.5 - numbers * 1.5 + Math.min(typed, 6) * 0.5 + Math.min(months.length, 12) * 0.75;
}

function isLabel(text: string): boolean {
  if (text === '' || text.length > 60 || isErrorText(text)) return false;
  return !(/\d/.test(text) && (decimalEvidence(text) !== null || isDateText(text)));
}

function isTypedBelow(grid: SourceGrid, row: number, column: number): boolean {
  const last = Math.min(row + ROWS_BELOW, grid.values.length - 1);
  for (let below = row + 1; below <= last; below += 1) {
    const cell = grid.values[below]?.[column];
    if (typeof cell === 'number') return true;
    if (typeof cell === 'string' && /\d/.test(cell)) {
      const text = cellText(cell);
      if (decimalEvidence(text) !== null || isDateText(text)) return true;
    }
  }
  return false;
}

/** A month as `mapping.monthColumns` keeps it. */
export interface MonthColumn {
  readonly column: number;
  readonly month: string;
}

/**
 * Columns whose header names a month, each month once and at least three of them; "Total", "Balance as of 2026" and quarters
 * name none and so are skipped.
 */
export function monthColumns(grid: SourceGrid, headerRow: number): MonthColumn[] {
  const cells = grid.values[headerRow] ?? [];
  const formats = grid.formatSamples.find((sample) => sample.row === headerRow)?.formats;
  const found = new Map<Month, number>();
  cells.forEach((cell, column) => {
    const month = monthOfHeader(cell, formats?.[column]);
    if (month !== null && !found.has(month)) found.set(month, column);
  });
  if (found.size < LEAST_MONTHS) return [];
  return [...found].map(([month, column]) => ({ column, month: isoMonth(month) })).sort((a, b) => a.column - b.column);
}

function monthOfHeader(cell: RawCell, format: string | undefined): Month | null {
  if (typeof cell === 'number') {
    const plausible = Number.isInteger(cell) && cell >= 32_874 && cell <= 58_806;
    if (!plausible || (format !== undefined && format !== 'General' && !isDateFormat(format))) return null;
    const day = dayFromNumber(cell);
    return day === null ? null : monthOf(day);
  }
  if (typeof cell !== 'string' || !/\d/.test(cell)) return null;
  const text = cellText(cell).replace(/\s*[-–]\s*/g, '-');
  const month = parseMonthText(text);
  if (month !== null) return month;
  const day = parseDateText(text, 'ymd');
  return day === null ? null : monthOf(day);
}

/** Header texts as shown; month serials and other numbers as their digits. */
export function headerTexts(grid: SourceGrid, headerRow: number): string[] {
  const width = grid.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cells = grid.values[headerRow] ?? [];
  return Array.from({ length: width }, (_, column) => cellText(cells[column]));
}

/** Names a header by its words, months left out, so that next month's export of the same report has the same fingerprint. */
export function fingerprintOf(grid: SourceGrid, headerRow: number): string {
  const across = new Set(monthColumns(grid, headerRow).map(({ column }) => column));
  const words = headerTexts(grid, headerRow).map((text, column) => (across.has(column) ? '' : normaliseHeader(text)));
  return shortHash(words.filter((word) => word !== '').join('|'));
}
