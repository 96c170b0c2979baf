/** Rules that hold in every gap. */

import { addDays, isoDay } from '../../domain/day';
import type { Day } from '../../domain/day';
import type { Invoice } from '../../domain/record';
import { sideOf } from '../pieces/entry';
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

function leftOutPartnerOf({ gap, record }: Single, books: Books): LeftOutPartner | null {
  for (const name of [...namedBy(record), ...namesOf(record)]) {
    const named = books.leftOutByReference.get(name) ?? [];
    for (const partner of named) {
      if (partner.record.key === record.key || sideOf(gap, partner.record) === 0) continue;
      // Two entities may use one number: it is a partner of its own entity's document first.
      const isAnothers = ({ code, record: other }: LeftOutPartner): boolean =>
        code === 'D8' && other.role === record.role && other.entity === partner.record.entity;
      if (partner.code !== 'D8' || !named.some(isAnothers)) return partner;
    }
  }
  return null;
}

/** Its partner is out of scope, or was left out for want of a rate or a currency: then that record is the one to settle. */
export const partnerLeftOut: Rule = (single, books) => {
  const partner = leftOutPartnerOf(single, books);
  if (partner === null) return [];
  const { record, code, because = '' } = partner;
  if (code === 'D8') {
    return [{ code, amount: single.rest, certainty: 'stated', facts: { partner: record.id, because } }];
  }
  const facts = { partner: record.id, currency: record.currency, day: isoDay(record.day) };
  return [{ code, amount: single.rest, certainty: 'stated', anchor: record.key, facts }];
};

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
