/** The definitions of the four measures, as settings that a person can read and type. */

import { z } from 'zod';
import { isoDay, parseIsoDay, parseIsoMonth } from '../domain/day';
import type { Day } from '../domain/day';
import { monthEndedBy, WEEK_PATTERNS, WEEKDAYS } from '../domain/fiscal';

/** How a setting's value is written. Amounts are major units of the reporting currency, lists are split at ";". */
export type SettingKind =
  /** `told`: what may be chosen, where the list is too long to read. */
  | { readonly type: 'choice'; readonly choices: readonly string[]; readonly told?: string }
  | { readonly type: 'month' | 'day'; readonly auto: boolean }
  | { readonly type: 'amount' | 'percent' | 'days' }
  | { readonly type: 'list'; readonly all?: boolean }
  | { readonly type: 'month ends' }
  | { readonly type: 'currency' };

export interface Setting {
  readonly section: string;
  readonly name: string;
  readonly kind: SettingKind;
  /** The value where nothing is found in the data; null: always found from the data. */
  readonly fallback: string | number | null;
}

/** A typed value that is not allowed, or a setting that there is not. */
export interface RefusedSetting {
  readonly setting: string;
  readonly typed: string;
  /** Null where no setting has the name. */
  readonly key: SettingKey | null;
}

const choice = (...choices: string[]): SettingKind => ({ type: 'choice', choices });
const days: SettingKind = { type: 'days' };

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Where a converted amount comes from: what is named, else the first that there is of the source's own amount in the
 * reporting currency, its own rate, the table of rates.
 */
export const AMOUNT_ORDERS = ['own amount first', 'own rate first', 'table first'] as const;

