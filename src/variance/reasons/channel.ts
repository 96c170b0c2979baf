/** The marketplace or partner through which a document is paid. */

import type { ReconciledRecord } from '../../domain/record';
import { partners } from './books';
import type { Books } from './books';

/** By the document's own column, its deal's or its invoice's; "" for a direct sale or where no column says. */
export function channelOf(record: ReconciledRecord, books: Books): string {
  if (!books.has.channel) return '';
  switch (record.role) {
    case 'deal':
      return record.channel ?? '';
    case 'invoice':
      return record.channel ?? firstOf(partners(books, record.key, 'deal-invoice'), books);
    case 'receipt':
      return record.channel ?? firstOf(partners(books, record.key, 'invoice-receipt'), books);
    case 'revenue':
      return '';
  }
}

function firstOf(records: readonly ReconciledRecord[], books: Books): string {
  for (const record of records) {
    const channel = channelOf(record, books);
    if (channel !== '') return channel;
  }
  return '';
}
