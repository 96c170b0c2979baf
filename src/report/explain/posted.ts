/** Which records stand on which line: line by line, in arrays, a small part of what the postings of a run take. */

import type { LineKey, Posted } from '../../domain/reconciliation';
import type { RecordKey } from '../../domain/record';
import { keyIndex } from './keyIndex';
import type { KeyIndex } from './keyIndex';

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
      const number = numbers.get(line.key);
      if (number !== undefined) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
    }
  for (let number = 1; number <= lines.length; number += 1) starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
  const next = starts.slice();
  const records = new Array<RecordKey>(starts[lines.length] ?? 0);
  for (const { record, parts } of postings)
    for (const { line } of parts) {
      const number = numbers.get(line.key);
      if (number === undefined) continue;
      const at = next[number] ?? 0;
      records[at] = record.key;
      next[number] = at + 1;
    }
  /** The last line that begins at or before a place. */
  const lineAt = (at: number): number => {
    let [from, to] = [0, lines.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((starts[middle + 1] ?? 0) <= at) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  /** Made when it is first asked for: a run need not wait for it. */
  let places: KeyIndex | null = null;
  return {
    of(line) {
      const number = numbers.get(line);
      return number === undefined ? [] : records.slice(starts[number], starts[number + 1]);
    },
    linesOf(wanted) {
      places ??= keyIndex(records.length, (at) => records[at] ?? null);
      const found: LineKey[] = [];
      for (const at of places(wanted)) {
        const key = lines[lineAt(at)]?.key;
        if (key !== undefined && found.at(-1) !== key) found.push(key);
      }
      return found;
    },
  };
}
