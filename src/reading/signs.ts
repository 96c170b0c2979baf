/** How a group of rows is signed: decided over all of them, never row by row. */

import { READ } from './sheet';
import type { NumberColumn } from './sheet';

/** unsigned: all amounts are positive · signed: all are negative · mixed: both occur · none: no amount but zero. */
export type Signs = 'unsigned' | 'signed' | 'mixed' | 'none';

export function signsOf(column: NumberColumn | null, count: number, belongs: (index: number) => boolean): Signs {
  let positive = 0;
  let negative = 0;
  if (column === null) return 'none';
  for (let index = 0; index < count; index += 1) {
    if (column.state[index] !== READ || !belongs(index)) continue;
    const value = column.values[index] ?? 0;
    if (value > 0) positive += 1;
    else if (value < 0) negative += 1;
  }
  if (positive > 0 && negative > 0) return 'mixed';
  return positive > 0 ? 'unsigned' : negative > 0 ? 'signed' : 'none';
}
