import { decideDecimal, parseAmount } from '../../src/reading/amounts';

test.each([
  ['1,234.50', '.', 1234.5],
  ['1.234,50', ',', 1234.5],
  ["1'234.50", '.', 1234.5],
  ['1 234,50', ',', 1234.5],
  ['1\u00a0234,50', ',', 1234.5],
  ['(1,234.00)', '.', -1234],
  ['($15.00)', '.', -15],
  ['-$15.00', '.', -15],
  ['$-15.00', '.', -15],
  ['1.000,00-', ',', -1000],
  ['−7.50', '.', -7.5],
  ['1,23,456.00', '.', 123456],
  ['-Rp384.684,68', ',', -384684.68],
  ['1.234,56 EUR', ',', 1234.56],
  ['USD 1,234', '.', 1234],
  ['1.234', ',', 1234],
  ['1.234', '.', 1.234],
  ['-', '.', 0],
  ['.5', '.', 0.5],
] as const)('“%s” with decimal “%s” is %d', (text, decimal, value) => {
  expect(parseAmount(text, decimal)?.value).toBe(value);
});

test.each([
  ['n.a.', '.'],
  ['12 units', '.'],
  ['1,2,3.00', '.'],
  ['1.234,50', '.'],
  ['12 34', '.'],
  ['--5', '.'],
  ['5 EUR USD', '.'],
  ['', '.'],
] as const)('“%s” with decimal “%s” is no amount', (text, decimal) => {
  expect(parseAmount(text, decimal)).toBeNull();
});

test('an amount that fits both marks is not read before the mark is known', () => {
  expect(parseAmount('1.234', null)).toBeNull();
  expect(parseAmount('1.234,5', null)?.value).toBe(1234.5);
});

test('a column shows its decimal mark by any value that fits only one', () => {
  expect(decideDecimal(['1.234', '12,50', '7'])).toBe(',');
  expect(decideDecimal(['1,234', '12.50'])).toBe('.');
  expect(decideDecimal(['1.234.567'])).toBe(',');
  expect(decideDecimal(['0,123'])).toBe(',');
  expect(decideDecimal(['1.234', '5.678'])).toBe('either');
  expect(decideDecimal(['1.234,5', '1,234.5'])).toBe('mixed');
  expect(decideDecimal(['12', 'n.a.'])).toBe('none');
});
