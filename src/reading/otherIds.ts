/** The second number that a system gives its documents: an internal id beside the one that people see. */

import type { RawCell } from '../domain/grid';
import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import { headerTerms, phraseTerms } from './headerTerms';
import { comparableId } from './ids';
import { cellText } from './text';
import type { Understood } from './understand';

/** What such a column is called. */
const WORDS: Readonly<Partial<Record<Role, string>>> = {
  deals: 'id|number|internal id|record id|deal id|deal number|deal record id|external id',
  invoices: 'id|number|internal id|record id|invoice id|invoice number|document id|document number|external id',
  credits:
    'id|number|internal id|record id|credit note id|credit note number|credit memo id|document id|document number|external id',
};
const KEYS = new Map(
  Object.entries(WORDS).map(([role, words]) => [role, new Set(words.split('|').map((phrase) => phraseTerms(phrase).key))]),
);
/** Rows looked at. */
const ENOUGH_ROWS = 2000;
const LEAST_NUMBERS = 2;
/** Shorter ones are met by chance. */
const SHORTEST = 4;

interface OtherIds {
  readonly column: number;
  /** As `comparableId` has them. */
  readonly ids: ReadonlySet<string>;
}

/** A column without another use that is called so and has one number for each document; null where there is none. */
export function otherIdsOf(
  { grid, headerRow, headers }: Understood,
  role: Role,
  guesses: readonly ColumnGuess[],
): OtherIds | null {
  const keys = KEYS.get(role);
  const id = guesses.find(({ field }) => field === 'id');
  if (keys === undefined || id === undefined || guesses.some(({ field }) => field === 'otherId')) return null;
  for (const [column, header] of headers.entries()) {
    if (guesses.some((guess) => guess.column === column) || !headerTerms(header).some(({ key }) => keys.has(key))) continue;
    const ids = numbersBeside(grid.values.slice(headerRow + 1, headerRow + 1 + ENOUGH_ROWS), id.column, column);
    if (ids !== null) return { column, ids };
  }
  return null;
}

/** The other numbers, where each document has its own and no two share one; null otherwise. */
function numbersBeside(
  rows: readonly (readonly (RawCell | undefined)[])[],
  id: number,
  other: number,
): ReadonlySet<string> | null {
  const otherOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  const ids = new Set<string>();
  for (const row of rows) {
    const [one, two] = [cellText(row[id]), cellText(row[other])];
    if (one === '' || two === '') continue;
    if ((otherOf.get(one) ?? two) !== two || (idOf.get(two) ?? one) !== one || one === two) return null;
    otherOf.set(one, two);
    idOf.set(two, one);
    if (two.length >= SHORTEST && /\d/.test(two)) ids.add(comparableId(two));
  }
  return ids.size >= LEAST_NUMBERS ? ids : null;
}
