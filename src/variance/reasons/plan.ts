/** Billing plans: stated by the deal's columns, or inferred from the bills there are. */

import { addDays, addMonths, dayOf, firstDay, lastDay, monthOf } from '../../domain/day';
import type { Day } from '../../domain/day';
import type { Certainty } from '../../domain/link';
import { distribute } from '../../domain/money';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../../domain/record';
import { isCredit } from '../kinds';
import type { Posted } from '../posting';
import { billsOf, namesOf } from './books';
import type { Books } from './books';

export interface Instalment {
  readonly due: Day;
  /** Minor units of the deal's currency. */
  readonly amount: Minor;
}

export interface Plan {
  readonly instalments: readonly Instalment[];
  readonly certainty: Certainty;
}

/** The same day some months later, or that month's last day where it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const dayOfMonth = day - firstDay(monthOf(day)) + 1;
  return dayOf(Math.floor(month / 12), (month % 12) + 1, dayOfMonth) ?? lastDay(month);
}

/** Whole contract months: from a start to an end that is its last day, or the first day after. */
export function termOf(deal: Deal): number | null {
  if (deal.termMonths !== null && deal.termMonths > 0) return deal.termMonths;
  if (deal.start === null || deal.end === null || deal.end <= deal.start) return null;
  const months = monthOf(addDays(deal.end, 1)) - monthOf(deal.start);
  return months > 0 ? months : null;
}

interface Bill {
  readonly day: Day;
  readonly amount: Minor;
}

/** Bills of a deal in its own currency: the whole invoice, or what is allocated of a combined one. */
export function bills(deal: Deal, books: Books): Bill[] {
  return billsOf(books, deal.key)
    .filter(({ invoice }) => !isCredit(invoice) && invoice.currency === deal.currency)
    .map(({ invoice, link, no }) => ({
      day: invoice.day,
      amount: books.links.hasSeveral(no, 'deal-invoice') ? Math.abs(link.allocated) : invoice.amount,
    }));
}

/** Free months as the ledger has them: invoices of nothing that name the deal, oldest first. */
export function freeBills(deal: Deal, { freeByReference }: Books): readonly Invoice[] {
  if (freeByReference.size === 0) return NONE;
  const named = new Set(namesOf(deal).flatMap((name) => freeByReference.get(name) ?? []));
  return [...named].sort((a, b) => a.day - b.day);
}

const NONE: readonly Invoice[] = [];

/** More than one instalment is planned; a billing period without a known term is taken to recur. */
export function hasPlan(deal: Deal, books: Books): boolean {
  const plan = planOf(deal, books);
  return plan === null ? (deal.billingMonths ?? 0) > 0 && termOf(deal) === null : plan.instalments.length > 1;
}

/** Billed by plan, or in two or more bills that keep within the deal; a free month is one. */
export function isBilledInInstalments({ record: deal, no }: PostedDeal, books: Books): boolean {
  // Each bill of a deal asks for it.
  const { inInstalments } = books.known;
  if (inInstalments[no] === 0) inInstalments[no] = hasPlan(deal, books) || hasSeveralBills(deal, books) ? 1 : -1;
  return inInstalments[no] === 1;
}

type PostedDeal = Pick<Posted<Deal>, 'record' | 'no'>;

function hasSeveralBills(deal: Deal, books: Books): boolean {
  const billed = bills(deal, books);
  return (
    billed.length + freeBills(deal, books).length >= 2 &&
    billed.reduce((sum, { amount }) => sum + amount, 0) <= deal.amount + books.input.options.matchAmount
  );
}

const PERIODS = [12, 6, 3, 1];

/** The whole plan of a deal, from its columns, or from a first bill that is one period's share of the term. */
export function planOf(deal: Deal, books: Books): Plan | null {
  const term = termOf(deal);
  const start = deal.start ?? deal.day;
  if (deal.amount <= 0 || deal.billingMonths === 0) return null;
  if (deal.billingMonths !== null)
    return term === null ? null : { instalments: cut(deal.amount, start, term, deal.billingMonths), certainty: 'stated' };
  if (term === null) return null;
  const [bill] = bills(deal, books);
  if (bill === undefined) return null;
  const { matchAmount, matchShare } = books.input.options;
  const months = PERIODS.find((period) => {
    const share = (deal.amount * period) / term;
    return period < term && Math.abs(bill.amount - share) <= Math.min(matchAmount, share * matchShare);
  });
  return months === undefined ? null : { instalments: cut(deal.amount, start, term, months), certainty: 'inferred' };
}

function cut(amount: Minor, start: Day, term: number, months: number): Instalment[] {
  const periods = Array.from({ length: Math.ceil(term / months) }, (_, i) => Math.min(months, term - i * months));
  return distribute(amount, periods).map((part, i) => ({ due: monthsLater(start, i * months), amount: part }));
}

/** When the rest of a deal is due: the last instalments of its plan, or more of the kind of the last two bills. */
export function planOfRest(posted: PostedDeal, rest: Minor, books: Books): Plan | null {
  const { record: deal } = posted;
  const plan = hasPlan(deal, books) ? planOf(deal, books) : null;
  if (plan !== null) {
    let left = rest;
    const instalments = plan.instalments
      .toReversed()
      .map(({ due, amount }) => {
        const part = Math.min(left, amount);
        left -= part;
        return { due, amount: part };
      })
      .filter(({ amount }) => amount > 0);
    return { instalments: instalments.reverse(), certainty: plan.certainty };
  }
  const billed = [...freeBills(deal, books), ...bills(deal, books)].sort((a, b) => a.day - b.day);
  const [before, last] = billed.slice(-2);
  if (before === undefined || last === undefined || last.amount <= 0 || !isBilledInInstalments(posted, books)) return null;
  const interval = Math.max(1, monthOf(last.day) - monthOf(before.day));
  const count = Math.min(Math.ceil(rest / last.amount), MOST_INSTALMENTS);
  const instalments = Array.from({ length: count }, (_, i) => ({
    due: monthsLater(last.day, (i + 1) * interval),
    amount: i === count - 1 ? rest - i * last.amount : last.amount,
  }));
  return { instalments, certainty: 'inferred' };
}

/** Ten years of months: a tiny last bill must not make a plan without end. */
const MOST_INSTALMENTS = 120;

/** The first day of the contract year in which a day lies. */
export function contractYearOf(start: Day, day: Day): Day {
  const months = Math.max(0, monthOf(day) - monthOf(start));
  const year = monthsLater(start, Math.floor(months / 12) * 12);
  return year > day ? monthsLater(start, (Math.floor(months / 12) - 1) * 12) : year;
}
