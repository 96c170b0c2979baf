/** Receipts to the invoices that they name: those first whose amounts agree, then those that pay a part, more, or others too. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice, Receipt, RecordKey } from '../../domain/record';
import { byDayAndKey, STEPS_A_SEARCH } from '../desk';
import type { Block, Desk } from '../desk';
import { referenceEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { Named } from '../named';
import { exactSumEvidence, findNearSets, largestTelling, nearSumEvidence } from '../nearSets';
import { narrow, rankOf, surest } from '../narrow';
import { nearEvidence } from '../nearNumbers';
import type { OpenList } from '../openList';
import { tolerance } from '../options';
import { isTimely, maySettle, nameOf, openInvoices, payableDays, timeEvidence, waiting } from '../payable';
import { tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import type { Finding } from './passes';
import { isExact, settle } from './settle';
import type { Meant } from './settle';

const KIND = 'invoice-receipt';
/** A number of more invoices of a customer tells none of them apart. */
const MOST_BEARERS = 100;
/** Invoices named by one receipt among which the amount may choose. */
const MOST_CHOSEN = 24;
/** Where a customer has more open invoices than these, what completes a receipt is looked for among the latest. */
const MOST_OPEN = 100;
const MOST_ITEMS = 10;

interface Candidate {
  readonly invoice: Invoice;
  readonly named: Named<Invoice>;
  /** Of the customer that pays, or nobody knows whose the money is. */
  readonly isOwn: boolean;
}

interface Naming {
  readonly receipt: Receipt;
  /** Numbers of one invoice each, the surest first. */
  readonly single: readonly Candidate[];
  /** Invoices that share a contract's or order's number. */
  readonly shared: readonly Candidate[];
  /** Invoices under one number that is given twice. */
  readonly twice: readonly Invoice[];
  /** A number of too many invoices to look at. */
  readonly cut: boolean;
}

export function* receiptByReference(desk: Desk): Generator<Finding> {
  const others: Naming[] = [];
  for (const receipt of desk.receipts) {
    if (!desk.named.documentsOf.has(receipt.key) || desk.open.free(KIND, receipt) <= 0) continue;
    const naming = namingOf(desk, receipt);
    const agreed = agreeing(desk, naming);
    if (agreed === null) others.push(naming);
    else yield { links: settle(desk, receipt, toMeant(agreed, naming)) };
  }
  const completion = new Completion(desk);
  for (const naming of others) {
    const finding = restOf(desk, naming, completion);
    if (finding === null) continue;
    yield finding;
    if ('links' in finding) completion.refresh(finding.links.map(({ left }) => left as Invoice));
  }
}

function namingOf(desk: Desk, receipt: Receipt): Naming {
  const single = new Map<RecordKey, Candidate>();
  const shared = new Map<RecordKey, Candidate>();
  let twice: readonly Invoice[] = [];
  let cut = false;
  const all = [...(desk.named.documentsOf.get(receipt.key) ?? [])].sort((a, b) => rankOf(a) - rankOf(b));
  for (const named of all) {
    if (named.records.length > MOST_BEARERS && !desk.customerOf.has(receipt.key)) {
      cut = true;
      continue;
    }
    const bearers = narrow(desk, receipt, named);
    if (bearers.length > MOST_BEARERS) {
      cut = true;
      continue;
    }
    const invoices = bearers.filter((invoice) => invoice.kind === 'invoice' && maySettle(desk, invoice, receipt));
    const exact = invoices.length > 1 ? invoices.filter((invoice) => isExact(desk, invoice, receipt)) : invoices;
    const into = exact.length === 1 ? single : named.number === 'shared' ? shared : null;
    if (into === null) twice = invoices.length > 1 ? invoices : twice;
    else
      for (const invoice of exact.length === 1 ? exact : invoices)
        if (!into.has(invoice.key)) into.set(invoice.key, { invoice, named, isOwn: isOwn(desk, invoice, receipt) });
  }
  return { receipt, single: [...single.values()], shared: [...shared.values()], twice, cut };
}

function isOwn(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  const [payer, customer] = [desk.customerOf.get(receipt.key), desk.customerOf.get(invoice.key)];
  return payer === undefined || customer === undefined || payer === customer || desk.groupOf(payer) === desk.groupOf(customer);
}

/** The invoices named that the receipt pays to the cent: the payer's own before others', all of them before some. */
function agreeing(desk: Desk, { receipt, single }: Naming): readonly Candidate[] | null {
  const comparable = single.filter(({ invoice }) => invoice.currency === receipt.currency);
  const own = comparable.filter((candidate) => candidate.isOwn);
  return exactly(desk, own, receipt) ?? (own.length < comparable.length ? exactly(desk, comparable, receipt) : null);
}

