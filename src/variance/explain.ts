/** The variance algebra's one door: records and links in; lines, items, exceptions, roll-forward and identities out. */

import { GAPS, GAP_SIDES } from '../domain/measure';
import type { Gap, Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { OnProgress } from '../domain/progress';
import type { Line, RollForward } from '../domain/reconciliation';
import type { Deal, Invoice, ReconciledRecord, RecordKey } from '../domain/record';
import { BATCH_SIZE, batchesOf } from './batches';
import { converter } from './conversions';
import { rateTable } from './convert';
import { customerGroups, UNIDENTIFIED_PAYER } from './customers';
import { candidatesOf, inOrder } from './exceptions';
import { catalogueCheck, checkItems, checkMeasures, checkRollForward, linesCheck, pairsCheck, recordsCheck } from './identities';
import type { VarianceInput, VarianceResult } from './input';
import type { Item } from './item';
import { explainPieces, nothingExplained } from './items';
import type { Explained } from './items';
import type { Repeats } from './reasons/bookedInvoiced';
import { LineBook, linesOf } from './lines';
import { linkBook, order } from './links';
import type { LinkBook } from './links';
import { findNotes } from './notes';
import { ownOwners } from './owners';
import { openDoc } from './pieces/entry';
import type { Entry, OwnReasons } from './pieces/entry';
import { cutPieces } from './pieces/pairing';
import type { GapPieces, PairingContext } from './pieces/pairing';
import { postedAs, poster } from './posting';
import type { Posting } from './posting';
import { register } from './register';
import type { Register } from './register';
import { nothingKnown, openBooks } from './reasons/books';
import type { Books } from './reasons/books';
import { duplicateDeals, duplicateInvoices } from './reasons/duplicates';
import { isTaxBooked, ownReasons } from './reasons/own';
import { shortInvoices } from './reasons/misapplied';
import { reversedRecords } from './reversed';
import { rollForward } from './rollForward';

const silentProgress: OnProgress = () => undefined;

/**
 * Explains every difference to the cent. Pure; the order of the records does not matter.
 * @param batchSize records that are explained at a time, unless more belong together; the result does not depend on it.
 * @throws RangeError where a record cannot be converted: such records are to be left out before.
 */
export function explain(input: VarianceInput, onProgress: OnProgress = silentProgress, batchSize = BATCH_SIZE): VarianceResult {
  onProgress('explain', 0);
  const records = register([...input.deals, ...input.invoices, ...input.revenue, ...input.receipts]);
  const { all } = records;
  const customers = customerGroups(input.matching, input.options.customerLevel);
  const { links, books, reversed } = openedBooks(input, records, customers.ofRecord);
  const rateAt = rateTable(input.rates, input.currency);
  const { converted, convert } = converter(all, links, input.currency, rateAt, input.options);
  const lines = new LineBook();
  const ofNumber = all.map(customers.ofRecord);

  const { postings, post } = poster(records, {
    currency: input.currency,
    counts: input.options,
    ownerRule: input.options.ownerRule,
    splitCredit: input.options.splitCredit,
    links,
    monthOf: books.months.of,
    customers: ofNumber,
    ownOwner: ownOwners(input.deals, input.customers, customers.ofKey, input.options.ownerRule),
    converted,
    lines,
  });
  onProgress('explain', 0.1);

  const own: OwnReasons = {
    of: (gap, record) => ownReasons(gap, record, books),
    isReversed: ({ key }) => reversed.size > 0 && reversed.has(key),
    isTaxBooked: isTaxBooked(input.options),
  };
  const rebills = (invoice: Entry, credit: Entry): boolean =>
    isRebill(
      invoice,
      credit,
      input.options.invoicingLag,
      links
        .at(credit.posting.no)
        .ofKind('invoice-credit')
        .map(({ partner }) => partner),
    );
  const gaps = GAPS.filter((gap) => input.provided[GAP_SIDES[gap].left] && input.provided[GAP_SIDES[gap].right]);
  const ofRecords = recordsCheck(all.length);
  const batches = batchesOf(ofNumber, links, batchSize);
  const pairing: PairingContext = {
    currency: input.currency,
    rateAt,
    rounding: input.options.roundingDocument,
    links,
    postings,
    kinds: records.kinds,
    indexes: new Int32Array(all.length),
    rebills,
    own,
  };
  const cut = (gap: Gap, batch: Uint32Array): GapPieces => cutPieces(gap, batch, pairing);
  const looked: { readonly batch: Uint32Array; readonly repeats: Repeats }[] = [];
  const write = (gap: Gap, pieces: GapPieces, repeats: Repeats, isListed: boolean, written: Explained): void => {
    const short = shortInvoices(gap === 'IC' ? pieces.entries : [], customers.ofRecord);
    explainPieces(gap, pieces, { books, repeats, short, lines, isOneGroup: customers.isOneGroup, isListed }, written);
  };
  const explained = new Map<Gap, Explained>(gaps.map((gap) => [gap, nothingExplained()]));
  batches.forEach((batch, at) => {
    convert(batch);
    post(batch);
    for (const no of batch) ofRecords.seePosting(postings[no] as Posting, converted[no]);
    let repeats: Repeats | null = null;
    for (const [gap, written] of explained) {
      const pieces = cut(gap, batch);
      // Booked less invoiced comes first: it says which invoices no deal took up.
      repeats ??= repeatsIn(books, batch, postings, gap === 'BI' ? pieces.entries : []);
      write(gap, pieces, repeats, false, written);
      ofRecords.see([gap, pieces]);
    }
    if (repeats !== null) looked.push({ batch, repeats });
    onProgress('explain', 0.1 + (0.7 * (at + 1)) / batches.length);
  });
  const measured = linesOf(lines, postings, records.kinds, input.provided);
  const allLines = measured.lines;
  for (const [gap, { small }] of explained) {
    if (!isTooMuch(small, largerMeasure(gap, allLines), input.options.acceptedShare)) continue;
    const written = nothingExplained();
    for (const { batch, repeats } of looked) write(gap, cut(gap, batch), repeats, true, written);
    explained.set(gap, written);
  }

  const placeOf = orderOf(records);
  const items = joined(explained, (each) => inOneOrder(each.items, placeOf));
  const { notes, toSettle } = findNotes(
    books,
    postings,
    joined(explained, ({ silent }) => [...silent].sort((a, b) => a.pair.second.posting.no - b.pair.second.posting.no)),
  );
  const rolls = rollForwards(gaps, (gap) => rollForward(gap, allLines, explained.get(gap)?.items ?? [], input.period));
  const result: VarianceResult = {
    lines: allLines.filter(({ month }) => month >= input.period.from && month <= input.period.to),
    items,
    notes,
    candidates: candidatesOf(
      joined(explained, (each) => each.toSettle),
      toSettle,
      placeOf,
    ).sort((a, b) => order(a.key, b.key)),
    rollForward: rolls,
    postings,
    identities: [
      ...checkItems(items, [linesCheck(measured, lines, gaps), pairsCheck(), catalogueCheck()]),
      ofRecords.close(),
      checkMeasures(allLines, postings, records.kinds),
      checkRollForward(rolls),
    ],
  };
  onProgress('explain', 1);
  return result;
}

function joined<T>(explained: ReadonlyMap<Gap, Explained>, part: (each: Explained) => readonly T[]): T[] {
  const none: T[] = [];
  return none.concat(...[...explained.values()].map(part));
}

/** @param entries booked less invoiced after pairing. */
function repeatsIn(books: Books, batch: Uint32Array, postings: readonly Posting[], entries: readonly Entry[]): Repeats {
  const untaken = new Set<number>();
  for (const entry of entries) if (isUntaken(entry)) untaken.add(entry.posting.no);
  return {
    deals: duplicateDeals(books, postedAs<Deal>('deal', batch, postings, books.records)),
    invoices: duplicateInvoices(books, postedAs<Invoice>('invoice', batch, postings, books.records), ({ no }) => untaken.has(no)),
  };
}

/** What a pair brings is written with its later record, then what stays open of each: by this number in one order, whatever the batches. */
function orderOf({ all, numberOf }: Register): (item: Item) => number {
  return ({ record, otherRecord }) =>
    otherRecord === null ? all.length + numberOf(record) : Math.max(numberOf(record), numberOf(otherRecord));
}

/** Lines of money whose payer nobody knows are written by several batches: their items follow the others. */
function inOneOrder(items: readonly Item[], placeOf: (item: Item) => number): readonly Item[] {
  const isShared = ({ customer }: Item): boolean => customer === UNIDENTIFIED_PAYER;
  const shared = inOrder(items.filter(isShared), placeOf);
  return shared.length === 0 ? items : [...items.filter((item) => !isShared(item)), ...shared];
}

/** The books with the links that matching found, and with those of records whose sign is turned. */
function openedBooks(
  input: VarianceInput,
  records: Register,
  customerOf: (record: ReconciledRecord) => string,
): { readonly links: LinkBook; readonly books: Books; readonly reversed: ReadonlySet<RecordKey> } {
  const asMatched = openBooks(
    input,
    records,
    linkBook(input.matching.links, records, input.options.suggestedInNumbers),
    customerOf,
  );
  const reversed = reversedRecords(asMatched);
  const links = reversed.keys.size === 0 ? asMatched.links : asMatched.links.and(reversed.links);
  return { links, books: { ...asMatched, links, known: nothingKnown(records.all.length) }, reversed: reversed.keys };
}

/** Of a gap's two measures the larger, over the horizon. */
function largerMeasure(gap: Gap, lines: readonly Line[]): Minor {
  const total = (measure: Measure): Minor => Math.abs(lines.reduce((sum, { measures }) => sum + (measures[measure] ?? 0), 0));
  return Math.max(total(GAP_SIDES[gap].left), total(GAP_SIDES[gap].right));
}

/** Small differences, whichever way they go, come to more than their share of the measure. */
function isTooMuch(small: Minor, measure: Minor, share: number): boolean {
  return small > Math.round(measure * share);
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

function rollForwards(gaps: readonly Gap[], of: (gap: Gap) => RollForward | null): Record<Gap, RollForward | null> {
  const rolls: Record<Gap, RollForward | null> = { BI: null, IR: null, IC: null };
  for (const gap of gaps) rolls[gap] = of(gap);
  return rolls;
}
