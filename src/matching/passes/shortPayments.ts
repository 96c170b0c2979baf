/** Receipts that fall short of an invoice by a usual rate, or by so little that it is likely meant: a discount, a tax, a deduction. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import type { Desk } from '../desk';
import { label } from '../label';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { MOST_DEDUCTED, isTimely, maySettle, mostOpen, openInvoices, payableDays, timeEvidence, waitingBlocks } from '../payable';
import { weightOf } from '../setEvidence';
import { equalRivals } from './equalRivals';
import { quotedEvidence } from './naming';
import type { Finding } from './pass';

const KIND = 'invoice-receipt';
/** Cash discounts and taxes withheld, in percent of the gross. */
const RATES = [1, 1.5, 2, 2.5, 3, 4, 5, 10, 15, 20];
const LARGEST_RATE = 20;
/** Amounts that count as one less a rate: the one to the cent and those a cent beside it. */
const HITS = 3;

interface Short {
  readonly invoice: Invoice;
  readonly due: Minor;
  readonly rate: number | null;
}

/** What is short stays open on the invoice, for a person to allow or to ask for. */
export function* shortPayment(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const open = openInvoices(desk, block);
    const rivalOf = equalRivals(desk, block);
    for (const receipt of receipts) {
      // What names an invoice that is paid already is too much there, not too little elsewhere.
      if (desk.named.documentsOf(receipt).length > 0) continue;
      const amount = desk.open.free(KIND, receipt);
      const most = amount / (1 - LARGEST_RATE / 100) + 1;
      const fits = (invoice: Invoice): boolean => {
        const due = desk.open.due(invoice, receipt.day);
        return due >= amount && due <= most && isTimely(desk, invoice, receipt) && maySettle(desk, invoice, receipt);
      };
      const invoices = open.within({ ...payableDays(desk, receipt), least: amount, most: mostOpen(block, most) }).filter(fits);
      const shorts = invoices.flatMap((invoice) => shortOf(desk, invoice, receipt, amount));
      const atRate = shorts.filter(({ rate }) => rate !== null);
      const [best, next] = (atRate.length > 0 ? atRate : shorts).sort((a, b) => a.due - b.due);
      if (best === undefined || (next !== undefined && (best.rate !== null || next.due - best.due < best.due - amount))) continue;
      const rival = rivalOf(best.invoice, [receipt]);
      const list = [
        ...rival.evidence,
        shortEvidence(best, amount, invoices.length),
        customerEvidence(desk, best.invoice, receipt),
        ...quotedEvidence(desk, block, best.invoice, receipt),
        timeEvidence(desk, best.invoice, receipt),
      ];
      const runnerUp =
        next === undefined ? rival.runnerUp : `${label(next.invoice)}: ${percentOf(next.due, amount)} more than was paid`;
      yield { links: [{ left: best.invoice, right: receipt, allocated: amount, evidence: list, runnerUp }] };
      open.refresh([best.invoice]);
    }
  }
}

function shortOf(desk: Desk, invoice: Invoice, receipt: Receipt, amount: Minor): Short[] {
  const due = desk.open.due(invoice, receipt.day);
  if (due <= amount) return [];
  const rate = RATES.find((percent) => Math.abs(due - Math.round((due * percent) / 100) - amount) <= 1) ?? null;
  return rate !== null || due - amount <= MOST_DEDUCTED * due ? [{ invoice, due, rate }] : [];
}

function shortEvidence({ due, rate }: Short, amount: Minor, candidates: number): Evidence {
  if (rate !== null) {
    const weight = weightOf((candidates * RATES.length * HITS) / amount);
    return evidence('amount', `equal less ${rate} %, inferred`, Math.min(4, weight));
  }
  return evidence('amount', `${percentOf(due, amount)} short`, Math.min(3, weightOf((candidates * (due - amount)) / due)));
}

function percentOf(due: Minor, amount: Minor): string {
  return `${(((due - amount) / due) * 100).toFixed(2)} %`;
}
