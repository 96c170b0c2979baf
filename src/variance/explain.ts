/** The variance algebra's one door: records and links in; lines, items, exceptions, roll-forward and identities out. */

import { GAPS, GAP_SIDES, MEASURES } from '../domain/measure';
import type { Gap, Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { OnProgress } from '../domain/progress';
import type { Line, Posted, RollForward } from '../domain/reconciliation';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import { BATCH_SIZE, batchesOf } from './batches';
import { converter } from './conversions';
import { rateTable } from './convert';
import { customerGroups } from './customers';
import { candidatesOf } from './exceptions';
import { gapWork } from './gapWork';
import { catalogueCheck, checkItems, checkRollForward, linesCheck, measuresCheck, pairsCheck, recordsCheck } from './identities';
import type { VarianceInput, VarianceResult } from './input';
import { inOneOrder, orderOf } from './itemOrder';
import { nothingExplained } from './items';
import type { Explained } from './items';
import type { Repeats } from './reasons/bookedInvoiced';
import { LineBook, measuring } from './lines';
import { LinkBook, order } from './links';
import { noteTaker } from './notes';
import { ownOwners } from './owners';
import { poster } from './posting';
import type { Posting } from './posting';
import { register } from './register';
import type { Register } from './register';
import { nothingKnown, openBooks } from './reasons/books';
import type { Books } from './reasons/books';
import { reversedRecords } from './reversed';
import { rollForward } from './rollForward';

export interface ExplainOptions {
  readonly onProgress?: OnProgress;
  /** Is shown each record once, as it is posted, in any order. */
  readonly onPosted?: (posting: Posted) => void;
  /** Records that are explained at a time, unless more belong together; the result does not depend on it. */
  readonly batchSize?: number;
}

const ignored = (): undefined => undefined;

/**
 * Explains every difference to the cent. Pure; the order of the records does not matter.
 * @throws RangeError where a record cannot be converted: such records are to be left out before.
 */
export function explain(
  input: VarianceInput,
  { onProgress = ignored, onPosted = ignored, batchSize = BATCH_SIZE }: ExplainOptions = {},
): VarianceResult {
  onProgress('explain', 0);
  const records = register(
    [...input.deals, ...input.invoices, ...input.revenue, ...input.receipts],
    input.matching.customerOf.table,
  );
  const { all } = records;
  const customers = customerGroups(input.matching, input.options.customerLevel);
  const { links, books, reversed } = openedBooks(input, records, customers.ofRecord);
  const rateAt = rateTable(input.rates, input.currency);
  const { converted, convert } = converter(all, links, input.currency, rateAt, input.options);
  const lines = new LineBook();
  const ofNumber = customers.ofRegister(records);

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

  const gaps = GAPS.filter((gap) => input.provided[GAP_SIDES[gap].left] && input.provided[GAP_SIDES[gap].right]);
  const { cut, repeatsIn, write } = gapWork({ books, postings, lines, rateAt, reversed, customers });
  const ofRecords = recordsCheck(all.length);
  const ofMeasures = measuresCheck(records.kinds);
  const measures = measuring(lines, records.kinds, input.provided);
  const noted = noteTaker(books);
  const batches = batchesOf(ofNumber, links, batchSize);
  const looked: { readonly batch: Uint32Array; readonly repeats: Repeats }[] = [];
  const explained = new Map<Gap, Explained>(gaps.map((gap) => [gap, nothingExplained()]));
  batches.forEach((batch, at) => {
    convert(batch);
    post(batch);
    for (const no of batch) {
      const posting = postings[no] as Posting;
      ofRecords.seePosting(posting, converted[no]);
      ofMeasures.see(posting);
      measures.see(posting);
      noted.see(posting);
      onPosted(posting);
    }
    let repeats: Repeats | null = null;
    for (const [gap, written] of explained) {
      const pieces = cut(gap, batch);
      // Booked less invoiced comes first: it says which invoices no deal took up.
      repeats ??= repeatsIn(batch, gap === 'BI' ? pieces.entries : []);
      write(gap, pieces, repeats, false, written);
      ofRecords.see([gap, pieces]);
    }
    if (repeats !== null) looked.push({ batch, repeats });
    onProgress('explain', 0.1 + (0.7 * (at + 1)) / batches.length);
  });
  const measured = measures.close();
  const allLines = measured.lines;
  const totals = totalsOf(allLines);
  for (const [gap, { small }] of explained) {
    if (!isTooMuch(small, largerOf(gap, totals), input.options.acceptedShare)) continue;
    const written = nothingExplained();
    for (const { batch, repeats } of looked) write(gap, cut(gap, batch), repeats, true, written);
    explained.set(gap, written);
  }

  const placeOf = orderOf(records);
  const items = joined(explained, (each) => inOneOrder(each.items, placeOf));
  const { notes, toSettle } = noted.close(
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
      ofMeasures.close(allLines),
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

/** The books with the links that matching found, and with those of records whose sign is turned. */
function openedBooks(
  input: VarianceInput,
  records: Register,
  customerOf: (record: ReconciledRecord) => string,
): { readonly links: LinkBook; readonly books: Books; readonly reversed: ReadonlySet<RecordKey> } {
  const asMatched = openBooks(
    input,
    records,
    new LinkBook(input.matching.links, records, input.options.suggestedInNumbers, input.matching.linkEnds),
    customerOf,
  );
  const reversed = reversedRecords(asMatched);
  const links = reversed.keys.size === 0 ? asMatched.links : asMatched.links.and(reversed.links);
  return { links, books: { ...asMatched, links, known: nothingKnown(records.all.length) }, reversed: reversed.keys };
}

/** What each measure comes to over the horizon. */
function totalsOf(lines: readonly Line[]): Readonly<Record<Measure, Minor>> {
  const totals: Record<Measure, Minor> = { booked: 0, invoiced: 0, recognised: 0, cash: 0 };
  for (const { measures } of lines) for (const measure of MEASURES) totals[measure] += measures[measure] ?? 0;
  return totals;
}

/** Of a gap's two measures the larger. */
function largerOf(gap: Gap, totals: Readonly<Record<Measure, Minor>>): Minor {
  return Math.max(Math.abs(totals[GAP_SIDES[gap].left]), Math.abs(totals[GAP_SIDES[gap].right]));
}

/** Small differences, whichever way they go, come to more than their share of the measure. */
function isTooMuch(small: Minor, measure: Minor, share: number): boolean {
  return small > Math.round(measure * share);
}

function rollForwards(gaps: readonly Gap[], of: (gap: Gap) => RollForward | null): Record<Gap, RollForward | null> {
  const rolls: Record<Gap, RollForward | null> = { BI: null, IR: null, IC: null };
  for (const gap of gaps) rolls[gap] = of(gap);
  return rolls;
}
