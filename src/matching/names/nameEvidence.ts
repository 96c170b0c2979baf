/** The comparison of two names as lines that a person can add up. */

import type { Evidence } from '../../domain/link';
import { evidence } from '../matchWeight';
import { compare } from './compare';
import { COMPARISONS, NAME } from './levels';
import type { NormalName } from './normalise';
import type { NameIndex } from './ranking';
import { similarity } from './similarity';

/** Levels that say nothing; without weight they are left out. */
const SILENT: ReadonlySet<string> = new Set(['neither', 'none']);

/** @param isSameText whether the two are written the same but for case */
export function nameEvidence(index: NameIndex, a: number, b: number, cosine: number, isSameText: boolean): Evidence[] {
  const { comparing: state, weights } = index;
  compare(state, a, b, cosine);
  return COMPARISONS.flatMap(({ name, levels }, c) => {
    const level = state.levels[c] ?? 0;
    const label = levels[level] ?? '';
    const weight = weights[c]?.[level] ?? 0;
    if (c === NAME) return [evidence(name, isSameText ? 'same text' : label, weight + state.chance)];
    return weight === 0 && SILENT.has(label) ? [] : [evidence(name, label, weight)];
  });
}

/** The comparison in which the second pair falls furthest behind the first: "legal form: conflict"; "" where none does. */
export function whereBehind(first: readonly Evidence[], second: readonly Evidence[]): string {
  const known = new Map(first.map(({ comparison, weight }) => [comparison, weight]));
  const behind = second
    .map(({ comparison, level, weight }) => ({ text: `${comparison}: ${level}`, loss: (known.get(comparison) ?? 0) - weight }))
    .sort((a, b) => b.loss - a.loss || (a.text < b.text ? -1 : 1));
  const [most] = behind;
  return most === undefined || most.loss <= 0 ? '' : most.text;
}

/** The Dice score as a line of evidence without weight: for the reader, not for the sum. */
export function diceEvidence(a: NormalName, b: NormalName): Evidence {
  return evidence('similarity of names (Dice)', similarity(a.text, b.text).toFixed(2), 0);
}
