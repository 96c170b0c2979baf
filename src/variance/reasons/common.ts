/** Rules that hold in every gap. */

import { addDays, isoDay } from '../../domain/day';
import type { Day } from '../../domain/day';
import type { Minor } from '../../domain/money';
import type { Invoice, ReconciledRecord, RecordKey } from '../../domain/record';
import { sideOf } from '../pieces/entry';
import { settledAmount } from '../posting';
import { namedBy, namesOf } from './books';
import type { Books, LeftOutPartner } from './books';
import { whole } from './single';
import type { Rule, Single } from './single';

/** The values could not be compared for want of a rate: price and FX cannot be told apart. */
export const missingRate: Rule = whole('D13', ({ entry }) =>
  entry.missingRate === null
    ? null
    : { certainty: 'stated', facts: { currency: entry.missingRate.currency, day: isoDay(entry.missingRate.day) } },
);

/** Records that could settle it but do not count in this run: they stand against it in the gap, and one names the other. */
function leftOutPartnersOf({ gap, entry, record }: Single, books: Books): readonly LeftOutPartner[] {
  if (books.leftOutByReference.size === 0) return NONE;
  const partners = new Map<RecordKey, LeftOutPartner>();
  for (const name of [...namedBy(record), ...namesOf(record)]) {
    const named = books.leftOutByReference.get(name) ?? [];
    for (const partner of named) {
      if (partner.record.key === record.key || sideOf(gap, partner.record) * partner.record.amount * entry.sign >= 0) continue;
      // Two entities may use one number: it is a partner of its own entity's document first.
      const isAnothers = ({ code, record: other }: LeftOutPartner): boolean =>
        code === 'D8' && other.role === record.role && other.entity === partner.record.entity;
      if (partner.code !== 'D8' || !named.some(isAnothers)) partners.set(partner.record.key, partner);
    }
  }
  return [...partners.values()];
}

const NONE: readonly LeftOutPartner[] = [];

/**
 * Its partner is out of scope, and then it explains no more than it holds; or it was left out for want of a rate or a
 * currency: then that record is the one to settle.
 */
export const partnerLeftOut: Rule = (single, books) => {
  const partners = leftOutPartnersOf(single, books);
  const [partner] = partners;
  if (partner === undefined) return [];
  const { record, code, because = '' } = partner;
  if (code !== 'D8') {
    const facts = { partner: record.id, currency: record.currency, day: isoDay(record.day) };
    return [{ code, amount: single.rest, certainty: 'stated', anchor: record.key, facts }];
  }
  const amount = heldBy(
    partners.filter((each) => each.code === 'D8').map((each) => each.record),
    single,
    books,
  );
  return [{ code, amount, certainty: 'stated', facts: { partner: record.id, because } }];
};

/** How much of the rest records come to; all of it where they are of other currencies. */
function heldBy(records: readonly ReconciledRecord[], { gap, record, rest, restDoc }: Single, books: Books): Minor {
  if (records.some(({ currency }) => currency !== record.currency)) return rest;
  const held = records.reduce((sum, each) => sum + Math.abs(gap === 'IC' ? settledAmount(each) : each.amount), 0);
  const amount = held >= Math.abs(restDoc) ? rest : Math.round(rest * (held / Math.abs(restDoc)));
  return Math.abs(rest - amount) <= books.input.options.roundingDocument ? rest : amount;
}

/** A search that ended in a tie or was stopped: one exception for the anchor and all its candidates. */
export const ambiguous: Rule = whole('Q37', ({ gap, record }, books) => {
  const search = books.searchOf(gap, record.key);
  if (search === null) return null;
  const ids = search.candidates.map((set) => set.map((key) => books.records.get(key)?.id ?? key).join(' + ')).sort();
  return {
    certainty: 'inferred',
    anchor: search.anchor,
    facts: { outcome: search.outcome, candidates: ids.join(' or '), count: ids.length },
  };
});

/** Cents beside something that was settled. */
export const rounding: Rule = whole('Q34', ({ entry, rest }, books) =>
  Math.abs(rest) <= books.input.options.roundingDocument && Math.abs(rest) < entry.reportingTotal
    ? { certainty: 'inferred' }
    : null,
);

/** What the tolerance of matching allows beside something that was settled, where no column says more of it. */
export const withinTolerance: Rule = whole('Q34', ({ entry: { reportingTotal }, rest }, books) => {
  const { matchAmount, matchShare } = books.input.options;
  const size = Math.abs(rest);
  return size < reportingTotal && size <= Math.min(matchAmount, reportingTotal * matchShare)
    ? { certainty: 'inferred', facts: { tolerance: 1 } }
    : null;
});

/** When an invoice is to be paid: its own due date, else the normal payment time after it. */
export function dueOf(invoice: Invoice, books: Books): Day {
  return invoice.due ?? addDays(invoice.day, books.input.options.paymentTime);
}
