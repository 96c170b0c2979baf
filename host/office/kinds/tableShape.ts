/** Rows and columns put into tables and taken out: cells below and beside them make room, as in Excel. */

import type { Area, TableColumn } from '../../workbook/model';
import { copiedFormula } from '../../workbook/shift';
import { WorkbookSheet } from '../../workbook/sheet';
import { renameColumn } from '../../workbook/tables';
import { refuse } from '../errors';
import { guardSheet } from '../protection';
import type { Session } from '../session';
import { bodyArea, inColumn } from '../tableAreas';
import { Cells } from '../cells';
import { rangeKind } from './range';
import type { TableTarget } from './tables';

const insert = ({ sheet }: TableTarget, area: Area, shift: 'Down' | 'Right', session: Session): void => {
  sheet.insert(area, shift);
  session.follow({ sheet: sheet.id, area, to: shift });
};

const remove = ({ sheet }: TableTarget, area: Area, shift: 'Up' | 'Left', session: Session): void => {
  sheet.delete(area, shift);
  session.follow({ sheet: sheet.id, area, to: shift });
};

const hasRoomBelow = ({ sheet }: TableTarget, area: Area, rows: number): boolean => {
  let isFree = true;
  sheet.forEachCell(
    { ...area, top: area.bottom + 1, bottom: area.bottom + rows },
    (_row, _column, content) => (isFree &&= content.kind === 'empty'),
  );
  return isFree;
};

export const insertTableRows = (
  target: TableTarget,
  index: number,
  rows: readonly (readonly unknown[])[],
  session: Session,
): void => {
  const { sheet, table } = target;
  guardSheet(sheet);
  const body = bodyArea(table);
  const top = (body?.top ?? table.area.top + 1) + index;
  const block: Area = { ...table.area, top, bottom: top + rows.length - 1 };
  const isAtEnd = top > table.area.bottom;
  const before = table.area;
  const next = { ...before, bottom: before.bottom + rows.length };
  if (!isAtEnd || !hasRoomBelow(target, before, rows.length)) insert(target, block, 'Down', session);
  // An insert inside the table moves its lower edge already.
  if (table.area.bottom !== next.bottom) session.workbook.resizeTable(sheet, table, next);
  rangeKind(new Cells(sheet, block)).set('Values', rows, session);
  fillCalculated(target, block);
};

/** Calculated columns fill themselves in new rows, as the row above or below them does. */
const fillCalculated = ({ sheet, table }: TableTarget, block: Area): void => {
  const body = bodyArea(table);
  const from = body && body.top < block.top ? block.top - 1 : block.bottom + 1;
  for (const [index, { calculated }] of table.columns.entries()) {
    const column = table.area.left + index;
    const content = sheet.content(from, column);
    if (calculated === null || content.kind !== 'formula') continue;
    for (let row = block.top; row <= block.bottom; row += 1) {
      if (sheet.content(row, column).kind === 'empty')
        sheet.setFormula(row, column, copiedFormula(content.formula, row - from, 0));
    }
  }
};

/** Gives a column and its header cell a name; formulas that use the old one follow. */
export const renameTableColumn = ({ sheet, table }: TableTarget, index: number, name: string): void => {
  if (!(sheet instanceof WorkbookSheet)) throw new Error('This sheet is not one of the host.');
  renameColumn(sheet, table, index, name);
};

export const removeTableRow = (target: TableTarget, row: number, session: Session): void => {
  const { sheet, table } = target;
  guardSheet(sheet);
  const body = bodyArea(table);
  if (body && body.top === body.bottom) {
    sheet.clear({ ...body }, 'Contents');
    return;
  }
  const next = { ...table.area, bottom: table.area.bottom - 1 };
  remove(target, { ...table.area, top: row, bottom: row }, 'Up', session);
  if (table.area.bottom !== next.bottom) session.workbook.resizeTable(sheet, table, next);
};

