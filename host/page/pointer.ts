/** The mouse on the grid: selecting by click and drag, whole rows and columns, widening columns. */

import type { Sheet } from '../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';
import type { GridView } from './gridView';
import type { Cell, Selection } from './movement';

export interface PointerAnswers {
  readonly sheet: () => Sheet;
  readonly selection: () => Selection;
  /** A press anywhere on the grid, before anything else. */
  press(): void;
  select(selection: Selection, scroll: boolean): void;
  /** A click that selected one cell. */
  click(cell: Cell): void;
  openFilter(cell: Cell): void;
  /** @param width pixels */
  widen(column: number, width: number): void;
  fit(column: number): void;
  edit(): void;
}

type Part = 'cell' | 'column' | 'row' | 'all' | 'edge' | 'filter' | 'chart' | 'none';

const PARTS: readonly (readonly [selector: string, part: Part])[] = [
  ['.grid-column-edge', 'edge'],
  ['.grid-column-header', 'column'],
  ['.grid-row-header', 'row'],
  ['.grid-corner', 'all'],
  ['.filter-button', 'filter'],
  ['.grid-chart', 'chart'],
];

function partOf(target: EventTarget | null): Part {
  if (!(target instanceof Element)) return 'none';
  return PARTS.find(([selector]) => target.closest(selector) !== null)?.[1] ?? 'cell';
}

/** The whole rows or columns between two cells, or the area between them. */
function selectionOf(part: Part, anchor: Cell, focus: Cell): Selection {
  switch (part) {
    case 'column':
      return { anchor: { row: 0, column: anchor.column }, focus: { row: MAX_ROWS - 1, column: focus.column } };
    case 'row':
      return { anchor: { row: anchor.row, column: 0 }, focus: { row: focus.row, column: MAX_COLUMNS - 1 } };
    case 'all':
      return { anchor: { row: 0, column: 0 }, focus: { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 } };
    default:
      return { anchor, focus };
  }
}

/** @returns what stops listening. */
export function followPointer(view: GridView, answers: PointerAnswers): () => void {
  const { root } = view;
  const stop = new AbortController();

  const track = (move: (event: PointerEvent) => void, end: () => void): void => {
    const tracking = new AbortController();
    const finish = (): void => {
      tracking.abort();
      end();
    };
    const moved = (event: PointerEvent): void => {
      // Only now: a captured click would no longer say what was clicked.
      root.setPointerCapture(event.pointerId);
      move(event);
    };
    root.addEventListener('pointermove', moved, { signal: tracking.signal });
    root.addEventListener('pointerup', finish, { signal: tracking.signal });
    root.addEventListener('pointercancel', finish, { signal: tracking.signal });
  };

  const widen = (event: PointerEvent, edge: Element): void => {
    const column = Number(edge.getAttribute('data-column'));
    const header = edge.parentElement;
    if (header === null) return;
    const from = event.clientX - header.getBoundingClientRect().width;
    track(
      (moved) => answers.widen(column, Math.max(0, moved.clientX - from)),
      () => undefined,
    );
  };

  /** On release: a menu opened by the press would lose its focus to the grid at once. */
  const openFilter = (event: PointerEvent): void => {
    const cell = view.cellAt(event.clientX, event.clientY);
    answers.select({ anchor: cell, focus: cell }, false);
    track(
      () => undefined,
      () => answers.openFilter(cell),
    );
  };

  const drag = (event: PointerEvent, part: Part): void => {
    const from = view.cellAt(event.clientX, event.clientY);
    const anchor = event.shiftKey ? answers.selection().anchor : from;
    let focus = from;
    answers.select(selectionOf(part, anchor, from), false);
    track(
      (moved) => {
        const next = view.cellAt(moved.clientX, moved.clientY);
        if (next.row === focus.row && next.column === focus.column) return;
        focus = next;
        answers.select(selectionOf(part, anchor, focus), part === 'cell');
      },
      () => {
        if (part === 'cell' && focus.row === anchor.row && focus.column === anchor.column) answers.click(from);
      },
    );
  };

  const press = (event: PointerEvent): void => {
    const bounds = root.getBoundingClientRect();
    const isOnScrollBar = event.clientX - bounds.left >= root.clientWidth || event.clientY - bounds.top >= root.clientHeight;
    if (event.button !== 0 || isOnScrollBar || !(event.target instanceof Element)) return;
    const part = partOf(event.target);
    if (part === 'chart' || part === 'none') return;
    answers.press();
    const edge = event.target.closest('.grid-column-edge');
    if (edge !== null) widen(event, edge);
    else if (part === 'filter') openFilter(event);
    else drag(event, part);
  };

  const again = (event: MouseEvent): void => {
    const edge = event.target instanceof Element ? event.target.closest('.grid-column-edge') : null;
    if (edge !== null) answers.fit(Number(edge.getAttribute('data-column')));
    else if (partOf(event.target) === 'cell') answers.edit();
  };

  root.addEventListener('pointerdown', press, { signal: stop.signal });
  root.addEventListener('dblclick', again, { signal: stop.signal });
  return () => stop.abort();
}
