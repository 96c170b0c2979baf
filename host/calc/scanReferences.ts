/** Finds cell references in a formula's text, without parsing it: what copying, moving and sharing of formulas need. */
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

const QUOTE = 34;
const EXCLAMATION = 33;
const DOLLAR = 36;
const APOSTROPHE = 39;
const BRACKET = 91;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The corner that a stretch of the text writes, read letter by letter because every formula of a workbook comes through here. */
function cornerIn(text: string, start: number, end: number): Corner | null {
  let at = start;
  const isFirstFixed = text.charCodeAt(at) === DOLLAR;
  if (isFirstFixed) at++;
  let column = 0;
  const letters = at;
  for (; at < end && at - letters < 3; at++) {
    const letter = (text.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26 || text.charCodeAt(at) < 65) break;
    column = column * 26 + letter;
  }
  const hasColumn = at > letters;
  if (column > MAX_COLUMNS) return null;
  if (hasColumn && at === end) return { column: column - 1, row: null, fixedColumn: isFirstFixed, fixedRow: false };
  const isSecondFixed = hasColumn && text.charCodeAt(at) === DOLLAR;
  if (isSecondFixed) at++;
  let row = 0;
  const digits = at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return null;
    row = row * 10 + code - 48;
  }
  if (at === digits || row < 1 || row > MAX_ROWS || text.charCodeAt(digits) === 48) return null;
  if (!hasColumn) return { column: null, row: row - 1, fixedColumn: false, fixedRow: isFirstFixed };
  return { column: column - 1, row: row - 1, fixedColumn: isFirstFixed, fixedRow: isSecondFixed };
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
    const code = formula.charCodeAt(at);
    if (code === QUOTE) {
      at = quotedEnd(formula, at, '"');
    } else if (code === APOSTROPHE) {
      const end = quotedEnd(formula, at, "'");
      if (formula[end] === '!') {
        sheet = { name: formula.slice(at + 1, end - 1).replaceAll("''", "'"), start: at };
        at = end + 1;
        continue;
      }
      at = end;
    } else if (code === BRACKET) {
      at = bracketEnd(formula, at);
    } else if (isWord(formula, at)) {
      const end = wordEnd(formula, at);
      if (formula.charCodeAt(end) === EXCLAMATION) {
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

const COLON = 58;

/** What comes before "(", "[" or "!" is a function, a table or a sheet. */
const isCallOrTable = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 40 || code === 91 || code === 33;
};

const isCell = ({ column, row }: Corner): boolean => column !== null && row !== null;

function readReference(
  formula: string,
  at: number,
  end: number,
  sheet: { readonly name: string; readonly start: number } | null,
): FoundReference | null {
  const from = cornerIn(formula, at, end);
  if (from === null) return null;
  const isRange = formula.charCodeAt(end) === COLON;
  const isOneCell = isCell(from);
  if (!isRange && (!isOneCell || isCallOrTable(formula, end))) return null;
  const secondEnd = isRange ? wordEnd(formula, end + 1) : end;
  const second = secondEnd > end + 1 && !isCallOrTable(formula, secondEnd) ? cornerIn(formula, end + 1, secondEnd) : null;
  const isPair = second !== null && isCell(second) === isOneCell && (from.row === null) === (second.row === null);
  if (!isPair && !isOneCell) return null;
  return {
    start: sheet === null ? at : sheet.start,
    end: isPair ? secondEnd : end,
    sheet: sheet === null ? null : sheet.name,
    localStart: at,
    from,
    to: isPair ? second : null,
  };
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
