/** The engine in a Web Worker, as in the add-in: first what a workbook holds, then null for what each run over it took. */

import type { SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { reconcile } from '../../src/reconcile';
import type { Kept } from '../../src/taskpane/ports';

export interface EngineInput {
  readonly grids: readonly SourceGrid[];
  readonly kept: Kept;
  readonly rounds: number;
}

export interface EngineRun {
  /** Milliseconds of each step, in order. */
  readonly steps: readonly (readonly [step: string, ms: number])[];
  readonly items: number;
  /** Whether every identity of the algebra holds. */
  readonly holds: boolean;
}

let input: EngineInput | null = null;

self.addEventListener('message', ({ data }: MessageEvent<EngineInput | null>) => {
  if (data !== null) input = data;
  self.postMessage(data === null && input !== null ? runs(input) : null);
});

function runs(given: EngineInput): EngineRun[] {
  return Array.from({ length: given.rounds }, () => run(given));
}

function run({ grids, kept }: EngineInput): EngineRun {
  const steps: [string, number][] = [];
  let step = 'understand the sheets';
  let since = performance.now();
  const enter = (next: string): void => {
    if (next === step) return;
    const now = performance.now();
    steps.push([step, now - since]);
    [step, since] = [next, now];
  };
  const mappings = inspect(grids, kept.mappings)
    .sources.map(({ mapping }) => mapping)
    .filter(({ role }) => role !== 'ignore');
  const { definitions, reasons, decisions, previous } = kept;
  const result = reconcile({ grids, mappings, definitions, reasons, decisions, previous }, enter);
  enter('');
  return { steps, items: result.items.length, holds: result.identities.every(({ holds }) => holds) };
}
