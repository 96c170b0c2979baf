/** Tables, their columns and rows. */

import { columnsOf, contains, intersect, rowsOf } from '../../workbook/area';
import type { Area, Sheet, Table, TableColumn, Workbook } from '../../workbook/model';
import { readFlag, readText, type Args } from '../args';
import { Cells, findCells, type CellAreas } from '../cells';
import { refuse, WRONG_ARRAY_SIZE } from '../errors';
import { applyFilters } from '../../workbook/filter';
import { guardOption, guardSheet } from '../protection';
import { defineKind, reads, type Node, type Property, type Kind } from '../schema';
import type { Session } from '../session';
import { readSortKeys, sortArea, tellSorted } from '../sorting';
import { bodyArea, headerArea, inColumn, totalsArea } from '../tableAreas';
import { readMatrix, wireValue } from './contents';
import { filterKind, tableAutoFilterKind } from './filters';
import { readRange } from './geometry';
import { rangeKind } from './range';
import { registrations } from './registrations';
import {
  insertTableColumn,
  insertTableRows,
  removeTableColumn,
  removeTableRow,
  renameTableColumn,
  setShowHeaders,
  setShowTotals,
} from './tableShape';
import { worksheetKind } from './worksheet';

export interface TableTarget {
  readonly sheet: Sheet;
  readonly table: Table;
}

const noted = ({ sheet, table }: TableTarget): void =>
  sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: 'addin' });

const flagOf = (
  member: 'showBandedRows' | 'showBandedColumns' | 'highlightFirstColumn' | 'highlightLastColumn' | 'showFilterButton',
): Property<TableTarget> => ({
  get: ({ table }) => table[member],
  set: (target, value) => {
    guardSheet(target.sheet);
    target.table[member] = readFlag(value);
    noted(target);
  },
});

const cellsIn = (sheet: Sheet, area: Area | null): Node | null => area && rangeKind(new Cells(sheet, area));

/** The part of a table that must be there. @throws Refusal InvalidOperation, as Excel for a header row that is not shown. */
const part = (sheet: Sheet, area: Area | null): Node => cellsIn(sheet, area) ?? wrongPart();

const wrongPart = (): never => {
  throw refuse('InvalidOperation');
};

/** A table always has a body to Excel: one empty row where it has none. */
const bodyOrFirstRow = (table: Table): Area =>
  bodyArea(table) ?? { ...table.area, top: table.area.top + 1, bottom: table.area.top + 1 };

export const clearTableFilters = ({ sheet, table }: TableTarget): void => {
  for (const column of table.columns) column.filter = null;
  applyFilters(sheet, table);
  noted({ sheet, table });
};

const STYLE_NAME = /^(TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01])))?$/;

