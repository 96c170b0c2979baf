/** The pane's effects: each verb talks to the workbook and the reconciler and turns what came of it into events. */

import type { OnProgress } from '../domain/progress';
import type { SourceMapping } from '../settings/mapping';
import { isSamePlace } from '../settings/place';
import { createExplainSession } from './explainSession';
import type { ExplainSession } from './explainSession';
import { INITIAL, isEmptyBook, isLong, isOpen, isReadable, reduce, savedMappings } from './paneState';
import type { PaneEvent, PaneState, PaneStep, Work } from './paneState';
import type { Place } from './place';
import type { Kept, Reconciler, RunRequest, SetUps, Stored, WorkbookPort } from './ports';
import { lastResult, stamped } from './lastResult';
import { resultOf } from './runResult';
import { createSettleSession } from './settleSession';
import type { SettleSession } from './settleSession';
import { isAbort, troubleOf } from './trouble';
import { createUnderstandSession } from './understandSession';
import type { UnderstandSession } from './understandSession';

export interface Session extends UnderstandSession {
  readonly getState: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Mends what broke off, reads the sheets, understands them. Returns what stops listening to the workbook. */
  readonly open: () => () => void;
  readonly readAgain: () => Promise<void>;
  readonly go: (step: PaneStep) => Promise<void>;
  readonly reconcile: () => Promise<void>;
  readonly settle: SettleSession;
  /** What is kept of earlier workbooks. */
  readonly setUps: Pick<SetUps, 'layouts' | 'definitions'>;
  readonly cancel: () => void;
  readonly remove: () => Promise<void>;
  /** What Tieout keeps in this workbook. */
  readonly stored: () => Promise<Stored>;
  /** Takes away all of it, and what is kept for the next workbook. */
  readonly forget: () => Promise<void>;
  /** Adds sheets of made-up data and reconciles them. */
  readonly trySample: () => Promise<void>;
  /** @param evenChanged whether sample sheets that a person changed go too. */
  readonly removeSample: (evenChanged: boolean) => Promise<void>;
  readonly show: (place: Place) => Promise<void>;
  /** Selects a column of the results, or of it the first row in which columns hold these texts. */
  readonly showColumn: (table: string, header: string, where?: Readonly<Record<string, string>>) => Promise<void>;
  readonly dismiss: () => void;
  /** What stands behind the selection. */
  readonly explain: ExplainSession;
}

/** Where nothing is kept of earlier workbooks. */
const NO_SET_UPS: SetUps = {
  layouts: () => [],
  definitions: () => ({}),
  keep: () => undefined,
  forgetLayout: () => undefined,
  forgetDefinitions: () => undefined,
  forget: () => undefined,
};

