/** Sets a receipt against the invoices that it means. */

import type { Evidence } from '../../domain/link';
import { distribute } from '../../domain/money';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { gross } from '../allocation';
import { byDayAndKey } from '../desk';
import type { Desk, Proposal } from '../desk';
import { amountEvidence, customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';

const KIND = 'invoice-receipt';

export interface Meant {
  readonly invoice: Invoice;
  readonly why: readonly Evidence[];
  /** The reasons say all of the amount already. */
  readonly amountSaid?: boolean;
  readonly runnerUp?: string;
}

const OTHER_CURRENCY = evidence('amount', 'in another currency', -1);

/** Oldest first, each up to what is open; across currencies all of it, in proportion. */
export function settle(desk: Desk, receipt: Receipt, meant: readonly Meant[]): Proposal[] {
  const free = desk.open.free(KIND, receipt);
  const only = meant.length === 1 ? meant[0] : undefined;
  if (free <= 0 || meant.length === 0) return [];
  if (only !== undefined && only.invoice.currency === receipt.currency) return settleOne(desk, receipt, free, only);
  const ordered = [...meant].sort((a, b) => byDayAndKey(a.invoice, b.invoice));
  const invoices = ordered.map(({ invoice }) => invoice);
  const parts = partsOf(desk, receipt, free, invoices);
  const sameCurrency = invoices.every(({ currency }) => currency === receipt.currency);
  const amount = sameCurrency ? amountEvidence(openOf(desk, receipt, invoices), free, true) : OTHER_CURRENCY;
  return ordered.flatMap(({ invoice, why, amountSaid, runnerUp }, i): Proposal[] => {
    const allocated = parts[i] ?? 0;
    if (allocated <= 0) return [];
    const list = [...why, ...(amountSaid === true ? [] : [amount]), customerEvidence(desk, invoice, receipt)];
    return [{ left: invoice, right: receipt, allocated, evidence: list, runnerUp: runnerUp ?? '' }];
  });
}

/** As most receipts are: for one invoice, in its currency. */
function settleOne(desk: Desk, receipt: Receipt, free: Minor, { invoice, why, amountSaid, runnerUp }: Meant): Proposal[] {
  const due = Math.max(0, desk.open.due(invoice, receipt.day));
  if (due === 0) return [];
  const open = Math.max(0, desk.open.dueAfterCredits(invoice)) === free ? free : due;
  const customer = customerEvidence(desk, invoice, receipt);
  const evidence = why.concat(amountSaid === true ? [customer] : [amountEvidence(open, free, true), customer]);
  return [{ left: invoice, right: receipt, allocated: Math.min(free, due), evidence, runnerUp: runnerUp ?? '' }];
}

/** What is open on all of them together: at the receipt's day, or with the credits that the customer takes off already. */
function openOf(desk: Desk, receipt: Receipt, invoices: readonly Invoice[]): Minor {
  const sum = (of: (invoice: Invoice) => Minor): Minor =>
    invoices.reduce((total, invoice) => total + Math.max(0, of(invoice)), 0);
  const afterCredits = sum((invoice) => desk.open.dueAfterCredits(invoice));
  return afterCredits === desk.open.free(KIND, receipt) ? afterCredits : sum((invoice) => desk.open.due(invoice, receipt.day));
}

function partsOf(desk: Desk, receipt: Receipt, free: Minor, invoices: readonly Invoice[]): Minor[] {
  if (invoices.every(({ currency }) => currency !== receipt.currency))
    return distribute(
      free,
      invoices.map((invoice) => Math.abs(gross(invoice))),
    );
  let left = free;
  return invoices.map((invoice) => {
    const part = invoice.currency === receipt.currency ? Math.min(left, Math.max(0, desk.open.due(invoice, receipt.day))) : 0;
    left -= part;
    return part;
  });
}

/** Open with exactly the receipt's money, at its day or once a credit that the customer already takes off has come. */
export function isExact(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  const amount = desk.open.free(KIND, receipt);
  return amount > 0 && (desk.open.due(invoice, receipt.day) === amount || desk.open.dueAfterCredits(invoice) === amount);
}
