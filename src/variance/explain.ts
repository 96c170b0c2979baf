/** The variance algebra's one door: records and links in; lines, items, exceptions, roll-forward and identities out. */

import { GAPS, GAP_SIDES } from '../domain/measure';
import type { Link } from '../domain/link';
import type { Gap, Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { OnProgress } from '../domain/progress';
import type { Line, PostedPart, RollForward, VarianceItem } from '../domain/reconciliation';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import { convertAll } from './conversions';
import { rateTable } from './convert';
import { customerGroups } from './customers';
import { candidatesOf } from './exceptions';
import { checkCatalogue, checkLines, checkMeasures, checkPairs, checkRecords, checkRollForward } from './identities';
import type { VarianceInput, VarianceResult } from './input';
import { explainPieces } from './items';
import type { Explained, ItemContext, Silent } from './items';
import { lineKeys, linesOf, MEASURE_OF } from './lines';
import { linkBook, order } from './links';
import type { LinkBook } from './links';
import { findNotes } from './notes';
import { ownOwners } from './owners';
import { openDoc } from './pieces/entry';
import type { Entry, OwnReasons } from './pieces/entry';
import { cutPieces } from './pieces/pairing';
import type { GapPieces } from './pieces/pairing';
import { isCredit, post } from './posting';
import type { Posting } from './posting';
import { openBooks } from './reasons/books';
import type { Books } from './reasons/books';
import { duplicateDeals, duplicateInvoices } from './reasons/duplicates';
import { isTaxBooked, ownReasons } from './reasons/own';
import { shortInvoices } from './reasons/misapplied';
import { reversedRecords } from './reversed';
import { rollForward } from './rollForward';

const silentProgress: OnProgress = () => undefined;

/**
 * Explains every difference to the cent. Pure; the order of the records does not matter.
 * @throws RangeError where a record cannot be converted: such records are to be left out before.
 */
export function explain(input: VarianceInput, onProgress: OnProgress = silentProgress): VarianceResult {
  const all = inOrder([...input.deals, ...input.invoices, ...input.revenue, ...input.receipts]);
  const records = new Map(all.map((record) => [record.key, record]));
  const customers = customerGroups(input.matching, input.options.customerLevel);
  const { links, books, reversed } = openedBooks(input, records, customers.ofRecord);
  const rateAt = rateTable(input.rates, input.currency);
  const converted = convertAll(records, links, input.currency, rateAt, input.options);
  const lineKey = lineKeys();

  const postings = post(all, {
    currency: input.currency,
    counts: input.options,
    ownerRule: input.options.ownerRule,
    splitCredit: input.options.splitCredit,
    links,
    monthOf: books.months.of,
    customerOf: customers.ofRecord,
    ownOwner: ownOwners(input.deals, input.customers, customers.ofKey, input.options.ownerRule),
    converted,
    lineKey,
  });
  const arriving = all.flatMap(({ key }) => postings.get(key) ?? []);
  onProgress('explain', 0.2);

  const own: OwnReasons = {
    of: (gap, record) => ownReasons(gap, record, books),
    isReversed: ({ key }) => reversed.has(key),
    isTaxBooked: isTaxBooked(input.options),
  };
  const rebills = (invoice: Entry, credit: Entry): boolean =>
    isRebill(
      invoice,
      credit,
      input.options.invoicingLag,
      links.ofKind(credit.record.key, 'invoice-credit').map(({ left }) => records.get(left)),
    );
  const gaps = GAPS.filter((gap) => input.provided[GAP_SIDES[gap].left] && input.provided[GAP_SIDES[gap].right]);
  const pieces = gaps.map((gap): readonly [Gap, GapPieces] => [
    gap,
    cutPieces(gap, arriving, {
      currency: input.currency,
      rateAt,
      rounding: input.options.roundingDocument,
      links,
      rebills,
      own,
    }),
  ]);
  onProgress('explain', 0.5);

  const untaken = new Set(
    pieces
      .filter(([gap]) => gap === 'BI')
      .flatMap(([, { entries }]) => entries.filter(isUntaken).map(({ record }) => record.key)),
  );
  const context: Omit<ItemContext, 'isListed'> = {
    books,
    repeats: { deals: duplicateDeals(books), invoices: duplicateInvoices(books, (key) => untaken.has(key)) },
    short: shortInvoices(pieces.find(([gap]) => gap === 'IC')?.[1].entries ?? [], customers.ofRecord),
    lineKey,
    isOneGroup: customers.isOneGroup,
  };
  const allLines = linesOf([...postings.values()], input.provided);
  const measured = new Map(gaps.map((gap) => [gap, largerMeasure(gap, allLines)]));
  const explained: Explained[] = [];
  const silent: Silent[] = [];
  const itemsOf = new Map<Gap, readonly VarianceItem[]>();
  for (const [gap, cut] of pieces) {
    const accepted = explainPieces(gap, cut, { ...context, isListed: false });
    const done = isTooMuch(accepted.explained, measured.get(gap) ?? 0, input.options.acceptedShare)
      ? explainPieces(gap, cut, { ...context, isListed: true })
      : accepted;
    for (const each of done.explained) explained.push(each);
    for (const each of done.silent) silent.push(each);
    itemsOf.set(
      gap,
      done.explained.map(({ item }) => item),
    );
  }
  onProgress('explain', 0.8);

  const items = [...itemsOf.values()].flat();
  const posted = [...postings.values()];
  const { notes, toSettle } = findNotes(books, postings, silent);
  const rolls = rollForwards(gaps, (gap) => rollForward(gap, allLines, itemsOf.get(gap) ?? [], input.period));
  const result: VarianceResult = {
    lines: allLines.filter(({ month }) => month >= input.period.from && month <= input.period.to),
    items,
    notes,
    candidates: candidatesOf(explained, toSettle).sort((a, b) => order(a.key, b.key)),
    rollForward: rolls,
    postings: postedParts(postings),
    identities: [
      checkLines(allLines, items, gaps),
      checkPairs(items),
      checkRecords(posted, ({ record }) => converted(record).amount, pieces),
      checkMeasures(allLines, posted, ({ record }) => MEASURE_OF[record.role]),
      checkRollForward(rolls),
      checkCatalogue(items),
    ],
  };
  onProgress('explain', 1);
  return result;
}

/** The books with the links that matching found, and with those of records whose sign is turned. */
function openedBooks(
  input: VarianceInput,
  records: ReadonlyMap<RecordKey, ReconciledRecord>,
  customerOf: (record: ReconciledRecord) => string,
): { readonly links: LinkBook; readonly books: Books; readonly reversed: ReadonlySet<RecordKey> } {
  const open = (found: readonly Link[]): { readonly links: LinkBook; readonly books: Books } => {
    const links = linkBook(found, records, input.options.suggestedInNumbers);
    return { links, books: openBooks(input, records, links, customerOf) };
  };
  const asMatched = open(input.matching.links);
  const { keys, links } = reversedRecords(asMatched.books);
  return { ...(keys.size === 0 ? asMatched : open([...input.matching.links, ...links])), reversed: keys };
}

/** Records of one day: deals, invoices, credits, revenue, receipts, refunds; then by key. */
function inOrder(records: readonly ReconciledRecord[]): ReconciledRecord[] {
  const rank = (record: ReconciledRecord): number => {
    switch (record.role) {
      case 'deal':
        return 0;
      case 'invoice':
        return isCredit(record) ? 2 : 1;
      case 'revenue':
        return 3;
      case 'receipt':
        return record.amount < 0 ? 5 : 4;
    }
  };
  return records
    .map((record) => ({ record, at: record.day * 8 + rank(record) }))
    .sort((a, b) => a.at - b.at || order(a.record.key, b.record.key))
    .map(({ record }) => record);
}

/** Of a gap's two measures the larger, over the horizon. */
function largerMeasure(gap: Gap, lines: readonly Line[]): Minor {
  const total = (measure: Measure): Minor => Math.abs(lines.reduce((sum, { measures }) => sum + (measures[measure] ?? 0), 0));
  return Math.max(total(GAP_SIDES[gap].left), total(GAP_SIDES[gap].right));
}

/** Small differences, whichever way they go, come to more than their share of the measure. */
function isTooMuch(explained: readonly Explained[], measure: Minor, share: number): boolean {
  const small = explained.reduce((sum, { item }) => (item.code === 'Q34' ? sum + Math.abs(item.amount) : sum), 0);
  return small > Math.round(measure * share);
}

/** Nothing of the invoice found a partner. */
function isUntaken(entry: Entry): boolean {
  return entry.kind === 'invoice' && openDoc(entry) === entry.docTotal;
}

/** The invoice follows, within the normal lag, a credit that took a whole earlier invoice back. */
function isRebill(invoice: Entry, credit: Entry, lag: number, credited: readonly (ReconciledRecord | undefined)[]): boolean {
  const days = invoice.record.day - credit.record.day;
  return (
    days >= 0 &&
    days <= lag &&
    credited.some(
      (original) => original !== undefined && original.day <= credit.record.day && original.amount === -credit.record.amount,
    )
  );
}

function rollForwards(gaps: readonly Gap[], of: (gap: Gap) => RollForward | null): Record<Gap, RollForward | null> {
  const rolls: Record<Gap, RollForward | null> = { BI: null, IR: null, IC: null };
  for (const gap of gaps) rolls[gap] = of(gap);
  return rolls;
}

function postedParts(postings: ReadonlyMap<RecordKey, Posting>): Map<RecordKey, PostedPart[]> {
  return new Map(
    [...postings].map(([key, { customer, month, parts }]) => [
      key,
      parts.map(({ line, owner, measured, measuredReporting }) => ({
        line,
        customer,
        month,
        owner,
        amount: measured,
        reporting: measuredReporting,
      })),
    ]),
  );
}
