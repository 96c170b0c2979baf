/** Links from our tables to the source cells, set after the result stands: by the text a cell shows, however people sorted. */

import type { TablePlan } from '../report/plan';
import type { SheetRecipe } from './recipe';

interface Linked {
  readonly target: string;
  readonly tip: string;
}

/** Targets of a table's links by column header and cell text. */
export function linkTargets({ columns, rows, links }: TablePlan): ReadonlyMap<string, ReadonlyMap<string, Linked>> {
  const byHeader = new Map<string, Map<string, Linked>>();
  for (const { row, column, target, tip } of links) {
    const header = columns[column]?.header;
    const text = rows[row]?.[column];
    if (header === undefined || typeof text !== 'string') continue;
    const targets = byHeader.get(header) ?? new Map<string, Linked>();
    targets.set(text, { target, tip });
    byHeader.set(header, targets);
  }
  return byHeader;
}

/** Rows of a table that get links: the first ones as sorted. */
const LINKED_ROWS = 500;

export async function setLinks(
  context: Excel.RequestContext,
  recipes: readonly SheetRecipe[],
  plans: readonly TablePlan[],
): Promise<void> {
  const bodies = plans.flatMap((plan) => {
    const actual = actualName(recipes, plan.name);
    if (actual === null || plan.links.length === 0) return [];
    return [...linkTargets(plan)].map(([header, targets]) => {
      const rows = Math.min(LINKED_ROWS, plan.rows.length);
      const range = context.workbook.tables
        .getItem(actual)
        .columns.getItem(header)
        .getDataBodyRange()
        .getCell(0, 0)
        .getResizedRange(rows - 1, 0);
      range.load('values');
      return { range, targets };
    });
  });
  await context.sync();
  for (const { range, targets } of bodies) range.setCellProperties(range.values.map(([text]) => [linkOf(text, targets)]));
  await context.sync();
}

/** One setting for all cells of a column: a link set on its own costs as much as hundreds of values. */
function linkOf(text: unknown, targets: ReadonlyMap<string, Linked>): Excel.SettableCellProperties {
  const linked = typeof text === 'string' ? targets.get(text) : undefined;
  if (linked === undefined || typeof text !== 'string') return {};
  return { hyperlink: { documentReference: linked.target, screenTip: linked.tip, textToDisplay: text } };
}

function actualName(recipes: readonly SheetRecipe[], planned: string): string | null {
  for (const recipe of recipes) {
    if (recipe.kind === 'fresh') {
      const actual = recipe.tables[planned];
      if (actual !== undefined) return actual;
    } else {
      const table = recipe.tables.find((candidate) => candidate.planned === planned);
      if (table !== undefined) return table.actual;
    }
  }
  return null;
}
