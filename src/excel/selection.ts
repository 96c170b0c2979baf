/** What is selected, told by keys that a run knows: rows of our tables, figures of Summary, rows of the sources. */

import type { RawCell } from '../domain/grid';
import { cellAddress } from '../report/a1';
import { tableOfPart } from '../report/parts';
import { EXCEPTIONS, LEFT_OUT, MATCHES, RECONCILIATION, VARIANCES } from '../report/tableNames';
import type { Asked } from '../report/explain/explanation';
import type { Selection } from '../report/explain/selection';
import { openTables } from './openTable';
import type { OpenTable } from './openTable';
import { areaOf, CORNERS } from './readArea';
import type { Area } from './readArea';
import type { KeptRow } from './readTables';
import { textOf } from './readTables';
import { parseRegistry, parseTables, REGISTRY, TABLES } from './registry';
import type { OwnSheet, RegisteredSheet } from './registry';
import { MOST_ROWS, readSelectedRows, touchedRows } from './selectedRows';
import type { SelectedRows } from './selectedRows';
import { withExcel } from './session';
import { firstShown, hiddenColumns, rowsOf } from './sight';
import { oursOf, surveyedTables, TABLE_MEMBERS } from './survey';
import { isNoCells } from './trouble';

/** @param sources names under which sheets were read as sources, by id. */
export async function readSelection(sources: ReadonlyMap<string, string>): Promise<Selection> {
  try {
    return await withExcel((context) => read(context, sources));
  } catch (error) {
    if (isNoCells(error)) return { ...NOTHING, on: 'drawing' };
    throw error;
  }
}

const NOTHING: Selection = { place: null, asked: null, on: 'other', rows: 0, omitted: 0, cells: {} };

interface Selected {
  readonly sheet: Excel.Worksheet;
  readonly areas: readonly Area[];
  readonly place: NonNullable<Selection['place']>;
}

async function read(context: Excel.RequestContext, sources: ReadonlyMap<string, string>): Promise<Selection> {
  const { workbook } = context;
  const ranges = workbook.getSelectedRanges();
  ranges.areas.load(`items/${CORNERS.replaceAll(',', ',items/')}`);
  const sheet = ranges.worksheet;
  sheet.load('id,name');
  sheet.tables.load(TABLE_MEMBERS.join(','));
  const registry = workbook.settings.getItemOrNullObject(REGISTRY);
  registry.load('value');
  const tables = workbook.settings.getItemOrNullObject(TABLES);
  tables.load('value');
  await context.sync();
  const areas = ranges.areas.items.map(areaOf);
  const [first] = areas;
  if (first === undefined) return NOTHING;
  const selected = { sheet, areas, place: { sheet: sheet.name, address: cellAddress(first.top, first.left) } };
  const registered = parseRegistry(registry.isNullObject ? null : registry.value).sheets;
  const [own] = oursOf(
    registered,
    [{ id: sheet.id, name: sheet.name, tables: surveyedTables(sheet.tables) }],
    parseTables(tables.isNullObject ? null : tables.value),
  );
  if (own !== undefined) return readOwn(context, selected, own, isWhole(own, registered));
  const source = sources.get(sheet.id);
  return source === undefined ? { ...NOTHING, place: selected.place } : readSource(context, selected, source);
}

interface Explained {
  readonly table: string;
  readonly headers: readonly string[];
  readonly ask: (selected: SelectedRows, header: string) => Asked;
}

const texts = (rows: readonly KeptRow[], header: string): string[] =>
  rows.map((row) => textOf(row, header)).filter((text) => text !== '');

/** The tables that can be explained, and what tells a row of each. */
const EXPLAINED: readonly Explained[] = [
  {
    table: RECONCILIATION,
    headers: ['Line key'],
    ask: ({ rows, isAll }, header) => ({
      kind: 'lines',
      keys: isAll && rows.length === 0 ? null : texts(rows, 'Line key'),
      header,
    }),
  },
  {
    table: VARIANCES,
    headers: ['Line key', 'Gap', 'Code', 'Certainty', 'Deal', 'Invoice'],
    ask: ({ rows }) => ({
      kind: 'variances',
      rows: rows.map((row) => ({
        line: textOf(row, 'Line key'),
        gap: textOf(row, 'Gap'),
        code: textOf(row, 'Code'),
        certainty: textOf(row, 'Certainty'),
        deal: textOf(row, 'Deal'),
        invoice: textOf(row, 'Invoice'),
      })),
    }),
  },
  {
    table: EXCEPTIONS,
    headers: ['Exception key'],
    ask: ({ rows }) => ({ kind: 'exceptions', keys: texts(rows, 'Exception key') }),
  },
  {
    table: MATCHES,
    headers: ['Match key'],
    ask: ({ rows }) => ({ kind: 'matches', keys: texts(rows, 'Match key') }),
  },
  {
    table: LEFT_OUT,
    headers: ['Source', 'Row'],
    ask({ rows }) {
      const [first] = rows;
      const sheet = first === undefined ? '' : textOf(first, 'Source');
      const own = rows.filter((row) => textOf(row, 'Source') === sheet).map((row) => Number(row['Row']));
      return { kind: 'source', sheet, rows: own.filter((row) => row > 0) };
    },
  },
];

