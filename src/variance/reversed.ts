/** Records whose sign is turned (Q31): what they name has their amount with the other sign, and nothing else answers it. */

import type { Day } from '../domain/day';
import type { Link, LinkKind } from '../domain/link';
import type { Deal, Invoice, Receipt, ReconciledRecord, RecordKey } from '../domain/record';
import { byDay, index, namedBy, namesOf } from './reasons/books';
import type { Books } from './reasons/books';

/** The links that the records have once their sign is right. */
export interface Reversed {
  readonly keys: ReadonlySet<RecordKey>;
  readonly links: readonly Link[];
}

/**
 * A record is judged by what is dated no later than itself, so that a later document never turns a sign in a closed month.
 * A credit proper answers an invoice; only what states otherwise, or answers a deal that nothing else bills, is a slip.
 */
export function reversedRecords(books: Books): Reversed {
  const links: Link[] = [];
  const invoices: Lookup = {
    named: lookedUp(books, namesOf, namedBy),
    naming: lookedUp(books, namedBy, namesOf),
  };
  for (const record of books.records.all) {
    const partner = answerOf(record, books, invoices);
    if (partner !== null) links.push(linkOf(record, partner));
  }
  return { keys: new Set(links.map(reversedEnd(books))), links };
}

type ByName = (record: ReconciledRecord) => readonly Invoice[];

/** Invoices that a record names, and those that name it. */
interface Lookup {
  readonly named: ByName;
  readonly naming: ByName;
}

function answerOf(record: ReconciledRecord, books: Books, invoices: Lookup): ReconciledRecord | null {
  switch (record.role) {
    case 'invoice':
      return record.amount < 0
        ? billedDeal(record, books)
        : record.statedKind === 'credit'
          ? creditedInvoice(record, invoices.named)
          : null;
    case 'receipt':
      return record.amount < 0 ? unpaidInvoice(record, books, invoices.named) : null;
    case 'deal':
      return record.amount < 0 ? billOf(record, books, invoices.naming) : null;
    case 'revenue':
      return null;
  }
}

/** A negative invoice that no column calls a credit, for a deal of just that amount that has no bill. */
function billedDeal(invoice: Invoice, books: Books): Deal | null {
  if (
    invoice.statedKind === 'credit' ||
    invoice.appliesTo !== '' ||
    isAnswered(books, invoice, invoice.day, 'invoice-credit', 'deal-invoice')
  )
    return null;
  const named = namedBy(invoice).flatMap((name) => books.dealsByReference.get(name) ?? []);
  const fits = named.filter(
    (deal) =>
      isOpposite(deal, invoice, deal.amount) && deal.day <= invoice.day && !isAnswered(books, deal, invoice.day, 'deal-invoice'),
  );
  return fits[0] ?? null;
}

/** A credit written positive, with the invoice that it names. */
function creditedInvoice(credit: Invoice, invoices: ByName): Invoice | null {
  if (credit.appliesTo === '' || credit.amount <= 0) return null;
  const fits = invoices(credit).filter(
    (invoice) => invoice.currency === credit.currency && invoice.amount >= credit.amount && invoice.day <= credit.day,
  );
  return fits[0] ?? null;
}

/** Money back on an invoice that nobody paid or credited: money in. */
function unpaidInvoice(refund: Receipt, books: Books, invoices: ByName): Invoice | null {
  if (refund.fee + refund.withheld + (refund.deduction ?? 0) !== 0) return null;
  if (isAnswered(books, refund, refund.day, 'receipt-refund', 'invoice-receipt')) return null;
  const fits = invoices(refund).filter(
    (invoice) =>
      isOpposite(invoice, refund, invoice.amount + invoice.tax) &&
      invoice.day <= refund.day &&
      !isAnswered(books, invoice, refund.day, 'invoice-receipt', 'invoice-credit'),
  );
  return fits[0] ?? null;
}

/** The invoice of the deal's own month, or before, that names a negative deal and has its amount. */
function billOf(deal: Deal, books: Books, naming: ByName): Invoice | null {
  const until = books.months.last(books.months.of(deal.day));
  if (isAnswered(books, deal, until, 'deal-invoice')) return null;
  const fits = naming(deal).filter(
    (invoice) =>
      isOpposite(invoice, deal, invoice.amount) && invoice.day <= until && !isAnswered(books, invoice, until, 'deal-invoice'),
  );
  return fits[0] ?? null;
}

function isOpposite(partner: ReconciledRecord, record: ReconciledRecord, amount: number): boolean {
  return partner.currency === record.currency && amount === -record.amount;
}

/** Whether a link joins the record to something dated no later than a day. */
function isAnswered({ links }: Books, { key }: ReconciledRecord, until: Day, ...kinds: LinkKind[]): boolean {
  return kinds.some((kind) => links.ofRecord(key, kind).some(({ partner }) => partner.day <= until));
}

/** Invoices in order of date by what `of` calls them, for a record by what `by` calls them; made only once somebody asks. */
function lookedUp({ input }: Books, of: typeof namesOf, by: typeof namesOf): ByName {
  let known: Map<string, Invoice[]> | null = null;
  return (record) => {
    const byName = (known ??= index(byDay(input.invoices), of));
    return by(record).flatMap((name) => byName.get(name) ?? []);
  };
}

function linkOf(record: ReconciledRecord, partner: ReconciledRecord): Link {
  const { kind, left, right } = endsOf(record, partner);
  return {
    kind,
    left: left.key,
    right: right.key,
    allocated: Math.abs(record.amount),
    currency: right.currency,
    pass: 'turned sign',
    probability: 1,
    certainty: 'stated',
    evidence: [],
    runnerUp: '',
    state: 'matched',
  };
}

function endsOf(
  record: ReconciledRecord,
  partner: ReconciledRecord,
): { readonly kind: LinkKind; readonly left: ReconciledRecord; readonly right: ReconciledRecord } {
  if (record.role === 'deal') return { kind: 'deal-invoice', left: record, right: partner };
  if (partner.role === 'deal') return { kind: 'deal-invoice', left: partner, right: record };
  return { kind: record.role === 'receipt' ? 'invoice-receipt' : 'invoice-credit', left: partner, right: record };
}

/** Of a link made here the record whose sign is turned: the deal that is negative, else the right one. */
const reversedEnd =
  ({ records }: Books) =>
  ({ kind, left, right }: Link): RecordKey =>
    kind === 'deal-invoice' && (records.get(left)?.amount ?? 0) < 0 ? left : right;
