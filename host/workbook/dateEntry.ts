/** Dates and times as a person types them into an Excel of the United States. */
import { existingSerial } from './dates';

export interface NumberEntry {
  readonly value: number;
  /** Format that Excel gives a General cell; null leaves it General. */
  readonly numberFormat: string | null;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12 for a month's name or its first three letters (Sept too); 0 for anything else. */
const monthNamed = (word: string): number => {
  const name = word.toLowerCase().replace(/\.$/, '');
  const exact = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name);
  return (exact >= 0 ? exact : name === 'sept' ? 8 : -1) + 1;
};

/** Two digits are 1930 to 2029. */
const wholeYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
};

const isYear = (text: string): boolean => text.length === 4 || text.length <= 2;

const dated = (serial: number | null, numberFormat: string): NumberEntry | null =>
  serial === null ? null : { value: serial, numberFormat };

const fullDate = (year: string, month: number, day: string, format: string): NumberEntry | null =>
  isYear(year) ? dated(existingSerial(wholeYear(year), month, Number(day)), format) : null;

/** Month and one number: a day of this year where the month has it, else a year. */
function monthWith(number: string, month: number, thisYear: number): NumberEntry | null {
  const asDay = number.length <= 2 ? dated(existingSerial(thisYear, month, Number(number)), 'd-mmm') : null;
  return asDay ?? (isYear(number) ? dated(existingSerial(wholeYear(number), month, 1), 'mmm-yy') : null);
}

interface Shape {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[], thisYear: number) => NumberEntry | null;
}

const SHAPES: readonly Shape[] = [
  {
    pattern: /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/,
    read: ([year = '', , month = '', day = '']) => fullDate(year, Number(month), day, 'm/d/yyyy'),
  },
  {
    pattern: /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{1,2})$/,
    read: ([month = '', day = '', year = '']) => fullDate(year, Number(month), day, 'm/d/yyyy'),
  },
  {
    pattern: /^(\d{4})[-/](\d{1,2})$/,
    read: ([year = '', month = '']) => dated(existingSerial(Number(year), Number(month), 1), 'mmm-yy'),
  },
  {
    pattern: /^(\d{1,2})[-/](\d{4})$/,
    read: ([month = '', year = '']) => dated(existingSerial(Number(year), Number(month), 1), 'mmm-yy'),
  },
  {
    pattern: /^(\d{1,2})[-/](\d{1,2})$/,
    read: ([month = '', number = ''], thisYear) =>
      Number(month) >= 1 && Number(month) <= 12 ? monthWith(number, Number(month), thisYear) : null,
  },
  {
    pattern: /^(\d{1,2})[-/ ]?([a-z]{3,9}\.?)[-/ ,]*(\d{4}|\d{2})$/i,
    read: ([day = '', month = '', year = '']) => named(month, (m) => fullDate(year, m, day, 'd-mmm-yy')),
  },
  {
    pattern: /^([a-z]{3,9}\.?)[-/ ]?(\d{1,2})[-/ ,]+(\d{4}|\d{2})$/i,
    read: ([month = '', day = '', year = '']) => named(month, (m) => fullDate(year, m, day, 'd-mmm-yy')),
  },
  {
    pattern: /^(\d{1,2})[-/ ]?([a-z]{3,9}\.?)$/i,
    read: ([day = '', month = ''], thisYear) => named(month, (m) => monthWith(day, m, thisYear)),
  },
  {
    pattern: /^([a-z]{3,9}\.?)[-/ ]?(\d{1,2}|\d{4})$/i,
    read: ([month = '', number = ''], thisYear) => named(month, (m) => monthWith(number, m, thisYear)),
  },
  {
    pattern: /^(\d{4})[-/ ]([a-z]{3,9})$/i,
    read: ([year = '', month = '']) => named(month, (m) => dated(existingSerial(Number(year), m, 1), 'mmm-yy')),
  },
];

function named(word: string, read: (month: number) => NumberEntry | null): NumberEntry | null {
  const month = monthNamed(word);
  return month === 0 ? null : read(month);
}

/** @param thisYear the year that a date without one gets */
export function readDate(text: string, thisYear: number): NumberEntry | null {
  for (const { pattern, read } of SHAPES) {
    const parts = pattern.exec(text)?.slice(1);
    if (parts !== undefined) {
      const found = read(parts, thisYear);
      if (found !== null) return found;
    }
  }
  return null;
}

const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?(?: *([ap])m?)?$/i;
const HOUR = /^(\d{1,2}) +([ap])m?$/i;

/** A time of day, or hours beyond a day; the value is a part of a day. */
export function readTime(text: string): NumberEntry | null {
  const whole = HOUR.exec(text);
  const [, hourText = '', minuteText = '0', secondText, fraction, half] =
    whole === null ? (TIME.exec(text) ?? []) : [whole[0], whole[1], '0', undefined, undefined, whole[2]];
  if (hourText === '') return null;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(`${secondText ?? '0'}${fraction ?? ''}`);
  if (hour > 9999 || minute > 59 || second >= 60 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const value = (hours * 3600 + minute * 60 + second) / 86_400;
  if (fraction !== undefined) return { value, numberFormat: 'mm:ss.0' };
  if (hours >= 24) return { value, numberFormat: '[h]:mm:ss' };
  const seconds = secondText === undefined ? '' : ':ss';
  return { value, numberFormat: half === undefined ? `h:mm${seconds}` : `h:mm${seconds} AM/PM` };
}

/** Nobody writes a date and a time in more characters. */
const LONGEST_ENTRY = 100;

/** A date, a time, or a date with a time behind it. */
export function readDateTime(text: string, thisYear: number): NumberEntry | null {
  const alone = readDate(text, thisYear) ?? readTime(text);
  if (alone !== null) return alone;
  const gap = text.length > LONGEST_ENTRY ? null : /^(.*\S)[ T]+(\d{1,2}:.*|\d{1,2} +[ap]m?)$/i.exec(text);
  const date = gap === null ? null : readDate((gap[1] ?? '').replace(/,$/, ''), thisYear);
  const time = gap === null ? null : readTime(gap[2] ?? '');
  return date === null || time === null ? null : { value: date.value + time.value, numberFormat: 'm/d/yyyy h:mm' };
}
