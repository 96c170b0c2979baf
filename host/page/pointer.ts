/** The mouse on the grid: selecting by click and drag, whole rows and columns, sizes, filling, pointing at cells for a formula. */

import { containsCell, isSameArea, union } from '../workbook/area';
import type { Area } from '../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';
import type { GridView } from './gridView';
import { areaOf, areasOf, between, isSameCell, spanning } from './movement';
import type { Cell, Selection } from './movement';

export interface PointerAnswers {
  readonly selection: () => Selection;
  /** Whether a click means a cell's address for the formula being typed. */
  readonly isPointing: () => boolean;
  point(area: Area): void;
  /** A press anywhere on the grid, before anything else. */
  press(): void;
  select(selection: Selection, scroll: boolean): void;
  /** A click that selected one cell. */
  click(cell: Cell): void;
  openFilter(cell: Cell): void;
  /** @param pixels null fits the line to its contents. */
  resize(axis: 'column' | 'row', index: number, pixels: number | null): void;
  /** The selected area was drawn over cells beside it. */
  fill(whole: Area): void;
  edit(): void;
  openMenu(clientX: number, clientY: number): void;
}

type Part = 'cell' | 'column' | 'row' | 'all' | 'columnEdge' | 'rowEdge' | 'filter' | 'fill' | 'chart' | 'none';

const PARTS: readonly (readonly [selector: string, part: Part])[] = [
  ['.grid-column-edge', 'columnEdge'],
  ['.grid-row-edge', 'rowEdge'],
  ['.grid-column-header', 'column'],
  ['.grid-row-header', 'row'],
  ['.grid-corner', 'all'],
  ['.filter-button', 'filter'],
  ['.fill-handle', 'fill'],
  ['.grid-chart', 'chart'],
];

function partOf(target: EventTarget | null): Part {
  if (!(target instanceof Element)) return 'none';
  return PARTS.find(([selector]) => target.closest(selector) !== null)?.[1] ?? 'cell';
}

/** The whole rows or columns between two cells, or the area between them. */
function cornersOf(part: Part, anchor: Cell, focus: Cell): readonly [anchor: Cell, focus: Cell] {
  switch (part) {
    case 'column':
      return [
        { row: 0, column: anchor.column },
        { row: MAX_ROWS - 1, column: focus.column },
      ];
    case 'row':
      return [
        { row: anchor.row, column: 0 },
        { row: focus.row, column: MAX_COLUMNS - 1 },
      ];
    case 'all':
      return [
        { row: 0, column: 0 },
        { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 },
      ];
    default:
      return [anchor, focus];
  }
}

/** The source and what was drawn over in the direction that went farther. */
function filledTo(source: Area, { row, column }: Cell): Area {
  const down = Math.max(row - source.bottom, source.top - row, 0);
  const across = Math.max(column - source.right, source.left - column, 0);
  const to = down >= across ? { row, column: source.left } : { row: source.top, column };
  return union(source, between(to, to));
}

/** Pixels a frame for each pixel that the pointer is beyond the edge. */
const PULL = 0.4;

