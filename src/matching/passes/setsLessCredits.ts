/** Sets of open invoices less unused credits that make a payment to the cent. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { gross } from '../allocation';
import { STEPS_A_SEARCH } from '../desk';
import type { Block } from '../blocks';
import type { Desk } from '../desk';
import type { OpenList } from '../openList';
import { maySettle, payableDays, waitingAmount } from '../payable';
import { allOpenEvidence, exactSumEvidence, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import { sumOf } from './naming';

const KIND = 'invoice-credit';
/** Where a customer has more open invoices than these, sets are looked for among the latest. */
const MOST_OPEN = 200;
const MOST_ITEMS = 10;
/** Unused credits that are tried in every combination: the latest. */
const MOST_CREDITS = 4;

export interface LessCredits {
  readonly invoices: readonly Invoice[];
  readonly credits: readonly Invoice[];
  readonly sum: Evidence;
}

export interface SetsLessCredits {
  readonly sets: readonly LessCredits[];
  /** False where the search was stopped: the sets found are not known to be all. */
  readonly complete: boolean;
}

/** Credits that are on no invoice yet and of which nobody is asked. */
export function unusedCredits(desk: Desk, { credits }: Block): Invoice[] {
  return credits.filter(
    (credit) => credit.amount < 0 && gross(credit) < 0 && !desk.isLinked(KIND, credit) && !desk.isUnsettled(KIND, credit),
  );
}

export function mayTakeOff(desk: Desk, invoice: Invoice, credit: Invoice): boolean {
  return !desk.isRefused(KIND, invoice, credit) && !desk.isUnsettled('invoice-receipt', invoice);
}

/** @param open the block's open invoices */
export function setsLessCredits(desk: Desk, block: Block, open: OpenList<Invoice>, receipt: Receipt): SetsLessCredits {
  const { from, to } = payableDays(desk, receipt);
  const unused = unusedCredits(desk, block).filter(({ day }) => day >= from && day <= to);
  const credits = unused.slice(-MOST_CREDITS);
  if (credits.length === 0) return NONE;
  const fits = (invoice: Invoice): boolean => desk.open.due(invoice, receipt.day) > 0 && maySettle(desk, invoice, receipt);
  const payable = open.latest({ from, to, least: 1, most: Infinity }, MOST_OPEN, fits);
  const search = new Search(
    payable.records,
    payable.records.map((invoice) => desk.open.due(invoice, receipt.day)),
    credits,
    waitingAmount(desk, receipt),
    block,
  );
  const isWhole = !payable.cut && unused.length === credits.length;
  const balance = isWhole ? search.balance() : null;
  if (balance !== null) return balance;
  const found = search.some();
  return { sets: found.sets, complete: found.complete && (isWhole || found.sets.length === 0) };
}

const NONE: SetsLessCredits = { sets: [], complete: true };

class Search {
  constructor(
    private readonly invoices: readonly Invoice[],
    private readonly amounts: readonly Minor[],
    private readonly credits: readonly Invoice[],
    private readonly target: Minor,
    private readonly block: Block,
  ) {}

  /**
   * All invoices less all credits: the customer's balance. Another set leaves out credits, and invoices that make up for
   * them to the cent. Null where the balance is not what was paid.
   */
  balance(): SetsLessCredits | null {
    const { amounts, credits, invoices, target } = this;
    if (invoices.length === 0 || sumOf(amounts) - sumOf(credits.map(worth)) !== target) return null;
    const members = [...amounts, ...credits.map(worth)];
    const sets: LessCredits[] = [{ invoices, credits, sum: allOpenEvidence(members, target) }];
    let complete = true;
    for (const left of combinations(credits)) {
      const rules = { minItems: 1, maxItems: MOST_ITEMS, steps: STEPS_A_SEARCH, equalsAlike: true };
      const result = findSubset(amounts, sumOf(left.map(worth)), rules, this.block.budget);
      if (result.outcome === 'stopped') complete = false;
      const found = result.outcome === 'found' ? [result.items] : result.outcome === 'nothing' ? [] : result.sets;
      for (const items of found) {
        const without = amounts.flatMap((_, at) => (items.includes(at) ? [] : [at]));
        sets.push(
          this.setOf(
            without,
            credits.filter((credit) => !left.includes(credit)),
          ),
        );
      }
    }
    return { sets: sets.filter(({ invoices: paid }) => paid.length > 0), complete };
  }

  /** Small sets that chance seldom makes, in every combination of the credits. */
  some(): SetsLessCredits {
    const { amounts, block, credits, target } = this;
    const sets: LessCredits[] = [];
    let complete = true;
    for (const taken of combinations(credits)) {
      const billed = target + sumOf(taken.map(worth));
      const most = tellingSize([...amounts, ...credits.map(worth)], billed, MOST_ITEMS) - taken.length;
      if (most < 1) continue;
      const rules = { minItems: 1, maxItems: most, steps: STEPS_A_SEARCH, equalsAlike: true };
      const result = findSubset(amounts, billed, rules, block.budget);
      if (result.outcome === 'stopped') complete = false;
      const found = result.outcome === 'found' ? [result.items] : result.outcome === 'nothing' ? [] : result.sets;
      for (const items of found) sets.push(this.setOf(items, taken));
    }
    // What chance makes as easily is no candidate.
    return { sets: sets.filter(({ sum }) => sum.weight > 0), complete };
  }

  private setOf(items: readonly number[], taken: readonly Invoice[]): LessCredits {
    const { amounts, credits, invoices } = this;
    const members = [...items.map((at) => amounts[at] ?? 0), ...taken.map(worth)];
    return {
      invoices: items.map((at) => invoices[at] as Invoice),
      credits: taken,
      sum: exactSumEvidence(members, [...amounts, ...credits.map(worth)], sumOf(items.map((at) => amounts[at] ?? 0))),
    };
  }
}

function worth(credit: Invoice): Minor {
  return -gross(credit);
}

/** Every choice of one or more. */
function combinations(credits: readonly Invoice[]): Invoice[][] {
  return Array.from({ length: 2 ** credits.length - 1 }, (_, bits) =>
    credits.filter((_credit, at) => (((bits + 1) >> at) & 1) === 1),
  );
}
