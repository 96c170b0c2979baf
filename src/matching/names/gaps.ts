/** The distance to the next best, as evidence: the clearer a choice, the surer. */

import type { Evidence } from '../../domain/link';
import { evidence } from '../matchWeight';
import { NEXT_QUERY, NEXT_TARGET } from './fitted';
import { levelFrom } from './levels';

/** Two targets nearer than this, in bits, are a tie, which nobody but a person can settle. */
export const TIE = 0.15;

/** Levels of the gap to a rival: the first of these, in bits, that it reaches; a limit of the design, not fitted. */
export const GAP_FROM: readonly number[] = [3.6, 2.7, 1.8, 1.2, 0.6, 0.25, -0.25, -0.9, -2.4];

const LABELS = [
  'none near',
  'far behind',
  'well behind',
  'behind',
  'somewhat behind',
  'close',
  'equal',
  'ahead',
  'well ahead',
  'far ahead',
] as const;

/** Level of a gap: 0 the widest. @param gap bits from the rival to the pair; infinite where there is no rival */
export function gapLevel(gap: number): number {
  return levelFrom(gap, GAP_FROM);
}

/** In bits. @param level of `gapLevel` */
export function gapWeight(comparison: 'next target' | 'next query', level: number): number {
  return (comparison === 'next target' ? NEXT_TARGET : NEXT_QUERY)[level] ?? 0;
}

const lines = (name: string, weights: readonly number[]): readonly Evidence[] =>
  LABELS.map((label, level) => evidence(name, label, weights[level] ?? 0));
const LINES = {
  'next target': lines('next candidate', NEXT_TARGET),
  'next query': lines('next name for the same', NEXT_QUERY),
} as const;

/** The weight of `gapWeight` in words; the same object each time, so that a million links share ten. */
export function gapEvidence(comparison: 'next target' | 'next query', level: number): Evidence {
  return LINES[comparison][level] as Evidence;
}
