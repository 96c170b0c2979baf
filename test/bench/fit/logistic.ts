/** Logistic regression over levels: a weight a level, never rising from a better level to a worse one, in bits. */

export interface Pattern {
  readonly levels: readonly number[];
  readonly count: number;
  readonly matches: number;
}

export interface Fitted {
  readonly prior: number;
  readonly weights: readonly (readonly number[])[];
}

/** Equal levels are one pattern. */
export class Patterns {
  private readonly found = new Map<string, { levels: readonly number[]; count: number; matches: number }>();

  add(levels: Iterable<number>, isMatch: boolean, weight = 1): void {
    const list = [...levels];
    const key = list.join();
    const known = this.found.get(key) ?? { levels: list, count: 0, matches: 0 };
    known.count += weight;
    if (isMatch) known.matches += weight;
    this.found.set(key, known);
  }

  get list(): Pattern[] {
    return [...this.found.values()];
  }
}

const ROUNDS = 200;

/**
 * Coordinate descent by Newton's steps on the likelihood with a ridge. Each level but the first of a comparison has a
 * step down from the one before; steps never go up.
 */
export function fitLogistic(patterns: readonly Pattern[], sizes: readonly number[], ridge: number): Fitted {
  const coordinates = sizes.flatMap((size, comparison) =>
    Array.from({ length: size - 1 }, (_, i) => ({ comparison, level: i + 1 })),
  );
  const members = coordinates.map(({ comparison, level }) =>
    Int32Array.from(patterns.flatMap((pattern, p) => ((pattern.levels[comparison] ?? 0) >= level ? [p] : []))),
  );
  const all = Int32Array.from(patterns.keys());
  const counts = Float64Array.from(patterns, ({ count }) => count);
  const matches = Float64Array.from(patterns, (pattern) => pattern.matches);
  const scores = new Float64Array(patterns.length);
  const steps = new Float64Array(coordinates.length);
  let prior = 0;
  const move = (list: Int32Array, value: number, pull: number, most: number): number => {
    let [slope, bend] = [-pull * value, pull];
    for (const p of list) {
      const odds = 1 / (1 + Math.exp(-(scores[p] as number)));
      slope += (matches[p] as number) - (counts[p] as number) * odds;
      bend += (counts[p] as number) * odds * (1 - odds);
    }
    const next = Math.min(most, value + Math.max(-2, Math.min(2, slope / (bend + 1e-9))));
    const change = next - value;
    if (change !== 0) for (const p of list) scores[p] = (scores[p] as number) + change;
    return next;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const before = prior;
    prior = move(all, prior, 0, Infinity);
    let largest = Math.abs(prior - before);
    coordinates.forEach((_, c) => {
      const value = steps[c] as number;
      steps[c] = move(members[c] as Int32Array, value, ridge, 0);
      largest = Math.max(largest, Math.abs(steps[c] - value));
    });
    if (largest < 1e-4) break;
  }
  let at = 0;
  const weights = sizes.map((size) => {
    const list = [0];
    for (let level = 1; level < size; level++) list.push((list[level - 1] as number) + (steps[at++] as number) / Math.LN2);
    return list;
  });
  return { prior: prior / Math.LN2, weights };
}
