/** From a quoted number to the records that bear it. */

import { isRounded, longNumber, quote, salesforce15 } from './reference';
import type { Quoted } from './reference';

/** How a quoted number met a record's: the same · the same but for what one of the two lost or never had: a prefix, digits. */
export type ReferenceFit = 'same' | 'weaker';

/** own: the document's id · shared: a contract, order or purchase-order number that several documents may bear. */
export type NumberKind = 'own' | 'shared';

export interface Hit<T> {
  readonly fit: ReferenceFit;
  readonly number: NumberKind;
  /** All who bear the number; the same array each time where they are many. */
  readonly records: readonly T[];
}

export interface ReferenceIndex<T> {
  /** Own numbers before shared ones; null where nobody bears the number. */
  readonly find: (quoted: Quoted) => Hit<T> | null;
  /** The same among own numbers alone. */
  readonly findOwn: (quoted: Quoted) => Hit<T> | null;
}

/** A record under one form of its number. */
interface Entry<T> {
  readonly quoted: Quoted;
  readonly number: NumberKind;
  readonly record: T;
}

/** Numbers with more bearers are looked up once. */
const MANY = 8;

/** Shared numbers shorter than this ("PO 1") say too little. */
const SHORTEST_SHARED = 3;

/**
 * Looks numbers up as they are written first. A form that lost something (leading zeros, the last digits, the characters that
 * check a Salesforce id) counts only where all who bear it have one number: two different numbers are never joined.
 */
export function indexReferences<T>(
  records: readonly T[],
  idOf: (record: T) => string,
  sharedOf: (record: T) => readonly string[],
): ReferenceIndex<T> {
  const canonical = new Map<string, Entry<T>[]>();
  const bare = new Map<string, Entry<T>[]>();
  const salesforce = new Map<string, Entry<T>[]>();
  const long = new Map<string, Entry<T>[]>();
  const add = (quoted: Quoted, record: T, number: NumberKind): void => {
    if (quoted.canonical === '') return;
    const entry = { quoted, record, number };
    push(canonical, quoted.canonical, entry);
    if (number === 'shared') return;
    push(bare, quoted.bare, entry);
    push(salesforce, salesforce15(quoted.written), entry);
    push(long, longNumber(quoted.canonical), entry);
  };
  for (const record of records) {
    const own = quote(idOf(record));
    add(own, record, 'own');
    for (const written of sharedOf(record)) {
      const quoted = quote(written);
      if (quoted.canonical !== own.canonical && quoted.canonical.length >= SHORTEST_SHARED && /\d/.test(quoted.canonical))
        add(quoted, record, 'shared');
    }
  }
  const inFull = (quoted: Quoted, alike: readonly Entry<T>[]): Hit<T> | null => {
    const exact = alike.filter((entry) => entry.quoted.exact === quoted.exact);
    const same = exact.length > 0 ? exact : ownFirst(alike);
    return exact.length > 0 || isOneNumber(same) ? hitOf('same', ownFirst(same)) : null;
  };
  const lookUp = (quoted: Quoted, alike: readonly Entry<T>[] | undefined): Hit<T> | null => {
    if (alike !== undefined && alike.length > 0) return inFull(quoted, alike);
    const cased = onlyOne(salesforce.get(salesforce15(quoted.written)));
    if (cased !== null) return hitOf('same', cased);
    const weaker = withoutPrefix(quoted) ?? rounded(quoted);
    return weaker === null ? null : hitOf('weaker', weaker);
  };
  const lookedUp = new Map<string, Hit<T> | null>();
  const find = (quoted: Quoted): Hit<T> | null => {
    const alike = canonical.get(quoted.canonical);
    if (alike === undefined || alike.length <= MANY) return lookUp(quoted, alike);
    let hit = lookedUp.get(quoted.exact);
    if (hit === undefined) lookedUp.set(quoted.exact, (hit = lookUp(quoted, alike)));
    return hit;
  };
  const findOwn = (quoted: Quoted): Hit<T> | null => {
    const hit = find(quoted);
    if (hit?.number !== 'shared') return hit;
    return lookUp(
      quoted,
      canonical.get(quoted.canonical)?.filter(({ number }) => number === 'own'),
    );
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
  return { find, findOwn };
}

function hitOf<T>(fit: ReferenceFit, entries: readonly Entry<T>[]): Hit<T> {
  return { fit, number: entries[0]?.number ?? 'own', records: entries.map(({ record }) => record) };
}

function ownFirst<T>(entries: readonly Entry<T>[]): readonly Entry<T>[] {
  const own = entries.filter(({ number }) => number === 'own');
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
