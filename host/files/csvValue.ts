/**
 * What a field of a text file becomes as a cell. Excel reads such files as if each field were typed, and loses data by it:
 * leading zeros, digits after the fifteenth, ids like 1E10, days taken for months. Here a field becomes a number or a date
 * only where nothing is lost and nothing guessed; all else stays the text it is, and reading decides by whole columns:
 *
 * - a plain number: `1234`, `-12.50`; no leading zero or plus, no exponent, no separators of thousands, at most 15 digits
 *   before the point; `1.234` stays text where the delimiter is no comma, since the point may part thousands;
 * - a date of ISO 8601, with or without a time of day: `2024-03-05`, `2024-03-05 14:30`;
 * - an error of Excel's: `#N/A`;
 * - everything else is text, formulas and TRUE included.
 */
import type { Scalar } from '../workbook/model';
import { errorNamed } from '../workbook/values';
import { isoToSerial } from './serial';

export interface CsvValue {
  readonly value: Scalar;
  /** Set for a date. */
  readonly numberFormat: string | null;
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.(\d+))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;

export function csvValue(field: string, delimiter: string): CsvValue {
  const text = field.trim();
  if (text === '') return { value: null, numberFormat: null };
  if (NUMBER.test(text) && !(delimiter !== ',' && /^-?\d{1,3}\.\d{3}$/.test(text)) && isExact(text))
    return { value: Number(text), numberFormat: null };
  if (DATE.test(text) || MOMENT.test(text)) {
    const serial = isRealDay(text) ? isoToSerial(text.replace(' ', 'T'), false) : null;
    if (serial !== null) return { value: serial, numberFormat: DATE.test(text) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
  }
  return { value: text.startsWith('#') ? (errorNamed(text) ?? field) : field, numberFormat: null };
}

/** The double shows all digits of the text. */
function isExact(text: string): boolean {
  const shortest = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return String(Number(text)) === shortest || Number(text) === 0;
}

function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
