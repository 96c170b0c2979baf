/** What the records of one counterparty say of it together. */

import type { Place } from '../../domain/record';
import type { ReconciledRecord } from '../numbered';
import type { NormalName } from '../names/normalise';
import { domainsIn } from './domains';
import type { Party, Side } from './parties';
import { normalisePlace } from './places';
import type { PlaceField } from './places';
import { readTaxNumber } from './taxNumber';
import type { TaxNumber } from './taxNumber';

/** The records of one counterparty. */
export interface Gathered {
  readonly id: string;
  readonly space: number;
  readonly records: ReconciledRecord[];
}

export interface Naming {
  readonly nameOf: (record: ReconciledRecord) => string;
  readonly isAliased: (record: ReconciledRecord) => boolean;
  readonly normal: (name: string) => NormalName;
}

const NONE: ReadonlySet<string> = new Set();

/** @param canonicalId an id as `Party.id` has it */
export function partyOfRecords(
  side: Side,
  { id, space, records }: Gathered,
  { nameOf, isAliased, normal }: Naming,
  canonicalId: (text: string) => string,
): Party {
  const [names, ids, parents] = [new Distinct<string>(), new Distinct<string>(), new Distinct<string>()];
  const [taxNumbers, domains, places, aliased] = [
    new Distinct<string>(),
    new Distinct<string>(),
    new Distinct<Place>(),
    new Distinct<string>(),
  ];
  let first = records[0]?.key ?? '';
  for (const record of records) {
    const own = record.customer.trim();
    const name = nameOf(record);
    names.add(name);
    if (name === own) ids.add(record.customerId.trim());
    if (record.role === 'deal') parents.add(record.parent);
    taxNumbers.add(record.taxNumber);
    domains.add(record.domain);
    places.add(record.place);
    if (isAliased(record)) aliased.add(own);
    if (record.key < first) first = record.key;
  }
  const shownId = sorted(ids.all)[0] ?? '';
  const name = (names.all.length < 2 ? names.all[0] : mostUsed(records, nameOf)) ?? shownId;
  return {
    side,
    id: id === '' ? '' : canonicalId(id),
    shownId,
    space,
    name,
    normal: normal(name),
    taxNumbers: taxNumbersOf(sorted(taxNumbers.all)),
    domains: setOf(sorted(domains.all).flatMap(domainsIn)),
    places: placesOf(places.all),
    parents: setOf(sorted(parents.all).map((parent) => normal(parent).key)),
    size: records.length,
    record: first,
    aliasOf: sorted(aliased.all)[0] ?? '',
  };
}

/** What records say, each once and in their order; blank and absent says nothing. Most say one thing: little is made for it. */
class Distinct<T extends string | object> {
  private list: T[] = NOTHING;
  private seen: Set<T> | undefined;

  get all(): readonly T[] {
    return this.list;
  }

  add(value: T | undefined): void {
    if (value === undefined || value === '' || value === this.list[0]) return;
    if (this.list.length === 0) {
      this.list = [value];
      return;
    }
    this.seen ??= new Set(this.list);
    if (this.seen.has(value)) return;
    this.seen.add(value);
    this.list.push(value);
  }
}

/** Shared by all that say nothing, so nobody adds to it. */
const NOTHING: never[] = [];

function sorted(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...texts].sort();
}

function taxNumbersOf(texts: readonly string[]): readonly TaxNumber[] {
  return texts.length === 0 ? NOTHING : texts.flatMap((text) => readTaxNumber(text) ?? []);
}

/** The texts, each once; blank ones are none. */
function setOf(texts: readonly string[]): ReadonlySet<string> {
  return texts.every((text) => text === '') ? NONE : new Set(texts.filter((text) => text !== ''));
}

const NOWHERE: Party['places'] = { country: NONE, city: NONE, postcode: NONE };

function placesOf(list: readonly Place[]): Party['places'] {
  if (list.length === 0) return NOWHERE;
  const places = list.map(normalisePlace);
  const values = (field: PlaceField): ReadonlySet<string> => setOf(places.map((place) => place[field]));
  return { country: values('country'), city: values('city'), postcode: values('postcode') };
}

/** The way of writing used most, ties to the alphabet. */
function mostUsed(records: readonly ReconciledRecord[], nameOf: (record: ReconciledRecord) => string): string | undefined {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(nameOf(record), (counts.get(nameOf(record)) ?? 0) + 1);
  counts.delete('');
  let best: string | undefined;
  let most = 0;
  for (const [name, count] of counts) if (count > most || (count === most && name < (best ?? name))) [best, most] = [name, count];
  return best;
}
