/** The worker's side of the protocol: holds the grids, calls the engine, answers. */

import type { RawCell, SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { SettingUsed } from '../domain/reconciliation';
import type { Asked, Explanation } from '../report/explain/explanation';
import type { SheetBySheet } from '../report/planReport';
import type { LookedUp, LookUp } from '../report/settle/lookUp';
import type { Inspection } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import { blocksOf } from './blocks';
import { fingerprintsOf } from './fingerprint';
import type { Answer, Call, DefineRequest, GridHead, RunRequest } from './protocol';

export interface Engine {
  inspect(grids: readonly SourceGrid[], saved: readonly SourceMapping[]): Inspection;
  define(grids: readonly SourceGrid[], request: DefineRequest): readonly SettingUsed[];
  /** The run is held until the next one. */
  run(grids: readonly SourceGrid[], request: RunRequest, onProgress: OnProgress): SheetBySheet;
  /** The same without a plan. @returns whether its figures are those of the last run. */
  hold(grids: readonly SourceGrid[], request: RunRequest, onProgress: OnProgress): boolean;
  /** Builds what explaining looks up in, while nobody waits. */
  makeReady(): void;
  /** Null while no run is held. */
  explain(asked: Asked): Explanation | null;
  /** Null while no run is held, or where that knows nothing of what is asked. */
  lookUp(asked: LookUp): LookedUp | null;
}

type HeldGrid = GridHead & { readonly values: (readonly RawCell[])[] };

/** Progress finer than this is not worth a message. */
const PROGRESS_STEP = 0.01;

export function createServer(engine: Engine, post: (answer: Answer) => void): (call: Call) => void {
  let transfer = 0;
  // The same objects from call to call: what reading found of them once it need not find again.
  let grids: readonly HeldGrid[] = [];

  const serve = (call: Call): void => {
    switch (call.kind) {
      case 'grids':
        transfer = call.id;
        grids = call.heads.map((head) => ({ ...head, values: [] }));
        return;
      case 'rows':
        if (call.id === transfer) grids[call.grid]?.values.push(...call.rows);
        return;
      case 'fingerprint':
        post({ kind: 'fingerprints', id: call.id, prints: fingerprintsOf(grids) });
        return;
      case 'inspect':
        post({ kind: 'inspected', id: call.id, inspection: engine.inspect(grids, call.saved) });
        return;
      case 'define':
        post({ kind: 'defined', id: call.id, used: engine.define(grids, call.request) });
        return;
      case 'run':
        postPlan(call.id, engine.run(grids, call.request, thinned(call.id, post)), post);
        engine.makeReady();
        return;
      case 'hold':
        post({ kind: 'holding', id: call.id, isSame: engine.hold(grids, call.request, thinned(call.id, post)) });
        return;
      case 'explain':
        post({ kind: 'explained', id: call.id, explanation: engine.explain(call.asked) });
        return;
      case 'lookUp':
        post({ kind: 'lookedUp', id: call.id, found: engine.lookUp(call.asked) });
        return;
    }
  };

  return (call) => {
    try {
      serve(call);
    } catch (error) {
      post({ kind: 'failed', id: call.id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function thinned(id: number, post: (answer: Answer) => void): OnProgress {
  let lastStep = '';
  let lastDone = 0;
  return (step, done) => {
    if (step === lastStep && done < 1 && done - lastDone < PROGRESS_STEP) return;
    lastStep = step;
    lastDone = done;
    post({ kind: 'progress', id, step, done });
  };
}

/** Each sheet is let go once it is posted. */
function postPlan(id: number, { sheets, ...plan }: SheetBySheet, post: (answer: Answer) => void): void {
  post({ kind: 'plan', id, plan });
  for (const sheet of sheets) {
    post({ kind: 'planSheet', id, sheet: { ...sheet, tables: sheet.tables.map((table) => ({ ...table, rows: [] })) } });
    sheet.tables.forEach(({ rows }, table) => {
      for (const block of blocksOf(rows)) post({ kind: 'planRows', id, table, rows: block });
    });
  }
  post({ kind: 'planned', id });
}
