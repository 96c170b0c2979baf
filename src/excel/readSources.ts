/** The sheets that Tieout did not make, as grids: values first, formats of a sample, hidden rows counted. */

import type { RawCell, SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import { readValues } from './readArea';
import type { Area } from './readArea';
import { surveyWorkbook } from './survey';
import type { Survey, SurveyedSheet } from './survey';
import { withExcel } from './session';
import { stagingPrefix } from './staging';

interface Place {
  readonly sheet: SurveyedSheet;
  readonly table: string | null;
  readonly area: Area;
}

export interface ReadSources {
  readonly grids: readonly SourceGrid[];
  /** Ids of the sheets that the grids came from. */
  readonly sheets: ReadonlySet<string>;
}

export async function readSources(onProgress: OnProgress, signal: AbortSignal): Promise<ReadSources> {
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    signal.throwIfAborted();
    const places = await findPlaces(context, foreignSheets(survey));
    const total = places.reduce((sum, { area }) => sum + area.rows, 0);
    const grids: SourceGrid[] = [];
    let rowsRead = 0;
    for (const place of places) {
      const grid = await readGrid(context, place, (rows) => {
        signal.throwIfAborted();
        rowsRead += rows;
        onProgress('read', total === 0 ? 1 : rowsRead / total);
      });
      grids.push(grid);
    }
    onProgress('read', 1);
    return { grids, sheets: new Set(places.map(({ sheet }) => sheet.id)) };
  });
}

/** Sheets that are neither ours nor staged by a write that broke off. */
export function foreignSheets({ sheets, ours }: Survey): SurveyedSheet[] {
  const own = new Set(ours.map(({ id }) => id));
  return sheets.filter(({ id, name }) => !own.has(id) && !name.startsWith(stagingPrefix));
}

/** A table's share of its sheet from which on the tables are the sheet's data, and the rest is words around them. */
const COVERED = 0.5;

/** Tables where they hold most of a sheet's cells, else its used range: no cell is given twice. */
async function findPlaces(context: Excel.RequestContext, sheets: readonly SurveyedSheet[]): Promise<Place[]> {
  const loaded = sheets.map((sheet) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load(CORNERS);
    const tables = sheet.tables.map(({ id, name }) => {
      const range = worksheet.tables.getItem(id).getRange();
      range.load(CORNERS);
      return { name, range };
    });
    return { sheet, used, tables };
  });
  await context.sync();
  return loaded.flatMap(({ sheet, used, tables }): Place[] => {
    if (used.isNullObject) return [];
    const whole = areaOf(used);
    const inTables = tables.map(({ name, range }): Place => ({ sheet, table: name, area: areaOf(range) }));
    const covered = inTables.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
    const isTabular = inTables.length > 0 && covered >= whole.rows * whole.columns * COVERED;
    return isTabular ? inTables : [{ sheet, table: null, area: whole }];
  });
}

const CORNERS = 'rowIndex,columnIndex,rowCount,columnCount';

function areaOf(range: Excel.Range): Area {
  return { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** Rows at the head of a block whose formats are read, and rows spread over the rest. */
const HEAD_ROWS = 30;
const SPREAD_ROWS = 20;

async function readGrid(context: Excel.RequestContext, place: Place, onRows: (rows: number) => void): Promise<SourceGrid> {
  const { sheet, table, area } = place;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const values = await readValues(context, worksheet, area, onRows);
  const samples = sampleRows(area.rows).map((row) => {
    const range = worksheet.getRangeByIndexes(area.top + row, area.left, 1, area.columns);
    range.load('numberFormat');
    return { row, range };
  });
  const whole = worksheet.getRangeByIndexes(area.top, area.left, area.rows, area.columns);
  whole.load('rowHidden');
  await context.sync();
  return {
    sheet: sheet.name,
    table,
    top: area.top,
    left: area.left,
    values,
    formatSamples: samples.map(({ row, range }) => ({ row, formats: (range.numberFormat[0] ?? []) as string[] })),
    // No row hidden is false, all hidden true, some hidden null; only then is counting worth another request.
    hiddenRows: (whole.rowHidden as boolean | null) === false ? 0 : area.rows - (await visibleRows(context, whole)),
  };
}

async function visibleRows(context: Excel.RequestContext, range: Excel.Range): Promise<number> {
  const view = range.getVisibleView();
  view.load('rowCount');
  await context.sync();
  return view.rowCount;
}

export function sampleRows(rows: number): number[] {
  const head = Array.from({ length: Math.min(HEAD_ROWS, rows) }, (_, row) => row);
  const rest = rows - head.length;
  const spread = Math.min(SPREAD_ROWS, rest);
  return [...head, ...Array.from({ length: spread }, (_, index) => head.length + Math.floor((index * rest) / spread))];
}

/** The first grid whose cells are no longer those that were read; null where all are. */
export async function findChanged(
  context: Excel.RequestContext,
  survey: Survey,
  grids: readonly SourceGrid[],
  onRows: (rows: number) => void,
): Promise<SourceGrid | null> {
  for (const grid of grids) {
    const sheet = survey.sheets.find(({ name }) => name === grid.sheet);
    if (sheet === undefined) return grid;
    if (!(await isUnchanged(context, context.workbook.worksheets.getItem(sheet.id), grid, onRows))) return grid;
  }
  return null;
}

async function isUnchanged(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  grid: SourceGrid,
  onRows: (rows: number) => void,
): Promise<boolean> {
  const { top, left, values, table } = grid;
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  // A row added below or a column added beside is a change as well.
  const today = table === null ? sheet.getUsedRangeOrNullObject(true) : sheet.tables.getItemOrNullObject(table).getRange();
  today.load(CORNERS);
  await context.sync();
  if (today.isNullObject || !isSameArea(areaOf(today), { top, left, rows, columns })) return false;
  const now = await readValues(context, sheet, { top, left, rows, columns }, onRows);
  return now.every((row, index) => isSameRow(row, values[index] ?? []));
}

function isSameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.rows === b.rows && a.columns === b.columns;
}

function isSameRow(a: readonly RawCell[], b: readonly RawCell[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index]);
}
