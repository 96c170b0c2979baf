/** The counterparties as each side writes them, before anybody is matched. */

import type { Day } from '../../domain/day';
import type { RecordKey } from '../../domain/record';
import { byNumber } from '../byNumber';
import type { ReconciledRecord, Records } from '../numbered';
import { fold, normaliseName } from '../names/normalise';
import type { NormalName } from '../names/normalise';
import { idUse, normalisePartyId, withoutLostZeros } from './partyIds';
import type { IdUse } from './partyIds';
import { partyOfRecords } from './partyOfRecords';
import type { Gathered, Naming } from './partyOfRecords';
import type { PlaceField } from './places';
import { withoutJobs } from './subCustomers';
import type { TaxNumber } from './taxNumber';

/** crm: deals · ledger: invoices, credits · other: names that only schedules or receipts hold. The first is asked first. */
export const SIDES = ['crm', 'ledger', 'other'] as const;
export type Side = (typeof SIDES)[number];

/** Place of a side in `SIDES`. */
export function sideOrder(side: Side): number {
  return SIDES.indexOf(side);
}

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
  /** How many records it has, and the first of their keys. */
  readonly size: number;
  readonly record: RecordKey;
  /** The name in the sheet where an alias replaced it; "" otherwise. */
  readonly aliasOf: string;
}

export interface Parties {
  readonly list: readonly Party[];
  /** Position in `list` of each record's party, by the record's number; -1 for a record that names nobody. */
  readonly of: Int32Array;
  /** An id as `Party.id` has it. */
  readonly canonicalId: (text: string) => string;
}

/** The name a record goes by once the aliases are followed. */
export type AliasOf = (name: string, day: Day) => string;

/** Gathers the parties of every side: by id where a record has one, else by name; case and blanks make no difference. */
export function gatherParties(
  records: Records,
  aliasOf: AliasOf = (name) => name,
  normal: (name: string) => NormalName = remembered(normaliseName),
): Parties {
  const jobs = withoutJobs(records);
  const gathered: BySide = { crm: nobody(), ledger: nobody(), other: nobody() };
  const folded = remembered(fold);
  const uses = usesOfIds(records, folded);
  const aliased = (record: ReconciledRecord): string => aliasOf(record.customer, record.day);
  const names = byNumber<string>(records.count);
  const nameOf = (record: ReconciledRecord): string => (names[record.at] ??= jobs(aliased(record)).trim());
  const isAliased = (record: ReconciledRecord): boolean => {
    const alias = aliased(record);
    return alias !== record.customer && folded(alias) !== folded(record.customer);
  };
  const add = (record: ReconciledRecord, side: Side): void => {
    const name = nameOf(record);
    const id = name === record.customer.trim() ? normalisePartyId(record.customerId) : '';
    if (name === '' && id === '') return;
    const use = uses[side];
    const { byId, byName } = gathered[side];
    const parties = id === '' ? byName : byId;
    const key = id === '' ? folded(name) : id + use.part(record, id);
    const party = parties.get(key);
    if (party !== undefined) party.records.push(record);
    else parties.set(key, { id: use.isSundry(id) ? '' : id, space: use.space(record), records: [record] });
  };
  for (const deal of records.deals) add(deal, 'crm');
  for (const invoice of records.invoices) add(invoice, 'ledger');
  // A schedule or a bank list mostly uses the ledger's names and ids; only what the ledger does not know is a party of its own.
  const others = [...records.revenue, ...records.receipts];
  const ids = new Set<string>();
  const ledgerNames = new Set<string>();
  if (others.length > 0) {
    for (const { id, records: own } of partiesOf(gathered.ledger)) {
      ids.add(id);
      for (const record of own) ledgerNames.add(folded(nameOf(record)));
    }
  }
  for (const record of others) {
    const id = normalisePartyId(record.customerId);
    const known = id === '' || uses.ledger.isSundry(id) ? ledgerNames.has(folded(nameOf(record))) : ids.has(id);
    add(record, known ? 'ledger' : 'other');
  }
  for (const side of SIDES) mergeNamesIntoIds(gathered[side], (record) => folded(nameOf(record)));
  return finish(gathered, { nameOf, isAliased, normal }, canonicalIds(gathered, records), records.count);
}

/** The parties of one side: those with an id, by it and what parts its customers, and those that have only a folded name. */
interface OneSide {
  readonly byId: Map<string, Gathered>;
  readonly byName: Map<string, Gathered>;
}

type BySide = Readonly<Record<Side, OneSide>>;

function nobody(): OneSide {
  return { byId: new Map(), byName: new Map() };
}

function* partiesOf({ byId, byName }: OneSide): Generator<Gathered> {
  yield* byId.values();
  yield* byName.values();
}

function usesOfIds(records: Records, folded: (name: string) => string): Readonly<Record<Side, IdUse>> {
  // Schedules and receipts bear the ledger's ids where they bear any it knows.
  const ledger = idUse(records.invoices, knownAmong(records.deals, folded));
  return { crm: idUse(records.deals, knownAmong(records.invoices, folded)), ledger, other: ledger };
}

/** Whether a list has a folded name. Asked only of ids that bear several names, so the names are gathered when first asked. */
function knownAmong(list: readonly ReconciledRecord[], folded: (name: string) => string): (name: string) => boolean {
  let names: Set<string> | undefined;
  return (name) => (names ??= new Set(list.map(({ customer }) => folded(customer)))).has(name);
}

function canonicalIds(gathered: BySide, { customers }: Records): (text: string) => string {
  const idsOf = (side: Side): string[] => Array.from(gathered[side].byId.values(), ({ id }) => id);
  const listed = [customers.map(({ id }) => normalisePartyId(id)), customers.map(({ otherId }) => normalisePartyId(otherId))];
  const bare = withoutLostZeros([...SIDES.map(idsOf), ...listed]);
  return (text) => bare(normalisePartyId(text));
}

/** Records of a side that give only a name belong to the one id of that side with the same name. */
function mergeNamesIntoIds({ byId, byName }: OneSide, foldedName: (record: ReconciledRecord) => string): void {
  if (byName.size === 0) return;
  const homes = new Map<string, Set<Gathered>>();
  for (const name of byName.keys()) homes.set(name, new Set());
  for (const party of byId.values()) for (const record of party.records) homes.get(foldedName(record))?.add(party);
  for (const [name, parties] of homes) {
    const [home] = parties;
    if (home === undefined || parties.size > 1) continue;
    for (const record of byName.get(name)?.records ?? []) home.records.push(record);
    byName.delete(name);
  }
}

/** In the order of sides, those with ids before those without, then of ids and names. */
function finish(gathered: BySide, naming: Naming, canonicalId: (text: string) => string, count: number): Parties {
  const of = new Int32Array(count).fill(-1);
  const list: Party[] = [];
  for (const side of SIDES) {
    for (const parties of [gathered[side].byId, gathered[side].byName]) {
      for (const key of [...parties.keys()].sort()) {
        const party = parties.get(key) as Gathered;
        for (const record of party.records) of[record.at] = list.length;
        list.push(partyOfRecords(side, party, naming, canonicalId));
      }
    }
  }
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
