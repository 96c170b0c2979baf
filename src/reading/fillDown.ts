/** Documents written once over several rows: what stands on the first row only goes for its further rows too. */

import type { RawCell } from '../domain/grid';
import { isTyped } from './header';
import { shapeOf } from './rowShape';
import { cellText } from './text';
import { hasTotalWord, isStarredAmount, totalOf } from './totalWords';

export interface FirstRows {
  /** Columns that are filled on first rows only. */
  readonly columns: readonly number[];
  /** By row: 1 where it continues the document above. */
  readonly continues: Uint8Array;
}

/** Two columns that are blank together may be an accident, unless it happens often. */
const LEAST_COLUMNS = 3;
const LEAST_SHARE = 0.05;

/**
 * The first-row columns of a table. Several columns must be blank on the very same rows, one of them typed, and these rows must
 * hold a word and a typed cell of their own and be no totals. Null where no such pattern is there.
 * @param rows the filled rows below the header.
 */
export function firstRows(rows: readonly (readonly RawCell[])[], width: number): FirstRows | null {
  // Exports put what belongs to the document before what belongs to its rows.
  const leftmost = leftmostFilled(rows, width);
  const records = rows.filter((row) => !isTotal(row, leftmost));
  const patterns = patternsOf(records, width);
  const leading = leadingPattern(patterns, records.length);
  const marking = leading?.[0]?.column;
  if (leading === null || marking === undefined) return null;
  const isOther = (row: readonly RawCell[]): boolean => row[marking] === '' || row[marking] === undefined;
  const others = records.filter(isOther);
  if (leading.length < LEAST_COLUMNS && others.length < records.length * LEAST_SHARE) return null;
  const isBlankOnOthers = (column: number): boolean => others.every((row) => row[column] === '' || row[column] === undefined);
  if (!isBlankOnOthers(leftmost)) return null;
  const columns = patterns.flatMap(({ column, filled }) => (filled > 0 && isBlankOnOthers(column) ? [column] : []));
  const isTypedColumn = leading.some(({ column }) => isTyped(records[0]?.[column]));
  const hasOwn = (row: readonly RawCell[]): boolean => row.some(isTyped) && row.some(isWord);
  if (!isTypedColumn || !others.every(hasOwn)) return null;
  const continues = Uint8Array.from(rows, (row) => (isOther(row) && (!isTotal(row, leftmost) || isItem(row, others)) ? 1 : 0));
  return { columns, continues };
}

/** The first column that holds anything; -1 where none does. */
export function leftmostFilled(rows: readonly (readonly RawCell[])[], width: number): number {
  for (let column = 0; column < width; column += 1)
    if (rows.some((row) => row[column] !== '' && row[column] !== undefined)) return column;
  return -1;
}

/** A total's label stands in the first column, or has nothing but sums beside it; some mark its sums instead. */
function isTotal(row: readonly RawCell[], leftmost: number): boolean {
  if (row.some((cell) => typeof cell === 'string' && isStarredAmount(cell))) return true;
  const column = row.findIndex((cell) => cell !== '');
  const first = row[column];
  return typeof first === 'string' && hasTotalWord(cellText(first)) && (column === leftmost || shapeOf(row).text !== '');
}

/** An item may be called "Total care": it stands where further rows have their items. */
function isItem(row: readonly RawCell[], others: readonly (readonly RawCell[])[]): boolean {
  const { column, text } = shapeOf(row);
  return totalOf(text) !== '' && others.every((other) => isWord(other[column] ?? ''));
}

function isWord(cell: RawCell): boolean {
  return typeof cell === 'string' && cell !== '' && !isTyped(cell);
}

/** Which rows a column is blank in, as a count of the others and a hash: equal for columns that are filled together. */
interface Pattern {
  readonly column: number;
  readonly filled: number;
  readonly hash: number;
}

function patternsOf(rows: readonly (readonly RawCell[])[], width: number): Pattern[] {
  const blank = new Int32Array(width);
  const hash = new Int32Array(width);
  rows.forEach((row, at) => {
    for (let column = 0; column < width; column += 1) {
      const cell = row[column];
      if (cell !== undefined && cell !== '') continue;
      blank[column] = (blank[column] ?? 0) + 1;
      hash[column] = Math.imul(hash[column] ?? 0, 31) + at + 1;
    }
  });
  return Array.from(blank, (count, column) => ({ column, filled: rows.length - count, hash: hash[column] ?? 0 }));
}

/** The columns that are filled together in the first row and not in all, most of them first. */
function leadingPattern(patterns: readonly Pattern[], rows: number): readonly Pattern[] | null {
  const groups = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    if (pattern.filled === 0 || pattern.filled === rows) continue;
    const key = `${pattern.filled} ${pattern.hash}`;
    groups.set(key, [...(groups.get(key) ?? []), pattern]);
  }
  let best: readonly Pattern[] = [];
  for (const group of groups.values()) if (group.length >= 2 && group.length > best.length) best = group;
  return best.length === 0 ? null : best;
}
