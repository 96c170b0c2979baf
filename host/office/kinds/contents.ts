/** Contents of a range, cell by cell: matrices read and written as Excel does. */

import { cellsOf } from '../area';
import { printA1 } from '../../workbook/address';
import { cellArea, columnsOf, rowsOf } from '../../workbook/area';
import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import type { Scalar, Sheet } from '../../workbook/model';
import type { Cells } from '../cells';
import { refuse, WRONG_ARRAY_SIZE } from '../errors';
import { categoryOf } from '../numberFormats';
import { guardContents, guardOption } from '../protection';
import type { Property } from '../schema';
import type { Session } from '../session';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8192;

/** A value as it goes over the wire: "" for an empty cell, its code for an error. */
export const wireValue = (value: Scalar): string | number | boolean => {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
};

export const valueType = (value: Scalar): string => {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return { number: 'Double', string: 'String', boolean: 'Boolean' }[typeof value as 'number' | 'string' | 'boolean'];
};

/** A matrix over a range; null above Excel's limit of cells. */
export const readMatrix = <V>(
  cells: Cells,
  session: Session,
  read: (sheet: Sheet, row: number, column: number) => V,
): V[][] | null => {
  const { sheet, area } = cells;
  if (cellsOf(area) > session.limits.cells) return null;
  const rows: V[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: V[] = [];
    for (let column = area.left; column <= area.right; column += 1) line.push(read(sheet, row, column));
    rows.push(line);
  }
  return rows;
};

export const checkSize = (cells: Cells, rows: number, columns: number): void => {
  if (rowsOf(cells.area) !== rows || columnsOf(cells.area) !== columns) throw refuse('InvalidArgument', WRONG_ARRAY_SIZE);
};

/** Rows of a matrix that fits the range. @throws Refusal InvalidArgument */
export const matrixFor = (cells: Cells, value: unknown): readonly (readonly unknown[])[] => {
  const rows = value as readonly unknown[];
  if (rows.length !== rowsOf(cells.area)) throw refuse('InvalidArgument', WRONG_ARRAY_SIZE);
  const columns = columnsOf(cells.area);
  return rows.map((row) => {
    if (!Array.isArray(row) || row.length !== columns) throw refuse('InvalidArgument', WRONG_ARRAY_SIZE);
    return row as readonly unknown[];
  });
};

const checkEntry = (entry: unknown): string | number | boolean | null => {
  if (entry === null || typeof entry === 'number' || typeof entry === 'boolean') return entry;
  if (typeof entry !== 'string') throw refuse('InvalidArgument');
  const isFormula = entry.startsWith('=');
  if (isFormula && entry.length > MAX_FORMULA) throw refuse('FormulaLengthExceedsLimit');
  if (entry.length > MAX_TEXT) throw refuse('InvalidArgument', 'The text of a cell may have no more than 32,767 characters.');
  return entry;
};

const enter = (sheet: Sheet, row: number, column: number, entry: string | number | boolean | null): void => {
  // Null leaves a cell as it is; that is how part of a block is written.
  if (entry === null) return;
  if (entry === '') sheet.setValue(row, column, null);
  else sheet.enter(row, column, entry);
};

/** Writes what a person would type: one value for all cells, or a matrix of the range's size. Everything is checked before anything is written. */
const writeEntries = (
  cells: Cells,
  value: unknown,
  session: Session,
  read: (entry: unknown, row: number, column: number) => unknown,
): void => {
  const { sheet, area } = cells;
  guardContents(session, sheet, area);
  if (!Array.isArray(value)) {
    const entry = checkEntry(value);
    if (entry === '') sheet.clear(area, 'Contents');
    else fill(cells, entry, session, read);
    return;
  }
  const matrix = matrixFor(cells, value);
  for (const line of matrix) for (const entry of line) checkEntry(entry);
  const entries =
    read === asIs
      ? matrix
      : matrix.map((line, down) => line.map((entry, right) => read(entry, area.top + down, area.left + right)));
  if (entries.every((line) => !line.includes(null))) {
    sheet.enterBlock(area, entries as (string | number | boolean)[][]);
    return;
  }
  for (const [down, line] of entries.entries())
    for (const [right, entry] of line.entries())
      enter(sheet, area.top + down, area.left + right, entry as string | number | boolean | null);
};

