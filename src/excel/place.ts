/** The last batch: staged sheets become the result, in one request. It may be done again after a break. */

import type { Look } from '../report/plan';
import { addList, addMark, applyLook, fillFormula, fillFormulaR1C1, setNumberFormat } from './looks';
import { CORNERS } from './readArea';
import { stretchesOf } from './neighbours';
import type { ColumnRecipe, FreshRecipe, Placing, TableRecipe, UpdateRecipe } from './recipe';
import { JOURNAL, LAST_RUN, REGISTRY, typedName } from './registry';
import type { Registry } from './registry';
import { supports } from './session';

interface TableToday {
  readonly recipe: TableRecipe;
  readonly table: Excel.Table;
  readonly range: Excel.Range;
  readonly columns: Excel.TableColumnCollection;
}

/** What the batch must know of a sheet that it updates. */
interface SheetToday {
  readonly recipe: UpdateRecipe;
  readonly sheet: Excel.Worksheet;
  readonly staged: Excel.Worksheet;
  readonly tables: readonly TableToday[];
  readonly formats: Excel.ConditionalFormatCollection;
  readonly charts: readonly Excel.Chart[];
  readonly names: readonly Excel.NamedItem[];
}

/** Stands in place of the first sheet's title, where people look first, while a batch is under way. */
const UNFINISHED = 'Unfinished: the last run broke off here. Open Tieout, which completes it.';

/**
 * @param ask queues what is to be read of the sheets before they are written over.
 * @throws ItemNotFound where a staged sheet is gone.
 */
export async function place(
  context: Excel.RequestContext,
  placing: Placing,
  ask: (context: Excel.RequestContext) => void = () => undefined,
): Promise<void> {
  const { sheets: recipes, run } = placing;
  const updates = recipes.filter((recipe) => recipe.kind === 'update').map((recipe) => look(context, recipe));
  await context.sync();
  const rules = updates.map(({ formats }) =>
    formats.items.filter(({ type }) => type === 'ContainsText' || type === 'Custom').map(loadRule),
  );
  for (const { charts } of updates) for (const chart of charts) if (!chart.isNullObject) chart.series.load('items/name');
  const roomBelow = updates.map(({ tables }) => tables.map(lookBelow));
  await context.sync();

  context.application.suspendScreenUpdatingUntilNextSync();
  ask(context);
  const titled = updates.find((today, index) => index === 0 && isTitleOurs(today.recipe));
  if (titled !== undefined) markUnfinished(titled);
  for (const [index, today] of [...updates.entries()].reverse()) {
    const ours = marksOf(today.recipe);
    for (const { format, nameOf } of rules[index] ?? []) if (ours.has(nameOf())) format.delete();
    update(
      today,
      (roomBelow[index] ?? []).map((below) => below === null || below.isNullObject),
      today === titled,
    );
  }
  const fresh = recipes.filter((recipe) => recipe.kind === 'fresh');
  for (const recipe of [...fresh].reverse()) reveal(context, recipe);
  const { settings } = context.workbook;
  settings.add(REGISTRY, registryOf(placing));
  settings.add(LAST_RUN, run);
  titled?.sheet.getRange('A1').copyFrom(titled.staged.getRange('A1'), 'Values');
  settings.getItem(JOURNAL).delete();
  for (const { staged } of updates) staged.delete();
  await context.sync();
}

/** Whether A1 is written anew with the rest of the sheet, wherever people moved its table. */
function isTitleOurs({ areas }: UpdateRecipe): boolean {
  return areas.some(({ row, column, isAboveTable }) => row === 0 && column === 0 && !isAboveTable);
}

function markUnfinished({ sheet }: SheetToday): void {
  sheet.getRange('A1').values = [[UNFINISHED]];
}

function registryOf({ sheets, retired }: Placing): Registry {
  return {
    version: 1,
    retired,
    sheets: sheets.map((recipe) => ({
      planned: recipe.planned,
      id: recipe.kind === 'fresh' ? recipe.staged : recipe.sheet,
      name: recipe.name,
      tables:
        recipe.kind === 'fresh'
          ? recipe.tables
          : Object.fromEntries(recipe.tables.map(({ planned, actual }) => [planned, actual])),
      typed: recipe.typed.map(({ label }) => label),
      cells: recipe.cells,
    })),
  };
}

