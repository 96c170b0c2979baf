/** Workbooks as text tables, saved as a person would save them, and their sheets read back from the saved file. */

import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from '../../host/files/readXlsx';
import { writeXlsx } from '../../host/files/writeXlsx';
import { errorValue } from '../../host/workbook/values';
import type { ErrorCode, Scalar, Sheet, Workbook } from '../../host/workbook/model';
import { createWorkbook } from '../../host/workbook/workbook';
import { parseIsoDay, serialOfDay } from '../../src/domain/day';

/** One line a row, cells between "|": plain digits are numbers, `2026-03-05` a date, `#N/A` an error, `'12` the text 12. */
export type Sheets = Readonly<Record<string, string>>;

export function bookOf(sheets: Sheets, name = 'book.xlsx'): Workbook {
  const workbook = createWorkbook(name);
  const [blank] = workbook.sheets;
  workbook.transact('load', () => {
    for (const [sheet, text] of Object.entries(sheets)) fill(workbook.addSheet(sheet), text);
    if (blank !== undefined) workbook.deleteSheet(blank);
  });
  return workbook;
}

export const savedBook = (sheets: Sheets): Uint8Array => writeXlsx(bookOf(sheets));

function fill(sheet: Sheet, text: string): void {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  lines.forEach((line, row) =>
    line.split('|').forEach((cell, column) => {
      const plain = cell.trim();
      if (plain === '') return;
      sheet.setValue(row, column, valueOf(plain));
      if (parseIsoDay(plain) !== null)
        sheet.patchStyle({ top: row, left: column, bottom: row, right: column }, { numberFormat: 'yyyy-mm-dd' });
    }),
  );
}

function valueOf(plain: string): Scalar {
  if (plain.startsWith("'")) return plain.slice(1);
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(plain)) return errorValue(plain as ErrorCode);
  const day = parseIsoDay(plain);
  return day === null ? plain : serialOfDay(day);
}

export const reopened = (bytes: Uint8Array): Workbook => readXlsx(bytes, 'saved.xlsx').workbook;

/** A table's rows by header, as values. */
export function rowsOf(workbook: Workbook, table: string): Record<string, Scalar>[] {
  const found = workbook.table(table);
  if (found === null) throw new Error(`there is no table ${table}`);
  const { top, left, bottom } = found.table.area;
  return Array.from({ length: bottom - top }, (_, row) =>
    Object.fromEntries(found.table.columns.map(({ name }, index) => [name, found.sheet.value(top + 1 + row, left + index)])),
  );
}

/** The columns named, a line a row, cells between two blanks. */
export function linesOf(workbook: Workbook, table: string, ...headers: readonly string[]): string[] {
  return rowsOf(workbook, table)
    .filter((row) => Object.values(row).some((value) => value !== null && value !== ''))
    .map((row) => headers.map((header) => shown(row[header] ?? null)).join('  '));
}

const shown = (value: Scalar): string =>
  value === null || value === ''
    ? '-'
    : typeof value === 'object'
      ? value.error
      : typeof value === 'number'
        ? String(value)
        : String(value);

/** Types into a table's cell, as a person would. */
export function typeInto(workbook: Workbook, table: string, row: number, header: string, entry: string | number): void {
  const found = workbook.table(table);
  const column = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (found === null || column < 0) throw new Error(`there is no column ${header} in ${table}`);
  workbook.transact('person', () => found.sheet.enter(found.table.area.top + 1 + row, found.table.area.left + column, entry));
}

/** Every cell of a sheet that holds something: address-free, row by row. */
export function cellsOf(
  sheet: Sheet,
): { readonly row: number; readonly column: number; readonly value: Scalar; readonly isFormula: boolean }[] {
  const area = sheet.usedArea(true);
  const cells: { row: number; column: number; value: Scalar; isFormula: boolean }[] = [];
  if (area !== null)
    sheet.forEachCell(area, (row, column, content) => {
      if (content.kind !== 'empty')
        cells.push({ row, column, value: sheet.value(row, column), isFormula: content.kind === 'formula' });
    });
  return cells;
}

/** The parts of a saved file by path. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part, true)]));
}
