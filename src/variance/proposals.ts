/** What the record to be settled says now, and what the facts say it should: one value in the words of its own sheet. */

import { isoDay } from '../domain/day';
import { dictionary } from '../domain/dictionary';
import { writtenAmount } from '../domain/money';
import type { Currency, Minor, Money } from '../domain/money';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import type { VarianceItem } from '../domain/reconciliation';
import type { Candidate } from './input';

export interface Proposal {
  readonly present: string;
  /** "" where the facts do not say. */
  readonly proposed: string;
}

type Records = ReadonlyMap<RecordKey, ReconciledRecord>;

/** An exception with the records behind it. */
interface Case {
  readonly candidate: Candidate;
  readonly anchor: ReconciledRecord;
  /** Those of its own code, one or more for each owner, month and bill. */
  readonly items: readonly VarianceItem[];
  /** The largest of them. */
  readonly item: VarianceItem | null;
  readonly fact: (name: string) => string;
  readonly records: Records;
}

/** An amount of a document, as its sheet would write it. */
function money(minor: Minor, currency: Currency): string {
  const shown = writtenAmount(minor, currency);
  return currency === '' ? shown : `${shown} ${currency}`;
}

const amountOf = ({ amount, currency }: ReconciledRecord): string => `Amount ${money(amount, currency)}`;

/** What all the items come to, where it is one amount: of one record, or of one deal, in one currency. */
function wholeOf({ items }: Case, of: 'record' | 'deal'): Money | null {
  const [first] = items;
  if (first === undefined) return null;
  const { documentCurrency: currency } = first;
  if (items.some((item) => item.documentCurrency !== currency || item[of] !== first[of])) return null;
  return { minor: items.reduce((sum, { documentAmount }) => sum + documentAmount, 0), currency };
}

/** All that is to be settled, in its document's currency. */
function sizeOf(about: Case): string {
  const { candidate, anchor, items } = about;
  if (items.length === 0) return money(Math.abs(candidate.amount), anchor.currency);
  const whole = wholeOf(about, 'record');
  return whole === null ? '' : money(Math.abs(whole.minor), whole.currency);
}

const idOf = (key: RecordKey | null, records: Records): string => (key === null ? '' : (records.get(key)?.id ?? ''));

const named = (label: string, value: string, after = ''): string => (value === '' ? '' : `${label} ${value}${after}`);

const withAmount =
  (proposed: (about: Case) => string) =>
  (about: Case): Proposal => ({ present: amountOf(about.anchor), proposed: proposed(about) });

const toBill = withAmount((about) => named('Invoice of', sizeOf(about)));
const toCredit = withAmount((about) => named('Credit of', sizeOf(about)));

/** The deal's amount, and the same as billed: with what went beyond it, or without what was never to be billed. */
function amendedDeal(about: Case, less: (whole: Minor) => Minor = (whole) => whole): Proposal {
  const { item, records, anchor } = about;
  const deal = records.get(item?.deal ?? '');
  if (deal?.role !== 'deal') return { present: amountOf(anchor), proposed: '' };
  const whole = wholeOf(about, 'deal');
  const proposed = whole?.currency === deal.currency ? `Amount ${money(deal.amount - less(whole.minor), deal.currency)}` : '';
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
const PROPOSALS: Readonly<Record<string, (about: Case) => Proposal>> = dictionary({
  D9: ({ anchor, fact }) => ({ present: `Close date ${isoDay(anchor.day)}`, proposed: named('Close date', fact('signed')) }),
  D16: (about) => amendedDeal(about, Math.abs),
  Q1: toBill,
  Q2: reference,
  Q4: reference,
  Q5: ({ anchor, fact }) => ({ present: `Deal ${anchor.id}`, proposed: named('Merge into deal', fact('other')) }),
  Q6: ({ anchor, fact }) => ({
    present: `Invoice ${anchor.id}`,
    proposed: fact('other') === '' ? '' : `Void; it repeats ${fact('other')}`,
  }),
  Q7: (about) => amendedDeal(about),
  Q8: toBill,
  Q9: toBill,
  Q10: withAmount(({ candidate, anchor }) => {
    const net = candidate.items.reduce((sum, item) => sum + item.documentAmount, 0);
    return anchor.role === 'invoice' ? `Amount ${money(anchor.amount + net, anchor.currency)}` : '';
  }),
  Q11: (about) => amendedDeal(about),
  Q13: ({ fact }) => ({ present: 'Applies to no invoice', proposed: named('Applies to', fact('near')) }),
  Q17: withAmount((about) => named('Credit of', sizeOf(about), ', or dispute')),
  Q20: withAmount((about) => named('Refund of', sizeOf(about))),
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
});

export function proposalOf(candidate: Candidate, records: Records): Proposal {
  const anchor = records.get(candidate.anchor);
  if (anchor === undefined) return { present: '', proposed: '' };
  const items = candidate.items.filter(({ code }) => code === candidate.code);
  const [first = null] = items;
  const item = items.reduce(
    (best, each) => (best === null || Math.abs(each.amount) > Math.abs(best.amount) ? each : best),
    first,
  );
  const facts = item?.facts ?? candidate.note?.facts ?? {};
  const propose = PROPOSALS[candidate.code] ?? withAmount(() => '');
  return propose({ candidate, anchor, items, item, records, fact: (name) => String(facts[name] ?? '') });
}
