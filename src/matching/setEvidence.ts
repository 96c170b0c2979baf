/** What it proves that a set of amounts adds up: the less, the more sets would by chance. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import { clamped, evidence } from './matchWeight';

/** A set that adds up although none was to be expected by chance. */
const FULL = 7;
/** Up to so many sets by chance a set that adds up still says something. */
const MOST_BY_CHANCE = 8;

/** The largest number of items at which a set that adds up still says something, at most `most`; 0 where not even two do. */
export function tellingSize(candidates: readonly Minor[], target: Minor, most: number): number {
  const unit = unitOf(candidates, target);
  let size = 0;
  for (let items = 2; items <= Math.min(most, candidates.length); items++) {
    if (byChance(candidates.length, items, unit, target) > MOST_BY_CHANCE) break;
    size = items;
  }
  return size;
}

/** Whether a pair that adds up would say something among so many candidates, of amounts like these. */
export function couldTell(count: number, like: readonly Minor[], target: Minor): boolean {
  return byChance(count, 2, unitOf(like, target), target) <= MOST_BY_CHANCE;
}

/**
 * Evidence that a set of a contract's bills, or of contracts on one bill, adds up to the cent. Money mostly is paid in sums;
 * contracts seldom are billed in parts that nothing else names, so the same coincidence says less here.
 * @param rivals how many targets the candidates have: each of them is one more chance of a set that means nothing
 */
export function contractSumEvidence(
  set: readonly Minor[],
  candidates: readonly Minor[],
  target: Minor,
  rivals: number,
): Evidence {
  const chance = chanceOf(set, candidates, target) * familyOf(rivals);
  return evidence('amount', `${set.length} add up to the cent`, clamped(CONTRACT - Math.log2(chance), FULL));
}

/** The largest set of contracts or their bills that would still say something among so many candidates. 0 where not even two do. */
export function tellingContractSize(count: number, target: Minor, rivals: number, most: number): number {
  let size = 0;
  for (let items = 2; items <= Math.min(most, count); items++) {
    if (byChance(count, items, 1, target) * familyOf(rivals) > 1) break;
    size = items;
  }
  return size;
}

/** Weight of a set of which one was to be expected by chance: just below a suggestion. */
const CONTRACT = 1;

/** A block with two targets is as one with one; beyond, every second target is taken for one that has no set. */
function familyOf(rivals: number): number {
  return Math.max(1, rivals / 2);
}

/**
 * Sets to be expected by chance among candidates as round as this one. Round amounts add up to round ones easily: the unit is
 * the roundness that set and target share, or a divisor (a price) that other candidates have as well.
 */
function chanceOf(set: readonly Minor[], candidates: readonly Minor[], target: Minor): number {
  const units = [1, roundness([...set, target])];
  const divisor = set.reduce(gcd, target);
  if (countMultiples(candidates, divisor) > set.length) units.push(divisor);
  return Math.max(...units.map((unit) => byChance(countMultiples(candidates, unit), set.length, unit, target)));
}

function countMultiples(amounts: readonly Minor[], unit: Minor): number {
  return amounts.reduce((count, amount) => (amount % unit === 0 ? count + 1 : count), 0);
}

/** The largest of 1, 5, 10, 50, 100 … that divides all the amounts. */
export function roundness(amounts: readonly Minor[]): Minor {
  let unit = 1;
  for (let factor = 5; amounts.every((amount) => amount % (unit * factor) === 0) && unit < 1e12; factor = 7 - factor)
    unit *= factor;
  return unit;
}

/** Sets of two (or one) to so many of the candidates, over the sums that they can have up to the target, `width` of them a hit. */
function byChance(candidates: number, items: number, width: Minor, target: Minor): number {
  let [sets, ofSize] = [0, 1];
  for (let size = 1; size <= Math.min(items, candidates); size++) {
    ofSize = (ofSize * (candidates - size + 1)) / size;
    if (size > 1 || items === 1) sets += ofSize;
  }
  return (sets * width) / Math.max(target, 1);
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

/** Sets that chance may make at most: about one in so many finds is then wrong. */
const SELDOM = 1 / 8;

/** The weight of what so few sets would show by chance. */
export function weightOf(chance: number): number {
  return clamped(-Math.log2(chance) - 1, FULL);
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
  const chanceAt = (unit: Minor): number => byChance(countMultiples(candidates, unit), members.length, unit, target);
  const divisor = members.length > 1 ? members.reduce(gcd, target) : 1;
  const round = chanceAt(roundness([...members, target]));
  const chance = countMultiples(candidates, divisor) > members.length ? Math.max(round, chanceAt(divisor)) : round;
  return evidence('amount', `${members.length} add up to the cent`, weightOf(chance));
}

/** What it says that all the open amounts together, one set and no choice among many, are those of a payment to the cent. */
export function allOpenEvidence(members: readonly Minor[], target: Minor): Evidence {
  const chance = byChance(1, 1, roundness([...members, target]), target);
  return evidence('amount', `all ${members.length} open add up to the cent`, weightOf(chance));
}

/** The largest set that chance makes seldom enough. */
export function largestTelling(candidates: number, within: Minor, target: Minor, most: number): number {
  let size = 0;
  while (size < Math.min(most, candidates) && byChance(candidates, size + 1, 2 * within + 1, target) <= SELDOM) size++;
  return size;
}