function reveal(context: Excel.RequestContext, { staged, name }: FreshRecipe): void {
  const sheet = context.workbook.worksheets.getItem(staged);
  sheet.name = name;
  sheet.visibility = 'Visible';
}

function look(context: Excel.RequestContext, recipe: UpdateRecipe): SheetToday {
  const sheet = context.workbook.worksheets.getItem(recipe.sheet);
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  const tables = recipe.tables.map((table) => {
    const found = sheet.tables.getItem(table.actual);
    const range = found.getRange();
    range.load(CORNERS);
    found.columns.load('items/name');
    return { recipe: table, table: found, range, columns: found.columns };
  });
  const charts = recipe.charts.map(({ name }) => {
    const chart = sheet.charts.getItemOrNullObject(name);
    chart.load('name');
    return chart;
  });
  const names = recipe.typed.map(({ label }) => {
    const name = sheet.names.getItemOrNullObject(typedName(label));
    name.load('name');
    return name;
  });
  const staged = context.workbook.worksheets.getItem(recipe.staged);
  staged.load('id');
  return { recipe, sheet, staged, tables, formats, charts, names };
}

interface Rule {
  readonly format: Excel.ConditionalFormat;
  /** Names the rule as `marksOf` does. */
  readonly nameOf: () => string;
}

function loadRule(format: Excel.ConditionalFormat): Rule {
  if (format.type === 'ContainsText') {
    const { textComparison } = format;
    textComparison.load('rule');
    return { format, nameOf: () => `${textComparison.rule.operator} ${textComparison.rule.text}` };
  }
  const { rule } = format.custom;
  rule.load('formula');
  return { format, nameOf: () => `= ${rule.formula}` };
}

/** Conditional formats that are ours, by their rule: those are replaced, a person's own stay. */
function marksOf(recipe: UpdateRecipe): ReadonlySet<string> {
  const marks = [
    ...recipe.marks.map(({ mark }) => mark),
    ...recipe.tables.flatMap(({ columns }) => columns.flatMap((column) => column.marks)),
  ];
  return new Set(
    marks.map(({ rule }) =>
      rule.type === 'formula' ? `= ${rule.formula}` : `${rule.type === 'beginsWith' ? 'BeginsWith' : 'Contains'} ${rule.text}`,
    ),
  );
}

/** What stands where a table will grow to; null where it does not grow. */
function lookBelow({ recipe, range }: TableToday): Excel.Range | null {
  const more = recipe.rows - (range.rowCount - 1);
  if (more <= 0) return null;
  const below = range.getRowsBelow(more).getUsedRangeOrNullObject(true);
  below.load('rowCount');
  return below;
}

/**
 * @param areFree by table, whether the rows that it grows into are empty.
 * @param isUnfinished the sheet goes on saying that the batch is under way.
 */
function update(today: SheetToday, areFree: readonly boolean[], isUnfinished: boolean): void {
  const { recipe, sheet, staged, tables } = today;
  const [first] = tables;
  // Row of the first header as it is, where the sheet's upper part moves with it.
  const shift = first === undefined ? 0 : Math.max(0, first.range.rowIndex - recipe.headerRow);
  if (first !== undefined) makeRoomAbove(sheet, first, recipe.headerRow);
  tables.forEach((table, index) => {
    align(sheet, table);
    const added = fit(table, areFree[index] === true);
    fill(staged, table, added);
  });
  for (const { row, column, rows, columns, isAboveTable } of recipe.areas) {
    const top = row + (isAboveTable ? shift : 0);
    const target = sheet.getRangeByIndexes(top, column, rows, columns);
    target.unmerge();
    target.clear('All');
    target.copyFrom(staged.getRangeByIndexes(row, column, rows, columns), 'All');
  }
  if (isUnfinished) markUnfinished(today);
  for (const { row, column, rows, columns, mark } of recipe.marks)
    addMark(sheet.getRangeByIndexes(row, column, rows, columns), mark);
  layRows(sheet, recipe);
  recipe.charts.forEach((planned, index) => {
    const chart = today.charts[index];
    if (chart === undefined || chart.isNullObject) return;
    chart.setPosition(planned.from, planned.to);
    drawOver(sheet, chart, planned);
  });
  recipe.typed.forEach(({ label, row, column }, index) => {
    const name = today.names[index];
    if (name !== undefined && !name.isNullObject) name.delete();
    sheet.names.add(typedName(label), sheet.getRangeByIndexes(row, column, 1, 1));
  });
}

