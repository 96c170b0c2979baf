/** Which column is which field of a role: by header words, confirmed or refuted by what stands below. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { currencyInHeader } from './currencies';
import { contentOf, ROLE_FIELDS } from './fields';
import type { Phrase } from './fields';
import { contentFit } from './profile';
import type { ColumnProfile } from './profile';
import { normaliseHeader } from './text';

/** Words that make another thing of a label that contains a known one: "Created date" is no close date. */
const FOREIGN = new Set(
  (
    'created modified activity last next expected est estimated probability first phone address street city zip postcode country fax count qty quantity ' +
    'unit list previous old forecast weighted percent rate days age aging budget target planned ytd cumulative deferred converted base home local paid ' +
    'approval reminder delivery shipping ship updated synced sync deleted lead source campaign birth terms tax vat discount fee running closing opening ' +
    'memo region product item full receivable deposit accounting bank gl nominal ledger parent associated sort is has card ' +
    'sent email print credited refunded applied converted previous balance category contact ' +
    'erstellt geandert letzte nachste menge einzelpreis cree modifie creado modificado aangemaakt gewijzigd'
  ).split(' '),
);

const LEAST_SCORE = 0.4;
/** The last phrase of a list is this much less sure than the first. */
const RANK_COST = 0.15;

interface Candidate extends ColumnGuess {
  readonly order: number;
}

/**
 * How well a header's words name a phrase, 0…1: 1 the same words, less with further words before them ("Deal close date") or
 * in brackets behind them ("Memo (Main)"), 0 otherwise: a "customer memo" is a memo, no customer.
 */
function phraseScore(header: HeaderPhrase, phrase: Phrase): number {
  if (header.compact === phrase.compact) return 1;
  const { words } = header;
  const size = phrase.words.length;
  if (size >= words.length) return 0;
  const before = words.length - size;
  const start = phrase.words.every((word, i) => words[before + i] === word)
    ? before
    : header.bracketed && phrase.words.every((word, i) => words[i] === word)
      ? 0
      : -1;
  if (start === -1) return 0;
  const further = [...words.slice(0, start), ...words.slice(start + size)];
  return further.some((word) => FOREIGN.has(word)) ? 0 : 0.5 + (0.35 * size) / words.length;
}

interface HeaderPhrase extends Phrase {
  /** Ends in a remark in brackets. */
  readonly bracketed: boolean;
}

function toPhrase(header: string): HeaderPhrase {
  const code = currencyInHeader(header)?.toLowerCase();
  const all = normaliseHeader(header).split(' ');
  // "Betrag in EUR" is a Betrag; "Money in" stays.
  const words = code === undefined || all.length === 1 ? all : all.filter((word) => word !== code && word !== 'in');
  return { words, compact: words.join(''), bracketed: /[\])]\s*$/.test(header) };
}

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
  const phrases = headers.map(toPhrase);
  const candidates: Candidate[] = [];
  ROLE_FIELDS[role].forEach(({ field, phrases: known }, order) => {
    phrases.forEach((header, column) => {
      const profile = profiles[column];
      if (header.compact === '' || skip.has(column) || profile === undefined) return;
      let label = 0;
      known.forEach((phrase, rank) => {
        const score = phraseScore(header, phrase) * (1 - (RANK_COST * rank) / known.length);
        if (score > label) label = score;
      });
      if (label === 0) return;
      const fit = contentFit(profile, contentOf(field));
      const confidence = label * (0.4 + 0.6 * fit);
      // A header that is exactly a field's keeps its column even where every cell is bad: the cells are then listed.
      const stated = label > 1 - RANK_COST && !contradicted(field, profile);
      if (confidence < LEAST_SCORE && !stated) return;
      candidates.push({ field, column, confidence, order, reason: reasonOf(headers[column] ?? '', fit, profile) });
    });
  });
  candidates.sort((a, b) => b.confidence - a.confidence || a.order - b.order || a.column - b.column);
  const fields = new Set<Field>();
  const columns = new Set<number>();
  const chosen: ColumnGuess[] = [];
  for (const { field, column, confidence, reason } of candidates) {
    if (fields.has(field) || columns.has(column)) continue;
    fields.add(field);
    columns.add(column);
    chosen.push({ field, column, confidence: Math.min(1, confidence), reason });
  }
  return chosen.sort((a, b) => a.column - b.column);
}

/** A column full of something else: dates under "Valuta" are no currency, words under "Credit" no amount. */
function contradicted(field: Field, profile: ColumnProfile): boolean {
  const content = contentOf(field);
  if (profile.filled === 0 || content === 'text' || content === 'id') return false;
  if (content === 'currency' || content === 'flag') return contentFit(profile, content) < 0.2;
  const others = (['date', 'amount'] as const).filter((kind) => kind !== content);
  return contentFit(profile, content) < 0.2 && (content !== 'date' || others.some((kind) => contentFit(profile, kind) > 0.8));
}

function reasonOf(header: string, fit: number, profile: ColumnProfile): string {
  const below = profile.filled === 0 ? ', no values below' : fit >= 0.6 ? '' : ', though few values below fit';
  return `header “${header}”${below}`;
}
