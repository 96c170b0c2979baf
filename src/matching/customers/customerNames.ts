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
  const heads = headsOf(list, rootOf);
  const roots = Uint32Array.from(list.keys()).filter((root) => heads[root] !== NOBODY);
  const headOf = (root: number): Party => list[heads[root] as number] as Party;
  const used = new Set<string>();
  const shared = new Set<string>();
  for (const root of roots) {
    const { folded } = headOf(root).normal;
    if (used.has(folded)) shared.add(folded);
    else used.add(folded);
  }
  const labels = new Array<string>(list.length).fill('');
  for (const root of roots) {
    const { name, normal, shownId } = headOf(root);
    labels[root] = shownId !== '' && shared.has(normal.folded) ? `${name} (${shownId})` : name;
  }
  const labelOf = (root: number): string => labels[root] as string;
  roots.sort((a, b) => compareTexts(labelOf(a), labelOf(b)) || (comesBefore(headOf(a), headOf(b)) ? -1 : 1));
  const keys = new Array<string>(list.length).fill('');
  const customers = new Map<string, Customer>();
  const next = new Map<string, number>();
  for (const root of roots) {
    const [label, { name, normal }] = [labelOf(root), headOf(root)];
    const base = `customer.${label === name ? normal.folded : fold(label)}`;
    let key = base;
    for (let n = next.get(base) ?? 2; customers.has(key); n++) {
      key = `${base}#${n}`;
      next.set(base, n + 1);
    }
    keys[root] = key;
    customers.set(key, { key, name: label, parent: null });
  }
  return { customers, keyOf: (root) => keys[root] ?? '' };
}

const NOBODY = -1;

/** Of each root the party that names its set, by position; `NOBODY` for what is no root. A root is its set's first member. */
function headsOf(list: readonly Party[], rootOf: (party: number) => number): Int32Array {
  const heads = new Int32Array(list.length).fill(NOBODY);
  list.forEach((party, at) => {
    const root = rootOf(at);
    const head = heads[root] as number;
    if (head === NOBODY || comesBefore(party, list[head] as Party)) heads[root] = at;
  });
  return heads;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a === b ? 0 : 1;
}

function comesBefore(a: Party, b: Party): boolean {
  if (a.side !== b.side) return sideOrder(a.side) < sideOrder(b.side);
  if (a.size !== b.size) return a.size > b.size;
  if (a.name !== b.name) return a.name < b.name;
  return a.id !== b.id ? a.id < b.id : a.space < b.space;
}
