/** The add-in's door to the workbook. */

import type { OnProgress } from '../domain/progress';
import { send } from './build';
import { logDecisions } from './decisionLog';
import { readQueue, stepException } from './exceptionQueue';
import { readKept, saveMappings } from './readKept';
import { resultPlaces, showColumn } from './resultPlaces';
import { addSample, removeSample } from './sampleSheets';
import { foreignSheets, readSources } from './readSources';
import { JOURNAL, LAST_RUN, MAPPINGS, REGISTRY, TABLES } from './registry';
import { leftOvers, repair } from './repair';
import { readSelection } from './selection';
import { withExcel } from './session';
import { forget, stored } from './stored';
import { surveyWorkbook } from './survey';
import { watchSelection, watchSources } from './watch';
import { addAlias, removeAlias, writeDecisions } from './writeDecisions';
import { addMatches, listedMatches, removeMatches, writeReviews } from './writeReviews';
import type { writeReport } from './write';
import { aloneAfterOthers, aloneOrRefuse } from './writeLock';

/** What `taskpane/ports` calls `WorkbookPort`. */
export function createWorkbookPort() {
  /** Sheets read as sources: their names of then, by id. */
  let sources: ReadonlyMap<string, string> = new Map();

  return {
    repair: () => aloneAfterOthers(repair),
    async readSources(onProgress: OnProgress, signal: AbortSignal) {
      const read = await readSources(onProgress, signal);
      sources = read.sheets;
      return read.grids;
    },
    readKept,
    saveMappings,
    async write(...run: Parameters<typeof writeReport>) {
      // Nothing is written before the first run: the writer is loaded then.
      const writer = await import(/* webpackChunkName: 'writer' */ './write');
      return aloneOrRefuse(() => writer.writeReport(...run));
    },
    removeResults: () => aloneOrRefuse(removeResults),
    stored,
    forget: () => aloneOrRefuse(forget),
    writeDecisions,
    writeReviews,
    addMatches,
    removeMatches,
    listedMatches,
    logDecisions,
    readQueue,
    stepException,
    addAlias,
    removeAlias,
    show,
    resultPlaces,
    addSample,
    removeSample,
    showColumn,
    onSelectionChanged: watchSelection,
    readSelection: () => readSelection(sources),
    onSourcesChanged: (listener: () => void) => watchSources((id) => sources.has(id), isForeign, listener),
  };
}

/** Takes away the sheets and settings that Tieout made and nothing else. @returns how many sheets. */
async function removeResults(): Promise<number> {
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    const { ours } = survey;
    const settings = [REGISTRY, JOURNAL, MAPPINGS, LAST_RUN, TABLES].map((key) =>
      context.workbook.settings.getItemOrNullObject(key),
    );
    for (const setting of settings) setting.load('key');
    await send(context);
    for (const { id } of [...ours, ...leftOvers(survey)]) context.workbook.worksheets.getItem(id).delete();
    for (const setting of settings) if (!setting.isNullObject) setting.delete();
    await send(context);
    return ours.length;
  });
}

/** Selects a cell or area, activating its sheet. */
async function show(sheet: string, address: string): Promise<void> {
  await withExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(address).select();
    await send(context);
  });
}

async function isForeign(id: string): Promise<boolean> {
  return withExcel(async (context) => foreignSheets(await surveyWorkbook(context)).some((sheet) => sheet.id === id));
}
