/** Records that may take the place of one end of a match, the likeliest first, or those that a person looks for by words. */

import { matchKey } from '../../domain/link';
import type { LinkKind } from '../../domain/link';
import { minorDigits, toMajor } from '../../domain/money';
import type { ReconciledRecord } from '../../domain/record';
import type { ReportContext } from '../context';
import { customerNames, sideOf } from '../matchRows';
import { documentSide } from '../review';
import { linksWithout } from './lookUp';
import type { Ends, OpenAfter, PartnersTold } from './lookUp';
import { MOST_PARTNERS, searched } from './search';

export function partnersTold(
  { kind, left, right }: Ends,
  side: 'left' | 'right',
  text: string,
  context: ReportContext,
  openAfter: OpenAfter,
): PartnersTold {
  const openAt = openAfter(linksWithout(kind, (a, b) => a === left.key && b === right.key, context));
  const [anchor, given] = side === 'left' ? [right, left] : [left, right];
  const linked = new Set(
    context.result.links.flatMap((link) => {
      if (link.kind !== kind) return [];
      if (link.left === anchor.key) return [link.right];
      return link.right === anchor.key ? [link.left] : [];
    }),
  );
  const ends = (other: ReconciledRecord): Ends =>
    side === 'left' ? { kind, left: other, right: anchor } : { kind, left: anchor, right: other };
  const isWanted = searched(text);
  const fitting = [...context.result.records.values()].filter(
    (record) =>
      isEnd(record, kind, side) &&
      record.key !== given.key &&
      !linked.has(record.key) &&
      (text === '' || isWanted(wordsOf(record, context))),
  );
  const mine = openAt(ends(given));
  const target = (side === 'left' ? mine.right : mine.left) ?? anchor.amount;
  const openOf = (record: ReconciledRecord): number | null => {
    const { left: ofLeft, right: ofRight } = openAt(ends(record));
    return side === 'left' ? ofLeft : ofRight;
  };
  const customerOf = customerNames(context);
  const ranked = fitting
    .map((record) => ({ record, rank: rankOf(record, anchor, target, openOf(record), customerOf) }))
    .sort((a, b) => a.rank - b.rank || (a.record.key < b.record.key ? -1 : 1))
    .slice(0, MOST_PARTNERS);
  return {
    kind: 'partners',
    currency: anchor.currency,
    anchor: documentSide(sideOf(anchor.key, context), context),
    open: target,
    partners: ranked.map(({ record }) => {
      const { left: a, right: b } = ends(record);
      return {
        key: matchKey(kind, a.key, b.key),
        side: documentSide(sideOf(record.key, context), context),
        open: record.currency === anchor.currency ? openOf(record) : null,
      };
    }),
    all: fitting.length,
  };
}

function isEnd(record: ReconciledRecord, kind: LinkKind, side: 'left' | 'right'): boolean {
  const what = kind.split('-')[side === 'left' ? 0 : 1];
  switch (what) {
    case 'credit':
      return record.role === 'invoice' && record.kind === 'credit';
    case 'invoice':
      return record.role === 'invoice' && record.kind === 'invoice';
    case 'receipt':
      return record.role === 'receipt' && record.kind === 'receipt';
    case 'refund':
      return record.role === 'receipt' && record.kind === 'refund';
    case 'schedule':
      return record.role === 'revenue';
    default:
      return record.role === 'deal';
  }
}

/** All that a person may look for: number, names, text, amount as written with a point. */
function wordsOf(record: ReconciledRecord, context: ReportContext): string {
  const { key, customer, amount, currency, references, text } = record;
  const name = record.role === 'deal' ? record.name : '';
  const shown = toMajor(amount, currency).toFixed(minorDigits(currency));
  return [context.nameOf(key), customer, name, ...references, text, shown].join(' ');
}

const DAYS_APART = 10_000;

/** What has something open before what has nothing, the same customer before others, an equal open amount before another, then the nearer day. */
function rankOf(
  record: ReconciledRecord,
  anchor: ReconciledRecord,
  target: number,
  open: number | null,
  customerOf: (written: string) => string,
): number {
  const isSameCustomer = customerOf(record.customer) === customerOf(anchor.customer);
  const isEqual = record.currency === anchor.currency && Math.abs((open ?? record.amount) - target) <= 1;
  const days = Math.min(DAYS_APART - 1, Math.abs(record.day - anchor.day));
  const isOpen = (open ?? record.amount) !== 0;
  return (isOpen ? 0 : 4 * DAYS_APART) + (isSameCustomer ? 0 : 2 * DAYS_APART) + (isEqual ? 0 : DAYS_APART) + days;
}
