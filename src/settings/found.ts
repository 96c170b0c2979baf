/** What the data shows for settings that nobody set. */

import { addMonths } from '../domain/day';
import type { Day, Month } from '../domain/day';
import { monthOfRevenue } from '../domain/fiscal';
import type { Months } from '../domain/fiscal';
import { toMajor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { Records } from '../domain/record';

/** A value with the reason for it. */
export interface Found {
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

/** Customers that are also entities: sales to them are the group's own. */
export function internalCustomersOf(records: Records): Found | null {
  const entities = new Set<string>();
  const customers = new Set<string>();
  for (const record of [...records.deals, ...records.invoices, ...records.revenue, ...records.receipts]) {
    if (record.entity !== '') entities.add(record.entity);
    if (record.customer !== '') customers.add(record.customer);
  }
  const both = [...entities].filter((name) => customers.has(name)).sort();
  return both.length === 0 ? null : { value: both.join('; '), why: 'customers that are also entities' };
}

/** The first month that any record stands in. */
export function earliestMonth(records: Records, asOf: Day, months: Months): Month {
  let first: Day = asOf;
  for (const { day } of [...records.deals, ...records.invoices, ...records.receipts]) if (day < first) first = day;
  return records.revenue.reduce<Month>((earliest, revenue) => {
    const month = monthOfRevenue(revenue, months);
    return month < earliest ? month : earliest;
  }, months.of(first));
}

/** Entities that any record names, in the alphabet's order. */
export function entitiesOf({ deals, invoices, revenue, receipts }: Records): string[] {
  return namesIn([deals, invoices, revenue, receipts].flatMap((records) => records.map(({ entity }) => entity)));
}

export function dealTypesOf({ deals }: Records): string[] {
  return namesIn(deals.map(({ dealType }) => dealType));
}

const namesIn = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => name !== '').sort();

/** For books without invoices and receipts. */
export function latestDay(records: Records): Day {
  const days = [...records.deals, ...records.revenue].map((record) => record.day);
  return days.reduce<Day>((latest, day) => (day > latest ? day : latest), 0 as Day);
}
