/** From a row's date, amount and currency to what becomes of it: the same three questions for every role. */

import type { Day } from '../domain/day';
import type { Minor } from '../domain/money';
import type { Role } from '../domain/record';
import type { Field } from '../settings/mapping';
import type { RowCurrency } from './currencyOfRow';
import { amountAt, currencyLeft, cutText } from './drafts';
import type { Draft, LeftOutFacts, PendingFault, ReadRow } from './drafts';
import { BLANK, READ } from './sheet';
import type { DayColumn, NumberColumn, SourceSheet } from './sheet';
import { cellText } from './text';
import { isYes } from './words';

/** A row whose date and amount are known. */
export type DatedRow = StartedRow & { readonly minor: Minor; readonly day: Day };

export function isDated(row: StartedRow): row is DatedRow {
  return row.minor !== null && row.day !== null;
}

export type StartedRow = Omit<ReadRow, 'drafts' | 'left' | 'aside' | 'faults' | 'amount' | 'day'> &
  (
    | { readonly left: null; readonly minor: Minor; readonly day: Day }
    | { readonly left: LeftOutFacts; readonly minor: Minor | null; readonly day: Day | null }
  );

/** What of a row is the same whatever its role. */
export function identityOf(
  role: Role,
  sheet: SourceSheet,
  index: number,
): Pick<ReadRow, 'role' | 'sheet' | 'index' | 'source' | 'id' | 'entity' | 'customer'> {
  return {
    role,
    sheet,
    index,
    source: sheet.provenance(index),
    id: sheet.texts('id')[index] ?? '',
    entity: sheet.texts('entity')[index] ?? '',
    customer: sheet.texts('customer')[index] ?? '',
  };
}

export function dayAt(days: DayColumn | null, index: number): Day | null {
  return days !== null && days.state[index] === READ ? ((days.days[index] ?? 0) as Day) : null;
}

/** Why a date cannot be used; null where it can. */
export function dateLeft(sheet: SourceSheet, days: DayColumn | null, field: Field, index: number): LeftOutFacts | null {
  const state = days === null ? BLANK : days.state[index];
  if (state === READ) return null;
  const at = sheet.mapping.columns[field];
  const text = at === undefined ? '' : cutText(cellText(sheet.cell(index, at)));
  return state === BLANK
    ? { cause: 'no-date', column: sheet.letters(field), text: '' }
    : { cause: 'unreadable', column: sheet.letters(field), text };
}

export function amountLeft(sheet: SourceSheet, field: Field, text: string): LeftOutFacts {
  return { cause: 'unreadable', column: sheet.letters(field), text: text === '' ? 'blank' : cutText(text) };
}

/** A row that somebody deleted, voided or cancelled, as its flag says; null for any other. */
export function deletedLeft(sheet: SourceSheet, index: number): LeftOutFacts | null {
  const flag = sheet.texts('deleted')[index] ?? '';
  return isYes(flag) ? { cause: 'status', column: sheet.letters('deleted'), text: flag } : null;
}

/** Reads date, amount and currency. The amount comes first: without it nothing can be counted. */
export function startRow(spec: {
  readonly role: Role;
  readonly sheet: SourceSheet;
  readonly index: number;
  readonly currency: RowCurrency;
  readonly amount: Field;
  readonly amounts: NumberColumn | null;
  readonly date: Field;
  readonly days: DayColumn | null;
}): StartedRow {
  const { sheet, index, currency } = spec;
  const amount = amountAt(sheet, spec.amounts, sheet.mapping.columns[spec.amount], index, currency.code);
  const day = dayAt(spec.days, index);
  const minor = amount.state === 'read' ? amount.minor : null;
  const left =
    (amount.state === 'read' ? null : amountLeft(sheet, spec.amount, amount.state === 'bad' ? amount.text : '')) ??
    dateLeft(sheet, spec.days, spec.date, index) ??
    (currency.known ? null : currencyLeft(currency));
  const started = {
    role: spec.role,
    sheet,
    index,
    source: sheet.provenance(index),
    id: sheet.texts('id')[index] ?? '',
    entity: sheet.texts('entity')[index] ?? '',
    customer: sheet.texts('customer')[index] ?? '',
    currency: currency.code,
    minor,
    day,
    left,
  };
  return started as StartedRow;
}

/** The same row with another amount: tax taken off, a sign turned. */
export function withMinor<T extends StartedRow>(row: T, minor: Minor): T {
  return { ...row, minor };
}

// Written out field by field: spreading a row for each of a hundred thousand costs more than reading it.
function readRow(
  row: StartedRow,
  left: LeftOutFacts | null,
  drafts: readonly Draft[],
  aside: Draft | null,
  faults: readonly PendingFault[],
): ReadRow {
  return {
    role: row.role,
    sheet: row.sheet,
    index: row.index,
    source: row.source,
    id: row.id,
    entity: row.entity,
    customer: row.customer,
    day: row.day,
    amount: row.minor,
    currency: row.currency,
    drafts,
    left,
    aside,
    faults,
  };
}

export function usedRow(row: StartedRow, faults: readonly PendingFault[], drafts: readonly Draft[]): ReadRow {
  return readRow(row, null, drafts, null, faults);
}

const FAULT_OF = { unreadable: 'unreadable', 'no-date': 'no-date', 'no-currency': 'no-currency' } as const;

/** A row left out; where its cells are to blame it is a fault as well. */
export function leftRow(
  row: StartedRow,
  faults: readonly PendingFault[],
  left: LeftOutFacts,
  aside: Draft | null = null,
): ReadRow {
  const code = left.cause in FAULT_OF ? FAULT_OF[left.cause as keyof typeof FAULT_OF] : null;
  const told: PendingFault[] = code === null ? [] : [{ code, column: left.column, text: left.text }];
  return readRow(row, left, [], aside, [...told, ...faults]);
}
