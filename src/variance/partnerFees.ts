/** What a marketplace kept of the money that it collected, where no column says it. */

import type { Link, Matching } from '../domain/link';
import type { Minor } from '../domain/money';
import type { Invoice, Receipt, ReconciledRecord, RecordKey, Records } from '../domain/record';
import { settledAmount, settlingScale } from './posting';
import { referenceKey } from './reasons/references';

/** Shares of the gross that partners usually keep. */
export const LEAST_MARGIN = 0.03;
export const MOST_MARGIN = 0.15;
/** How far the shares of one partner's payments may lie apart by cents alone. */
const SAME_SHARE = 0.001;

/** Words of invoices that their own system shows as open; as such they stay open. */
const STILL_OPEN =
  /\b(?:open|unpaid|overdue|past due|outstanding|part(?:ial|ially|ly)?[ -]?paid|partial|offen|impaye|pendiente)\b/i;

interface Short {
  readonly receipt: Receipt;
  readonly channel: string;
  /** Gross and minor units of the receipt's currency, by the link that settles it. */
  readonly dueByLink: ReadonlyMap<Link, Minor>;
  readonly fee: Minor;
  readonly share: number;
}

/**
 * Receipts of a marketplace that fall short of all the invoices they name by a partner's usual share, the same in most of its
 * payments, with that share as their fee; and links that settle the invoices whole.
 */
export function withPartnerFees(
  { deals, invoices, receipts }: Pick<Records, 'deals' | 'invoices' | 'receipts'>,
  links: Matching['links'],
): { readonly receipts: readonly Receipt[]; readonly links: Matching['links'] } {
  const hasChannel = [deals, invoices, receipts].some((list) =>
    list.some(({ channel }) => channel !== undefined && channel !== ''),
  );
  if (!hasChannel) return { receipts, links };
  const records = new Map<RecordKey, ReconciledRecord>([...deals, ...invoices].map((record) => [record.key, record]));
  const settling = grouped(links, ({ kind, left }) => (kind === 'invoice-receipt' || kind === 'invoice-credit' ? left : null));
  const paying = grouped(links, ({ kind, right }) => (kind === 'invoice-receipt' ? right : null));
  const billing = grouped(links, ({ kind, right }) => (kind === 'deal-invoice' ? right : null));

  const channelOf = (invoice: Invoice): string => {
    if (invoice.channel !== undefined && invoice.channel !== '') return invoice.channel;
    for (const { left } of billing.get(invoice.key) ?? []) {
      const deal = records.get(left);
      if (deal?.role === 'deal' && deal.channel !== undefined && deal.channel !== '') return deal.channel;
    }
    return '';
  };
  const shortOf = (receipt: Receipt): Short[] => {
    const paid = paying.get(receipt.key) ?? [];
    if (receipt.amount <= 0 || settledAmount(receipt) !== receipt.amount || paid.length === 0) return [];
    const dueByLink = new Map<Link, Minor>();
    const channels = new Set<string>();
    for (const link of paid) {
      const invoice = records.get(link.left);
      if (link.certainty !== 'stated' || link.state === 'suggested' || invoice?.role !== 'invoice') return [];
      if (invoice.currency !== receipt.currency || isShownOpen(invoice)) return [];
      const others = (settling.get(invoice.key) ?? []).filter((other) => other !== link);
      const settled = others.reduce((sum, other) => sum + settledBy(other, records), 0);
      dueByLink.set(link, settledAmount(invoice) - settled);
      channels.add(channelOf(invoice));
    }
    const channel = receipt.channel ?? '';
    const [sold = '', another] = channels;
    if (another !== undefined || (sold === '' && channel === '') || !isPayer(receipt, sold)) return [];
    const due = [...dueByLink.values()].reduce((sum, part) => sum + part, 0);
    const fee = due - receipt.amount;
    const share = fee / due;
    if ([...dueByLink.values()].some((part) => part <= 0) || share < LEAST_MARGIN || share > MOST_MARGIN) return [];
    return [{ receipt, channel: channel === '' ? sold : channel, dueByLink, fee, share }];
  };

  const short = receipts.flatMap(shortOf);
  const ofChannel = grouped(short, ({ channel }) => channel);
  const kept = short.filter(({ channel, share }) => {
    const all = ofChannel.get(channel) ?? [];
    return all.filter((other) => Math.abs(other.share - share) <= SAME_SHARE).length * 2 > all.length;
  });
  if (kept.length === 0) return { receipts, links };
  const feeOf = new Map(kept.map(({ receipt, fee, channel }) => [receipt.key, { fee, channel, isFeeInferred: true }]));
  const settledBySum = new Map(kept.flatMap(({ dueByLink }) => [...dueByLink]));
  return {
    receipts: receipts.map((receipt) => ({ ...receipt, ...feeOf.get(receipt.key) })),
    links: links.map((link) => ({ ...link, allocated: settledBySum.get(link) ?? link.allocated })),
  };
}

/** The marketplace itself pays: a column says so, or the payer is called as it is. */
function isPayer({ channel = '', customer }: Receipt, sold: string): boolean {
  return channel !== '' || (customer !== '' && referenceKey(customer) === referenceKey(sold));
}

function isShownOpen({ open, status }: Invoice): boolean {
  return open !== null ? open > 0 : STILL_OPEN.test(status);
}

/** Gross, whatever kind of document settles. */
function settledBy({ kind, right, allocated }: Link, records: ReadonlyMap<RecordKey, ReconciledRecord>): Minor {
  const credit = kind === 'invoice-credit' ? records.get(right) : undefined;
  return credit === undefined ? Math.abs(allocated) : Math.round(Math.abs(allocated) * settlingScale(credit));
}

function grouped<T, K>(values: readonly T[], keyOf: (value: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
