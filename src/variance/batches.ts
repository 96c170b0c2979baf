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
    for (const { no: partner } of links.of(no)) if (partner > no) groups.join(no, partner);
    if (customer === UNIDENTIFIED_PAYER) return;
    const first = firstOf.get(customer);
    if (first === undefined) firstOf.set(customer, no);
    else groups.join(first, no);
  });

  const roots = Uint32Array.from(customers, (_, no) => groups.rootOf(no));
  const sizes = new Uint32Array(count);
  for (const root of roots) sizes[root] = (sizes[root] ?? 0) + 1;
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

  const batches = totals.map((total) => new Uint32Array(total));
  const filled = new Uint32Array(batches.length);
  batchOf.forEach((batch, no) => {
    const at = filled[batch] ?? 0;
    filled[batch] = at + 1;
    (batches[batch] as Uint32Array)[at] = no;
  });
  return batches;
}
