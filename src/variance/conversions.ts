/** Records in the reporting currency: each once, before anything is cut. */

import type { Currency } from '../domain/money';
import { convert } from '../domain/money';
import type { ReconciledRecord } from '../domain/record';
import type { Settled } from '../settings/settle';
import { convertRecord } from './convert';
import type { AmountUsed, Converted, RateAt } from './convert';
import type { LinkBook, Tie } from './links';

/** Every record of a run in the reporting currency, batch after batch. */
export interface Converter {
  /** By the record's number; those of batches to come are not there yet. */
  readonly converted: readonly Converted[];
  /**
   * @param batch numbers of records whose links are all among them, rising.
   * @throws RangeError where a record cannot be converted.
   */
  readonly convert: (batch: Uint32Array) => void;
}

/**
 * Revenue without a rate of its own takes by default its invoice's, so that a schedule sums to its invoice.
 * @param records in order of date, invoices before the revenue of their day.
 */
export function converter(
  records: readonly ReconciledRecord[],
  links: LinkBook,
  currency: Currency,
  rateAt: RateAt,
  { recognisedSource, recognisedRate, amountUsed }: Pick<Settled, 'recognisedSource' | 'recognisedRate' | 'amountUsed'>,
): Converter {
  const known = new Array<Converted>(records.length);
  // The rate of derived revenue is chosen already.
  const usedFor = ({ role }: ReconciledRecord): AmountUsed =>
    role === 'revenue' && recognisedSource === 'derived' ? 'own rate first' : amountUsed;
  const convertedOf = (record: ReconciledRecord, no: number): Converted | null => {
    if (record.currency === currency) return { amount: record.amount, rate: 1 };
    const rate = recognisedRate === 'invoice' ? invoiceRate(record, links.ofKind(no, 'invoice-schedule'), known) : null;
    if (rate === null) return convertRecord(record, currency, rateAt, usedFor(record));
    return { amount: convert(record.amount, record.currency, currency, rate), rate };
  };
  return {
    converted: known,
    convert(batch) {
      for (const no of batch) {
        const record = records[no] as ReconciledRecord;
        const converted = convertedOf(record, no);
        if (converted === null) throw new RangeError(`${record.key} cannot be converted to ${currency}`);
        known[no] = converted;
      }
    },
  };
}

/** Only an invoice before the revenue lends its rate: a later one must not change a month that was closed. */
function invoiceRate(record: ReconciledRecord, invoices: readonly Tie[], before: readonly Converted[]): number | null {
  if (record.role !== 'revenue' || record.rate !== null || record.reportingAmount !== null) return null;
  const lender = invoices.find(({ partner, no }) => before[no] !== undefined && partner.currency === record.currency);
  return lender === undefined ? null : (before[lender.no]?.rate ?? null);
}
