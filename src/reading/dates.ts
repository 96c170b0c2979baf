/** Dates as serial numbers and as text, and which order of day and month a column is written in. */

import { dayFromSerial, dayOf } from '../domain/day';
import type { Day, Month } from '../domain/day';
import { foldText } from './text';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const MONTH_NAMES: readonly string[] = [
  'jan january januar janvier janv enero ene januari jaenner janner gennaio gen janeiro',
  'feb february februar fevrier fevr fev febrero februari febbraio fevereiro',
  'mar march marz maerz mrz mars marzo maart mrt marco',
  'apr april avril avr abril abr aprile',
  'may mai mayo mei maggio mag maio',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil julio luglio lug julho',
  'aug august aout agosto ago augustus agu agustus',
  'sep sept september septembre septiembre setiembre settembre set setembro',
  'oct october okt oktober octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dez dezember decembre diciembre dic dicembre des desember dezembro',
];

const MONTH_BY_NAME = new Map(MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

/** 1…12 for a month's name or its abbreviation in the usual languages, else null. */
export function monthNumber(word: string): number | null {
  return MONTH_BY_NAME.get(foldText(word).replace(/\.$/, '')) ?? null;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** A date text taken apart: settled, or two numbers whose order is the column's to decide. */
type DateText =
  | { readonly kind: 'settled'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'open'; readonly first: number; readonly second: number; readonly year: number };

const TIME = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}.*)?$`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}`);
const NAMED_DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.|er)?[-/ ]*(?:de |of )?(\p{L}+)\.?,?[-/ ]*(?:de )?(\d{4}|\d{2})${TIME}`,
  'u',
);
const NAMED_MONTH_FIRST = new RegExp(String.raw`^(\p{L}+)\.?[-/ ]+(\d{1,2})(?:st|nd|rd|th)?,?[-/ ]+(\d{4}|\d{2})${TIME}`, 'u');
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\p{L}*\.?,? +(?=[\p{L}\d])/iu;

function takeApart(text: string): DateText | null {
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso) return { kind: 'settled', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const numeric = NUMERIC.exec(text);
  if (numeric) return { kind: 'open', first: Number(numeric[1]), second: Number(numeric[3]), year: fullYear(numeric[4] ?? '') };
  const plain = monthNumber(text.split(/[ .,]/)[0] ?? '') === null ? text.replace(WEEKDAY, '') : text;
  const dayFirst = NAMED_DAY_FIRST.exec(plain);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3]);
  const monthFirst = NAMED_MONTH_FIRST.exec(plain);
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3]);
  return null;
}

function named(word = '', day = '', year = ''): DateText | null {
  const month = monthNumber(word);
  return month === null ? null : { kind: 'settled', year: fullYear(year), month, day: Number(day) };
}

/** Whether a text has the shape of a date at all. */
export function isDateText(text: string): boolean {
  return takeApart(text) !== null;
}

/**
 * What texts say of the order of day and month: shown by a number above 12 or by dots between (which no month-first
 * country writes); `either` where only ambiguous ones exist; `mixed` where they contradict each other; `none` where no
 * text leaves it open, or where day and month are the same number in all that do.
 */
export function decideDateOrder(texts: Iterable<string>): 'dmy' | 'mdy' | 'either' | 'mixed' | 'none' {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const text of texts) {
    const parts = takeApart(text);
    if (parts?.kind !== 'open') continue;
    if (parts.first > 12 || /^\d{1,2}\.\d{1,2}\./.test(text)) dayFirst += 1;
    else if (parts.second > 12) monthFirst += 1;
    else if (parts.first !== parts.second) either += 1;
  }
  if (dayFirst > 0 && monthFirst > 0) return 'mixed';
  if (dayFirst > 0) return 'dmy';
  if (monthFirst > 0) return 'mdy';
  return either > 0 ? 'either' : 'none';
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const LAST_SERIAL = 109_574;

/** The day a text writes, or null where it is none, lies outside 1900–2199, or needs an order that is not known. */
export function parseDateText(text: string, order: DateOrder | null): Day | null {
  const parts = takeApart(text);
  if (parts === null) return null;
  if (parts.kind === 'settled') return dayWithin(parts.year, parts.month, parts.day);
  const { first, second, year } = parts;
  if (order === 'dmy') return dayWithin(year, second, first);
  if (order === 'mdy') return dayWithin(year, first, second);
  return first === second ? dayWithin(year, first, second) : null;
}

function dayWithin(year: number, month: number, day: number): Day | null {
  return year < FIRST_YEAR || year > LAST_YEAR ? null : dayOf(year, month, day);
}

/** The day of a number in a date column: an Excel serial, or `20240215` written as one number. */
export function dayFromNumber(value: number): Day | null {
  if (value >= 1 && value <= LAST_SERIAL) return dayFromSerial(value);
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_991_231) return parseDateText(String(value), null);
  return null;
}

/** Whether a number format shows a date: it has a year or a day of the month outside of quotes and brackets. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
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
  return month === null ? null : monthAt(fullYear(year), month);
}
