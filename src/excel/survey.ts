/** What the workbook holds before anything is read or written: sheets, tables, names, and which of them are ours. */

import { namedArea } from './namedAreas';
import type { NamedArea } from './namedAreas';
import { isOurTable } from './recognise';
import { JOURNAL, parseRegistry, parseTables, REGISTRY, TABLES } from './registry';
import type { OwnSheet, RegisteredSheet, WrittenTables } from './registry';

export interface SurveyedTable {
  readonly id: string;
  readonly name: string;
  readonly headers: readonly string[];
}

export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  /** Hidden or very hidden: a person does not see its tab. */
  readonly isHidden: boolean;
  readonly tables: readonly SurveyedTable[];
  /** The workbook's and its own names that stand for a rectangle on it. */
  readonly named: readonly NamedArea[];
}

export interface Survey {
  readonly sheets: readonly SurveyedSheet[];
  readonly names: readonly string[];
  readonly isWorkbookProtected: boolean;
  /** Sheets of ours that are still there, with their ids and names of today. */
  readonly ours: readonly OwnSheet[];
  /** Sheets that were ours until a person took a table of theirs away: neither written nor read. */
  readonly retired: readonly { readonly id: string; readonly name: string; readonly planned: string | null }[];
  /** The journal of a write that did not end. */
  readonly journal: unknown;
}

export const TABLE_MEMBERS = ['items/id', 'items/name', 'items/columns/items/name'];

/** @param tables with `TABLE_MEMBERS` loaded. */
export const surveyedTables = ({ items }: Excel.TableCollection): SurveyedTable[] =>
  items.map(({ id, name, columns }) => ({ id, name, headers: columns.items.map((column) => column.name) }));

const SHEET_MEMBERS = [
  ...['id', 'name', 'visibility', 'protection/protected'],
  ...TABLE_MEMBERS.map((member) => `tables/${member}`),
  ...['names/items/name', 'names/items/formula', 'names/items/visible'],
]
  .map((member) => `items/${member}`)
  .join(',');

export async function surveyWorkbook(context: Excel.RequestContext): Promise<Survey> {
  const { workbook } = context;
  const { worksheets, names, protection } = workbook;
  worksheets.load(SHEET_MEMBERS);
  names.load('items/name,items/formula,items/visible');
  protection.load('protected');
  const registry = workbook.settings.getItemOrNullObject(REGISTRY);
  registry.load('value');
  const tables = workbook.settings.getItemOrNullObject(TABLES);
  tables.load('value');
  const journal = workbook.settings.getItemOrNullObject(JOURNAL);
  journal.load('value');
  await context.sync();
  const shared = namedAreas(names.items);
  const sheets = worksheets.items.map((sheet) => ({
    id: sheet.id,
    name: sheet.name,
    isProtected: sheet.protection.protected,
    isHidden: sheet.visibility !== 'Visible',
    tables: surveyedTables(sheet.tables),
    named: [...namedAreas(sheet.names.items), ...shared].filter((named) => isSame(named.sheet, sheet.name)),
  }));
  const { sheets: registered, retired } = parseRegistry(registry.isNullObject ? null : registry.value);
  const claimed = claimedOf(registered, sheets, parseTables(tables.isNullObject ? null : tables.value));
  const ours = claimed.filter((own) => isRecognised(own, sheets));
  return {
    sheets,
    names: names.items.map(({ name }) => name),
    isWorkbookProtected: protection.protected,
    ours,
    retired: retiredOf(registered, retired, claimed, sheets),
    journal: journal.isNullObject ? null : (journal.value as unknown),
  };
}

function namedAreas(items: readonly Excel.NamedItem[]): NamedArea[] {
  return items.flatMap(({ name, formula, visible }) => namedArea({ name, formula: String(formula), isVisible: visible }) ?? []);
}

type Looked = Pick<SurveyedSheet, 'id' | 'name' | 'tables'>;

/** Registered sheets that are there with all of their tables, and are what the registry says. */
export function oursOf(registered: readonly RegisteredSheet[], sheets: readonly Looked[], written: WrittenTables): OwnSheet[] {
  return claimedOf(registered, sheets, written).filter((own) => isRecognised(own, sheets));
}

function isRecognised({ id, tables }: OwnSheet, sheets: readonly Looked[]): boolean {
  const there = sheets.find((sheet) => sheet.id === id);
  return there !== undefined && holdsOurs(there, Object.entries(tables));
}

/** Whether a sheet holds tables of ours. @param tables planned and actual names; a sheet of which none is claimed is not ours. */
export function holdsOurs(
  { tables: there }: Pick<SurveyedSheet, 'tables'>,
  tables: readonly (readonly [string, string])[],
): boolean {
  return (
    tables.length > 0 &&
    tables.every(([planned, actual]) => isOurTable(planned, there.find(({ name }) => isSame(name, actual))?.headers ?? []))
  );
}

/**
 * By id; where no sheet has the id any more (a file that another program saved), by the registered name together with all
 * registered tables. A table is known by its name, else by its id. A sheet that lost a table is no longer counted as ours: it
 * is left alone.
 */
function claimedOf(registered: readonly RegisteredSheet[], sheets: readonly Looked[], written: WrittenTables): OwnSheet[] {
  return registered.flatMap((own) => {
    const found = sheets.find(({ id }) => id === own.id) ?? sheets.find(({ name }) => name === own.name);
    if (found === undefined) return [];
    const tables = Object.entries(own.tables).map(([planned, actual]): [string, string | undefined] => {
      const byName = found.tables.find(({ name }) => isSame(name, actual));
      return [planned, (byName ?? found.tables.find(({ id }) => id === written[planned]?.id))?.name];
    });
    const there = tables.filter((table): table is [string, string] => table[1] !== undefined);
    // Every sheet of ours has a table: a registry that claims one without is not ours.
    if (tables.length === 0 || there.length < tables.length) return [];
    return [{ ...own, id: found.id, name: found.name, tables: Object.fromEntries(there), written }];
  });
}

function retiredOf(
  registered: readonly RegisteredSheet[],
  before: readonly string[],
  claimed: readonly OwnSheet[],
  sheets: readonly SurveyedSheet[],
): Survey['retired'] {
  // One that has the tables and is not recognised never was ours: it is a source as any other.
  const own = new Set(claimed.map(({ id }) => id));
  const planned = new Map(registered.map((sheet) => [sheet.id, sheet.planned]));
  return sheets
    .filter(({ id }) => !own.has(id) && (planned.has(id) || before.includes(id)))
    .map(({ id, name }) => ({ id, name, planned: planned.get(id) ?? null }));
}

/** Names in Excel do not differ by case. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
