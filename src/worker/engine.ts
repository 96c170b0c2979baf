/** The engine as the worker serves it. */

import { define, inspect, reconcile } from '../reconcile';
import { planReport } from '../report/planReport';
import type { Engine } from './serve';

export const engine: Engine = {
  inspect,
  define: (grids, request) => define({ grids, ...request }),
  run(grids, { typed, refusedSettings, ...request }, onProgress) {
    const result = reconcile({ grids, ...request }, onProgress);
    onProgress('plan sheets', 0);
    return planReport(result, { typed, refusedSettings, decisions: request.decisions });
  },
};
