/**
 * The records of a run in batches, each whole in itself: no link and no customer reaches from one into another. A batch at a
 * time, what is worked on stays near the processor, and what it is worked with is let go before the next.
 */

import { sets } from '../domain/sets';
import { UNIDENTIFIED_PAYER } from './customers';
import type { LinkBook } from './links';

/** Records of a batch, unless more belong together. */
export const BATCH_SIZE = 100;

/**
 * @param customers by the record's number. Money whose payer nobody knows belongs to nobody.
 * @returns the numbers of each batch's records, rising.
 */
export function batchesOf(customers: readonly string[], links: LinkBook, size = BATCH_SIZE): Uint32Array[] {
  const count = customers.length;
  const groups = sets(count);
  const firstOf = new Map<string, number>();
  customers.forEach((customer, no) => {
    links.eachPartner(no, (partner) => {
      if (partner > no) groups.join(no, partner);
    });
    if (customer === UNIDENTIFIED_PAYER) return;
    const first = firstOf.get(customer);
    if (first === undefined) firstOf.set(customer, no);
    else groups.join(first, no);
  });

  const roots = new Uint32Array(count);
  for (let no = 0; no < count; no += 1) roots[no] = groups.rootOf(no);
  const sizes = new Uint32Array(count);
  roots.forEach((root) => (sizes[root] = (sizes[root] ?? 0) + 1));
  const totals: number[] = [];
  const batchOf = new Uint32Array(count);
  roots.forEach((root, no) => {
    // The least of a group is its root.
    if (root === no) {
      const [own, last] = [sizes[root] ?? 0, totals.at(-1)];
      if (last === undefined || last + own > size) totals.push(own);
      else totals[totals.length - 1] = last + own;
      batchOf[no] = totals.length - 1;
    } else batchOf[no] = batchOf[root] ?? 0;
  });

  const ends = new Uint32Array(totals.length);
  totals.forEach((total, batch) => (ends[batch] = (ends[batch - 1] ?? 0) + total));
  const filled = ends.map((end, batch) => end - (totals[batch] ?? 0));
  const ordered = new Uint32Array(count);
  batchOf.forEach((batch, no) => {
    const at = filled[batch] ?? 0;
    filled[batch] = at + 1;
    ordered[at] = no;
  });
  return totals.map((total, batch) => ordered.subarray((ends[batch] ?? 0) - total, ends[batch]));
}
