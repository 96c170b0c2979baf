/** Excel that does not answer: after a while that is told, and whoever waits can stop waiting. */

import { TroubleError } from './trouble';

/** Milliseconds without an answer after which it is told. A large batch takes a second or two. */
const SILENT_AFTER = 10_000;
/** Milliseconds in which nothing more is asked once the waiting was stopped: what unwinds is not to wait again. */
const UNWINDING = 1_000;

export interface Patience {
  /** @param send sends a request. @throws TroubleError where the waiting was stopped. */
  readonly answered: <T>(send: () => Promise<T>) => Promise<T>;
  /** Ends with the work, or at once where the waiting is stopped. */
  readonly orGivenUp: <T>(work: Promise<T>) => Promise<T>;
  /** Told when Excel falls silent and when it answers again, or nobody waits any more. @returns what ends the telling. */
  readonly onSilence: (listener: (isSilent: boolean) => void) => () => void;
  /** Nobody waits any more for what Excel was asked so far. */
  readonly giveUp: () => void;
}

function createPatience(): Patience {
  const waiting = new Set<() => void>();
  const working = new Set<() => void>();
  const listeners = new Set<(isSilent: boolean) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSilent = false;
  let isGivenUp = false;

  const tell = (now: boolean): void => {
    if (now === isSilent) return;
    isSilent = now;
    for (const listener of listeners) listener(now);
  };
  const restart = (): void => {
    clearTimeout(timer);
    if (waiting.size > 0) timer = setTimeout(() => tell(true), SILENT_AFTER);
  };
  const heard = (): void => {
    isGivenUp = false;
    restart();
    tell(false);
  };

  return {
    answered(send) {
      if (isGivenUp) return Promise.reject(unanswered());
      return new Promise((resolve, reject) => {
        const stop = (): void => reject(unanswered());
        const answer = (): void => {
          waiting.delete(stop);
          heard();
        };
        waiting.add(stop);
        if (waiting.size === 1) restart();
        send().then(resolve, reject).finally(answer);
      });
    },
    orGivenUp: (work) =>
      new Promise((resolve, reject) => {
        const stop = (): void => reject(unanswered());
        working.add(stop);
        work.then(resolve, reject).finally(() => working.delete(stop));
      }),
    onSilence(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    giveUp() {
      isGivenUp = true;
      setTimeout(() => (isGivenUp = false), UNWINDING);
      const stops = [...waiting, ...working];
      waiting.clear();
      working.clear();
      restart();
      for (const stop of stops) stop();
      tell(false);
    },
  };
}

function unanswered(): TroubleError {
  return new TroubleError({
    what: 'Excel did not answer.',
    next: 'Nobody can tell whether it did what it was asked last. See whether Excel answers now, then close the pane, open it again and look at what stands in the sheets.',
    where: null,
  });
}

const known = new WeakMap<object, Patience>();

/** That of this page: it goes with the Excel that it waits for. */
export function patience(): Patience {
  const ours = known.get(Excel) ?? createPatience();
  known.set(Excel, ours);
  return ours;
}
