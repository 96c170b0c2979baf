/** How thinly the numbers of a sheet lie: what decides whether a quoted one that is nearly theirs can be so by chance. */

import { isDigit } from '../domain/digits';
import { pushTo } from './groupBy';
import type { Invoice } from './numbered';

/** Neighbours on either side by whose distance the density at a number is told. */
const NEIGHBOURS = 5;
/** As many numbers are taken to be possible where too few are there to tell. */
const FEWEST_POSSIBLE = 1000;

interface Digits {
  readonly written: string;
  readonly digits: string;
}

/** The digits of an invoice's numbers, its own first; none where letters between them tell as much as they do. */
export function digitsOf({ id, references }: Invoice): readonly Digits[] {
  const found: Digits[] = [];
  addDigits(found, id);
  for (const reference of references) addDigits(found, reference);
  return found;
}

function addDigits(found: Digits[], written: string): void {
  const digits = digitsIn(written);
  if (digits !== null) found.push({ written, digits });
}

const [FEWEST_DIGITS, MOST_DIGITS] = [5, 30];

/** The digits of a number; null where they are too few or too many, or where letters grow between them. */
function digitsIn(written: string): string | null {
  let first = -1;
  let count = 0;
  let isApart = false;
  let hasLetters = false;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (isDigit(code)) {
      if (hasLetters && !isApart && count > 0) return null;
      if (count === 0) first = at;
      count++;
      isApart = false;
      hasLetters = false;
    } else if (setsApart(code)) isApart = true;
    else hasLetters = true;
  }
  if (count < FEWEST_DIGITS || count > MOST_DIGITS) return null;
  return count === written.length - first ? written.slice(first) : written.replace(/\D/g, '');
}

/** A full stop, a slash, a dash or a blank parts the digits before it from those that come. */
function setsApart(code: number): boolean {
  if (code > 127) return /\s/.test(String.fromCharCode(code));
  return (code >= 45 && code <= 47) || code === 32 || (code >= 9 && code <= 13);
}

export class NumberSpace {
  /** Numbers of one length, ascending; rounded where they are longer than a float keeps. */
  private readonly byLength = new Map<number, Float64Array>();

  constructor(invoices: readonly Invoice[]) {
    const values = new Map<number, number[]>();
    for (const invoice of invoices) for (const { digits } of digitsOf(invoice)) pushTo(values, digits.length, Number(digits));
    for (const [length, list] of values) this.byLength.set(length, Float64Array.from(list).sort());
  }

  /**
   * Of how many possible numbers the sheet's are drawn, judged by how far apart they lie about this one: 100 invoices numbered
   * in turn of 100, the same with numbers of ten random digits of some 10^10.
   */
  possible(digits: string): number {
    const sorted = this.byLength.get(digits.length);
    const most = 10 ** digits.length;
    if (sorted === undefined || sorted.length <= NEIGHBOURS) return Math.min(FEWEST_POSSIBLE, most);
    const at = firstFrom(sorted, Number(digits));
    const from = Math.max(0, at - NEIGHBOURS);
    const to = Math.min(sorted.length - 1, at + NEIGHBOURS);
    const apart = ((sorted[to] as number) - (sorted[from] as number)) / (to - from);
    // In powers of two: an invoice more or less elsewhere changes nothing.
    return Math.min(2 ** Math.round(Math.log2(Math.max(apart * sorted.length, 1))), most);
  }
}

function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
