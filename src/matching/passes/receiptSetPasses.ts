/** Receipts and invoices that meet as sets: one payment of several invoices, several part payments of one. */

import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../../domain/record';
import { STEPS_A_SEARCH } from '../desk';
import type { Block, Desk } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { OpenList } from '../openList';
import type { Finding } from './passes';
import { maySettle, openInvoices, payableDays, waiting, waitingAmount } from '../payable';
import { couldTell, sumEvidence, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import type { SubsetResult } from '../subset';

const MOST_ITEMS = 10;
/** Where a customer has more open invoices than these, sums are looked for among the latest. */
const MOST_OPEN = 200;
/** More part payments of one invoice than these prove little by adding up. */
const SMALL_GROUP = 4;

/** Invoices of the customer that add up to the receipt; of equal amounts the oldest. */
export function* subsetOfInvoices(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const open = openInvoices(desk, block);
    for (const receipt of waiting(desk, block.receipts)) {
      const target = waitingAmount(desk, receipt);
      const bounds = { ...payableDays(desk, receipt), least: 1, most: Infinity };
      const payable = open.latest(
        bounds,
        MOST_OPEN,
        (invoice) => desk.open.due(invoice, receipt.day) > 0 && maySettle(desk, invoice, receipt),
      );
      const { invoices, amounts, result } = searchNearThenAll(desk, block, payable.records, receipt, target);
      if (result.outcome === 'nothing') {
        if (payable.cut && couldTell(payable.open, amounts, target)) yield { cut: receipt.key };
      } else if (result.outcome === 'found') {
        const sum = sumEvidence(result.items.length, amounts, target);
        const set = result.items.map((i) => ({ invoice: invoices[i] as Invoice, allocated: amounts[i] ?? 0 }));
        yield {
          links: set.map(({ invoice, allocated }) => ({
            left: invoice,
            right: receipt,
            allocated,
            evidence: [sum, customerEvidence(desk, invoice, receipt)],
          })),
        };
        open.refresh(set.map(({ invoice }) => invoice));
      } else {
        const candidates = result.sets.map((set) => set.map((i) => invoices[i]?.key ?? ''));
        yield { search: { anchor: receipt.key, outcome: result.outcome, candidates } };
      }
    }
  }
}

interface Searched {
  readonly invoices: readonly Invoice[];
  readonly amounts: readonly Minor[];
  readonly result: SubsetResult;
}

/** Bills that are paid together mostly fall due together: those near the receipt first, then all that is open. */
function searchNearThenAll(desk: Desk, block: Block, open: readonly Invoice[], receipt: Receipt, target: Minor): Searched {
  const reach = 2 * desk.options.paymentTime + desk.options.matchDays;
  const search = (invoices: readonly Invoice[]): Searched => {
    const amounts = invoices.map((invoice) => desk.open.due(invoice, receipt.day));
    return { invoices, amounts, result: searchSet(block, amounts, target) };
  };
  const near = open.filter(
    ({ day, due }) => Math.min(Math.abs(receipt.day - day), Math.abs(receipt.day - (due ?? day))) <= reach,
  );
  const first = search(near);
  return first.result.outcome !== 'nothing' || near.length === open.length ? first : search(open);
}

/** First the sizes at which a set proves something, among all that is open; only then larger ones, as far as they can be searched. */
function searchSet(block: Block, amounts: readonly Minor[], target: Minor): SubsetResult {
  const rules = { minItems: 2, steps: STEPS_A_SEARCH, equalsAlike: true };
  const telling = tellingSize(amounts, target, MOST_ITEMS);
  const small = telling < 2 ? null : findSubset(amounts, target, { ...rules, maxItems: telling }, block.budget);
  return small !== null && small.outcome !== 'nothing'
    ? small
    : findSubset(amounts, target, { ...rules, maxItems: MOST_ITEMS }, block.budget);
}

/** Part payments of the customer, near each other and the invoice, that add up to what is open of it. */
export function* receiptsOfInvoice(desk: Desk): Generator<Finding> {
  const reach = 2 * desk.options.paymentTime + desk.options.matchDays;
  for (const block of desk.blocks) {
    const free = new OpenList(block.receipts, (receipt) => waitingAmount(desk, receipt));
    for (const invoice of block.invoices) {
      const due = desk.open.dueAfterCredits(invoice);
      if (due <= 0) continue;
      const until = Math.max(invoice.due ?? 0, invoice.day) + reach;
      const receipts = free
        .within({ from: invoice.day - desk.options.matchDays, to: until, least: 1, most: Infinity })
        .filter((receipt) => maySettle(desk, invoice, receipt));
      const amounts = receipts.map((receipt) => free.open(receipt));
      const maxItems = tellingSize(amounts, due, SMALL_GROUP);
      if (maxItems < 2) continue;
      const rules = { minItems: 2, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false };
      const result = findSubset(amounts, due, rules, block.budget);
      if (result.outcome !== 'found') continue;
      const sum = sumEvidence(result.items.length, amounts, due);
      const set = result.items.map((i) => receipts[i] as Receipt);
      yield {
        links: set.map((receipt) => ({
          left: invoice,
          right: receipt,
          allocated: free.open(receipt),
          evidence: [sum, customerEvidence(desk, invoice, receipt)],
        })),
      };
      free.refresh(set);
    }
  }
}
