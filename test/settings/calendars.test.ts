/** Fiscal calendars through the whole engine and onto the sheets. */

import { isoMonth } from '../../src/domain/day';
import type { Reconciliation } from '../../src/domain/reconciliation';
import { acceptSetting } from '../../src/settings/definitions';
import { planReport } from '../../src/report/planReport';
import { expectOutcome, run } from '../edgeCases/support/outcome';
import { cell, sheetOf, tableOf } from '../report/support/sheets';
import { serial } from '../report/support/reconciliations';

const used = (result: Reconciliation, key: string): unknown[] => {
  const setting = result.settingsUsed.find((each) => each.key === key);
  return [setting?.value, setting?.used, setting?.why];
};

/** Won in fiscal January, billed in fiscal February, both in the calendar's January; paid in March of either. */
const WEEKS = `
    deal     D-1  Acme / Alice  1,000  2026-01-20
    invoice  I-1  Acme          1,000  2026-01-30  deal=D-1
    receipt  R-1  Acme          1,000  2026-03-24  invoice=I-1
    revenue  I-1  Acme          600    2026-01
    revenue  I-1  Acme          400    2026-02`;

test('4-4-5: timing lies between fiscal months, and a schedule’s January is the fiscal January', () => {
  const result = run(WEEKS, '2026-03-28', { definitions: { calendar: '4-4-5' } });
  expectOutcome(
    result,
    `
    BI  Jan +1,000 = T2 +1,000
    BI  Feb -1,000 = T2 -1,000
    BI  Mar +0 = none
    IR  Mar +0 = none
    IC  Jan +0 = none
    IR  Jan -600 = T4 -600
    IR  Feb +600 = T4 +600
    IC  Feb +1,000 = T19 +1,000
    IC  Mar -1,000 = T19 -1,000`,
    'reason',
    'link',
  );
  expect([isoMonth(result.period.from), isoMonth(result.period.to)]).toEqual(['2026-01', '2026-03']);
});

test('by calendar months the same book has no timing between deal and invoice', () => {
  const result = run(WEEKS, '2026-03-28');
  expect(result.items.filter(({ gap }) => gap === 'BI')).toEqual([]);
  expect(isoMonth(result.period.to)).toBe('2026-02');
});

test('revenue that the schedule dates to a day stands in the fiscal month of that day', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500  2026-01-27
    invoice  I-1  Acme          500  2026-01-27  deal=D-1
    revenue  I-1  Acme          500  2026-01-30`,
    '2026-03-28',
    { definitions: { calendar: '4-4-5' } },
  );
  expect(result.items).toEqual([]);
  expect(result.lines.map(({ month }) => isoMonth(month))).toEqual(['2026-02']);
});

test('what is recognised up to as-of goes by fiscal months too', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  200  2026-01-05
    invoice  I-1  Acme          200  2026-01-24  deal=D-1
    revenue  I-1  Acme          100  2026-01
    revenue  I-1  Acme          100  2026-02`,
    '2026-01-24',
    { definitions: { calendar: '4-4-5' } },
  );
  expectOutcome(
    result,
    `
    BI  Jan +0 = none
    IR  Jan +100 = T5° +100`,
    'reason',
    'link',
    'left out',
  );
});

test('a table of month ends: a month closed on the 30th', () => {
  const ends = { calendar: 'month ends', monthEnds: '2026-02-27; 2026-01-30' };
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-01-31
    invoice  I-1  Acme          1,000  2026-02-02  deal=D-1`,
    '2026-02-27',
    { definitions: ends },
  );
  expect(result.items).toEqual([]);
  expect(result.lines.map(({ month }) => isoMonth(month))).toEqual(['2026-02']);
  expect(used(result, 'monthEnds')).toEqual(['2026-01-30; 2026-02-27', '2026-01-30; 2026-02-27', 'as set']);
});

test('a month end that is no date, or a second one for the same month, is not allowed', () => {
  expect(acceptSetting('monthEnds', '2026-02-27;2026-01-30;')).toBe('2026-01-30; 2026-02-27');
  expect(acceptSetting('monthEnds', '2026-01-30; end of February')).toBeNull();
  expect(acceptSetting('monthEnds', '2026-01-30; 2026-02-01')).toBeNull();
});

test('a setting that has no effect says why', () => {
  const result = run(WEEKS, '2026-03-28', { definitions: { calendar: 'month ends', yearOfWeeksEnds: 'nearest friday' } });
  expect(used(result, 'calendar')).toEqual([
    'month ends',
    'calendar',
    'as set; without effect: no month end is given, so months are the calendar’s',
  ]);
  expect(used(result, 'yearOfWeeksEnds')).toEqual([
    'nearest Friday',
    'nearest Friday',
    'as set; without effect: it counts only for a calendar of weeks',
  ]);
});

test('and only once: a kept reason does not grow from run to run', () => {
  const reasons = { yearOfWeeksEnds: 'default; without effect: it counts only for a calendar of weeks' };
  const kept = { calendar: '4-4-5', yearOfWeeksEnds: 'last Saturday' };
  expect(used(run(WEEKS, '2026-03-28', { definitions: kept, reasons }), 'yearOfWeeksEnds')[2]).toBe('default');
});

const header = (result: Reconciliation): unknown[] => {
  const block = sheetOf(planReport(result), 'Summary').blocks.find(({ cells }) => cells[0]?.[0] === 'By quarter and year');
  return (block?.cells[1] ?? []).filter((each) => each !== null);
};

test('a year that starts in April: Summary’s quarters and years are the fiscal ones', () => {
  const book = `
    deal     D-1  Acme / Alice  1,000  2026-02-20
    invoice  I-1  Acme          1,000  2026-08-30  deal=D-1`;
  const result = run(book, '2026-09-30', { definitions: { yearStarts: 'April' } });
  expect(header(result)).toEqual(['Amounts', 'FY2026 Q4 (part)', 'FY2027 Q1', 'FY2027 Q2', 'FY2027 (part)']);
  expect(result.items).toHaveLength(2);
});

test('4-4-5 on the sheets: the fiscal month’s first day, sums between fiscal days, the calendar in words', () => {
  const plan = planReport(run(WEEKS, '2026-03-28', { definitions: { calendar: '4-4-5' } }));
  expect(cell(tableOf(plan, 'tblReconciliation'), 0, 'Month')).toBe(serial('2025-12-28'));
  const texts = plan.sheets.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()));
  expect(texts).toContainEqual({
    formula:
      '=SUMIFS(tblReconciliation[Booked],tblReconciliation[Month],">="&DATE(2026,2,22),tblReconciliation[Month],"<"&DATE(2026,3,29))',
  });
  expect(texts).toContain(
    'Months: 4-4-5 weeks a quarter, from the day after the last Saturday of December; a 53rd week goes to the last month. A fiscal year is named after the calendar year in which it ends. A schedule’s amount for a calendar month stands in the fiscal month of that name, one for another day where the day lies.',
  );
  expect(texts).toContain(
    'Fiscal months: 2026-01 (2025-12-28 to 2026-01-24), 2026-02 (2026-01-25 to 2026-02-21), 2026-03 (2026-02-22 to 2026-03-28).',
  );
  expect(texts).toContainEqual(expect.stringMatching(/^Period 2026-01 to 2026-03 \(2025-12-28 to 2026-03-28\) ·/));
});
