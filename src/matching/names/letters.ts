/** Comparing runs of letters in typed arrays: the innermost loops, without an object. */

const LONGEST = 64;
const WIDTH = LONGEST + 1;
/** Three rows of distances; whoever calls is done with them when the call returns. */
const rows = new Uint8Array(3 * WIDTH);

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each one.
 * @returns the distance, or `limit + 1` as soon as it must be larger; runs of more than 64 letters are far apart unless equal.
 */
export function letterDistance(
  a: Uint16Array,
  aFrom: number,
  aTo: number,
  b: Uint16Array,
  bFrom: number,
  bTo: number,
  limit: number,
): number {
  let i0 = aFrom;
  let j0 = bFrom;
  let i1 = aTo;
  let j1 = bTo;
  while (i0 < i1 && j0 < j1 && a[i0] === b[j0]) {
    i0 += 1;
    j0 += 1;
  }
  while (i1 > i0 && j1 > j0 && a[i1 - 1] === b[j1 - 1]) {
    i1 -= 1;
    j1 -= 1;
  }
  const n = i1 - i0;
  const m = j1 - j0;
  if (n === 0 || m === 0) return Math.min(n + m, limit + 1);
  if (n > m + limit || m > n + limit || n > LONGEST || m > LONGEST) return limit + 1;
  let before = 0;
  let last = WIDTH;
  let row = 2 * WIDTH;
  for (let j = 0; j <= m; j++) rows[last + j] = j;
  for (let i = 1; i <= n; i++) {
    rows[row] = i;
    let least = i;
    const letter = a[i0 + i - 1];
    for (let j = 1; j <= m; j++) {
      let cost = (rows[last + j - 1] as number) + (letter === b[j0 + j - 1] ? 0 : 1);
      const deleted = (rows[last + j] as number) + 1;
      const inserted = (rows[row + j - 1] as number) + 1;
      if (deleted < cost) cost = deleted;
      if (inserted < cost) cost = inserted;
      if (i > 1 && j > 1 && letter === b[j0 + j - 2] && a[i0 + i - 2] === b[j0 + j - 1]) {
        const swapped = (rows[before + j - 2] as number) + 1;
        if (swapped < cost) cost = swapped;
      }
      rows[row + j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    const free = before;
    before = last;
    last = row;
    row = free;
  }
  return Math.min(rows[last + m] as number, limit + 1);
}

/** The letters of a text as the comparisons take them. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** Whether `length` letters from the two places on are the same; the caller has seen to it that both runs are as long. */
export function sameLetters(a: Uint16Array, aFrom: number, b: Uint16Array, bFrom: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[aFrom + at] !== b[bFrom + at]) return false;
  return true;
}

/** Whether the shorter run begins with the same letter and its letters follow in the longer one in order ("mgmt", "management"). */
export function isContraction(a: Uint16Array, aFrom: number, aTo: number, b: Uint16Array, bFrom: number, bTo: number): boolean {
  if (a[aFrom] !== b[bFrom]) return false;
  let at = bFrom + 1;
  for (let i = aFrom + 1; i < aTo; i++) {
    while (at < bTo && b[at] !== a[i]) at += 1;
    if (at === bTo) return false;
    at += 1;
  }
  return true;
}
