/** Three letters in a row: what names share before any word of them is compared. */

import type { NameTable } from './nameTable';

/** Letters and digits of plain names have a number each; the rest shares what is left by hashing. */
const ALPHABET = 38;
const PLAIN = ALPHABET ** 3;
const HASHED_BITS = 16;
const GRAMS = PLAIN + 2 ** HASHED_BITS;

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

/** Grams of all names, each once a name, the rarest first, and what each is worth. Only grams that occur have a number. */
export function gramsOf(count: number, squashedStart: Uint32Array, squashed: Uint16Array): Grams {
  const counts = new Uint32Array(GRAMS);
  const seenBy = new Uint32Array(GRAMS);
  let visited = 0;
  /** Tells of each gram of each name once. The names are gone through twice, so that no list of grams is made that is not kept. */
  const visit = (told: (gram: number) => void, ended: (name: number) => void): void => {
    for (let n = 0; n < count; n++) {
      visited += 1;
      addGrams(squashed, squashedStart[n] as number, squashedStart[n + 1] as number, (gram) => {
        if (seenBy[gram] === visited) return;
        seenBy[gram] = visited;
        told(gram);
      });
      ended(n);
    }
  };

  const gramStart = new Uint32Array(count + 1);
  let total = 0;
  visit(
    (gram) => {
      counts[gram] = (counts[gram] as number) + 1;
      total += 1;
    },
    (n) => (gramStart[n + 1] = total),
  );
  const { numberOf, gramWeight } = weigh(counts, count);
  const grams = gramWeight.length <= 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
  const gramNorm = new Float32Array(count);
  let to = 0;
  visit(
    (gram) => (grams[to++] = numberOf[gram] as number),
    (n) => {
      const from = gramStart[n] as number;
      sortByWeight(grams, from, to, gramWeight);
      let norm = 0;
      for (let at = from; at < to; at++) norm += gramWeight[grams[at] as number] as number;
      gramNorm[n] = norm;
    },
  );
  return { gramStart, grams, gramWeight, gramNorm };
}

/** Numbers the grams that occur, in the order that they had, and weighs them. */
function weigh(counts: Uint32Array, names: number): { readonly numberOf: Uint32Array; readonly gramWeight: Float32Array } {
  const numberOf = new Uint32Array(GRAMS);
  const gramWeight = new Float32Array(counts.reduce((sum, times) => sum + (times > 0 ? 1 : 0), 0));
  let number = 0;
  counts.forEach((times, gram) => {
    if (times === 0) return;
    numberOf[gram] = number;
    gramWeight[number++] = Math.log2(1 + names / times) ** 2;
  });
  return { numberOf, gramWeight };
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
function sortByWeight(grams: Uint16Array | Uint32Array, from: number, to: number, weight: Float32Array): void {
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
