/** What the workbook holds before anything is read or written: sheets, tables, names, and which of them are ours. */

import { JOURNAL, parseRegistry, REGISTRY } from './registry';
import type { OwnSheet } from './registry';

export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly tables: readonly { readonly id: string; readonly name: string }[];
}

export interface Survey {
  readonly sheets: readonly SurveyedSheet[];
  readonly names: readonly string[];
  readonly isWorkbookProtected: boolean;
  /** Sheets of ours that are still there, with their ids and names of today. */
  readonly ours: readonly OwnSheet[];
  /** The journal of a write that did not end. */
  readonly journal: unknown;
}

export async function surveyWorkbook(context: Excel.RequestContext): Promise<Survey> {
  const { workbook } = context;
  const { worksheets, names, protection } = workbook;
  worksheets.load('items/id,items/name,items/protection/protected,items/tables/items/id,items/tables/items/name');
  names.load('items/name');
  protection.load('protected');
  const registry = workbook.settings.getItemOrNullObject(REGISTRY);
  registry.load('value');
  const journal = workbook.settings.getItemOrNullObject(JOURNAL);
  journal.load('value');
  await context.sync();
  const sheets = worksheets.items.map((sheet) => ({
    id: sheet.id,
    name: sheet.name,
    isProtected: sheet.protection.protected,
    tables: sheet.tables.items.map(({ id, name }) => ({ id, name })),
  }));
  return {
    sheets,
    names: names.items.map(({ name }) => name),
    isWorkbookProtected: protection.protected,
    ours: registry.isNullObject ? [] : oursOf(parseRegistry(registry.value).sheets, sheets),
    journal: journal.isNullObject ? null : (journal.value as unknown),
  };
}

/**
 * By id; where no sheet has the id any more (a file that another program saved), by the registered name together with all
 * registered tables. A sheet that lost a table is no longer counted as ours: it is left alone.
 */
function oursOf(registered: readonly OwnSheet[], sheets: readonly SurveyedSheet[]): OwnSheet[] {
  return registered.flatMap((own) => {
    const found = sheets.find(({ id }) => id === own.id) ?? sheets.find(({ name }) => name === own.name);
    const hasTables = Object.values(own.tables).every((table) => found?.tables.some(({ name }) => isSame(name, table)));
    return found !== undefined && hasTables ? [{ ...own, id: found.id, name: found.name }] : [];
  });
}

/** Names in Excel do not differ by case. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
