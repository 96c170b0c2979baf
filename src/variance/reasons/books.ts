/** What the reasons look things up in: records, links, dates and references of the whole horizon. */

import type { Day } from '../../domain/day';
import { monthsOf } from '../../domain/fiscal';
import type { Months } from '../../domain/fiscal';
import type { Hint, Link, LinkKind, OpenSearch } from '../../domain/link';
import type { Gap } from '../../domain/measure';
import type { Deal, Invoice, ReconciledRecord, RecordKey, Revenue } from '../../domain/record';
import type { VarianceInput } from '../input';
import { NO_CUSTOMER, UNIDENTIFIED_PAYER } from '../customers';
import { order } from '../links';
import type { LinkBook } from '../links';
import type { Register } from '../register';
import { series } from './references';
import type { Series } from './references';
import { referenceKey } from './references';

export interface Books {
  readonly input: VarianceInput;
  readonly records: Register;
  readonly links: LinkBook;
  /** The fiscal months. */
  readonly months: Months;
  readonly customerOf: (record: ReconciledRecord) => string;
  /** Deals, in scope or not won, by each id and reference that a document may quote. */
  readonly dealsByReference: ReadonlyMap<string, readonly Deal[]>;
  readonly openDealsByReference: ReadonlyMap<string, readonly Deal[]>;
  /** Records out of scope, or left out for want of a rate or a currency, by what names them and by what they name. */
  readonly leftOutByReference: ReadonlyMap<string, readonly LeftOutPartner[]>;
  readonly plannedByReference: ReadonlyMap<string, readonly Revenue[]>;
  /** Invoices of nothing by the deal, contract or order that they name: free months of a plan. */
  readonly freeByReference: ReadonlyMap<string, readonly Invoice[]>;
  /** The open search that a record takes part in, as its anchor or as a candidate. */
  readonly searchOf: (gap: Gap, record: RecordKey) => OpenSearch | null;
  /** The nearest candidate of a record that stayed unmatched. */
  readonly hintOf: ReadonlyMap<RecordKey, RecordKey>;
  readonly firstDeal: Day | null;
  readonly firstInvoice: Day | null;
  readonly dealSeries: Series;
  readonly invoiceSeries: Series;
  /** What was found out of records, since several reasons ask for it. */
  readonly known: Known;
  /** Facts that some record has: what no record has need not be looked for. */
  readonly has: { readonly channel: boolean; readonly ended: boolean; readonly held: boolean };
  /** Deals and invoices of a record's customer, oldest first; none where the customer is not known. */
  readonly dealsOf: (record: ReconciledRecord) => readonly Deal[];
  readonly invoicesOf: (record: ReconciledRecord) => readonly Invoice[];
}

export interface Known {
  /** By the deal's number, whether it is billed in instalments: 1 where it is, −1 where not, 0 where nobody asked. */
  readonly inInstalments: Int8Array;
  /** The deal that was asked for last, and its bills. */
  bills: { readonly deal: RecordKey; readonly of: readonly Bill[] } | null;
}

/** @param count how many records there are. */
export function nothingKnown(count: number): Known {
  return { inInstalments: new Int8Array(count), bills: null };
}

export interface LeftOutPartner {
  readonly record: ReconciledRecord;
  readonly code: 'D13' | 'Q30' | 'D8';
  /** Of D8 the entity or the type that does not count. */
  readonly because?: string;
}

const GAPS_OF: Readonly<Record<LinkKind, readonly Gap[]>> = {
  'deal-invoice': ['BI'],
  'invoice-credit': ['BI', 'IR', 'IC'],
  'invoice-schedule': ['IR'],
  'deal-schedule': ['IR'],
  'invoice-receipt': ['IC'],
  'receipt-refund': ['IC'],
};

/** Everything that another document may call a record by. */
export function namesOf(record: ReconciledRecord): string[] {
  const names = record.role === 'deal' ? [record.id, ...record.references] : [record.id];
  return names.map(referenceKey).filter((name) => name !== '');
}

/** Everything that a record calls other documents by. */
export function namedBy(record: ReconciledRecord): string[] {
  const names =
    record.role === 'deal' ? [] : record.role === 'invoice' ? [...record.references, record.appliesTo] : [...record.references];
  return names.map(referenceKey).filter((name) => name !== '');
}

/** Values by each of their names, in their order. */
export function index<T>(values: readonly T[], namesOfValue: (value: T) => readonly string[]): Map<string, T[]> {
  const byName = new Map<string, T[]>();
  for (const value of values) {
    const names = namesOfValue(value);
    for (const name of names.length > 1 ? new Set(names) : names) {
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [value]);
      else list.push(value);
    }
  }
  return byName;
}

const first = (records: readonly { readonly day: Day }[]): Day | null =>
  records.reduce<Day | null>((least, { day }) => (least === null || day < least ? day : least), null);

/** In order of date and key, whatever the order of the rows. */
export const byDay = <T extends ReconciledRecord>(records: readonly T[]): T[] =>
  [...records].sort((a, b) => a.day - b.day || order(a.key, b.key));

