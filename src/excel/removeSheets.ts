/** Takes the results away as a whole: in one request, so that all of it goes or nothing. */

import type { OnProgress } from '../domain/progress';
import { send } from './build';
import { leftOvers } from './repair';
import { JOURNAL, LAST_RUN, MAPPINGS, REGISTRY, TABLES } from './registry';
import { withExcel } from './session';
import { surveyWorkbook } from './survey';

export interface Removal {
  /** How many sheets went. */
  readonly removed: number;
}

/** What is there of the results. */
interface There {
  /** Ids of the sheets that are ours, and of those that a run left behind. */
  readonly own: readonly string[];
  readonly leftOvers: readonly string[];
  readonly settings: readonly string[];
  /** No other sheet can be seen, and Excel wants one. */
  readonly areAlone: boolean;
}

/**
 * Takes away the sheets and settings that Tieout made and nothing else.
 * @throws DOMException AbortError where it was cancelled before they went.
 */
export async function removeResults(onProgress: OnProgress, signal: AbortSignal): Promise<Removal> {
  const there = await look();
  signal.throwIfAborted();
  onProgress('remove sheets', 0);
  try {
    await remove(there);
  } catch (error) {
    const rest = await look();
    if (rest.own.length === there.own.length && rest.settings.length === there.settings.length) throw error;
    // What has begun to go goes.
    await remove(rest);
  }
  return { removed: there.own.length };
}

function look(): Promise<There> {
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    const settings = [REGISTRY, JOURNAL, MAPPINGS, LAST_RUN, TABLES].map((key) => ({
      key,
      setting: context.workbook.settings.getItemOrNullObject(key).load('key'),
    }));
    await context.sync();
    const own = survey.ours.map(({ id }) => id);
    const left = leftOvers(survey).map(({ id }) => id);
    const going = new Set([...own, ...left]);
    return {
      own,
      leftOvers: left,
      settings: settings.flatMap(({ key, setting }) => (setting.isNullObject ? [] : [key])),
      areAlone: own.length > 0 && survey.sheets.every(({ id, isHidden }) => isHidden || going.has(id)),
    };
  });
}

/** The settings last: they tell what is ours. */
function remove({ own, leftOvers: left, settings, areAlone }: There): Promise<void> {
  return withExcel(async (context) => {
    const { worksheets, settings: kept } = context.workbook;
    if (areAlone) worksheets.add();
    for (const id of [...left, ...own]) worksheets.getItem(id).delete();
    for (const key of settings) kept.getItem(key).delete();
    await send(context);
  });
}
