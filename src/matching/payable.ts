/** Which receipts still wait for an invoice, and which invoices they may pay. */

import type { Minor } from '../domain/money';
import type { Invoice, Receipt } from '../domain/record';
import type { Block, Desk } from './desk';
import { OpenList } from './openList';
import type { Bounds } from './openList';

const KIND = 'invoice-receipt';
/** Days after which an open invoice is no longer looked for by sums or nearness; by exact amount and by order it still is. */
const LONGEST = 731;

export function maySettle(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  return !desk.isRefused(KIND, invoice.key, receipt.key);
}

/** Money of a receipt that no link carries yet; nothing where some does or a person is asked about it. */
export function waitingAmount(desk: Desk, receipt: Receipt): Minor {
  if (desk.isLinked(KIND, receipt.key) || desk.isUnsettled(KIND, receipt.key)) return 0;
  return desk.open.free(KIND, receipt);
}

/** Receipts with money that no link carries yet and no person is asked about. */
export function waiting(desk: Desk, receipts: readonly Receipt[]): Receipt[] {
  return receipts.filter((receipt) => waitingAmount(desk, receipt) > 0);
}

/** The invoices of a block with the most that is open of each: before credits, which count from their own day. */
export function openInvoices(desk: Desk, block: Block): OpenList<Invoice> {
  return new OpenList(block.invoices, (invoice) => desk.open.dueBeforeCredits(invoice));
}

/** Days of the invoices that a receipt may pay by amount: none dated later than it but for days of no account. */
export function payableDays(desk: Desk, receipt: Receipt): Pick<Bounds, 'from' | 'to'> {
  return { from: receipt.day - LONGEST, to: receipt.day + desk.options.matchDays };
}