export const tableKind: Kind<TableTarget> = defineKind<TableTarget>('Table', () => ({
  identity: ({ table }) => ({ Id: table.id }),
  scalars: {
    Id: reads(({ table }) => table.id),
    LegacyId: reads(({ table }) => String(table.number)),
    Name: {
      get: ({ table }) => table.name,
      set: (target, value, session) => {
        guardSheet(target.sheet);
        session.workbook.renameTable(target.table, readText(value));
        noted(target);
      },
    },
    Style: {
      get: ({ table }) => table.style,
      set: (target, value) => {
        const style = readText(value);
        if (!STYLE_NAME.test(style)) throw refuse('InvalidArgument');
        guardSheet(target.sheet);
        target.table.style = style;
        noted(target);
      },
    },
    ShowHeaders: {
      get: ({ table }) => table.showHeaders,
      set: (target, value) => setShowHeaders(target, readFlag(value)),
    },
    ShowTotals: {
      get: ({ table }) => table.showTotals,
      set: (target, value, session) => setShowTotals(target, readFlag(value), session),
    },
    ShowBandedRows: flagOf('showBandedRows'),
    ShowBandedColumns: flagOf('showBandedColumns'),
    HighlightFirstColumn: flagOf('highlightFirstColumn'),
    HighlightLastColumn: flagOf('highlightLastColumn'),
    ShowFilterButton: flagOf('showFilterButton'),
  },
  navigations: {
    Columns: (target) => columnsKind(target),
    Rows: (target) => rowsKind(target),
    Worksheet: ({ sheet }) => worksheetKind(sheet),
    Sort: (target) => tableSortKind(target),
    AutoFilter: (target) => tableAutoFilterKind(target),
  },
  objects: {
    GetRange: ({ sheet, table }) => cellsIn(sheet, table.area),
    GetHeaderRowRange: ({ sheet, table }) => part(sheet, headerArea(table)),
    GetDataBodyRange: ({ sheet, table }) => cellsIn(sheet, bodyOrFirstRow(table)),
    GetTotalRowRange: ({ sheet, table }) => part(sheet, totalsArea(table)),
    ConvertToRange: ({ sheet, table }, _args, session) => {
      guardSheet(sheet);
      const area = table.area;
      session.workbook.removeTable(sheet, table);
      return cellsIn(sheet, area);
    },
  },
  actions: {
    Resize: ({ sheet, table }, args, session) => {
      guardSheet(sheet);
      const cells = readRange(args.at(0), session, sheet);
      if (cells.sheet !== sheet) throw refuse('InvalidArgument');
      session.workbook.resizeTable(sheet, table, cells.area);
    },
    Delete: ({ sheet, table }, _args, session) => {
      guardSheet(sheet);
      const area = table.area;
      session.workbook.removeTable(sheet, table);
      sheet.clear(area, 'All');
      sheet.delete(area, 'Up');
      session.follow({ sheet: sheet.id, area, to: 'Up' });
    },
    ClearFilters: clearTableFilters,
    ReapplyFilters: ({ sheet, table }) => applyFilters(sheet, table),
    ...registrations('DataChangedEvent', 'SelectionChangedEvent'),
  },
}));

/* ---- collections ---- */

interface Tables {
  readonly workbook: Workbook;
  /** Null for all of the workbook. */
  readonly sheet: Sheet | null;
}

const targetsOf = (workbook: Workbook, sheet: Sheet | null): TableTarget[] =>
  (sheet ? [sheet] : workbook.sheets).flatMap((each) => each.tables.map((table) => ({ sheet: each, table })));

const byKey = (targets: readonly TableTarget[], key: unknown): TableTarget | null => {
  const text = typeof key === 'number' ? String(key) : readText(key);
  return (
    targets.find(({ table }) => table.id === text) ??
    targets.find(({ table }) => table.name.toLowerCase() === text.toLowerCase()) ??
    null
  );
};

const nodeOf = (target: TableTarget | null | undefined): Node | null => (target ? tableKind(target) : null);

const addTable = ({ workbook, sheet }: Tables, args: Args, session: Session): Node => {
  const given = args.at(0);
  const cells =
    typeof given === 'string' ? findCells(workbook, given, sheet ?? workbook.activeSheet) : readRange(given, session, sheet);
  if (!cells || (sheet && cells.sheet !== sheet)) throw refuse('InvalidArgument');
  guardSheet(cells.sheet);
  const hasHeaders = args.flag(1, false);
  const table = workbook.addTable(cells.sheet, cells.area, hasHeaders);
  const { area } = table;
  // Headers that were not there are put in above the data.
  if (!hasHeaders) session.follow({ sheet: cells.sheet.id, area: { ...area, bottom: area.top }, to: 'Down' });
  return tableKind({ sheet: cells.sheet, table });
};

export const tablesKind: Kind<Tables> = defineKind<Tables>('TableCollection', () => ({
  scalars: { Count: reads(({ workbook, sheet }) => targetsOf(workbook, sheet).length) },
  items: ({ workbook, sheet }) => targetsOf(workbook, sheet).map((target) => tableKind(target)),
  item: ({ workbook, sheet }, key) => nodeOf(byKey(targetsOf(workbook, sheet), key)),
  objects: {
    Add: addTable,
    GetItem: ({ workbook, sheet }, args) => nodeOf(byKey(targetsOf(workbook, sheet), args.at(0))),
    GetItemAt: ({ workbook, sheet }, args) => nodeOf(targetsOf(workbook, sheet)[args.integer(0)]),
  },
  actions: {
    GetCount: ({ workbook, sheet }) => targetsOf(workbook, sheet).length,
    ...registrations('AddedEvent', 'DeletedEvent', 'DataChangedEvent'),
  },
}));

