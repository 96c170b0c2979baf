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

/** Each kind's place among the open records of a chain. */
const PLACE: Readonly<Record<EntryKind, number>> = {
  deal: 0,
  downsell: 1,
  invoice: 2,
  credit: 3,
  revenue: 4,
  contra: 5,
  receipt: 6,
  refund: 7,
  bridge: 8,
};
const KINDS = Object.keys(PLACE).length;

/** @param count records are numbered 0 … count − 1 in their order of arrival. */
export function chains(count: number): Chains {
  const parent = new Int32Array(count);
  for (let index = 0; index < count; index += 1) parent[index] = index;
  /** By the root and the kind: the open records of a chain, oldest first. */
  const open = new Array<number[] | undefined>(count * KINDS).fill(undefined);
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
    for (let kind = 0; kind < KINDS; kind += 1) {
      const moving = open[from * KINDS + kind];
      if (moving === undefined) continue;
      const staying = open[into * KINDS + kind];
      open[from * KINDS + kind] = undefined;
      if (staying === undefined) open[into * KINDS + kind] = moving;
      else for (const member of moving) insert(staying, member);
    }
  };
  const add = (index: number, kind: EntryKind): void => {
    const root = rootOf(index);
    size[root] = (size[root] ?? 0) + 1;
    const place = root * KINDS + PLACE[kind];
    const list = open[place];
    if (list === undefined) open[place] = [index];
    else insert(list, index);
  };
  const members = (index: number, kind: EntryKind): readonly number[] => open[rootOf(index) * KINDS + PLACE[kind]] ?? none;
  const settle = (index: number, kind: EntryKind, isOpen: (member: number) => boolean): void => {
    const place = rootOf(index) * KINDS + PLACE[kind];
    const list = open[place];
    if (list?.some((member) => !isOpen(member)) === true) open[place] = list.filter(isOpen);
  };
  return { join, add, members, settle };
}

/** Keeps arrivals in order; nearly always the new one is the latest. */
function insert(list: number[], member: number): void {
  let at = list.length;
  if (at === 0 || (list[at - 1] ?? 0) <= member) {
    list.push(member);
    return;
  }
  let low = 0;
  while (low < at) {
    const middle = (low + at) >> 1;
    if ((list[middle] ?? 0) < member) low = middle + 1;
    else at = middle;
  }
  list.splice(at, 0, member);
}
