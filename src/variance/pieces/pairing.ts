/** One pass in date order: each record that arrives is set against what is still open in its chain. */

import { KIND_BIT } from '../../domain/link';
import type { Link, LinkKind } from '../../domain/link';
import type { Gap } from '../../domain/measure';
import type { Currency, Minor } from '../../domain/money';
import type { ReconciledRecord } from '../../domain/record';
import { order } from '../links';
import type { LinkBook, Tie } from '../links';
import { KIND, ROLES } from '../kinds';
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
  /** By the record's number, as are `kinds`. */
  readonly postings: readonly Posting[];
  readonly kinds: Uint8Array;
  /** Room for the place of each record among those of a gap, by its number. */
  readonly indexes: Int32Array;
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

/** The links that join records in a gap, by the bits of their kinds. */
const JOINS: Readonly<Record<Gap, number>> = {
  BI: bitsOf('deal-invoice', 'invoice-credit'),
  IR: bitsOf('invoice-schedule', 'deal-schedule', 'deal-invoice', 'invoice-credit'),
  IC: bitsOf('invoice-receipt', 'invoice-credit', 'receipt-refund'),
};
const OF_DEAL = bitsOf('deal-invoice', 'deal-schedule');

function bitsOf(...kinds: readonly LinkKind[]): number {
  return kinds.reduce((bits, kind) => bits | KIND_BIT[kind], 0);
}

/**
 * Cuts every contribution of a gap into pieces: own differences, pairs and what stays open.
 * @param batch numbers of records whose links are all among them, rising.
 */
