/** Numbers, amounts and dates as the user's locale writes them. */

import { parseIsoDay, parseIsoMonth } from '../domain/day';
import { minorDigits, toMajor } from '../domain/money';

export interface Format {
  count(value: number): string;
  /** @param minor minor units of `currency`. */
  amount(minor: number, currency: string): string;
  /** The same with its currency behind it: "1,234.50 EUR". */
  amountIn(minor: number, currency: string): string;
  decimal(value: number): string;
  /** Money whose currency is not known: two decimals, or as many as it has. */
  money(value: number): string;
  /** Whole percents. */
  percent(share: number): string;
  /** A probability in percent, near 0 and 1 with a decimal, never rounded to either. */
  chance(share: number): string;
  /** A weight with its sign and one decimal. */
  weight(value: number): string;
  /** ISO days and months within a text (`2026-03-31`, `2026-03`) as the locale writes them. */
  dates(text: string): string;
  /** A sentence's dates, and its amounts (`-1,234.50`), as the locale writes them. */
  sentence(text: string): string;
}

/** Amounts as sentences of the engine have them; dates and numbers of documents are none. */
const AMOUNT = /(?<![\w.,-])[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d{2,3})?|\d+\.\d{2,3})(?![\w-]|[.,]\d)/g;
const ISO = /\b\d{4}-\d{2}(-\d{2})?\b/g;

export function createFormat(locale: string): Format {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const weight = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 6 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const dates = (text: string): string =>
    text.replace(ISO, (iso) => {
      const isDay = iso.length === 10;
      const valid = isDay ? parseIsoDay(iso) : parseIsoMonth(iso);
      if (valid === null) return iso;
      return isDay ? day.format(Date.parse(iso)) : month.format(Date.parse(`${iso}-01`));
    });
  const amount = (minor: number, currency: string): string => {
    const digits = minorDigits(currency);
    const number = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return number.format(toMajor(minor, currency));
  };
  const amountOf = (told: string): string => {
    const digits = /\.(\d+)$/.exec(told)?.[1]?.length ?? 0;
    const number = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: told.startsWith('+') ? 'always' : 'auto',
    });
    return number.format(Number(told.replaceAll(',', '')));
  };
  return {
    count: (value) => whole.format(value),
    decimal: (value) => decimal.format(value),
    money: (value) => money.format(value),
    percent: (value) => share.format(value),
    chance(value) {
      if (value > 0.999) return `> ${fine.format(0.999)}`;
      if (value < 0.001) return `< ${fine.format(0.001)}`;
      return (value >= 0.985 || value < 0.015 ? fine : share).format(value);
    },
    weight: (value) => weight.format(Math.round(value * 10) / 10).replace('-', '−'),
    amount,
    amountIn: (minor, currency) => `${amount(minor, currency)} ${currency}`.trim(),
    dates,
    sentence: (text) => dates(text.replace(AMOUNT, amountOf)),
  };
}