/** @returns what stops listening. */
export function followPointer(view: GridView, answers: PointerAnswers): () => void {
  const { root } = view;
  const stop = new AbortController();

  const track = (move: (event: PointerEvent) => void, end: (event: PointerEvent) => void): void => {
    const tracking = new AbortController();
    const finish = (event: PointerEvent): void => {
      tracking.abort();
      end(event);
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

  /** Tells the cell under the pointer; while that is beyond an edge the grid scrolls towards it. */
  const trackCells = (reach: (cell: Cell) => void, end: () => void): void => {
    let at = { x: 0, y: 0 };
    let last: Cell | null = null;
    let isMoved = false;
    let isOver = false;
    const tellCell = (): void => {
      const cell = view.cellAt(at.x, at.y);
      if (last !== null && isSameCell(cell, last)) return;
      last = cell;
      reach(cell);
    };
    const pull = (): void => {
      if (isOver) return;
      const { x, y } = view.beyond(at.x, at.y);
      if (isMoved && (x !== 0 || y !== 0)) {
        root.scrollBy(Math.round(x * PULL), Math.round(y * PULL));
        tellCell();
      }
      requestAnimationFrame(pull);
    };
    track(
      (event) => {
        at = { x: event.clientX, y: event.clientY };
        if (!isMoved) requestAnimationFrame(pull);
        isMoved = true;
        tellCell();
      },
      () => {
        isOver = true;
        end();
      },
    );
  };

  const resize = (event: PointerEvent, axis: 'column' | 'row'): void => {
    const edge = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const bounds = edge?.parentElement?.getBoundingClientRect();
    if (edge === null || bounds === undefined) return;
    const index = Number(edge.dataset['index']);
    const isColumn = axis === 'column';
    const from = isColumn ? event.clientX - bounds.width : event.clientY - bounds.height;
    const sizeAt = (moved: PointerEvent): number => Math.max(0, (isColumn ? moved.clientX : moved.clientY) - from);
    let isMoved = false;
    track(
      (moved) => {
        isMoved = true;
        view.guide(axis, index, sizeAt(moved));
      },
      (moved) => {
        view.guide(axis, index, null);
        if (isMoved) answers.resize(axis, index, sizeAt(moved));
      },
    );
  };

  /** On release: a menu opened by the press would lose its focus to the grid at once. */
  const openFilter = (event: PointerEvent): void => {
    const cell = view.cellAt(event.clientX, event.clientY);
    answers.select(spanning(cell, cell), false);
    track(
      () => undefined,
      () => answers.openFilter(cell),
    );
  };

  const fill = (): void => {
    const source = areaOf(answers.selection());
    let whole = source;
    trackCells(
      (cell) => {
        whole = containsCell(source, cell.row, cell.column) ? source : filledTo(source, cell);
        view.preview(isSameArea(whole, source) ? null : whole);
      },
      () => {
        view.preview(null);
        if (!isSameArea(whole, source)) answers.fill(whole);
      },
    );
  };

  const point = (event: PointerEvent, part: Part): void => {
    // The entry keeps the focus.
    event.preventDefault();
    const from = view.cellAt(event.clientX, event.clientY);
    const tell = (to: Cell): void => answers.point(between(...cornersOf(part, from, to)));
    tell(from);
    trackCells(tell, () => undefined);
  };

  const drag = (event: PointerEvent, part: Part): void => {
    const from = view.cellAt(event.clientX, event.clientY);
    const before = answers.selection();
    const isMore = event.ctrlKey || event.metaKey;
    const isWider = event.shiftKey;
    const others = isWider ? before.others : isMore ? areasOf(before) : [];
    const anchor = isWider ? before.anchor : from;
    const reach = (to: Cell, scroll: boolean): void => {
      const corners = cornersOf(part, anchor, to);
      const isLine = part === 'column' || part === 'row' || part === 'all';
      // The active cell of whole lines is the first in sight.
      const active = isWider ? before.active : isLine ? view.firstInSight(corners[0], part) : anchor;
      answers.select({ ...spanning(...corners, others), active }, scroll);
    };
    let last = from;
    reach(from, false);
    trackCells(
      (to) => {
        last = to;
        reach(to, false);
      },
      () => {
        if (part === 'cell' && !isMore && !isWider && isSameCell(last, from)) answers.click(from);
      },
    );
  };

  const isOnScrollBar = ({ clientX, clientY }: MouseEvent): boolean => {
    const bounds = root.getBoundingClientRect();
    return clientX - bounds.left >= root.clientWidth || clientY - bounds.top >= root.clientHeight;
  };

  const press = (event: PointerEvent): void => {
    if (event.button !== 0 || isOnScrollBar(event)) return;
    const part = partOf(event.target);
    if (part === 'chart' || part === 'none') return;
    if (answers.isPointing() && (part === 'cell' || part === 'column' || part === 'row')) {
      point(event, part);
      return;
    }
    answers.press();
    if (part === 'columnEdge' || part === 'rowEdge') resize(event, part === 'columnEdge' ? 'column' : 'row');
    else if (part === 'filter') openFilter(event);
    else if (part === 'fill') fill();
    else drag(event, part);
  };

  const again = (event: MouseEvent): void => {
    const part = partOf(event.target);
    const edge = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (edge !== null) answers.resize(part === 'columnEdge' ? 'column' : 'row', Number(edge.dataset['index']), null);
    else if (part === 'cell') answers.edit();
  };

  const menu = (event: MouseEvent): void => {
    if (isOnScrollBar(event)) return;
    event.preventDefault();
    const part = partOf(event.target);
    if (part === 'chart' || part === 'none') return;
    answers.press();
    const cell = view.cellAt(event.clientX, event.clientY);
    const [anchor, focus] = cornersOf(part, cell, cell);
    const isInside = areasOf(answers.selection()).some((area) => {
      const pressed = between(anchor, focus);
      return isSameArea(union(area, pressed), area);
    });
    if (!isInside) answers.select({ ...spanning(anchor, focus), active: view.firstInSight(anchor, part) }, false);
    answers.openMenu(event.clientX, event.clientY);
  };

  root.addEventListener('pointerdown', press, { signal: stop.signal });
  root.addEventListener('dblclick', again, { signal: stop.signal });
  root.addEventListener('contextmenu', menu, { signal: stop.signal });
  return () => stop.abort();
}
