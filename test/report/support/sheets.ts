/** Reading a plan as a person reads a sheet. */

import type { PlannedCell, ReportPlan, SheetPlan, TablePlan } from '../../../src/report/plan';

export function sheetOf(plan: ReportPlan, name: string): SheetPlan {
  const sheet = plan.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function tableOf(plan: ReportPlan, name: string): TablePlan {
  const table = plan.sheets.flatMap(({ tables }) => tables).find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** A table's cell by row and header; a formula column's cell is its formula. */
export function cell(table: TablePlan, row: number, header: string): PlannedCell {
  const index = table.columns.findIndex((column) => column.header === header);
  const column = table.columns[index];
  if (column === undefined) throw new Error(`no column ${header} in ${table.name}`);
  return column.formula ?? table.rows[row]?.[index] ?? null;
}

/** The rows of a table with some of its columns. */
export function rowsOf(table: TablePlan, ...headers: string[]): PlannedCell[][] {
  return table.rows.map((_, row) => headers.map((header) => cell(table, row, header)));
}

/** The cell right of a label in a sheet's blocks; a formula is its text. */
export function beside(sheet: SheetPlan, label: string, distance = 1): PlannedCell {
  for (const { cells } of sheet.blocks) {
    for (const row of cells) {
      const at = row.indexOf(label);
      const found = row[at + distance];
      if (at >= 0) return typeof found === 'object' && found !== null ? found.formula : (found ?? null);
    }
  }
  throw new Error(`no label ${label}`);
}
