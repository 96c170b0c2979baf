/** What a record is, as a small number: a walk over all the records of a run tells by it which of them it must look at. */

import type { Measure } from '../domain/measure';
import type { Invoice, ReconciledRecord } from '../domain/record';

/** In the order of records of one day. */
export const KIND = { deal: 0, invoice: 1, credit: 2, revenue: 3, receipt: 4, refund: 5 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

type RecordRole = ReconciledRecord['role'];
/** The role of each kind. */
export const ROLES: readonly RecordRole[] = ['deal', 'invoice', 'invoice', 'revenue', 'receipt', 'receipt'];

/** The measure of each kind. */
export const MEASURE_OF: readonly Measure[] = ['booked', 'invoiced', 'invoiced', 'recognised', 'cash', 'cash'];

/** Below zero the document gives back: a credit note, whatever its type column says. */
export function isCredit(invoice: Invoice): boolean {
  return invoice.amount < 0 || (invoice.amount === 0 && invoice.kind === 'credit');
}

export function kindOf(record: ReconciledRecord): Kind {
  switch (record.role) {
    case 'deal':
      return KIND.deal;
    case 'invoice':
      return isCredit(record) ? KIND.credit : KIND.invoice;
    case 'revenue':
      return KIND.revenue;
    case 'receipt':
      return record.amount < 0 ? KIND.refund : KIND.receipt;
  }
}
