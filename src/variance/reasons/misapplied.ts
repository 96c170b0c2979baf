/** Money set against the wrong invoice (Q22): as the ledger's own column shows, or as a hint from two amounts that fit. */

import type { Minor } from '../../domain/money';
import type { Invoice, Receipt, ReconciledRecord } from '../../domain/record';
import { openDoc } from '../pieces/entry';
import type { Entry } from '../pieces/entry';
import type { Books } from './books';
import { referenceKey } from './references';

/** The only invoice of a receipt's customer that is open by an amount; null where none or several are. */
export type ShortBy = (receipt: ReconciledRecord, amount: Minor) => Invoice | null;

/** @param entries invoiced less cash after pairing. */
export function shortInvoices(entries: readonly Entry[], customerOf: (record: ReconciledRecord) => string): ShortBy {
  let known: Map<string, Invoice | null> | null = null;
  const nameOf = (record: ReconciledRecord, amount: Minor): string =>
    [customerOf(record), record.currency, amount].join('\u0000');
  return (receipt, amount) => {
    if (known === null) {
      known = new Map();
      for (const entry of entries) {
        if (entry.kind !== 'invoice' || entry.record.role !== 'invoice') continue;
        const open = openDoc(entry);
        if (open <= 0) continue;
        const name = nameOf(entry.record, open);
        known.set(name, known.has(name) ? null : entry.record);
      }
    }
    return known.get(nameOf(receipt, amount)) ?? null;
  };
}

/** What the ledger set a receipt against, where that is known, is paid otherwise, and is not the invoice it belongs to. */
export function misappliedTo(receipt: Receipt, invoice: Invoice, books: Books): string | null {
  const applied = receipt.appliedTo ?? [];
  if (applied.length === 0) return null;
  const names = new Set(applied.map(referenceKey));
  if (names.has(referenceKey(invoice.id))) return null;
  const ties = books.links.ofRecord(receipt.key, 'invoice-receipt');
  const settles = ties.some(({ partner }) => names.has(referenceKey(partner.id)));
  return settles ? null : applied.join(', ');
}
