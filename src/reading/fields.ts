/** Which role has which fields, what a field's column holds, and the header words it is known by, surest first. */

import type { Role } from '../domain/record';
import type { Field } from '../settings/mapping';
import { headerTerms, phraseTerms } from './headerTerms';
import type { Terms } from './headerTerms';
import { DEAL_FACT_WORDS, INVOICE_FACT_WORDS, OWNER_FACT_WORDS, RECEIPT_FACT_WORDS } from './factWords';
import { DEAL_WORDS, INVOICE_WORDS, LIST_WORDS, OWNER_WORDS, RATE_WORDS, RECEIPT_WORDS, SCHEDULE_WORDS } from './headerWords';

/** What a field's cells look like, so that content can confirm or refute a header. */
export type Content = 'text' | 'id' | 'date' | 'amount' | 'number' | 'currency' | 'flag';

const CONTENT: Readonly<Partial<Record<Field, Content>>> = {
  id: 'id',
  customerId: 'id',
  otherId: 'id',
  reference: 'id',
  reference2: 'id',
  reference3: 'id',
  appliesTo: 'id',
  taxNumber: 'id',
  amount: 'amount',
  net: 'amount',
  tax: 'amount',
  gross: 'amount',
  open: 'amount',
  reportingAmount: 'amount',
  debit: 'amount',
  credit: 'amount',
  discount: 'amount',
  margin: 'amount',
  fee: 'amount',
  withheld: 'amount',
  withheld2: 'amount',
  withheld3: 'amount',
  unitPrice: 'amount',
  lineAmount: 'amount',
  lineTax: 'amount',
  quantity: 'number',
  term: 'number',
  rate: 'number',
  currency: 'currency',
  fromCurrency: 'currency',
  toCurrency: 'currency',
  date: 'date',
  due: 'date',
  start: 'date',
  end: 'date',
  serviceStart: 'date',
  serviceEnd: 'date',
  month: 'date',
  serviceMonth: 'date',
  signed: 'date',
  modified: 'date',
  amended: 'date',
  cancelled: 'date',
  discountEnds: 'date',
  otherDate: 'date',
  priorAmount: 'amount',
  deduction: 'amount',
  uplift: 'number',
  splitShare: 'number',
  won: 'flag',
  final: 'flag',
  deleted: 'flag',
};

export function contentOf(field: Field): Content {
  return CONTENT[field] ?? 'text';
}

/** One way to name a field. */
export interface Phrase extends Terms {
  /** Place among the field's phrases: 0 the surest, near 1 the last. */
  readonly rank: number;
}

export interface FieldWords {
  readonly field: Field;
  readonly phrases: readonly Phrase[];
}

function prepare(words: Readonly<Partial<Record<Field, string>>>): FieldWords[] {
  return (Object.entries(words) as [Field, string][]).map(([field, list]) => {
    const phrases = list.split('|');
    return { field, phrases: phrases.map((phrase, at) => ({ ...phraseTerms(phrase), rank: at / phrases.length })) };
  });
}

/** The fields a role may have, with their words. */
export const ROLE_FIELDS: Readonly<Record<Role, readonly FieldWords[]>> = {
  deals: prepare(DEAL_WORDS),
  invoices: prepare(INVOICE_WORDS.invoices),
  credits: prepare(INVOICE_WORDS.credits),
  schedule: prepare(SCHEDULE_WORDS),
  receipts: prepare(RECEIPT_WORDS),
  customers: prepare(LIST_WORDS),
  owners: prepare(OWNER_WORDS),
  rates: prepare(RATE_WORDS),
};

/** Fields that only some exports have. They take a column that is called for them and that no field above has. */
export const FACT_FIELDS: Readonly<Partial<Record<Role, readonly FieldWords[]>>> = {
  deals: prepare(DEAL_FACT_WORDS),
  invoices: prepare(INVOICE_FACT_WORDS),
  credits: prepare(INVOICE_FACT_WORDS),
  receipts: prepare(RECEIPT_FACT_WORDS),
  owners: prepare(OWNER_FACT_WORDS),
};

/** Roles whose records may have a second number: known by who quotes it, never by its header alone. */
const WITH_OTHER_ID: readonly Role[] = ['deals', 'invoices', 'credits'];

/** The fields that a column of a role may be. */
export function fieldsOf(role: Role): Field[] {
  const named = [...ROLE_FIELDS[role], ...(FACT_FIELDS[role] ?? [])].map(({ field }) => field);
  return WITH_OTHER_ID.includes(role) ? [...named, 'otherId'] : named;
}

/** The fields of any role that a label is known for, by its words in one form. */
const FIELDS_BY_KEY: ReadonlyMap<string, ReadonlySet<Field>> = fieldsByKey();

function fieldsByKey(): Map<string, Set<Field>> {
  const known = new Map<string, Set<Field>>();
  for (const { field, phrases } of Object.values(ROLE_FIELDS).flat())
    for (const { key } of phrases) known.set(key, (known.get(key) ?? new Set()).add(field));
  return known;
}

/** What a label may be in any role, word for word and in any of the tongues; none for words that are not known. */
export function fieldsNamed(text: string): ReadonlySet<Field> {
  const keys = headerTerms(text.replace(/[([][^()[\]]*[)\]]/g, ' ')).map(({ key }) => key);
  return new Set(keys.flatMap((key) => [...(FIELDS_BY_KEY.get(key) ?? [])]));
}

/** Whether a text is, word for word, what some field is called. */
export function isKnownLabel(text: string): boolean {
  return fieldsNamed(text).size > 0;
}
