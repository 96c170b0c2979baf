import { decideDateOrder } from '../../src/reading/dateOrder';
import { isoDay, isoMonth } from '../../src/domain/day';
import {
  dayFromNumber,
  dayFromSerialText,
  isDateFormat,
  isDateText,
  isNoDate,
  parseDateText,
  parseMonthText,
} from '../../src/reading/dates';

const shown = (text: string, order: 'dmy' | 'mdy' | 'ymd' | null): string | null => {
  const day = parseDateText(text, order);
  return day === null ? null : isoDay(day);
};

test.each([
  ['2024-03-05', null, '2024-03-05'],
  ['2024-03-05T16:14:25.000+0000', null, '2024-03-05'],
  ['2012-02-19 12:01:33 PST', null, '2012-02-19'],
  ['20240215', null, '2024-02-15'],
  ['5 Mar 2024', null, '2024-03-05'],
  ['15 Apr, 2021 00:02:00', null, '2021-04-15'],
  ['Jan 28 2021', null, '2021-01-28'],
  ['March 5, 2024', null, '2024-03-05'],
  ['05-Mrz-24', null, '2024-03-05'],
  ['5 de marzo de 2024', null, '2024-03-05'],
  ['1er février 2024', null, '2024-02-01'],
  ['Saturday, Sep 05, 2026', null, '2026-09-05'],
  ['31.12.2024', 'dmy', '2024-12-31'],
  ['03/04/2024', 'dmy', '2024-04-03'],
  ['03/04/2024', 'mdy', '2024-03-04'],
  ['02/03/24', 'mdy', '2024-02-03'],
  ['05/05/2024', null, '2024-05-05'],
  ['2024-03-29T10:00:00.000+0000', null, '2024-03-29'],
  ['2020-04-26 14:45:34.083 UTC', null, '2020-04-26'],
  ['2024-03-29T23:59:59Z', null, '2024-03-29'],
  ['2024-03-29 10:00:00+02:00', null, '2024-03-29'],
  ['20240329T101500Z', null, '2024-03-29'],
  ['2017-05-07 0:00:00', null, '2017-05-07'],
  ['Saturday, Sep 05, 2026 07:30:59 AM GMT-7', null, '2026-09-05'],
  ['Tuesday, Apr. 21, 2026 08:36:09 a.m. GMT-7', null, '2026-04-21'],
  ['Samstag, 5. September 2026 um 14:30 Uhr', null, '2026-09-05'],
  ['mié, 5 jun 2024', null, '2024-06-05'],
  ['15 de março de 2024', null, '2024-03-15'],
  ['1º de marzo de 2024', null, '2024-03-01'],
  ['7 Pebruari 2024', null, '2024-02-07'],
  ['12 sett 2024', null, '2024-09-12'],
  ['2024 March 5', null, '2024-03-05'],
  ['2024-Mar-05', null, '2024-03-05'],
  ["5 Mar '24", null, '2024-03-05'],
  ['15-APR-21', null, '2021-04-15'],
  ['02/23/26 08:55 PM', 'mdy', '2026-02-23'],
  ['5/20/2024 7:42', 'mdy', '2024-05-20'],
  ['03-07-2021 01:09', 'dmy', '2021-07-03'],
  ['3. 7. 2021', 'dmy', '2021-07-03'],
  ['99/03/05', 'ymd', '1999-03-05'],
  ['24/03/05', 'ymd', '2024-03-05'],
  ['01.02.70', 'dmy', '1970-02-01'],
  ['01.02.69', 'dmy', '2069-02-01'],
] as const)('“%s” (%s) is %s', (text, order, iso) => {
  expect(shown(text, order)).toBe(iso);
});

test.each([
  ['03/04/2024', null],
  ['31/04/2024', 'dmy'],
  ['13/13/2024', 'mdy'],
  ['1899-12-31', null],
  ['9999-12-31', null],
  ['1900-02-29', null],
  ['31.02.2024', 'dmy'],
  ['2023-02-29', null],
  ['12345678', null],
  ['5 Mar', null],
  ['2024-03-05 for the record', null],
  ['Saturday, Sep 05, 2026 07:30:59 AM GMT-7 - Accrual Basis', null],
  ['Accrual Basis Friday, May 15, 2026 01:21 AM GMTZ', null],
  ['soon', null],
  ['Accrual Basis', null],
] as const)('“%s” (%s) is no day', (text, order) => {
  expect(shown(text, order)).toBeNull();
});

