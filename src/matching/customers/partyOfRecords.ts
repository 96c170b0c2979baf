/** What the records of one counterparty say of it together. */

import type { Place } from '../../domain/record';
import type { NormalName } from '../names/normalise';
import { domainsIn } from './domains';
import type { Gathered } from './gathered';
import type { Party, Side } from './parties';
import { normalisePlace } from './places';
import type { PlaceField } from './places';
import { readTaxNumber } from './taxNumber';
import type { TaxNumber } from './taxNumber';

const NONE: ReadonlySet<string> = new Set();

/** @param canonicalId an id as `Party.id` has it */
export function partyOfRecords(
  side: Side,
  gathered: Gathered,
  normal: (name: string) => NormalName,
  canonicalId: (text: string) => string,
): Party {
  const { id, space, size, first } = gathered;
  const { ids, parents, taxNumbers, domains, places, aliased } = gathered.said();
  const shownId = sorted(ids)[0] ?? '';
  const name = mostUsed(gathered.names()) ?? shownId;
  return {
    side,
    id: id === '' ? '' : canonicalId(id),
    shownId,
    space,
    name,
    normal: normal(name),
    taxNumbers: taxNumbersOf(sorted(taxNumbers)),
    domains: setOf(sorted(domains).flatMap(domainsIn)),
    places: placesOf(places),
    parents: setOf(sorted(parents).map((parent) => normal(parent).key)),
    size,
    record: first,
    aliasOf: sorted(aliased)[0] ?? '',
  };
}

function sorted(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...texts].sort();
}

const NO_NUMBERS: readonly never[] = [];

function taxNumbersOf(texts: readonly string[]): readonly TaxNumber[] {
  return texts.length === 0 ? NO_NUMBERS : texts.flatMap((text) => readTaxNumber(text) ?? []);
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

/** The way of writing used most, ties to the alphabet; undefined where all are blank. */
function mostUsed(names: readonly (readonly [string, number])[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [name, count] of names)
    if (name !== '' && (count > most || (count === most && name < (best ?? name)))) [best, most] = [name, count];
  return best;
}