/** A bridge may have more or fewer steps than before; a chart whose series a person took out or added is left alone. */
function drawOver(
  sheet: Excel.Worksheet,
  chart: Excel.Chart,
  { row, rows, category, columns }: UpdateRecipe['charts'][number],
): void {
  const series = chart.series.items;
  if (series.length !== columns.length) return;
  series.forEach((one, index) => {
    one.setValues(sheet.getRangeByIndexes(row, columns[index] ?? category, rows, 1));
    one.setXAxisValues(sheet.getRangeByIndexes(row, category, rows, 1));
  });
}

/** Rows of the copied areas get their planned heights, and the standard one where none is planned. */
function layRows(sheet: Excel.Worksheet, { rowHeights, areas }: UpdateRecipe): void {
  if (rowHeights.length === 0) return;
  for (const { row, rows } of areas) sheet.getRangeByIndexes(row, 0, rows, 1).format.useStandardHeight = true;
  for (const { row, points } of rowHeights) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
}

/** A table that stands higher than planned moves down, so that all that is to stand above it has room. */
function makeRoomAbove(sheet: Excel.Worksheet, { recipe, range }: TableToday, headerRow: number): void {
  const missing = headerRow - range.rowIndex;
  if (recipe.headerRow === null && missing > 0)
    sheet.getRangeByIndexes(range.rowIndex, 0, missing, 1).getEntireRow().insert('Down');
}

/** Moves a table to its planned row by whole rows above it, which are all ours. */
function align(sheet: Excel.Worksheet, { recipe, range }: TableToday): void {
  if (recipe.headerRow === null) return;
  const down = recipe.headerRow - range.rowIndex;
  if (down > 0) sheet.getRangeByIndexes(range.rowIndex, 0, down, 1).getEntireRow().insert('Down');
  if (down < 0) sheet.getRangeByIndexes(recipe.headerRow, 0, -down, 1).getEntireRow().delete('Up');
}

/** Rows of a table's body. */
interface Rows {
  readonly first: number;
  readonly rows: number;
}

/**
 * Gives a table as many rows as it will have.
 * @param isFree whether the rows that it grows into are empty; what a person wrote there moves down instead of being taken in.
 * @returns the rows that came in.
 */
function fit({ recipe, table, range }: TableToday, isFree: boolean): Rows {
  const rows = range.rowCount - 1;
  const more = recipe.rows - rows;
  if (recipe.filters.length > 0) table.clearFilters();
  if (more === 0) return { first: rows, rows: 0 };
  const header = table.getHeaderRowRange();
  if (!recipe.isAboveAnother && (more < 0 || isFree) && supports('1.13')) {
    table.resize(header.getResizedRange(recipe.rows, 0));
    if (more < 0)
      header
        .getOffsetRange(recipe.rows + 1, 0)
        .getResizedRange(-more - 1, 0)
        .clear('All');
    return { first: rows, rows: Math.max(0, more) };
  }
  // Cells pushed in above the last row, or taken out, make the table grow and shrink; whole rows carry along what stands below.
  const inside = header.getOffsetRange(more > 0 ? rows : recipe.rows + 1, 0).getResizedRange(Math.abs(more) - 1, 0);
  const cells = recipe.isAboveAnother ? inside.getEntireRow() : inside;
  if (more > 0) cells.insert('Down');
  else cells.delete('Up');
  return { first: rows - 1, rows: Math.max(0, more) };
}

