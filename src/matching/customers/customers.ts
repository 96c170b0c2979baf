/** Who is who: the parties of all sides joined into customers. */

import type { Customer, CustomerHint, CustomerLink, DecisionFault } from '../../domain/link';
import type { RecordKey } from '../../domain/record';
import type { CustomerBy, Records } from '../numbered';
import type { Decisions } from '../../settings/decisions';
import { byNumber } from '../byNumber';
import { groupBy } from '../groupBy';
import { evidence, probabilityOf, totalWeight } from '../matchWeight';
import type { NamedRecords } from '../named';
import { normaliseName } from '../names/normalise';
import type { MatchOptions } from '../options';
import { customerHints } from './customerHints';
import type { Rejection } from './customerHints';
import { partiesOfNames, refusals, settleCustomerDecisions, writingOf } from './customerDecisions';
import type { DecidedPair, PartiesOfName, Writing } from './customerDecisions';
import { customerLinks } from './customerLinks';
import { joinCustomerList, withListFacts } from './customerList';
import type { ListJoin } from './customerList';
import { nameCustomers } from './customerNames';
import { explainLonely } from './lonelyAccounts';
import { customerSets } from './customerSets';
import type { CustomerSets } from './customerSets';
import { aliasLinks, confirmedLinks } from './decidedLinks';
import { inferredLinks, OBSTACLES } from './inferredLinks';
import { partnered } from './joined';
import type { Joined } from './joined';
import { withParents } from './parents';
import { gatherParties, remembered } from './parties';
import type { Parties, Party, Side } from './parties';
import { partyContext } from './partyContext';
import { compareFacts } from './partyFacts';
import type { PartyContext } from './partyLinks';

export interface MatchedCustomers {
  readonly customers: ReadonlyMap<string, Customer>;
  /** Customer of each record at account level, by the record's number. */
  readonly accountOf: CustomerBy;
  /** Customer of the rows of a customer list, by their keys; none of a row whose customer has no record. */
  readonly listed: ReadonlyMap<RecordKey, string>;
  readonly links: readonly CustomerLink[];
  readonly hints: readonly CustomerHint[];
  /** Parties without a partner that got no hint, so many there are; some of them may have no candidate. */
  readonly hintsOmitted: number;
  /** Match keys of decisions about customers that no record names. */
  readonly gone: readonly string[];
  readonly faults: readonly DecisionFault[];
}

/**
 * Decisions come first, then what a customer list states, then what names and facts tell. Each party is in one customer,
 * if only its own.
 * @param unordered in whatever order: only decisions go by theirs
 */
export function matchCustomers(
  unordered: Records,
  named: NamedRecords,
  options: MatchOptions,
  decisions: Decisions,
): MatchedCustomers {
  const records = { ...unordered, customers: inOrder(unordered.customers) };
  const normal = remembered(normaliseName);
  const writing = remembered(writingOf(normal));
  const decided = settleCustomerDecisions(records, decisions, writing);
  const gathered = gatherParties(records, decided.aliasOf, normal);
  const joins = joinCustomerList(records.customers, gathered.list, gathered.canonicalId);
  const parties: Parties = { ...gathered, list: withListFacts(gathered.list, records.customers, joins) };
  const { list } = parties;

  const names = [...decided.confirmed, ...decided.refused].flatMap(({ left, right }) => [left, right]);
  const ofName = partiesOfNames(names, records, parties, writing);
  const refused = refusals(decided.refused, ofName, list, writing);
  const sets = customerSets([...list.map(({ side }) => side), ...records.customers.map(() => null)], refused);
  const rejections = new Map<number, Rejection>();
  const context = partyContext(records, named, parties, sets, refused.matchKeys, (rejection) =>
    rejections.set(rejection.query, rejection),
  );

  const weigh = (query: number, target: number): number =>
    totalWeight(compareFacts(list[query] as Party, list[target] as Party, context.shared(query), target, 0, context));
  const confirmed = confirmedLinks(decided.confirmed, ofName, writing, { list, sets, weigh });
  const stated = [...confirmed.links, ...aliasLinks({ list, sets, weigh }), ...listedLinks(joins, list, sets)];
  const links = [...stated, ...inferredLinks(stated, sets, context, rejections, options)];

  const groups = nameCustomers(list, sets.rootOf);
  const customerOf = (party: number): string => groups.keyOf(sets.rootOf(party));
  const refusedHere = refusedPairs(decided.refused, ofName, writing, context);
  for (const one of refusedHere) if (!rejections.has(one.query)) rejections.set(one.query, one);
  const unsearched = explainLonely(links, context, rejections);
  const hasPartner = partnered(links, list.length);
  const { hints, omitted } = customerHints(
    [...rejections.values()].filter(({ query }) => hasPartner[query] === 0),
    list,
  );
  return {
    customers: withParents(groups.customers, records, parties, {
      ofParty: customerOf,
      ofRow: (row) => customerOf(list.length + row),
    }),
    accountOf: accountsOf(records, parties, sets, customerOf),
    listed: new Map(
      records.customers
        .map(({ key }, row) => [key, customerOf(list.length + row)] as const)
        .filter(([, customer]) => customer !== ''),
    ),
    links: customerLinks(links, list, customerOf),
    hints,
    hintsOmitted: omitted + unsearched,
    gone: decided.gone,
    faults: [...decided.faults, ...confirmed.faults],
  };
}

