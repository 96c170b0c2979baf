/** The new content of a sheet that is there already, written to a sheet beside it, and the recipe to copy it over. */

import { cellAddress } from '../report/a1';
import type { SheetPlan, TablePlan } from '../report/plan';
import { applyLooks, bodyRows, freeAbove, isOneTable, withoutFormat, writeRows } from './build';
import type { KeptNote } from '../report/keptNotesSheet';
import { carryColumns } from './carry';
import type { CarriedColumn } from './carry';
import { cutText, LONGEST_TEXT } from './cells';
import type { InputCell } from './cells';
import type { ExistingTable } from './existing';
import { blockMatrix } from './grid';
import { headersOf } from './layout';
import type { SheetLayout } from './layout';
import { rowName } from './keptNotes';
import { setNumberFormat } from './looks';
import { stretchesOf } from './neighbours';
import { displacedCells, plannedCells, stagePersonsCells } from './personsCells';
import type { PersonsCell } from './personsCells';
import type { Sender } from './sender';
import type { ColumnRecipe, TableRecipe, UpdateRecipe } from './recipe';

/** Free rows between what is staged, so that nothing touches. */
const APART = 2;

interface Staged {
  readonly recipe: UpdateRecipe;
  /** What a person typed and no place is left for. */
  readonly lost: readonly KeptNote[];
  /** Kept notes that have their places again. */
  readonly returned: readonly KeptNote[];
}

/** What people made of a sheet of ours. */
export interface TouchedSheet {
  readonly sheet: Excel.Worksheet;
  readonly tables: readonly ExistingTable[];
  readonly cells: readonly PersonsCell[];
  /** Notes of this sheet that had no place any more. */
  readonly notes: readonly KeptNote[];
}

/**
 * Writes the new content to the staging sheet; the person's sheet is only read.
 * @param sheet the staging sheet.
 * @param stagedId its id.
 * @param formulaOf puts the table names as used into a formula.
 */
export async function stageUpdate(
  sender: Sender,
  sheet: Excel.Worksheet,
  stagedId: string,
  layout: SheetLayout,
  touched: TouchedSheet,
  formulaOf: (formula: string) => string,
): Promise<Staged> {
  const { plan, own } = layout;
  if (own === null) throw new Error(`${plan.name} has no sheet to update`);
  const areas = areasOf(plan);
  const above = areas.reduce((most, { row, rows }) => Math.max(most, row + rows), 0);
  const matrix = blockMatrix(plan, formulaOf).slice(0, above);
  if (isOneTable(plan)) {
    for (const table of plan.tables)
      asTexts(table, (first, columns) => sheet.getRangeByIndexes(0, first, 1, columns).getEntireColumn());
    freeAbove(sheet, above, plan);
  }
  await sender.write(sheet, 0, 0, matrix);
  applyLooks(sheet, { looks: plan.looks.filter(({ row }) => row < above) });
  stagePersonsCells(sheet, touched.sheet, touched.cells);
  const tables: TableRecipe[] = [];
  const lost = displacedCells(touched.cells).map(({ address, value }) => note(plan, address, '', value));
  const returned: KeptNote[] = [];
  let stagedRow = above + APART;
  for (const [index, table] of touched.tables.entries()) {
    const carried = carryColumns(table, touched.notes);
    const top = stagedRow;
    if (!isOneTable(plan))
      asTexts(table.plan, (first, columns) => sheet.getRangeByIndexes(top, first, bodyRows(table.plan), columns));
    await stageTable(sender, sheet, stagedRow, table, carried);
    tables.push(tableRecipe(table, carried, stagedRow, index < touched.tables.length - 1, isFixed(plan), formulaOf));
    for (const { header, lost: values, returned: again } of carried) {
      for (const { key, value } of values) lost.push(note(plan, rowName(key), header, value));
      for (const kept of again) returned.push(kept);
    }
    stagedRow += bodyRows(table.plan) + APART;
  }
  await sender.flush();
  return {
    lost,
    returned,
    recipe: {
      kind: 'update',
      planned: plan.name,
      staged: stagedId,
      sheet: own.id,
      name: own.name,
      tables,
      headers: headersOf(plan),
      areas,
      headerRow: plan.tables[0]?.row ?? 0,
      marks: plan.marks.map(({ mark, ...area }) => ({ ...area, mark })),
      rowHeights: isFixed(plan) ? [...plan.rowHeights] : [],
      charts: plan.charts.map(({ name, at, categories, series }) => ({
        name,
        from: cellAddress(at.top, at.left),
        to: cellAddress(at.bottom, at.right),
        row: categories.row,
        rows: categories.rows,
        category: categories.column,
        columns: series.map(({ column }) => column),
      })),
      typed: [...plan.typed],
      cells: plannedCells(plan),
    },
  };
}

