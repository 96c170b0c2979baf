import { quietMs } from '../../support/quietTime';
import { newSheet } from '../workbook/sheetText';

/** Many times what one look at each letter takes; a pattern that is tried in every way takes hours. */
const SLOW = 5_000;

const counted = (text: string, criterion: string): unknown => {
  const { sheet } = newSheet();
  sheet.setValue(0, 0, text);
  sheet.setValue(0, 1, criterion);
  sheet.setFormula(0, 2, '=COUNTIF(A1,B1)');
  return sheet.value(0, 2);
};

test.each([
  ['Acme Ltd', 'acme*', 1],
  ['Acme Ltd', '*ltd', 1],
  ['Acme Ltd', '*me*', 1],
  ['Acme Ltd', '*', 1],
  ['Acme Ltd', '**', 1],
  ['Acme Ltd', 'a*e*d', 1],
  ['Acme Ltd', 'a*d*e', 0],
  ['Acme Ltd', '????????', 1],
  ['Acme Ltd', '???????', 0],
  ['Acme Ltd', '?cme*?', 1],
  ['aba', 'ab*ba', 0],
  ['abba', 'ab*ba', 1],
  ['abcbcd', 'a*bcd', 1],
  ['two\nlines', 'two*lines', 1],
  ['what?', 'what~?', 1],
  ['whats', 'what~?', 0],
  ['5*', '?~*', 1],
  ['(a+b)', '(a+b*', 1],
])('%j is counted by %j: %d', (text, criterion, expected) => {
  expect(counted(text, criterion)).toBe(expected);
});

test.each([
  ['c?e', 2],
  ['m*l', 3],
  ['*t', 1],
  ['d*d', '#VALUE!'],
])('SEARCH of %j in "Acme Ltd"', (wanted, expected) => {
  const { sheet } = newSheet();
  sheet.setFormula(0, 0, `=SEARCH("${wanted}","Acme Ltd")`);
  const value = sheet.value(0, 0);
  expect(typeof value === 'object' ? value?.error : value).toBe(expected);
});

test('a pattern of many stars goes over a text once', () => {
  const text = 'a'.repeat(30_000);
  expect(quietMs(() => expect(counted(text, '*a*a*a*a*b')).toBe(0))).toBeLessThan(SLOW);
});
