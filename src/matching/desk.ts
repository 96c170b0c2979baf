/** Where the passes work: the records in order, what is known of them, what is still open, and the links made so far. */

import { matchKey } from '../domain/link';
import type { Evidence, Link, LinkKind, OpenSearch } from '../domain/link';
import type { Deal, Invoice, Receipt, ReconciledRecord, RecordKey, Records, Revenue } from '../domain/record';
import { OpenAmounts } from './allocation';
import { pushTo } from './groupBy';
import type { NamedRecords } from './named';
import type { MatchOptions } from './options';
import type { Budget } from './subset';

/** The records of one customer in one currency, each list by day, then key. Only these are compared by amount. */
export interface Block {
  readonly deals: Deal[];
  readonly invoices: Invoice[];
  readonly credits: Invoice[];
  readonly revenue: Revenue[];
  readonly receipts: Receipt[];
  readonly refunds: Receipt[];
  /** Steps of all its searches of sets: a giant spends its own, never its neighbours'. */
  readonly budget: Budget;
}

/** A search of sets that branches may spend so many steps; one that meets in the middle spends what its halves hold. */
export const STEPS_A_SEARCH = 100_000;
/** All searches of a block together: enough for a few that meet in the middle, and some for each of its records. */
const STEPS_A_BLOCK = 5_000_000;
const STEPS_A_RECORD = 3_000;
const MOST_A_BLOCK = 60_000_000;
/** All searches of a run together, a few seconds' worth: reached only where thousands of blocks spend all they have. */
const STEPS_A_RUN = 2_000_000_000;
/** Candidates that are kept of an open search. */
export const CANDIDATES_SHOWN = 10;

/** How many candidates there are, where no more are looked for than are shown. */
export function candidatesFound({ length }: readonly unknown[]): string {
  return length < CANDIDATES_SHOWN ? `${length}` : `${CANDIDATES_SHOWN} or more`;
}

export class Desk {
  readonly deals: readonly Deal[];
  readonly invoices: readonly Invoice[];
  readonly credits: readonly Invoice[];
  readonly revenue: readonly Revenue[];
  readonly receipts: readonly Receipt[];
  readonly refunds: readonly Receipt[];
  readonly open = new OpenAmounts();
  readonly blocks: readonly Block[];
  readonly links: Link[] = [];
  readonly searches: OpenSearch[] = [];
  /** Suggested links that take nothing while the passes run, each set of them as one. */
  readonly suggestions: (readonly Link[])[] = [];
  readonly byKey: ReadonlyMap<RecordKey, ReconciledRecord>;
  /** Invoices that a waiting receipt names though their amounts do not agree: no other takes them by amount before it is settled. */
  claimantOf: ReadonlyMap<Invoice, Receipt> = new Map();
  /** Records whose confirmed partner is gone, by the kind of the link: another partner is for a person to confirm. */
  bereft: ReadonlyMap<LinkKind, ReadonlySet<RecordKey>> = new Map();
  private readonly linked = new Map<LinkKind, Map<RecordKey, Link[]>>();
  private readonly unsettled = new Map<LinkKind, Set<RecordKey>>();

  constructor(
    records: Records,
    readonly options: MatchOptions,
    readonly named: NamedRecords,
    readonly customerOf: ReadonlyMap<RecordKey, string>,
    /** Top of a customer's group. */
    readonly groupOf: (customer: string) => string,
    private readonly refused: ReadonlySet<string>,
    /** Receipts whose customer is known only by the account that paid them, or by the documents that they name. */
    readonly payers: ReadonlyMap<RecordKey, 'account' | 'named'> = new Map(),
  ) {
    this.deals = inOrder(records.deals);
    this.invoices = inOrder(records.invoices.filter(({ kind }) => kind === 'invoice'));
    this.credits = inOrder(records.invoices.filter(({ kind }) => kind === 'credit'));
    this.revenue = inOrder(records.revenue);
    this.receipts = inOrder(records.receipts.filter(({ kind }) => kind === 'receipt'));
    this.refunds = inOrder(records.receipts.filter(({ kind }) => kind === 'refund'));
    const all = [this.deals, this.invoices, this.credits, this.revenue, this.receipts, this.refunds].flat();
    this.byKey = new Map(all.map((record) => [record.key, record]));
    this.blocks = this.makeBlocks();
  }

  /** Links that a record has at one of its ends. */
  linksOf(kind: LinkKind, key: RecordKey): readonly Link[] {
    return this.linked.get(kind)?.get(key) ?? [];
  }

