/** From pieces to what is written: the two ends of each leg, and each single with its reasons. */

import type { Day } from '../domain/day';
import type { Certainty } from '../domain/link';
import type { Gap } from '../domain/measure';
import { distribute, toMajor } from '../domain/money';
import type { Minor } from '../domain/money';
import type { PairName, Treatment } from '../domain/reconciliation';
import type { RecordKey } from '../domain/record';
import { exceptionKey, mustBeSettled } from './exceptions';
import { Item, LegName } from './item';
import type { ItemForm, ItemKind } from './item';
import { legsOf } from './legs';
import type { Leg } from './legs';
import type { LineAt, LineBook } from './lines';
import { openDoc, openReporting } from './pieces/entry';
import type { Entry } from './pieces/entry';
import type { Pair } from './pieces/pair';
import { isSameRate } from './pieces/rate';
import type { GapPieces } from './pieces/pairing';
import { partners } from './reasons/books';
import type { Books } from './reasons/books';
import { bookedInvoicedRules } from './reasons/bookedInvoiced';
import type { Repeats } from './reasons/bookedInvoiced';
import { REASONS } from './reasons/catalogue';
import { treatmentOf } from './reasons';
import type { Code } from './reasons';
import { invoicedCashRules } from './reasons/invoicedCash';
import { invoicedRecognisedRules } from './reasons/invoicedRecognised';
import type { ShortBy } from './reasons/misapplied';
import { pairCode, pairFacts } from './reasons/pairs';
import { takeApart } from './reasons/single';
import type { Facts, Finding, RuleList, Single } from './reasons/single';
import { relatedRecords } from './related';
import type { Related } from './related';

export interface ItemContext {
  readonly books: Books;
  readonly repeats: Repeats;
  /** Invoices that are open by just an amount, between invoiced and cash. */
  readonly short: ShortBy;
  readonly lines: LineBook;
  /** Whether two customers belong to one group. */
  readonly isOneGroup: (a: string, b: string) => boolean;
  /** Small differences come to more than is accepted of them: somebody must look at each. */
  readonly isListed: boolean;
}

/** An item that a person must settle, and what its exception needs beside it. */
export interface ToSettle {
  readonly item: Item;
  /** The exception's key. */
  readonly key: string;
  readonly family: string;
  readonly anchor: RecordKey;
  readonly since: Day;
}

/** What is written of a gap, batch after batch. */
export interface Explained {
  readonly items: Item[];
  /** What a person must settle, of these. */
  readonly toSettle: ToSettle[];
  readonly silent: Silent[];
  /** What small differences come to, whichever way they go, minor units of the reporting currency. */
  small: Minor;
}

export function nothingExplained(): Explained {
  return { items: [], toSettle: [], silent: [], small: 0 };
}

/** The codes of which a pair on one line is worth a note. */
const NOTED: ReadonlySet<Code> = new Set<Code>(['Q39', 'Q12']);

/** A pair whose ends stand on one line: no item, but worth a note. */
export interface Silent {
  readonly gap: Gap;
  readonly code: Code;
  readonly pair: Pair;
  readonly end: LineAt;
}

/** Where the pieces of one gap are written. */
interface Writing extends ItemContext {
  readonly gap: Gap;
  readonly written: Explained;
  readonly kindOf: (form: ItemForm, code: Code) => ItemKind;
}

/** Writes the pieces of a gap to what is written of it so far. */
export function explainPieces(gap: Gap, pieces: GapPieces, context: ItemContext, written: Explained): void {
  const writing: Writing = { ...context, gap, written, kindOf: kindsOf(gap, context) };
  const numberOf = pairNumbers();
  for (const pair of pieces.pairs) {
    const number = numberOf(pair);
    const code = pairCode(gap, pair, context.books);
    const first = pair.firstPart.part.line;
    const legs = legsOf(first, pair.secondPart.part.line, pair.first.sign * pair.size, context.lines);
    if (legs.length === 0 && pair.size !== 0 && NOTED.has(code)) written.silent.push({ gap, code, pair, end: first });
    for (const leg of legs) writeLeg(writing, pair, leg, code, number);
    writeExchange(writing, pair);
  }
  const rulesOf = rulesFor(gap, context);
  for (const entry of pieces.entries) {
    writeOwn(writing, entry);
    writeSingles(writing, entry, rulesOf);
  }
}

/** What the items of a gap are by form and code, each made when it is first needed. */
function kindsOf(gap: Gap, { books, isListed }: ItemContext): Writing['kindOf'] {
  const kinds: Readonly<Record<ItemForm, Map<Code, ItemKind>>> = { pair: new Map(), single: new Map(), move: new Map() };
  const treated = (form: ItemForm, code: Code): Treatment =>
    isListed && code === 'Q34' ? 'Act' : treatmentOf(code, form, books.input.options.creditsReduceBookings);
  return (form, code) => {
    let kind = kinds[form].get(code);
    if (kind === undefined) {
      kind = { gap, form, code, reasonClass: REASONS[code].reasonClass, treatment: treated(form, code) };
      kinds[form].set(code, kind);
    }
    return kind;
  };
}

