/** Posting: each record once in its measure, cut into parts that stand on one line each and sum to the document. */

import type { Day, Month } from '../domain/day';
import { convert, distribute } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { ReconciledRecord } from '../domain/record';
import type { Settled } from '../settings/settle';
import type { Converted } from './convert';
import { KIND, ROLES } from './kinds';
import type { LineAt, LineBook } from './lines';
import { order } from './links';
import type { LinkBook, Tie } from './links';
import { UNASSIGNED } from './owners';
import type { OwnerRule, OwnOwner } from './owners';
import type { Register } from './register';
import { tallies } from './tallies';
import type { Claim, Shares } from './tallies';

/** A part of a record. Amounts signed as the document is; `settled` is what invoiced less cash sets off (gross of tax, fees and withholding). */
export interface Part {
  readonly line: LineAt;
  readonly amount: Minor;
  readonly settled: Minor;
  readonly reporting: Minor;
  readonly settledReporting: Minor;
  /** What it adds to its measure. */
  readonly measured: Minor;
  readonly measuredReporting: Minor;
}

export interface Posting {
  readonly record: ReconciledRecord;
  /** The record's number in the run. */
  readonly no: number;
  readonly customer: string;
  readonly month: Month;
  readonly rate: number;
  readonly parts: readonly Part[];
}

/** A posting of a record of one role. */
export type Posted<T extends ReconciledRecord> = Posting & { readonly record: T };

/**
 * Those of one role.
 * @param batch numbers of records. @param postings by the record's number, as are `kinds`.
 */
export function postedAs<T extends ReconciledRecord>(
  role: T['role'],
  batch: Iterable<number>,
  postings: readonly Posting[],
  { kinds }: Pick<Register, 'kinds'>,
): Posted<T>[] {
  const found: Posted<T>[] = [];
  for (const no of batch) if (ROLES[kinds[no] ?? -1] === role) found.push(postings[no] as Posted<T>);
  return found;
}

export interface PostingContext {
  readonly currency: Currency;
  readonly counts: MeasureRules;
  readonly ownerRule: OwnerRule;
  readonly splitCredit: 'split' | 'owner';
  readonly links: LinkBook;
  readonly monthOf: (day: Day) => Month;
  /** By the record's number, as are `converted`. */
  readonly customers: readonly string[];
  readonly ownOwner: OwnOwner;
  readonly converted: readonly Converted[];
  readonly lines: LineBook;
}

/** What a record sets off between invoice and cash, in its own currency. */
export function settledAmount(record: ReconciledRecord): Minor {
  if (record.role === 'invoice') return record.amount + record.tax + (record.passedThrough ?? 0);
  if (record.role === 'receipt') return record.amount + record.fee + record.withheld + (record.deduction ?? 0);
  return record.amount;
}

export type MeasureRules = Pick<Settled, 'invoicedAmount' | 'cashAmount'>;

/** What a record adds to its measure, in its own currency. */
export function measuredAmount(record: ReconciledRecord, { invoicedAmount, cashAmount }: MeasureRules): Minor {
  if (record.role === 'invoice' && invoicedAmount === 'gross') return record.amount + record.tax;
  if (record.role === 'receipt' && cashAmount === 'before fees') return record.amount + record.fee;
  return record.amount;
}

/** Posts the records of a run, batch after batch. */
export interface Poster {
  /** By the record's number; those of batches to come are not there yet. */
  readonly postings: readonly Posting[];
  /** @param batch numbers of records whose links are all among them, rising. */
  readonly post: (batch: Uint32Array) => void;
}

/**
 * Under the rule "deal" an invoice has a part for each owner among its deals, in proportion to what is allocated to them;
 * credits, receipts and revenue take over the parts of their invoice, over what earlier ones left of each, so that no part is
 * settled twice while another waits.
 */
