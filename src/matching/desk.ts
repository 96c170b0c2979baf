/** Where the passes work: the records in order, what is known of them, what is still open, and the links made so far. */

import { matchKey } from '../domain/link';
import type { Evidence, Link, LinkKind, OpenSearch } from '../domain/link';
import type { RecordKey } from '../domain/record';
import type { CustomerBy, Deal, Invoice, Receipt, ReconciledRecord, Records, Revenue } from './numbered';
import { OpenAmounts } from './allocation';
import { byNumber } from './byNumber';
import { Blocks } from './blocks';
import type { Block } from './blocks';
import type { NamedRecords } from './named';
import { KindSets } from './kindSets';
import type { MatchOptions } from './options';

/** A search of sets that branches may spend so many steps; one that meets in the middle spends what its halves hold. */
export const STEPS_A_SEARCH = 100_000;
/** Candidates that are kept of an open search. */
export const CANDIDATES_SHOWN = 10;

/** How many candidates there are, where no more are looked for than are shown. */
export function candidatesFound({ length }: readonly unknown[]): string {
  return length < CANDIDATES_SHOWN ? `${length}` : `${CANDIDATES_SHOWN} or more`;
}

/** A link with the records at its ends. */
export interface Linked {
  readonly link: Link;
  readonly left: ReconciledRecord;
  readonly right: ReconciledRecord;
}

/** A search that ended open, with the record to be settled. */
export interface Search extends Omit<OpenSearch, 'anchor'> {
  readonly anchor: ReconciledRecord;
}

/** What is known of the records before they are matched, by their numbers. */
export interface Known {
  readonly named: NamedRecords;
  readonly customerBy: CustomerBy;
  /** Top of a customer's group. */
  readonly groupOf: (customer: string) => string;
  /** Match keys of links that no pass may make. */
  readonly closed: ReadonlySet<string>;
  /** Receipts whose customer is known only by the account that paid them, or by the documents that they name. */
  readonly knownBy: ReadonlyMap<number, 'account' | 'named'>;
}

const NO_LINKS: readonly Linked[] = [];

export class Desk {
  readonly deals: readonly Deal[];
  readonly invoices: readonly Invoice[];
  readonly credits: readonly Invoice[];
  readonly revenue: readonly Revenue[];
  readonly receipts: readonly Receipt[];
  readonly refunds: readonly Receipt[];
  /** Those that may still wait for an invoice: among `receipts`, fewer as the passes go. */
  waiting: readonly Receipt[];
  readonly open: OpenAmounts;
  readonly blocks: readonly Block[];
  readonly links: Link[] = [];
  /** Of each link in turn the numbers of its records, left before right. */
  readonly ends: number[] = [];
  readonly searches: OpenSearch[] = [];
  /** Suggested links that take nothing while the passes run, each set of them as one. */
  readonly suggestions: (readonly Linked[])[] = [];
  readonly named: NamedRecords;
  readonly groupOf: (customer: string) => string;
  readonly payers: Known['knownBy'];
  /** Invoices that a waiting receipt names though their amounts do not agree: no other takes them by amount before it is settled. */
  claimantOf: ReadonlyMap<Invoice, Receipt> = new Map();
  /** Records whose confirmed partner is gone, by the kind of the link: another partner is for a person to confirm. */
  bereft: ReadonlyMap<LinkKind, ReadonlySet<RecordKey>> = new Map();
  private readonly customerBy: CustomerBy;
  private readonly refused: ReadonlySet<string>;
  /** By the records' numbers: the kinds of their links, the links, the kinds of which a person is asked, the blocks. */
  private readonly linked: KindSets;
  private readonly linksBy: (Linked[] | undefined)[];
  private readonly unsettled: KindSets;
  private readonly blockBy: (Block | undefined)[];

