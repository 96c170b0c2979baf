/** Which records a document names: the strongest evidence there is, and the first to be gathered. */

import type { Deal, Invoice, Receipt, Records, RecordKey, Revenue } from '../domain/record';
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

/** What each record names, by its key. A record that names nothing known is absent. */
export interface NamedRecords {
  readonly dealsOf: ReadonlyMap<RecordKey, readonly Named<Deal>[]>;
  /**
   * Invoices and credits named by invoices, credits, schedule rows and receipts. Money is also sent under the other numbers
   * that an invoice bears; one that no deal and no other invoice bears is as good as its own.
   */
  readonly documentsOf: ReadonlyMap<RecordKey, readonly Named<Invoice>[]>;
  /** Receipts and refunds named by refunds, and by receipts where there are refunds. */
  readonly receiptsOf: ReadonlyMap<RecordKey, readonly Named<Receipt>[]>;
}

interface Quoting {
  readonly text: string;
  readonly references: readonly string[];
}

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
  const quoting = (record: Invoice | Revenue | Receipt): Quoting =>
    record.role === 'invoice' && record.appliesTo !== ''
      ? { text: record.text, references: [record.appliesTo, ...record.references] }
      : record;
  const dealsOf = new Collector<Deal>();
  const documentsOf = new Collector<Invoice>();
  const receiptsOf = new Collector<Receipt>();
  const own = (quoted: Quoted, key: RecordKey): Hit<Invoice> | null => otherThan(key, documents.findOwn(quoted));
  const named = (quoted: Quoted): Hit<Deal> | null => deals.find(quoted);
  for (const record of [...records.invoices, ...records.revenue]) {
    const quotes = quotesOf(record.key, quoting(record));
    if (records.deals.length > 0) dealsOf.collect(quotes, named);
    documentsOf.collect(quotes, own);
  }
  const paidUnder = (quoted: Quoted): Hit<Invoice> | null => {
    const hit = documents.find(quoted);
    const isOwn = hit?.number === 'shared' && hit.records.length === 1 && isLong(quoted) && deals.find(quoted) === null;
    return isOwn ? { ...hit, number: 'own' } : hit;
  };
  const readRun = runReader(
    () => records.invoices.flatMap(({ id, references }) => [id, ...references]),
    (digits) => paidUnder(quote(digits))?.fit === 'same',
  );
  const hasRefunds = records.receipts.some(({ kind }) => kind === 'refund');
  const returned = (quoted: Quoted, key: RecordKey): Hit<Receipt> | null => otherThan(key, receipts.find(quoted));
  for (const record of records.receipts) {
    const quotes = quotesOf(record.key, record);
    if (records.deals.length > 0) dealsOf.collect(quotes, named);
    documentsOf.collect(withRuns(quotes, record.text, readRun), paidUnder);
    if (hasRefunds) receiptsOf.collect(quotes, returned);
  }
  return { dealsOf: dealsOf.named, documentsOf: documentsOf.named, receiptsOf: receiptsOf.named };
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

/** All numbers that one document quotes. */
interface Quotes {
  readonly key: RecordKey;
  readonly quotes: readonly { readonly quoted: Quoted; readonly place: Place }[];
}

function quotesOf(key: RecordKey, { references, text }: Quoting): Quotes {
  const quotes: { quoted: Quoted; place: Place }[] = [];
  for (const reference of references) for (const quoted of quotesIn(reference, false)) quotes.push({ quoted, place: 'column' });
  if (text !== '') for (const quoted of quotesIn(text, true)) quotes.push({ quoted, place: 'text' });
  return { key, quotes };
}

function withRuns({ key, quotes }: Quotes, text: string, readRun: RunReader): Quotes {
  const runs = longRuns(text);
  if (runs.length === 0) return { key, quotes };
  const parts = runs.flatMap((run) => readRun(run)).map((part) => ({ quoted: quote(part), place: 'text' as const }));
  return { key, quotes: [...quotes, ...parts] };
}

/** Gathers what documents name of one kind. */
class Collector<T extends { readonly key: RecordKey }> {
  readonly named = new Map<RecordKey, readonly Named<T>[]>();

  collect({ key, quotes }: Quotes, find: (quoted: Quoted, key: RecordKey) => Hit<T> | null): void {
    const named: Named<T>[] = [];
    for (const { quoted, place } of quotes) {
      const hit = find(quoted, key);
      if (hit === null) continue;
      const { fit, number, records } = hit;
      const known = named.findIndex((other) => isSame(other.records, records));
      // "order 1042" is the number behind a word before it is one of the series "ORDER".
      if (known >= 0 && !(fit === 'same' && named[known]?.fit === 'weaker' && named[known].place === place)) continue;
      named[known < 0 ? named.length : known] = { written: quoted.written, place, fit, number, records };
    }
    if (named.length > 0) this.named.set(key, named.length === 1 ? named : withoutFragments(named));
  }
}

/** Where a number is known with a blank in it, what stands before or behind the blank is no number of its own. */
function withoutFragments<T>(named: readonly Named<T>[]): readonly Named<T>[] {
  const parted = named.flatMap(({ written }) => (/^\S*\d \d+$/.test(written) ? [written.split(' ')] : []));
  return parted.length === 0 ? named : named.filter(({ written }) => !parted.some((parts) => parts.includes(written)));
}

/** A document that quotes its own number names nothing by it. A number of very many says nothing of one of them. */
function otherThan<T extends { readonly key: RecordKey }>(key: RecordKey, hit: Hit<T> | null): Hit<T> | null {
  if (hit === null || hit.records.length > MOST_BEARERS) return null;
  if (!hit.records.some((record) => record.key === key)) return hit;
  const records = hit.records.filter((record) => record.key !== key);
  return records.length === 0 ? null : { ...hit, records };
}

const MOST_BEARERS = 200;

function isSame<T extends { readonly key: RecordKey }>(some: readonly T[], others: readonly T[]): boolean {
  return some === others || (some.length === others.length && some.every((record, i) => record.key === others[i]?.key));
}

/** Names a document so clearly that it may join customers: its own number, quoted in full, borne by one record only. */
export function surelyNamed<T>(named: readonly Named<T>[] | undefined): T[] {
  return (named ?? []).flatMap(({ fit, number, records }) =>
    fit === 'same' && number === 'own' && records.length === 1 && records[0] !== undefined ? [records[0]] : [],
  );
}
