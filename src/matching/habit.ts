/** When customers pay: what tells equal invoices apart. */

import type { Invoice } from '../domain/record';
import type { Block, Desk } from './desk';

const KIND = 'invoice-receipt';

/** Days from the due day to the payment, as a customer mostly pays, and how far it mostly strays from that. */
export interface Habit {
  readonly late: number;
  readonly spread: number;
}

/** Payments of a customer from which on it has a habit of its own; of all customers from which on there is a common one. */
export const LEAST_OWN = 4;
const LEAST_ALL = 10;

/** The day on which an invoice should be paid by its terms. */
export function dueDay(desk: Desk, { due, day }: Invoice): number {
  return due ?? day + desk.options.paymentTime;
}

/** The habit of each block, from the payments that are surely linked by now; null where none is known. */
export function habitsOf(desk: Desk): ReadonlyMap<Block, Habit | null> {
  const all: number[] = [];
  const own = desk.blocks.map((block) => {
    const days = block.receipts.flatMap(({ key, day }) => {
      const [link, other] = desk.linksOf(KIND, key);
      const invoice =
        link === undefined || other !== undefined || link.state === 'suggested' ? undefined : desk.byKey.get(link.left);
      return invoice?.role === 'invoice' ? [day - dueDay(desk, invoice)] : [];
    });
    for (const each of days) all.push(each);
    return days;
  });
  const common = habitOf(all, LEAST_ALL);
  return new Map(desk.blocks.map((block, at) => [block, habitOf(own[at] ?? [], LEAST_OWN) ?? common]));
}

/** The habit that so many days from due to payment show; null where they are fewer than `least`. */
export function habitOf(days: readonly number[], least: number): Habit | null {
  if (days.length < least) return null;
  const late = median(days);
  return { late, spread: median(days.map((each) => Math.abs(each - late))) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
