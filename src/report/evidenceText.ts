/** Evidence as a person reads it: each level with its weight, and what they come to together. */

import type { Evidence } from '../domain/link';

/** What was found for a pair. `prior` is null where it is not known: a person decided, or the sum says all there is to say. */
export interface Why {
  readonly evidence: readonly Evidence[];
  readonly prior: number | null;
}

/** Beyond these odds a probability is all but 0 or 1 and says no more what came before the evidence. */
const TELLING = 1e-4;

/** The prior as stated, or as the probability tells it: evidence and prior together are its log2 odds. */
export function whyOf(link: {
  readonly evidence: readonly Evidence[];
  readonly probability: number;
  readonly prior?: number;
}): Why {
  const { evidence, probability } = link;
  if (link.prior !== undefined) return { evidence, prior: link.prior };
  if (evidence.length === 0 || probability < TELLING || probability > 1 - TELLING) return { evidence, prior: null };
  return { evidence, prior: rounded(Math.log2(probability / (1 - probability)) - sumOf(evidence)) };
}

/** "reference: same number +9.1; name: same words +4.0; before any evidence -9.0; in all +4.1". */
export function evidenceText({ evidence, prior }: Why): string {
  const levels = evidence.map(({ comparison, level, weight }) => `${comparison}: ${level} ${signed(weight)}`);
  if (prior === null) return levels.join('; ');
  return [...levels, `before any evidence ${signed(prior)}`, `in all ${signed(sumOf(evidence) + prior)}`].join('; ');
}

function sumOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

const rounded = (weight: number): number => Math.round(weight * 10) / 10;

const signed = (weight: number): string => `${rounded(weight) < 0 ? '-' : '+'}${Math.abs(rounded(weight)).toFixed(1)}`;
