/** Documents entered twice: same customer, same amounts, near dates, and only one of the two with a trail. */

import type { Deal, Invoice, ReconciledRecord, RecordKey } from '../../domain/record';
import type { Posted, Posting } from '../posting';
import { namedBy } from './books';
import type { Books } from './books';

/** The second of two → the one it repeats. */
export type Duplicates = ReadonlyMap<RecordKey, RecordKey>;

/** Days between two closes that may still be one deal entered twice. */
const NEAR_CLOSE = 31;

/**
 * Records of one customer and one amount that are alike in all that is named, in their order.
 * @param more what must be the same beside the customer and the amount.
 */
function alike<T extends ReconciledRecord>(postings: readonly Posted<T>[], more: (record: T) => string): Posted<T>[][] {
  return groups(postings, ({ customer }) => customer)
    .flatMap((ofCustomer) => groups(ofCustomer, ({ record }) => record.amount))
    .flatMap((ofAmount) => groups(ofAmount, ({ record }) => more(record)));
}

function groups<T>(all: readonly T[], nameOf: (one: T) => string | number): T[][] {
  const byName = new Map<string | number, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = byName.get(name);
    if (group === undefined) byName.set(name, [one]);
    else group.push(one);
  }
  return [...byName.values()].filter((group) => group.length > 1);
}

/**
 * Deals won twice: two of one amount close together, of which one alone has invoices or a schedule. Three or more of one
 * amount are a habit of the customer, not a mistake.
 * @param posted by date and key, as for invoices.
 */
export function duplicateDeals({ links }: Books, posted: readonly Posted<Deal>[]): Duplicates {
  const found = new Map<RecordKey, RecordKey>();
  const hasTrail = ({ no }: Posting): boolean => links.has(no, 'deal-invoice') || links.has(no, 'deal-schedule');
  const deals = posted.filter(({ record }) => record.amount > 0);
  for (const group of alike(deals, ({ entity, currency }) => [entity, currency].join('\u0000'))) {
    const [first, second] = group;
    if (group.length !== 2 || first === undefined || second === undefined) continue;
    if (second.record.day - first.record.day > NEAR_CLOSE) continue;
    if (hasTrail(first) && !hasTrail(second)) found.set(second.record.key, first.record.key);
    if (hasTrail(second) && !hasTrail(first)) found.set(first.record.key, second.record.key);
  }
  return found;
}

/**
 * Invoices issued twice. The second is the one that no deal has taken up, unpaid where the other is paid, else the later.
 * Documents that were credited, or that both were paid, are events of their own.
 * @param untaken whether booked less invoiced found no partner for any part of an invoice.
 */
export function duplicateInvoices(
  { links, input }: Books,
  posted: readonly Posted<Invoice>[],
  untaken: (invoice: Posting) => boolean,
): Duplicates {
  const found = new Map<RecordKey, RecordKey>();
  const paid = ({ no }: Posting): boolean => links.has(no, 'invoice-receipt');
  const single = posted.filter(({ record, no }) => record.amount > 0 && !links.has(no, 'invoice-credit'));
  for (const group of alike(single, ({ entity, currency, tax }) => [entity, currency, tax].join('\u0000'))) {
    for (let i = 1; i < group.length; i += 1) {
      const [first, later] = [group[i - 1], group[i]];
      if (first === undefined || later === undefined || found.has(first.record.key)) continue;
      if (later.record.day - first.record.day > input.options.matchDays || first.record.id === later.record.id) continue;
      if (!compatible(namedBy(first.record), namedBy(later.record)) || (paid(first) && paid(later))) continue;
      const [second, original] = paid(later) && !paid(first) ? [first, later] : [later, first];
      if (untaken(second)) found.set(second.record.key, original.record.key);
    }
  }
  return found;
}

/** The same references, or none on one of the two. */
function compatible(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || [...a].sort().join('\u0000') === [...b].sort().join('\u0000');
}
