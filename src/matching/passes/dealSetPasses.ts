/** Deals and invoices that meet as sets: one deal billed in parts, several deals billed as one. */

import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../../domain/record';
import { MOST_SEARCHED, searchSet } from '../dealSets';
import type { Candidates, SetFinding } from '../dealSets';
import {
  billableFrom,
  dateEvidence,
  EARLY,
  freeAmount,
  freeInvoices,
  inWindow,
  isInTime,
  LONGEST_LEAD,
  openAmount,
  openDeals,
  YEAR,
} from '../dealWindow';
import type { Block, Desk } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { OpenList } from '../openList';
import type { Finding } from './passes';

const KIND = 'deal-invoice';

/** One deal, several invoices that add up to what is open of it: as they were issued, else with what credits took back taken off. */
export function* splitDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const free = new OpenList(block.invoices, (invoice) => freeAmount(desk, invoice));
    const deals = openDeals(desk, block.deals);
    for (const deal of deals) {
      const target = desk.open.deal(deal);
      if (target <= 0) continue;
      const found = searchSplit(desk, block, free, deal, target, deals.length);
      if (found.outcome === 'found') {
        const [first] = found.set;
        const date = first === undefined ? [] : [dateEvidence(desk, deal, first)];
        yield {
          links: found.set.map((invoice) => ({
            left: deal,
            right: invoice,
            allocated: invoice.amount,
            evidence: [...found.why, customerEvidence(desk, deal, invoice), ...date],
            runnerUp: found.runnerUp,
          })),
        };
        free.refresh(found.set);
      } else yield* openSearch(deal, found);
    }
  }
}

function searchSplit(
  desk: Desk,
  block: Block,
  free: OpenList<Invoice>,
  deal: Deal,
  target: Minor,
  rivals: number,
): SetFinding<Invoice> {
  const until =
    Math.max(deal.end ?? 0, deal.day + (deal.termMonths ?? 0) * 31, billableFrom(deal) + YEAR) + desk.options.invoicingLag;
  const fits = ({ key }: Invoice): boolean => !desk.isRefused(KIND, deal.key, key);
  const search = (amountOf: (invoice: Invoice) => Minor, most: Minor): SetFinding<Invoice> => {
    const bounds = { from: deal.day - EARLY, to: until, least: 1, most };
    const { records, cut, open } = free.earliest(bounds, MOST_SEARCHED, fits);
    const candidates: Candidates<Invoice> = {
      near: records,
      all: cut ? () => free.within(bounds).filter(fits) : null,
      open,
      amountOf,
      rivals,
      isTimely: ([first]) => first !== undefined && isInTime(desk, deal, first),
    };
    return searchSet(block, candidates, target);
  };
  const issued = search(({ amount }) => amount, target - 1);
  if (issued.outcome !== 'nothing' || block.credits.length === 0) return issued;
  const afterCredits = search((invoice) => desk.open.uncredited(invoice), Infinity);
  return afterCredits.outcome === 'found' && afterCredits.set.some((one) => desk.open.uncredited(one) !== one.amount)
    ? afterCredits
    : issued;
}

/** One invoice, several deals whose open amounts add up to it. */
export function* combinedInvoice(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const open = new OpenList(block.deals, (deal) => openAmount(desk, deal));
    const invoices = freeInvoices(desk, block.invoices);
    for (const invoice of invoices) {
      if (invoice.amount <= 0) continue;
      const bounds = { from: invoice.day - LONGEST_LEAD, to: invoice.day + EARLY, least: 1, most: invoice.amount - 1 };
      const fits = (deal: Deal): boolean => inWindow(desk, deal, invoice);
      const picked = open.nearest(bounds, invoice.day, MOST_SEARCHED, fits);
      const candidates: Candidates<Deal> = {
        near: picked.records,
        all: picked.cut ? () => open.within(bounds).filter(fits) : null,
        open: picked.open,
        amountOf: (deal) => open.open(deal),
        rivals: invoices.length,
        isTimely: (set) => set.every((deal) => isInTime(desk, deal, invoice)),
      };
      const found = searchSet(block, candidates, invoice.amount);
      if (found.outcome === 'found') {
        yield {
          links: found.set.map((deal) => ({
            left: deal,
            right: invoice,
            allocated: open.open(deal),
            evidence: [...found.why, customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, invoice)],
            runnerUp: found.runnerUp,
          })),
        };
        open.refresh(found.set);
      } else yield* openSearch(invoice, found);
    }
  }
}

/** What a search without a set leaves behind. */
function* openSearch(
  anchor: Deal | Invoice,
  found: Exclude<SetFinding<Deal | Invoice>, { outcome: 'found' }>,
): Generator<Finding> {
  if (found.outcome === 'nothing') {
    if (found.cut) yield { cut: anchor.key };
    return;
  }
  const candidates = found.sets.map((set) => set.map(({ key }) => key));
  yield { search: { anchor: anchor.key, outcome: found.outcome, candidates, why: found.why } };
}
