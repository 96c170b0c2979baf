/** Excel's conversions between kinds of values, and its order and equality of them. */
import { readDateTime } from '../workbook/dateEntry';
import { readNumber } from '../workbook/entry';
import type { ErrorValue, Scalar } from '../workbook/model';
import { errorValue, isError } from '../workbook/values';

export const VALUE_ERROR = errorValue('#VALUE!');
export const NUM_ERROR = errorValue('#NUM!');
export const NA_ERROR = errorValue('#N/A');
export const REF_ERROR = errorValue('#REF!');
export const NAME_ERROR = errorValue('#NAME?');
export const DIV_ERROR = errorValue('#DIV/0!');
export const NULL_ERROR = errorValue('#NULL!');

/** A number as `&` writes it: 15 digits, with a power only where it would be longer than 20 characters. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (rounded === 0) return '0';
  const [digits = '', power = '0'] = Math.abs(rounded).toExponential().split('e');
  const exponent = Number(power);
  const sign = rounded < 0 ? '-' : '';
  const figures = digits.replace('.', '');
  const plain =
    exponent < 0
      ? `0.${'0'.repeat(-exponent - 1)}${figures}`
      : figures.length <= exponent + 1
        ? figures.padEnd(exponent + 1, '0')
        : `${figures.slice(0, exponent + 1)}.${figures.slice(exponent + 1)}`;
  if (plain.length <= 20) return sign + plain;
  return `${sign}${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** The text of a value as `&` and the text functions see it. */
export function toText(value: Scalar): string | ErrorValue {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** The number a text stands for in arithmetic (`"5"`, `"12%"`, `"3/4/2024"`), dates of no year in 1900; null for none. */
export function numberOfText(text: string): number | null {
  const trimmed = text.trim();
  return (readNumber(trimmed) ?? readDateTime(trimmed, 1900))?.value ?? null;
}

export function toNumber(value: Scalar): number | ErrorValue {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return numberOfText(value) ?? VALUE_ERROR;
  return value;
}

export function toBoolean(value: Scalar): boolean | ErrorValue {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (isError(value)) return value;
  const word = value.toUpperCase();
  return word === 'TRUE' ? true : word === 'FALSE' ? false : VALUE_ERROR;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent', caseFirst: 'false' });

/** Order of texts without regard to case. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return collator.compare(one, other);
}

export const sameText = (one: string, other: string): boolean => one === other || one.toLowerCase() === other.toLowerCase();

/** Equal to Excel: to 15 digits. */
export const sameNumber = (one: number, other: number): boolean =>
  one === other || (Math.abs(one - other) < Math.abs(one) * 1e-14 && one.toPrecision(15) === other.toPrecision(15));

const rank = (value: number | string | boolean): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

const emptyLike = (value: number | string | boolean): number | string | boolean =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? '' : false;

/** Order of two values: numbers before texts before booleans; an empty cell is the other's nought. */
export function compareValues(one: Exclude<Scalar, ErrorValue>, other: Exclude<Scalar, ErrorValue>): number {
  if (one === null && other === null) return 0;
  const left = one ?? emptyLike(other ?? 0);
  const right = other ?? emptyLike(left);
  if (typeof left === 'number' && typeof right === 'number') return sameNumber(left, right) ? 0 : left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return rank(left) - rank(right);
}
