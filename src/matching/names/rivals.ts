/**
 * Who else comes into question: of each query's best target the next one, and of that target the next query. A rival that
 * is better off elsewhere is none: a target that another query bears more clearly, a query that has found a better target.
 */

/** Candidate pairs: of query q those from `start[q]` to `start[q + 1]`, best first. */
export interface Candidates {
  readonly start: Uint32Array;
  /** Position of the target, 0 … targets − 1. */
  readonly target: Uint32Array;
  readonly weight: Float32Array;
  readonly targets: number;
}

/** Who is no rival of whom: equal numbers are allies. */
export interface Alliances {
  /** Of each query: the account that its name stands for, and below the set it is in; either makes an ally. */
  readonly account: Uint32Array;
  /** Of each query, its name: two accounts of one name come before each other nowhere. */
  readonly name: Uint32Array;
  readonly set: Uint32Array;
  /** Of each target, the set it is in. */
  readonly targetSet: Uint32Array;
}

export interface Rivals {
  /** Pair with the next target of query q, and with the next query of its best target; −1 for none. */
  readonly nextTarget: Int32Array;
  readonly nextQuery: Int32Array;
  /** 1 where another query of the same account bears the name of the best target more closely. */
  readonly isSecond: Uint8Array;
}

/** A rival counts as better off elsewhere where it is so by this many bits. */
const ELSEWHERE = 0.5;
/** Queries remembered for a target. */
const REMEMBERED = 8;
const NONE = -1;

/** Of equal weights the pair that comes first counts as the nearer. */
export function findRivals(candidates: Candidates, alliances: Alliances): Rivals {
  const { account, name, set, targetSet } = alliances;
  const { start, target, weight } = candidates;
  const queries = start.length - 1;
  const queryOf = new Uint32Array(target.length);
  for (let q = 0; q < queries; q++) queryOf.fill(q, start[q], start[q + 1]);
  const claims = bestClaims(candidates, queryOf, alliances);
  const bestOf = (query: number): number => {
    const first = start[query] as number;
    return first < (start[query + 1] as number) ? first : NONE;
  };
  const isMutual = (pair: number): boolean =>
    bestOf(queryOf[pair] as number) === pair && claims[REMEMBERED * (target[pair] as number)] === pair;
  const isElsewhere = (pair: number, other: number): boolean =>
    pair !== other && isMutual(pair) && (weight[pair] as number) >= (weight[other] as number) + ELSEWHERE;

  const nextTarget = new Int32Array(queries).fill(NONE);
  const nextQuery = new Int32Array(queries).fill(NONE);
  const isSecond = new Uint8Array(queries);
  for (let q = 0; q < queries; q++) {
    const best = bestOf(q);
    if (best === NONE) continue;
    const own = target[best] as number;
    for (let pair = best + 1; pair < (start[q + 1] as number); pair++) {
      const claim = claims[REMEMBERED * (target[pair] as number)] as number;
      if (targetSet[own] === targetSet[target[pair] as number] || isElsewhere(claim, pair)) continue;
      nextTarget[q] = pair;
      break;
    }
    for (let at = REMEMBERED * own; at < REMEMBERED * (own + 1); at++) {
      const pair = claims[at] as number;
      if (pair === NONE) break;
      const other = queryOf[pair] as number;
      if (account[q] === account[other] || set[q] === set[other]) {
        if (name[q] !== name[other] && (weight[pair] as number) >= (weight[best] as number)) isSecond[q] = 1;
      } else if (nextQuery[q] === NONE && !isElsewhere(bestOf(other), pair)) nextQuery[q] = pair;
    }
  }
  return { nextTarget, nextQuery, isSecond };
}

/** The best pairs of each target, one for queries of one account; equal ones in the order of the queries. */
function bestClaims({ start, target, weight, targets }: Candidates, queryOf: Uint32Array, { account }: Alliances): Int32Array {
  const claims = new Int32Array(REMEMBERED * targets).fill(NONE);
  const end = start[start.length - 1] as number;
  for (let pair = 0; pair < end; pair++) {
    const first = REMEMBERED * (target[pair] as number);
    const last = first + REMEMBERED - 1;
    const own = weight[pair] as number;
    const ownAccount = account[queryOf[pair] as number];
    const worst = claims[last] as number;
    if (worst !== NONE && (weight[worst] as number) >= own) continue;
    let isKnown = false;
    let at = first;
    while (at <= last && claims[at] !== NONE && (weight[claims[at] as number] as number) >= own) {
      if (account[queryOf[claims[at] as number] as number] === ownAccount) isKnown = true;
      at += 1;
    }
    if (isKnown || at > last) continue;
    for (let to = last; to > at; to--) claims[to] = claims[to - 1] as number;
    claims[at] = pair;
  }
  return claims;
}
