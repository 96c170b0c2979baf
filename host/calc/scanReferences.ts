/** Finds cell references in a formula's text, without parsing it: what copying, moving and sharing of formulas need. */
import { columnNumber } from '../workbook/address';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';

/** One corner: column and row, null where the reference is of whole rows or columns; fixed by "$". */
export interface Corner {
  readonly column: number | null;
  readonly row: number | null;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

export interface FoundReference {
  /** Where it begins in the text, its sheet included, and the character after it. */
  readonly start: number;
  readonly end: number;
  /** Sheet's name without apostrophes; null where none is named. */
  readonly sheet: string | null;
  /** Where the sheet's name with its "!" ends. */
  readonly localStart: number;
  readonly from: Corner;
  /** null for a single cell */
  readonly to: Corner | null;
}

const WORD = /[\p{L}\p{N}_.$\\?]/u;
const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 36 ||
  code === 46 ||
  code === 95 ||
  code === 92 ||
  code === 63;
const isWord = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return isWordCode(code) || (code > 127 && WORD.test(text.charAt(at)));
};

const CELL = /^(\$?)([a-z]{1,3})(\$?)([1-9]\d{0,6})$/i;
const COLUMN = /^(\$?)([a-z]{1,3})$/i;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

function cellCorner(word: string): Corner | null {
  const parts = CELL.exec(word);
  if (parts === null) return null;
  const column = columnNumber(parts[2] ?? '');
  const row = Number(parts[4]) - 1;
  return column < MAX_COLUMNS && row < MAX_ROWS
    ? { column, row, fixedColumn: parts[1] === '$', fixedRow: parts[3] === '$' }
    : null;
}

function lineCorner(word: string): Corner | null {
  const column = COLUMN.exec(word);
  if (column !== null) {
    const number = columnNumber(column[2] ?? '');
    return number < MAX_COLUMNS ? { column: number, row: null, fixedColumn: column[1] === '$', fixedRow: false } : null;
  }
  const row = ROW.exec(word);
  if (row === null || Number(row[2]) > MAX_ROWS) return null;
  return { column: null, row: Number(row[2]) - 1, fixedColumn: false, fixedRow: row[1] === '$' };
}

/** End of a text in quotation marks or a name in apostrophes that begins at `at`. */
function quotedEnd(text: string, at: number, mark: string): number {
  let end = text.indexOf(mark, at + 1);
  while (end >= 0 && text[end + 1] === mark) end = text.indexOf(mark, end + 2);
  return end < 0 ? text.length : end + 1;
}

/** End of a bracket that begins at `at`; an apostrophe inside takes the next character as it is. */
function bracketEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const letter = text[i];
    if (letter === "'") i++;
    else if (letter === '[') depth++;
    else if (letter === ']' && --depth === 0) return i + 1;
  }
  return text.length;
}

const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isWord(text, end)) end++;
  return end;
};

/** The references of a formula, from left to right; names, functions, tables and texts are passed over. */
export function scanReferences(formula: string): FoundReference[] {
  const found: FoundReference[] = [];
  let at = 0;
  let sheet: { readonly name: string; readonly start: number } | null = null;
  while (at < formula.length) {
    const letter = formula.charAt(at);
    if (letter === '"') {
      at = quotedEnd(formula, at, '"');
    } else if (letter === "'") {
      const end = quotedEnd(formula, at, "'");
      if (formula[end] === '!') {
        sheet = { name: formula.slice(at + 1, end - 1).replaceAll("''", "'"), start: at };
        at = end + 1;
        continue;
      }
      at = end;
    } else if (letter === '[') {
      at = bracketEnd(formula, at);
    } else if (isWord(formula, at)) {
      const end = wordEnd(formula, at);
      if (formula[end] === '!') {
        sheet = { name: formula.slice(at, end), start: at };
        at = end + 1;
        continue;
      }
      const hit = readReference(formula, at, end, sheet);
      if (hit !== null) found.push(hit);
      at = hit?.end ?? end;
    } else {
      at++;
    }
    sheet = null;
  }
  return found;
}

const isCallOrTable = (letter: string | undefined): boolean => letter === '(' || letter === '[' || letter === '!';

function readReference(
  formula: string,
  at: number,
  end: number,
  sheet: { readonly name: string; readonly start: number } | null,
): FoundReference | null {
  const word = formula.slice(at, end);
  const place = { start: sheet?.start ?? at, sheet: sheet?.name ?? null, localStart: at };
  const secondEnd = formula[end] === ':' ? wordEnd(formula, end + 1) : -1;
  const second = secondEnd > end + 1 && !isCallOrTable(formula[secondEnd]) ? formula.slice(end + 1, secondEnd) : null;
  const cell = cellCorner(word);
  if (cell !== null) {
    if (isCallOrTable(formula[end])) return null;
    const to = second === null ? null : cellCorner(second);
    return { ...place, end: to === null ? end : secondEnd, from: cell, to };
  }
  if (second === null) return null;
  const from = lineCorner(word);
  const to = lineCorner(second);
  if (from === null || to === null || (from.row === null) !== (to.row === null)) return null;
  return { ...place, end: secondEnd, from, to };
}

/** The formula with each reference replaced; `replace` returns the whole new text, sheet included, or null to keep it. */
export function replaceReferences(formula: string, replace: (found: FoundReference) => string | null): string {
  let text = '';
  let kept = 0;
  for (const found of scanReferences(formula)) {
    const replacement = replace(found);
    if (replacement === null) continue;
    text += formula.slice(kept, found.start) + replacement;
    kept = found.end;
  }
  return kept === 0 ? formula : text + formula.slice(kept);
}

/** Equal for formulas that are the same but for where they stand: relative references as distances. */
export function shapeOf(formula: string, row: number, column: number): string {
  let key = '';
  let kept = 0;
  for (const found of scanReferences(formula)) {
    key += formula.slice(kept, found.localStart) + cornerKey(found.from, row, column);
    if (found.to !== null) key += `:${cornerKey(found.to, row, column)}`;
    kept = found.end;
  }
  return kept === 0 ? formula : key + formula.slice(kept);
}

const cornerKey = (corner: Corner, row: number, column: number): string =>
  `\u0001${corner.row === null ? '' : corner.fixedRow ? corner.row : `[${corner.row - row}]`},${corner.column === null ? '' : corner.fixedColumn ? corner.column : `[${corner.column - column}]`}`;
