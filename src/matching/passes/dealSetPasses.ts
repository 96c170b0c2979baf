/** Deals and invoices that meet as sets: one deal billed in parts, several deals billed as one. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../numbered';
import { gross } from '../allocation';
import { contest } from '../contest';
import type { Award, Claim } from '../contest';
import { MOST_SEARCHED, searchSet } from '../dealSets';
import type { SetFinding } from '../dealSets';
import {
  billableFrom,
  dateEvidence,
  EARLY,
  freeAmount,
  inWindow,
  isInTime,
  LONGEST_LEAD,
  openAmount,
  openDeals,
  sameDeal,
  unbilled,
  YEAR,
} from '../dealWindow';
import { byDayAndKey } from '../desk';
import type { Block } from '../blocks';
import type { Desk, Proposal } from '../desk';
import { label } from '../label';
import { customerEvidence, PRIOR } from '../linkEvidence';
import { totalWeight } from '../matchWeight';
import { OpenList } from '../openList';
import type { Bounds, Picked } from '../openList';
import { tellingContractSize } from '../setEvidence';
import type { Finding } from './pass';

const KIND = 'deal-invoice';

/** A set that one record claims of the other side. */
interface SetClaim<O, R> extends Claim<O, R> {
  readonly evidenceOf: (record: R) => readonly Evidence[];
  /** Of its weakest member. */
  readonly weight: number;
  /** Days between the owner and the first of the set. */
  readonly distance: number;
  readonly runnerUp: string;
}

/** One deal, several invoices that add up to what is open of it: as they were issued, else with what credits took back taken off. */
export function* splitDeal(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const open = openDeals(desk, block.deals).filter((deal) => desk.open.deal(deal) > 0);
    const bills = open.length === 0 ? [] : unbilled(desk, block);
    if (bills.length === 0) continue;
    const free = new OpenList(bills, (invoice) => freeAmount(desk, invoice));
    // A deal that holds the tax of one bill is not billed by two others: that is for a later pass.
    const withTax = new Set(bills.flatMap((bill) => (bill.tax === 0 ? [] : [gross(bill)])));
    const deals = open.filter((deal) => !withTax.has(desk.open.deal(deal)));
    yield* sets<Deal, Invoice>(desk, deals, free, {
      search: (deal, isTaken) => searchSplit(desk, block, free, deal, deals.length, isTaken),
      evidence: (deal, invoice, [first]) => [customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, first ?? invoice)],
      proposal: (deal, invoice) => ({ left: deal, right: invoice, allocated: invoice.amount }),
    });
  }
}

function searchSplit(
  desk: Desk,
  block: Block,
  free: OpenList<Invoice>,
  deal: Deal,
  rivals: number,
  isTaken: (invoice: Invoice) => boolean,
): SetFinding<Invoice> {
  const target = desk.open.deal(deal);
  const until =
    Math.max(deal.end ?? 0, deal.day + (deal.termMonths ?? 0) * 31, billableFrom(deal) + YEAR) + desk.options.invoicingLag;
  const fits = (invoice: Invoice): boolean => !isTaken(invoice) && !desk.isRefused(KIND, deal, invoice);
  const search = (amountOf: (invoice: Invoice) => Minor, most: Minor): SetFinding<Invoice> =>
    searchIn(block, free, { from: deal.day - EARLY, to: until, least: 1, most }, target, rivals, {
      pick: (bounds) => free.earliest(bounds, MOST_SEARCHED, fits),
      fits,
      amountOf,
      isTimely: ([first]) => first !== undefined && isInTime(desk, deal, first),
    });
  const issued = search(({ amount }) => amount, target - 1);
  if (issued.outcome !== 'nothing' || block.credits.length === 0) return issued;
  const afterCredits = search((invoice) => desk.open.uncredited(invoice), Infinity);
  return afterCredits.outcome === 'found' && afterCredits.set.some((one) => desk.open.uncredited(one) !== one.amount)
    ? afterCredits
    : issued;
}

/** One invoice, several deals whose open amounts add up to it. */
export function* combinedInvoice(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const invoices = unbilled(desk, block).filter(({ amount }) => amount > 0);
    const deals = invoices.length === 0 ? [] : openDeals(desk, block.deals);
    if (deals.length === 0) continue;
    const open = new OpenList(deals, (deal) => openAmount(desk, deal));
    yield* sets<Invoice, Deal>(desk, invoices, open, {
      search: (invoice, isTaken) => {
        const bounds = { from: invoice.day - LONGEST_LEAD, to: invoice.day + EARLY, least: 1, most: invoice.amount - 1 };
        const fits = (deal: Deal): boolean => !isTaken(deal) && inWindow(desk, deal, invoice);
        return searchIn(block, open, bounds, invoice.amount, invoices.length, {
          pick: () => open.nearest(bounds, invoice.day, MOST_SEARCHED, fits),
          fits,
          amountOf: (deal) => open.open(deal),
          isTimely: (set) => set.every((deal) => isInTime(desk, deal, invoice)),
        });
      },
      evidence: (invoice, deal) => [customerEvidence(desk, deal, invoice), dateEvidence(desk, deal, invoice)],
      proposal: (invoice, deal) => ({ left: deal, right: invoice, allocated: open.open(deal) }),
    });
  }
}

