/** Which group each customer belongs to, as the sheets say; circles of parents are cut open where that is the same for all of them. */

import type { Customer } from '../../domain/link';
import type { Records } from '../numbered';
import { fold, normaliseName } from '../names/normalise';
import { SIDES } from './parties';
import type { Parties } from './parties';

interface Keys {
  /** Customer of a party, by its position. */
  readonly ofParty: (party: number) => string;
  /** Customer of a row of a customer list; "" where no record is of it. */
  readonly ofRow: (row: number) => string;
}

/** Customers with their parents; a group that no sheet sells to becomes a customer of its own without records. */
export function withParents(
  customers: ReadonlyMap<string, Customer>,
  records: Records,
  parties: Parties,
  keys: Keys,
): ReadonlyMap<string, Customer> {
  const texts = parentTexts(records, parties, keys);
  if (texts.size === 0) return customers;
  const find = finder(records, parties, keys);
  const all = new Map(customers);
  const parents = new Map<string, string>();
  for (const [child, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const parent = find(text) ?? `customer.${fold(text)}`;
    if (parent === child) continue;
    if (!all.has(parent)) all.set(parent, { key: parent, name: text.trim(), parent: null });
    parents.set(child, parent);
  }
  for (const top of closings(parents)) parents.delete(top);
  for (const [child, parent] of parents) {
    const customer = all.get(child);
    if (customer !== undefined) all.set(child, { ...customer, parent });
  }
  return all;
}

/** What the sheets call each customer's parent: customer lists before deals, then the text that comes first. */
function parentTexts(records: Records, parties: Parties, keys: Keys): Map<string, string> {
  const listed = new Map<string, string>();
  const dealt = new Map<string, string>();
  const add = (texts: Map<string, string>, child: string, parent: string): void => {
    const before = texts.get(child);
    if (child !== '' && parent.trim() !== '' && (before === undefined || parent < before)) texts.set(child, parent);
  };
  records.customers.forEach(({ parent }, row) => add(listed, keys.ofRow(row), parent));
  for (const { at, parent } of records.deals) {
    const party = parties.of[at] ?? -1;
    if (party >= 0) add(dealt, keys.ofParty(party), parent);
  }
  return new Map([...dealt, ...listed]);
}

/** The customer that a parent's text names: by the CRM's id, by a list's, by name, or by a name but for its legal form that only one bears. */
function finder(records: Records, { list, canonicalId }: Parties, keys: Keys): (text: string) => string | undefined {
  const byId = new Map<string, string>();
  const byName = new Map<string, string>();
  const byKey = new Map<string, string | null>();
  const put = (map: Map<string, string>, text: string, key: string): void => {
    if (text !== '' && key !== '' && !map.has(text)) map.set(text, key);
  };
  for (const side of SIDES) {
    list.forEach((party, at) => {
      if (party.side !== side) return;
      const key = keys.ofParty(at);
      if (side === 'crm') put(byId, party.id, key);
      put(byName, party.normal.folded, key);
      if (party.normal.key !== '') byKey.set(party.normal.key, (byKey.get(party.normal.key) ?? key) === key ? key : null);
    });
  }
  records.customers.forEach(({ id, name }, row) => {
    put(byId, canonicalId(id), keys.ofRow(row));
    put(byName, fold(name), keys.ofRow(row));
  });
  return (text) => byId.get(canonicalId(text)) ?? byName.get(fold(text)) ?? byKey.get(normaliseName(text).key) ?? undefined;
}

/** Of each circle of parents its first customer by key: that one is taken for the top. */
function closings(parents: ReadonlyMap<string, string>): string[] {
  const done = new Set<string>();
  const tops: string[] = [];
  for (const start of parents.keys()) {
    const trail = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !trail.has(at)) {
      trail.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && trail.has(at)) {
      const circle = [...trail].slice([...trail].indexOf(at));
      tops.push(circle.reduce((a, b) => (a < b ? a : b)));
    }
    for (const one of trail) done.add(one);
  }
  return tops;
}

/** The top of a customer's group. */
export function groupOf(key: string, customers: ReadonlyMap<string, Customer>): string {
  const seen = new Set([key]);
  for (let at = key; ;) {
    const parent = customers.get(at)?.parent ?? null;
    if (parent === null || seen.has(parent)) return at;
    seen.add(parent);
    at = parent;
  }
}
