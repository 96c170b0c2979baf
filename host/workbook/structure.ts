/** Inserting and deleting cells, with everything that follows them. */
import { cellArea, intersect, isWholeColumns, isWholeRows } from './area';
import { rewriteFormulas } from './everyFormula';
import { MAX_COLUMNS, MAX_ROWS, Refusal, type Area, type Change, type Direction } from './model';
import { movedArea, movedStretch, shiftedFormula, type Shift } from './shift';
import type { WorkbookSheet } from './sheet';
import { checkTablesMove, moveTables } from './tableShift';

export function insertCells(sheet: WorkbookSheet, area: Area, direction: 'Down' | 'Right'): void {
  const isRows = direction === 'Down';
  const count = isRows ? area.bottom - area.top + 1 : area.right - area.left + 1;
  shiftCells(sheet, area, direction, isRows ? rowShift(area, count) : columnShift(area, count));
}

export function deleteCells(sheet: WorkbookSheet, area: Area, direction: 'Up' | 'Left'): void {
  const isRows = direction === 'Up';
  const count = isRows ? area.bottom - area.top + 1 : area.right - area.left + 1;
  shiftCells(sheet, area, direction, isRows ? rowShift(area, -count) : columnShift(area, -count));
}

const rowShift = (area: Area, count: number): Shift => ({
  axis: 'rows',
  at: area.top,
  count,
  band: { from: area.left, to: area.right },
});
const columnShift = (area: Area, count: number): Shift => ({
  axis: 'columns',
  at: area.left,
  count,
  band: { from: area.top, to: area.bottom },
});

function shiftCells(sheet: WorkbookSheet, area: Area, to: Direction, shift: Shift): void {
  const { core } = sheet;
  const isWhole = shift.axis === 'rows' ? isWholeRows(area) : isWholeColumns(area);
  checkLeave(sheet, area, shift, isWhole);
  if (shift.count > 0) checkRoom(sheet, area, shift);
  checkTablesMove(sheet, shift);
  core.log.transact(core.log.trigger, () => {
    moveCells(sheet, shift, isWhole);
    moveObjects(sheet, shift, isWhole);
    moveTables(sheet, shift);
    rewriteFormulas(core, (formula, home) => shiftedFormula(formula, home.name, sheet.name, shift), true);
    sheet.touch({ kind: 'cells', sheet: sheet.id, area, how: howOf(shift, isWhole), to, trigger: core.log.trigger });
    if (isWhole) sheet.layoutChanged();
  });
}

function checkLeave(sheet: WorkbookSheet, area: Area, { axis, count }: Shift, isWhole: boolean): void {
  if (!sheet.protection.protected) return;
  if (!isWhole) sheet.check(null);
  else if (axis === 'rows') sheet.check(count > 0 ? 'allowInsertRows' : 'allowDeleteRows');
  else sheet.check(count > 0 ? 'allowInsertColumns' : 'allowDeleteColumns');
  const used = sheet.usedArea(true);
  const filled = used === null || count > 0 ? null : intersect(used, area);
  if (filled !== null) sheet.checkCells(filled);
}

/** Cells with contents may not be pushed off the sheet. */
function checkRoom(sheet: WorkbookSheet, area: Area, { axis, at, count }: Shift): void {
  const pushed =
    axis === 'rows'
      ? { left: area.left, right: area.right, top: Math.max(at, MAX_ROWS - count), bottom: MAX_ROWS - 1 }
      : { top: area.top, bottom: area.bottom, left: Math.max(at, MAX_COLUMNS - count), right: MAX_COLUMNS - 1 };
  sheet.store.forEach(pushed, (_row, _column, content) => {
    if (content !== null)
      throw new Refusal('InsertDeleteConflict', 'The insert or delete operation attempted resulted in a conflict.');
  });
}

function moveCells({ store, core, rows, columns }: WorkbookSheet, { axis, at, count, band }: Shift, isWhole: boolean): void {
  const now = core.nextChange();
  if (axis === 'rows') store.shiftRows(band.from, band.to, at, count, now);
  else if (isWhole) store.shiftWholeColumns(at, count, now);
  else store.shiftColumns(band.from, band.to, at, count, now);
  if (isWhole) (axis === 'rows' ? rows : columns).shift(at, count);
  store.forEachFormula((_row, _column, cell) => {
    cell.program = null;
  });
}

function howOf({ axis, count }: Shift, isWhole: boolean): (Change & { kind: 'cells' })['how'] {
  if (!isWhole) return count > 0 ? 'CellInserted' : 'CellDeleted';
  if (axis === 'rows') return count > 0 ? 'RowInserted' : 'RowDeleted';
  return count > 0 ? 'ColumnInserted' : 'ColumnDeleted';
}

const replaceAll = <T>(list: T[], items: readonly T[]): void => {
  list.splice(0, list.length, ...items);
};

function moveObjects(sheet: WorkbookSheet, shift: Shift, isWhole: boolean): void {
  const moveAll = (areas: readonly Area[]): Area[] => areas.flatMap((area) => movedArea(area, shift) ?? []);
  replaceAll(sheet.merges, moveAll(sheet.merges));
  for (const format of sheet.conditionalFormats) format.areas = moveAll(format.areas);
  replaceAll(
    sheet.conditionalFormats,
    sheet.conditionalFormats.filter((format) => format.areas.length > 0),
  );
  for (const validation of sheet.validations) validation.areas = moveAll(validation.areas);
  replaceAll(
    sheet.validations,
    sheet.validations.filter((validation) => validation.areas.length > 0),
  );
  replaceAll(
    sheet.hyperlinks,
    sheet.hyperlinks.flatMap((link) => {
      const area = movedArea(link.area, shift);
      return area === null ? [] : [{ ...link, area }];
    }),
  );
  replaceAll(
    sheet.comments,
    sheet.comments.filter((comment) => {
      const area = movedArea(cellArea(comment.row, comment.column), shift);
      if (area !== null) Object.assign(comment, { row: area.top, column: area.left });
      return area !== null;
    }),
  );
  if (sheet.autoFilter !== null) sheet.autoFilter = movedArea(sheet.autoFilter, shift);
  const { pageLayout } = sheet;
  if (pageLayout.printArea !== null) pageLayout.printArea = movedArea(pageLayout.printArea, shift);
  if (isWhole) moveLines(sheet, shift);
}

/** Frozen panes and printed titles keep the lines they show. */
function moveLines(sheet: WorkbookSheet, shift: Shift): void {
  const { freeze, pageLayout } = sheet;
  const frozen = shift.axis === 'rows' ? freeze.rows : freeze.columns;
  if (shift.at < frozen) {
    const left = shift.count > 0 ? frozen + shift.count : frozen + Math.max(shift.count, shift.at - frozen);
    sheet.freeze = shift.axis === 'rows' ? { ...freeze, rows: left } : { ...freeze, columns: left };
  }
  if (shift.axis === 'rows' && pageLayout.titleRows !== null) {
    const moved = movedStretch(pageLayout.titleRows.top, pageLayout.titleRows.bottom, shift);
    pageLayout.titleRows = moved === null ? null : { top: moved.from, bottom: moved.to };
  }
  if (shift.axis === 'columns' && pageLayout.titleColumns !== null) {
    const moved = movedStretch(pageLayout.titleColumns.left, pageLayout.titleColumns.right, shift);
    pageLayout.titleColumns = moved === null ? null : { left: moved.from, right: moved.to };
  }
  const name = shift.axis === 'columns' ? 'columnBreaks' : 'rowBreaks';
  pageLayout[name] = pageLayout[name].flatMap((line) => movedStretch(line, line, shift)?.from ?? []);
}