interface Looked<T> {
  readonly pick: (bounds: Bounds) => Picked<T>;
  readonly fits: (record: T) => boolean;
  readonly amountOf: (record: T) => Minor;
  readonly isTimely: (set: readonly T[]) => boolean;
}

/** Looks for a set where one could tell something at all: that is known by counting, before any record is looked at. */
function searchIn<T extends Deal | Invoice>(
  block: Block,
  list: OpenList<T>,
  bounds: Bounds,
  target: Minor,
  rivals: number,
  { pick, fits, amountOf, isTimely }: Looked<T>,
): SetFinding<T> {
  const some = Math.min(list.count(bounds, MOST_SEARCHED), MOST_SEARCHED);
  if (tellingContractSize(some, target, rivals, 2) < 2) return { outcome: 'nothing', cut: false };
  const { records, cut, open } = pick(bounds);
  const all = cut ? (): T[] => list.within(bounds).filter(fits) : null;
  return searchSet(block, { near: records, all, open, amountOf, rivals, isTimely }, target);
}

interface SetRules<O, R> {
  readonly search: (owner: O, isTaken: (record: R) => boolean) => SetFinding<R>;
  readonly evidence: (owner: O, record: R, set: readonly R[]) => readonly Evidence[];
  readonly proposal: (owner: O, record: R) => Pick<Proposal, 'left' | 'right' | 'allocated'>;
}

/** Gives sets to those who claim them, the surest first; what stays open is searched once more among what is left. */
function* sets<O extends Deal | Invoice, R extends Deal | Invoice>(
  desk: Desk,
  owners: readonly O[],
  list: OpenList<R>,
  { search, evidence, proposal }: SetRules<O, R>,
): Generator<Finding> {
  const { matchDays } = desk.options;
  const unanswered = new Map<O, Exclude<SetFinding<R>, { outcome: 'found' }>>();
  const claimOf = (owner: O, isTaken: (record: R) => boolean): SetClaim<O, R> | null => {
    const found = search(owner, isTaken);
    unanswered.delete(owner);
    if (found.outcome !== 'found') {
      if (found.outcome !== 'nothing' || found.cut) unanswered.set(owner, found);
      return null;
    }
    const { set, why, runnerUp } = found;
    const evidenceOf = (record: R): readonly Evidence[] => [...why, ...evidence(owner, record, set)];
    const weight = Math.min(...set.map((record) => totalWeight(evidenceOf(record))));
    const distance = Math.min(...set.map(({ day }) => Math.abs(day - owner.day)));
    return weight + PRIOR < 0 ? null : { owner, takes: set, evidenceOf, weight, distance, runnerUp };
  };
  const awards = contest<O, R, SetClaim<O, R>>(owners, {
    claimOf,
    order: (a, b) =>
      b.weight - a.weight || a.takes.length - b.takes.length || a.distance - b.distance || byDayAndKey(a.owner, b.owner),
    isAsGood: (claim, other) =>
      claim.weight - other.weight < 1 &&
      claim.takes.length === other.takes.length &&
      Math.abs(claim.distance - other.distance) <= matchDays,
    isTwin: (a, b) => a.role === 'deal' && b.role === 'deal' && sameDeal(a, b, matchDays),
  });
  const answered = new Set<O>();
  for (const award of awards) {
    if ('cut' in award) {
      yield { cut: award.cut };
      continue;
    }
    for (const { owner } of [award.claim, ...award.ties]) answered.add(owner);
    yield award.ties.length > 0 ? tieOf(award) : { links: linksOf(award, proposal) };
    list.refresh(award.claim.takes);
  }
  for (const [owner, before] of [...unanswered].sort(([a], [b]) => byDayAndKey(a, b))) {
    if (answered.has(owner)) continue;
    const found = before.outcome === 'nothing' ? before : search(owner, () => false);
    if (found.outcome === 'nothing') {
      if (found.cut) yield { cut: owner };
    } else if (found.outcome !== 'found') {
      const candidates = found.sets.map((set) => set.map(({ key }) => key));
      yield { search: { anchor: owner, outcome: found.outcome, candidates, why: found.why } };
    }
  }
}

function linksOf<O extends Deal | Invoice, R extends Deal | Invoice>(
  { claim, rival }: Award<SetClaim<O, R>>,
  proposal: SetRules<O, R>['proposal'],
): Proposal[] {
  const lost = rival === undefined ? '' : `${label(rival.owner)}: ${rival.takes.length} that add up to it as well, less surely`;
  const runnerUp = claim.runnerUp === '' ? lost : claim.runnerUp;
  return claim.takes.map((record) => ({ ...proposal(claim.owner, record), evidence: claim.evidenceOf(record), runnerUp }));
}

function tieOf<O extends Deal | Invoice, R extends Deal | Invoice>({ claim, ties }: Award<SetClaim<O, R>>): Finding {
  const [first, ...more] = claim.takes;
  const owners = [claim, ...ties].map(({ owner }) => owner).sort(byDayAndKey);
  return {
    search: {
      anchor: first ?? claim.owner,
      outcome: 'ambiguous',
      candidates: owners.map(({ key }) => [key]),
      why: `with ${more.map(label).join(', ')} it adds up to each of ${owners.length}`,
    },
    holds: more,
  };
}
