/** Reasons that the lines of documents show: what was never booked (D2, D7), price and quantity (Q10). */

import { writtenAmount } from '../../domain/money';
import type { Minor } from '../../domain/money';
import { PASS_THROUGH } from '../../domain/record';
import type { Deal, DocumentLine, Invoice, LineKind, ReconciledRecord } from '../../domain/record';
import { isCredit } from '../kinds';
import type { OwnReason } from '../pieces/entry';
import { billsOf, partners } from './books';
import type { Books } from './books';
import { planOf } from './plan';
import type { Rule, Share, Single } from './single';

const ONE_OFF: ReadonlySet<LineKind> = new Set<LineKind>(['one-off']);

/** The lines of a document where they come to its amount; else nothing can be said of them. */
function linesOf({ lines = [], amount }: Deal | Invoice, { input }: Books): readonly DocumentLine[] {
  const sum = lines.reduce((total, line) => total + line.amount, 0);
  return Math.abs(sum - amount) <= input.options.roundingDocument ? lines : [];
}

interface Kinds {
  readonly size: Minor;
  readonly isStated: boolean;
}

function ofKinds(lines: readonly DocumentLine[], kinds: ReadonlySet<LineKind>): Kinds {
  const own = lines.filter(({ kind }) => kinds.has(kind));
  return { size: own.reduce((sum, { amount }) => sum + amount, 0), isStated: own.every(({ isKindStated }) => isKindStated) };
}

/**
 * Lines of an invoice that its deals, as far as they were won by then, do not hold: usage, freight and expenses (D7), one-offs beside a recurring deal (D2).
 * Where the deals list lines of their own these say it. Else the amounts do: an invoice that comes to the deal, to what is
 * open of it or to an instalment bills all its lines; one that does so without its one-offs leaves them out.
 */
export function linesOutsideDeals(invoice: Invoice, books: Books): readonly OwnReason[] {
  const lines = linesOf(invoice, books);
  if (lines.length === 0) return [];
  const asTheyCome = ofKinds(lines, PASS_THROUGH);
  const oneOff = ofKinds(lines, ONE_OFF);
  if (asTheyCome.size <= 0 && oneOff.size <= 0) return [];
  const deals = partners(books, invoice.key, 'deal-invoice').filter(
    (deal): deal is Deal => deal.role === 'deal' && deal.amount > 0 && deal.day <= invoice.day,
  );
  if (deals.length === 0) return [];
  const sold = deals.map((deal) => linesOf(deal, books));
  const outside = (code: 'D2' | 'D7', { size, isStated }: Kinds, missing: string): OwnReason[] => {
    if (size <= 0) return [];
    const columns = [...(isStated ? [] : ['kind of the invoice’s line']), ...(missing === '' ? [] : [missing])];
    return [
      columns.length === 0
        ? { code, size, certainty: 'stated' }
        : { code, size, certainty: 'inferred', facts: { missing: columns.join(', ') } },
    ];
  };
  if (sold.every((each) => each.length > 0)) {
    const has = (kinds: ReadonlySet<LineKind>): boolean => sold.flat().some(({ kind }) => kinds.has(kind));
    return [...(has(ONE_OFF) ? [] : outside('D2', oneOff, '')), ...(has(PASS_THROUGH) ? [] : outside('D7', asTheyCome, ''))];
  }
  if (deals.some(({ currency }) => currency !== invoice.currency)) return [];
  const isBilled = (amount: Minor): boolean => isBillOf(amount, deals, invoice, books);
  const regular = invoice.amount - Math.max(0, asTheyCome.size);
  if (isBilled(invoice.amount)) return [];
  const withoutOneOff = oneOff.size > 0 && !isBilled(regular) && isBilled(regular - oneOff.size);
  const isSold = regular <= 0 && !hasOtherBill(deals, invoice, books);
  const missing = 'lines of the deal';
  return [...(withoutOneOff ? outside('D2', oneOff, missing) : []), ...(isSold ? [] : outside('D7', asTheyCome, missing))];
}