const scopedKind = defineKind<{ readonly targets: readonly TableTarget[] }>('TableScopedCollection', () => ({
  items: ({ targets }) => targets.map((target) => tableKind(target)),
  item: ({ targets }, key) => nodeOf(byKey(targets, key)),
  objects: {
    GetFirst: ({ targets }) => nodeOf(targets[0]),
    GetItem: ({ targets }, args) => nodeOf(byKey(targets, args.at(0))),
  },
  actions: { GetCount: ({ targets }) => targets.length },
}));

/** Tables that lie in areas, wholly or in part. */
export const tablesWithin = ({ sheet, areas }: CellAreas, fully: boolean): Node => {
  const isIn = (table: Table): boolean =>
    areas.some((area) => (fully ? contains(area, table.area) : intersect(area, table.area) !== null));
  return scopedKind({ targets: sheet.tables.filter(isIn).map((table) => ({ sheet, table })) });
};

/* ---- columns ---- */

interface ColumnTarget extends TableTarget {
  readonly column: TableColumn;
}

const positionOf = ({ table, column }: ColumnTarget): number => {
  const index = table.columns.indexOf(column);
  if (index < 0) throw refuse('ItemNotFound');
  return index;
};

const columnPart = (target: ColumnTarget, area: Area | null): Node => {
  const { sheet, table } = target;
  return part(sheet, area && inColumn(area, table, positionOf(target)));
};

const columnKind: Kind<ColumnTarget> = defineKind<ColumnTarget>('TableColumn', () => ({
  identity: ({ column }) => ({ Id: column.id }),
  scalars: {
    Id: reads(({ column }) => column.id),
    Index: reads(positionOf),
    Name: {
      get: ({ column }) => column.name,
      set: (target, value) => {
        const { sheet, table } = target;
        guardSheet(sheet);
        const name = readText(value);
        const isTaken = table.columns.some((other) => other !== target.column && other.name.toLowerCase() === name.toLowerCase());
        if (name === '' || name.length > 255 || isTaken) throw refuse('InvalidArgument');
        renameTableColumn(target, positionOf(target), name);
      },
    },
    Values: {
      get: (target, session) =>
        readMatrix(wholeColumn(target), session, (sheet, row, column) => wireValue(sheet.value(row, column))),
      set: (target, value, session) => rangeKind(wholeColumn(target)).set('Values', value, session),
    },
  },
  navigations: { Filter: (target) => filterKind(target) },
  objects: {
    GetRange: (target) => columnPart(target, target.table.area),
    GetHeaderRowRange: (target) => columnPart(target, headerArea(target.table)),
    GetDataBodyRange: (target) => columnPart(target, bodyOrFirstRow(target.table)),
    GetTotalRowRange: (target) => columnPart(target, totalsArea(target.table)),
  },
  actions: {
    Delete: (target, _args, session) => removeTableColumn(target, positionOf(target), session),
  },
}));

const wholeColumn = (target: ColumnTarget): Cells =>
  new Cells(target.sheet, inColumn(target.table.area, target.table, positionOf(target)));

const columnByKey = (target: TableTarget, key: unknown): Node | null => {
  const { columns } = target.table;
  const byId = columns.find(({ id }) => id === key);
  const column =
    byId ?? (typeof key === 'string' ? columns.find(({ name }) => name.toLowerCase() === key.toLowerCase()) : undefined);
  return column ? columnKind({ ...target, column }) : null;
};

const columnsKind: Kind<TableTarget> = defineKind<TableTarget>('TableColumnCollection', () => ({
  scalars: { Count: reads(({ table }) => table.columns.length) },
  items: (target) => target.table.columns.map((column) => columnKind({ ...target, column })),
  item: columnByKey,
  objects: {
    Add: (target, args, session) => {
      const index = args.optionalInteger(0) ?? -1;
      const column = insertTableColumn(target, index < 0 ? null : index, args.at(1), args.optionalText(2), session);
      return columnKind({ ...target, column });
    },
    GetItem: (target, args) => columnByKey(target, args.at(0)),
    GetItemAt: (target, args) => {
      const column = target.table.columns[args.integer(0)];
      return column ? columnKind({ ...target, column }) : null;
    },
  },
  actions: { GetCount: ({ table }) => table.columns.length },
}));

