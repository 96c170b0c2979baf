/** A pair as written: one leg for each of month, owner and customer in which its two ends differ. */

import type { Minor } from '../domain/money';
import type { LineAt, LineBook } from './lines';

export type LegKind = 'month' | 'owner' | 'customer';

export interface Leg {
  readonly kind: LegKind;
  /** Gets +amount, the other end −amount. */
  readonly from: LineAt;
  readonly to: LineAt;
  readonly amount: Minor;
}

/**
 * The legs that carry `amount` from one end to the other. The month leg stays with the customer and owner of the end in
 * the earlier month; owner, then customer, change in the later month. Ends on one line have no legs.
 * @param amount the contribution at `a`; that at `b` is its opposite.
 */
export function legsOf(a: LineAt, b: LineAt, amount: Minor, lines: LineBook): readonly Leg[] {
  if (amount === 0 || a === b) return NONE;
  if (b.month < a.month) return legsOf(b, a, -amount, lines);
  const [isOneOwner, isOneCustomer] = [a.owner === b.owner, a.customer === b.customer];
  if (isOneOwner && isOneCustomer) return [{ kind: 'month', from: a, to: b, amount }];
  const inLater = a.month === b.month ? a : lines.at(a.customer, b.month, a.owner);
  const ownerChanged = isOneOwner ? inLater : isOneCustomer ? b : lines.at(a.customer, b.month, b.owner);
  const legs: Leg[] = [];
  if (a.month !== b.month) legs.push({ kind: 'month', from: a, to: inLater, amount });
  if (!isOneOwner) legs.push({ kind: 'owner', from: inLater, to: ownerChanged, amount });
  if (!isOneCustomer) legs.push({ kind: 'customer', from: ownerChanged, to: b, amount });
  return legs;
}

const NONE: readonly Leg[] = [];
