/** Booked less invoiced: why a piece of a deal, an invoice or a credit has no partner. */

import { addDays, isoDay } from '../../domain/day';
import type { Day } from '../../domain/day';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../../domain/record';
import type { VarianceOptions } from '../input';
import { openDoc, openReporting } from '../pieces/entry';
import { isCredit } from '../kinds';
import { billsOf, namedBy } from './books';
import type { Books } from './books';
import { ambiguous, missingRate, partnerLeftOut, rounding, withinTolerance } from './common';
import { isTaxBooked } from './own';
import {
  afterTheContract,
  contractChanged,
  expansionNotBilled,
  notSigned,
  overlapProrated,
  renewalByUplift,
  renewedForLess,
  upliftMissed,
} from './contract';
import { leftOutOfInvoices, neverBooked, oneOffNotBilled, priceOrQuantity } from './documentLines';
import type { Duplicates } from './duplicates';
import { excessHints, unbilledHints, valueHints } from './hints';
import { contractYearOf, freeBills, hasPlan, monthsLater, planOfRest } from './plan';
import { renewalOf } from './renewals';
import { byAmount, hinting, otherwise, whole } from './single';
import type { Facts, Finding, Rule, RuleList, Share, Single } from './single';

const dealOf = ({ record }: Single): Deal | null => (record.role === 'deal' ? record : null);
const invoiceOf = ({ record }: Single): Invoice | null => (record.role === 'invoice' ? record : null);

/** A rule on the deal itself. */
const ofDeal = (find: (deal: Deal, single: Single, books: Books) => Finding | null) => (single: Single, books: Books) => {
  const deal = dealOf(single);
  return deal === null ? null : find(deal, single, books);
};
const ofInvoice =
  (find: (invoice: Invoice, single: Single, books: Books) => Finding | null) => (single: Single, books: Books) => {
    const invoice = invoiceOf(single);
    return invoice === null ? null : find(invoice, single, books);
  };

/**
 * Nothing more is to be billed: an invoice is marked final, or one invoice by reference stands for the whole deal and
 * there is no plan. Where neither covers the deal's service nor three quarters of its value, that invoice is a first bill.
 */
function isBillingComplete(deal: Deal, single: Single, books: Books): boolean {
  const billed = billsOf(books, deal.key).filter(({ invoice }) => !isCredit(invoice));
  if (billed.some(({ invoice }) => invoice.final)) return true;
  const [only] = billed;
  if (only === undefined || billed.length > 1 || hasPlan(deal, books)) return false;
  const byReference = only.link.certainty === 'stated' || only.link.state === 'confirmed';
  const { serviceEnd } = only.invoice;
  const covers =
    serviceEnd !== null && deal.end !== null ? serviceEnd >= deal.end : single.rest * 4 <= single.entry.reportingTotal;
  return byReference && covers;
}

/** The tax of the deal's invoices where the deal's amount holds it: by definition, or because it is exactly the difference. */
const taxInDeal: Rule = (single, books) => {
  const deal = dealOf(single);
  if (deal === null || isTaxBooked(books.input.options)) return [];
  const { taxInDeals, roundingDocument } = books.input.options;
  const taxes = billsOf(books, deal.key).filter(({ invoice }) => invoice.currency === deal.currency);
  const tax = taxes.reduce((sum, { invoice, link }) => sum + Math.round(invoice.tax * share(link.allocated, invoice.amount)), 0);
  const amount = single.restDoc === 0 ? 0 : Math.round(single.rest * (tax / single.restDoc));
  const exact = Math.abs(single.rest - amount) <= roundingDocument;
  if (amount <= 0 || !(taxInDeals || exact)) return [];
  return taxInDeals
    ? [{ code: 'D4', amount, certainty: 'stated' }]
    : [{ code: 'D4', amount, certainty: 'inferred', facts: { missing: 'tax of the deal' } }];
};

const share = (part: Minor, total: Minor): number => (total === 0 ? 0 : Math.min(1, part / total));

const duplicateOf = (code: 'Q5' | 'Q6', duplicates: Duplicates): Rule =>
  whole(code, ({ record }, books) => {
    const other = duplicates.get(record.key);
    return other === undefined ? null : { certainty: 'inferred', facts: { other: books.records.get(other)?.id ?? other } };
  });

/** The instalments of what was open before any rule, each with what is left of it in the reporting currency. */
function openInstalments({ entry }: Single, deal: Deal, books: Books) {
  const doc = openDoc(entry);
  const reporting = openReporting(entry);
  const plan = planOfRest({ record: deal, no: entry.posting.no }, doc, books);
  if (plan === null) return null;
  let left = reporting;
  const instalments = plan.instalments.map((instalment, i) => {
    const share = doc === 0 ? 0 : Math.round(reporting * (instalment.amount / doc));
    const amount = i === plan.instalments.length - 1 ? left : Math.min(left, share);
    left -= amount;
    return { due: instalment.due, latest: addDays(instalment.due, books.input.options.invoicingLag), amount };
  });
  return { instalments, certainty: plan.certainty };
}