export function cutPieces(gap: Gap, batch: Uint32Array, context: PairingContext): GapPieces {
  const { links, indexes } = context;
  const entries = arrivals(gap, batch, context);
  for (const no of batch) indexes[no] = -1;
  entries.forEach(({ posting }, index) => (indexes[posting.no] = index));
  const indexOf = (no: number): number => indexes[no] ?? -1;
  const terms: Terms = { currency: context.currency, rateAt: context.rateAt, rounding: context.rounding };
  const joins = JOINS[gap];
  const known = chains(entries.length);
  const pairs: Pair[] = [];

  let arrived = NO_PAIRS;
  const meet = (earlier: Entry, later: Entry, limit: Limit, link: Link | null): void => {
    if (earlier.sign === later.sign) return;
    const met = pairUp(earlier, later, limit, link, terms);
    // Most meet once; the list that they then are is not to be made again.
    if (arrived.length === 0) arrived = met;
    else for (const pair of met) arrived.push(pair);
  };
  const isOpenAt = (index: number): boolean => {
    const entry = entries[index];
    return entry !== undefined && isOpen(entry);
  };
  const meetOpen = (index: number, entry: Entry, kind: EntryKind, accepts: (member: Entry) => boolean): void => {
    if (!isOpen(entry)) return;
    known.settle(index, kind, isOpenAt);
    for (const member of known.members(index, kind)) {
      const earlier = entries[member];
      if (earlier === undefined || member === index || !accepts(earlier)) continue;
      meet(earlier, entry, null, null);
      if (!isOpen(entry)) return;
    }
  };
  const any = (): boolean => true;

  /** A deal joins its invoices to revenue from the day its own schedule begins; until then each invoice has its chain. */
  const bridged = new Set<number>();
  const joinThroughDeal = (tie: Tie, own: number, index: number): void => {
    const [deal, document] = tie.isLeft ? [tie.no, own] : [own, tie.no];
    if (indexOf(deal) < 0 || indexOf(document) < 0) return;
    if (tie.bit === KIND_BIT['deal-schedule'] && !bridged.has(deal)) {
      bridged.add(deal);
      for (const { isSuggested, no } of links.ofKind(deal, 'deal-invoice')) {
        const invoice = indexOf(no);
        if (!isSuggested && invoice >= 0 && invoice <= index) known.join(indexOf(deal), invoice);
      }
    }
    if (bridged.has(deal)) known.join(indexOf(deal), indexOf(document));
  };

  /** Open credits by the deal of the invoice that they take back: without a schedule of its own a deal joins no chains but those of a rebill. */
  const creditsOfDeal = new Map<number, number[]>();
  const leftOf = (no: number, kind: LinkKind): number[] => {
    const left: number[] = [];
    for (const tie of links.ofKind(no, kind)) if (!tie.isSuggested) left.push(tie.isLeft ? tie.no : no);
    return left;
  };
  const noteCredit = (entry: Entry, index: number): void => {
    const credited = leftOf(entry.posting.no, 'invoice-credit');
    for (const deal of new Set(credited.flatMap((invoice) => leftOf(invoice, 'deal-invoice')))) {
      const before = creditsOfDeal.get(deal);
      if (before === undefined) creditsOfDeal.set(deal, [index]);
      else before.push(index);
    }
  };
  const joinRebilled = (entry: Entry, index: number): void => {
    if (creditsOfDeal.size === 0) return;
    for (const deal of leftOf(entry.posting.no, 'deal-invoice')) {
      if (!creditsOfDeal.has(deal)) continue;
      const open = (creditsOfDeal.get(deal) ?? []).filter(isOpenAt);
      creditsOfDeal.set(deal, open);
      for (const member of open) if (context.rebills(entry, entries[member] as Entry)) known.join(member, index);
    }
  };

  entries.forEach((entry, index) => {
    const { record, posting, kind } = entry;
    const against = AGAINST[gap][kind] ?? NOTHING;
    arrived = NO_PAIRS;
    const hasArrived = (no: number): boolean => indexOf(no) >= 0 && indexOf(no) < index;
    const ties = links.of(posting.no, joins, hasArrived);
    for (const tie of ties) {
      if (tie.isSuggested) continue;
      if (gap !== 'IR' || (tie.bit & OF_DEAL) === 0) known.join(indexOf(tie.no), index);
      else joinThroughDeal(tie, posting.no, index);
    }
    if (gap !== 'BI' && kind === 'invoice') joinRebilled(entry, index);
    if (gap === 'BI' && kind === 'invoice') meetOpen(index, entry, 'credit', (credit) => context.rebills(entry, credit));
    for (const tie of ties) {
      const { link, no } = tie;
      const earlier = entries[indexOf(no)];
      if (earlier === undefined || !against.includes(earlier.kind)) continue;
      meet(earlier, entry, limitOf(gap, link, link.right === record.key ? record : earlier.record, context.own), link);
    }
    for (const other of against) meetOpen(index, entry, other, any);
    for (const pair of merged(arrived)) pairs.push(pair);
    if (kind !== 'bridge' && isOpen(entry)) known.add(index, kind);
    if (gap !== 'BI' && kind === 'credit' && isOpen(entry)) noteCredit(entry, index);
  });
  return { entries, pairs };
}

const NOTHING: readonly EntryKind[] = [];
/** Never added to. */
const NO_PAIRS: Pair[] = [];

/** The records of a gap in the order in which they arrive: nearly always that of their numbers. */
function arrivals(gap: Gap, batch: Uint32Array, { links, postings, kinds, own }: PairingContext): Entry[] {
  const rank = (kind: EntryKind): number => (gap === 'IR' ? RANK_IR[kind] : undefined) ?? RANK[kind];
  const inOrder = (a: Entry, b: Entry): number =>
    a.record.day - b.record.day || rank(a.kind) - rank(b.kind) || order(a.record.key, b.record.key);
  const hasSide = ROLES.map((role) => sideOf(gap, { role }) !== 0);
  const entries: Entry[] = [];
  let isInOrder = true;
  let last: Entry | null = null;
  for (const no of batch) {
    const kind = kinds[no] ?? KIND.deal;
    const bridges = gap === 'IR' && kind === KIND.deal && links.has(no, 'deal-schedule');
    const posting = hasSide[kind] === true || bridges ? postings[no] : undefined;
    if (posting === undefined) continue;
    const entry = entryOf(gap, posting, own);
    isInOrder &&= last === null || inOrder(last, entry) < 0;
    entries.push(entry);
    last = entry;
  }
  return isInOrder ? entries : entries.sort(inOrder);
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
