/** In which parts and at which rhythm a deal may be billed. */

import type { Deal } from './numbered';

/** Days of an average month. */
export const MONTH = 30.44;

/** Equal instalments. */
export interface Instalments {
  /** Months from bill to bill. */
  readonly months: number;
  readonly count: number;
  /** stated: by term and frequency · term: as many as fill the stated term · none: one of the usual numbers. */
  readonly stated: 'plan' | 'term' | 'none';
}

/** Parts of different size, in the order in which they are billed. */
export interface Parts {
  /** Of the whole, adding up to 1. */
  readonly shares: readonly number[];
  /** Months from bill to bill; null where only the order counts. */
  readonly months: number | null;
  /** "30/70", "12 months, 5 % more each". */
  readonly name: string;
}

/** Usual numbers of instalments by the months between them. */
const USUAL: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3, 4, 5, 6, 8, 9, 10, 12, 18, 24, 36, 48, 60],
  3: [2, 3, 4, 6, 8, 12, 16, 20],
  6: [2, 3, 4, 6, 8, 10],
  12: [2, 3, 4, 5],
};
const RHYTHMS = [1, 3, 6, 12] as const;

/** Months that a deal runs, as its columns say; null where they do not. */
export function termOf(deal: Deal): number | null {
  if (deal.termMonths !== null) return deal.termMonths;
  return deal.start !== null && deal.end !== null ? Math.round((deal.end - deal.start) / MONTH) : null;
}

/** The equal instalments that a deal may have: only the stated ones where its columns say. */
export function instalmentsOf(deal: Deal): readonly Instalments[] {
  const term = termOf(deal);
  const { billingMonths } = deal;
  if (billingMonths === 0) return [];
  if (term !== null && billingMonths !== null) {
    const count = Math.round(term / billingMonths);
    return count < 2 ? [] : [{ months: billingMonths, count, stated: 'plan' }];
  }
  return billingMonths === null && term === null ? ANY : usualOf(billingMonths === null ? RHYTHMS : [billingMonths], term);
}

function usualOf(rhythms: readonly number[], term: number | null): readonly Instalments[] {
  return rhythms.flatMap((months) =>
    (USUAL[months] ?? []).map((count): Instalments => ({ months, count, stated: count * months === term ? 'term' : 'none' })),
  );
}

/** Those of a deal whose columns say nothing. */
const ANY = usualOf(RHYTHMS, null);

/** Percentages in which projects and orders are billed. */
const PERCENTAGES: readonly (readonly number[])[] = [
  [50, 50],
  [30, 70],
  [40, 60],
  [20, 80],
  [10, 90],
  [25, 75],
  [70, 30],
  [60, 40],
  [80, 20],
  [90, 10],
  [50, 30, 20],
  [50, 25, 25],
  [50, 40, 10],
  [40, 40, 20],
  [40, 30, 30],
  [30, 40, 30],
  [30, 30, 40],
  [30, 60, 10],
  [20, 50, 30],
  [20, 40, 40],
  [25, 50, 25],
  [25, 25, 25, 25],
  [30, 30, 30, 10],
  [40, 30, 20, 10],
];

/** By how much a year's price is commonly above the one before, in percent. */
const STEPS = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 50, 100];

function sharesOf(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

const SHARES = PERCENTAGES.map((list): Parts => ({ shares: sharesOf(list), months: null, name: list.join('/') }));
/** By the number of years. */
const RAMPS = [2, 3, 4, 5].map((years) =>
  STEPS.map((step): Parts => {
    const weights = Array.from({ length: years }, (_, year) => (1 + step / 100) ** year);
    return { shares: sharesOf(weights), months: 12, name: `${years} years, ${step} % more each` };
  }),
);

/** The unequal parts in which a deal may be billed. */
export function partsOf(deal: Deal): readonly Parts[] {
  const { billingMonths } = deal;
  if (billingMonths !== null && billingMonths !== 12) return [];
  const ramps = RAMPS[Math.round((termOf(deal) ?? 0) / 12) - 2] ?? [];
  return billingMonths === 12 ? ramps : [...ramps, ...SHARES];
}
