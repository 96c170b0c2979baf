/** Pixels of rows and columns: where each begins, and which one lies at a place. */

import type { Sheet } from '../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';

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

export function columnAxis(sheet: Sheet): Axis {
  const pixels = (width: number): number => Math.round(width * PIXELS_A_CHARACTER);
  const runs = sheet.columnRuns().map((run) => ({
    first: run.left,
    last: run.right,
    size: run.hidden ? 0 : pixels(run.width ?? sheet.standardWidth),
  }));
  return createAxis(MAX_COLUMNS, pixels(sheet.standardWidth), runs);
}

export function rowAxis(sheet: Sheet): Axis {
  const pixels = (points: number): number => Math.round(points * PIXELS_A_POINT);
  const runs = sheet.rowRuns().map((run) => ({
    first: run.top,
    last: run.bottom,
    size: run.hidden ? 0 : pixels(run.height ?? sheet.standardHeight),
  }));
  return createAxis(MAX_ROWS, pixels(sheet.standardHeight), runs);
}

/** Pixels of a length in points. */
export function fromPoints(points: number): number {
  return points * PIXELS_A_POINT;
}
