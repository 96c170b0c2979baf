/** All the numbers of a run by the text that is left of them, each with a place: what is known of them lies in lists by place. */

import { UNPLACED } from './reference';
import type { Quoted } from './reference';

export class NumberRegister {
  private readonly places = new Map<string, number>();

  /** The place of a number that a record bears. */
  enter(quoted: Quoted): number {
    const known = this.placeOf(quoted);
    if (known !== UNPLACED) return known;
    quoted.place = this.places.size;
    this.places.set(quoted.canonical, quoted.place);
    return quoted.place;
  }

  /** `UNPLACED` for a number that nobody has been found to bear by now. */
  placeOf(quoted: Quoted): number {
    if (quoted.place === UNPLACED) quoted.place = this.places.get(quoted.canonical) ?? UNPLACED;
    return quoted.place;
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
