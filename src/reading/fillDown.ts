/** Documents written once over several rows: what stands on the first row only goes for its further rows too. */

import type { RawCell } from '../domain/grid';
import { isTyped } from './header';
import { cellText } from './text';
import { hasTotalWord } from './totalWords';

export interface FirstRows {
  /** A column that is filled on every first row of a document. */
  readonly marking: number;
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
  const patterns = Array.from({ length: width }, (_, column) => patternOf(rows, column));
  const leading = leadingPattern(patterns, rows.length);
  if (leading === null) return null;
  const marking = leading[0]?.column ?? 0;
  const isFirst = (row: readonly RawCell[]): boolean => row[marking] !== '' && row[marking] !== undefined;
  const others = rows.filter((row) => !isFirst(row) && !row.some(isTotalCell));
  if (others.length === 0 || (leading.length < LEAST_COLUMNS && others.length < rows.length * LEAST_SHARE)) return null;
  const isBlankOnOthers = (column: number): boolean => others.every((row) => row[column] === '' || row[column] === undefined);
  const columns = patterns.flatMap(({ column, filled }) => (filled > 0 && isBlankOnOthers(column) ? [column] : []));
  // Exports put what belongs to the document before what belongs to its rows.
  const leftmost = patterns.find(({ filled }) => filled > 0)?.column;
  if (leftmost === undefined || !isBlankOnOthers(leftmost)) return null;
  const isTypedColumn = leading.some(({ column }) => isTyped(rows[0]?.[column]));
  const hasOwn = (row: readonly RawCell[]): boolean => row.some(isTyped) && row.some(isWord);
  if (!isTypedColumn || !others.every(hasOwn)) return null;
  const continues = Uint8Array.from(rows, (row) => (isFirst(row) || row.some(isTotalCell) ? 0 : 1));
  return { marking, columns, continues };
}

function isTotalCell(cell: RawCell): boolean {
  return typeof cell === 'string' && cell !== '' && hasTotalWord(cellText(cell));
}

function isWord(cell: RawCell): boolean {
  return typeof cell === 'string' && cell !== '' && !isTyped(cell);
}

/** Which rows a column is filled in, as a count and a hash: equal for columns that are filled together. */
interface Pattern {
  readonly column: number;
  readonly filled: number;
  readonly hash: number;
}

function patternOf(rows: readonly (readonly RawCell[])[], column: number): Pattern {
  let filled = 0;
  let hash = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const cell = rows[row]?.[column];
    if (cell === undefined || cell === '') continue;
    filled += 1;
    hash = (Math.imul(hash, 31) + row + 1) | 0;
  }
  return { column, filled, hash };
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
