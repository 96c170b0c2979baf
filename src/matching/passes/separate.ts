/** Whether dates tell sets apart that tie by their amounts. */

import type { Invoice, Receipt } from '../numbered';
import { candidatesFound } from '../desk';
import type { Finding } from './pass';
import type { LessCredits } from './setsLessCredits';

/** The only set, or of several the only one whose records share a day or fall due together; null where more than one might be meant. */
export function separated(
  sets: readonly (readonly number[])[],
  records: readonly (Invoice | Receipt)[],
): readonly number[] | null {
  const [only, other] = sets;
  if (only === undefined || other === undefined) return only ?? null;
  const together = ofOneDay(sets, records);
  return together.length === 1 ? (together[0] ?? null) : null;
}

function ofOneDay(sets: readonly (readonly number[])[], records: readonly (Invoice | Receipt)[]): (readonly number[])[] {
  return sets.filter((set) => isOneDay(set.map((at) => records[at] as Invoice | Receipt)));
}

/** A search for what a receipt pays, or for the part payments of an invoice, that ended open: what ties or how far it went. */
export function openSearch(
  anchor: Invoice | Receipt,
  records: readonly (Invoice | Receipt)[],
  outcome: 'ambiguous' | 'stopped',
  sets: readonly (readonly number[])[],
  how: string,
): Finding {
  const candidates = sets.map((set) => set.map((at) => records[at]?.key ?? ''));
  const searched = anchor.role === 'receipt' ? 'open invoices' : 'receipts';
  const why =
    outcome === 'stopped'
      ? `sets of ${records.length} ${searched} searched until the limit of steps`
      : `${candidatesFound(sets)} sets ${how}, ${ofOneDay(sets, records).length || 'none'} of one day`;
  return { search: { anchor: anchor, outcome, candidates, why } };
}

function isOneDay(records: readonly (Invoice | Receipt)[]): boolean {
  const days = new Set(records.map(({ day }) => day));
  const dues = new Set(records.map((record) => (record.role === 'invoice' ? (record.due ?? record.day) : record.day)));
  return days.size === 1 || dues.size === 1;
}

/** What ties: sets of invoices and credits that make one payment. */
export function tied(sets: readonly LessCredits[]): { readonly candidates: string[][]; readonly why: string } {
  const candidates = sets.map(({ invoices, credits }) => [...invoices, ...credits].map(({ key }) => key));
  return { candidates, why: `${candidatesFound(sets)} sets of invoices and credits add up to the cent` };
}
