/** What people decided about customers, settled before anybody is matched: aliases, pairs confirmed, pairs refused. */

import type { DecisionFault } from '../../domain/link';
import { matchKey } from '../../domain/link';
import type { Records } from '../numbered';
import type { Alias, Decisions, LinkDecision } from '../../settings/decisions';
import { groupBy } from '../groupBy';
import { fold } from '../names/normalise';
import type { NormalName } from '../names/normalise';
import { aliasKey, holdAliases } from './aliases';
import { SIDES } from './parties';
import type { AliasOf, Parties, Party } from './parties';
import type { Refusals } from './customerSets';

/** Two names that a person confirmed or refused to be one customer. */
export interface DecidedPair {
  readonly matchKey: string;
  readonly left: string;
  readonly right: string;
}

export interface CustomerDecisions {
  readonly aliasOf: AliasOf;
  readonly confirmed: readonly DecidedPair[];
  readonly refused: readonly DecidedPair[];
  /** Match keys of decisions about names that no record bears. */
  readonly gone: readonly string[];
  readonly faults: readonly DecisionFault[];
}

/** What is common to all ways of writing one name: case, marks, punctuation and the spelling of the legal form aside. */
export type Writing = (name: string) => string;

/** A name without a word that identifies ("?") is compared as it stands. */
export function writingOf(normal: (name: string) => NormalName): Writing {
  return (name) => {
    const { key, forms, folded } = normal(name);
    return key === '' ? folded : `${key}|${forms.join(',')}`;
  };
}

/** A decision with what says which of two is later. */
interface Typed {
  readonly key: string;
  readonly decision: LinkDecision['decision'];
  readonly pair: DecidedPair;
  readonly decidedAt: string;
  readonly alias: Alias | null;
}

const PREFIX = 'customer|';

/** Settles what was decided: of contradictory decisions about one pair the last typed holds. */
export function settleCustomerDecisions(records: Records, decisions: Decisions, writing: Writing): CustomerDecisions {
  const links = decisions.links.filter(({ matchKey: key }) => key.startsWith(PREFIX));
  const aliases = decisions.aliases.filter(({ kind, from, to }) => kind === 'Customer' && from.trim() !== '' && to.trim() !== '');
  if (links.length === 0 && aliases.length === 0)
    return { aliasOf: (name) => name, confirmed: [], refused: [], gone: [], faults: [] };

  const isKnown = knownNames(records, aliases, writing);
  const gone = new Set<string>();
  const typed: Typed[] = [];
  for (const { matchKey: key, decision, decidedAt } of inTime(links)) {
    const pair = pairOf(key, isKnown);
    if (pair === null) gone.add(key);
    else typed.push({ key, decision, pair, decidedAt, alias: null });
  }
  for (const alias of inTime(aliases)) {
    const pair = { matchKey: matchKey('customer', alias.to, alias.from), left: alias.to, right: alias.from };
    typed.push({ key: aliasKey(alias), decision: 'confirmed', pair, decidedAt: alias.decidedAt, alias });
  }
  const { held, faults } = lastTyped(typed, writing);
  const followed = holdAliases(held.flatMap(({ alias }) => alias ?? []).reverse(), writing);
  const pairs = (decision: LinkDecision['decision']): DecidedPair[] =>
    held.flatMap(({ decision: made, alias, pair }) => (made === decision && alias === null ? [pair] : []));
  return {
    aliasOf: followed.aliasOf,
    confirmed: pairs('confirmed'),
    refused: pairs('refused'),
    gone: [...gone].sort(),
    faults: [...faults, ...followed.faults],
  };
}

/** Whether any record, list row or alias bears a name, however written. */
function knownNames(records: Records, aliases: readonly Alias[], writing: Writing): (name: string) => boolean {
  const names = new Set<string>();
  for (const { customer, customerId } of [...records.deals, ...records.invoices, ...records.revenue, ...records.receipts])
    names.add(customer.trim() === '' ? customerId : customer);
  for (const { name } of records.customers) names.add(name);
  for (const { from, to } of aliases) for (const name of [from, to]) names.add(name);
  const known = new Set<string>();
  for (const name of names) known.add(writing(name));
  known.delete('');
  return (name) => known.has(writing(name));
}

/** The two names of a match key. A name may hold the separator itself: the first cut between two known names counts. */
function pairOf(key: string, isKnown: (name: string) => boolean): DecidedPair | null {
  const names = key.slice(PREFIX.length);
  for (let at = names.indexOf('|'); at >= 0; at = names.indexOf('|', at + 1)) {
    const [left, right] = [names.slice(0, at), names.slice(at + 1)];
    if (isKnown(left) && isKnown(right)) return { matchKey: key, left, right };
  }
  return null;
}

