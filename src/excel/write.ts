/** The result's way into the workbook: staged beside what is there, then put in place by one short batch with a journal. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { ReportPlan } from '../report/plan';
import { send } from './build';
import { finish } from './finish';
import { NOTHING_WATCHED } from './lastMoment';
import { refuseTypedMeanwhile } from './meanwhile';
import type { Typed } from './meanwhile';
import { place } from './place';
import type { Placing } from './recipe';
import { keepJournal, mend } from './repair';
import { withExcel } from './session';
import { stageReport } from './stageReport';
import type { Staged } from './stageReport';
import { TroubleError } from './trouble';

export interface WriteOutcome {
  /** Sheet names as used, by the planned name. */
  readonly names: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
}

/**
 * Until the last batch the last good result stays in place, and what was staged is taken away on any failure or cancel.
 * A break within the last batch is mended at once where Excel still answers, else by `repair` at the next start.
 * @param taken what people typed, as the plan takes it in: where they typed more since, nothing is written over it.
 * @throws TroubleError, or AbortError where cancelled.
 */
export async function writeReport(
  plan: ReportPlan,
  sources: readonly SourceGrid[],
  onProgress: OnProgress,
  signal: AbortSignal,
  taken: Typed | null = null,
): Promise<WriteOutcome> {
  await mend();
  const staged = await stageOrTakeAway(plan, sources, onProgress, signal, taken);
  let { watch } = staged;
  try {
    await withExcel(async (context) => {
      const { recipes, retired } = staged;
      const placing: Placing = { phase: 'placing', attempts: 0, sheets: [...recipes], run: plan.run, retired: [...retired] };
      keepJournal(context, placing);
      await send(context);
      await place(context, placing, watch.ask);
    });
  } catch (error) {
    await completeOrThrow(error);
    // Its answer was lost with it.
    watch = NOTHING_WATCHED;
  }
  const messages = [...staged.messages, ...(await finish(staged.recipes, staged.plans, watch))];
  onProgress('write', 1);
  return { names: Object.fromEntries(staged.recipes.map(({ planned, name }) => [planned, name])), messages };
}

async function stageOrTakeAway(
  plan: ReportPlan,
  sources: readonly SourceGrid[],
  onProgress: OnProgress,
  signal: AbortSignal,
  taken: Typed | null,
): Promise<Staged> {
  try {
    const staged = await withExcel((context) => stageReport(context, plan, sources, onProgress, signal));
    if (taken !== null) await refuseTypedMeanwhile(taken);
    return staged;
  } catch (error) {
    throw await afterMending(error);
  }
}

/** Takes away what was staged; where Excel refuses that too, the next start does it. Either way the fault is told. */
async function afterMending(error: unknown): Promise<unknown> {
  try {
    await mend();
    return error;
  } catch (second) {
    if (!(error instanceof TroubleError)) return error;
    const next = `${error.trouble.next} What was begun is on hidden sheets and is taken away when Tieout starts again.`;
    return new TroubleError({ ...error.trouble, next }, { cause: second });
  }
}

/** Does the last batch again from its journal. @throws the fault where that is not possible now. */
async function completeOrThrow(error: unknown): Promise<void> {
  let isPlaced = false;
  try {
    isPlaced = (await mend()).kind === 'placed';
  } catch (second) {
    throw halfInPlace(second);
  }
  if (!isPlaced) throw error;
}

function halfInPlace(cause: unknown): TroubleError {
  return new TroubleError(
    {
      what: 'Excel stopped answering while the result was put in place.',
      next: 'Close the pane and open it again: the result is then completed.',
      where: null,
    },
    { cause },
  );
}
