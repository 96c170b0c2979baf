/** Sets that grow together; the smallest member names its set, so the order of joins does not matter. */

export interface Sets {
  readonly rootOf: (member: number) => number;
  readonly join: (a: number, b: number) => void;
}

/** Each member, 0 … size − 1, in a set of its own. */
export function sets(size: number): Sets {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const rootOf = (member: number): number => {
    let root = member;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    // Path compression keeps chains short however the joins came in.
    for (let at = member; at !== root;) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const join = (a: number, b: number): void => {
    const [ra, rb] = [rootOf(a), rootOf(b)];
    if (ra !== rb) parent[Math.max(ra, rb)] = Math.min(ra, rb);
  };
  return { rootOf, join };
}
