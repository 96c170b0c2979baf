/** Texts. */
import type { ErrorValue, Scalar } from '../../workbook/model';
import { showValue } from '../../workbook/show';
import { toBoolean, toNumber, toText, VALUE_ERROR, numberOfText } from '../coercion';
import { isScalar } from '../operands';
import { toMatrix } from '../scan';
import { wildcard } from '../wildcard';
import { ofAnyValues, MANY, ofOperands, ofText, ofValues, type FunctionEntry, type FunctionTable } from './define';

const LONGEST = 32_767;

/** Characters 128 to 159 of Windows-1252; the others are those of Unicode. */
const WINDOWS_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A function of a text and whole numbers. */
function ofTextAndNumbers(least: number, most: number, work: (text: string, ...numbers: number[]) => Scalar): FunctionEntry {
  return ofValues(least, most, (first = null, ...rest) => {
    const text = toText(first);
    if (typeof text !== 'string') return text;
    const numbers: number[] = [];
    for (const value of rest) {
      const number = toNumber(value);
      if (typeof number !== 'number') return number;
      numbers.push(Math.trunc(number));
    }
    return work(text, ...numbers);
  });
}

const wordCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());

const trimmed = (text: string): string => text.replace(/^ +|(?<! ) +$/g, '').replace(/ {2,}/g, ' ');

/** Place of a text in another, counted from 1. */
function placeOf(
  find: Scalar,
  within: Scalar,
  start: Scalar,
  search: (text: string, wanted: string, from: number) => number,
): Scalar {
  const wanted = toText(find);
  const text = toText(within);
  const from = toNumber(start);
  if (typeof wanted !== 'string') return wanted;
  if (typeof text !== 'string') return text;
  if (typeof from !== 'number') return from;
  if (from < 1 || Math.trunc(from) > text.length + 1) return VALUE_ERROR;
  const place = search(text, wanted, Math.trunc(from) - 1);
  return place < 0 ? VALUE_ERROR : place + 1;
}

function searched(text: string, wanted: string, from: number): number {
  const pattern = wildcard(wanted);
  if (pattern === null) return text.toLowerCase().indexOf(wanted.toLowerCase(), from);
  return pattern.find(text, from)?.from ?? -1;
}

function substituted(text: string, before: string, after: string, which: number | null): string {
  if (before === '') return text;
  if (which === null) return text.replaceAll(before, after);
  let at = -1;
  for (let i = 0; i < which; i++) {
    at = text.indexOf(before, at < 0 ? 0 : at + before.length);
    if (at < 0) return text;
  }
  return text.slice(0, at) + after + text.slice(at + before.length);
}

function texts(values: readonly Scalar[]): string[] | ErrorValue {
  const found: string[] = [];
  for (const value of values) {
    const text = toText(value);
    if (typeof text !== 'string') return text;
    found.push(text);
  }
  return found;
}

const shortEnough = (text: string): Scalar => (text.length > LONGEST ? VALUE_ERROR : text);

