/** Who is who: the parties of all sides joined into customers. */

import { matchKey } from '../../domain/link';
import type { Customer, CustomerLink, LinkState } from '../../domain/link';
import type { RecordKey, Records } from '../../domain/record';
import type { Decisions } from '../../settings/decisions';
import { joinCustomerList } from './customerList';
import { nameCustomers } from './customerNames';
import { sameIdSpace } from './idSpace';
import { evidence, probabilityOf } from '../matchWeight';
import { surelyNamed } from '../named';
import type { NamedRecords } from '../named';
import { fold } from '../names/normalise';
import type { MatchOptions } from '../options';
import { gatherParties } from './parties';
import type { Parties, Party, Side } from './parties';
import { linkParties, sameButForm } from './partyLinks';
import type { PartyContext, PartyLink } from './partyLinks';
import { sets } from './unionFind';
import type { Sets } from './unionFind';
import { nameTable } from '../names/nameTable';

export interface MatchedCustomers {
  readonly customers: ReadonlyMap<string, Customer>;
  /** Customer of each record at account level. */
  readonly accountOf: ReadonlyMap<RecordKey, string>;
  readonly links: readonly CustomerLink[];
}

/** A pair of parties that stand for the same customer, and why. */
interface Joined extends Omit<PartyLink, 'state'> {
  readonly state: LinkState;
}

export function matchCustomers(
  records: Records,
  named: NamedRecords,
  options: MatchOptions,
  decisions: Decisions,
): MatchedCustomers {
  const parties = gatherParties(records, decisions.aliases);
  const { list } = parties;
  const joined = sets(list.length + records.customers.length);
  const decided = decidedPairs(decisions);
  const links: Joined[] = [];

  for (const { row, party } of joinCustomerList(records.customers, list)) joined.join(party, list.length + row);
  const context = partyContext(records, named, parties, joined, decided.refused);
  const positions = (side: Side): number[] => list.flatMap((party, i) => (party.side === side ? [i] : []));
  const [crm, ledger, other] = [positions('crm'), positions('ledger'), positions('other')];

  links.push(...listedPairs(list, joined), ...confirmedPairs(list, decided.confirmed, joined));
  const known = new Set(links.map(({ query }) => query));
  const accept = (found: readonly PartyLink[]): void => {
    for (const link of found) {
      links.push(link);
      known.add(link.query);
      if (link.state === 'matched' || options.suggestedInNumbers) joined.join(link.query, link.target);
    }
  };
  accept(
    linkParties(
      ledger.filter((q) => !known.has(q)),
      crm,
      context,
    ),
  );
  const taken = new Set(links.flatMap(({ query, target }) => [query, target]));
  // A second account of a customer joins what the first has joined. A ledger account that chose nobody had its reason.
  const lonely = crm.filter((party) => !taken.has(party));
  accept(
    linkParties(lonely, ledger, context, { isSameWordsOnly: true }).filter(
      ({ query, target, evidence: why }) =>
        taken.has(target) &&
        (sameButForm(list[query] as Party, list[target] as Party) ||
          why.some(({ comparison, weight }) => weight > 0 && IDENTIFYING.has(comparison))),
    ),
  );
  accept(
    linkParties(
      other.filter((q) => !known.has(q)),
      [...crm, ...ledger],
      context,
    ),
  );

  const groups = nameCustomers(list, joined.rootOf, records);
  const customerOfParty = (party: number): string => groups.keyOf(joined.rootOf(party));
  const payers = new Set(records.receipts.map(({ key }) => key));
  const customersKnown = new Set(
    [...parties.of].flatMap(([record, party]) => (payers.has(record) ? [] : [joined.rootOf(party)])),
  );
  records.customers.forEach((_, row) => customersKnown.add(joined.rootOf(list.length + row)));
  const isStranger = (party: number): boolean => !customersKnown.has(joined.rootOf(party));
  // A payer whom neither system knows is nobody's customer: its money stays unidentified until somebody says whose it is.
  const accountOf = new Map(
    [...parties.of].flatMap(([record, party]) => (isStranger(party) ? [] : [[record, customerOfParty(party)] as const])),
  );
  return {
    customers: groups.customers,
    accountOf,
    links: links.map((link) => customerLink(link, list, customerOfParty)).sort(byNames),
  };
}

function partyContext(
  records: Records,
  named: NamedRecords,
  parties: Parties,
  joined: Sets,
  refused: ReadonlySet<string>,
): PartyContext {
  const { list } = parties;
  const idsOf = (side: Side): ReadonlyMap<string, Party['normal']> =>
    new Map(list.flatMap((party) => (party.side === side && party.id !== '' ? [[party.id, party.normal] as const] : [])));
  const crmIds = idsOf('crm');
  const ledgerIds = idsOf('ledger');
  const otherIds = idsOf('other');
  const spaces: Readonly<Record<string, boolean>> = {
    'crm|ledger': sameIdSpace(crmIds, ledgerIds),
    'crm|other': sameIdSpace(crmIds, otherIds),
    'ledger|other': sameIdSpace(ledgerIds, otherIds),
  };
  const shared = sharedReferences(records, named, parties);
  return {
    parties: list,
    names: nameTable(list.map(({ normal }) => normal)),
    rootOf: joined.rootOf,
    sameIds: (a, b) => a.side === b.side || (spaces[[a.side, b.side].sort().join('|')] ?? false),
    shared: (query) => shared.get(query) ?? NOBODY,
    refused,
  };
}

