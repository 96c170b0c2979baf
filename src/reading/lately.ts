/** The last reading of a workbook: what was read to count its rows is not read again to define and to run. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';
import type { ReadResult } from './gather';
import type { StatusWords } from './statusWords';

interface Reading {
  readonly grids: readonly SourceGrid[];
  readonly key: string;
  readonly result: ReadResult;
}

/** By the first grid, so that a reading goes when the grids go. */
const readingByGrid = new WeakMap<SourceGrid, Reading>();

/** All that a reading depends on beside the cells. */
function keyOf(mappings: readonly SourceMapping[], words: StatusWords): string {
  return JSON.stringify([mappings.filter(({ role }) => role !== 'ignore'), words]);
}

/** The same grids read with the same mappings and words; null where the last reading was another. */
export function recallReading(
  grids: readonly SourceGrid[],
  mappings: readonly SourceMapping[],
  words: StatusWords,
): ReadResult | null {
  const [first] = grids;
  const last = first === undefined ? undefined : readingByGrid.get(first);
  if (last === undefined || last.grids.length !== grids.length) return null;
  const isSame = last.grids.every((grid, at) => grid === grids[at]) && last.key === keyOf(mappings, words);
  return isSame ? last.result : null;
}

/** Takes the place of the reading before. */
export function keepReading(
  grids: readonly SourceGrid[],
  mappings: readonly SourceMapping[],
  words: StatusWords,
  result: ReadResult,
): void {
  const [first] = grids;
  if (first !== undefined) readingByGrid.set(first, { grids, key: keyOf(mappings, words), result });
}
