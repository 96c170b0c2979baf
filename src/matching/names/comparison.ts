/** How two names agree: words aligned by rarity, legal forms as evidence, the Dice score for the reader. */

import type { Evidence } from '../../domain/link';
import { editDistance } from './editDistance';
import { compareForms } from './legalForms';
import type { FormAgreement } from './legalForms';
import { evidence } from '../matchWeight';
import { initials } from './normalise';
import type { NormalName } from './normalise';
import { similarity } from './similarity';
import type { WordWeight } from './wordWeights';

/** Strings of so few letters are compared as they are, never by likeness. */
export const SHORT = 4;

const FORM_WEIGHTS: Readonly<Record<FormAgreement, number>> = {
  same: 1,
  'one missing': -0.3,
  neither: 0,
  near: -1,
  conflict: -4,
};
/** What all words agreeing adds to the words themselves: little is left to tell two companies apart. */
const ALL_WORDS = 8;
const ALL_WORDS_OTHER_ORDER = 6;
/** Share of an unmatched word's weight that counts against a pair: words are often left out, seldom exchanged. */
const LEFT_OUT = 0.45;
const EXCHANGED = 0.8;
const ACRONYM_A_LETTER = 2;

/** A number in a name, in digits or Roman: "Fund II" and "Fund III" are two, and so are "Store 12" and "Store 21". */
function isNumeral(word: string): boolean {
  return /^(?:\d+|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))$/.test(word);
}

/** A number that only one of two names has speaks against them, however rare or common it is. */
const NUMERAL = 7;

/** Share of a word's weight that an agreement is worth: 1 the same word, 0 another. */
export function wordAgreement(a: string, b: string): number {
  if (a === b) return 1;
  if (isNumeral(a) || isNumeral(b)) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? 0.2 : 0;
  if (short.length >= 3 && long.startsWith(short)) return short.length > SHORT ? 0.75 : 0.5;
  if (short.length <= SHORT || /\d/.test(a) || /\d/.test(b)) return 0;
  const limit = short.length >= 9 ? 2 : 1;
  const distance = editDistance(a, b, limit);
  return distance > limit ? 0 : distance === 1 ? 0.85 : 0.7;
}

interface Aligned {
  /** Weight of what agrees, and what the words without a partner take off. */
  readonly agreed: number;
  readonly missing: number;
  readonly pairs: number;
  readonly exact: number;
}

/** Aligns the words of two names, heaviest agreement first; two words may stand for one ("data dog", "datadog"). */
export function alignWords(a: readonly string[], b: readonly string[], weight: WordWeight): Aligned {
  interface Option {
    readonly left: readonly number[];
    readonly right: readonly number[];
    readonly gain: number;
    readonly share: number;
  }
  const options: Option[] = [];
  const offer = (left: number[], right: number[], share: number, worth: number): void => {
    if (share > 0) options.push({ left, right, gain: share * worth, share });
  };
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const [wa, wb] = [a[i] ?? '', b[j] ?? ''];
      offer([i], [j], wordAgreement(wa, wb), Math.min(weight(wa), weight(wb)));
      const [na, nb] = [a[i + 1], b[j + 1]];
      if (na !== undefined && wa + na === wb) offer([i, i + 1], [j], 1, Math.max(weight(wb), weight(wa) + weight(na)));
      if (nb !== undefined && wb + nb === wa) offer([i], [j, j + 1], 1, Math.max(weight(wa), weight(wb) + weight(nb)));
    }
  }
  options.sort((x, y) => y.gain - x.gain || (x.left[0] ?? 0) - (y.left[0] ?? 0) || (x.right[0] ?? 0) - (y.right[0] ?? 0));
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  let [agreed, exact, pairs] = [0, 0, 0];
  for (const { left, right, gain, share } of options) {
    if (left.some((i) => usedLeft.has(i)) || right.some((j) => usedRight.has(j))) continue;
    for (const i of left) usedLeft.add(i);
    for (const j of right) usedRight.add(j);
    agreed += gain;
    pairs += 1;
    if (share === 1) exact += 1;
  }
  const left = a.filter((_, i) => !usedLeft.has(i));
  const right = b.filter((_, j) => !usedRight.has(j));
  const share = left.length > 0 && right.length > 0 ? EXCHANGED : LEFT_OUT;
  const missing = [...left, ...right].reduce((sum, word) => sum + (isNumeral(word) ? NUMERAL : share * weight(word)), 0);
  return { agreed, missing, pairs, exact };
}

/** True where likeness may not be judged: one of the two is too short for it. */
function tooShort(a: NormalName, b: NormalName): boolean {
  const letters = (name: NormalName): number => name.core.reduce((sum, word) => sum + word.length, 0);
  return letters(a) <= SHORT || letters(b) <= SHORT;
}

function acronymEvidence(a: NormalName, b: NormalName): Evidence | null {
  const matches = (short: NormalName, long: NormalName): boolean =>
    short.core.length === 1 && short.key.length >= 3 && short.key === initials(long.core);
  if (!matches(a, b) && !matches(b, a)) return null;
  const length = Math.min(a.key.length, b.key.length);
  return evidence('name', `initials of ${length} words`, ACRONYM_A_LETTER * length);
}

/** The evidence of two names, without the Dice score; empty where they may not be compared by likeness. */
export function compareNames(a: NormalName, b: NormalName, weight: WordWeight): Evidence[] {
  if (a.key === '' || b.key === '') return [];
  const forms = compareForms(a.forms, b.forms);
  const formEvidence = forms === 'neither' ? [] : [evidence('legal form', forms, FORM_WEIGHTS[forms])];
  if (a.key === b.key) {
    const words = a.core.reduce((sum, word) => sum + weight(word), 0);
    const level = a.folded === b.folded ? 'same text' : a.text === b.text ? 'same words' : 'same but legal form or writing';
    return [evidence('name', level, words + ALL_WORDS), ...(a.text === b.text ? [] : formEvidence)];
  }
  const acronym = acronymEvidence(a, b);
  if (acronym !== null) return [acronym, ...formEvidence];
  if (tooShort(a, b)) return [];
  const aligned = alignWords(a.core, b.core, weight);
  if (aligned.pairs === 0) return [];
  if (aligned.missing === 0) {
    const exact = aligned.exact === aligned.pairs;
    const level = exact ? 'same words in another order or spacing' : 'same words but for spelling';
    return [evidence('name', level, aligned.agreed + ALL_WORDS_OTHER_ORDER), ...formEvidence];
  }
  const level = `${aligned.pairs} of ${Math.max(a.core.length, b.core.length)} words agree`;
  return [evidence('name', level, aligned.agreed - aligned.missing), ...formEvidence];
}

/** The Dice score as a line of evidence without weight: for the reader, not for the sum. */
export function diceEvidence(a: NormalName, b: NormalName): Evidence {
  return evidence('similarity of names (Dice)', similarity(a.text, b.text).toFixed(2), 0);
}
