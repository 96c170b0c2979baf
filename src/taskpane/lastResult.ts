/** The result that a workbook holds, shown without a new run. */

import type { ReportPlan } from '../report/plan';
import type { LastRun } from '../settings/lastRun';
import type { PaneState, Prints } from './paneState';
import type { Place } from './place';
import { NO_REVIEW } from './runResult';
import type { RunResult } from './runResult';

/** @returns null where the workbook does not hold the figures of its last run. */
export function lastResult(run: LastRun | null, places: Readonly<Record<string, Place>>): RunResult | null {
  const digest = run?.digest ?? null;
  if (run === null || digest === null) return null;
  return { digest, review: NO_REVIEW, places, messages: digest.messages, earlier: { ranOn: run.ran?.on ?? null } };
}

/** A plan that tells the workbook when it was made and of what. */
export function stamped(plan: ReportPlan, on: string, sources: Prints): ReportPlan {
  return { ...plan, run: { ...plan.run, ran: { on, sources: { ...sources } } } };
}

/** Sources that came, went or hold something else since the last run, by name; null while nobody knows. */
export function changedSources({ kept, inspection, prints: now }: PaneState): readonly string[] | null {
  const then = kept?.lastRun?.ran?.sources;
  if (then === undefined || inspection === null) return null;
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((source) => now[source] !== then[source]);
}

export function isOutdated(state: PaneState): boolean {
  return state.isStale || (changedSources(state) ?? []).length > 0;
}
