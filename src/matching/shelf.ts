/** Records by amount, to find the nearest one to an amount. */

import type { Day } from '../domain/day';
import type { Minor } from '../domain/money';
import type { ReconciledRecord } from './numbered';

/** Records looked at on either side of an amount. */
const LOOK = 8;

interface Place {
  readonly record: ReconciledRecord;
  readonly amount: Minor;
}

export class Shelf {
  /** By amount, day and key. */
  private readonly places: readonly Place[];

  /** @param amountOf in minor units; records without a positive amount are left out. */
  constructor(records: readonly ReconciledRecord[], amountOf: (record: ReconciledRecord) => Minor) {
    this.places = records
      .map((record) => ({ record, amount: amountOf(record) }))
      .filter(({ amount }) => amount > 0)
      .sort((a, b) => a.amount - b.amount || a.record.day - b.record.day || (a.record.key < b.record.key ? -1 : 1));
  }

  /**
   * The record of the nearest amount, of equally near ones the nearest in time.
   * @param share by which the amount may differ at most.
   */
  nearest(amount: Minor, day: Day, share: number, fits: (record: ReconciledRecord) => boolean): ReconciledRecord | null {
    let [from, to] = [0, this.places.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const { amount: other, record } = this.places[middle] as Place;
      if (other < amount || (other === amount && record.day < day)) from = middle + 1;
      else to = middle;
    }
    const [best] = this.places
      .slice(Math.max(0, from - LOOK), from + LOOK)
      .filter((place) => Math.abs(place.amount - amount) <= share * amount && fits(place.record))
      .sort(
        (a, b) =>
          Math.abs(a.amount - amount) - Math.abs(b.amount - amount) ||
          Math.abs(a.record.day - day) - Math.abs(b.record.day - day) ||
          (a.record.key < b.record.key ? -1 : 1),
      );
    return best?.record ?? null;
  }
}
