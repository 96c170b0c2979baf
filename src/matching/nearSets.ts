/** Sets of amounts whose sum lies in a range: what is paid less a charge, a rounding or a small deduction. */

import type { Minor } from '../domain/money';
import { available, MOST_SETS, spend } from './subset';
import type { Budget } from './subset';

export interface Range {
  readonly least: Minor;
  readonly most: Minor;
}

export interface NearSets {
  /** Positions in the amounts, ascending. At most `MOST_SETS`. */
  readonly sets: readonly (readonly number[])[];
  /** False where the search was stopped: the sets found are not known to be all. */
  readonly complete: boolean;
}

/**
 * Every set of `minItems` to `maxItems` positive amounts whose sum lies in the range, by depth first over the amounts sorted
 * downwards, bounded by what is left of them. Spends at most `steps` of the budget.
 */
export function findNearSets(
  amounts: readonly Minor[],
  { least, most }: Range,
  rules: { readonly minItems: number; readonly maxItems: number; readonly steps: number },
  budget: Budget,
): NearSets {
  const order = amounts
    .flatMap((amount, i) => (amount > 0 && amount <= most ? [i] : []))
    .sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b);
  const sorted = Float64Array.from(order, (i) => amounts[i] ?? 0);
  const left = new Float64Array(sorted.length + 1);
  for (let i = sorted.length - 1; i >= 0; i--) left[i] = (left[i + 1] ?? 0) + (sorted[i] ?? 0);
  const sets: number[][] = [];
  const chosen: number[] = [];
  const given = Math.max(0, Math.min(rules.steps, available(budget)));
  let steps = given;
  const visit = (from: number, sum: Minor): void => {
    const room = rules.maxItems - chosen.length;
    for (let i = from; i < sorted.length && sets.length < MOST_SETS; i++) {
      const amount = sorted[i] as number;
      if (sum + (left[i] as number) < least || sum + amount * room < least) return;
      if (sum + amount > most) continue;
      if (--steps < 0) return;
      chosen.push(i);
      if (chosen.length >= rules.minItems && sum + amount >= least) sets.push(chosen.map((at) => order[at] ?? 0));
      if (room > 1) visit(i + 1, sum + amount);
      chosen.pop();
    }
  };
  visit(0, 0);
  spend(budget, given - Math.max(steps, 0));
  return { sets: sets.map((set) => set.sort((a, b) => a - b)), complete: steps >= 0 && sets.length < MOST_SETS };
}
