/** The links that stand in the numbers, found from either end, surest first. */

import type { Certainty, Link, LinkKind } from '../domain/link';
import type { ReconciledRecord, RecordKey } from '../domain/record';

export interface LinkBook {
  /** Links of a record to records in scope, surest first, then by the partner's date and key. */
  readonly of: (record: RecordKey) => readonly Link[];
  readonly ofKind: (record: RecordKey, ...kinds: readonly LinkKind[]) => readonly Link[];
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
  const byRecord = new Map<RecordKey, Link[]>();
  const add = (key: RecordKey, link: Link): void => {
    const list = byRecord.get(key);
    if (list === undefined) byRecord.set(key, [link]);
    else list.push(link);
  };
  for (const link of links) {
    if (!suggestedToo && link.state === 'suggested') continue;
    if (link.left === link.right || !records.has(link.left) || !records.has(link.right)) continue;
    add(link.left, link);
    add(link.right, link);
  }
  for (const [key, list] of byRecord) {
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
  const none: readonly Link[] = [];
  const of = (record: RecordKey): readonly Link[] => byRecord.get(record) ?? none;
  return { of, ofKind: (record, ...kinds) => of(record).filter((link) => kinds.includes(link.kind)) };
}

function surer(a: Link, b: Link): number {
  return Number(a.state === 'suggested') - Number(b.state === 'suggested') || RANK[a.certainty] - RANK[b.certainty];
}

/** Plain order of two texts by code unit: the same in every locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
