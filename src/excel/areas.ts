/** Rectangles of cells, counted, cut and joined. */

import type { Area } from './readArea';

export function cellsIn({ rows, columns }: Area): number {
  return rows * columns;
}

export function isSameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.rows === b.rows && a.columns === b.columns;
}

/** The cells of both; null where they have none in common. */
export function commonArea(a: Area, b: Area): Area | null {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const rows = Math.min(a.top + a.rows, b.top + b.rows) - top;
  const columns = Math.min(a.left + a.columns, b.left + b.columns) - left;
  return rows > 0 && columns > 0 ? { top, left, rows, columns } : null;
}

/** The smallest rectangle around both. */
export function around(a: Area, b: Area): Area {
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  return {
    top,
    left,
    rows: Math.max(a.top + a.rows, b.top + b.rows) - top,
    columns: Math.max(a.left + a.columns, b.left + b.columns) - left,
  };
}

/** Whether at most so many blank rows and columns lie between two areas. */
export function isNear(a: Area, b: Area, rows: number, columns: number): boolean {
  const grown = {
    top: a.top - rows - 1,
    left: a.left - columns - 1,
    rows: a.rows + 2 * rows + 2,
    columns: a.columns + 2 * columns + 2,
  };
  return commonArea(grown, b) !== null;
}

/** Halved both ways; two where it is a single row or column. */
export function quartersOf({ top, left, rows, columns }: Area): Area[] {
  const cut = (start: number, count: number): [number, number][] => {
    const half = Math.floor(count / 2);
    return half === 0
      ? [[start, count]]
      : [
          [start, half],
          [start + half, count - half],
        ];
  };
  return cut(top, rows).flatMap(([t, r]) => cut(left, columns).map(([l, c]) => ({ top: t, left: l, rows: r, columns: c })));
}

/** What is left of an area above, below, left and right of another. */
export function stripsAround(whole: Area, inner: Area): Area[] {
  const below = inner.top + inner.rows;
  const beside = inner.left + inner.columns;
  return [
    { ...whole, rows: inner.top - whole.top },
    { ...whole, top: below, rows: whole.top + whole.rows - below },
    { ...inner, left: whole.left, columns: inner.left - whole.left },
    { ...inner, left: beside, columns: whole.left + whole.columns - beside },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
