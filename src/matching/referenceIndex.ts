/** From a quoted number to the records that bear it. */

import { ByPlace, NumberRegister } from './numberRegister';
import { isRounded, longNumber, quote, salesforce15, UNCOUNTED } from './reference';
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
  readonly written: string;
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
 * @param register knows the places of the numbers that are looked up
 */
export function indexReferences<T>(
  records: readonly T[],
  idOf: (record: T) => string,
  sharedOf: (record: T) => readonly string[],
  otherOf: (record: T) => readonly string[] = () => [],
  register = new NumberRegister(),
): ReferenceIndex<T> {
  const own = new Bearers<T>();
  const shared = new Bearers<T>();
  const owned: Entry<T>[] = [];
  let hasBareOwn = false;
  /** Made when first asked for: most numbers are quoted in full. */
  let bare: Forms<T> | null = null;
  const salesforce = new Forms<T>();
  const long = new Forms<T>();
  const addOwn = (quoted: Quoted, record: T): void => {
    const { written } = quoted;
    const isCounted = quoted.number !== UNCOUNTED;
    if (!isCounted && quoted.canonical === '') return;
    const entry: Entry<T> = { written, record, number: 'own', alone: null };
    hasBareOwn ||= quoted.prefix === '';
    owned.push(entry);
    own.add(register.enter(quoted), entry);
    salesforce.add(salesforce15(written), entry);
    if (!isCounted) long.add(longNumber(quoted.canonical), entry);
  };
  for (const record of records) {
    const quoted = quote(idOf(record));
    addOwn(quoted, record);
    for (const other of otherOf(record)) addOwn(quote(other), record);
    for (const written of sharedOf(record)) {
      const other = quote(written);
      if (!isSameNumber(other, quoted) && isLongEnough(other))
        shared.add(register.enter(other), { written: other.written, record, number: 'shared', alone: null });
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
      quoted.prefix === '' ? (bare ??= withoutPrefixes(owned)).get(quoted.bare) : own.get(register.placeOf(quote(quoted.bare)));
    return found.length > 0 ? found : null;
  };
  const rounded = (quoted: Quoted): readonly Entry<T>[] | null => {
    const found = long.get(longNumber(quoted.canonical));
    const able = isRounded(quoted.canonical) || found.every(({ written }) => isRounded(quote(written).canonical));
    return able ? onlyOne(found) : null;
  };
  /** @param others who else may bear a number, behind those whose own it is */
  const finder = (others: Bearers<T>): ((quoted: Quoted) => Hit<T> | null) => {
    /** By the numbers that many bear. */
    const known = new Map<string, Hit<T> | null>();
    return (quoted) => {
      const place = register.placeOf(quoted);
      const alone = others.has(place) ? null : own.only(place);
      if (alone !== null) return hitAlone(alone);
      const [owners, sharers] = [own.get(place), others.get(place)];
      if (owners.length + sharers.length <= MANY) return lookUp(quoted, join(owners, sharers));
      let hit = known.get(quoted.exact);
      if (hit === undefined) known.set(quoted.exact, (hit = lookUp(quoted, join(owners, sharers))));
      return hit;
    };
  };
  return { find: finder(shared), findOwn: finder(new Bearers()) };
}

function isSameNumber(a: Quoted, b: Quoted): boolean {
  return a.number === UNCOUNTED || b.number === UNCOUNTED
    ? a.canonical === b.canonical
    : a.number === b.number && a.prefix === b.prefix;
}

function isLongEnough(quoted: Quoted): boolean {
  if (quoted.number !== UNCOUNTED) return true;
  const { canonical } = quoted;
  return canonical.length >= SHORTEST_SHARED && /\d/.test(canonical);
}

const NOBODY: readonly never[] = [];

/** Mostly there is one, and no list is made for it. */
type Some<T> = Entry<T> | Entry<T>[];

function withOne<T>(some: Some<T> | undefined, entry: Entry<T>): Some<T> {
  if (some === undefined) return entry;
  if (!Array.isArray(some)) return [some, entry];
  some.push(entry);
  return some;
}

function listOf<T>(some: Some<T> | undefined): readonly Entry<T>[] {
  if (some === undefined) return NOBODY;
  return Array.isArray(some) ? some : [some];
}

/** Who bears each number, by its place. */
class Bearers<T> {
  private readonly byPlace = new ByPlace<Some<T>>();

  add(place: number, entry: Entry<T>): void {
    this.byPlace.set(place, withOne(this.byPlace.get(place), entry));
  }

  has(place: number): boolean {
    return this.byPlace.get(place) !== undefined;
  }

  get(place: number): readonly Entry<T>[] {
    return listOf(this.byPlace.get(place));
  }

  /** The entry of a number that one record bears; null for none and for several. */
  only(place: number): Entry<T> | null {
    const found = this.byPlace.get(place);
    return found === undefined || Array.isArray(found) ? null : found;
  }
}

/** Who bears a number of which only a form is known. */
class Forms<T> {
  private readonly byForm = new Map<string, Some<T>>();

  get isEmpty(): boolean {
    return this.byForm.size === 0;
  }

  /** A blank form is nobody's. */
  add(form: string, entry: Entry<T>): void {
    if (form !== '') this.byForm.set(form, withOne(this.byForm.get(form), entry));
  }

  get(form: string): readonly Entry<T>[] {
    return listOf(this.byForm.get(form));
  }
}

/** Numbers that begin with letters, by their digits. */
function withoutPrefixes<T>(entries: readonly Entry<T>[]): Forms<T> {
  const forms = new Forms<T>();
  for (const entry of entries) {
    const { prefix, bare } = quote(entry.written);
    if (prefix !== '') forms.add(bare, entry);
  }
  return forms;
}

function hitAlone<T>(entry: Entry<T>): Hit<T> {
  return (entry.alone ??= hitOf('same', [entry]));
}

function join<T>(some: readonly Entry<T>[], others: readonly Entry<T>[]): readonly Entry<T>[] {
  return others.length === 0 ? some : some.length === 0 ? others : [...some, ...others];
}

function inFull<T>(quoted: Quoted, alike: readonly Entry<T>[]): Hit<T> | null {
  if (alike.length === 1) return hitOf('same', alike);
  const sought = quoted.exact;
  const exact = alike.filter(({ written }) => quote(written).exact === sought);
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
  const [first, ...others] = entries;
  if (first === undefined || others.length === 0) return true;
  const { exact } = quote(first.written);
  return others.every(({ written }) => written === first.written || quote(written).exact === exact);
}

function onlyOne<T>(entries: readonly Entry<T>[]): readonly Entry<T>[] | null {
  return entries.length > 0 && isOneNumber(entries) ? entries : null;
}
