/** Which pairs of names are worth comparing: an inverted index over words, their letter triples and initials. */

import { initials } from './normalise';
import type { NormalName } from './normalise';

/** Postings read for one name, rarest features first: bounds the work where a feature stands in every name. */
const POSTINGS_A_NAME = 6000;

/** The features of a name. Prefixes keep words, triples and initials apart. */
export function featuresOf(name: NormalName): string[] {
  const features = new Set<string>();
  for (const word of name.core) {
    features.add(`=${word}`);
    const padded = `^${word}$`;
    for (let i = 0; i + 3 <= padded.length; i++) features.add(padded.slice(i, i + 3));
  }
  const short = name.core.length === 1 ? name.key : initials(name.core);
  if (short.length >= 3 && short.length <= 5) features.add(`#${short}`);
  return [...features];
}

export interface NameIndex {
  /** Positions in the indexed names of the nearest names by shared rare features, best first; ties by position. */
  readonly nearest: (name: NormalName, count: number) => number[];
}

/** Builds the index in typed arrays: for each feature the names that hold it, one after the other. */
export function indexNames(names: readonly NormalName[]): NameIndex {
  const featureIds = new Map<string, number>();
  const counts: number[] = [];
  const perName = names.map((name) =>
    featuresOf(name).map((feature) => {
      let id = featureIds.get(feature);
      if (id === undefined) {
        id = counts.length;
        featureIds.set(feature, id);
        counts.push(0);
      }
      counts[id] = (counts[id] ?? 0) + 1;
      return id;
    }),
  );
  const starts = new Uint32Array(counts.length + 1);
  for (let f = 0; f < counts.length; f++) starts[f + 1] = (starts[f] ?? 0) + (counts[f] ?? 0);
  const filled = starts.slice();
  const postings = new Uint32Array(starts[counts.length] ?? 0);
  perName.forEach((ids, position) => {
    for (const id of ids) {
      const at = filled[id] ?? 0;
      postings[at] = position;
      filled[id] = at + 1;
    }
  });
  const rarity = Float64Array.from(counts, (count) => Math.log(1 + names.length / count));
  const norms = Float64Array.from(perName, (ids) => Math.sqrt(ids.reduce((sum, id) => sum + (rarity[id] ?? 0) ** 2, 0)) || 1);

  const scores = new Float64Array(names.length);
  const touched = new Uint32Array(names.length);
  const nearest = (name: NormalName, count: number): number[] => {
    const known = featuresOf(name)
      .flatMap((feature) => featureIds.get(feature) ?? [])
      .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
    let read = 0;
    let reached = 0;
    for (const id of known) {
      const [from, to] = [starts[id] ?? 0, starts[id + 1] ?? 0];
      if (read > 0 && read + to - from > POSTINGS_A_NAME) break;
      read += to - from;
      const gain = (rarity[id] ?? 0) ** 2;
      for (let at = from; at < to; at++) {
        const position = postings[at] ?? 0;
        const before = scores[position] ?? 0;
        if (before === 0) touched[reached++] = position;
        scores[position] = before + gain;
      }
    }
    const best: number[] = [];
    const bestScores: number[] = [];
    for (let t = 0; t < reached; t++) {
      const position = touched[t] ?? 0;
      const score = (scores[position] ?? 0) / (norms[position] ?? 1);
      scores[position] = 0;
      let at = best.length;
      while (at > 0 && beats(score, position, bestScores[at - 1] ?? 0, best[at - 1] ?? 0)) at--;
      if (at >= count) continue;
      best.splice(at, 0, position);
      bestScores.splice(at, 0, score);
      if (best.length > count) {
        best.pop();
        bestScores.pop();
      }
    }
    return best;
  };
  return { nearest };
}

function beats(score: number, position: number, otherScore: number, otherPosition: number): boolean {
  return score > otherScore || (score === otherScore && position < otherPosition);
}
