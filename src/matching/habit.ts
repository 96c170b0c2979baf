/** When customers pay: what tells equal invoices apart. */

import type { Invoice, Receipt } from './numbered';
import type { Block } from './blocks';
import type { Desk } from './desk';

const KIND = 'invoice-receipt';

/** Days from the due day to the payment, as a customer mostly pays, and how far it mostly strays from that. */
export interface Habit {
  readonly late: number;
  readonly spread: number;
}

/** Payments from which on a customer has a habit. Others' say nothing of it: what one customer pays must not move another's links. */
const LEAST_OWN = 4;

/** The day on which an invoice should be paid by its terms. */
export function dueDay(desk: Desk, { due, day }: Invoice): number {
  return due ?? day + desk.options.paymentTime;
}

/** The habit of a block, from the payments that are surely linked by now; null where they are too few. */
export function habitOfBlock(desk: Desk, { receipts }: Block): Habit | null {
  return receipts.length < LEAST_OWN ? null : habitOf(daysToPay(desk, receipts));
}

/** Days from due to payment of receipts that surely pay one invoice. */
function daysToPay(desk: Desk, receipts: readonly Receipt[]): number[] {
  return receipts.flatMap((receipt) => {
    const [paid, other] = desk.linksOf(KIND, receipt);
    const invoice = paid === undefined || other !== undefined || paid.link.state === 'suggested' ? undefined : paid.left;
    return invoice?.role === 'invoice' ? [receipt.day - dueDay(desk, invoice)] : [];
  });
}

/** The habit that so many days from due to payment show; null where they are too few. */
export function habitOf(days: readonly number[]): Habit | null {
  if (days.length < LEAST_OWN) return null;
  const late = median(days);
  return { late, spread: median(days.map((each) => Math.abs(each - late))) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
