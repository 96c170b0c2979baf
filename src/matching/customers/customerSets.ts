/** The parties that make up each customer, and what must never be joined. */

import { sets } from '../../domain/sets';
import type { Side } from './parties';

/** Why two sets stay two. */
export type Obstacle = 'refused' | 'kept apart';

export interface CustomerSets {
  readonly rootOf: (member: number) => number;
  /**
   * Joins the sets of two members, or says why not: somebody refused a pair across the two; or, unless a column or a person
   * states it, each of them holds a customer of both the CRM and the ledger already.
   */
  readonly join: (a: number, b: number, isStated: boolean) => Obstacle | null;
  /** Whether somebody refused a pair across the two sets. */
  readonly areRefused: (a: number, b: number) => boolean;
  /** CRM parties in the set of a member. */
  readonly accountsWith: (member: number) => readonly number[];
}

/** Labels of members that decisions speak of, and which labels somebody refused to join. */
export interface Refusals {
  readonly labelsOf: ReadonlyMap<number, readonly string[]>;
  readonly hostile: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @param sides side of each member; null for rows of a customer list */
export function customerSets(sides: readonly (Side | null)[], { labelsOf, hostile }: Refusals): CustomerSets {
  const { rootOf, join: unite } = sets(sides.length);
  // Of sets with a CRM party, by root; one that is nothing but its root has no list.
  const accounts = new Map<number, number[]>();
  const hasAccount = Uint8Array.from(sides, (side) => (side === 'crm' ? 1 : 0));
  const hasLedger = Uint8Array.from(sides, (side) => (side === 'ledger' ? 1 : 0));
  const accountsOf = (root: number): number[] => accounts.get(root) ?? (hasAccount[root] === 1 ? [root] : []);
  const labels = new Map([...labelsOf].map(([member, list]) => [member, new Set(list)]));
  const isComplete = (root: number): boolean => hasLedger[root] === 1 && hasAccount[root] === 1;
  const areHostile = (a: number, b: number): boolean => {
    const [mine, theirs] = [labels.get(a), labels.get(b)];
    if (mine === undefined || theirs === undefined) return false;
    for (const label of mine) for (const enemy of hostile.get(label) ?? []) if (theirs.has(enemy)) return true;
    return false;
  };
  const join = (a: number, b: number, isStated: boolean): Obstacle | null => {
    const [ra, rb] = [rootOf(a), rootOf(b)];
    if (ra === rb) return null;
    if (areHostile(ra, rb)) return 'refused';
    if (!isStated && isComplete(ra) && isComplete(rb)) return 'kept apart';
    unite(ra, rb);
    const [root, other] = rootOf(ra) === ra ? [ra, rb] : [rb, ra];
    if (hasAccount[other] === 1) {
      accounts.set(root, joined(accountsOf(root), accountsOf(other)));
      accounts.delete(other);
    }
    if (hasLedger[other] === 1) hasLedger[root] = 1;
    if (hasAccount[other] === 1) hasAccount[root] = 1;
    const more = labels.get(other);
    if (more !== undefined) labels.set(root, new Set([...(labels.get(root) ?? []), ...more]));
    return null;
  };
  return {
    rootOf,
    join,
    areRefused: (a, b) => areHostile(rootOf(a), rootOf(b)),
    accountsWith: (member) => accountsOf(rootOf(member)),
  };
}

/** The shorter list goes into the longer, so that long chains of joins stay cheap. */
function joined(mine: number[], theirs: number[]): number[] {
  const [long, short] = mine.length >= theirs.length ? [mine, theirs] : [theirs, mine];
  for (const item of short) long.push(item);
  return long;
}
