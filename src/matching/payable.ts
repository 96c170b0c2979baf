/** Which receipts still wait for an invoice, which invoices they may pay, and what speaks for it. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import type { Invoice, Receipt } from './numbered';
import { gross } from './allocation';
import type { Block } from './blocks';
import type { Desk } from './desk';
import { evidence } from './matchWeight';
import { OpenList } from './openList';
import type { Bounds } from './openList';

const KIND = 'invoice-receipt';
/** Days after which an open invoice is no longer looked for by sums or nearness; by exact amount and by order it still is. */
const LONGEST = 731;

/** Nobody refused the link or is asked what pays the invoice, and no other receipt that still waits names it. */
export function maySettle(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  const claimant = desk.claimantOf.get(invoice);
  if (claimant !== undefined && claimant !== receipt) return false;
  return !desk.isUnsettled(KIND, invoice) && !desk.isRefused(KIND, invoice, receipt);
}

/** Money of a receipt that no link carries yet; nothing where some does or a person is asked about it. */
export function waitingAmount(desk: Desk, receipt: Receipt): Minor {
  if (desk.isLinked(KIND, receipt) || desk.isUnsettled(KIND, receipt)) return 0;
  return desk.open.free(KIND, receipt);
}

/**
 * Receipts with money that no link carries yet and no person is asked about. Who waits no longer never waits again: only those
 * are looked at who waited when it was last asked.
 */
export function waiting(desk: Desk, of: Desk | Block): readonly Receipt[] {
  of.waiting = of.waiting.filter((receipt) => waitingAmount(desk, receipt) > 0);
  return of.waiting;
}

/** What a payment leaves of an invoice up to this share is taken for a deduction. */
export const MOST_DEDUCTED = 0.05;

/** The blocks in which receipts wait, with these. */
export function* waitingBlocks(desk: Desk): Generator<{ readonly block: Block; readonly receipts: readonly Receipt[] }> {
  for (const block of desk.blocks) {
    const receipts = waiting(desk, block);
    if (receipts.length > 0) yield { block, receipts };
  }
}

/**
 * The most that is open of an invoice, before credits, which count from their own day. Nothing where a payment left no more
 * than a deduction: that is for a person to allow or to ask for, not a debt that the next payment settles.
 */
export function owed(desk: Desk, invoice: Invoice): Minor {
  const due = desk.open.dueBeforeCredits(invoice);
  const isRest = due > 0 && desk.isLinked(KIND, invoice) && due <= MOST_DEDUCTED * gross(invoice);
  return isRest ? 0 : due;
}

/** The invoices of a block that payments do not cover, whatever credits do. What is paid stays so: fewer as the passes go. */
export function unpaid(desk: Desk, block: Block): readonly Invoice[] {
  block.unpaid = block.unpaid.filter((invoice) => desk.open.dueBeforeCredits(invoice) > 0);
  return block.unpaid;
}

/** The invoices of a block on which anything is owed, with how much. */
export function openInvoices(desk: Desk, block: Block): OpenList<Invoice> {
  return new OpenList(
    unpaid(desk, block).filter((invoice) => owed(desk, invoice) > 0),
    (invoice) => owed(desk, invoice),
  );
}

/** The most that may be listed as open of an invoice on which no more than an amount is due: credits still to come are not off it. */
export function mostOpen({ credits }: Block, due: Minor): Minor {
  return credits.length > 0 ? Infinity : due;
}

/** Days of the invoices that a receipt may pay by amount: none dated later than it but for days of no account. */
export function payableDays(desk: Desk, receipt: Receipt): Pick<Bounds, 'from' | 'to'> {
  return { from: receipt.day - LONGEST, to: receipt.day + desk.options.matchDays };
}

/** The last day on which an invoice is still paid in the usual time, and some. */
export function usuallyPaidBy(desk: Desk, invoice: Invoice): number {
  return Math.max(invoice.due ?? 0, invoice.day) + 2 * desk.options.paymentTime + desk.options.matchDays;
}

/** Whether a receipt lies between an invoice and the end of the usual time to pay it. */
export function isTimely(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  return receipt.day >= invoice.day - desk.options.matchDays && receipt.day <= usuallyPaidBy(desk, invoice);
}

const IN_NORMAL_TIME = evidence('date', 'within the normal time to pay', 2);

/** When a receipt came: paying before the due day is as usual as paying some time after it. */
export function timeEvidence(desk: Desk, invoice: Invoice, receipt: Receipt): Evidence {
  const { matchDays, paymentTime } = desk.options;
  const early = invoice.day - receipt.day;
  if (early > matchDays) return evidence('date', `${early} days before the invoice`, -1);
  const late = receipt.day - (invoice.due ?? invoice.day);
  return late <= paymentTime + matchDays ? IN_NORMAL_TIME : evidence('date', `${late} days later`, 0);
}
