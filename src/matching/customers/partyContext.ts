/** What the comparison of parties has to know beside the two at hand. */

import type { Records } from '../numbered';
import type { NamedRecords } from '../named';
import { nameTable } from '../names/nameTable';
import type { CustomerSets } from './customerSets';
import type { Rejection } from './customerHints';
import { sameIdSpace } from './idSpace';
import { knownFacts } from './knownFacts';
import type { Parties, Party } from './parties';
import type { PartyContext } from './partyLinks';
import { sharedAmounts, sharedReferences } from './sharedDocuments';

/**
 * What is compared beside the fields of two parties, worked out once for all of them.
 * @param refused match keys of the refused pairs
 * @param rejected is told the best target that a query did not get
 */
export function partyContext(
  records: Records,
  named: NamedRecords,
  parties: Parties,
  sets: CustomerSets,
  refused: ReadonlySet<string>,
  rejected: (rejection: Rejection) => void,
): PartyContext {
  const { list } = parties;
  const references = sharedReferences(records, named, parties);
  const amounts = sharedAmounts(records, named, parties);
  return {
    parties: list,
    names: nameTable(list.map(({ normal }) => normal)),
    rootOf: sets.rootOf,
    sameIds: idSpaces(list),
    shared: (party) =>
      references.has(party) || amounts.has(party)
        ? { references: references.get(party), amounts: amounts.get(party) }
        : NOTHING_SHARED,
    known: knownFacts(list),
    refused,
    rejected,
  };
}

const NOTHING_SHARED = { references: undefined, amounts: undefined };

/** Whether two parties are numbered alike: those of one space, and those of two spaces whose ids and names agree. */
function idSpaces(list: readonly Party[]): (a: Party, b: Party) => boolean {
  const spaces = new Map<string, Map<string, Party['normal']>>();
  const spaceOf = ({ side, space }: Party): string => `${side}${space}`;
  for (const party of list) {
    if (party.id === '') continue;
    const ids = spaces.get(spaceOf(party)) ?? new Map<string, Party['normal']>();
    spaces.set(spaceOf(party), ids.set(party.id, party.normal));
  }
  const alike = new Map<string, boolean>();
  const columns = [...spaces];
  columns.forEach(([one, ids], at) => {
    alike.set(`${one}|${one}`, true);
    for (const [another, others] of columns.slice(at + 1)) {
      const areAlike = sameIdSpace(ids, others);
      alike.set(`${one}|${another}`, areAlike).set(`${another}|${one}`, areAlike);
    }
  });
  return (a, b) => alike.get(`${spaceOf(a)}|${spaceOf(b)}`) ?? a.side === b.side;
}
