/** From a quoted number to the records that bear it. */

import { isRounded, longNumber, quote, salesforce15 } from './reference';
import type { Quoted } from './reference';

/** How a quoted number met a record's: the same · the same but for what one of the two lost or never had: a prefix, digits. */
export type ReferenceFit = 'same' | 'weaker';

export interface Borne<T> {
  readonly record: T;
  /** own: the document's id · shared: a contract, order or purchase-order number that several documents may bear. */
  readonly number: 'own' | 'shared';
}

export interface ReferenceIndex<T> {
  /** Own numbers before shared ones; null where nobody bears the number. */
  readonly find: (quoted: Quoted) => { readonly fit: ReferenceFit; readonly borne: readonly Borne<T>[] } | null;
}

/** A record under one form of its number. */
interface Entry<T> {
  readonly quoted: Quoted;
  readonly borne: Borne<T>;
}

/** Shared numbers shorter than this ("PO 1") say too little. */
const SHORTEST_SHARED = 3;

/**
 * Looks numbers up as they are written first. `otherOf` gives further numbers that are a record's own: internal ids. A form that lost something (leading zeros, the last digits, the characters that
 * check a Salesforce id) counts only where all who bear it have one number: two different numbers are never joined.
 */
export function indexReferences<T>(
  records: readonly T[],
  idOf: (record: T) => string,
  sharedOf: (record: T) => readonly string[],
  otherOf: (record: T) => readonly string[] = () => [],
): ReferenceIndex<T> {
  const canonical = new Map<string, Entry<T>[]>();
  const bare = new Map<string, Entry<T>[]>();
  const salesforce = new Map<string, Entry<T>[]>();
  const long = new Map<string, Entry<T>[]>();
  const add = (quoted: Quoted, borne: Borne<T>): void => {
    if (quoted.canonical === '') return;
    const entry = { quoted, borne };
    push(canonical, quoted.canonical, entry);
    if (borne.number === 'shared') return;
    push(bare, quoted.bare, entry);
    push(salesforce, salesforce15(quoted.written), entry);
    push(long, longNumber(quoted.canonical), entry);
  };
  for (const record of records) add(quote(idOf(record)), { record, number: 'own' });
  for (const record of records) for (const other of otherOf(record)) add(quote(other), { record, number: 'own' });
  for (const record of records) {
    const shared = sharedOf(record);
    if (shared.length === 0) continue;
    const own = quote(idOf(record)).canonical;
    for (const written of shared) {
      const quoted = quote(written);
      if (quoted.canonical !== own && quoted.canonical.length >= SHORTEST_SHARED && /\d/.test(quoted.canonical))
        add(quoted, { record, number: 'shared' });
    }
  }
  const find = (quoted: Quoted): ReturnType<ReferenceIndex<T>['find']> => {
    const alike = canonical.get(quoted.canonical);
    if (alike !== undefined) {
      const exact = alike.filter((entry) => entry.quoted.exact === quoted.exact);
      const same = exact.length > 0 ? exact : ownFirst(alike);
      return exact.length > 0 || isOneNumber(same) ? { fit: 'same', borne: ownFirst(same).map(({ borne }) => borne) } : null;
    }
    const cased = onlyOne(salesforce.get(salesforce15(quoted.written)));
    if (cased !== null) return { fit: 'same', borne: cased.map(({ borne }) => borne) };
    const weaker = withoutPrefix(quoted) ?? rounded(quoted);
    return weaker === null ? null : { fit: 'weaker', borne: weaker.map(({ borne }) => borne) };
  };
  /** Two different prefixes name two series; a number without any may belong to either. */
  const withoutPrefix = (quoted: Quoted): readonly Entry<T>[] | null => {
    const found = bare.get(quoted.bare)?.filter((entry) => entry.quoted.prefix === '' || quoted.prefix === '') ?? [];
    return found.length > 0 ? found : null;
  };
  const rounded = (quoted: Quoted): readonly Entry<T>[] | null => {
    const found = long.get(longNumber(quoted.canonical));
    const able = isRounded(quoted.canonical) || found?.every((entry) => isRounded(entry.quoted.canonical)) === true;
    return able ? onlyOne(found) : null;
  };
  return { find };
}

function ownFirst<T>(entries: readonly Entry<T>[]): readonly Entry<T>[] {
  const own = entries.filter(({ borne }) => borne.number === 'own');
  return own.length > 0 ? own : entries;
}

function isOneNumber<T>(entries: readonly Entry<T>[]): boolean {
  return entries.every(({ quoted }) => quoted.exact === entries[0]?.quoted.exact);
}

function onlyOne<T>(entries: readonly Entry<T>[] | undefined): readonly Entry<T>[] | null {
  return entries !== undefined && isOneNumber(entries) ? entries : null;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
