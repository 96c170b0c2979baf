/** A place for each number of each series, in one plain array: a map by text of as many numbers takes two to three times as long to fill and to ask. */

const FEWEST_SLOTS = 1024;
/** Numbers that follow each other are asked for one after the other: so many lie side by side, and their blocks far apart. */
const BLOCK = 16;
/** To the next slot for one that is taken: odd, so that every slot is met. */
const STEP = BLOCK + 1;
/** Odd, and with bits all over. */
const [SPREAD, SPREAD_SERIES] = [0x9e3779b1, 0x85ebca6b];

/** A slot: the number's lower half, its upper half, its series, and one above its place, so that 0 is an empty slot. */
const [UPPER, SERIES, PLACE, CELLS] = [1, 2, 3, 4];

/** For numbers that a float holds exactly. */
export class SeriesTable {
  private size = 0;
  private slots = FEWEST_SLOTS;
  /** Side by side: a search fetches one piece of memory, not one for each of four lists. */
  private cells: Int32Array;

  /** @param expected numbers, for which there is room from the start. */
  constructor(expected = 0) {
    while (this.slots < 2 * expected) this.slots *= 2;
    this.cells = new Int32Array(this.slots * CELLS);
  }

  /** The place of a number; -1 where it has none. */
  get(series: number, digits: number): number {
    return (this.cells[this.slotOf(series, digits) + PLACE] as number) - 1;
  }

  /** @param place from 0 on */
  set(series: number, digits: number, place: number): void {
    // Half of the slots stay empty, so that a search soon meets one.
    if (2 * (this.size + 1) > this.slots) this.grow();
    const { cells } = this;
    const slot = this.slotOf(series, digits);
    if (cells[slot + PLACE] === 0) this.size++;
    cells[slot] = digits | 0;
    cells[slot + UPPER] = Math.floor(digits / 2 ** 32);
    cells[slot + SERIES] = series;
    cells[slot + PLACE] = place + 1;
  }

  /** Where the slot begins in which a number lies, or the empty one where it belongs. */
  private slotOf(series: number, digits: number): number {
    const { cells } = this;
    const last = this.slots - 1;
    const [lower, upper] = [digits | 0, Math.floor(digits / 2 ** 32)];
    const block = Math.floor(digits / BLOCK);
    const spread = Math.imul(block, SPREAD) ^ Math.imul(series + Math.floor(block / 2 ** 32), SPREAD_SERIES);
    let slot = (Math.imul(spread ^ (spread >>> 15), BLOCK) + (digits - block * BLOCK)) & last;
    for (;;) {
      const at = slot * CELLS;
      if (cells[at + PLACE] === 0) return at;
      if (cells[at] === lower && cells[at + SERIES] === series && cells[at + UPPER] === upper) return at;
      slot = (slot + STEP) & last;
    }
  }

  private grow(): void {
    const { cells } = this;
    this.size = 0;
    this.slots *= 2;
    this.cells = new Int32Array(this.slots * CELLS);
    for (let at = 0; at < cells.length; at += CELLS) {
      const place = cells[at + PLACE] as number;
      if (place === 0) continue;
      const digits = (cells[at + UPPER] as number) * 2 ** 32 + ((cells[at] as number) >>> 0);
      this.set(cells[at + SERIES] as number, digits, place - 1);
    }
  }
}
