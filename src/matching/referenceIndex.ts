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
  /** What it is found as where nobody else bears the number; made once. */
  alone: Hit<T> | null;
}

/** Numbers with more bearers are looked up once. */
const MANY = 8;

/** Shared numbers shorter than this ("PO 1") say too little. */
const SHORTEST_SHARED = 3;

/**
 * Looks numbers up as they are written first. A form that lost something (leading zeros, the last digits, the characters that
 * check a Salesforce id) counts only where all who bear it have one number: two different numbers are never joined.
 * @param otherOf further numbers that are a record's own: internal ids
 */
export function indexReferences<T>(
  records: readonly T[],
  idOf: (record: T) => string,
  sharedOf: (record: T) => readonly string[],
  otherOf: (record: T) => readonly string[] = () => [],
): ReferenceIndex<T> {
  const own = new Numbers<T>();
  const shared = new Numbers<T>();
  /** Own numbers that begin with letters, by their digits. */
  const bare = new Numbers<T>();
  let hasBareOwn = false;
  const salesforce = new Numbers<T>();
  const long = new Numbers<T>();
  const addOwn = (quoted: Quoted, record: T): void => {
    if (quoted.canonical === '') return;
    const entry: Entry<T> = { quoted, record, number: 'own', alone: null };
    hasBareOwn ||= quoted.prefix === '';
    own.add(quoted.canonical, entry);
    if (quoted.prefix !== '') bare.add(quoted.bare, entry);
    salesforce.add(salesforce15(quoted.written), entry);
    long.add(longNumber(quoted.canonical), entry);
  };
  for (const record of records) {
    const quoted = quote(idOf(record));
    addOwn(quoted, record);
    for (const other of otherOf(record)) addOwn(quote(other), record);
    for (const written of sharedOf(record)) {
      const other = quote(written);
      if (other.canonical !== quoted.canonical && other.canonical.length >= SHORTEST_SHARED && /\d/.test(other.canonical))
        shared.add(other.canonical, { quoted: other, record, number: 'shared', alone: null });
    }
  }

  const lookUp = (quoted: Quoted, alike: readonly Entry<T>[]): Hit<T> | null => {
    if (alike.length > 0) return inFull(quoted, alike);
    const cased = salesforce.isEmpty ? null : onlyOne(salesforce.get(salesforce15(quoted.written)));
    if (cased !== null) return hitOf('same', cased);
    const weaker = withoutPrefix(quoted) ?? (long.isEmpty ? null : rounded(quoted));
    return weaker === null ? null : hitOf('weaker', weaker);
  };
  /** Two different prefixes name two series; a number without any may belong to either. */
  const withoutPrefix = (quoted: Quoted): readonly Entry<T>[] | null => {
    if (quoted.bare === '' || (quoted.prefix !== '' && !hasBareOwn)) return null;
    const found =
      quoted.prefix === '' ? bare.get(quoted.bare) : own.get(quoted.bare).filter((entry) => entry.quoted.prefix === '');
    return found.length > 0 ? found : null;
  };
  const rounded = (quoted: Quoted): readonly Entry<T>[] | null => {
    const found = long.get(longNumber(quoted.canonical));
    const able = isRounded(quoted.canonical) || found.every((entry) => isRounded(entry.quoted.canonical));
    return able ? onlyOne(found) : null;
  };
  const lookedUp = new Map<string, Hit<T> | null>();
  const find = (quoted: Quoted): Hit<T> | null => {
    const alone = shared.isEmpty ? own.only(quoted.canonical) : null;
    if (alone !== null) return hitAlone(alone);
    const [owners, sharers] = [own.get(quoted.canonical), shared.get(quoted.canonical)];
    if (owners.length + sharers.length <= MANY) return lookUp(quoted, join(owners, sharers));
    let hit = lookedUp.get(quoted.exact);
    if (hit === undefined) lookedUp.set(quoted.exact, (hit = lookUp(quoted, join(owners, sharers))));
    return hit;
  };
  const findOwn = (quoted: Quoted): Hit<T> | null => {
    const alone = own.only(quoted.canonical);
    return alone === null ? lookUp(quoted, own.get(quoted.canonical)) : hitAlone(alone);
  };
  return { find, findOwn };
}

const NOBODY: readonly never[] = [];

/** Entries by a form of their number; mostly there is one each, and no list is made for it. */
class Numbers<T> {
  private readonly entries = new Map<string, Entry<T> | Entry<T>[]>();

  get isEmpty(): boolean {
    return this.entries.size === 0;
  }

  /** A blank number is nobody's. */
  add(number: string, entry: Entry<T>): void {
    if (number === '') return;
    const before = this.entries.get(number);
    if (before === undefined) this.entries.set(number, entry);
    else if (Array.isArray(before)) before.push(entry);
    else this.entries.set(number, [before, entry]);
  }

  get(number: string): readonly Entry<T>[] {
    const found = this.isEmpty ? undefined : this.entries.get(number);
    if (found === undefined) return NOBODY;
    return Array.isArray(found) ? found : [found];
  }

  /** The entry of a number that one record bears; null for none and for several. */
  only(number: string): Entry<T> | null {
    const found = this.entries.get(number);
    return found === undefined || Array.isArray(found) ? null : found;
  }
}

function hitAlone<T>(entry: Entry<T>): Hit<T> {
  return (entry.alone ??= hitOf('same', [entry]));
}

function join<T>(some: readonly Entry<T>[], others: readonly Entry<T>[]): readonly Entry<T>[] {
  return others.length === 0 ? some : some.length === 0 ? others : [...some, ...others];
}

function inFull<T>(quoted: Quoted, alike: readonly Entry<T>[]): Hit<T> | null {
  if (alike.length === 1) return hitOf('same', alike);
  const exact = alike.filter((entry) => entry.quoted.exact === quoted.exact);
  const same = exact.length > 0 ? exact : ownFirst(alike);
  return exact.length > 0 || isOneNumber(same) ? hitOf('same', ownFirst(same)) : null;
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

function onlyOne<T>(entries: readonly Entry<T>[]): readonly Entry<T>[] | null {
  return entries.length > 0 && isOneNumber(entries) ? entries : null;
}
