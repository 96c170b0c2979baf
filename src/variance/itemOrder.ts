/** The order of what several batches wrote: that in which one walk over all the records would have written it. */

import { UNIDENTIFIED_PAYER } from './customers';
import type { Item } from './item';
import type { Register } from './register';

/** What a pair brings is written with its later record, then what stays open of each: by this number in one order, whatever the batches. */
export function orderOf({ all, numberOf }: Register): (item: Item) => number {
  return ({ record, otherRecord }) =>
    otherRecord === null ? all.length + numberOf(record) : Math.max(numberOf(record), numberOf(otherRecord));
}

/** Lines of money whose payer nobody knows are written by several batches: their items follow the others. */
export function inOneOrder(items: readonly Item[], placeOf: (item: Item) => number): readonly Item[] {
  const isShared = ({ customer }: Item): boolean => customer === UNIDENTIFIED_PAYER;
  const shared = inOrder(items.filter(isShared), placeOf);
  return shared.length === 0 ? items : [...items.filter((item) => !isShared(item)), ...shared];
}

/** By a number each; those of one number as they come. */
export function inOrder<T>(list: readonly T[], placeOf: (one: T) => number): readonly T[] {
  if (list.length < 2) return list;
  return list
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
