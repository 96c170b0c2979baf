/** Reasons that explain a link or a record and have no amount. */

import { addMonths, isoDay } from '../domain/day';
import { fiscalQuarterOf } from '../domain/fiscal';
import type { Minor } from '../domain/money';
import type { Note } from '../domain/reconciliation';
import type { Deal, Invoice, ReconciledRecord, RecordKey } from '../domain/record';
import type { NoteToSettle } from './exceptions';
import type { Silent } from './items';
import { order } from './links';
import { isCredit } from './posting';
import type { Posting } from './posting';
import { namedBy, partners } from './reasons/books';
import type { Books } from './reasons/books';
import type { Code } from './reasons';

export interface NotesFound {
  readonly notes: Note[];
  /** Those of them that a person must settle. */
  readonly toSettle: NoteToSettle[];
}

export function findNotes(books: Books, postings: ReadonlyMap<RecordKey, Posting>, silent: readonly Silent[]): NotesFound {
  const noteOf = (code: Code, record: ReconciledRecord, records: readonly RecordKey[], facts: Note['facts'] = {}): Note[] => {
    const posting = postings.get(record.key);
    if (posting === undefined) return [];
    const { customer, month, parts } = posting;
    return [{ code, records, customer, owner: parts[0]?.owner ?? '', month, atStake: reportingOf(posting), facts }];
  };
  const all = [...books.records.values()];
  const deals = all.filter((record) => record.role === 'deal');
  const invoices = all.filter((record) => record.role === 'invoice');
  const missing = deals
    .filter((deal) => deal.owner === '' || isLeftBehind(deal, books))
    .flatMap((deal) => noteOf('Q25', deal, [deal.key], likelyOwner(deal, books)).map((note) => ({ note, deal })));
  const onOneLine = silent.filter(({ code }) => code === 'Q39' || code === 'Q12').map(noteOfSilent);
  return {
    notes: [
      ...nameVariants(books, postings),
      ...deals.flatMap((deal) => splitInvoice(deal, books, noteOf)),
      ...invoices.flatMap((invoice) => combinedInvoice(invoice, books, noteOf)),
      ...invoices.flatMap((invoice) => wrongReference(invoice, books, noteOf)),
      ...(books.input.options.ownerRule.startsWith('deal')
        ? invoices.flatMap((invoice) => otherOwner(invoice, postings, noteOf))
        : []),
      ...missing.map(({ note }) => note),
      ...deals.flatMap((deal) => editedAfterClose(deal, books, noteOf)),
      ...onOneLine.map(({ note }) => note),
    ],
    toSettle: [
      ...missing.map(({ note, deal }): NoteToSettle => ({ note, gap: 'BI', family: 'owner', anchor: deal.key, day: deal.day })),
      ...onOneLine.filter(({ note }) => note.code === 'Q39'),
    ],
  };
}

type NoteOf = (code: Code, record: ReconciledRecord, records: readonly RecordKey[], facts?: Note['facts']) => Note[];

function reportingOf({ parts }: Posting): Minor {
  return parts.reduce((sum, part) => sum + part.measuredReporting, 0);
}

function keysOf(record: ReconciledRecord, others: readonly ReconciledRecord[]): RecordKey[] {
  return [record.key, ...others.map(({ key }) => key)];
}

function splitInvoice(deal: Deal, books: Books, noteOf: NoteOf): Note[] {
  if (books.links.ofKind(deal.key, 'deal-invoice').length < 2) return [];
  const bills = partners(books, deal.key, 'deal-invoice').filter((invoice) => invoice.amount > 0);
  return bills.length < 2 ? [] : noteOf('Q14', deal, keysOf(deal, bills), { count: bills.length });
}

function combinedInvoice(invoice: Invoice, books: Books, noteOf: NoteOf): Note[] {
  if (isCredit(invoice) || books.links.ofKind(invoice.key, 'deal-invoice').length < 2) return [];
  const deals = partners(books, invoice.key, 'deal-invoice');
  return noteOf('Q15', invoice, keysOf(invoice, deals), { count: deals.length });
}