const note = ({ name }: SheetPlan, row: string, column: string, value: InputCell): KeptNote => ({
  sheet: name,
  row,
  column,
  note: value,
});

/** A sheet laid out in places of its own, such as Summary: its table comes to stand where the plan says. */
export function isFixed({ widths }: SheetPlan): boolean {
  return widths.length > 0;
}

/** What stands above the first table is copied as it is: all columns of a fixed sheet, else those of the blocks. */
function areasOf(plan: SheetPlan): UpdateRecipe['areas'] {
  const rows = plan.tables[0]?.row ?? 0;
  const columns = Math.max(
    1,
    ...plan.blocks.filter(({ row }) => row < rows).flatMap(({ column, cells }) => cells.map((line) => column + line.length)),
  );
  return rows === 0 ? [] : [{ row: 0, column: 0, rows, columns, isAboveTable: !isFixed(plan) }];
}

function asTexts({ columns }: TablePlan, rangeOf: (first: number, columns: number) => Excel.Range): void {
  for (const texts of stretchesOf(columns, ({ kind }) => (kind === 'text' ? kind : null)))
    setNumberFormat(rangeOf(texts.first, texts.columns), '@');
}

async function stageTable(
  sender: Sender,
  sheet: Excel.Worksheet,
  stagedRow: number,
  { plan }: ExistingTable,
  carried: readonly CarriedColumn[],
): Promise<void> {
  await writeRows(sender, sheet, plan, stagedRow, 0);
  if (carried.length === 0) return;
  carried.forEach((column, index) => {
    column.values.forEach((value, row) => {
      if (isFull(value)) setNumberFormat(sheet.getRangeByIndexes(stagedRow + row, plan.columns.length + index, 1, 1), '@');
    });
  });
  const values = plan.rows.map((_, row) => carried.map((column) => asTyped(column.values[row] ?? '')));
  await sender.write(sheet, stagedRow, plan.columns.length, values);
}

/** A text with no room for an apostrophe before it: it needs a text cell. */
const isFull = (cell: InputCell): boolean => typeof cell === 'string' && cell.length >= LONGEST_TEXT && !cell.startsWith("'");

/** A text that a person's cell held stays a text. */
function asTyped(cell: InputCell): InputCell {
  if (typeof cell !== 'string' || cell === '' || isFull(cell)) return cell;
  return `'${cutText(cell, LONGEST_TEXT - 1)}`;
}

function tableRecipe(
  { plan, actual, renamed, filters, sort }: ExistingTable,
  carried: readonly CarriedColumn[],
  stagedRow: number,
  isAboveAnother: boolean,
  isFixedPlace: boolean,
  formulaOf: (formula: string) => string,
): TableRecipe {
  const linked = new Set(plan.links.map(({ column }) => column));
  const ours = plan.columns.map(({ header, formula, look, marks, list }, index): ColumnRecipe => ({
    header,
    staged: formula === undefined ? index : null,
    formula: formula === undefined || plan.rows.length === 0 ? null : formulaOf(formula),
    formulaR1C1: null,
    formulasR1C1: [],
    numberFormat: look.numberFormat ?? null,
    look: withoutFormat(look),
    marks: [...(marks ?? [])],
    list: list === undefined ? null : { choices: [...list.choices], message: list.message },
    hasLinks: linked.has(index) || plan.columns[index]?.header === 'Source',
  }));
  const added = carried.map(({ header, formulaR1C1, formulasR1C1 }, index): ColumnRecipe => ({
    header,
    staged: formulaR1C1 === null ? plan.columns.length + index : null,
    formula: null,
    formulaR1C1,
    formulasR1C1: [...formulasR1C1],
    numberFormat: null,
    look: null,
    marks: [],
    list: null,
    hasLinks: false,
  }));
  return {
    planned: plan.name,
    actual,
    rows: bodyRows(plan),
    stagedRow,
    columns: [...ours, ...added],
    isAboveAnother,
    headerRow: isFixedPlace ? plan.row : null,
    renamed: [...renamed],
    filters: [...filters],
    sort: [...sort],
  };
}
