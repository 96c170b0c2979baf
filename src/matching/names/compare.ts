/** The kernel: two names of a table to the level of each comparison. Whole numbers and bits, no objects. */

import {
  BRANCH,
  COMPARISONS,
  EXCHANGED,
  FIRST_WORD,
  FORM,
  levelFrom,
  levelUpTo,
  LETTERS,
  NAME,
  NUMBERS,
  RARITY,
  SECURITY,
  WRITING,
} from './levels';
import { compareForms } from './legalForms';
import type { FormAgreement } from './legalForms';
import { letterDistance, sameLetters } from './letters';
import type { NameTable } from './nameTable';
import { BACKGROUND_NAMES } from './wordWeights';
import { CUT, INITIAL, NOTHING, ONE_SLIP, SAME, SHORT, TWO_SLIPS, wordLength, wordPair, WORTH } from './wordPairs';

/** Where the levels of a pair are left, and what was worked out once for sets of forms, places and securities. */
export interface Comparing {
  readonly table: NameTable;
  /** log2 of the number of names that a partner is chosen among. */
  readonly chance: number;
  /** The same with the names of the world behind them: what agreeing words have to tell before they are more than coincidence. */
  readonly coincidence: number;
  readonly levels: Uint8Array;
  readonly formLevels: SetLevels;
  readonly placeLevels: SetLevels;
  readonly securityLevels: SetLevels;
}

/** The level of every two sets that have met. */
interface SetLevels {
  readonly known: Map<number, number>;
  /** One side has the habit to write them and the other has not, so that one missing says nothing. */
  readonly isHabit: boolean;
}

/** @param queries names of one side · @param targets names of the other, both by number in the table */
export function comparing(table: NameTable, queries: Uint32Array, targets: Uint32Array): Comparing {
  const setLevels = (sets: Uint16Array): SetLevels => ({
    known: new Map(),
    isHabit: Math.abs(shareWith(sets, queries) - shareWith(sets, targets)) > HABIT,
  });
  return {
    table,
    chance: chanceAmong(targets.length),
    coincidence: chanceAmong(targets.length + BACKGROUND_NAMES),
    levels: new Uint8Array(COMPARISONS.length),
    formLevels: setLevels(table.forms),
    placeLevels: setLevels(table.places),
    securityLevels: setLevels(table.security),
  };
}

/** The sides' shares of names with a legal form, say, differ by habit rather than by chance. */
const HABIT = 0.5;
const LEAST_AMONG = 16;
const CHANCE_STEP = 0.5;

/** log2 of a number of names, in steps: one name more changes nothing. */
function chanceAmong(targets: number): number {
  return Math.round(Math.log2(Math.max(targets, LEAST_AMONG)) / CHANCE_STEP) * CHANCE_STEP;
}

function shareWith(sets: Uint16Array, names: Uint32Array): number {
  let count = 0;
  for (const name of names) if (sets[name] !== 0) count += 1;
  return count / Math.max(1, names.length);
}

/** Agreed bits beyond those that chance asks for. */
const RARITY_FROM = [16, 11, 7, 3, 0, -4, -9] as const;
const EXCHANGED_UP_TO = [0, 4, 7.5, 10.5] as const;
const LETTERS_FROM = [0.9999, 0.95, 0.85, 0.75, 0.65, 0.55, 0.45] as const;
/** Names of as many letters may differ by several slips. */
const LONG = 10;
/** Below it two names are no slip apart. */
const LEAST_LIKENESS = 0.4;
const MOST_SLIPS = 3;

/** Of legal forms, branches and securities alike. */
const NEITHER = 1;
const ONE_MISSING = 2;
const FORM_LEVEL: Readonly<Record<FormAgreement, number>> = {
  same: 0,
  neither: NEITHER,
  'one missing': ONE_MISSING,
  near: 3,
  conflict: 4,
};

/** State of the pair being compared; set anew by every call. */
let usedA = 0;
let usedB = 0;
let agreed = 0;
let slips = 0;
let shortened = 0;
let isMoved = false;
let isJoined = false;
let firstLevel = 2;
/** Numerals without a partner in the name looked at last. */
let numerals = 0;

/**
 * Compares two names of the table.
 * @param cosine share of letters in common, as the search measured it
 * Leaves the level of each comparison in `state.levels`.
 */