export const insertTableColumn = (
  target: TableTarget,
  index: number | null,
  values: unknown,
  name: string | null,
  session: Session,
): TableColumn => {
  const { sheet, table } = target;
  guardSheet(sheet);
  const at = index ?? table.columns.length;
  if (at > table.columns.length) throw refuse('InvalidArgument');
  const left = table.area.left + at;
  const height = table.area.bottom - table.area.top + 1;
  const given = matrixOfColumn(values, height);
  const isAtEnd = at === table.columns.length;
  const next = { ...table.area, right: table.area.right + 1 };
  const strip: Area = { ...table.area, left, right: left };
  if (!isAtEnd || !isFree(target, strip)) insert(target, strip, 'Right', session);
  if (table.area.right !== next.right) session.workbook.resizeTable(sheet, table, next);
  const header = name ?? (typeof given?.[0]?.[0] === 'string' ? given[0][0] : null);
  if (given) rangeKind(new Cells(sheet, inColumn(table.area, table, at))).set('Values', given, session);
  const column = table.columns[at];
  if (!column) throw new Error('The table did not take in its new column.');
  if (header !== null && header !== '') renameTableColumn(target, at, header);
  return column;
};

const isFree = ({ sheet }: TableTarget, area: Area): boolean => {
  let free = true;
  sheet.forEachCell(area, (_row, _column, content) => (free &&= content.kind === 'empty'));
  return free;
};

const matrixOfColumn = (values: unknown, height: number): unknown[][] | null => {
  if (values === null || values === undefined) return null;
  const list: unknown[] = Array.isArray(values) ? values : [values];
  const matrix = list.map((item): unknown[] => (Array.isArray(item) ? (item as unknown[]) : [item]));
  if (matrix.length !== height || matrix.some((row) => row.length !== 1)) throw refuse('InvalidArgument');
  return matrix;
};

export const removeTableColumn = (target: TableTarget, index: number, session: Session): void => {
  const { sheet, table } = target;
  guardSheet(sheet);
  if (table.columns.length === 1) {
    session.workbook.removeTable(sheet, table);
    sheet.clear(table.area, 'All');
    return;
  }
  const next = { ...table.area, right: table.area.right - 1 };
  remove(target, inColumn(table.area, table, index), 'Left', session);
  if (table.area.right !== next.right) session.workbook.resizeTable(sheet, table, next);
};

export const setShowHeaders = (target: TableTarget, show: boolean): void => {
  const { sheet, table } = target;
  guardSheet(sheet);
  if (table.showHeaders === show) return;
  const area = table.area;
  if (show) {
    if (area.top === 0) throw refuse('InvalidOperation');
    const strip = { ...area, top: area.top - 1, bottom: area.top - 1 };
    if (!isFree(target, strip)) throw refuse('InvalidOperation', 'There is no room for the header row above the table.');
    table.showHeaders = true;
    table.area = { ...area, top: area.top - 1 };
    for (const [index, column] of table.columns.entries()) sheet.setValue(strip.top, area.left + index, column.name);
  } else {
    sheet.clear({ ...area, bottom: area.top }, 'Contents');
    table.showHeaders = false;
    table.area = { ...area, top: area.top + 1 };
  }
  sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: 'addin' });
};

export const setShowTotals = (target: TableTarget, show: boolean, session: Session): void => {
  const { sheet, table } = target;
  guardSheet(sheet);
  if (table.showTotals === show) return;
  const area = table.area;
  if (show) {
    const strip = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
    if (!isFree(target, strip)) insert(target, strip, 'Down', session);
    table.area = { ...area, bottom: area.bottom + 1 };
    table.showTotals = true;
    for (const [index, column] of table.columns.entries()) {
      if (column.totalsLabel !== null) sheet.setValue(strip.top, area.left + index, column.totalsLabel);
    }
  } else {
    sheet.clear({ ...area, top: area.bottom }, 'Contents');
    table.showTotals = false;
    table.area = { ...area, bottom: area.bottom - 1 };
  }
  sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: 'addin' });
};
