/** The last readings of a workbook: what was read to count its rows is not read again to define and to run. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';
import type { ReadResult } from './gather';
import type { StatusWords } from './statusWords';

interface Reading {
  readonly grids: readonly SourceGrid[];
  readonly key: string;
  readonly result: ReadResult;
}

/** By the first grid, so that readings go when the grids go; the latest first. */
const readingsByGrid = new WeakMap<SourceGrid, readonly Reading[]>();

/** One as the sheets state it, and one with the currency that a person reports in. */
const KEPT = 2;

/** All that a reading depends on beside the cells. */
function keyOf(mappings: readonly SourceMapping[], words: StatusWords): string {
  return JSON.stringify([mappings.filter(({ role }) => role !== 'ignore'), words]);
}

/** The same grids read with the same mappings and words; null where the last readings were others. */
export function recallReading(
  grids: readonly SourceGrid[],
  mappings: readonly SourceMapping[],
  words: StatusWords,
): ReadResult | null {
  const kept = readingsOf(grids);
  if (kept.length === 0) return null;
  const key = keyOf(mappings, words);
  return kept.find((reading) => reading.key === key)?.result ?? null;
}

/** Takes the place of the oldest. */
export function keepReading(
  grids: readonly SourceGrid[],
  mappings: readonly SourceMapping[],
  words: StatusWords,
  result: ReadResult,
): void {
  const [first] = grids;
  if (first === undefined) return;
  const reading = { grids, key: keyOf(mappings, words), result };
  readingsByGrid.set(first, [reading, ...readingsOf(grids)].slice(0, KEPT));
}

/** Of just these grids. */
function readingsOf(grids: readonly SourceGrid[]): readonly Reading[] {
  const [first] = grids;
  const kept = first === undefined ? [] : (readingsByGrid.get(first) ?? []);
  return kept.filter((last) => last.grids.length === grids.length && last.grids.every((grid, at) => grid === grids[at]));
}
