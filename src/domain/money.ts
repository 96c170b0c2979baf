/** Money as integer minor units (cents) of one currency; nothing here ever rounds twice or loses a cent. */

import { dictionary } from './dictionary';

/** Integer minor units (cents for EUR, yen for JPY, fils for KWD). Always a safe integer. */
export type Minor = number;

/** ISO 4217 code in capitals, or "" where a source does not say. */
export type Currency = string;

/** An amount together with its currency, where the two travel together. */
export interface Money {
  readonly minor: Minor;
  readonly currency: Currency;
}

const DIGITS: Readonly<Record<string, number>> = dictionary({
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
});

/** Decimal places of a currency's minor unit: 2 unless ISO 4217 says otherwise. */
export function minorDigits(currency: Currency): number {
  return DIGITS[currency] ?? 2;
}

/** Nearest integer, halves away from zero, so that a credit rounds as its invoice does. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/**
 * Decimal major units to minor units.
 * @throws RangeError where the amount is not finite or leaves the safe integers.
 */
export function toMinor(major: number, currency: Currency): Minor {
  const scaled = major * 10 ** minorDigits(currency);
  const near = Math.round(scaled);
  // Only near a half does the noise of binary fractions decide; fifteen digits settle it there.
  if (Math.abs(scaled) < 1e12 && Math.abs(scaled - near) < 0.49) return near === 0 ? 0 : near;
  const minor = roundHalfAway(Number(scaled.toPrecision(15)));
  if (!Number.isSafeInteger(minor)) throw new RangeError(`amount ${major} ${currency} is beyond exact arithmetic`);
  return minor === 0 ? 0 : minor;
}

/** A cell, and a decimal fraction read from a text, keep fifteen digits for certain. */
const EXACT = 1e15;

/** Major units to minor, or null where the amount has more digits than are exact, or is none. */
export function exactMinor(major: number, currency: Currency): Minor | null {
  return Math.abs(major) * 10 ** minorDigits(currency) < EXACT ? toMinor(major, currency) : null;
}

/** Minor units to decimal major units, for a cell. */
export function toMajor(minor: Minor, currency: Currency): number {
  return minor / 10 ** minorDigits(currency);
}

/** Making one is dear, and there are three kinds of currencies. */
const FORMATS = new Map<number, Intl.NumberFormat>();

/** "1,200.00": with the digits of its currency, which stands elsewhere. Parts of a minor unit are rounded. */
export function writtenAmount(minor: number, currency: Currency): string {
  const digits = minorDigits(currency);
  const format =
    FORMATS.get(digits) ?? new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  FORMATS.set(digits, format);
  return format.format(toMajor(minor, currency));
}

/**
 * One document's amount in another currency, rounded once.
 * @param rate units of `to` for one unit of `from`.
 */
export function convert(minor: Minor, from: Currency, to: Currency, rate: number): Minor {
  return toMinor((minor / 10 ** minorDigits(from)) * rate, to);
}

/**
 * Cuts a total in proportion to the weights, by largest remainder, ties to the earlier weight.
 * The parts sum to the total exactly, each has the total's sign or is zero. Weights must not be negative;
 * where all are zero the first part takes everything. No weights: no parts, and the total must be zero.
 * @throws RangeError on a negative weight or a total without parts.
 */
export function distribute(total: Minor, weights: readonly number[]): Minor[] {
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError('a total needs at least one part');
    return [];
  }
  if (weights.some((weight) => weight < 0)) throw new RangeError('weights must not be negative');
  if (weights.length === 1) return [total === 0 ? 0 : total];
  const sign = total < 0 ? -1 : 1;
  const size = Math.abs(total);
  const whole = weights.map((weight) => Math.round(weight));
  const sum = whole.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, i) => (i === 0 ? total : 0));
  // No weight is above the sum, so that neither is any product above this one.
  const cut = size * sum <= Number.MAX_SAFE_INTEGER ? cutExactly(size, whole, sum) : cutLarge(size, whole);
  const parts = cut.map(({ part }) => part);
  const order = cut.map((_, i) => i).sort((a, b) => (cut[b]?.rank ?? 0) - (cut[a]?.rank ?? 0) || a - b);
  let left = size - parts.reduce((a, b) => a + b, 0);
  for (const i of order) {
    if (left === 0) break;
    parts[i] = (parts[i] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part));
}

/** A part rounded down; the larger its rank, the more was cut off. */
interface Cut {
  readonly part: number;
  readonly rank: number;
}

function cutExactly(size: number, weights: readonly number[], sum: number): Cut[] {
  return weights.map((weight) => {
    const product = size * weight;
    const rank = product % sum;
    return { part: (product - rank) / sum, rank };
  });
}

function cutLarge(size: number, weights: readonly number[]): Cut[] {
  const whole = weights.map(BigInt);
  const sum = whole.reduce((a, b) => a + b, 0n);
  const products = whole.map((weight) => BigInt(size) * weight);
  const remainders = products.map((product) => product % sum);
  const inOrder = [...new Set(remainders)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rankOf = new Map(inOrder.map((remainder, rank) => [remainder, rank]));
  return products.map((product, i) => ({ part: Number(product / sum), rank: rankOf.get(remainders[i] ?? 0n) ?? 0 }));
}
