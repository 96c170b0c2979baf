/** Documents that write an invoice off: they settle what is open of it, or by definition reduce what is invoiced. */

import type { Day } from '../domain/day';
import type { Invoice, LeftOutRow, RecordKey } from '../domain/record';
import { index } from './reasons/books';
import { referenceKey } from './reasons/references';

interface WrittenOff {
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
  const byNumber = index(invoices, ({ id }) => [referenceKey(id)]);
  const amounts = new Map<RecordKey, number>();
  for (const writeOff of writeOffs) {
    const { day, appliesTo, references, amount, tax } = writeOff;
    const named = [appliesTo, ...references].find((name) => name !== '');
    if (named === undefined || day > asOf) continue;
    for (const { key } of ofItsEntity(writeOff, byNumber.get(referenceKey(named)) ?? []))
      amounts.set(key, (amounts.get(key) ?? 0) - amount - tax);
  }
  return {
    leftOut,
    invoices: invoices.map((invoice) => {
      const writtenOffAmount = amounts.get(invoice.key);
      return writtenOffAmount === undefined ? invoice : { ...invoice, writtenOffAmount };
    }),
  };
}

/** Entities may each have used a number: it is the write-off's own entity's, else of one alone that may be it. */
function ofItsEntity({ entity, currency }: Invoice, named: readonly Invoice[]): readonly Invoice[] {
  const fits = named.filter((invoice) => invoice.currency === currency && invoice.amount > 0);
  const own = fits.filter((invoice) => invoice.entity === entity);
  if (own.length > 0) return own;
  const possible = fits.filter((invoice) => invoice.entity === '' || entity === '');
  return new Set(possible.map((invoice) => invoice.entity)).size === 1 ? possible : [];
}
