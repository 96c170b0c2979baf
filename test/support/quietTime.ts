/** Time a piece of work takes, told so that a slow or a busy machine does not matter: tests of "ends soon" must not depend on luck. */

/** Milliseconds that `reference` takes on a quiet machine: the unit of what is told here. */
const REFERENCE = 40;

const own = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Work of the kinds that matching and the host do: texts, maps, sums, and many objects that live shortly. */
function reference(): number {
  const known = new Map<string, { readonly amount: number; readonly day: number }>();
  for (let n = 0; n < 60_000; n += 1) known.set(`INV-${(n * 7_919) % 100_003}`, { amount: n * 3, day: n % 900 });
  let sum = 0;
  for (const { amount, day } of [...known.values()].sort((a, b) => a.day - b.day || b.amount - a.amount)) sum += amount * day;
  return sum;
}

/** How many times as long as on a quiet machine work takes just now. */
export function pace(): number {
  const before = own();
  reference();
  return (own() - before) / REFERENCE;
}

// The first time is the compiler's.
reference();

/** Milliseconds of this process's own time that the work would take on a quiet machine. */
export function quietMs(work: () => void): number {
  const [atFirst, before] = [pace(), own()];
  work();
  const taken = own() - before;
  return taken / ((atFirst + pace()) / 2);
}

/**
 * What the work gives, which must take less than so many milliseconds of a quiet machine. What takes longer is done
 * again, twice at most: a machine that stood still for a moment is no fault of the work's.
 */
export function within<T>(limit: number, work: () => T): T {
  const results: T[] = [];
  const times: number[] = [];
  while (times.length < 3 && !times.some((time) => time < limit)) times.push(quietMs(() => results.push(work())));
  expect(Math.min(...times)).toBeLessThan(limit);
  return results[0] as T;
}