export function poster({ all: records, kinds }: Register, context: PostingContext): Poster {
  const { links, ownerRule } = context;
  const postings = new Array<Posting>(records.length);
  const put = (no: number, record: ReconciledRecord, shares: Shares): void => {
    postings[no] = posting(no, record, shares, context);
  };
  const own = (no: number, record: ReconciledRecord): Shares =>
    splitShares(record, context) ?? context.ownOwner(record, context.customers[no] ?? '');
  const each = (numbers: Iterable<number>, see: (record: ReconciledRecord, no: number) => void): void => {
    for (const no of numbers) see(records[no] as ReconciledRecord, no);
  };
  if (ownerRule === 'own' || ownerRule === 'account')
    return { postings, post: (batch) => each(batch, (record, no) => put(no, record, own(no, record))) };

  const partsOf = (no: number): readonly Part[] => postings[no]?.parts ?? [];
  const sharesOfLinked = (no: number, record: ReconciledRecord, ties: readonly Tie[]): Shares => {
    const [first] = ties;
    const [sole, another] = first === undefined ? [] : partsOf(first.no);
    if (ties.length === 1 && sole !== undefined && another === undefined) return sole.line.owner;
    const shares = new Map<string, number>();
    for (const { link, no: deal } of ties) {
      const parts = partsOf(deal);
      const sizes = distribute(
        parts.length === 0 ? 0 : Math.abs(link.allocated),
        parts.map((part) => Math.abs(part.amount)),
      );
      parts.forEach(({ line: { owner } }, i) => shares.set(owner, (shares.get(owner) ?? 0) + (sizes[i] ?? 0)));
    }
    return shares.size === 0 ? own(no, record) : shares;
  };
  const post = (batch: Uint32Array): void => {
    const { deals, invoices, settling, refunds, recognising } = rounds(batch, kinds);
    each(deals, (record, no) => put(no, record, own(no, record)));
    each(invoices, (record, no) => {
      const ofDeals = links.ofKind(no, 'deal-invoice');
      if (kinds[no] !== KIND.credit || ofDeals.length > 0) put(no, record, sharesOfLinked(no, record, ofDeals));
    });

    // A credit without a deal is posted while it settles: until then nothing may be set against it.
    const isBilled = (no: number): boolean =>
      kinds[no] === KIND.invoice || (kinds[no] === KIND.credit && links.has(no, 'deal-invoice'));
    const settled = tallies(postings, isBilled, (part) => part.settled);
    each(settling, (record, no) => {
      const isReceipt = record.role === 'receipt';
      const ties = links.ofKind(no, isReceipt ? 'invoice-receipt' : 'invoice-credit');
      const toInvoices = claims(no, ties, isReceipt ? 1 : settlingScale(record));
      const posted = postings[no];
      if (posted !== undefined) settled.take(toInvoices, posted.parts);
      else put(no, record, settled.spread(record, Math.abs(settledAmount(record)), toInvoices) ?? own(no, record));
    });
    each(refunds, (record, no) => {
      const [tie = links.ofKind(no, 'invoice-receipt')[0]] = links.ofKind(no, 'receipt-refund');
      const from = tie === undefined || !tie.isLeft ? [] : partsOf(tie.no);
      put(no, record, from.length === 0 ? own(no, record) : sharesOf(from, (part) => part.settled));
    });

    const isDocument = (no: number): boolean => ROLES[kinds[no] ?? -1] === 'invoice';
    const recognised = tallies(postings, isDocument, (part) => part.amount);
    each(recognising, (record, no) => {
      if (record.role === 'revenue') {
        const shares = recognised.spread(record, record.amount, claims(no, links.ofKind(no, 'invoice-schedule'), 1));
        put(no, record, shares ?? sharesOfLinked(no, record, links.ofKind(no, 'deal-schedule')));
      } else recognised.take(claims(no, links.ofKind(no, 'invoice-credit'), 1), partsOf(no));
    });
  };
  return { postings, post };
}

/** The records' numbers in the rounds in which they are posted, each in order of date; credits take from their invoices in two. */
interface Rounds {
  readonly deals: number[];
  readonly invoices: number[];
  /** Credits, and money received. */
  readonly settling: number[];
  readonly refunds: number[];
  /** Credits, and revenue. */
  readonly recognising: number[];
}

function rounds(batch: Uint32Array, kinds: Uint8Array): Rounds {
  const found: Rounds = { deals: [], invoices: [], settling: [], refunds: [], recognising: [] };
  for (const no of batch) {
    const kind = kinds[no];
    if (kind === KIND.deal) found.deals.push(no);
    if (kind === KIND.invoice || kind === KIND.credit) found.invoices.push(no);
    if (kind === KIND.receipt || kind === KIND.credit) found.settling.push(no);
    if (kind === KIND.refund) found.refunds.push(no);
    if (kind === KIND.revenue || kind === KIND.credit) found.recognising.push(no);
  }
  return found;
}

/** Shares are whole numbers to `distribute`; a millionth of a percent is enough. */
const SHARE_UNITS = 1e8;

