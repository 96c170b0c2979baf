/** The deal, invoice, schedule row and receipt behind an item, for its columns. */

import type { LinkKind } from '../domain/link';
import type { VarianceItem } from '../domain/reconciliation';
import type { ReconciledRecord } from '../domain/record';
import type { LinkBook } from './links';
import { isCredit } from './posting';

export type Related = Pick<VarianceItem, 'deal' | 'invoice' | 'schedule' | 'receipt'>;

/** A record with its number in the run. */
interface Numbered {
  readonly record: ReconciledRecord;
  readonly no: number;
}

/** The item's own records by role; then, from the surest link outwards, the invoice and the deal that they belong to. */
export function relatedRecords(own: Numbered, other: Numbered | null, links: LinkBook): Related {
  const ofRole = (role: ReconciledRecord['role']): Numbered | null =>
    own.record.role === role ? own : other?.record.role === role ? other : null;
  const leftOf = (right: Numbered | null, kind: LinkKind): Numbered | null => {
    for (const { link, partner, no } of right === null ? [] : links.at(right.no).ofKind(kind))
      if (link.left === partner.key) return { record: partner, no };
    return null;
  };

  const schedule = ofRole('revenue');
  const receipt = ofRole('receipt');
  const document = other !== null && isCreditNote(own) && isInvoice(other) ? other : ofRole('invoice');
  const invoice = document ?? leftOf(receipt, 'invoice-receipt') ?? leftOf(schedule, 'invoice-schedule');
  const deal =
    ofRole('deal') ??
    leftOf(schedule, 'deal-schedule') ??
    leftOf(invoice, 'deal-invoice') ??
    leftOf(leftOf(invoice, 'invoice-credit'), 'deal-invoice');
  return { deal: keyOf(deal), invoice: keyOf(invoice), schedule: keyOf(schedule), receipt: keyOf(receipt) };
}

const isCreditNote = ({ record }: Numbered): boolean => record.role === 'invoice' && isCredit(record);
const isInvoice = ({ record }: Numbered): boolean => record.role === 'invoice' && !isCredit(record);
const keyOf = (found: Numbered | null): string | null => found?.record.key ?? null;