test('a column shows the order by a number above twelve, or by dots', () => {
  expect(decideDateOrder(['03/04/2024', '25/04/2024'])).toBe('dmy');
  expect(decideDateOrder(['03/04/2024', '04/25/2024'])).toBe('mdy');
  expect(decideDateOrder(['03.04.2024'])).toBe('dmy');
  expect(decideDateOrder(['03/04/2024'])).toBe('either');
  expect(decideDateOrder(['25/04/2024', '04/25/2024'])).toBe('mixed');
  expect(decideDateOrder(['2024-03-04', '05/05/2024'])).toBe('none');
  expect(decideDateOrder(['03.04.2024', '04.25.2024'])).toBe('mdy');
  expect(decideDateOrder(['99/03/05', '01/02/03'])).toBe('ymd');
  expect(decideDateOrder(['24/01/15', '24/02/27'])).toBe('either');
  expect(decideDateOrder(['23/11/05', '24/01/15', '25/02/27'])).toBe('either');
  expect(decideDateOrder(['05/11/23', '15/01/24', '27/02/25'])).toBe('dmy');
  expect(decideDateOrder(['25/03/24'])).toBe('dmy');
  expect(decideDateOrder(['24.01.15', '24.02.27'])).toBe('dmy');
  expect(decideDateOrder(['13/13/2024', '99/03/2024'])).toBe('none');
});

test('numbers are serials, or days written as one number', () => {
  const iso = (value: number): string | null => {
    const day = dayFromNumber(value);
    return day === null ? null : isoDay(day);
  };
  expect(iso(45356)).toBe('2024-03-05');
  expect(iso(45356.75)).toBe('2024-03-05');
  expect(iso(20240215)).toBe('2024-02-15');
  expect(iso(0)).toBeNull();
  expect(iso(-3)).toBeNull();
  expect(iso(2958465)).toBeNull();
  expect(iso(59)).toBe('1900-02-28');
  expect(iso(60)).toBeNull();
  expect(iso(61)).toBe('1900-03-01');
});

test('serials kept as text, and what an id or an amount would be', () => {
  const iso = (text: string): string | null => {
    const day = dayFromSerialText(text);
    return day === null ? null : isoDay(day);
  };
  expect(['45631', '45356.75', '45356,75'].map(iso)).toEqual(['2024-12-05', '2024-03-05', '2024-03-05']);
  expect(['1042', '90210', '45,631', '-45631', '045631'].map(iso)).toEqual(Array(5).fill(null));
  expect(isDateText('45631')).toBe(false);
});

test('dashes and the zero dates of databases say that there is no date', () => {
  for (const text of ['-', ' - ', '—', '--', '0000-00-00', '0000-00-00 00:00:00', '0001-01-01T00:00:00Z', '00/00/0000'])
    expect(isNoDate(text)).toBe(true);
  for (const text of ['', '2024-03-05', 'soon', '0']) expect(isNoDate(text)).toBe(false);
});

test.each([
  ['Jan 2026', '2026-01'],
  ['Mrz-26', '2026-03'],
  ['Mei-26', '2026-05'],
  ['2026-03', '2026-03'],
  ['03/2026', '2026-03'],
  ['202603', '2026-03'],
  ['décembre 2025', '2025-12'],
  ['2026 Feb', '2026-02'],
] as const)('“%s” names the month %s', (text, iso) => {
  const month = parseMonthText(text);
  expect(month === null ? null : isoMonth(month)).toBe(iso);
});

test('totals and quarters name no month', () => {
  for (const text of ['Total', 'Balance as of 2026', 'Q1 2026', '2026', 'May']) expect(parseMonthText(text)).toBeNull();
});

test('date formats are told from number formats', () => {
  for (const format of ['dd/mm/yyyy', 'm/d/yy h:mm', '[$-409]d-mmm-yy', 'mmm-yy']) expect(isDateFormat(format)).toBe(true);
  for (const format of ['General', '#,##0.00', '0.00%', '"Total days" 0', '[Red]-0.00', 'h:mm', '@'])
    expect(isDateFormat(format)).toBe(false);
});