const NOBODY: ReadonlyMap<number, number> = new Map();

/** For each party, the parties whose documents its own documents name surely, both ways, with how many. */
function sharedReferences(records: Records, named: NamedRecords, parties: Parties): Map<number, Map<number, number>> {
  const shared = new Map<number, Map<number, number>>();
  const count = (from: number | undefined, to: number | undefined): void => {
    if (from === undefined || to === undefined || from === to) return;
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const counts = shared.get(a) ?? new Map<number, number>();
      counts.set(b, (counts.get(b) ?? 0) + 1);
      shared.set(a, counts);
    }
  };
  for (const { key } of [...records.invoices, ...records.revenue, ...records.receipts]) {
    const party = parties.of.get(key);
    for (const deal of surelyNamed(named.dealsOf.get(key))) count(party, parties.of.get(deal.key));
    for (const document of surelyNamed(named.documentsOf.get(key))) count(party, parties.of.get(document.key));
  }
  return shared;
}

/** Parties that one row of a customer list names, each side's with the CRM's. */
function listedPairs(list: readonly Party[], joined: Sets): Joined[] {
  const groups = new Map<number, number[]>();
  list.forEach((_, party) => {
    const root = joined.rootOf(party);
    groups.set(root, [...(groups.get(root) ?? []), party]);
  });
  return [...groups.values()].flatMap(([target, ...others]) =>
    target === undefined
      ? []
      : others
          .filter((query) => (list[query] as Party).side !== (list[target] as Party).side)
          .map((query) => ({
            query,
            target,
            evidence: [evidence('customer list', 'one row names both', 20)],
            probability: probabilityOf(20),
            state: 'matched' as const,
            runnerUp: '',
          })),
  );
}

function decidedPairs(decisions: Decisions): { readonly confirmed: ReadonlySet<string>; readonly refused: ReadonlySet<string> } {
  const customerKeys = (decision: string): Set<string> =>
    new Set(
      decisions.links
        .filter((link) => link.decision === decision && link.matchKey.startsWith('customer|'))
        .map(({ matchKey: key }) => fold(key)),
    );
  return { confirmed: customerKeys('confirmed'), refused: customerKeys('refused') };
}

/** Pairs that a person confirmed by name. */
function confirmedPairs(list: readonly Party[], confirmed: ReadonlySet<string>, joined: Sets): Joined[] {
  if (confirmed.size === 0) return [];
  const byName = new Map<string, number[]>();
  list.forEach(({ normal }, i) => byName.set(normal.folded, [...(byName.get(normal.folded) ?? []), i]));
  return [...confirmed].sort().flatMap((key) => {
    const names = key.slice('customer|'.length);
    // A name may hold the separator itself: try every place where both halves are names.
    for (let at = names.indexOf('|'); at >= 0; at = names.indexOf('|', at + 1)) {
      const [lefts, rights] = [byName.get(names.slice(0, at)), byName.get(names.slice(at + 1))];
      const [left] = lefts ?? [];
      if (left === undefined || rights === undefined) continue;
      return rights
        .filter((right) => right !== left)
        .map((right) => {
          joined.join(left, right);
          const list20 = [evidence('decision', 'confirmed by a person', 20)];
          return { query: right, target: left, evidence: list20, probability: 1, state: 'confirmed' as const, runnerUp: '' };
        });
    }
    return [];
  });
}

function customerLink(link: Joined, list: readonly Party[], customerOf: (party: number) => string): CustomerLink {
  const [query, target] = [list[link.query] as Party, list[link.target] as Party];
  const [left, right, leftAt] =
    ORDER[query.side] < ORDER[target.side] ? [query, target, link.query] : [target, query, link.target];
  const strongest = [...link.evidence].sort((a, b) => b.weight - a.weight)[0];
  const byFact = link.evidence.some(({ comparison, weight }) => weight > 0 && STATED.has(comparison));
  const aliased = right.aliasOf !== '' || left.aliasOf !== '';
  const sameText = strongest?.comparison === 'name' && strongest.level === 'same text';
  return {
    left: left.aliasOf === '' ? left.name : left.aliasOf,
    right: right.aliasOf === '' ? right.name : right.aliasOf,
    leftId: left.shownId,
    rightId: right.shownId,
    customer: customerOf(leftAt),
    pass: aliased ? 'alias' : (strongest?.comparison ?? 'name'),
    probability: link.probability,
    certainty: byFact || aliased || sameText ? 'stated' : 'inferred',
    evidence: link.evidence,
    runnerUp: link.runnerUp,
    state: aliased ? 'confirmed' : link.state,
    leftRecord: left.records[0] ?? '',
    rightRecord: right.records[0] ?? '',
  };
}

const ORDER: Readonly<Record<Side, number>> = { crm: 0, ledger: 1, other: 2 };
const STATED = new Set(['customer list', 'customer id', 'tax number', 'decision']);
const IDENTIFYING = new Set(['customer id', 'tax number', 'domain']);

function byNames(a: CustomerLink, b: CustomerLink): number {
  const [ka, kb] = [a, b].map((link) => matchKey('customer', link.left, link.right) + link.leftRecord + link.rightRecord);
  return (ka ?? '') < (kb ?? '') ? -1 : 1;
}
