/** How two words agree, as a small number that orders what it stands for. */

import { isContraction, letterDistance, sameLetters } from './letters';
import type { NameTable } from './nameTable';

/** Strings of so few letters are compared as they are, never by likeness. */
export const SHORT = 4;

export const NOTHING = 0;
export const INITIAL = 1;
const CONTRACTED = 2;
export const TWO_SLIPS = 3;
export const CUT = 4;
export const ONE_SLIP = 5;
const INFLECTED = 6;
export const SAME = 7;

/** Share of a word's weight that an agreement is worth, by its kind. */
export const WORTH: readonly number[] = [0, 0.2, 0.6, 0.7, 0.7, 0.85, 0.95, 1];

const LEAST_CUT = 3;
const LONG = 8;

/** How words v and w of a table agree; either way round. */
export function wordPair(table: NameTable, v: number, w: number): number {
  if (v === w) return SAME;
  const { letterStart, letters, letterMask, isNumeral } = table;
  if (isNumeral[v] === 1 || isNumeral[w] === 1) return NOTHING;
  const isOrdered = wordLength(table, v) <= wordLength(table, w);
  const less = isOrdered ? v : w;
  const more = isOrdered ? w : v;
  const short = wordLength(table, less);
  const long = wordLength(table, more);
  if (short === 0) return NOTHING;
  const from = letterStart[less] as number;
  const other = letterStart[more] as number;
  if (isDense(letters[from] as number)) return short > SHORT ? slips(table, less, more, short) : NOTHING;
  if (short === 1) return letters[from] === letters[other] ? INITIAL : NOTHING;
  if (short >= LEAST_CUT && sameLetters(letters, from, letters, other, short)) {
    return long - short <= 2 && short > SHORT ? INFLECTED : CUT;
  }
  if (short > SHORT) {
    const kind = slips(table, less, more, short);
    if (kind !== NOTHING) return kind;
  }
  if (short < LEAST_CUT || long < short + 2 || 3 * short < long) return NOTHING;
  if (((letterMask[less] as number) & ~(letterMask[more] as number)) !== 0) return NOTHING;
  const isContracted =
    !hasVowelInside(letters, from, from + short) && isContraction(letters, from, from + short, letters, other, other + long);
  return isContracted ? CONTRACTED : NOTHING;
}

/** In UTF-16 units. */
export function wordLength({ letterStart }: NameTable, word: number): number {
  return (letterStart[word + 1] as number) - (letterStart[word] as number);
}

/** One slip of the pen in a word, or two in a long one. */
function slips({ letterStart, letters, letterMask }: NameTable, v: number, w: number, short: number): number {
  const limit = short >= LONG ? 2 : 1;
  // A slip changes at most two letters of the two sets.
  if (bitsIn(((letterMask[v] as number) ^ (letterMask[w] as number)) >>> 0) > 2 * limit) return NOTHING;
  const distance = letterDistance(
    letters,
    letterStart[v] as number,
    letterStart[v + 1] as number,
    letters,
    letterStart[w] as number,
    letterStart[w + 1] as number,
    limit,
  );
  if (distance > limit) return NOTHING;
  return distance === 1 ? ONE_SLIP : TWO_SLIPS;
}

/** A contraction leaves vowels out: "energy" is "enrg" but "mart" is no "market". */
function hasVowelInside(letters: Uint16Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const letter = letters[at] as number;
    if (letter === 97 || letter === 101 || letter === 105 || letter === 111 || letter === 117) return true;
  }
  return false;
}

/** Chinese, Japanese, Korean: two letters make a word, so that a beginning is no abbreviation. */
function isDense(letter: number): boolean {
  return letter >= 0x3040;
}

function bitsIn(mask: number): number {
  let rest = mask;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
