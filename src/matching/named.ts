/** Which records a document names: the strongest evidence there is, and the first to be gathered. */

import { byNumber } from './byNumber';
import type { Deal, Invoice, Receipt, ReconciledRecord, Records } from './numbered';
import { quote, quotesIn } from './reference';
import type { Quoted } from './reference';
import { indexReferences } from './referenceIndex';
import type { Hit, NumberKind, ReferenceFit, ReferenceIndex } from './referenceIndex';
import { longRuns, runReader } from './runTogether';
import type { RunReader } from './runTogether';

/** Where a number was quoted. */
export type Place = 'column' | 'text';

/** One quoted number and all the records that bear it; several where a number is shared or given twice. */
export interface Named<T> {
  readonly written: string;
  readonly place: Place;
  readonly fit: ReferenceFit;
  readonly number: NumberKind;
  readonly records: readonly T[];
}

type List<T> = readonly Named<T>[];
const NOTHING: List<never> = [];

/** What each record names; nothing for one that names nothing known. Records that quote alike share a list. */
export class NamedRecords {
  private readonly deals: (List<Deal> | undefined)[];
  private readonly documents: (List<Invoice> | undefined)[];
  private readonly receipts: (List<Receipt> | undefined)[];
  /** Whether any record names a deal or a document. */
  isAny = false;

  constructor(count: number) {
    this.deals = byNumber(count);
    this.documents = byNumber(count);
    this.receipts = byNumber(count);
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

  namesDeals({ at }: ReconciledRecord, list: List<Deal>): void {
    if (list.length === 0) return;
    this.deals[at] = list;
    this.isAny = true;
  }

  namesDocuments({ at }: ReconciledRecord, list: List<Invoice>): void {
    if (list.length === 0) return;
    this.documents[at] = list;
    this.isAny = true;
  }

  namesReceipts({ at }: ReconciledRecord, list: List<Receipt>): void {
    if (list.length > 0) this.receipts[at] = list;
  }
}

/** Who bears a quoted number. */
type Find<T> = (quoted: Quoted) => Hit<T> | null;

/** Looks up every number that the documents quote, columns before text. */
export function nameRecords(records: Records): NamedRecords {
  const deals = whenAsked(() =>
    indexReferences(
      records.deals,
      (deal) => deal.id,
      (deal) => deal.references,
      otherIdOf,
    ),
  );
  const documents = whenAsked(() =>
    indexReferences(
      records.invoices,
      (invoice) => invoice.id,
      (invoice) => invoice.references,
      otherIdOf,
    ),
  );
  const receipts = whenAsked(() =>
    indexReferences(
      records.receipts,
      (receipt) => receipt.id,
      () => [],
    ),
  );
  const named = new NamedRecords(records.count);
  const quotings = new Quotings();
  const ownNumber: Find<Invoice> = (quoted) => notTooMany(documents.findOwn(quoted));
  for (const record of records.invoices) {
    const quoting = quotings.of(
      record.appliesTo === '' ? record.references : [record.appliesTo, ...record.references],
      record.text,
    );
    if (quoting === null) continue;
    if (records.deals.length > 0) named.namesDeals(record, (quoting.deals ??= collect(quoting.quotes, deals.find)));
    quoting.documents ??= collect(quoting.quotes, ownNumber);
    named.namesDocuments(record, othersOf(record, quoting.documents, quoting.quotes, ownNumber));
  }
  for (const record of records.revenue) {
    const quoting = quotings.of(record.references, record.text);
    if (quoting === null) continue;
    if (records.deals.length > 0) named.namesDeals(record, (quoting.deals ??= collect(quoting.quotes, deals.find)));
    named.namesDocuments(record, (quoting.documents ??= collect(quoting.quotes, ownNumber)));
  }
  const paidUnder: Find<Invoice> = (quoted) => {
    const hit = documents.find(quoted);
    const isOwn = hit?.number === 'shared' && hit.records.length === 1 && isLong(quoted) && deals.find(quoted) === null;
    return isOwn ? { ...hit, number: 'own' } : hit;
  };
  const readRun = runReader(
    () => records.invoices.flatMap(({ id, references }) => [id, ...references]),
    (digits) => paidUnder(quote(digits))?.fit === 'same',
  );
  const hasRefunds = records.receipts.some(({ kind }) => kind === 'refund');
  const returned: Find<Receipt> = (quoted) => notTooMany(receipts.find(quoted));
  for (const record of records.receipts) {
    const quoting = quotings.of(record.references, record.text);
    if (quoting === null) continue;
    if (records.deals.length > 0) named.namesDeals(record, (quoting.deals ??= collect(quoting.quotes, deals.find)));
    named.namesDocuments(record, (quoting.paid ??= collect(withRuns(quoting.quotes, record.text, readRun), paidUnder)));
    if (!hasRefunds) continue;
    quoting.receipts ??= collect(quoting.quotes, returned);
    named.namesReceipts(record, othersOf(record, quoting.receipts, quoting.quotes, returned));
  }
  return named;
}

/** An index made once somebody looks into it: no document may quote a number. */
function whenAsked<T>(make: () => ReferenceIndex<T>): ReferenceIndex<T> {
  let made: ReferenceIndex<T> | undefined;
  const index = (): ReferenceIndex<T> => (made ??= make());
  return { find: (quoted) => index().find(quoted), findOwn: (quoted) => index().findOwn(quoted) };
}

function otherIdOf({ otherId }: Deal | Invoice): readonly string[] {
  return otherId === undefined ? [] : [otherId];
}

/** Digits from which on a number that a customer may have given itself is taken for nobody else's. */
const LONG = 6;

function isLong({ canonical }: Quoted): boolean {
  return canonical.replace(/\P{N}/gu, '').length >= LONG;
}

interface Quote {
  readonly quoted: Quoted;
  readonly place: Place;
}

/** What a document quotes, and what that names, found when first asked for. */
interface Quoting {
  readonly quotes: readonly Quote[];
  deals: List<Deal> | null;
  documents: List<Invoice> | null;
  paid: List<Invoice> | null;
  receipts: List<Receipt> | null;
}

/** Reads each text of a reference column once: many documents quote one number and nothing else. */
class Quotings {
  private readonly ofReferences = new Map<string, Quoting>();

