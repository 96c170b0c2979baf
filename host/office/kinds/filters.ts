/** Filters: of one table column, of a whole table, and of a sheet's own range. */

import type { Sheet, TableColumn, TableFilter } from '../../workbook/model';
import type { Args } from '../args';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { applyFilters } from '../../workbook/filter';
import { criteriaOf, customFilter, dynamicFilter, readCriteria, topFilter, valuesFilter } from '../filtering';
import { guardOption } from '../protection';
import { defineKind, reads, type Node, type Kind } from '../schema';
import type { Session } from '../session';
import { readRange } from './geometry';
import { rangeKind } from './range';
import { clearTableFilters, type TableTarget } from './tables';

interface FilterTarget extends TableTarget {
  readonly column: TableColumn;
}

const setFilter = ({ sheet, table, column }: FilterTarget, filter: TableFilter | null): void => {
  guardOption(sheet, 'allowAutoFilter');
  column.filter = filter;
  applyFilters(sheet, table);
  sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: 'addin' });
};

export const filterKind: Kind<FilterTarget> = defineKind<FilterTarget>('Filter', () => ({
  scalars: { Criteria: reads(({ column }) => criteriaOf(column.filter)) },
  actions: {
    Apply: (target, args) => setFilter(target, readCriteria(args.at(0))),
    ApplyValuesFilter: (target, args) => setFilter(target, valuesFilter(args.at(0))),
    ApplyCustomFilter: (target, args) => setFilter(target, customFilter(args.at(0), args.at(1), args.at(2))),
    ApplyTopItemsFilter: (target, args) => setFilter(target, topFilter('Top', 'Items', args.at(0))),
    ApplyTopPercentFilter: (target, args) => setFilter(target, topFilter('Top', 'Percent', args.at(0))),
    ApplyBottomItemsFilter: (target, args) => setFilter(target, topFilter('Bottom', 'Items', args.at(0))),
    ApplyBottomPercentFilter: (target, args) => setFilter(target, topFilter('Bottom', 'Percent', args.at(0))),
    ApplyDynamicFilter: (target, args) => setFilter(target, dynamicFilter(args.at(0))),
    Clear: (target) => setFilter(target, null),
  },
}));

const isFiltered = ({ table }: TableTarget): boolean => table.columns.some(({ filter }) => filter !== null);

const columnAt = ({ table }: TableTarget, index: number): TableColumn => {
  const column = table.columns[index];
  if (!column) throw refuse('InvalidArgument');
  return column;
};

export const tableAutoFilterKind: Kind<TableTarget> = defineKind<TableTarget>('AutoFilter', () => ({
  scalars: {
    Enabled: reads(({ table }) => table.showFilterButton),
    IsDataFiltered: reads(isFiltered),
    Criteria: reads(({ table }) => table.columns.map(({ filter }) => criteriaOf(filter))),
  },
  objects: { GetRange: ({ sheet, table }) => (table.showFilterButton ? rangeKind(new Cells(sheet, table.area)) : null) },
  actions: {
    Apply: (target, args) => {
      if (args.isGiven(1))
        setFilter({ ...target, column: columnAt(target, args.integer(1)) }, args.isGiven(2) ? readCriteria(args.at(2)) : null);
    },
    ClearCriteria: clearTableFilters,
    ClearColumnCriteria: (target, args) => setFilter({ ...target, column: columnAt(target, args.integer(0)) }, null),
    Reapply: ({ sheet, table }) => applyFilters(sheet, table),
    Remove: (target) => {
      clearTableFilters(target);
      target.table.showFilterButton = false;
    },
  },
}));

const applyToSheet = (sheet: Sheet, args: Args, session: Session): void => {
  if (args.isGiven(1)) throw refuse('ApiNotFound', 'AutoFilter.apply with criteria, outside a table, is not part of this host.');
  guardOption(sheet, 'allowAutoFilter');
  const cells = readRange(args.at(0), session, sheet);
  if (cells.sheet !== sheet) throw refuse('InvalidArgument');
  sheet.autoFilter = cells.area;
  sheet.touch({ kind: 'layout', sheet: sheet.id, trigger: 'addin' });
};

const sheetFilterRange = (sheet: Sheet): Node | null => sheet.autoFilter && rangeKind(new Cells(sheet, sheet.autoFilter));

/** A sheet's own filter: the arrows over a range. Its criteria are not part of this host. */
export const sheetAutoFilterKind: Kind<Sheet> = defineKind<Sheet>('AutoFilter', () => ({
  scalars: {
    Enabled: reads((sheet) => sheet.autoFilter !== null),
    IsDataFiltered: reads(() => false),
    Criteria: reads((sheet) =>
      sheet.autoFilter ? Array.from({ length: sheet.autoFilter.right - sheet.autoFilter.left + 1 }, () => null) : [],
    ),
  },
  objects: { GetRange: sheetFilterRange },
  actions: {
    Apply: applyToSheet,
    ClearCriteria: () => null,
    Reapply: () => null,
    Remove: (sheet) => {
      sheet.autoFilter = null;
      sheet.touch({ kind: 'layout', sheet: sheet.id, trigger: 'addin' });
    },
  },
}));
