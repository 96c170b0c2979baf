/** The add-in's door to the workbook. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { ReportPlan } from '../report/plan';
import { send } from './build';
import { readQueue, stepException } from './exceptionQueue';
import type { Typed } from './meanwhile';
import { patience } from './patience';
import { readKept, saveMappings } from './readKept';
import { resultPlaces, showColumn } from './resultPlaces';
import { addSample, removeSample } from './sampleSheets';
import { foreignSheets, readSources } from './readSources';
import { removeResults } from './removeSheets';
import { repair } from './repair';
import { readSelection } from './selection';
import { withExcel } from './session';
import { settle } from './settle';
import { forget, stored } from './stored';
import { surveyWorkbook } from './survey';
import { watchSelection, watchSources } from './watch';
import { aloneAfterOthers, aloneOrRefuse } from './writeLock';

/** What `taskpane/ports` calls `WorkbookPort`. */
export function createWorkbookPort() {
  /** Sheets read as sources: their names of then, by id. */
  let sources: ReadonlyMap<string, string> = new Map();
  /** What people typed, as it was read last. */
  let typed: Typed | null = null;

  return {
    repair: () => aloneAfterOthers(repair),
    async readSources(onProgress: OnProgress, signal: AbortSignal) {
      const read = await readSources(onProgress, signal);
      sources = read.sheets;
      return read.grids;
    },
    async readKept() {
      const kept = await readKept();
      typed = kept;
      return kept;
    },
    saveMappings,
    async write(plan: ReportPlan, grids: readonly SourceGrid[], onProgress: OnProgress, signal: AbortSignal) {
      // Nothing is written before the first run: the writer is loaded then.
      const writer = await import(/* webpackChunkName: 'writer' */ './write');
      return aloneOrRefuse(() => writer.writeReport(plan, grids, onProgress, signal, typed));
    },
    removeResults: (onProgress: OnProgress, signal: AbortSignal) => aloneOrRefuse(() => removeResults(onProgress, signal)),
    stored,
    forget: (onProgress: OnProgress, signal: AbortSignal) => aloneOrRefuse(() => forget(onProgress, signal)),
    settle,
    readQueue,
    stepException,
    show,
    resultPlaces,
    addSample,
    removeSample,
    showColumn,
    onSelectionChanged: watchSelection,
    readSelection: () => readSelection(sources),
    onSilence: (listener: (isSilent: boolean) => void) => patience().onSilence(listener),
    giveUp: () => patience().giveUp(),
    onSourcesChanged: (listener: () => void) => watchSources((id) => sources.has(id), isForeign, listener),
  };
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
