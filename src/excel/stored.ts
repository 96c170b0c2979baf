/** All that Tieout keeps in the workbook: told before it goes, and taken away as a whole. */

import type { OnProgress } from '../domain/progress';
import { send } from './build';
import { removeResults } from './removeSheets';
import type { Removal } from './removeSheets';
import { leftOvers } from './repair';
import { removeSample, sampleNames } from './sampleSheets';
import { withExcel } from './session';
import { surveyWorkbook } from './survey';

/** Begins every key of ours. */
const OWN_KEY = 'tieout.';

export interface Stored {
  readonly sheets: readonly string[];
  readonly sample: readonly string[];
  readonly notes: number;
}

async function ownNotes(context: Excel.RequestContext): Promise<readonly Excel.Setting[]> {
  const { settings } = context.workbook;
  settings.load('items/key');
  await context.sync();
  return settings.items.filter(({ key }) => key.startsWith(OWN_KEY));
}

export function stored(): Promise<Stored> {
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    return {
      sheets: [...survey.ours, ...leftOvers(survey)].map(({ name }) => name),
      sample: await sampleNames(context),
      notes: (await ownNotes(context)).length,
    };
  });
}

/**
 * Sample sheets that a person changed stay, as his own.
 * @throws DOMException AbortError where it was cancelled before anything went.
 */
export async function forget(onProgress: OnProgress, signal: AbortSignal): Promise<Removal> {
  const results = await removeResults(onProgress, signal);
  // What has begun to go goes: a cancel that comes now is too late.
  const { removed } = await removeSample(false, onProgress, results.removed > 0 ? new AbortController().signal : signal);
  await withExcel(async (context) => {
    for (const note of await ownNotes(context)) note.delete();
    await send(context);
  });
  return { removed: results.removed + removed };
}
