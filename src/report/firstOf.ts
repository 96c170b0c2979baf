/** The first so many in an order, without sorting all. */

/** What is alike in that order keeps its own. */
export function firstOf<T>(all: Iterable<T>, most: number, order: (a: T, b: T) => number): T[] {
  const first: T[] = [];
  for (const one of all) {
    const last = first.at(-1);
    if (first.length === most && last !== undefined && order(one, last) >= 0) continue;
    let [from, to] = [0, first.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (order(first[middle] as T, one) <= 0) from = middle + 1;
      else to = middle;
    }
    first.splice(from, 0, one);
    if (first.length > most) first.pop();
  }
  return first;
}
