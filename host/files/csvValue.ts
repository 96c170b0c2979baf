/**
 * What a field of a text file becomes as a cell. Excel reads such files as if each field were typed, and loses data by it:
 * leading zeros, digits after the fifteenth, ids like 1E10, days taken for months. Here a field becomes a number only where
 * nothing is lost and nothing guessed; all else stays the text it is, and reading decides by whole columns:
 *
 * - a plain number: `1234`, `-12.50`; no leading zero or plus, no exponent, no separators of thousands, at most 15 digits
 *   before the point;
 * - an error of Excel's: `#N/A`;
 * - everything else is text: dates, formulas and TRUE included.
 */
import type { Scalar } from '../workbook/model';
import { errorNamed } from '../workbook/values';

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.(\d+))?$/;

export function csvValue(field: string): Scalar {
  const text = field.trim();
  if (text === '') return null;
  if (NUMBER.test(text) && isExact(text)) return Number(text);
  return text.startsWith('#') ? (errorNamed(text) ?? field) : field;
}

/** Whether a point may part thousands: `1.234` is one number to a German and another to an American. */
export function mayPartThousands(field: string): boolean {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(field.trim());
}

/** Whether a comma parts the decimals: `12,5`, `1.234,56`. */
export function hasDecimalComma(field: string): boolean {
  const text = field.trim();
  return /^\D{0,4}\d{1,3}(?:\.\d{3})+,\d+\D{0,4}$/.test(text) || /^\D{0,4}\d+,(?:\d{1,2}|\d{4,})\D{0,4}$/.test(text);
}

/** The double shows all digits of the text. */
function isExact(text: string): boolean {
  const shortest = text.includes('.') ? text.replace(/(?:\.|(?<!0))0+$/, '') : text;
  return String(Number(text)) === shortest || Number(text) === 0;
}
