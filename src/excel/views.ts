/** How people left our tables, filtered and sorted: laid over the new rows once those stand. */

import type { SheetRecipe } from './recipe';

export async function restoreViews(context: Excel.RequestContext, recipes: readonly SheetRecipe[]): Promise<void> {
  for (const recipe of recipes) {
    if (recipe.kind === 'fresh') continue;
    for (const { actual, sort, filters } of recipe.tables) {
      const table = context.workbook.tables.getItem(actual);
      if (sort.length > 0) table.sort.apply(sort as Excel.SortField[]);
      for (const { header, criteria } of filters) table.columns.getItem(header).filter.apply(criteria as Excel.FilterCriteria);
    }
  }
  await context.sync();
}
