import { createFormat } from '../../src/taskpane/format';
import { shownValue } from '../../src/taskpane/settingValue';
import { addressOf } from '../../src/taskpane/place';

const german = createFormat('de-DE');
const british = createFormat('en-GB');

test('amounts have the decimals of their currency and the marks of the locale', () => {
  expect(german.amount(123456, 'EUR')).toBe('1.234,56');
  expect(british.amount(-123456, 'JPY')).toBe('-123,456');
  expect(british.amount(1, 'KWD')).toBe('0.001');
});

test('ISO days and months inside a sentence are written as the locale writes them', () => {
  expect(british.dates('2026-01 to 2026-03, as of 2026-04-30')).toBe('Jan 2026 to Mar 2026, as of 30 Apr 2026');
  expect(british.dates('order 2026-13 and 4-2026-01-02-7')).toContain('order 2026-13');
});

test('amounts in a sentence are written as the locale writes them, other numbers stay', () => {
  const said =
    'Seit 2026-03-31: von 1,234.50 auf -12,000.00, das meiste (+0.05) durch INV-1,200.00 und 12.5 %; 3 Zeilen, 1,200 Kunden.';
  expect(german.sentence(said)).toBe(
    'Seit 31.03.2026: von 1.234,50 auf -12.000,00, das meiste (+0,05) durch INV-1,200.00 und 12.5 %; 3 Zeilen, 1.200 Kunden.',
  );
  expect(british.sentence('from 1,234.50 to 0.00.')).toBe('from 1,234.50 to 0.00.');
});

test('a probability is never rounded to certainty', () => {
  expect([0.88, 0.992248, 0.99999, 1, 0.03, 0.004, 0].map((share) => british.chance(share))).toEqual([
    '88%',
    '99.2%',
    '> 99.9%',
    '> 99.9%',
    '3%',
    '0.4%',
    '< 0.1%',
  ]);
});

test('weights have their sign and one decimal', () => {
  expect([8, -4.04, 0, 0.04].map((value) => british.weight(value))).toEqual(['+8.0', '−4.0', '0.0', '0.0']);
  expect(german.weight(-2.5)).toBe('−2,5');
});

test('settings are shown with their units', () => {
  expect(shownValue({ type: 'percent' }, 0.5, german)).toBe('0,5 %');
  expect(shownValue({ type: 'days' }, 1, british)).toBe('1 day');
  expect(shownValue({ type: 'month', auto: true }, '2026-03', british)).toBe('Mar 2026');
});

test.each([
  [0, 0, 'A1'],
  [9, 25, 'Z10'],
  [0, 26, 'AA1'],
  [1_048_575, 16_383, 'XFD1048576'],
])('row %i, column %i is %s', (row, column, address) => {
  expect(addressOf(row, column)).toBe(address);
});
