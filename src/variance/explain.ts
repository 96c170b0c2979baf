/** The variance algebra's one door: records and links in; lines, items, exceptions, roll-forward and identities out. */

import { GAPS, GAP_SIDES } from '../domain/measure';
import type { Gap, Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { OnProgress } from '../domain/progress';
import type { Line, RollForward, VarianceItem } from '../domain/reconciliation';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import { convertAll } from './conversions';
import { rateTable } from './convert';
import { customerGroups } from './customers';
import { candidatesOf } from './exceptions';
import { checkCatalogue, checkLines, checkMeasures, checkPairs, checkRecords, checkRollForward } from './identities';
import type { VarianceInput, VarianceResult } from './input';
import { explainPieces } from './items';
import type { Explained, ItemContext } from './items';
import { lineKeys, linesOf, MEASURE_OF } from './lines';
import { linkBook, order } from './links';
import type { LinkBook } from './links';
import { findNotes } from './notes';
import { ownOwners } from './owners';
import { openDoc } from './pieces/entry';
import type { Entry, OwnReasons } from './pieces/entry';
import { cutPieces } from './pieces/pairing';
import type { GapPieces } from './pieces/pairing';
import { post } from './posting';
import { register } from './register';
import type { Register } from './register';
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
  const records = register([...input.deals, ...input.invoices, ...input.revenue, ...input.receipts]);
  const { all } = records;
  const customers = customerGroups(input.matching, input.options.customerLevel);
  const { links, books, reversed } = openedBooks(input, records, customers.ofRecord);
  const rateAt = rateTable(input.rates, input.currency);
  const converted = convertAll(all, links, input.currency, rateAt, input.options);
  const lineKey = lineKeys();

  const postings = post(all, {
    currency: input.currency,
    counts: input.options,
    ownerRule: input.options.ownerRule,
    splitCredit: input.options.splitCredit,
    links,
    monthOf: books.months.of,
    customers: all.map(customers.ofRecord),
    ownOwner: ownOwners(input.deals, input.customers, customers.ofKey, input.options.ownerRule),
    converted,
    lineKey,
  });
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
      links
        .at(credit.posting.no)
        .ofKind('invoice-credit')
        .map(({ partner }) => partner),
    );
  const gaps = GAPS.filter((gap) => input.provided[GAP_SIDES[gap].left] && input.provided[GAP_SIDES[gap].right]);
  const pieces = gaps.map((gap): readonly [Gap, GapPieces] => [
    gap,
    cutPieces(gap, postings, {
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
  const allLines = linesOf(postings, input.provided);
  const measured = new Map(gaps.map((gap) => [gap, largerMeasure(gap, allLines)]));
  const explained = new Map<Gap, Explained>();
  for (const [gap, cut] of pieces) {
    const accepted = explainPieces(gap, cut, { ...context, isListed: false });
    const isListed = isTooMuch(accepted.items, measured.get(gap) ?? 0, input.options.acceptedShare);
    explained.set(gap, isListed ? explainPieces(gap, cut, { ...context, isListed: true }) : accepted);
  }
  onProgress('explain', 0.8);

  const of = <T>(part: (each: Explained) => readonly T[]): T[] => [...explained.values()].flatMap(part);
  const items = of((each) => each.items);
  const { notes, toSettle } = findNotes(
    books,
    postings,
    of(({ silent }) => silent),
  );
  const rolls = rollForwards(gaps, (gap) => rollForward(gap, allLines, explained.get(gap)?.items ?? [], input.period));
  const result: VarianceResult = {
    lines: allLines.filter(({ month }) => month >= input.period.from && month <= input.period.to),
    items,
    notes,
    candidates: candidatesOf(
      of((each) => each.toSettle),
      toSettle,
    ).sort((a, b) => order(a.key, b.key)),
    rollForward: rolls,
    postings,
    identities: [
      checkLines(allLines, items, gaps),
      checkPairs(items),
      checkRecords(postings, converted, pieces),
      checkMeasures(allLines, postings, ({ record }) => MEASURE_OF[record.role]),
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
  return { links, books: { ...asMatched, links, billedInInstalments: new Map() }, reversed: reversed.keys };
}

/** Of a gap's two measures the larger, over the horizon. */
function largerMeasure(gap: Gap, lines: readonly Line[]): Minor {
  const total = (measure: Measure): Minor => Math.abs(lines.reduce((sum, { measures }) => sum + (measures[measure] ?? 0), 0));
  return Math.max(total(GAP_SIDES[gap].left), total(GAP_SIDES[gap].right));
}

/** Small differences, whichever way they go, come to more than their share of the measure. */
function isTooMuch(items: readonly VarianceItem[], measure: Minor, share: number): boolean {
  const small = items.reduce((sum, { code, amount }) => (code === 'Q34' ? sum + Math.abs(amount) : sum), 0);
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
