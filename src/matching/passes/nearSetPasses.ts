/** Receipts and invoices that meet as sets but for a small difference: a charge, a rounding, a deduction. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { STEPS_A_SEARCH } from '../desk';
import type { Block } from '../blocks';
import type { Desk, Proposal } from '../desk';
import { customerEvidence } from '../linkEvidence';
import { findNearSets } from '../nearSets';
import type { NearSets } from '../nearSets';
import { OpenList } from '../openList';
import { tolerance } from '../options';
import {
  isTimely,
  maySettle,
  mostOpen,
  openInvoices,
  owed,
  payableDays,
  timeEvidence,
  unpaid,
  usuallyPaidBy,
  waitingAmount,
  waitingBlocks,
} from '../payable';
import { largestTelling, nearSumEvidence } from '../setEvidence';
import { equalRivals } from './equalRivals';
import type { RivalOf } from './equalRivals';
import { quotedEvidence } from './naming';
import type { Finding } from './pass';
import { holdsNamed } from './receiptReferences';
import { openSearch, separated } from './separate';

const MOST_ITEMS = 10;
/** More part payments of one invoice than these prove little by adding up. */
const MOST_PARTS = 5;
/** Records among which sets are looked for: the latest invoices, the earliest receipts. */
const MOST_OPEN = 60;
function search(block: Block, amounts: readonly Minor[], target: Minor, within: Minor, most: number): NearSets | null {
  const maxItems = largestTelling(amounts.length, within, target, most);
  if (maxItems < 2) return null;
  const range = { least: target - within, most: target + within };
  return findNearSets(amounts, range, { minItems: 2, maxItems, steps: STEPS_A_SEARCH }, block.budget);
}

/** Invoices of the customer that the receipt pays but for a small difference. */
export function* nearSumOfInvoices(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const open = openInvoices(desk, block);
    const rivalOf = equalRivals(desk, block);
    for (const receipt of receipts) {
      const target = waitingAmount(desk, receipt);
      const within = tolerance(desk.options, target);
      const bounds = { ...payableDays(desk, receipt), least: within + 1, most: mostOpen(block, target + within) };
      const fits = (invoice: Invoice): boolean => {
        const due = desk.open.due(invoice, receipt.day);
        const isPart = due > within && due <= target + within;
        return isPart && isTimely(desk, invoice, receipt) && maySettle(desk, invoice, receipt);
      };
      const { records: invoices } = open.latest(bounds, MOST_OPEN, fits);
      const amounts = invoices.map((invoice) => Math.max(0, desk.open.due(invoice, receipt.day)));
      const found = search(block, amounts, target, within, MOST_ITEMS);
      if (found === null) continue;
      const set = found.complete ? separated(found.sets, invoices) : null;
      if (set !== null) {
        const members = set.map((at) => invoices[at] as Invoice);
        if (!holdsNamed(desk, receipt, new Set(members))) continue;
        const sum = nearSumEvidence(set.length, invoices.length, within, target);
        yield { links: inOrder(desk, block, receipt, members, sum, rivalOf) };
        open.refresh(members);
      } else if (found.sets.length > 0 || !found.complete) {
        const outcome = found.sets.length > 1 ? 'ambiguous' : 'stopped';
        yield openSearch(receipt, invoices, outcome, found.sets, 'add up within the tolerance');
      }
    }
  }
}

/** The receipt over the invoices, oldest first: what it is short of stays open on the last, what it is over stays unapplied. */
function inOrder(
  desk: Desk,
  block: Block,
  receipt: Receipt,
  invoices: readonly Invoice[],
  sum: Evidence,
  rivalOf: RivalOf,
): Proposal[] {
  let left = waitingAmount(desk, receipt);
  return invoices.map((invoice) => {
    const allocated = Math.min(left, desk.open.due(invoice, receipt.day));
    left -= allocated;
    const rival = rivalOf(invoice, [receipt], new Set(invoices));
    const list = [
      sum,
      customerEvidence(desk, invoice, receipt),
      ...quotedEvidence(desk, block, invoice, receipt),
      timeEvidence(desk, invoice, receipt),
      ...rival.evidence,
    ];
    return { left: invoice, right: receipt, allocated, evidence: list, runnerUp: rival.runnerUp };
  });
}

/** Part payments of the customer that together pay an invoice but for a small difference. */
export function* nearPartsOfInvoice(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const free = new OpenList(receipts, (receipt) => waitingAmount(desk, receipt));
    const rivalOf = equalRivals(desk, block);
    for (const invoice of unpaid(desk, block)) {
      const due = Math.min(owed(desk, invoice), desk.open.dueAfterCredits(invoice));
      if (due <= 0) continue;
      const within = tolerance(desk.options, due);
      const days = { from: invoice.day - desk.options.matchDays, to: usuallyPaidBy(desk, invoice) };
      const fits = (receipt: Receipt): boolean => maySettle(desk, invoice, receipt);
      const { records: receipts } = free.earliest({ ...days, least: within + 1, most: due + within }, MOST_OPEN, fits);
      const amounts = receipts.map((receipt) => free.open(receipt));
      const found = search(block, amounts, due, within, MOST_PARTS);
      if (found === null) continue;
      const set = found.complete ? separated(found.sets, receipts) : null;
      if (set === null) {
        if (found.sets.length > 1) yield openSearch(invoice, receipts, 'ambiguous', found.sets, 'add up within the tolerance');
        else if (!found.complete) yield { cut: invoice };
        continue;
      }
      const members = set.map((at) => receipts[at] as Receipt);
      const sum = nearSumEvidence(set.length, receipts.length, within, due);
      const rival = rivalOf(invoice, members);
      let left = due;
      const links = members.map((receipt): Proposal => {
        const allocated = Math.min(left, free.open(receipt));
        left -= allocated;
        const list = [
          sum,
          customerEvidence(desk, invoice, receipt),
          ...quotedEvidence(desk, block, invoice, receipt),
          timeEvidence(desk, invoice, receipt),
          ...rival.evidence,
        ];
        return { left: invoice, right: receipt, allocated, evidence: list, runnerUp: rival.runnerUp };
      });
      yield { links };
      free.refresh(members);
    }
  }
}
