/** What it proves that a set of amounts adds up: the less, the more sets would by chance. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import { evidence } from './matchWeight';

/** A set that adds up although none was to be expected by chance. */
const FULL = 7;
/** Up to so many sets by chance a set that adds up still says something. */
const MOST_BY_CHANCE = 8;
/** Keeps a hopeless comparison readable; it is far below any threshold. */
const FLOOR = -12;

/** Evidence that one of the sets of so many items adds up to the target to the cent. */
export function sumEvidence(items: number, candidates: readonly Minor[], target: Minor): Evidence {
  const chance = expectedByChance(candidates.length, items, unitOf(candidates, target), target);
  const weight = FULL - 2 * Math.log2(Math.max(chance, 1));
  return evidence('amount', `${items} add up to the cent`, Math.max(weight, FLOOR));
}

/** The largest number of items at which a set that adds up still says something, at most `most`; 0 where not even two do. */
export function tellingSize(candidates: readonly Minor[], target: Minor, most: number): number {
  const unit = unitOf(candidates, target);
  let size = 0;
  for (let items = 2; items <= Math.min(most, candidates.length); items++) {
    if (expectedByChance(candidates.length, items, unit, target) > MOST_BY_CHANCE) break;
    size = items;
  }
  return size;
}

/** Whether a pair that adds up would say something among so many candidates, of amounts like these. */
export function couldTell(count: number, like: readonly Minor[], target: Minor): boolean {
  return expectedByChance(count, 2, unitOf(like, target), target) <= MOST_BY_CHANCE;
}

/** Sets of two up to so many items, over the sums that they can have: all multiples of the unit up to the target. */
function expectedByChance(candidates: number, items: number, unit: Minor, target: Minor): number {
  let [sets, ofSize] = [0, candidates];
  for (let size = 2; size <= items; size++) {
    ofSize = (ofSize * (candidates - size + 1)) / size;
    sets += ofSize;
  }
  return (sets * unit) / target;
}

/** The largest unit of which all the amounts are multiples: 10,000 cents among round hundreds. */
function unitOf(candidates: readonly Minor[], target: Minor): Minor {
  return candidates.reduce(gcd, target);
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
