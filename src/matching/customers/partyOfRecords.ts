/** What the records of one counterparty say of it together. */

import type { Place, ReconciledRecord } from '../../domain/record';
import type { NormalName } from '../names/normalise';
import { domainsIn } from './domains';
import type { Party, Side } from './parties';
import { normalisePlace } from './places';
import type { PlaceField } from './places';
import { readTaxNumber } from './taxNumber';

/** The records of one counterparty. */
export interface Gathered {
  readonly side: Side;
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
  { side, id, space, records }: Gathered,
  { nameOf, isAliased, normal }: Naming,
  canonicalId: (text: string) => string,
): Party {
  const names = distinct(records, nameOf);
  const places = distinct(records, ({ place }) => place);
  const ids = distinct(records, (record) => (nameOf(record) === record.customer.trim() ? record.customerId.trim() : ''));
  const shownId = ids.sort()[0] ?? '';
  const name = (names.length < 2 ? names[0] : mostUsed(records, nameOf)) ?? shownId;
  const texts = (pick: (record: ReconciledRecord) => string): string[] => distinct(records, pick).sort();
  return {
    side,
    id: id === '' ? '' : canonicalId(id),
    shownId,
    space,
    name,
    normal: normal(name),
    taxNumbers: texts(({ taxNumber }) => taxNumber).flatMap((text) => readTaxNumber(text) ?? []),
    domains: setOf(texts(({ domain }) => domain).flatMap(domainsIn)),
    places: placesOf(places),
    parents: setOf(texts((record) => (record.role === 'deal' ? record.parent : '')).map((parent) => normal(parent).key)),
    records: records.map(({ key }) => key).sort(),
    aliasOf: distinct(records, (record) => (isAliased(record) ? record.customer.trim() : '')).sort()[0] ?? '',
  };
}

/** What the records say, each once and in their order; blank and absent says nothing. */
function distinct<T extends string | object>(
  records: readonly ReconciledRecord[],
  pick: (record: ReconciledRecord) => T | undefined,
): T[] {
  const found: T[] = [];
  let seen: Set<T> | undefined;
  for (const record of records) {
    const value = pick(record);
    // Most customers are written in one way: no set is made for those.
    if (value === undefined || value === '' || value === found[0] || (seen?.has(value) ?? false)) continue;
    found.push(value);
    if (found.length > 1) seen = (seen ?? new Set(found)).add(value);
  }
  return found;
}

/** The texts, each once; blank ones are none. */
function setOf(texts: readonly string[]): ReadonlySet<string> {
  const filled = texts.filter((text) => text !== '');
  return filled.length === 0 ? NONE : new Set(filled);
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
