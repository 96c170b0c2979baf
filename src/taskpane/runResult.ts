/** What the pane keeps of a run: figures, matches to review, and where in the workbook each thing stands. */

import type { Digest, ReportPlan, ReviewPlan, SheetPlan } from '../report/plan';
import type { Place } from './place';
import { addressOf } from './place';
import type { WriteOutcome } from './ports';

export interface RunResult {
  readonly digest: Digest;
  readonly review: ReviewPlan;
  /** Where each planned sheet's table (or top) stands now, by the planned sheet name. */
  readonly places: Readonly<Record<string, Place>>;
  readonly messages: readonly string[];
  /** Null where the run was made in this pane; else what is known of the run that the workbook holds. */
  readonly earlier: EarlierRun | null;
}

export interface EarlierRun {
  /** ISO day; null where the run was not made in a pane. */
  readonly ranOn: string | null;
}

/** What can be reviewed is worked out by a run, and not kept. */
export const NO_REVIEW: ReviewPlan = { counts: {}, matches: [], choices: [], choiceCount: 0, alike: [] };

export function resultOf(plan: ReportPlan, outcome: WriteOutcome): RunResult {
  return {
    digest: plan.digest,
    review: plan.review,
    places: Object.fromEntries(plan.sheets.map((sheet) => [sheet.name, placeOf(sheet, outcome.names[sheet.name] ?? sheet.name)])),
    messages: [...new Set([...plan.digest.messages, ...outcome.messages])],
    earlier: null,
  };
}

function placeOf(sheet: SheetPlan, name: string): Place {
  const table = sheet.tables[0];
  return { sheet: name, address: table === undefined ? 'A1' : addressOf(table.row, table.column) };
}

/** How many exceptions wait for somebody, of every priority. */
export function openExceptions(result: RunResult): number {
  return result.digest.exceptions.reduce((sum, { count }) => sum + count, 0);
}