/* ---- rows ---- */

interface RowTarget extends TableTarget {
  readonly index: number;
}

const rowCells = ({ sheet, table, index }: RowTarget): Cells => {
  const body = bodyArea(table);
  if (!body || index < 0 || body.top + index > body.bottom) throw refuse('ItemNotFound');
  return new Cells(sheet, { ...body, top: body.top + index, bottom: body.top + index });
};

const rowCount = (table: Table): number => {
  const body = bodyArea(table);
  return body ? rowsOf(body) : 0;
};

const rowKind: Kind<RowTarget> = defineKind<RowTarget>('TableRow', () => ({
  scalars: {
    Index: reads(({ index }) => index),
    Values: {
      get: (target, session) =>
        readMatrix(rowCells(target), session, (sheet, row, column) => wireValue(sheet.value(row, column))),
      set: (target, value, session) => rangeKind(rowCells(target)).set('Values', value, session),
    },
  },
  objects: { GetRange: (target) => rangeKind(rowCells(target)) },
  actions: { Delete: (target, _args, session) => removeTableRow(target, rowCells(target).area.top, session) },
}));

const rowsKind: Kind<TableTarget> = defineKind<TableTarget>('TableRowCollection', () => ({
  scalars: { Count: reads(({ table }) => rowCount(table)) },
  items: (target) => Array.from({ length: rowCount(target.table) }, (_unused, index) => rowKind({ ...target, index })),
  objects: {
    Add: (target, args, session) => {
      const given = args.at(1);
      const lines: readonly unknown[] =
        given === null ? [Array<string>(columnsOf(target.table.area)).fill('')] : Array.isArray(given) ? given : [[given]];
      const isFlat = lines.every((line) => !Array.isArray(line));
      const rows = isFlat ? [lines] : lines;
      if (rows.length === 0 || rows.some((row) => !Array.isArray(row) || row.length !== columnsOf(target.table.area))) {
        throw refuse('InvalidArgument', WRONG_ARRAY_SIZE);
      }
      const asked = args.optionalInteger(0) ?? -1;
      const index = asked < 0 ? rowCount(target.table) : asked;
      if (index > rowCount(target.table)) throw refuse('InvalidArgument');
      insertTableRows(target, index, rows as readonly (readonly unknown[])[], session);
      return rowKind({ ...target, index });
    },
    GetItemAt: (target, args) => {
      const index = args.integer(0);
      return index >= 0 && index < rowCount(target.table) ? rowKind({ ...target, index }) : null;
    },
  },
  actions: { GetCount: ({ table }) => rowCount(table) },
}));

/* ---- sort ---- */

const sortBody = ({ sheet, table }: TableTarget, matchCase: boolean, session: Session): void => {
  guardOption(sheet, 'allowSort');
  const body = bodyArea(table);
  if (!body || table.sort.length === 0) return;
  sortArea(sheet, body, table.sort, matchCase);
  tellSorted(sheet, body, 'rows', session);
};

const tableSortKind: Kind<TableTarget> = defineKind<TableTarget>('TableSort', () => ({
  scalars: {
    Fields: reads(({ table }) => table.sort.map(({ key, ascending }) => ({ key, ascending, sortOn: 'Value' }))),
    MatchCase: reads(() => false),
    Method: reads(() => 'PinYin'),
  },
  actions: {
    Apply: (target, args, session) => {
      const keys = readSortKeys(args.at(0), columnsOf(target.table.area));
      target.table.sort = keys;
      sortBody(target, args.flag(1, false), session);
      noted(target);
    },
    Clear: (target) => {
      target.table.sort = [];
      noted(target);
    },
    Reapply: (target, _args, session) => sortBody(target, false, session),
  },
}));
