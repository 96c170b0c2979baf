/** Invoiced less cash: why a piece of an invoice, a credit, a receipt or a refund has no partner. */

import { addDays, isoDay } from '../../domain/day';
import type { Invoice } from '../../domain/record';
import { openReporting } from '../pieces/entry';
import { namedBy } from './books';
import type { Books } from './books';
import type { Repeats } from './bookedInvoiced';
import { channelOf } from './channel';
import { ambiguous, dueOf, missingRate, partnerLeftOut, rounding, withinTolerance } from './common';
import { otherwise, whole } from './single';
import type { ShortBy } from './misapplied';
import type { Finding, Rule, RuleList, Single } from './single';

const ofInvoice = (find: (invoice: Invoice, single: Single, books: Books) => Finding | null) => (single: Single, books: Books) =>
  single.record.role === 'invoice' ? find(single.record, single, books) : null;

/** By its status, or by documents of their own as far as they go. */
const writtenOff: Rule = ({ record, rest, restDoc }) => {
  if (record.role !== 'invoice') return [];
  const { writtenOffAmount = 0 } = record;
  if (!record.writtenOff && writtenOffAmount <= 0) return [];
  const amount =
    record.writtenOff || writtenOffAmount >= restDoc || restDoc <= 0 ? rest : Math.round(rest * (writtenOffAmount / restDoc));
  return [{ code: 'Q24', amount, certainty: 'stated' }];
};

/** Due date, days past it, and whether it is the document's own: without a due column it is inferred from the normal payment time. */
function dueFinding(invoice: Invoice, books: Books): Finding {
  const due = dueOf(invoice, books);
  return {
    certainty: invoice.due === null ? 'inferred' : 'stated',
    expected: books.months.of(due),
    since: due,
    facts: {
      due: isoDay(due),
      overdue: Math.max(0, books.input.asOf - due),
      ...(invoice.due === null ? { missing: 'due date' } : {}),
    },
  };
}

/** Deducted or disputed by a coded reason and still open; by its own amount where a column gives one. */
const deducted: Rule = ({ record, rest, restDoc }) => {
  if (record.role !== 'invoice') return [];
  const { deduction = null, deductionReason: reason = '' } = record;
  if (reason === '' && (deduction ?? 0) <= 0) return [];
  const amount = deduction === null || deduction >= restDoc || restDoc <= 0 ? rest : Math.round(rest * (deduction / restDoc));
  return amount <= 0 ? [] : [{ code: 'Q17', amount, certainty: 'stated', facts: reason === '' ? {} : { reason } }];
};

/** A marketplace or partner collects and pays later. */
const awaitingPayout = whole(
  'T12',
  ofInvoice((invoice, _single, books) => {
    const channel = channelOf(invoice, books);
    const finding = channel === '' ? null : dueFinding(invoice, books);
    return finding === null ? null : { ...finding, facts: { ...finding.facts, channel } };
  }),
);

const notYetDue = whole(
  'T6',
  ofInvoice((invoice, _single, books) => (dueOf(invoice, books) >= books.input.asOf ? dueFinding(invoice, books) : null)),
);

const partPaid = whole(
  'Q16',
  ofInvoice((invoice, { entry }, books) => (openReporting(entry) < entry.reportingTotal ? dueFinding(invoice, books) : null)),
);

const overdue = whole(
  'T7',
  ofInvoice((invoice, _single, books) => dueFinding(invoice, books)),
);

const issuedTwice = ({ invoices }: Repeats): Rule =>
  whole('Q6', ({ record }, books) => {
    const other = invoices.get(record.key);
    return other === undefined ? null : { certainty: 'inferred', facts: { other: books.records.get(other)?.id ?? other } };
  });

const overpaid = whole('Q20', ({ record }, books) => {
  const [tie] = books.links.ofRecord(record.key, 'invoice-receipt');
  return tie === undefined ? null : { certainty: tie.link.certainty, facts: { invoice: tie.partner.id } };
});

/** Marked as a deposit, or names a deal rather than an invoice. */
const deposit = whole('T8', ({ record }, books) => {
  if (record.role !== 'receipt') return null;
  if (record.deposit) return { certainty: 'stated', facts: { marked: 1 } };
  const named = record.references.find((reference) =>
    namedBy({ ...record, references: [reference] }).some((name) => books.dealsByReference.has(name)),
  );
  return named === undefined ? null : { certainty: 'stated', facts: { reference: named } };
});

/** Its invoice can only lie before the first one: an earlier number of the series, or too soon for the first invoice to be paid. */
const beforeTheInvoices = whole('T20', ({ record }, { input, invoiceSeries, firstInvoice }) => {
  if (record.role !== 'receipt') return null;
  const earlier = record.references.find((reference) => invoiceSeries.startsAfter(reference));
  if (earlier !== undefined) return { certainty: 'inferred', facts: { reference: earlier } };
  const soon = firstInvoice !== null && record.day <= addDays(firstInvoice, input.options.paymentTime);
  return soon ? { certainty: 'inferred', facts: { first: isoDay(firstInvoice) } } : null;
});

const unapplied = whole('Q21', ({ record }, books) => ({
  certainty: 'stated',
  facts: { known: books.input.matching.customerOf.has(record.key) ? 1 : 0 },
}));

/** Too much here and just as much open elsewhere: named, not asserted. */
function shortElsewhere(rule: Rule, short: ShortBy): Rule {
  return (single, books) => {
    const shares = rule(single, books);
    const other = shares.length === 0 ? null : short(single.record, single.restDoc);
    return other === null
      ? shares
      : shares.map((share) => ({ ...share, facts: { ...share.facts, short: other.id, possible: 'Q22' } }));
  };
}

/** The rules for singles of invoiced less cash. */
export function invoicedCashRules(repeats: Repeats, short: ShortBy): (single: Single, books: Books) => RuleList {
  const refund: RuleList = {
    family: 'refund',
    rules: [missingRate, ambiguous, rounding, otherwise('Q23', { certainty: 'stated' })],
  };
  const receipt: RuleList = {
    family: 'receipt',
    rules: [
      missingRate,
      ambiguous,
      rounding,
      withinTolerance,
      shortElsewhere(overpaid, short),
      partnerLeftOut,
      deposit,
      beforeTheInvoices,
      shortElsewhere(unapplied, short),
    ],
  };
  const linkedCredit: RuleList = {
    family: 'credit',
    rules: [missingRate, rounding, otherwise('T21', { certainty: 'stated' })],
  };
  const looseCredit: RuleList = {
    family: 'credit',
    rules: [missingRate, rounding, otherwise('Q13', { certainty: 'stated' })],
  };
  const invoice: RuleList = {
    family: 'open',
    rules: [
      missingRate,
      partnerLeftOut,
      ambiguous,
      issuedTwice(repeats),
      writtenOff,
      rounding,
      deducted,
      withinTolerance,
      awaitingPayout,
      notYetDue,
      partPaid,
      overdue,
    ],
  };
  return ({ record, entry }, { links }) => {
    if (record.role === 'receipt') return entry.kind === 'refund' ? refund : receipt;
    if (entry.kind !== 'credit') return invoice;
    return links.has(entry.posting.no, 'invoice-credit') ? linkedCredit : looseCredit;
  };
}
