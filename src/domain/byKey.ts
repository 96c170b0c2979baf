/** What is known of a run's records by their keys. */

import type { RecordKey } from './record';
import { TextTable } from './textTable';

type Keyed = { readonly key: RecordKey };

/** Numbers of keys. A run has one table: to look a text up among half a million, or to enter it, costs more than most that is done with a record. */
export class KeyTable {
  private readonly numbers: TextTable;
  private readonly keys: RecordKey[] = [];

  /** @param expected keys, for which there is room from the start. */
  constructor(expected = 0) {
    this.numbers = new TextTable(expected);
  }

  get size(): number {
    return this.keys.length;
  }

  keyAt(number: number): RecordKey | undefined {
    return number < 0 ? undefined : this.keys[number];
  }

  /** −1 where nobody entered the key. */
  numberOf(key: RecordKey): number {
    return this.numbers.placeOf(key);
  }

  /** The numbers of records, in their order; a key that is not there yet is entered. Those that follow each other here need no search. */
  enter(records: readonly Keyed[]): Uint32Array {
    const numbers = new Uint32Array(records.length);
    let next = 0;
    records.forEach(({ key }, at) => {
      const number = this.keys[next] === key ? next : this.entered(key);
      numbers[at] = number;
      next = number + 1;
    });
    return numbers;
  }

  private entered(key: RecordKey): number {
    const number = this.numbers.enter(key);
    if (number === this.keys.length) this.keys.push(key);
    return number;
  }
}

/** A map by the keys of records, in a column by their numbers. */
export class ByKey<T> implements ReadonlyMap<RecordKey, T> {
  /** @param column by the keys' numbers; undefined where nothing is known. */
  private constructor(
    readonly table: KeyTable,
    private readonly column: readonly (T | undefined)[],
  ) {}

  static of<T>(entries: Iterable<readonly [RecordKey, T]>): ByKey<T> {
    return new ByKey<T>(new KeyTable(), []).and(entries);
  }

  /** @param numbers of the values' keys in the table. Of two values of one key the later holds. */
  static at<T>(table: KeyTable, numbers: ArrayLike<number>, values: readonly (T | undefined)[]): ByKey<T> {
    return new ByKey<T>(table, []).with(numbers, values);
  }

  and(entries: Iterable<readonly [RecordKey, T]>): ByKey<T> {
    const added = [...entries];
    return this.with(
      this.table.enter(added.map(([key]) => ({ key }))),
      added.map(([, value]) => value),
    );
  }

  private with(numbers: ArrayLike<number>, values: readonly (T | undefined)[]): ByKey<T> {
    const column = [...this.column];
    while (column.length < this.table.size) column.push(undefined);
    values.forEach((value, i) => (column[numbers[i] ?? 0] = value));
    return new ByKey(this.table, column);
  }

  /** By the number of a key. */
  numbered(number: number): T | undefined {
    return number < 0 || number >= this.column.length ? undefined : this.column[number];
  }

  get(key: RecordKey): T | undefined {
    return this.numbered(this.table.numberOf(key));
  }

  has(key: RecordKey): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.column.reduce((count, value) => (value === undefined ? count : count + 1), 0);
  }

  forEach(see: (value: T, key: RecordKey, map: ReadonlyMap<RecordKey, T>) => void): void {
    for (const [key, value] of this) see(value, key, this);
  }

  *entries(): MapIterator<[RecordKey, T]> {
    for (const [number, value] of this.column.entries())
      if (value !== undefined) yield [this.table.keyAt(number) as RecordKey, value];
  }

  *keys(): MapIterator<RecordKey> {
    for (const [key] of this) yield key;
  }

  *values(): MapIterator<T> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): MapIterator<[RecordKey, T]> {
    return this.entries();
  }
}
