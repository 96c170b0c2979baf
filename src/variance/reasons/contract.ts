/** Reasons that a contract's own life shows: not signed, renewed, amended, overlapping, expanded, dearer, cancelled. */

import { addDays, firstDay, isoDay, lastDay, monthOf } from '../../domain/day';
import type { Day } from '../../domain/day';
import { writtenAmount } from '../../domain/money';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice, ReconciledRecord } from '../../domain/record';
import { billsOf, namedBy, partners } from './books';
import type { Books } from './books';
import { bills, monthsLater } from './plan';
import { NEXT_TERM, renewalOf } from './renewals';
import { whole } from './single';
import type { Rule, Single } from './single';

const RENEWAL = /renew|rollover|verl[aä]nger|folge(auftrag|vertrag)|renouvel|reconduction|renov|verleng|rinnov/i;
const EXPANSION = /expan|upsell|up-sell|uplift|upgrade|add.?on|cross.?sell|increment|erweiter|extension|ampli|uitbreid|espans/i;

/** Renewal or expansion by the deal's type; a new deal is neither. */
export function dealKind({ dealType }: Deal): 'renewal' | 'expansion' | 'other' {
  return RENEWAL.test(dealType) ? 'renewal' : EXPANSION.test(dealType) ? 'expansion' : 'other';
}

/** Booked on a promise: nothing is billed, and the contract is not signed, or was signed days after the deal was won. */
export const notSigned: Rule = whole('D9', ({ record, rest, entry }, { input }) => {
  if (record.role !== 'deal' || record.signed === undefined || rest < entry.reportingTotal) return null;
  const { signed } = record;
  if (signed === null || signed > input.asOf) return { certainty: 'stated' };
  return signed > record.day + input.options.matchDays ? { certainty: 'stated', facts: { signed: isoDay(signed) } } : null;
});

/** What the customer's contract before this one was worth, in the deal's currency. */
function priorOf(deal: Deal, books: Books): { readonly amount: Minor; readonly isStated: boolean } | null {
  if (deal.priorAmount !== undefined && deal.priorAmount !== null)
    return deal.priorAmount > 0 ? { amount: deal.priorAmount, isStated: true } : null;
  const { start } = deal;
  if (start === null) return null;
  const before = books
    .dealsOf(deal)
    .filter(
      ({ key, end, amount, currency }) =>
        key !== deal.key && amount > 0 && currency === deal.currency && end !== null && Math.abs(start - end) <= NEXT_TERM,
    );
  const [only] = before;
  return before.length === 1 && only !== undefined ? { amount: only.amount, isStated: false } : null;
}

/** The invoice renews in full what the deal counts by its uplift: its bills exceed it by the contract before, and no more. */
export const renewalByUplift: Rule = ({ record, rest }, books) => {
  if (record.role !== 'invoice') return [];
  const [deal, ...others] = partners(books, record.key, 'deal-invoice');
  if (deal === undefined) return renewedOnItsOwn(record, rest, books);
  if (deal.role !== 'deal' || others.length > 0 || dealKind(deal) === 'other' || deal.currency !== record.currency) return [];
  const prior = priorOf(deal, books);
  if (prior === null) return [];
  const { roundingDocument } = books.input.options;
  const billed = bills(deal, books)
    .filter(({ day }) => day <= record.day)
    .reduce((sum, { amount }) => sum + amount, 0);
  const excess = billed - deal.amount;
  const fits = prior.isStated ? excess <= prior.amount + roundingDocument : Math.abs(excess - prior.amount) <= roundingDocument;
  if (!fits) return [];
  return [
    prior.isStated
      ? { code: 'D6', amount: rest, certainty: 'stated' }
      : { code: 'D6', amount: rest, certainty: 'inferred', facts: { missing: 'prior amount' } },
  ];
};

/** The deal counts a renewal for less by what was lost; no bill answers that, for the bills are in full. */
export const renewedForLess: Rule = whole('D6', ({ record }) => {
  if (record.role !== 'deal' || dealKind(record) !== 'renewal') return null;
  const { amount, priorAmount = null } = record;
  return priorAmount !== null && amount < 0 && -amount <= priorAmount ? { certainty: 'stated' } : null;
});

/** An invoice of its own for what was there before: just the prior amount that the customer's renewal states. */
function renewedOnItsOwn(invoice: Invoice, rest: Minor, books: Books): ReturnType<Rule> {
  const renewal = books
    .dealsOf(invoice)
    .find(
      (deal) =>
        dealKind(deal) !== 'other' &&
        deal.currency === invoice.currency &&
        deal.priorAmount === invoice.amount &&
        (deal.start ?? deal.day) <= addDays(invoice.day, books.input.options.invoicingLag),
    );
  return renewal === undefined ? [] : [{ code: 'D6', amount: rest, certainty: 'stated', facts: { renewal: renewal.id } }];
}

