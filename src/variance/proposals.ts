/** What the record to be settled says now, and what the facts say it should: one value in the words of its own sheet. */

import { isoDay } from '../domain/day';
import { minorDigits, toMajor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import type { VarianceItem } from '../domain/reconciliation';
import type { Candidate } from './input';

export interface Proposal {
  readonly present: string;
  /** "" where the facts do not say. */
  readonly proposed: string;
}

type Records = ReadonlyMap<RecordKey, ReconciledRecord>;

/** The exception's largest item of its code, with the records behind it. */
interface Case {
  readonly candidate: Candidate;
  readonly anchor: ReconciledRecord;
  readonly item: VarianceItem | null;
  readonly fact: (name: string) => string;
  readonly records: Records;
}

/** Making one is dear, and there are three kinds of currencies. */
const FORMATS = new Map<number, Intl.NumberFormat>();

/** An amount of a document, as its sheet would write it. */
function money(minor: Minor, currency: Currency): string {
  const digits = minorDigits(currency);
  const format =
    FORMATS.get(digits) ?? new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  FORMATS.set(digits, format);
  const shown = format.format(toMajor(minor, currency));
  return currency === '' ? shown : `${shown} ${currency}`;
}

const amountOf = ({ amount, currency }: ReconciledRecord): string => `Amount ${money(amount, currency)}`;

/** The item's size in its document's currency. */
function sizeOf({ item, candidate, anchor }: Case): string {
  if (item === null) return money(Math.abs(candidate.amount), anchor.currency);
  return money(Math.abs(item.documentAmount), item.documentCurrency);
}

const idOf = (key: RecordKey | null, records: Records): string => (key === null ? '' : (records.get(key)?.id ?? ''));

const named = (label: string, value: string): string => (value === '' ? '' : `${label} ${value}`);

const withAmount =
  (proposed: (about: Case) => string) =>
  (about: Case): Proposal => ({ present: amountOf(about.anchor), proposed: proposed(about) });

const toBill = withAmount((about) => `Invoice of ${sizeOf(about)}`);
const toCredit = withAmount((about) => `Credit of ${sizeOf(about)}`);

/** The deal's amount, and the same as billed: with what went beyond it, or without what was never to be billed. */
function amendedDeal({ item, records, anchor }: Case): Proposal {
  const deal = records.get(item?.deal ?? '');
  if (item === null || deal?.role !== 'deal') return { present: amountOf(anchor), proposed: '' };
  const proposed =
    deal.currency === item.documentCurrency ? `Amount ${money(deal.amount - item.documentAmount, deal.currency)}` : '';
  return { present: amountOf(deal), proposed };
}

function reference({ anchor, fact }: Case): Proposal {
  const quoted = anchor.role === 'deal' ? [] : anchor.references;
  return {
    present: quoted.length === 0 ? 'No reference' : `Reference ${quoted.join(', ')}`,
    proposed: named('Reference', fact('near')),
  };
}

/** By code; the others show the amount and propose nothing. */
const PROPOSALS: Readonly<Record<string, (about: Case) => Proposal>> = {
  D9: ({ anchor, fact }) => ({ present: `Close date ${isoDay(anchor.day)}`, proposed: named('Close date', fact('signed')) }),
  D16: ({ anchor, item, records }) => {
    const deal = records.get(item?.deal ?? '');
    const isComparable = item !== null && deal?.currency === item.documentCurrency;
    if (deal === undefined || !isComparable) return { present: amountOf(anchor), proposed: '' };
    return { present: amountOf(deal), proposed: `Amount ${money(deal.amount - Math.abs(item.documentAmount), deal.currency)}` };
  },
  Q1: toBill,
  Q2: reference,
  Q4: reference,
  Q5: ({ anchor, fact }) => ({ present: `Deal ${anchor.id}`, proposed: named('Merge into deal', fact('other')) }),
  Q6: ({ anchor, fact }) => ({
    present: `Invoice ${anchor.id}`,
    proposed: fact('other') === '' ? '' : `Void; it repeats ${fact('other')}`,
  }),
  Q7: amendedDeal,
  Q8: toBill,
  Q9: toBill,
  Q10: withAmount(({ candidate, anchor }) => {
    const net = candidate.items.reduce((sum, item) => sum + item.documentAmount, 0);
    return anchor.role === 'invoice' ? `Amount ${money(anchor.amount + net, anchor.currency)}` : '';
  }),
  Q11: amendedDeal,
  Q13: ({ fact }) => ({ present: 'Applies to no invoice', proposed: named('Applies to', fact('near')) }),
  Q17: withAmount((about) => `Credit of ${sizeOf(about)}, or dispute`),
  Q20: withAmount((about) => `Refund of ${sizeOf(about)}`),
  Q21: ({ anchor, fact }) => ({ present: amountOf(anchor), proposed: named('Applied to', fact('short')) }),
  Q22: ({ item, fact, records }) => ({
    present: named('Applied to', fact('appliedTo')),
    proposed: named('Applied to', idOf(item?.invoice ?? null, records)),
  }),
  Q25: ({ anchor, fact }) => ({
    present: anchor.owner === '' ? 'Owner is blank' : `Owner ${anchor.owner}`,
    proposed: named('Owner', fact('owner')),
  }),
  Q27: ({ fact, anchor }) => ({
    present: fact('stage') === '' ? 'Stage not won' : `Stage ${fact('stage')}`,
    proposed: `Won, or a credit of ${money(anchor.amount, anchor.currency)}`,
  }),
  Q28: toCredit,
  Q31: withAmount(({ anchor }) => `Amount ${money(-anchor.amount, anchor.currency)}`),
  Q39: ({ item, anchor, candidate, records }) => {
    const both = item === null ? (candidate.note?.records ?? []) : [item.record, item.otherRecord];
    const other = both.find((key) => key !== null && key !== anchor.key) ?? null;
    return { present: 'Link not confirmed', proposed: named('Linked with', idOf(other, records)) };
  },
};

export function proposalOf(candidate: Candidate, records: Records): Proposal {
  const anchor = records.get(candidate.anchor);
  if (anchor === undefined) return { present: '', proposed: '' };
  const own = candidate.items.filter(({ code }) => code === candidate.code);
  const [first = null] = own;
  const item = own.reduce((best, each) => (best === null || Math.abs(each.amount) > Math.abs(best.amount) ? each : best), first);
  const facts = item?.facts ?? candidate.note?.facts ?? {};
  const propose = PROPOSALS[candidate.code] ?? withAmount(() => '');
  return propose({ candidate, anchor, item, records, fact: (name) => String(facts[name] ?? '') });
}
