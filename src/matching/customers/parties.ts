/** The counterparties as each side writes them, before anybody is matched. */

import type { Day } from '../../domain/day';
import type { ReconciledRecord, RecordKey, Records } from '../../domain/record';
import { fold, normaliseName } from '../names/normalise';
import type { NormalName } from '../names/normalise';
import { idUse, normalisePartyId, withoutLostZeros } from './partyIds';
import type { IdUse } from './partyIds';
import { partyOfRecords } from './partyOfRecords';
import type { Gathered, Naming } from './partyOfRecords';
import type { PlaceField } from './places';
import { withoutJobs } from './subCustomers';
import type { TaxNumber } from './taxNumber';

/** crm: deals · ledger: invoices, credits · other: names that only schedules or receipts hold. */
export type Side = 'crm' | 'ledger' | 'other';

export interface Party {
  readonly side: Side;
  /** The side's own id, canonical; "" where it has none, or one that stands for sundry customers. */
  readonly id: string;
  readonly shownId: string;
  /** Ids of one space and side name one customer each; a side that joins several ledgers has several. */
  readonly space: number;
  readonly name: string;
  readonly normal: NormalName;
  readonly taxNumbers: readonly TaxNumber[];
  readonly domains: ReadonlySet<string>;
  readonly places: Readonly<Record<PlaceField, ReadonlySet<string>>>;
  /** Keys of the names that its deals give as its parent. */
  readonly parents: ReadonlySet<string>;
  readonly records: readonly RecordKey[];
  /** The name in the sheet where an alias replaced it; "" otherwise. */
  readonly aliasOf: string;
}

export interface Parties {
  readonly list: readonly Party[];
  /** Position in `list` of each record's party; a record that names nobody is absent. */
  readonly of: ReadonlyMap<RecordKey, number>;
  /** An id as `Party.id` has it. */
  readonly canonicalId: (text: string) => string;
}

/** The name a record goes by once the aliases are followed. */
export type AliasOf = (name: string, day: Day) => string;

/** Gathers the parties of every side: by id where a record has one, else by name; case and blanks make no difference. */
export function gatherParties(
  records: Records,
  aliasOf: AliasOf,
  normal: (name: string) => NormalName = remembered(normaliseName),
): Parties {
  const jobs = withoutJobs(records);
  const gathered = new Map<string, Gathered>();
  const folded = remembered(fold);
  const uses = usesOfIds(records, folded);
  const aliased = (record: ReconciledRecord): string => aliasOf(record.customer, record.day);
  const nameOf = (record: ReconciledRecord): string => jobs(aliased(record)).trim();
  const isAliased = (record: ReconciledRecord): boolean => {
    const alias = aliased(record);
    return alias !== record.customer && folded(alias) !== folded(record.customer);
  };
  const add = (record: ReconciledRecord, side: Side): void => {
    const name = nameOf(record);
    const id = name === record.customer.trim() ? normalisePartyId(record.customerId) : '';
    if (name === '' && id === '') return;
    const use = uses[side];
    const key = id === '' ? `${side}|name|${folded(name)}` : `${side}|id|${id}${use.part(record, id)}`;
    const party = gathered.get(key);
    if (party !== undefined) party.records.push(record);
    else gathered.set(key, { side, id: use.isSundry(id) ? '' : id, space: use.space(record), records: [record] });
  };
  for (const deal of records.deals) add(deal, 'crm');
  for (const invoice of records.invoices) add(invoice, 'ledger');
  // A schedule or a bank list mostly uses the ledger's names and ids; only what the ledger does not know is a party of its own.
  const ledger = { names: new Set<string>(), ids: new Set<string>() };
  for (const { side, id, records: own } of gathered.values()) {
    if (side !== 'ledger') continue;
    ledger.ids.add(id);
    for (const record of own) ledger.names.add(folded(nameOf(record)));
  }
  for (const record of [...records.revenue, ...records.receipts]) {
    const id = normalisePartyId(record.customerId);
    const known = id === '' || uses.ledger.isSundry(id) ? ledger.names.has(folded(nameOf(record))) : ledger.ids.has(id);
    add(record, known ? 'ledger' : 'other');
  }
  mergeNamesIntoIds(gathered, (record) => folded(nameOf(record)));
  return finish(gathered, { nameOf, isAliased, normal }, canonicalIds(gathered, records));
}

function usesOfIds(records: Records, folded: (name: string) => string): Readonly<Record<Side, IdUse>> {
  const names = (list: readonly ReconciledRecord[]): Set<string> => new Set(list.map(({ customer }) => folded(customer)));
  const [crm, ledger] = [names(records.deals), names(records.invoices)];
  // Schedules and receipts bear the ledger's ids where they bear any it knows.
  const ofLedger = idUse(records.invoices, (name) => crm.has(name));
  return { crm: idUse(records.deals, (name) => ledger.has(name)), ledger: ofLedger, other: ofLedger };
}

function canonicalIds(gathered: ReadonlyMap<string, Gathered>, records: Records): (text: string) => string {
  const columns: Record<Side | 'listed' | 'otherListed', Set<string>> = {
    crm: new Set(),
    ledger: new Set(),
    other: new Set(),
    listed: new Set(),
    otherListed: new Set(),
  };
  for (const { side, id } of gathered.values()) columns[side].add(id);
  for (const { id, otherId } of records.customers) {
    columns.listed.add(normalisePartyId(id));
    columns.otherListed.add(normalisePartyId(otherId));
  }
  const bare = withoutLostZeros(Object.values(columns));
  return (text) => bare(normalisePartyId(text));
}

/** Records of a side that give only a name belong to the one id of that side with the same name. */
function mergeNamesIntoIds(gathered: Map<string, Gathered>, foldedName: (record: ReconciledRecord) => string): void {
  const homes = new Map<string, Set<Gathered>>();
  for (const key of gathered.keys()) if (key.split('|', 2)[1] === 'name') homes.set(key, new Set());
  if (homes.size === 0) return;
  for (const [key, party] of gathered) {
    if (homes.has(key)) continue;
    for (const record of party.records) homes.get(`${party.side}|name|${foldedName(record)}`)?.add(party);
  }
  for (const [key, parties] of homes) {
    const [home] = parties;
    if (home === undefined || parties.size > 1) continue;
    for (const record of gathered.get(key)?.records ?? []) home.records.push(record);
    gathered.delete(key);
  }
}

function finish(gathered: ReadonlyMap<string, Gathered>, naming: Naming, canonicalId: (text: string) => string): Parties {
  const of = new Map<RecordKey, number>();
  const list = [...gathered]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, party], position) => {
      for (const { key } of party.records) of.set(key, position);
      return partyOfRecords(party, naming, canonicalId);
    });
  return { list, of, canonicalId };
}

/** The same answer for the same text, found once. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      known.set(text, value);
    }
    return value;
  };
}
