/** Invoices that run on where a contract of their customer ended: renewals that nobody booked. */

import type { Deal, Invoice } from '../../domain/record';
import type { Books } from './books';
import { bills } from './plan';
import type { Single } from './single';

/** How far apart one contract's end and the next one's start may lie, in days. */
export const NEXT_TERM = 45;
/** What a renewal is dearer by at most. */
const MOST_UPLIFT = 0.15;

/** The contract that an invoice may renew, billed as before or somewhat dearer; "" where none fits. The one that ended nearest comes first. */
export function renewalOf({ record }: Single, books: Books): string {
  if (record.role !== 'invoice') return '';
  const from = record.serviceStart ?? record.day;
  const ended = books
    .dealsOf(record)
    .filter(({ end, currency }) => end !== null && currency === record.currency && Math.abs(from - end) <= NEXT_TERM)
    .filter((deal) => pricesOf(deal, books).some((price) => isAsBefore(record, price)))
    .sort((a, b) => Math.abs(from - (a.end ?? from)) - Math.abs(from - (b.end ?? from)));
  return ended[0]?.id ?? '';
}

/** What was sold for the term, and what each bill was. */
function pricesOf(deal: Deal, books: Books): readonly number[] {
  return [deal.amount, ...bills(deal, books).map(({ amount }) => amount)];
}

function isAsBefore({ amount }: Invoice, price: number): boolean {
  return price > 0 && amount >= price && amount <= price * (1 + MOST_UPLIFT);
}
