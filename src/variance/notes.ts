/** Reasons that explain a link or a record and have no amount. */

import { addMonths, isoDay } from '../domain/day';
import { fiscalQuarterOf } from '../domain/fiscal';
import type { Minor } from '../domain/money';
import type { Note } from '../domain/reconciliation';
import type { Deal, Invoice, ReconciledRecord } from '../domain/record';
import type { NoteToSettle } from './exceptions';
import type { Silent } from './items';
import { order } from './links';
import { isCredit } from './kinds';
import type { Posted, Posting } from './posting';
import { partners } from './reasons/books';
import type { Books } from './reasons/books';
import { referenceKey } from './reasons/references';
import type { Code } from './reasons';

export interface NotesFound {
  readonly notes: Note[];
  /** Those of them that a person must settle. */
  readonly toSettle: NoteToSettle[];
}

/** Takes notes of records, one after the other in any order. */
export interface NoteTaker {
  readonly see: (posting: Posting) => void;
  readonly close: (silent: readonly Silent[]) => NotesFound;
}

export function noteTaker(books: Books): NoteTaker {
  const variants = nameVariants(books);
  const splits = taking<Deal>(splitInvoice, books);
  const missing = taking<Deal>(missingOwner, books);
  const edited = taking<Deal>(editedAfterClose, books);
  const ofDeals = [splits, missing, edited];
  const ofInvoices = [combinedInvoice, wrongReference, otherOwner].map((of) => taking<Invoice>(of, books));
  return {
    see(posting) {
      if (isOf<Deal>('deal', posting)) for (const { see } of ofDeals) see(posting);
      if (!isOf<Invoice>('invoice', posting)) return;
      variants.see(posting);
      for (const { see } of ofInvoices) see(posting);
    },
    close(silent) {
      const onOneLine = silent.map(noteOfSilent);
      return {
        notes: [
          ...variants.close(),
          ...[splits, ...ofInvoices, missing, edited].flatMap(({ taken }) => taken().map(({ note }) => note)),
          ...onOneLine.map(({ note }) => note),
        ],
        toSettle: [
          ...missing.taken().map(({ note, posting: { record } }): NoteToSettle => {
            return { note, gap: 'BI', family: 'owner', anchor: record.key, day: record.day };
          }),
          ...onOneLine.filter(({ note }) => note.code === 'Q39'),
        ],
      };
    },
  };
}

function isOf<T extends ReconciledRecord>(role: T['role'], posting: Posting): posting is Posted<T> {
  return posting.record.role === role;
}

interface Taken<T extends ReconciledRecord> {
  readonly posting: Posted<T>;
  readonly note: Note;
}

/** The notes of one kind, in the order of their records' numbers. */
function taking<T extends ReconciledRecord>(
  of: (posting: Posted<T>, books: Books) => Note | null,
  books: Books,
): { readonly see: (posting: Posted<T>) => void; readonly taken: () => readonly Taken<T>[] } {
  const all: Taken<T>[] = [];
  return {
    see(posting) {
      const note = of(posting, books);
      if (note !== null) all.push({ posting, note });
    },
    taken: () => all.sort((a, b) => a.posting.no - b.posting.no),
  };
}

const NOBODY: readonly ReconciledRecord[] = [];

/** On the record itself and the others that it concerns. */
function noteOf(code: Code, posting: Posting, others: readonly ReconciledRecord[], facts: Note['facts'] = {}): Note {
  const { record, customer, month, parts } = posting;
  const records = [record.key, ...others.map(({ key }) => key)];
  return { code, records, customer, owner: parts[0]?.line.owner ?? '', month, atStake: reportingOf(posting), facts };
}

function reportingOf({ parts }: Posting): Minor {
  let sum = 0;
  for (const { measuredReporting } of parts) sum += measuredReporting;
  return sum;
}

