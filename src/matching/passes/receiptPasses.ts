/** Receipts to invoices: named, exact, within tolerance, and at last oldest first inside the customer. */

import type { Evidence } from '../../domain/link';
import { distribute } from '../../domain/money';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice, Receipt, RecordKey } from '../../domain/record';
import { gross } from '../allocation';
import { byDayAndKey } from '../desk';
import type { Desk, Proposal } from '../desk';
import { amountEvidence, customerEvidence, lagEvidence, nearAmount, referenceEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { Named } from '../named';
import { narrow, surest } from '../narrow';
import { tolerance } from '../options';
import type { Finding } from './passes';
import { maySettle, openInvoices, payableDays, waiting } from '../payable';
import { quotesIn } from '../reference';

const KIND = 'invoice-receipt';
/** Days within which an amount alone may point from an unknown payer to an invoice. */
const UNKNOWN_PAYER_WITHIN = 120;

/** Receipts that name invoices by number; several are settled oldest first. */
export function* receiptByReference(desk: Desk): Generator<Finding> {
  for (const receipt of desk.receipts) {
    const named = (desk.named.documentsOf.get(receipt.key) ?? []).filter(({ records }) => records.some(isInvoice));
    if (named.length === 0) continue;
    const meant = new Map<RecordKey, { invoice: Invoice; named: Named<Invoice> }>();
    let twice: readonly Invoice[] | null = null;
    for (const one of surest(named)) {
      const invoices = narrow(desk, receipt, one).filter((invoice) => isInvoice(invoice) && maySettle(desk, invoice, receipt));
      const [only] = invoices.length > 1 ? exactOnly(desk, invoices, receipt) : invoices;
      if (only !== undefined) meant.set(only.key, { invoice: only, named: one });
      else if (invoices.length > 1) twice = invoices;
    }
    if (twice !== null && meant.size === 0) {
      yield {
        search: { anchor: receipt.key, outcome: 'ambiguous', candidates: [...twice].sort(byDayAndKey).map(({ key }) => [key]) },
      };
      continue;
    }
    const links = settle(
      desk,
      receipt,
      [...meant.values()].map(({ invoice, named: one }) => ({ invoice, why: [referenceEvidence(one)] })),
    );
    if (links.length > 0) yield { links };
  }
}

function isInvoice(invoice: Invoice): boolean {
  return invoice.kind === 'invoice';
}

/** Of invoices under one number the only one that is open with exactly the receipt's amount. */
function exactOnly(desk: Desk, invoices: readonly Invoice[], receipt: Receipt): readonly Invoice[] {
  const exact = invoices.filter((invoice) => isExact(desk, invoice, receipt));
  return exact.length === 1 ? exact : [];
}

/** Open at the receipt's day, or once a credit that the customer already takes off has come. */
function isExact(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  const amount = desk.open.free(KIND, receipt);
  return amount > 0 && (desk.open.due(invoice, receipt.day) === amount || desk.open.dueAfterCredits(invoice) === amount);
}

interface Meant {
  readonly invoice: Invoice;
  readonly why: readonly Evidence[];
}

/** Sets a receipt against the invoices it means, oldest first, each up to what is open; across currencies all of it. */
function settle(desk: Desk, receipt: Receipt, meant: readonly Meant[]): Proposal[] {
  const ordered = [...meant].sort((a, b) => byDayAndKey(a.invoice, b.invoice));
  const free = desk.open.free(KIND, receipt);
  if (free <= 0 || ordered.length === 0) return [];
  const parts = partsOf(
    desk,
    receipt,
    free,
    ordered.map(({ invoice }) => invoice),
  );
  const due = ordered.reduce((sum, { invoice }) => sum + Math.max(0, desk.open.due(invoice, receipt.day)), 0);
  const sameCurrency = ordered.every(({ invoice }) => invoice.currency === receipt.currency);
  return ordered.flatMap(({ invoice, why }, i): Proposal[] => {
    const allocated = parts[i] ?? 0;
    if (allocated <= 0) return [];
    return [
      {
        left: invoice,
        right: receipt,
        allocated,
        evidence: [...why, amountEvidence(due, free, sameCurrency), customerEvidence(desk, invoice, receipt)],
      },
    ];
  });
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

/** Receipts that name a deal, contract or order: the deal's invoice of that amount, else its invoices oldest first. */
export function* receiptByDeal(desk: Desk): Generator<Finding> {
  for (const receipt of waiting(desk, desk.receipts)) {
    const invoices = invoicesNamed(desk, receipt);
    const exact = invoices.filter((invoice) => isExact(desk, invoice, receipt));
    const chosen = exact.length > 0 ? exact.slice(0, 1) : invoices;
    const links = settle(
      desk,
      receipt,
      chosen.map((invoice) => ({ invoice, why: [evidence('reference', 'names the deal of the invoice', 11)] })),
    );
    if (links.length > 0) yield { links };
  }
}

function invoicesNamed(desk: Desk, receipt: Receipt): Invoice[] {
  const deals = surest(desk.named.dealsOf.get(receipt.key) ?? []).flatMap((one) => narrow<Deal>(desk, receipt, one));
  const invoices = deals.flatMap((deal) =>
    desk.linksOf('deal-invoice', deal.key).flatMap(({ right }) => {
      const invoice = desk.byKey.get(right);
      return invoice?.role === 'invoice' && isInvoice(invoice) && maySettle(desk, invoice, receipt) ? [invoice] : [];
    }),
  );
  return [...new Set(invoices)].sort(byDayAndKey);
}

/** By every amount at which an invoice can now be paid off. Kept once a block, checked again at each use. */
function byOpenAmount(desk: Desk, invoices: readonly Invoice[]): Map<Minor, Invoice[]> {
  const map = new Map<Minor, Invoice[]>();
  for (const invoice of invoices) {
    for (const amount of new Set([desk.open.due(invoice, invoice.day), desk.open.dueAfterCredits(invoice)])) {
      if (amount <= 0) continue;
      const list = map.get(amount);
      if (list === undefined) map.set(amount, [invoice]);
      else list.push(invoice);
    }
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

function exactLink(desk: Desk, invoice: Invoice, receipt: Receipt, amount: Evidence, runnerUp = ''): Finding {
  const { matchDays, paymentTime } = desk.options;
  const list = [
    amount,
    customerEvidence(desk, invoice, receipt),
    lagEvidence(receipt.day - (invoice.due ?? invoice.day), paymentTime, matchDays),
  ];
  // A credit still to come is taken off by the customer already: no more than what it leaves is paid.
  return { links: [{ left: invoice, right: receipt, allocated: desk.open.free(KIND, receipt), evidence: list, runnerUp }] };
}

function amountOf(receipt: Receipt): Evidence {
  const level = receipt.fee + receipt.withheld === 0 ? 'equal' : 'equal with fee and tax withheld';
  return evidence('amount', level, 8);
}

/** The one open invoice of the customer with exactly the receipt's amount. */
export function* exactReceipt(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const byAmount = byOpenAmount(desk, block.invoices);
    for (const receipt of waiting(desk, block.receipts)) {
      const [only, other] = exactCandidates(desk, byAmount.get(desk.open.free(KIND, receipt)) ?? [], receipt);
      if (only !== undefined && other === undefined) yield exactLink(desk, only, receipt, amountOf(receipt));
    }
  }
}

/** Several open invoices of exactly the receipt's amount: the oldest, by the rule of order. */
export function* exactOfEquals(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const byAmount = byOpenAmount(desk, block.invoices);
    for (const receipt of waiting(desk, block.receipts)) {
      const amount = desk.open.free(KIND, receipt);
      const equal = byAmount.get(amount) ?? [];
      const [oldest, next] = exactCandidates(desk, equal, receipt);
      if (oldest === undefined) continue;
      const runnerUp = next === undefined ? '' : `${next.id === '' ? next.key : next.id}: ${next.day - oldest.day} days younger`;
      yield exactLink(desk, oldest, receipt, amountOf(receipt), runnerUp);
      if (desk.open.dueAfterCredits(oldest) <= 0) equal.splice(equal.indexOf(oldest), 1);
    }
  }
}

/** A cent, or a bank's small charge, off the one open invoice that is so near. */
export function* nearReceipt(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const open = openInvoices(desk, block);
    for (const receipt of waiting(desk, block.receipts)) {
      const amount = desk.open.free(KIND, receipt);
      const near: Invoice[] = [];
      // What is open before credits still to come is the most that can be open at the receipt's day.
      for (const invoice of open.within({
        ...payableDays(desk, receipt),
        least: amount - desk.options.matchAmount,
        most: Infinity,
      })) {
        const due = desk.open.due(invoice, receipt.day);
        if (due <= 0 || Math.abs(due - amount) > tolerance(desk.options, due) || !maySettle(desk, invoice, receipt)) continue;
        near.push(invoice);
        if (near.length === 2) break;
      }
      const [only, other] = near;
      if (only === undefined || other !== undefined) continue;
      const { matchDays, paymentTime } = desk.options;
      const list = [
        nearAmount('money'),
        customerEvidence(desk, only, receipt),
        lagEvidence(receipt.day - (only.due ?? only.day), paymentTime, matchDays),
      ];
      const allocated = Math.min(amount, desk.open.due(only, receipt.day));
      yield { links: [{ left: only, right: receipt, allocated, evidence: list }] };
      open.refresh([only]);
    }
  }
}

/** A receipt whose payer nobody knows, with the amount of just one open invoice of all customers. */
export function* strangerReceipt(desk: Desk): Generator<Finding> {
  const strangers = waiting(desk, desk.receipts).filter(({ key }) => !desk.customerOf.has(key));
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
    yield exactLink(desk, only, receipt, amountOf(receipt));
  }
}

