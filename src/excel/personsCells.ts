/** What people typed into free cells above a table of ours: it stays where it is, or is kept elsewhere where no room is left. */

import type { RawCell } from '../domain/grid';
import { cellAddress } from '../report/a1';
import type { SheetPlan } from '../report/plan';
import { areaOf, CORNERS } from './readArea';
import type { OwnSheet, Run } from './registry';

interface Place {
  /** On the sheet as it stands. */
  readonly row: number;
  readonly column: number;
  /** Where it will stand as planned; null where the result takes the place. */
  readonly plannedRow: number | null;
}

export interface PersonsCell extends Place {
  readonly value: RawCell;
}

/** Further right nobody writes beside a title. */
const MOST_COLUMNS = 200;

/** Cells that a plan fills above its first table, those for people to fill in among them. */
export function plannedCells({ blocks, tables, typed }: SheetPlan): Run[] {
  const end = tables[0]?.row ?? 0;
  const runs = blocks.flatMap(({ row, column, cells }) =>
    cells.flatMap((line, down) => (row + down < end ? runsOf(line, row + down, column) : [])),
  );
  return [...runs, ...typed.map(({ row, column }) => ({ row, column, columns: 1 }))];
}

function runsOf(line: readonly unknown[], row: number, left: number): Run[] {
  const runs: Run[] = [];
  line.forEach((cell, index) => {
    if (cell === null) return;
    const last = runs.at(-1);
    if (last !== undefined && last.column + last.columns === left + index)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ row, column: left + index, columns: 1 });
  });
  return runs;
}

/** Whether a cell of a row is in one of the runs, which may claim more cells than a sheet has. */
function columnsIn(runs: readonly Run[], row: number): (column: number) => boolean {
  const own = runs.filter((run) => run.row === row);
  return (at) => own.some(({ column, columns }) => at >= column && at < column + columns);
}

/** A sheet of ours that is there already. */
export interface OwnLayout {
  readonly own: OwnSheet;
  readonly plan: SheetPlan;
  /** Whether what stands above the table moves where a person moved the table. */
  readonly movesWithTable: boolean;
}

/** By layout; two requests for all of them, and a third where people typed something. */
export async function readPersonsCells(
  context: Excel.RequestContext,
  layouts: readonly OwnLayout[],
): Promise<ReadonlyMap<OwnLayout, readonly PersonsCell[]>> {
  // Of a result that did not note what it wrote nothing can be told apart.
  const asked = layouts.flatMap((layout) => {
    const { own, plan } = layout;
    const [table] = plan.tables;
    if (table === undefined || own.cells.length === 0) return [];
    const sheet = context.workbook.worksheets.getItem(own.id);
    const header = sheet.tables.getItem(own.tables[table.name] ?? table.name).getHeaderRowRange();
    header.load('rowIndex');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load(CORNERS);
    return [{ layout, table, sheet, header, used }];
  });
  if (asked.length === 0) return new Map();
  await context.sync();
  const read = asked.flatMap(({ layout, table, sheet, header, used }) => {
    if (used.isNullObject || header.rowIndex === 0) return [];
    const { left, columns } = areaOf(used);
    const range = sheet.getRangeByIndexes(0, 0, header.rowIndex, Math.min(left + columns, MOST_COLUMNS));
    range.load('formulas');
    return [{ layout, sheet, range, shift: layout.movesWithTable ? header.rowIndex - table.row : 0 }];
  });
  await context.sync();
  // Values are asked for where a person typed, not of all our own formulas.
  const found = read.map(({ layout, sheet, range, shift }) => {
    const cells = personsPlaces(layout, range.formulas as RawCell[][], shift).map((place) => {
      const cell = sheet.getCell(place.row, place.column);
      cell.load('values');
      return { place, cell };
    });
    return { layout, cells };
  });
  if (found.some(({ cells }) => cells.length > 0)) await context.sync();
  return new Map(
    found.map(({ layout, cells }) => [
      layout,
      cells.map(({ place, cell }): PersonsCell => ({ ...place, value: (cell.values as RawCell[][])[0]?.[0] ?? '' })),
    ]),
  );
}

/** @param shift rows by which the table stands below its planned place. */
function personsPlaces({ own, plan }: OwnLayout, formulas: readonly (readonly RawCell[])[], shift: number): Place[] {
  const nowWritten = plannedCells(plan);
  const end = plan.tables[0]?.row ?? 0;
  return formulas.flatMap((line, row) => {
    const planned = row - shift;
    if (planned < 0) return [];
    const wasOurs = columnsIn(own.cells, planned);
    const isOurs = columnsIn(nowWritten, planned);
    return line.flatMap((formula, column): Place[] => {
      if (formula === '' || wasOurs(column)) return [];
      return [{ row, column, plannedRow: planned < end && !isOurs(column) ? planned : null }];
    });
  });
}

/** Laid with their looks and formulas among what is staged, so that they come back with it. */
export function stagePersonsCells(staged: Excel.Worksheet, sheet: Excel.Worksheet, cells: readonly PersonsCell[]): void {
  for (const { row, column, plannedRow } of cells)
    if (plannedRow !== null)
      staged.getRangeByIndexes(plannedRow, column, 1, 1).copyFrom(sheet.getRangeByIndexes(row, column, 1, 1), 'All');
}

/** Those that the result takes the place of, by the address they had. */
export function displacedCells(cells: readonly PersonsCell[]): { readonly address: string; readonly value: RawCell }[] {
  return cells
    .filter(({ plannedRow, value }) => plannedRow === null && value !== '')
    .map(({ row, column, value }) => ({ address: cellAddress(row, column), value }));
}
