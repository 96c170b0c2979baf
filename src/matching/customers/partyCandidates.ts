/** Which parties come into question for each, and what name and facts weigh together: plain arrays, no objects a pair. */

import { cosineOf, pairWeight, rankNames } from '../names/ranking';
import type { NameIndex } from '../names/ranking';
import type { Candidates } from '../names/rivals';
import { totalWeight } from '../matchWeight';
import type { Party } from './parties';
import { isIdentifying } from './factWeights';
import { compareFacts, indexFacts } from './partyFacts';
import type { SharedFacts } from './partyFacts';
import type { PartyContext } from './partyLinks';

export interface Pairs extends Candidates {
  /** 1 where more than the names speaks for a pair. */
  readonly isFact: Uint8Array;
}

/** What another name weighs at most against parties that share an id, a tax number, a domain or documents. */
export const OTHER_NAME = -4;
/** Candidates by name whose facts are compared; who shares an identifying fact is a candidate by that fact anyway. */
const WITH_FACTS = 4;
const NOBODY = -1;

/**
 * Candidates of each query, best first, ties by position. Targets of one name are one candidate and a second, which shows
 * the tie: ten thousand equal names cost no more than two.
 * @param isAllowed whether a person left it open that two are one
 * @param isSameWordsOnly whether names that are only alike are left aside
 */
export function gatherCandidates(
  queries: readonly number[],
  targets: readonly number[],
  index: NameIndex,
  context: PartyContext,
  isAllowed: (a: Party, b: Party) => boolean,
  isSameWordsOnly: boolean,
): Pairs {
  const { parties, names } = context;
  const chance = index.comparing.chance;
  const facts = indexFacts(targets, parties, context);
  const positionOf = new Int32Array(parties.length).fill(NOBODY);
  targets.forEach((target, at) => (positionOf[target] = at));
  const bearers = bearersOf(targets, names.count, names.nameOf, context.rootOf);
  const ranked = isSameWordsOnly ? sameWords(queries, targets, index, context) : likeNames(index);

  const start = new Uint32Array(queries.length + 1);
  const found = new FoundPairs(8 * queries.length);
  queries.forEach((query, q) => {
    const party = parties[query] as Party;
    const name = names.nameOf[query] as number;
    const shared = context.shared(query);
    const partners = facts.partners(query);
    const isBare = hasOnlyName(party, shared);
    const add = (target: number, nameWeight: number, hasFacts: boolean): void => {
      const other = parties[target] as Party;
      if (target === query || !isAllowed(party, other)) return;
      const isByName = !hasFacts || (isBare && other.parents.size === 0 && !(party.id !== '' && context.sameIds(party, other)));
      const list = isByName ? NO_FACTS : compareFacts(party, other, shared, target, chance, context);
      const isFact = list.some(isIdentifying);
      const isNamed = party.normal.key !== '' && other.normal.key !== '';
      const told = !isNamed ? -chance : isFact ? Math.max(nameWeight, OTHER_NAME - chance) : nameWeight;
      found.insert(positionOf[target] as number, told + totalWeight(list), isFact);
    };
    found.next();
    const from = ranked.start[name] as number;
    const to = from + (ranked.count[name] as number);
    for (let k = from; k < to; k++) {
      const targetName = ranked.targets[k] as number;
      for (let b = 2 * targetName; b < 2 * targetName + 2; b++) {
        const target = bearers[b] as number;
        if (target !== NOBODY) add(target, ranked.weights[k] as number, k - from < WITH_FACTS);
      }
    }
    for (const target of partners) {
      const at = positionOf[target] as number;
      if (at === NOBODY || found.replaces(at)) continue;
      const targetName = names.nameOf[target] as number;
      add(target, pairWeight(index, name, targetName, cosineOf(names, name, targetName)), true);
    }
    start[q + 1] = found.count;
  });
  return { start, ...found.arrays(), targets: targets.length };
}

const NO_FACTS: readonly never[] = [];

/** Whether nothing but its name and an id can be compared of a party: most are such, and are spared the comparison of facts. */
function hasOnlyName({ taxNumbers, domains, places, parents }: Party, { references, amounts }: SharedFacts): boolean {
  if (taxNumbers.length + domains.size + parents.size > 0 || references !== undefined || amounts !== undefined) return false;
  return places.country.size + places.city.size + places.postcode.size === 0;
}

/** Pairs one query after the other, those of the query at work in order. */
class FoundPairs {
  count = 0;
  private from = 0;
  private target: Uint32Array;
  private weight: Float32Array;
  private isFact: Uint8Array;

  constructor(room: number) {
    this.target = new Uint32Array(room);
    this.weight = new Float32Array(room);
    this.isFact = new Uint8Array(room);
  }

