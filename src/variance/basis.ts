/** Records as the definitions count them: a deal's date, amount and renewal, the lines of an invoice, the month of revenue. */

import { monthOf } from '../domain/day';
import { monthOfRevenue, monthsOf } from '../domain/fiscal';
import type { FiscalCalendar } from '../domain/fiscal';
import type { Minor } from '../domain/money';
import { PASS_THROUGH } from '../domain/record';
import type { Link } from '../domain/link';
import type { Deal, Invoice, RecordKey, Revenue } from '../domain/record';
import { wonOn } from '../settings/dates';
import type { Settled } from '../settings/settle';
import { dealKind } from './reasons/contract';
import { termOf } from './reasons/plan';

type Basis = Pick<Settled, 'wonDatedBy' | 'amountMeans' | 'bookedAs' | 'renewals'>;

/** A deal under the definitions; the same one where they take it as it stands. */
export function booked(deal: Deal, basis: Basis): Deal {
  return wonOn(valued(upliftOnly(deal, basis), basis), basis);
}

/** Revenue on the last day of its fiscal month; as it stands where those are the calendar's. */
export function recognisedIn(revenue: readonly Revenue[], calendar: FiscalCalendar): readonly Revenue[] {
  if (calendar.months.kind === 'calendar') return revenue;
  const months = monthsOf(calendar);
  return revenue.map((record) => ({
    ...record,
    day: months.last(monthOfRevenue(record, months)),
    serviceDay: record.serviceDay === null ? null : months.last(monthOf(record.serviceDay)),
  }));
}

/** Invoices without what passes through; a credit that does not tell its lines and takes a whole invoice back gives back what passed through there. */
export function withoutPassThrough(
  invoices: readonly Invoice[],
  links: readonly Link[],
  settled: Pick<Settled, 'passThrough' | 'roundingDocument'>,
): readonly Invoice[] {
  if (settled.passThrough === 'counted') return invoices;
  const before = new Map(invoices.map((invoice) => [invoice.key, invoice]));
  const after = invoices.map((invoice) => withoutOwn(invoice, settled));
  const left = new Map<RecordKey, Invoice>(after.map((invoice) => [invoice.key, invoice]));
  const credited = new Map<RecordKey, RecordKey>();
  for (const { kind, left: invoice, right: credit } of links) {
    if (kind !== 'invoice-credit' || before.get(invoice)?.amount !== -(before.get(credit)?.amount ?? 0)) continue;
    const other = credited.get(credit);
    if (other === undefined || invoice < other) credited.set(credit, invoice);
  }
  return after.map((credit) => {
    const { passedThrough = 0 } = left.get(credited.get(credit.key) ?? '') ?? {};
    const isSilent = credit.passedThrough === undefined && (credit.lines ?? []).every(({ isKindStated }) => !isKindStated);
    return isSilent && passedThrough !== 0 ? lessPassedThrough(credit, -passedThrough) : credit;
  });
}

/** Without the lines that pass through, where the lines come to the document; they stay to be paid. */
function withoutOwn(invoice: Invoice, { roundingDocument }: Pick<Settled, 'roundingDocument'>): Invoice {
  const { lines = [], amount } = invoice;
  if (lines.length === 0) return invoice;
  const sumOf = (some: typeof lines): Minor => some.reduce((sum, line) => sum + line.amount, 0);
  const kept = lines.filter(({ kind }) => !PASS_THROUGH.has(kind));
  if (kept.length === lines.length || Math.abs(sumOf(lines) - amount) > roundingDocument) return invoice;
  return { ...lessPassedThrough(invoice, sumOf(lines) - sumOf(kept)), lines: kept };
}

function lessPassedThrough(invoice: Invoice, passedThrough: Minor): Invoice {
  const { amount, reportingAmount } = invoice;
  const left = amount - passedThrough;
  return {
    ...invoice,
    amount: left,
    reportingAmount: reportingAmount === null || amount === 0 ? null : Math.round((reportingAmount * left) / amount),
    passedThrough,
  };
}

/** Months' worth of the contract in the amount, and in what is to be shown; null where nothing is to be turned. */
function valued(deal: Deal, { amountMeans, bookedAs }: Basis): Deal {
  const shown = bookedAs !== 'as the amount means' ? bookedAs : amountMeans === 'monthly' ? 'total' : amountMeans;
  const term = termOf(deal);
  if (shown === amountMeans || term === null) return deal;
  const months = { total: term, annual: 12, monthly: 1, 'first year': Math.min(12, term) };
  return times(deal, months[shown], months[amountMeans]);
}

/**
 * What was there before is not sold again: a renewal counts by its change against it, below zero where it renews for less.
 * What is below zero already is the change itself, and so is an expansion of less than was there before.
 */
function upliftOnly(deal: Deal, { renewals }: Basis): Deal {
  const { amount, priorAmount } = deal;
  const kind = dealKind(deal);
  if (renewals === 'full' || kind === 'other' || priorAmount === undefined || priorAmount === null || priorAmount <= 0)
    return deal;
  if (amount < 0 || (kind === 'expansion' && priorAmount > amount)) return deal;
  const change = amount - priorAmount;
  // Nothing says what a part of a converted zero is.
  const turned = amount === 0 ? { ...deal, reportingAmount: null } : times(deal, change, amount);
  return { ...turned, amount: change, lines: [] };
}

/** Every amount of a deal by the same share; each is rounded once. */
function times(deal: Deal, numerator: number, denominator: number): Deal {
  const of = (amount: Minor): Minor => Math.round((amount * numerator) / denominator);
  return {
    ...deal,
    amount: of(deal.amount),
    reportingAmount: deal.reportingAmount === null ? null : of(deal.reportingAmount),
    tax: of(deal.tax),
    discount: of(deal.discount),
    margin: of(deal.margin),
    ...(deal.lines === undefined ? {} : { lines: deal.lines.map((line) => ({ ...line, amount: of(line.amount) })) }),
  };
}
