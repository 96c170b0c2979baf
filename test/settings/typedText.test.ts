import { isoDay } from '../../src/domain/day';
import { SETTINGS } from '../../src/settings/definitions';
import type { SettingKey } from '../../src/settings/definitions';
import { typedDay, typedNumber, typedSetting } from '../../src/settings/typedText';
import type { Writing } from '../../src/settings/typedText';

const GERMAN: Writing = { decimal: ',', isDayFirst: true };
const AMERICAN: Writing = { decimal: '.', isDayFirst: false };
const UNKNOWN: Writing = { decimal: null, isDayFirst: null };

test.each([
  // text, German, American, unknown
  ['2026-04-30', '2026-04-30', '2026-04-30', '2026-04-30'],
  ['30.04.2026', '2026-04-30', '2026-04-30', '2026-04-30'],
  [' 3.4.26 ', '2026-04-03', '2026-04-03', '2026-04-03'],
  ['30/04/2026', '2026-04-30', '2026-04-30', '2026-04-30'],
  ['4/30/2026', '2026-04-30', '2026-04-30', '2026-04-30'],
  ['3/4/2026', '2026-04-03', '2026-03-04', null],
  ['4/4/2026', '2026-04-04', '2026-04-04', '2026-04-04'],
  ['31.02.2026', null, null, null],
  ['30.04', null, null, null],
  ['soon', null, null, null],
])('the date “%s”', (text, ...expected) => {
  const days = [GERMAN, AMERICAN, UNKNOWN].map((writing) => typedDay(text, writing));
  expect(days.map((day) => (day === null ? null : isoDay(day)))).toEqual(expected);
});

test.each([
  ['30', 30, 30, 30],
  ['1.234,56', 1234.56, 1234.56, 1234.56],
  ['1,234.56', 1234.56, 1234.56, 1234.56],
  ['-1 234,5', -1234.5, -1234.5, -1234.5],
  ['1’234.50', 1234.5, 1234.5, 1234.5],
  ['1.234.567', 1_234_567, 1_234_567, 1_234_567],
  ['2,5 %', 2.5, 2.5, 2.5],
  ['0,5', 0.5, 0.5, 0.5],
  // A point before three digits: what settings files write holds unless the language says otherwise.
  ['1.234', 1234, 1.234, 1.234],
  ['1,234', 1.234, 1234, null],
  ['1.23.4', null, null, null],
  ['1,2,3', null, null, null],
  ['12.34,5', null, null, null],
  ['1e5', null, null, null],
  ['', null, null, null],
])('the number “%s”', (text, ...expected) => {
  expect([GERMAN, AMERICAN, UNKNOWN].map((writing) => typedNumber(text, writing))).toEqual(expected);
});

test.each<[SettingKey, string, string | number]>([
  ['asOf', '30.04.2026', '2026-04-30'],
  ['asOf', 'auto', 'auto'],
  ['invoicingLag', '45', 45],
])('the setting %s typed “%s”', (key, typed, expected) => {
  expect(typedSetting(SETTINGS[key], typed, GERMAN)).toBe(expected);
});
