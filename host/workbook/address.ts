/** Addresses as Excel writes and reads them: `B2`, `$A$1:C9`, `A:C`, `'My sheet'!A1`. */
import { isWholeColumns, isWholeRows } from './area';
import { MAX_COLUMNS, MAX_ROWS, type Area } from './model';

export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** Counted from zero; not checked against the sheet's width. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export const cellText = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

const CELLS = /^\$?([a-z]{1,3})\$?(\d{1,7})(?::\$?([a-z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([a-z]{1,3}):\$?([a-z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function ordered(row1: number, column1: number, row2: number, column2: number): Area | null {
  const area = {
    top: Math.min(row1, row2),
    left: Math.min(column1, column2),
    bottom: Math.max(row1, row2),
    right: Math.max(column1, column2),
  };
  return area.top >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS ? area : null;
}

/** An address without a sheet, whole rows and columns included, corners in any order; null for anything else. */
export function parseA1(text: string): Area | null {
  const cells = CELLS.exec(text);
  if (cells !== null) {
    const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = cells;
    return ordered(Number(row1) - 1, columnNumber(column1), Number(row2) - 1, columnNumber(column2));
  }
  const columns = COLUMNS.exec(text);
  if (columns !== null) return ordered(0, columnNumber(columns[1] ?? ''), MAX_ROWS - 1, columnNumber(columns[2] ?? ''));
  const rows = ROWS.exec(text);
  return rows === null ? null : ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
}

/**
 * `A1:B2`, `A:C`, `1:3` or `A1`.
 * @param fixed "$" for an absolute address
 */
export function printA1(area: Area, fixed: '' | '$' = ''): string {
  if (isWholeRows(area)) return `${fixed}${area.top + 1}:${fixed}${area.bottom + 1}`;
  if (isWholeColumns(area)) return `${fixed}${columnLetters(area.left)}:${fixed}${columnLetters(area.right)}`;
  const from = `${fixed}${columnLetters(area.left)}${fixed}${area.top + 1}`;
  const isOne = area.top === area.bottom && area.left === area.right;
  return isOne ? from : `${from}:${fixed}${columnLetters(area.right)}${fixed}${area.bottom + 1}`;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_REFERENCE = /^([a-z]{1,3}\d+|r\d*(c\d*)?|c\d*|true|false)$/i;

/** A sheet's name as a reference has it: in apostrophes where it must be. */
export const quoteSheetName = (name: string): string =>
  PLAIN_NAME.test(name) && !LIKE_A_REFERENCE.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/** `'My sheet'!A1:B2` */
export const printAddress = (sheetName: string, area: Area, fixed: '' | '$' = ''): string =>
  `${quoteSheetName(sheetName)}!${printA1(area, fixed)}`;

/** `'My sheet'!A1` in two; the sheet is null where none is named. */
export function splitSheet(reference: string): { readonly sheet: string | null; readonly local: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(reference);
  if (quoted !== null) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), local: quoted[2] ?? '' };
  const mark = reference.lastIndexOf('!');
  return mark < 0 ? { sheet: null, local: reference } : { sheet: reference.slice(0, mark), local: reference.slice(mark + 1) };
}
