/** The records of a run in their order. Within the algebra a record is known by its number, its place in that order. */

import type { KeyTable } from '../domain/byKey';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import { kindOf } from './kinds';
import { order } from './links';

export interface Register {
  readonly all: readonly ReconciledRecord[];
  /** By the record's number, the number of its key. */
  readonly keys: Uint32Array;
  /** By the record's number, each a `Kind`. */
  readonly kinds: Uint8Array;
  /**
   * −1 where no record of the run has the key.
   * @param likely the key's number in the table, where that is likely: it need not be looked up.
   */
  readonly numberOf: (key: RecordKey, likely?: number) => number;
  readonly get: (key: RecordKey) => ReconciledRecord | undefined;
}

/**
 * Records of one day: deals, invoices, credits, revenue, receipts, refunds; then by key.
 * @param table gets the keys that it lacks.
 */
export function register(records: readonly ReconciledRecord[], table: KeyTable): Register {
  const given = new Uint8Array(records.length);
  records.forEach((record, at) => (given[at] = kindOf(record)));
  const places = placesInOrder(records, given);
  const entered = table.enter(records);
  const all = new Array<ReconciledRecord>(records.length);
  const [keys, kinds] = [new Uint32Array(records.length), new Uint8Array(records.length)];
  const numbers = new Int32Array(table.size).fill(-1);
  places.forEach((at, no) => {
    const key = entered[at] ?? 0;
    all[no] = records[at] as ReconciledRecord;
    keys[no] = key;
    kinds[no] = given[at] ?? 0;
    numbers[key] = no;
  });
  // What is asked of a record is asked several times in turn.
  let [lastKey, lastNo]: [RecordKey | null, number] = [null, -1];
  const numberOf = (key: RecordKey, likely = -1): number => {
    if (key === lastKey) return lastNo;
    const number = table.keyAt(likely) === key ? likely : table.numberOf(key);
    lastKey = key;
    lastNo = number < 0 ? -1 : (numbers[number] ?? -1);
    return lastNo;
  };
  return { all, keys, kinds, numberOf, get: (key) => all[numberOf(key)] };
}

/** By one number each, which sorts many times faster than records do; then those of one number by key. */
function placesInOrder(records: readonly ReconciledRecord[], kinds: Uint8Array): Uint32Array {
  const count = records.length;
  const sorted = new Float64Array(count);
  records.forEach(({ day }, at) => (sorted[at] = (day * KINDS + (kinds[at] ?? 0)) * count + at));
  sorted.sort();
  const [ranks, places] = [new Int32Array(count), new Uint32Array(count)];
  sorted.forEach((place, at) => {
    const rank = Math.floor(place / count);
    ranks[at] = rank;
    places[at] = place - rank * count;
  });
  const keyAt = (place: number): RecordKey => records[place]?.key ?? '';
  for (let from = 0, to = 0; from < count; from = to) {
    for (to = from + 1; to < count && ranks[to] === ranks[from];) to += 1;
    // Lists that come in order stay so.
    let isInOrder = true;
    for (let i = from + 1; i < to && isInOrder; i += 1) isInOrder = keyAt(places[i - 1] ?? 0) < keyAt(places[i] ?? 0);
    if (!isInOrder) places.subarray(from, to).sort((a, b) => order(keyAt(a), keyAt(b)));
  }
  return places;
}

/** At least as many as there are kinds. */
const KINDS = 8;
