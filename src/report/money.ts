/** Amounts as cells and in sentences, with the digits of one currency. */

import { minorDigits, toMajor } from '../domain/money';
import type { Currency, Minor } from '../domain/money';

export interface MoneyCells {
  readonly currency: Currency;
  /** Excel's format: the currency's digits, a minus before negatives, a dash for zero. */
  readonly format: string;
  /** Half a minor unit in major units: sums of doubles closer than this are equal. */
  readonly half: string;
  readonly cell: (minor: Minor) => number;
  /** `-1,234.50`, the same in every locale, for sentences. */
  readonly text: (minor: Minor) => string;
}

export function moneyCells(currency: Currency): MoneyCells {
  const digits = minorDigits(currency);
  const plain = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
  return {
    currency,
    format: `${plain};-${plain};"–"`,
    half: `0.${'0'.repeat(digits)}5`,
    cell: (minor) => toMajor(minor, currency),
    text: (minor) => amountText(minor, currency),
  };
}

/** Format of amounts of mixed currencies: as many digits as the finest has. */
export function mixedFormat(currencies: Iterable<Currency>): string {
  const digits = Math.max(2, ...[...currencies].map(minorDigits));
  const plain = `#,##0.${'0'.repeat(digits)}`;
  return `${plain};-${plain};"–"`;
}

/** `-1,234.50`: comma for thousands, point for decimals. */
export function amountText(minor: Minor, currency: Currency): string {
  const digits = minorDigits(currency);
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}.${padded.slice(-digits)}`;
}

/** `+1,234.50`: what moved by how much. */
export function signedText(minor: Minor, currency: Currency): string {
  const text = amountText(minor, currency);
  return minor > 0 ? `+${text}` : text;
}
