/** A place for each text. Most texts of a book are numbers of a few series: looked up by their digits, neighbours lie side by side. */

import { isDigit, MOST_EXACT_DIGITS, numberFrom, withoutZeros } from './digits';
import { SeriesTable } from './seriesTable';

/** What stands before the digits: more than a book has series, where every text has digits of its own and no series at all. */
const MOST_SERIES = 1000;
/** Heads that are looked through before they are looked up. */
const FEW = 8;

export class TextTable {
  private count = 0;
  private readonly inSeries: SeriesTable;
  private readonly heads: string[] = [];
  private readonly series = new Map<string, number>();
  private readonly others = new Map<string, number>();

  /** @param expected texts, for which there is room from the start. */
  constructor(expected = 0) {
    this.inSeries = new SeriesTable(expected);
  }

  /** How many texts have a place. */
  get size(): number {
    return this.count;
  }

  /** −1 for a text that nobody entered. */
  placeOf(text: string): number {
    const from = digitsAt(text);
    const series = from === text.length ? -1 : this.seriesOf(text, from);
    return series < 0 ? (this.others.get(text) ?? -1) : this.inSeries.get(series, numberFrom(text, from));
  }

  /** The place of a text; places are given from 0 on, as texts come. */
  enter(text: string): number {
    const from = digitsAt(text);
    const series = from === text.length ? -1 : this.enteredSeries(text, from);
    if (series < 0) {
      const known = this.others.get(text);
      if (known !== undefined) return known;
      this.others.set(text, this.count);
      return this.count++;
    }
    const number = numberFrom(text, from);
    const known = this.inSeries.get(series, number);
    if (known >= 0) return known;
    this.inSeries.set(series, number, this.count);
    return this.count++;
  }

  private seriesOf(text: string, length: number): number {
    const { heads } = this;
    const few = Math.min(heads.length, FEW);
    for (let at = 0; at < few; at++) {
      const head = heads[at] as string;
      if (head.length === length && text.startsWith(head)) return at;
    }
    return heads.length > FEW ? (this.series.get(text.slice(0, length)) ?? -1) : -1;
  }

  /** −1 where there are too many: the texts of one are always looked up the same way. */
  private enteredSeries(text: string, length: number): number {
    const known = this.seriesOf(text, length);
    if (known >= 0 || this.heads.length === MOST_SERIES) return known;
    const head = text.slice(0, length);
    this.series.set(head, this.heads.length);
    this.heads.push(head);
    return this.heads.length - 1;
  }
}

/** Where the digits at the end begin, leading zeros not among them: with what stands before them they say the whole text. */
function digitsAt(text: string): number {
  let from = text.length;
  while (from > 0 && text.length - from < MOST_EXACT_DIGITS && isDigit(text.charCodeAt(from - 1))) from--;
  return withoutZeros(text, from);
}
