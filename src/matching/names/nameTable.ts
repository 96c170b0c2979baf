/**
 * The names at hand as a plain structure of typed arrays: what comparing reads, and what can be handed to another thread.
 * Equal names are one; words are kept once and told of by number.
 */

import { gramsOf } from './grams';
import type { NormalName } from './normalise';
import { initials } from './normalise';
import { isNumeral } from './spellings';
import { wordBits } from './wordWeights';

export interface NameTable {
  /** Distinct name of each name given. */
  readonly nameOf: Uint32Array;
  readonly count: number;

  /** Letters of word w: `letters[letterStart[w] … letterStart[w + 1])`. */
  readonly letterStart: Uint32Array;
  readonly letters: Uint16Array;
  /** Bit n for the letter that is n modulo 32: words far apart here are far apart in letters. */
  readonly letterMask: Uint32Array;
  /** What the word tells, in bits. */
  readonly bits: Float32Array;
  readonly isNumeral: Uint8Array;

  /** Identifying words of name n: `words[wordStart[n] … wordStart[n + 1])`. */
  readonly wordStart: Uint32Array;
  readonly words: Uint32Array;
  /** Words beside them: of its forms, places and security. */
  readonly besideStart: Uint32Array;
  readonly beside: Uint32Array;
  /** All identifying letters in a row, without blanks. */
  readonly squashedStart: Uint32Array;
  readonly squashed: Uint16Array;

  /** Identifying letters as written, before abbreviations are written out, with those of a branch's place. */
  readonly writtenStart: Uint32Array;
  readonly written: Uint16Array;

  /** Number of a set of forms, places or security words in `formSets`, `placeSets`, `securitySets`; 0 is the empty one. */
  readonly forms: Uint16Array;
  readonly places: Uint16Array;
  readonly security: Uint16Array;
  readonly formSets: readonly (readonly string[])[];
  readonly placeSets: readonly (readonly string[])[];
  readonly securitySets: readonly (readonly string[])[];

  /** Grams of name n, the rarest first: `grams[gramStart[n] … gramStart[n + 1])`. */
  readonly gramStart: Uint32Array;
  readonly grams: Uint16Array | Uint32Array;
  /** Square of a gram's rarity. */
  readonly gramWeight: Float32Array;
  /** Length of a name as a vector of its grams, squared. */
  readonly gramNorm: Float32Array;

  /** Number of a name's initials, or of the name where it may be such; 0 for none. */
  readonly initials: Uint32Array;
  readonly isInitials: Uint8Array;
}

/** Words kept of a name, as many as `compare` has bits for; what a longer one has behind them is not looked at. */
const MOST_WORDS = 30;
const MOST_BESIDE = 12;
const MOST_SETS = 65_535;

/** How much a word tells goes by the names given: another list of names gives other bits. */
export function nameTable(names: readonly NormalName[]): NameTable {
  const distinct = new Map<string, number>();
  const nameOf = new Uint32Array(names.length);
  const kept: NormalName[] = [];
  names.forEach((name, i) => {
    const key = name.security.length === 0 ? name.text : `${name.text}\t${name.security.join(' ')}`;
    let at = distinct.get(key);
    if (at === undefined) {
      at = kept.length;
      distinct.set(key, at);
      kept.push(name);
    }
    nameOf[i] = at;
  });
  const words = new Words();
  const core = lists(kept, MOST_WORDS, words, ({ core: identifying }, add) => {
    for (const word of identifying) add(word);
  });
  const counts = new Uint32Array(words.count);
  for (let n = 0; n < kept.length; n++) countOnce(core.values, core.start[n] as number, core.start[n + 1] as number, counts);
  const beside = lists(kept, MOST_BESIDE, words, ({ forms, places, security }, add) => {
    for (const form of forms) add(form);
    for (const place of places) for (const word of place.split(' ')) add(word);
    for (const word of security) add(word);
  });
  const spelt = words.table();
  const bits = new Float32Array(words.count);
  words.texts.forEach((word, w) => (bits[w] = wordBits(word, counts[w] ?? 0, kept.length)));
  const squashed = squash(core.start, core.values, spelt);
  const [forms, places, security] = [new Sets(), new Sets(), new Sets()];
  const acronyms = acronymsOf(kept);
  return {
    nameOf,
    count: kept.length,
    ...spelt,
    bits,
    isNumeral: Uint8Array.from(words.texts, (word) => (isNumeral(word) ? 1 : 0)),
    wordStart: core.start,
    words: core.values,
    besideStart: beside.start,
    beside: beside.values,
    ...squashed,
    ...writtenLetters(kept),
    forms: Uint16Array.from(kept, (name) => forms.numberOf(name.forms)),
    places: Uint16Array.from(kept, (name) => places.numberOf(name.places)),
    security: Uint16Array.from(kept, (name) => security.numberOf(name.security)),
    formSets: forms.sets,
    placeSets: places.sets,
    securitySets: security.sets,
    ...gramsOf(kept.length, squashed.squashedStart, squashed.squashed),
    ...acronyms,
  };
}

