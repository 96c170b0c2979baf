/** What the columns of a record say that no partner will settle, cut off before anything is paired. */

import type { Gap } from '../../domain/measure';
import type { Deal, ReconciledRecord } from '../../domain/record';
import type { VarianceOptions } from '../input';
import type { OwnReason } from '../pieces/entry';
import { isCredit } from '../kinds';
import type { Books } from './books';
import { linesOutsideDeals } from './documentLines';

export function ownReasons(gap: Gap, record: ReconciledRecord, books: Books): readonly OwnReason[] {
  if (gap !== 'BI') return NONE;
  if (record.role === 'deal') return ofDeal(record, isTaxBooked(books.input.options));
  return record.role === 'invoice' && !isCredit(record) ? linesOutsideDeals(record, books) : NONE;
}

const NONE: readonly OwnReason[] = [];

/** Booked and invoiced both hold their tax. */
export function isTaxBooked({ taxInDeals, invoicedAmount }: VarianceOptions): boolean {
  return taxInDeals && invoicedAmount === 'gross';
}

/** Value that no invoice will carry. */
function ofDeal({ tax, discount, margin }: Deal, isTaxInvoiced: boolean): readonly OwnReason[] {
  if (tax === 0 && discount === 0 && margin === 0) return NONE;
  return [
    { code: 'D4', size: isTaxInvoiced ? 0 : tax, certainty: 'stated' },
    { code: 'D10', size: discount, certainty: 'stated' },
    { code: 'D5', size: margin, certainty: 'stated' },
  ];
}
