/** `Notes kept`: what people typed beside rows and in places that are gone. Made only where there is something to keep. */

import { QUIET } from './palette';
import type { PlannedCell, SheetPlan } from './plan';
import { numberColumn, tableSheet, textCell, textColumn } from './tablePlan';

export const NOTES_KEPT = 'tblNotesKept';
export const NOTES_KEPT_SHEET = 'Notes kept';

export interface KeptNote {
  /** The sheet by its planned name. */
  readonly sheet: string;
  /** What told the row from others, or the cell's address. */
  readonly row: string;
  /** Header of the person's own column; "" for a cell outside tables. */
  readonly column: string;
  readonly note: string | number | boolean;
}

/** @param notes without any the sheet is planned all the same, so that its name and place are settled before what is lost is known. */
export function keptNotesSheet(notes: readonly KeptNote[]): SheetPlan {
  return tableSheet({
    name: NOTES_KEPT_SHEET,
    tabColor: QUIET,
    title: 'Notes kept: what you typed beside rows that are gone',
    notes: ['A note goes back beside its row when the row returns. Delete the lines that you do not need any more.'],
    frozenColumns: 0,
    table: {
      name: NOTES_KEPT,
      columns: [textColumn('Sheet', 18), textColumn('Row', 52), textColumn('Column', 24), numberColumn('Note', 80, 'General')],
      rows: notes.map(({ sheet, row, column, note }): PlannedCell[] => [sheet, textCell(row), textCell(column), note]),
      key: ['Sheet', 'Row', 'Column'],
      links: [],
    },
  });
}
