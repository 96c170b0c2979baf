/** What a deal's amount is worth by its header: a contract, a year of it, a month. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';
import type { Settled } from '../settings/settle';
import { headerOf } from './facts';
import { pairSources } from './pairSources';
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
  const found = pairSources(grids, mappings).flatMap((source) => {
    const header = source.mapping.role === 'deals' ? headerOf(source, 'amount') : '';
    if (header === '') return [];
    const value = WORDS.find(([, words]) => words.test(normaliseHeader(header)))?.[0] ?? 'total';
    return [{ value, header }];
  });
  const [first] = found;
  return first === undefined || first.value === 'total' || found.some(({ value }) => value !== first.value) ? null : first;
}