  constructor(
    records: Records,
    readonly options: MatchOptions,
    { named, customerBy, groupOf, closed, knownBy }: Known,
  ) {
    this.deals = inOrder(records.deals);
    this.invoices = inOrder(records.invoices.filter(({ kind }) => kind === 'invoice'));
    this.credits = inOrder(records.invoices.filter(({ kind }) => kind === 'credit'));
    this.revenue = inOrder(records.revenue);
    this.receipts = inOrder(records.receipts.filter(({ kind }) => kind === 'receipt'));
    this.refunds = inOrder(records.receipts.filter(({ kind }) => kind === 'refund'));
    this.waiting = this.receipts;
    this.named = named;
    this.customerBy = customerBy;
    this.groupOf = groupOf;
    this.refused = closed;
    this.payers = knownBy;
    this.open = new OpenAmounts(records.count);
    this.linked = new KindSets(records.count);
    this.linksBy = byNumber(records.count);
    this.unsettled = new KindSets(records.count);
    this.blockBy = byNumber(records.count);
    this.blocks = this.makeBlocks();
  }

  /** Links that a record has at one of its ends. */
  linksOf(kind: LinkKind, record: ReconciledRecord): readonly Linked[] {
    if (!this.linked.has(kind, record)) return NO_LINKS;
    const all = this.linksBy[record.at] ?? NO_LINKS;
    return this.linked.hasOnly(kind, record) ? all : all.filter(({ link }) => link.kind === kind);
  }

  isLinked(kind: LinkKind, record: ReconciledRecord): boolean {
    return this.linked.has(kind, record);
  }

  isRefused(kind: LinkKind, left: ReconciledRecord, right: ReconciledRecord): boolean {
    return this.refused.size > 0 && this.refused.has(matchKey(kind, left.key, right.key));
  }

  /** True where a search for this record ended open: a person settles it, no later pass may. */
  isUnsettled(kind: LinkKind, record: ReconciledRecord): boolean {
    return this.unsettled.has(kind, record);
  }

  customerOf({ at }: ReconciledRecord): string | undefined {
    return this.customerBy[at];
  }

  sameCustomer(a: ReconciledRecord, b: ReconciledRecord): boolean {
    const customer = this.customerOf(a);
    return customer !== undefined && customer === this.customerOf(b);
  }

  /** The block that a record lies in; undefined where its customer is not known. */
  blockOf({ at }: ReconciledRecord): Block | undefined {
    return this.blockBy[at];
  }

  /** Adds links that stand or fall together; suggested ones wait in `suggestions` where they may not take amounts from others. */
  addLinks(links: readonly Linked[]): void {
    if (!this.options.suggestedInNumbers && links.some(({ link }) => link.state === 'suggested')) this.suggestions.push(links);
    else for (const link of links) this.addLink(link);
  }

  addLink(linked: Linked): void {
    const { link, left, right } = linked;
    this.links.push(link);
    this.ends.push(left.at, right.at);
    this.attach(left, linked);
    if (right !== left) this.attach(right, linked);
    this.open.book({ kind: link.kind, left, right, allocated: link.allocated });
  }

  private attach(record: ReconciledRecord, linked: Linked): void {
    this.linked.add(linked.link.kind, record);
    const links = this.linksBy[record.at];
    if (links === undefined) this.linksBy[record.at] = [linked];
    // Few get more than two, and a list that grows keeps room for many.
    else if (links.length === 1) this.linksBy[record.at] = [...links, linked];
    else links.push(linked);
  }

  /** @param holds further records that the answer to the search settles: no later pass may */
  addSearch(search: Search, holds: readonly ReconciledRecord[] = []): void {
    const { anchor, candidates } = search;
    this.searches.push({ ...search, anchor: anchor.key, candidates: candidates.slice(0, CANDIDATES_SHOWN) });
    for (const record of [anchor, ...holds]) this.unsettled.add(search.kind, record);
  }

  private makeBlocks(): Block[] {
    const blocks = new Blocks();
    const put = <T extends ReconciledRecord>(records: readonly T[], listOf: (block: Block) => T[]): void => {
      for (const record of records) {
        const customer = this.customerBy[record.at];
        if (customer === undefined) continue;
        const block = blocks.of(customer, record.currency);
        this.blockBy[record.at] = block;
        listOf(block).push(record);
      }
    };
    put(this.deals, ({ deals }) => deals);
    put(this.invoices, ({ invoices }) => invoices);
    put(this.credits, ({ credits }) => credits);
    put(this.revenue, ({ revenue }) => revenue);
    put(this.receipts, ({ receipts }) => receipts);
    put(this.refunds, ({ refunds }) => refunds);
    return blocks.inOrder();
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
