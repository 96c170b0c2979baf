/** Receipts to invoices: named, exact, sums, and at last oldest first inside the customer. */

import type { Evidence } from '../domain/link';
import { distribute } from '../domain/money';
import type { Minor } from '../domain/money';
import type { Deal, Invoice, Receipt, RecordKey } from '../domain/record';
import { gross } from './allocation';
import { between, byDayAndKey, STEPS_A_SEARCH } from './desk';
import type { Block, Desk, Proposal } from './desk';
import { amountEvidence, customerEvidence, lagEvidence, nearAmount, referenceEvidence } from './linkEvidence';
import { evidence } from './matchWeight';
import type { Named } from './named';
import { narrow, surest } from './narrow';
import { tolerance } from './options';
import type { Finding } from './passes';
import { quotesIn } from './reference';
import { sumEvidence, tellingSize } from './setEvidence';
import { findSubset } from './subset';
import type { SubsetResult } from './subset';

const KIND = 'invoice-receipt';
const MOST_ITEMS = 10;
/** Days after which an open invoice is no longer looked for by sums; by exact amount and by order it still is. */
const LONGEST = 731;
/** Where a customer has more open invoices than these, sums are looked for among the latest. */
const MOST_OPEN = 200;
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

function maySettle(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  return !desk.isRefused(KIND, invoice.key, receipt.key);
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

/** Receipts with money that no link carries yet and no person is asked about. */
function waiting(desk: Desk, receipts: readonly Receipt[]): Receipt[] {
  return receipts.filter(
    (receipt) => !desk.isLinked(KIND, receipt.key) && !desk.isUnsettled(KIND, receipt.key) && desk.open.free(KIND, receipt) > 0,
  );
}

/** Invoices that the receipt may pay by amount: open, and dated no later than it but for days of no account. */
function payable(desk: Desk, block: Block, receipt: Receipt): Invoice[] {
  return between(block.invoices, receipt.day - LONGEST, receipt.day + desk.options.matchDays)
    .filter((invoice) => desk.open.due(invoice, receipt.day) > 0 && maySettle(desk, invoice, receipt))
    .slice(-MOST_OPEN);
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

function exactCandidates(desk: Desk, invoices: readonly Invoice[], receipt: Receipt): Invoice[] {
  const until = receipt.day + desk.options.matchDays;
  return invoices.filter(
    (invoice) => invoice.day <= until && isExact(desk, invoice, receipt) && maySettle(desk, invoice, receipt),
  );
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
      const [oldest, next] = exactCandidates(desk, byAmount.get(desk.open.free(KIND, receipt)) ?? [], receipt);
      if (oldest === undefined) continue;
      const runnerUp = next === undefined ? '' : `${next.id === '' ? next.key : next.id}: ${next.day - oldest.day} days younger`;
      yield exactLink(desk, oldest, receipt, amountOf(receipt), runnerUp);
    }
  }
}

/** Invoices of the customer that add up to the receipt; of equal amounts the oldest. */
export function* subsetOfInvoices(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    for (const receipt of waiting(desk, block.receipts)) {
      const target = desk.open.free(KIND, receipt);
      const open = payable(desk, block, receipt);
      const { invoices, amounts, result } = searchNearThenAll(desk, open, receipt, target);
      if (result.outcome === 'nothing') continue;
      if (result.outcome === 'found') {
        const sum = sumEvidence(result.items.length, amounts, target);
        yield {
          links: result.items.map((i) => {
            const invoice = invoices[i] as Invoice;
            return {
              left: invoice,
              right: receipt,
              allocated: amounts[i] ?? 0,
              evidence: [sum, customerEvidence(desk, invoice, receipt)],
            };
          }),
        };
      } else {
        const candidates = result.sets.map((set) => set.map((i) => invoices[i]?.key ?? ''));
        yield { search: { anchor: receipt.key, outcome: result.outcome, candidates } };
      }
    }
  }
}

interface Searched {
  readonly invoices: readonly Invoice[];
  readonly amounts: readonly Minor[];
  readonly result: SubsetResult;
}

/** Bills that are paid together mostly fall due together: those near the receipt first, then all that is open. */
function searchNearThenAll(desk: Desk, open: readonly Invoice[], receipt: Receipt, target: Minor): Searched {
  const reach = 2 * desk.options.paymentTime + desk.options.matchDays;
  const search = (invoices: readonly Invoice[]): Searched => {
    const amounts = invoices.map((invoice) => desk.open.due(invoice, receipt.day));
    return { invoices, amounts, result: searchSet(desk, amounts, target) };
  };
  const near = open.filter(
    ({ day, due }) => Math.min(Math.abs(receipt.day - day), Math.abs(receipt.day - (due ?? day))) <= reach,
  );
  const first = search(near);
  return first.result.outcome !== 'nothing' || near.length === open.length ? first : search(open);
}

