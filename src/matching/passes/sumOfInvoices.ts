/** One payment of several invoices that add up to it. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { STEPS_A_SEARCH } from '../desk';
import type { Block } from '../blocks';
import type { Desk, Proposal } from '../desk';
import { groupBy } from '../groupBy';
import { dueDay, habitOfBlock } from '../habit';
import { label } from '../label';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { OpenList } from '../openList';
import { isTimely, maySettle, openInvoices, payableDays, timeEvidence, waitingAmount, waitingBlocks } from '../payable';
import { allOpenEvidence, couldTell, exactSumEvidence, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import type { SubsetResult } from '../subset';
import { equalRivals } from './equalRivals';
import type { RivalOf } from './equalRivals';
import { quotedEvidence, sumOf } from './naming';
import type { Finding } from './pass';
import { holdsNamed } from './receiptReferences';
import { openSearch, separated, tied } from './separate';
import { setsLessCredits, unusedCredits } from './setsLessCredits';
import type { LessCredits } from './setsLessCredits';

const MOST_ITEMS = 10;
/** Where a customer has more open invoices than these, sums are looked for among the latest. */
const MOST_OPEN = 200;

/** Invoices of the customer that add up to the receipt. */
export function* subsetOfInvoices(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    let late: number | undefined;
    const open = openInvoices(desk, block);
    const hasCredits = unusedCredits(desk, block).length > 0;
    const rivalOf = equalRivals(desk, block);
    for (const receipt of receipts) {
      const target = waitingAmount(desk, receipt);
      const bounds = { ...payableDays(desk, receipt), least: 1, most: Infinity };
      const fits = (invoice: Invoice): boolean => desk.open.due(invoice, receipt.day) > 0 && maySettle(desk, invoice, receipt);
      const payable = open.latest(bounds, MOST_OPEN, fits);
      const searched =
        (payable.cut ? null : allOpen(desk, payable.records, receipt, target)) ??
        searchTimelyThenAll(desk, block, payable.records, receipt, target);
      const { invoices, amounts, result } = searched;
      if (result.outcome === 'nothing') {
        if (payable.cut && couldTell(payable.open, amounts, target)) yield { cut: receipt };
        continue;
      }
      const set = onlySet(searched);
      if (set === null) {
        if (result.outcome !== 'found') yield openSearch(receipt, invoices, result.outcome, result.sets, 'add up to the cent');
        continue;
      }
      const usual = (late ??= habitOfBlock(desk, block)?.late ?? 0);
      const away = (at: number): number => Math.abs(receipt.day - usual - dueDay(desk, invoices[at] as Invoice));
      const chosen = nearestEquals(set, amounts, away);
      const paid = new Set(chosen.map(({ at }) => invoices[at] as Invoice));
      if (!holdsNamed(desk, receipt, paid)) continue;
      const rivals = hasCredits ? rivalSets(desk, block, open, receipt, searched, set) : [];
      if (rivals.length > 1) {
        yield { search: { anchor: receipt, outcome: 'ambiguous', ...tied(rivals) } };
        continue;
      }
      yield { links: linksOf(desk, block, receipt, searched, chosen, away, (invoice) => rivalOf(invoice, [receipt], paid)) };
      open.refresh(paid);
    }
  }
}

function onlySet({ invoices, result }: Searched): readonly number[] | null {
  if (result.outcome === 'found') return result.items;
  return result.outcome === 'ambiguous' && result.complete ? separated(result.sets, invoices) : null;
}

/** A set less credits that says about as much as one without rivals it. */
const AS_TELLING = 3;

/** The set, and those less unused credits that make the payment as well. */
function rivalSets(
  desk: Desk,
  block: Block,
  open: OpenList<Invoice>,
  receipt: Receipt,
  { invoices, amounts, isAll }: Searched,
  set: readonly number[],
): LessCredits[] {
  const sum = sumEvidence(
    set.map((at) => amounts[at] ?? 0),
    amounts,
    isAll,
  );
  const others = setsLessCredits(desk, block, open, receipt).sets.filter(
    ({ credits, sum: other }) => credits.length > 0 && other.weight >= sum.weight - AS_TELLING,
  );
  return [{ invoices: set.map((at) => invoices[at] as Invoice), credits: [], sum }, ...others];
}

