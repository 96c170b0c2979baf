/** Where on each sheet the sources are: its tables and named ranges, else its used range. */

import { around, cellsIn, commonArea, stripsAround } from './areas';
import { addressOf, filledBlock } from './filledBlock';
import type { NamedArea } from './namedAreas';
import { areaOf, CORNERS, rangeOf } from './readArea';
import type { Area } from './readArea';
import { isSame } from './survey';
import type { SurveyedSheet } from './survey';
import { TroubleError } from './trouble';

export interface Place {
  readonly sheet: SurveyedSheet;
  /** The name of a table or named range; null for a used range. */
  readonly table: string | null;
  readonly area: Area;
  /** Addresses of filled cells of the sheet that lie too far away to be read. */
  readonly apart: readonly string[];
}

interface Named {
  readonly name: string;
  readonly area: Area;
}

/**
 * The share of a sheet's cells from which on tables and named ranges are its data, and the rest is words around them.
 * Below it the used range is read whole. Either way no cell is given twice.
 */
const COVERED = 0.5;

/** @throws TroubleError where a sheet's data is scattered over more cells than can be read. */
export async function findPlaces(context: Excel.RequestContext, sheets: readonly SurveyedSheet[]): Promise<Place[]> {
  const loaded = sheets.map((sheet) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load(CORNERS);
    const tables = sheet.tables.map(({ id, name }) => {
      const table = worksheet.tables.getItem(id);
      table.load('showHeaders');
      const range = table.getRange();
      range.load(CORNERS);
      return { name, table, range };
    });
    return { sheet, worksheet, used, tables };
  });
  await context.sync();
  const places: Place[] = [];
  for (const { sheet, worksheet, used, tables } of loaded) {
    if (used.isNullObject) continue;
    // Without its header a table's first row is data: then the used range is read, and the header looked for or asked for.
    const inTables = tables
      .filter(({ table }) => table.showHeaders)
      .map(({ name, range }): Named => ({ name, area: areaOf(range) }));
    places.push(...(await placesOn(context, sheet, worksheet, areaOf(used), inTables)));
  }
  return places;
}

async function placesOn(
  context: Excel.RequestContext,
  sheet: SurveyedSheet,
  worksheet: Excel.Worksheet,
  used: Area,
  tables: readonly Named[],
): Promise<Place[]> {
  const block = await filledBlock(context, worksheet, used);
  const named = [...tables, ...(await namedTables(context, worksheet, sheet.named, used, tables))];
  const covered = named.reduce((sum, { area }) => sum + cellsIn(area), 0);
  const { area, apart } = block;
  if (named.length > 0 && (area === null || covered >= cellsIn(area) * COVERED)) {
    const beyond = area === null ? [addressOf(used)] : [...(await blocksBeside(context, worksheet, area, named)), ...apart];
    return named.map(({ name, area: own }, index) => ({ sheet, table: name, area: own, apart: index === 0 ? beyond : [] }));
  }
  if (area === null) throw scattered(sheet, used);
  return [{ sheet, table: null, area, apart }];
}

/**
 * Names that stand for whole tables: labels in the first row, and no further row below. A name for part of one (a column,
 * the rows under the header, last year's rows only) is none, and neither is one that overlaps a table or a larger such name.
 */
async function namedTables(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  names: readonly NamedArea[],
  used: Area,
  tables: readonly Named[],
): Promise<Named[]> {
  // A name for whole columns means the rows that are filled.
  const candidates = names.flatMap(({ name, area }): Named[] => {
    const filled = commonArea(area, used);
    return filled === null || filled.rows < 2 || filled.columns < 2 ? [] : [{ name, area: filled }];
  });
  if (candidates.length === 0) return [];
  const edges = candidates.map((candidate) => {
    const { top, rows } = candidate.area;
    const first = rangeOf(worksheet, { ...candidate.area, rows: 1 });
    const below = top + rows < used.top + used.rows ? rangeOf(worksheet, { ...candidate.area, top: top + rows, rows: 1 }) : null;
    first.load('values');
    below?.load('values');
    return { candidate, first, below };
  });
  await context.sync();
  const taken: Named[] = [...tables];
  edges
    .filter(({ first, below }) => isHeaderRow(first.values[0] ?? []) && filledIn(below?.values[0] ?? []) < 2)
    .map(({ candidate }) => candidate)
    .sort((a, b) => cellsIn(b.area) - cellsIn(a.area) || (a.name < b.name ? -1 : 1))
    .forEach((candidate) => {
      const isTaken = taken.some(({ name, area }) => isSame(name, candidate.name) || commonArea(area, candidate.area) !== null);
      if (!isTaken) taken.push(candidate);
    });
  return taken.slice(tables.length);
}

/** Blocks of these many cells around tables are more than titles and notes: it is said that they were not read. */
const BLOCK_ROWS = 4;
const BLOCK_COLUMNS = 3;

/** Addresses of blocks above, below and beside all tables. */
async function blocksBeside(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  filled: Area,
  named: readonly Named[],
): Promise<string[]> {
  const strips = stripsAround(filled, named.map(({ area }) => area).reduce(around)).map((strip) => {
    const range = rangeOf(worksheet, strip).getUsedRangeOrNullObject(true);
    range.load(CORNERS);
    return range;
  });
  if (strips.length > 0) await context.sync();
  return strips
    .filter(({ isNullObject }) => !isNullObject)
    .map(areaOf)
    .filter(({ rows, columns }) => rows >= BLOCK_ROWS && columns >= BLOCK_COLUMNS)
    .map(addressOf);
}

function isHeaderRow(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 2 && filled.length >= cells.length / 2 && filled.every((cell) => typeof cell === 'string');
}

function filledIn(cells: readonly unknown[]): number {
  return cells.filter((cell) => cell !== '').length;
}

function scattered({ name }: SurveyedSheet, used: Area): TroubleError {
  return new TroubleError({
    what: `The sheet “${name}” has cells filled all over ${addressOf(used)}: more than Tieout can read.`,
    next: 'Make its data a table (Ctrl+T), or delete what is not data, then read the sheets again.',
    where: { sheet: name, address: 'A1' },
  });
}