/** A deal's credit as its sheet splits it; null where it has one owner. */
function splitShares(record: ReconciledRecord, { ownerRule, splitCredit }: PostingContext): Shares | null {
  if (record.role !== 'deal' || splitCredit === 'owner' || ownerRule === 'account') return null;
  const { ownerShares = [] } = record;
  if (ownerShares.length < 2) return null;
  const given = ownerShares.filter(({ share }) => share > 0);
  const sum = given.reduce((total, { share }) => total + share, 0);
  const shares = new Map<string, number>();
  for (const { owner, share } of given) {
    const name = owner || UNASSIGNED;
    shares.set(name, (shares.get(name) ?? 0) + Math.round((share / sum) * SHARE_UNITS));
  }
  return shares.size < 2 ? null : shares;
}

/** @param own the number of the record that claims. */
function claims(own: number, ties: readonly Tie[], scale: number): Claim[] {
  return ties.map(({ link, isLeft, no }) => ({
    invoice: isLeft ? no : own,
    amount: Math.round(Math.abs(link.allocated) * scale),
  }));
}

/** From a link's amount to what it settles between invoice and cash: credits are allocated net and settle gross, receipts settle what is allocated. */
export function settlingScale(right: ReconciledRecord): number {
  return right.role === 'invoice' && right.amount !== 0 ? Math.abs(settledAmount(right) / right.amount) : 1;
}

/** From a net amount of an invoice to one with its tax. */
export function grossScale(right: ReconciledRecord): number {
  return right.role === 'invoice' && right.amount !== 0 ? Math.abs((right.amount + right.tax) / right.amount) : 1;
}

function sharesOf(parts: readonly Part[], amountOf: (part: Part) => Minor): Shares {
  const [sole, another] = parts;
  if (sole !== undefined && another === undefined) return sole.line.owner;
  return new Map(parts.map((part) => [part.line.owner, Math.abs(amountOf(part))]));
}

function posting(no: number, record: ReconciledRecord, shares: Shares, context: PostingContext): Posting {
  const { amount: reporting, rate } = context.converted[no] ?? notOfRun(record);
  const customer = context.customers[no] ?? '';
  const month = context.monthOf(record.day);
  const settled = settledAmount(record);
  const measured = measuredAmount(record, context.counts);
  const isAsPosted = measured === record.amount;
  const whole: Amounts = {
    amount: record.amount,
    settled,
    reporting,
    settledReporting: reporting + converted(settled - record.amount, record, rate, context),
    measured,
    measuredReporting: reporting + converted(measured - record.amount, record, rate, context),
  };
  const lineOf = (owner: string): LineAt => context.lines.at(customer, month, owner);
  const parts = typeof shares === 'string' ? [partOf(lineOf(shares), whole)] : cutUp(whole, shares, isAsPosted, lineOf);
  return { record, no, customer, month, rate, parts };
}

/** What a record's amount is short of another one of its amounts, in the reporting currency. */
function converted(beyond: Minor, { currency }: ReconciledRecord, rate: number, context: PostingContext): Minor {
  return beyond === 0 ? 0 : convert(beyond, currency, context.currency, rate);
}

type Amounts = Omit<Part, 'line'>;

/** Each field is named: there are as many parts as records, and over copies made by spreading it takes several times as long. */
function partOf(line: LineAt, whole: Amounts): Part {
  const { amount, settled, reporting, settledReporting, measured, measuredReporting } = whole;
  return { line, amount, settled, reporting, settledReporting, measured, measuredReporting };
}

/** A document's part for each owner; nothing of it is lost. */
function cutUp(
  whole: Amounts,
  shares: ReadonlyMap<string, number>,
  isAsPosted: boolean,
  lineOf: (owner: string) => LineAt,
): Part[] {
  const owners = [...shares.keys()].sort(order);
  const cut = (total: Minor, by: readonly number[]): Minor[] => (owners.length === 1 ? [total] : distribute(total, by));
  const settled = cut(
    whole.settled,
    owners.map((owner) => shares.get(owner) ?? 0),
  );
  const amounts = cut(whole.amount, settled.map(Math.abs));
  const reporting = cut(whole.reporting, amounts.map(Math.abs));
  const settledReporting = cut(whole.settledReporting, settled.map(Math.abs));
  const measured = isAsPosted ? amounts : cut(whole.measured, settled.map(Math.abs));
  const measuredReporting = isAsPosted ? reporting : cut(whole.measuredReporting, settled.map(Math.abs));
  return owners.map((owner, i) => ({
    line: lineOf(owner),
    amount: amounts[i] ?? 0,
    settled: settled[i] ?? 0,
    reporting: reporting[i] ?? 0,
    settledReporting: settledReporting[i] ?? 0,
    measured: measured[i] ?? 0,
    measuredReporting: measuredReporting[i] ?? 0,
  }));
}

function notOfRun({ key }: ReconciledRecord): never {
  throw new RangeError(`${key} is not a record of this run`);
}
