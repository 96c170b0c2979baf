/** A source opened for reading: its columns parsed once, each into an array of the rows below the header. */

import type { RawCell, SourceGrid } from '../domain/grid';
import type { Provenance } from '../domain/record';
import { lastDay, monthOf } from '../domain/day';
import type { Day } from '../domain/day';
import type { Field, SourceMapping } from '../settings/mapping';
import { isBlankWord, parseAmount } from './amounts';
import type { AmountText } from './amounts';
import { conventionsOf } from './conventions';
import type { Conventions } from './conventions';
import { dayFromNumber, parseDateText, parseMonthText } from './dates';
import type { PairedSource } from './pairSources';
import type { StraightGrid } from './straighten';
import { cellText, columnLetters, isErrorText } from './text';

/** What became of a cell. */
export const BLANK = 0;
export const READ = 1;
export const BAD = 2;

/** Numbers by row; `state` says which of them mean anything. */
export interface NumberColumn {
  readonly values: Float64Array;
  readonly state: Uint8Array;
  /** The currency mark beside the number, by row; null where no text of the column has one. */
  readonly marks: readonly string[] | null;
}

/** Days since 1970 by row. */
export interface DayColumn {
  readonly days: Int32Array;
  readonly state: Uint8Array;
}

export interface SourceSheet {
  readonly grid: StraightGrid;
  readonly mapping: SourceMapping;
  readonly conventions: Conventions;
  /** Rows below the header, blank ones included. */
  readonly count: number;
  has(field: Field): boolean;
  /** "" in every row where the field has no column; error values are "". */
  texts(field: Field): readonly string[];
  numbers(field: Field): NumberColumn | null;
  numbersAt(column: number): NumberColumn;
  days(field: Field): DayColumn | null;
  /** Days that stand for their month: each is the month's last. Month names are read too. */
  months(field: Field): DayColumn | null;
  cell(index: number, column: number): RawCell;
  provenance(index: number): Provenance;
  /** "F" for the field's column, null where it has none. */
  letters(field: Field): string | null;
  lettersAt(column: number): string;
}

export function openSheet({ grid, mapping }: PairedSource): SourceSheet {
  const first = mapping.headerRow + 1;
  const count = Math.max(0, grid.values.length - first);
  const conventions = conventionsOf(grid, mapping);
  const textCache = new Map<Field, readonly string[]>();
  const numberCache = new Map<number, NumberColumn>();
  const place = grid.part === 0 ? {} : { part: grid.part };
  const blank: readonly string[] = new Array<string>(count).fill('');

  const column = (field: Field): number | undefined => mapping.columns[field];
  const cell = (index: number, at: number): RawCell => grid.values[first + index]?.[at] ?? '';
  const numbersAt = (at: number): NumberColumn => {
    const known = numberCache.get(at);
    if (known !== undefined) return known;
    const read = readNumbers(count, (index) => cell(index, at), conventions);
    numberCache.set(at, read);
    return read;
  };
  // A heading stands in the first column of its own row.
  const lettersOf = (at: number): string => columnLetters(grid.left + (at < grid.width ? at : 0));
  return {
    grid,
    mapping,
    conventions,
    count,
    has: (field) => column(field) !== undefined,
    texts(field) {
      const at = column(field);
      if (at === undefined) return blank;
      let texts = textCache.get(field);
      if (texts === undefined) {
        const pad = zeroPadding(grid, at, first);
        texts = Array.from({ length: count }, (_, index) => textOf(cell(index, at), pad));
        textCache.set(field, texts);
      }
      return texts;
    },
    numbers(field) {
      const at = column(field);
      return at === undefined ? null : numbersAt(at);
    },
    numbersAt,
    days(field) {
      const at = column(field);
      return at === undefined ? null : readDays(count, (index) => cell(index, at), conventions, false);
    },
    months(field) {
      const at = column(field);
      return at === undefined ? null : readDays(count, (index) => cell(index, at), conventions, true);
    },
    cell,
    provenance: (index) => ({ sheet: grid.sheet, ...place, row: grid.top + first + index + 1 }),
    letters(field) {
      const at = column(field);
      return at === undefined ? null : lettersOf(at);
    },
    lettersAt: lettersOf,
  };
}

function textOf(cell: RawCell, pad: number): string {
  const text = cellText(cell);
  if (isErrorText(text)) return '';
  return pad > 0 && typeof cell === 'number' && Number.isInteger(cell) ? text.padStart(pad, '0') : text;
}

/** The width of a format like `00000`, under which 123 is shown, and meant, as 00123; 0 for other formats. */
function zeroPadding(grid: SourceGrid, column: number, first: number): number {
  for (const { row, formats } of grid.formatSamples) {
    const format = formats[column];
    if (row >= first && format !== undefined && /^0{2,}$/.test(format)) return format.length;
  }
  return 0;
}

function readNumbers(count: number, cell: (index: number) => RawCell, conventions: Conventions): NumberColumn {
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  const memo = new Map<string, AmountText | null>();
  let marks: string[] | null = null;
  for (let index = 0; index < count; index += 1) {
    const raw = cell(index);
    if (raw === '') continue;
    if (typeof raw === 'number') {
      values[index] = raw;
      state[index] = Number.isFinite(raw) ? READ : BAD;
      continue;
    }
    const text = cellText(raw);
    if (isBlankWord(text)) continue;
    let amount = memo.get(text);
    if (amount === undefined) {
      amount = typeof raw === 'boolean' ? null : parseAmount(text, conventions.decimal);
      memo.set(text, amount);
    }
    if (amount === null) {
      state[index] = BAD;
      continue;
    }
    values[index] = amount.value;
    state[index] = READ;
    if (amount.mark !== '') {
      marks ??= new Array<string>(count).fill('');
      marks[index] = amount.mark;
    }
  }
  return { values, state, marks };
}

function readDays(count: number, cell: (index: number) => RawCell, conventions: Conventions, monthly: boolean): DayColumn {
  const days = new Int32Array(count);
  const state = new Uint8Array(count);
  const memo = new Map<RawCell, Day | null>();
  for (let index = 0; index < count; index += 1) {
    const raw = cell(index);
    if (raw === '') continue;
    const key = typeof raw === 'string' ? cellText(raw) : raw;
    if (typeof key === 'string' && isBlankWord(key)) continue;
    let day = memo.get(key);
    if (day === undefined) {
      day = monthly ? monthEnd(key, conventions) : dayOfCell(key, conventions);
      memo.set(key, day);
    }
    if (day === null) {
      state[index] = BAD;
    } else {
      days[index] = day;
      state[index] = READ;
    }
  }
  return { days, state };
}

function dayOfCell(cell: RawCell, conventions: Conventions): Day | null {
  if (typeof cell === 'number') return dayFromNumber(cell);
  return typeof cell === 'string' ? parseDateText(cell, conventions.dateOrder) : null;
}

/** `202603` is a month before it is a serial: no serial of this century has six digits. */
function monthEnd(cell: RawCell, conventions: Conventions): Day | null {
  const month = typeof cell === 'boolean' ? null : parseMonthText(String(cell));
  if (month !== null) return lastDay(month);
  const day = dayOfCell(cell, conventions);
  return day === null ? null : lastDay(monthOf(day));
}
