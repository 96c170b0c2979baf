/** The fiscal calendar that the settings describe, and in words. */

import { isoDay, parseIsoDay } from '../domain/day';
import type { Day } from '../domain/day';
import { isCalendarYear, WEEK_PATTERNS, WEEKDAYS } from '../domain/fiscal';
import type { FiscalCalendar, WeekPattern, YearEnd } from '../domain/fiscal';
import { MONTH_NAMES, splitList } from './definitions';
import type { SettingKey } from './definitions';

/** Why settings have no effect in this run. */
export type Idle = Readonly<Partial<Record<SettingKey, string>>>;

type CalendarSettings = Readonly<Record<'calendar' | 'yearStarts' | 'yearOfWeeksEnds' | 'monthEnds', string>>;

/** @param settings values that are allowed. */
export function fiscalCalendar(settings: CalendarSettings): { readonly calendar: FiscalCalendar; readonly idle: Idle } {
  const yearStarts =
    Math.max(
      0,
      MONTH_NAMES.findIndex((name) => name === settings.yearStarts),
    ) + 1;
  const ends = splitList(settings.monthEnds)
    .map(parseIsoDay)
    .filter((end): end is Day => end !== null);
  const idleEnds = ends.length === 0 ? {} : { monthEnds: 'they count only where the calendar is “month ends”' };
  const idleWeeks = { yearOfWeeksEnds: 'it counts only for a calendar of weeks' };
  if (isWeekPattern(settings.calendar)) {
    const months = { kind: 'weeks', pattern: settings.calendar, yearEnd: yearEndOf(settings.yearOfWeeksEnds) } as const;
    return { calendar: { yearStarts, months }, idle: idleEnds };
  }
  const isByEnds = settings.calendar === 'month ends';
  if (isByEnds && ends.length > 0) return { calendar: { yearStarts, months: { kind: 'ends', ends } }, idle: idleWeeks };
  const noEnds = isByEnds ? { calendar: 'no month end is given, so months are the calendar’s' } : {};
  return { calendar: { yearStarts, months: { kind: 'calendar' } }, idle: { ...idleWeeks, ...idleEnds, ...noEnds } };
}

const isWeekPattern = (text: string): text is WeekPattern => Object.hasOwn(WEEK_PATTERNS, text);

function yearEndOf(text: string): YearEnd {
  const [which, day] = text.split(' ');
  return { which: which === 'nearest' ? 'nearest' : 'last', weekday: WEEKDAYS.find((name) => name === day) ?? 'Saturday' };
}

/** "" for calendar months from January on: then nothing needs to be said. */
export function describeCalendar(calendar: FiscalCalendar): string {
  if (isCalendarYear(calendar)) return '';
  const { yearStarts, months } = calendar;
  const starts = MONTH_NAMES[yearStarts - 1] ?? '';
  const named = 'A fiscal year is named after the calendar year in which it ends.';
  const scheduled =
    'A schedule’s amount for a calendar month stands in the fiscal month of that name, one for another day where the day lies.';
  switch (months.kind) {
    case 'calendar':
      return `Months: calendar months; the fiscal year starts in ${starts}. ${named}`;
    case 'ends': {
      const [first, last] = [months.ends[0], months.ends.at(-1)];
      const given = first === undefined || last === undefined ? '' : ` from ${isoDay(first)} to ${isoDay(last)}`;
      return `Months: by the month ends given${given}, others end with the calendar month; the fiscal year starts in ${starts}. ${named} ${scheduled}`;
    }
    case 'weeks': {
      const { which, weekday } = months.yearEnd;
      const before = MONTH_NAMES[(yearStarts + 10) % 12] ?? '';
      const end = which === 'last' ? `the last ${weekday} of ${before}` : `the ${weekday} nearest to the end of ${before}`;
      return `Months: ${months.pattern} weeks a quarter, from the day after ${end}; a 53rd week goes to the last month. ${named} ${scheduled}`;
    }
  }
}
