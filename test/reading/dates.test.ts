import { isoDay, isoMonth } from '../../src/domain/day';
import { dayFromNumber, decideDateOrder, isDateFormat, parseDateText, parseMonthText } from '../../src/reading/dates';

const shown = (text: string, order: 'dmy' | 'mdy' | null): string | null => {
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
] as const)('“%s” (%s) is %s', (text, order, iso) => {
  expect(shown(text, order)).toBe(iso);
});

test.each([
  ['03/04/2024', null],
  ['31/04/2024', 'dmy'],
  ['13/13/2024', 'mdy'],
  ['1899-12-31', null],
  ['9999-12-31', null],
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
