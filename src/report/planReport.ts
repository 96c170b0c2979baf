/** A reconciliation as sheets: `report`'s one door. */

import type { Reconciliation } from '../domain/reconciliation';
import { runRecord } from './changes';
import { NOTHING_KEPT, reportContext } from './context';
import type { ReportKept } from './context';
import { definitionsSheet } from './definitionsSheet';
import { digest } from './digest';
import { exceptionsSheet } from './exceptionsSheet';
import { leftOutSheet, leftOutThatFit } from './leftOutSheet';
import { matchesSheet, rowsThatFit } from './matchesSheet';
import { matchRows } from './matchRows';
import type { ReportPlan } from './plan';
import { reconciliationSheet } from './reconciliationSheet';
import { reviewOf } from './review';
import { summarySheet } from './summary/summarySheet';
import { MAX_TABLE_ROWS } from './tablePlan';
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
  const listed = rowsThatFit(matches, context.kept.decisions, MAX_TABLE_ROWS);
  const leftOut = leftOutThatFit(reconciliation.leftOut, MAX_TABLE_ROWS);
  const fit = {
    grain: variances.grain,
    matchesOmitted: matches.length - listed.length,
    leftOutOmitted: reconciliation.leftOut.length - leftOut.length,
  };
  const run = runRecord(context);
  const figures = digest(context, fit, run);
  return {
    sheets: [
      summarySheet(context, fit, run),
      reconciliationSheet(context),
      variancesSheet(context, variances),
      exceptionsSheet(context),
      matchesSheet(context, listed, fit.matchesOmitted),
      leftOutSheet(leftOut, fit.leftOutOmitted),
      definitionsSheet(context, run),
    ],
    digest: figures,
    review: reviewOf(matches, context),
    run: { ...run, digest: figures, ran: null },
  };
}
