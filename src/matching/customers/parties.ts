/** The counterparties as each side writes them, before anybody is matched. */

import type { Day } from '../../domain/day';
import type { RecordKey } from '../../domain/record';
import type { ReconciledRecord, Records } from '../numbered';
import { fold, normaliseName } from '../names/normalise';
import type { NormalName } from '../names/normalise';
import { Gathered } from './gathered';
import { idUse, normalisePartyId, withoutLostZeros } from './partyIds';
import type { IdUse } from './partyIds';
import { partyOfRecords } from './partyOfRecords';
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
  const all: Gathered[] = [];
  /** Which of all has each record, by the record's number. */
  const gatheredOf = new Int32Array(records.count).fill(NOBODY);
  const folded = remembered(fold);
  const uses = usesOfIds(records, folded);
  const nameOf = (record: ReconciledRecord): string => jobs(aliasOf(record.customer, record.day)).trim();
  const isAliased = (record: ReconciledRecord): boolean => {
    const alias = aliasOf(record.customer, record.day);
    return alias !== record.customer && folded(alias) !== folded(record.customer);
  };
  const partyOf = (record: ReconciledRecord, side: Side, name: string): Gathered | null => {
    const isNamedSo = record.customerId !== '' && name === record.customer.trim();
    const id = isNamedSo ? normalisePartyId(record.customerId) : '';
    if (name === '' && id === '') return null;
    const use = uses[side];
    const { byId, byName, asWritten } = gathered[side];
    const known = id === '' ? asWritten.get(name) : undefined;
    if (known !== undefined) return known;
    const parties = id === '' ? byName : byId;
    const key = id === '' ? folded(name) : id + use.part(record, id);
    let party = parties.get(key);
    if (party === undefined) {
      party = new Gathered(all.length, use.isSundry(id) ? '' : id, use.space(record));
      parties.set(key, party);
      all.push(party);
    }
    if (id === '') asWritten.set(name, party);
    return party;
  };
  const add = (record: ReconciledRecord, side: Side, name: string): void => {
    const party = partyOf(record, side, name);
    if (party === null) return;
    party.take(record, name, isAliased(record));
    gatheredOf[record.at] = party.number;
  };
  for (const deal of records.deals) add(deal, 'crm', nameOf(deal));
  for (const invoice of records.invoices) add(invoice, 'ledger', nameOf(invoice));
  // A schedule or a bank list mostly uses the ledger's names and ids; only what the ledger does not know is a party of its own.
  const ids = new Set<string>();
  const ledgerNames = new Set(gathered.ledger.byName.keys());
  for (const party of gathered.ledger.byId.values()) {
    ids.add(party.id);
    for (const [name] of party.names()) ledgerNames.add(folded(name));
  }
  const isKnownName = remembered((name) => ledgerNames.has(folded(name)));
  for (const others of [records.revenue, records.receipts]) {
    for (const record of others) {
      const id = record.customerId === '' ? '' : normalisePartyId(record.customerId);
      const name = nameOf(record);
      const known = id === '' || uses.ledger.isSundry(id) ? isKnownName(name) : ids.has(id);
      add(record, known ? 'ledger' : 'other', name);
    }
  }
  const homes = all.map(({ number }) => number);
  for (const side of SIDES) mergeNamesIntoIds(gathered[side], folded, homes);
  const canonicalId = canonicalIds(gathered, records);
  const { list, placeOf } = finish(gathered, normal, canonicalId);
  const places = Int32Array.from(homes, (home) => placeOf.get(home) ?? NOBODY);
  return { list, of: gatheredOf.map((number) => places[number] ?? NOBODY), canonicalId };
}

const NOBODY = -1;

/** The parties of one side: those with an id, by it and what parts its customers, and those that have only a folded name. */
interface OneSide {
  readonly byId: Map<string, Gathered>;
  readonly byName: Map<string, Gathered>;
  /** The latter by the names as they are written. */
  readonly asWritten: Map<string, Gathered>;
}

type BySide = Readonly<Record<Side, OneSide>>;

function nobody(): OneSide {
  return { byId: new Map(), byName: new Map(), asWritten: new Map() };
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

/**
 * Records of a side that give only a name belong to the one id of that side with the same name.
 * @param homes gets, by its number, who has taken one in
 */
function mergeNamesIntoIds({ byId, byName }: OneSide, folded: (name: string) => string, homes: number[]): void {
  if (byName.size === 0) return;
  const bearers = new Map<string, Set<Gathered>>();
  for (const name of byName.keys()) bearers.set(name, new Set());
  for (const party of byId.values()) for (const [name] of party.names()) bearers.get(folded(name))?.add(party);
  for (const [name, parties] of bearers) {
    const [home] = parties;
    const guest = byName.get(name);
    if (home === undefined || guest === undefined || parties.size > 1) continue;
    home.join(guest);
    homes[guest.number] = home.number;
    byName.delete(name);
  }
}

/** In the order of sides, those with ids before those without, then of ids and names; the places by the numbers of the gathered. */
function finish(
  gathered: BySide,
  normal: (name: string) => NormalName,
  canonicalId: (text: string) => string,
): { readonly list: readonly Party[]; readonly placeOf: ReadonlyMap<number, number> } {
  const list: Party[] = [];
  const placeOf = new Map<number, number>();
  for (const side of SIDES) {
    for (const parties of [gathered[side].byId, gathered[side].byName]) {
      for (const key of [...parties.keys()].sort()) {
        const party = parties.get(key) as Gathered;
        placeOf.set(party.number, list.length);
        list.push(partyOfRecords(side, party, normal, canonicalId));
      }
    }
  }
  return { list, placeOf };
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
