/** What a person types to find a record or a name. */

import { foldText } from '../../domain/foldText';

/** As many as a person looks through. */
export const MOST_PARTNERS = 20;

/** @returns whether a text has all the words, in any order, case and accents; without words every text has. */
export function searched(text: string): (words: string) => boolean {
  const wanted = foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return () => true;
  return (words) => {
    const folded = foldText(words);
    return wanted.every((word) => folded.includes(word));
  };
}
