/** Which column is which field of a role: by header words, confirmed or refuted by what stands below. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { withContentGuesses } from './contentGuesses';
import { contentOf, ROLE_FIELDS } from './fields';
import { inContext, isReference } from './headerContext';
import type { Candidate } from './headerContext';
import { fieldScores, labelOf, RANK_COST } from './labels';
import { factColumns, factGuesses } from './mapFacts';
import { contentFit } from './profile';
import type { ColumnProfile } from './profile';

const LEAST_SCORE = 0.4;
const LEAST_NEEDED = 0.3;
const NEEDED: ReadonlySet<Field> = new Set<Field>(['date', 'month']);
/** A row's own number stands at the left. */
const LEFTMOST = 2;
/** A guess with a near rival is no sure one. */
const NEAR = 0.12;
const WITH_RIVAL = 0.75;
/** So few cells contradict no header, but for dates. */
const FEW_CELLS = 3;
const LEAST_REFERENCE = 0.5;
const REFERENCES = ['reference3', 'reference2', 'reference'] as const satisfies readonly Field[];

/**
 * Every field of the role with its best column, surest pairs first, each column used once.
 * @param skip columns that are months across.
 */
export function mapColumns(
  role: Role,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  skip: ReadonlySet<number>,
): ColumnGuess[] {
  const candidates = candidatesOf(role, headers, profiles, skip);
  const chosen = chosenOf(candidates);
  const taken = new Set(chosen.map(({ column }) => column));
  const honest = chosen.map((guess) => withRivals(guess, candidates, headers, taken));
  const labels = headers.map(labelOf);
  const needed = withContentGuesses(role, honest, { labels, profiles, skip });
  const used = new Set(needed.map(({ column }) => column));
  const facts = factGuesses(role, headers, labels, profiles, (column) => !used.has(column) && !skip.has(column));
  return [...needed, ...facts].sort((a, b) => a.column - b.column);
}

/** All that could be taken, the surest first; ties in the order of the fields, then of the columns. */
export function candidatesOf(
  role: Role,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  skip: ReadonlySet<number>,
): Candidate[] {
  const orders = new Map(ROLE_FIELDS[role].map(({ field }, order) => [field, order]));
  const candidates: Candidate[] = [];
  const labels = headers.map(labelOf);
  headers.forEach((header, column) => {
    const profile = profiles[column];
    if (header === '' || skip.has(column) || profile === undefined) return;
    for (const [field, label] of fieldScores(role, labels[column] ?? labelOf(header))) {
      const fit = contentFit(profile, contentOf(field));
      const confidence = label * (0.4 + 0.6 * fit);
      // A header that is exactly a field's keeps its column even where every cell is bad: the cells are then listed.
      const stated = label > 1 - RANK_COST && !contradicted(field, profile);
      if (confidence < LEAST_NEEDED && !stated) continue;
      const reason = reasonOf(header, fit, profile);
      candidates.push({ field, column, confidence, stated, order: orders.get(field) ?? 0, reason });
    }
  });
  const facts = factColumns(role, labels, candidates);
  const others = candidates.filter(({ column }) => !facts.has(column));
  return [...inContext(role, labels, others)].sort(
    (a, b) => b.confidence - a.confidence || a.order - b.order || a.column - b.column,
  );
}

function chosenOf(candidates: readonly Candidate[]): ColumnGuess[] {
  const fields = new Set<Field>();
  const columns = new Set<number>();
  const chosen: ColumnGuess[] = [];
  const choose = (field: Field, { column, confidence, reason }: Candidate): void => {
    fields.add(field);
    columns.add(column);
    chosen.push({ field, column, confidence: Math.min(1, confidence), reason });
  };
  const isFree = ({ field, column }: Candidate): boolean => !fields.has(field) && !columns.has(column);
  for (const one of candidates) if ((one.confidence >= LEAST_SCORE || one.stated) && isFree(one)) choose(one.field, one);
  // What the role cannot do without is taken on less.
  for (const one of candidates) {
    const needed = one.field === 'id' ? one.column < LEFTMOST : NEEDED.has(one.field);
    if (needed && isFree(one)) choose(one.field, one);
  }
  // References are all looked at: one that found its place taken goes to another.
  for (const one of candidates) {
    const free = REFERENCES.find((field) => !fields.has(field));
    if (free !== undefined && isReference(one.field) && !columns.has(one.column) && one.confidence >= LEAST_REFERENCE)
      choose(free, one);
  }
  return chosen.sort((a, b) => a.column - b.column);
}

/** A field that another free column names about as well is less sure. */
function withRivals(
  guess: ColumnGuess,
  candidates: readonly Candidate[],
  headers: readonly string[],
  taken: ReadonlySet<number>,
): ColumnGuess {
  const rival = candidates.find(
    ({ field, column, confidence }) =>
      field === guess.field && column !== guess.column && !taken.has(column) && guess.confidence - confidence < NEAR,
  );
  if (rival === undefined) return guess;
  const reason = `${guess.reason}; “${headers[rival.column] ?? ''}” could be it as well`;
  return { ...guess, confidence: Math.min(guess.confidence, WITH_RIVAL), reason };
}

/** A column full of something else: dates under "Valuta" are no currency, words under "Credit" no amount. */
function contradicted(field: Field, profile: ColumnProfile): boolean {
  const content = contentOf(field);
  if (content === 'text' || content === 'id') return false;
  if (profile.filled < FEW_CELLS) return content !== 'date' && contentFit(profile, 'date') > 0.8;
  if (content === 'currency' || content === 'flag') return contentFit(profile, content) < 0.2;
  const others = (['date', 'amount'] as const).filter((kind) => kind !== content);
  return contentFit(profile, content) < 0.2 && (content !== 'date' || others.some((kind) => contentFit(profile, kind) > 0.8));
}

function reasonOf(header: string, fit: number, profile: ColumnProfile): string {
  const below = profile.filled === 0 ? ', no values below' : fit >= 0.6 ? '' : ', though few values below fit';
  return `header “${header}”${below}`;
}
