/** Cell and header texts: blanks of every script trimmed, headers brought to one form, short hashes. */

import { foldText } from '../domain/foldText';
import type { RawCell } from '../domain/grid';

const ODD_BLANKS = /[^\S ]|[\u200b-\u200d\u2060\ufeff]| {2}|^ | $/;
const ALL_BLANKS = /[\s\u200b-\u200d\u2060\ufeff]+/g;

/** No blank but single spaces inside, and no letter among which an odd blank could be: most texts, told without a pattern. */
function isPlain(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 160 || code >= 0x1680 || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32;
}

/** Trims Unicode blanks and joins inner runs of them to one space. */
export function trimBlanks(text: string): string {
  if (isPlain(text)) return text;
  return ODD_BLANKS.test(text) ? text.replace(ALL_BLANKS, ' ').trim() : text;
}

/** A cell as text. Whole numbers keep all their digits; no exponent is ever written for an id of up to 21 digits. */
export function cellText(cell: RawCell | undefined): string {
  if (typeof cell === 'string') return trimBlanks(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return '';
}

const ERRORS = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)$/;

/** Excel's error values, which a grid carries as their text. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && ERRORS.test(text);
}

export { foldText };

/**
 * A header's words in one form: `InvoiceNumber`, `invoice_number`, `*Invoice No.` and `Invoice #` meet as far as their words
 * do. Sort arrows, asterisks and Dynamics' "(Do Not Modify)" go.
 */
export function normaliseHeader(text: string): string {
  const split = trimBlanks(text)
    .replace(/\(do not modify\)/i, '')
    .replace(/__c$/, '')
    .replace(/\b(\p{L})\.\s?(\p{L})\.(?=\W|$)/gu, '$1$2 ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2')
    .replaceAll('#', ' no ')
    .replaceAll('%', ' percent ')
    .replaceAll('&', ' and ');
  return foldText(split)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ utc$/, '')
    .trim();
}

/** "A" for 0, "AB" for 27. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const head = Math.floor(column / 26);
  return (head === 0 ? '' : columnLetters(head - 1)) + String.fromCharCode(65 + rest);
}

/** 53 bits of a text as 11 characters of base 36: two multiply-and-xor lanes in the manner of FNV, mixed at the end. */
export function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
