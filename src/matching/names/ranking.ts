/**
 * For each name of one side its best candidates of the other: build an index, rank a range of queries. All of it is plain
 * structures of typed arrays, so that ranges can be ranked by several threads and their results put together.
 */

import { compare, comparing } from './compare';
import type { Comparing } from './compare';
import { NAME_WEIGHTS } from './fitted';
import { gramIndex, nearest, searchOf } from './gramIndex';
import type { GramIndex, Search } from './gramIndex';
import type { NameTable } from './nameTable';

/** Match weights by comparison and level, in bits. */
export type LevelWeights = readonly (readonly number[])[];

export interface NameIndex {
  readonly table: NameTable;
  readonly queries: Uint32Array;
  readonly weights: LevelWeights;
  readonly grams: GramIndex;
  readonly comparing: Comparing;
}

/** @param queries distinct names by number in the table, ascending · @param targets likewise */
export function nameIndex(
  table: NameTable,
  queries: Uint32Array,
  targets: Uint32Array,
  weights: LevelWeights = NAME_WEIGHTS,
): NameIndex {
  let grams: GramIndex | undefined;
  return {
    table,
    queries,
    weights,
    // Names of the same words are found without a search: then no index is built.
    get grams() {
      return (grams ??= gramIndex(table, targets));
    },
    comparing: comparing(table, queries, targets),
  };
}

/** Candidates of a range of queries, best first: of query i those from `start[i]` on, `start[i + 1]` being the next's. */
export interface Ranking {
  readonly start: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
  /** Queries whose search the budget cut. */
  readonly cut: number;
}

/** Candidates whose words are compared, by their letters, and those kept of them. */
export const COMPARED = 10;
export const KEPT = 6;
/** A candidate with less of the best one's likeness than this is no rival of it. */
const RIVAL = 0.5;

/** Ranks queries `from` to `to` of the index. */
export function rankNames(index: NameIndex, from = 0, to = index.queries.length): Ranking {
  const { queries, grams } = index;
  const search = searchOf(grams);
  const start = new Uint32Array(to - from + 1);
  const targets = new Uint32Array(KEPT * (to - from));
  const weights = new Float32Array(KEPT * (to - from));
  let filled = 0;
  for (let i = from; i < to; i++) {
    const query = queries[i] as number;
    const count = findCandidates(index, query, search);
    const first = filled;
    for (let k = 0; k < count; k++) {
      const target = search.found[k] as number;
      const weight = pairWeight(index, query, target, search.cosines[k] as number);
      let at = filled - first < KEPT ? filled : first + KEPT;
      while (at > first && isBefore(weight, target, weights[at - 1] as number, targets[at - 1] as number)) {
        if (at < first + KEPT) {
          weights[at] = weights[at - 1] as number;
          targets[at] = targets[at - 1] as number;
        }
        at -= 1;
      }
      if (at === first + KEPT) continue;
      weights[at] = weight;
      targets[at] = target;
      if (filled - first < KEPT) filled += 1;
    }
    start[i - from + 1] = filled;
  }
  return { start, targets: targets.subarray(0, filled), weights: weights.subarray(0, filled), cut: search.cut };
}

/** Finds the candidates of a query by their letters, into `search.found`. @returns how many, at most `COMPARED` */
export function findCandidates({ table, grams }: NameIndex, query: number, search: Search): number {
  const count = nearest(table, grams, query, COMPARED, search);
  const least = RIVAL * (search.cosines[0] as number);
  for (let k = 1; k < count; k++) if ((search.cosines[k] as number) < least) return k;
  return count;
}

function isBefore(weight: number, target: number, otherWeight: number, otherTarget: number): boolean {
  return weight > otherWeight || (weight === otherWeight && target < otherTarget);
}

/** What the comparisons of two names say together beyond chance, in bits. */
export function pairWeight({ comparing: state, weights }: NameIndex, a: number, b: number, cosine: number): number {
  compare(state, a, b, cosine);
  const { levels } = state;
  let weight = 0;
  for (let c = 0; c < levels.length; c++) weight += (weights[c] as readonly number[])[levels[c] as number] as number;
  return weight;
}

/** Share of letters in common of any two names, for pairs that another way than the search has found. */
export function cosineOf({ gramStart, grams, gramWeight, gramNorm }: NameTable, a: number, b: number): number {
  const norm = (gramNorm[a] as number) * (gramNorm[b] as number);
  if (norm === 0) return 0;
  const fromB = gramStart[b] as number;
  const toB = gramStart[b + 1] as number;
  let shared = 0;
  for (let i = gramStart[a] as number; i < (gramStart[a + 1] as number); i++) {
    const gram = grams[i] as number;
    for (let j = fromB; j < toB; j++) {
      if (grams[j] !== gram) continue;
      shared += gramWeight[gram] as number;
      break;
    }
  }
  return shared / Math.sqrt(norm);
}
