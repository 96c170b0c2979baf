/** Which records a document names: the strongest evidence there is. */

import type { Evidence } from '../domain/link';
import { byNumber } from './byNumber';
import type { Deal, Invoice, Receipt, ReconciledRecord } from './numbered';
import type { NumberKind, ReferenceFit } from './referenceIndex';

/** Where a number was quoted. */
export type Place = 'column' | 'text';

/** One quoted number and all the records that bear it; several where a number is shared or given twice. */
export interface Named<T> {
  readonly written: string;
  readonly place: Place;
  readonly fit: ReferenceFit;
  readonly number: NumberKind;
  readonly records: readonly T[];
  /** What it says for a link with one of them. */
  readonly evidence: Evidence;
}

export type List<T> = readonly Named<T>[];
export const NOTHING: List<never> = [];

/** What each record names; nothing for one that names nothing known. Records that quote alike share a list. */
export class NamedRecords {
  private readonly deals: (List<Deal> | undefined)[];
  private readonly documents: (List<Invoice> | undefined)[];
  private readonly receipts: (List<Receipt> | undefined)[];
  /** Of each record the number of the one that it surely names. */
  private readonly sureDeal: Int32Array;
  private readonly sureDocument: Int32Array;
  /** Whether any record names a deal or a document. */
  isAny = false;

  constructor(count: number) {
    this.deals = byNumber(count);
    this.documents = byNumber(count);
    this.receipts = byNumber(count);
    this.sureDeal = new Int32Array(count).fill(NONE);
    this.sureDocument = new Int32Array(count).fill(NONE);
  }

  dealsOf({ at }: ReconciledRecord): List<Deal> {
    return this.deals[at] ?? NOTHING;
  }

  /**
   * Invoices and credits named by invoices, credits, schedule rows and receipts. Money is also sent under the other numbers
   * that an invoice bears; one that no deal and no other invoice bears is as good as its own.
   */
  documentsOf({ at }: ReconciledRecord): List<Invoice> {
    return this.documents[at] ?? NOTHING;
  }

  /** Receipts and refunds named by refunds, and by receipts where there are refunds. */
  receiptsOf({ at }: ReconciledRecord): List<Receipt> {
    return this.receipts[at] ?? NOTHING;
  }

  /** Calls back with the number of each deal that a record, by its own number, surely names. */
  eachSureDeal(at: number, found: (deal: number) => void): void {
    eachSure(this.sureDeal[at] as number, this.deals[at], found);
  }

  eachSureDocument(at: number, found: (document: number) => void): void {
    eachSure(this.sureDocument[at] as number, this.documents[at], found);
  }

  namesDeals({ at }: ReconciledRecord, list: List<Deal>): void {
    if (list.length === 0) return;
    this.deals[at] = list;
    this.sureDeal[at] = onlySure(list);
    this.isAny = true;
  }

  namesDocuments({ at }: ReconciledRecord, list: List<Invoice>): void {
    if (list.length === 0) return;
    this.documents[at] = list;
    this.sureDocument[at] = onlySure(list);
    this.isAny = true;
  }

  namesReceipts({ at }: ReconciledRecord, list: List<Receipt>): void {
    if (list.length > 0) this.receipts[at] = list;
  }
}

/** In place of a record's number. */
const [NONE, SEVERAL] = [-1, -2];

function onlySure(list: List<ReconciledRecord>): number {
  const [only, other] = list;
  if (other !== undefined) return SEVERAL;
  return only === undefined ? NONE : (sureOf(only)?.at ?? NONE);
}

function eachSure(only: number, list: List<ReconciledRecord> | undefined, found: (at: number) => void): void {
  if (only >= 0) found(only);
  if (only !== SEVERAL || list === undefined) return;
  for (const one of list) {
    const sure = sureOf(one);
    if (sure !== null) found(sure.at);
  }
}

/** The record named so clearly that it may join customers: by its own number, quoted in full, borne by no other; null for none. */
export function sureOf<T>({ fit, number, records }: Named<T>): T | null {
  return fit === 'same' && number === 'own' && records.length === 1 ? (records[0] ?? null) : null;
}
