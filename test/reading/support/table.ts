/** Sheets written as text tables, and what reading makes of them, written as lines. */

import { isoDay } from '../../../src/domain/day';
import type { RawCell, SourceGrid } from '../../../src/domain/grid';
import { toMajor } from '../../../src/domain/money';
import type { LeftOutRow, ReconciledRecord } from '../../../src/domain/record';
import { inspect } from '../../../src/reading/inspect';
import { readRecords } from '../../../src/reading/readRecords';
import type { ReadResult } from '../../../src/reading/readRecords';
import { defaultStatusWords, statusWords } from '../../../src/reading/statusWords';
import type { StatusWords } from '../../../src/reading/statusWords';
import type { SourceMapping } from '../../../src/settings/mapping';

/** One line a row, cells between "|"; plain digits are numbers, `'12` is the text 12, a line of "." is a blank row. */
export function grid(sheet: string, text: string, more: Partial<SourceGrid> = {}): SourceGrid {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (line.trim() === '.' ? [] : line.split('|').map(cell)));
  const width = Math.max(...lines.map((line) => line.length));
  const values = lines.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''));
  return { sheet, table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0, ...more };
}

function cell(text: string): RawCell {
  const plain = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
  return plain.startsWith("'") ? plain.slice(1) : plain;
}

/** The mappings that inspection finds, corrected where a test says so. */
export function mapped(grids: readonly SourceGrid[], corrections: Partial<SourceMapping> = {}): SourceMapping[] {
  return inspect(grids, []).sources.map(({ mapping }) => ({ ...mapping, ...corrections }));
}

/** Reads grids as they are understood, with the default words or those given. */
export function read(grids: readonly SourceGrid[], words?: Partial<StatusWords>): ReadResult {
  const mappings = mapped(grids);
  return readRecords(grids, mappings, { ...defaultStatusWords(statusWords(grids, mappings)), ...words });
}

/** `INV-7  Acme Ltd  1200.00 EUR  2024-03-05` */
export function lineOf({ id, customer, amount, currency, day }: ReconciledRecord): string {
  return [id || '-', customer || '-', `${toMajor(amount, currency).toFixed(2)} ${currency}`.trim(), isoDay(day)].join('  ');
}

export function linesOf(records: readonly ReconciledRecord[]): string[] {
  return records.map(lineOf);
}

/** `row 4: unreadable C “n.a.”` */
export function leftLine({ source, cause, column, text }: LeftOutRow): string {
  return [`row ${source.row}: ${cause}`, column ?? '', text === '' ? '' : `“${text}”`].filter((part) => part !== '').join(' ');
}

export function leftLines(rows: readonly LeftOutRow[]): string[] {
  return rows.map(leftLine);
}

/** Field → header, as inspection maps them. */
export function fieldsOf(source: SourceGrid, others: readonly SourceGrid[] = []): Record<string, string> {
  const [found] = inspect([source, ...others], []).sources;
  if (found === undefined) throw new Error('no source');
  return Object.fromEntries(Object.entries(found.mapping.columns).map(([field, column]) => [field, found.headers[column] ?? '']));
}
