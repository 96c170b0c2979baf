/** Deals and documents of the same amount, paired by nearness in time. */

import type { Deal, Invoice } from '../../domain/record';
import { dateEvidence, freeInvoices, inWindow, openDeals, sameDeal } from '../dealWindow';
import { byDayAndKey, CANDIDATES_SHOWN } from '../desk';
import type { Desk } from '../desk';
import { groupBy } from '../groupBy';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { nearestFitting } from '../openList';
import type { Finding } from './passes';

/** Rivals looked at for one invoice at a time: the nearest. */
const MOST_RIVALS = 12;
/** Where all the rivals of an invoice went to others, it looks at the next ones; so many times. */
const MOST_ROUNDS = 4;

/** One deal and one document of the same amount, customer and currency. */
export function* exactDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const documents = freeInvoices(desk, [...block.invoices, ...block.credits].sort(byDayAndKey));
    const byAmount = groupBy(documents, ({ amount }) => amount);
    for (const [amount, deals] of groupBy(openDeals(desk, block.deals), (deal) => desk.open.deal(deal))) {
      const equal = byAmount.get(amount);
      if (equal !== undefined) yield* pairEquals(desk, deals, equal);
    }
  }
}

/** Pairs deals and documents of one amount, round by round while documents are left whose nearest deals all went to others. */
function* pairEquals(desk: Desk, deals: readonly Deal[], invoices: readonly Invoice[]): Generator<Finding> {
  const done = new Set<Deal | Invoice>();
  let left = invoices;
  for (let round = 0; round < MOST_ROUNDS && left.length > 0; round++) {
    const open = deals.filter((deal) => !done.has(deal));
    const pairings = left.map((invoice) => rivalsOf(desk, open, invoice));
    yield* pairNearest(desk, pairings.flat(), done);
    left = left.filter((invoice, i) => !done.has(invoice) && pairings[i]?.length === MOST_RIVALS);
  }
  const open = deals.filter((deal) => !done.has(deal));
  for (const invoice of left) {
    const candidates = rivalsOf(desk, open, invoice).slice(0, CANDIDATES_SHOWN);
    if (candidates.length > 0)
      yield { search: { anchor: invoice.key, outcome: 'stopped', candidates: candidates.map(({ deal }) => [deal.key]) } };
  }
}

interface Pairing {
  readonly deal: Deal;
  readonly invoice: Invoice;
  readonly distance: number;
}

/** The deals nearest to an invoice, nearest first. */
function rivalsOf(desk: Desk, deals: readonly Deal[], invoice: Invoice): Pairing[] {
  const { matchDays } = desk.options;
  // An invoice before the close is the odder explanation of two equally near ones.
  const distance = (close: number): number =>
    invoice.day >= close - matchDays ? Math.abs(invoice.day - close) : 2 * (close - invoice.day);
  return nearestFitting(
    deals,
    ({ day }) => day,
    invoice.day,
    distance,
    MOST_RIVALS,
    (deal) => inWindow(desk, deal, invoice),
  ).map((deal) => ({
    deal,
    invoice,
    distance: distance(deal.day),
  }));
}

/** Pairs nearest dates first; where fewer documents than near deals are left, none is chosen. */
function* pairNearest(desk: Desk, pairings: Pairing[], done: Set<Deal | Invoice>): Generator<Finding> {
  const { matchDays } = desk.options;
  pairings.sort((a, b) => a.distance - b.distance || byDayAndKey(a.deal, b.deal) || byDayAndKey(a.invoice, b.invoice));
  const ofInvoice = groupBy(pairings, ({ invoice }) => invoice);
  const ofDeal = groupBy(pairings, ({ deal }) => deal);
  /** Whether fewer open documents than these deals could be any of theirs. */
  const tooFewFor = (contested: ReadonlySet<Deal>): boolean => {
    const supply = new Set<Invoice>();
    for (const deal of contested) {
      for (const { invoice } of ofDeal.get(deal) ?? []) {
        if (!done.has(invoice)) supply.add(invoice);
        if (supply.size >= contested.size) return false;
      }
    }
    return true;
  };
  for (const { deal: nearest, invoice, distance: days } of pairings) {
    if (done.has(nearest) || done.has(invoice)) continue;
    const near = (ofInvoice.get(invoice) ?? []).filter(
      (other) => !done.has(other.deal) && Math.abs(other.distance - days) <= matchDays,
    );
    // Of a deal entered twice the first has the trail.
    const twins = near.filter((other) => sameDeal(other.deal, nearest, matchDays)).map((other) => other.deal);
    const deal = twins.sort(byDayAndKey)[0] ?? nearest;
    const others = near.filter((other) => !twins.includes(other.deal));
    const contested = new Set([deal, ...others.map((other) => other.deal)]);
    if (others.length > 0 && tooFewFor(contested)) {
      done.add(invoice);
      const candidates = [...contested].sort(byDayAndKey).map(({ key }) => [key]);
      yield { search: { anchor: invoice.key, outcome: 'ambiguous', candidates } };
      continue;
    }
    done.add(invoice);
    done.add(deal);
    const rival = near.find((other) => other.deal !== deal);
    yield {
      links: [
        {
          left: deal,
          right: invoice,
          allocated: invoice.amount,
          evidence: [evidence('amount', 'equal', 8), customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, invoice)],
          ...(rival === undefined ? {} : { runnerUp: `${label(rival.deal)}: the same amount, ${rival.distance} days apart` }),
        },
      ],
    };
  }
}

function label(record: Deal | Invoice): string {
  return record.id === '' ? record.key : record.id;
}
