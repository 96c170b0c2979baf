/** Revenue where no schedule gives it: each invoice evenly over the days of its service. */

import { addDays, isoMonth } from '../domain/day';
import type { Day, Month } from '../domain/day';
import { monthsOf } from '../domain/fiscal';
import type { Months } from '../domain/fiscal';
import type { Link } from '../domain/link';
import { distribute } from '../domain/money';
import type { Deal, Invoice, ReconciledRecord, RecordKey, Revenue } from '../domain/record';
import { convertRecord, rateTable } from './convert';
import type { VarianceInput } from './input';
import { order } from './links';
import { monthsLater, termOf } from './reasons/plan';

interface Service {
  readonly start: Day;
  readonly end: Day;
}

/** Longer services than fifty years are slips of a date. */
const MOST_MONTHS = 600;

/**
 * The input with revenue of every month of service, those after as-of as planned. The service is the document's own; of a
 * credit without one its invoice's, and what lies before the credit falls in the credit's month; else the deal's billing
 * period, or its whole contract where one invoice stands for it. A document without any service counts on its own date.
 */
export function withDerivedRevenue(input: VarianceInput): VarianceInput {
  const { invoices, deals, matching, currency, asOf, options } = input;
  const months = monthsOf(options.calendar);
  const rateAt = rateTable(input.rates, currency);
  const serviceOf = services([...deals, ...invoices], matching.links);
  const revenue: Revenue[] = [];
  const planned: Revenue[] = [];
  const links: Link[] = [];
  const customers: (readonly [RecordKey, string])[] = [];
  for (const invoice of invoices) {
    const customer = matching.customerOf.get(invoice.key);
    const rate = convertRecord(invoice, currency, rateAt, options.amountUsed)?.rate ?? null;
    for (const { month, amount } of spread(invoice, serviceOf(invoice), months)) {
      const day = months.last(month);
      const ofMonth = options.recognisedRate === 'month' ? rateAt(invoice.currency, day) : null;
      const record = revenueOf(invoice, isoMonth(month), day, amount, ofMonth ?? rate);
      if (day > asOf) planned.push(record);
      else {
        revenue.push(record);
        links.push(linkOf(invoice, record));
        if (customer !== undefined) customers.push([record.key, customer]);
      }
    }
  }
  return {
    ...input,
    revenue,
    planned,
    matching: { ...matching, links: [...matching.links, ...links], customerOf: matching.customerOf.and(customers) },
    provided: { ...input.provided, recognised: true },
  };
}

/** The service of an invoice by what it says, by the invoice it credits, by its deal. */
function services(records: readonly ReconciledRecord[], links: readonly Link[]): (invoice: Invoice) => Service | null {
  const byKey = new Map(records.map((record) => [record.key, record]));
  const creditedBy = new Map<RecordKey, RecordKey>();
  const dealsOf = new Map<RecordKey, RecordKey[]>();
  const bills = new Map<RecordKey, number>();
  for (const { kind, left, right } of [...links].sort(largestFirst)) {
    if (kind === 'invoice-credit' && !creditedBy.has(right)) creditedBy.set(right, left);
    if (kind !== 'deal-invoice') continue;
    dealsOf.set(right, [...(dealsOf.get(right) ?? []), left]);
    bills.set(left, (bills.get(left) ?? 0) + 1);
  }
  const ofInvoice = ({ key, serviceStart, serviceEnd, day }: Invoice): Service | null => {
    if (serviceStart !== null && serviceEnd !== null && serviceEnd >= serviceStart)
      return { start: serviceStart, end: serviceEnd };
    const [only, ...others] = dealsOf.get(key) ?? [];
    const deal = only === undefined || others.length > 0 ? undefined : byKey.get(only);
    return deal?.role === 'deal' ? ofDeal(deal, day, (bills.get(deal.key) ?? 0) === 1) : null;
  };
  return (invoice) => {
    const credited = byKey.get(creditedBy.get(invoice.key) ?? '');
    return ofInvoice(invoice) ?? (credited?.role === 'invoice' ? ofInvoice(credited) : null);
  };
}

/** A credit of several invoices follows the one that it takes most of, whatever the order of the links. */
function largestFirst(a: Link, b: Link): number {
  return Math.abs(b.allocated) - Math.abs(a.allocated) || order(a.left, b.left);
}

/** The billing period in which a bill is dated; the whole contract of a deal that is billed once. */
function ofDeal(deal: Deal, billed: Day, isBilledOnce: boolean): Service | null {
  const { start, billingMonths } = deal;
  const term = termOf(deal);
  if (start === null || term === null) return null;
  const end = addDays(monthsLater(start, term), -1);
  if (billingMonths === null || billingMonths <= 0 || billingMonths >= term) return isBilledOnce ? { start, end } : null;
  let count = 0;
  while (count + billingMonths < term && monthsLater(start, count + billingMonths) <= billed) count += billingMonths;
  const next = addDays(monthsLater(start, Math.min(term, count + billingMonths)), -1);
  return { start: monthsLater(start, count), end: next };
}

/** An amount by fiscal months, in proportion to the days of service in each; not a cent is lost. */
function spread(
  { amount, day }: Invoice,
  service: Service | null,
  months: Months,
): { readonly month: Month; readonly amount: number }[] {
  const own = months.of(day);
  if (service === null) return [{ month: own, amount }];
  const first = months.of(service.start);
  const count = Math.min(MOST_MONTHS, months.of(service.end) - first + 1);
  const each = Array.from({ length: count }, (_, i) => (first + i) as Month);
  const days = each.map((month) => Math.min(service.end, months.last(month)) - Math.max(service.start, months.first(month)) + 1);
  const parts = distribute(amount, days);
  const byMonth = new Map<Month, number>();
  each.forEach((month, i) => {
    const counted = (amount < 0 ? Math.max(month, own) : month) as Month;
    byMonth.set(counted, (byMonth.get(counted) ?? 0) + (parts[i] ?? 0));
  });
  return [...byMonth].map(([month, part]) => ({ month, amount: part })).filter((part) => part.amount !== 0);
}

function revenueOf(invoice: Invoice, month: string, day: Day, amount: number, rate: number | null): Revenue {
  const { source, entity, customer, customerId, taxNumber, domain, place, owner, currency } = invoice;
  return {
    role: 'revenue',
    key: `revenue.derived.${invoice.key}.${month}`,
    id: '',
    source,
    ...{ entity, customer, customerId, taxNumber, domain, place, owner, currency, amount, rate, day },
    reportingAmount: null,
    text: '',
    references: invoice.id === '' ? [] : [invoice.id],
    serviceDay: null,
  };
}

function linkOf(invoice: Invoice, { key, amount, currency }: Revenue): Link {
  return {
    ...{ kind: 'invoice-schedule', left: invoice.key, right: key, allocated: amount, currency },
    pass: 'derived',
    probability: 1,
    certainty: 'inferred',
    evidence: [],
    runnerUp: '',
    state: 'matched',
  };
}
