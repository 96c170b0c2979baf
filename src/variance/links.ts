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
  const all = new Map<RecordKey, Link[]>();
  const byKind = new Map<LinkKind, Map<RecordKey, Link[]>>();
  const add = (lists: Map<RecordKey, Link[]>, key: RecordKey, link: Link): void => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [link]);
    else list.push(link);
  };
  for (const link of links) {
    if (!suggestedToo && link.state === 'suggested') continue;
    if (link.left === link.right || !records.has(link.left) || !records.has(link.right)) continue;
    let ofKind = byKind.get(link.kind);
    if (ofKind === undefined) byKind.set(link.kind, (ofKind = new Map<RecordKey, Link[]>()));
    for (const key of [link.left, link.right]) {
      add(all, key, link);
      add(ofKind, key, link);
    }
  }
  const surestFirst = (lists: ReadonlyMap<RecordKey, Link[]>): void => {
    for (const [key, list] of lists) {
      if (list.length < 2) continue;
      const dayOf = (link: Link): number => records.get(partnerOf(link, key))?.day ?? 0;
      list.sort(
        (a, b) =>
          surer(a, b) ||
          dayOf(a) - dayOf(b) ||
          order(partnerOf(a, key), partnerOf(b, key)) ||
          order(a.kind, b.kind) ||
          a.allocated - b.allocated,
      );
    }
  };
  surestFirst(all);
  for (const lists of byKind.values()) surestFirst(lists);
  const none: readonly Link[] = [];
  return {
    of: (record) => all.get(record) ?? none,
    ofKind: (record, kind, ...more) => {
      const list = byKind.get(kind)?.get(record) ?? none;
      return more.length === 0 ? list : [...list, ...more.flatMap((other) => byKind.get(other)?.get(record) ?? none)];
    },
  };
}

function surer(a: Link, b: Link): number {
  return Number(a.state === 'suggested') - Number(b.state === 'suggested') || RANK[a.certainty] - RANK[b.certainty];
}

/** Plain order of two texts by code unit: the same in every locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
