/** What the transactions say of who is who: documents that quote each other, and unusual amounts that only two parties hold. */

import { minorDigits } from '../../domain/money';
import type { Deal, Invoice, Records } from '../numbered';
import { groupBy } from '../groupBy';
import type { NamedRecords } from '../named';
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
  let counts = shared.get(from);
  if (counts === undefined) shared.set(from, (counts = { with: new Map<number, number>(), all: 0 }));
  counts.with.set(to, (counts.with.get(to) ?? 0) + 1);
  counts.all += 1;
}

/** @param a, b parties; -1 for none */
function countBoth(shared: Map<number, Counting>, a: number, b: number): void {
  if (a < 0 || b < 0 || a === b) return;
  count(shared, a, b);
  count(shared, b, a);
}

/**
 * For each party, the parties whose documents its own documents name surely, both ways, with how many. A deal that is billed
 * in its own account's name too says nothing of those under unlike names who pay a part of it.
 */
export function sharedReferences(records: Records, named: NamedRecords, parties: Parties): SharedByParty {
  const shared = new Map<number, Counting>();
  if (!named.isAny) return shared;
  const billedToItself = dealsBilledToThemselves(records, named, parties);
  const partyOf = (record: number): number => parties.of[record] ?? -1;
  let party = -1;
  const meetDeal = (deal: number): void => {
    const account = partyOf(deal);
    if (account === party) return;
    if (billedToItself[deal] !== 1 || haveCommonWord(party, account, parties)) countBoth(shared, party, account);
  };
  const meetDocument = (document: number): void => countBoth(shared, party, partyOf(document));
  // All but deals, by their numbers: to look at the records themselves would take longer than all the rest.
  for (let at = records.deals.length; at < records.count; at++) {
    party = partyOf(at);
    named.eachSureDeal(at, meetDeal);
    named.eachSureDocument(at, meetDocument);
  }
  return shared;
}

/** Deals that some invoice names under the name of the deal's account: 1 at their numbers. */
function dealsBilledToThemselves({ deals, invoices, count }: Records, named: NamedRecords, { of, list }: Parties): Uint8Array {
  const billed = new Uint8Array(count);
  let party: Party | undefined;
  const meet = (deal: number): void => {
    const account = list[of[deal] ?? -1];
    if (party !== undefined && account !== undefined && bearOneName(party, account)) billed[deal] = 1;
  };
  for (let at = deals.length; at < deals.length + invoices.length; at++) {
    party = list[of[at] ?? -1];
    named.eachSureDeal(at, meet);
  }
  return billed;
}

function bearOneName({ normal: a }: Party, { normal: b }: Party): boolean {
  return a.key !== '' && a.key === b.key;
}

/** Names that share a word, or of which one is the initials of the other, may be two spellings of one. */
function haveCommonWord(one: number, other: number, { list }: Parties): boolean {
  const [a, b] = [list[one]?.normal.core ?? [], list[other]?.normal.core ?? []];
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
  const invoices = records.invoices.filter((invoice) => named.dealsOf(invoice).length === 0);
  const billed = new Set(invoices.map(({ amount }) => amount));
  for (const { at, currency, amount } of records.deals) {
    const party = of[at] ?? -1;
    if (party >= 0 && billed.has(amount) && isUnusual(amount, currency)) addHolder(crm, currency, amount, party);
  }
  for (const { at, currency, amount } of invoices) {
    const party = of[at] ?? -1;
    if (party >= 0 && crm.get(currency)?.has(amount) === true) addHolder(ledger, currency, amount, party);
  }
  const isShared = (currency: string, amount: number): boolean =>
    (crm.get(currency)?.get(amount) ?? SEVERAL) !== SEVERAL && (ledger.get(currency)?.get(amount) ?? SEVERAL) !== SEVERAL;
  const days = (list: readonly (Deal | Invoice)[]): Map<string, number[]> => {
    const shared = list.filter(({ at, currency, amount }) => (of[at] ?? -1) >= 0 && isShared(currency, amount));
    const groups = groupBy(shared, ({ currency, amount }) => `${currency}|${amount}`);
    return new Map([...groups].map(([key, group]) => [key, group.map(({ day }) => day)]));
  };
  const [dealDays, invoiceDays] = [days(records.deals), days(invoices)];
  const shared = new Map<number, Counting>();
  for (const [key, closed] of dealDays) {
    if (!areNear(closed, invoiceDays.get(key) ?? [])) continue;
    const at = key.indexOf('|');
    const [currency, amount] = [key.slice(0, at), Number(key.slice(at + 1))];
    countBoth(shared, crm.get(currency)?.get(amount) ?? -1, ledger.get(currency)?.get(amount) ?? -1);
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
