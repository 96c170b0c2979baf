/** What people made of our tables since the last run: added columns, filters, sort order, the place of the table. */

import type { RawCell } from '../domain/grid';
import { plannedHeaders } from './ownColumns';
import type { TablePlan } from '../report/plan';
import { bodyOf, CORNERS, readCells, readValues } from './readArea';
import type { Area } from './readArea';
import type { SheetLayout } from './layout';
import type { OwnSheet } from './registry';

export interface AddedColumn {
  readonly header: string;
  readonly values: readonly RawCell[];
  /** "" or a value where the cell holds no formula. */
  readonly formulasR1C1: readonly RawCell[];
}

export interface ExistingTable {
  readonly plan: TablePlan;
  readonly actual: string;
  readonly rows: number;
  /** Keys of the rows as they stand, by the table's key headers. */
  readonly keys: readonly string[];
  readonly added: readonly AddedColumn[];
  /** Columns of ours under another header: a person's, or the one of a run under other settings. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Headers of ours that are not there any more. */
  readonly missing: readonly string[];
  readonly filters: readonly { readonly header: string; readonly criteria: unknown }[];
  readonly sort: readonly unknown[];
}

/** By layout, its tables in their order; one request for all, and more where people added columns. */
export async function readExisting(
  context: Excel.RequestContext,
  layouts: readonly SheetLayout[],
): Promise<ReadonlyMap<SheetLayout, readonly ExistingTable[]>> {
  const asked = layouts.flatMap((layout) =>
    layout.own === null ? [] : [{ layout, tables: askFor(context, layout, layout.own) }],
  );
  if (asked.length > 0) await context.sync();
  const read = new Map<SheetLayout, ExistingTable[]>();
  for (const { layout, tables } of asked) {
    const existing: ExistingTable[] = [];
    for (const table of tables) existing.push(await readTable(context, table));
    read.set(layout, existing);
  }
  return read;
}

interface AskedTable {
  readonly sheet: Excel.Worksheet;
  readonly plan: TablePlan;
  readonly actual: string;
  readonly written: Readonly<Record<string, string>>;
  readonly table: Excel.Table;
  readonly range: Excel.Range;
}

function askFor(context: Excel.RequestContext, { plan: { tables }, tables: names }: SheetLayout, own: OwnSheet): AskedTable[] {
  const sheet = context.workbook.worksheets.getItem(own.id);
  return tables.map((plan) => {
    const actual = names[plan.name] ?? plan.name;
    const table = sheet.tables.getItem(actual);
    const range = table.getRange();
    range.load(CORNERS);
    table.columns.load('items/id,items/name,items/filter/criteria');
    table.sort.load('fields');
    return { sheet, plan, actual, written: own.written[plan.name]?.columns ?? {}, table, range };
  });
}

async function readTable(
  context: Excel.RequestContext,
  { sheet, plan, actual, written, table, range }: AskedTable,
): Promise<ExistingTable> {
  const area = bodyOf(range);
  const { items } = table.columns;
  const nowCalled = new Map(
    plan.columns.flatMap(({ header, otherHeader }) => (otherHeader === undefined ? [] : [[otherHeader, header]])),
  );
  const headers = plannedHeaders(items, written).map((header) => nowCalled.get(header) ?? header);
  const ours = new Set(plan.columns.map(({ header }) => header));
  const filters = items.flatMap(({ name, filter }, index) => {
    const criteria = given(filter.criteria);
    return hasMeaning(criteria) ? [{ header: headers[index] ?? name, criteria }] : [];
  });
  const sort = (table.sort.fields as unknown[]).map(given);
  const addedHeaders = headers.filter((header) => !ours.has(header));
  const keyColumns = addedHeaders.length === 0 ? [] : plan.key.map((header) => headers.indexOf(header));
  const keyValues = await readColumns(context, sheet, area, keyColumns);
  const added: AddedColumn[] = [];
  for (const header of addedHeaders) added.push(await readAdded(context, sheet, area, header, headers.indexOf(header)));
  const rows = keyColumns.length === 0 ? 0 : area.rows;
  return {
    plan,
    actual,
    rows: area.rows,
    keys: numbered(Array.from({ length: rows }, (_, row) => keyValues.map((values) => String(values[row] ?? '')).join('\u0000'))),
    added,
    renamed: items.flatMap(({ name }, index) => (headers[index] === name ? [] : [{ from: name, to: headers[index] ?? name }])),
    missing: plan.columns.map(({ header }) => header).filter((header) => !headers.includes(header)),
    filters,
    sort,
  };
}

/** Excel answers null for what a filter or sort does not use, and refuses to be given it again. */
function given(settings: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(settings ?? {}).filter(([, value]) => value !== null && value !== ''));
}

function hasMeaning({ filterOn, criterion1, values }: Readonly<Record<string, unknown>>): boolean {
  if (filterOn === undefined) return false;
  return (
    (filterOn !== 'Values' && filterOn !== 'Custom') || criterion1 !== undefined || (Array.isArray(values) && values.length > 0)
  );
}

async function readColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  columns: readonly number[],
): Promise<RawCell[][]> {
  const read: RawCell[][] = [];
  for (const column of columns) {
    const values = column < 0 ? [] : await readValues(context, sheet, { ...area, left: area.left + column, columns: 1 });
    read.push(values.map(([cell]) => cell ?? ''));
  }
  return read;
}

async function readAdded(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  header: string,
  column: number,
): Promise<AddedColumn> {
  const cells = { ...area, left: area.left + column, columns: 1 };
  const values = await readCells(context, sheet, cells, 'values');
  const formulas = await readCells(context, sheet, cells, 'formulasR1C1');
  return {
    header,
    values: values.map(([cell]) => cell ?? ''),
    formulasR1C1: formulas.map(([cell]) => cell ?? ''),
  };
}

/** Equal keys are told apart by their order: "k", "k#2" … */
export function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
