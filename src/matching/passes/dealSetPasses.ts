/** Deals and invoices that meet as sets: one deal billed in parts, several deals billed as one. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, RecordKey } from '../../domain/record';
import {
  billableFrom,
  dateEvidence,
  EARLY,
  freeAmount,
  freeInvoices,
  inWindow,
  LONGEST_LEAD,
  openAmount,
  openDeals,
  YEAR,
} from '../dealWindow';
import { STEPS_A_SEARCH } from '../desk';
import type { Block, Desk } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { OpenList } from '../openList';
import type { Picked } from '../openList';
import type { Finding } from './passes';
import { couldTell, sumEvidence, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import type { SubsetResult } from '../subset';

const KIND = 'deal-invoice';
const MOST_ITEMS = 10;
/** Where a customer has more open documents than these, the nearest in time are searched for sets. */
const MOST_SEARCHED = 60;
/** Among many documents only small sets are searched: larger ones cost much and prove little. */
const MANY = 24;
const MOST_OF_MANY = 4;

interface Searched {
  readonly result: SubsetResult;
  readonly sum: Evidence;
}

/** The set of candidates that adds up to the target, with its evidence; sizes at which it would prove nothing are not searched. */
function searchSet(block: Block, amounts: readonly Minor[], target: Minor): Searched | null {
  const maxItems = tellingSize(amounts, target, amounts.length > MANY ? MOST_OF_MANY : MOST_ITEMS);
  if (maxItems < 2) return null;
  const result = findSubset(amounts, target, { minItems: 2, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false }, block.budget);
  if (result.outcome === 'nothing') return null;
  const items = result.outcome === 'found' ? result.items.length : (result.sets[0]?.length ?? maxItems);
  return { result, sum: sumEvidence(items, amounts, target) };
}

/** Whether a search that found nothing left candidates out among which a set would have told something. */
function wasCut({ cut, open }: Picked<unknown>, amounts: readonly Minor[], target: Minor): boolean {
  return cut && couldTell(open, amounts, target);
}

/** One deal, several invoices that add up to what is open of it. */
export function* splitDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const free = new OpenList(block.invoices, (invoice) => freeAmount(desk, invoice));
    for (const deal of openDeals(desk, block.deals)) {
      const target = desk.open.deal(deal);
      if (target <= 0) continue;
      const until =
        Math.max(deal.end ?? 0, deal.day + (deal.termMonths ?? 0) * 31, billableFrom(deal) + YEAR) + desk.options.invoicingLag;
      const bounds = { from: deal.day - EARLY, to: until, least: 1, most: target - 1 };
      const picked = free.earliest(bounds, MOST_SEARCHED, ({ key }) => !desk.isRefused(KIND, deal.key, key));
      const invoices = picked.records;
      const amounts = invoices.map(({ amount }) => amount);
      const found = searchSet(block, amounts, target);
      if (found === null) {
        if (wasCut(picked, amounts, target)) yield { cut: deal.key };
      } else if (found.result.outcome === 'found') {
        const set = found.result.items.map((i) => invoices[i] as Invoice);
        const date = dateEvidence(desk, deal, set[0] as Invoice);
        yield {
          links: set.map((invoice) => ({
            left: deal,
            right: invoice,
            allocated: invoice.amount,
            evidence: [found.sum, customerEvidence(desk, deal, invoice), date],
          })),
        };
        free.refresh(set);
      } else if (found.result.outcome !== 'nothing') {
        yield { search: { anchor: deal.key, outcome: found.result.outcome, candidates: keysOf(found.result.sets, invoices) } };
      }
    }
  }
}

/** One invoice, several deals whose open amounts add up to it. */
export function* combinedInvoice(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const open = new OpenList(block.deals, (deal) => openAmount(desk, deal));
    for (const invoice of freeInvoices(desk, block.invoices)) {
      if (invoice.amount <= 0) continue;
      const bounds = {
        from: invoice.day - LONGEST_LEAD,
        to: invoice.day + EARLY,
        least: 1,
        most: invoice.amount - 1,
      };
      const picked = open.nearest(bounds, invoice.day, MOST_SEARCHED, (deal) => inWindow(desk, deal, invoice));
      const deals = picked.records;
      const amounts = deals.map((deal) => desk.open.deal(deal));
      const found = searchSet(block, amounts, invoice.amount);
      if (found === null) {
        if (wasCut(picked, amounts, invoice.amount)) yield { cut: invoice.key };
      } else if (found.result.outcome === 'found') {
        const set = found.result.items.map((i) => ({ deal: deals[i] as (typeof deals)[number], allocated: amounts[i] ?? 0 }));
        yield {
          links: set.map(({ deal, allocated }) => {
            const list = [found.sum, customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, invoice)];
            return { left: deal, right: invoice, allocated, evidence: list };
          }),
        };
        open.refresh(set.map(({ deal }) => deal));
      } else if (found.result.outcome !== 'nothing') {
        yield { search: { anchor: invoice.key, outcome: found.result.outcome, candidates: keysOf(found.result.sets, deals) } };
      }
    }
  }
}

function keysOf(sets: readonly (readonly number[])[], records: readonly { readonly key: RecordKey }[]): RecordKey[][] {
  return sets.map((set) => set.map((i) => records[i]?.key ?? ''));
}
