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
  const all = records
    .map((record) => ({ record, at: record.day * RANKS + rankOf(record) }))
    .sort((a, b) => a.at - b.at || order(a.record.key, b.record.key))
    .map(({ record }) => record);
  const numbers = new Map<RecordKey, number>();
  all.forEach(({ key }, no) => numbers.set(key, no));
  const numberOf = (key: RecordKey): number => numbers.get(key) ?? -1;
  return { all, numberOf, get: (key) => all[numberOf(key)] };
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
