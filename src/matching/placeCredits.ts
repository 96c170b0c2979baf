/** Credits laid on the invoices that a payment pays together with them. */

import type { Day } from '../domain/day';
import type { Minor } from '../domain/money';
import type { Invoice } from './numbered';
import { gross, grossShare } from './allocation';
import type { Desk } from './desk';

interface Part {
  readonly invoice: Invoice;
  readonly credit: Invoice;
  /** Positive, net of tax. */
  readonly net: Minor;
}

export interface Placed {
  readonly parts: readonly Part[];
  /** What is open of each invoice's gross once the credits are off. */
  readonly left: ReadonlyMap<Invoice, Minor>;
}

interface Room {
  readonly invoice: Invoice;
  net: Minor;
  gross: Minor;
}

/**
 * Each credit goes whole to the first invoice that holds it, else over them in turn. Null where they do not hold all of it.
 * @param invoices in order
 */
export function placeCredits(desk: Desk, credits: readonly Invoice[], invoices: readonly Invoice[], at: Day): Placed | null {
  const rooms = invoices.map((invoice): Room => ({
    invoice,
    net: desk.open.uncredited(invoice),
    gross: desk.open.due(invoice, at),
  }));
  const parts: Part[] = [];
  for (const credit of credits) {
    const allowed = rooms.filter(({ invoice }) => !desk.isRefused('invoice-credit', invoice, credit));
    const whole = allowed.find((room) => room.net >= -credit.amount && room.gross >= -gross(credit));
    let rest = -credit.amount;
    for (const room of whole === undefined ? allowed : [whole]) {
      const net = Math.min(rest, holds(room, credit));
      if (net <= 0) continue;
      parts.push({ invoice: room.invoice, credit, net });
      room.net -= net;
      room.gross -= grossShare(credit, net);
      rest -= net;
    }
    if (rest !== 0) return null;
  }
  return { parts, left: new Map(rooms.map((room) => [room.invoice, room.gross])) };
}

/** How much of a credit, net of tax, an invoice has room for. */
function holds({ net, gross: open }: Room, credit: Invoice): Minor {
  if (net >= -credit.amount && open >= -gross(credit)) return -credit.amount;
  return Math.max(0, Math.min(net, Math.floor((open * credit.amount) / gross(credit))));
}