/** Whether an amount is all of the deals, all that earlier bills left of them, or one of their stated instalments. */
function isBillOf(amount: Minor, deals: readonly Deal[], invoice: Invoice, books: Books): boolean {
  const whole = deals.reduce((sum, deal) => sum + deal.amount, 0);
  const billed = deals.reduce(
    (sum, deal) => sum + earlierBills(deal, invoice, books).reduce((total, { link }) => total + link.allocated, 0),
    0,
  );
  const [deal] = deals;
  const plan = deals.length === 1 && deal !== undefined ? planOf(deal, books) : null;
  const instalments = plan?.certainty === 'stated' ? plan.instalments.map((instalment) => instalment.amount) : [];
  const { roundingDocument } = books.input.options;
  return [whole, whole - billed, ...instalments].some((size) => Math.abs(size - amount) <= roundingDocument);
}

function earlierBills(deal: Deal, invoice: Invoice, books: Books) {
  return billsOf(books, deal.key).filter(
    ({ invoice: bill }) => bill.key !== invoice.key && bill.day <= invoice.day && !isCredit(bill),
  );
}

/** Whether a deal already has a bill of something else than usage: then usage is no billing of the deal itself. */
function hasOtherBill(deals: readonly Deal[], invoice: Invoice, books: Books): boolean {
  return deals.some((deal) =>
    earlierBills(deal, invoice, books).some(
      ({ invoice: bill }) => bill.amount > ofKinds(linesOf(bill, books), PASS_THROUGH).size,
    ),
  );
}

/** Usage and pass-through of an invoice that no deal was there for. */
export const neverBooked: Rule = ({ record, rest, restDoc, entry }, books) => {
  if (record.role !== 'invoice' || entry.own.some(({ code }) => code === 'D7')) return [];
  const isFollowed = partners(books, record.key, 'deal-invoice').some(({ day }) => day <= record.day);
  if (isFollowed) return [];
  const { size, isStated } = ofKinds(linesOf(record, books), PASS_THROUGH);
  if (size <= 0 || restDoc <= 0) return [];
  const amount = size >= restDoc ? rest : Math.round(rest * (size / restDoc));
  return [
    isStated
      ? { code: 'D7', amount, certainty: 'stated' }
      : { code: 'D7', amount, certainty: 'inferred', facts: { missing: 'kind of the invoice’s line' } },
  ];
};

/** The reverse of D2: a deal with one-offs whose bills say what they are for and hold none. */
export const oneOffNotBilled: Rule = ({ record, rest, restDoc }, books) => {
  if (record.role !== 'deal') return [];
  const { size, isStated } = ofKinds(linesOf(record, books), ONE_OFF);
  const bills = billsOf(books, record.key).map(({ invoice }) => linesOf(invoice, books));
  const isTold = bills.length > 0 && bills.every((lines) => lines.length > 0 && ofKinds(lines, ONE_OFF).size === 0);
  if (!isTold || size <= 0 || Math.abs(size - restDoc) > books.input.options.roundingDocument) return [];
  return [{ code: 'D2', amount: rest, certainty: isStated ? 'stated' : 'inferred' }];
};

interface Sold {
  /** As the document first writes it. */
  readonly item: string;
  readonly quantity: number;
  readonly amount: Minor;
}

/** Quantity and amount by item; only of items that have both on every line. */
function byItem(lines: readonly DocumentLine[]): ReadonlyMap<string, Sold> {
  const sold = new Map<string, Sold>();
  const unknown = new Set<string>();
  for (const { item, quantity, amount } of lines) {
    const name = item.trim().toLowerCase();
    if (name === '') continue;
    if (quantity === null || quantity <= 0) unknown.add(name);
    const before = sold.get(name);
    sold.set(name, {
      item: before?.item ?? item,
      quantity: (before?.quantity ?? 0) + (quantity ?? 0),
      amount: (before?.amount ?? 0) + amount,
    });
  }
  for (const name of unknown) sold.delete(name);
  return sold;
}

