/** A row on its way: the records it makes, or the cause for which it is left out. Keys come when all rows are read. */

import type { Day } from '../domain/day';
import { exactMinor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { LeftOutCause, Provenance, ReadFaultCode, ReconciledRecord, Role } from '../domain/record';
import type { RowCurrency } from './currencyOfRow';
import { BAD, READ } from './sheet';
import type { NumberColumn, SourceSheet } from './sheet';
import { cellText, shortHash } from './text';

/** A record whose key is still "". */
export type Draft = ReconciledRecord;

export interface PendingFault {
  readonly code: ReadFaultCode;
  readonly column: string | null;
  readonly text: string;
}

export interface LeftOutFacts {
  readonly cause: LeftOutCause;
  readonly column: string | null;
  readonly text: string;
}

/** One row read. Either `drafts` are there, or `left` is, with `aside` where date and amount could be read. */
export interface ReadRow {
  readonly role: Role;
  readonly sheet: SourceSheet;
  readonly index: number;
  readonly source: Provenance;
  readonly id: string;
  readonly entity: string;
  readonly customer: string;
  readonly day: Day | null;
  /** The row's contribution, signed; null where unknown. */
  readonly amount: Minor | null;
  readonly currency: Currency;
  readonly drafts: readonly Draft[];
  readonly left: LeftOutFacts | null;
  /** What a row left out would have been: its partners are told why it does not count. */
  readonly aside: Draft | null;
  readonly faults: readonly PendingFault[];
  /** Rows of the sheet that it stands for, where they are several. */
  readonly rows?: number;
}

/** Longest text of an offending cell that is kept. */
const TEXT_KEPT = 200;

export function cutText(text: string): string {
  return text.length <= TEXT_KEPT ? text : `${text.slice(0, TEXT_KEPT - 1)}…`;
}

/** One amount cell: its minor units, `blank`, or `bad` with the text as it stands. */
export type Amount =
  | { readonly state: 'read'; readonly minor: Minor }
  | { readonly state: 'blank' }
  | { readonly state: 'bad'; readonly text: string };

const BLANK_AMOUNT: Amount = { state: 'blank' };

export function amountAt(
  sheet: SourceSheet,
  column: NumberColumn | null,
  at: number | undefined,
  index: number,
  currency: Currency,
): Amount {
  if (column === null || at === undefined) return BLANK_AMOUNT;
  const state = column.state[index];
  if (state === READ) {
    const minor = exactMinor(column.values[index] ?? 0, currency);
    return minor === null ? { state: 'bad', text: cellText(sheet.cell(index, at)) } : { state: 'read', minor };
  }
  return state === BAD ? { state: 'bad', text: cellText(sheet.cell(index, at)) } : BLANK_AMOUNT;
}

/** Why the currency cannot be used, as facts for `Left out`. */
export function currencyLeft(currency: RowCurrency): LeftOutFacts {
  return { cause: 'no-currency', column: currency.column, text: cutText(currency.text) };
}

/** All mapped cells of a row in one text: equal texts are repeats of one row. */
export function rowSignature(sheet: SourceSheet, index: number): string {
  const parts: string[] = [];
  const { columns, monthColumns } = sheet.mapping;
  for (const field of Object.keys(columns).sort()) {
    const at = columns[field as keyof typeof columns];
    if (at !== undefined) parts.push(`${field}=${cellText(sheet.cell(index, at))}`);
  }
  for (const { column, month } of monthColumns) {
    const text = cellText(sheet.cell(index, column));
    if (text !== '') parts.push(`${month}=${text}`);
  }
  return parts.join('\u0001');
}

const PREFIX: Readonly<Record<Role, string>> = {
  deals: 'deal',
  invoices: 'invoice',
  credits: 'credit',
  schedule: 'revenue',
  receipts: 'receipt',
  customers: 'customer',
  owners: 'owner',
  rates: 'rate',
};

/** `deal.UK.D-1042`; without an entity `deal.D-1042`. */
export function keyOf(role: Role, entity: string, id: string): string {
  return entity === '' ? `${PREFIX[role]}.${id}` : `${PREFIX[role]}.${entity}.${id}`;
}

/** The key of a record without an id: its facts, hashed. */
export function hashedKey(role: Role, entity: string, facts: readonly (string | number)[]): string {
  return keyOf(role, entity, shortHash([PREFIX[role], entity, ...facts].join('\u0001')));
}