/** Every setting the engine honours, in the order of the `Definitions` sheet. Keys are stable names. */
export const SETTINGS = {
  periodFrom: { section: 'Period', name: 'From', kind: { type: 'month', auto: false }, fallback: null },
  periodTo: { section: 'Period', name: 'To', kind: { type: 'month', auto: true }, fallback: 'auto' },
  asOf: { section: 'Period', name: 'As-of', kind: { type: 'day', auto: true }, fallback: 'auto' },
  calendar: {
    section: 'Period',
    name: 'Calendar',
    kind: choice('calendar', ...Object.keys(WEEK_PATTERNS), 'month ends'),
    fallback: 'calendar',
  },
  yearStarts: {
    section: 'Period',
    name: 'Year starts',
    kind: { type: 'choice', choices: MONTH_NAMES, told: 'the name of a month (April)' },
    fallback: 'January',
  },
  yearOfWeeksEnds: {
    section: 'Period',
    name: 'Year of weeks ends on the',
    kind: {
      type: 'choice',
      choices: ['last', 'nearest'].flatMap((which) => WEEKDAYS.map((weekday) => `${which} ${weekday}`)),
      told: 'last or nearest, and a weekday (last Saturday)',
    },
    fallback: 'last Saturday',
  },
  monthEnds: { section: 'Period', name: 'Month ends', kind: { type: 'month ends' }, fallback: '' },
  entities: { section: 'Scope', name: 'Entities', kind: { type: 'list', all: true }, fallback: 'all' },
  internalCustomers: { section: 'Scope', name: 'Intercompany and internal customers', kind: { type: 'list' }, fallback: '' },
  dealTypes: {
    section: 'Scope',
    name: 'Deal types counted as booked',
    kind: { type: 'list', all: true },
    fallback: 'all',
  },
  amountMeans: {
    section: 'Booked',
    name: 'Amount means',
    kind: choice('total', 'annual', 'monthly', 'first year'),
    fallback: 'total',
  },
  bookedAs: {
    section: 'Booked',
    name: 'Show booked as',
    kind: choice('as the amount means', 'total', 'annual', 'first year'),
    fallback: 'as the amount means',
  },
  taxInDeals: { section: 'Booked', name: 'Tax in amount', kind: choice('no', 'yes'), fallback: 'no' },
  wonStages: { section: 'Booked', name: 'Won means', kind: { type: 'list' }, fallback: null },
  wonDatedBy: { section: 'Booked', name: 'Won, dated by', kind: choice('close', 'signed', 'start'), fallback: 'close' },
  renewals: { section: 'Booked', name: 'Renewals', kind: choice('full', 'uplift only'), fallback: 'full' },
  creditsReduceBookings: { section: 'Booked', name: 'Bookings reduced by credits', kind: choice('no', 'yes'), fallback: 'no' },
  invoicedAmount: { section: 'Invoiced', name: 'Amount', kind: choice('net', 'gross'), fallback: 'net' },
  invoiceDate: { section: 'Invoiced', name: 'Date', kind: choice('invoice date', 'posting date'), fallback: 'invoice date' },
  issuedStatuses: { section: 'Invoiced', name: 'Counted', kind: { type: 'list' }, fallback: null },
  writeOffStatuses: { section: 'Invoiced', name: 'Written off', kind: { type: 'list' }, fallback: null },
  passThrough: { section: 'Invoiced', name: 'Pass-through lines', kind: choice('counted', 'left out'), fallback: 'counted' },
  writeOffDocuments: {
    section: 'Invoiced',
    name: 'Write-off documents',
    kind: choice('settle', 'reduce'),
    fallback: 'settle',
  },
  recognisedSource: { section: 'Recognised', name: 'Source', kind: choice('schedule', 'derived'), fallback: 'schedule' },
  recognisedRate: { section: 'Recognised', name: 'Rate', kind: choice('invoice', 'month'), fallback: 'invoice' },
  cashAmount: { section: 'Cash', name: 'Amount', kind: choice('received', 'before fees'), fallback: 'received' },
  bankLeaveOut: {
    section: 'Cash',
    name: 'Payers, accounts and texts that are no customer money',
    kind: { type: 'list' },
    fallback: '',
  },
  ownerRule: { section: 'Owner', name: 'Rule', kind: choice('deal', 'deal at close', 'account', 'own'), fallback: 'deal' },
  splitCredit: { section: 'Owner', name: 'Split credit', kind: choice('split', 'owner'), fallback: 'split' },
  customerLevel: { section: 'Customer', name: 'Level', kind: choice('account', 'parent'), fallback: 'account' },
  currency: { section: 'Currency', name: 'Reporting', kind: { type: 'currency' }, fallback: null },
  amountUsed: { section: 'Currency', name: 'Amount used', kind: choice(...AMOUNT_ORDERS), fallback: AMOUNT_ORDERS[0] },
  roundingLine: { section: 'Tolerance', name: 'Rounding, a line', kind: { type: 'amount' }, fallback: 0.01 },
  roundingDocument: { section: 'Tolerance', name: 'Rounding, a document', kind: { type: 'amount' }, fallback: 0.05 },
  matchAmount: { section: 'Tolerance', name: 'Match, amount', kind: { type: 'amount' }, fallback: 1 },
  matchPercent: { section: 'Tolerance', name: 'Match, percent', kind: { type: 'percent' }, fallback: 0.5 },
  acceptedInAll: { section: 'Tolerance', name: 'Accepted in all, percent', kind: { type: 'percent' }, fallback: 0.1 },
  matchDays: { section: 'Tolerance', name: 'Days', kind: days, fallback: 5 },
  invoicingLag: { section: 'Lag', name: 'Normal invoicing lag', kind: days, fallback: 30 },
  paymentTime: { section: 'Lag', name: 'Normal payment time', kind: days, fallback: 30 },
  overdueAfter: { section: 'Lag', name: 'Overdue becomes an exception after', kind: days, fallback: 30 },
  unappliedAfter: { section: 'Lag', name: 'Unapplied cash and unused credits become exceptions after', kind: days, fallback: 30 },
  materiality: { section: 'Materiality', name: 'Amount', kind: { type: 'amount' }, fallback: null },
  suggestedInNumbers: { section: 'Suggested matches', name: 'In the numbers', kind: choice('yes', 'no'), fallback: 'yes' },
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof SETTINGS;

/** Settings as typed by a person or kept from an earlier run; absent ones are found from the data. */
export type Definitions = { readonly [K in SettingKey]?: string | number };

/** What may be typed, in words, for the `Allowed` column. */
export function describeAllowed(kind: SettingKind): string {
  switch (kind.type) {
    case 'choice':
      return kind.told ?? kind.choices.join(', ');
    case 'month':
      return kind.auto ? 'auto, or a month (2026-03)' : 'a month (2026-03)';
    case 'day':
      return kind.auto ? 'auto, or a date (2026-03-31)' : 'a date (2026-03-31)';
    case 'amount':
      return 'an amount';
    case 'percent':
      return 'a percentage';
    case 'days':
      return 'a number of days';
    case 'list':
      return kind.all === true ? 'all, or a list, separated by ;' : 'a list, separated by ;';
    case 'month ends':
      return 'one a month (2026-01-30; 2026-02-27)';
    case 'currency':
      return 'a currency code';
  }
}

/** From here on an amount in thousandths, the smallest that a currency has, is not exact. */
const LARGEST_AMOUNT = 1e12;

/** The value a person meant, or null where it is not allowed. */
export function acceptSetting(key: SettingKey, typed: string | number): string | number | null {
  const kind: SettingKind = SETTINGS[key].kind;
  const text = String(typed).trim();
  switch (kind.type) {
    case 'choice':
      return kind.choices.find((allowed) => allowed.toLowerCase() === text.toLowerCase()) ?? null;
    case 'month':
      return kind.auto && text.toLowerCase() === 'auto' ? 'auto' : parseIsoMonth(text) === null ? null : text;
    case 'day':
      return kind.auto && text.toLowerCase() === 'auto' ? 'auto' : parseIsoDay(text) === null ? null : text;
    case 'amount':
    case 'percent':
    case 'days': {
      const number = typeof typed === 'number' ? typed : text === '' ? Number.NaN : Number(text);
      const isUsable = kind.type === 'days' ? Number.isInteger(number) : kind.type === 'percent' || number < LARGEST_AMOUNT;
      return Number.isFinite(number) && number >= 0 && isUsable ? number : null;
    }
    case 'list':
      return kind.all === true && text.toLowerCase() === 'all' ? 'all' : text;
    case 'month ends':
      return acceptMonthEnds(text);
    case 'currency':
      return /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null;
  }
}

/** Splits a typed list at ";" and drops blanks. */
export function splitList(typed: string | number | undefined): string[] {
  return String(typed ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** In order; null where a date cannot be read or two end the same month. */
function acceptMonthEnds(text: string): string | null {
  const ends = splitList(text).map(parseIsoDay);
  if (!ends.every((end): end is Day => end !== null)) return null;
  if (new Set(ends.map(monthEndedBy)).size < ends.length) return null;
  return ends
    .sort((a, b) => a - b)
    .map(isoDay)
    .join('; ');
}

const values = z.union([z.string(), z.number()]);

/** Shape only: whether a value is allowed is `acceptSetting`'s to say, one setting at a time. */
export const definitionsSchema = z.partialRecord(z.enum(Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]), values);
