/** Invoices whose payment was sent back, a chargeback or a payment that bounced, and that are paid again. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { CANDIDATES_SHOWN } from '../desk';
import type { Desk, Proposal } from '../desk';
import { groupBy } from '../groupBy';
import { label } from '../label';
import { amountEvidence, customerEvidence, referenceEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { Named } from '../named';
import { maySettle, waiting } from '../payable';
import type { Finding } from './pass';

const KIND = 'invoice-receipt';
/** Days after which an equal amount alone no longer ties a payment to money that was sent back. */
const LONGEST = 400;

/** What a refund took off the one invoice that its receipt had paid, as far as it is not paid again. */
interface Reopened {
  readonly invoice: Invoice;
  readonly first: Receipt;
  readonly refund: Receipt;
  amount: Minor;
}

/** Payments that name the invoice, the first payment or the refund. */
export function* paidAgainByReference(desk: Desk): Generator<Finding> {
  const reopened = reopenedInvoices(desk);
  if (reopened.length === 0) return;
  for (const receipt of waiting(desk, desk.receipts)) {
    const links: Proposal[] = [];
    let left = desk.open.free(KIND, receipt);
    for (const one of reopened) {
      const named = left > 0 && mayPayAgain(desk, one, receipt) ? namingOf(desk, one, receipt) : undefined;
      if (named === undefined) continue;
      const allocated = Math.min(left, one.amount);
      const why = [referenceEvidence(named), amountEvidence(one.amount, left, true)];
      links.push(linkOf(desk, one, receipt, allocated, why));
      left -= allocated;
      one.amount -= allocated;
    }
    if (links.length > 0) yield { links };
  }
}

/** Payments that name nothing, of exactly what the customer got back before. */
export function* paidAgainByAmount(desk: Desk): Generator<Finding> {
  const byAmount = groupBy(reopenedInvoices(desk), ({ amount }) => amount);
  if (byAmount.size === 0) return;
  for (const receipt of waiting(desk, desk.receipts)) {
    if (desk.named.dealsOf(receipt).length + desk.named.documentsOf(receipt).length > 0) continue;
    const amount = desk.open.free(KIND, receipt);
    const fitting = (byAmount.get(amount) ?? []).filter(
      (one) =>
        one.amount === amount &&
        desk.sameCustomer(one.refund, receipt) &&
        receipt.day - one.refund.day <= LONGEST &&
        mayPayAgain(desk, one, receipt),
    );
    const [only, other] = fitting;
    if (only === undefined) continue;
    if (other !== undefined) {
      const candidates = fitting.slice(0, CANDIDATES_SHOWN).map(({ invoice }) => [invoice.key]);
      const why = `${fitting.length} invoices whose payment of the amount was sent back`;
      yield { search: { anchor: receipt, outcome: 'ambiguous', candidates, why } };
      continue;
    }
    yield { links: [linkOf(desk, only, receipt, amount, [amountEvidence(amount, amount, true)])] };
    only.amount = 0;
  }
}

function linkOf(desk: Desk, one: Reopened, receipt: Receipt, allocated: Minor, why: readonly Evidence[]): Proposal {
  const { invoice, refund } = one;
  const list = [
    ...why,
    customerEvidence(desk, invoice, receipt),
    evidence('refund', `${label(refund)} had sent the payment back`, 2),
  ];
  return { left: invoice, right: receipt, allocated, evidence: list };
}

function mayPayAgain(desk: Desk, { amount, invoice, refund }: Reopened, receipt: Receipt): boolean {
  return amount > 0 && receipt.day >= refund.day && receipt.currency === invoice.currency && maySettle(desk, invoice, receipt);
}

/** How the payment names the invoice, the first payment or the refund. */
function namingOf(desk: Desk, one: Reopened, receipt: Receipt): Named<unknown> | undefined {
  const document = desk.named.documentsOf(receipt).find(({ records }) => records.includes(one.invoice));
  const money = desk.named.receiptsOf(receipt).find(({ records }) => records.includes(one.first) || records.includes(one.refund));
  return document ?? money;
}

/** The invoices of which a refund took back money that was not too much: by the refund's day, then key. */
function reopenedInvoices(desk: Desk): Reopened[] {
  return desk.refunds.flatMap((refund): Reopened[] => {
    const [returned, other] = desk.linksOf('receipt-refund', refund);
    const first = returned === undefined || other !== undefined ? undefined : returned.left;
    if (returned === undefined || first?.role !== 'receipt') return [];
    const [paid, second] = desk.linksOf(KIND, first);
    const invoice = paid === undefined || second !== undefined ? undefined : paid.left;
    if (invoice?.role !== 'invoice' || invoice.currency !== refund.currency) return [];
    const back = returned.link.allocated;
    const amount = back - desk.open.free(KIND, first) - overpaid(desk, invoice) - paidSince(desk, invoice, refund);
    return amount > 0 ? [{ invoice, first, refund, amount }] : [];
  });
}

/** What credits left too much on an invoice: a refund of it opens nothing again. */
function overpaid(desk: Desk, invoice: Invoice): Minor {
  return Math.max(0, -desk.open.dueAfterCredits(invoice));
}

/** Money that came in for the invoice on or after the refund's day. */
function paidSince(desk: Desk, invoice: Invoice, refund: Receipt): Minor {
  return desk.linksOf(KIND, invoice).reduce((sum, { link, right }) => (right.day >= refund.day ? sum + link.allocated : sum), 0);
}
