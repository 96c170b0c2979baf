/** A place for each number of each series, in plain arrays: a map by text of as many numbers is several times as slow to fill. */

const FIRST_SLOTS = 1024;
/** Odd, and with bits all over: consecutive numbers come to lie far apart. */
const [SPREAD, SPREAD_SERIES] = [0x9e3779b1, 0x85ebca6b];

/** For numbers that a float holds exactly. */
export class SeriesTable {
  private size = 0;
  private slots = FIRST_SLOTS;
  private digits = new Float64Array(FIRST_SLOTS);
  private series = new Int32Array(FIRST_SLOTS);
  /** One above the place, so that 0 is an empty slot. */
  private places = new Int32Array(FIRST_SLOTS);

  /** The place of a number; -1 where it has none. */
  get(series: number, digits: number): number {
    return (this.places[this.slotOf(series, digits)] as number) - 1;
  }

  /** @param place from 0 on */
  set(series: number, digits: number, place: number): void {
    // Half of the slots stay empty, so that a search soon meets one.
    if (2 * (this.size + 1) > this.slots) this.grow();
    const slot = this.slotOf(series, digits);
    if (this.places[slot] === 0) this.size++;
    this.series[slot] = series;
    this.digits[slot] = digits;
    this.places[slot] = place + 1;
  }

  /** The slot where a number lies, or the empty one where it belongs. */
  private slotOf(series: number, digits: number): number {
    const last = this.slots - 1;
    const spread = Math.imul(digits, SPREAD) ^ Math.imul(series + Math.floor(digits / 2 ** 32), SPREAD_SERIES);
    let slot = (spread ^ (spread >>> 15)) & last;
    while (this.places[slot] !== 0 && (this.digits[slot] !== digits || this.series[slot] !== series)) slot = (slot + 1) & last;
    return slot;
  }

  private grow(): void {
    const { digits, series, places } = this;
    this.size = 0;
    this.slots *= 2;
    this.digits = new Float64Array(this.slots);
    this.series = new Int32Array(this.slots);
    this.places = new Int32Array(this.slots);
    places.forEach((place, slot) => {
      if (place !== 0) this.set(series[slot] as number, digits[slot] as number, place - 1);
    });
  }
}
