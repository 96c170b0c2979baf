/** The texts of a column, each once: what is parsed is parsed once, however often it stands in the sheet. */

import type { RawCell, SourceGrid } from '../domain/grid';
import { trimBlanks } from './text';

export interface DistinctTexts {
  readonly texts: readonly string[];
  /** For each row below the header the index of its text; −1 where the cell holds none. */
  readonly ids: Int32Array;
}

/** @param first the first row below the header. */
export function distinctTexts(grid: SourceGrid, first: number, column: number): DistinctTexts {
  const { values } = grid;
  const count = Math.max(0, values.length - first);
  const ids = new Int32Array(count).fill(-1);
  const texts: string[] = [];
  const known = new Map<RawCell, number>();
  for (let index = 0; index < count; index += 1) {
    const cell = values[first + index]?.[column];
    if (typeof cell !== 'string' || cell === '') continue;
    let id = known.get(cell);
    if (id === undefined) {
      const text = trimBlanks(cell);
      id = text === '' ? -1 : texts.length;
      if (text !== '') texts.push(text);
      known.set(cell, id);
    }
    ids[index] = id;
  }
  return { texts, ids };
}