/** The names of some of those given, by number in the table, each once and ascending. @param positions among the names given */
export function distinctNames({ nameOf, count }: NameTable, positions: Iterable<number>): Uint32Array {
  const isBorne = new Uint8Array(count);
  for (const at of positions) isBorne[nameOf[at] as number] = 1;
  const found = new Uint32Array(isBorne.reduce((sum, borne) => sum + borne, 0));
  let to = 0;
  for (let name = 0; name < count; name++) if (isBorne[name] === 1) found[to++] = name;
  return found;
}

const NONE: readonly string[] = [];

/** Words by number, in the order of their first use. */
class Words {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  get count(): number {
    return this.texts.length;
  }

  numberOf(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.texts.length;
      this.numbers.set(word, number);
      this.texts.push(word);
    }
    return number;
  }

  table(): Pick<NameTable, 'letterStart' | 'letters' | 'letterMask'> {
    const letterStart = new Uint32Array(this.texts.length + 1);
    this.texts.forEach((word, w) => (letterStart[w + 1] = (letterStart[w] as number) + word.length));
    const letters = new Uint16Array(letterStart[this.texts.length] as number);
    const letterMask = new Uint32Array(this.texts.length);
    this.texts.forEach((word, w) => {
      let mask = 0;
      for (let i = 0; i < word.length; i++) {
        const letter = word.charCodeAt(i);
        letters[(letterStart[w] as number) + i] = letter;
        mask |= 1 << (letter & 31);
      }
      letterMask[w] = mask >>> 0;
    });
    return { letterStart, letters, letterMask };
  }
}

/** Small lists of texts by number; what no number is left for is taken for the empty one. */
class Sets {
  readonly sets: (readonly string[])[] = [NONE];
  private readonly numbers = new Map<string, number>([['', 0]]);

  numberOf(set: readonly string[]): number {
    if (set.length === 0) return 0;
    const key = set.join('\t');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.sets.length >= MOST_SETS) return 0;
    this.numbers.set(key, this.sets.length);
    this.sets.push(set);
    return this.sets.length - 1;
  }
}

interface Lists {
  readonly start: Uint32Array;
  readonly values: Uint32Array;
}

/** The numbers of some words of each name, one name behind the other; `most` of a name are taken. */
function lists(
  names: readonly NormalName[],
  most: number,
  words: Words,
  addWords: (name: NormalName, add: (word: string) => void) => void,
): Lists {
  const start = new Uint32Array(names.length + 1);
  const values: number[] = [];
  names.forEach((name, n) => {
    const end = values.length + most;
    addWords(name, (word) => {
      if (values.length < end) values.push(words.numberOf(word));
    });
    start[n + 1] = values.length;
  });
  return { start, values: new Uint32Array(values) };
}

function countOnce(values: Uint32Array, from: number, to: number, counts: Uint32Array): void {
  for (let at = from; at < to; at++) {
    const value = values[at] as number;
    let isFirst = true;
    for (let before = from; before < at && isFirst; before++) isFirst = values[before] !== value;
    if (isFirst) counts[value] = (counts[value] as number) + 1;
  }
}

function squash(
  wordStart: Uint32Array,
  words: Uint32Array,
  { letterStart, letters }: Pick<NameTable, 'letterStart' | 'letters'>,
): Pick<NameTable, 'squashedStart' | 'squashed'> {
  const squashedStart = new Uint32Array(wordStart.length);
  for (let n = 0; n + 1 < wordStart.length; n++) {
    let length = 0;
    for (let at = wordStart[n] as number; at < (wordStart[n + 1] as number); at++) {
      const word = words[at] as number;
      length += (letterStart[word + 1] as number) - (letterStart[word] as number);
    }
    squashedStart[n + 1] = (squashedStart[n] as number) + length;
  }
  const squashed = new Uint16Array(squashedStart[wordStart.length - 1] as number);
  let to = 0;
  for (const word of words) {
    for (let at = letterStart[word] as number; at < (letterStart[word + 1] as number); at++)
      squashed[to++] = letters[at] as number;
  }
  return { squashedStart, squashed };
}

function writtenLetters(names: readonly NormalName[]): Pick<NameTable, 'writtenStart' | 'written'> {
  const writtenStart = new Uint32Array(names.length + 1);
  const letters = new Uint16Array(names.reduce((sum, { key }) => sum + key.length, 0));
  let to = 0;
  names.forEach(({ key }, n) => {
    for (let at = 0; at < key.length; at++) {
      const letter = key.charCodeAt(at);
      if (letter !== BLANK) letters[to++] = letter;
    }
    writtenStart[n + 1] = to;
  });
  return { writtenStart, written: letters.slice(0, to) };
}

const BLANK = 32;

/** As short a word is no acronym, as long a one is a word. */
const LEAST_INITIALS = 3;
const MOST_INITIALS = 6;

function acronymsOf(names: readonly NormalName[]): Pick<NameTable, 'initials' | 'isInitials'> {
  const numbers = new Map<string, number>();
  const isInitials = new Uint8Array(names.length);
  const numbered = Uint32Array.from(names, ({ core }, n) => {
    const single = core.length === 1 ? (core[0] ?? '') : '';
    const text = single === '' ? initials(core) : single;
    if (text.length < LEAST_INITIALS || text.length > MOST_INITIALS) return 0;
    isInitials[n] = single === '' ? 0 : 1;
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return number;
  });
  return { initials: numbered, isInitials };
}
