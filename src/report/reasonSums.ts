/** Items summed by gap and reason: what reason cells, explanations and bridges name. */

import type { Gap } from '../domain/measure';
import type { Minor } from '../domain/money';
import { CLASSES } from '../domain/reconciliation';
import type { ReasonClass, VarianceItem } from '../domain/reconciliation';

export interface ReasonSum {
  readonly gap: Gap;
  readonly code: string;
  readonly reasonClass: ReasonClass;
  readonly net: Minor;
  /** Sum of sizes: opposite errors do not hide each other. */
  readonly gross: Minor;
  readonly count: number;
}

/** Sums by gap and code, the largest net first, ties by gross, then code. */
export function reasonSums(items: readonly VarianceItem[], gap: Gap | null = null): ReasonSum[] {
  const sums = new Map<string, { -readonly [K in keyof ReasonSum]: ReasonSum[K] }>();
  for (const item of items) {
    if (gap !== null && item.gap !== gap) continue;
    // A text that is there already: none is made for each item.
    const key = gap === null ? `${item.gap} ${item.code}` : item.code;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { gap: item.gap, code: item.code, reasonClass: item.reasonClass, net: 0, gross: 0, count: 0 };
      sums.set(key, sum);
    }
    sum.net += item.amount;
    sum.gross += Math.abs(item.amount);
    sum.count += 1;
  }
  return [...sums.values()].sort(bySize);
}

function bySize(a: ReasonSum, b: ReasonSum): number {
  return Math.abs(b.net) - Math.abs(a.net) || b.gross - a.gross || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** The same sums, class by class in the order Definition … Unexplained. */
export function byClassThenSize(sums: readonly ReasonSum[]): ReasonSum[] {
  return [...sums].sort((a, b) => CLASSES.indexOf(a.reasonClass) - CLASSES.indexOf(b.reasonClass) || bySize(a, b));
}
