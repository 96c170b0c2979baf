/** The sheets that Tieout did not make, as grids: values first, formats of a sample, hidden rows counted. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import { refuse1904 } from './dateSystem';
import { findPlaces } from './places';
import type { Place } from './places';
import { rangeOf, readValues } from './readArea';
import { surveyWorkbook } from './survey';
import type { Survey, SurveyedSheet } from './survey';
import { withExcel } from './session';
import { isStaged } from './staging';

export interface ReadSources {
  readonly grids: readonly SourceGrid[];
  /** Names of the sheets that the grids came from, by id. */
  readonly sheets: ReadonlyMap<string, string>;
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
    await refuse1904(context, grids);
    onProgress('read', 1);
    return { grids, sheets: new Map(places.map(({ sheet }) => [sheet.id, sheet.name])) };
  });
}

/** Sheets that are not and were not ours, nor staged by a write that broke off. */
export function foreignSheets({ sheets, ours, retired }: Survey): SurveyedSheet[] {
  const own = new Set([...ours, ...retired].map(({ id }) => id));
  return sheets.filter((sheet) => !own.has(sheet.id) && !isStaged(sheet));
}

/** Rows at the head of a block whose formats are read, and rows spread over the rest. */
const HEAD_ROWS = 30;
const SPREAD_ROWS = 20;

async function readGrid(context: Excel.RequestContext, place: Place, onRows: (rows: number) => void): Promise<SourceGrid> {
  const { sheet, table, area, apart } = place;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const values = await readValues(context, worksheet, area, onRows);
  const samples = sampleRows(area.rows).map((row) => {
    const range = rangeOf(worksheet, { ...area, top: area.top + row, rows: 1 });
    range.load('numberFormat');
    return { row, range };
  });
  const whole = rangeOf(worksheet, area);
  whole.load('rowHidden,rowCount');
  await context.sync();
  return {
    sheet: sheet.name,
    table,
    top: area.top,
    left: area.left,
    values,
    formatSamples: samples.map(({ row, range }) => ({ row, formats: (range.numberFormat[0] ?? []) as string[] })),
    hiddenRows: await hiddenRows(context, whole),
    ...(sheet.isHidden ? { isSheetHidden: true } : {}),
    ...(apart.length > 0 ? { apart } : {}),
  };
}

/** No row hidden is false, all hidden true, some hidden null; only then is counting worth another request. */
async function hiddenRows(context: Excel.RequestContext, range: Excel.Range): Promise<number> {
  const isHidden = range.rowHidden as boolean | null;
  if (isHidden !== null) return isHidden ? range.rowCount : 0;
  const view = range.getVisibleView();
  view.load('rowCount');
  await context.sync();
  return range.rowCount - view.rowCount;
}

export function sampleRows(rows: number): number[] {
  const head = Array.from({ length: Math.min(HEAD_ROWS, rows) }, (_, row) => row);
  const rest = rows - head.length;
  const spread = Math.min(SPREAD_ROWS, rest);
  return [...head, ...Array.from({ length: spread }, (_, index) => head.length + Math.floor((index * rest) / spread))];
}
