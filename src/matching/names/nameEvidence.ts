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

/** @param lines of `linesOf` · @param isSameText whether the two are written the same but for case */
export function nameEvidence(
  { comparing: state }: NameIndex,
  lines: NameLines,
  a: number,
  b: number,
  cosine: number,
  isSameText: boolean,
): Evidence[] {
  compare(state, a, b, cosine);
  const told: Evidence[] = [];
  for (let c = 0; c < lines.length; c++) {
    const line = lines[c]?.[c === NAME && isSameText ? SAME_TEXT : (state.levels[c] ?? 0)];
    if (line !== undefined && line !== null) told.push(line);
  }
  return told;
}

export type NameLines = readonly (readonly (Evidence | null)[])[];

/** Where `linesOf` keeps the line of two names that are the same text. */
const SAME_TEXT = COMPARISONS[NAME].levels.length;

/** The line of every level, null for those left out; a line is the same object for all pairs that bear it. */
export function linesOf({ weights, comparing: { chance } }: NameIndex): NameLines {
  return COMPARISONS.map(({ name, levels }, c) => {
    const weightOf = (level: number): number => (weights[c]?.[level] ?? 0) + (c === NAME ? chance : 0);
    const lines = levels.map((label, level) =>
      weightOf(level) === 0 && SILENT.has(label) ? null : evidence(name, label, weightOf(level)),
    );
    return c === NAME ? [...lines, evidence(name, 'same text', weightOf(0))] : lines;
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
  return DICE[Math.round(100 * similarity(a.text, b.text))] as Evidence;
}

const DICE: readonly Evidence[] = Array.from({ length: 101 }, (_, hundredths) =>
  evidence('similarity of names (Dice)', (hundredths / 100).toFixed(2), 0),
);
