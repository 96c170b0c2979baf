/** From a name to the names that share the most of its rare letters: an inverted index, and the exact cosine of the best. */

import type { NameTable } from './nameTable';

export interface GramIndex {
  /** Names that may be found, by number in the table, ordered by their length as vectors: names of like length lie together. */
  readonly targets: Uint32Array;
  /** One over that length squared, by position in `targets`. */
  readonly inverseNorm: Float32Array;
  /** Its greatest value in each block of positions: few enough to be at hand, where most of those reached are dismissed. */
  readonly blockNorm: Float32Array;
  /** Positions in `targets` of those with gram g: `postings[start[g] … start[g + 1])`. */
  readonly start: Uint32Array;
  readonly postings: Uint32Array;
}

/**
 * How far a search goes: names at the cosine `least` or above are found, unless the budget cuts it. Once a name as near as
 * `enough` is found only its rivals are of interest, and what is further away is none.
 */
const STAGES = [
  { least: 0.8, enough: 0.97 },
  { least: 0.65, enough: 0.8 },
  { least: 0.45, enough: 0 },
] as const;
/** Postings read for one name. */
const BUDGET = 40_000;
/** As many are measured exactly. */
const MEASURED = 16;
/** Scores of one name add up to this at most, in whole numbers. */
const WHOLE = 60_000;
const BLOCK_BITS = 8;
/** Where more names than this share of all were reached, all scores are cleared at once. */
const MANY_REACHED = 1 / 30;

/** @param targets distinct names by number in the table */
export function gramIndex(table: NameTable, targets: Uint32Array): GramIndex {
  const { gramStart, grams, gramWeight, gramNorm } = table;
  const count = gramWeight.length;
  const ordered = targets.slice().sort((a, b) => (gramNorm[a] as number) - (gramNorm[b] as number) || a - b);
  const start = new Uint32Array(count + 1);
  for (const target of ordered) {
    for (let at = gramStart[target] as number; at < (gramStart[target + 1] as number); at++) {
      const gram = grams[at] as number;
      start[gram + 1] = (start[gram + 1] as number) + 1;
    }
  }
  for (let g = 0; g < count; g++) start[g + 1] = (start[g + 1] as number) + (start[g] as number);
  const filled = start.slice();
  const postings = new Uint32Array(start[count] as number);
  ordered.forEach((target, position) => {
    for (let at = gramStart[target] as number; at < (gramStart[target + 1] as number); at++) {
      const gram = grams[at] as number;
      const to = filled[gram] as number;
      postings[to] = position;
      filled[gram] = to + 1;
    }
  });
  const inverseNorm = Float32Array.from(ordered, (target) => 1 / ((gramNorm[target] as number) || 1));
  // The longest come last, so the first of a block has its greatest value.
  const blockNorm = inverseNorm.filter((_, position) => position % (1 << BLOCK_BITS) === 0);
  return { targets: ordered, inverseNorm, blockNorm, start, postings };
}

/** What a search needs at hand, and what it leaves: the candidates, best first. */
export interface Search {
  readonly scores: Uint16Array;
  readonly touched: Uint32Array;
  /** 1 for the grams of the name searched for. */
  readonly marks: Uint8Array;
  readonly best: Uint32Array;
  readonly bestScores: Float32Array;
  /** Candidates by number in the table and their cosine with the name searched for. */
  readonly found: Uint32Array;
  readonly cosines: Float32Array;
  /** Searches that the budget cut. */
  cut: number;
  /** Of the search going on: names reached, the gram to be read next, the square of what is left to read, postings read. */
  reached: number;
  next: number;
  left: number;
  read: number;
}

/** Room for one search after another; each overwrites what the last one found, `cut` adds up. */
export function searchOf(index: GramIndex): Search {
  return {
    scores: new Uint16Array(index.targets.length),
    // One more, since the place behind the last is written before it is known whether it counts.
    touched: new Uint32Array(index.targets.length + 1),
    marks: new Uint8Array(index.start.length - 1),
    best: new Uint32Array(MEASURED),
    bestScores: new Float32Array(MEASURED),
    found: new Uint32Array(MEASURED),
    cosines: new Float32Array(MEASURED),
    cut: 0,
    reached: 0,
    next: 0,
    left: 0,
    read: 0,
  };
}

/**
 * Finds the names nearest to one, into `search.found`.
 * The grams are read from the rarest on; once those left weigh less than the least cosine squared of the name, no name
 * that has only those can reach that cosine (Cauchy and Schwarz), so the long lists of common grams are never read.
 * @returns how many were found, at most `most`.
 */
