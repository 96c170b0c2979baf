/** What an entry in or under a table does besides: header cells name columns, and for a person tables grow and fill. */
import { dataRows } from '../calc/structured';
import { containsCell, intersect } from './area';
import { MAX_ROWS, type Area, type Table } from './model';
import { copiedFormula } from './shift';
import type { WorkbookSheet } from './sheet';
import { renameColumn } from './tables';

/** After an entry in a cell. */
export function afterEntry(sheet: WorkbookSheet, row: number, column: number): void {
  const table = sheet.tableAt(row, column);
  if (table !== null && table.showHeaders && row === table.area.top) {
    renameColumn(sheet, table, column - table.area.left, sheet.text(row, column));
    return;
  }
  if (sheet.core.log.trigger !== 'person') return;
  if (table === null) growTable(sheet, row, column);
  const now = sheet.tableAt(row, column);
  if (now !== null) fillColumn(sheet, now, row, column);
}

/** After cells were emptied: a header cell gets a name again. */
export function afterClearing(sheet: WorkbookSheet, area: Area): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders) continue;
    const header = intersect({ ...table.area, bottom: table.area.top }, area);
    if (header === null) continue;
    for (let column = header.left; column <= header.right; column++) renameColumn(sheet, table, column - table.area.left, '');
  }
}

/** An entry right under a table without totals makes it one row longer. */
function growTable(sheet: WorkbookSheet, row: number, column: number): void {
  const table = sheet.tables.find(
    ({ area, showTotals }) => !showTotals && row === area.bottom + 1 && column >= area.left && column <= area.right,
  );
  if (table === undefined || row >= MAX_ROWS || sheet.value(row, column) === null) return;
  const area = { ...table.area, bottom: row };
  if (sheet.tables.some((other) => other !== table && intersect(other.area, area) !== null)) return;
  table.area = area;
  sheet.core.bind(`table:${table.name}`);
  table.columns.forEach(({ calculated }, i) => {
    const at = area.left + i;
    if (calculated === null || at === column || sheet.formula(row, at) !== null) return;
    const above = sheet.content(row - 1, at);
    if (above.kind === 'formula') sheet.putFormula(row, at, copiedFormula(above.formula, 1, 0));
  });
  sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: sheet.core.log.trigger });
}

/** A formula in an otherwise empty column of a table fills the column. */
function fillColumn(sheet: WorkbookSheet, table: Table, row: number, column: number): void {
  const content = sheet.content(row, column);
  const rows = dataRows(table);
  if (content.kind !== 'formula' || rows === null || !containsCell({ ...rows, left: column, right: column }, row, column)) return;
  for (let each = rows.top; each <= rows.bottom; each++) if (each !== row && sheet.formula(each, column) !== null) return;
  const own = table.columns[column - table.area.left];
  if (own !== undefined) own.calculated = content.formula.slice(1);
  for (let each = rows.top; each <= rows.bottom; each++) {
    if (each !== row) sheet.putFormula(each, column, copiedFormula(content.formula, each - row, 0));
  }
}
