/** Arithmetic of areas. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from './model';

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export const cellArea = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

export const rowsOf = (area: Area): number => area.bottom - area.top + 1;
export const columnsOf = (area: Area): number => area.right - area.left + 1;
export const isSingleCell = (area: Area): boolean => area.top === area.bottom && area.left === area.right;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMNS - 1;
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;

export const wholeRows = ({ top, bottom }: Area): Area => ({ top, bottom, left: 0, right: MAX_COLUMNS - 1 });
export const wholeColumns = ({ left, right }: Area): Area => ({ top: 0, bottom: MAX_ROWS - 1, left, right });

/** Whether the area lies on a sheet at all. */
export const isOnSheet = (area: Area): boolean =>
  area.top >= 0 &&
  area.left >= 0 &&
  area.bottom < MAX_ROWS &&
  area.right < MAX_COLUMNS &&
  area.top <= area.bottom &&
  area.left <= area.right;

export function intersect(one: Area, other: Area): Area | null {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const bottom = Math.min(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export const containsCell = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const isSameArea = (one: Area, other: Area): boolean =>
  one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;

/** Smallest area that holds both. */
export const union = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

/** Both as one area where that takes in no cell besides; else null. */
export function joined(one: Area, other: Area): Area | null {
  if (contains(one, other)) return one;
  if (contains(other, one)) return other;
  const sameColumns = one.left === other.left && one.right === other.right;
  const sameRows = one.top === other.top && one.bottom === other.bottom;
  const rowsMeet = one.top <= other.bottom + 1 && other.top <= one.bottom + 1;
  const columnsMeet = one.left <= other.right + 1 && other.left <= one.right + 1;
  return (sameColumns && rowsMeet) || (sameRows && columnsMeet) ? union(one, other) : null;
}

/** What is left of an area without another: up to four areas. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersect(area, hole);
  if (cut === null) return [area];
  const parts: Area[] = [];
  if (area.top < cut.top) parts.push({ ...area, bottom: cut.top - 1 });
  if (area.bottom > cut.bottom) parts.push({ ...area, top: cut.bottom + 1 });
  if (area.left < cut.left) parts.push({ top: cut.top, bottom: cut.bottom, left: area.left, right: cut.left - 1 });
  if (area.right > cut.right) parts.push({ top: cut.top, bottom: cut.bottom, left: cut.right + 1, right: area.right });
  return parts;
}
