/** Finds the members of a long list by a key, in two arrays of numbers: a small part of what a map of lists takes. */

/** Where in a list the members with any of the keys stand, in its order. */
export type KeyIndex = (keys: Iterable<string>) => number[];

/** @param keyOf of the member at a place; null: it is never looked for. */
export function keyIndex(count: number, keyOf: (at: number) => string | null): KeyIndex {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count))) - 1;
  /** Where the members of a bucket begin; those of the next begin where they end. */
  const starts = new Uint32Array(mask + 2);
  for (let at = 0; at < count; at += 1) {
    const key = keyOf(at);
    if (key === null) continue;
    const next = (hashOf(key) & mask) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket <= mask + 1; bucket += 1) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const free = starts.slice();
  const members = new Uint32Array(starts[mask + 1] ?? 0);
  for (let at = 0; at < count; at += 1) {
    const key = keyOf(at);
    if (key === null) continue;
    const bucket = hashOf(key) & mask;
    const place = free[bucket] ?? 0;
    members[place] = at;
    free[bucket] = place + 1;
  }
  return (keys) => {
    const found = new Set<number>();
    for (const key of keys) {
      const bucket = hashOf(key) & mask;
      for (let place = starts[bucket] ?? 0; place < (starts[bucket + 1] ?? 0); place += 1) {
        const at = members[place] ?? 0;
        if (keyOf(at) === key) found.add(at);
      }
    }
    return [...found].sort((a, b) => a - b);
  };
}

/** FNV-1a over the text's units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
