/** One pass in date order: each record that arrives is set against what is still open in its chain. */

import type { Link, LinkKind } from '../../domain/link';
import type { Gap } from '../../domain/measure';
import type { Currency, Minor } from '../../domain/money';
import type { ReconciledRecord, RecordKey } from '../../domain/record';
import { order, partnerOf } from '../links';
import type { LinkBook } from '../links';
import { grossScale, settlingScale } from '../posting';
import type { Posting } from '../posting';
import type { RateAt } from '../convert';
import { chains } from './chains';
import { entryOf, isOpen, sideOf } from './entry';
import type { Entry, EntryKind, OpenPart, OwnReasons } from './entry';
import { pairUp } from './pair';
import type { Limit, Pair, Terms } from './pair';

export interface GapPieces {
  readonly entries: readonly Entry[];
  readonly pairs: readonly Pair[];
}

export interface PairingContext {
  readonly currency: Currency;
  readonly rateAt: RateAt;
  /** What two values may differ by for rounding alone, minor units of the reporting currency. */
  readonly rounding: Minor;
  readonly links: LinkBook;
  /** Whether an invoice replaces the open credit before it (credit and rebill). */
  readonly rebills: (invoice: Entry, credit: Entry) => boolean;
  readonly own: OwnReasons;
}

/** What an arriving record is set against, beyond its own links, in this order. */
const AGAINST: Readonly<Record<Gap, Readonly<Partial<Record<EntryKind, readonly EntryKind[]>>>>> = {
  BI: { deal: ['invoice'], downsell: ['credit'], invoice: ['deal', 'credit'], credit: ['invoice', 'downsell'] },
  IR: {
    invoice: ['revenue', 'credit'],
    revenue: ['invoice', 'contra'],
    credit: ['invoice', 'contra'],
    contra: ['credit', 'revenue'],
  },
  IC: {
    invoice: ['receipt', 'credit'],
    credit: ['invoice', 'refund'],
    receipt: ['invoice', 'refund'],
    refund: ['credit', 'receipt'],
  },
};

/** Records of one day arrive in the order of the table. */
const RANK: Readonly<Record<EntryKind, number>> = {
  bridge: 0,
  deal: 0,
  downsell: 0,
  invoice: 1,
  credit: 2,
  revenue: 3,
  contra: 4,
  receipt: 5,
  refund: 6,
};
const RANK_IR: Readonly<Partial<Record<EntryKind, number>>> = { revenue: 2, credit: 3 };

const JOINS: Readonly<Record<Gap, readonly LinkKind[]>> = {
  BI: ['deal-invoice', 'invoice-credit'],
  IR: ['invoice-schedule', 'deal-schedule', 'deal-invoice', 'invoice-credit'],
  IC: ['invoice-receipt', 'invoice-credit', 'receipt-refund'],
};

