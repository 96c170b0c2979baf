/** What may lie behind a difference but is in no column: named as possible, never asserted. */

import type { Deal } from '../../domain/record';
import { LEAST_MARGIN, MOST_MARGIN } from '../partnerFees';
import { billsOf, partners } from './books';
import type { Books } from './books';
import { billsChange, dealKind, overlapped } from './contract';
import type { Code } from './index';
import { bills, monthsLater } from './plan';
import type { Single } from './single';

const dealOf = (single: Single, books: Books): Deal | null => {
  const { record } = single;
  const [deal] = record.role === 'deal' ? [record] : partners(books, record.key, 'deal-invoice');
  return deal?.role === 'deal' ? deal : null;
};

/** Discounts are agreed in steps of five percent. */
const DISCOUNT_STEP = 0.05;
const MOST_DISCOUNT = 0.5;
/** Usual rates of value added and sales tax. */
const TAX_RATES = [
  0.05, 0.055, 0.06, 0.07, 0.077, 0.08, 0.081, 0.1, 0.13, 0.15, 0.16, 0.17, 0.19, 0.2, 0.21, 0.22, 0.23, 0.24, 0.25,
];
const SAME_RATIO = 0.0005;

/** A value difference by its ratio alone: tax, partner's margin, discount; or an amendment, where the bills change for good. */
export function valueHints(single: Single, books: Books): Code[] {
  const { rest, entry } = single;
  const deal = dealOf(single, books);
  const ratio = rest / entry.reportingTotal;
  const net = entry.reportingTotal - rest;
  const steps = ratio / DISCOUNT_STEP;
  const found: Code[] = [];
  if (net > 0 && TAX_RATES.some((rate) => Math.abs(rest / net - rate) < SAME_RATIO)) found.push('D4');
  if (ratio >= LEAST_MARGIN && ratio <= MOST_MARGIN) found.push('D5');
  if (ratio <= MOST_DISCOUNT && Math.round(steps) >= 1 && Math.abs(steps - Math.round(steps)) * DISCOUNT_STEP < SAME_RATIO)
    found.push('D10');
  if (deal !== null && billsChange(deal, books)) found.push('Q7');
  return found;
}

/** More billed than sold: a renewal counted by its uplift, or an amendment that nobody put into the deal. */
export function excessHints(single: Single, books: Books): Code[] {
  const deal = dealOf(single, books);
  if (deal === null) return [];
  return [
    ...(dealKind(deal) === 'other' ? [] : (['D6'] as const)),
    ...(deal.amended === undefined && billsChange(deal, books) ? (['Q7'] as const) : []),
  ];
}

/** Less billed than sold: an expansion on its way to billing, a price that did not rise. */
export function unbilledHints(single: Single, books: Books): Code[] {
  const deal = dealOf(single, books);
  if (deal === null) return [];
  const nothing = billsOf(books, deal.key).length === 0;
  const found: Code[] = [];
  if (nothing && dealKind(deal) === 'expansion') found.push('Q8');
  if (dealKind(deal) !== 'other' && overlapped(deal, books) !== null) found.push('T16');
  if (!nothing && priceStands(deal, books)) found.push('Q9');
  return found;
}

/** One price before and after the end of a discount, or past a year. */
function priceStands(deal: Deal, books: Books): boolean {
  const all = bills(deal, books);
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined || all.length < 2 || all.some(({ amount }) => amount !== first.amount))
    return false;
  const turns = deal.discountEnds ?? monthsLater(deal.start ?? first.day, 12);
  return first.day < turns && last.day >= turns;
}
