/** Chains: the records that links join, grown one arrival at a time so that a later document never rewrites an earlier one. */

import type { EntryKind } from './entry';

export interface Chains {
  /** Joins the chains of two records that have both arrived. */
  readonly join: (a: number, b: number) => void;
  readonly add: (index: number, kind: EntryKind) => void;
  /** Arrived records of a kind in the chain of `index`, oldest first. Drop what is used up with `settle`. */
  readonly members: (index: number, kind: EntryKind) => readonly number[];
  readonly settle: (index: number, kind: EntryKind, isOpen: (member: number) => boolean) => void;
}

/** Open records by kind, oldest first. */
type Members = Partial<Record<EntryKind, number[]>>;

/** @param count records are numbered 0 … count − 1 in their order of arrival. */
export function chains(count: number): Chains {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const open = new Array<Members | null>(count).fill(null);
  const size = new Int32Array(count);
  const none: readonly number[] = [];

  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? root] ?? root;
      root = parent[root] ?? root;
    }
    return root;
  };
  const join = (a: number, b: number): void => {
    let [into, from] = [rootOf(a), rootOf(b)];
    if (into === from) return;
    if ((size[into] ?? 0) < (size[from] ?? 0)) [into, from] = [from, into];
    parent[from] = into;
    size[into] = (size[into] ?? 0) + (size[from] ?? 0);
    const moving = open[from];
    open[from] = null;
    if (moving === null || moving === undefined) return;
    const staying = (open[into] ??= {});
    for (const kind of Object.keys(moving) as EntryKind[])
      for (const member of moving[kind] ?? none) insert((staying[kind] ??= []), member);
  };
  const add = (index: number, kind: EntryKind): void => {
    const root = rootOf(index);
    size[root] = (size[root] ?? 0) + 1;
    const members = (open[root] ??= {});
    const list = members[kind];
    if (list === undefined) members[kind] = [index];
    else insert(list, index);
  };
  const members = (index: number, kind: EntryKind): readonly number[] => open[rootOf(index)]?.[kind] ?? none;
  const settle = (index: number, kind: EntryKind, isOpen: (member: number) => boolean): void => {
    const all = open[rootOf(index)];
    const list = all?.[kind];
    if (all && list?.some((member) => !isOpen(member)) === true) all[kind] = list.filter(isOpen);
  };
  return { join, add, members, settle };
}

/** Keeps arrivals in order; nearly always the new one is the latest. */
function insert(list: number[], member: number): void {
  let at = list.length;
  if (at > 0 && (list[at - 1] ?? 0) > member) {
    let low = 0;
    while (low < at) {
      const middle = (low + at) >> 1;
      if ((list[middle] ?? 0) < member) low = middle + 1;
      else at = middle;
    }
  }
  list.splice(at, 0, member);
}