function sumEvidence(members: readonly Minor[], amounts: readonly Minor[], isAll = false): Evidence {
  const total = sumOf(members);
  return isAll ? allOpenEvidence(members, total) : exactSumEvidence(members, amounts, total);
}

function linksOf(
  desk: Desk,
  block: Block,
  receipt: Receipt,
  { invoices, amounts, isAll }: Searched,
  chosen: readonly Chosen[],
  away: (at: number) => number,
  rivalOf: (invoice: Invoice) => ReturnType<RivalOf>,
): Proposal[] {
  const members = chosen.map(({ at }) => amounts[at] ?? 0);
  const sum = sumEvidence(members, amounts, isAll);
  return chosen.map(({ at, rival }) => {
    const invoice = invoices[at] as Invoice;
    const list = [
      sum,
      customerEvidence(desk, invoice, receipt),
      ...quotedEvidence(desk, block, invoice, receipt),
      timeEvidence(desk, invoice, receipt),
    ];
    const link = { left: invoice, right: receipt, allocated: amounts[at] ?? 0 };
    const other = rival === null ? undefined : invoices[rival];
    if (other === undefined) {
      const { evidence: against, runnerUp } = rivalOf(invoice);
      return { ...link, evidence: [...list, ...against], runnerUp };
    }
    const further = away(rival ?? 0) - away(at);
    return {
      ...link,
      evidence: [...list, evidence('date', 'another of the amount stays open', -3)],
      runnerUp: `${label(other)}: ${further} days further from when it is due`,
    };
  });
}

interface Chosen {
  readonly at: number;
  /** The nearest of the same amount that is left out. */
  readonly rival: number | null;
}

/** Of equal amounts those whose days fit best; a set of amounts does not say which of them it means. */
function nearestEquals(set: readonly number[], amounts: readonly Minor[], away: (at: number) => number): Chosen[] {
  return [...groupBy(set, (at) => amounts[at])].flatMap(([amount, members]) => {
    const equal = amounts.flatMap((other, at) => (other === amount ? [at] : [])).sort((a, b) => away(a) - away(b) || a - b);
    const rival = equal[members.length] ?? null;
    return equal.slice(0, members.length).map((at) => ({ at, rival }));
  });
}

interface Searched {
  readonly invoices: readonly Invoice[];
  readonly amounts: readonly Minor[];
  readonly result: SubsetResult;
  /** The set is all that is open. */
  readonly isAll?: boolean;
}

/** All that is open adds up: any other set is smaller, so there is nothing to search. Null where it does not. */
function allOpen(desk: Desk, invoices: readonly Invoice[], receipt: Receipt, target: Minor): Searched | null {
  const amounts = invoices.map((invoice) => desk.open.due(invoice, receipt.day));
  if (amounts.length < 2 || sumOf(amounts) !== target) return null;
  return { invoices, amounts, result: { outcome: 'found', items: [...amounts.keys()] }, isAll: true };
}

/** Bills that are paid together mostly fall due together: those that are paid about now first, then all that is open. */
function searchTimelyThenAll(desk: Desk, block: Block, open: readonly Invoice[], receipt: Receipt, target: Minor): Searched {
  const search = (invoices: readonly Invoice[]): Searched => {
    const amounts = invoices.map((invoice) => desk.open.due(invoice, receipt.day));
    return { invoices, amounts, result: searchSet(block, amounts, target) };
  };
  const timely = open.filter((invoice) => isTimely(desk, invoice, receipt));
  const first = search(timely);
  return first.result.outcome !== 'nothing' || timely.length === open.length ? first : search(open);
}

/** First the sizes at which a set proves something, among all that is open; only then larger ones, as far as they can be searched. */
function searchSet(block: Block, amounts: readonly Minor[], target: Minor): SubsetResult {
  const rules = { minItems: 2, steps: STEPS_A_SEARCH, equalsAlike: true };
  const telling = tellingSize(amounts, target, MOST_ITEMS);
  const small = telling < 2 ? null : findSubset(amounts, target, { ...rules, maxItems: telling }, block.budget);
  return small !== null && small.outcome !== 'nothing'
    ? small
    : findSubset(amounts, target, { ...rules, maxItems: MOST_ITEMS }, block.budget);
}