/** The rest of a plan that is still to come or within the lag, bill by bill: D1 of contract years not begun, else T3. */
const instalments: Rule = (single, books) => {
  const deal = dealOf(single);
  const plan = deal === null ? null : openInstalments(single, deal, books);
  if (deal === null || plan === null) return [];
  const { asOf } = books.input;
  return plan.instalments
    .filter(({ latest }) => latest >= asOf)
    .map(({ due, amount }): Share => {
      const begun = contractYearOf(deal.start ?? deal.day, due) <= asOf;
      const facts = { due: isoDay(due), ...(plan.certainty === 'stated' ? {} : { missing: 'billing interval' }) };
      return { code: begun ? 'T3' : 'D1', amount, certainty: plan.certainty, expected: books.months.of(due), since: due, facts };
    });
};

/** Instalments that are past the lag and were never billed. */
const missedInstalments: Rule = (single, books) => {
  const deal = dealOf(single);
  const plan = deal === null ? null : openInstalments(single, deal, books);
  if (plan === null) return [];
  return plan.instalments
    .filter(({ latest }) => latest < books.input.asOf)
    .map(({ due, latest, amount }): Share => {
      const known = { amount, certainty: plan.certainty, expected: books.months.of(due), since: latest };
      return { ...known, code: 'Q1', facts: { due: isoDay(latest), partly: 1 } };
    });
};

/** When the first invoice of a deal is due at the latest. */
function expectedInvoice({ day, start }: Deal, { input }: Books): Day {
  const afterClose = addDays(day, input.options.invoicingLag);
  return start !== null && start > afterClose ? start : afterClose;
}

/** Only the normal lag says when a deal without a start or a billing interval is to be invoiced. */
function unplanned({ start, billingMonths }: Deal): Facts {
  return start === null && billingMonths === null ? { missing: 'billing date' } : {};
}

const startsLater = whole(
  'T11',
  ofDeal(({ start, day }, _single, { input, months }) =>
    start !== null && start > input.asOf && start > addDays(day, input.options.invoicingLag)
      ? { certainty: 'stated', expected: months.of(start), since: start, facts: { start: isoDay(start) } }
      : null,
  ),
);

/** Billed at nothing so far: the months that cost something are still to come. */
const freePeriod = whole(
  'T11',
  ofDeal((deal, { rest, entry }, books) => {
    const free = freeBills(deal, books);
    const last = free.at(-1);
    if (last === undefined || rest < entry.reportingTotal) return null;
    const next = monthsLater(last.day, 1);
    return books.input.asOf <= addDays(next, books.input.options.invoicingLag)
      ? {
          certainty: 'inferred',
          expected: books.months.of(next),
          since: next,
          facts: { free: free.length, missing: 'end of the free period' },
        }
      : null;
  }),
);

const notYetDue = whole(
  'T1',
  ofDeal((deal, _single, books) => {
    const day = expectedInvoice(deal, books);
    return books.input.asOf < day
      ? { certainty: 'inferred', expected: books.months.of(day), since: day, facts: { due: isoDay(day), ...unplanned(deal) } }
      : null;
  }),
);

const neverInvoiced = whole(
  'Q1',
  ofDeal((deal, single, books) => {
    const day = expectedInvoice(deal, books);
    const partly = single.rest < single.entry.reportingTotal ? 1 : 0;
    return {
      certainty: 'inferred',
      expected: books.months.of(day),
      since: day,
      facts: { due: isoDay(day), partly, ...unplanned(deal) },
    };
  }),
);

const namesOpenDeal = whole(
  'Q27',
  ofInvoice((invoice, _single, { openDealsByReference }) => {
    for (const name of namedBy(invoice)) {
      const [deal] = openDealsByReference.get(name) ?? [];
      if (deal !== undefined) return { certainty: 'stated', facts: { deal: deal.id, stage: deal.stage } };
    }
    return null;
  }),
);

/** The deal can only lie before the first one: its number comes before the series, or the service began before it. */
const beforeTheDeals = whole(
  'T20',
  ofInvoice((invoice, _single, { dealSeries, firstDeal }) => {
    const earlier = invoice.references.find((reference) => dealSeries.startsAfter(reference));
    if (earlier !== undefined) return { certainty: 'inferred', facts: { reference: earlier } };
    const began =
      invoice.serviceStart !== null && firstDeal !== null && invoice.serviceStart < firstDeal ? invoice.serviceStart : null;
    return began === null ? null : { certainty: 'inferred', facts: { service: isoDay(began) } };
  }),
);

