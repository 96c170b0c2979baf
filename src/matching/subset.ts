/** Which of several amounts add up to a target, to the cent: exact, bounded, and honest about its outcome. */

import type { Minor } from '../domain/money';

/** Steps that several searches may spend together; one that finds it empty is stopped. */
export interface Budget {
  steps: number;
  /** What this one is part of: a customer's of the run's. */
  readonly within?: Budget;
}

/** Steps left to spend. */
export function available(budget: Budget): number {
  return budget.within === undefined ? budget.steps : Math.min(budget.steps, available(budget.within));
}

export function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  if (budget.within !== undefined) spend(budget.within, steps);
}

export interface SubsetRules {
  readonly minItems: number;
  /** Larger sets are not looked for: what they would prove is little. */
  readonly maxItems: number;
  /** Steps of this search alone. */
  readonly steps: number;
  /** True where equal amounts may stand for each other: sets of the same amounts are then one, the first of equals taken. */
  readonly equalsAlike: boolean;
}

export type SubsetResult =
  | { readonly outcome: 'found'; readonly items: readonly number[] }
  /** `complete` where these are all the sets there are. */
  | { readonly outcome: 'ambiguous'; readonly sets: readonly (readonly number[])[]; readonly complete: boolean }
  | { readonly outcome: 'nothing' }
  /** The sets found before the search was stopped; they are not known to be all. */
  | { readonly outcome: 'stopped'; readonly sets: readonly (readonly number[])[] };

/** Up to so many amounts are searched by branch and bound, up to the second number by meeting in the middle. */
const MOST_BRANCHED = 24;
export const MOST_MET = 40;
/** Sets of so few items are found by branching however many amounts there are. */
export const SMALL_SETS = 4;
export const MOST_SETS = 10;

/**
 * Looks for sets of amounts with exactly the target as sum, always for a second one too.
 * @param amounts minor units; only positive ones count. For sets of more than a few items the first `MOST_MET` are
 * searched, and where there are more the search counts as stopped.
 * @returns positions in `amounts`, ascending.
 */
export function findSubset(amounts: readonly Minor[], target: Minor, rules: SubsetRules, budget: Budget): SubsetResult {
  if (target <= 0) return { outcome: 'nothing' };
  const fitting = amounts.flatMap((amount, i) => (amount > 0 && amount <= target ? [i] : []));
  const total = fitting.reduce((sum, i) => sum + (amounts[i] ?? 0), 0);
  if (fitting.length < rules.minItems || total < target) return { outcome: 'nothing' };
  const branching = fitting.length <= MOST_BRANCHED || rules.maxItems <= SMALL_SETS;
  const searched = branching ? fitting : fitting.slice(0, MOST_MET);
  // Largest first; equal amounts keep their order, so the first of equals is the one taken.
  const order = [...searched].sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b);
  const sorted = Float64Array.from(order, (i) => amounts[i] ?? 0);
  const { sets, complete } = (branching ? branch : meet)(sorted, target, rules, budget);
  const named = sets.map((set) => set.map((at) => order[at] ?? 0).sort((a, b) => a - b));
  const all = complete && searched.length === fitting.length;
  if (named.length > 1) return { outcome: 'ambiguous', sets: named, complete: all && named.length < MOST_SETS };
  if (!all) return { outcome: 'stopped', sets: named };
  const [only] = named;
  return only === undefined ? { outcome: 'nothing' } : { outcome: 'found', items: only };
}

interface Search {
  readonly sets: number[][];
  readonly complete: boolean;
}

/**
 * Depth first over amounts sorted downwards; what is left of the list bounds each branch, and the last two items are found
 * from both ends of it. Sums beyond the safe integers only bound: they are far above any target, rounded or not.
 */
function branch(sorted: Float64Array, target: Minor, rules: SubsetRules, budget: Budget): Search {
  const count = sorted.length;
  const left = new Float64Array(count + 1);
  for (let i = count - 1; i >= 0; i--) left[i] = (left[i + 1] as number) + (sorted[i] as number);
  const sets: number[][] = [];
  const chosen: number[] = [];
  const given = Math.min(rules.steps, available(budget));
  let steps = given;

  const lastTwo = (from: number, remaining: number): void => {
    let [low, high] = [from, count - 1];
    while (low < high && sets.length < MOST_SETS) {
      if (--steps < 0) return;
      const [large, small] = [sorted[low] as number, sorted[high] as number];
      if (large + small > remaining) low++;
      else if (large + small < remaining) high--;
      else {
        const [lows, highs] = [low, high];
        // The runs of equals that begin and end here: each of one with each of the other.
        do low++;
        while (low < highs && sorted[low] === large);
        if (large === small) {
          pushPairs(lows, highs);
          return;
        }
        do high--;
        while (sorted[high] === small);
        for (let i = lows; i < (rules.equalsAlike ? lows + 1 : low) && sets.length < MOST_SETS; i++)
          for (let j = high + 1; j <= (rules.equalsAlike ? high + 1 : highs) && sets.length < MOST_SETS; j++)
            sets.push([...chosen, i, j]);
      }
    }
  };
  /** All pairs of a run of equals. */
  const pushPairs = (first: number, last: number): void => {
    for (let i = first; i < last && sets.length < MOST_SETS; i++)
      for (let j = i + 1; j <= last && sets.length < MOST_SETS; j++) {
        sets.push([...chosen, i, j]);
        if (rules.equalsAlike) return;
      }
  };
  const visit = (from: number, remaining: number): void => {
    if (chosen.length + 1 >= rules.minItems) {
      for (let i = firstOf(sorted, remaining, from); sorted[i] === remaining && sets.length < MOST_SETS; i++) {
        sets.push([...chosen, i]);
        if (rules.equalsAlike) break;
      }
    }
    const room = rules.maxItems - chosen.length;
    if (room === 2 && chosen.length + 2 >= rules.minItems) lastTwo(from, remaining);
    if (room < 3) return;
    let barren = 0;
    for (let i = from; i < count; i++) {
      const amount = sorted[i] as number;
      if ((left[i] as number) < remaining || amount * room < remaining) return;
      if (amount >= remaining || amount === barren) continue;
      if (--steps < 0 || sets.length >= MOST_SETS) return;
      const before = sets.length;
      chosen.push(i);
      visit(i + 1, remaining - amount);
      chosen.pop();
      if (steps < 0) return;
      // The next of equals has only fewer to go with.
      if (rules.equalsAlike || sets.length === before) barren = amount;
    }
  };
  visit(0, target);
  spend(budget, given - Math.max(steps, 0));
  return { sets, complete: steps >= 0 };
}

