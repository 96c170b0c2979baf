/** Which records count in this run: entities, types of deals, internal customers, as-of and missing rates, each with its cause. */

import type { Day } from '../domain/day';
import type {
  Deal,
  Invoice,
  LeftOutCause,
  LeftOutRow,
  Receipt,
  ReconciledRecord,
  Records,
  Revenue,
  Role,
} from '../domain/record';
import { isOfEntity, isOfType } from '../settings/scope';
import type { Settled } from '../settings/settle';

/** A record that the settings of scope leave out, with the name that decided: its entity, or its type. */
export interface OutOfScope {
  readonly record: ReconciledRecord;
  readonly because: string;
}

export interface Scope {
  readonly deals: readonly Deal[];
  readonly invoices: readonly Invoice[];
  readonly revenue: readonly Revenue[];
  readonly receipts: readonly Receipt[];
  readonly leftOut: readonly LeftOutRow[];
  /** Left out for want of a rate; their partners are told so (D13). */
  readonly unconverted: readonly ReconciledRecord[];
  /** Of another entity, or deals of a type that does not count; their partners are told so (D8). */
  readonly outOfScope: readonly OutOfScope[];
  /** Won, but with a close date after as-of. */
  readonly wonLater: readonly Deal[];
}

const ROLE: Readonly<Record<ReconciledRecord['role'], Role>> = {
  deal: 'deals',
  invoice: 'invoices',
  revenue: 'schedule',
  receipt: 'receipts',
};

/**
 * @param lists names of customers, as sources write them, that are the group's own, and payers or texts of receipts that are
 * no customer's money.
 * @param convertible whether a record's amount can be expressed in the reporting currency.
 */
export function scopeOf(
  records: Records,
  asOf: Day,
  lists: Pick<Settled, 'entities' | 'dealTypes' | 'internalCustomers' | 'bankLeaveOut'>,
  convertible: (record: ReconciledRecord) => boolean,
): Scope {
  const own = new Set(lists.internalCustomers.map((name) => name.toLowerCase()));
  const others = lists.bankLeaveOut.map((text) => text.toLowerCase());
  const leftOut: LeftOutRow[] = [];
  const unconverted: ReconciledRecord[] = [];
  const outOfScope: OutOfScope[] = [];
  const wonLater: Deal[] = [];
  const keep = <T extends ReconciledRecord>(all: readonly T[]): T[] =>
    all.filter((record) => {
      const cause = isOtherMoney(record, others)
        ? 'not-customer'
        : (outOfScopeBy(record, lists) ?? causeOf(record, asOf, own, convertible));
      if (cause === null) return true;
      const row = leftOutRow(record, cause);
      leftOut.push(row);
      if (cause === 'no-rate') unconverted.push(record);
      if (cause === 'entity' || cause === 'deal-type') outOfScope.push({ record, because: row.text });
      if (cause === 'after-as-of' && record.role === 'deal') wonLater.push(record);
      return false;
    });
  return {
    deals: keep(records.deals),
    invoices: keep(records.invoices),
    revenue: keep(records.revenue),
    receipts: keep(records.receipts),
    leftOut,
    unconverted,
    outOfScope,
    wonLater,
  };
}

function isOtherMoney(record: ReconciledRecord, texts: readonly string[]): boolean {
  if (texts.length === 0 || record.role !== 'receipt') return false;
  const told = `${record.customer}\n${record.text}`.toLowerCase();
  const account = compact(record.payerAccount ?? '');
  return texts.some((text) => told.includes(text) || (account !== '' && account === compact(text)));
}

/** An account's number is written with blanks and without. */
const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function outOfScopeBy(record: ReconciledRecord, lists: Pick<Settled, 'entities' | 'dealTypes'>): 'entity' | 'deal-type' | null {
  if (!isOfEntity(record, lists)) return 'entity';
  return record.role === 'deal' && !isOfType(record, lists) ? 'deal-type' : null;
}

function causeOf(
  record: ReconciledRecord,
  asOf: Day,
  internal: ReadonlySet<string>,
  convertible: (record: ReconciledRecord) => boolean,
): LeftOutCause | null {
  if (internal.size > 0 && internal.has(record.customer.toLowerCase())) return 'internal';
  if (record.day > asOf) return 'after-as-of';
  return convertible(record) ? null : 'no-rate';
}

/** A record that is left out, as a row of `Left out`. */
export function leftOutRow(record: ReconciledRecord, cause: LeftOutCause): LeftOutRow {
  return {
    role: record.role === 'invoice' && record.kind === 'credit' ? 'credits' : ROLE[record.role],
    cause,
    source: record.source,
    column: null,
    text: cause === 'entity' ? record.entity : cause === 'deal-type' && record.role === 'deal' ? record.dealType : '',
    record: record.id,
    day: record.day,
    customer: record.customer,
    amount: record.amount,
    currency: record.currency,
    key: record.key,
  };
}
