/** Evidence that adds up: log2 weights, their sum as a probability, and the two thresholds. */

import type { Evidence, LinkState } from '../domain/link';

/** At or above it a link is matched. */
export const MATCHED_FROM = 0.9;
/** At or above it, and below `MATCHED_FROM`, a link is suggested; below it there is none. */
export const SUGGESTED_FROM = 0.5;

/** Rounded to a tenth, so that a reader who adds up what is shown gets the sum that decided. @param weight in bits */
export function evidence(comparison: string, level: string, weight: number): Evidence {
  return { comparison, level, weight: Math.round(weight * 10) / 10 };
}

/** Keeps a hopeless comparison readable; it is far below any threshold. */
const FLOOR = -12;

/** A weight that was worked out, no larger than what such evidence may say at most. */
export function clamped(weight: number, most: number): number {
  return Math.max(FLOOR, Math.min(most, weight));
}

/** The odds, in bits: of all evidence, the prior among it. */
export function totalWeight(list: readonly Evidence[]): number {
  return list.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * Probability of odds 2^weight. The two branches keep the power below one, so neither side overflows.
 * Rounded to six places: more would only show the order of additions.
 */
export function probabilityOf(weight: number): number {
  const exact = weight >= 0 ? 1 / (1 + 2 ** -weight) : 2 ** weight / (1 + 2 ** weight);
  return Math.round(exact * 1e6) / 1e6;
}

/** The state that a probability earns; null below both thresholds. */
export function stateOf(probability: number): Extract<LinkState, 'matched' | 'suggested'> | null {
  if (probability >= MATCHED_FROM) return 'matched';
  return probability >= SUGGESTED_FROM ? 'suggested' : null;
}
