/** Sorting rows or columns of cells, in Excel's order: numbers, texts, FALSE, TRUE, errors, blanks last. */

import { printA1 } from '../workbook/address';
import { cellArea, columnsOf, rowsOf } from '../workbook/area';
import type { Area, Scalar, Sheet } from '../workbook/model';
import { isRecord, readInteger, readList, readText } from './args';
import { refuse } from './errors';
import { toA1, toR1C1 } from './kinds/contents';
import type { Session } from './session';

export interface SortKey {
  /** Position in the area. */
  readonly key: number;
  readonly ascending: boolean;
}

export const readSortKeys = (value: unknown, width: number): SortKey[] => {
  const keys = readList(value).map((field) => {
    if (!isRecord(field)) throw refuse('InvalidArgument');
    const on = readText(field['sortOn'] ?? 'Value');
    if (on !== 'Value') throw refuse('ApiNotFound', `Sorting on ${on} is not part of this host.`);
    return { key: readInteger(field['key']), ascending: field['ascending'] !== false };
  });
  if (keys.length === 0 || keys.some(({ key }) => key < 0 || key >= width)) throw refuse('InvalidArgument');
  return keys;
};

const rank = (value: Scalar): number => {
  if (value === null) return 4;
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
};

const compareTexts = (one: string, other: string, matchCase: boolean): number => {
  const [a, b] = matchCase ? [one, other] : [one.toLowerCase(), other.toLowerCase()];
  return a.localeCompare(b, 'en');
};

const compareValues = (one: Scalar, other: Scalar, ascending: boolean, matchCase: boolean): number => {
  const [a, b] = [rank(one), rank(other)];
  // Blanks stay last in both directions.
  if (a === 4 || b === 4) return a - b;
  const order =
    a !== b
      ? a - b
      : typeof one === 'string' && typeof other === 'string'
        ? compareTexts(one, other, matchCase)
        : typeof one === 'object' || typeof other === 'object'
          ? 0
          : Number(one) - Number(other);
  return ascending ? order : -order;
};

interface Line {
  readonly cells: readonly { readonly formula: string | null; readonly value: Scalar; readonly style: number }[];
  readonly at: number;
}

/** Sorts rows of an area; equal rows keep their order. @param by 'rows' moves rows, 'columns' moves columns. */
export const sortArea = (
  sheet: Sheet,
  area: Area,
  keys: readonly SortKey[],
  matchCase: boolean,
  by: 'rows' | 'columns' = 'rows',
): void => {
  const isRows = by === 'rows';
  const count = isRows ? rowsOf(area) : columnsOf(area);
  const length = isRows ? columnsOf(area) : rowsOf(area);
  const place = (line: number, at: number): [number, number] =>
    isRows ? [area.top + line, area.left + at] : [area.top + at, area.left + line];
  const lines = Array.from({ length: count }, (_unused, line): Line => ({
    at: line,
    cells: Array.from({ length }, (_other, at) => {
      const [row, column] = place(line, at);
      const content = sheet.content(row, column);
      return {
        formula: content.kind === 'formula' ? content.formula : null,
        value: sheet.value(row, column),
        style: sheet.styleIndex(row, column),
      };
    }),
  }));
  const sorted = [...lines].sort((one, other) => {
    for (const { key, ascending } of keys) {
      const order = compareValues(one.cells[key]?.value ?? null, other.cells[key]?.value ?? null, ascending, matchCase);
      if (order !== 0) return order;
    }
    return one.at - other.at;
  });
  for (const [line, from] of sorted.entries()) {
    if (from.at === line) continue;
    for (const [at, cell] of from.cells.entries()) {
      const [row, column] = place(line, at);
      const [oldRow, oldColumn] = place(from.at, at);
      if (cell.formula === null) sheet.setValue(row, column, cell.value);
      else
        sheet.setFormula(
          row,
          column,
          toA1(toR1C1(cell.formula.startsWith('=') ? cell.formula : `=${cell.formula}`, oldRow, oldColumn), row, column),
        );
      if (sheet.styleIndex(row, column) !== cell.style) sheet.setStyleIndex(cellArea(row, column), cell.style);
    }
  }
};

/** Sorted rows or columns are told to the sheet and to the list of sheets. */
export const tellSorted = (sheet: Sheet, area: Area, by: 'rows' | 'columns', session: Session): void => {
  const payload = { address: printA1(area), worksheetId: sheet.id, source: 'Local' };
  for (const target of [sheet.id, 'Workbook']) session.tell(by === 'rows' ? 'rowSorted' : 'columnSorted', target, payload);
};
