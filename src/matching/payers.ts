/** Who pays from which bank account: one that paid a customer's invoices, or under its name, tells who paid later. */

import type { CustomerBy, Receipt, Records } from './numbered';
import { fold } from './names/normalise';
import { sureOf } from './named';
import type { NamedRecords } from './named';

/** Share of what is known of an account that must speak for one customer: several pay from an agent's, all into one's own. */
const LEAST_SHARE = 0.9;
/** Receipts that must be known of an account before it outweighs a payer's name that is only similar to a customer's. */
const OUTWEIGHS_NAME = 2;

/** An account's letters and digits; "" where too few to be one. */
function normaliseAccount(text: string): string {
  const plain = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= 5 && /\d/.test(plain) ? plain : '';
}

/**
 * Customers of the receipts that only the account identifies: those whose name is blank, unknown, or not a customer's to the
 * letter. Nothing where an account is used by several customers.
 */
export function payersByAccount(records: Records, named: NamedRecords, customerOf: CustomerBy): ReadonlyMap<number, string> {
  const accountOf = new Map<Receipt, string>();
  const normal = new Map<string, string>();
  for (const receipt of records.receipts) {
    const written = receipt.payerAccount ?? '';
    if (written === '') continue;
    let account = normal.get(written);
    if (account === undefined) normal.set(written, (account = normaliseAccount(written)));
    if (account !== '') accountOf.set(receipt, account);
  }
  if (accountOf.size === 0) return new Map();

  const isKnown = knownPayers(records, customerOf);
  const votes = new Map<string, Map<string, number>>();
  for (const [receipt, account] of accountOf) {
    const customers = isKnown(receipt) ? [customerOf[receipt.at]] : namedCustomers(receipt, named, customerOf);
    const [only, other] = new Set(customers);
    if (only === undefined || other !== undefined) continue;
    const counts = votes.get(account) ?? new Map<string, number>();
    votes.set(account, counts.set(only, (counts.get(only) ?? 0) + 1));
  }
  const payers = new Map([...votes].flatMap(([account, counts]) => winnerOf(counts, account)));
  const found = new Map<number, string>();
  for (const [receipt, account] of accountOf) {
    const payer = payers.get(account);
    if (payer === undefined || isKnown(receipt) || customerOf[receipt.at] === payer.customer) continue;
    if (payer.votes >= OUTWEIGHS_NAME || customerOf[receipt.at] === undefined) found.set(receipt.at, payer.customer);
  }
  return found;
}

interface Payer {
  readonly customer: string;
  readonly votes: number;
}

function winnerOf(counts: ReadonlyMap<string, number>, account: string): [string, Payer][] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const winner = [...counts].find(([, count]) => count >= LEAST_SHARE * all);
  return winner === undefined ? [] : [[account, { customer: winner[0], votes: winner[1] }]];
}

/** Whether a receipt names its customer by id, or just as the customer's invoices do. */
function knownPayers(records: Records, customerOf: CustomerBy): (receipt: Receipt) => boolean {
  const folded = new Map<string, string>();
  const foldOf = (name: string): string => {
    let text = folded.get(name);
    if (text === undefined) folded.set(name, (text = fold(name)));
    return text;
  };
  const names = new Map<string, Set<string>>();
  for (const { at, customer } of records.invoices) {
    const of = customerOf[at];
    if (of === undefined || customer === '') continue;
    const known = names.get(of);
    if (known === undefined) names.set(of, new Set([foldOf(customer)]));
    else known.add(foldOf(customer));
  }
  return ({ at, customer, customerId }) => {
    const of = customerOf[at];
    return of !== undefined && (customerId !== '' || (customer !== '' && (names.get(of)?.has(foldOf(customer)) ?? false)));
  };
}

function namedCustomers(receipt: Receipt, named: NamedRecords, customerOf: CustomerBy): string[] {
  return named.documentsOf(receipt).flatMap((one) => customerOf[sureOf(one)?.at ?? -1] ?? []);
}
