/** Reading what is typed into a cell, as Excel (United States) reads it. */
import { readDateTime, type NumberEntry } from './dateEntry';
import { Refusal, type Scalar } from './model';
import { errorNamed } from './values';

export const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'formula'; readonly formula: string }
  | {
      readonly kind: 'value';
      readonly value: Exclude<Scalar, null>;
      /** Format that Excel gives a General cell; null leaves it. */
      readonly numberFormat: string | null;
      /** Entered with a leading apostrophe. */
      readonly quotePrefix: boolean;
    };

const plain = (value: Exclude<Scalar, null>): Entry => ({ kind: 'value', value, numberFormat: null, quotePrefix: false });

const isTextFormat = (format: string): boolean => format === '@';

/**
 * @param format the cell's number format; in an "@" cell a text stays as it is
 * @param thisYear the year that a date without one gets
 * @throws Refusal InvalidArgument on a text longer than a cell holds
 */
export function readEntry(entry: string | number | boolean, format: string, thisYear: () => number): Entry {
  if (typeof entry === 'number') {
    if (!Number.isFinite(entry)) throw new Refusal('InvalidArgument', `A cell cannot hold ${entry}.`);
    return isTextFormat(format) ? plain(String(entry)) : plain(entry === 0 ? 0 : entry);
  }
  if (typeof entry === 'boolean') return plain(entry);
  if (entry === '') return { kind: 'empty' };
  const isFormula = !isTextFormat(format) && entry.startsWith('=') && entry.length > 1;
  if (entry.length > (isFormula ? LONGEST_FORMULA : LONGEST_TEXT)) {
    throw new Refusal('InvalidArgument', `A cell holds at most ${isFormula ? LONGEST_FORMULA : LONGEST_TEXT} characters.`);
  }
  if (isTextFormat(format)) return plain(entry);
  if (entry.startsWith("'")) return { kind: 'value', value: entry.slice(1), numberFormat: null, quotePrefix: true };
  if (isFormula) return { kind: 'formula', formula: entry };
  return readTyped(entry, format, thisYear);
}

function readTyped(entry: string, format: string, thisYear: () => number): Entry {
  const text = entry.trim();
  if (text === '') return plain(entry);
  const number = readNumber(text, format) ?? readDateTime(text, thisYear());
  if (number !== null) return { kind: 'value', ...number, quotePrefix: false };
  if (/^true$/i.test(text)) return plain(true);
  if (/^false$/i.test(text)) return plain(false);
  const error = errorNamed(text);
  if (error !== null) return plain(error);
  // A sign before something that is no number begins a formula.
  if (/^[+-][^+\-=*/^&<>\s]/.test(text) && text.length > 1) return { kind: 'formula', formula: `=${text}` };
  return plain(entry);
}

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3,})+|\d+)?(?:\.\d*)?`;
/** Blanks belong to the sign before them, so that a text of nothing but blanks is passed over once. */
const NUMBER = new RegExp(
  String.raw`^ *(?:(?<open>\() *)?(?:(?<sign>[+-]) *)?(?:(?<money>[$€£¥]) *)?(?:(?<late>[+-]) *)?(?:(?<before>%) *)?(?=\.?\d)(?<digits>${DIGITS})(?<power>e[+-]?\d{1,3})? *(?<after>%)?(?<end>[€£¥])?(?<close>\))?$`,
  'i',
);
const FRACTION = /^(?<sign>[+-])?(?<whole>\d+) +(?<over>\d{1,5})\/(?<under>\d{1,5})$/;

/** A number with its grouping, sign, percent, currency or fraction; null for anything else. */
export function readNumber(text: string, format = 'General'): NumberEntry | null {
  const fraction = FRACTION.exec(text)?.groups;
  if (fraction !== undefined) return readFraction(fraction);
  const parts = NUMBER.exec(text)?.groups;
  const digits = parts?.['digits'] ?? '';
  if (parts === undefined || !/\d/.test(digits)) return null;
  const { open, close, sign, late, money, before, after, end, power } = parts;
  const isBracketed = open !== undefined;
  if (isBracketed !== (close !== undefined) || (sign !== undefined && (late !== undefined || isBracketed))) return null;
  if ((before !== undefined && after !== undefined) || (money !== undefined && end !== undefined)) return null;
  const isPercent = before !== undefined || after !== undefined;
  const symbol = money ?? end;
  if (isPercent && symbol !== undefined) return null;
  const size = Number(`${digits.replaceAll(',', '')}${power ?? ''}`);
  if (!Number.isFinite(size)) return null;
  const isNegative = isBracketed || sign === '-' || late === '-';
  const scaled = isPercent || (format.includes('%') && isPlain(parts)) ? size / 100 : size;
  const value = isNegative && scaled !== 0 ? -scaled : scaled;
  return { value, numberFormat: formatOf(digits, isPercent, symbol, end !== undefined, power !== undefined) };
}

/** In a percent cell a number typed without its sign is one of percent. */
const isPlain = (parts: Record<string, string | undefined>): boolean =>
  parts['money'] === undefined && parts['end'] === undefined && parts['before'] === undefined && parts['after'] === undefined;

function formatOf(
  digits: string,
  isPercent: boolean,
  symbol: string | undefined,
  isBehind: boolean,
  isPower: boolean,
): string | null {
  const hasDecimals = /\.\d/.test(digits);
  if (isPercent) return hasDecimals ? '0.00%' : '0%';
  if (symbol !== undefined) return currencyFormat(symbol, isBehind, hasDecimals);
  if (isPower) return '0.00E+00';
  if (digits.includes(',')) return hasDecimals ? '#,##0.00' : '#,##0';
  return null;
}

function currencyFormat(symbol: string, isBehind: boolean, hasDecimals: boolean): string {
  const amount = hasDecimals ? '#,##0.00' : '#,##0';
  if (symbol === '$') return hasDecimals ? '$#,##0.00_);[Red]($#,##0.00)' : '$#,##0_);[Red]($#,##0)';
  return isBehind ? `${amount} [$${symbol}]` : `[$${symbol}]${amount}`;
}

function readFraction(parts: Record<string, string | undefined>): NumberEntry | null {
  const { whole = '', over = '', under = '', sign } = parts;
  if (Number(under) === 0) return null;
  const size = Number(whole) + Number(over) / Number(under);
  return { value: sign === '-' ? -size : size, numberFormat: under.length > 1 ? '# ??/??' : '# ?/?' };
}
