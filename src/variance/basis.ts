/** Deals as the definitions book them: which date wins, what the amount means, how renewals count. */

import type { Minor } from '../domain/money';
import type { Deal } from '../domain/record';
import type { Settled } from '../settings/settle';
import { dealKind } from './reasons/contract';
import { termOf } from './reasons/plan';

type Basis = Pick<Settled, 'wonDatedBy' | 'amountMeans' | 'bookedAs' | 'renewals'>;

/** A deal under the definitions; the same one where they take it as it stands. */
export function booked(deal: Deal, basis: Basis): Deal {
  return dated(valued(upliftOnly(deal, basis), basis), basis);
}

/** Without the chosen date, a deal keeps its close date: it is then for the reasons to ask why. */
function dated(deal: Deal, { wonDatedBy }: Basis): Deal {
  const day = wonDatedBy === 'signed' ? deal.signed : wonDatedBy === 'start' ? deal.start : null;
  return day === undefined || day === null || day === deal.day ? deal : { ...deal, day, closed: deal.day };
}

/** Months' worth of the contract in the amount, and in what is to be shown; null where nothing is to be turned. */
function valued(deal: Deal, { amountMeans, bookedAs }: Basis): Deal {
  const shown = bookedAs !== 'as the amount means' ? bookedAs : amountMeans === 'monthly' ? 'total' : amountMeans;
  const term = termOf(deal);
  if (shown === amountMeans || term === null) return deal;
  const months = { total: term, annual: 12, monthly: 1, 'first year': Math.min(12, term) };
  return times(deal, months[shown], months[amountMeans]);
}

/**
 * What was there before is not sold again: a renewal counts by its change against it, below zero where it renews for less.
 * What is below zero already is the change itself, and so is an expansion of less than was there before.
 */
function upliftOnly(deal: Deal, { renewals }: Basis): Deal {
  const { amount, priorAmount } = deal;
  const kind = dealKind(deal);
  if (renewals === 'full' || kind === 'other' || priorAmount === undefined || priorAmount === null || priorAmount <= 0)
    return deal;
  if (amount < 0 || (kind === 'expansion' && priorAmount > amount)) return deal;
  const change = amount - priorAmount;
  // Nothing says what a part of a converted zero is.
  const turned = amount === 0 ? { ...deal, reportingAmount: null } : times(deal, change, amount);
  return { ...turned, amount: change, lines: [] };
}

/** Every amount of a deal by the same share; each is rounded once. */
function times(deal: Deal, numerator: number, denominator: number): Deal {
  const of = (amount: Minor): Minor => Math.round((amount * numerator) / denominator);
  return {
    ...deal,
    amount: of(deal.amount),
    reportingAmount: deal.reportingAmount === null ? null : of(deal.reportingAmount),
    tax: of(deal.tax),
    discount: of(deal.discount),
    margin: of(deal.margin),
    ...(deal.lines === undefined ? {} : { lines: deal.lines.map((line) => ({ ...line, amount: of(line.amount) })) }),
  };
}
