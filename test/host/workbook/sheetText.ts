/** Little sheets written as text: rows by lines, cells by "|"; entered as if typed. */
import { parseA1, cellText } from '../../../host/workbook/address';
import type { Area, Scalar, Sheet, Workbook } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';

/** 5 March 2024, 06:00 */
export const NOON = Date.UTC(2024, 2, 5, 6);

export function newWorkbook(): Workbook {
  let count = 0;
  return createWorkbook('test.xlsx', { clock: () => NOON, newId: () => `{${(count++).toString(16).padStart(8, '0')}}` });
}

/** A workbook with one sheet, "Sheet1". */
export function newSheet(text = ''): { readonly book: Workbook; readonly sheet: Sheet } {
  const book = newWorkbook();
  const sheet = book.addSheet(null);
  fill(sheet, text);
  return { book, sheet };
}

/** Enters lines of cells from a cell on. */
export function fill(sheet: Sheet, text: string, from = 'A1'): void {
  const { top, left } = area(from);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  lines.forEach((line, row) =>
    line.split('|').forEach((cell, column) => {
      if (cell.trim() !== '') sheet.enter(top + row, left + column, cell.trim());
    }),
  );
}

export function area(address: string): Area {
  const found = parseA1(address);
  if (found === null) throw new Error(`No address: ${address}`);
  return found;
}

export const enter = (sheet: Sheet, address: string, entry: string | number | boolean): void =>
  sheet.enter(area(address).top, area(address).left, entry);
export const valueOf = (sheet: Sheet, address: string): Scalar => sheet.value(area(address).top, area(address).left);
export const textOf = (sheet: Sheet, address: string): string => sheet.text(area(address).top, area(address).left);
export const formulaOf = (sheet: Sheet, address: string): Scalar => sheet.formula(area(address).top, area(address).left);
export const formatOf = (sheet: Sheet, address: string): string =>
  sheet.style(area(address).top, area(address).left).numberFormat;

/** What an area shows, cells by " | ", rows by lines. */
export function shown(sheet: Sheet, address: string): string {
  const { top, bottom, left, right } = area(address);
  const lines: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: string[] = [];
    for (let column = left; column <= right; column++) cells.push(sheet.text(row, column));
    lines.push(cells.join(' | ').trimEnd());
  }
  return lines.join('\n');
}

/** The formula's value in a cell of its own, far from others. */
export function result(sheet: Sheet, formula: string): string | number | boolean | null {
  sheet.setFormula(199, 25, formula);
  const value = sheet.value(199, 25);
  return typeof value === 'object' && value !== null ? value.error : value;
}

/** The code of the refusal that a piece of work meets; "" where it is done. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason) return String(reason.code);
    throw reason;
  }
}

export { cellText };