/** Linked in another way, though it quotes a number like a deal's that is no deal's. */
function wrongReference(invoice: Invoice, books: Books, noteOf: NoteOf): Note[] {
  if (
    books.links.ofKind(invoice.key, 'deal-invoice').length === 0 ||
    namedBy(invoice).some((name) => books.dealsByReference.has(name) || books.openDealsByReference.has(name))
  )
    return [];
  const quoted = invoice.references.find((reference) => books.dealSeries.resembles(reference));
  if (quoted === undefined) return [];
  return noteOf('Q4', invoice, keysOf(invoice, partners(books, invoice.key, 'deal-invoice')), { reference: quoted });
}

/** Under the rule "deal" an invoice stands with its deal's owner, whoever it names itself. */
function otherOwner(invoice: Invoice, postings: ReadonlyMap<RecordKey, Posting>, noteOf: NoteOf): Note[] {
  const parts = postings.get(invoice.key)?.parts ?? [];
  const differs = invoice.owner !== '' && parts.some((part) => part.owner !== invoice.owner);
  return differs ? noteOf('D11', invoice, [invoice.key], { owner: invoice.owner }) : [];
}

/** Its owner has left. What was closed before the period stays with whoever had it. */
function isLeftBehind({ owner, day }: Deal, { input, months }: Books): boolean {
  return input.ownersLeft.has(owner) && months.of(day) >= input.period.from;
}

/** Who the deal's invoices say it is, else the only owner of the customer's other deals; nobody who has left. */
function likelyOwner(deal: Deal, books: Books): Note['facts'] {
  const onlyOne = (records: readonly ReconciledRecord[]): string => {
    const owners = new Set(
      records.map(({ owner }) => owner).filter((owner) => owner !== '' && !books.input.ownersLeft.has(owner)),
    );
    return owners.size === 1 ? ([...owners][0] ?? '') : '';
  };
  const owner = onlyOne(partners(books, deal.key, 'deal-invoice')) || onlyOne(books.dealsOf(deal));
  return { ...(deal.owner === '' ? {} : { left: deal.owner }), ...(owner === '' ? {} : { owner }) };
}

/**
 * A deal of the period that somebody edited after the quarter of its close date, or the period, had closed. What was edited only an
 * older copy of the sheet could show.
 */
function editedAfterClose(deal: Deal, { input, months }: Books, noteOf: NoteOf): Note[] {
  const { modified = null, day } = deal;
  const { from, to } = input.period;
  const isOfPeriod = day >= months.first(from) && day <= months.last(to);
  const quarter = addMonths(fiscalQuarterOf(months.of(day), input.options.calendar).first, 2);
  if (modified === null || !isOfPeriod || modified <= Math.min(months.last(to), months.last(quarter))) return [];
  return noteOf('Q29', deal, [deal.key], { modified: isoDay(modified) });
}

/** Names that were joined although they are written differently, with what stands under the finance side's name. */
function nameVariants({ input, records, months }: Books, postings: ReadonlyMap<RecordKey, Posting>): Note[] {
  const written = new Map<string, Minor>();
  for (const { record } of postings.values()) {
    if (record.role !== 'invoice') continue;
    const posting = postings.get(record.key);
    if (posting !== undefined) written.set(record.customer, (written.get(record.customer) ?? 0) + reportingOf(posting));
  }
  return input.matching.customerLinks
    .filter(({ left, right }) => left !== right)
    .toSorted((a, b) => order(a.customer, b.customer) || order(a.left, b.left) || order(a.right, b.right))
    .map(({ left, right, customer, leftRecord, rightRecord }) => ({
      code: 'Q3',
      records: [leftRecord, rightRecord],
      customer,
      owner: '',
      month: months.of(records.get(rightRecord)?.day ?? records.get(leftRecord)?.day ?? input.asOf),
      atStake: written.get(right) ?? 0,
      facts: { left, right },
    }));
}

function noteOfSilent({ gap, code, pair, end }: Silent): NoteToSettle {
  const [first, second] = [pair.first.record, pair.second.record];
  const role = gap === 'BI' ? 'invoice' : gap === 'IR' ? 'revenue' : 'receipt';
  const anchor = [second, first].find((record) => record.role === role) ?? second;
  const note: Note = {
    code,
    records: [first.key, second.key],
    customer: end.customer,
    owner: end.owner,
    month: end.month,
    atStake: pair.size,
    facts: {},
  };
  return { note, gap, family: 'match', anchor: anchor.key, day: anchor.day };
}
