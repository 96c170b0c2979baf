/** A reconciliation as sheets: `report`'s one door. */

import type { Reconciliation } from '../domain/reconciliation';
import { runRecord } from './changes';
import { NOTHING_KEPT, reportContext } from './context';
import type { ReportKept } from './context';
import { definitionsSheet } from './definitionsSheet';
import { digest } from './digest';
import { exceptionsSheet } from './exceptionsSheet';
import { leftOutSheet } from './leftOutSheet';
import { matchesSheet } from './matchesSheet';
import { matchRows } from './matchRows';
import type { ReportPlan } from './plan';
import { reconciliationSheet } from './reconciliationSheet';
import { reviewOf } from './review';
import { summarySheet } from './summary/summarySheet';
import { variancesSheet, writtenVariances } from './variancesSheet';

export type { ReportKept };

/**
 * The seven sheets in their order, and the run in figures.
 * @param kept what people typed and decided in earlier runs, shown again.
 */
export function planReport(reconciliation: Reconciliation, kept: Partial<ReportKept> = {}): ReportPlan {
  const context = reportContext(reconciliation, { ...NOTHING_KEPT, ...kept });
  const variances = writtenVariances(context);
  const matches = matchRows(context);
  const run = runRecord(context);
  return {
    sheets: [
      summarySheet(context, variances, run),
      reconciliationSheet(context),
      variancesSheet(context, variances),
      exceptionsSheet(context),
      matchesSheet(context, matches),
      leftOutSheet(context),
      definitionsSheet(context, run),
    ],
    digest: digest(context, variances.grain, run),
    review: reviewOf(matches, context),
    run,
  };
}
