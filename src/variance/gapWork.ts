/** The work on a gap, a batch of records at a time: its pieces are cut, what repeats another record is found, and all is written. */

import type { Gap } from '../domain/measure';
import type { Deal, Invoice, ReconciledRecord, RecordKey } from '../domain/record';
import type { RateAt } from './convert';
import type { CustomerGroups } from './customers';
import { explainPieces } from './items';
import type { Explained } from './items';
import type { LineBook } from './lines';
import { openDoc } from './pieces/entry';
import type { Entry, OwnReasons } from './pieces/entry';
import { cutPieces } from './pieces/pairing';
import type { GapPieces, PairingContext } from './pieces/pairing';
import { postedAs } from './posting';
import type { Posting } from './posting';
import type { Repeats } from './reasons/bookedInvoiced';
import type { Books } from './reasons/books';
import { duplicateDeals, duplicateInvoices } from './reasons/duplicates';
import { shortInvoices } from './reasons/misapplied';
import { isTaxBooked, ownReasons } from './reasons/own';

export interface GapWorkContext {
  readonly books: Books;
  /** By the record's number. */
  readonly postings: readonly Posting[];
  readonly lines: LineBook;
  readonly rateAt: RateAt;
  /** Records whose sign is turned. */
  readonly reversed: ReadonlySet<RecordKey>;
  readonly customers: CustomerGroups;
}

export interface GapWork {
  /** @param batch numbers of records that no link and no customer joins to others, rising. */
  readonly cut: (gap: Gap, batch: Uint32Array) => GapPieces;
  /** @param entries booked less invoiced after pairing. */
  readonly repeatsIn: (batch: Uint32Array, entries: readonly Entry[]) => Repeats;
  /** @param isListed whether somebody must look at each small difference. */
  readonly write: (gap: Gap, pieces: GapPieces, repeats: Repeats, isListed: boolean, written: Explained) => void;
}

export function gapWork({ books, postings, lines, rateAt, reversed, customers }: GapWorkContext): GapWork {
  const { links, records } = books;
  const { currency, options } = books.input;
  const own: OwnReasons = {
    of: (gap, record) => ownReasons(gap, record, books),
    isReversed: ({ key }) => reversed.size > 0 && reversed.has(key),
    isTaxBooked: isTaxBooked(options),
  };
  const rebills = (invoice: Entry, credit: Entry): boolean =>
    isRebill(
      invoice,
      credit,
      options.invoicingLag,
      links.ofKind(credit.posting.no, 'invoice-credit').map(({ partner }) => partner),
    );
  const pairing: PairingContext = {
    currency,
    rateAt,
    rounding: options.roundingDocument,
    links,
    postings,
    kinds: records.kinds,
    indexes: new Int32Array(records.all.length),
    rebills,
    own,
  };
  return {
    cut: (gap, batch) => cutPieces(gap, batch, pairing),
    repeatsIn(batch, entries) {
      const untaken = new Set<number>();
      for (const entry of entries) if (isUntaken(entry)) untaken.add(entry.posting.no);
      return {
        deals: duplicateDeals(books, postedAs<Deal>('deal', batch, postings, records)),
        invoices: duplicateInvoices(books, postedAs<Invoice>('invoice', batch, postings, records), ({ no }) => untaken.has(no)),
      };
    },
    write(gap, pieces, repeats, isListed, written) {
      const short = shortInvoices(gap === 'IC' ? pieces.entries : [], customers.ofRecord);
      explainPieces(gap, pieces, { books, repeats, short, lines, isOneGroup: customers.isOneGroup, isListed }, written);
    },
  };
}

/** Nothing of the invoice found a partner. */
function isUntaken(entry: Entry): boolean {
  return entry.kind === 'invoice' && openDoc(entry) === entry.docTotal;
}

/** The invoice follows, within the normal lag, a credit that took a whole earlier invoice back. */
function isRebill(invoice: Entry, credit: Entry, lag: number, credited: readonly ReconciledRecord[]): boolean {
  const days = invoice.record.day - credit.record.day;
  return (
    days >= 0 &&
    days <= lag &&
    credited.some((original) => original.day <= credit.record.day && original.amount === -credit.record.amount)
  );
}
