/** What a row looks like from afar: a record, a lone text, a label with sums beside it. */

import type { RawCell } from '../domain/grid';
import { isTyped } from './header';
import { cellText } from './text';

export interface Shape {
  /** Cells that hold something; of a record no more than are needed to know it for one. */
  readonly filled: number;
  readonly column: number;
  /** The first cell where nothing but amounts stand beside it: a heading's label, or a total's. */
  readonly text: string;
  readonly cells: readonly RawCell[];
}

export function shapeOf(cells: readonly RawCell[]): Shape {
  let filled = 0;
  let column = -1;
  let isSure = true;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === '') continue;
    filled += 1;
    if (column === -1) column = at;
    else if (typeof cell === 'string') {
      // A word is told from an amount at once, a text with digits in it only where it must be.
      if (!/\d/.test(cell)) return { filled, column, text: '', cells };
      isSure = false;
    }
  }
  const first = cells[column];
  const isLabel = typeof first === 'string' || filled === 1;
  const isAlone = isSure || cells.every((cell, at) => at === column || cell === '' || isTyped(cell));
  return { filled, column, text: isLabel && isAlone ? cellText(first) : '', cells };
}
