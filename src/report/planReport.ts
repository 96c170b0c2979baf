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
import type { Fit } from './summary/headline';
import { summarySheet } from './summary/summarySheet';
import { MAX_TABLE_ROWS } from './tableNames';
import { variancesSheet, writtenVariances } from './variancesSheet';

export type { ReportKept };

/** A report of which each sheet is made anew whenever it is come to: those of a large run are too much to be held at once. */
export interface SheetBySheet extends Omit<ReportPlan, 'sheets'> {
  readonly sheets: Iterable<SheetPlan>;
}

/**
 * The seven sheets in their order, a table with more rows than a sheet holds on several, and the run in figures.
 * @param kept what people typed and decided in earlier runs, shown again.
 * @param limit rows that a sheet holds.
 */
export function planReport(reconciliation: Reconciliation, kept: Partial<ReportKept> = {}, limit = MAX_TABLE_ROWS): ReportPlan {
  return withAllSheets(planSheetBySheet(reconciliation, kept, limit));
}

export function withAllSheets({ sheets, ...report }: SheetBySheet): ReportPlan {
  return { sheets: [...sheets], ...report };
}

/** As `planReport`, sheet by sheet. */
export function planSheetBySheet(
  reconciliation: Reconciliation,
  kept: Partial<ReportKept> = {},
  limit = MAX_TABLE_ROWS,
): SheetBySheet {
  const context = reportContext(reconciliation, { ...NOTHING_KEPT, ...kept }, limit);
  const variances = writtenVariances(context, limit);
  const matches = matchRows(context);
  const { lines, exceptions, leftOut } = reconciliation;
  const fit: Fit = {
    grain: variances.grain,
    parts: [
      { name: 'Reconciliation', count: countOfParts(lines.length, limit) },
      { name: 'Exceptions', count: countOfParts(exceptions.length, limit) },
      { name: 'Matches', count: countOfParts(matches.length, limit) },
      { name: 'Left out', count: countOfParts(leftOut.length, limit) },
    ],
  };
  const run = runRecord(context);
  const figures = digest(context, fit, run);
  function* sheets(): Generator<SheetPlan> {
    yield summarySheet(context, fit, run);
    yield* inParts(reconciliationSheet(context), limit);
    yield variancesSheet(context, variances);
    yield* inParts(exceptionsSheet(context), limit);
    yield* inParts(matchesSheet(context, matches), limit);
    yield* inParts(leftOutSheet(leftOut), limit);
    yield definitionsSheet(context, run);
  }
  return {
    sheets: { [Symbol.iterator]: sheets },
    digest: figures,
    review: reviewOf(matches, context),
    run: { ...run, digest: figures, ran: null },
  };
}