/** The nearest candidate that matching names, as a fact. */
function nearest({ key }: Invoice, { hintOf, records }: Books): Facts {
  const hint = hintOf.get(key);
  return hint === undefined ? {} : { near: records.get(hint)?.id ?? hint };
}

/** It quotes a number like a deal's that is no deal's, or a deal of somebody else. */
const wrongReference = whole(
  'Q4',
  ofInvoice((invoice, _single, books) => {
    const near = nearest(invoice, books);
    const quoted = invoice.references.find((reference) => books.dealSeries.resembles(reference));
    return quoted === undefined ? null : { certainty: 'stated', facts: { reference: quoted, ...near } };
  }),
);

const withoutDeal = whole(
  'Q2',
  ofInvoice((invoice, _single, books) => {
    const { firstDeal, input } = books;
    const early = firstDeal !== null && invoice.day <= addDays(firstDeal, input.options.invoicingLag);
    return { certainty: 'inferred', facts: { maybeEarlier: early ? 1 : 0, ...nearest(invoice, books) } };
  }),
);

/** With the contract that it seems to go on with, where one of just its amount ended. */
const withoutDealOrRenewal: Rule = (single, books) =>
  withoutDeal(single, books).map((share) => {
    const ended = renewalOf(single, books);
    return ended === '' ? share : { ...share, facts: { ...share.facts, renewalOf: ended } };
  });

const unlinkedCredit = whole(
  'Q13',
  ofInvoice((credit, _single, books) => ({ certainty: 'stated', facts: nearest(credit, books) })),
);

const aboveTheDeal = whole(
  'Q11',
  ofInvoice((_invoice, single) => ({
    certainty: 'stated',
    facts: { invoiced: single.entry.reportingTotal, excess: single.rest },
  })),
);

export interface Repeats {
  readonly deals: Duplicates;
  readonly invoices: Duplicates;
}

/** The rules for singles of booked less invoiced. */
export function bookedInvoicedRules(
  { taxInDeals }: VarianceOptions,
  repeats: Repeats,
): (single: Single, books: Books) => RuleList {
  const billed: RuleList = {
    family: 'value',
    rules: [
      missingRate,
      leftOutOfInvoices,
      partnerLeftOut,
      renewedForLess,
      byAmount(taxInDeal, oneOffNotBilled, overlapProrated),
      rounding,
      priceOrQuantity,
      contractChanged,
      withinTolerance,
      hinting(otherwise('Q38'), valueHints),
    ],
  };
  const unbilled: RuleList = {
    family: 'unbilled',
    rules: [
      missingRate,
      renewedForLess,
      ...(taxInDeals ? [taxInDeal] : []),
      leftOutOfInvoices,
      partnerLeftOut,
      ambiguous,
      duplicateOf('Q5', repeats.deals),
      notSigned,
      startsLater,
      freePeriod,
      instalments,
      overlapProrated,
      notYetDue,
      expansionNotBilled,
      upliftMissed,
      hinting(missedInstalments, unbilledHints),
      hinting(neverInvoiced, unbilledHints),
    ],
  };
  const linkedCredit: RuleList = { family: 'credit', rules: [missingRate, otherwise('D16', { certainty: 'stated' })] };
  const looseCredit: RuleList = { family: 'credit', rules: [missingRate, unlinkedCredit] };
  const twice = duplicateOf('Q6', repeats.invoices);
  const over: RuleList = {
    family: 'over',
    rules: [
      missingRate,
      ambiguous,
      twice,
      partnerLeftOut,
      neverBooked,
      rounding,
      renewalByUplift,
      priceOrQuantity,
      contractChanged,
      afterTheContract,
      withinTolerance,
      hinting(aboveTheDeal, excessHints),
    ],
  };
  const withoutAnyDeal: RuleList = {
    family: 'nodeal',
    rules: [
      missingRate,
      ambiguous,
      twice,
      namesOpenDeal,
      afterTheContract,
      partnerLeftOut,
      beforeTheDeals,
      wrongReference,
      neverBooked,
      renewalByUplift,
      withoutDealOrRenewal,
    ],
  };
  return (single, books) => {
    const { record, entry } = single;
    if (record.role === 'deal') return isBillingComplete(record, single, books) ? billed : unbilled;
    const { no } = entry.posting;
    const isLinked = books.links.has(no, 'deal-invoice');
    if (entry.kind === 'credit') return isLinked || books.links.has(no, 'invoice-credit') ? linkedCredit : looseCredit;
    return isLinked ? over : withoutAnyDeal;
  };
}
