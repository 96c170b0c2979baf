/** What is left of receipts, to the oldest open invoices of the customer. */

import type { Invoice, Receipt } from '../../domain/record';
import type { Desk, Proposal } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { OpenList } from '../openList';
import { maySettle, openInvoices, waiting } from '../payable';
import { quotesIn } from '../reference';
import type { Finding } from './passes';
import { invoicesOfDeals } from './receiptReferences';

const KIND = 'invoice-receipt';

/** What is left goes to the customer's oldest open invoices; only a marked deposit may go to a later one. */
export function* oldestFirst(desk: Desk): Generator<Finding> {
  const beginnings = seriesBeginnings(desk.invoices);
  for (const block of desk.blocks) {
    const open = openInvoices(desk, block);
    for (const receipt of waiting(desk, block.receipts)) {
      if (namesEarlier(receipt, beginnings) || namesAnotherDeal(desk, receipt)) continue;
      const isOnly = isOneOpen(open, receipt);
      let left = desk.open.free(KIND, receipt);
      const links: Proposal[] = [];
      const paid: Invoice[] = [];
      open.some(-Infinity, receipt.deposit ? Infinity : receipt.day, (invoice) => {
        const part = Math.min(left, desk.open.due(invoice, receipt.day));
        if (part > 0 && maySettle(desk, invoice, receipt)) {
          left -= part;
          paid.push(invoice);
          const order = isOnly ? evidence('order', 'the only open invoice', 7) : evidence('order', 'oldest open invoice', 4);
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

/** Nothing else of the customer is open at the receipt's day: its order says all there is to say. */
function isOneOpen(open: OpenList<Invoice>, { day, deposit }: Receipt): boolean {
  let count = 0;
  open.some(-Infinity, deposit ? Infinity : day, () => ++count > 1);
  return count === 1;
}

/** A deal or order is named that no invoice belongs to: the money is a deposit for it, not for what else is open. */
function namesAnotherDeal(desk: Desk, receipt: Receipt): boolean {
  return desk.named.dealsOf.has(receipt.key) && invoicesOfDeals(desk, receipt).length === 0;
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
