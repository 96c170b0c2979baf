/** Amendments that state their contract's new total, as the change that they made. */

import type { Deal } from '../domain/record';
import { byDay, index, namesOf } from './reasons/books';

/**
 * What was sold before is not sold again: an amendment's amount less what its contract came to until then. Others, and those
 * whose contract has no earlier deal of their currency, are the same ones.
 */
export function asIncrements(deals: readonly Deal[]): readonly Deal[] {
  if (!deals.some(({ isNewTotal }) => isNewTotal === true)) return deals;
  const byName = index(byDay(deals), namesOf);
  return deals.map((deal) => {
    if (deal.isNewTotal !== true) return deal;
    const before = byDay([...new Set(namesOf(deal).flatMap((name) => byName.get(name) ?? []))]).filter(
      (other) => other.day < deal.day && other.currency === deal.currency,
    );
    if (before.length === 0) return deal;
    const total = before.reduce((sum, { isNewTotal, amount }) => (isNewTotal === true ? amount : sum + amount), 0);
    const converted =
      deal.reportingAmount === null || deal.amount === 0 ? null : deal.reportingAmount * (1 - total / deal.amount);
    return {
      ...deal,
      amount: deal.amount - total,
      reportingAmount: converted === null ? null : Math.round(converted),
      ...(deal.lines === undefined ? {} : { lines: [] }),
    };
  });
}
