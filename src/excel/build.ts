/** A planned sheet written whole into an empty one. */

import { areaAddress, cellAddress } from '../report/a1';
import type { ChartPlan, Look, SheetPlan, TablePlan } from '../report/plan';
import { createQuotedCells, tableInput } from './cells';
import type { InputCell } from './cells';
import { blockMatrix } from './grid';
import type { SheetLayout } from './layout';
import { addList, addMark, applyLook, fillFormula, setNumberFormat, widthInPoints } from './looks';
import { typedName } from './registry';
import { stretchesOf } from './neighbours';
import type { Stretch } from './neighbours';
import type { Sender } from './sender';

/** Sends what is queued. */
export async function send(context: Excel.RequestContext): Promise<void> {
  await context.sync();
}

/** Cells first, then the tables over them, then formulas and looks. */
export async function buildSheet(
  sender: Sender,
  sheet: Excel.Worksheet,
  { plan, tables }: SheetLayout,
  formulaOf: (formula: string) => string,
): Promise<void> {
  for (const table of plan.tables) formatColumns(sheet, plan, table);
  for (const table of plan.tables) {
    const header = [table.columns.map(({ header: text }) => text)];
    sheet.getRangeByIndexes(table.row, table.column, 1, table.columns.length).values = header;
    await writeRows(sender, sheet, table, table.row + 1, table.column);
  }
  const lookOf = isOneTable(plan) ? groundOf : withoutFormat;
  for (const table of plan.tables) addTable(sheet, table, tables[table.name] ?? table.name, lookOf, formulaOf);
  const isText = isTableSheet(plan) ? textColumns(plan) : new Set<number>();
  await sender.write(sheet, 0, 0, blockMatrix(plan, formulaOf, isText).map(leaveTablesAlone(plan)));
  dress(sheet, plan);
  await sender.flush();
}

/** Columns that are "@" from top to bottom. */
function textColumns({ tables }: SheetPlan): ReadonlySet<number> {
  return new Set(
    tables.flatMap(({ column, columns }) => columns.flatMap(({ kind }, index) => (kind === 'text' ? [column + index] : []))),
  );
}

/** Null leaves a cell as it is: blocks never write into a table. */
function leaveTablesAlone({ tables }: SheetPlan): (row: InputCell[], index: number) => InputCell[] {
  return (row, index) =>
    row.map((cell, column) => {
      const isInTable = tables.some(
        (table) =>
          index >= table.row &&
          index <= table.row + bodyRows(table) &&
          column >= table.column &&
          column < table.column + table.columns.length,
      );
      return isInTable ? (null as unknown as InputCell) : cell;
    });
}

/** A table has one row at least. */
export function bodyRows({ rows }: TablePlan): number {
  return Math.max(1, rows.length);
}

/** A sheet whose columns belong to its tables: what its rows will hold later is formatted too. */
function isTableSheet({ widths }: SheetPlan): boolean {
  return widths.length === 0;
}

/** A sheet whose columns belong to one table: they look like it from top to bottom, which costs nothing a row. */
export function isOneTable(plan: SheetPlan): boolean {
  return isTableSheet(plan) && plan.tables.length === 1;
}

/** Before any value, so that a text column's texts stay texts. */
function formatColumns(sheet: Excel.Worksheet, plan: SheetPlan, table: TablePlan): void {
  if (isOneTable(plan)) {
    for (const { first, columns, look } of columnLooks(table))
      applyLook(sheet.getRangeByIndexes(0, table.column + first, 1, columns).getEntireColumn(), look);
    return;
  }
  for (const { first, columns } of stretchesOf(table.columns, ({ look }) => look.numberFormat ?? null)) {
    const body = sheet.getRangeByIndexes(table.row + 1, table.column + first, bodyRows(table), columns);
    const numberFormat = table.columns[first]?.look.numberFormat ?? 'General';
    setNumberFormat(isTableSheet(plan) ? body.getEntireColumn() : body, numberFormat);
  }
}

/** Looks of whole columns; neighbours that look alike are one. */
function columnLooks({ columns }: TablePlan): (Stretch & { readonly look: Look })[] {
  const looks = columns.map(({ look }) => columnLook(look));
  return stretchesOf(looks, (look) => JSON.stringify(look)).map((stretch) => ({ ...stretch, look: looks[stretch.first] ?? {} }));
}

