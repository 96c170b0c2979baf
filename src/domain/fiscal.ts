/** Fiscal months, quarters and years. Nothing else says which fiscal month a day lies in. */

import { addDays, addMonths, lastDay, monthOf } from './day';
import type { Day, Month } from './day';
import type { Revenue } from './record';

/** Weeks of a quarter's three months. */
export const WEEK_PATTERNS = { '4-4-5': [4, 4, 5], '4-5-4': [4, 5, 4], '5-4-4': [5, 4, 4] } as const;
export type WeekPattern = keyof typeof WEEK_PATTERNS;

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A year of weeks ends on the last such weekday of its last calendar month, or on the one nearest to that month's end. */
export interface YearEnd {
  readonly which: 'last' | 'nearest';
  readonly weekday: Weekday;
}

/**
 * How a company cuts its year. A fiscal month is named after the calendar month it stands for. In a year of weeks the
 * last month takes the 53rd week; a month without an end of its own in `ends` ends with the calendar month.
 */
export interface FiscalCalendar {
  /** The month that a fiscal year's first month is named after, 1 to 12. */
  readonly yearStarts: number;
  readonly months:
    | { readonly kind: 'calendar' }
    | { readonly kind: 'weeks'; readonly pattern: WeekPattern; readonly yearEnd: YearEnd }
    | { readonly kind: 'ends'; readonly ends: readonly Day[] };
}

export const CALENDAR_YEAR: FiscalCalendar = { yearStarts: 1, months: { kind: 'calendar' } };

export interface Months {
  readonly of: (day: Day) => Month;
  readonly first: (month: Month) => Day;
  readonly last: (month: Month) => Day;
}

/** The months of a calendar; they remember what they worked out, so make them once. */
export function monthsOf(calendar: FiscalCalendar): Months {
  const last = remembered(lastDays(calendar));
  const first = (month: Month): Day => addDays(last(addMonths(month, -1)), 1);
  if (calendar.months.kind === 'calendar') return { of: monthOf, first, last };
  const of = remembered((day: Day): Month => {
    let month = monthOf(day);
    while (day > last(month)) month = addMonths(month, 1);
    while (day < first(month)) month = addMonths(month, -1);
    return month;
  });
  return { of, first, last };
}

function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = find(key)));
    return value;
  };
}

function lastDays({ yearStarts, months }: FiscalCalendar): (month: Month) => Day {
  switch (months.kind) {
    case 'calendar':
      return lastDay;
    case 'ends': {
      const given = new Map(months.ends.map((end) => [monthEndedBy(end), end]));
      return (month) => given.get(month) ?? lastDay(month);
    }
    case 'weeks': {
      const weeks = WEEK_PATTERNS[months.pattern];
      return (month) => {
        const at = placeInYear(month, yearStarts);
        if (at === 11) return yearEndIn(month, months.yearEnd);
        const before = yearEndIn(addMonths(month, -at - 1), months.yearEnd);
        const passed = Array.from({ length: at + 1 }, (_, i) => weeks[i % 3] ?? 0).reduce<number>((sum, count) => sum + count, 0);
        return addDays(before, passed * 7);
      };
    }
  }
}

const DAYS_A_WEEK = 7;

/** Day 0, 1970-01-01, was a Thursday. */
const weekdayOf = (day: Day): number => (((day + 4) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;

function yearEndIn(month: Month, { which, weekday }: YearEnd): Day {
  const end = lastDay(month);
  const back = (weekdayOf(end) - WEEKDAYS.indexOf(weekday) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return addDays(end, which === 'nearest' && back > 3 ? DAYS_A_WEEK - back : -back);
}

/** From the 16th on a day ends its own calendar month, up to the 15th the one before. */
export function monthEndedBy(end: Day): Month {
  return monthOf(addDays(end, -15));
}

/**
 * Revenue for a calendar month stands in the fiscal month that is named after it, whatever days either has; revenue of a
 * day stands where the day lies.
 */
export function monthOfRevenue({ day, postedDay }: Pick<Revenue, 'day' | 'postedDay'>, months: Months): Month {
  return postedDay === undefined ? monthOf(day) : months.of(postedDay);
}

/** 0 for the year's first month. */
function placeInYear(month: Month, yearStarts: number): number {
  return (((month - yearStarts + 1) % 12) + 12) % 12;
}

/** Months that are shown together, and their name. */
export interface MonthSpan {
  readonly name: string;
  readonly first: Month;
}

/** Whether fiscal years are the calendar's own, month by month. */
export function isCalendarYear({ yearStarts, months }: FiscalCalendar): boolean {
  return yearStarts === 1 && months.kind === 'calendar';
}

/** "2026", or for a year that is not the calendar's own "FY2027", named after the calendar year in which it ends. */
export function fiscalYearOf(month: Month, calendar: FiscalCalendar): MonthSpan {
  const first = addMonths(month, -placeInYear(month, calendar.yearStarts));
  return { first, name: `${isCalendarYear(calendar) ? '' : 'FY'}${Math.floor((first + 11) / 12)}` };
}

/** "2026 Q1", "FY2027 Q1" */
export function fiscalQuarterOf(month: Month, calendar: FiscalCalendar): MonthSpan {
  const year = fiscalYearOf(month, calendar);
  const quarter = Math.floor((month - year.first) / 3);
  return { first: addMonths(year.first, quarter * 3), name: `${year.name} Q${quarter + 1}` };
}
