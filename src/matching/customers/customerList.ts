/** Customer lists: rows that join a CRM account with a ledger account by their ids. */

import type { CustomerRecord } from '../../domain/record';
import { groupBy } from '../groupBy';
import { sameIdSpace } from './idSpace';
import type { IdNames } from './idSpace';
import { fold, normaliseName } from '../names/normalise';
import { domainsIn } from './domains';
import { SIDES } from './parties';
import type { Party } from './parties';
import { normalisePlace } from './places';
import type { PlaceField } from './places';
import { readTaxNumber } from './taxNumber';

/** A row of a list stands for a party: by position of the row and of the party. */
export interface ListJoin {
  readonly row: number;
  readonly party: number;
  readonly by: 'id' | 'name';
}

const ID_COLUMNS = ['id', 'otherId'] as const;

/**
 * Joins list rows with the parties of each side: by whichever id column shares its ids with that side, else by a name
 * that only one row and one party of the side bear.
 * @param canonicalId an id as `Party.id` has it
 */
export function joinCustomerList(
  rows: readonly CustomerRecord[],
  parties: readonly Party[],
  canonicalId: (text: string) => string,
): ListJoin[] {
  if (rows.length === 0) return [];
  const joins: ListJoin[] = [];
  const rowsByName = groupBy([...rows.keys()], (i) => fold(rows[i]?.name ?? ''));
  for (const side of SIDES) {
    const positions = parties.flatMap((party, i) => (party.side === side ? [i] : []));
    const joinedRows = new Set<number>();
    const joinedParties = new Set<number>();
    const join = (row: number, party: number, by: ListJoin['by']): void => {
      joins.push({ row, party, by });
      joinedRows.add(row);
      joinedParties.add(party);
    };
    const partyOfId = new Map(positions.flatMap((i) => (parties[i]?.id ? [[parties[i].id, i] as const] : [])));
    const partyIds: IdNames = new Map([...partyOfId].map(([id, i]) => [id, parties[i]?.normal ?? null]));
    for (const column of ID_COLUMNS) {
      const listIds: IdNames = new Map(
        rows.flatMap((row) => (row[column] === '' ? [] : [[canonicalId(row[column]), nameOf(row)] as const])),
      );
      if (!sameIdSpace(listIds, partyIds)) continue;
      rows.forEach((row, i) => {
        const party = row[column] === '' ? undefined : partyOfId.get(canonicalId(row[column]));
        if (party !== undefined) join(i, party, 'id');
      });
    }
    for (const [name, sameName] of groupBy(positions, (i) => parties[i]?.normal.folded ?? '')) {
      const [row, otherRow] = rowsByName.get(name) ?? [];
      const [party, otherParty] = sameName;
      if (name === '' || row === undefined || party === undefined || otherRow !== undefined || otherParty !== undefined) continue;
      if (!joinedRows.has(row) && !joinedParties.has(party)) join(row, party, 'name');
    }
  }
  return joins;
}

function nameOf(row: CustomerRecord): ReturnType<typeof normaliseName> | null {
  return row.name === '' ? null : normaliseName(row.name);
}

/** Parties with what the list rows that stand for them add: tax numbers, domains, places, parents. */
export function withListFacts(
  list: readonly Party[],
  rows: readonly CustomerRecord[],
  joins: readonly ListJoin[],
): readonly Party[] {
  if (joins.length === 0) return list;
  const enriched = [...list];
  for (const { row, party } of joins) {
    const [fact, known] = [rows[row], enriched[party]];
    if (fact !== undefined && known !== undefined) enriched[party] = withFacts(known, fact);
  }
  return enriched;
}

function withFacts(party: Party, { taxNumber, domain, place, parent }: CustomerRecord): Party {
  const tax = readTaxNumber(taxNumber);
  const where = place === undefined ? null : normalisePlace(place);
  const at = (field: PlaceField): ReadonlySet<string> => union(party.places[field], where === null ? [] : [where[field]]);
  return {
    ...party,
    taxNumbers: tax === null ? party.taxNumbers : [...party.taxNumbers, tax],
    domains: union(party.domains, domainsIn(domain)),
    places: where === null ? party.places : { country: at('country'), city: at('city'), postcode: at('postcode') },
    parents: union(party.parents, parent === '' ? [] : [normaliseName(parent).key]),
  };
}

function union(known: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  const filled = more.filter((text) => text !== '');
  return filled.length === 0 ? known : new Set([...known, ...filled]);
}
