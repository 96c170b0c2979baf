/** The candidate pairs of a set with their levels and what is true of them. */

import { compare } from '../../../src/matching/names/compare';
import { searchOf } from '../../../src/matching/names/gramIndex';
import { gapLevel, TIE } from '../../../src/matching/names/gaps';
import { COMPARISONS } from '../../../src/matching/names/levels';
import { distinctNames, nameTable } from '../../../src/matching/names/nameTable';
import { normaliseName } from '../../../src/matching/names/normalise';
import { COMPARED, findCandidates, KEPT, nameIndex } from '../../../src/matching/names/ranking';
import type { LevelWeights } from '../../../src/matching/names/ranking';
import { findRivals } from '../../../src/matching/names/rivals';
import type { NameSet } from '../names/folder';

export interface Training {
  readonly folder: string;
  /** True pairs of distinct names. */
  readonly partners: number;
  /** Pairs of query q: from `start[q]` to `start[q + 1]`. */
  readonly start: Uint32Array;
  readonly target: Uint32Array;
  readonly targets: number;
  /** `COMPARISONS.length` levels a pair. */
  readonly levels: Uint8Array;
  readonly isMatch: Uint8Array;
}

const WIDTH = COMPARISONS.length;

export function trainingOf({ folder, left, right, truth }: NameSet): Training {
  const table = nameTable([...left, ...right].map(({ name }) => normaliseName(name)));
  const nameOfRow = new Map([...left, ...right].map(({ id }, i) => [id, table.nameOf[i] as number]));
  const targets = distinctNames(table, left.keys());
  const queries = distinctNames(
    table,
    right.map((_, i) => left.length + i),
  );
  const trueTargets = new Map<number, Set<number>>();
  for (const key of truth) {
    const [leftId = '', rightId = ''] = key.split('\t');
    const [target, query] = [nameOfRow.get(leftId), nameOfRow.get(rightId)];
    if (target === undefined || query === undefined) continue;
    trueTargets.set(query, (trueTargets.get(query) ?? new Set()).add(target));
  }
  const index = nameIndex(table, queries, targets);
  const positionOf = new Map(Array.from(targets, (target, at) => [target, at] as const));
  const search = searchOf(index.grams);
  const start = new Uint32Array(queries.length + 1);
  const target = new Uint32Array(COMPARED * queries.length);
  const levels = new Uint8Array(COMPARED * WIDTH * queries.length);
  const isMatch = new Uint8Array(COMPARED * queries.length);
  let to = 0;
  queries.forEach((query, q) => {
    const count = findCandidates(index, query, search);
    for (let k = 0; k < count; k++) {
      const found = search.found[k] as number;
      compare(index.comparing, query, found, search.cosines[k] as number);
      levels.set(index.comparing.levels, to * WIDTH);
      target[to] = positionOf.get(found) as number;
      isMatch[to] = trueTargets.get(query)?.has(found) === true ? 1 : 0;
      to += 1;
    }
    start[q + 1] = to;
  });
  const partners = [...trueTargets.values()].reduce((sum, { size }) => sum + size, 0);
  return { folder, partners, start, target, targets: targets.length, levels, isMatch };
}

export function levelsOf({ levels }: Training, pair: number): Uint8Array {
  return levels.subarray(pair * WIDTH, (pair + 1) * WIDTH);
}

/** A query's best pair under some weights, and how near its rivals are. */
export interface Best {
  readonly pair: number;
  readonly weight: number;
  readonly nextTarget: number;
  readonly nextQuery: number;
  readonly isTie: boolean;
}

/** The best pair of every query that has one. */
export function bestPairs(training: Training, weights: LevelWeights): Best[] {
  const { start, target, targets } = training;
  const weightOf = Float32Array.from({ length: start[start.length - 1] as number }, (_, pair) =>
    levelsOf(training, pair).reduce((sum, level, c) => sum + (weights[c]?.[level] ?? 0), 0),
  );
  const order = Uint32Array.from(weightOf.keys());
  const compareIn = (a: number, b: number): number =>
    (weightOf[b] as number) - (weightOf[a] as number) || (target[a] as number) - (target[b] as number);
  for (let q = 0; q + 1 < start.length; q++) order.subarray(start[q], start[q + 1]).sort(compareIn);
  const each = Uint32Array.from({ length: start.length - 1 }, (_, q) => q);
  const kept = keptOf(start, order);
  const sorted = {
    start: kept.start,
    target: kept.pairs.map((pair) => target[pair] as number),
    weight: Float32Array.from(kept.pairs, (pair) => weightOf[pair] as number),
    targets,
  };
  const rivals = findRivals(sorted, {
    account: each,
    name: each,
    set: each,
    targetSet: Uint32Array.from({ length: targets }, (_, t) => t),
  });
  return Array.from(each, (q) => {
    const best = kept.start[q] as number;
    if (best === kept.start[q + 1]) return [];
    const weight = sorted.weight[best] as number;
    const gapTo = (rival: number): number => (rival < 0 ? Infinity : weight - (sorted.weight[rival] as number));
    const [nextTarget, nextQuery] = [gapTo(rivals.nextTarget[q] as number), gapTo(rivals.nextQuery[q] as number)];
    return [
      {
        pair: kept.pairs[best] as number,
        weight,
        nextTarget: gapLevel(nextTarget),
        nextQuery: gapLevel(nextQuery),
        isTie: nextTarget < TIE || nextQuery < TIE,
      },
    ];
  }).flat();
}

/** As many pairs a query as ranking keeps, the best first. */
function keptOf(start: Uint32Array, order: Uint32Array): { readonly start: Uint32Array; readonly pairs: Uint32Array } {
  const keptStart = new Uint32Array(start.length);
  const pairs = new Uint32Array(order.length);
  for (let q = 0; q + 1 < start.length; q++) {
    const from = start[q] as number;
    const kept = order.subarray(from, Math.min(start[q + 1] as number, from + KEPT));
    pairs.set(kept, keptStart[q]);
    keptStart[q + 1] = (keptStart[q] as number) + kept.length;
  }
  return { start: keptStart, pairs: pairs.slice(0, keptStart[start.length - 1]) };
}
