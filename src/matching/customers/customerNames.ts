/** What each customer is called, its stable key, and the group it belongs to. */

import type { Customer } from '../../domain/link';
import type { Records } from '../../domain/record';
import { fold } from '../names/normalise';
import { normalisePartyId } from './parties';
import type { Party } from './parties';

export interface NamedCustomers {
  readonly customers: ReadonlyMap<string, Customer>;
  /** Customer key of a set of parties, by its root. */
  readonly keyOf: (root: number) => string;
}

/** Names every set of parties: the CRM's name of most records, else the ledger's; an id parts two of one name. */
export function nameCustomers(list: readonly Party[], rootOf: (party: number) => number, records: Records): NamedCustomers {
  const members = new Map<number, Party[]>();
  list.forEach((party, i) => {
    const root = rootOf(i);
    members.set(root, [...(members.get(root) ?? []), party]);
  });
  const heads = [...members].map(([root, parties]) => ({ root, head: headOf(parties), parties }));
  const uses = new Map<string, number>();
  for (const { head } of heads) uses.set(head.normal.folded, (uses.get(head.normal.folded) ?? 0) + 1);
  const keys = new Map<number, string>();
  const customers = new Map<string, Customer>();
  const keyOfName = new Map<string, string>();
  const keyOfId = new Map<string, string>();
  const label = (head: Party): string =>
    (uses.get(head.normal.folded) ?? 0) > 1 && head.shownId !== '' ? `${head.name} (${head.shownId})` : head.name;
  for (const { root, head, parties } of heads.sort((a, b) => (label(a.head) < label(b.head) ? -1 : 1))) {
    const base = `customer.${fold(label(head))}`;
    let key = base;
    for (let n = 2; customers.has(key); n++) key = `${base}#${n}`;
    keys.set(root, key);
    customers.set(key, { key, name: label(head), parent: null });
    for (const party of parties) {
      if (!keyOfName.has(party.normal.folded)) keyOfName.set(party.normal.folded, key);
      if (party.id !== '' && !keyOfId.has(party.id)) keyOfId.set(party.id, key);
    }
  }
  addParents(customers, parentTexts(records, keyOfName, keyOfId), keyOfName, keyOfId);
  return { customers, keyOf: (root) => keys.get(root) ?? '' };
}

function headOf(parties: readonly Party[]): Party {
  const order = { crm: 0, ledger: 1, other: 2 } as const;
  const [head] = [...parties].sort(
    (a, b) =>
      order[a.side] - order[b.side] ||
      b.records.length - a.records.length ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
  return head as Party;
}

/** Which parent the sheets name for each customer: customer lists before deals, then the text that comes first. */
function parentTexts(
  records: Records,
  keyOfName: ReadonlyMap<string, string>,
  keyOfId: ReadonlyMap<string, string>,
): Map<string, string> {
  const parents = new Map<string, string>();
  const add = (name: string, id: string, parent: string): void => {
    const child = keyOfId.get(normalisePartyId(id)) ?? keyOfName.get(fold(name));
    if (child === undefined || parent === '') return;
    const before = parents.get(child);
    if (before === undefined || parent < before) parents.set(child, parent);
  };
  for (const { name, id, parent } of records.customers) add(name, id, parent);
  const listed = new Set(parents.keys());
  for (const { customer, customerId, parent } of records.deals) {
    const child = keyOfId.get(normalisePartyId(customerId)) ?? keyOfName.get(fold(customer));
    if (child !== undefined && !listed.has(child)) add(customer, customerId, parent);
  }
  return parents;
}

/** Sets the parents; a group that no sheet sells to becomes a customer of its own without records. */
function addParents(
  customers: Map<string, Customer>,
  parents: ReadonlyMap<string, string>,
  keyOfName: ReadonlyMap<string, string>,
  keyOfId: ReadonlyMap<string, string>,
): void {
  for (const [child, text] of [...parents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = keyOfId.get(normalisePartyId(text)) ?? keyOfName.get(fold(text));
    const key = known ?? `customer.${fold(text)}`;
    if (!customers.has(key)) customers.set(key, { key, name: text.trim(), parent: null });
    const customer = customers.get(child);
    if (customer !== undefined && key !== child) customers.set(child, { ...customer, parent: key });
  }
}

/** The top of a customer's group; a circle of parents ends where it closes. */
export function groupOf(key: string, customers: ReadonlyMap<string, Customer>): string {
  const seen = new Set([key]);
  for (let at = key; ;) {
    const parent = customers.get(at)?.parent ?? null;
    if (parent === null || seen.has(parent)) return at;
    seen.add(parent);
    at = parent;
  }
}
