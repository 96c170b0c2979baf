/** Several part payments of one invoice. */

import type { Minor } from '../../domain/money';
import type { Receipt } from '../../domain/record';
import { STEPS_A_SEARCH } from '../desk';
import type { Block, Desk } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { exactSumEvidence } from '../nearSets';
import { OpenList } from '../openList';
import { maySettle, owed, timeEvidence, usuallyPaidBy, waitingAmount, waitingBlocks } from '../payable';
import { couldTell, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import { equalRivals } from './equalRivals';
import { quotedEvidence } from './naming';
import type { Finding } from './passes';
import { separated } from './separate';

/** Receipts among which the part payments of an invoice are looked for: the earliest. */
const MOST_PARTS = 200;
/** More part payments of one invoice than these prove little by adding up. */
const SMALL_GROUP = 4;

/** Part payments of the customer, near each other and the invoice, that add up to what is open of it. */
export function* receiptsOfInvoice(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const free = new OpenList(receipts, (receipt) => waitingAmount(desk, receipt));
    const rivalOf = equalRivals(desk, block);
    for (const invoice of block.invoices) {
      const due = owed(desk, invoice) > 0 ? desk.open.dueAfterCredits(invoice) : 0;
      if (due <= 0) continue;
      const days = { from: invoice.day - desk.options.matchDays, to: usuallyPaidBy(desk, invoice) };
      const bounds = { ...days, least: 1, most: due };
      // Where any two might make the amount by chance, two that do say nothing.
      if (free.count(bounds, MOST_PARTS + 1) > MOST_PARTS && !couldTell(free.count(bounds, Infinity), [], due)) continue;
      const { records: receipts } = free.earliest(bounds, MOST_PARTS, (receipt) => maySettle(desk, invoice, receipt));
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