/** The deal was last edited before its contract was amended; what is billed since is the amendment. */
export const contractChanged: Rule = whole('Q7', ({ record }, books) => {
  const [deal] = record.role === 'deal' ? [record] : partners(books, record.key, 'deal-invoice');
  if (deal?.role !== 'deal') return null;
  const { amended, modified } = deal;
  if (amended === undefined || amended === null || modified === undefined || modified === null || modified >= amended)
    return null;
  const since = record.role === 'deal' ? bills(deal, books).some(({ day }) => day >= amended) : record.day >= amended;
  return since ? { certainty: 'stated', facts: { amended: isoDay(amended), modified: isoDay(modified) } } : null;
});

/** The old contract that runs on into a deal's term; null where none does. */
export function overlapped(deal: Deal, books: Books): { readonly old: Deal; readonly end: Day } | null {
  const { start } = deal;
  if (start === null) return null;
  for (const old of books.dealsOf(deal)) {
    if (old.key !== deal.key && old.start !== null && old.end !== null && old.start < start && old.end > start)
      return { old, end: old.end };
  }
  return null;
}

/** Billed by just the share of its term that lies after the old contract (early renewal), or within it (co-term). */
export const overlapProrated: Rule = whole('T16', ({ record }, books) => {
  if (record.role !== 'deal' || record.start === null || record.end === null) return null;
  const overlap = overlapped(record, books);
  const billed = bills(record, books).reduce((sum, { amount }) => sum + amount, 0);
  if (overlap === null || billed <= 0) return null;
  const last = Math.min(overlap.end, record.end) as Day;
  const { matchAmount, matchShare } = books.input.options;
  const fits = [shareOfDays, shareOfMonths]
    .map((shareOf) => shareOf(record.start as Day, last, record.end as Day))
    .flatMap((share) => [record.amount * share, record.amount * (1 - share)])
    .some((prorated) => Math.abs(billed - prorated) <= Math.min(matchAmount, prorated * matchShare));
  return fits
    ? { certainty: 'inferred', facts: { overlaps: overlap.old.id, until: isoDay(overlap.end), missing: 'proration' } }
    : null;
});

/** Which part of a term runs until a day: day by day. */
function shareOfDays(start: Day, until: Day, end: Day): number {
  return (until - start + 1) / (end - start + 1);
}

/** The same month by month, a month begun by its days. */
function shareOfMonths(start: Day, until: Day, end: Day): number {
  return monthsFrom(start, until) / monthsFrom(start, end);
}

function monthsFrom(start: Day, until: Day): number {
  const next = addDays(until, 1);
  const whole = monthOf(next) - monthOf(start);
  const months = monthsLater(start, whole) > next ? whole - 1 : whole;
  const month = monthOf(monthsLater(start, months));
  return months + (next - monthsLater(start, months)) / (lastDay(month) - firstDay(month) + 1);
}

/** Months between bills that an old price may be billed in. */
const PERIODS = [1, 3, 6, 12];

/** An expansion with nothing billed, while the customer goes on being billed at the price before it. */
export const expansionNotBilled: Rule = whole('Q8', ({ record, rest, entry }, books) => {
  if (record.role !== 'deal' || dealKind(record) !== 'expansion' || rest < entry.reportingTotal) return null;
  const { priorAmount } = record;
  if (priorAmount === undefined || priorAmount === null || priorAmount <= 0) return null;
  const from = record.start ?? record.day;
  const old = books
    .invoicesOf(record)
    .find(
      ({ day, amount, currency }) =>
        day >= from &&
        currency === record.currency &&
        PERIODS.some((months) => Math.round((priorAmount * months) / 12) === amount),
    );
  return old === undefined ? null : { certainty: 'stated', facts: { price: writtenAmount(old.amount, old.currency) } };
});

/** Billed at the old price after the day on which the deal's discount ended or its price rose. */
export const upliftMissed: Rule = ({ record, rest, restDoc }, books) => {
  if (record.role !== 'deal') return [];
  const { discountEnds, uplift } = record;
  if (discountEnds === undefined || discountEnds === null || uplift === undefined || uplift === null || uplift <= 0) return [];
  const all = bills(record, books);
  const before = all.filter(({ day }) => day <= discountEnds).at(-1);
  const after = all.filter(({ day }) => day > discountEnds);
  if (before === undefined || restDoc <= 0) return [];
  const short = after.reduce((sum, { amount }) => sum + Math.max(0, Math.round(before.amount * (1 + uplift)) - amount), 0);
  const amount = short >= restDoc ? rest : Math.round(rest * (short / restDoc));
  return amount > 0 ? [{ code: 'Q9', amount, certainty: 'stated', facts: { from: isoDay(discountEnds) } }] : [];
};

