/** What is left of receipts, to the oldest open invoices of the customer. */

import type { Invoice, Receipt } from '../numbered';
import type { Desk, Proposal } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { OpenList } from '../openList';
import { isTimely, maySettle, openInvoices, waitingBlocks } from '../payable';
import { quotesIn } from '../reference';
import { equalRivals } from './equalRivals';
import type { Finding } from './pass';
import { invoicesOfDeals } from './receiptReferences';

const KIND = 'invoice-receipt';

/** What is left goes to the customer's oldest open invoices; only a marked deposit may go to a later one. */
export function* oldestFirst(desk: Desk): Generator<Finding> {
  const beginnings = seriesBeginnings(desk.invoices);
  for (const { block, receipts } of waitingBlocks(desk)) {
    const open = openInvoices(desk, block);
    const rivalOf = equalRivals(desk, block);
    for (const receipt of receipts) {
      if (namesOther(desk, receipt) || namesEarlier(receipt, beginnings)) continue;
      const only = onlyOpen(open, receipt);
      const isMeant = only !== null && isPartOf(desk, only, receipt) && rivalOf(only, [receipt]).evidence.length === 0;
      let left = desk.open.free(KIND, receipt);
      const links: Proposal[] = [];
      const paid: Invoice[] = [];
      open.some(-Infinity, receipt.deposit ? Infinity : receipt.day, (invoice) => {
        const part = Math.min(left, desk.open.due(invoice, receipt.day));
        if (part > 0 && maySettle(desk, invoice, receipt)) {
          left -= part;
          paid.push(invoice);
          const order = isMeant ? evidence('order', 'the only open invoice', 7) : evidence('order', 'oldest open invoice', 4);
          links.push({
            left: invoice,
            right: receipt,
            allocated: part,
            evidence: [order, customerEvidence(desk, invoice, receipt)],
          });
        }
        return left <= 0;
      });
      if (links.length > 0) yield { links };
      open.refresh(paid);
    }
  }
}

/** The one invoice that is open at the receipt's day, so that its order says all there is to say. */
function onlyOpen(open: OpenList<Invoice>, { day, deposit }: Receipt): Invoice | null {
  const found: Invoice[] = [];
  open.some(-Infinity, deposit ? Infinity : day, (invoice) => found.push(invoice) > 1);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Paid in the usual time, and no more than is open. */
function isPartOf(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  return (
    receipt.deposit || (isTimely(desk, invoice, receipt) && desk.open.due(invoice, receipt.day) >= desk.open.free(KIND, receipt))
  );
}

/**
 * An invoice is named that is paid already, or a deal or order that no invoice belongs to: the money is too much there or a
 * deposit, not for what else is open.
 */
function namesOther(desk: Desk, receipt: Receipt): boolean {
  if (desk.named.documentsOf(receipt).length > 0) return true;
  return desk.named.dealsOf(receipt).length > 0 && invoicesOfDeals(desk, receipt).length === 0;
}

/** The lowest number of each series of invoices: "INV" → 1042. */
function seriesBeginnings(invoices: readonly Invoice[]): ReadonlyMap<string, number> {
  const beginnings = new Map<string, number>();
  for (const { id } of invoices) {
    for (const { prefix, bare } of quotesIn(id, false).slice(0, 1)) {
      if (bare === '') continue;
      beginnings.set(prefix, Math.min(beginnings.get(prefix) ?? Infinity, Number(bare)));
    }
  }
  return beginnings;
}

/** The receipt quotes an invoice of a series that starts later in the sheet: it pays none of those here. */
function namesEarlier(receipt: Receipt, beginnings: ReadonlyMap<string, number>): boolean {
  return [...receipt.references, receipt.text].some((field, i) =>
    quotesIn(field, i === receipt.references.length).some(({ prefix, bare }) => {
      const beginning = prefix === '' ? undefined : beginnings.get(prefix);
      return beginning !== undefined && bare !== '' && Number(bare) < beginning;
    }),
  );
}