/** No other sheet holds rows of the same table. */
function isWhole(own: OwnSheet, registered: readonly RegisteredSheet[]): boolean {
  const tables = new Set(Object.keys(own.tables).map(tableOfPart));
  return registered.filter((sheet) => Object.keys(sheet.tables).some((name) => tables.has(tableOfPart(name)))).length === 1;
}

/** @param whole whether all rows of the table are on the sheet. */
async function readOwn(context: Excel.RequestContext, selected: Selected, own: OwnSheet, whole: boolean): Promise<Selection> {
  const { place } = selected;
  const held = new Set(Object.keys(own.tables).map(tableOfPart));
  const explained = EXPLAINED.find(({ table }) => held.has(table));
  if (explained === undefined)
    return own.planned === 'Summary' ? readFigure(context, selected) : { ...NOTHING, place, on: 'ours' };
  const [table = null] = await openTables(context, [own], explained.table);
  const rows = table === null ? [] : touchedRows(table, selected.areas);
  if (table === null || rows.length === 0) return { ...NOTHING, place, on: 'ours' };
  const read = await readSelectedRows(context, table, rows, explained.headers, whole);
  const asked = explained.ask(read, headerOf(table, selected.areas));
  const looked = asked.kind === 'lines' && asked.keys === null ? read.visible : Math.min(read.visible, MOST_ROWS);
  const isBlank = !(asked.kind === 'lines' && asked.keys === null) && countOf(asked) === 0;
  return {
    place,
    asked: isBlank ? null : asked,
    on: 'ours',
    rows: looked,
    omitted: read.visible - looked,
    cells: read.rows.length === 1 && table.body.rows > 0 ? (read.rows[0] ?? {}) : {},
  };
}

function countOf(asked: Asked): number {
  if (asked.kind === 'variances' || asked.kind === 'source') return asked.rows.length;
  return asked.kind === 'figure' ? 1 : (asked.keys?.length ?? 0);
}

/** The header over the selection where it is in one column; else "". */
function headerOf({ body, headers }: OpenTable, areas: readonly Area[]): string {
  const columns = new Set(areas.flatMap(({ left, columns: width }) => (width === 1 ? [left] : [left, left + 1])));
  const [only, ...more] = columns;
  return only === undefined || more.length > 0 ? '' : (headers[only - body.left] ?? '');
}

/** Rows above a figure that are looked through for the head of its list. */
const ABOVE = 40;
const MOST_COLUMNS = 30;

async function readFigure(context: Excel.RequestContext, { sheet, areas, place }: Selected): Promise<Selection> {
  const [area] = areas;
  const nothing: Selection = { ...NOTHING, place, on: 'ours' };
  if (area === undefined || area.left >= MOST_COLUMNS) return nothing;
  const row = sheet.getRangeByIndexes(area.top, 0, 1, area.left + 1);
  const top = Math.max(0, area.top - ABOVE);
  const column = sheet.getRangeByIndexes(top, area.left, area.top - top + 1, 1);
  row.load('values');
  column.load('values');
  await context.sync();
  const beside = words((row.values as RawCell[][])[0] ?? []);
  const above = words((column.values as RawCell[][]).map(([cell]) => cell ?? ''));
  return beside.length === 0 ? nothing : { ...nothing, asked: { kind: 'figure', beside, above }, rows: 1 };
}

/** Texts, the last first. */
const words = (cells: readonly RawCell[]): string[] =>
  cells.filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '').reverse();

/** Rows of a source that are looked at one by one. */
const MOST_SOURCE_ROWS = 200;

/** Rows in sight, from the top, of what is filled. */
async function readSource(context: Excel.RequestContext, { sheet, areas, place }: Selected, name: string): Promise<Selection> {
  const [first] = areas;
  const isSingle = areas.length === 1 && first?.rows === 1;
  if (isSingle)
    return { ...NOTHING, place, on: 'source', asked: { kind: 'source', sheet: name, rows: [first.top + 1] }, rows: 1 };
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(`${CORNERS},columnHidden`);
  await context.sync();
  const nothing: Selection = { ...NOTHING, place, on: 'source' };
  if (used.isNullObject) return nothing;
  const filled = areaOf(used);
  const { top, rows } = filled;
  const shown = firstShown(filled, await hiddenColumns(context, sheet, filled, used));
  if (shown === null) return nothing;
  const views = areas.flatMap((area) => {
    const from = Math.max(area.top, top);
    const count = Math.min(area.top + area.rows, top + rows) - from;
    if (count <= 0) return [];
    const view = sheet.getRangeByIndexes(from, shown, Math.min(count, MOST_SOURCE_ROWS), 1).getVisibleView();
    view.load('cellAddresses');
    return [{ view, count }];
  });
  if (views.length > 0) await context.sync();
  const seen = views.flatMap(({ view }) => rowsOf(view).map((row) => row + 1));
  const numbers = [...new Set(seen)].slice(0, MOST_SOURCE_ROWS);
  if (numbers.length === 0) return nothing;
  const cut = views.reduce((sum, { count }) => sum + Math.max(0, count - MOST_SOURCE_ROWS), 0);
  return {
    ...nothing,
    asked: { kind: 'source', sheet: name, rows: numbers },
    rows: numbers.length,
    omitted: cut + seen.length - numbers.length,
  };
}
