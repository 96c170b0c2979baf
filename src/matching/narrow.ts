/** From all that a document names to what it means by it. */

import type { ReconciledRecord } from '../domain/record';
import type { Desk } from './desk';
import { groupBy } from './groupBy';
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

/** Lists of more records are looked through once for all who name them. */
const LONG = 32;

/** The records of a long list by their customers; lists of one number are the same each time. */
const byCustomer = new WeakMap<readonly ReconciledRecord[], ReadonlyMap<string | undefined, readonly ReconciledRecord[]>>();

/** Those of the document's own customer. */
function ofCustomer<T extends ReconciledRecord>(desk: Desk, document: ReconciledRecord, records: readonly T[]): readonly T[] {
  const customer = desk.customerOf.get(document.key);
  if (customer === undefined) return [];
  if (records.length <= LONG) return records.filter(({ key }) => desk.customerOf.get(key) === customer);
  let groups = byCustomer.get(records);
  if (groups === undefined) byCustomer.set(records, (groups = groupBy(records, ({ key }) => desk.customerOf.get(key))));
  return (groups.get(customer) ?? []) as readonly T[];
}

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
  const own = ofCustomer(desk, document, named.records);
  if (weak && desk.customerOf.has(document.key)) return own;
  const isOfEntity = ({ entity }: T): boolean => entity === '' || document.entity === '' || entity === document.entity;
  const isInCurrency = ({ currency }: T): boolean => currency === document.currency;
  // The entity comes before the customer: only where it leaves any of the customer's do both hold.
  const ownOfEntity = own.filter(isOfEntity);
  if (ownOfEntity.length > 0) return prefer(ownOfEntity, isInCurrency);
  const byEntity = prefer(named.records, isOfEntity);
  return prefer(byEntity.length === named.records.length && own.length > 0 ? own : byEntity, isInCurrency);
}