/** Writes a table's rows; cells whose text begins with an apostrophe are opened before. */
export async function writeRows(
  sender: Sender,
  sheet: Excel.Worksheet,
  { columns, rows }: TablePlan,
  top: number,
  left: number,
): Promise<void> {
  const quoted = createQuotedCells();
  await sender.write(sheet, top, left, tableInput(columns, rows, quoted), () => {
    for (const run of quoted.take())
      setNumberFormat(sheet.getRangeByIndexes(top + run.row, left + run.column, run.rows, 1), 'General');
  });
}

/** @param lookOf what of a column's look its cells do not have already. */
function addTable(
  sheet: Excel.Worksheet,
  plan: TablePlan,
  name: string,
  lookOf: (look: Look) => Look,
  formulaOf: (formula: string) => string,
): void {
  const { row, column, columns } = plan;
  const table = sheet.tables.add(areaAddress(row, column, bodyRows(plan) + 1, columns.length), true);
  table.name = name;
  table.style = plan.style;
  table.showBandedRows = false;
  columns.forEach(({ formula, look, marks = [], list }, index) => {
    const own = lookOf(look);
    // A range that nothing is done to costs as much as one that is.
    if (formula === undefined && list === undefined && marks.length === 0 && Object.keys(own).length === 0) return;
    const body = sheet.getRangeByIndexes(row + 1, column + index, bodyRows(plan), 1);
    if (formula !== undefined && plan.rows.length > 0) fillFormula(body, formulaOf(formula));
    applyLook(body, own);
    for (const mark of marks) addMark(body, mark);
    if (list !== undefined) addList(body, list);
  });
}

/** A column's number format is set before its values. */
export function withoutFormat(look: Look): Look {
  return Object.fromEntries(Object.entries(look).filter(([member]) => member !== 'numberFormat'));
}

/** What a column looks like from top to bottom: everything but the ground, which ends with the table. */
function columnLook(look: Look): Look {
  return Object.fromEntries(Object.entries(look).filter(([member]) => member !== 'fill'));
}

function groundOf({ fill }: Look): Look {
  return fill === undefined ? {} : { fill };
}

/** How a cell looks that nobody formatted. */
const PLAIN: Look = { numberFormat: 'General', align: 'General', valign: 'Bottom', indent: 0, wrap: false };

/** Above a table its columns' looks mean nothing: what a person types there is a number or a formula as anywhere. */
export function freeAbove(sheet: Excel.Worksheet, rows: number, plan: SheetPlan): void {
  const [table] = plan.tables;
  if (table === undefined || rows === 0 || !isTableSheet(plan)) return;
  const above = sheet.getRangeByIndexes(0, table.column, rows, table.columns.length);
  applyLook(above, isOneTable(plan) ? PLAIN : { numberFormat: 'General' });
}

/** Looks of the cells outside tables, and all that belongs to the sheet itself. */
function dress(sheet: Excel.Worksheet, plan: SheetPlan): void {
  freeAbove(sheet, plan.tables[0]?.row ?? 0, plan);
  applyLooks(sheet, plan);
  for (const { row, column, rows, columns, mark } of plan.marks)
    addMark(sheet.getRangeByIndexes(row, column, rows, columns), mark);
  for (const table of plan.tables) {
    if (!isTableSheet(plan)) continue;
    for (const { first, columns } of stretchesOf(table.columns, ({ width }) => String(width)))
      sheet.getRangeByIndexes(0, table.column + first, 1, columns).format.columnWidth = widthInPoints(
        table.columns[first]?.width ?? 0,
      );
  }
  for (const { column, width } of plan.widths) sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthInPoints(width);
  for (const { row, points } of plan.rowHeights) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
  sheet.tabColor = plan.tabColor;
  for (const chart of plan.charts) addChart(sheet, chart);
  for (const { label, row, column } of plan.typed) sheet.names.add(typedName(label), sheet.getRangeByIndexes(row, column, 1, 1));
}

export function applyLooks(sheet: Excel.Worksheet, { looks }: Pick<SheetPlan, 'looks'>): void {
  for (const { row, column, rows, columns, look } of joined(looks))
    applyLook(sheet.getRangeByIndexes(row, column, rows, columns), look);
}