/** The first position from `from` on whose amount is no larger than the one wanted, in a list sorted downwards. */
function firstOf(sorted: Float64Array, wanted: Minor, from: number): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All sums of a half, ascending, each with the set that makes it as bits. */
interface Sums {
  readonly sums: Float64Array;
  readonly masks: Uint32Array;
}

/** Halves the list, lists each half's sums in order and lets the two lists meet at the target. */
function meet(sorted: Float64Array, target: Minor, rules: SubsetRules, budget: Budget): Search {
  // Every second amount, so that both halves hold large and small ones.
  const halves = [0, 1].map((parity) => [...sorted.keys()].filter((i) => i % 2 === parity));
  const cost = halves.reduce((sum, half) => sum + setsUpTo(half.length, rules.maxItems), 0);
  if (cost > available(budget)) return { sets: [], complete: false };
  spend(budget, cost);
  const [a, b] = halves.map((half) =>
    sumsOf(
      half.map((i) => sorted[i] ?? 0),
      target,
      rules.maxItems,
    ),
  ) as [Sums, Sums];
  const sets = new Map<string, number[]>();
  let looked = 0;
  for (let i = 0, j = b.sums.length - 1; i < a.sums.length && j >= 0;) {
    const sum = (a.sums[i] ?? 0) + (b.sums[j] ?? 0);
    if (sum > target) j--;
    else if (sum < target) i++;
    else {
      // Equal sums of the right half lie together: pair this left sum with each of them, then go on left.
      for (let k = j; k >= 0 && b.sums[k] === b.sums[j]; k--) {
        if (++looked > rules.steps || sets.size >= MOST_SETS) return { sets: [...sets.values()], complete: false };
        const set = [...membersOf(a.masks[i] ?? 0, halves[0] ?? []), ...membersOf(b.masks[k] ?? 0, halves[1] ?? [])].sort(
          (x, y) => x - y,
        );
        if (set.length < rules.minItems || set.length > rules.maxItems) continue;
        const canonical = rules.equalsAlike ? firstOfEquals(set, sorted) : set;
        sets.set(canonical.join(), canonical);
      }
      i++;
    }
  }
  return { sets: [...sets.values()], complete: true };
}

/** Sums of at most `maxItems` amounts, none above the target: each amount merges the list with itself moved up. */
function sumsOf(amounts: readonly Minor[], target: Minor, maxItems: number): Sums {
  let sums = new Float64Array(1);
  let masks = new Uint32Array(1);
  amounts.forEach((amount, bit) => {
    const nextSums = new Float64Array(sums.length * 2);
    const nextMasks = new Uint32Array(sums.length * 2);
    let [i, j, at] = [0, 0, 0];
    while (i < sums.length || j < sums.length) {
      const moved = j < sums.length ? (sums[j] ?? 0) + amount : Infinity;
      if (i < sums.length && (sums[i] ?? 0) <= moved) {
        nextSums[at] = sums[i] ?? 0;
        nextMasks[at++] = masks[i++] ?? 0;
      } else {
        if (moved > target) break;
        const mask = (masks[j++] ?? 0) | (1 << bit);
        if (bits(mask) > maxItems) continue;
        nextSums[at] = moved;
        nextMasks[at++] = mask;
      }
    }
    for (; i < sums.length; i++) {
      nextSums[at] = sums[i] ?? 0;
      nextMasks[at++] = masks[i] ?? 0;
    }
    sums = nextSums.slice(0, at);
    masks = nextMasks.slice(0, at);
  });
  return { sums, masks };
}

/** How many sets of at most so many items there are, the empty one among them. */
function setsUpTo(count: number, items: number): number {
  let [sets, ofSize] = [1, 1];
  for (let size = 1; size <= Math.min(items, count); size++) {
    ofSize = (ofSize * (count - size + 1)) / size;
    sets += ofSize;
  }
  return sets;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function membersOf(mask: number, half: readonly number[]): number[] {
  return half.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

/** The same amounts with the first positions that bear them. */
function firstOfEquals(set: readonly number[], sorted: Float64Array): number[] {
  const result: number[] = [];
  for (const at of set) {
    let first = at;
    while (first > 0 && sorted[first - 1] === sorted[at] && !result.includes(first - 1)) first--;
    if (result.includes(first)) first = at;
    result.push(first);
  }
  return [...new Set(result)].length === set.length ? result.sort((x, y) => x - y) : [...set];
}
