/** A source opened for reading: its columns parsed once, each into an array of the rows below the header. */

import type { RawCell, SourceGrid } from '../domain/grid';
import type { Provenance } from '../domain/record';
import type { Field, SourceMapping } from '../settings/mapping';
import { conventionsOf } from './conventions';
import type { Conventions } from './conventions';
import { distinctTexts } from './distinct';
import type { DistinctTexts } from './distinct';
import { AMOUNT_FIELDS } from '../settings/mapping';
import type { PairedSource } from './pairSources';
import { scaleOfHeader } from './scale';
import { withSides } from './signs';
import type { StraightGrid } from './straighten';
import { cellText, columnLetters, isErrorText } from './text';
import { readDays, readNumbers } from './valueColumns';
import type { DayColumn, NumberColumn } from './valueColumns';

export { BAD, BLANK, READ } from './valueColumns';
export type { DayColumn, NumberColumn } from './valueColumns';

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
  const distinctCache = new Map<number, DistinctTexts>();
  const distinctAt = (at: number): DistinctTexts => {
    let distinct = distinctCache.get(at);
    if (distinct === undefined) {
      distinct = distinctTexts(grid, first, at);
      distinctCache.set(at, distinct);
    }
    return distinct;
  };
  const conventions = conventionsOf(mapping, (at) => distinctAt(at).texts);
  const money = amountColumns(mapping);
  const textCache = new Map<Field, readonly string[]>();
  const numberCache = new Map<number, NumberColumn>();
  const dayCache = new Map<number, DayColumn>();
  const monthCache = new Map<number, DayColumn>();
  const place = grid.part === 0 ? {} : { part: grid.part };
  const blank: readonly string[] = new Array<string>(count).fill('');

  const column = (field: Field): number | undefined => mapping.columns[field];
  const cell = (index: number, at: number): RawCell => grid.values[first + index]?.[at] ?? '';
  // A header that says so of its own column holds where nothing is settled for all.
  const scaleAt = (at: number): number =>
    mapping.scale === 1 ? scaleOfHeader(cellText(grid.values[mapping.headerRow]?.[at])) : mapping.scale;
  const numbersAt = (at: number): NumberColumn => {
    const known = numberCache.get(at);
    if (known !== undefined) return known;
    const scale = money.has(at) ? scaleAt(at) : 1;
    const read = readNumbers((index) => cell(index, at), distinctAt(at), conventions.decimalAt(at), scale);
    const signed = withSides(read, mapping.role);
    numberCache.set(at, signed);
    return signed;
  };
  const textsAt = (at: number): string[] => {
    const pad = zeroPadding(grid, at, first);
    const read = new Array<string>(count);
    // Words such as currencies and states stand below each other: a text that is said again is not trimmed again.
    let before: RawCell = '';
    let text = '';
    for (let index = 0; index < count; index += 1) {
      const raw = cell(index, at);
      if (raw !== before) {
        before = raw;
        text = textOf(raw, pad);
      }
      read[index] = text;
    }
    return read;
  };
  const daysAt = (at: number, monthly: boolean): DayColumn => {
    const cache = monthly ? monthCache : dayCache;
    let days = cache.get(at);
    if (days === undefined) {
      days = readDays((index) => cell(index, at), distinctAt(at), conventions.dateOrderAt(at), monthly);
      cache.set(at, days);
    }
    return days;
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
        texts = textsAt(at);
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
      return at === undefined ? null : daysAt(at, false);
    },
    months(field) {
      const at = column(field);
      return at === undefined ? null : daysAt(at, true);
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

/** Columns whose numbers are money, which a sheet "in thousands" counts in thousands; quantities, prices and rates are not. */
function amountColumns(mapping: SourceMapping): ReadonlySet<number> {
  const fields = [...AMOUNT_FIELDS, 'lineAmount', 'lineTax'] as const;
  return new Set([
    ...fields.flatMap((field) => mapping.columns[field] ?? []),
    ...mapping.monthColumns.map(({ column }) => column),
  ]);
}
