/** Why two pieces that belong together stand in different months. */

import { addDays, isoDay } from '../../domain/day';
import type { Day } from '../../domain/day';
import type { Months } from '../../domain/fiscal';
import type { Gap } from '../../domain/measure';
import type { Deal, Invoice, Receipt } from '../../domain/record';
import type { Entry } from '../pieces/entry';
import type { Pair } from '../pieces/pair';
import type { Books } from './books';
import { channelOf } from './channel';
import type { Code } from './index';
import { misappliedTo } from './misapplied';
import { isBilledInInstalments } from './plan';
import type { Facts } from './single';

/** The reason of a pair's month leg. */
export function pairCode(gap: Gap, pair: Pair, books: Books): Code {
  if (pair.link?.state === 'suggested') return 'Q39';
  switch (gap) {
    case 'BI':
      return bookedInvoiced(pair, books);
    case 'IR':
      return invoicedRecognised(pair, books);
    case 'IC':
      return invoicedCash(pair, books);
  }
}

/** What the sentence of a pair's month leg needs beside its two records. */
export function pairFacts(code: Code, pair: Pair, books: Books): Facts {
  if (code === 'D15') {
    const deal = [pair.first.record, pair.second.record].find((record) => record.role === 'deal');
    if (deal?.role !== 'deal') return NONE;
    return { date: isoDay(otherDate(deal, pair.second.record.day, books.months) ?? deal.day) };
  }
  if (code !== 'T12' && code !== 'T15' && code !== 'Q22') return NONE;
  const both = invoiceAndReceipt(pair);
  if (both === null) return NONE;
  const { invoice, receipt } = both;
  if (code === 'T12') return { channel: channelOf(receipt, books) || channelOf(invoice, books) };
  if (code === 'T15') return { date: isoDay(receipt.otherDay ?? receipt.day) };
  return { appliedTo: misappliedTo(receipt, invoice, books) ?? '' };
}

const NONE: Facts = {};

function invoiceAndReceipt({ first, second }: Pair): { readonly invoice: Invoice; readonly receipt: Receipt } | null {
  const [a, b] = [first.record, second.record];
  if (a.role === 'invoice' && b.role === 'receipt') return { invoice: a, receipt: b };
  return a.role === 'receipt' && b.role === 'invoice' ? { invoice: b, receipt: a } : null;
}

/** Another date of the deal, in the month of its invoice: the two sides are booked by different dates. */
function otherDate({ signed, closed, day }: Deal, invoiced: Day, { of }: Months): Day | null {
  const fits = [signed, closed].find((date) => typeof date === 'number' && date !== day && of(date) === of(invoiced));
  return fits ?? null;
}

function bookedInvoiced({ first, second, link }: Pair, books: Books): Code {
  if (first.record.role === 'invoice' && second.record.role === 'invoice') {
    const rebilledThatDay = link === null && first.record.day === second.record.day;
    return first.kind === 'credit' || rebilledThatDay ? 'Q12' : 'T14';
  }
  const [deal, invoice] = first.record.role === 'deal' ? [first, second] : [second, first];
  if (deal.record.role === 'deal' && otherDate(deal.record, invoice.record.day, books.months) !== null) return 'D15';
  if (first.record.role !== 'deal') return 'T10';
  if (isBilledInInstalments({ record: first.record, no: first.posting.no }, books)) return 'T3';
  return second.record.day <= addDays(first.record.day, books.input.options.invoicingLag) ? 'T2' : 'T18';
}

function invoicedRecognised({ first, second }: Pair, { months }: Books): Code {
  if (isKind('contra', first, second) || isCaughtUp(first, months) || isCaughtUp(second, months)) return 'T13';
  if (isKind('credit', first, second)) return 'T14';
  return first.kind === 'revenue' ? 'T4' : 'T5';
}

/** Revenue whose service month is stated and lies before the month it is posted in. */
function isCaughtUp({ record }: Entry, { of }: Months): boolean {
  return record.role === 'revenue' && record.serviceDay !== null && of(record.serviceDay) < of(record.day);
}

function invoicedCash(pair: Pair, books: Books): Code {
  const { first, second } = pair;
  const both = invoiceAndReceipt(pair);
  const misapplied = both !== null && misappliedTo(both.receipt, both.invoice, books) !== null;
  if (misapplied && !isKind('refund', first, second)) return 'Q22';
  if (isKind('refund', first, second)) return isKind('credit', first, second) ? 'T21' : 'Q23';
  if (isKind('credit', first, second)) return first.kind === 'invoice' ? 'T14' : 'T21';
  if (first.kind === 'receipt') return 'T8';
  if (both === null) return 'T19';
  if (channelOf(both.receipt, books) !== '' || channelOf(both.invoice, books) !== '') return 'T12';
  return isMonthOfBank(both.invoice, both.receipt, books) ? 'T15' : 'T19';
}

/** The receipt has two dates a few days apart, and by the other one it stands in the invoice's month. */
function isMonthOfBank(invoice: Invoice, { day, otherDay = null }: Receipt, { input, months }: Books): boolean {
  if (otherDay === null || Math.abs(otherDay - day) > input.options.matchDays) return false;
  return months.of(otherDay) === months.of(invoice.day);
}

function isKind(kind: Entry['kind'], ...entries: readonly Entry[]): boolean {
  return entries.some((entry) => entry.kind === kind);
}
