/** Which parties come into question for each, and what name and facts weigh together: plain arrays, no objects a pair. */

import { cosineOf, pairWeight, rankNames } from '../names/ranking';
import type { NameIndex } from '../names/ranking';
import type { Candidates } from '../names/rivals';
import { totalWeight } from '../matchWeight';
import type { Party } from './parties';
import { OTHER_NAME } from './partyLinks';
import type { PartyContext } from './partyLinks';
import { compareFacts, indexFacts } from './partyFacts';

export interface Pairs extends Candidates {
  /** 1 where more than the names speaks for a pair. */
  readonly isFact: Uint8Array;
  /** Queries whose search for like names was cut short. */
  readonly cut: number;
}

/**
 * Candidates of each query, best first, ties by position. Targets of one name are one candidate and a second, which shows
 * the tie: ten thousand equal names cost no more than two.
 */
export function gatherCandidates(
  queries: readonly number[],
  targets: readonly number[],
  index: NameIndex,
  context: PartyContext,
  isRefused: (a: Party, b: Party, refused: ReadonlySet<string>) => boolean,
  isSameWordsOnly: boolean,
): Pairs {
  const { parties, names, rootOf, refused } = context;
  const chance = index.comparing.chance;
  const facts = indexFacts(targets, parties, context);
  const positionOf = new Map(targets.map((target, at) => [target, at]));
  const membersOf = byName(targets, names.nameOf, rootOf);
  const ranked = isSameWordsOnly ? sameWords(queries, targets, index, context) : likeNames(index);

  const start = new Uint32Array(queries.length + 1);
  const found: Found = { target: [], weight: [], isFact: [] };
  queries.forEach((query, q) => {
    const party = parties[query] as Party;
    const from = found.target.length;
    const name = names.nameOf[query] as number;
    const shared = context.shared(query);
    const add = (target: number, nameWeight: number): void => {
      if (target === query) return;
      const other = parties[target] as Party;
      if (isRefused(party, other, refused)) return;
      const list = compareFacts(party, other, shared, target, chance, context);
      const isFact = list.some(({ weight }) => weight > 0);
      const hasNames = party.normal.key !== '' && other.normal.key !== '';
      const told = hasNames ? (isFact ? Math.max(nameWeight, OTHER_NAME - chance) : nameWeight) : -chance;
      insert(found, from, positionOf.get(target) as number, told + totalWeight(list), isFact);
    };
    ranked.forEach(name, (targetName, weight) => {
      for (const target of membersOf.get(targetName) ?? []) add(target, weight);
    });
    const known = new Set(found.target.slice(from));
    for (const target of facts.partners(query)) {
      const at = positionOf.get(target);
      if (at === undefined || known.has(at)) continue;
      known.add(at);
      const targetName = names.nameOf[target] as number;
      add(target, pairWeight(index, name, targetName, cosineOf(names, name, targetName)));
    }
    start[q + 1] = found.target.length;
  });
  return {
    start,
    target: Uint32Array.from(found.target),
    weight: Float32Array.from(found.weight),
    isFact: Uint8Array.from(found.isFact),
    targets: targets.length,
    cut: ranked.cut,
  };
}

interface Found {
  readonly target: number[];
  readonly weight: number[];
  readonly isFact: number[];
}

/** Into its place among the pairs from `from` on. */
function insert({ target, weight, isFact }: Found, from: number, at: number, own: number, fact: boolean): void {
  let to = target.length;
  target.push(at);
  weight.push(own);
  isFact.push(fact ? 1 : 0);
  while (to > from && isBehind(weight[to - 1] as number, target[to - 1] as number, own, at)) {
    target[to] = target[to - 1] as number;
    weight[to] = weight[to - 1] as number;
    isFact[to] = isFact[to - 1] as number;
    to -= 1;
  }
  target[to] = at;
  weight[to] = own;
  isFact[to] = fact ? 1 : 0;
}

function isBehind(weight: number, target: number, otherWeight: number, otherTarget: number): boolean {
  return weight < otherWeight || (weight === otherWeight && target > otherTarget);
}

/** Of each name the first target and the first that is not of its set. */
function byName(targets: readonly number[], nameOf: Uint32Array, rootOf: (party: number) => number): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const target of targets) {
    const name = nameOf[target] as number;
    const known = members.get(name);
    if (known === undefined) members.set(name, [target]);
    else if (known.length === 1 && rootOf(known[0] as number) !== rootOf(target)) known.push(target);
  }
  return members;
}

interface Ranked {
  readonly cut: number;
  readonly forEach: (name: number, take: (targetName: number, weight: number) => void) => void;
}

function likeNames(index: NameIndex): Ranked {
  const { start, targets, weights, cut } = rankNames(index);
  const at = new Map(Array.from(index.queries, (name, i) => [name, i] as const));
  return {
    cut,
    forEach: (name, take) => {
      const i = at.get(name);
      if (i === undefined) return;
      for (let k = start[i] as number; k < (start[i + 1] as number); k++) take(targets[k] as number, weights[k] as number);
    },
  };
}

function sameWords(queries: readonly number[], targets: readonly number[], index: NameIndex, { parties, names }: PartyContext): Ranked {
  const wanted = new Set(queries.map((query) => (parties[query] as Party).normal.key));
  const namesOf = new Map<string, Set<number>>();
  for (const target of targets) {
    const { key } = (parties[target] as Party).normal;
    if (key === '' || !wanted.has(key)) continue;
    const known = namesOf.get(key);
    const name = names.nameOf[target] as number;
    if (known === undefined) namesOf.set(key, new Set([name]));
    else known.add(name);
  }
  const keyOf = new Map(queries.map((query) => [names.nameOf[query] as number, (parties[query] as Party).normal.key]));
  return {
    cut: 0,
    forEach: (name, take) => {
      for (const target of namesOf.get(keyOf.get(name) ?? '') ?? []) take(target, pairWeight(index, name, target, cosineOf(names, name, target)));
    },
  };
}
