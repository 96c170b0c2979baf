/** What a role cannot do without, found by what stands in the columns where no header names it. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { isOfOther } from './labels';
import type { Label } from './labels';
import { contentFit } from './profile';
import type { ColumnProfile } from './profile';

export interface Unnamed {
  readonly labels: readonly Label[];
  readonly profiles: readonly ColumnProfile[];
  /** Months across, which are no field's. */
  readonly skip: ReadonlySet<number>;
}

/** A guess by content alone is never surer than this. */
const BY_CONTENT = 0.6;
const BESIDE_LABELS = 0.45;
const NEARLY_ALL = 0.9;

const AMOUNTS: readonly Field[] = ['amount', 'net', 'gross', 'lineAmount', 'debit', 'credit'];

interface Need {
  /** Any of these will do. */
  readonly fields: readonly Field[];
  readonly take: Field;
  readonly reason: string;
  readonly fits: (profile: ColumnProfile) => boolean;
}

const DATE: Need = { fields: ['date', 'month'], take: 'date', reason: 'dates below', fits: holdsDates };
const AMOUNT: Need = { fields: AMOUNTS, take: 'amount', reason: 'amounts below', fits: holdsMoney };
const NEEDS: Readonly<Record<Role, readonly Need[]>> = {
  deals: [DATE, AMOUNT],
  invoices: [DATE, { ...AMOUNT, fields: [...AMOUNTS, 'open'] }],
  credits: [DATE, { ...AMOUNT, fields: [...AMOUNTS, 'open'] }],
  receipts: [DATE, AMOUNT],
  schedule: [{ ...DATE, take: 'month' }, AMOUNT],
  customers: [],
  owners: [],
  rates: [],
};

/** Where no column at all has a label, words and ids are told apart by what they look like. */
const UNLABELLED: Readonly<Partial<Record<Role, readonly Need[]>>> = {
  receipts: [need('currency', 'currencies below', holdsCurrencies), need('text', 'texts below', holdsTexts)],
  invoices: [
    need('currency', 'currencies below', holdsCurrencies),
    need('id', 'numbers below', holdsIds),
    need('customer', 'names below', holdsTexts),
  ],
  credits: [
    need('currency', 'currencies below', holdsCurrencies),
    need('id', 'numbers below', holdsIds),
    need('customer', 'names below', holdsTexts),
  ],
  deals: [
    need('currency', 'currencies below', holdsCurrencies),
    need('id', 'numbers below', holdsIds),
    need('customer', 'names below', holdsTexts),
  ],
  schedule: [
    need('currency', 'currencies below', holdsCurrencies),
    need('reference', 'numbers below', holdsIds),
    need('customer', 'names below', holdsTexts),
  ],
};

function need(take: Field, reason: string, fits: Need['fits']): Need {
  return { fields: [take], take, reason, fits };
}

/** The guesses with what they lack, from columns that no field has: the first that fits, in the order of the columns. */
export function withContentGuesses(
  role: Role,
  guesses: readonly ColumnGuess[],
  { labels, profiles, skip }: Unnamed,
): ColumnGuess[] {
  const found = [...guesses];
  const unlabelled = labels.every(({ whole }) => whole.length === 0);
  const needs = unlabelled ? [...NEEDS[role], ...(UNLABELLED[role] ?? [])] : NEEDS[role];
  for (const { fields, take, reason, fits } of needs) {
    if (found.some(({ field }) => fields.includes(field))) continue;
    if (take === 'amount' && skip.size > 0) continue;
    const taken = new Set(found.map(({ column }) => column));
    const column = profiles.findIndex((profile, at) => {
      const label = labels[at];
      return (
        !taken.has(at) && !skip.has(at) && profile.filled > 0 && label !== undefined && !isOfOther(role, label) && fits(profile)
      );
    });
    if (column !== -1) found.push({ field: take, column, confidence: unlabelled ? BY_CONTENT : BESIDE_LABELS, reason });
  }
  return found.sort((a, b) => a.column - b.column);
}

function holdsDates(profile: ColumnProfile): boolean {
  return contentFit(profile, 'date') >= NEARLY_ALL;
}

/** Numbers with a fraction somewhere, so that no count or number of an account is taken for money. */
function holdsMoney(profile: ColumnProfile): boolean {
  return !holdsDates(profile) && contentFit(profile, 'amount') >= NEARLY_ALL && profile.fractions > 0;
}

function holdsCurrencies(profile: ColumnProfile): boolean {
  return contentFit(profile, 'currency') >= NEARLY_ALL;
}

function holdsIds(profile: ColumnProfile): boolean {
  return !holdsDates(profile) && profile.texts > 0 && profile.ids >= profile.filled * NEARLY_ALL;
}

/** Words of some length; a mark that repeats on every row says nothing. */
function holdsTexts(profile: ColumnProfile): boolean {
  const { texts, filled, length, distinct } = profile;
  return (
    texts >= filled * NEARLY_ALL &&
    length >= texts * 4 &&
    distinct > 1 &&
    !holdsDates(profile) &&
    contentFit(profile, 'amount') < 0.2
  );
}
