/** What each customer is called, and its stable key. */

import type { Customer } from '../../domain/link';
import { fold } from '../names/normalise';
import { sideOrder } from './parties';
import type { Party } from './parties';

export interface NamedCustomers {
  readonly customers: ReadonlyMap<string, Customer>;
  /** Customer key of a set of parties, by its root; "" for a set without parties. */
  readonly keyOf: (root: number) => string;
}

/** Names every set of parties: the CRM's name of most records, else the ledger's; an id parts two of one name. */
export function nameCustomers(list: readonly Party[], rootOf: (party: number) => number): NamedCustomers {
  const heads = new Map<number, Party>();
  list.forEach((party, at) => {
    const root = rootOf(at);
    const head = heads.get(root);
    if (head === undefined || comesBefore(party, head)) heads.set(root, party);
  });
  const uses = new Map<string, number>();
  for (const { normal } of heads.values()) uses.set(normal.folded, (uses.get(normal.folded) ?? 0) + 1);
  const labelled = [...heads].map(([root, head]) => {
    const isShared = (uses.get(head.normal.folded) ?? 0) > 1 && head.shownId !== '';
    const label = isShared ? `${head.name} (${head.shownId})` : head.name;
    return { root, head, label, folded: isShared ? fold(label) : head.normal.folded };
  });
  labelled.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : comesBefore(a.head, b.head) ? -1 : 1));
  const keys = new Map<number, string>();
  const customers = new Map<string, Customer>();
  const next = new Map<string, number>();
  for (const { root, label, folded } of labelled) {
    const base = `customer.${folded}`;
    let key = base;
    for (let n = next.get(base) ?? 2; customers.has(key); n++) {
      key = `${base}#${n}`;
      next.set(base, n + 1);
    }
    keys.set(root, key);
    customers.set(key, { key, name: label, parent: null });
  }
  return { customers, keyOf: (root) => keys.get(root) ?? '' };
}

function comesBefore(a: Party, b: Party): boolean {
  if (a.side !== b.side) return sideOrder(a.side) < sideOrder(b.side);
  if (a.records.length !== b.records.length) return a.records.length > b.records.length;
  if (a.name !== b.name) return a.name < b.name;
  return a.id !== b.id ? a.id < b.id : a.space < b.space;
}
