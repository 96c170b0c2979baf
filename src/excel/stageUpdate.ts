/** The new content of a sheet that is there already, written to a sheet beside it, and the recipe to copy it over. */

import { cellAddress } from '../report/a1';
import type { SheetPlan } from '../report/plan';
import { applyLooks, bodyRows, openQuoted } from './build';
import { carryColumns } from './carry';
import type { CarriedColumn } from './carry';
import { tableInput } from './cells';
import type { InputCell } from './cells';
import type { ExistingTable } from './existing';
import { blockMatrix } from './grid';
import type { SheetLayout } from './layout';
import { setNumberFormat } from './looks';
import type { Sender } from './sender';
import type { ColumnRecipe, TableRecipe, UpdateRecipe } from './recipe';

/** Free rows between what is staged, so that nothing touches. */
const APART = 2;

interface Staged {
  readonly recipe: UpdateRecipe;
  /** Added columns whose values belong to rows that are gone. */
  readonly lost: readonly { readonly header: string; readonly key: string; readonly value: string }[];
}

export async function stageUpdate(
  sender: Sender,
  sheet: Excel.Worksheet,
  stagedId: string,
  layout: SheetLayout,
  existing: readonly ExistingTable[],
  formulaOf: (formula: string) => string,
): Promise<Staged> {
  const { plan, own } = layout;
  if (own === null) throw new Error(`${plan.name} has no sheet to update`);
  const areas = areasOf(plan);
  const above = areas.reduce((most, { row, rows }) => Math.max(most, row + rows), 0);
  const matrix = blockMatrix(plan, formulaOf).slice(0, above);
  await sender.write(sheet, 0, 0, matrix);
  applyLooks(sheet, { looks: plan.looks.filter(({ row }) => row < above) });
  const tables: TableRecipe[] = [];
  const lost: { header: string; key: string; value: string }[] = [];
  let stagedRow = above + APART;
  for (const [index, table] of existing.entries()) {
    const carried = carryColumns(table);
    await stageTable(sender, sheet, stagedRow, table, carried);
    tables.push(tableRecipe(table, carried, stagedRow, index < existing.length - 1, isFixed(plan), formulaOf));
    lost.push(
      ...carried.flatMap(({ header, lost: values }) =>
        values.map(({ key, value }) => ({ header, key: key.replaceAll('\u0000', ' · '), value: String(value) })),
      ),
    );
    stagedRow += bodyRows(table.plan) + APART;
  }
  await sender.flush();
  return {
    lost,
    recipe: {
      kind: 'update',
      planned: plan.name,
      staged: stagedId,
      sheet: own.id,
      name: own.name,
      tables,
      areas,
      headerRow: plan.tables[0]?.row ?? 0,
      marks: plan.marks.map(({ mark, ...area }) => ({ ...area, mark })),
      rowHeights: isFixed(plan) ? [...plan.rowHeights] : [],
      charts: plan.charts.map(({ name, at }) => ({
        name,
        from: cellAddress(at.top, at.left),
        to: cellAddress(at.bottom, at.right),
      })),
      typed: [...plan.typed],
    },
  };
}

/** A sheet laid out in places of its own, such as Summary: its table comes to stand where the plan says. */
function isFixed({ widths }: SheetPlan): boolean {
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

async function stageTable(
  sender: Sender,
  sheet: Excel.Worksheet,
  stagedRow: number,
  { plan }: ExistingTable,
  carried: readonly CarriedColumn[],
): Promise<void> {
  const rows = bodyRows(plan);
  plan.columns.forEach(({ kind }, index) => {
    if (kind === 'text') setNumberFormat(sheet.getRangeByIndexes(stagedRow, index, rows, 1), '@');
  });
  openQuoted(sheet, plan, stagedRow, 0);
  await sender.write(sheet, stagedRow, 0, tableInput(plan.columns, plan.rows));
  if (carried.length === 0) return;
  const values = plan.rows.map((_, row) => carried.map((column) => asTyped(column.values[row] ?? '')));
  await sender.write(sheet, stagedRow, plan.columns.length, values);
}

/** A text that a person's cell held stays a text. */
const asTyped = (cell: InputCell): InputCell => (typeof cell === 'string' && cell !== '' ? `'${cell}` : cell);

function tableRecipe(
  { plan, actual, filters, sort }: ExistingTable,
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
    fill: look.fill ?? null,
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
    fill: null,
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
    filters: [...filters],
    sort: [...sort],
  };
}
