/** A first column as a pivot writes it: each name on the first of its rows only, as if its cells were merged. */

import type { RawCell } from '../domain/grid';
import { leftmostFilled } from './fillDown';
import { isTyped } from './header';
import { cellText } from './text';
import { hasTotalWord } from './totalWords';

/** Fewer names in the order of the alphabet may be so by accident. */
const LEAST_NAMES = 3;

/**
 * The first column where its names go for the rows below them: each stands there once, in the order of the alphabet, and the
 * rows between are complete but for it. Null elsewhere: a blank is then a name that is not known.
 * @param rows the filled rows below the header.
 */
export function mergedColumn(rows: readonly (readonly RawCell[])[], width: number): number | null {
  const column = leftmostFilled(rows, width);
  if (column === -1 || !isFilled(rows[0]?.[column]) || rows.every((row) => isFilled(row[column]))) return null;
  const isTotal = (row: readonly RawCell[]): boolean => hasTotalWord(cellText(row[column]));
  const certain = rows.filter((row) => isFilled(row[column]) && !isTotal(row));
  const others = Array.from({ length: width }, (_, at) => at).filter(
    (at) => at !== column && certain.every((row) => isFilled(row[at])),
  );
  const isComplete = (row: readonly RawCell[]): boolean => others.every((at) => isFilled(row[at]));
  const records = rows.filter((row) => isComplete(row) || !isTotal(row));
  const named = records.filter((row) => isFilled(row[column]));
  if (others.length < 2 || named.length < LEAST_NAMES || named.length === records.length) return null;
  if (!records.every(isComplete) || !others.some((at) => records.every((row) => isTyped(row[at])))) return null;
  const names = named.map((row) => cellText(row[column]).toLowerCase());
  const areNames = named.every((row) => !isTyped(row[column]));
  return areNames && names.every((name, at) => at === 0 || (names[at - 1] ?? '').localeCompare(name, 'en') < 0) ? column : null;
}

function isFilled(cell: RawCell | undefined): boolean {
  return cell !== undefined && cell !== '';
}
