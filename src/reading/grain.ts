/** What one row of a table is: a document, a part of one, or one of several rows that repeat a document's amount. */

import type { Role } from '../domain/record';
import type { RawCell, SourceGrid } from '../domain/grid';
import { TextTable } from '../domain/textTable';
import type { Field, Grain, SourceMapping } from '../settings/mapping';
import { cellAmounts } from './cellAmounts';
import type { StraightGrid } from './straighten';
import { cellText } from './text';
import { hasTotalWord } from './totalWords';

export interface GrainFound {
  readonly grain: Grain;
  /** False where a repeated amount and equal parts cannot be told apart, or where many numbers stand for several documents. */
  readonly isSure: boolean;
  /** A document on several rows, by its number; "" where there is none. */
  readonly example: string;
}

const ONE_A_ROW: GrainFound = { grain: 'row', isSure: true, example: '' };

/** Roles whose documents have numbers that several rows may share. */
const NUMBERED: ReadonlySet<Role> = new Set<Role>(['deals', 'invoices', 'credits', 'receipts']);

/** A document's own amount, the field that decides first. */
const TOTALS: readonly Field[] = ['net', 'gross', 'amount', 'credit', 'debit'];
const OF_LINES: readonly Field[] = ['item', 'quantity', 'unitPrice', 'lineAmount', 'lineTax'];

/** Share of the documents on several rows for which a finding must hold; where it holds for half of them, it is asked. */
const MOST = 0.95;
const HALF = 0.5;
/** With so many documents that each repeat an amount of its own it is no accident. */
const ENOUGH = 3;
/** Fewer numbers than this share on several rows are doubles of the export, no lines, unless columns of lines say so. */
const LEAST_SHARE = 0.2;

/** @param mapping with the columns of `grid`. */
export function grainOf(grid: StraightGrid, { role, headerRow, columns }: SourceMapping): GrainFound {
  const columnOf = (field: Field): number | undefined => columns[field];
  const id = columnOf('id');
  const total = TOTALS.map(columnOf).find((column) => column !== undefined) ?? columnOf('lineAmount');
  if (id === undefined || total === undefined || role === 'ignore' || !NUMBERED.has(role)) return ONE_A_ROW;

  const { documents, count } = documentsOf(grid, headerRow, id, columnOf('type'));
  const together = documents.filter((rows) => areOneDocument(grid, rows, [columnOf('date'), columnOf('customer')]));
  const [first] = together;
  if (first === undefined || together.length < documents.length * HALF) return ONE_A_ROW;
  // A number of several customers or days is a slip where nearly all others are documents.
  const isClean = together.length >= documents.length * MOST;
  const differ = together.filter((rows) => !areAlike(grid, rows));
  if (differ.length === 0) return ONE_A_ROW;

  const example = cellText(grid.values[first[0] ?? 0]?.[id]);
  const line = columnOf('lineAmount');
  const hasLines = OF_LINES.some((field) => columnOf(field) !== undefined);
  if (share(differ, (rows) => isConstant(grid, rows, total)) >= MOST) {
    const sums = line !== undefined && line !== total && addUp(role, grid, headerRow, differ, line, columnOf);
    if (sums) return { grain: 'lines', isSure: isClean, example };
    const amounts = new Set(differ.map(([at = 0]) => grid.values[at]?.[total]));
    // Seats at one price look the same as an amount said again, however many there are.
    const isSure =
      amounts.size >= ENOUGH ||
      (line !== undefined && line !== total) ||
      grid.filledDown.includes(total) ||
      areShared(grid, differ, columnOf('splitShare'));
    return { grain: 'repeated', isSure: isSure && isClean, example };
  }
  const isUsual = hasLines || together.length >= count * LEAST_SHARE;
  // Where nothing names the parts, a number or two on several rows may as well be doubles.
  const text = columnOf('text');
  const isNamed = hasLines || (text !== undefined && together.every((rows) => !isConstant(grid, rows, text)));
  const isSure = isClean && (isNamed || together.length >= ENOUGH);
  return isUsual ? { grain: 'lines', isSure, example } : ONE_A_ROW;
}

/** Rows of one document, by their place in the grid. */
type Rows = readonly number[];

