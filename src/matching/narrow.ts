/** From all that a document names to what it means by it. */

import type { ReconciledRecord } from '../domain/record';
import type { Desk } from './desk';
import type { Named } from './named';

/** The surest way in which a document names anything: full numbers before bare ones, own before shared, columns before text. */
export function surest<T>(named: readonly Named<T>[]): readonly Named<T>[] {
  const rank = ({ fit, number, place }: Named<T>): number =>
    (fit === 'same' ? 0 : 4) + (number === 'own' ? 0 : 2) + (place === 'column' ? 0 : 1);
  const best = Math.min(...named.map(rank));
  return named.filter((one) => rank(one) === best);
}

/**
 * Of several records under one number, those of the document's entity, customer and currency, as far as any are.
 * A bare or very short number counts only within the customer.
 */
export function narrow<T extends ReconciledRecord>(desk: Desk, document: ReconciledRecord, named: Named<T>): readonly T[] {
  const weak = named.fit !== 'same' || /^\d{1,3}$/.test(named.written);
  const ofCustomer = named.records.filter(({ key }) => desk.sameCustomer(key, document.key));
  if (weak && desk.customerOf.has(document.key)) return ofCustomer;
  const prefer = (records: readonly T[], fits: (record: T) => boolean): readonly T[] => {
    const fitting = records.filter(fits);
    return fitting.length > 0 ? fitting : records;
  };
  const byEntity = prefer(named.records, ({ entity }) => entity === '' || document.entity === '' || entity === document.entity);
  const byCustomer = prefer(byEntity, ({ key }) => desk.sameCustomer(key, document.key));
  return prefer(byCustomer, ({ currency }) => currency === document.currency);
}
