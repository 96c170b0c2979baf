/** How fast the machine is just now: without that, times of two machines, or of two hours on a shared one, cannot be compared. */

export interface Machine {
  /** Nanoseconds of a read from memory that none of the caches holds: what large runs mostly wait for. */
  readonly readNs: number;
  /** Nanoseconds of a multiplication and an addition that wait for the one before. */
  readonly stepNs: number;
}

const PLACES = 2 ** 24;
const READS = 2_000_000;
const STEPS = 100_000_000;

export function machineNow(): Machine {
  const next = oneCircle(PLACES);
  const follow = (count: number): number => {
    let place = 0;
    for (let n = 0; n < count; n += 1) place = next[place] as number;
    return place;
  };
  const work = (count: number): number => {
    let sum = 1;
    for (let n = 0; n < count; n += 1) sum = (Math.imul(sum, 31) + n) | 0;
    return sum;
  };
  return { readNs: nanosecondsEach(READS, follow), stepNs: nanosecondsEach(STEPS, work) };
}

export function machineLine({ readNs, stepNs }: Machine): string {
  return `this machine now: ${readNs.toFixed(0)} ns for a read from memory, ${stepNs.toFixed(2)} ns for a step of arithmetic`;
}

/** @param work what cannot be left out, since it gives what comes of it. */
function nanosecondsEach(count: number, work: (count: number) => number): number {
  const start = performance.now();
  const result = work(count);
  const nanoseconds = ((performance.now() - start) * 1e6) / count;
  if (!Number.isInteger(result)) throw new RangeError('the fixed work came to no number');
  return nanoseconds;
}

/** Each place names the next; one circle goes through all, in an order that no cache foresees (Sattolo's shuffle). */
function oneCircle(count: number): Int32Array {
  const next = new Int32Array(count);
  for (let place = 0; place < count; place += 1) next[place] = place;
  let seed = 12_345;
  for (let last = count - 1; last > 0; last -= 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    const other = Math.floor((seed / 2 ** 32) * last);
    const swapped = next[last] as number;
    next[last] = next[other] as number;
    next[other] = swapped;
  }
  return next;
}