  /** The next query begins. */
  next(): void {
    this.from = this.count;
  }

  insert(target: number, weight: number, isFact: boolean): void {
    if (this.count === this.target.length) this.grow();
    let at = this.count++;
    while (at > this.from && this.isBehind(at - 1, weight, target)) {
      this.target[at] = this.target[at - 1] as number;
      this.weight[at] = this.weight[at - 1] as number;
      this.isFact[at] = this.isFact[at - 1] as number;
      at -= 1;
    }
    this.target[at] = target;
    this.weight[at] = weight;
    this.isFact[at] = isFact ? 1 : 0;
  }

  /** Whether the query at work has the target already by a fact; one found by its name alone makes room for its facts. */
  replaces(target: number): boolean {
    for (let at = this.from; at < this.count; at++) {
      if (this.target[at] !== target) continue;
      if (this.isFact[at] === 1) return true;
      this.target.copyWithin(at, at + 1, this.count);
      this.weight.copyWithin(at, at + 1, this.count);
      this.isFact.copyWithin(at, at + 1, this.count);
      this.count -= 1;
      return false;
    }
    return false;
  }

  arrays(): Pick<Pairs, 'target' | 'weight' | 'isFact'> {
    const { count } = this;
    return {
      target: this.target.subarray(0, count),
      weight: this.weight.subarray(0, count),
      isFact: this.isFact.subarray(0, count),
    };
  }

  private isBehind(at: number, weight: number, target: number): boolean {
    const own = this.weight[at] as number;
    return own < weight || (own === weight && (this.target[at] as number) > target);
  }

  private grow(): void {
    const room = 2 * this.target.length + 64;
    const [target, weight, isFact] = [new Uint32Array(room), new Float32Array(room), new Uint8Array(room)];
    target.set(this.target);
    weight.set(this.weight);
    isFact.set(this.isFact);
    [this.target, this.weight, this.isFact] = [target, weight, isFact];
  }
}

/** Of each name the first target that bears it and the first that is not of its set. */
function bearersOf(
  targets: readonly number[],
  names: number,
  nameOf: Uint32Array,
  rootOf: (party: number) => number,
): Int32Array {
  const bearers = new Int32Array(2 * names).fill(NOBODY);
  for (const target of targets) {
    const at = 2 * (nameOf[target] as number);
    const first = bearers[at] as number;
    if (first === NOBODY) bearers[at] = target;
    else if (bearers[at + 1] === NOBODY && rootOf(first) !== rootOf(target)) bearers[at + 1] = target;
  }
  return bearers;
}

/** Target names of each name, best first: those from `start[name]` on. */
interface RankedNames {
  readonly start: Uint32Array;
  readonly count: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

function likeNames(index: NameIndex): RankedNames {
  const ranking = rankNames(index);
  const start = new Uint32Array(index.table.count);
  const count = new Uint32Array(index.table.count);
  index.queries.forEach((name, i) => {
    start[name] = ranking.start[i] as number;
    count[name] = (ranking.start[i + 1] as number) - (ranking.start[i] as number);
  });
  return { start, count, targets: ranking.targets, weights: ranking.weights };
}

/** Names that are equal but for legal form and security. */
function sameWords(
  queries: readonly number[],
  targets: readonly number[],
  index: NameIndex,
  { parties, names }: PartyContext,
): RankedNames {
  const keyOf = (party: number): string => (parties[party] as Party).normal.key;
  const wanted = new Set(queries.map(keyOf));
  const namesOf = new Map<string, Set<number>>();
  for (const target of targets) {
    const key = keyOf(target);
    if (key === '' || !wanted.has(key)) continue;
    const known = namesOf.get(key);
    const name = names.nameOf[target] as number;
    if (known === undefined) namesOf.set(key, new Set([name]));
    else known.add(name);
  }
  const start = new Uint32Array(names.count);
  const count = new Uint32Array(names.count);
  const ranked: (readonly [target: number, weight: number])[] = [];
  for (const query of queries) {
    const name = names.nameOf[query] as number;
    const same = namesOf.get(keyOf(query));
    if (same === undefined || count[name] !== 0) continue;
    const found = [...same].map((target) => [target, pairWeight(index, name, target, cosineOf(names, name, target))] as const);
    found.sort(([a, wa], [b, wb]) => wb - wa || a - b);
    start[name] = ranked.length;
    count[name] = found.length;
    ranked.push(...found.slice(0, MOST_SAME));
    count[name] = ranked.length - start[name];
  }
  return {
    start,
    count,
    targets: Uint32Array.from(ranked, ([target]) => target),
    weights: Float32Array.from(ranked, ([, weight]) => weight),
  };
}

/** Writings of one name that are looked at. */
const MOST_SAME = 6;
