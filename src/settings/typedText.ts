/**
 * Dates and numbers that a person typed into a cell that holds text, in the writing of his language: Excel reads them in any
 * other cell, here nobody has. What can be read in two ways is read as the language says, and not at all where that is not known.
 */

import { dayOf, isoDay, isoMonth, monthOf, parseIsoDay, parseIsoMonth } from '../domain/day';
import type { Day } from '../domain/day';
import { splitList } from './definitions';
import type { Setting } from './definitions';

/** How the person's language writes; null where Excel does not tell. */
export interface Writing {
  readonly decimal: '.' | ',' | null;
  readonly isDayFirst: boolean | null;
}

export const NOT_TOLD: Writing = { decimal: null, isDayFirst: null };

const DATE = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/;

/** `2026-04-30`, `30.04.2026`, `30.4.26`, `30/04/2026`, `4/30/2026`; two digits are years of this century. */
export function typedDay(typed: string, { isDayFirst }: Writing): Day | null {
  const text = typed.trim();
  const parts = DATE.exec(text);
  if (parts === null) return parseIsoDay(text);
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = Number(parts[4]) + (parts[4]?.length === 2 ? 2000 : 0);
  // Points stand in no date that begins with the month.
  const dayFirst = parts[2] === '.' || first > 12 ? true : second > 12 || first === second ? false : isDayFirst;
  if (dayFirst === null) return null;
  return dayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
}

const MONTH = /^(\d{1,2})[./-] ?(\d{4})$/;

function typedMonth(typed: string, writing: Writing): string | null {
  const [, month, year] = MONTH.exec(typed.trim()) ?? [];
  const day = month === undefined ? typedDay(typed, writing) : dayOf(Number(year), Number(month), 1);
  return day === null ? null : isoMonth(monthOf(day));
}

const NUMBER = /^[+-]?\d[\d.,'’\s]*$/;
const GROUPED = /^[+-]?\d{1,3}(?:[.,]\d{3})+$/;

/** `1.234,56`, `1,234.56`, `1 234,56`, `1’234.56`, `5,5 %`: the number as it is written, so 5.5 of the last. */
export function typedNumber(typed: string, { decimal }: Writing): number | null {
  const text = typed.trim().replace(/(?:(?<!\s)\s+)?%$/, '');
  if (!NUMBER.test(text)) return null;
  const bare = text.replace(/['’\s]/g, '');
  const mark = decimalMark(bare, decimal);
  if (mark === null) return null;
  const [whole = '', fraction, ...more] = bare.split(mark);
  if (more.length > 0 || (fraction !== undefined && /[.,]/.test(fraction))) return null;
  const other = mark === '.' ? ',' : '.';
  if (whole.includes(other) && !GROUPED.test(whole)) return null;
  const number = Number(`${whole.replaceAll(other, '')}.${fraction ?? ''}0`);
  return Number.isFinite(number) ? number : null;
}

/** The last of two different marks; one that stands several times groups; one before three digits may do either. */
function decimalMark(text: string, decimal: Writing['decimal']): '.' | ',' | null {
  const marks = text.match(/[.,]/g) ?? [];
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return '.';
  if (first !== last) return last === '.' ? '.' : ',';
  if (marks.length > 1) return last === '.' ? ',' : '.';
  if (!GROUPED.test(text)) return last === '.' ? '.' : ',';
  // As the files of settings and our own sheets write it.
  return decimal ?? (last === '.' ? '.' : null);
}

/** What a person typed for a setting, as settings are written; the text itself where it is nothing of that kind. */
export function typedSetting({ kind }: Pick<Setting, 'kind'>, typed: string, writing: Writing): string | number {
  switch (kind.type) {
    case 'day': {
      const day = typedDay(typed, writing);
      return day === null ? typed : isoDay(day);
    }
    case 'month':
      return parseIsoMonth(typed.trim()) === null ? (typedMonth(typed, writing) ?? typed) : typed;
    case 'month ends': {
      const days = splitList(typed).map((part) => typedDay(part, writing));
      return days.some((day) => day === null) ? typed : days.map((day) => (day === null ? '' : isoDay(day))).join('; ');
    }
    case 'amount':
    case 'percent':
    case 'days':
      return typedNumber(typed, writing) ?? typed;
    case 'choice':
    case 'list':
    case 'currency':
      return typed;
  }
}