/** The deal and its only bill: what a difference of price or quantity is told from. */
function dealAndBill({ record }: Single, books: Books): readonly [Deal, Invoice] | null {
  if ((record.role !== 'deal' && record.role !== 'invoice') || record.lines === undefined) return null;
  const only = record.role === 'deal' ? [record] : partners(books, record.key, 'deal-invoice');
  const [deal] = only;
  if (only.length !== 1 || deal?.role !== 'deal') return null;
  const bills = billsOf(books, deal.key).filter(({ invoice }) => !isCredit(invoice));
  const [bill] = bills;
  if (bills.length !== 1 || bill === undefined || bill.invoice.currency !== deal.currency) return null;
  return record.role === 'deal' || bill.invoice.key === record.key ? [deal, bill.invoice] : null;
}

/**
 * Price and quantity effect of each item that both documents hold, kept apart: quantity at the deal's price, price at the
 * invoice's quantity, so that both together are the difference of the item.
 */
export const priceOrQuantity: Rule = (single, books) => {
  const both = dealAndBill(single, books);
  if (both === null || single.restDoc === 0) return [];
  const [deal, invoice] = both;
  const [sold, billed] = [byItem(linesOf(deal, books)), byItem(linesOf(invoice, books))];
  const side = single.record.role === 'deal' ? 1 : -1;
  const toReporting = single.rest / single.restDoc;
  return [...sold].flatMap(([name, ofDeal]): Share[] => {
    const ofInvoice = billed.get(name);
    if (ofInvoice === undefined || ofInvoice.amount === ofDeal.amount) return [];
    const quantity = Math.round(((ofDeal.quantity - ofInvoice.quantity) * ofDeal.amount) / ofDeal.quantity);
    const price = ofDeal.amount - ofInvoice.amount - quantity;
    const share = (effect: 'price' | 'quantity', doc: Minor, told: (of: Sold) => string): Share[] =>
      doc === 0
        ? []
        : [
            {
              code: 'Q10',
              amount: Math.round(side * doc * toReporting),
              certainty: 'stated',
              facts: { effect, item: ofDeal.item, sold: told(ofDeal), invoiced: told(ofInvoice) },
            },
          ];
    return [
      ...share('price', price, (of) => writtenAmount(of.amount / of.quantity, deal.currency)),
      ...share('quantity', quantity, (of) => String(of.quantity)),
    ];
  });
};

/** Lines that a setting leaves out of the invoices behind a record, in the record's currency. */
function leftOutBehind(record: ReconciledRecord, books: Books): { readonly size: Minor; readonly kept: Minor } {
  const behind =
    record.role === 'deal'
      ? billsOf(books, record.key).map(({ invoice }) => invoice)
      : partners(books, record.key, 'invoice-schedule').filter((partner): partner is Invoice => partner.role === 'invoice');
  const same = behind.filter(({ currency }) => currency === record.currency);
  return {
    size: same.reduce((sum, { passedThrough = 0 }) => sum + passedThrough, 0),
    kept: same.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** The booking or the revenue holds what the setting leaves out of its invoices, and that is all that is left of it. */
export const leftOutOfInvoices: Rule = ({ record, rest, restDoc }, books) => {
  if (books.input.options.passThrough === 'counted') return [];
  const { size, kept } = leftOutBehind(record, books);
  if (size <= 0) return [];
  const recognised = partners(books, record.key, 'invoice-schedule').flatMap(({ key }) =>
    partners(books, key, 'invoice-schedule').map(({ amount }) => amount),
  );
  const excess = recognised.reduce((sum, amount) => sum + amount, 0) - kept;
  const { roundingDocument } = books.input.options;
  const fits = record.role === 'deal' ? Math.abs(restDoc - size) <= roundingDocument : excess <= size + roundingDocument;
  return fits ? [{ code: 'D7', amount: rest, certainty: 'stated', facts: { leftOut: 1 } }] : [];
};
