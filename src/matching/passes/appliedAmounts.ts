/** Payments whose sheet says how much of them is for which invoice: that holds before anything is worked out. */

import type { Invoice, Receipt } from '../numbered';
import type { Desk, Proposal } from '../desk';
import { customerEvidence, referenceEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { narrow } from '../narrow';
import { maySettle } from '../payable';
import type { Finding } from './pass';

const KIND = 'invoice-receipt';

/** Where one of a payment's amounts names no known invoice the others hold all the same. */
export function* appliedAsStated(desk: Desk): Generator<Finding> {
  for (const receipt of desk.receipts) {
    const applied = receipt.applied ?? [];
    if (applied.length === 0) continue;
    let left = desk.open.free(KIND, receipt);
    const links = applied.flatMap(({ reference, amount }): Proposal[] => {
      const found = namedBy(desk, receipt, reference);
      const allocated = Math.min(amount, left);
      if (found === null || allocated <= 0) return [];
      left -= allocated;
      const stated = evidence('amount', 'applied as the sheet says', 8);
      const list = [found.evidence, stated, customerEvidence(desk, found.invoice, receipt)];
      return [{ left: found.invoice, right: receipt, allocated, evidence: list }];
    });
    if (links.length > 0) yield { links };
  }
}

function namedBy(
  desk: Desk,
  receipt: Receipt,
  reference: string,
): { readonly invoice: Invoice; readonly evidence: ReturnType<typeof referenceEvidence> } | null {
  const named = desk.named.documentsOf(receipt).find(({ written }) => written === reference.trim());
  if (named === undefined) return null;
  const invoices = narrow(desk, receipt, named).filter((one) => one.kind === 'invoice' && maySettle(desk, one, receipt));
  const [invoice, other] = invoices;
  return invoice === undefined || other !== undefined ? null : { invoice, evidence: referenceEvidence(named) };
}
