/**
 * What a person did to a workbook, step by step, to be taken back and done again. As in Excel, an add-in's changes are
 * not taken back, and what a person did before them is not either: the steps are forgotten.
 */
import type { Area, Change, Workbook } from './model';
import { isUnchanged, restoreSnapshot, takeSnapshot, type Snapshot } from './snapshot';

export interface History {
  /** Does something as one step. A refusal half-way leaves the workbook as it was. @throws Refusal */
  run(work: () => void): void;
  /** @returns where it happened; null where there is nothing to take back */
  undo(): Place | null;
  redo(): Place | null;
  close(): void;
}

/** The sheet and the first area that a step changed; without an area where it changed no cells. */
export interface Place {
  readonly sheet: string;
  readonly area: Area | null;
}

interface Step {
  /** The workbook on the step's other side. */
  readonly snapshot: Snapshot;
  readonly changes: readonly Change[];
}

const MOST_STEPS = 100;

/** Changes that no one would take back: where a person looks, what an add-in remembers, what formulas came to. */
const PASSING: ReadonlySet<Change['kind']> = new Set([
  'selection',
  'activated',
  'calculated',
  'settings',
  'workbook',
  'protection',
]);

export function createHistory(workbook: Workbook): History {
  let done: Step[] = [];
  let undone: Step[] = [];
  let isRunning = false;
  let heard: Change[] = [];

  const keep = (): Snapshot => takeSnapshot(workbook, (done.at(-1) ?? undone.at(-1))?.snapshot);

  const stopListening = workbook.onChange((changes) => {
    const lasting = changes.filter(({ kind }) => !PASSING.has(kind));
    if (isRunning) heard.push(...lasting);
    else if (lasting.length > 0) [done, undone] = [[], []];
  });

  const listen = (work: () => void): readonly Change[] => {
    isRunning = true;
    heard = [];
    try {
      workbook.transact('person', work);
    } finally {
      isRunning = false;
    }
    return heard;
  };

  const run = (work: () => void): void => {
    const snapshot = keep();
    try {
      const changes = listen(work);
      if (changes.length === 0) return;
      done = [...done.slice(1 - MOST_STEPS), { snapshot, changes }];
      undone = [];
    } catch (reason) {
      const changes = heard;
      if (!isUnchanged(workbook, snapshot)) listen(() => goBack({ snapshot, changes }));
      throw reason;
    }
  };

  /** Brings the other side of a step back, and tells what that changed. */
  const goBack = ({ snapshot, changes }: Step): void => {
    restoreSnapshot(workbook, snapshot);
    for (const change of [...changes].reverse()) workbook.activeSheet.touch({ ...reversed(change), trigger: 'person' });
  };

  const cross = (from: Step[], to: Step[]): Place | null => {
    const step = from.pop();
    if (step === undefined) return null;
    const snapshot = keep();
    to.push({ snapshot, changes: [...step.changes].reverse().map(reversed) });
    listen(() => goBack(step));
    return placeOf(workbook, step.changes);
  };

  return {
    run,
    undo: () => cross(done, undone),
    redo: () => cross(undone, done),
    close: stopListening,
  };
}

const OPPOSITE = {
  RowInserted: 'RowDeleted',
  RowDeleted: 'RowInserted',
  ColumnInserted: 'ColumnDeleted',
  ColumnDeleted: 'ColumnInserted',
  CellInserted: 'CellDeleted',
  CellDeleted: 'CellInserted',
  RangeEdited: 'RangeEdited',
} as const;

const OPPOSITE_WAY = { Down: 'Up', Up: 'Down', Right: 'Left', Left: 'Right' } as const;

const OPPOSITE_KIND = {
  sheetAdded: 'sheetDeleted',
  sheetDeleted: 'sheetAdded',
  tableAdded: 'tableDeleted',
  tableDeleted: 'tableAdded',
} as const;

/** The change that takes a change back. */
function reversed(change: Change): Change {
  switch (change.kind) {
    case 'cells':
      return { ...change, how: OPPOSITE[change.how], ...(change.to === undefined ? {} : { to: OPPOSITE_WAY[change.to] }) };
    case 'tableAdded':
    case 'tableDeleted':
      return { ...change, kind: OPPOSITE_KIND[change.kind] };
    case 'sheetAdded':
    case 'sheetDeleted':
      return { kind: OPPOSITE_KIND[change.kind], sheet: change.sheet, trigger: change.trigger };
    case 'sheetRenamed':
    case 'sheetMoved':
    case 'visibility':
      return {
        kind: change.kind,
        sheet: change.sheet,
        ...(change.after === undefined ? {} : { before: change.after }),
        ...(change.before === undefined ? {} : { after: change.before }),
        trigger: change.trigger,
      };
    default:
      return change;
  }
}

function placeOf(workbook: Workbook, changes: readonly Change[]): Place | null {
  const shown = changes.filter(({ sheet }) => sheet !== null && workbook.sheet(sheet) !== null);
  const cells = shown.find(({ kind }) => kind === 'cells') ?? shown.find(({ kind }) => kind === 'format') ?? shown[0];
  if (cells === undefined || cells.sheet === null) return { sheet: workbook.activeSheet.id, area: null };
  return { sheet: cells.sheet, area: 'area' in cells ? cells.area : null };
}