/** @param today ISO day, written beside a decision. */
export function createSession(
  workbook: WorkbookPort,
  reconciler: Reconciler,
  today: () => string,
  setUps: SetUps = NO_SET_UPS,
): Session {
  let state = INITIAL;
  let controller = new AbortController();
  const listeners = new Set<() => void>();

  const dispatch = (event: PaneEvent): void => {
    const next = reduce(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  /** Runs one piece of work. A newer look or definition takes the place of an older one; long work is not disturbed. */
  const work = async (
    kind: Work['kind'],
    task: (signal: AbortSignal, onProgress: OnProgress) => Promise<void>,
  ): Promise<void> => {
    if (isLong(state)) return;
    explain.giveWay();
    controller.abort();
    const mine = new AbortController();
    controller = mine;
    dispatch({ type: 'started', work: kind });
    try {
      await task(mine.signal, (step, done) => {
        if (controller === mine) dispatch({ type: 'progressed', step, done });
      });
    } catch (error) {
      // What came of an older look does not matter any more; a decision that is not in the workbook does.
      if (controller !== mine && kind !== 'decide') return;
      dispatch(isAbort(error) ? { type: 'cancelled' } : { type: 'failed', of: kind, trouble: troubleOf(error) });
    }
  };

  /** What was settled in this workbook comes before what was settled in others. */
  const saved = (kept: Kept): readonly SourceMapping[] => [...savedMappings(kept, state.settled), ...setUps.layouts()];

  const readSheets = async (signal: AbortSignal, onProgress: OnProgress): Promise<void> => {
    const kept = await workbook.readKept();
    const grids = await workbook.readSources(onProgress, signal);
    const inspection = await reconciler.inspect(grids, saved(kept));
    const prints = await reconciler.fingerprint(grids);
    signal.throwIfAborted();
    dispatch({ type: 'read', grids, prints, kept, inspection });
  };

  /** What the workbook holds is shown before its sheets are read. */
  const showLast = async (): Promise<void> => {
    const kept = await workbook.readKept();
    const result = lastResult(kept.lastRun, kept.lastRun === null ? {} : await workbook.resultPlaces());
    if (result !== null) dispatch({ type: 'returned', result, kept });
  };

  const requestOf = (kept: Kept): RunRequest => ({
    mappings: state.mappings,
    definitions: { ...kept.definitions, ...state.typed },
    // A reason found once does not outlive the value it was found for.
    reasons: Object.fromEntries(Object.entries(kept.reasons).filter(([key]) => !Object.hasOwn(state.typed, key))),
    decisions: kept.decisions,
    previous: kept.previous,
    typed: kept.typed,
    refusedSettings: kept.refusedSettings,
    lastRun: kept.lastRun,
  });

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const explain = createExplainSession(workbook, reconciler, {
    getState: () => state,
    subscribe,
    request: async () => requestOf(await workbook.readKept()),
  });

  const run = async (signal: AbortSignal, onProgress: OnProgress): Promise<void> => {
    if (state.isStale || state.result !== null) {
      await readSheets(signal, onProgress);
      if (!isReadable(state)) {
        dispatch({ type: 'went', step: 'sources' });
        dispatch({ type: 'noticed', notice: { kind: 'newQuestions' } });
        return;
      }
      dispatch({ type: 'started', work: 'run' });
    }
    const { grids, prints, mappings, settled, typed } = state;
    const kept = await workbook.readKept();
    signal.throwIfAborted();
    const plan = await reconciler.run(grids, requestOf(kept), onProgress, signal);
    const outcome = await workbook.write(stamped(plan, today(), prints), grids, onProgress, signal);
    const keptNow = await workbook.readKept();
    explain.close();
    dispatch({ type: 'finished', result: resultOf(plan, outcome), kept: keptNow });
    setUps.keep(
      mappings.filter((mapping) => settled.some((one) => isSamePlace(one, mapping))),
      typed,
    );
    await workbook.saveMappings(mappings);
  };

  const understand = createUnderstandSession(workbook, reconciler, setUps, {
    getState: () => state,
    dispatch,
    work,
    saved,
    requestOf,
  });

  const settle = createSettleSession(workbook, reconciler, {
    getState: () => state,
    dispatch,
    work: (task) => work('decide', task),
    today,
    refresh: () => explain.refresh(),
  });

  const showing = async (shown: Promise<void>): Promise<void> => {
    try {
      await shown;
    } catch (error) {
      dispatch({ type: 'failed', of: null, trouble: troubleOf(error) });
    }
  };

  return {
    getState: () => state,
    subscribe,
    explain,
    open() {
      void work('sheets', async (signal, onProgress) => {
        const mended = await workbook.repair();
        await showLast();
        await readSheets(signal, onProgress);
        if (mended !== null) dispatch({ type: 'noticed', notice: { kind: 'mended', sentence: mended } });
      });
      const stops = [workbook.onSourcesChanged(() => dispatch({ type: 'sheetsChanged' })), explain.follow()];
      return () => stops.forEach((stop) => stop());
    },
    readAgain: () => work('sheets', readSheets),
    async go(step) {
      if (!isOpen(state, step)) return;
      explain.close();
      dispatch({ type: 'went', step });
      if (step === 'definitions') await understand.define();
    },
    ...understand,
    setUps,
    reconcile: () => work('run', run),
    settle,
    cancel() {
      dispatch({ type: 'cancelling' });
      controller.abort();
    },
    remove: () =>
      work('remove', async (signal, onProgress) => {
        const sheets = await workbook.removeResults();
        await readSheets(signal, onProgress);
        explain.close();
        dispatch({ type: 'removed', sheets });
      }),
    stored: () => workbook.stored(),
    forget: () =>
      work('remove', async (signal, onProgress) => {
        const sheets = await workbook.forget();
        setUps.forget();
        await readSheets(signal, onProgress);
        explain.close();
        dispatch({ type: 'removed', sheets });
        dispatch({ type: 'noticed', notice: { kind: 'forgotten', sheets } });
      }),
    async trySample() {
      if (!isEmptyBook(state)) return;
      await work('sample', async (signal, onProgress) => {
        const { sampleSheets } = await import(/* webpackChunkName: 'sample' */ './sample/sampleSheets');
        signal.throwIfAborted();
        await workbook.addSample(sampleSheets());
        await readSheets(signal, onProgress);
      });
      if ((state.kept?.sample.length ?? 0) > 0 && isReadable(state)) await work('run', run);
    },
    removeSample: (evenChanged) =>
      work('sample', async (signal, onProgress) => {
        const { removed, changed } = await workbook.removeSample(evenChanged);
        await readSheets(signal, onProgress);
        dispatch({ type: 'noticed', notice: { kind: 'sampleRemoved', sheets: removed, changed } });
      }),
    async showColumn(table, header, where) {
      await showing(workbook.showColumn(table, header, where));
    },
    async show(place) {
      explain.passOver(place);
      await showing(workbook.show(place.sheet, place.address));
    },
    dismiss: () => dispatch({ type: 'dismissed' }),
  };
}
