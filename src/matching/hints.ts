/** The nearest candidate of a document that stayed without a deal: a hint for a person, never in the numbers. */

import type { Hint } from '../domain/link';
import type { Deal, Invoice } from '../domain/record';
import { invoiceable } from './allocation';
import type { Desk } from './desk';

/** A deal whose amount differs by more is no candidate worth naming. */
const NEAR = 0.5;

/** For each invoice without a deal the customer's open deal of the nearest amount. */
export function nearestCandidates(desk: Desk): Hint[] {
  return desk.blocks.flatMap((block) => {
    const deals = block.deals.filter((deal) => desk.open.deal(deal) > 0).sort((a, b) => desk.open.deal(a) - desk.open.deal(b));
    if (deals.length === 0) return [];
    return block.invoices
      .filter(({ key, amount }) => amount > 0 && !desk.isLinked('deal-invoice', key) && !desk.isUnsettled('deal-invoice', key))
      .flatMap((invoice) => {
        const deal = nearest(desk, deals, invoice);
        return deal === null ? [] : [{ record: invoice.key, candidate: deal.key, reason: reasonFor(desk, deal, invoice) }];
      });
  });
}

/** The deal of the nearest open amount, by halving; deals are sorted by it. */
function nearest(desk: Desk, deals: readonly Deal[], invoice: Invoice): Deal | null {
  let [from, to] = [0, deals.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (desk.open.deal(deals[middle] as Deal) < invoice.amount) from = middle + 1;
    else to = middle;
  }
  const away = (deal: Deal | undefined): number =>
    deal === undefined ? Infinity : Math.abs(desk.open.deal(deal) - invoice.amount);
  const [below, above] = [deals[from - 1], deals[from]];
  const best = away(below) < away(above) ? below : above;
  return best === undefined || away(best) > NEAR * invoice.amount ? null : best;
}

function reasonFor(desk: Desk, deal: Deal, invoice: Invoice): string {
  const days = Math.abs(invoice.day - deal.day);
  const when = invoice.day < deal.day ? 'before' : 'after';
  const whole = desk.open.deal(deal) === invoiceable(deal) ? 'amount' : 'open amount';
  return `nearest ${whole} of the customer, invoice ${days} days ${when} the close`;
}
