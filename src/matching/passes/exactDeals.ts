/** Deals and documents of the same amount, paired by nearness in time. */

import type { Deal, Invoice } from '../numbered';
import { dateEvidence, freeDocuments, inWindow, openDeals, sameDeal, unbilled } from '../dealWindow';
import { byDayAndKey, CANDIDATES_SHOWN } from '../desk';
import type { Desk } from '../desk';
import type { Block } from '../blocks';
import { groupBy } from '../groupBy';
import { label } from '../label';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { nearestFitting } from '../openList';
import type { Finding } from './pass';

/** Rivals looked at for one invoice at a time: the nearest. */
const MOST_RIVALS = 12;
/** Where all the rivals of an invoice went to others, it looks at the next ones; so many times. */
const MOST_ROUNDS = 4;

/** One deal and one document of the same amount, customer and currency. */
export function* exactDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const open = openDeals(desk, block.deals);
    const documents = open.length === 0 ? [] : freeDocumentsOf(desk, block);
    if (documents.length === 0) continue;
    const byAmount = groupBy(documents, ({ amount }) => amount);
    for (const [amount, deals] of groupBy(open, (deal) => desk.open.deal(deal))) {
      const equal = byAmount.get(amount);
      if (equal !== undefined) yield* pairEquals(desk, deals, equal, 'equal');
    }
  }
}

function freeDocumentsOf(desk: Desk, block: Block): readonly Invoice[] {
  const invoices = unbilled(desk, block);
  const credits = freeDocuments(desk, block.credits);
  return credits.length === 0 ? invoices : [...invoices, ...credits].sort(byDayAndKey);
}

/** One deal and one invoice that equals it once what credits took back is taken off: the deal was corrected, the invoice credited. */
export function* creditedDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    if (block.credits.length === 0) continue;
    const credited = unbilled(desk, block).filter((invoice) => {
      const left = desk.open.uncredited(invoice);
      return left > 0 && left < invoice.amount;
    });
    if (credited.length === 0) continue;
    const byAmount = groupBy(credited, (invoice) => desk.open.uncredited(invoice));
    for (const [amount, deals] of groupBy(openDeals(desk, block.deals), (deal) => desk.open.deal(deal))) {
      const equal = byAmount.get(amount);
      if (equal !== undefined) yield* pairEquals(desk, deals, equal, 'equal after credits');
    }
  }
}

/** Pairs deals and documents of one amount, round by round while documents are left whose nearest deals all went to others. */
function* pairEquals(desk: Desk, deals: readonly Deal[], invoices: readonly Invoice[], level: string): Generator<Finding> {
  const done = new Set<Deal | Invoice>();
  let left = invoices;
  for (let round = 0; round < MOST_ROUNDS && left.length > 0; round++) {
    const open = deals.filter((deal) => !done.has(deal));
    const pairings = left.map((invoice) => rivalsOf(desk, open, invoice));
    yield* pairNearest(desk, pairings.flat(), done, level);
    left = left.filter((invoice, i) => !done.has(invoice) && pairings[i]?.length === MOST_RIVALS);
  }
  const open = deals.filter((deal) => !done.has(deal));
  for (const invoice of left) {
    const candidates = rivalsOf(desk, open, invoice).slice(0, CANDIDATES_SHOWN);
    const why = `looked at the ${MOST_ROUNDS * MOST_RIVALS} nearest deals of the same amount`;
    if (candidates.length > 0)
      yield { search: { anchor: invoice, outcome: 'stopped', candidates: candidates.map(({ deal }) => [deal.key]), why } };
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
function* pairNearest(desk: Desk, pairings: Pairing[], done: Set<Deal | Invoice>, level: string): Generator<Finding> {
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
      const why = `${contested.size} deals of the same amount, none nearer by more than ${matchDays} days`;
      yield { search: { anchor: invoice, outcome: 'ambiguous', candidates, why } };
      continue;
    }
    done.add(invoice);
    done.add(deal);
    const rival = (ofInvoice.get(invoice) ?? []).find((other) => other.deal !== deal && !done.has(other.deal));
    yield {
      links: [
        {
          left: deal,
          right: invoice,
          allocated: invoice.amount,
          evidence: [evidence('amount', level, 8), customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, invoice)],
          ...(rival === undefined ? {} : { runnerUp: lostBy(rival, invoice, daysApart(deal, invoice)) }),
        },
      ],
    };
  }
}

function daysApart(deal: Deal, invoice: Invoice): number {
  return Math.abs(invoice.day - deal.day);
}

function lostBy({ deal }: Pairing, invoice: Invoice, days: number): string {
  return `${label(deal)}: the same amount, but ${daysApart(deal, invoice)} days from the invoice, not ${days}`;
}
