/** Follows the selection: reads it, asks the run that is held, and works that out again where none is. The newest selection wins. */

import type { SourceGrid } from '../domain/grid';
import type { Explanation } from '../report/explain/explanation';
import type { Selection } from '../report/explain/selection';
import { explained, NOT_EXPLAINING } from './explaining';
import type { ExplainEvent, Explaining } from './explaining';
import { isBusy, isLong, isReadable } from './paneState';
import type { PaneState } from './paneState';
import type { Place } from './place';
import type { Reconciler, RunRequest, Trouble, WorkbookPort } from './ports';
import { isAbort, troubleOf } from './trouble';

export interface ExplainSession {
  readonly getState: () => Explaining;
  readonly subscribe: (listener: () => void) => () => void;
  /** @returns what stops following. */
  readonly follow: () => () => void;
  /** Explains what is selected now, a row of a source too. */
  readonly open: () => void;
  /** The same for a figure of the pane: the focus goes along. @param select answers whether the figure is selected in the workbook. */
  readonly askAbout: (select: () => Promise<boolean>) => Promise<void>;
  /** What is shown is read anew where a person still selects it: its cells changed. */
  readonly refresh: () => void;
  readonly close: () => void;
  readonly pin: (isPinned: boolean) => void;
  /** The pane selects a place itself: what it shows stays until a person selects another. */
  readonly passOver: (place: Place) => void;
  /** Other work begins: a run that is worked out in the background makes room. */
  readonly giveWay: () => void;
}

export interface ExplainedPane {
  readonly getState: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What a run would be asked for now. */
  readonly request: () => Promise<RunRequest>;
}

const WORKER_ENDED: Trouble = { what: 'The calculation stopped: its worker ended', next: 'Run again.', where: null };

type Workbook = Pick<WorkbookPort, 'onSelectionChanged' | 'readSelection'>;
type Explainer = Pick<Reconciler, 'explain' | 'hold'>;

export function createExplainSession(workbook: Workbook, reconciler: Explainer, pane: ExplainedPane): ExplainSession {
  let state = NOT_EXPLAINING;
  const listeners = new Set<() => void>();
  /** Rises with each selection: an answer to an older one is dropped. */
  let turn = 0;
  let isReading = false;
  let isDue = false;
  let isAskedFor = false;
  /** A selection was made while the sheets were read. */
  let isMissed = false;
  let passedOver: Place | null = null;
  let holding: { readonly grids: readonly SourceGrid[]; readonly stop: AbortController; readonly done: Promise<void> } | null =
    null;

  const dispatch = (event: ExplainEvent): void => {
    const next = explained(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  /** One request at a time, however many events come; what changed meanwhile is read once more. */
  const look = async (): Promise<void> => {
    turn += 1;
    isDue = true;
    if (isReading) return;
    isReading = true;
    while (isDue) {
      isDue = false;
      const mine = turn;
      try {
        const selection = await workbook.readSelection();
        if (mine === turn) void answer(selection, mine);
      } catch (error) {
        if (mine === turn && takesAll()) dispatch({ type: 'failed', trouble: troubleOf(error) });
      }
    }
    isReading = false;
  };

  /** Whether even what cannot be explained is told of: the explanation is open, or was asked for just now. */
  const takesAll = (): boolean => {
    const takes = state.isOpen || isAskedFor;
    isAskedFor = false;
    return takes;
  };

  const answer = async (selection: Selection, mine: number): Promise<void> => {
    if (state.isPinned || isPassedOver(selection)) return;
    if (isLong(pane.getState())) {
      isMissed = true;
      return;
    }
    const { asked, on } = selection;
    const isWanted = takesAll();
    if (asked === null) {
      if (isWanted) dispatch({ type: 'waits', selection, waiting: 'nothing' });
      return;
    }
    if (on === 'source' && !isWanted) return;
    try {
      const explanation = (await reconciler.explain(asked)) ?? (await afterHolding(selection, mine));
      if (explanation === null || mine !== turn) return;
      // A figure of Summary that is none of the run's brings nothing up by itself.
      if (explanation.kind === 'figure' && explanation.unknown > 0) {
        if (isWanted) dispatch({ type: 'waits', selection, waiting: 'nothing' });
      } else dispatch({ type: 'explained', selection, explanation });
    } catch (error) {
      if (mine === turn && !isAbort(error)) dispatch({ type: 'failed', trouble: troubleOf(error) });
    }
  };

  /** Null where it cannot be told now; then the state says why. */
  const afterHolding = async (selection: Selection, mine: number): Promise<Explanation | null> => {
    if (mine !== turn || selection.asked === null) return null;
    const { inspection } = pane.getState();
    if (inspection === null || isBusy(pane.getState())) {
      dispatch({ type: 'waits', selection, waiting: 'reading' });
      return null;
    }
    if (!isReadable(pane.getState())) {
      dispatch({ type: 'waits', selection, waiting: 'questions' });
      return null;
    }
    dispatch({ type: 'waits', selection, waiting: 'holding' });
    await hold(pane.getState().grids);
    const explanation = mine === turn ? await reconciler.explain(selection.asked) : null;
    // Where other work took the worker the explanation follows that work.
    if (explanation === null && mine === turn && !isBusy(pane.getState())) dispatch({ type: 'failed', trouble: WORKER_ENDED });
    return explanation;
  };

  const hold = (grids: readonly SourceGrid[]): Promise<void> => {
    if (holding?.grids === grids) return holding.done;
    const stop = new AbortController();
    const work = async (): Promise<void> => {
      const request = await pane.request();
      stop.signal.throwIfAborted();
      const { isSame } = await reconciler.hold(grids, request, stop.signal);
      dispatch({ type: 'held', isOther: !isSame });
    };
    const done = work().finally(() => {
      if (holding?.done === done) holding = null;
    });
    holding = { grids, stop, done };
    return done;
  };

  const isPassedOver = ({ place }: Selection): boolean => {
    const isSame = passedOver !== null && place?.sheet === passedOver.sheet && place.address === startOf(passedOver.address);
    if (!isSame) passedOver = null;
    return isSame;
  };

  /** Work that stood in the way is over. */
  const resume = (): void => {
    const isWaiting = state.isOpen && state.waiting !== null && state.waiting !== 'nothing';
    if (isMissed || isWaiting) void look();
    isMissed = false;
  };

  const open = (): void => {
    isAskedFor = true;
    passedOver = null;
    void look();
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow() {
      let wasBusy = isBusy(pane.getState());
      const stops = [
        workbook.onSelectionChanged(() => void look()),
        pane.subscribe(() => {
          const isBusyNow = isBusy(pane.getState());
          if (wasBusy && !isBusyNow) resume();
          wasBusy = isBusyNow;
        }),
      ];
      return () => stops.forEach((stop) => stop());
    },
    open,
    async askAbout(select) {
      // First: the selection itself may bring the explanation up, and the figure is behind it then.
      dispatch({ type: 'asked', isAsked: true });
      if (await select()) open();
      else dispatch({ type: 'asked', isAsked: false });
    },
    refresh() {
      if (state.isOpen && !state.isPinned) void look();
    },
    close() {
      turn += 1;
      isMissed = false;
      isAskedFor = false;
      dispatch({ type: 'closed' });
    },
    pin(isPinned) {
      dispatch({ type: 'pinned', isPinned });
      if (!isPinned) void look();
    },
    passOver(place) {
      passedOver = place;
    },
    giveWay() {
      holding?.stop.abort();
      holding = null;
    },
  };
}

const startOf = (address: string): string => address.split(':')[0] ?? address;
