/** The pane's effects: each verb talks to the workbook and the reconciler and turns what came of it into events. */

import type { OnProgress } from '../domain/progress';
import type { SourceMapping } from '../settings/mapping';
import { isSamePlace } from '../settings/place';
import { createExplainSession } from './explainSession';
import type { ExplainSession } from './explainSession';
import { INITIAL, isEmptyBook, isLong, isOpen, isReadable, reduce, savedMappings } from './paneState';
import type { PaneEvent, PaneState, PaneStep, Work } from './paneState';
import type { Place } from './place';
import type { Kept, Preferences, Reconciler, RunRequest, SetUps, Stored, WorkbookPort } from './ports';
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
  /** Gives up what Excel does not answer. */
  readonly stopWaiting: () => void;
  readonly remove: () => Promise<void>;
  /** What Tieout keeps in this workbook. */
  readonly stored: () => Promise<Stored>;
  /** Takes away all of it, and what is kept for the next workbook and of the user. */
  readonly forget: (preferences: Pick<Preferences, 'forget'>) => Promise<void>;
  /** Adds sheets of made-up data and reconciles them. */
  readonly trySample: () => Promise<void>;
  /** @param evenChanged whether sample sheets that a person changed go too. */
  readonly removeSample: (evenChanged: boolean) => Promise<void>;
  readonly show: (place: Place) => Promise<void>;
  /** Selects a column of the results, or of it the first row in which columns hold these texts, and explains it. */
  readonly showColumn: (table: string, header: string, where?: Readonly<Record<string, string>>) => Promise<void>;
  readonly dismiss: () => void;
  /** What stands behind the selection. */
  readonly explain: ExplainSession;
}

const ignored: OnProgress = () => undefined;

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
    const inspection = await reconciler.inspect(grids, saved(kept), signal);
    const prints = await reconciler.fingerprint(grids, signal);
    signal.throwIfAborted();
    dispatch({ type: 'read', grids, prints, kept, inspection });
  };

  /** After sheets went. @returns false where it was cancelled: they are gone all the same. */
  const readWhatStays = async (signal: AbortSignal, onProgress: OnProgress): Promise<boolean> => {
    try {
      await readSheets(signal, onProgress);
      return true;
    } catch (error) {
      if (isAbort(error)) return false;
      throw error;
    }
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
    if (state.isStale || state.isSpent || state.result !== null) {
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
    // The result stands: what fails from here on is told, and makes no failure of the run.
    const messages = [...outcome.messages];
    const told = async <T>(refused: string, task: Promise<T>): Promise<T | null> => {
      try {
        return await task;
      } catch (error) {
        messages.push(`${refused} (${troubleOf(error).what}). The figures stand.`);
        return null;
      }
    };
    await told('The columns chosen could not be kept for the next run', workbook.saveMappings(mappings));
    const keptNow = await told('What stands in the results could not be read again', workbook.readKept());
    explain.close();
    dispatch({ type: 'finished', result: resultOf(plan, { ...outcome, messages }), kept: keptNow ?? kept });
    setUps.keep(
      mappings.filter((mapping) => settled.some((one) => isSamePlace(one, mapping))),
      typed,
    );
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

  /** Who has cancelled does not wait for Excel to answer. */
  const hearSilence = (isSilent: boolean): void => {
    dispatch({ type: 'silence', isSilent });
    if (isSilent && state.work?.isCancelling === true) workbook.giveUp();
  };

  /** @returns whether it is shown. */
  const showing = async (shown: Promise<void>): Promise<boolean> => {
    try {
      await shown;
      return true;
    } catch (error) {
      dispatch({ type: 'failed', of: null, trouble: troubleOf(error) });
      return false;
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
      const stops = [
        workbook.onSilence(hearSilence),
        workbook.onSourcesChanged(() => dispatch({ type: 'sheetsChanged' })),
        explain.follow(),
      ];
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
      if (state.isExcelSilent) workbook.giveUp();
    },
    remove: () =>
      work('remove', async (signal, onProgress) => {
        const { removed } = await workbook.removeResults(onProgress, signal);
        explain.close();
        const isRead = await readWhatStays(signal, onProgress);
        dispatch({ type: 'removed', sheets: removed, isRead });
      }),
    stored: () => workbook.stored(),
    forget: (preferences) =>
      work('remove', async (signal, onProgress) => {
        const { removed } = await workbook.forget(onProgress, signal);
        setUps.forget();
        preferences.forget();
        explain.close();
        const isRead = await readWhatStays(signal, onProgress);
        dispatch({ type: 'removed', sheets: removed, isRead });
        dispatch({ type: 'noticed', notice: { kind: 'forgotten', sheets: removed } });
      }),
    async trySample() {
      if (!isEmptyBook(state)) return;
      await work('sample', async (signal, onProgress) => {
        const { sampleSheets } = await import(/* webpackChunkName: 'sample' */ './sample/sampleSheets');
        signal.throwIfAborted();
        await workbook.addSample(sampleSheets(), onProgress, signal);
        await readSheets(signal, onProgress).catch(async (error: unknown) => {
          // Whoever cancels finds the workbook as it was.
          if (isAbort(error)) await workbook.removeSample(true, ignored, new AbortController().signal);
          throw error;
        });
      });
      if ((state.kept?.sample.length ?? 0) > 0 && isReadable(state)) await work('run', run);
    },
    removeSample: (evenChanged) =>
      work('sample', async (signal, onProgress) => {
        const { removed, changed } = await workbook.removeSample(evenChanged, onProgress, signal);
        const isRead = await readWhatStays(signal, onProgress);
        if (!isRead) dispatch({ type: 'cancelled' });
        dispatch({ type: 'noticed', notice: { kind: 'sampleRemoved', sheets: removed, changed } });
        if (!isRead) dispatch({ type: 'sheetsChanged' });
      }),
    showColumn: (table, header, where) => explain.askAbout(() => showing(workbook.showColumn(table, header, where))),
    async show(place) {
      explain.passOver(place);
      await showing(workbook.show(place.sheet, place.address));
    },
    stopWaiting: () => workbook.giveUp(),
    dismiss: () => dispatch({ type: 'dismissed' }),
  };
}
