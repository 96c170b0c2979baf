/** Texts that run over the empty cells beside them. Pure. */

import type { Across } from './cellLook';

export interface Text {
  readonly across: Across;
  /** Pixels that the text wants, its padding included. */
  readonly wanted: number;
}

export interface Reach {
  /** First and last column that the text covers. */
  readonly from: number;
  readonly to: number;
}

/** How far a text reaches from its column, over neighbours that are empty. */
export function reachOf(
  column: number,
  { across, wanted }: Text,
  size: (column: number) => number,
  isEmpty: (column: number) => boolean,
  count: number,
): Reach {
  let from = column;
  let to = column;
  const own = size(column);
  const grow = (by: number, wantedBeyond: number): number => {
    let at = column;
    for (let room = 0; room < wantedBeyond; room += size(at)) {
      const next = at + by;
      if (next < 0 || next >= count || !isEmpty(next)) break;
      at = next;
    }
    return at;
  };
  const missing = wanted - own;
  if (missing <= 0) return { from, to };
  if (across !== 'left') from = grow(-1, across === 'center' ? missing / 2 : missing);
  if (across !== 'right') to = grow(1, across === 'center' ? missing / 2 : missing);
  return { from, to };
}