export const textFunctions: FunctionTable = {
  LEFT: ofTextAndNumbers(1, 2, (text, count = 1) => (count < 0 ? VALUE_ERROR : text.slice(0, count))),
  RIGHT: ofTextAndNumbers(1, 2, (text, count = 1) => (count < 0 ? VALUE_ERROR : count === 0 ? '' : text.slice(-count))),
  MID: ofTextAndNumbers(3, 3, (text, start = 1, count = 0) =>
    start < 1 || count < 0 ? VALUE_ERROR : text.slice(start - 1, start - 1 + count),
  ),
  LEN: ofText((text) => text.length),
  TRIM: ofText(trimmed),
  CLEAN: ofText((text) =>
    Array.from(text)
      .filter((letter) => letter >= ' ')
      .join(''),
  ),
  UPPER: ofText((text) => text.toUpperCase()),
  LOWER: ofText((text) => text.toLowerCase()),
  PROPER: ofText(wordCase),
  REPT: ofTextAndNumbers(2, 2, (text, count = 0) =>
    count < 0 || text.length * count > LONGEST ? VALUE_ERROR : text.repeat(count),
  ),
  CHAR: ofValues(1, 1, (value = null) => {
    const code = toNumber(value);
    if (typeof code !== 'number') return code;
    return code < 1 || code >= 256
      ? VALUE_ERROR
      : (WINDOWS_LETTERS[Math.trunc(code) - 128] ?? String.fromCharCode(Math.trunc(code)));
  }),
  CODE: ofText((text) => (text === '' ? VALUE_ERROR : text.charCodeAt(0))),
  EXACT: ofValues(2, 2, (one = null, other = null) => toText(one) === toText(other)),
  CONCATENATE: ofValues(1, MANY, (...values) => {
    const parts = texts(values);
    return Array.isArray(parts) ? shortEnough(parts.join('')) : parts;
  }),
  CONCAT: ofOperands(1, MANY, (operands, calculation) => {
    let joined = '';
    for (const operand of operands) {
      for (const value of toMatrix(calculation, operand).values) {
        const text = toText(value);
        if (typeof text !== 'string') return text;
        joined += text;
      }
    }
    return shortEnough(joined);
  }),
  TEXTJOIN: ofOperands(3, MANY, ([separator = null, ignores = null, ...operands], calculation) => {
    const between = isScalar(separator) ? toText(separator) : VALUE_ERROR;
    const skips = isScalar(ignores) ? toBoolean(ignores) : VALUE_ERROR;
    if (typeof between !== 'string') return between;
    if (typeof skips !== 'boolean') return skips;
    const parts: string[] = [];
    for (const operand of operands) {
      for (const value of toMatrix(calculation, operand).values) {
        const text = toText(value);
        if (typeof text !== 'string') return text;
        if (!(skips && text === '')) parts.push(text);
      }
    }
    return shortEnough(parts.join(between));
  }),
  FIND: ofValues(2, 3, (find = null, within = null, start = 1) =>
    placeOf(find, within, start, (text, wanted, from) => text.indexOf(wanted, from)),
  ),
  SEARCH: ofValues(2, 3, (find = null, within = null, start = 1) => placeOf(find, within, start, searched)),
  SUBSTITUTE: ofValues(3, 4, (...values) => {
    const parts = texts(values.slice(0, 3));
    if (!Array.isArray(parts)) return parts;
    const [text = '', before = '', after = ''] = parts;
    if (values.length < 4) return shortEnough(substituted(text, before, after, null));
    const which = toNumber(values[3] ?? null);
    if (typeof which !== 'number') return which;
    return which < 1 ? VALUE_ERROR : shortEnough(substituted(text, before, after, Math.trunc(which)));
  }),
  REPLACE: ofValues(4, 4, (old = null, start = null, count = null, by = null) => {
    const parts = texts([old, by]);
    if (!Array.isArray(parts)) return parts;
    const [text = '', after = ''] = parts;
    const from = toNumber(start);
    const length = toNumber(count);
    if (typeof from !== 'number') return from;
    if (typeof length !== 'number') return length;
    if (from < 1 || length < 0) return VALUE_ERROR;
    return shortEnough(text.slice(0, Math.trunc(from) - 1) + after + text.slice(Math.trunc(from) - 1 + Math.trunc(length)));
  }),
  VALUE: ofValues(1, 1, (value = null) => (typeof value === 'boolean' ? VALUE_ERROR : toNumber(value))),
  TEXT: ofValues(2, 2, (value = null, pattern = null) => {
    const format = toText(pattern);
    if (typeof format !== 'string') return format;
    const number = typeof value === 'string' ? (numberOfText(value) ?? value) : (value ?? 0);
    return format === '' ? '' : showValue(number, format);
  }),
  HYPERLINK: ofAnyValues(1, 2, (...values) => values[values.length - 1] ?? 0),
};
