/** Texts in the form in which two spellings of a word meet. */

const MARKS = /\p{M}+/gu;

/** Lower case without accents and marks; "ß" is "ss". */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').replaceAll('ß', 'ss').toLowerCase();
}
