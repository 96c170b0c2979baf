/** How fast the machine is just now: without that, times of two machines, or of two hours on a shared one, cannot be compared. */

import { seeded } from '../../samples/random';

export interface Machine {
  /** Nanoseconds of a read from memory that none of the caches holds: what large runs mostly wait for. */
  readonly readNs: number;
  /** Nanoseconds of a multiplication and an addition that wait for the one before. */
  readonly stepNs: number;
}

const PLACES = 2 ** 24;
const READS = 2_000_000;
const STEPS = 50_000_000;
/** The quickest counts: in the first the loop is compiled. */
const ROUNDS = 3;

export function machineNow(): Machine {
  const next = oneCircle(PLACES);
  let place = 0;
  const read = (): void => {
    let at = place;
    for (let n = 0; n < READS; n += 1) at = next[at] as number;
    place = at;
  };
  let sum = 1;
  const reckon = (): void => {
    let result = sum;
    for (let n = 0; n < STEPS; n += 1) result = (Math.imul(result, 31) + n) | 0;
    sum = result;
  };
  return { readNs: quickest(read) / READS, stepNs: quickest(reckon) / STEPS };
}

export function machineLines(before: Machine, after: Machine): string {
  const line = (when: string, { readNs, stepNs }: Machine): string =>
    `the machine ${when}: ${readNs.toFixed(0)} ns for a read from memory, ${stepNs.toFixed(2)} ns for a step of arithmetic`;
  return `${line('before', before)}\n${line('afterwards', after)}`;
}

/** Nanoseconds. */
function quickest(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1e6;
  });
  return Math.min(...times);
}

/** Each place names the next; one circle goes through all, in an order that no cache foresees (Sattolo's shuffle). */
function oneCircle(count: number): Int32Array {
  const random = seeded(1);
  const next = new Int32Array(count);
  for (let place = 0; place < count; place += 1) next[place] = place;
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.whole(0, last - 1);
    const swapped = next[last] as number;
    next[last] = next[other] as number;
    next[other] = swapped;
  }
  return next;
}
