/** Receipts and invoices that meet as sets: one payment of several invoices, several part payments of one. */

import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../../domain/record';
import { STEPS_A_SEARCH } from '../desk';
import type { Block, Desk, Proposal } from '../desk';
import { groupBy } from '../groupBy';
import { dueDay, habitsOf } from '../habit';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { exactSumEvidence } from '../nearSets';
import { OpenList } from '../openList';
import {
  isTimely,
  maySettle,
  nameOf,
  openInvoices,
  owed,
  payableDays,
  timeEvidence,
  usuallyPaidBy,
  waiting,
  waitingAmount,
} from '../payable';
import { couldTell, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import type { SubsetResult } from '../subset';
import { equalRivals } from './equalRivals';
import { quotedEvidence } from './naming';
import type { Finding } from './passes';
import { holdsNamed } from './receiptReferences';
import { separated } from './separate';

const MOST_ITEMS = 10;
/** Where a customer has more open invoices than these, sums are looked for among the latest. */
const MOST_OPEN = 200;
/** More part payments of one invoice than these prove little by adding up. */
const SMALL_GROUP = 4;

/** Invoices of the customer that add up to the receipt. */
export function* subsetOfInvoices(desk: Desk): Generator<Finding> {
  const habits = habitsOf(desk);
  for (const block of desk.blocks) {
    const late = habits.get(block)?.late ?? 0;
    const open = openInvoices(desk, block);
    for (const receipt of waiting(desk, block.receipts)) {
      const target = waitingAmount(desk, receipt);
      const bounds = { ...payableDays(desk, receipt), least: 1, most: Infinity };
      const payable = open.latest(
        bounds,
        MOST_OPEN,
        (invoice) => desk.open.due(invoice, receipt.day) > 0 && maySettle(desk, invoice, receipt),
      );
      const { invoices, amounts, result } = searchTimelyThenAll(desk, block, payable.records, receipt, target);
      if (result.outcome === 'nothing') {
        if (payable.cut && couldTell(payable.open, amounts, target)) yield { cut: receipt.key };
        continue;
      }
      const away = (at: number): number => Math.abs(receipt.day - late - dueDay(desk, invoices[at] as Invoice));
      const set =
        result.outcome === 'found'
          ? result.items
          : result.outcome === 'ambiguous' && result.complete
            ? separated(result.sets, invoices)
            : null;
      if (set === null) {
        const candidates = result.outcome === 'found' ? [] : result.sets.map((one) => one.map((i) => invoices[i]?.key ?? ''));
        yield { search: { anchor: receipt.key, outcome: result.outcome === 'stopped' ? 'stopped' : 'ambiguous', candidates } };
        continue;
      }
      const members = set.map((at) => amounts[at] ?? 0);
      const sum = exactSumEvidence(members, amounts, target);
      const chosen = nearestEquals(set, amounts, away);
      const links = chosen.map(({ at, rival }): Proposal => {
        const invoice = invoices[at] as Invoice;
        const list = [
          sum,
          customerEvidence(desk, invoice, receipt),
          ...quotedEvidence(desk, block, invoice, receipt),
          timeEvidence(desk, invoice, receipt),
        ];
        const other = rival === null ? undefined : invoices[rival];
        return {
          left: invoice,
          right: receipt,
          allocated: amounts[at] ?? 0,
          evidence: other === undefined ? list : [...list, evidence('date', 'another of the amount stays open', -3)],
          runnerUp:
            other === undefined ? '' : `${nameOf(other)}: ${away(rival ?? 0) - away(at)} days further from when it is due`,
        };
      });
      const paid = new Set(links.map(({ left }) => left as Invoice));
      if (!holdsNamed(desk, receipt, paid)) continue;
      yield { links };
      open.refresh(paid);
    }
  }
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

/** Part payments of the customer, near each other and the invoice, that add up to what is open of it. */
export function* receiptsOfInvoice(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const free = new OpenList(waiting(desk, block.receipts), (receipt) => waitingAmount(desk, receipt));
    const rivalOf = equalRivals(desk, block);
    for (const invoice of block.invoices) {
      const due = owed(desk, invoice) > 0 ? desk.open.dueAfterCredits(invoice) : 0;
      if (due <= 0) continue;
      const days = { from: invoice.day - desk.options.matchDays, to: usuallyPaidBy(desk, invoice) };
      const receipts = free.within({ ...days, least: 1, most: Infinity }).filter((receipt) => maySettle(desk, invoice, receipt));
      const amounts = receipts.map((receipt) => free.open(receipt));
      const set = searchParts(block, receipts, amounts, due);
      if (set === null) continue;
      const sum = exactSumEvidence(
        set.map((receipt) => free.open(receipt)),
        amounts,
        due,
      );
      const rival = rivalOf(invoice, set);
      yield {
        links: set.map((receipt) => ({
          left: invoice,
          right: receipt,
          allocated: free.open(receipt),
          evidence: [
            sum,
            customerEvidence(desk, invoice, receipt),
            ...quotedEvidence(desk, block, invoice, receipt),
            timeEvidence(desk, invoice, receipt),
            ...rival.evidence,
          ],
          runnerUp: rival.runnerUp,
        })),
      };
      free.refresh(set);
    }
  }
}

/** The one set of part payments that adds up, of several the only one of a day. */
function searchParts(block: Block, receipts: readonly Receipt[], amounts: readonly Minor[], due: Minor): Receipt[] | null {
  const maxItems = tellingSize(amounts, due, SMALL_GROUP);
  if (maxItems < 2) return null;
  const rules = { minItems: 2, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false };
  const result = findSubset(amounts, due, rules, block.budget);
  const sets = result.outcome === 'found' ? [result.items] : result.outcome === 'ambiguous' && result.complete ? result.sets : [];
  return separated(sets, receipts)?.map((i) => receipts[i] as Receipt) ?? null;
}
