/** Receipts that several invoices of the customer fit exactly: their dates decide, in one order for all of an amount. */

import type { Evidence } from '../../domain/link';
import type { Invoice, Receipt } from '../numbered';
import { inStep } from '../align';
import type { Block } from '../blocks';
import type { Desk } from '../desk';
import { groupBy } from '../groupBy';
import { dueDay, habitOf, habitOfBlock } from '../habit';
import type { Habit } from '../habit';
import { label } from '../label';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { isTimely, maySettle, unpaid, waitingBlocks } from '../payable';
import { quotedEvidence } from './naming';
import type { Finding } from './pass';
import { byOpenAmount } from './receiptPasses';
import { isExact } from './settle';

const KIND = 'invoice-receipt';
const EQUAL_TO_SEVERAL = 4;
/** Days by which the chosen invoice must lie nearer than any other that stays open, where it is known when the customer pays. */
const LEAST_MARGIN = 15;

/** Pairs the receipts and invoices of each amount so that they lie as near to when the customer pays as can be. */
export function* equalAmounts(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    const byAmount = byOpenAmount(desk, unpaid(desk, block));
    let habit: Habit | null | undefined;
    for (const [amount, own] of groupBy(receipts, (receipt) => desk.open.free(KIND, receipt))) {
      const equal = byAmount.get(amount);
      if (equal === undefined) continue;
      // As it is before the first pair of the block is linked.
      if (habit === undefined) habit = habitOfBlock(desk, block);
      yield* pairEquals(desk, block, own, equal, habit);
    }
  }
}

/** @param receipts in order of days @param equal the invoices that can be paid off with such a receipt */
function* pairEquals(
  desk: Desk,
  block: Block,
  receipts: readonly Receipt[],
  equal: readonly Invoice[],
  known: Habit | null,
): Generator<Finding> {
  const late = known?.late ?? 0;
  const invoices = [...equal].sort((a, b) => dueDay(desk, a) - dueDay(desk, b) || (a.key < b.key ? -1 : 1));
  const partners = inStep(
    receipts.map(({ day }) => day),
    invoices.map((invoice) => dueDay(desk, invoice) + late),
    (r, i) => {
      const [invoice, receipt] = [invoices[i] as Invoice, receipts[r] as Receipt];
      return mayPay(desk, invoice, receipt) && isExact(desk, invoice, receipt);
    },
  );
  const habit = known ?? ownHabit(desk, receipts, invoices, partners);
  const usual = habit?.late ?? 0;
  for (const [r, receipt] of receipts.entries()) {
    const at = partners[r] ?? -1;
    const invoice = invoices[at];
    if (invoice === undefined || !isExact(desk, invoice, receipt)) continue;
    const away = (other: Invoice): number => Math.abs(receipt.day - dueDay(desk, other) - usual);
    const rival = nearestRival(desk, receipt, invoices, at, away);
    const margin = rival === null ? Infinity : away(rival) - away(invoice);
    yield {
      links: [
        {
          left: invoice,
          right: receipt,
          allocated: desk.open.free(KIND, receipt),
          evidence: [
            evidence('amount', equalTo(equal.length - 1), EQUAL_TO_SEVERAL),
            customerEvidence(desk, invoice, receipt),
            ...quotedEvidence(desk, block, invoice, receipt),
            dateEvidence(away(invoice), margin, habit),
          ],
          runnerUp: rival === null ? '' : `${label(rival)}: ${margin} days further from when it is due`,
        },
      ],
    };
  }
}

function equalTo(others: number): string {
  return others === 0 ? 'equal' : `equal, as on ${others} other open ${others === 1 ? 'invoice' : 'invoices'}`;
}

/** Invoices to either side in order of due days that are looked at as rivals. */
const MOST_RIVALS = 8;

function nearestRival(
  desk: Desk,
  receipt: Receipt,
  invoices: readonly Invoice[],
  at: number,
  away: (other: Invoice) => number,
): Invoice | null {
  const others = [...invoices.slice(Math.max(0, at - MOST_RIVALS), at), ...invoices.slice(at + 1, at + 1 + MOST_RIVALS)];
  const rivals = others.filter((other) => mayPay(desk, other, receipt) && isTimely(desk, other, receipt));
  return rivals.sort((a, b) => away(a) - away(b) || (a.key < b.key ? -1 : 1))[0] ?? null;
}

/** The habit that the pairs themselves show, where there are as many payments as invoices and each has its partner. */
function ownHabit(
  desk: Desk,
  receipts: readonly Receipt[],
  invoices: readonly Invoice[],
  partners: readonly number[],
): Habit | null {
  if (receipts.length !== invoices.length || partners.includes(-1)) return null;
  const days = receipts.map(({ day }, r) => day - dueDay(desk, invoices[partners[r] ?? 0] as Invoice));
  return habitOf(days);
}

function mayPay(desk: Desk, invoice: Invoice, receipt: Receipt): boolean {
  return invoice.day <= receipt.day + desk.options.matchDays && maySettle(desk, invoice, receipt);
}

function dateEvidence(away: number, margin: number, habit: Habit | null): Evidence {
  if (margin === Infinity) return evidence('date', 'no other of the amount is due about then', 4);
  const isUsual = habit !== null && away <= Math.max(10, 3 * habit.spread);
  return isUsual && margin >= Math.max(LEAST_MARGIN, 4 * habit.spread)
    ? evidence('date', `${margin} days nearer to when the customer pays than the next`, 4)
    : evidence('date', 'nearest to when it is due', 1);
}
