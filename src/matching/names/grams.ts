/** Three letters in a row: what names share before any word of them is compared. */

import type { NameTable } from './nameTable';

/** Letters and digits of plain names have a number each; the rest shares what is left by hashing. */
const ALPHABET = 38;
const PLAIN = ALPHABET ** 3;
const HASHED_BITS = 16;
export const GRAMS = PLAIN + 2 ** HASHED_BITS;

const BEGIN = 36;
const END = 37;

/** Number of a letter in the alphabet; −1 outside of it. */
function letterNumber(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 48 + 26 : -1;
}

/** Letters of writings in which two make a word: Chinese, Japanese, Korean. */
function isDense(code: number): boolean {
  return (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xd800 && code <= 0xdfff);
}

function hashed(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
  return PLAIN + ((mixed ^ (mixed >>> 15)) >>> (32 - HASHED_BITS));
}

type Grams = Pick<NameTable, 'gramStart' | 'grams' | 'gramWeight' | 'gramNorm'>;

/** Grams of all names, each once a name, the rarest first, and what each is worth. */
export function gramsOf(count: number, squashedStart: Uint32Array, squashed: Uint16Array): Grams {
  const gramStart = new Uint32Array(count + 1);
  // At most one gram more than letters, and a pair beside each of dense writing.
  const grams = new Uint32Array(squashed.length + count + squashed.reduce((sum, code) => sum + (isDense(code) ? 1 : 0), 0));
  const counts = new Uint32Array(GRAMS);
  const seenBy = new Uint32Array(GRAMS);
  let to = 0;
  for (let n = 0; n < count; n++) {
    const add = (gram: number): void => {
      if (seenBy[gram] === n + 1) return;
      seenBy[gram] = n + 1;
      counts[gram] = (counts[gram] as number) + 1;
      grams[to++] = gram;
    };
    addGrams(squashed, squashedStart[n] as number, squashedStart[n + 1] as number, add);
    gramStart[n + 1] = to;
  }
  const gramWeight = new Float32Array(GRAMS);
  for (let g = 0; g < GRAMS; g++) {
    const times = counts[g] as number;
    if (times > 0) gramWeight[g] = Math.log2(1 + count / times) ** 2;
  }
  const gramNorm = new Float32Array(count);
  for (let n = 0; n < count; n++) {
    const from = gramStart[n] as number;
    const until = gramStart[n + 1] as number;
    sortByWeight(grams, from, until, gramWeight);
    let norm = 0;
    for (let at = from; at < until; at++) norm += gramWeight[grams[at] as number] as number;
    gramNorm[n] = norm;
  }
  return { gramStart, grams: grams.slice(0, to), gramWeight, gramNorm };
}

function addGrams(squashed: Uint16Array, from: number, to: number, add: (gram: number) => void): void {
  if (to === from) return;
  let [a, b] = [BEGIN, codeNumber(squashed[from] as number)];
  for (let at = from + 1; at <= to; at++) {
    const code = at === to ? -1 : (squashed[at] as number);
    const c = code < 0 ? END : codeNumber(code);
    add(a < ALPHABET && b < ALPHABET && c < ALPHABET ? (a * ALPHABET + b) * ALPHABET + c : hashed(a, b, c));
    if (b >= ALPHABET && isDense(squashed[at - 1] as number)) add(hashed(0, b, c));
    [a, b] = [b, c];
  }
}

function codeNumber(code: number): number {
  const number = letterNumber(code);
  return number < 0 ? ALPHABET + code : number;
}

/** Heaviest first; equal ones by number, so that the order is the same whatever the names were in. */
function sortByWeight(grams: Uint32Array, from: number, to: number, weight: Float32Array): void {
  for (let at = from + 1; at < to; at++) {
    const gram = grams[at] as number;
    const own = weight[gram] as number;
    let hole = at;
    while (hole > from) {
      const before = grams[hole - 1] as number;
      const other = weight[before] as number;
      if (other > own || (other === own && before < gram)) break;
      grams[hole] = before;
      hole -= 1;
    }
    grams[hole] = gram;
  }
}
