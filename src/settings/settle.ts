/** From what people typed and what the data shows to one settled set of definitions, each with its reason. */

import { addMonths, isoDay, isoMonth, parseIsoDay, parseIsoMonth } from '../domain/day';
import type { Day, Month } from '../domain/day';
import { monthOfRevenue, monthsOf } from '../domain/fiscal';
import type { FiscalCalendar, Months } from '../domain/fiscal';
import { minorDigits, toMajor, toMinor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { SettingUsed } from '../domain/reconciliation';
import type { Records } from '../domain/record';
import { fiscalCalendar } from './calendar';
import type { Idle } from './calendar';
import { acceptSetting, SETTINGS, splitList } from './definitions';
import type { Definitions, SettingKey } from './definitions';

/** Every definition as the engine uses it: amounts in minor units of `currency`, lists split. */
export interface Settled {
  readonly period: { readonly from: Month; readonly to: Month };
  readonly asOf: Day;
  readonly calendar: FiscalCalendar;
  readonly internalCustomers: readonly string[];
  readonly amountMeans: 'total' | 'annual' | 'monthly' | 'first year';
  readonly bookedAs: 'as the amount means' | 'total' | 'annual' | 'first year';
  readonly taxInDeals: boolean;
  readonly wonDatedBy: 'close' | 'signed' | 'start';
  readonly renewals: 'full' | 'uplift only';
  readonly creditsReduceBookings: boolean;
  readonly writeOffDocuments: 'settle' | 'reduce';
  readonly bankLeaveOut: readonly string[];
  readonly ownerRule: 'deal' | 'deal at close' | 'account' | 'own';
  readonly splitCredit: 'split' | 'owner';
  readonly customerLevel: 'account' | 'parent';
  readonly currency: Currency;
  readonly roundingLine: Minor;
  readonly roundingDocument: Minor;
  readonly matchAmount: Minor;
  /** A share: 0.005 is half a percent. */
  readonly matchShare: number;
  readonly matchDays: number;
  readonly invoicingLag: number;
  readonly paymentTime: number;
  readonly overdueAfter: number;
  readonly unappliedAfter: number;
  readonly materiality: Minor;
  readonly suggestedInNumbers: boolean;
}

interface Found {
  readonly value: string | number;
  readonly why: string;
}

/** The latest issued invoice, credit or receipt date: never the clock, never a schedule. Null without any. */
export function latestDocumentDay(records: Records): Day | null {
  let latest: Day | null = null;
  for (const record of [...records.invoices, ...records.receipts])
    if (latest === null || record.day > latest) latest = record.day;
  return latest;
}

/** The currency that most invoiced amount (by size, in major units) is in, ties to the alphabet. */
export function mostInvoicedCurrency(records: Records): Currency | null {
  const sizes = new Map<Currency, number>();
  const basis = records.invoices.length > 0 ? records.invoices : records.deals;
  for (const { amount, currency } of basis) {
    if (currency !== '') sizes.set(currency, (sizes.get(currency) ?? 0) + Math.abs(toMajor(amount, currency)));
  }
  const [first] = [...sizes].sort(([codeA, a], [codeB, b]) => b - a || (codeA < codeB ? -1 : 1));
  return first?.[0] ?? null;
}

const LEAST_PAIRS = 20;

/** The 90th percentile by nearest rank, kept between 15 and 60; null with fewer than 20 values. */
export function normalDays(days: readonly number[]): number | null {
  if (days.length < LEAST_PAIRS) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const rank = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
  return Math.min(60, Math.max(15, rank));
}

/** Days from each deal's close to the first invoice that names it by its own id; early invoices do not count. */
export function daysToFirstInvoice(records: Records): number[] {
  const first = new Map<string, Day>();
  for (const invoice of records.invoices) {
    if (invoice.kind === 'credit') continue;
    for (const reference of invoice.references) {
      const before = first.get(reference);
      if (before === undefined || invoice.day < before) first.set(reference, invoice.day);
    }
  }
  return records.deals.flatMap((deal) => {
    const invoiced = deal.id === '' ? undefined : first.get(deal.id);
    return invoiced === undefined || invoiced < deal.day ? [] : [invoiced - deal.day];
  });
}

/** Days from each invoice to the receipts that name it by its number. */
export function daysToReceipt(records: Records): number[] {
  const invoiced = new Map(records.invoices.filter((invoice) => invoice.id !== '').map((invoice) => [invoice.id, invoice.day]));
  return records.receipts.flatMap((receipt) =>
    receipt.references.flatMap((reference) => {
      const day = invoiced.get(reference);
      return day === undefined || day > receipt.day ? [] : [receipt.day - day];
    }),
  );
}

/** The last month that is over at as-of: April's on 30 April, March's the day before. */
export function lastWholeMonth(asOf: Day, months: Months): Month {
  const month = months.of(asOf);
  return months.last(month) === asOf ? month : addMonths(month, -1);
}

/** Half a percent of the larger total, to one significant figure. */
export function defaultMateriality(booked: Minor, invoiced: Minor): Minor {
  const exact = Math.max(Math.abs(booked), Math.abs(invoiced)) / 200;
  if (exact < 1) return 0;
  const unit = 10 ** Math.floor(Math.log10(exact));
  return Math.round(exact / unit) * unit;
}

/** Totals of the period's booked and invoiced in minor units of the reporting currency, for the default of materiality. */
export type TotalsOf = (
  days: { readonly from: Day; readonly to: Day },
  currency: Currency,
) => { readonly booked: Minor; readonly invoiced: Minor };

/**
 * Settles every definition: typed where allowed, else found from the data, else the fallback.
 * @param records in scope by status; as-of is not applied yet.
 * @param reasons why each kept value was once chosen, so that a default found from the data keeps its reason.
 * @param found what reading suggests for settings that need its tables (won stages, statuses, tax in deals …).
 */
export function settle(
  typed: Definitions,
  reasons: Readonly<Partial<Record<SettingKey, string>>>,
  records: Records,
  found: Partial<Record<SettingKey, Found>>,
  totalsOf: TotalsOf,
): { readonly settled: Settled; readonly used: readonly SettingUsed[] } {
  const used: SettingUsed[] = [];
  const settleOne = (key: SettingKey, suggestion: Found | null, resolveAuto?: () => Found): string | number => {
    const kept = typed[key] === undefined ? null : acceptSetting(key, typed[key]);
    const fallback = SETTINGS[key].fallback;
    const chosen: Found =
      kept !== null
        ? { value: kept, why: reasons[key]?.split(IDLE)[0] ?? 'as set' }
        : (suggestion ?? { value: fallback ?? '', why: fallback === null ? 'nothing found' : 'default' });
    if (chosen.value === 'auto' && resolveAuto !== undefined) {
      const auto = resolveAuto();
      used.push({ key, value: 'auto', used: auto.value, why: `auto: ${auto.why}` });
      return auto.value;
    }
    used.push({ key, value: chosen.value, used: chosen.value, why: chosen.why });
    return chosen.value;
  };
  const oneOf = <T extends string>(key: SettingKey, choices: readonly [T, ...T[]], suggestion: Found | null = null): T => {
    const settled = settleOne(key, suggestion);
    return choices.find((choice) => choice === settled) ?? choices[0];
  };
  const number = (key: SettingKey, suggestion: Found | null = null): number => Number(settleOne(key, suggestion));

  const asOf = parseIsoDay(
    String(
      settleOne('asOf', null, () => {
        const latest = latestDocumentDay(records) ?? latestDay(records);
        return { value: isoDay(latest), why: 'the latest invoice, credit or receipt' };
      }),
    ),
  ) as Day;

  const { calendar, idle } = fiscalCalendar({
    calendar: String(settleOne('calendar', null)),
    yearStarts: String(settleOne('yearStarts', null)),
    yearOfWeeksEnds: String(settleOne('yearOfWeeksEnds', null)),
    monthEnds: String(settleOne('monthEnds', null)),
  });
  const months = monthsOf(calendar);
  const firstMonth = earliestMonth(records, asOf, months);
  const lastMonth = Math.max(lastWholeMonth(asOf, months), firstMonth) as Month;
  const from = parseIsoMonth(
    String(settleOne('periodFrom', { value: isoMonth(firstMonth), why: 'the first month with data' })),
  ) as Month;
  const to = parseIsoMonth(
    String(settleOne('periodTo', null, () => ({ value: isoMonth(lastMonth), why: 'the last whole month at as-of' }))),
  ) as Month;
  const period = { from, to: Math.max(from, to) as Month };

  const internalCustomers = splitList(settleOne('internalCustomers', internal(records)));
  const amountMeans = oneOf('amountMeans', ['total', 'annual', 'monthly', 'first year'], found.amountMeans ?? null);
  const bookedAs = oneOf('bookedAs', ['as the amount means', 'total', 'annual', 'first year']);
  const taxInDeals = settleOne('taxInDeals', found.taxInDeals ?? null) === 'yes';
  settleOne('wonStages', found.wonStages ?? null);
  const wonDatedBy = oneOf('wonDatedBy', ['close', 'signed', 'start']);
  const renewals = oneOf('renewals', ['full', 'uplift only']);
  const creditsReduceBookings = settleOne('creditsReduceBookings', null) === 'yes';
  settleOne('issuedStatuses', found.issuedStatuses ?? null);
  settleOne('writeOffStatuses', found.writeOffStatuses ?? null);
  const writeOffDocuments = oneOf('writeOffDocuments', ['settle', 'reduce']);
  const bankLeaveOut = splitList(settleOne('bankLeaveOut', null));
  const ownerRule = oneOf('ownerRule', ['deal', 'deal at close', 'account', 'own']);
  const splitCredit = oneOf('splitCredit', ['split', 'owner']);
  const customerLevel = settleOne('customerLevel', null) === 'parent' ? 'parent' : 'account';
  const code = mostInvoicedCurrency(records);
  const currency = String(
    settleOne('currency', code === null ? null : { value: code, why: 'the currency of most invoiced amount' }),
  );
  const money = (key: SettingKey, suggestion: Found | null = null): Minor => toMinor(number(key, suggestion), currency);

  const roundingLine = money('roundingLine');
  const roundingDocument = money('roundingDocument');
  const matchAmount = money('matchAmount');
  const matchShare = number('matchPercent') / 100;
  const matchDays = number('matchDays');
  const lag = normalDays(daysToFirstInvoice(records));
  const invoicingLag = number('invoicingLag', percentile(lag, 'days from close to the first invoice'));
  const payment = normalDays(daysToReceipt(records));
  const paymentTime = number('paymentTime', percentile(payment, 'days from invoice to receipt'));
  const overdueAfter = number('overdueAfter');
  const unappliedAfter = number('unappliedAfter');
  const totals = totalsOf({ from: months.first(from), to: Math.min(months.last(period.to), asOf) as Day }, currency);
  const materiality = money('materiality', {
    value: Number(toMajor(defaultMateriality(totals.booked, totals.invoiced), currency).toFixed(minorDigits(currency))),
    why: '0.5 % of the larger of booked and invoiced in the period, one significant figure',
  });
  const suggestedInNumbers = settleOne('suggestedInNumbers', null) === 'yes';

  return {
    settled: {
      period,
      asOf,
      calendar,
      internalCustomers,
      amountMeans,
      bookedAs,
      taxInDeals,
      wonDatedBy,
      renewals,
      creditsReduceBookings,
      writeOffDocuments,
      bankLeaveOut,
      ownerRule,
      splitCredit,
      customerLevel,
      currency,
      roundingLine,
      roundingDocument,
      matchAmount,
      matchShare,
      matchDays,
      invoicingLag,
      paymentTime,
      overdueAfter,
      unappliedAfter,
      materiality,
      suggestedInNumbers,
    },
    used: inSheetOrder(used.map((each) => withIdle(each, idle))),
  };
}

function percentile(days: number | null, of: string): Found | null {
  return days === null ? null : { value: days, why: `90th percentile of ${of}, kept between 15 and 60` };
}

/** Parts the reason for a value from why it has no effect in this run. */
const IDLE = '; without effect: ';

function withIdle(setting: SettingUsed, idle: Idle): SettingUsed {
  const why = idle[setting.key as SettingKey];
  return why === undefined ? setting : { ...setting, why: `${setting.why}${IDLE}${why}` };
}

function inSheetOrder(used: readonly SettingUsed[]): SettingUsed[] {
  const order = Object.keys(SETTINGS);
  return [...used].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

/** Customers that are also entities: sales to them are the group's own. */
function internal(records: Records): Found | null {
  const entities = new Set<string>();
  const customers = new Set<string>();
  for (const record of [...records.deals, ...records.invoices, ...records.revenue, ...records.receipts]) {
    if (record.entity !== '') entities.add(record.entity);
    if (record.customer !== '') customers.add(record.customer);
  }
  const both = [...entities].filter((name) => customers.has(name)).sort();
  return both.length === 0 ? null : { value: both.join('; '), why: 'customers that are also entities' };
}

function earliestMonth(records: Records, asOf: Day, months: Months): Month {
  let first: Day = asOf;
  for (const { day } of [...records.deals, ...records.invoices, ...records.receipts]) if (day < first) first = day;
  return records.revenue.reduce<Month>((earliest, revenue) => {
    const month = monthOfRevenue(revenue, months);
    return month < earliest ? month : earliest;
  }, months.of(first));
}

function latestDay(records: Records): Day {
  const days = [...records.deals, ...records.revenue].map((record) => record.day);
  return days.reduce<Day>((latest, day) => (day > latest ? day : latest), 0 as Day);
}