export function compare(state: Comparing, a: number, b: number, cosine: number): void {
  const { table, levels } = state;
  const { squashedStart, squashed } = table;
  const fromA = squashedStart[a] as number;
  const fromB = squashedStart[b] as number;
  const lengthA = (squashedStart[a + 1] as number) - fromA;
  const lengthB = (squashedStart[b + 1] as number) - fromB;
  const shorter = lengthA < lengthB ? lengthA : lengthB;
  align(table, a, b, shorter <= SHORT);
  const restA = restOf(table, a, usedA, b);
  const numeralsA = numerals;
  const restB = restOf(table, b, usedB, a);
  const isSame = lengthA === lengthB && sameLetters(squashed, fromA, squashed, fromB, lengthA);
  const numbers = numbersLevel(table, a, b, numeralsA, numerals);
  let name = nameLevel(restA, restB, isSame, wordCount(table, a) === wordCount(table, b));
  if (numbers > 1 && name < LEFT_OUT) name = numbers === 2 ? LEFT_OUT : EXCHANGED_LEVEL;
  if (name >= LEFT_OUT && shorter > SHORT && numbers < 2 && cosine > LEAST_LIKENESS) {
    const limit = shorter >= LONG ? MOST_SLIPS : 1;
    const isNear = lengthA + lengthB - 2 * shorter <= limit;
    const distance = isNear
      ? letterDistance(squashed, fromA, fromA + lengthA, squashed, fromB, fromB + lengthB, limit)
      : limit + 1;
    if (distance <= limit) name = distance === 1 ? ONE_SLIP_LEVEL : SLIPS_LEVEL;
  }
  if (name >= LEFT_OUT && isAcronym(table, a, b)) name = INITIALS_LEVEL;
  levels[NAME] = name;
  levels[WRITING] = name < LEFT_OUT ? writingLevel(table, a, b, shorter <= SHORT, name === REORDERED) : OTHER_WRITING;
  levels[RARITY] = agreed === 0 ? RARITY_FROM.length : levelFrom(agreed - state.coincidence, RARITY_FROM);
  levels[EXCHANGED] = levelUpTo(restA < restB ? restA : restB, EXCHANGED_UP_TO);
  levels[LETTERS] = levelFrom(cosine, LETTERS_FROM);
  levels[NUMBERS] = numbers;
  levels[FIRST_WORD] = firstLevel;
  levels[FORM] = levelOfSets(state.formLevels, table.forms[a] as number, table.forms[b] as number, table.formSets, formLevel);
  levels[BRANCH] = levelOfSets(
    state.placeLevels,
    table.places[a] as number,
    table.places[b] as number,
    table.placeSets,
    placeLevel,
  );
  levels[SECURITY] = levelOfSets(
    state.securityLevels,
    table.security[a] as number,
    table.security[b] as number,
    table.securitySets,
    securityLevel,
  );
}

/** How far apart the names are as written: of several with the same words it is the nearest; their order is another matter. */
function writingLevel(
  { writtenStart, written }: NameTable,
  a: number,
  b: number,
  isShort: boolean,
  isReordered: boolean,
): number {
  if (a === b) return 0;
  if (isReordered) return 1;
  const fromA = writtenStart[a] as number;
  const toA = writtenStart[a + 1] as number;
  const fromB = writtenStart[b] as number;
  const toB = writtenStart[b + 1] as number;
  if (toA - fromA === toB - fromB && sameLetters(written, fromA, written, fromB, toA - fromA)) return 1;
  if (isShort) return OTHER_WRITING;
  const distance = letterDistance(written, fromA, toA, written, fromB, toB, MOST_SLIPS);
  return distance === 1 ? 2 : distance <= MOST_SLIPS ? 3 : OTHER_WRITING;
}

const OTHER_WRITING = 4;

function wordCount({ wordStart }: NameTable, name: number): number {
  return (wordStart[name + 1] as number) - (wordStart[name] as number);
}

const REORDERED = 1;
const ONE_SLIP_LEVEL = 3;
const SLIPS_LEVEL = 4;
const LEFT_OUT = 5;
const INITIALS_LEVEL = 7;
const EXCHANGED_LEVEL = 8;
const LITTLE_LEVEL = 9;

function nameLevel(restA: number, restB: number, isSame: boolean, isSameCount: boolean): number {
  if (isSame) return !isMoved && !isJoined && isSameCount && slips === 0 && shortened === 0 ? 0 : REORDERED;
  if (agreed === 0) return LITTLE_LEVEL;
  if (restA === 0 && restB === 0) {
    if (slips > 0) return slips === 1 ? ONE_SLIP_LEVEL : SLIPS_LEVEL;
    return shortened > 0 ? 2 : REORDERED;
  }
  if (restA === 0 || restB === 0) return slips + shortened === 0 ? LEFT_OUT : LEFT_OUT + 1;
  return agreed >= restA && agreed >= restB ? EXCHANGED_LEVEL : LITTLE_LEVEL;
}

