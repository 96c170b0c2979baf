/** The deal, invoice, schedule row and receipt behind an item, for its columns. */

import type { LinkKind } from '../domain/link';
import type { VarianceItem } from '../domain/reconciliation';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import { isCredit } from './posting';
import type { Books } from './reasons/books';

export type Related = Pick<VarianceItem, 'deal' | 'invoice' | 'schedule' | 'receipt'>;

/** The item's own records by role; then, from the surest link outwards, the invoice and the deal that they belong to. */
export function relatedRecords(
  record: ReconciledRecord,
  other: ReconciledRecord | null,
  { links }: Pick<Books, 'links'>,
): Related {
  const both = other === null ? [record] : [record, other];
  const ofRole = (role: ReconciledRecord['role']): RecordKey | null => both.find((each) => each.role === role)?.key ?? null;
  const leftOf = (right: RecordKey, kind: LinkKind): RecordKey | null =>
    links.ofKind(right, kind).find((link) => link.right === right)?.left ?? null;

  const schedule = ofRole('revenue');
  const receipt = ofRole('receipt');
  const document =
    both.find((each) => each.role === 'invoice' && !isCredit(each)) ?? both.find((each) => each.role === 'invoice');
  let invoice = document?.key ?? null;
  if (invoice === null && receipt !== null) invoice = leftOf(receipt, 'invoice-receipt');
  if (invoice === null && schedule !== null) invoice = leftOf(schedule, 'invoice-schedule');
  let deal = ofRole('deal');
  if (deal === null && schedule !== null) deal = leftOf(schedule, 'deal-schedule');
  if (deal === null && invoice !== null) {
    const credited = leftOf(invoice, 'invoice-credit');
    deal = leftOf(invoice, 'deal-invoice') ?? (credited === null ? null : leftOf(credited, 'deal-invoice'));
  }
  return { deal, invoice, schedule, receipt };
}
