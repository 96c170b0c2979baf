/** Posting: each record once in its measure, cut into parts that stand on one line each and sum to the document. */

import type { Day, Month } from '../domain/day';
import { convert, distribute } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import type { LineKey } from '../domain/reconciliation';
import type { Invoice, ReconciledRecord, RecordKey } from '../domain/record';
import type { Link } from '../domain/link';
import type { Settled } from '../settings/settle';
import type { Converted } from './convert';
import { order } from './links';
import type { LinkBook } from './links';
import { UNASSIGNED } from './owners';
import type { OwnerRule, OwnOwner } from './owners';

/** A part of a record. Amounts signed as the document is; `settled` is what invoiced less cash sets off (gross of tax, fees and withholding). */
export interface Part {
  readonly owner: string;
  readonly line: LineKey;
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
  readonly customer: string;
  readonly month: Month;
  readonly rate: number;
  readonly parts: readonly Part[];
}

export interface PostingContext {
  readonly currency: Currency;
  readonly counts: MeasureRules;
  readonly ownerRule: OwnerRule;
  readonly splitCredit: 'split' | 'owner';
  readonly links: LinkBook;
  readonly monthOf: (day: Day) => Month;
  readonly customerOf: (record: ReconciledRecord) => string;
  readonly ownOwner: OwnOwner;
  readonly converted: (record: ReconciledRecord) => Converted;
  readonly lineKey: (customer: string, month: Month, owner: string) => LineKey;
}

