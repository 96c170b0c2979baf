/** What is compared of two names, and the outcomes of each comparison from the best to the worst. */

export interface Comparison {
  readonly name: string;
  readonly levels: readonly string[];
}

/** By position: the order in which evidence is shown. */
export const COMPARISONS = [
  {
    name: 'name',
    levels: [
      'same words',
      'same words in another order or spacing',
      'same words, some shortened',
      'same words but for one slip',
      'same words but for some slips',
      'words left out, the rest the same',
      'words left out, the rest alike',
      'initials',
      'some words exchanged',
      'little agrees',
    ],
  },
  { name: 'writing', levels: ['same', 'same but for legal form', 'one slip', 'some slips', 'another'] },
  {
    name: 'rarity of what agrees',
    levels: ['unique', 'very rare', 'rare', 'uncommon', 'fairly common', 'common', 'very common', 'nothing'],
  },
  { name: 'words exchanged', levels: ['none', 'very common', 'common', 'uncommon', 'rare or many'] },
  {
    name: 'letters in common',
    levels: [
      'all',
      '95 % and more',
      '85 % and more',
      '75 % and more',
      '65 % and more',
      '55 % and more',
      '45 % and more',
      'fewer',
    ],
  },
  { name: 'numbers', levels: ['same', 'none', 'in one only', 'different'] },
  { name: 'first word', levels: ['same', 'alike', 'another'] },
  { name: 'legal form', levels: ['same', 'neither', 'one missing', 'near', 'conflict'] },
  { name: 'branch', levels: ['same', 'neither', 'one missing', 'conflict'] },
  { name: 'security', levels: ['same', 'neither', 'one missing', 'conflict'] },
] as const satisfies readonly Comparison[];

export const NAME = 0;
export const WRITING = 1;
export const RARITY = 2;
export const EXCHANGED = 3;
export const LETTERS = 4;
export const NUMBERS = 5;
export const FIRST_WORD = 6;
export const FORM = 7;
export const BRANCH = 8;
export const SECURITY = 9;

/** From this level of the name on, words are exchanged: two names are like each other at best. */
export const ONLY_LIKE = 8;

/** Position of a value among falling limits: the first limit that it reaches; the number of limits where it reaches none. */
export function levelFrom(value: number, limits: readonly number[]): number {
  for (let level = 0; level < limits.length; level++) if (value >= (limits[level] as number)) return level;
  return limits.length;
}

/** Position of a value among rising limits: the first limit that it does not exceed. */
export function levelUpTo(value: number, limits: readonly number[]): number {
  for (let level = 0; level < limits.length; level++) if (value <= (limits[level] as number)) return level;
  return limits.length;
}