  /** Null where nothing is quoted. */
  of(references: readonly string[], text: string): Quoting | null {
    const [only] = references;
    if (text === '' && references.length < 2) return only === undefined ? null : this.ofReference(only);
    const quotes: Quote[] = [];
    for (const reference of references) for (const quote of this.ofReference(reference).quotes) quotes.push(quote);
    if (text !== '') for (const quoted of quotesIn(text, true)) quotes.push({ quoted, place: 'text' });
    return quoting(quotes);
  }

  private ofReference(reference: string): Quoting {
    let known = this.ofReferences.get(reference);
    if (known === undefined) {
      known = quoting(quotesIn(reference, false).map((quoted) => ({ quoted, place: 'column' })));
      this.ofReferences.set(reference, known);
    }
    return known;
  }
}

function quoting(quotes: readonly Quote[]): Quoting {
  return { quotes, deals: null, documents: null, paid: null, receipts: null };
}

function withRuns(quotes: readonly Quote[], text: string, readRun: RunReader): readonly Quote[] {
  const runs = longRuns(text);
  if (runs.length === 0) return quotes;
  const parts = runs.flatMap((run) => readRun(run)).map((part): Quote => ({ quoted: quote(part), place: 'text' }));
  return [...quotes, ...parts];
}

/** What quotes name, each set of records once. */
function collect<T extends ReconciledRecord>(quotes: readonly Quote[], find: Find<T>): List<T> {
  let named: Named<T>[] | null = null;
  for (const { quoted, place } of quotes) {
    const hit = find(quoted);
    if (hit === null) continue;
    const { fit, number, records } = hit;
    const one = { written: quoted.written, place, fit, number, records };
    if (named === null) named = [one];
    else addOnce(named, one);
  }
  return named === null ? NOTHING : named.length === 1 ? named : withoutFragments(named);
}

function addOnce<T extends ReconciledRecord>(named: Named<T>[], one: Named<T>): void {
  const at = named.findIndex(({ records }) => isSame(records, one.records));
  const known = named[at];
  if (known === undefined) named.push(one);
  // "order 1042" is the number behind a word before it is one of the series "ORDER".
  else if (one.fit === 'same' && known.fit === 'weaker' && known.place === one.place) named[at] = one;
}

/** Where a number is known with a blank in it, what stands before or behind the blank is no number of its own. */
function withoutFragments<T>(named: List<T>): List<T> {
  const parted = named.flatMap(({ written }) => (/^\S*\d \d+$/.test(written) ? [written.split(' ')] : []));
  return parted.length === 0 ? named : named.filter(({ written }) => !parted.some((parts) => parts.includes(written)));
}

/** A number of very many says nothing of one of them. */
function notTooMany<T>(hit: Hit<T> | null): Hit<T> | null {
  return hit === null || hit.records.length > MOST_BEARERS ? null : hit;
}

const MOST_BEARERS = 200;

/** A document that quotes its own number names nothing by it. @param list what the quotes name, the document itself perhaps among it */
function othersOf<T extends ReconciledRecord>(
  document: ReconciledRecord,
  list: List<T>,
  quotes: readonly Quote[],
  find: Find<T>,
): List<T> {
  const isOther = ({ at }: ReconciledRecord): boolean => at !== document.at;
  if (list.every(({ records }) => records.every(isOther))) return list;
  return collect(quotes, (quoted) => {
    const hit = find(quoted);
    if (hit === null || hit.records.every(isOther)) return hit;
    const records = hit.records.filter(isOther);
    return records.length === 0 ? null : { ...hit, records };
  });
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some === others || (some.length === others.length && some.every((record, i) => record === others[i]));
}

/** The record named so clearly that it may join customers: by its own number, quoted in full, borne by no other; null for none. */
export function sureOf<T>({ fit, number, records }: Named<T>): T | null {
  return fit === 'same' && number === 'own' && records.length === 1 ? (records[0] ?? null) : null;
}
