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
  const names = distinct(records, nameOf);
  const ids = distinct(records, (record) => (nameOf(record) === record.customer.trim() ? record.customerId.trim() : ''));
  const shownId = sorted(ids)[0] ?? '';
  const name = (names.length < 2 ? names[0] : mostUsed(records, nameOf)) ?? shownId;
  const parents = sorted(distinct(records, (record) => (record.role === 'deal' ? record.parent : '')));
  return {
    side,
    id: id === '' ? '' : canonicalId(id),
    shownId,
    space,
    name,
    normal: normal(name),
    taxNumbers: taxNumbersOf(sorted(distinct(records, ({ taxNumber }) => taxNumber))),
    domains: setOf(sorted(distinct(records, ({ domain }) => domain)).flatMap(domainsIn)),
    places: placesOf(distinct(records, ({ place }) => place)),
    parents: setOf(parents.map((parent) => normal(parent).key)),
    size: records.length,
    record: records.reduce((first, { key }) => (key < first ? key : first), records[0]?.key ?? ''),
    aliasOf: sorted(distinct(records, (record) => (isAliased(record) ? record.customer.trim() : '')))[0] ?? '',
  };
}

/** What the records say, each once and in their order; blank and absent says nothing. Most say one thing: little is made for it. */
function distinct<T extends string | object>(
  records: readonly ReconciledRecord[],
  pick: (record: ReconciledRecord) => T | undefined,
): readonly T[] {
  let found: T[] = NOTHING;
  let seen: Set<T> | undefined;
  for (const record of records) {
    const value = pick(record);
    if (value === undefined || value === '' || value === found[0] || (seen?.has(value) ?? false)) continue;
    if (found.length === 0) {
      found = [value];
      continue;
    }
    found.push(value);
    seen = (seen ?? new Set(found)).add(value);
  }
  return found;
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
