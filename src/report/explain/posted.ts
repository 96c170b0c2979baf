/** Which records stand on which line, once for a run: line by line, in arrays. */

import type { LineKey, PostedPart } from '../../domain/reconciliation';
import type { RecordKey } from '../../domain/record';

export interface PostedRecords {
  /** Records with a part on the line, in the order of the run. */
  of(line: LineKey): readonly RecordKey[];
}

export function postedRecords(
  lines: readonly { readonly key: LineKey }[],
  postings: ReadonlyMap<RecordKey, readonly PostedPart[]>,
): PostedRecords {
  const numbers = new Map(lines.map(({ key }, index) => [key, index]));
  const counts = new Uint32Array(lines.length + 1);
  for (const parts of postings.values())
    for (const { line } of parts) {
      const number = numbers.get(line);
      if (number !== undefined) counts[number + 1] = (counts[number + 1] ?? 0) + 1;
    }
  for (let number = 1; number <= lines.length; number += 1) counts[number] = (counts[number] ?? 0) + (counts[number - 1] ?? 0);
  const next = counts.slice();
  const records = new Array<RecordKey>(counts[lines.length] ?? 0);
  for (const [key, parts] of postings)
    for (const { line } of parts) {
      const number = numbers.get(line);
      if (number === undefined) continue;
      const at = next[number] ?? 0;
      records[at] = key;
      next[number] = at + 1;
    }
  return {
    of(line) {
      const number = numbers.get(line);
      return number === undefined ? [] : records.slice(counts[number], counts[number + 1]);
    },
  };
}