/** Once: after a break the columns may have their names already. */
function renameBack({ renamed }: TableRecipe, columns: Excel.TableColumnCollection): void {
  for (const { from, to } of renamed) {
    const column = columns.items.find(({ name }) => name === from);
    if (column !== undefined) column.name = to;
  }
}

/** Rows pushed in look like the row above them: the first row like the header. */
const UNLIKE_HEADER: Look = { bold: false, color: '#000000', wrap: false };

function dressRows(body: Excel.Range, { first, rows }: Rows, columns: number, look: Look): void {
  if (rows === 0) return;
  const range = body.getCell(first, 0).getResizedRange(rows - 1, columns - 1);
  if (first === 0 && look.fill === undefined) range.format.fill.clear();
  applyLook(range, first === 0 ? { ...UNLIKE_HEADER, ...look } : look);
}

/** @param added the rows that came in: those that were there keep what people gave them. */
function fill(staged: Excel.Worksheet, { recipe, table, columns }: TableToday, added: Rows): void {
  renameBack(recipe, columns);
  const again = new Map(recipe.renamed.map(({ from, to }) => [from, to]));
  const there = columns.items.map(({ name }) => (again.get(name) ?? name).toLowerCase());
  const isThere = ({ header }: ColumnRecipe): boolean => there.includes(header.toLowerCase());
  const missing = recipe.columns.filter((column) => !isThere(column));
  for (const { header } of missing) table.columns.add(undefined, undefined, header);
  const planned = new Map(recipe.columns.map((column) => [column.header.toLowerCase(), column]));
  // As they stand in the table; null for one that came in since it was read.
  const placed = [...there.map((name) => planned.get(name) ?? null), ...missing];
  const whole = table.getDataBodyRange();
  /** Neighbours of one name are one range; a column without a name is passed over. */
  const each = (
    nameOf: (column: ColumnRecipe, at: number) => string | null,
    work: (body: Excel.Range, first: ColumnRecipe, count: number) => void,
  ): void => {
    for (const { first, columns: count } of stretchesOf(placed, (column, at) => column && nameOf(column, at))) {
      const body = whole.getColumn(first);
      const column = placed[first];
      if (column) work(count === 1 ? body : body.getResizedRange(0, count - 1), column, count);
    }
  };
  each(
    ({ numberFormat }) => numberFormat,
    (body, { numberFormat }) => {
      if (numberFormat !== null) setNumberFormat(body, numberFormat);
    },
  );
  each(
    (column) =>
      column.look === null || (added.rows === 0 && isThere(column)) ? null : JSON.stringify([isThere(column), column.look]),
    (body, column, count) => {
      if (column.look !== null) dressRows(body, isThere(column) ? added : { first: 0, rows: recipe.rows }, count, column.look);
    },
  );
  each(
    ({ hasLinks }) => (hasLinks ? 'links' : null),
    (body) => {
      body.clear('Hyperlinks');
    },
  );
  each(
    ({ staged: from }, at) => (from === null ? null : `moved by ${at - from}`),
    (body, { staged: from }, count) => {
      if (from !== null) body.copyFrom(staged.getRangeByIndexes(recipe.stagedRow, from, recipe.rows, count), 'Values');
    },
  );
  each(
    (column, at) => (isPlain(column) ? null : String(at)),
    (body, column) => {
      finishColumn(body, column);
    },
  );
}

/** Nothing but values. */
function isPlain({ formula, formulaR1C1, formulasR1C1, marks, list }: ColumnRecipe): boolean {
  return formula === null && formulaR1C1 === null && formulasR1C1.length === 0 && marks.length === 0 && list === null;
}

function finishColumn(body: Excel.Range, { formula, formulaR1C1, formulasR1C1, marks, list }: ColumnRecipe): void {
  if (formula !== null) fillFormula(body, formula);
  if (formulaR1C1 !== null) fillFormulaR1C1(body, formulaR1C1);
  for (const { row, rows, formula: own } of formulasR1C1) fillFormulaR1C1(body.getCell(row, 0).getResizedRange(rows - 1, 0), own);
  for (const mark of marks) addMark(body, mark);
  if (list !== null) addList(body, list);
}
