/** Filters of tables: they hide rows of data. */
import { criterionOf } from '../calc/criteria';
import { dataRows } from '../calc/structured';
import { engineSheet } from './engineSheet';
import type { Sheet, Table, TableColumn, TableFilter } from './model';
import type { WorkbookSheet } from './sheet';

/** Sets or clears (null) a column's filter and hides the rows that do not pass. */
export function setFilter(sheet: Sheet, table: Table, column: TableColumn, filter: TableFilter | null): void {
  const own = engineSheet(sheet);
  own.check('allowAutoFilter');
  own.core.log.transact(own.core.log.trigger, () => {
    column.filter = filter;
    applyFilters(sheet, table);
    own.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: own.core.log.trigger });
  });
}

export function clearFilters(sheet: Sheet, table: Table): void {
  const own = engineSheet(sheet);
  own.check('allowAutoFilter');
  for (const column of table.columns) column.filter = null;
  applyFilters(sheet, table);
}

/** Shows the rows of a table that pass all its filters and hides the others. */
export function applyFilters(sheet: Sheet, table: Table): void {
  const rows = dataRows(table);
  if (rows === null) return;
  const own = engineSheet(sheet);
  const tests = table.columns.flatMap(({ filter }, i) => (filter === null ? [] : [testOf(own, filter, table.area.left + i)]));
  own.filterRows(rows.top, rows.bottom, (row) => tests.every((passes) => passes(row)));
}

type RowTest = (row: number) => boolean;

function testOf(sheet: WorkbookSheet, filter: TableFilter, column: number): RowTest {
  switch (filter.kind) {
    case 'values': {
      const wanted = new Set(filter.values.map((value) => value.toLowerCase()));
      return (row) => wanted.has(sheet.text(row, column).toLowerCase());
    }
    case 'custom': {
      const first = criterionOf(filter.criterion1);
      const second = filter.criterion2 === undefined ? null : criterionOf(filter.criterion2);
      return (row) => {
        const value = sheet.value(row, column);
        if (second === null) return first.passes(value);
        return filter.and ? first.passes(value) && second.passes(value) : first.passes(value) || second.passes(value);
      };
    }
    case 'raw':
      // A kind of filter that only the file knows: the rows stay as the file had them.
      return (row) => !sheet.rowFiltered(row) && !sheet.rowHidden(row);
  }
}
