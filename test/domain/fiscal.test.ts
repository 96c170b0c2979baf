import fc from 'fast-check';
import { addDays, isoDay, isoMonth, parseIsoDay, parseIsoMonth } from '../../src/domain/day';
import type { Day, Month } from '../../src/domain/day';
import { CALENDAR_YEAR, fiscalQuarterOf, fiscalYearOf, monthsOf, WEEKDAYS, WEEK_PATTERNS } from '../../src/domain/fiscal';
import type { FiscalCalendar, WeekPattern, YearEnd } from '../../src/domain/fiscal';

const day = (text: string): Day => parseIsoDay(text) as Day;
const month = (text: string): Month => parseIsoMonth(text) as Month;
const weeks = (pattern: WeekPattern, yearEnd: YearEnd, yearStarts = 1): FiscalCalendar => ({
  yearStarts,
  months: { kind: 'weeks', pattern, yearEnd },
});
const SATURDAY: YearEnd = { which: 'last', weekday: 'Saturday' };

/** The months of a calendar from one on: name, first and last day. */
function listed(calendar: FiscalCalendar, from: string, count: number): string[] {
  const months = monthsOf(calendar);
  return Array.from({ length: count }, (_, i) => (month(from) + i) as Month).map(
    (each) => `${isoMonth(each)}  ${isoDay(months.first(each))}  ${isoDay(months.last(each))}`,
  );
}

test('4-4-5: the year after the last Saturday of December', () => {
  expect(listed(weeks('4-4-5', SATURDAY), '2026-01', 4)).toEqual([
    '2026-01  2025-12-28  2026-01-24',
    '2026-02  2026-01-25  2026-02-21',
    '2026-03  2026-02-22  2026-03-28',
    '2026-04  2026-03-29  2026-04-25',
  ]);
});

test('4-5-4 of a retailer: the year begins in February, after the Saturday nearest to the end of January', () => {
  const retail = weeks('4-5-4', { which: 'nearest', weekday: 'Saturday' }, 2);
  expect(listed(retail, '2026-02', 3)).toEqual([
    '2026-02  2026-02-01  2026-02-28',
    '2026-03  2026-03-01  2026-04-04',
    '2026-04  2026-04-05  2026-05-02',
  ]);
});

test('the last month takes the 53rd week', () => {
  expect(listed(weeks('4-4-5', SATURDAY), '2022-11', 3)).toEqual([
    '2022-11  2022-10-23  2022-11-19',
    '2022-12  2022-11-20  2022-12-31',
    '2023-01  2023-01-01  2023-01-28',
  ]);
});

test('a month without an end of its own ends with the calendar month', () => {
  const calendar: FiscalCalendar = { yearStarts: 1, months: { kind: 'ends', ends: [day('2026-01-30'), day('2026-03-02')] } };
  expect(listed(calendar, '2026-01', 3)).toEqual([
    '2026-01  2026-01-01  2026-01-30',
    '2026-02  2026-01-31  2026-03-02',
    '2026-03  2026-03-03  2026-03-31',
  ]);
});

test('years and quarters are named by the calendar year in which they end', () => {
  const april: FiscalCalendar = { yearStarts: 4, months: { kind: 'calendar' } };
  const named = (calendar: FiscalCalendar, text: string): string[] => {
    const [year, quarter] = [fiscalYearOf(month(text), calendar), fiscalQuarterOf(month(text), calendar)];
    return [year.name, isoMonth(year.first), quarter.name, isoMonth(quarter.first)];
  };
  expect(named(april, '2026-03')).toEqual(['FY2026', '2025-04', 'FY2026 Q4', '2026-01']);
  expect(named(april, '2026-05')).toEqual(['FY2027', '2026-04', 'FY2027 Q1', '2026-04']);
  expect(named(CALENDAR_YEAR, '2026-05')).toEqual(['2026', '2026-01', '2026 Q2', '2026-04']);
  expect(named(weeks('4-4-5', SATURDAY), '2026-12')).toEqual(['FY2026', '2026-01', 'FY2026 Q4', '2026-10']);
});

const yearEnds = fc.record({
  which: fc.constantFrom('last' as const, 'nearest' as const),
  weekday: fc.constantFrom(...WEEKDAYS),
});
const calendars: fc.Arbitrary<FiscalCalendar> = fc.record({
  yearStarts: fc.integer({ min: 1, max: 12 }),
  months: fc.oneof(
    fc.constant({ kind: 'calendar' as const }),
    fc.record({
      kind: fc.constant('weeks' as const),
      pattern: fc.constantFrom(...(Object.keys(WEEK_PATTERNS) as WeekPattern[])),
      yearEnd: yearEnds,
    }),
    fc.record({
      kind: fc.constant('ends' as const),
      ends: fc.array(
        fc.integer({ min: 19_000, max: 21_500 }).map((at) => at as Day),
        { maxLength: 20 },
      ),
    }),
  ),
});

test('every day lies in just one month, and months follow each other without a gap', () => {
  fc.assert(
    fc.property(calendars, fc.integer({ min: 18_000, max: 22_000 }), (calendar, at) => {
      const months = monthsOf(calendar);
      const own = months.of(at as Day);
      expect(months.first(own)).toBeLessThanOrEqual(at);
      expect(months.last(own)).toBeGreaterThanOrEqual(at);
      expect(months.of(months.first(own))).toBe(own);
      expect(months.of(addDays(months.last(own), 1))).toBe(own + 1);
    }),
    { seed: 445 },
  );
});

test('years of weeks have 52 or 53 of them', () => {
  fc.assert(
    fc.property(yearEnds, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1990, max: 2060 }), (yearEnd, yearStarts, year) => {
      const calendar = weeks('4-4-5', yearEnd, yearStarts);
      const { first } = fiscalYearOf(month(`${year}-06`), calendar);
      const months = monthsOf(calendar);
      expect([52, 53]).toContain((months.last((first + 11) as Month) - months.first(first) + 1) / 7);
    }),
    { seed: 53 },
  );
});