/** Below zero the document gives back: a credit note, whatever its type column says. */
export function isCredit(invoice: Invoice): boolean {
  return invoice.amount < 0 || (invoice.amount === 0 && invoice.kind === 'credit');
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

/** Amounts by owner: how much of a document each of its parts has. */
type Shares = ReadonlyMap<string, number>;

/**
 * Posts every record. Under the rule "deal" an invoice has a part for each owner among its deals, in proportion to what
 * is allocated to them; credits, receipts and revenue take over the parts of their invoice, over what earlier ones left
 * of each, so that no part is settled twice while another waits.
 * @param records sorted by date, then role, then key.
 */
export function post(records: readonly ReconciledRecord[], context: PostingContext): Map<RecordKey, Posting> {
  const { links, ownerRule } = context;
  const postings = new Map<RecordKey, Posting>();
  const put = (record: ReconciledRecord, shares: Shares): void => {
    postings.set(record.key, posting(record, shares, context));
  };
  const own = (record: ReconciledRecord): Shares =>
    splitShares(record, context) ?? new Map([[context.ownOwner(record, context.customerOf(record)), 1]]);
  if (ownerRule === 'own' || ownerRule === 'account') {
    for (const record of records) put(record, own(record));
    return postings;
  }
  const sharesOfLinked = (record: ReconciledRecord, linked: readonly Link[]): Shares => {
    const shares = new Map<string, number>();
    for (const link of linked) {
      const deal = postings.get(link.left);
      const parts = deal?.parts ?? [];
      const sizes = distribute(
        parts.length === 0 ? 0 : Math.abs(link.allocated),
        parts.map((part) => Math.abs(part.amount)),
      );
      parts.forEach((part, i) => shares.set(part.owner, (shares.get(part.owner) ?? 0) + (sizes[i] ?? 0)));
    }
    return shares.size === 0 ? own(record) : shares;
  };
  const documents = records.filter((record) => record.role === 'invoice');
  for (const record of records) if (record.role === 'deal') put(record, own(record));
  for (const record of documents) {
    const deals = links.ofKind(record.key, 'deal-invoice');
    if (!isCredit(record) || deals.length > 0) put(record, sharesOfLinked(record, deals));
  }

  const settled = tallies(documents, postings, (part) => part.settled);
  const refunds = records.filter((record) => record.role === 'receipt' && record.amount < 0);
  for (const record of records) {
    if (record.role === 'invoice' && isCredit(record)) {
      const toInvoices = claims(links.ofKind(record.key, 'invoice-credit'), settlingScale(record));
      const posted = postings.get(record.key);
      if (posted !== undefined) settled.take(toInvoices, posted.parts);
      else put(record, settled.spread(record, Math.abs(settledAmount(record)), toInvoices) ?? own(record));
    }
    if (record.role === 'receipt' && record.amount >= 0) {
      const toInvoices = claims(links.ofKind(record.key, 'invoice-receipt'), 1);
      put(record, settled.spread(record, Math.abs(settledAmount(record)), toInvoices) ?? own(record));
    }
  }
  for (const refund of refunds) {
    const [link] = links.ofKind(refund.key, 'receipt-refund', 'invoice-receipt');
    const from = link === undefined ? undefined : postings.get(link.left);
    put(refund, from === undefined ? own(refund) : sharesOf(from.parts, (part) => part.settled));
  }

  const recognised = tallies(documents, postings, (part) => part.amount);
  for (const record of records) {
    if (record.role === 'invoice' && isCredit(record)) {
      recognised.take(claims(links.ofKind(record.key, 'invoice-credit'), 1), postings.get(record.key)?.parts ?? []);
    }
    if (record.role === 'revenue') {
      const toInvoices = claims(links.ofKind(record.key, 'invoice-schedule'), 1);
      const shares = recognised.spread(record, record.amount, toInvoices);
      put(record, shares ?? sharesOfLinked(record, links.ofKind(record.key, 'deal-schedule')));
    }
  }
  return postings;
}

/** Shares are whole numbers to `distribute`; a millionth of a percent is enough. */
const SHARE_UNITS = 1e8;

/** A deal's credit as its sheet splits it; null where it has one owner. */
function splitShares(record: ReconciledRecord, { ownerRule, splitCredit }: PostingContext): Shares | null {
  if (record.role !== 'deal' || splitCredit === 'owner' || ownerRule === 'account') return null;
  const given = (record.ownerShares ?? []).filter(({ share }) => share > 0);
  const sum = given.reduce((total, { share }) => total + share, 0);
  const shares = new Map<string, number>();
  for (const { owner, share } of given) {
    const name = owner || UNASSIGNED;
    shares.set(name, (shares.get(name) ?? 0) + Math.round((share / sum) * SHARE_UNITS));
  }
  return shares.size < 2 ? null : shares;
}

/** A link's amount that asks for its share of an invoice's parts. */
interface Claim {
  readonly invoice: RecordKey;
  readonly amount: number;
}

function claims(linked: readonly Link[], scale: number): Claim[] {
  return linked.map((link) => ({ invoice: link.left, amount: Math.round(Math.abs(link.allocated) * scale) }));
}

/** From a link's amount to what it settles between invoice and cash: credits are allocated net and settle gross, receipts settle what is allocated. */
export function settlingScale(right: ReconciledRecord): number {
  return right.role === 'invoice' && right.amount !== 0 ? Math.abs(settledAmount(right) / right.amount) : 1;
}

/** From a net amount of an invoice to one with its tax. */
export function grossScale(right: ReconciledRecord): number {
  return right.role === 'invoice' && right.amount !== 0 ? Math.abs((right.amount + right.tax) / right.amount) : 1;
}

interface Tally {
  readonly currency: Currency;
  readonly owners: readonly string[];
  readonly total: readonly number[];
  readonly open: number[];
}

interface Tallies {
  /** An amount by owner, over the parts of the claimed invoices; null where no invoice is known. */
  readonly spread: (record: ReconciledRecord, size: number, claims: readonly Claim[]) => Shares | null;
  /** Takes parts that are already cut off the claimed invoices. */
  readonly take: (claims: readonly Claim[], parts: readonly Part[]) => void;
}

/** What is still open on each part of each invoice, while records are set against it in date order. */
function tallies(
  documents: readonly Invoice[],
  postings: ReadonlyMap<RecordKey, Posting>,
  amountOf: (part: Part) => Minor,
): Tallies {
  const open = new Map<RecordKey, Tally>();
  for (const document of documents) {
    const parts = postings.get(document.key)?.parts;
    if (parts === undefined) continue;
    const total = parts.map((part) => Math.abs(amountOf(part)));
    open.set(document.key, { currency: document.currency, owners: parts.map((part) => part.owner), total, open: [...total] });
  }
  const take = (claimed: readonly Claim[], parts: readonly Part[]): void => {
    const left = new Map(parts.map((part) => [part.owner, Math.abs(amountOf(part))]));
    for (const { invoice } of claimed) {
      const tally = open.get(invoice);
      tally?.owners.forEach((owner, i) => {
        const taken = Math.min(left.get(owner) ?? 0, tally.open[i] ?? 0);
        left.set(owner, (left.get(owner) ?? 0) - taken);
        tally.open[i] = (tally.open[i] ?? 0) - taken;
      });
    }
  };
  const spread = (record: ReconciledRecord, size: number, claimed: readonly Claim[]): Shares | null => {
    const shares = new Map<string, number>();
    const give = (owners: readonly string[], amounts: readonly number[]): void =>
      owners.forEach((owner, i) => shares.set(owner, (shares.get(owner) ?? 0) + (amounts[i] ?? 0)));
    let left = Math.abs(size);
    let last: Tally | null = null;
    for (const { invoice, amount } of claimed) {
      const tally = open.get(invoice);
      if (tally === undefined) continue;
      last ??= tally;
      const wanted = Math.min(left, amount);
      left -= wanted;
      const taken = size < 0 ? giveBack(tally, wanted) : takeOpen(tally, wanted, tally.currency === record.currency);
      give(tally.owners, taken);
    }
    if (last === null) return null;
    const known = [...shares.values()].some((share) => share > 0);
    if (!known) give(last.owners, last.total);
    else if (left > 0) {
      const owners = [...shares.keys()].sort(order);
      give(
        owners,
        distribute(
          left,
          owners.map((owner) => shares.get(owner) ?? 0),
        ),
      );
    }
    return shares;
  };
  return { spread, take };
}

function takeOpen(tally: Tally, wanted: number, sameCurrency: boolean): readonly number[] {
  const open = tally.open.reduce((a, b) => a + b, 0);
  if (!sameCurrency) return distribute(wanted, open > 0 ? tally.open : tally.total);
  const within = distribute(Math.min(wanted, open), tally.open);
  within.forEach((taken, i) => (tally.open[i] = (tally.open[i] ?? 0) - taken));
  const beyond = distribute(wanted - Math.min(wanted, open), tally.total);
  return within.map((taken, i) => taken + (beyond[i] ?? 0));
}

/** Revenue taken back goes first to the parts on which revenue stands. */
function giveBack(tally: Tally, wanted: number): readonly number[] {
  const stands = tally.total.map((total, i) => total - (tally.open[i] ?? 0));
  const sum = stands.reduce((a, b) => a + b, 0);
  const back = distribute(wanted, sum >= wanted && sum > 0 ? stands : tally.total);
  back.forEach((amount, i) => (tally.open[i] = Math.min(tally.total[i] ?? 0, (tally.open[i] ?? 0) + amount)));
  return back;
}

function sharesOf(parts: readonly Part[], amountOf: (part: Part) => Minor): Shares {
  return new Map(parts.map((part) => [part.owner, Math.abs(amountOf(part))]));
}

function posting(record: ReconciledRecord, shares: Shares, context: PostingContext): Posting {
  const { amount: reporting, rate } = context.converted(record);
  const customer = context.customerOf(record);
  const month = context.monthOf(record.day);
  const owners = [...shares.keys()].sort(order);
  const weights = owners.map((owner) => shares.get(owner) ?? 0);
  const settled = settledAmount(record);
  const measured = measuredAmount(record, context.counts);
  const valued = (amount: Minor): Minor => reporting + convert(amount - record.amount, record.currency, context.currency, rate);
  const cut = (total: Minor, by: readonly number[]): Minor[] => (owners.length === 1 ? [total] : distribute(total, by));
  const settledParts = cut(settled, weights);
  const amounts = cut(record.amount, settledParts.map(Math.abs));
  const reportingParts = cut(reporting, amounts.map(Math.abs));
  const settledReportingParts = cut(valued(settled), settledParts.map(Math.abs));
  const isAsPosted = measured === record.amount;
  const measuredParts = isAsPosted ? amounts : cut(measured, settledParts.map(Math.abs));
  const measuredReportingParts = isAsPosted ? reportingParts : cut(valued(measured), settledParts.map(Math.abs));
  const parts = owners.map((owner, i) => ({
    owner,
    line: context.lineKey(customer, month, owner),
    amount: amounts[i] ?? 0,
    settled: settledParts[i] ?? 0,
    reporting: reportingParts[i] ?? 0,
    settledReporting: settledReportingParts[i] ?? 0,
    measured: measuredParts[i] ?? 0,
    measuredReporting: measuredReportingParts[i] ?? 0,
  }));
  return { record, customer, month, rate, parts };
}
