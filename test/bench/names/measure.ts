/** How many links are right: precision, recall and F1 at a threshold, and over all thresholds. */

import { pairKey } from './folder';

export interface Scored {
  readonly left: string;
  readonly right: string;
  readonly probability: number;
}

export interface Quality {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

export interface Best extends Quality {
  readonly threshold: number;
}

export function qualityFrom(links: readonly Scored[], truth: ReadonlySet<string>, threshold: number): Quality {
  const told = links.filter(({ probability }) => probability >= threshold);
  return quality(told.filter((link) => isTrue(link, truth)).length, told.length, truth.size);
}

/** The threshold with the best F1. */
export function bestThreshold(links: readonly Scored[], truth: ReadonlySet<string>): Best {
  return steps(links, truth).reduce((best, step) => (step.f1 > best.f1 ? step : best), {
    ...quality(0, 0, truth.size),
    threshold: 1,
  });
}

/** The largest share of the true pairs that a threshold finds with at least this precision. */
export function recallAtPrecision(links: readonly Scored[], truth: ReadonlySet<string>, precision: number): number {
  return steps(links, truth).reduce((most, step) => (step.precision >= precision ? Math.max(most, step.recall) : most), 0);
}

/** The quality at every probability that a link has, the surest first. */
function steps(links: readonly Scored[], truth: ReadonlySet<string>): Best[] {
  const sorted = [...links].sort((a, b) => b.probability - a.probability);
  let right = 0;
  return sorted.flatMap((link, i) => {
    if (isTrue(link, truth)) right += 1;
    if (sorted[i + 1]?.probability === link.probability) return [];
    return [{ ...quality(right, i + 1, truth.size), threshold: link.probability }];
  });
}

function quality(right: number, told: number, all: number): Quality {
  return {
    f1: told + all === 0 ? 0 : (2 * right) / (told + all),
    precision: told === 0 ? 0 : right / told,
    recall: all === 0 ? 0 : right / all,
  };
}

function isTrue({ left, right }: Scored, truth: ReadonlySet<string>): boolean {
  return truth.has(pairKey(left, right));
}