/** Looks in their order without those that say nothing; one that goes on to the right as the one before it is part of it. */
function joined(looks: SheetPlan['looks']): SheetPlan['looks'] {
  const runs: SheetPlan['looks'][number][] = [];
  for (const one of looks) {
    if (Object.keys(one.look).length === 0) continue;
    const last = runs.at(-1);
    const goesOn = last?.row === one.row && last.rows === one.rows && last.column + last.columns === one.column;
    if (goesOn && JSON.stringify(last.look) === JSON.stringify(one.look))
      runs[runs.length - 1] = { ...last, columns: last.columns + one.columns };
    else runs.push(one);
  }
  return runs;
}

/** What Excel keeps of a sheet's window: set once the sheet is shown, since a hidden one has no window. */
export function dressWindow(sheet: Excel.Worksheet, { gridlines, freeze: { rows, columns } }: SheetPlan): void {
  sheet.showGridlines = gridlines;
  if (rows === 0 && columns === 0) return;
  if (columns === 0) sheet.freezePanes.freezeRows(rows);
  else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
  else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
}

/** Points: as narrow as office printers reach, since the sheets are wide. */
const MARGINS = { leftMargin: 25, rightMargin: 25, topMargin: 28, bottomMargin: 36, headerMargin: 14, footerMargin: 14 };

/** On its own: without a printer Excel may refuse all of it. */
export function setUpPrint(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { print } = plan;
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation;
  Object.assign(pageLayout, MARGINS);
  if (print.pages === undefined)
    pageLayout.zoom = { horizontalFitToPages: 1, ...(print.tall > 0 ? { verticalFitToPages: print.tall } : {}) };
  else breakPages(sheet, plan, print.pages);
  if (print.titleRows !== null) pageLayout.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  if (print.columns !== null) pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, 1, print.columns).getEntireColumn());
  pageLayout.headersFooters.defaultForAllPages.leftFooter = print.footer;
}

/** Points of the narrower of the usual papers, laid across, between the margins. */
const PAPER_WIDTH = 792 - MARGINS.leftMargin - MARGINS.rightMargin;
/** Where Excel's font is missing another one makes columns wider by a third; people widen them too. */
const ROOM = 0.77;

/** Excel honours breaks only where it need not fit the sheet to pages: the scale is that of the widest page. */
function breakPages(
  sheet: Excel.Worksheet,
  { tables, print }: SheetPlan,
  { breaks, titleColumns }: NonNullable<SheetPlan['print']['pages']>,
): void {
  const widths = (tables[0]?.columns ?? []).slice(0, print.columns ?? undefined).map(({ width }) => widthInPoints(width));
  const sumOf = (from: number, end?: number): number => widths.slice(from, end).reduce((sum, width) => sum + width, 0);
  const titles = sumOf(0, titleColumns);
  const pages = [0, ...breaks].map((first, index) => (first === 0 ? 0 : titles) + sumOf(first, breaks[index]));
  sheet.pageLayout.zoom = { scale: Math.max(10, Math.min(100, Math.floor(((PAPER_WIDTH * ROOM) / Math.max(...pages)) * 100))) };
  sheet.pageLayout.setPrintTitleColumns(sheet.getRangeByIndexes(0, 0, 1, titleColumns).getEntireColumn());
  for (const column of breaks) sheet.verticalPageBreaks.add(sheet.getRangeByIndexes(0, column, 1, 1));
}

function addChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const { categories, series, at } = plan;
  const first = series[0];
  if (first === undefined) return;
  const valuesOf = (column: number): Excel.Range => sheet.getRangeByIndexes(categories.row, column, categories.rows, 1);
  const names = sheet.getRangeByIndexes(categories.row, categories.column, categories.rows, 1);
  const chart = sheet.charts.add(plan.type, valuesOf(first.column), 'Columns');
  chart.name = plan.name;
  chart.title.text = plan.title;
  chart.legend.visible = false;
  chart.axes.valueAxis.numberFormat = plan.numberFormat;
  series.forEach(({ name, column, color }, index) => {
    const one = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    one.name = name;
    one.setValues(valuesOf(column));
    one.setXAxisValues(names);
    if (color === 'none') one.format.fill.clear();
    else one.format.fill.setSolidColor(color);
    one.gapWidth = 40;
  });
  chart.setPosition(cellAddress(at.top, at.left), cellAddress(at.bottom, at.right));
}
