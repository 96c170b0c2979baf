/** The links that stand in the numbers, found from either end, surest first. */

import type { Certainty, Link, LinkKind } from '../domain/link';
import type { ReconciledRecord, RecordKey } from '../domain/record';

export interface LinkBook {
  /** Links of a record to records in scope, surest first, then by the partner's date and key. */
  readonly of: (record: RecordKey) => readonly Link[];
  /** Of one kind after the other. */
  readonly ofKind: (record: RecordKey, kind: LinkKind, ...more: readonly LinkKind[]) => readonly Link[];
}

const RANK: Readonly<Record<Certainty, number>> = { stated: 0, inferred: 1, assumed: 2 };

/** The other end of a link. */
export function partnerOf(link: Link, record: RecordKey): RecordKey {
  return link.left === record ? link.right : link.left;
}

/** @param links those whose records are both in scope count; the others are passed over. */
export function linkBook(
  links: readonly Link[],
  records: ReadonlyMap<RecordKey, ReconciledRecord>,
  suggestedToo: boolean,
): LinkBook {
  const ends = new Map<RecordKey, End>();
  for (const key of records.keys()) ends.set(key, { all: [], byKind: {} });
  for (const link of links) {
    if (!suggestedToo && link.state === 'suggested') continue;
    const [left, right] = [ends.get(link.left), ends.get(link.right)];
    if (left === undefined || right === undefined || left === right) continue;
    left.all.push(link);
    right.all.push(link);
  }
  const dayOf = (record: RecordKey): number => records.get(record)?.day ?? 0;
  for (const [key, { all, byKind }] of ends) {
    if (all.length > 1) sortSurestFirst(key, all, dayOf);
    for (const link of all) (byKind[link.kind] ??= []).push(link);
  }
  const none: readonly Link[] = [];
  return {
    of: (record) => ends.get(record)?.all ?? none,
    ofKind: (record, kind, ...more) => {
      const end = ends.get(record);
      if (end === undefined) return none;
      const list = end.byKind[kind] ?? none;
      return more.length === 0 ? list : [...list, ...more.flatMap((other) => end.byKind[other] ?? none)];
    },
  };
}

/** The links of one record, of all kinds and of each. */
interface End {
  readonly all: Link[];
  readonly byKind: Partial<Record<LinkKind, Link[]>>;
}

function sortSurestFirst(record: RecordKey, links: Link[], dayOf: (record: RecordKey) => number): void {
  const sorted = links
    .map((link) => {
      const partner = partnerOf(link, record);
      return { link, partner, day: dayOf(partner) };
    })
    .sort(
      (a, b) =>
        surer(a.link, b.link) ||
        a.day - b.day ||
        order(a.partner, b.partner) ||
        order(a.link.kind, b.link.kind) ||
        a.link.allocated - b.link.allocated,
    );
  sorted.forEach(({ link }, at) => (links[at] = link));
}

function surer(a: Link, b: Link): number {
  return Number(a.state === 'suggested') - Number(b.state === 'suggested') || RANK[a.certainty] - RANK[b.certainty];
}

/** Plain order of two texts by code unit: the same in every locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
