/** A pair as written: one leg for each of month, owner and customer in which its two ends differ. */

import type { Month } from '../domain/day';
import type { Minor } from '../domain/money';
import type { LineKey } from '../domain/reconciliation';

export interface End {
  readonly customer: string;
  readonly month: Month;
  readonly owner: string;
  /** The line that it stands on, where a record does too. */
  readonly line?: LineKey;
}

export type LegKind = 'month' | 'owner' | 'customer';

export interface Leg {
  readonly kind: LegKind;
  /** Gets +amount, the other end −amount. */
  readonly from: End;
  readonly to: End;
  readonly amount: Minor;
}

/**
 * The legs that carry `amount` from one end to the other. The month leg stays with the customer and owner of the end in
 * the earlier month; owner, then customer, change in the later month. Ends on one line have no legs.
 * @param amount the contribution at `a`; that at `b` is its opposite.
 */
export function legsOf(a: End, b: End, amount: Minor): Leg[] {
  if (amount === 0) return [];
  if (b.month < a.month) return legsOf(b, a, -amount);
  const [isOneOwner, isOneCustomer] = [a.owner === b.owner, a.customer === b.customer];
  const inLater =
    a.month === b.month ? a : isOneOwner && isOneCustomer ? b : { customer: a.customer, month: b.month, owner: a.owner };
  const ownerChanged = isOneOwner ? inLater : isOneCustomer ? b : { customer: a.customer, month: b.month, owner: b.owner };
  const legs: Leg[] = [];
  if (a.month !== b.month) legs.push({ kind: 'month', from: a, to: inLater, amount });
  if (!isOneOwner) legs.push({ kind: 'owner', from: inLater, to: ownerChanged, amount });
  if (!isOneCustomer) legs.push({ kind: 'customer', from: ownerChanged, to: b, amount });
  return legs;
}
