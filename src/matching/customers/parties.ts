/** The counterparties as each side writes them, before anybody is matched. */

import { isoDay } from '../../domain/day';
import type { ReconciledRecord, RecordKey, Records } from '../../domain/record';
import type { Alias } from '../../settings/decisions';
import { fold, normaliseName } from '../names/normalise';
import type { NormalName } from '../names/normalise';

/** crm: deals · ledger: invoices, credits · other: names that only schedules or receipts hold. */
export type Side = 'crm' | 'ledger' | 'other';

export interface Party {
  readonly side: Side;
  /** The side's own id, canonical; "" where it has none. */
  readonly id: string;
  readonly shownId: string;
  readonly name: string;
  readonly normal: NormalName;
  readonly taxNumbers: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
  readonly records: readonly RecordKey[];
  /** The name in the sheet where an alias replaced it; "" otherwise. */
  readonly aliasOf: string;
}

export interface Parties {
  readonly list: readonly Party[];
  /** Position in `list` of each record's party; a record that names nobody is absent. */
  readonly of: ReadonlyMap<RecordKey, number>;
}

/** Mail hosts that many companies share. */
const PUBLIC_HOSTS = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net web.de t-online.de orange.fr free.fr wanadoo.fr libero.it proton.me protonmail.com mail.com qq.com 163.com'.split(
    ' ',
  ),
);

/** The host of a web address or e-mail without "www."; "" for a public mail host or no host. */
export function normaliseDomain(text: string): string {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');
  return /^[^\s.]+(?:\.[^\s.]+)+$/.test(host) && !PUBLIC_HOSTS.has(host) ? host : '';
}

/** A tax number's letters and digits; "" where too short to tell anything. */
export function normaliseTaxNumber(text: string): string {
  const plain = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= 6 ? plain : '';
}

/** An id's text without blanks and case; leading zeros stay, since ledgers give both 7 and 007. */
export function normalisePartyId(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

interface Gathered {
  side: Side;
  id: string;
  shownId: string;
  names: Map<string, number>;
  taxNumbers: Set<string>;
  domains: Set<string>;
  records: RecordKey[];
  aliasOf: string;
}

/** The name a record goes by once aliases are followed; at most as many steps as there are aliases, so a circle ends. */
export function aliasedName(name: string, day: string, aliases: ReadonlyMap<string, Alias>): string {
  let current = name;
  for (let step = 0; step < aliases.size; step++) {
    const alias = aliases.get(fold(current));
    if (alias === undefined || alias.to === '' || (alias.fromDate !== '' && day < alias.fromDate)) break;
    current = alias.to;
  }
  return current;
}

/** Customer aliases by folded name, the last one typed for a name winning. */
export function customerAliases(aliases: readonly Alias[]): ReadonlyMap<string, Alias> {
  return new Map(aliases.filter(({ kind }) => kind === 'Customer').map((alias) => [fold(alias.from), alias]));
}

/** Gathers the parties of every side: by id where a record has one, else by name; case and blanks make no difference. */
export function gatherParties(records: Records, aliases: readonly Alias[]): Parties {
  const byName = customerAliases(aliases);
  const gathered = new Map<string, Gathered>();
  const partyOf = new Map<RecordKey, string>();
  const idsOfName = new Map<string, Set<string>>();
  const add = (record: ReconciledRecord, side: Side): void => {
    const name = byName.size === 0 ? record.customer : aliasedName(record.customer, isoDay(record.day), byName);
    const aliased = fold(name) !== fold(record.customer);
    const id = aliased ? '' : normalisePartyId(record.customerId);
    const folded = fold(name);
    if (folded === '' && id === '') return;
    const key = id === '' ? `${side}|name|${folded}` : `${side}|id|${id}`;
    if (id !== '' && folded !== '') addTo(idsOfName, `${side}|${folded}`, key);
    let party = gathered.get(key);
    if (party === undefined) {
      party = {
        side,
        id,
        shownId: id === '' ? '' : record.customerId.trim(),
        names: new Map(),
        taxNumbers: new Set(),
        domains: new Set(),
        records: [],
        aliasOf: '',
      };
      gathered.set(key, party);
    }
    if (name.trim() !== '') party.names.set(name.trim(), (party.names.get(name.trim()) ?? 0) + 1);
    if (aliased) party.aliasOf = record.customer;
    const [tax, domain] = [normaliseTaxNumber(record.taxNumber), normaliseDomain(record.domain)];
    if (tax !== '') party.taxNumbers.add(tax);
    if (domain !== '') party.domains.add(domain);
    party.records.push(record.key);
    partyOf.set(record.key, key);
  };
  for (const deal of records.deals) add(deal, 'crm');
  for (const invoice of records.invoices) add(invoice, 'ledger');
  // A schedule or a bank list mostly uses the ledger's names and ids; only what the ledger does not know is a party of its own.
  const ledgerNames = new Set(
    [...gathered.values()].filter(({ side }) => side === 'ledger').flatMap(({ names }) => [...names.keys()].map(fold)),
  );
  const ledgerIds = new Set([...gathered.values()].filter(({ side }) => side === 'ledger').map(({ id }) => id));
  for (const record of [...records.revenue, ...records.receipts]) {
    const known =
      record.customerId === '' ? ledgerNames.has(fold(record.customer)) : ledgerIds.has(normalisePartyId(record.customerId));
    add(record, known ? 'ledger' : 'other');
  }
  mergeNamesIntoIds(gathered, partyOf, idsOfName);
  return finish(gathered, partyOf);
}

/** Records of a side that give only a name belong to the one id of that side with the same name. */
function mergeNamesIntoIds(
  gathered: Map<string, Gathered>,
  partyOf: Map<RecordKey, string>,
  idsOfName: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const [key, party] of [...gathered]) {
    if (party.id !== '') continue;
    const ids = idsOfName.get(key.replace('|name|', '|'));
    const [only] = ids ?? [];
    const target = ids?.size === 1 && only !== undefined ? gathered.get(only) : undefined;
    if (target === undefined || only === undefined) continue;
    for (const record of party.records) {
      target.records.push(record);
      partyOf.set(record, only);
    }
    for (const tax of party.taxNumbers) target.taxNumbers.add(tax);
    for (const domain of party.domains) target.domains.add(domain);
    if (party.aliasOf !== '') target.aliasOf = party.aliasOf;
    gathered.delete(key);
  }
}

function finish(gathered: ReadonlyMap<string, Gathered>, partyOf: ReadonlyMap<RecordKey, string>): Parties {
  const keys = [...gathered.keys()].sort();
  const positions = new Map(keys.map((key, position) => [key, position]));
  const list = keys.flatMap((key) => {
    const party = gathered.get(key);
    if (party === undefined) return [];
    const name = mostUsed(party.names) || party.shownId;
    return [{ ...party, name, normal: normaliseName(name), records: [...party.records].sort() }];
  });
  const of = new Map<RecordKey, number>();
  for (const [record, key] of partyOf) {
    const position = positions.get(key);
    if (position !== undefined) of.set(record, position);
  }
  return { list, of };
}

/** The way of writing used most, ties to the alphabet; "" without any. */
function mostUsed(names: ReadonlyMap<string, number>): string {
  const [first] = [...names].sort(([a, na], [b, nb]) => nb - na || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
