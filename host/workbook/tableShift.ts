/** Tables when cells are inserted or deleted. */
import { MAX_COLUMNS, MAX_ROWS, Refusal, type Table } from './model';
import { movedArea, type Shift } from './shift';
import type { WorkbookSheet } from './sheet';
import { freeColumnName, newColumn } from './tableColumns';

const conflict = (): Refusal =>
  new Refusal(
    'InsertDeleteConflict',
    'This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.',
  );

/** @throws Refusal where cells of a table would be torn apart, or its header deleted without it */
export function checkTablesMove(sheet: WorkbookSheet, shift: Shift): void {
  for (const table of sheet.tables) {
    const { area } = table;
    const isRows = shift.axis === 'rows';
    const across = isRows ? { from: area.left, to: area.right } : { from: area.top, to: area.bottom };
    const along = isRows
      ? { from: area.top, to: area.bottom, limit: MAX_ROWS }
      : { from: area.left, to: area.right, limit: MAX_COLUMNS };
    const isTouched = along.to >= shift.at && across.from <= shift.band.to && across.to >= shift.band.from;
    if (!isTouched) continue;
    const isInside = across.from >= shift.band.from && across.to <= shift.band.to;
    if (!isInside || (shift.count > 0 && along.to + shift.count >= along.limit)) throw conflict();
    if (isRows && shift.count < 0 && deletesHeaderOnly(table, shift)) throw conflict();
  }
}

function deletesHeaderOnly({ area, showHeaders }: Table, { at, count }: Shift): boolean {
  const after = at - count;
  return showHeaders && at <= area.top && after > area.top && after <= area.bottom;
}

export function moveTables(sheet: WorkbookSheet, shift: Shift): void {
  for (const table of [...sheet.tables]) {
    const before = table.area;
    const after = movedArea(before, shift);
    if (after === before) continue;
    if (after === null) {
      sheet.core.dropTable(sheet, table);
      continue;
    }
    const lastRowKept = before.top + (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
    table.area =
      shift.axis === 'rows' && after.bottom - after.top < lastRowKept - before.top
        ? { ...after, bottom: after.top + lastRowKept - before.top }
        : after;
    if (shift.axis === 'columns') moveColumns(sheet, table, before.left, shift);
    sheet.core.bind(`table:${table.name}`);
    sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: sheet.core.log.trigger });
  }
}

function moveColumns(sheet: WorkbookSheet, table: Table, left: number, { at, count }: Shift): void {
  const place = at - left;
  if (count < 0) {
    const from = Math.max(0, place);
    table.columns.splice(from, Math.max(0, place - count - from));
    return;
  }
  if (place <= 0 || place >= table.columns.length) return;
  for (let i = 0; i < count; i++) {
    const column = newColumn(table, freeColumnName(table.columns, `Column${i + 1}`));
    table.columns.splice(place + i, 0, column);
    if (table.showHeaders) sheet.putValue(table.area.top, table.area.left + place + i, column.name);
  }
}
