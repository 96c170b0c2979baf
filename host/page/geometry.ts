/** Pixels of rows and columns: where each begins, and which one lies at a place. */

import type { Sheet } from '../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';
import type { RowHeights } from './rowHeights';

export interface Axis {
  readonly count: number;
  /** Pixels; 0 when hidden. */
  size(index: number): number;
  /** Pixels from the sheet's edge to the index's start. */
  offset(index: number): number;
  /** Index at a distance from the edge, within the axis. */
  at(pixels: number): number;
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

const PIXELS_A_CHARACTER = 7;
const PIXELS_A_POINT = 4 / 3;

/** @param runs those that differ from the standard, ascending and apart. */
export function createAxis(count: number, standard: number, runs: readonly Run[]): Axis {
  const starts: number[] = [];
  let offset = 0;
  let next = 0;
  for (const run of runs) {
    offset += (run.first - next) * standard;
    starts.push(offset);
    offset += (run.last - run.first + 1) * run.size;
    next = run.last + 1;
  }
  const runBefore = (matches: (run: Run, start: number) => boolean): number => {
    let low = -1;
    let high = runs.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const run = runs[middle];
      if (run !== undefined && matches(run, starts[middle] ?? 0)) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const place = (i: number): { run: Run; start: number } | null => {
    const run = runs[i];
    return run === undefined ? null : { run, start: starts[i] ?? 0 };
  };
  return {
    count,
    size: (index) => {
      const found = place(runBefore((run) => run.first <= index));
      return found !== null && index <= found.run.last ? found.run.size : standard;
    },
    offset: (index) => {
      const found = place(runBefore((run) => run.first <= index));
      if (found === null) return index * standard;
      const inside = Math.min(index - found.run.first, found.run.last - found.run.first + 1);
      return found.start + inside * found.run.size + Math.max(0, index - found.run.last - 1) * standard;
    },
    at: (pixels) => {
      const found = place(runBefore((_, start) => start <= pixels));
      if (found === null) return clamp(Math.floor(pixels / standard), count);
      const length = found.run.last - found.run.first + 1;
      const inRun = found.run.size === 0 ? length : Math.floor((pixels - found.start) / found.run.size);
      if (inRun < length) return found.run.first + inRun;
      return clamp(found.run.last + 1 + Math.floor((pixels - found.start - length * found.run.size) / standard), count);
    },
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}

/** Characters, as a file counts a column's width, of so many pixels. */
export function charactersOf(pixels: number): number {
  return pixels / PIXELS_A_CHARACTER;
}

/** Pixels of a column's width in characters. */
export function pixelsOf(characters: number): number {
  return Math.round(characters * PIXELS_A_CHARACTER);
}

export function columnAxis(sheet: Sheet): Axis {
  const runs = sheet.columnRuns().map((run) => ({
    first: run.left,
    last: run.right,
    size: run.hidden ? 0 : pixelsOf(run.width ?? sheet.standardWidth),
  }));
  return createAxis(MAX_COLUMNS, pixelsOf(sheet.standardWidth), runs);
}

/** @param heights points of rows whose height nobody set; they are fitted to their contents. */
export function rowAxis(sheet: Sheet, heights: RowHeights): Axis {
  const pixels = (points: number): number => Math.round(points * PIXELS_A_POINT);
  const runs = sheet.rowRuns();
  const fitted = [...heights].sort(([one], [other]) => one - other);
  const sized: Run[] = [];
  let at = 0;
  /** Fitted rows before a row, each a run of its own. */
  const fitUpTo = (row: number): void => {
    for (let next = fitted[at]; next !== undefined && next[0] < row; next = fitted[(at += 1)]) {
      sized.push({ first: next[0], last: next[0], size: pixels(next[1]) });
    }
  };
  for (const { top, bottom, height, hidden } of runs) {
    fitUpTo(top);
    if (height === null && !hidden) continue;
    sized.push({ first: top, last: bottom, size: hidden ? 0 : pixels(height ?? sheet.standardHeight) });
    while ((fitted[at]?.[0] ?? MAX_ROWS) <= bottom) at += 1;
  }
  fitUpTo(MAX_ROWS);
  return createAxis(MAX_ROWS, pixels(sheet.standardHeight), sized);
}

/** Pixels of a length in points. */
export function fromPoints(points: number): number {
  return points * PIXELS_A_POINT;
}

/** Points of a length in pixels. */
export function pointsOf(pixels: number): number {
  return pixels / PIXELS_A_POINT;
}
