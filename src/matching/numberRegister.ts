/** All the numbers of a run, each with a place: what is known of them lies in lists by place. */

import { UNCOUNTED, UNPLACED } from './reference';
import type { Quoted } from './reference';
import { SeriesTable } from '../domain/seriesTable';

export class NumberRegister {
  private count = 0;
  /** Letters and digits behind them, as most numbers are; the letters are numbered. */
  private readonly inSeries = new SeriesTable();
  private readonly series = new Map<string, number>();
  private readonly others = new Map<string, number>();

  /** The place of a number that a record bears. */
  enter(quoted: Quoted): number {
    if (this.placeOf(quoted) === UNPLACED) {
      quoted.place = this.count++;
      if (quoted.number !== UNCOUNTED) this.inSeries.set(this.seriesOf(quoted), quoted.number, quoted.place);
      else this.others.set(quoted.canonical, quoted.place);
    }
    return quoted.place;
  }

  /** `UNPLACED` for a number that nobody has been found to bear by now. */
  placeOf(quoted: Quoted): number {
    if (quoted.place !== UNPLACED) return quoted.place;
    quoted.place =
      quoted.number === UNCOUNTED
        ? (this.others.get(quoted.canonical) ?? UNPLACED)
        : this.inSeries.get(this.series.get(quoted.prefix) ?? UNPLACED, quoted.number);
    return quoted.place;
  }

  private seriesOf({ prefix }: Quoted): number {
    let series = this.series.get(prefix);
    if (series === undefined) this.series.set(prefix, (series = this.series.size));
    return series;
  }
}

/** What is known of the numbers, by their places. */
export class ByPlace<T> {
  private readonly list: (T | undefined)[] = [];

  get(place: number): T | undefined {
    return place >= 0 && place < this.list.length ? this.list[place] : undefined;
  }

  set(place: number, value: T): void {
    // Filled up to the place: a list with gaps would be kept as a table by text.
    while (this.list.length <= place) this.list.push(undefined);
    this.list[place] = value;
  }
}
