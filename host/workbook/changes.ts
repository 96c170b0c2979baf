/** What changed, collected while a transaction runs and told once at its end. */
import { isSameArea, joined, union } from './area';
import type { Area, Change, Trigger } from './model';

type Listener = (changes: readonly Change[]) => void;

export interface ChangeLog {
  /** Who is at work; 'load' outside any transaction. */
  readonly trigger: Trigger;
  readonly isOpen: boolean;
  /** Adds a change; outside a transaction it is told at once. */
  add(change: Change): void;
  edited(sheet: string, area: Area): void;
  formatted(sheet: string, area: Area): void;
  transact<T>(trigger: Trigger, work: () => T): T;
  listen(listener: Listener): () => void;
}

/** @param atEnd runs when the outermost transaction ends, before listeners are told; may add to what is about to be told */
export function createChangeLog(atEnd: (changes: readonly Change[]) => void): ChangeLog {
  const listeners = new Set<Listener>();
  let depth = 0;
  let trigger: Trigger = 'load';
  let changes: Change[] = [];

  const tell = (): void => {
    const told = changes;
    changes = [];
    if (told.length > 0) for (const listener of [...listeners]) listener(told);
  };

  const add = (change: Change): void => {
    if (depth === 0) {
      transact(trigger, () => addTo(changes, change));
      return;
    }
    addTo(changes, change);
  };

  function transact<T>(by: Trigger, work: () => T): T {
    if (depth > 0) return work();
    const before = trigger;
    trigger = by;
    depth++;
    try {
      return work();
    } finally {
      atEnd([...changes]);
      depth--;
      trigger = before;
      tell();
    }
  }

  return {
    get trigger() {
      return trigger;
    },
    get isOpen() {
      return depth > 0;
    },
    add,
    edited: (sheet, area) => add({ kind: 'cells', sheet, area, how: 'RangeEdited', trigger }),
    formatted: (sheet, area) => add({ kind: 'format', sheet, area, trigger }),
    transact,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Adds a change; edits and formats grow into the areas before them where both make one rectangle. */
function addTo(changes: Change[], change: Change): void {
  let next = change;
  for (;;) {
    const last = changes[changes.length - 1];
    const merged = last === undefined ? null : mergedChange(last, next);
    if (merged === null) break;
    changes.pop();
    next = merged;
  }
  changes.push(next);
}

function mergedChange(last: Change, next: Change): Change | null {
  if (last.kind !== next.kind || last.sheet !== next.sheet || last.trigger !== next.trigger) return null;
  if (last.kind === 'cells' && next.kind === 'cells') {
    if (last.how !== 'RangeEdited' || next.how !== 'RangeEdited') return null;
    const area = last.trigger === 'load' ? union(last.area, next.area) : joined(last.area, next.area);
    if (area === null) return null;
    const { before, ...edit } = last;
    // What was there before is told of one cell alone, and however often it was written meanwhile.
    return before !== undefined && isSameArea(last.area, area) ? last : { ...edit, area };
  }
  if (last.kind === 'format' && next.kind === 'format') {
    const area = joined(last.area, next.area);
    return area === null ? null : { ...next, area };
  }
  if (last.kind === 'selection' && next.kind === 'selection') return next;
  const isPlain =
    next.kind === 'objects' ||
    next.kind === 'layout' ||
    next.kind === 'settings' ||
    next.kind === 'workbook' ||
    next.kind === 'names' ||
    next.kind === 'calculated' ||
    next.kind === 'protection';
  if (isPlain) return next;
  if (last.kind === 'tableChanged' && next.kind === 'tableChanged') return last.table === next.table ? next : null;
  return null;
}
