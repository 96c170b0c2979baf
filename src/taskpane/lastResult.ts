/** The result that a workbook holds, shown without a new run. */

import type { ReportPlan } from '../report/plan';
import type { LastRun } from '../settings/lastRun';
import type { Place } from './place';
import { NO_REVIEW } from './runResult';
import type { RunResult } from './runResult';

type Prints = Readonly<Record<string, string>>;

/** @returns null where the workbook does not hold the figures of its last run. */
export function lastResult(run: LastRun | null, places: Readonly<Record<string, Place>>): RunResult | null {
  const digest = run?.digest ?? null;
  if (run === null || digest === null) return null;
  const since = { ranOn: run.ran?.on ?? null, changed: null };
  return { digest, review: NO_REVIEW, places, messages: digest.messages, since };
}

/** A plan that tells the workbook when it was made and of what. */
export function stamped(plan: ReportPlan, on: string, sources: Prints): ReportPlan {
  return { ...plan, run: { ...plan.run, ran: { on, sources: { ...sources } } } };
}

/** Sources that came, went or hold something else since, by name; null where the run does not tell what it read. */
export function changedSince(run: LastRun, now: Prints): readonly string[] | null {
  const then = run.ran?.sources;
  if (then === undefined) return null;
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((source) => now[source] !== then[source]);
}
