/** Documents that write an invoice off: they settle what is open of it, or by definition reduce what is invoiced. */

import type { Day } from '../domain/day';
import type { Invoice, LeftOutRow } from '../domain/record';
import { referenceKey } from './reasons/references';

export interface WrittenOff {
  readonly invoices: readonly Invoice[];
  /** Rows that are still in no measure. */
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * @param writeOffs as credits, negative.
 * Settling names the amount on the invoices that the documents name, whole credits are made of them under "reduce".
 */
export function withWriteOffs(
  invoices: readonly Invoice[],
  writeOffs: readonly Invoice[],
  leftOut: readonly LeftOutRow[],
  rule: 'settle' | 'reduce',
  asOf: Day,
): WrittenOff {
  if (writeOffs.length === 0) return { invoices, leftOut };
  if (rule === 'reduce') {
    const counted = new Set(writeOffs.map(({ key }) => key));
    return { invoices: [...invoices, ...writeOffs], leftOut: leftOut.filter(({ key }) => !counted.has(key)) };
  }
  const amounts = new Map<string, number>();
  for (const { day, appliesTo, references, amount, tax, currency } of writeOffs) {
    const named = [appliesTo, ...references].find((name) => name !== '');
    if (named === undefined || day > asOf) continue;
    const key = `${referenceKey(named)} ${currency}`;
    amounts.set(key, (amounts.get(key) ?? 0) - amount - tax);
  }
  return {
    leftOut,
    invoices: invoices.map((invoice) => {
      const writtenOffAmount = amounts.get(`${referenceKey(invoice.id)} ${invoice.currency}`);
      return writtenOffAmount === undefined || invoice.amount <= 0 ? invoice : { ...invoice, writtenOffAmount };
    }),
  };
}
