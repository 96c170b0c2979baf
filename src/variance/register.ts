/** The records of a run in their order. Within the algebra a record is known by its number, its place in that order. */

import type { ReconciledRecord, RecordKey } from '../domain/record';
import { order } from './links';
import { isCredit } from './posting';

export interface Register {
  readonly all: readonly ReconciledRecord[];
  /** −1 where no record of the run has the key. */
  readonly numberOf: (key: RecordKey) => number;
  readonly get: (key: RecordKey) => ReconciledRecord | undefined;
}

/** Records of one day: deals, invoices, credits, revenue, receipts, refunds; then by key. */
export function register(records: readonly ReconciledRecord[]): Register {
  const all = inOrder(records);
  const numbers = new Map<RecordKey, number>();
  all.forEach(({ key }, no) => numbers.set(key, no));
  const numberOf = (key: RecordKey): number => numbers.get(key) ?? -1;
  return { all, numberOf, get: (key) => all[numberOf(key)] };
}

/** By one number each, which sorts many times faster than records do; then those of one number by key. */
function inOrder(records: readonly ReconciledRecord[]): ReconciledRecord[] {
  const count = records.length;
  const places = Float64Array.from(records, (record, at) => (record.day * RANKS + rankOf(record)) * count + at).sort();
  const all = Array.from(places, (place) => records[place - Math.floor(place / count) * count] as ReconciledRecord);
  const rankAt = (at: number): number => Math.floor((places[at] ?? 0) / count);
  for (let from = 0, to = 0; from < count; from = to) {
    const rank = rankAt(from);
    for (to = from + 1; to < count && rankAt(to) === rank;) to += 1;
    if (to - from > 1)
      all
        .slice(from, to)
        .sort((a, b) => order(a.key, b.key))
        .forEach((record, i) => (all[from + i] = record));
  }
  return all;
}

const RANKS = 8;

function rankOf(record: ReconciledRecord): number {
  switch (record.role) {
    case 'deal':
      return 0;
    case 'invoice':
      return isCredit(record) ? 2 : 1;
    case 'revenue':
      return 3;
    case 'receipt':
      return record.amount < 0 ? 5 : 4;
  }
}
