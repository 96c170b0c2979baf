/** Columns of our tables under headers that people renamed. */

import { TABLES } from './registry';
import type { SheetRecipe } from './recipe';

interface Column {
  readonly id: number | string;
  readonly name: string;
}

/**
 * The headers as Tieout wrote them, in the order of the columns as they stand; a column that a person added keeps its own.
 * @param written headers by column id when the table was last written.
 */
export function plannedHeaders(columns: readonly Column[], written: Readonly<Record<string, string>>): string[] {
  const names = new Set(columns.map(({ name }) => name));
  const headers = new Set(Object.values(written));
  return columns.map(({ id, name }) => {
    const header = written[String(id)];
    return headers.has(name) || header === undefined || names.has(header) ? name : header;
  });
}

/** Keeps the ids of our tables and of their columns, so that the next run knows them under other names. */
export async function rememberTables(context: Excel.RequestContext, recipes: readonly SheetRecipe[]): Promise<void> {
  const loaded = recipes.flatMap((recipe) => {
    const tables =
      recipe.kind === 'fresh'
        ? Object.entries(recipe.tables)
        : recipe.tables.map(({ planned, actual }) => [planned, actual] as const);
    return tables.map(([planned, actual]) => {
      const table = context.workbook.tables.getItem(actual);
      table.load('id');
      table.columns.load('items/id,items/name');
      return { planned, table, headers: recipe.headers[planned] ?? [] };
    });
  });
  await context.sync();
  const written = loaded.map(({ planned, table, headers }) => {
    const ours = new Set(headers);
    const columns = table.columns.items.filter(({ name }) => ours.has(name)).map(({ id, name }) => [String(id), name]);
    return [planned, { id: table.id, columns: Object.fromEntries(columns) as Record<string, string> }];
  });
  context.workbook.settings.add(TABLES, Object.fromEntries(written));
  await context.sync();
}