export function nearest(table: NameTable, index: GramIndex, name: number, most: number, search: Search): number {
  const { gramStart, grams, gramNorm } = table;
  const { marks, scores, touched } = search;
  const from = gramStart[name] as number;
  const to = gramStart[name + 1] as number;
  for (let at = from; at < to; at++) marks[grams[at] as number] = 1;
  search.reached = 0;
  search.next = from;
  search.left = gramNorm[name] as number;
  search.read = 0;
  let count = 0;
  for (const { least, enough } of STAGES) {
    const before = search.next;
    gather(table, index, name, least, search);
    if (search.next > before) count = measure(table, index, name, keepBest(index, search), most, search);
    if (count > 0 && (search.cosines[0] as number) >= enough) break;
  }
  if (search.reached > MANY_REACHED * scores.length) scores.fill(0);
  else for (let t = 0; t < search.reached; t++) scores[touched[t] as number] = 0;
  for (let at = from; at < to; at++) marks[grams[at] as number] = 0;
  return count;
}

/** Reads the postings of a name's grams until what is left cannot lift a name to the least cosine. */
function gather(table: NameTable, index: GramIndex, name: number, least: number, search: Search): void {
  const { gramStart, grams, gramWeight, gramNorm } = table;
  const { start, postings } = index;
  const { scores, touched } = search;
  const whole = gramNorm[name] as number;
  const enough = least * least * whole;
  const end = gramStart[name + 1] as number;
  let reached = search.reached;
  while (search.next < end && search.left >= enough) {
    const gram = grams[search.next] as number;
    const from = start[gram] as number;
    const to = start[gram + 1] as number;
    search.read += to - from;
    if (search.read > BUDGET) {
      search.cut += 1;
      search.next = end;
      break;
    }
    const weight = gramWeight[gram] as number;
    search.left -= weight;
    search.next += 1;
    // At least one, since nought is a name not reached.
    const gain = Math.max(1, Math.floor((weight / whole) * WHOLE));
    for (let p = from; p < to; p++) {
      const position = postings[p] as number;
      const before = scores[position] as number;
      // One more where nothing had been scored: without a branch, which the processor could not foresee.
      touched[reached] = position;
      reached += (before - 1) >>> 31;
      scores[position] = before + gain;
    }
  }
  search.reached = reached;
}

/** The best of those reached, by the part of the cosine that was read. */
function keepBest({ inverseNorm, blockNorm }: GramIndex, search: Search): number {
  const { scores, touched, best, bestScores, reached } = search;
  let kept = 0;
  let least = 0;
  for (let t = 0; t < reached; t++) {
    const position = touched[t] as number;
    const own = scores[position] as number;
    // Squares order as cosines do and spare the root.
    const square = own * own;
    if (square * (blockNorm[position >> BLOCK_BITS] as number) < least) continue;
    const score = square * (inverseNorm[position] as number);
    if (score < least) continue;
    let at = kept < MEASURED ? kept : MEASURED - 1;
    if (kept === MEASURED && score === least && position > (best[at] as number)) continue;
    while (at > 0) {
      const before = bestScores[at - 1] as number;
      if (before > score || (before === score && (best[at - 1] as number) < position)) break;
      bestScores[at] = before;
      best[at] = best[at - 1] as number;
      at -= 1;
    }
    best[at] = position;
    bestScores[at] = score;
    if (kept < MEASURED) kept += 1;
    if (kept === MEASURED) least = bestScores[MEASURED - 1] as number;
  }
  return kept;
}

/** The exact cosine of those kept, the best of them in order. */
function measure(table: NameTable, index: GramIndex, name: number, kept: number, most: number, search: Search): number {
  const { gramStart, grams, gramWeight, gramNorm } = table;
  const { marks, best, found, cosines } = search;
  const norm = gramNorm[name] as number;
  let count = 0;
  for (let k = 0; k < kept; k++) {
    const target = index.targets[best[k] as number] as number;
    let shared = 0;
    const to = gramStart[target + 1] as number;
    for (let at = gramStart[target] as number; at < to; at++) {
      const gram = grams[at] as number;
      if (marks[gram] === 1) shared += gramWeight[gram] as number;
    }
    const cosine = shared / Math.sqrt(norm * (gramNorm[target] as number));
    let at = count < most ? count : most;
    while (
      at > 0 &&
      ((cosines[at - 1] as number) < cosine || (cosines[at - 1] === cosine && (found[at - 1] as number) > target))
    ) {
      if (at < most) {
        cosines[at] = cosines[at - 1] as number;
        found[at] = found[at - 1] as number;
      }
      at -= 1;
    }
    if (at < most) {
      cosines[at] = cosine;
      found[at] = target;
      if (count < most) count += 1;
    }
  }
  return count;
}
