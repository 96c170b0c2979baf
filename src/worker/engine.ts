/** The engine as the worker serves it: it holds its last run, so that a selection can be explained from it. */

import type { Reconciliation } from '../domain/reconciliation';
import { define, inspect, reconcile } from '../reconcile';
import { reportContext } from '../report/context';
import { createExplainer } from '../report/explain/explainer';
import type { Explain } from '../report/explain/explainer';
import { isSameRun } from '../report/changes';
import { planReport } from '../report/planReport';
import type { RunRequest } from './protocol';
import type { Engine } from './serve';

export function createEngine(): Engine {
  let held: { readonly result: Reconciliation; readonly request: RunRequest } | null = null;
  let explain: Explain | null = null;

  /** The run before is let go first: two at once may be more than there is room for. */
  const letGo = (): void => {
    held = null;
    explain = null;
  };
  const ready = (): Explain | null => {
    if (explain === null && held !== null)
      explain = createExplainer(reportContext(held.result, keptOf(held.request)), held.request.mappings);
    return explain;
  };

  return {
    inspect,
    define: (grids, request) => define({ grids, ...request }),
    run(grids, request, onProgress) {
      letGo();
      const result = reconcile({ grids, ...request }, onProgress);
      onProgress('plan sheets', 0);
      const plan = planReport(result, keptOf(request));
      held = { result, request };
      return plan;
    },
    hold(grids, request) {
      letGo();
      const result = reconcile({ grids, ...request });
      held = { result, request };
      const context = reportContext(result, keptOf(request));
      explain = createExplainer(context, request.mappings);
      return isSameRun(context);
    },
    makeReady: () => void ready(),
    explain: (asked) => ready()?.(asked) ?? null,
  };
}

const keptOf = ({ typed, refusedSettings, lastRun, decisions, previous }: RunRequest) => ({
  typed,
  refusedSettings,
  lastRun,
  decisions,
  previous,
});
