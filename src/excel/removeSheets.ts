/** Takes sheets away one after another, so that a person sees how far it is and can stop it. */

import type { OnProgress } from '../domain/progress';
import { send } from './build';
import { leftOvers } from './repair';
import { JOURNAL, LAST_RUN, MAPPINGS, REGISTRY, TABLES } from './registry';
import { withExcel } from './session';
import { surveyWorkbook } from './survey';

export interface Removal {
  /** How many sheets went. */
  readonly removed: number;
  /** How many stay because the work was cancelled after the first had gone. */
  readonly left: number;
}

/** What people type into goes last: whoever stops in time keeps it, and the next run carries it over. */
const TYPED_INTO = ['Summary', 'Matches', 'Exceptions', 'Definitions'];

/**
 * Takes away the sheets and settings that Tieout made and nothing else.
 * @throws DOMException AbortError where it was cancelled before the first sheet went.
 */
export async function removeResults(onProgress: OnProgress, signal: AbortSignal): Promise<Removal> {
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    const ours = survey.ours.toSorted((one, other) => TYPED_INTO.indexOf(one.planned) - TYPED_INTO.indexOf(other.planned));
    const settings = [REGISTRY, JOURNAL, MAPPINGS, LAST_RUN, TABLES].map((key) =>
      context.workbook.settings.getItemOrNullObject(key),
    );
    for (const setting of settings) setting.load('key');
    for (const { id } of leftOvers(survey)) context.workbook.worksheets.getItem(id).delete();
    signal.throwIfAborted();
    await send(context);
    const removed = await removeSheets(context, ours, onProgress, signal);
    if (removed < ours.length) return { removed, left: ours.length - removed };
    for (const setting of settings) if (!setting.isNullObject) setting.delete();
    await send(context);
    return { removed, left: 0 };
  });
}

/** @returns how many went before it was cancelled. @throws DOMException AbortError where none had. */
export async function removeSheets(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string }[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  for (const [index, { id }] of sheets.entries()) {
    if (signal.aborted) return index;
    onProgress('remove sheets', index / sheets.length);
    context.workbook.worksheets.getItem(id).delete();
    await send(context);
  }
  return sheets.length;
}
