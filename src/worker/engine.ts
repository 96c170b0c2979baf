/** The engine as the worker serves it: it holds its last run, so that a selection can be explained from it. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { Reconciliation } from '../domain/reconciliation';
import { openAfter } from '../matching/handAllocation';
import { similarity } from '../matching/names/similarity';
import { define, inspect, reconcile } from '../reconcile';
import { reportContext } from '../report/context';
import type { ReportContext } from '../report/context';
import { createExplainer } from '../report/explain/explainer';
import type { Explain } from '../report/explain/explainer';
import { isSameRun } from '../report/changes';
import { postedRecords } from '../report/explain/posted';
import type { PostedRecords } from '../report/explain/posted';
import { lookUp } from '../report/settle/lookUp';
import { planSheetBySheet } from '../report/planReport';
import type { RunRequest } from './protocol';
import type { Engine } from './serve';

/** A run as it is held: where its records stand is kept in short, since whole it would be the largest part. */
interface Held {
  readonly result: Reconciliation;
  readonly posted: PostedRecords;
  readonly request: RunRequest;
}

/** What answers are looked up in: built when the first of them is asked for, or while nobody waits. */
interface Ready {
  readonly context: ReportContext;
  readonly explain: Explain;
}

export function createEngine(): Engine {
  let held: Held | null = null;
  let prepared: Ready | null = null;

  /** The run before is let go first: two at once may be more than there is room for. */
  const work = (grids: readonly SourceGrid[], request: RunRequest, onProgress: OnProgress): Held => {
    held = null;
    prepared = null;
    const { postings, ...result } = reconcile({ grids, ...request }, onProgress);
    held = { result: { ...result, postings: [] }, posted: postedRecords(result.lines, postings), request };
    return held;
  };
  const ready = (): Ready | null => {
    if (prepared === null && held !== null) prepared = readyOf(held);
    return prepared;
  };

  return {
    inspect,
    define: (grids, request) => define({ grids, ...request }),
    run(grids, request, onProgress) {
      const { result } = work(grids, request, onProgress);
      onProgress('plan sheets', 0);
      return planSheetBySheet(result, keptOf(request));
    },
    hold(grids, request, onProgress) {
      prepared = readyOf(work(grids, request, onProgress));
      return isSameRun(prepared.context);
    },
    makeReady: () => void ready(),
    explain: (asked) => ready()?.explain(asked) ?? null,
    lookUp(asked) {
      const context = ready()?.context;
      return context === undefined ? null : lookUp(asked, context, { openAfter, similarity });
    },
  };
}

function readyOf({ result, posted, request }: Held): Ready {
  const context = reportContext(result, keptOf(request));
  return { context, explain: createExplainer(context, posted, request.mappings) };
}

const keptOf = ({ typed, refusedSettings, lastRun, decisions, previous }: RunRequest) => ({
  typed,
  refusedSettings,
  lastRun,
  decisions,
  previous,
});