/** Pairs the words of two names: the same first, then joined and split ones, then the most alike. */
function align(table: NameTable, a: number, b: number, isShort: boolean): void {
  const { wordStart, words, bits } = table;
  const fromA = wordStart[a] as number;
  const toA = wordStart[a + 1] as number;
  const fromB = wordStart[b] as number;
  const toB = wordStart[b + 1] as number;
  usedA = 0;
  usedB = 0;
  agreed = 0;
  slips = 0;
  shortened = 0;
  isMoved = false;
  isJoined = false;
  firstLevel = 2;
  let last = -1;
  for (let i = fromA; i < toA; i++) {
    const word = words[i] as number;
    for (let j = fromB; j < toB; j++) {
      if (word !== words[j] || ((usedB >> (j - fromB)) & 1) === 1) continue;
      usedA |= 1 << (i - fromA);
      usedB |= 1 << (j - fromB);
      agreed += bits[word] as number;
      if (i === fromA && j === fromB) firstLevel = 0;
      if (j < last) isMoved = true;
      last = j;
      break;
    }
  }
  const allA = (1 << (toA - fromA)) - 1;
  const allB = (1 << (toB - fromB)) - 1;
  if (usedA === allA || usedB === allB) return;
  joinSplitWords(table, fromA, toA, fromB, toB);
  if (isShort || usedA === allA || usedB === allB) return;
  pairAlike(table, fromA, toA, fromB, toB);
}

const MOST_JOINED = 3;

/** Runs of words not paired yet that are the same letters: "data dog" and "datadog", "eato nvance" and "eaton vance". */
function joinSplitWords(table: NameTable, fromA: number, toA: number, fromB: number, toB: number): void {
  const { words, letterStart, letters, bits } = table;
  for (let i = fromA; i < toA; i++) {
    for (let j = fromB; j < toB; j++) {
      if ((usedA >> (i - fromA)) & 1) break;
      if ((usedB >> (j - fromB)) & 1) continue;
      if (letters[letterStart[words[i] as number] as number] !== letters[letterStart[words[j] as number] as number]) continue;
      let endA = i + 1;
      let endB = j + 1;
      let lengthA = wordLength(table, words[i] as number);
      let lengthB = wordLength(table, words[j] as number);
      while (lengthA !== lengthB) {
        const isA = lengthA < lengthB;
        if (isA ? endA === toA || endA - i === MOST_JOINED : endB === toB || endB - j === MOST_JOINED) break;
        if (isA ? (usedA >> (endA - fromA)) & 1 : (usedB >> (endB - fromB)) & 1) break;
        if (isA) lengthA += wordLength(table, words[endA++] as number);
        else lengthB += wordLength(table, words[endB++] as number);
      }
      if (lengthA !== lengthB || !sameRun(table, i, endA, j, lengthA)) continue;
      let told = 0;
      let other = 0;
      for (let at = i; at < endA; at++) {
        usedA |= 1 << (at - fromA);
        told += bits[words[at] as number] as number;
      }
      for (let at = j; at < endB; at++) {
        usedB |= 1 << (at - fromB);
        other += bits[words[at] as number] as number;
      }
      agreed += Math.min(told, other);
      isJoined = true;
      if (i === fromA && j === fromB) firstLevel = 0;
    }
  }
}

/** Whether the words from i on and those from j on are the same letters in a row; their lengths are equal. */
function sameRun({ words, letterStart, letters }: NameTable, i: number, endA: number, j: number, length: number): boolean {
  let wordB = j;
  let atB = letterStart[words[j] as number] as number;
  let checked = 0;
  for (let at = i; at < endA; at++) {
    const word = words[at] as number;
    for (let l = letterStart[word] as number; l < (letterStart[word + 1] as number); l++) {
      if (atB === letterStart[(words[wordB] as number) + 1]) atB = letterStart[words[++wordB] as number] as number;
      if (letters[l] !== letters[atB]) return false;
      atB += 1;
      checked += 1;
    }
  }
  return checked === length;
}

