/** Tables: made, resized, renamed, removed. */
import { flattenStructured } from '../calc/flattenStructured';
import { replaceStructured } from '../calc/renameStructured';
import { containsCell, intersect, isOnSheet } from './area';
import type { Core } from './core';
import { rewriteFormulas } from './everyFormula';
import { Refusal, type Area, type Table, type TableColumn } from './model';
import { checkTableName } from './nameRules';
import type { WorkbookSheet } from './sheet';
import { freeColumnName, newColumn } from './tableColumns';

const overlap = (): Refusal => new Refusal('InvalidArgument', "A table can't overlap another table.");

function checkTableArea(sheet: WorkbookSheet, area: Area, itself: Table | null): void {
  if (!isOnSheet(area)) throw new Refusal('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
  if (sheet.tables.some((table) => table !== itself && intersect(table.area, area) !== null)) throw overlap();
  if (sheet.merges.some((merged) => intersect(merged, area) !== null))
    throw new Refusal('InvalidOperation', "A table can't include merged cells.");
}

/** Columns named by the header cells, which become texts with names of their own. */
function columnsFromHeader(sheet: WorkbookSheet, area: Area, known: readonly TableColumn[], writes: boolean): TableColumn[] {
  const columns: TableColumn[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const old = known[column - area.left];
    const text = writes ? sheet.text(area.top, column) : (old?.name ?? '');
    const name = freeColumnName(columns, text === '' ? `Column${column - area.left + 1}` : text);
    const next = old ?? newColumn({ columns: [...known, ...columns] }, name);
    columns.push({ ...next, name });
    if (writes && sheet.formula(area.top, column) !== name) sheet.putValue(area.top, column, name);
  }
  return columns;
}

export function addTable(core: Core, sheet: WorkbookSheet, wanted: Area, hasHeaders: boolean, name?: string): Table {
  sheet.check(null);
  if (name !== undefined) checkTableName(core, name, null);
  checkTableArea(sheet, wanted, null);
  return core.log.transact(core.log.trigger, () => {
    if (!hasHeaders) {
      checkTableArea(sheet, { ...wanted, bottom: wanted.bottom + 1 }, null);
      sheet.insert({ ...wanted, bottom: wanted.top }, 'Down');
    }
    const height = wanted.bottom - wanted.top + (hasHeaders ? 0 : 1);
    const area = { ...wanted, bottom: wanted.top + Math.max(1, height) };
    const table: Table = {
      id: core.newId(),
      number: Math.max(0, ...core.sheets.flatMap((each) => each.tables.map((other) => other.number))) + 1,
      name: name ?? freeTableName(core),
      area,
      showHeaders: true,
      showTotals: false,
      showFilterButton: true,
      style: 'TableStyleMedium2',
      showBandedRows: true,
      showBandedColumns: false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      columns: [],
      sort: [],
    };
    table.columns = columnsFromHeader(sheet, area, [], true);
    sheet.tables.push(table);
    core.bind(`table:${table.name}`);
    sheet.touch({ kind: 'tableAdded', sheet: sheet.id, table: table.id, name: table.name, trigger: core.log.trigger });
    return table;
  });
}

function freeTableName(core: Core): string {
  const taken = new Set(
    [...core.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name)), ...core.names.map((each) => each.name)].map(
      (each) => each.toLowerCase(),
    ),
  );
  for (let number = 1; ; number++) if (!taken.has(`table${number}`)) return `Table${number}`;
}

export function resizeTable(core: Core, sheet: WorkbookSheet, table: Table, area: Area): void {
  sheet.check(null);
  checkTableArea(sheet, area, table);
  const needed = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  if (area.top !== table.area.top || intersect(area, table.area) === null || area.bottom - area.top + 1 < needed) {
    throw new Refusal(
      'InvalidArgument',
      'The new table must overlap the old one, begin in its header row and keep a row of data.',
    );
  }
  core.log.transact(core.log.trigger, () => {
    const known: TableColumn[] = [];
    table.columns.forEach((column, i) => {
      known[table.area.left + i - area.left] = column;
    });
    table.area = area;
    table.columns = columnsFromHeader(sheet, area, known, table.showHeaders);
    core.bind(`table:${table.name}`);
    sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: core.log.trigger });
  });
}

/** The table becomes a plain range: formulas that named it name its cells. */
export function tableToRange(core: Core, sheet: WorkbookSheet, table: Table): void {
  rewriteFormulas(
    core,
    (formula, home, place) => {
      const isInside = home === sheet && place !== undefined && containsCell(table.area, place.row, place.column);
      return flattenStructured(formula, { table, sheetName: sheet.name, place: place ?? null, isInside });
    },
    true,
  );
  dropTable(core, sheet, table);
}

/** The table goes with its cells: formulas that name it find nothing. */
export function dropTable(core: Core, sheet: WorkbookSheet, table: Table): void {
  const place = sheet.tables.indexOf(table);
  if (place < 0) throw new Refusal('ItemNotFound', 'The requested table does not exist.');
  sheet.tables.splice(place, 1);
  core.bind(`table:${table.name}`);
  sheet.touch({ kind: 'tableDeleted', sheet: sheet.id, table: table.id, name: table.name, trigger: core.log.trigger });
}

export function renameTable(core: Core, table: Table, name: string): void {
  checkTableName(core, name, table);
  const sheet = core.sheets.find((each) => each.tables.includes(table));
  if (sheet === undefined) throw new Refusal('ItemNotFound', 'The requested table does not exist.');
  sheet.check(null);
  core.log.transact(core.log.trigger, () => {
    const before = table.name;
    core.bind(`table:${before}`);
    table.name = name;
    core.bind(`table:${name}`);
    rewriteFormulas(core, (formula) => replaceStructured(formula, { kind: 'table', before, after: name }), true);
    sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: core.log.trigger });
  });
}

/** Gives a column the name its header cell was given; formulas follow. */
export function renameColumn(sheet: WorkbookSheet, table: Table, index: number, wanted: string): void {
  const column = table.columns[index];
  if (column === undefined) return;
  const { core } = sheet;
  const others = table.columns.filter((each) => each !== column);
  const name = freeColumnName(others, wanted === '' ? `Column${index + 1}` : wanted);
  const before = column.name;
  column.name = name;
  const row = table.area.top;
  if (table.showHeaders && sheet.formula(row, table.area.left + index) !== name)
    sheet.putValue(row, table.area.left + index, name);
  if (before === name) return;
  core.bind(`table:${table.name}`);
  rewriteFormulas(
    core,
    (formula, home, place) => {
      const isInside = home === sheet && place !== undefined && containsCell(table.area, place.row, place.column);
      return replaceStructured(formula, { kind: 'column', table: table.name, isInside, before, after: name });
    },
    true,
  );
  sheet.touch({ kind: 'tableChanged', sheet: sheet.id, table: table.id, trigger: core.log.trigger });
}
