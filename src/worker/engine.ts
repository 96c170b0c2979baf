/** The engine as the worker serves it. */

import { define, inspect, reconcile } from '../reconcile';
import { planReport } from '../report/planReport';
import type { Engine } from './serve';

export const engine: Engine = {
  inspect,
  define: (grids, request) => define({ grids, ...request }),
  run(grids, { typed, refusedSettings, lastRun, ...request }, onProgress) {
    const result = reconcile({ grids, ...request }, onProgress);
    onProgress('plan sheets', 0);
    const { decisions, previous } = request;
    return planReport(result, { typed, refusedSettings, lastRun, decisions, previous });
  },
};
