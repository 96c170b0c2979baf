/** Digits as texts hold them, code unit by code unit: quicker than a pattern where every document's number is read. */

/** Digits of which every number is held exactly. */
export const MOST_EXACT_DIGITS = 15;

const [ZERO, NINE] = [48, 57];

/** @param code of a code unit; NaN, behind the end of a text, is no digit. */
export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Where leading zeros end: the last digit stays, whatever it is. @param from where the digits begin, up to the end of the text. */
export function withoutZeros(text: string, from: number): number {
  let first = from;
  while (first < text.length - 1 && text.charCodeAt(first) === ZERO) first++;
  return first;
}

/** The number that a text's digits make from a place to its end; exact up to `MOST_EXACT_DIGITS`. */
export function numberFrom(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < text.length; at++) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
}
