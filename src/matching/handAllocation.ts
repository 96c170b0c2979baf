/** The amount that a person gave a link: never more than is open of either document. */

import type { DecisionFault, LinkKind } from '../domain/link';
import { toMinor } from '../domain/money';
import type { Minor } from '../domain/money';
import type { ReconciledRecord } from '../domain/record';
import { OpenAmounts } from './allocation';
import type { Booking } from './allocation';

/** Decimal major units written with a point; the currency "" where none was named. */
export interface AmountTyped {
  readonly amount: string;
  readonly currency: string;
}

interface Ends {
  readonly kind: LinkKind;
  readonly left: ReconciledRecord;
  readonly right: ReconciledRecord;
}

/** What is open of each end, minor units of the right record's currency; null where the left is in another or has no limit. */
export interface OpenEnds {
  readonly left: Minor | null;
  readonly right: Minor;
}

/** What is open of any two ends once these links are made. */
export function openAfter(links: readonly Booking[]): (ends: Ends) => OpenEnds {
  const open = new OpenAmounts();
  for (const link of links) open.book(link);
  return (ends) => openEnds(open, ends);
}

/** Signed as a link's amount is: a credit counts as what it takes off its invoice. */
function openEnds(open: OpenAmounts, { kind, left, right }: Ends): OpenEnds {
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
function mostBetween({ left, right }: OpenEnds): Minor {
  if (left === null) return right;
  if (Math.sign(left) !== Math.sign(right)) return 0;
  return Math.sign(right) * Math.min(Math.abs(left), Math.abs(right));
}

/** @returns what the link carries, and what of the amount typed does not hold. */
export function carriedByHand(
  open: OpenAmounts,
  ends: Ends,
  { amount, currency: named }: AmountTyped,
): { readonly carried: Minor; readonly fault: Pick<DecisionFault, 'code' | 'amounts'> | null } {
  const { currency } = ends.right;
  const most = mostBetween(openEnds(open, ends));
  if (named !== '' && named !== currency) return { carried: most, fault: { code: 'currency' } };
  const asked = toMinor(Number(amount), currency);
  const isWithin = Math.abs(asked) <= Math.abs(most) && (asked === 0 || Math.sign(asked) === Math.sign(most));
  if (isWithin) return { carried: asked, fault: null };
  const carried = Math.sign(asked) === Math.sign(most) ? most : 0;
  return { carried, fault: { code: 'too much', amounts: { asked, carried, currency } } };
}
