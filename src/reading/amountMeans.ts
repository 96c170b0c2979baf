/** What a deal's amount is worth by its header: a contract, a year of it, a month. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';
import type { Settled } from '../settings/settle';
import { normaliseHeader } from './text';

const WORDS: readonly (readonly [Settled['amountMeans'], RegExp])[] = [
  ['monthly', /\b(mrr|monthly|per month|a month|monatlich\w*|mensuel\w*|mensual\w*|maandelijks\w*|mensile)\b/],
  ['first year', /\b(first year|year 1|year one|erstes jahr|premiere annee|primer ano|primeiro ano|primo anno|eerste jaar)\b/],
  ['annual', /\b(acv|arr|annual|yearly|per year|a year|jahrlich\w*|jahreswert|annuel\w*|anual\w*|jaarlijks\w*|annuo|annuale)\b/],
];

/** Null where no header of a deals sheet says it, or two say otherwise. */
export function amountMeaning(
  grids: readonly SourceGrid[],
  mappings: readonly SourceMapping[],
): { readonly value: Settled['amountMeans']; readonly header: string } | null {
  const found = mappings.flatMap(({ sheet, table, block, role, headerRow, columns }) => {
    const column = columns.amount;
    if (role !== 'deals' || column === undefined || column < 0 || headerRow < 0 || block > 0) return [];
    const grid = grids.find((each) => each.sheet === sheet && each.table === table);
    const header = String(grid?.values[headerRow]?.[column] ?? '').trim();
    const value = WORDS.find(([, words]) => words.test(normaliseHeader(header)))?.[0] ?? 'total';
    return [{ value, header }];
  });
  const [first] = found;
  return first === undefined || first.value === 'total' || found.some(({ value }) => value !== first.value) ? null : first;
}
