/** What is still open on each record while links are made. Every figure is minor units of the record's own currency. */

import type { Day } from '../domain/day';
import type { LinkKind } from '../domain/link';
import type { Minor } from '../domain/money';
import { byNumber } from './byNumber';
import type { Deal, Invoice, ReconciledRecord, Receipt } from './numbered';

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

interface Settling {
  readonly amount: Minor;
  readonly fee: Minor;
  readonly withheld: Minor;
  readonly deduction?: Minor | null | undefined;
}

/** What a receipt settles: the money with what was taken from it on its way. */
export function settles(receipt: Settling): Minor {
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

/** Amounts by the numbers of the records. */
export class OpenAmounts {
  private readonly billed: Float64Array;
  /** Made for a kind with the first link of it. */
  private readonly taken: Partial<Record<LinkKind, Float64Array>> = {};
  private readonly credited: Float64Array;
  private readonly received: Float64Array;
  private readonly returned: Float64Array;
  private readonly credits: (Crediting[] | undefined)[];

  /** @param count above every number of a record */
  constructor(private readonly count: number) {
    this.credits = byNumber(count);
    this.billed = new Float64Array(count);
    this.credited = new Float64Array(count);
    this.received = new Float64Array(count);
    this.returned = new Float64Array(count);
  }

  /** What no invoice carries yet, with the deal's sign; 0 once an invoice of another currency is on it, since they cannot be compared. */
  deal(deal: Deal): Minor {
    return invoiceable(deal) - at(this.billed, deal);
  }

  /** What of a right record no link of this kind carries yet, with the sign of its amount (a credit's for its invoice too). */
  free(kind: LinkKind, record: ReconciledRecord): Minor {
    const taken = this.taken[kind];
    return taken === undefined ? wholeOf(record) : wholeOf(record) - at(taken, record);
  }

  /** What is open of an invoice's gross at a day: credits dated later do not count yet, receipts all do. */
  due(invoice: Invoice, day: Day): Minor {
    let open = this.dueBeforeCredits(invoice);
    const credits = this.credits[invoice.at];
    if (credits !== undefined) for (const credit of credits) if (credit.day <= day) open -= credit.gross;
    return open;
  }

  /** The same as if no credit counted. */
  dueBeforeCredits(invoice: Invoice): Minor {
    return gross(invoice) - at(this.received, invoice);
  }

  /** The same once every credit counts: what a customer pays who takes off a credit that is still to come. */
  dueAfterCredits(invoice: Invoice): Minor {
    return this.due(invoice, Infinity as Day);
  }

  /** Net amount of an invoice that credits have not taken back. */
  uncredited(invoice: Invoice): Minor {
    return invoice.amount - at(this.credited, invoice);
  }

  /** What of a credit or receipt has not been refunded. */
  unreturned(record: Invoice | Receipt): Minor {
    const whole = record.role === 'invoice' ? -gross(record) : record.amount;
    return whole - at(this.returned, record);
  }

  /** Takes a link's amount off both its ends. */
  book({ kind, left, right, allocated }: Booking): void {
    add((this.taken[kind] ??= new Float64Array(this.count)), right, kind === 'invoice-credit' ? -allocated : allocated);
    const sameCurrency = left.currency === right.currency;
    if (left.role === 'deal' && kind === 'deal-invoice') add(this.billed, left, sameCurrency ? allocated : this.deal(left));
    if (left.role === 'invoice' && kind === 'invoice-receipt')
      add(this.received, left, sameCurrency ? allocated : Math.max(0, this.dueBeforeCredits(left)));
    if (left.role === 'invoice' && right.role === 'invoice' && kind === 'invoice-credit' && sameCurrency) {
      (this.credits[left.at] ??= []).push({ day: right.day, gross: grossShare(right, allocated) });
      add(this.credited, left, allocated);
    }
    if (kind === 'receipt-refund') add(this.returned, left, allocated);
  }
}

function at(amounts: Float64Array, record: ReconciledRecord): Minor {
  return amounts[record.at] ?? 0;
}

function add(amounts: Float64Array, record: ReconciledRecord, amount: Minor): void {
  amounts[record.at] = (amounts[record.at] ?? 0) + amount;
}

/** The gross that goes with a net part of a credit, as a positive amount. */
export function grossShare(credit: Invoice, allocated: Minor): Minor {
  if (credit.amount === 0 || allocated === -credit.amount) return -gross(credit);
  return Math.round((gross(credit) / credit.amount) * allocated);
}
