/** Time for trials: turns of the event loop pass by themselves, seconds only when a trial lets them. */

const timer = globalThis.setTimeout;

/** Waits this long are somebody's patience, not a turn of the event loop. */
const PATIENCE = 1_000;

interface Held {
  readonly ms: number;
  readonly at: number;
  readonly run: () => void;
}

export interface Clock {
  /** Lets seconds pass: what waited so long is done. */
  pass(ms: number): void;
  /** Whether somebody waits for this many milliseconds. */
  isAwaited(ms: number): boolean;
  /** Nobody waits any more. */
  stop(): void;
}

let held = new Map<number, Held>();
let now = 0;
let lastId = 0;

function setHeld(work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown {
  // What passes by itself must not keep a process alive that is done.
  if (ms < PATIENCE) return timer(work, ms, ...args).unref();
  lastId += 1;
  held.set(lastId, { ms, at: now + ms, run: () => work(...args) });
  return lastId;
}

const clear = globalThis.clearTimeout;

function clearHeld(id: unknown): void {
  if (typeof id === 'number') held.delete(id);
  else clear(id as NodeJS.Timeout);
}

/** Holds every long wait of this process back. */
export function holdClock(): Clock {
  globalThis.setTimeout = Object.assign(setHeld, timer);
  globalThis.clearTimeout = clearHeld;
  return {
    pass(ms) {
      now += ms;
      for (const [id, { at, run }] of [...held].sort(([, a], [, b]) => a.at - b.at)) {
        if (at > now || !held.delete(id)) continue;
        run();
      }
    },
    isAwaited: (ms) => [...held.values()].some((one) => one.ms === ms),
    stop() {
      held = new Map();
    },
  };
}

/** Lets everything happen that needs no time. */
export async function turns(count = 1): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Lets everything happen until something is so. Other threads, which load and work out, may have to wait for a busy machine.
 * @param seconds real ones, after which nothing comes any more. @returns false where it never was so.
 */
export async function until(isSo: () => boolean, seconds = 20): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (!isSo()) {
    if (performance.now() > end) return false;
    await turns();
  }
  return true;
}
