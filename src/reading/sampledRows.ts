/** Rows of a long sheet that show what all of it is like. */

/** 2³² over the golden ratio: its multiples spread evenly and repeat no short pattern. */
const SPREAD = 0x9e3779b1;

/**
 * Row numbers from `first` to before `end`: one of each stride where there are more than twice `enough`, else all. The place
 * within the stride changes, so that of rows that alternate, as the two lines of a posting do, both kinds are seen.
 */
export function* sampledRows(first: number, end: number, enough: number): Generator<number> {
  const stride = Math.max(1, Math.floor((end - first) / enough));
  for (let stretch = 0; first + stretch * stride < end; stretch += 1) {
    const row = first + stretch * stride + ((Math.imul(stretch, SPREAD) >>> 16) % stride);
    if (row < end) yield row;
  }
}
