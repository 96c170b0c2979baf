/** Money returned, to the credit or the receipt that it returns. */

import type { Invoice, Receipt } from '../numbered';
import { gross } from '../allocation';
import { between, CANDIDATES_SHOWN, candidatesFound } from '../desk';
import type { Desk } from '../desk';
import { groupBy } from '../groupBy';
import { amountEvidence, customerEvidence, lagEvidence, referenceEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { Named } from '../named';
import { narrow, once, surest } from '../narrow';
import { firstFitting } from '../openList';
import type { Finding } from './pass';

const KIND = 'receipt-refund';
const LONGEST = 400;

interface Target {
  readonly record: Invoice | Receipt;
  readonly named: Named<Invoice> | Named<Receipt>;
}

function refundable(desk: Desk, record: Invoice | Receipt, refund: Receipt): boolean {
  return desk.open.unreturned(record) > 0 && !desk.isRefused(KIND, record, refund);
}

/** Refunds that name a credit, a receipt, or an invoice with one credit. */
export function* refundByReference(desk: Desk): Generator<Finding> {
  for (const refund of desk.refunds) {
    const documents = surest(desk.named.documentsOf(refund)).flatMap((named) =>
      narrow(desk, refund, named).flatMap((document) => creditsOf(desk, document).map((record) => ({ record, named }))),
    );
    const receipts = surest(desk.named.receiptsOf(refund)).flatMap((named) =>
      narrow(desk, refund, named).flatMap((record) => (record.kind === 'receipt' ? [{ record, named }] : [])),
    );
    const targets = documents.length > 0 ? documents : receipts;
    const [only, other] = once<Target>(targets).filter(({ record }) => refundable(desk, record, refund));
    if (only === undefined || other !== undefined) continue;
    const amount = desk.open.free(KIND, refund);
    const allocated = Math.min(amount, desk.open.unreturned(only.record));
    if (allocated <= 0) continue;
    const list = [
      referenceEvidence(only.named),
      amountEvidence(desk.open.unreturned(only.record), amount, only.record.currency === refund.currency),
      customerEvidence(desk, only.record, refund),
    ];
    yield { links: [{ left: only.record, right: refund, allocated, evidence: list }] };
  }
}

/** The document itself where it is a credit, else the credits on it. */
function creditsOf(desk: Desk, document: Invoice): Invoice[] {
  if (document.kind === 'credit') return [document];
  return desk
    .linksOf('invoice-credit', document)
    .flatMap(({ right }) => (right.role === 'invoice' && right.kind === 'credit' ? [right] : []));
}

/** The customer's one earlier credit of that amount; else the one receipt with that amount unapplied, or of that amount. */
export function* refundByAmount(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    if (block.refunds.length === 0) continue;
    const credits = groupBy(block.credits, (credit) => -gross(credit));
    const unapplied = groupBy(block.receipts, (receipt) => desk.open.free('invoice-receipt', receipt));
    const whole = groupBy(block.receipts, ({ amount }) => amount);
    for (const refund of block.refunds) {
      if (desk.isLinked(KIND, refund)) continue;
      const amount = -refund.amount;
      const near = <T extends Invoice | Receipt>(
        records: readonly T[] | undefined,
        fits: (record: T) => boolean = () => true,
      ): T[] =>
        firstFitting(
          between(records ?? [], refund.day - LONGEST, refund.day + desk.options.matchDays),
          CANDIDATES_SHOWN,
          (record) => fits(record) && desk.open.unreturned(record) >= amount && refundable(desk, record, refund),
        );
      const unused = near(credits.get(amount), (credit) => desk.open.unreturned(credit) === amount);
      const choices = [unused, near(unapplied.get(amount)), near(whole.get(amount))].find(({ length }) => length > 0) ?? [];
      const [only, other] = choices;
      if (only === undefined) continue;
      if (other !== undefined) {
        const why = `${candidatesFound(choices)} of the same amount`;
        yield { search: { anchor: refund, outcome: 'ambiguous', candidates: choices.map(({ key }) => [key]), why } };
        continue;
      }
      const list = [
        evidence('amount', 'equal', 8),
        customerEvidence(desk, only, refund),
        lagEvidence(refund.day - only.day, 90, desk.options.matchDays),
      ];
      yield { links: [{ left: only, right: refund, allocated: amount, evidence: list }] };
    }
  }
}
