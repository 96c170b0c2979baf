/** The amount that a person gave a link: never more than is open of either document. */

import type { DecisionFault, LinkKind } from '../domain/link';
import { toMinor } from '../domain/money';
import type { Minor } from '../domain/money';
import type * as domain from '../domain/record';
import type { RecordKey } from '../domain/record';
import { OpenAmounts } from './allocation';
import { pushTo } from './groupBy';
import { numberRecord } from './numbered';
import type { ReconciledRecord } from './numbered';

/** Decimal major units written with a point; the currency "" where none was named. */
export interface AmountTyped {
  readonly amount: string;
  readonly currency: string;
}

export interface Ends<T> {
  readonly kind: LinkKind;
  readonly left: T;
  readonly right: T;
}

/** What is open of each end, minor units of the right record's currency; null where the left is in another or has no limit. */
export interface OpenEnds {
  readonly left: Minor | null;
  readonly right: Minor;
}

interface Made extends Ends<domain.ReconciledRecord> {
  readonly allocated: Minor;
}

/** What is open of any two ends once these links are made. */
export function openAfter(links: readonly Made[]): (ends: Ends<domain.ReconciledRecord>) => OpenEnds {
  const byEnd = new Map<RecordKey, Made[]>();
  for (const link of links) {
    pushTo(byEnd, link.left.key, link);
    pushTo(byEnd, link.right.key, link);
  }
  return ({ kind, left, right }) => {
    const open = new OpenAmounts(OTHER + 1);
    const numbered = (record: domain.ReconciledRecord): ReconciledRecord =>
      numberRecord(record, record.key === left.key ? LEFT : record.key === right.key ? RIGHT : OTHER);
    const made = new Set([...(byEnd.get(left.key) ?? []), ...(byEnd.get(right.key) ?? [])]);
    for (const link of made) open.book({ ...link, left: numbered(link.left), right: numbered(link.right) });
    return openEnds(open, { kind, left: numbered(left), right: numbered(right) });
  };
}

/** Numbers of the two ends, and of all others: what is open of those is not asked. */
const [LEFT, RIGHT, OTHER] = [0, 1, 2];

/** Signed as a link's amount is: a credit counts as what it takes off its invoice. */
export function openEnds(open: OpenAmounts, { kind, left, right }: Ends<ReconciledRecord>): OpenEnds {
  const free = open.free(kind, right);
  return {
    left: left.currency === right.currency ? leftOpen(open, kind, left, right) : null,
    right: kind === 'invoice-credit' ? -free : free,
  };
}

function leftOpen(open: OpenAmounts, kind: LinkKind, left: ReconciledRecord, right: ReconciledRecord): Minor | null {
  if (kind === 'deal-invoice' && left.role === 'deal') return open.deal(left);
  if (kind === 'invoice-credit' && left.role === 'invoice') return open.uncredited(left);
  if (kind === 'invoice-receipt' && left.role === 'invoice') return open.due(left, right.day);
  if (kind === 'receipt-refund' && (left.role === 'invoice' || left.role === 'receipt')) return open.unreturned(left);
  return null;
}

/** The most that a link may carry; 0 where both ends have nothing open in one direction. */
export function mostBetween({ left, right }: OpenEnds): Minor {
  if (left === null) return right;
  if (Math.sign(left) !== Math.sign(right)) return 0;
  return Math.sign(right) * Math.min(Math.abs(left), Math.abs(right));
}

/** What a confirmed link carries, and what of the decision does not hold. */
export interface Carried {
  readonly carried: Minor;
  readonly fault: Pick<DecisionFault, 'code' | 'amounts'> | null;
}

export function carriedByHand(
  open: OpenAmounts,
  ends: Ends<ReconciledRecord>,
  { amount, currency: named }: AmountTyped,
): Carried {
  const { currency } = ends.right;
  const most = mostBetween(openEnds(open, ends));
  if (named !== '' && named !== currency) return { carried: most, fault: { code: 'currency' } };
  const asked = toMinor(Number(amount), currency);
  const isWithin = Math.abs(asked) <= Math.abs(most) && (asked === 0 || Math.sign(asked) === Math.sign(most));
  if (isWithin) return { carried: asked, fault: null };
  const carried = Math.sign(asked) === Math.sign(most) ? most : 0;
  return { carried, fault: { code: 'too much', amounts: { asked, carried, currency } } };
}