/** What is left goes to the customer's oldest open invoices; only a marked deposit may go to a later one. */
export function* oldestFirst(desk: Desk): Generator<Finding> {
  const beginnings = seriesBeginnings(desk.invoices);
  for (const block of desk.blocks) {
    const open = openInvoices(desk, block);
    for (const receipt of waiting(desk, block.receipts)) {
      if (namesEarlier(receipt, beginnings) || namesAnotherDeal(desk, receipt)) continue;
      let left = desk.open.free(KIND, receipt);
      const links: Proposal[] = [];
      const paid: Invoice[] = [];
      open.some(-Infinity, receipt.deposit ? Infinity : receipt.day, (invoice) => {
        const part = Math.min(left, desk.open.due(invoice, receipt.day));
        if (part > 0 && maySettle(desk, invoice, receipt)) {
          left -= part;
          paid.push(invoice);
          const why = [evidence('order', 'oldest open invoice', 7), customerEvidence(desk, invoice, receipt)];
          links.push({ left: invoice, right: receipt, allocated: part, evidence: why });
        }
        return left <= 0;
      });
      if (links.length > 0) yield { links };
      open.refresh(paid);
    }
  }
}

/** A deal or order is named that no invoice belongs to: the money is a deposit for it, not for what else is open. */
function namesAnotherDeal(desk: Desk, receipt: Receipt): boolean {
  return desk.named.dealsOf.has(receipt.key) && invoicesNamed(desk, receipt).length === 0;
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