export function openBooks(
  input: VarianceInput,
  records: Register,
  links: LinkBook,
  customerOf: (record: ReconciledRecord) => string,
): Books {
  const leftOut: LeftOutPartner[] = [
    ...byDay(input.unconverted).map((record) => ({ record, code: 'D13' as const })),
    ...byDay(input.noCurrency).map((record) => ({ record, code: 'Q30' as const })),
    ...input.outOfScope
      .toSorted((a, b) => a.record.day - b.record.day || order(a.record.key, b.record.key))
      .map(({ record, because }) => ({ record, code: 'D8' as const, because })),
  ];
  const documents = input.invoices.filter((invoice) => invoice.kind === 'invoice');
  return {
    input,
    records,
    links,
    months: monthsOf(input.options.calendar),
    customerOf,
    dealsByReference: index(byDay(input.deals), namesOf),
    openDealsByReference: index(byDay(input.openDeals), namesOf),
    leftOutByReference: index(leftOut, ({ record }) => [...namesOf(record), ...namedBy(record)]),
    plannedByReference: index(byDay(input.planned), namedBy),
    freeByReference: index(byDay(documents.filter(({ amount, tax }) => amount === 0 && tax === 0)), namedBy),
    searchOf: searches(input.matching.openSearches, records),
    hintOf: nearestOf(input.matching.hints),
    firstDeal: first(input.deals),
    firstInvoice: first(documents),
    dealSeries: series([...input.deals, ...input.openDeals].map(({ id }) => id)),
    invoiceSeries: series(documents.map(({ id }) => id)),
    known: nothingKnown(records.all.length),
    has: {
      channel: [input.deals, input.invoices, input.receipts].some((list) =>
        list.some(({ channel }) => channel !== undefined && channel !== ''),
      ),
      ended: input.deals.some(({ cancelled = null, end }) => cancelled !== null || end !== null),
      held: [input.deals, input.invoices].some((list) => list.some(({ isHeld }) => isHeld === true)),
    },
    dealsOf: ofCustomer(input.deals, customerOf),
    invoicesOf: ofCustomer(documents, customerOf),
  };
}

/** Grouped once somebody asks: few books need it. */
function ofCustomer<T extends ReconciledRecord>(
  records: readonly T[],
  customerOf: (record: ReconciledRecord) => string,
): (record: ReconciledRecord) => readonly T[] {
  let known: Map<string, T[]> | null = null;
  return (record) => {
    known ??= index(byDay(records), (each) => [customerOf(each)]);
    const customer = customerOf(record);
    return customer === NO_CUSTOMER || customer === UNIDENTIFIED_PAYER ? [] : (known.get(customer) ?? []);
  };
}

/** Of several the first that matching names; a receipt is no document that an invoice could have quoted. */
function nearestOf(hints: readonly Hint[]): Map<RecordKey, RecordKey> {
  const nearest = new Map<RecordKey, RecordKey>();
  for (const { kind, record, candidate } of hints) {
    const isQuoted = kind === 'deal-invoice' || kind === 'invoice-credit';
    if (isQuoted && !nearest.has(record)) nearest.set(record, candidate);
  }
  return nearest;
}

function searches(open: readonly OpenSearch[], records: Register): Books['searchOf'] {
  const byRecord: Readonly<Record<Gap, Map<RecordKey, OpenSearch>>> = { BI: new Map(), IR: new Map(), IC: new Map() };
  const dayOf = (search: OpenSearch): number => records.get(search.anchor)?.day ?? 0;
  const nameOf = (search: OpenSearch): string =>
    [search.anchor, search.kind, search.outcome, ...search.candidates.map((set) => set.join('+')).sort()].join(' ');
  const sorted = open
    .map((search) => ({ search, day: dayOf(search), name: nameOf(search) }))
    .sort((a, b) => a.day - b.day || order(a.name, b.name))
    .map(({ search }) => search);
  const put = (gap: Gap, record: RecordKey, search: OpenSearch): void => {
    if (!byRecord[gap].has(record)) byRecord[gap].set(record, search);
  };
  for (const search of sorted) for (const gap of GAPS_OF[search.kind]) put(gap, search.anchor, search);
  for (const search of sorted) {
    for (const gap of GAPS_OF[search.kind]) for (const record of search.candidates.flat()) put(gap, record, search);
  }
  return (gap, record) => byRecord[gap].get(record) ?? null;
}

/** The partners of a record over links of a kind, oldest first. */
export function partners(books: Books, record: RecordKey, kind: LinkKind): readonly ReconciledRecord[] {
  const ties = books.links.ofRecord(record, kind);
  return ties.length === 0 ? NO_RECORDS : byDay(ties.map(({ partner }) => partner));
}

const NO_RECORDS: readonly ReconciledRecord[] = [];

export interface Bill {
  readonly invoice: Invoice;
  readonly link: Link;
  /** The invoice's number in the run. */
  readonly no: number;
}

/** Invoices linked to a deal, with what is allocated, oldest first. */
export function billsOf({ links, known }: Books, deal: RecordKey): readonly Bill[] {
  // The reasons of a deal ask one after the other.
  if (known.bills?.deal !== deal) known.bills = { deal, of: billsIn(links, deal) };
  return known.bills.of;
}

function billsIn(links: LinkBook, deal: RecordKey): readonly Bill[] {
  const bills: Bill[] = [];
  for (const { link, partner, no, isLeft } of links.ofRecord(deal, 'deal-invoice'))
    if (!isLeft && partner.role === 'invoice') bills.push({ invoice: partner, link, no });
  return bills.sort((a, b) => a.invoice.day - b.invoice.day || order(a.invoice.key, b.invoice.key));
}