function exactly(desk: Desk, candidates: readonly Candidate[], receipt: Receipt): readonly Candidate[] | null {
  if (candidates.length === 0) return null;
  const free = desk.open.free(KIND, receipt);
  const dues = candidates.map(({ invoice }) => Math.max(0, desk.open.due(invoice, receipt.day)));
  if (sumOf(dues) === free) return candidates;
  const afterCredits = candidates.map(({ invoice }) => Math.max(0, desk.open.dueAfterCredits(invoice)));
  if (sumOf(afterCredits) === free) return candidates;
  const exact = candidates.filter(({ invoice }) => isExact(desk, invoice, receipt));
  if (exact.length > 0) return exact.length === 1 ? exact : null;
  if (candidates.length < 3 || candidates.length > MOST_CHOSEN) return null;
  const rules = { minItems: 2, maxItems: candidates.length - 1, steps: STEPS_A_SEARCH, equalsAlike: false };
  const chosen = findSubset(dues, free, rules, desk.budget);
  return chosen.outcome === 'found' ? chosen.items.map((at) => candidates[at] as Candidate) : null;
}

function sumOf(amounts: readonly Minor[]): Minor {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function toMeant(chosen: readonly Candidate[], { single }: Pick<Naming, 'single'>): Meant[] {
  const left = single.find((candidate) => !chosen.includes(candidate));
  const runnerUp = left === undefined ? '' : `${nameOf(left.invoice)}: named too, its amount does not fit`;
  return chosen.map(({ invoice, named }) => ({ invoice, why: [referenceEvidence(named)], runnerUp }));
}

/** Receipts whose amount is not that of the invoices named. */
function restOf(desk: Desk, naming: Naming, completion: Completion): Finding | null {
  const { receipt, shared, twice, cut } = naming;
  // What agreed before may have been paid meanwhile, and what did not may agree now.
  const agreed = agreeing(desk, naming);
  if (agreed !== null) return linksOf(settle(desk, receipt, toMeant(agreed, naming)));
  const meant = likeliest(desk, naming);
  if (meant.length > 0) {
    const completed = completion.find(receipt, meant);
    return linksOf(completed ?? settle(desk, receipt, toMeant(meant, naming)));
  }
  if (twice.length > 0) {
    const candidates = [...twice].sort(byDayAndKey).map(({ key }) => [key]);
    return { search: { anchor: receipt.key, outcome: 'ambiguous', candidates } };
  }
  const links = settle(desk, receipt, toMeant(exactly(desk, shared, receipt) ?? shared, { single: shared }));
  return links.length > 0 ? { links } : cut ? { cut: receipt.key } : null;
}

function linksOf(links: ReturnType<typeof settle>): Finding | null {
  return links.length > 0 ? { links } : null;
}

/** The surest numbers; the payer's own invoices before others', and where they are too many those that are due about now. */
function likeliest(desk: Desk, { receipt, single }: Naming): readonly Candidate[] {
  const [first] = single;
  if (first === undefined) return [];
  const own = single.filter((candidate) => candidate.isOwn);
  const known = own.length > 0 ? own : single;
  const best = rankOf((known[0] as Candidate).named);
  const surely = known.filter(({ named }) => rankOf(named) === best);
  const open = surely.filter(({ invoice }) => desk.open.due(invoice, receipt.day) > 0);
  const total = sumOf(open.map(({ invoice }) => desk.open.due(invoice, receipt.day)));
  const free = desk.open.free(KIND, receipt);
  if (open.length < 2 || total <= free + tolerance(desk.options, free)) return surely;
  const timely = open.filter(({ invoice }) => isTimely(desk, invoice, receipt));
  return timely.length > 0 ? timely : surely;
}

interface Others {
  readonly items: readonly number[];
  readonly sum: Evidence;
}

/** Finds what a receipt pays beside the invoices that it names. */
class Completion {
  private readonly blockOf = new Map<RecordKey, Block>();
  private readonly lists = new Map<Block, OpenList<Invoice>>();

  constructor(private readonly desk: Desk) {
    for (const block of desk.blocks) for (const { key } of [...block.receipts, ...block.invoices]) this.blockOf.set(key, block);
  }

  refresh(invoices: readonly Invoice[]): void {
    for (const invoice of invoices) {
      const block = this.blockOf.get(invoice.key);
      if (block !== undefined) this.lists.get(block)?.refresh([invoice]);
    }
  }

  /** The links where other open invoices of the payer make up what the named ones leave of the receipt, to the cent and in one way. */
  find(receipt: Receipt, named: readonly Candidate[]): ReturnType<typeof settle> | null {
    const { desk } = this;
    const block = this.blockOf.get(receipt.key);
    const due = named.map(({ invoice }) => (invoice.currency === receipt.currency ? desk.open.due(invoice, receipt.day) : NaN));
    const rest = desk.open.free(KIND, receipt) - sumOf(due);
    if (block === undefined || !(rest > tolerance(desk.options, rest)) || due.some((amount) => amount <= 0)) return null;
    const isNamed = new Set(named.map(({ invoice }) => invoice));
    const within = tolerance(desk.options, desk.open.free(KIND, receipt));
    const bounds = { ...payableDays(desk, receipt), least: within + 1, most: rest + within };
    const fits = (invoice: Invoice): boolean => !isNamed.has(invoice) && maySettle(desk, invoice, receipt);
    const { records } = this.listOf(block).latest(bounds, MOST_OPEN, fits);
    const timely = records.filter((invoice) => isTimely(desk, invoice, receipt));
    const near = records.filter((invoice) => nearEvidence(desk, block, invoice, receipt).length > 0);
    const lists = [near, timely, records].filter((list, at, all) => list.length > 0 && list.length !== all[at + 1]?.length);
    for (const invoices of lists) {
      const amounts = invoices.map((invoice) => desk.open.due(invoice, receipt.day));
      const others = this.toTheCent(amounts, rest) ?? this.nearly(amounts, rest, receipt);
      if (others === 'open') return null;
      if (others === null) continue;
      const meant = others.items.map((at): Meant => {
        const invoice = invoices[at] as Invoice;
        const near = nearEvidence(desk, block, invoice, receipt);
        const why = [
          evidence('reference', 'paid with invoices named', 2),
          ...near,
          others.sum,
          timeEvidence(desk, invoice, receipt),
        ];
        return { invoice, why, amountSaid: true };
      });
      return settle(desk, receipt, [...toMeant(named, { single: named }), ...meant]);
    }
    return null;
  }

  /** The only set that makes up the rest; null where there is none, `open` where there are several or too many to search. */
  private toTheCent(amounts: readonly Minor[], rest: Minor): Others | 'open' | null {
    const maxItems = Math.max(1, tellingSize(amounts, rest, MOST_ITEMS));
    const rules = { minItems: 1, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false };
    const result = findSubset(amounts, rest, rules, this.desk.budget);
    if (result.outcome === 'nothing') return null;
    return result.outcome === 'found'
      ? {
          items: result.items,
          sum: exactSumEvidence(
            result.items.map((at) => amounts[at] ?? 0),
            amounts,
            rest,
          ),
        }
      : 'open';
  }

  private nearly(amounts: readonly Minor[], rest: Minor, receipt: Receipt): Others | 'open' | null {
    const within = tolerance(this.desk.options, this.desk.open.free(KIND, receipt));
    const maxItems = largestTelling(amounts.length, within, rest, MOST_ITEMS);
    if (maxItems === 0) return null;
    const range = { least: rest - within, most: rest + within };
    const rules = { minItems: 1, maxItems, steps: STEPS_A_SEARCH };
    const { sets, complete } = findNearSets(amounts, range, rules, this.desk.budget);
    const [only, other] = sets;
    if (!complete || other !== undefined) return 'open';
    return only === undefined ? null : { items: only, sum: nearSumEvidence(only.length, amounts.length, within, rest) };
  }

  private listOf(block: Block): OpenList<Invoice> {
    let list = this.lists.get(block);
    if (list === undefined) this.lists.set(block, (list = openInvoices(this.desk, block)));
    return list;
  }
}

/** Receipts that name a deal, contract or order: the deal's invoice of that amount, else its invoices oldest first. */
export function* receiptByDeal(desk: Desk): Generator<Finding> {
  for (const receipt of waiting(desk, desk.receipts)) {
    const invoices = invoicesOfDeals(desk, receipt);
    const exact = invoices.filter((invoice) => isExact(desk, invoice, receipt));
    const chosen = exact.length > 0 ? exact.slice(0, 1) : invoices;
    const why = [evidence('reference', 'names the deal of the invoice', 11)];
    const links = settle(
      desk,
      receipt,
      chosen.map((invoice) => ({ invoice, why })),
    );
    if (links.length > 0) yield { links };
  }
}

/** The invoices of the deals that a receipt names. */
export function invoicesOfDeals(desk: Desk, receipt: Receipt): Invoice[] {
  const deals = surest(desk.named.dealsOf.get(receipt.key) ?? []).flatMap((one) => narrow<Deal>(desk, receipt, one));
  const invoices = deals.flatMap((deal) =>
    desk.linksOf('deal-invoice', deal.key).flatMap(({ right }) => {
      const invoice = desk.byKey.get(right);
      return invoice?.role === 'invoice' && invoice.kind === 'invoice' && maySettle(desk, invoice, receipt) ? [invoice] : [];
    }),
  );
  return [...new Set(invoices)].sort(byDayAndKey);
}
