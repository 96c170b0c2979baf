/** Which role has which fields, what a field's column holds, and the header words it is known by, surest first. */

import type { Role } from '../domain/record';
import type { Field } from '../settings/mapping';
import { DEAL_WORDS, INVOICE_WORDS, LIST_WORDS, RATE_WORDS, RECEIPT_WORDS, SCHEDULE_WORDS } from './headerWords';
import { normaliseHeader } from './text';

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
  lineAmount: 'amount',
  lineTax: 'amount',
  unitPrice: 'amount',
  quantity: 'number',
  fee: 'amount',
  withheld: 'amount',
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
  won: 'flag',
  final: 'flag',
};

export function contentOf(field: Field): Content {
  return CONTENT[field] ?? 'text';
}

/** Fields whose cells are money: their texts decide the decimal mark together. */
export const AMOUNT_FIELDS = [
  'amount',
  'net',
  'tax',
  'gross',
  'open',
  'reportingAmount',
  'debit',
  'credit',
  'discount',
  'margin',
  'fee',
  'withheld',
  'lineAmount',
  'lineTax',
] as const satisfies readonly Field[];

/** Fields whose cells are days or months: their texts decide the order of day and month together. */
export const DATE_FIELDS = [
  'date',
  'due',
  'start',
  'end',
  'serviceStart',
  'serviceEnd',
  'month',
  'serviceMonth',
] as const satisfies readonly Field[];

export interface Phrase {
  readonly words: readonly string[];
  readonly compact: string;
}

export interface FieldWords {
  readonly field: Field;
  readonly phrases: readonly Phrase[];
}

function prepare(words: Readonly<Partial<Record<Field, string>>>): FieldWords[] {
  return (Object.entries(words) as [Field, string][]).map(([field, list]) => ({
    field,
    phrases: list.split('|').map((phrase) => {
      const plain = normaliseHeader(phrase);
      return { words: plain.split(' '), compact: plain.replaceAll(' ', '') };
    }),
  }));
}

const INVOICES = prepare(INVOICE_WORDS.invoices);

/** The fields a role may have, with their words. */
export const ROLE_FIELDS: Readonly<Record<Role, readonly FieldWords[]>> = {
  deals: prepare(DEAL_WORDS),
  invoices: INVOICES,
  credits: prepare(INVOICE_WORDS.credits),
  schedule: prepare(SCHEDULE_WORDS),
  receipts: prepare(RECEIPT_WORDS),
  customers: prepare(LIST_WORDS),
  owners: prepare({ owner: LIST_WORDS.owner, id: 'user id|owner id|id' }),
  rates: prepare(RATE_WORDS),
};
