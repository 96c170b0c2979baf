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
import { countOfParts, inParts } from './parts';
import type { ReportPlan, SheetPlan } from './plan';
import { reconciliationSheet } from './reconciliationSheet';
import { reviewOf } from './review';
import { summarySheet } from './summary/summarySheet';
import { MAX_TABLE_ROWS } from './tableNames';
import { variancesSheet, writtenVariances } from './variancesSheet';

export type { ReportKept };

/**
 * The seven sheets in their order, a table with more rows than a sheet holds on several, and the run in figures.
 * @param kept what people typed and decided in earlier runs, shown again.
 * @param limit rows that a sheet holds.
 */
export function planReport(
  reconciliation: Reconciliation,
  kept: Partial<ReportKept> = {},
  limit: number = MAX_TABLE_ROWS,
): ReportPlan {
  const context = reportContext(reconciliation, { ...NOTHING_KEPT, ...kept }, limit);
  const variances = writtenVariances(context, limit);
  const matches = matchRows(context);
  const lines = reconciliationSheet(context);
  const exceptions = exceptionsSheet(context);
  const listed = [matchesSheet(context, matches), leftOutSheet(reconciliation.leftOut)];
  const fit = {
    grain: variances.grain,
    parts: [lines, exceptions, ...listed].map((sheet) => ({ name: sheet.name, count: countOfParts(rowsOf(sheet), limit) })),
  };
  const run = runRecord(context);
  const figures = digest(context, fit, run);
  return {
    sheets: [
      summarySheet(context, fit, run),
      ...inParts(lines, limit),
      variancesSheet(context, variances),
      ...inParts(exceptions, limit),
      ...listed.flatMap((sheet) => inParts(sheet, limit)),
      definitionsSheet(context, run),
    ],
    digest: figures,
    review: reviewOf(matches, context),
    run: { ...run, digest: figures, ran: null },
  };
}

const rowsOf = ({ tables: [table] }: SheetPlan): number => table?.rows.length ?? 0;
