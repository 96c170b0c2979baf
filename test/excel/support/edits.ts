/** What a reviewer does to a written result, and how to see what became of it. */

import type { Sheet, Workbook } from '../../../host/workbook/model';
import { snapshot, tableRows } from './open';
import type { OpenBook } from './open';
import { byHand, openSmallBook, wholeRun } from './wholeRun';

export async function afterFirstRun(options: Parameters<typeof openSmallBook>[0] = {}): Promise<OpenBook> {
  const book = openSmallBook(options);
  expect(await wholeRun(book)).toEqual([]);
  return book;
}

export const TABLES = [
  'tblReconciliation',
  'tblVariances',
  'tblExceptions',
  'tblMatches',
  'tblLeftOut',
  'tblDefinitions',
  'tblTieOut',
];
export const SHEETS = ['Summary', 'Reconciliation', 'Variances', 'Exceptions', 'Matches', 'Left out', 'Definitions'];

export function exceptionOf(workbook: Workbook, key: string): Record<string, unknown> {
  const found = tableRows(workbook, 'tblExceptions').find((row) => row['Exception key'] === key);
  if (found === undefined) throw new Error(`no exception ${key}`);
  return found;
}

export const rowOf = (workbook: Workbook, key: string): number =>
  tableRows(workbook, 'tblExceptions').findIndex((row) => row['Exception key'] === key);

/** Adds a column to the right of a table and types into its rows. */
export function addColumn(workbook: Workbook, name: string, header: string, entries: readonly (string | number)[]): void {
  const found = workbook.table(name);
  if (found === null) throw new Error(`no table ${name}`);
  byHand(workbook, () => {
    const { sheet, table } = found;
    const right = table.area.right + 1;
    workbook.resizeTable(sheet, table, { ...table.area, right });
    sheet.enter(table.area.top, right, header);
    entries.forEach((entry, row) => sheet.enter(table.area.top + 1 + row, right, entry));
  });
}

export function renameHeader(workbook: Workbook, name: string, from: string, to: string): void {
  const found = workbook.table(name);
  const index = found?.table.columns.findIndex((column) => column.name === from) ?? -1;
  if (found === null || index < 0) throw new Error(`no column ${from} in ${name}`);
  byHand(workbook, () => found.sheet.enter(found.table.area.top, found.table.area.left + index, to));
}

export function hide(workbook: Workbook, name: string, ...headers: readonly string[]): void {
  const found = workbook.table(name);
  if (found === null) throw new Error(`no table ${name}`);
  const { sheet, table } = found;
  byHand(workbook, () => {
    for (const header of headers) {
      const column = table.area.left + table.columns.findIndex(({ name: text }) => text === header);
      sheet.setColumnHidden(column, column, true);
    }
  });
}

export const shots = (workbook: Workbook): string[] => workbook.sheets.map(snapshot);

/** What the sheets show: a first writing and a later one differ in looks of cells that hold nothing. */
export function shown(sheet: Sheet): string[] {
  const area = sheet.usedArea(true);
  const texts: string[] = [];
  if (area !== null)
    sheet.forEachCell(area, (row, column) => {
      if (sheet.text(row, column) !== '') texts.push(`${row} ${column} ${sheet.text(row, column)}`);
    });
  return texts;
}

/** Names of the sheets that are not as they were. */
export const changed = (workbook: Workbook, before: readonly string[]): string[] =>
  workbook.sheets.filter((sheet, index) => snapshot(sheet) !== before[index]).map(({ name }) => name);

export const textsOf = (sheet: Sheet): unknown[] => {
  const area = sheet.usedArea(true);
  const texts: unknown[] = [];
  if (area !== null) sheet.forEachCell(area, (row, column) => texts.push(sheet.value(row, column)));
  return texts;
};