/** The rows of a sheet in the order they were typed: by date, and by place; a row without a date is no earlier than those above it. */
function inTime<T extends { readonly decidedAt: string }>(rows: readonly T[]): T[] {
  let latest = '';
  const dated = rows.map((row) => {
    const since = row.decidedAt === '' ? latest : row.decidedAt;
    if (since > latest) latest = since;
    return { row, since };
  });
  return dated.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).map(({ row }) => row);
}

/**
 * Of the decisions about each pair of names, whatever their order and writing, the last; others that say otherwise are told.
 * @param typed those of each sheet in the order they were typed
 */
function lastTyped(
  typed: readonly Typed[],
  writing: Writing,
): { readonly held: readonly Typed[]; readonly faults: DecisionFault[] } {
  const pairOfNames = ({ pair }: Typed): string => [writing(pair.left), writing(pair.right)].sort().join('\n');
  const lasts = new Map([...groupBy(typed, pairOfNames)].map(([pair, same]) => [pair, lastOf(same)]));
  const held: Typed[] = [];
  const faults: DecisionFault[] = [];
  for (const one of typed) {
    const holds = lasts.get(pairOfNames(one)) ?? one;
    if (one.decision === holds.decision) held.push(one);
    else faults.push({ code: 'overruled', decision: one.key, by: holds.key });
  }
  return { held, faults };
}

/** The last of each sheet; of the two the one of the later date where both have one, else a refusal: no outweighs yes. */
function lastOf(same: readonly Typed[]): Typed {
  const [link, alias] = [same.findLast((one) => one.alias === null), same.findLast((one) => one.alias !== null)];
  if (link === undefined || alias === undefined) return (link ?? alias) as Typed;
  const areDated = link.decidedAt !== '' && alias.decidedAt !== '';
  return areDated && link.decidedAt < alias.decidedAt ? alias : link;
}

/** Positions of the parties that bear a decided name, by its writing and, letter for letter, by `exactly`; in their order. */
export type PartiesOfName = ReadonlyMap<string, readonly number[]>;

/** The key of a name as it is written, but for case and blanks. */
export function exactly(name: string): string {
  return `=${fold(name)}`;
}

/** Where an alias renamed a party, it bears the name of its records as well. */
export function partiesOfNames(
  names: readonly string[],
  records: Records,
  { list, of }: Parties,
  writing: Writing,
): PartiesOfName {
  const found = new Map<string, Set<number>>();
  for (const name of names) for (const key of [writing(name), exactly(name)]) found.set(key, new Set());
  if (found.size > 0) {
    const add = (name: string, at: number): void => {
      const same = found.get(writing(name));
      if (same === undefined) return;
      same.add(at);
      found.get(exactly(name))?.add(at);
    };
    list.forEach(({ name }, at) => {
      add(name, at);
    });
    for (const { at, customer } of [...records.deals, ...records.invoices, ...records.revenue, ...records.receipts]) {
      const party = of[at] ?? -1;
      if (party >= 0 && customer !== '') add(customer, party);
    }
  }
  return new Map([...found].map(([name, positions]) => [name, [...positions].sort((a, b) => a - b)]));
}

/** Labels every party of a refused name with the name and its side: only parties of two sides can be refused to be one. */
export function refusals(
  refused: readonly DecidedPair[],
  ofName: PartiesOfName,
  list: readonly Party[],
  writing: Writing,
): Refusals & { readonly matchKeys: ReadonlySet<string> } {
  const labelsOf = new Map<number, string[]>();
  const hostile = new Map<string, Set<string>>();
  const matchKeys = new Set<string>();
  for (const { left, right } of refused) {
    const [a, b] = [writing(left), writing(right)];
    for (const name of new Set([a, b])) {
      for (const at of ofName.get(name) ?? []) {
        const label = `${(list[at] as Party).side}|${name}`;
        const labels = labelsOf.get(at) ?? [];
        if (!labels.includes(label)) labelsOf.set(at, [...labels, label]);
      }
    }
    for (const one of SIDES) {
      for (const another of SIDES) {
        if (one === another) continue;
        addTo(hostile, `${one}|${a}`, `${another}|${b}`);
        addTo(hostile, `${another}|${b}`, `${one}|${a}`);
      }
    }
    const spellings = (name: string): string[] => [
      ...new Set((ofName.get(name) ?? []).map((at) => fold((list[at] as Party).name))),
    ];
    for (const l of spellings(a)) for (const r of spellings(b)) matchKeys.add(matchKey('customer', l, r));
  }
  return { labelsOf, hostile, matchKeys };
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