/** Pairs what is alike, the worthiest pair first. */
function pairAlike(table: NameTable, fromA: number, toA: number, fromB: number, toB: number): void {
  const { words, bits } = table;
  for (;;) {
    let best = 0;
    let bestI = -1;
    let bestJ = -1;
    let bestKind = NOTHING;
    for (let i = fromA; i < toA; i++) {
      if ((usedA >> (i - fromA)) & 1) continue;
      const v = words[i] as number;
      for (let j = fromB; j < toB; j++) {
        if ((usedB >> (j - fromB)) & 1) continue;
        const w = words[j] as number;
        const kind = wordPair(table, v, w);
        if (kind === NOTHING) continue;
        const worth = (WORTH[kind] as number) * Math.min(bits[v] as number, bits[w] as number);
        if (worth <= best) continue;
        best = worth;
        bestI = i;
        bestJ = j;
        bestKind = kind;
      }
    }
    if (bestI < 0) return;
    usedA |= 1 << (bestI - fromA);
    usedB |= 1 << (bestJ - fromB);
    agreed += best;
    if (bestKind === ONE_SLIP) slips += 1;
    else if (bestKind === TWO_SLIPS) slips += 2;
    else if (bestKind !== SAME) shortened += 1;
    if (bestI === fromA && bestJ === fromB) firstLevel = 1;
  }
}

/** Bits of the words left without a partner, those forgiven that stand beside the other name; counts the numerals among them. */
function restOf(table: NameTable, name: number, used: number, other: number): number {
  const { wordStart, words, bits, isNumeral } = table;
  const from = wordStart[name] as number;
  const to = wordStart[name + 1] as number;
  numerals = 0;
  let rest = 0;
  if (used === (1 << (to - from)) - 1) return rest;
  for (let i = from; i < to; i++) {
    if (((used >> (i - from)) & 1) === 1) continue;
    const word = words[i] as number;
    if (isNumeral[word] === 1) numerals += 1;
    else if (!standsBeside(table, word, other, i === to - 1)) rest += bits[word] as number;
  }
  return rest;
}

/** Whether a word is one of the other name's forms, places or security words, or the last word was cut off from one. */
function standsBeside(table: NameTable, word: number, other: number, isLast: boolean): boolean {
  const { besideStart, beside, letterStart, letters } = table;
  for (let at = besideStart[other] as number; at < (besideStart[other + 1] as number); at++) {
    const kind = wordPair(table, word, beside[at] as number);
    if (kind >= CUT || (isLast && kind === INITIAL)) return true;
    if (!isLast) continue;
    const length = wordLength(table, word);
    if (
      length < wordLength(table, beside[at] as number) &&
      sameLetters(letters, letterStart[word] as number, letters, letterStart[beside[at] as number] as number, length)
    )
      return true;
  }
  return false;
}

function numbersLevel(table: NameTable, a: number, b: number, leftA: number, leftB: number): number {
  if (leftA > 0 && leftB > 0) return 3;
  if (leftA + leftB > 0) return 2;
  return hasNumeral(table, a) && hasNumeral(table, b) ? 0 : 1;
}

function hasNumeral({ wordStart, words, isNumeral }: NameTable, name: number): boolean {
  for (let at = wordStart[name] as number; at < (wordStart[name + 1] as number); at++)
    if (isNumeral[words[at] as number] === 1) return true;
  return false;
}

function isAcronym({ initials, isInitials }: NameTable, a: number, b: number): boolean {
  return initials[a] !== 0 && initials[a] === initials[b] && isInitials[a] !== isInitials[b];
}

/** The level of two sets, worked out once for every two. */
function levelOfSets(
  { known: memo, isHabit }: SetLevels,
  a: number,
  b: number,
  sets: readonly (readonly string[])[],
  levelOf: (a: readonly string[], b: readonly string[]) => number,
): number {
  const key = a * 65_536 + b;
  let level = memo.get(key);
  if (level === undefined) {
    const told = levelOf(sets[a] ?? [], sets[b] ?? []);
    level = told === ONE_MISSING && isHabit ? NEITHER : told;
    memo.set(key, level);
  }
  return level;
}

function formLevel(a: readonly string[], b: readonly string[]): number {
  return FORM_LEVEL[compareForms(a, b)];
}

function placeLevel(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return NEITHER;
  if (a.length === 0 || b.length === 0) return ONE_MISSING;
  return a.some((place) => b.includes(place)) ? 0 : 3;
}

/** Two classes of shares conflict; how their names are worded does not matter. */
function securityLevel(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return NEITHER;
  if (a.length === 0 || b.length === 0) return ONE_MISSING;
  const classA = classOf(a);
  const classB = classOf(b);
  return classA === classB || classA === '' || classB === '' ? 0 : 3;
}

function classOf(words: readonly string[]): string {
  const at = words.findIndex((word) => /^(?:class|cla|clb|cl|series)$/.test(word));
  const word = words[at] ?? '';
  return word.length === 3 && word.startsWith('cl') ? word.slice(2) : at < 0 ? '' : (words[at + 1] ?? '');
}