/** Counts the pairs of the same two records. Those of one later record follow each other. */
function pairNumbers(): (pair: Pair) => number {
  let later: Entry | null = null;
  let counted: Map<Entry, number> | null = null;
  let only: Entry | null = null;
  return ({ first, second }) => {
    if (second !== later) {
      later = second;
      only = first;
      counted = null;
      return 1;
    }
    // Most later records have one pair, which needs no counting.
    counted ??= new Map(only === null ? [] : [[only, 1]]);
    const number = (counted.get(first) ?? 0) + 1;
    counted.set(first, number);
    return number;
  };
}

/** A chain without a link of its own rests on order for cash, on the joint reference elsewhere. */
function certaintyOf(gap: Gap, { link }: Pair): Certainty {
  return link?.certainty ?? (gap === 'IC' ? 'assumed' : 'inferred');
}

/** What would have stated a pair that amounts or order tell. */
const UNSAID: Readonly<Record<Gap, string>> = {
  BI: 'deal of the invoice',
  IR: 'invoice of the revenue',
  IC: 'invoice of the receipt',
};

/** @param number among the pairs of the same two records. */
function writeLeg(writing: Writing, pair: Pair, leg: Leg, pairReason: Code, number: number): void {
  const { gap, books } = writing;
  const code =
    leg.kind === 'month'
      ? pairReason
      : leg.kind === 'owner'
        ? ownerMove(pair, leg, books)
        : writing.isOneGroup(leg.from.customer, leg.to.customer)
          ? 'D12'
          : 'Q33';
  const name = new LegName(gap, pair.first.record, pair.second.record, number, leg.kind);
  const firstIsEarlier = pair.first.posting.month <= pair.second.posting.month;
  const [fromEntry, toEntry] = firstIsEarlier ? [pair.first, pair.second] : [pair.second, pair.first];
  const [fromDoc, toDoc] = firstIsEarlier ? [pair.firstDoc, pair.secondDoc] : [pair.secondDoc, pair.firstDoc];
  const days = pair.second.record.day - pair.first.record.day;
  const anchor = code === 'Q22' ? pair.second.record.key : anchorOf(gap, pair);
  const certainty = certaintyOf(gap, pair);
  const more = pairFacts(code, pair, books);
  const facts = certainty === 'stated' || code === 'Q39' ? { days, ...more } : { days, missing: UNSAID[gap], ...more };
  const finding: Finding = { certainty, anchor, facts };
  const relatedTo = (entry: Entry, other: Entry): Related => relatedRecords(entry.posting, other.posting, books);
  const related = relatedTo(fromEntry, toEntry);
  // Only among two of one role does the order tell which comes first.
  const relatedBack = fromEntry.record.role === toEntry.record.role ? relatedTo(toEntry, fromEntry) : related;
  const writeEnd = (entry: Entry, other: Entry, here: LineAt, there: LineAt, amount: Minor, doc: Minor, behind: Related): void =>
    write(writing, {
      code,
      form: leg.kind === 'month' ? 'pair' : 'move',
      amount,
      doc,
      entry,
      other,
      here,
      there,
      pair: name,
      family: code === 'Q23' ? 'refund' : code === 'Q22' ? 'receipt' : 'match',
      finding,
      related: behind,
    });
  writeEnd(fromEntry, toEntry, leg.from, leg.to, leg.amount, fromDoc, related);
  writeEnd(toEntry, fromEntry, leg.to, leg.from, -leg.amount, toDoc, relatedBack);
}

/** The deal changed hands: one end stands with its owner then, the other with its owner now. */
function ownerMove({ first, second }: Pair, { from, to }: Leg, books: Books): Code {
  const deals = [first.record, second.record]
    .flatMap((record) => (record.role === 'deal' ? [record] : partners(books, record.key, 'deal-invoice')))
    .flatMap((deal) => (deal.role === 'deal' && deal.day <= second.record.day ? [deal] : []));
  const isHistory = deals.some(({ owner, ownerAtClose = '' }) => {
    const owners = [owner, ownerAtClose];
    return ownerAtClose !== '' && owner !== ownerAtClose && owners.includes(from.owner) && owners.includes(to.owner);
  });
  return isHistory ? 'Q26' : 'D11';
}

/** What a person settles about a pair: the invoice between booked and invoiced, the receipt between invoiced and cash, else the later record. */
function anchorOf(gap: Gap, { first, second }: Pair): RecordKey {
  const both = [second.record, first.record];
  const role = gap === 'BI' ? 'invoice' : gap === 'IR' ? 'revenue' : 'receipt';
  return (both.find((record) => record.role === role) ?? second.record).key;
}

/** What the rate did between the two dates, on the later record's line. */
function writeExchange(writing: Writing, pair: Pair): void {
  const { gap, books } = writing;
  const { first, second } = pair;
  const amount = second.sign * pair.secondSize + first.sign * pair.size;
  if (amount === 0) return;
  const sameRate = isSameRate(
    first.posting.rate,
    second.posting.rate,
    pair.secondDoc,
    second.record.currency,
    books.input.currency,
  );
  const code: Code = sameRate && first.record.currency === second.record.currency ? 'Q34' : gap === 'IC' ? 'T9' : 'D14';
  write(writing, {
    code,
    form: 'single',
    amount,
    doc: 0,
    entry: second,
    other: first,
    here: pair.secondPart.part.line,
    there: null,
    pair: null,
    family: 'value',
    finding: { certainty: 'stated', facts: { rate: rateOf(gap, pair, books), earlierRate: first.posting.rate } },
    related: relatedRecords(second.posting, first.posting, books),
  });
}

