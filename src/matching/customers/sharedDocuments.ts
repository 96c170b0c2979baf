/** What the transactions say of who is who: documents that quote each other, and unusual amounts that only two parties hold. */

import { minorDigits } from '../../domain/money';
import type { Deal, Invoice, RecordKey, Records } from '../../domain/record';
import { groupBy } from '../groupBy';
import type { NamedRecords } from '../named';
import { surelyNamed } from '../named';
import type { Parties, Party } from './parties';

/** Of one party: how many documents or amounts it shares with each other party, by position, and with all of them. */
export interface Shared {
  readonly with: ReadonlyMap<number, number>;
  readonly all: number;
}

export type SharedByParty = ReadonlyMap<number, Shared>;

interface Counting {
  readonly with: Map<number, number>;
  all: number;
}

function count(shared: Map<number, Counting>, from: number, to: number): void {
  const counts = shared.get(from) ?? { with: new Map<number, number>(), all: 0 };
  counts.with.set(to, (counts.with.get(to) ?? 0) + 1);
  counts.all += 1;
  shared.set(from, counts);
}

function countBoth(shared: Map<number, Counting>, a: number | undefined, b: number | undefined): void {
  if (a === undefined || b === undefined || a === b) return;
  count(shared, a, b);
  count(shared, b, a);
}

/**
 * For each party, the parties whose documents its own documents name surely, both ways, with how many. A deal that is billed
 * in its own account's name too says nothing of those under unlike names who pay a part of it.
 */
export function sharedReferences(records: Records, named: NamedRecords, parties: Parties): SharedByParty {
  const shared = new Map<number, Counting>();
  if (named.dealsOf.size + named.documentsOf.size === 0) return shared;
  const billedToItself = dealsBilledToThemselves(records, named, parties);
  for (const { key } of [...records.invoices, ...records.revenue, ...records.receipts]) {
    const [deals, documents] = [named.dealsOf.get(key), named.documentsOf.get(key)];
    if (deals === undefined && documents === undefined) continue;
    const party = parties.of.get(key);
    for (const deal of surelyNamed(deals)) {
      const account = parties.of.get(deal.key);
      if (!billedToItself.has(deal.key) || haveCommonWord(party, account, parties)) countBoth(shared, party, account);
    }
    for (const document of surelyNamed(documents)) countBoth(shared, party, parties.of.get(document.key));
  }
  return shared;
}

/** Deals that some invoice names under the name of the deal's account. */
function dealsBilledToThemselves({ invoices }: Records, named: NamedRecords, { of, list }: Parties): ReadonlySet<RecordKey> {
  const billed = new Set<RecordKey>();
  for (const { key } of invoices) {
    const party = list[of.get(key) ?? -1];
    for (const deal of surelyNamed(named.dealsOf.get(key))) {
      const account = list[of.get(deal.key) ?? -1];
      if (party !== undefined && account !== undefined && bearOneName(party, account)) billed.add(deal.key);
    }
  }
  return billed;
}

function bearOneName({ normal: a }: Party, { normal: b }: Party): boolean {
  return a.key !== '' && a.key === b.key;
}

/** Names that share a word, or of which one is the initials of the other, may be two spellings of one. */
function haveCommonWord(one: number | undefined, other: number | undefined, { list }: Parties): boolean {
  const [a, b] = [list[one ?? -1]?.normal.core ?? [], list[other ?? -1]?.normal.core ?? []];
  return a.length === 0 || b.length === 0 || a.some((word) => b.includes(word)) || areInitials(a, b) || areInitials(b, a);
}

function areInitials(short: readonly string[], long: readonly string[]): boolean {
  return long.length > 1 && short.join('') === long.map(([initial = '']) => initial).join('');
}

/** An amount of fewer digits before its closing zeros is too round to be anybody's own: 12,000.00 has two, 12,345.00 five. */
const LEAST_DIGITS = 4;
/** An invoice this many days before or after the close of a deal may bill it. */
const DAYS_BEFORE = 31;
const DAYS_AFTER = 120;

/** Stands for several parties. */
const SEVERAL = -1;

/** Which one party holds each unusual amount of a currency; `SEVERAL` where more than one does. */
type Holders = Map<string, Map<number, number>>;

function addHolder(holders: Holders, currency: string, amount: number, party: number): void {
  let amounts = holders.get(currency);
  if (amounts === undefined) {
    amounts = new Map<number, number>();
    holders.set(currency, amounts);
  }
  const before = amounts.get(amount);
  if (before === undefined) amounts.set(amount, party);
  else if (before !== party) amounts.set(amount, SEVERAL);
}

/**
 * For each party, the parties of the other side with which it alone holds an unusual amount near in time, with how many
 * such amounts. Invoices that name their deal are left out: what they say is counted as a reference.
 */
export function sharedAmounts(records: Records, named: NamedRecords, { of }: Parties): SharedByParty {
  const crm: Holders = new Map();
  const ledger: Holders = new Map();
  const invoices = records.invoices.filter(({ key }) => !named.dealsOf.has(key));
  for (const { key, currency, amount } of records.deals) {
    const party = of.get(key);
    if (party !== undefined && isUnusual(amount, currency)) addHolder(crm, currency, amount, party);
  }
  for (const { key, currency, amount } of invoices) {
    const party = of.get(key);
    if (party !== undefined && crm.get(currency)?.has(amount) === true) addHolder(ledger, currency, amount, party);
  }
  const isShared = (currency: string, amount: number): boolean =>
    (crm.get(currency)?.get(amount) ?? SEVERAL) !== SEVERAL && (ledger.get(currency)?.get(amount) ?? SEVERAL) !== SEVERAL;
  const days = (list: readonly (Deal | Invoice)[]): Map<string, number[]> => {
    const shared = list.filter(({ key, currency, amount }) => of.has(key) && isShared(currency, amount));
    const groups = groupBy(shared, ({ currency, amount }) => `${currency}|${amount}`);
    return new Map([...groups].map(([key, group]) => [key, group.map(({ day }) => day)]));
  };
  const [dealDays, invoiceDays] = [days(records.deals), days(invoices)];
  const shared = new Map<number, Counting>();
  for (const [key, closed] of dealDays) {
    if (!areNear(closed, invoiceDays.get(key) ?? [])) continue;
    const at = key.indexOf('|');
    const [currency, amount] = [key.slice(0, at), Number(key.slice(at + 1))];
    countBoth(shared, crm.get(currency)?.get(amount), ledger.get(currency)?.get(amount));
  }
  return shared;
}

function isUnusual(amount: Invoice['amount'], currency: string): boolean {
  if (amount <= 0) return false;
  let rest = amount;
  while (rest % 10 === 0) rest /= 10;
  // Currencies without minor units write the same money with fewer digits, never with more.
  return rest >= 10 ** (LEAST_DIGITS - 1) && amount >= 10 ** minorDigits(currency);
}

function areNear(dealDays: readonly number[], invoiceDays: readonly number[]): boolean {
  const sorted = [...invoiceDays].sort((a, b) => a - b);
  return dealDays.some((deal) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((sorted[middle] ?? 0) < deal - DAYS_BEFORE) from = middle + 1;
      else to = middle;
    }
    return (sorted[from] ?? Infinity) <= deal + DAYS_AFTER;
  });
}
