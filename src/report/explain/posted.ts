/** Which records stand on which line: line by line, in arrays, a small part of what the postings of a run take. */

import type { LineKey, Posted } from '../../domain/reconciliation';
import type { RecordKey } from '../../domain/record';

export interface PostedRecords {
  /** Records with a part on the line, in the order of the run. */
  of(line: LineKey): readonly RecordKey[];
  /** Lines on which any of the records stands, in their order. */
  linesOf(records: ReadonlySet<RecordKey>): LineKey[];
}

export function postedRecords(lines: readonly { readonly key: LineKey }[], postings: readonly Posted[]): PostedRecords {
  const numbers = new Map(lines.map(({ key }, index) => [key, index]));
  /** Where the records of a line begin; those of the next begin where they end. */
  const starts = new Uint32Array(lines.length + 1);
  for (const { parts } of postings)
    for (const { line } of parts) {
      const number = numbers.get(line);
      if (number !== undefined) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
    }
  for (let number = 1; number <= lines.length; number += 1) starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
  const next = starts.slice();
  const records = new Array<RecordKey>(starts[lines.length] ?? 0);
  for (const { record, parts } of postings)
    for (const { line } of parts) {
      const number = numbers.get(line);
      if (number === undefined) continue;
      const at = next[number] ?? 0;
      records[at] = record.key;
      next[number] = at + 1;
    }
  return {
    of(line) {
      const number = numbers.get(line);
      return number === undefined ? [] : records.slice(starts[number], starts[number + 1]);
    },
    linesOf(wanted) {
      const found: LineKey[] = [];
      if (wanted.size === 0) return found;
      let line = 0;
      records.forEach((record, at) => {
        if (!wanted.has(record)) return;
        while ((starts[line + 1] ?? 0) <= at) line += 1;
        const key = lines[line]?.key;
        if (key !== undefined && found.at(-1) !== key) found.push(key);
      });
      return found;
    },
  };
}
