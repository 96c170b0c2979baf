/** Planned cells as Excel takes them, and rows cut into blocks that a request can carry. */

import type { PlannedCell, TableColumnPlan } from '../report/plan';

export type InputCell = string | number | boolean;

export const LONGEST_TEXT = 32_767;
const CUT_MARK = '… (cut)';

/** A text as a cell holds it: longer ones are cut with a mark, never between the halves of one character. */
export function cutText(text: string, longest = LONGEST_TEXT): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - CUT_MARK.length - 1);
  return kept.replace(/[\uD800-\uDBFF]$/, '') + CUT_MARK;
}

/**
 * Text that Excel takes as it stands: in an "@" cell as it is, elsewhere behind an apostrophe. What an "@" cell makes of a
 * leading apostrophe is nowhere stated: such a text goes into a General cell, see `QuotedCells`.
 */
function textInput(text: string, isTextCell: boolean): string {
  if (text === '') return '';
  // The apostrophe counts as one of the characters that a request may give a cell.
  return isTextCell && !isQuoted(text) ? cutText(text) : `'${cutText(text, LONGEST_TEXT - 1)}`;
}

const APOSTROPHE = 39;

const isQuoted = (text: string): boolean => text.charCodeAt(0) === APOSTROPHE;

export interface CellRun {
  /** Within the table's body. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** Cells of text columns that must be General when they are written: those whose text begins with an apostrophe. */
export interface QuotedCells {
  /** Rows come in order. */
  note(row: number, column: number): void;
  /** Those noted since they were last taken, as runs down a column. */
  take(): CellRun[];
}

export function createQuotedCells(): QuotedCells {
  let byColumn = new Map<number, CellRun[]>();
  return {
    note(row, column) {
      const runs = byColumn.get(column) ?? [];
      const last = runs.at(-1);
      if (last !== undefined && last.row + last.rows === row) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
      else runs.push({ row, column, rows: 1 });
      byColumn.set(column, runs);
    },
    take() {
      const taken = [...byColumn.values()].flat();
      byColumn = new Map();
      return taken;
    },
  };
}

/** @param formulaOf the formula with the table names as used. */
export function inputOf(cell: PlannedCell, isTextCell: boolean, formulaOf: (formula: string) => string): InputCell {
  if (cell === null) return '';
  if (typeof cell === 'string') return textInput(cell, isTextCell);
  if (typeof cell !== 'object') return isTextCell ? String(cell) : cell;
  return formulaOf(cell.formula);
}

/**
 * A table's rows as input, each made when it is asked for; formula columns stay empty, they are filled at once later.
 * @param quoted is told of each text that begins with an apostrophe as its row is made.
 */
export function* tableInput(
  columns: readonly TableColumnPlan[],
  rows: readonly (readonly PlannedCell[])[],
  quoted: QuotedCells,
): Generator<readonly InputCell[]> {
  const isText = columns.map(({ kind }) => kind === 'text');
  // A plain loop: most of what a large result costs on this side.
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? [];
    const input = new Array<InputCell>(isText.length);
    for (let index = 0; index < isText.length; index += 1) {
      const cell = row[index] ?? null;
      const isTextCell = isText[index] === true;
      if (isTextCell && typeof cell === 'string' && isQuoted(cell)) quoted.note(at, index);
      input[index] = cell === null ? '' : inputOf(cell, isTextCell, asIs);
    }
    yield input;
  }
}

const asIs = (formula: string): string => formula;

/** Well under the 5 MB of a request, office.js's own wrapping included. */
export const BLOCK_BYTES = 1_000_000;
/** Keeps the page's longest task near 50 ms. */
export const BLOCK_ROWS = 2_000;

export interface Block<Row> {
  readonly start: number;
  readonly rows: readonly Row[];
  readonly bytes: number;
}

/** Rows in blocks by size in bytes (four a character at most) and by count; a single row is never cut. */
export function* blocksOf<Row extends readonly InputCell[]>(rows: Iterable<Row>): Generator<Block<Row>> {
  let block: Row[] = [];
  let start = 0;
  let bytes = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    if (block.length > 0 && (bytes + size > BLOCK_BYTES || block.length >= BLOCK_ROWS)) {
      yield { start, rows: block, bytes };
      start += block.length;
      block = [];
      bytes = 0;
    }
    block.push(row);
    bytes += size;
  }
  if (block.length > 0) yield { start, rows: block, bytes };
}

function sizeOf(row: readonly InputCell[]): number {
  let size = 0;
  for (const cell of row) size += (typeof cell === 'string' ? cell.length * 2 : 8) + 4;
  return size;
}

/** Rows that a request for so many columns may ask for. */
export function rowsARequest(columns: number): number {
  return Math.max(1, Math.min(BLOCK_ROWS * 4, Math.floor(120_000 / Math.max(1, columns))));
}