function splitInvoice(deal: Posted<Deal>, books: Books): Note | null {
  if (!books.links.hasSeveral(deal.no, 'deal-invoice')) return null;
  const bills = partners(books, deal.record.key, 'deal-invoice').filter((invoice) => invoice.amount > 0);
  return bills.length < 2 ? null : noteOf('Q14', deal, bills, { count: bills.length });
}

function combinedInvoice(invoice: Posted<Invoice>, books: Books): Note | null {
  if (isCredit(invoice.record) || !books.links.hasSeveral(invoice.no, 'deal-invoice')) return null;
  const deals = partners(books, invoice.record.key, 'deal-invoice');
  return noteOf('Q15', invoice, deals, { count: deals.length });
}

/** Linked in another way, though it quotes a number like a deal's that is no deal's. */
function wrongReference(invoice: Posted<Invoice>, books: Books): Note | null {
  const { record, no } = invoice;
  const left = books.links.leftOf(no, 'deal-invoice');
  if (left < 0) return null;
  const deal = books.records.all[left];
  const isDeal = (reference: string): boolean => {
    // Nearly always that of the deal itself.
    if (reference !== '' && reference === deal?.id) return true;
    const name = referenceKey(reference);
    return books.dealsByReference.has(name) || books.openDealsByReference.has(name);
  };
  if (record.references.some(isDeal) || isDeal(record.appliesTo)) return null;
  const quoted = record.references.find((reference) => books.dealSeries.resembles(reference));
  return quoted === undefined ? null : noteOf('Q4', invoice, partners(books, record.key, 'deal-invoice'), { reference: quoted });
}

/** Under the rule "deal" an invoice stands with its deal's owner, whoever it names itself. */
function otherOwner(invoice: Posted<Invoice>, { input }: Books): Note | null {
  if (!input.options.ownerRule.startsWith('deal')) return null;
  const { record, parts } = invoice;
  const differs = record.owner !== '' && parts.some(({ line }) => line.owner !== record.owner);
  return differs ? noteOf('D11', invoice, NOBODY, { owner: record.owner }) : null;
}

function missingOwner(deal: Posted<Deal>, books: Books): Note | null {
  const { record } = deal;
  return record.owner === '' || isLeftBehind(record, books) ? noteOf('Q25', deal, NOBODY, likelyOwner(deal, books)) : null;
}

/** Its owner has left. What was closed before the period stays with whoever had it. */
function isLeftBehind({ owner, day }: Deal, { input, months }: Books): boolean {
  return input.ownersLeft.has(owner) && months.of(day) >= input.period.from;
}

/** Who the deal's invoices say it is, else the only owner of the customer's other deals; nobody who has left. */
function likelyOwner({ record: deal }: Posted<Deal>, books: Books): Note['facts'] {
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
function editedAfterClose(deal: Posted<Deal>, { input, months }: Books): Note | null {
  const { modified = null, day } = deal.record;
  if (modified === null) return null;
  const { from, to } = input.period;
  const isOfPeriod = day >= months.first(from) && day <= months.last(to);
  const quarter = addMonths(fiscalQuarterOf(months.of(day), input.options.calendar).first, 2);
  if (!isOfPeriod || modified <= Math.min(months.last(to), months.last(quarter))) return null;
  return noteOf('Q29', deal, NOBODY, { modified: isoDay(modified) });
}

/** Names that were joined although they are written differently, with what stands under the finance side's name. */
function nameVariants({ input, records, months }: Books): {
  readonly see: (invoice: Posted<Invoice>) => void;
  readonly close: () => Note[];
} {
  const variants = input.matching.customerLinks.filter(({ left, right }) => left !== right);
  const written = new Map<string, Minor>(variants.map(({ right }) => [right, 0]));
  const see = (invoice: Posted<Invoice>): void => {
    const sum = written.get(invoice.record.customer);
    if (sum !== undefined) written.set(invoice.record.customer, sum + reportingOf(invoice));
  };
  const close = (): Note[] =>
    variants
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
  return { see, close };
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
