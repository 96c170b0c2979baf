/** How common each fact is among the parties: what many share identifies none of them. */

import { factsOf } from './partyFacts';
import type { KnownFacts } from './partyFacts';
import { SIDES } from './parties';
import type { Party, Side } from './parties';
import type { PlaceField } from './places';

/** Facts are counted on each side by itself, since a customer's parties on two sides share them; places over all parties. */
export function knownFacts(list: readonly Party[]): KnownFacts {
  const bearers = new Map<string, number>();
  for (const side of SIDES) countBearers(list, side, bearers);
  const places = new Map<string, number>();
  const placed: Record<PlaceField, number> = { country: 0, city: 0, postcode: 0 };
  for (const { places: own } of list) {
    for (const field of ['country', 'city', 'postcode'] as const) {
      if (own[field].size === 0) continue;
      placed[field] += 1;
      for (const place of own[field]) places.set(`${field}|${place}`, (places.get(`${field}|${place}`) ?? 0) + 1);
    }
  }
  return {
    bearers: (fact) => bearers.get(fact) ?? 1,
    shareOf: (field, place) => (places.get(`${field}|${place}`) ?? 0) / Math.max(1, placed[field]),
  };
}

/**
 * Adds the facts that parties of several names on one side bear, with how many names those are. Ids are not among them: two
 * are two parties already, and what an id stands for is judged where parties are gathered.
 */
function countBearers(list: readonly Party[], side: Side, bearers: Map<string, number>): void {
  const first = new Map<string, string>();
  const several = new Map<string, Set<string>>();
  for (const party of list) {
    if (party.side !== side) continue;
    for (const fact of factsOf(party)) {
      const before = first.get(fact);
      if (before === undefined) first.set(fact, party.normal.key);
      else if (before !== party.normal.key) several.set(fact, (several.get(fact) ?? new Set([before])).add(party.normal.key));
    }
  }
  for (const [fact, names] of several) bearers.set(fact, Math.max(bearers.get(fact) ?? 1, names.size));
}
