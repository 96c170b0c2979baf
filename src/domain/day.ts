/** Calendar days and months without a clock or a zone. */

declare const day: unique symbol;
declare const month: unique symbol;

/** A calendar day, counted in days since 1970-01-01. */
export type Day = number & { readonly [day]: true };

/** A calendar month, counted as year × 12 + (month − 1). */
export type Month = number & { readonly [month]: true };

const MS_A_DAY = 86_400_000;
/** Excel's serial of 1970-01-01 in the 1900 date system. */
const SERIAL_OF_EPOCH = 25_569;

/** A day from its parts, or null where the calendar has no such day. `month1` counts from 1. */
export function dayOf(year: number, month1: number, dayOfMonth: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month1 - 1, dayOfMonth);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month1 - 1 && date.getUTCDate() === dayOfMonth;
  return real ? ((date.getTime() / MS_A_DAY) as Day) : null;
}

/** An Excel serial number to its day; the time of day is dropped. Serials below 61 follow Excel's invented 1900-02-29. */
export function dayFromSerial(serial: number): Day {
  const whole = Math.floor(serial);
  return ((whole < 60 ? whole + 1 : whole) - SERIAL_OF_EPOCH) as Day;
}

/** The Excel serial number of a day from 1900-03-01 on. */
export function serialOfDay(value: Day): number {
  return value + SERIAL_OF_EPOCH;
}

/** ISO text of a day, `2026-03-31`. */
export function isoDay(value: Day): string {
  const date = new Date(value * MS_A_DAY);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`;
}

/** Reads `2026-03-31`; null for anything else. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function addDays(value: Day, days: number): Day {
  return (value + days) as Day;
}

export function monthOf(value: Day): Month {
  const date = new Date(value * MS_A_DAY);
  return (date.getUTCFullYear() * 12 + date.getUTCMonth()) as Month;
}

export function firstDay(value: Month): Day {
  return dayOf(Math.floor(value / 12), (value % 12) + 1, 1) as Day;
}

export function lastDay(value: Month): Day {
  return (firstDay((value + 1) as Month) - 1) as Day;
}

export function addMonths(value: Month, months: number): Month {
  return (value + months) as Month;
}

/** ISO text of a month, `2026-03`. */
export function isoMonth(value: Month): string {
  return isoDay(firstDay(value)).slice(0, 7);
}

/** Reads `2026-03`; null for anything else. */
export function parseIsoMonth(text: string): Month | null {
  const start = parseIsoDay(`${text}-01`);
  return start === null ? null : monthOf(start);
}
