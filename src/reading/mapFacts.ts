/** Columns of fields that only some exports have, found beside those that every sheet of a role needs. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { contentOf, FACT_FIELDS } from './fields';
import type { Candidate } from './headerContext';
import type { Label } from './labels';
import { contentFit } from './profile';
import type { ColumnProfile } from './profile';

/** A column of facts, and how well its header says so: the place of its phrase in the list. */
interface FactColumn extends ColumnGuess {
  readonly rank: number;
}

const LEAST_FIT = 0.6;
/** The words are right, but no total and no match of a number proves them. */
const BY_WORDS = 0.75;
/** Percentages are read as they are written: "50", "50 %", "0.5". */
const NUMBER_LIKE = ['number', 'amount'] as const;

function fits(field: Field, profile: ColumnProfile): boolean {
  const content = contentOf(field);
  if (content === 'text' || content === 'flag' || profile.filled === 0) return true;
  const kinds = content === 'number' ? NUMBER_LIKE : [content];
  return kinds.some((kind) => contentFit(profile, kind) >= LEAST_FIT);
}

/** The best column of each fact among those that are free, surest label first, then from the left. */
export function factGuesses(
  role: Role,
  headers: readonly string[],
  labels: readonly Label[],
  profiles: readonly ColumnProfile[],
  isFree: (column: number) => boolean,
): ColumnGuess[] {
  const found = labels.flatMap((label, column): FactColumn[] => {
    const profile = profiles[column];
    if (profile === undefined || headers[column] === '' || !isFree(column)) return [];
    const keys = new Set(label.whole.map(({ key }) => key));
    return (FACT_FIELDS[role] ?? []).flatMap(({ field, phrases }) => {
      const phrase = phrases.find(({ key }) => keys.has(key));
      if (phrase === undefined || !fits(field, profile)) return [];
      return [{ field, column, confidence: BY_WORDS, reason: `header “${headers[column] ?? ''}”`, rank: phrase.rank }];
    });
  });
  const fields = new Set<Field>();
  const columns = new Set<number>();
  return found
    .sort((a, b) => a.rank - b.rank || a.column - b.column)
    .filter(({ field, column }) => {
      if (fields.has(field) || columns.has(column)) return false;
      fields.add(field);
      columns.add(column);
      return true;
    })
    .map(({ field, column, confidence, reason }) => ({ field, column, confidence, reason }));
}

/** Columns that are called for a fact and for nothing else word for word: no other field may take them on a part of the name. */
export function factColumns(role: Role, labels: readonly Label[], candidates: readonly Candidate[]): ReadonlySet<number> {
  const stated = new Set(candidates.filter((one) => one.stated).map(({ column }) => column));
  const named = new Set((FACT_FIELDS[role] ?? []).flatMap(({ phrases }) => phrases.map(({ key }) => key)));
  return new Set(
    labels.flatMap((label, column) => (!stated.has(column) && label.whole.some(({ key }) => named.has(key)) ? [column] : [])),
  );
}
