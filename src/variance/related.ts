/** The deal, invoice, schedule row and receipt behind an item, for its columns. */

import type { LinkKind } from '../domain/link';
import type { VarianceItem } from '../domain/reconciliation';
import type { ReconciledRecord } from '../domain/record';
import { KIND, ROLES } from './kinds';
import type { Posting } from './posting';
import type { Books } from './reasons/books';

export type Related = Pick<VarianceItem, 'deal' | 'invoice' | 'schedule' | 'receipt'>;

/** The item's own records by role; then, from the surest link outwards, the invoice and the deal that they belong to. */
export function relatedRecords(own: Posting, other: Posting | null, { links, records: { all, kinds } }: Books): Related {
  const [near, far] = [own.no, other?.no ?? NONE];
  const [nearKind, farKind] = [kinds[near] ?? NO_KIND, far === NONE ? NO_KIND : (kinds[far] ?? NO_KIND)];
  const ofRole = (role: ReconciledRecord['role']): number =>
    ROLES[nearKind] === role ? near : ROLES[farKind] === role ? far : NONE;
  const leftOf = (right: number, kind: LinkKind): number => (right === NONE ? NONE : links.leftOf(right, kind));
  const keyOf = (no: number): string | null => (no === NONE ? null : (all[no]?.key ?? null));

  const schedule = ofRole('revenue');
  const receipt = ofRole('receipt');
  let invoice = nearKind === KIND.credit && farKind === KIND.invoice ? far : ofRole('invoice');
  if (invoice === NONE) invoice = leftOf(receipt, 'invoice-receipt');
  if (invoice === NONE) invoice = leftOf(schedule, 'invoice-schedule');
  let deal = ofRole('deal');
  if (deal === NONE) deal = leftOf(schedule, 'deal-schedule');
  if (deal === NONE) deal = leftOf(invoice, 'deal-invoice');
  if (deal === NONE) deal = leftOf(leftOf(invoice, 'invoice-credit'), 'deal-invoice');
  return { deal: keyOf(deal), invoice: keyOf(invoice), schedule: keyOf(schedule), receipt: keyOf(receipt) };
}

/** No record's number, and no kind. */
const NONE = -1;
const NO_KIND = ROLES.length;
