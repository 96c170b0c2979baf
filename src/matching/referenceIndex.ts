/** From a quoted number to the records that bear it. */

import { quote } from './reference';
import type { Quoted } from './reference';

/** How a quoted number met a record's: the same · the same digits, one of the two without its prefix. */
export type ReferenceFit = 'same' | 'without prefix';

export interface Borne<T> {
  readonly record: T;
  /** own: the document's id · shared: a contract, order or purchase-order number that several documents may bear. */
  readonly number: 'own' | 'shared';
}

export interface ReferenceIndex<T> {
  /** Own numbers before shared ones; empty where nobody bears the number. */
  readonly find: (quoted: Quoted) => { readonly fit: ReferenceFit; readonly borne: readonly Borne<T>[] } | null;
}

/** Shared numbers shorter than this ("PO 1") say too little. */
const SHORTEST_SHARED = 3;

export function indexReferences<T>(
  records: readonly T[],
  idOf: (record: T) => string,
  sharedOf: (record: T) => readonly string[],
): ReferenceIndex<T> {
  const same = new Map<string, Borne<T>[]>();
  const bare = new Map<string, { readonly prefix: string; readonly borne: Borne<T> }[]>();
  const add = (written: string, borne: Borne<T>): void => {
    const { canonical, bare: digits, prefix } = quote(written);
    if (canonical === '') return;
    push(same, canonical, borne);
    if (digits !== '' && borne.number === 'own') push(bare, digits, { prefix, borne });
  };
  for (const record of records) add(idOf(record), { record, number: 'own' });
  for (const record of records) {
    const shared = sharedOf(record);
    if (shared.length === 0) continue;
    const own = quote(idOf(record)).canonical;
    for (const written of shared) {
      const { canonical } = quote(written);
      if (canonical !== own && canonical.length >= SHORTEST_SHARED && /\d/.test(canonical))
        add(written, { record, number: 'shared' });
    }
  }
  const find = (quoted: Quoted): ReturnType<ReferenceIndex<T>['find']> => {
    const exact = same.get(quoted.canonical);
    if (exact !== undefined) {
      const own = exact.filter(({ number }) => number === 'own');
      return { fit: 'same', borne: own.length > 0 ? own : exact };
    }
    if (quoted.bare === '') return null;
    // Two different prefixes name two series; a number without any may belong to either.
    const digits = (bare.get(quoted.bare) ?? []).filter(({ prefix }) => prefix === '' || quoted.prefix === '');
    return digits.length === 0 ? null : { fit: 'without prefix', borne: digits.map(({ borne }) => borne) };
  };
  return { find };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
