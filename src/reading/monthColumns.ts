/** Months across: columns whose header names a month, in full, without its year, or by its number from a first one. */

import { addMonths, firstDay, isoMonth, lastDay, monthOf, parseIsoMonth } from '../domain/day';
import type { Month } from '../domain/day';
import type { RawCell } from '../domain/grid';
import { dayFromNumber, isDateFormat, parseDateText, parseMonthText } from './dates';
import { monthNumber } from './monthNames';
import { cellText } from './text';

const LEAST_MONTHS = 3;

/** `month` is `2026-03`, or its number in the row of columns (`+3`) until it is known which month the first of them is. */
export interface MonthColumn {
  readonly column: number;
  readonly month: string;
}

/**
 * Columns whose header names a month, each month once and at least three of them; "Total", "Balance as of 2026" and quarters
 * name none and so are skipped.
 */
export function monthColumns(header: readonly RawCell[], formats?: readonly string[]): MonthColumn[] {
  const found = new Map<Month, number>();
  header.forEach((cell, column) => {
    const month = monthOfHeader(cell, formats?.[column]);
    if (month !== null && !found.has(month)) found.set(month, column);
  });
  if (found.size < LEAST_MONTHS) return numberedMonths(header);
  return [...found].map(([month, column]) => ({ column, month: isoMonth(month) })).sort((a, b) => a.column - b.column);
}

function monthOfHeader(cell: RawCell, format: string | undefined): Month | null {
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || cell < 32_874 || cell > 58_806) return null;
    const day = dayFromNumber(cell);
    if (day === null) return null;
    const month = monthOf(day);
    // The amounts' own format goes up to the header in many a plan: first and last days of months are dates all the same.
    const isDate = format === undefined || format === 'General' || isDateFormat(format);
    return isDate || day === firstDay(month) || day === lastDay(month) ? month : null;
  }
  if (typeof cell !== 'string' || !/\d/.test(cell)) return null;
  const text = cellText(cell).replace(/(?:(?<!\s)\s+)?[-–]\s*/g, '-');
  const month = parseMonthText(text);
  if (month !== null) return month;
  const day = parseDateText(text, 'ymd');
  return day === null ? null : monthOf(day);
}

const NUMBERED = /^(?:month|monat|mois|mes|maand|m|period|periode)[ _+-]?(\d{1,2})$/i;

/** "month_1", "Month 2", "M3", or "Jan", "Feb" without a year: months that follow each other from the first one. */
function numberedMonths(header: readonly RawCell[]): MonthColumn[] {
  return inSequence(header, (text) => Number(NUMBERED.exec(text)?.[1] ?? Number.NaN)) ?? inSequence(header, monthNumber) ?? [];
}

/** Null unless at least three columns follow each other; after December comes January. */
function inSequence(header: readonly RawCell[], numberOf: (text: string) => number | null): MonthColumn[] | null {
  const found: { column: number; number: number }[] = [];
  header.forEach((cell, column) => {
    const number = typeof cell === 'string' ? numberOf(cellText(cell)) : null;
    if (number !== null && Number.isInteger(number)) found.push({ column, number });
  });
  const [first] = found;
  if (first === undefined || found.length < LEAST_MONTHS) return null;
  const follows = found.every(({ number }, at) => at === 0 || (number - (found[at - 1]?.number ?? 0) - 1) % 12 === 0);
  return follows ? found.map(({ column }, at) => ({ column, month: `+${at + 1}` })) : null;
}

const QUARTER =
  /^(?:fy ?)?(?:(?:20)?\d{2}[ /-]?)?(?:q[1-4]|[1-4]\.? ?(?:quartal|trimestre|kwartaal|quarter)|[1-4]t|t[1-4])(?:[ /-]*(?:fy)? ?(?:20)?\d{2})?$/i;

/** Headers that name quarters: "Q1 2026", "2026 Q1", "1. Quartal". */
export function quartersIn(headers: readonly string[]): string[] {
  return headers.filter((text) => QUARTER.test(text.trim()));
}

export function isNumbered({ month }: MonthColumn): boolean {
  return month.startsWith('+');
}

/** The calendar month that the first of numbered columns is by its own name (1…12), where it has one. */
export function firstNamed(header: readonly RawCell[], months: readonly MonthColumn[]): number | null {
  const [first] = months;
  return first === undefined ? null : monthNumber(cellText(header[first.column]));
}

/** Columns with their months once it is known which one the first is; the others stay as they are. */
export function withFirstMonth(months: readonly MonthColumn[], first: string | null): MonthColumn[] {
  const start = first === null ? null : parseIsoMonth(first);
  if (start === null) return [...months];
  return months.map((each) =>
    isNumbered(each) ? { ...each, month: isoMonth(addMonths(start, Number(each.month.slice(1)) - 1)) } : each,
  );
}