/** The later rate. Money in another currency than its invoice has the rate at which it paid the invoice's. */
function rateOf(gap: Gap, { first, second, secondSize, firstDoc }: Pair, { input }: Books): number {
  if (gap !== 'IC' || first.record.currency === second.record.currency || firstDoc === 0) return second.posting.rate;
  return toMajor(secondSize, input.currency) / toMajor(firstDoc, first.record.currency);
}

function writeOwn(writing: Writing, entry: Entry): void {
  if (entry.own.length === 0) return;
  const related = relatedRecords(entry.posting, null, writing.books);
  for (const { part, code, amount, doc, certainty, facts } of entry.own)
    write(writing, {
      code: code as Code,
      form: 'single',
      amount,
      doc,
      entry,
      other: null,
      here: part.line,
      there: null,
      pair: null,
      family: 'value',
      finding: { certainty, facts },
      related,
    });
}

type RulesOf = (single: Single, books: Books) => RuleList;

function rulesFor(gap: Gap, { books, repeats, short }: ItemContext): RulesOf {
  switch (gap) {
    case 'BI':
      return bookedInvoicedRules(books.input.options, repeats);
    case 'IR':
      return invoicedRecognisedRules;
    case 'IC':
      return invoicedCashRules(repeats, short);
  }
}

/** What stayed open of a record, taken apart by reasons, each spread over the parts that are open. */
function writeSingles(writing: Writing, entry: Entry, rulesOf: RulesOf): void {
  const { gap, books } = writing;
  if (entry.open.every((part) => part.reporting === 0)) return;
  const [rest, restDoc] = [openReporting(entry), openDoc(entry)];
  const single: Single = { gap, entry, record: entry.record, rest, restDoc };
  const { family, rules } = rulesOf(single, books);
  const shares = takeApart(single, rules, books);
  const left = entry.open.map((part) => part.reporting);
  const docs = entry.open.map((part) => part.doc);
  const even = left.every((open) => open >= 0);
  const related = relatedRecords(entry.posting, null, books);
  shares.forEach((share, k) => {
    const lastShare = k === shares.length - 1;
    const amounts = lastShare || !even ? [...left] : distribute(share.amount, left);
    amounts.forEach((amount, i) => {
      const open = left[i] ?? 0;
      const part = entry.open[i];
      if (part === undefined || amount === 0) return;
      const doc = amount === open ? (docs[i] ?? 0) : Math.round((docs[i] ?? 0) * (amount / open));
      left[i] = open - amount;
      docs[i] = (docs[i] ?? 0) - doc;
      write(writing, {
        code: share.code,
        form: 'single',
        amount: entry.sign * amount,
        doc,
        entry,
        other: null,
        here: part.part.line,
        there: null,
        pair: null,
        family,
        finding: share,
        related,
      });
    });
  });
}

interface ItemDraft {
  readonly code: Code;
  readonly form: ItemForm;
  readonly amount: Minor;
  /** Size in the document's currency; written with the amount's sign. */
  readonly doc: Minor;
  readonly entry: Entry;
  readonly other: Entry | null;
  readonly here: LineAt;
  readonly there: LineAt | null;
  readonly pair: PairName | null;
  readonly family: string;
  readonly finding: Finding;
  readonly related: Related;
}

function write({ gap, books, written, isListed, kindOf }: Writing, draft: ItemDraft): void {
  const { code, form, amount, finding } = draft;
  const { record } = draft.entry;
  const { asOf, options } = books.input;
  const reason = REASONS[code];
  const kind = kindOf(form, code);
  const anchor = finding.anchor ?? record.key;
  const family = 'family' in reason ? reason.family : draft.family;
  const since = finding.since ?? record.day;
  const isToSettle = mustBeSettled({ code, form, treatment: kind.treatment, since }, asOf, options);
  const key = isToSettle ? exceptionKey(gap, family, anchor) : null;
  const item = new Item({
    kind,
    at: draft.here,
    there: draft.there,
    amount,
    documentAmount: amount < 0 ? 0 - Math.abs(draft.doc) : amount > 0 ? Math.abs(draft.doc) : 0,
    own: record,
    other: draft.other?.record ?? null,
    pair: draft.pair,
    behind: draft.related,
    certainty: finding.certainty,
    expectedMonth: finding.expected ?? null,
    facts: isListed && code === 'Q34' ? { ...finding.facts, listed: 1 } : (finding.facts ?? NO_FACTS),
    exceptionKey: key,
  });
  written.items.push(item);
  if (code === 'Q34') written.small += Math.abs(amount);
  if (key !== null) written.toSettle.push({ item, key, family, anchor, since });
}

const NO_FACTS: Facts = {};
