/** What a person does to the workbook while the add-in works in it. */

import type { Sheet, Workbook } from '../../host/workbook/model';

export interface Edit {
  readonly name: string;
  /** @returns false where there is nothing to do it to. */
  readonly make: (workbook: Workbook) => boolean;
  /** What a person does whom the pane told of it; as it was before. */
  readonly undo?: (workbook: Workbook) => void;
  /** What was typed by it and must never be lost. */
  readonly typed?: string;
}

const byHand = <T>(workbook: Workbook, work: () => T): T => workbook.transact('person', work);

function onSheet(name: string, work: (workbook: Workbook, sheet: Sheet) => void): (workbook: Workbook) => boolean {
  return (workbook) => {
    const sheet = workbook.sheet(name);
    if (sheet === null) return false;
    byHand(workbook, () => work(workbook, sheet));
    return true;
  };
}

/** Types into the row of a table that has a key in its first column. */
function typeBeside(workbook: Workbook, table: string, key: string, header: string, entry: string): boolean {
  const found = workbook.table(table);
  if (found === null) return false;
  const { area } = found.table;
  for (let row = area.top + 1; row <= area.bottom; row += 1)
    if (found.sheet.value(row, area.left) === key) return typeInto(workbook, table, row - area.top - 1, header, entry);
  return false;
}

/** Types into a table's cell. @returns false where it is not there. */
export function typeInto(workbook: Workbook, table: string, row: number, header: string, entry: string | number): boolean {
  const found = workbook.table(table);
  const column = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (found === null || column < 0 || found.table.area.top + 1 + row > found.table.area.bottom) return false;
  byHand(workbook, () => found.sheet.enter(found.table.area.top + 1 + row, found.table.area.left + column, entry));
  return true;
}

const protect = (sheet: Sheet, isProtected: boolean): void => {
  sheet.protection.protected = isProtected;
  sheet.touch({ kind: 'protection', sheet: sheet.id, trigger: 'person' });
};

/** @param source a sheet with an amount in `column` of row 3, counted from 0. */
export function sourceEdits(source: string, column: number): readonly Edit[] {
  return [
    { name: 'a source is edited', make: onSheet(source, (_, sheet) => sheet.enter(6, column, 4_321)) },
    { name: 'a source is renamed', make: onSheet(source, (workbook, sheet) => workbook.renameSheet(sheet, 'Moved')) },
    { name: 'a source is deleted', make: onSheet(source, (workbook, sheet) => workbook.deleteSheet(sheet)) },
    { name: 'a source is protected', make: onSheet(source, (_, sheet) => protect(sheet, true)) },
  ];
}

const EXCEPTIONS = 'Exceptions';
const LATE = 'typed while it ran';

/** @param exception key of one that stays. */
export const resultEdits = (exception: string): readonly Edit[] => [
  {
    name: 'a comment is typed',
    make: (workbook) => typeBeside(workbook, 'tblExceptions', exception, 'Comment', LATE),
    typed: LATE,
  },
  { name: 'a result is renamed', make: onSheet(EXCEPTIONS, (workbook, sheet) => workbook.renameSheet(sheet, 'Mine')) },
  { name: 'a result is deleted', make: onSheet(EXCEPTIONS, (workbook, sheet) => workbook.deleteSheet(sheet)) },
  {
    name: 'a result is protected',
    make: onSheet(EXCEPTIONS, (_, sheet) => protect(sheet, true)),
    undo: onSheet(EXCEPTIONS, (_, sheet) => protect(sheet, false)),
  },
  {
    name: 'the workbook is protected',
    make: (workbook) => {
      workbook.protection.protected = true;
      return true;
    },
    undo: (workbook) => {
      workbook.protection.protected = false;
    },
  },
];
