/** Receipts to invoices by their amounts: exact, within tolerance, and from unknown payers. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import type { Desk } from '../desk';
import { pushTo } from '../groupBy';
import { customerEvidence, nearAmount } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { tolerance } from '../options';
import { quotedEvidence } from './naming';
import type { Finding } from './pass';
import { maySettle, mostOpen, openInvoices, payableDays, timeEvidence, unpaid, waiting, waitingBlocks } from '../payable';
import { isExact } from './settle';

const KIND = 'invoice-receipt';
/** Days within which an amount alone may point from an unknown payer to an invoice. */
const UNKNOWN_PAYER_WITHIN = 120;

/** By every amount at which an invoice can now be paid off. Kept once a block, checked again at each use. */
export function byOpenAmount(desk: Desk, invoices: readonly Invoice[]): Map<Minor, Invoice[]> {
  const map = new Map<Minor, Invoice[]>();
  for (const invoice of invoices) {
    const [due, afterCredits] = [desk.open.due(invoice, invoice.day), desk.open.dueAfterCredits(invoice)];
    if (due > 0) pushTo(map, due, invoice);
    if (afterCredits > 0 && afterCredits !== due) pushTo(map, afterCredits, invoice);
  }
  return map;
}

/** The two oldest that the receipt pays off exactly. */
function exactCandidates(desk: Desk, invoices: readonly Invoice[], receipt: Receipt): Invoice[] {
  const until = receipt.day + desk.options.matchDays;
  const found: Invoice[] = [];
  for (const invoice of invoices) {
    if (invoice.day > until || found.length === 2) break;
    if (isExact(desk, invoice, receipt) && maySettle(desk, invoice, receipt)) found.push(invoice);
  }
  return found;
}

function exactLink(desk: Desk, invoice: Invoice, receipt: Receipt, quoted: readonly Evidence[]): Finding {
  const list = [amountOf(receipt), customerEvidence(desk, invoice, receipt), ...quoted, timeEvidence(desk, invoice, receipt)];
  // A credit still to come is taken off by the customer already: no more than what it leaves is paid.
  return { links: [{ left: invoice, right: receipt, allocated: desk.open.free(KIND, receipt), evidence: list }] };
}

function amountOf(receipt: Receipt): Evidence {
  const level = receipt.fee + receipt.withheld === 0 ? 'equal' : 'equal with fee and tax withheld';
  return evidence('amount', level, 8);
}

/** The one open invoice of the customer with exactly the receipt's amount. */
export function* exactReceipt(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const byAmount = byOpenAmount(desk, unpaid(desk, block));
    for (const receipt of receipts) {
      const [only, other] = exactCandidates(desk, byAmount.get(desk.open.free(KIND, receipt)) ?? [], receipt);
      if (only !== undefined && other === undefined)
        yield exactLink(desk, only, receipt, quotedEvidence(desk, block, only, receipt));
    }
  }
}

/** A cent, or a bank's small charge, off the one open invoice that is so near. */
export function* nearReceipt(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const open = openInvoices(desk, block);
    for (const receipt of receipts) {
      const amount = desk.open.free(KIND, receipt);
      const near: Invoice[] = [];
      for (const invoice of open.within({
        ...payableDays(desk, receipt),
        least: amount - desk.options.matchAmount,
        most: mostOpen(block, amount + desk.options.matchAmount),
      })) {
        const due = desk.open.due(invoice, receipt.day);
        if (due <= 0 || Math.abs(due - amount) > tolerance(desk.options, due) || !maySettle(desk, invoice, receipt)) continue;
        near.push(invoice);
        if (near.length === 2) break;
      }
      const [only, other] = near;
      if (only === undefined || other !== undefined) continue;
      const list = [
        nearAmount('money'),
        customerEvidence(desk, only, receipt),
        ...quotedEvidence(desk, block, only, receipt),
        timeEvidence(desk, only, receipt),
      ];
      const allocated = Math.min(amount, desk.open.due(only, receipt.day));
      yield { links: [{ left: only, right: receipt, allocated, evidence: list }] };
      open.refresh([only]);
    }
  }
}

/** A receipt whose payer nobody knows, with the amount of just one open invoice of all customers. */
export function* strangerReceipt(desk: Desk): Generator<Finding> {
  const strangers = waiting(desk, desk).filter((receipt) => desk.customerOf(receipt) === undefined);
  if (strangers.length === 0) return;
  const byAmount = byOpenAmount(desk, desk.invoices);
  const wanted = new Map<string, number>();
  for (const receipt of strangers) {
    const key = `${desk.open.free(KIND, receipt)}|${receipt.currency}`;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  for (const receipt of strangers) {
    const amount = desk.open.free(KIND, receipt);
    // Two strangers with one amount cannot both have paid the one invoice.
    if (wanted.get(`${amount}|${receipt.currency}`) !== 1) continue;
    const near = (byAmount.get(amount) ?? []).filter(
      (invoice) => invoice.currency === receipt.currency && receipt.day - invoice.day <= UNKNOWN_PAYER_WITHIN,
    );
    const [only, other] = exactCandidates(desk, near, receipt);
    if (only === undefined || other !== undefined) continue;
    yield exactLink(desk, only, receipt, []);
  }
}
