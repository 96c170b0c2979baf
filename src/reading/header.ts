/** Where a table's header stands: found by scoring rows, over one row or two. */

import type { RawCell, SourceGrid } from '../domain/grid';
import { decimalEvidence } from './amounts';
import { isDateText } from './dates';
import { isKnownLabel } from './fields';
import { isNumbered, monthColumns } from './monthColumns';
import type { MonthColumn } from './monthColumns';
import { cellText, isErrorText, normaliseHeader, shortHash } from './text';

const SEARCHED_ROWS = 100;
const ROWS_BELOW = 12;
const LEAST_SCORE = 2.5;
/** So far below a row of so many known labels no better header is looked for: it would be another table's. */
const ROWS_AFTER = 20;
const WELL_KNOWN = 3;

/** Rows that must look alike before a table without a header is believed. */
const LEAST_RECORDS = 2;
const ALIKE = 0.8;

/**
 * Whether the rows are records that begin without a header: the first row holds a date and an amount, and nearly all others
 * hold a date and an amount in the same columns.
 */
export function hasRecordsWithoutHeader({ values }: SourceGrid): boolean {
  const rows = values.filter((row) => row.some((cell) => cell !== ''));
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_RECORDS) return false;
  const holds = (test: (cell: RawCell | undefined) => boolean): number =>
    first.findIndex((cell, column) => test(cell) && rows.filter((row) => test(row[column])).length >= rows.length * ALIKE);
  const date = holds(isDateLike);
  const amount = first.findIndex(
    (cell, column) =>
      column !== date &&
      isTyped(cell) &&
      !isDateLike(cell) &&
      rows.filter((row) => isTyped(row[column])).length >= rows.length * ALIKE,
  );
  return date !== -1 && amount !== -1;
}

function isDateLike(cell: RawCell | undefined): boolean {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 32_874 && cell <= 58_806;
  return typeof cell === 'string' && /\d/.test(cell) && isDateText(cellText(cell));
}

export interface HeaderFound {
  /** The header's row in the grid, of two the lower. */
  readonly row: number;
  readonly rows: 1 | 2;
  /** Two known labels or more, with typed cells below: enough to begin another table in the middle of a sheet. */
  readonly isSure: boolean;
}

/**
 * The row that looks most like a header: short labels, known words, no numbers, and typed cells below its labels. Titles,
 * totals and blank rows may stand above it. Null where no row does. An Excel table's header is its first row.
 */
export function findHeader(grid: SourceGrid): HeaderFound | null {
  if (grid.table !== null) return grid.values.length === 0 ? null : { row: 0, rows: 1, isSure: true };
  let best: { readonly row: number; readonly look: Look } | null = null;
  const last = Math.min(grid.values.length, SEARCHED_ROWS);
  for (let row = 0; row < last; row += 1) {
    if (best !== null && best.look.known >= WELL_KNOWN && row > best.row + ROWS_AFTER) break;
    const look = lookAt(grid, row);
    if (look.score < LEAST_SCORE || (best !== null && look.score <= best.look.score)) continue;
    // Said again further down it is the same header, whatever stands below it there.
    if (best === null || !isSameRow(grid.values[best.row], grid.values[row])) best = { row, look };
  }
  if (best === null) return null;
  const isSure = best.look.known >= 2 && best.look.typed >= 2;
  const pair = pairWith(grid, best.row);
  return pair === null ? { row: best.row, rows: 1, isSure } : { row: pair, rows: 2, isSure };
}

function isSameRow(one: readonly RawCell[] | undefined, other: readonly RawCell[] | undefined): boolean {
  return one?.length === other?.length && (one ?? []).every((cell, column) => cell === other?.[column]);
}

interface Look {
  readonly score: number;
  readonly known: number;
  readonly typed: number;
}

const NO_HEADER: Look = { score: 0, known: 0, typed: 0 };

function lookAt(grid: SourceGrid, row: number): Look {
  const cells = grid.values[row] ?? [];
  const months = monthColumns(cells, grid.formatSamples.find((sample) => sample.row === row)?.formats);
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
  if (labels + months.length < 2 || labels === 0 || (known === 0 && typed === 0)) return NO_HEADER;
  const score = known * 2 + labels * 0.5 - numbers * 1.5 + Math.min(typed, 6) * 0.5 + Math.min(months.length, 12) * 0.75;
  return { score, known, typed };
}

function isLabel(text: string): boolean {
  if (text === '' || text.length > 60 || isErrorText(text)) return false;
  return !(/\d/.test(text) && (decimalEvidence(text) !== null || isDateText(text)));
}

function isTypedBelow(grid: SourceGrid, row: number, column: number): boolean {
  const last = Math.min(row + ROWS_BELOW, grid.values.length - 1);
  for (let below = row + 1; below <= last; below += 1) if (isTyped(grid.values[below]?.[column])) return true;
  return false;
}

/** A number, or a text that is an amount or a date. */
export function isTyped(cell: RawCell | undefined): boolean {
  if (typeof cell === 'number') return true;
  if (typeof cell !== 'string' || !/\d/.test(cell)) return false;
  const text = cellText(cell);
  return decimalEvidence(text) !== null || isDateText(text);
}

