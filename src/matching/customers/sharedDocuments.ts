/** What the transactions say of who is who: documents that quote each other, and unusual amounts that only two parties hold. */

import { minorDigits } from '../../domain/money';
import type { Invoice, Records } from '../../domain/record';
import type { NamedRecords } from '../named';
import { surelyNamed } from '../named';
import type { Parties } from './parties';

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

/** For each party, the parties whose documents its own documents name surely, both ways, with how many. */
export function sharedReferences(records: Records, named: NamedRecords, parties: Parties): SharedByParty {
  const shared = new Map<number, Counting>();
  for (const { key } of [...records.invoices, ...records.revenue, ...records.receipts]) {
    const party = parties.of.get(key);
    for (const deal of surelyNamed(named.dealsOf.get(key))) countBoth(shared, party, parties.of.get(deal.key));
    for (const document of surelyNamed(named.documentsOf.get(key))) countBoth(shared, party, parties.of.get(document.key));
  }
  return shared;
}

/** An amount of fewer digits before its closing zeros is too round to be anybody's own: 12,000.00 has two, 12,345.00 five. */
const LEAST_DIGITS = 4;
/** An invoice this many days before or after the close of a deal may bill it. */
const DAYS_BEFORE = 31;
const DAYS_AFTER = 120;

interface Holders {
  /** The one party that holds the amount; null once a second one does. */
  crm: number | null | undefined;
  ledger: number | null | undefined;
  readonly dealDays: number[];
  readonly invoiceDays: number[];
}

/**
 * For each party, the parties of the other side with which it alone holds an unusual amount near in time, with how many
 * such amounts. Invoices that name their deal are left out: what they say is counted as a reference.
 */
export function sharedAmounts(records: Records, named: NamedRecords, parties: Parties): SharedByParty {
  const holders = new Map<string, Holders>();
  const holdersOf = (currency: string, amount: number): Holders => {
    const key = `${currency}${amount}`;
    let found = holders.get(key);
    if (found === undefined) {
      found = { crm: undefined, ledger: undefined, dealDays: [], invoiceDays: [] };
      holders.set(key, found);
    }
    return found;
  };
  for (const { key, currency, amount, day } of records.deals) {
    const party = parties.of.get(key);
    if (party === undefined || !isUnusual(amount, currency)) continue;
    const found = holdersOf(currency, amount);
    found.crm = found.crm === undefined || found.crm === party ? party : null;
    found.dealDays.push(day);
  }
  for (const invoice of records.invoices) {
    const party = parties.of.get(invoice.key);
    if (party === undefined || named.dealsOf.has(invoice.key) || !isUnusual(invoice.amount, invoice.currency)) continue;
    const found = holders.get(`${invoice.currency}${invoice.amount}`);
    if (found === undefined) continue;
    found.ledger = found.ledger === undefined || found.ledger === party ? party : null;
    found.invoiceDays.push(invoice.day);
  }
  const shared = new Map<number, Counting>();
  for (const { crm, ledger, dealDays, invoiceDays } of holders.values()) {
    if (typeof crm === 'number' && typeof ledger === 'number' && areNear(dealDays, invoiceDays)) countBoth(shared, crm, ledger);
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
