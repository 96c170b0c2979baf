/** Every record of a run in the reporting currency: each once, before anything is cut. */

import type { Currency } from '../domain/money';
import { convert } from '../domain/money';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import type { Settled } from '../settings/settle';
import { convertRecord } from './convert';
import type { AmountUsed, Converted, RateAt } from './convert';
import type { LinkBook } from './links';

/**
 * Revenue without a rate of its own takes by default its invoice's, so that a schedule sums to its invoice.
 * @param records in order of date, invoices before the revenue of their day.
 * @throws RangeError where a record cannot be converted.
 */
export function convertAll(
  records: ReadonlyMap<RecordKey, ReconciledRecord>,
  links: LinkBook,
  currency: Currency,
  rateAt: RateAt,
  { recognisedSource, recognisedRate, amountUsed }: Pick<Settled, 'recognisedSource' | 'recognisedRate' | 'amountUsed'>,
): (record: ReconciledRecord) => Converted {
  /** Of those that need converting. */
  const known = new Map<RecordKey, Converted>();
  // The rate of derived revenue is chosen already.
  const usedFor = ({ role }: ReconciledRecord): AmountUsed =>
    role === 'revenue' && recognisedSource === 'derived' ? 'own rate first' : amountUsed;
  for (const record of records.values()) {
    if (record.currency === currency) continue;
    const rate = recognisedRate === 'invoice' ? invoiceRate(record, records, links, known) : null;
    const converted =
      rate === null
        ? convertRecord(record, currency, rateAt, usedFor(record))
        : { amount: convert(record.amount, record.currency, currency, rate), rate };
    if (converted === null) throw new RangeError(`${record.key} cannot be converted to ${currency}`);
    known.set(record.key, converted);
  }
  return (record) => {
    if (record.currency === currency) return { amount: record.amount, rate: 1 };
    const converted = known.get(record.key);
    if (converted === undefined) throw new RangeError(`${record.key} is not a record of this run`);
    return converted;
  };
}

/** Only an invoice before the revenue lends its rate: a later one must not change a month that was closed. */
function invoiceRate(
  record: ReconciledRecord,
  records: ReadonlyMap<RecordKey, ReconciledRecord>,
  links: LinkBook,
  before: ReadonlyMap<RecordKey, Converted>,
): number | null {
  if (record.role !== 'revenue' || record.rate !== null || record.reportingAmount !== null) return null;
  const lender = links
    .ofKind(record.key, 'invoice-schedule')
    .find(({ left }) => before.has(left) && records.get(left)?.currency === record.currency);
  return lender === undefined ? null : (before.get(lender.left)?.rate ?? null);
}
