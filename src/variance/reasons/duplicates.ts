/** Documents entered twice: same customer, same amounts, near dates, and only one of the two with a trail. */

import type { Deal, Invoice, ReconciledRecord, RecordKey } from '../../domain/record';
import { order } from '../links';
import { isCredit } from '../posting';
import { namedBy } from './books';
import type { Books } from './books';

/** The second of two → the one it repeats. */
export type Duplicates = ReadonlyMap<RecordKey, RecordKey>;

/** Days between two closes that may still be one deal entered twice. */
const NEAR_CLOSE = 31;

function groups<T extends ReconciledRecord>(records: readonly T[], nameOf: (record: T) => string): T[][] {
  const byName = new Map<string, T[]>();
  for (const record of records) {
    const name = nameOf(record);
    const group = byName.get(name);
    if (group === undefined) byName.set(name, [record]);
    else group.push(record);
  }
  return [...byName.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => a.day - b.day || order(a.key, b.key)));
}

/**
 * Deals won twice: two of one amount close together, of which one alone has invoices or a schedule. Three or more of one
 * amount are a habit of the customer, not a mistake.
 */
export function duplicateDeals(books: Books): Duplicates {
  const found = new Map<RecordKey, RecordKey>();
  const hasTrail = (deal: Deal): boolean => books.links.ofKind(deal.key, 'deal-invoice', 'deal-schedule').length > 0;
  const named = (deal: Deal): string => [books.customerOf(deal), deal.entity, deal.currency, deal.amount].join('\u0000');
  for (const group of groups(
    books.input.deals.filter((deal) => deal.amount > 0),
    named,
  )) {
    const [first, second] = group;
    if (group.length !== 2 || first === undefined || second === undefined || second.day - first.day > NEAR_CLOSE) continue;
    if (hasTrail(first) && !hasTrail(second)) found.set(second.key, first.key);
    if (hasTrail(second) && !hasTrail(first)) found.set(first.key, second.key);
  }
  return found;
}

/**
 * Invoices issued twice. The second is the one that no deal has taken up, unpaid where the other is paid, else the later.
 * Documents that were credited, or that both were paid, are events of their own.
 * @param untaken whether booked less invoiced found no partner for any part of an invoice.
 */
export function duplicateInvoices(books: Books, untaken: (invoice: RecordKey) => boolean): Duplicates {
  const found = new Map<RecordKey, RecordKey>();
  const { links, input } = books;
  const paid = (invoice: Invoice): boolean => links.ofKind(invoice.key, 'invoice-receipt').length > 0;
  const single = input.invoices.filter(
    (invoice) => !isCredit(invoice) && invoice.amount > 0 && links.ofKind(invoice.key, 'invoice-credit').length === 0,
  );
  const named = (invoice: Invoice): string =>
    [books.customerOf(invoice), invoice.entity, invoice.currency, invoice.amount, invoice.tax].join('\u0000');
  for (const group of groups(single, named)) {
    for (let i = 1; i < group.length; i += 1) {
      const [first, later] = [group[i - 1], group[i]];
      if (first === undefined || later === undefined || found.has(first.key) || later.day - first.day > input.options.matchDays)
        continue;
      if (first.id === later.id || !compatible(namedBy(first), namedBy(later)) || (paid(first) && paid(later))) continue;
      const second = paid(later) && !paid(first) ? first : later;
      if (untaken(second.key)) found.set(second.key, second === first ? later.key : first.key);
    }
  }
  return found;
}

/** The same references, or none on one of the two. */
function compatible(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || [...a].sort().join('\u0000') === [...b].sort().join('\u0000');
}
