/** Dates as serial numbers and as text. */

import { dayFromSerial, dayOf } from '../domain/day';
import type { Day, Month } from '../domain/day';
import { isWeekday, monthNumber } from './monthNames';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Three numbers whose order is the column's to decide. */
export interface OpenDate {
  readonly kind: 'open';
  readonly first: number;
  readonly second: number;
  readonly third: number;
  /** How it is written: the separator and the digits of the year, `/4`. */
  readonly shape: string;
}

/** A date text taken apart: settled, or open. */
export type DateText =
  { readonly kind: 'settled'; readonly year: number; readonly month: number; readonly day: number } | OpenDate;

const ZONE = String.raw`(?:Z|[A-Z]{2,5})?(?:[+-]\d{1,2}(?::?\d{2})?)?(?: ?\([^()]*\))?`;
const CLOCK = String.raw`\d{1,2}(?:[:.h]\d{2}(?:[:.]\d{2}(?:[.,:]\d{1,9})?)?)?(?: ?[ap]\.? ?m\.?)?(?: Uhr)?`;
/** A time of day and a zone, and nothing behind: a report's footer goes on with words. */
const TIME = String.raw`(?:(?: ?T ?|,? (?:at |um |om |à |às |a las |alle )?|,)${CLOCK} ?${ZONE})?$`;
const ISO = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?${TIME}`, 'i');
const COMPACT = /^((?:19|20|21)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T\d{4}(?:\d{2})?Z?)?$/;
const NUMERIC = new RegExp(String.raw`^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})\.?${TIME}`, 'i');
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.|er|[ºª°])?[-/ ]*(?:de |of |d[’'])?(\p{L}+)\.?,?[-/ ]*(?:de |del )?['’]?(\d{4}|\d{2})${TIME}`,
  'iu',
);
const MONTH_FIRST = new RegExp(String.raw`^(\p{L}+)\.?[-/ ]+(\d{1,2})(?:st|nd|rd|th)?,?[-/ ]+(\d{4}|\d{2})${TIME}`, 'iu');
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/. ]+(\p{L}+)\.?[-/., ]+(\d{1,2})${TIME}`, 'iu');
const FIRST_WORD = /^([\p{L}-]+)\.?,? +(?=[\p{L}\d])/u;

/** No date is longer, whatever stands around it. */
const LONGEST = 60;

/** Takes a text apart, or says null where it has not the shape of a date. */
export function dateText(text: string): DateText | null {
  if (text.length > LONGEST) return null;
  const iso = ISO.exec(text);
  if (iso) return { kind: 'settled', year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const compact = COMPACT.exec(text);
  if (compact) return { kind: 'settled', year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) };
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, first, separator = '', second, third = ''] = numeric;
    return {
      kind: 'open',
      first: Number(first),
      second: Number(second),
      third: Number(third),
      shape: `${separator}${third.length}`,
    };
  }
  return namedDate(text) ?? withoutWeekday(text);
}

function withoutWeekday(text: string): DateText | null {
  const word = FIRST_WORD.exec(text);
  return word !== null && isWeekday(word[1] ?? '') ? dateText(text.slice(word[0].length)) : null;
}

function namedDate(text: string): DateText | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3]);
  const yearFirst = YEAR_FIRST.exec(text);
  return yearFirst ? named(yearFirst[2], yearFirst[3], yearFirst[1]) : null;
}

function named(word = '', day = '', year = ''): DateText | null {
  const month = monthNumber(word);
  return month === null ? null : { kind: 'settled', year: fullYear(Number(year)), month, day: Number(day) };
}

/** Two digits stand for 1970–2069. */
function fullYear(year: number): number {
  return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** Whether a text has the shape of a date at all. */
export function isDateText(text: string): boolean {
  return dateText(text) !== null;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const LAST_SERIAL = 109_574;
/** Excel's 29 February 1900, which no calendar has. */
const NO_DAY = 60;

/** The day of a text taken apart, or null where it lies outside 1900–2199, does not exist, or needs an order that is not known. */
export function dayOfText(parts: DateText, order: DateOrder | null): Day | null {
  if (parts.kind === 'settled') return dayWithin(parts.year, parts.month, parts.day);
  const { first, second, third } = parts;
  switch (order) {
    case 'dmy':
      return dayWithin(fullYear(third), second, first);
    case 'mdy':
      return dayWithin(fullYear(third), first, second);
    case 'ymd':
      return third > 31 ? null : dayWithin(fullYear(first), second, third);
    case null:
      return first === second ? dayWithin(fullYear(third), first, second) : null;
  }
}

/** The day a text writes; null as for `dayOfText`, and where it is no date. */
export function parseDateText(text: string, order: DateOrder | null): Day | null {
  const parts = dateText(text);
  return parts === null ? null : dayOfText(parts, order);
}

function dayWithin(year: number, month: number, day: number): Day | null {
  return year < FIRST_YEAR || year > LAST_YEAR ? null : dayOf(year, month, day);
}

/** The day of a number in a date column: an Excel serial, or `20240215` written as one number. */
export function dayFromNumber(value: number): Day | null {
  if (value >= 1 && value < LAST_SERIAL + 1) return Math.floor(value) === NO_DAY ? null : dayFromSerial(value);
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_991_231) return parseDateText(String(value), null);
  return null;
}

const SERIAL_TEXT = /^\d{5}(?:[.,]\d+)?$/;
const SERIAL_OF_1990 = 32_874;
const SERIAL_OF_2060 = 58_805;

/** The day of a serial number kept as text, `45631` or `45631.75`, of the years 1990–2060; null for any other text. */
export function dayFromSerialText(text: string): Day | null {
  if (!SERIAL_TEXT.test(text)) return null;
  const serial = Math.floor(Number(text.replace(',', '.')));
  return serial < SERIAL_OF_1990 || serial > SERIAL_OF_2060 ? null : dayFromSerial(serial);
}

const NO_DATE = /^(?:[-–—/. ]+|(?:0000-00-00|0001-01-01|00[-/.]00[-/.]0000)(?:[T ][0:.Z]*)?)$/;

/** Texts by which exports say that there is no date: dashes, and the zero date of databases. */
export function isNoDate(text: string): boolean {
  return NO_DATE.test(text);
}

/** Whether a number format shows a date: it has a year or a day of the month outside of quotes and brackets. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"?|\[[^\]]*\]?|\\./g, '');
  return /[yY]|[dD]/.test(bare) || /m+[-/. ]+|mmm/i.test(bare.replace(/[hs]/gi, ''));
}

const MONTH_WORD = /^(\p{L}+)\.?[-/ '’]*(\d{4}|\d{2})$/u;
const WORD_MONTH = /^(\d{4})[-/ ]*(\p{L}+)\.?$/u;
const MONTH_NUMBERS = /^(?:(\d{4})[-/.]?(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/.](\d{4}))$/;

function monthAt(year: number, month1: number): Month | null {
  return year < FIRST_YEAR || year > LAST_YEAR ? null : ((year * 12 + month1 - 1) as Month);
}

/** The month a text names: `Jan 2026`, `Mrz-26`, `2026-03`, `03/2026`, `January 2026`; null for anything else. */
export function parseMonthText(text: string): Month | null {
  const numbers = MONTH_NUMBERS.exec(text);
  if (numbers) return monthAt(Number(numbers[1] ?? numbers[4]), Number(numbers[2] ?? numbers[3]));
  const wordFirst = MONTH_WORD.exec(text);
  const yearFirst = wordFirst ? null : WORD_MONTH.exec(text);
  const word = wordFirst?.[1] ?? yearFirst?.[2];
  const year = wordFirst?.[2] ?? yearFirst?.[1];
  if (word === undefined || year === undefined) return null;
  const month = monthNumber(word);
  return month === null ? null : monthAt(fullYear(Number(year)), month);
}