/** The lower row of a header that takes two; null where one row says it all. */
function pairWith(grid: SourceGrid, row: number): number | null {
  if (isPair(grid, row - 1, row)) return row;
  return isPair(grid, row, row + 1) && !hasTypedCells(grid.values[row + 1]) && hasRecordsBelow(grid, row + 1) ? row + 1 : null;
}

/** Two rows are one header where the upper one's labels add something that the lower row alone does not say. */
function isPair(grid: SourceGrid, upper: number, lower: number): boolean {
  const above = grid.values[upper];
  const below = grid.values[lower];
  if (above === undefined || below === undefined || labelsIn(below) < 2) return false;
  if (labelsIn(above) < 2 && !above.some(isYear)) return false;
  if (!above.every((cell) => cell === '' || isBanner(cell))) return false;
  if (saidTwice(above, below) >= 2) return false;
  const single = below.map((cell) => cellText(cell));
  const joined = joinedTexts(above, below);
  const gain = countKnown(joined) - Math.max(countKnown(single), countKnown(above.map((cell) => cellText(cell))));
  const months = datedMonths(joined) - datedMonths(below);
  return gain > 0 || months > 0 || (gain === 0 && (repeats(single) > repeats(joined) || parted(above, below) >= 2));
}

/** Labels that are written in two halves: "Invoice" over "Date". */
function parted(above: readonly RawCell[], below: readonly RawCell[]): number {
  return halvesOf(above, below).filter(([upper, lower]) => isKnownLabel(`${upper} ${lower}`)).length;
}

/** Columns whose labels share a word: somebody wrote labels of their own above those of the export. */
function saidTwice(above: readonly RawCell[], below: readonly RawCell[]): number {
  return halvesOf(above, below).filter(([upper, lower]) => {
    const words = new Set(normaliseHeader(upper).split(' '));
    return normaliseHeader(lower)
      .split(' ')
      .some((word) => words.has(word));
  }).length;
}

function halvesOf(above: readonly RawCell[], below: readonly RawCell[]): (readonly [string, string])[] {
  const halves = above.map((cell, column) => [cellText(cell), cellText(below[column])] as const);
  return halves.filter(([upper, lower]) => upper !== '' && lower !== '');
}

function labelsIn(row: readonly RawCell[]): number {
  return row.filter((cell) => cell !== '').length;
}

/** Words, or a year over its months. */
function isBanner(cell: RawCell): boolean {
  return isYear(cell) || (typeof cell === 'string' && isLabel(cellText(cell)));
}

function isYear(cell: RawCell): boolean {
  return /^(?:199\d|20\d{2})$/.test(cellText(cell));
}

function countKnown(labels: readonly string[]): number {
  return labels.filter((label) => label !== '' && isKnownLabel(label)).length;
}

function repeats(labels: readonly string[]): number {
  const filled = labels.filter((label) => label !== '').map(normaliseHeader);
  return filled.length - new Set(filled).size;
}

/** Months that are known with their year. */
function datedMonths(labels: readonly RawCell[]): number {
  return monthColumns(labels).filter((month) => !isNumbered(month)).length;
}

function hasTypedCells(row: readonly RawCell[] | undefined): boolean {
  return (row ?? []).some(isTyped);
}

/** Between a header and the first record stand headings of groups at most. */
const HEADINGS_BETWEEN = 3;

function hasRecordsBelow({ values }: SourceGrid, row: number): boolean {
  return values.slice(row + 1, row + 2 + HEADINGS_BETWEEN).some(hasTypedCells);
}

/**
 * One label for each column: the lower one where it says enough by itself, both where only both do. A label over several
 * columns (a merged cell) goes for all of them up to the next one.
 */
export function joinedTexts(above: readonly RawCell[], below: readonly RawCell[]): string[] {
  const width = Math.max(above.length, below.length);
  const own = Array.from({ length: width }, (_, column) => cellText(below[column]));
  let banner = '';
  const banners = own.map((_, column) => (banner = cellText(above[column]) || banner));
  const isApart = (column: number): boolean =>
    own.some((lower, other) => lower === own[column] && banners[other] !== banners[column]);
  return own.map((lower, column) => {
    const over = banners[column] ?? '';
    if (lower === '') return cellText(above[column]);
    if (over === '') return lower;
    const both = `${over} ${lower}`;
    return isKnownLabel(lower) && !isApart(column) && !isKnownLabel(both) ? lower : both;
  });
}

/** The labels of a header in one form, blanks left away. */
export function headerLabels({ values }: SourceGrid, { row, rows }: HeaderFound): string[] {
  const cells = values[row] ?? [];
  const texts = rows === 2 ? joinedTexts(values[row - 1] ?? [], cells) : cells.map((cell) => cellText(cell));
  return texts.map(normaliseHeader).filter((label) => label !== '');
}

/** Header texts as shown; month serials and other numbers as their digits. All "" where the table has no header. */
export function headerTexts(grid: SourceGrid, headerRow: number): string[] {
  const width = grid.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cells = grid.values[headerRow] ?? [];
  return Array.from({ length: width }, (_, column) => cellText(cells[column]));
}

/** Names a header by its words, months left out, so that next month's export of the same report has the same fingerprint. */
export function fingerprintOf(headers: readonly string[], months: readonly MonthColumn[]): string {
  const across = new Set(months.map(({ column }) => column));
  const words = headers.map((text, column) => (across.has(column) ? '' : normaliseHeader(text)));
  return shortHash(words.filter((word) => word !== '').join('|'));
}