/** Cuts every contribution of a gap into pieces: own differences, pairs and what stays open. */
export function cutPieces(gap: Gap, postings: readonly Posting[], context: PairingContext): GapPieces {
  const entries = arrivals(gap, postings, context);
  const indexOf = new Map(entries.map((entry, i) => [entry.record.key, i]));
  const terms: Terms = { currency: context.currency, rateAt: context.rateAt, rounding: context.rounding };
  const known = chains(entries.length);
  const pairs: Pair[] = [];

  let arrived: Pair[] = [];
  const meet = (earlier: Entry, later: Entry, limit: Limit, link: Link | null): void => {
    if (earlier.sign !== later.sign) arrived.push(...pairUp(earlier, later, limit, link, terms));
  };
  const meetOpen = (index: number, entry: Entry, kind: EntryKind, accepts: (member: Entry) => boolean): void => {
    if (!isOpen(entry)) return;
    const open = (member: number): boolean => {
      const other = entries[member];
      return other !== undefined && isOpen(other);
    };
    known.settle(index, kind, open);
    for (const member of known.members(index, kind)) {
      const earlier = entries[member];
      if (earlier === undefined || member === index || !accepts(earlier)) continue;
      meet(earlier, entry, null, null);
      if (!isOpen(entry)) return;
    }
  };
  const any = (): boolean => true;

  /** A deal joins its invoices to revenue from the day its own schedule begins; until then each invoice has its chain. */
  const bridged = new Set<RecordKey>();
  const joinThroughDeal = ({ kind, left: deal, right }: Link, index: number): void => {
    const bridge = indexOf.get(deal);
    const document = indexOf.get(right);
    if (bridge === undefined || document === undefined) return;
    if (kind === 'deal-schedule' && !bridged.has(deal)) {
      bridged.add(deal);
      for (const link of context.links.ofKind(deal, 'deal-invoice')) {
        const invoice = indexOf.get(link.right);
        if (link.state !== 'suggested' && invoice !== undefined && invoice <= index) known.join(bridge, invoice);
      }
    }
    if (bridged.has(deal)) known.join(bridge, document);
  };

  /** Open credits by the deal of the invoice that they take back: without a schedule of its own a deal joins no chains but those of a rebill. */
  const creditsOfDeal = new Map<RecordKey, number[]>();
  const dealsOf = (invoice: RecordKey): readonly RecordKey[] =>
    context.links.ofKind(invoice, 'deal-invoice').flatMap(({ left, state }) => (state === 'suggested' ? [] : [left]));
  const noteCredit = (entry: Entry, index: number): void => {
    const credited = context.links.ofKind(entry.record.key, 'invoice-credit').filter(({ state }) => state !== 'suggested');
    for (const deal of new Set(credited.flatMap(({ left }) => dealsOf(left)))) {
      const before = creditsOfDeal.get(deal);
      if (before === undefined) creditsOfDeal.set(deal, [index]);
      else before.push(index);
    }
  };
  const joinRebilled = (entry: Entry, index: number): void => {
    for (const deal of creditsOfDeal.size === 0 ? [] : dealsOf(entry.record.key)) {
      const open = (creditsOfDeal.get(deal) ?? []).filter((member) => isOpen(entries[member] as Entry));
      if (creditsOfDeal.has(deal)) creditsOfDeal.set(deal, open);
      for (const member of open) if (context.rebills(entry, entries[member] as Entry)) known.join(member, index);
    }
  };

  entries.forEach((entry, index) => {
    const against = AGAINST[gap][entry.kind] ?? [];
    arrived = [];
    const linked = linksIn(gap, entry.record.key, context.links);
    const earlierOnes = linked.flatMap((link) => {
      const partner = indexOf.get(partnerOf(link, entry.record.key));
      return partner === undefined || partner >= index ? [] : [{ link, partner }];
    });
    for (const { link, partner } of earlierOnes) {
      if (link.state === 'suggested') continue;
      if (gap !== 'IR' || !isOfDeal(link)) known.join(partner, index);
      else joinThroughDeal(link, index);
    }
    if (gap !== 'BI' && entry.kind === 'invoice') joinRebilled(entry, index);
    if (gap === 'BI' && entry.kind === 'invoice') meetOpen(index, entry, 'credit', (credit) => context.rebills(entry, credit));
    for (const { link, partner } of earlierOnes) {
      const earlier = entries[partner];
      if (earlier === undefined || !against.includes(earlier.kind)) continue;
      meet(
        earlier,
        entry,
        limitOf(gap, link, link.right === entry.record.key ? entry.record : earlier.record, context.own),
        link,
      );
    }
    for (const kind of against) meetOpen(index, entry, kind, any);
    pairs.push(...merged(arrived));
    if (entry.kind !== 'bridge' && isOpen(entry)) known.add(index, entry.kind);
    if (gap !== 'BI' && entry.kind === 'credit' && isOpen(entry)) noteCredit(entry, index);
  });
  return { entries, pairs };
}

function isOfDeal(link: Link): boolean {
  return link.kind === 'deal-invoice' || link.kind === 'deal-schedule';
}

/** The records of a gap in the order in which they arrive. */
function arrivals(gap: Gap, postings: readonly Posting[], { links, own }: PairingContext): Entry[] {
  const entries: Entry[] = [];
  for (const posting of postings) {
    const { record } = posting;
    const bridges = gap === 'IR' && record.role === 'deal' && links.ofKind(record.key, 'deal-schedule').length > 0;
    if (sideOf(gap, record) !== 0 || bridges) entries.push(entryOf(gap, posting, own));
  }
  const rank = (kind: EntryKind): number => (gap === 'IR' ? RANK_IR[kind] : undefined) ?? RANK[kind];
  return entries.sort((a, b) => a.record.day - b.record.day || rank(a.kind) - rank(b.kind) || order(a.record.key, b.record.key));
}

function linksIn(gap: Gap, record: RecordKey, links: LinkBook): readonly Link[] {
  const all = links.of(record);
  const joins = ({ kind }: Link): boolean => JOINS[gap].includes(kind);
  return all.every(joins) ? all : all.filter(joins);
}

/** What a link allows in a gap: invoices and credits are allocated net of tax, credits settle gross. */
function limitOf(gap: Gap, link: Link, right: ReconciledRecord, { isTaxBooked }: OwnReasons): Limit {
  const size = Math.abs(link.allocated);
  if (gap === 'IC') return Math.round(size * settlingScale(right));
  return gap === 'BI' && isTaxBooked ? Math.round(size * grossScale(right)) : size;
}

/** A link and its chain may set the same two pieces against each other: one pair, on the link. */
function merged(pairs: readonly Pair[]): readonly Pair[] {
  if (pairs.length < 2) return pairs;
  const known = new Map<OpenPart, Pair[]>();
  const result: Pair[] = [];
  for (const pair of pairs) {
    const list = known.get(pair.firstPart) ?? [];
    const same = list.find(
      (before) => before.secondPart === pair.secondPart && before.link?.state !== 'suggested' && pair.link?.state !== 'suggested',
    );
    if (same === undefined) {
      list.push(pair);
      known.set(pair.firstPart, list);
      result.push(pair);
    } else {
      same.size += pair.size;
      same.secondSize += pair.secondSize;
      same.firstDoc += pair.firstDoc;
      same.secondDoc += pair.secondDoc;
    }
  }
  return result;
}