/** The deals that a record belongs to: by its links, over its invoice, or by what it names. */
function dealsBehind(record: ReconciledRecord, books: Books): readonly Deal[] {
  const linked = [
    ...partners(books, record.key, 'deal-invoice'),
    ...partners(books, record.key, 'deal-schedule'),
    ...partners(books, record.key, 'invoice-schedule').flatMap(({ key }) => partners(books, key, 'deal-invoice')),
  ];
  const deals = linked.filter((each): each is Deal => each.role === 'deal');
  return deals.length > 0 ? deals : namedBy(record).flatMap((name) => books.dealsByReference.get(name) ?? []);
}

/** Billed or recognised after every contract behind it was cancelled or ended; without a link, after every one of its customer was cancelled. */
export const afterTheContract: Rule = whole('Q28', (single: Single, books) => {
  if (!books.has.ended) return null;
  const behind = dealsBehind(single.record, books);
  const deals = behind.length > 0 ? behind : books.dealsOf(single.record);
  const endings: Ending[] = [];
  for (const deal of deals) {
    const ending = cancellationBefore(deal, single, books) ?? (behind.length > 0 ? endBefore(deal, single, books) : null);
    if (ending === null) return null;
    endings.push(ending);
  }
  const [first] = endings;
  if (first === undefined) return null;
  const last = endings.reduce((latest, ending) => (ending.day > latest.day ? ending : latest), first);
  const { deal, day, isCancelled, missing } = last;
  const renewed = isCancelled ? '' : renewalOf(single, books);
  const unsaid = behind.length > 0 ? missing : 'deal of the invoice';
  const facts = {
    deal: deal.id,
    [isCancelled ? 'cancelled' : 'ended']: isoDay(day),
    ...(unsaid === '' ? {} : { missing: unsaid }),
    ...(renewed === '' ? {} : { renewalOf: renewed }),
  };
  return { certainty: unsaid === '' ? 'stated' : 'inferred', facts, since: single.record.day };
});

interface Ending {
  readonly deal: Deal;
  readonly day: Day;
  readonly isCancelled: boolean;
  /** The column that would have stated it; "" where one did. */
  readonly missing: string;
}

function cancellationBefore(deal: Deal, { gap, record }: Single, { months }: Books): Ending | null {
  const { cancelled = null } = deal;
  if (cancelled === null) return null;
  const isAfter = gap === 'IR' ? months.of(record.day) > months.of(cancelled) : record.day > cancelled;
  return isAfter ? { deal, day: cancelled, isCancelled: true, missing: '' } : null;
}

/** By the service that the document is for. An invoice that does not say it may bill the last months in arrears for as long as the normal lag. */
function endBefore(deal: Deal, { record }: Single, { input, months }: Books): Ending | null {
  const { end } = deal;
  if (end === null) return null;
  if (record.role === 'revenue') {
    const isAfter = months.of(record.serviceDay ?? record.day) > months.of(end);
    return isAfter ? { deal, day: end, isCancelled: false, missing: '' } : null;
  }
  if (record.role !== 'invoice') return null;
  const { serviceStart, day } = record;
  if (serviceStart !== null) return serviceStart > end ? { deal, day: end, isCancelled: false, missing: '' } : null;
  const isAfter = day > addDays(end, input.options.invoicingLag);
  return isAfter ? { deal, day: end, isCancelled: false, missing: 'service period' } : null;
}

/** Whether revenue of an invoice is held back: by its own mark or its deal's. */
export const revenueHeld: Rule = whole('T17', ({ record }, books) => {
  if (record.role !== 'invoice' || !books.has.held) return null;
  const isHeld =
    record.isHeld === true ||
    partners(books, record.key, 'deal-invoice').some((deal) => deal.role === 'deal' && deal.isHeld === true);
  return isHeld ? { certainty: 'stated' } : null;
});

/** A deal's bills that begin to differ for good: what an amendment looks like from the invoices alone. */
export function billsChange(deal: Deal, books: Books): boolean {
  const sizes = billsOf(books, deal.key).map(({ invoice }) => invoice.amount);
  const [first] = sizes;
  const change = sizes.findIndex((size) => size !== first);
  return change > 1 && sizes.slice(change).every((size) => size === sizes[change]) && sizes.length - change > 1;
}
