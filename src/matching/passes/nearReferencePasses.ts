/** Receipts whose numbers are an invoice's but for a digit: where the amount or the customer agrees and no other is as near. */

import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { STEPS_A_SEARCH } from '../desk';
import type { Block } from '../blocks';
import type { Desk } from '../desk';
import { label } from '../label';
import { nearNumbers, nearNumbersAmong, unknownQuotes } from '../nearNumbers';
import type { NearNumber } from '../nearNumbers';
import { isTimely, maySettle, timeEvidence, waiting, waitingBlocks } from '../payable';
import { findSubset } from '../subset';
import type { Finding } from './pass';
import { byOpenAmount } from './receiptPasses';
import { isExact, settle } from './settle';
import type { Meant } from './settle';

const KIND = 'invoice-receipt';
/** Invoices nearly named by one receipt among which the amount may choose. */
const MOST_CHOSEN = 24;
/** How much nearer one must be than the next where no amount agrees. */
const LEAST_GAP = 3;

/** Receipts that pay to the cent what they nearly name. */
export function* nearlyNamed(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    for (const receipt of receipts) {
      const near = nearOf(desk, receipt, nearNumbersOf(desk, block, receipt));
      const agreed = agreeing(desk, block, receipt, near);
      if (agreed !== null) yield { links: settle(desk, receipt, toMeant(desk, receipt, agreed, near)) };
    }
  }
}

/** Receipts that pay a part, or more, of the one invoice that they nearly name. */
export function* partOfNearlyNamed(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    for (const receipt of receipts) {
      const near = nearOf(desk, receipt, nearNumbersOf(desk, block, receipt));
      const [best, next] = [...near].sort((a, b) => b.evidence.weight - a.evidence.weight);
      if (best === undefined || !isTimely(desk, best.invoice, receipt)) continue;
      if (next !== undefined && best.evidence.weight - next.evidence.weight < LEAST_GAP) continue;
      const links = settle(desk, receipt, toMeant(desk, receipt, [best], near));
      if (links.length > 0) yield { links };
    }
  }
}

/** Invoices of one amount among which an unknown payer's number is looked for. */
const MOST_OF_AMOUNT = 300;

/** Receipts of unknown payers that pay to the cent an invoice that they nearly name. */
export function* strangerNearlyNamed(desk: Desk): Generator<Finding> {
  const strangers = waiting(desk, desk.receipts).filter((receipt) => desk.customerOf(receipt) === undefined);
  const byAmount = strangers.length === 0 ? new Map<Minor, Invoice[]>() : byOpenAmount(desk, desk.invoices);
  for (const receipt of strangers) {
    const quotes = unknownQuotes(desk, receipt);
    const ofAmount = quotes.length === 0 ? [] : (byAmount.get(desk.open.free(KIND, receipt)) ?? []);
    if (ofAmount.length === 0 || ofAmount.length > MOST_OF_AMOUNT) continue;
    const equal = ofAmount.filter(
      (invoice) => invoice.currency === receipt.currency && isTimely(desk, invoice, receipt) && isExact(desk, invoice, receipt),
    );
    const near = nearOf(desk, receipt, nearNumbersAmong(desk, equal).near(quotes));
    const [only, other] = near;
    if (only !== undefined && other === undefined) yield { links: settle(desk, receipt, toMeant(desk, receipt, near, near)) };
  }
}

function nearNumbersOf(desk: Desk, block: Block, receipt: Receipt): readonly NearNumber[] {
  const quotes = unknownQuotes(desk, receipt);
  return quotes.length === 0 ? [] : nearNumbers(desk, block).near(quotes);
}

function nearOf(desk: Desk, receipt: Receipt, near: readonly NearNumber[]): readonly NearNumber[] {
  return near.filter(({ invoice }) => desk.open.due(invoice, receipt.day) > 0 && maySettle(desk, invoice, receipt));
}

function agreeing(desk: Desk, block: Block, receipt: Receipt, near: readonly NearNumber[]): readonly NearNumber[] | null {
  const exact = near.filter(({ invoice }) => isExact(desk, invoice, receipt));
  if (exact.length > 0) return exact.length === 1 ? exact : null;
  if (near.length < 2 || near.length > MOST_CHOSEN) return null;
  const dues = near.map(({ invoice }) => desk.open.due(invoice, receipt.day));
  const rules = { minItems: 2, maxItems: near.length, steps: STEPS_A_SEARCH, equalsAlike: false };
  const chosen = findSubset(dues, desk.open.free(KIND, receipt), rules, block.budget);
  return chosen.outcome === 'found' ? chosen.items.map((at) => near[at] as NearNumber) : null;
}

function toMeant(desk: Desk, receipt: Receipt, chosen: readonly NearNumber[], near: readonly NearNumber[]): Meant[] {
  const left = near.find((other) => !chosen.includes(other));
  const runnerUp = left === undefined ? '' : `${label(left.invoice)}: nearly named too, ${left.evidence.weight} by its number`;
  return chosen.map(({ invoice, evidence }) => ({ invoice, why: [evidence, timeEvidence(desk, invoice, receipt)], runnerUp }));
}
