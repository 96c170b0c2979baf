/** Several part payments of one invoice. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Receipt } from '../numbered';
import { STEPS_A_SEARCH } from '../desk';
import type { Block } from '../blocks';
import type { Desk } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { OpenList } from '../openList';
import { maySettle, owed, timeEvidence, unpaid, usuallyPaidBy, waitingAmount, waitingBlocks } from '../payable';
import { couldTell, exactSumEvidence, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import type { SubsetResult } from '../subset';
import { equalRivals } from './equalRivals';
import { quotedEvidence } from './naming';
import type { Finding } from './pass';
import { openSearch, separated } from './separate';

/** Receipts among which the part payments of an invoice are looked for: the earliest. */
const MOST_PARTS = 200;
/** More part payments of one invoice than these prove little by adding up. */
const SMALL_GROUP = 4;

/** Part payments of the customer, near each other and the invoice, that add up to what is open of it. */
export function* receiptsOfInvoice(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const free = new OpenList(receipts, (receipt) => waitingAmount(desk, receipt));
    const rivalOf = equalRivals(desk, block);
    for (const invoice of unpaid(desk, block)) {
      const due = owed(desk, invoice) > 0 ? desk.open.dueAfterCredits(invoice) : 0;
      if (due <= 0) continue;
      const days = { from: invoice.day - desk.options.matchDays, to: usuallyPaidBy(desk, invoice) };
      const bounds = { ...days, least: 1, most: due };
      // Where any two might make the amount by chance, two that do say nothing.
      if (free.count(bounds, MOST_PARTS + 1) > MOST_PARTS && !couldTell(free.count(bounds, Infinity), [1], due)) continue;
      const { records: receipts } = free.earliest(bounds, MOST_PARTS, (receipt) => maySettle(desk, invoice, receipt));
      const amounts = receipts.map((receipt) => free.open(receipt));
      const evidenceOf = (set: readonly number[]): Evidence =>
        exactSumEvidence(
          set.map((at) => amounts[at] ?? 0),
          amounts,
          due,
        );
      const result = searchParts(block, amounts, due);
      const sets = result.outcome === 'found' ? [result.items] : result.outcome === 'nothing' ? [] : result.sets;
      const isAll = result.outcome === 'found' || (result.outcome === 'ambiguous' && result.complete);
      const one = isAll ? separated(sets, receipts) : null;
      if (one === null) {
        // What chance makes as easily is no candidate: every busy customer has such sets.
        const telling = sets.filter((some) => evidenceOf(some).weight > 0);
        if (telling.length > 1) yield openSearch(invoice, receipts, 'ambiguous', telling, 'add up to the cent');
        else if (result.outcome === 'stopped') yield { cut: invoice };
        continue;
      }
      const sum = evidenceOf(one);
      const set = one.map((at) => receipts[at] as Receipt);
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

/** The sets of part payments that add up, of no more than prove something by it. */
function searchParts(block: Block, amounts: readonly Minor[], due: Minor): SubsetResult {
  const maxItems = tellingSize(amounts, due, SMALL_GROUP);
  if (maxItems < 2) return { outcome: 'nothing' };
  return findSubset(amounts, due, { minItems: 2, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false }, block.budget);
}