/** The documents on several rows, by number and type, and how many numbers there are in all. */
function documentsOf(
  grid: StraightGrid,
  headerRow: number,
  id: number,
  type: number | undefined,
): { readonly documents: readonly Rows[]; readonly count: number } {
  const numbers = new TextTable(Math.max(0, grid.values.length - headerRow));
  /** By the number's place: its row, or its rows where they are several. */
  const found: (number | number[])[] = [];
  const label = grid.values[headerRow]?.[id];
  for (let at = headerRow + 1; at < grid.values.length; at += 1) {
    const row = grid.values[at] ?? [];
    const cell = row[id] ?? '';
    if (cell === '' || cell === label || grid.isHeading?.[at] === 1 || isLone(row)) continue;
    const number = cellText(cell);
    const key = type === undefined ? number : `${cellText(row[type])}\u0001${number}`;
    const place = numbers.placeOf(key);
    const rows = place < 0 ? undefined : found[place];
    if (rows === undefined) {
      if (!hasTotalWord(number)) found[numbers.enter(key)] = at;
    } else if (typeof rows === 'number') found[place] = [rows, at];
    else rows.push(at);
  }
  return { documents: found.filter((rows) => typeof rows !== 'number'), count: found.length };
}

/** Lines that close a report hold one cell. */
function isLone(row: readonly RawCell[]): boolean {
  let filled = 0;
  for (const cell of row) if (cell !== '' && (filled += 1) > 1) return false;
  return true;
}

/** The same date and customer on all rows, as far as there are columns for them; a blank goes with anything. */
function areOneDocument(grid: SourceGrid, rows: Rows, columns: readonly (number | undefined)[]): boolean {
  return columns.every((column) => {
    if (column === undefined) return true;
    return new Set(rows.map((at) => grid.values[at]?.[column]).filter((cell) => cell !== '')).size <= 1;
  });
}

function areAlike(grid: SourceGrid, rows: Rows): boolean {
  const [first = 0] = rows;
  return (grid.values[first] ?? []).every((_, column) => isConstant(grid, rows, column));
}

function isConstant(grid: SourceGrid, rows: Rows, column: number): boolean {
  const [first = 0] = rows;
  return rows.every((at) => grid.values[at]?.[column] === grid.values[first]?.[column]);
}

function share(documents: readonly Rows[], holds: (rows: Rows) => boolean): number {
  return documents.filter(holds).length / documents.length;
}

/** Each row is somebody's share of the document, they come to all of it, and amounts cut by shares that differ would differ. */
function areShared(grid: SourceGrid, documents: readonly Rows[], column: number | undefined): boolean {
  if (column === undefined) return false;
  const shareAt = (at: number): number => Number.parseFloat(cellText(grid.values[at]?.[column]).replace(',', '.'));
  const sums = documents.map((rows) => rows.reduce((sum, at) => sum + shareAt(at), 0));
  const isWhole = sums.every((sum) => Math.abs(sum - 1) <= WHOLE_SHARE || Math.abs(sum - 100) <= 100 * WHOLE_SHARE);
  return isWhole && documents.some((rows) => !isConstant(grid, rows, column));
}

/** Thirds are written with two digits. */
const WHOLE_SHARE = 0.02;

/** Half a minor unit and the noise of decimal fractions, for two amounts. */
const CENT = 0.0102;

/** The lines come to the document's net (of deals and receipts: to its amount), so they can stand for it. */
function addUp(
  role: Role,
  grid: SourceGrid,
  headerRow: number,
  documents: readonly Rows[],
  line: number,
  columnOf: (field: Field) => number | undefined,
): boolean {
  const [net, gross, tax] = (['net', 'gross', 'tax'] as const).map(columnOf);
  const amount = columnOf('amount') ?? columnOf('credit');
  const amountAt = cellAmounts(
    grid,
    headerRow,
    [line, net, gross, tax, amount].filter((column) => column !== undefined),
  );
  const isTaxed = (role === 'invoices' || role === 'credits') && net === undefined && gross !== undefined && tax !== undefined;
  const wholeOf = (at: number): number | null => {
    if (isTaxed) return (amountAt(at, gross) ?? Number.NaN) - (amountAt(at, tax) ?? 0);
    const column = net ?? amount ?? gross;
    return column === undefined ? null : amountAt(at, column);
  };
  const holds = (rows: Rows): boolean => {
    const sum = rows.reduce((total, at) => total + (amountAt(at, line) ?? 0), 0);
    return Math.abs(sum - (wholeOf(rows[0] ?? 0) ?? Number.NaN)) <= CENT;
  };
  return share(documents, holds) >= MOST;
}
