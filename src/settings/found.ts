/** What the data shows for settings that nobody set. */

import { addMonths } from '../domain/day';
import type { Day, Month } from '../domain/day';
import { monthOfRevenue } from '../domain/fiscal';
import type { Months } from '../domain/fiscal';
import { toMajor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { ReconciledRecord, Records } from '../domain/record';
import { TextTable } from '../domain/textTable';

/** A value with the reason for it. */
export interface Found {
  readonly value: string | number;
  readonly why: string;
}

/** The latest issued invoice, credit or receipt date: never the clock, never a schedule. Null without any. */
export function latestDocumentDay(records: Records): Day | null {
  let latest: Day | null = null;
  for (const documents of [records.invoices, records.receipts])
    for (const { day } of documents) if (latest === null || day > latest) latest = day;
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

/** After every day. */
const NEVER = 0x3fffffff as Day;

/** Days from each deal's close to the first invoice that names it by its own id; early invoices do not count. */
export function daysToFirstInvoice(records: Records): number[] {
  const ids = new TextTable(records.deals.length);
  for (const { id } of records.deals) if (id !== '') ids.enter(id);
  const first = new Array<Day>(ids.size).fill(NEVER);
  for (const { kind, references, day } of records.invoices) {
    if (kind === 'credit') continue;
    for (const reference of references) {
      const place = ids.placeOf(reference);
      if (place >= 0 && day < (first[place] ?? NEVER)) first[place] = day;
    }
  }
  const days: number[] = [];
  for (const { id, day } of records.deals) {
    const invoiced = id === '' ? NEVER : (first[ids.placeOf(id)] ?? NEVER);
    if (invoiced !== NEVER && invoiced >= day) days.push(invoiced - day);
  }
  return days;
}

/** Days from each invoice to the receipts that name it by its number. */
export function daysToReceipt(records: Records): number[] {
  const ids = new TextTable(records.invoices.length);
  const invoiced: Day[] = [];
  for (const { id, day } of records.invoices) if (id !== '') invoiced[ids.enter(id)] = day;
  const days: number[] = [];
  for (const { references, day } of records.receipts)
    for (const reference of references) {
      const place = ids.placeOf(reference);
      const from = place < 0 ? NEVER : (invoiced[place] ?? NEVER);
      if (from <= day) days.push(day - from);
    }
  return days;
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

/** Customers that are also entities: sales to them are the group's own. */
export function internalCustomersOf(records: Records): Found | null {
  const entities = new Set(entitiesOf(records));
  if (entities.size === 0) return null;
  const both = new Set<string>();
  for (const list of recordsOf(records)) for (const { customer } of list) if (entities.has(customer)) both.add(customer);
  return both.size === 0 ? null : { value: [...both].sort().join('; '), why: 'customers that are also entities' };
}

/** The first month that any record stands in. */
export function earliestMonth(records: Records, asOf: Day, months: Months): Month {
  let first: Day = asOf;
  for (const list of [records.deals, records.invoices, records.receipts])
    for (const { day } of list) if (day < first) first = day;
  return records.revenue.reduce<Month>((earliest, revenue) => {
    const month = monthOfRevenue(revenue, months);
    return month < earliest ? month : earliest;
  }, months.of(first));
}

/** Entities that any record names, in the alphabet's order. */
export function entitiesOf(records: Records): string[] {
  const names = new Set<string>();
  let last: string | null = null;
  for (const list of recordsOf(records))
    for (const { entity } of list) {
      // Nearly always that of the record before.
      if (entity !== last) names.add(entity);
      last = entity;
    }
  return named(names);
}

export function dealTypesOf({ deals }: Records): string[] {
  return named(new Set(deals.map(({ dealType }) => dealType)));
}

const named = (names: ReadonlySet<string>): string[] => [...names].filter((name) => name !== '').sort();

const recordsOf = ({ deals, invoices, revenue, receipts }: Records): readonly (readonly ReconciledRecord[])[] => [
  deals,
  invoices,
  revenue,
  receipts,
];

/** For books without invoices and receipts. */
export function latestDay(records: Records): Day {
  const days = [...records.deals, ...records.revenue].map((record) => record.day);
  return days.reduce<Day>((latest, day) => (day > latest ? day : latest), 0 as Day);
}
