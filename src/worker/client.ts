/** The pane's side of the protocol: a reconciler whose work is done in a Web Worker. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { SettingUsed } from '../domain/reconciliation';
import type { Asked, Explanation } from '../report/explain/explanation';
import type { ReportPlan } from '../report/plan';
import type { LookedUp, LookUp } from '../report/settle/lookUp';
import type { Inspection } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import { arriving } from './arriving';
import type { ArrivingSheet } from './arriving';
import { blocksOf } from './blocks';
import type { Answer, Call, DefineRequest, GridHead, RunRequest } from './protocol';

/** What the client uses of a Web Worker. */
export interface WorkerPort {
  postMessage(message: Call): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Answer>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
}

/** The engine or its worker broke: carries the words for the person who waits. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
  readonly trouble: { readonly what: string; readonly next: string; readonly where: null };

  constructor(detail: string) {
    super(detail);
    this.trouble = {
      what: `The calculation stopped: ${detail}`,
      next: 'Run again; if it stops again, check the columns chosen under Sources.',
      where: null,
    };
  }
}

/**
 * Milliseconds for which a worker may say nothing while it owes what nobody can cancel: then it is taken for dead, as one that
 * ran out of memory may be without a word. The steps of a hundred thousand deals take seconds each.
 */
export const SILENCE = 120_000;

interface Pending {
  readonly id: number;
  /** A person sees it at work, and can cancel it. */
  readonly isCancellable: boolean;
  answer(answer: Answer): void;
  reject(error: Error): void;
}

type Beside = 'explain' | 'lookUp';

const superseded = (): DOMException => new DOMException('a newer request took its place', 'AbortError');
const cancelled = (): DOMException => new DOMException('cancelled', 'AbortError');

/** Lets the browser draw and listen between two blocks. A timer would wait 4 ms each time: seconds for a million rows. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * @param createWorker handed in so that the bundler sees the worker's file and tests can hand in another.
 * A newer call makes an older one reject with AbortError. A worker that falls silent over what nobody can cancel is given up. The engine does not look up from its work: a cancelled run
 * ends with its worker, and the next call starts a new one.
 */
