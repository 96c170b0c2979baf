/** Invoiced less recognised: why a piece of an invoice, a credit or a revenue month has no partner. */

import { isoDay } from '../../domain/day';
import type { Minor } from '../../domain/money';
import type { ReconciledRecord, Revenue } from '../../domain/record';
import { isCredit } from '../kinds';
import { billsOf, namedBy, namesOf } from './books';
import type { Books } from './books';
import { ambiguous, missingRate, partnerLeftOut, rounding, withinTolerance } from './common';
import { afterTheContract, revenueHeld } from './contract';
import { leftOutOfInvoices } from './documentLines';
import { otherwise, whole } from './single';
import type { Rule, RuleList, Share, Single } from './single';

/** Schedule months after as-of that name the invoice, or one that it replaces, or its deal where only deals are named. */
function plannedFor({ record }: Single, books: Books): readonly Revenue[] {
  if (books.plannedByReference.size === 0) return [];
  const planned = (names: readonly string[]): readonly Revenue[] => [
    ...new Set(names.flatMap((name) => books.plannedByReference.get(name) ?? [])),
  ];
  const own = planned(namesOf(record));
  if (own.length > 0) return own;
  const replaced = planned(credited(record, books).flatMap(namesOf));
  if (replaced.length > 0) return replaced;
  const deals = books.links
    .ofRecord(record.key, 'deal-invoice')
    .flatMap(({ partner }) => (books.links.ofRecord(partner.key, 'deal-schedule').length > 0 ? namesOf(partner) : []));
  return planned(deals);
}

/** Earlier invoices of the same deal that were taken back: their schedule may run on for the one issued instead. */
function credited({ key, day }: ReconciledRecord, books: Books): readonly ReconciledRecord[] {
  return books.links
    .ofRecord(key, 'deal-invoice')
    .flatMap(({ partner }) => billsOf(books, partner.key))
    .map(({ invoice }) => invoice)
    .filter((other) => other.day < day && books.links.ofRecord(other.key, 'invoice-credit').some(({ isLeft }) => !isLeft));
}

/** Still deferred: what the schedule plans after as-of, month by month. */
const deferredBySchedule: Rule = (single, books) => {
  const { restDoc, rest, record } = single;
  let left = rest;
  return plannedFor(single, books).map((month): Share => {
    const planned = record.currency === month.currency && restDoc !== 0 ? Math.round(month.amount * (rest / restDoc)) : left;
    const amount = Math.max(0, Math.min(left, planned));
    left -= amount;
    return {
      code: 'T5',
      amount,
      certainty: 'stated',
      expected: books.months.of(month.day),
      since: month.day,
      facts: { until: isoDay(month.day) },
    };
  });
};

/**
 * Still deferred: the service runs past as-of. Its share is days remaining of all days; schedules go by months, so up to
 * a month's share more is the same thing.
 */
const deferredByService: Rule = ({ record, rest, entry }, books) => {
  if (record.role !== 'invoice' || record.serviceEnd === null || record.serviceEnd <= books.input.asOf) return [];
  const start = record.serviceStart ?? record.day;
  const days = record.serviceEnd - start + 1;
  const remaining = Math.min(days, record.serviceEnd - books.input.asOf);
  const share: Minor = Math.round((entry.reportingTotal * remaining) / Math.max(1, days));
  const slack = Math.round((entry.reportingTotal * 31) / Math.max(31, days));
  const facts = { until: isoDay(record.serviceEnd) };
  return [
    {
      code: 'T5',
      amount: rest <= share + slack ? rest : share,
      certainty: 'inferred',
      expected: books.months.of(record.serviceEnd),
      since: record.serviceEnd,
      facts,
    },
  ];
};

const scheduleShort = whole('Q36', ({ record, entry, rest }, books) => ({
  certainty: 'inferred',
  facts: {
    what: rest < entry.reportingTotal || books.links.ofRecord(record.key, 'invoice-schedule').length > 0 ? 'too little' : 'none',
  },
}));

const beforeTheInvoices = whole('T20', ({ record }, { invoiceSeries, firstInvoice, months }) => {
  if (record.role !== 'revenue') return null;
  const earlier = record.references.find((reference) => invoiceSeries.startsAfter(reference));
  if (earlier !== undefined) return { certainty: 'inferred', facts: { reference: earlier } };
  const served =
    record.serviceDay !== null && firstInvoice !== null && months.of(record.serviceDay) < months.of(firstInvoice)
      ? record.serviceDay
      : null;
  return served === null ? null : { certainty: 'inferred', facts: { service: isoDay(served) } };
});

/** A credit spread over a service lowers what is deferred as well as what is recognised; both run out with the service. */
const derivedCredit = whole('T5', ({ record }, { input, plannedByReference, months }) => {
  if (input.options.recognisedSource !== 'derived' || record.amount >= 0) return null;
  const days = [...namedBy(record), ...namesOf(record)]
    .flatMap((name) => plannedByReference.get(name) ?? [])
    .map(({ day }) => day);
  if (days.length === 0) return null;
  const last = days.reduce((latest, day) => (day > latest ? day : latest));
  return { certainty: 'inferred', expected: months.of(last), since: last, facts: { until: isoDay(last) } };
});

/** More recognised than its invoice holds, or than a contract that is billed to the end. */
const recognisedTooMuch = whole('Q36', ({ record }, books) => {
  if (books.links.ofRecord(record.key, 'invoice-schedule').length > 0)
    return { certainty: 'stated', facts: { what: 'too much' } };
  const billedUp = books.links.ofRecord(record.key, 'deal-schedule').some(({ partner: deal }) => {
    const billed = billsOf(books, deal.key).reduce((sum, { link }) => sum + link.allocated, 0);
    return billed > 0 && billed >= deal.amount;
  });
  return billedUp ? { certainty: 'inferred', facts: { what: 'too much' } } : null;
});

const contractKnown = whole('T4', ({ record }, books) => {
  const linked = books.links.ofRecord(record.key, 'deal-schedule').length > 0;
  const named = namedBy(record).some((name) => books.dealsByReference.has(name));
  return linked || named ? { certainty: 'stated' } : null;
});

const OF_REVENUE: RuleList = {
  family: 'revenue',
  rules: [
    missingRate,
    ambiguous,
    partnerLeftOut,
    rounding,
    beforeTheInvoices,
    afterTheContract,
    leftOutOfInvoices,
    withinTolerance,
    derivedCredit,
    recognisedTooMuch,
    contractKnown,
    otherwise('Q35'),
  ],
};

const OF_CREDIT: RuleList = {
  family: 'deferral',
  rules: [
    missingRate,
    ambiguous,
    partnerLeftOut,
    rounding,
    derivedCredit,
    otherwise('Q36', { certainty: 'inferred', facts: { what: 'credit missing' } }),
  ],
};

const OF_INVOICE: RuleList = {
  family: 'deferral',
  rules: [
    missingRate,
    ambiguous,
    partnerLeftOut,
    rounding,
    revenueHeld,
    deferredBySchedule,
    deferredByService,
    withinTolerance,
    scheduleShort,
  ],
};

/** The rules for a single of invoiced less recognised. */
export function invoicedRecognisedRules({ record }: Single): RuleList {
  if (record.role === 'revenue') return OF_REVENUE;
  return record.role === 'invoice' && isCredit(record) ? OF_CREDIT : OF_INVOICE;
}
