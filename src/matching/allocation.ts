/** What is still open on each record while links are made. Every figure is minor units of the record's own currency. */

import type { Day } from '../domain/day';
import type { LinkKind } from '../domain/link';
import type { Minor } from '../domain/money';
import type { Deal, Invoice, ReconciledRecord, Receipt, RecordKey } from '../domain/record';

export interface Booking {
  readonly kind: LinkKind;
  readonly left: ReconciledRecord;
  readonly right: ReconciledRecord;
  readonly allocated: Minor;
}

/** What of a deal an invoice can carry: its amount without tax, discount and partner margin of its own columns. */
export function invoiceable(deal: Deal): Minor {
  return deal.amount - deal.tax - deal.discount - deal.margin;
}

export function gross(invoice: Invoice): Minor {
  return invoice.amount + invoice.tax;
}

/** What a receipt settles: the money with what was taken from it on its way. */
export function settles(receipt: Receipt): Minor {
  return receipt.amount + receipt.fee + receipt.withheld + (receipt.deduction ?? 0);
}

/** All that links may carry of a right record; a refund as a positive amount. */
function wholeOf(record: ReconciledRecord): Minor {
  if (record.role !== 'receipt') return record.amount;
  return record.kind === 'refund' ? -record.amount : settles(record);
}

interface Crediting {
  readonly day: Day;
  readonly gross: Minor;
}

export class OpenAmounts {
  private readonly ofDeal = new Map<RecordKey, Minor>();
  private readonly freeOf = new Map<LinkKind, Map<RecordKey, Minor>>();
  private readonly uncreditedOf = new Map<RecordKey, Minor>();
  private readonly received = new Map<RecordKey, Minor>();
  private readonly credits = new Map<RecordKey, Crediting[]>();
  private readonly returned = new Map<RecordKey, Minor>();

  /** What no invoice carries yet, with the deal's sign; 0 once an invoice of another currency is on it, since they cannot be compared. */
  deal(deal: Deal): Minor {
    return this.ofDeal.get(deal.key) ?? invoiceable(deal);
  }

  /** What of a right record no link of this kind carries yet, with the sign of its amount (a credit's for its invoice too). */
  free(kind: LinkKind, record: ReconciledRecord): Minor {
    return this.freeOf.get(kind)?.get(record.key) ?? wholeOf(record);
  }

  /** What is open of an invoice's gross at a day: credits dated later do not count yet, receipts all do. */
  due(invoice: Invoice, at: Day): Minor {
    let open = this.dueBeforeCredits(invoice);
    for (const credit of this.credits.get(invoice.key) ?? []) if (credit.day <= at) open -= credit.gross;
    return open;
  }

  /** The same as if no credit counted. */
  dueBeforeCredits(invoice: Invoice): Minor {
    return gross(invoice) - (this.received.get(invoice.key) ?? 0);
  }

  /** The same once every credit counts: what a customer pays who takes off a credit that is still to come. */
  dueAfterCredits(invoice: Invoice): Minor {
    return this.due(invoice, Infinity as Day);
  }

  /** Net amount of an invoice that credits have not taken back. */
  uncredited(invoice: Invoice): Minor {
    return this.uncreditedOf.get(invoice.key) ?? invoice.amount;
  }

  /** What of a credit or receipt has not been refunded. */
  unreturned(record: Invoice | Receipt): Minor {
    const whole = record.role === 'invoice' ? -gross(record) : record.amount;
    return whole - (this.returned.get(record.key) ?? 0);
  }

  /** Takes a link's amount off both its ends. */
  book({ kind, left, right, allocated }: Booking): void {
    const signed = kind === 'invoice-credit' ? -allocated : allocated;
    const free = this.freeOf.get(kind) ?? new Map<RecordKey, Minor>();
    this.freeOf.set(kind, free);
    free.set(right.key, this.free(kind, right) - signed);
    const sameCurrency = left.currency === right.currency;
    if (left.role === 'deal' && kind === 'deal-invoice')
      this.ofDeal.set(left.key, sameCurrency ? this.deal(left) - allocated : 0);
    if (left.role === 'invoice' && kind === 'invoice-receipt') {
      const settled = sameCurrency ? allocated : Math.max(0, gross(left) - (this.received.get(left.key) ?? 0));
      this.received.set(left.key, (this.received.get(left.key) ?? 0) + settled);
    }
    if (left.role === 'invoice' && right.role === 'invoice' && kind === 'invoice-credit' && sameCurrency) {
      const list = this.credits.get(left.key) ?? [];
      list.push({ day: right.day, gross: grossShare(right, allocated) });
      this.credits.set(left.key, list);
      this.uncreditedOf.set(left.key, this.uncredited(left) - allocated);
    }
    if (kind === 'receipt-refund') this.returned.set(left.key, (this.returned.get(left.key) ?? 0) + allocated);
  }
}

/** The gross that goes with a net part of a credit, as a positive amount. */
export function grossShare(credit: Invoice, allocated: Minor): Minor {
  if (credit.amount === 0 || allocated === -credit.amount) return -gross(credit);
  return Math.round((gross(credit) / credit.amount) * allocated);
}