/** First the sizes at which a set proves something, among all that is open; only then larger ones, as far as they can be searched. */
function searchSet(desk: Desk, amounts: readonly Minor[], target: Minor): SubsetResult {
  const rules = { minItems: 2, steps: STEPS_A_SEARCH, equalsAlike: true };
  const telling = tellingSize(amounts, target, MOST_ITEMS);
  const small = telling < 2 ? null : findSubset(amounts, target, { ...rules, maxItems: telling }, desk.budget);
  return small !== null && small.outcome !== 'nothing'
    ? small
    : findSubset(amounts, target, { ...rules, maxItems: MOST_ITEMS }, desk.budget);
}

/** Part payments of the customer, near each other and the invoice, that add up to what is open of it. */
export function* receiptsOfInvoice(desk: Desk): Generator<Finding> {
  const reach = 2 * desk.options.paymentTime + desk.options.matchDays;
  for (const block of desk.blocks) {
    for (const invoice of block.invoices) {
      const due = desk.open.dueAfterCredits(invoice);
      if (due <= 0) continue;
      const until = Math.max(invoice.due ?? 0, invoice.day) + reach;
      const receipts = waiting(desk, between(block.receipts, invoice.day - desk.options.matchDays, until)).filter((receipt) =>
        maySettle(desk, invoice, receipt),
      );
      const amounts = receipts.map((receipt) => desk.open.free(KIND, receipt));
      const maxItems = tellingSize(amounts, due, SMALL_GROUP);
      if (maxItems < 2) continue;
      const rules = { minItems: 2, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false };
      const result = findSubset(amounts, due, rules, desk.budget);
      if (result.outcome !== 'found') continue;
      const sum = sumEvidence(result.items.length, amounts, due);
      yield {
        links: result.items.map((i) => {
          const receipt = receipts[i] as Receipt;
          return {
            left: invoice,
            right: receipt,
            allocated: amounts[i] ?? 0,
            evidence: [sum, customerEvidence(desk, invoice, receipt)],
          };
        }),
      };
    }
  }
}

/** More part payments of one invoice than these prove little by adding up. */
const SMALL_GROUP = 4;

/** A cent, or a bank's small charge, off the one open invoice that is so near. */
export function* nearReceipt(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    for (const receipt of waiting(desk, block.receipts)) {
      const amount = desk.open.free(KIND, receipt);
      const [only, other] = payable(desk, block, receipt).filter((invoice) => {
        const due = desk.open.due(invoice, receipt.day);
        return Math.abs(due - amount) <= tolerance(desk.options, due);
      });
      if (only === undefined || other !== undefined) continue;
      const { matchDays, paymentTime } = desk.options;
      const list = [
        nearAmount('money'),
        customerEvidence(desk, only, receipt),
        lagEvidence(receipt.day - (only.due ?? only.day), paymentTime, matchDays),
      ];
      yield {
        links: [{ left: only, right: receipt, allocated: Math.min(amount, desk.open.due(only, receipt.day)), evidence: list }],
      };
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
    const [only, other] = exactCandidates(desk, byAmount.get(amount) ?? [], receipt).filter(
      (invoice) => invoice.currency === receipt.currency && receipt.day - invoice.day <= UNKNOWN_PAYER_WITHIN,
    );
    // Two strangers with one amount cannot both have paid the one invoice.
    if (only === undefined || other !== undefined || wanted.get(`${amount}|${receipt.currency}`) !== 1) continue;
    yield exactLink(desk, only, receipt, amountOf(receipt));
  }
}

/** What is left goes to the customer's oldest open invoices; only a marked deposit may go to a later one. */
export function* oldestFirst(desk: Desk): Generator<Finding> {
  const beginnings = seriesBeginnings(desk.invoices);
  for (const block of desk.blocks) {
    let from = 0;
    for (const receipt of waiting(desk, block.receipts)) {
      if (namesEarlier(receipt, beginnings) || namesAnotherDeal(desk, receipt)) continue;
      while (from < block.invoices.length && desk.open.dueAfterCredits(block.invoices[from] as Invoice) <= 0) from++;
      let left = desk.open.free(KIND, receipt);
      const links: Proposal[] = [];
      for (let i = from; i < block.invoices.length && left > 0; i++) {
        const invoice = block.invoices[i] as Invoice;
        if (invoice.day > receipt.day && !receipt.deposit) break;
        const part = Math.min(left, desk.open.due(invoice, receipt.day));
        if (part <= 0 || !maySettle(desk, invoice, receipt)) continue;
        left -= part;
        links.push({
          left: invoice,
          right: receipt,
          allocated: part,
          evidence: [evidence('order', 'oldest open invoice', 7), customerEvidence(desk, invoice, receipt)],
        });
      }
      if (links.length > 0) yield { links };
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