/** List rows by what they say: where two give one id or name to different customers, their order in the sheet must not decide. */
function inOrder(rows: Records['customers']): Records['customers'] {
  const facts = new Map(
    rows.map((row) => [row, [row.id, row.name, row.otherId, row.parent, row.taxNumber, row.domain].join('\n')] as const),
  );
  return [...rows].sort((a, b) => ((facts.get(a) ?? '') < (facts.get(b) ?? '') ? -1 : 1));
}

/** Joins the parties that one row of a customer list names; each but the first has a link to one of another side. */
function listedLinks(joins: readonly ListJoin[], list: readonly Party[], sets: CustomerSets): Joined[] {
  const joined = joins.filter(({ row, party }) => sets.join(party, list.length + row, true) === null);
  const parties = [...new Set(joined.map(({ party }) => party))].sort((a, b) => a - b);
  const sideOf = (party: number): Side => (list[party] as Party).side;
  return [...groupBy(parties, sets.rootOf).values()].flatMap((group) => {
    const firsts = [...groupBy(group, sideOf).values()].map(([first]) => first as number);
    return group.slice(1).flatMap((query) => {
      const target = firsts.find((first) => sideOf(first) !== sideOf(query));
      return target === undefined ? [] : [listed(query, target)];
    });
  });
}

function listed(query: number, target: number): Joined {
  return {
    query,
    target,
    evidence: [evidence('customer list', 'one row names both', LISTED)],
    probability: probabilityOf(LISTED),
    state: 'matched',
    runnerUp: '',
  };
}

const LISTED = 20;

/** For each party of a refused pair its refused partner, both ways, where they stand on the two sides. */
function refusedPairs(
  refused: readonly DecidedPair[],
  ofName: PartiesOfName,
  writing: Writing,
  context: PartyContext,
): Rejection[] {
  const { parties: list } = context;
  return refused.flatMap(({ left, right }) => {
    const bearers = [left, right].map((name) => ofName.get(writing(name)) ?? []);
    return [bearers, [...bearers].reverse()].flatMap(([queries = [], targets = []]) => {
      const firstOf = (side: Side): number | undefined => targets.find((at) => (list[at] as Party).side === side);
      const partners = { crm: firstOf('ledger'), ledger: firstOf('crm'), other: undefined };
      return queries.flatMap((query) => {
        const target = partners[(list[query] as Party).side];
        if (target === undefined) return [];
        const [a, b] = [list[query] as Party, list[target] as Party];
        const evidence = compareFacts(a, b, context.shared(query), target, 0, context);
        return [{ query, target, rival: null, gap: 0, evidence, obstacle: OBSTACLES.refused }];
      });
    });
  });
}

/** A payer whom neither system knows is nobody's customer: its money stays unidentified until somebody says whose it is. */
function accountsOf(
  records: Records,
  { list, of }: Parties,
  { rootOf }: CustomerSets,
  customerOf: (party: number) => string,
): (string | undefined)[] {
  const isKnown = new Uint8Array(list.length + records.customers.length);
  // Receipts are numbered last.
  for (let at = 0; at < records.count - records.receipts.length; at++) {
    const party = of[at] ?? -1;
    if (party >= 0) isKnown[rootOf(party)] = 1;
  }
  records.customers.forEach((_, row) => (isKnown[rootOf(list.length + row)] = 1));
  const accounts = list.map((_, party) => (isKnown[rootOf(party)] === 1 ? customerOf(party) : undefined));
  const accountOf = byNumber<string>(records.count);
  for (let at = 0; at < records.count; at++) accountOf[at] = accounts[of[at] ?? -1];
  return accountOf;
}
