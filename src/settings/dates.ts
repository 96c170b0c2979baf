/** The dates by which deals and invoices count. */

import type { Deal, Invoice } from '../domain/record';
import type { Settled } from './settle';

/** Without the chosen date, a deal keeps its close date: it is then for the reasons to ask why. */
export function wonOn(deal: Deal, { wonDatedBy }: Pick<Settled, 'wonDatedBy'>): Deal {
  const day = wonDatedBy === 'signed' ? deal.signed : wonDatedBy === 'start' ? deal.start : null;
  return day === undefined || day === null || day === deal.day ? deal : { ...deal, day, closed: deal.day };
}

/** By the date that counts; one without a posting date keeps its own. */
export function invoicedOn(invoice: Invoice, { invoiceDate }: Pick<Settled, 'invoiceDate'>): Invoice {
  const { postingDay = null, day } = invoice;
  return invoiceDate === 'invoice date' || postingDay === null || postingDay === day ? invoice : { ...invoice, day: postingDay };
}
