/** A worker on this thread: the real server behind the real client, messages cloned as the browser clones them. */

import type { SourceGrid } from '../../src/domain/grid';
import type { Answer, Call } from '../../src/worker/protocol';
import type { WorkerPort } from '../../src/worker/client';
import { createServer } from '../../src/worker/serve';
import type { Engine } from '../../src/worker/serve';
import type { ReportPlan } from '../../src/report/plan';
import type { Inspection } from '../../src/settings/inspection';
import { PLAN } from '../taskpane/support/workbook';

/** Bound by hand to what the client listens to. */
export class LocalWorker implements WorkerPort {
  readonly calls: Call[] = [];
  isTerminated = false;
  /** Calls of this kind are taken in and never answered, as by an engine deep in its work. */
  deafTo: Call['kind'] | null = null;
  private readonly onMessage: ((event: MessageEvent<Answer>) => void)[] = [];
  private readonly onError: ((event: Event) => void)[] = [];
  private readonly serve: (call: Call) => void;

  constructor(engine: Engine) {
    this.serve = createServer(engine, (answer) => this.answer(structuredClone(answer)));
  }

  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: never) => void): void {
    if (type === 'message') this.onMessage.push(listener as (event: MessageEvent<Answer>) => void);
    else if (type === 'error') this.onError.push(listener as (event: Event) => void);
  }

  postMessage(call: Call): void {
    this.calls.push(call);
    if (call.kind !== this.deafTo) this.serve(structuredClone(call));
  }

  /** An answer arrives, whoever sent it. */
  answer(data: Answer): void {
    for (const listener of this.onMessage) listener({ data } as MessageEvent<Answer>);
  }

  crash(message: string): void {
    for (const listener of this.onError) listener(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  kinds(): string[] {
    return this.calls.map(({ kind }) => kind);
  }
}

/** An engine whose inspection tells how many cells it saw, so that a lost row shows. */
export const countingEngine: Engine = {
  inspect: (grids, saved): Inspection => ({
    sources: [],
    questions: [],
    obstacles: grids.map((grid) => ({
      code: 'empty',
      sheet: grid.sheet,
      message: `${grid.values.flat().length} cells, ${saved.length} saved`,
    })),
  }),
  define: () => [{ key: 'currency', value: 'EUR', used: 'EUR', why: 'most invoiced' }],
  run(_, __, onProgress): ReportPlan {
    onProgress('match invoices', 0.5);
    return PLAN;
  },
  hold: () => true,
  makeReady: () => undefined,
  explain: () => null,
  lookUp: () => null,
};

export function sheetOf(name: string, rows: number, columns: number): SourceGrid {
  const values = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => row * columns + column),
  );
  return { sheet: name, table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0 };
}