const fill = (
  cells: Cells,
  entry: string | number | boolean | null,
  session: Session,
  read: (entry: unknown, row: number, column: number) => unknown,
): void => {
  const { sheet, area } = cells;
  if (cellsOf(area) > session.limits.cells) throw refuse('RangeExceedsLimit');
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      enter(sheet, row, column, read(entry, row, column) as string | number | boolean | null);
    }
  }
};

const asIs = (entry: unknown): unknown => entry;

const entries = (read: (sheet: Sheet, row: number, column: number) => string | number | boolean): Property<Cells> => ({
  get: (cells, session) => readMatrix(cells, session, read),
  set: (cells, value, session) => writeEntries(cells, value, session, asIs),
});

const anchorOf = (row: number, column: number): string => printA1(cellArea(row, column));

const isFormula = (entry: unknown): entry is string => typeof entry === 'string' && entry.startsWith('=');

export const toR1C1 = (formula: string, row: number, column: number): string =>
  translateFormulaToR1C1(formula, anchorOf(row, column));
export const toA1 = (formula: string, row: number, column: number): string =>
  translateFormulaToA1(formula, anchorOf(row, column));

/** Writes number formats by runs down each column: one change for each run of one format. */
const writeFormats = (cells: Cells, value: unknown): void => {
  const { sheet, area } = cells;
  guardOption(sheet, 'allowFormatCells');
  if (typeof value === 'string') {
    sheet.patchStyle(area, { numberFormat: value });
    return;
  }
  if (!Array.isArray(value)) throw refuse('InvalidArgument');
  const matrix = matrixFor(cells, value);
  for (let index = 0; index < columnsOf(area); index += 1) {
    const column = area.left + index;
    let start = 0;
    for (let row = 1; row <= matrix.length; row += 1) {
      const format = matrix[start]?.[index];
      if (row < matrix.length && matrix[row]?.[index] === format) continue;
      if (format !== null)
        writeFormat(sheet, format, { top: area.top + start, bottom: area.top + row - 1, left: column, right: column });
      start = row;
    }
  }
};

const writeFormat = (sheet: Sheet, format: unknown, area: Cells['area']): void => {
  if (typeof format !== 'string') throw refuse('InvalidArgument');
  sheet.patchStyle(area, { numberFormat: format });
};

const numberFormat: Property<Cells> = {
  get: (cells, session) => readMatrix(cells, session, (sheet, row, column) => sheet.style(row, column).numberFormat),
  set: writeFormats,
};

const formulas = entries((sheet, row, column) => wireValue(sheet.formula(row, column)));

export const contentScalars: Readonly<Record<string, Property<Cells>>> = {
  Values: entries((sheet, row, column) => wireValue(sheet.value(row, column))),
  Formulas: formulas,
  FormulasLocal: formulas,
  FormulasR1C1: {
    get: (cells, session) =>
      readMatrix(cells, session, (sheet, row, column) => {
        const shown = wireValue(sheet.formula(row, column));
        return isFormula(shown) && sheet.content(row, column).kind === 'formula' ? toR1C1(shown, row, column) : shown;
      }),
    set: (cells, value, session) =>
      writeEntries(cells, value, session, (entry, row, column) => (isFormula(entry) ? toA1(entry, row, column) : entry)),
  },
  Text: { get: (cells, session) => readMatrix(cells, session, (sheet, row, column) => sheet.text(row, column)) },
  ValueTypes: {
    get: (cells, session) => readMatrix(cells, session, (sheet, row, column) => valueType(sheet.value(row, column))),
  },
  NumberFormat: numberFormat,
  NumberFormatLocal: numberFormat,
  NumberFormatCategories: {
    get: (cells, session) =>
      readMatrix(cells, session, (sheet, row, column) => categoryOf(sheet.style(row, column).numberFormat)),
  },
};
