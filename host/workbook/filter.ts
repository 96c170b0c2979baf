/** Filters of tables: they hide rows of data. */
import { criterionOf } from '../calc/criteria';
import { dataRows } from '../calc/structured';
import { engineSheet } from './engineSheet';
import { dateOf } from './dates';
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
  const tests = table.columns.flatMap(({ filter }, i) =>
    filter === null ? [] : [testOf(own, filter, table.area.left + i, rows)],
  );
  own.filterRows(rows.top, rows.bottom, (row) => tests.every((passes) => passes(row)));
}

type RowTest = (row: number) => boolean;

function testOf(sheet: WorkbookSheet, filter: TableFilter, column: number, rows: Rows): RowTest {
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
    case 'top':
      return topTest(sheet, filter, column, rows);
    case 'dynamic':
      return dynamicTest(sheet, filter.criterion, column, rows);
    case 'raw':
      // A kind of filter that only the file knows: the rows stay as the file had them.
      return (row) => !sheet.rowFiltered(row) && !sheet.rowHidden(row);
  }
}

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

const numbersIn = (sheet: WorkbookSheet, column: number, { top, bottom }: Rows): number[] =>
  Array.from({ length: bottom - top + 1 }, (_unused, down) => sheet.value(top + down, column)).filter(
    (value) => typeof value === 'number',
  );

/** The largest or smallest numbers of a column, so many or such a part of them; equals of the last one too. */
function topTest(
  sheet: WorkbookSheet,
  { bottom, percent, count }: Extract<TableFilter, { kind: 'top' }>,
  column: number,
  rows: Rows,
): RowTest {
  const sorted = numbersIn(sheet, column, rows).sort((a, b) => (bottom ? a - b : b - a));
  const wanted = percent ? Math.max(1, Math.floor((sorted.length * count) / 100)) : count;
  const last = sorted[Math.min(wanted, sorted.length) - 1];
  return (row) => {
    const value = sheet.value(row, column);
    if (typeof value !== 'number' || last === undefined) return false;
    return bottom ? value <= last : value >= last;
  };
}

function dynamicTest(
  sheet: WorkbookSheet,
  criterion: Extract<TableFilter, { kind: 'dynamic' }>['criterion'],
  column: number,
  rows: Rows,
): RowTest {
  const onNumber =
    (test: (value: number) => boolean): RowTest =>
    (row) => {
      const value = sheet.value(row, column);
      return typeof value === 'number' && test(value);
    };
  if (criterion === 'aboveAverage' || criterion === 'belowAverage') {
    const numbers = numbersIn(sheet, column, rows);
    const average = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return onNumber((value) => (criterion === 'aboveAverage' ? value > average : value < average));
  }
  const period = Number(criterion.slice(1));
  const monthOf = (value: number): number => dateOf(value).month;
  return onNumber((value) => (criterion.startsWith('M') ? monthOf(value) : Math.ceil(monthOf(value) / 3)) === period);
}