  isLinked(kind: LinkKind, key: RecordKey): boolean {
    return this.linked.get(kind)?.has(key) ?? false;
  }

  isRefused(kind: LinkKind, left: RecordKey, right: RecordKey): boolean {
    return this.refused.size > 0 && this.refused.has(matchKey(kind, left, right));
  }

  /** True where a search for this record ended open: a person settles it, no later pass may. */
  isUnsettled(kind: LinkKind, key: RecordKey): boolean {
    return this.unsettled.get(kind)?.has(key) ?? false;
  }

  sameCustomer(a: RecordKey, b: RecordKey): boolean {
    const customer = this.customerOf.get(a);
    return customer !== undefined && customer === this.customerOf.get(b);
  }

  /** Adds links that stand or fall together; suggested ones wait in `suggestions` where they may not take amounts from others. */
  addLinks(links: readonly Link[]): void {
    if (!this.options.suggestedInNumbers && links.some(({ state }) => state === 'suggested')) this.suggestions.push(links);
    else for (const link of links) this.addLink(link);
  }

  addLink(link: Link): void {
    const [left, right] = [this.byKey.get(link.left), this.byKey.get(link.right)];
    if (left === undefined || right === undefined)
      throw new RangeError(`link between unknown records ${link.left}, ${link.right}`);
    this.links.push(link);
    const ofKind = this.linked.get(link.kind) ?? new Map<RecordKey, Link[]>();
    this.linked.set(link.kind, ofKind);
    for (const key of [link.left, link.right]) pushTo(ofKind, key, link);
    this.open.book({ kind: link.kind, left, right, allocated: link.allocated });
  }

  /** @param holds further records that the answer to the search settles: no later pass may */
  addSearch(search: OpenSearch, holds: readonly RecordKey[] = []): void {
    this.searches.push({ ...search, candidates: search.candidates.slice(0, CANDIDATES_SHOWN) });
    const ofKind = this.unsettled.get(search.kind) ?? new Set();
    this.unsettled.set(search.kind, ofKind);
    for (const key of [search.anchor, ...holds]) ofKind.add(key);
  }

  private makeBlocks(): Block[] {
    const blocks = new Map<string, Block>();
    const run: Budget = { steps: STEPS_A_RUN };
    const blockOf = (record: ReconciledRecord): Block | null => {
      const customer = this.customerOf.get(record.key);
      if (customer === undefined) return null;
      const key = `${customer}|${record.currency}`;
      let block = blocks.get(key);
      if (block === undefined) {
        const budget = { steps: STEPS_A_BLOCK, within: run };
        block = { deals: [], invoices: [], credits: [], revenue: [], receipts: [], refunds: [], budget };
        blocks.set(key, block);
      }
      block.budget.steps = Math.min(block.budget.steps + STEPS_A_RECORD, MOST_A_BLOCK);
      return block;
    };
    for (const deal of this.deals) blockOf(deal)?.deals.push(deal);
    for (const invoice of this.invoices) blockOf(invoice)?.invoices.push(invoice);
    for (const credit of this.credits) blockOf(credit)?.credits.push(credit);
    for (const row of this.revenue) blockOf(row)?.revenue.push(row);
    for (const receipt of this.receipts) blockOf(receipt)?.receipts.push(receipt);
    for (const refund of this.refunds) blockOf(refund)?.refunds.push(refund);
    return [...blocks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, block]) => block);
  }
}

/** By day, then key: an order that does not know the rows' order. */
export function byDayAndKey(a: ReconciledRecord, b: ReconciledRecord): number {
  return a.day - b.day || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function inOrder<T extends ReconciledRecord>(records: readonly T[]): T[] {
  return [...records].sort(byDayAndKey);
}

/** A link that a pass proposes. */
export interface Proposal {
  /** Where a set holds links of another kind than the pass's own. */
  readonly kind?: LinkKind;
  readonly left: ReconciledRecord;
  readonly right: ReconciledRecord;
  readonly allocated: number;
  readonly evidence: readonly Evidence[];
  readonly runnerUp?: string;
}

/** The records of a list in order of days that lie between two days, both included. */
export function between<T extends ReconciledRecord>(list: readonly T[], from: number, to: number): readonly T[] {
  const position = (day: number): number => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.day ?? Infinity) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return list.slice(position(from), position(to + 1));
}