export function createReconciler(createWorker: () => WorkerPort) {
  let worker: WorkerPort | null = null;
  let held: readonly SourceGrid[] | null = null;
  let pending: Pending | null = null;
  /** Beside the call in flight: what a selection or settling asks must not end a run. */
  const beside: Record<Beside, Pending | null> = { explain: null, lookUp: null };
  let lastId = 0;
  let watch: ReturnType<typeof setTimeout> | undefined;

  /** From now on the worker may be silent for so long and no longer. */
  const listen = (): void => {
    clearTimeout(watch);
    const owes = pending === null ? beside.explain !== null || beside.lookUp !== null : !pending.isCancellable;
    if (worker !== null && owes) watch = setTimeout(() => broke('its worker does not answer'), SILENCE);
  };

  const stop = (): void => {
    clearTimeout(watch);
    worker?.terminate();
    worker = null;
    held = null;
    // The run it held is gone with it.
    beside.explain?.answer({ kind: 'explained', id: beside.explain.id, explanation: null });
    beside.lookUp?.answer({ kind: 'lookedUp', id: beside.lookUp.id, found: null });
  };

  const broke = (detail: string): void => {
    stop();
    pending?.reject(new WorkerFailure(detail));
  };

  const start = (): WorkerPort => {
    const started = createWorker();
    started.addEventListener('message', (event) => {
      if (worker !== started) return;
      for (const waiting of [pending, beside.explain, beside.lookUp])
        if (event.data.id === waiting?.id) waiting.answer(event.data);
      listen();
    });
    started.addEventListener('error', (event) => {
      const detail = 'message' in event && typeof event.message === 'string' ? event.message : '';
      if (worker === started) broke(detail === '' ? 'its worker could not run' : detail);
    });
    started.addEventListener('messageerror', () => {
      if (worker === started) broke('an answer could not be read');
    });
    return started;
  };

  /** Sends the grids in blocks; false when another call came between. */
  const hand = async (to: WorkerPort, id: number, grids: readonly SourceGrid[]): Promise<boolean> => {
    if (held === grids) return true;
    held = null;
    to.postMessage({ kind: 'grids', id, heads: grids.map(headOf) });
    for (const [index, grid] of grids.entries()) {
      for (const rows of blocksOf(grid.values)) {
        to.postMessage({ kind: 'rows', id, grid: index, rows });
        await nextTask();
        if (pending?.id !== id || worker !== to) return false;
      }
    }
    held = grids;
    return true;
  };

  /** @param take answers the value when an answer completes the call, undefined while more is to come. */
  const ask = <T>(
    grids: readonly SourceGrid[],
    call: (id: number) => Call,
    take: (answer: Answer) => T | undefined,
    signal?: AbortSignal,
    isCancellable = true,
  ): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      pending?.reject(superseded());
      if (signal?.aborted === true) {
        reject(cancelled());
        return;
      }
      const id = ++lastId;
      const cancel = (): void => {
        stop();
        mine.reject(cancelled());
      };
      const settle = (): void => {
        signal?.removeEventListener('abort', cancel);
        if (pending === mine) pending = null;
      };
      const mine: Pending = {
        id,
        isCancellable,
        answer(answer) {
          if (answer.kind === 'failed') {
            mine.reject(new WorkerFailure(answer.message));
            return;
          }
          const value = take(answer);
          if (value === undefined) return;
          settle();
          resolve(value);
        },
        reject(error) {
          settle();
          reject(error);
        },
      };
      pending = mine;
      signal?.addEventListener('abort', cancel, { once: true });
      const send = async (): Promise<void> => {
        const to = (worker ??= start());
        if (!(await hand(to, id, grids))) return;
        to.postMessage(call(id));
        listen();
      };
      send().catch((error: unknown) => mine.reject(new WorkerFailure(error instanceof Error ? error.message : String(error))));
    });

  const askBeside = <T>(
    channel: Beside,
    call: (id: number) => Call,
    take: (answer: Answer) => T | null | undefined,
  ): Promise<T | null> => {
    beside[channel]?.reject(superseded());
    const to = worker;
    if (to === null) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      const settle = (): void => {
        if (beside[channel]?.id === id) beside[channel] = null;
      };
      beside[channel] = {
        id,
        isCancellable: false,
        answer(answer) {
          settle();
          const value = take(answer);
          if (value !== undefined) resolve(value);
          else if (answer.kind === 'failed') reject(new WorkerFailure(answer.message));
        },
        reject(error) {
          settle();
          reject(error);
        },
      };
      to.postMessage(call(id));
      listen();
    });
  };

  return {
    fingerprint: (grids: readonly SourceGrid[], signal?: AbortSignal): Promise<Readonly<Record<string, string>>> =>
      ask(
        grids,
        (id) => ({ kind: 'fingerprint', id }),
        (answer) => (answer.kind === 'fingerprints' ? answer.prints : undefined),
        signal,
      ),

    inspect: (grids: readonly SourceGrid[], saved: readonly SourceMapping[], signal?: AbortSignal): Promise<Inspection> =>
      ask(
        grids,
        (id) => ({ kind: 'inspect', id, saved }),
        (answer) => (answer.kind === 'inspected' ? answer.inspection : undefined),
        signal,
      ),

    define: (grids: readonly SourceGrid[], request: DefineRequest, signal?: AbortSignal): Promise<readonly SettingUsed[]> =>
      ask(
        grids,
        (id) => ({ kind: 'define', id, request }),
        (answer) => (answer.kind === 'defined' ? answer.used : undefined),
        signal,
      ),

    /** Works out a run that is written already, so that it can be explained. */
    hold: (grids: readonly SourceGrid[], request: RunRequest, signal: AbortSignal): Promise<{ readonly isSame: boolean }> =>
      ask(
        grids,
        (id) => ({ kind: 'hold', id, request }),
        (answer) => (answer.kind === 'holding' ? { isSame: answer.isSame } : undefined),
        signal,
        false,
      ),

    /**
     * Answers once the worker is free; null where it holds no run. A newer question makes an older one reject with AbortError.
     */
    explain: (asked: Asked): Promise<Explanation | null> =>
      askBeside(
        'explain',
        (id) => ({ kind: 'explain', id, asked }),
        (answer) => (answer.kind === 'explained' ? answer.explanation : undefined),
      ),

    /** The same; null also where the run knows nothing of what is asked. */
    lookUp: (asked: LookUp): Promise<LookedUp | null> =>
      askBeside(
        'lookUp',
        (id) => ({ kind: 'lookUp', id, asked }),
        (answer) => (answer.kind === 'lookedUp' ? answer.found : undefined),
      ),

    run(grids: readonly SourceGrid[], request: RunRequest, onProgress: OnProgress, signal: AbortSignal): Promise<ReportPlan> {
      let report: Omit<ReportPlan, 'sheets'> | null = null;
      const sheets: ArrivingSheet[] = [];
      return ask(
        grids,
        (id) => ({ kind: 'run', id, request }),
        (answer) => {
          switch (answer.kind) {
            case 'progress':
              onProgress(answer.step, answer.done);
              return undefined;
            case 'plan':
              report = answer.plan;
              return undefined;
            case 'planSheet':
              sheets.push(arriving(answer.sheet));
              return undefined;
            case 'planRows':
              sheets.at(-1)?.take(answer.table, answer.rows);
              return undefined;
            case 'planned':
              return report === null ? undefined : { sheets: sheets.map(({ sheet }) => sheet), ...report };
            default:
              return undefined;
          }
        },
        signal,
      );
    },
  };
}

function headOf(grid: SourceGrid): GridHead {
  const emptied: SourceGrid = { ...grid, values: [] };
  return emptied;
}
