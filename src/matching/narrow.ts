/** From all that a document names to what it means by it. */

import type { RecordKey } from '../domain/record';
import type { ReconciledRecord } from './numbered';
import type { Desk } from './desk';
import type { Named } from './named';

/** How sure a way of naming is, 0 the surest: full numbers before bare ones, own before shared, columns before text. */
export function rankOf({ fit, number, place }: Named<unknown>): number {
  return (fit === 'same' ? 0 : 4) + (number === 'own' ? 0 : 2) + (place === 'column' ? 0 : 1);
}

/** The surest way in which a document names anything. */
export function surest<T>(named: readonly Named<T>[]): readonly Named<T>[] {
  const best = Math.min(...named.map(rankOf));
  return named.filter((one) => rankOf(one) === best);
}

/** What several numbers mean, each record by the first of them. */
export function once<N extends { readonly record: ReconciledRecord }>(meant: readonly N[]): N[] {
  const known = new Map<RecordKey, N>();
  for (const one of meant) if (!known.has(one.record.key)) known.set(one.record.key, one);
  return [...known.values()];
}

/** Lists of more records are looked through once for all who name them. */
const LONG = 32;

/** What was narrowed before, by the list and what of the document decides. A number's long list is the same each time. */
const narrowed = new WeakMap<readonly ReconciledRecord[], Map<string, readonly ReconciledRecord[]>>();

function prefer<T>(records: readonly T[], fits: (record: T) => boolean): readonly T[] {
  const fitting = records.filter(fits);
  return fitting.length > 0 ? fitting : records;
}

/**
 * Of several records under one number, those of the document's entity, customer and currency, as far as any are.
 * A bare or very short number counts only within the customer.
 */
export function narrow<T extends ReconciledRecord>(desk: Desk, document: ReconciledRecord, named: Named<T>): readonly T[] {
  const weak = named.fit !== 'same' || /^\d{1,3}$/.test(named.written);
  const customer = desk.customerOf(document);
  if (named.records.length <= LONG) return narrowTo(desk, document, customer, weak, named.records);
  const known = narrowed.get(named.records) ?? new Map<string, readonly ReconciledRecord[]>();
  narrowed.set(named.records, known);
  const key = `${customer ?? ''}|${document.entity}|${document.currency}|${weak}`;
  let found = known.get(key) as readonly T[] | undefined;
  if (found === undefined) known.set(key, (found = narrowTo(desk, document, customer, weak, named.records)));
  return found;
}

function narrowTo<T extends ReconciledRecord>(
  desk: Desk,
  document: ReconciledRecord,
  customer: string | undefined,
  weak: boolean,
  records: readonly T[],
): readonly T[] {
  const isOwn = (record: T): boolean => customer !== undefined && desk.customerOf(record) === customer;
  if (weak && customer !== undefined) return records.filter(isOwn);
  const byEntity = prefer(records, ({ entity }) => entity === '' || document.entity === '' || entity === document.entity);
  const byCustomer = prefer(byEntity, isOwn);
  return prefer(byCustomer, ({ currency }) => currency === document.currency);
}
