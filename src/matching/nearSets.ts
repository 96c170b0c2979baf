/** Sets of amounts whose sum lies in a range: what is paid less a charge, a rounding or a small deduction. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import { evidence } from './matchWeight';
import { roundness } from './setEvidence';
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

/** Sets that chance may make at most: about one in so many finds is then wrong. */
const MOST_BY_CHANCE = 1 / 8;
const STRONGEST = 7;
/** Keeps a hopeless comparison readable; it is far below any threshold. */
const FLOOR = -12;

/** Sets of two (or one) to so many of the candidates, over the sums that they can have up to the target, `width` of them a hit. */
function byChance(candidates: number, items: number, width: Minor, target: Minor): number {
  let [sets, ofSize] = [0, 1];
  for (let size = 1; size <= Math.min(items, candidates); size++) {
    ofSize = (ofSize * (candidates - size + 1)) / size;
    if (size > 1 || items === 1) sets += ofSize;
  }
  return (sets * width) / Math.max(target, 1);
}

/** The weight of what so few sets would show by chance. */
export function weightOf(chance: number): number {
  return Math.max(FLOOR, Math.min(STRONGEST, -Math.log2(chance) - 1));
}

/** What it says that so many amounts add up to within a difference, against what chance would do. */
export function nearSumEvidence(items: number, candidates: number, within: Minor, target: Minor): Evidence {
  const chance = byChance(candidates, items, 2 * within + 1, target);
  return evidence('amount', `${items} add up within the tolerance`, weightOf(chance) - 1);
}

/**
 * What it says that these amounts add up to the cent. Round ones meet more often: only candidates as round as the set count,
 * and only sums as round; the same with a divisor (a price) that other candidates have as well.
 */
export function exactSumEvidence(members: readonly Minor[], candidates: readonly Minor[], target: Minor): Evidence {
  const chanceAt = (unit: Minor): number => byChance(multiplesOf(candidates, unit), members.length, unit, target);
  const divisor = members.length > 1 ? members.reduce(gcd, target) : 1;
  const round = chanceAt(roundness([...members, target]));
  const chance = multiplesOf(candidates, divisor) > members.length ? Math.max(round, chanceAt(divisor)) : round;
  return evidence('amount', `${members.length} add up to the cent`, weightOf(chance));
}

function multiplesOf(amounts: readonly Minor[], unit: Minor): number {
  return amounts.reduce((count, amount) => (amount % unit === 0 ? count + 1 : count), 0);
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The largest set that chance makes seldom enough. */
export function largestTelling(candidates: number, within: Minor, target: Minor, most: number): number {
  let size = 0;
  while (size < Math.min(most, candidates) && byChance(candidates, size + 1, 2 * within + 1, target) <= MOST_BY_CHANCE) size++;
  return size;
}
