/** Looks up what all documents quote, the first thing that is gathered. */

import type { Evidence } from '../domain/link';
import { evidence } from './matchWeight';
import { NamedRecords, NOTHING } from './named';
import type { List, Named, Place } from './named';
import { ByPlace, NumberRegister } from './numberRegister';
import type { Deal, Invoice, Receipt, ReconciledRecord, Records } from './numbered';
import { quote, quotesIn, quoteWhole, UNPLACED } from './reference';
import type { Quoted } from './reference';
import { indexReferences } from './referenceIndex';
import type { Hit, NumberKind, ReferenceFit, ReferenceIndex } from './referenceIndex';
import { longRuns, runReader } from './runTogether';
import type { RunReader } from './runTogether';

/** Who bears a quoted number. */
type Find<T> = (quoted: Quoted) => Hit<T> | null;

/** Looks up every number that the documents quote, columns before text. */
export function nameRecords(records: Records): NamedRecords {
  const register = new NumberRegister();
  const deals = whenAsked(() =>
    indexReferences(
      records.deals,
      (deal) => deal.id,
      (deal) => deal.references,
      otherIdOf,
      register,
    ),
  );
  const documents = whenAsked(() =>
    indexReferences(
      records.invoices,
      (invoice) => invoice.id,
      (invoice) => invoice.references,
      otherIdOf,
      register,
    ),
  );
  const receipts = whenAsked(() =>
    indexReferences(
      records.receipts,
      (receipt) => receipt.id,
      () => [],
      () => [],
      register,
    ),
  );
  const named = new NamedRecords(records.count);
  const quotings = new Quotings(register);
  const ownNumber: Find<Invoice> = (quoted) => notTooMany(documents.findOwn(quoted));
  for (const record of records.invoices) {
    const quoting = quotings.of(
      record.appliesTo === '' ? record.references : [record.appliesTo, ...record.references],
      record.text,
    );
    if (quoting === null) continue;
    if (records.deals.length > 0) named.namesDeals(record, (quoting.deals ??= collect(quoting, deals.find)));
    quoting.documents ??= collect(quoting, ownNumber);
    named.namesDocuments(record, othersOf(record, quoting.documents, quoting, ownNumber));
  }
  for (const record of records.revenue) {
    const quoting = quotings.of(record.references, record.text);
    if (quoting === null) continue;
    if (records.deals.length > 0) named.namesDeals(record, (quoting.deals ??= collect(quoting, deals.find)));
    named.namesDocuments(record, (quoting.documents ??= collect(quoting, ownNumber)));
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
  quotings.keeps = false;
  for (const record of records.receipts) {
    const quoting = quotings.of(record.references, record.text);
    if (quoting === null) continue;
    if (records.deals.length > 0) named.namesDeals(record, (quoting.deals ??= collect(quoting, deals.find)));
    named.namesDocuments(record, (quoting.paid ??= collect(withRuns(quoting, record.text, readRun), paidUnder)));
    if (!hasRefunds) continue;
    quoting.receipts ??= collect(quoting, returned);
    named.namesReceipts(record, othersOf(record, quoting.receipts, quoting, returned));
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

interface Quotes {
  readonly inColumns: readonly Quoted[];
  readonly inText: readonly Quoted[];
}

/** What a document quotes, and what that names, found when first asked for. */
interface Quoting extends Quotes {
  deals: List<Deal> | null;
  documents: List<Invoice> | null;
  paid: List<Invoice> | null;
  receipts: List<Receipt> | null;
}

/** Reads each text of a reference column once: many documents quote one number and nothing else. */
class Quotings {
  /** What was quoted last by the number alone, as it is written. */
  private readonly ofNumbers = new ByPlace<Quoting>();
  private readonly ofTexts = new Map<string, Quoting>();
  /** False for documents of which each mostly quotes a number of its own. */
  keeps = true;

  constructor(private readonly register: NumberRegister) {}

  /** Null where nothing is quoted. */
  of(references: readonly string[], text: string): Quoting | null {
    const [only] = references;
    if (text === '' && references.length < 2) return only === undefined ? null : this.ofReference(only);
    const inColumns: Quoted[] = [];
    for (const reference of references) inColumns.push(...this.ofReference(reference).inColumns);
    return quoting(inColumns, text === '' ? NO_QUOTES : quotesIn(text, true));
  }

  private ofReference(reference: string): Quoting {
    const number = quoteWhole(reference);
    if (number !== null) return this.ofNumber(number);
    let known = this.ofTexts.get(reference);
    if (known === undefined) {
      known = quoting(quotesIn(reference, false), NO_QUOTES);
      this.ofTexts.set(reference, known);
    }
    return known;
  }

  private ofNumber(number: Quoted): Quoting {
    const place = this.register.placeOf(number);
    const known = this.ofNumbers.get(place);
    if (known?.inColumns[0]?.written === number.written) return known;
    const made = quoting([number], NO_QUOTES);
    if (this.keeps && place !== UNPLACED) this.ofNumbers.set(place, made);
    return made;
  }
}

const NO_QUOTES: readonly Quoted[] = [];

function quoting(inColumns: readonly Quoted[], inText: readonly Quoted[]): Quoting {
  return { inColumns, inText, deals: null, documents: null, paid: null, receipts: null };
}

function withRuns(quotes: Quotes, text: string, readRun: RunReader): Quotes {
  const runs = longRuns(text);
  if (runs.length === 0) return quotes;
  const parts = runs.flatMap((run) => readRun(run)).map((part) => quote(part));
  return { inColumns: quotes.inColumns, inText: [...quotes.inText, ...parts] };
}

/** What quotes name, each set of records once. */
function collect<T extends ReconciledRecord>({ inColumns, inText }: Quotes, find: Find<T>): List<T> {
  let named: Named<T>[] | null = null;
  for (const quoted of inColumns) named = withFound(named, quoted.written, 'column', find(quoted));
  for (const quoted of inText) named = withFound(named, quoted.written, 'text', find(quoted));
  return named === null ? NOTHING : named.length === 1 ? named : withoutFragments(named);
}

/** The list, made when something is found: most documents name one, and a list that grows takes room for many. */
function withFound<T extends ReconciledRecord>(
  named: Named<T>[] | null,
  written: string,
  place: Place,
  hit: Hit<T> | null,
): Named<T>[] | null {
  if (hit === null) return named;
  const { fit, number, records } = hit;
  const at = named === null ? -1 : named.findIndex((other) => isSame(other.records, records));
  const known = named?.[at];
  // "order 1042" is the number behind a word before it is one of the series "ORDER".
  if (known !== undefined && !(fit === 'same' && known.fit === 'weaker' && known.place === place)) return named;
  const one = { written, place, fit, number, records, evidence: referenceEvidence(written, place, fit, number) };
  if (named === null) return [one];
  named[at < 0 ? named.length : at] = one;
  return named;
}

/** How a number was quoted. An own number in a column leaves the least doubt, digits without their prefix the most. */
function referenceEvidence(written: string, place: Place, fit: ReferenceFit, number: NumberKind): Evidence {
  const weight = (number === 'own' ? 16 : 14) - (place === 'text' ? 3 : 0) - (fit === 'same' ? 0 : 5);
  const where = place === 'text' ? 'in the text' : 'in a reference column';
  const how = fit === 'same' ? '' : ', without its prefix';
  return evidence('reference', `${number === 'own' ? 'number' : 'contract or order'} ${written} ${where}${how}`, weight);
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
function othersOf<T extends ReconciledRecord>(document: ReconciledRecord, list: List<T>, quotes: Quotes, find: Find<T>): List<T> {
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
