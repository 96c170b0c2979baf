/** What a key asks for on the grid while no cell is being edited. Pure. */

import { contains, containsCell, isSameArea, WHOLE_SHEET, wholeColumns, wholeRows } from '../workbook/area';
import type { Area, Sheet } from '../workbook/model';
import { advance, areaOf, inSheet, jump, ofArea, regionAt, spanning, step } from './movement';
import type { Cell, Direction, Selection } from './movement';
import { tableAt } from './tableLook';

export type Command =
  | { readonly kind: 'select'; readonly selection: Selection }
  /** @param text what the entry begins with; null changes what is there. */
  | { readonly kind: 'edit'; readonly text: string | null }
  | { readonly kind: 'sheet'; readonly by: 1 | -1 }
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' }
  | { readonly kind: 'letters'; readonly look: 'bold' | 'italic' | 'underline' }
  | { readonly kind: 'enter'; readonly what: 'date' | 'time' }
  | { readonly kind: 'findNext'; readonly back: boolean }
  | {
      readonly kind:
        | 'clear'
        | 'undo'
        | 'redo'
        | 'find'
        | 'goTo'
        | 'insert'
        | 'delete'
        | 'menu'
        | 'open'
        | 'follow'
        | 'showActive'
        | 'endMode'
        | 'leave';
    };

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What of the screen a page of keys needs. */
export interface Page {
  readonly rows: number;
  readonly columns: number;
  /** The End key was pressed before: an arrow then goes as with Ctrl. */
  readonly isEndMode: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

const PLAIN: Readonly<Record<string, Command>> = {
  F2: { kind: 'edit', text: null },
  F5: { kind: 'goTo' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'edit', text: '' },
  Escape: { kind: 'leave' },
  ContextMenu: { kind: 'menu' },
  End: { kind: 'endMode' },
};

const SHIFTED: Readonly<Record<string, Command>> = {
  F10: { kind: 'menu' },
  F4: { kind: 'findNext', back: false },
};

const CONTROLLED: Readonly<Record<string, Command>> = {
  z: { kind: 'undo' },
  y: { kind: 'redo' },
  f: { kind: 'find' },
  g: { kind: 'goTo' },
  d: { kind: 'fill', direction: 'down' },
  r: { kind: 'fill', direction: 'right' },
  b: { kind: 'letters', look: 'bold' },
  i: { kind: 'letters', look: 'italic' },
  u: { kind: 'letters', look: 'underline' },
  ';': { kind: 'enter', what: 'date' },
  ':': { kind: 'enter', what: 'time' },
  '+': { kind: 'insert' },
  '-': { kind: 'delete' },
  Enter: { kind: 'follow' },
  Backspace: { kind: 'showActive' },
};

/** Null leaves the key to the browser. */
export function commandOf(sheet: Sheet, selection: Selection, pressed: Key, page: Page): Command | null {
  const { key, ctrl, shift, alt } = pressed;
  if (alt) return alternate(selection, pressed, page);
  const moved = movement(sheet, selection, pressed, page);
  if (moved !== null) return { kind: 'select', selection: moved };
  if (ctrl && key === 'PageDown') return { kind: 'sheet', by: 1 };
  if (ctrl && key === 'PageUp') return { kind: 'sheet', by: -1 };
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (ctrl && shift)
    return letter === 'z' ? { kind: 'redo' } : letter === '+' || letter === ':' ? found(CONTROLLED, letter) : null;
  if (ctrl) return found(CONTROLLED, letter);
  if (shift && SHIFTED[key] !== undefined) return SHIFTED[key];
  return found(PLAIN, key) ?? (key.length === 1 ? { kind: 'edit', text: key } : null);
}

const found = (commands: Readonly<Record<string, Command>>, key: string): Command | null =>
  Object.hasOwn(commands, key) ? (commands[key] ?? null) : null;

function alternate({ active, anchor, focus }: Selection, { key, shift }: Key, { columns }: Page): Command | null {
  if (key === 'ArrowDown') return { kind: 'open' };
  const by = key === 'PageDown' ? columns : key === 'PageUp' ? -columns : 0;
  if (by === 0) return null;
  const from = shift ? focus : active;
  const cell = inSheet({ row: from.row, column: from.column + by });
  return { kind: 'select', selection: shift ? spanning(anchor, cell) : spanning(cell, cell) };
}

/** Where a key takes the selection; null for a key that moves nothing. */
function movement(sheet: Sheet, selection: Selection, { key, ctrl, shift }: Key, page: Page): Selection | null {
  const { active, anchor, focus, others } = selection;
  const isFar = ctrl || page.isEndMode;
  const moveTo = (cell: Cell): Selection => (shift ? { ...spanning(anchor, cell, others), active } : spanning(cell, cell));
  const from = shift ? focus : active;
  const arrow = ARROWS[key];
  if (arrow !== undefined) return moveTo(isFar ? jump(sheet, from, arrow) : step(sheet, from, arrow));
  const used = sheet.usedArea(true);
  const lastUsed = used === null ? { row: 0, column: 0 } : { row: used.bottom, column: used.right };
  switch (key) {
    case 'Home':
      if (page.isEndMode) return moveTo(lastUsed);
      return moveTo({ row: ctrl ? sheet.freeze.rows : from.row, column: sheet.freeze.columns });
    case 'End':
      return ctrl ? moveTo(lastUsed) : null;
    case 'PageDown':
      return ctrl ? null : moveTo(inSheet({ row: from.row + page.rows, column: from.column }));
    case 'PageUp':
      return ctrl ? null : moveTo(inSheet({ row: from.row - page.rows, column: from.column }));
    case 'Enter':
      return ctrl ? null : advance(sheet, selection, false, shift);
    case 'Tab':
      return ctrl ? null : advance(sheet, selection, true, shift);
    case ' ':
      return ctrl || shift ? lines(sheet, selection, ctrl, shift) : null;
    case 'a':
    case 'A':
      return ctrl && !shift ? around(sheet, selection) : null;
    case '*':
      return ctrl ? around(sheet, selection) : null;
    default:
      return null;
  }
}

/** Ctrl and space: whole columns. Shift and space: whole rows. Both: the block around, then all. */
function lines(sheet: Sheet, selection: Selection, ctrl: boolean, shift: boolean): Selection {
  if (ctrl && shift) return around(sheet, selection);
  const area = areaOf(selection);
  return { ...ofArea(ctrl ? wholeColumns(area) : wholeRows(area)), active: selection.active };
}

/** The table's data or the block of filled cells around the active cell; when that is selected, the next larger; then all. */
function around(sheet: Sheet, selection: Selection): Selection {
  const { active } = selection;
  const now = areaOf(selection);
  const table = tableAt(sheet, active.row, active.column);
  const wider: Area[] = [];
  if (table !== null) {
    const { area, showHeaders, showTotals } = table;
    const data = { ...area, top: area.top + (showHeaders ? 1 : 0), bottom: area.bottom - (showTotals ? 1 : 0) };
    wider.push(data, area);
  } else wider.push(regionAt(sheet, active));
  wider.push(WHOLE_SHEET);
  const isEmpty = table === null && sheet.usedArea(true, wider[0]) === null;
  const next = wider.find(
    (area) => contains(area, now) && !isSameArea(area, now) && containsCell(area, active.row, active.column),
  );
  return { ...ofArea(isEmpty ? WHOLE_SHEET : (next ?? WHOLE_SHEET)), active };
}
