/** Numbers and texts straight from bytes. */

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

export function latinText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 32) return UTF8.decode(bytes.subarray(start, end));
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) > 0x7f) return UTF8.decode(bytes.subarray(start, end));
  return latinText(bytes, start, end);
}

export function standsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i += 1) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** NaN for what is no number, -1 for nothing. */
export function integerAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return decimalAt(bytes, start, end);
    value = value * 10 + digit;
  }
  return start === end ? -1 : value;
}

/**
 * Up to 15 digits and a power of ten to 22 are exact doubles, so that one division rounds rightly; anything longer goes
 * through `Number`.
 */
export function decimalAt(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === 0x2d;
  let at = negative ? start + 1 : start;
  let digits = 0;
  let point = -1;
  let value = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30;
      digits += 1;
    } else if (byte === 0x2e && point < 0) point = at;
    else return slowNumber(bytes, start, end);
  }
  if (digits === 0 || digits > 15) return slowNumber(bytes, start, end);
  if (point >= 0) value /= POWERS[end - point - 1] ?? NaN;
  return negative ? -value : value;
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = latinText(bytes, start, end).trim();
  return /^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : NaN;
}

const POOLED = 1 << 15;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;

/**
 * Texts that come again and again in a sheet, known by their bytes: of a column of words few cells need a string of their
 * own. It holds the last text for each of a fixed number of sums.
 */
export class KnownTexts {
  private readonly texts = new Array<string>(POOLED).fill('');

  /** Null where the bytes are more than ASCII that stands for itself, or have blanks around them. */
  plainText(bytes: Uint8Array, start: number, end: number): string | null {
    if ((bytes[start] ?? 0) <= 0x20 || (bytes[end - 1] ?? 0) <= 0x20) return null;
    let sum = end - start;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7f || byte < 0x20 || byte === AMPERSAND) return null;
      if (byte === UNDERSCORE && bytes[at + 1] === SMALL_X) return null;
      sum = Math.imul(sum ^ byte, 0x01000193);
    }
    const place = (sum ^ (sum >>> 15)) & (POOLED - 1);
    const known = this.texts[place] ?? '';
    if (isText(known, bytes, start, end)) return known;
    return (this.texts[place] = UTF8.decode(bytes.subarray(start, end)));
  }
}

function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
