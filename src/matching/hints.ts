/** The nearest candidate of each record that stayed without a partner: a hint for a person, never in the numbers. */

import type { Hint, LinkKind } from '../domain/link';
import type { Currency, Minor } from '../domain/money';
import type { Deal, Invoice, Receipt, ReconciledRecord } from './numbered';
import type { Desk } from './desk';
import { pushTo } from './groupBy';
import { judge, leftAmount, rightAmount } from './judge';
import { nearestFitting } from './openList';
import { Shelf } from './shelf';

/** An open candidate whose amount differs by more is none worth naming. */
const NEAR = 0.5;
/** One that belongs to another is named only where its amount is about the same: a second copy, or a wrong link. */
const NEAR_TAKEN = 0.02;

interface Lists {
  readonly deals: readonly Deal[];
  readonly invoices: readonly Invoice[];
  readonly credits: readonly Invoice[];
  readonly receipts: readonly Receipt[];
}

/** Which records may stay alone, and among which their partner is looked for. */
interface Search {
  readonly kind: LinkKind;
  /** Side of a link on which the lonely record would stand. */
  readonly side: 'left' | 'right';
  readonly lonely: (lists: Lists) => readonly ReconciledRecord[];
  readonly among: (lists: Lists) => readonly ReconciledRecord[];
}

const SEARCHES: readonly Search[] = [
  { kind: 'deal-invoice', side: 'right', lonely: ({ invoices }) => invoices, among: ({ deals }) => deals },
  { kind: 'deal-invoice', side: 'left', lonely: ({ deals }) => deals, among: ({ invoices }) => invoices },
  { kind: 'invoice-credit', side: 'right', lonely: ({ credits }) => credits, among: ({ invoices }) => invoices },
  { kind: 'invoice-receipt', side: 'right', lonely: ({ receipts }) => receipts, among: ({ invoices }) => invoices },
];

/** For each record without a partner the nearest open amount of its customer; else the same amount of another customer. */
export function nearestCandidates(desk: Desk): Hint[] {
  return SEARCHES.flatMap((search) => new Finder(desk, search).hints());
}

/** Records of which something is open, in order of days. */
type OpenByAmount = ReadonlyMap<Currency, ReadonlyMap<Minor, readonly ReconciledRecord[]>>;

class Finder {
  private strangers: OpenByAmount | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly search: Search,
  ) {}

  hints(): Hint[] {
    const { desk, search } = this;
    const ofCustomers = desk.blocks.flatMap((block) => {
      const lonely = search.lonely(block).filter((record) => this.isLonely(record));
      if (lonely.length === 0) return [];
      const all = search.among(block);
      const open = new Shelf(all, (record) => this.candidateAmount(record, true));
      const whole = new Shelf(all, (record) => this.candidateAmount(record, false));
      return lonely.flatMap((record) => this.ofCustomer(record, open, whole) ?? this.ofStranger(record) ?? []);
    });
    const ofNobody = search
      .lonely(desk)
      .filter((record) => desk.customerOf(record) === undefined && this.isLonely(record))
      .flatMap((record) => this.ofStranger(record) ?? []);
    return [...ofCustomers, ...ofNobody];
  }

  private isLonely(record: ReconciledRecord): boolean {
    const { desk } = this;
    const { kind } = this.search;
    return !desk.isLinked(kind, record) && !desk.isUnsettled(kind, record) && this.lonelyAmount(record) > 0;
  }

  private lonelyAmount(record: ReconciledRecord): Minor {
    const { kind, side } = this.search;
    return side === 'left' ? leftAmount(this.desk, kind, record, record.day, true) : rightAmount(this.desk, kind, record, true);
  }

  private candidateAmount(record: ReconciledRecord, isOpen: boolean): Minor {
    const { kind, side } = this.search;
    return side === 'left'
      ? rightAmount(this.desk, kind, record, isOpen)
      : leftAmount(this.desk, kind, record, record.day, isOpen);
  }

  private ofCustomer(record: ReconciledRecord, open: Shelf, whole: Shelf): Hint | null {
    const amount = this.lonelyAmount(record);
    const fits = (candidate: ReconciledRecord): boolean => this.isAllowed(record, candidate);
    const candidate = open.nearest(amount, record.day, NEAR, fits) ?? whole.nearest(amount, record.day, NEAR_TAKEN, fits);
    return candidate === null ? null : this.hint(record, candidate);
  }

  /** Somebody else's open document of the very amount, the nearest in time. */
  private ofStranger(record: ReconciledRecord): Hint | null {
    this.strangers ??= this.openByAmount();
    const equal = this.strangers.get(record.currency)?.get(this.lonelyAmount(record));
    if (equal === undefined) return null;
    const distance = (day: number): number => Math.abs(day - record.day);
    const [candidate] = nearestFitting(
      equal,
      ({ day }) => day,
      record.day,
      distance,
      1,
      (one) => this.isAllowed(record, one),
    );
    return candidate === undefined ? null : this.hint(record, candidate);
  }

  /** The desk's lists are in order of days already. */
  private openByAmount(): OpenByAmount {
    const byCurrency = new Map<Currency, Map<Minor, ReconciledRecord[]>>();
    for (const candidate of this.search.among(this.desk)) {
      const amount = this.candidateAmount(candidate, true);
      if (amount <= 0) continue;
      const byAmount = byCurrency.get(candidate.currency) ?? new Map<Minor, ReconciledRecord[]>();
      byCurrency.set(candidate.currency, byAmount);
      pushTo(byAmount, amount, candidate);
    }
    return byCurrency;
  }

  private isAllowed(record: ReconciledRecord, candidate: ReconciledRecord): boolean {
    const [left, right] = this.inPlace(record, candidate);
    return left.key !== right.key && !this.desk.isRefused(this.search.kind, left, right);
  }

  private inPlace(record: ReconciledRecord, candidate: ReconciledRecord): readonly [ReconciledRecord, ReconciledRecord] {
    return this.search.side === 'left' ? [record, candidate] : [candidate, record];
  }

  private hint(record: ReconciledRecord, candidate: ReconciledRecord): Hint {
    const [left, right] = this.inPlace(record, candidate);
    const judged = judge(this.desk, this.search.kind, left, right, 'open');
    return { ...judged, record: record.key, candidate: candidate.key, reason: against(judged.evidence) };
  }
}

/** What spoke against a pair, the heaviest first; where nothing did, what failed to speak for it. */
function against(evidence: Hint['evidence']): string {
  const list = evidence.filter(({ weight }) => weight <= 0).sort((a, b) => a.weight - b.weight);
  const heavy = list.filter(({ weight }) => weight < 0);
  const told = heavy.length > 0 ? heavy : list;
  return told.length === 0
    ? 'too little speaks for it'
    : told.map(({ comparison, level }) => `${comparison}: ${level}`).join('; ');
}
