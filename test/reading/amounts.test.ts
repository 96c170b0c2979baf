import { decideDecimal, isBlankWord, parseAmount } from '../../src/reading/amounts';
import { scaleOfHeader } from '../../src/reading/scale';

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
  ['$13.50 ', '.', 13.5],
  ['$ 1,234.00 USD', '.', 1234],
  ['1,234.00 (USD)', '.', 1234],
  ['USD (1,234.00)', '.', -1234],
  ['1\u202f234,50', ',', 1234.5],
  ['1’234.50', '.', 1234.5],
  ['12 345 678,9', ',', 12345678.9],
  ['45.045,045', ',', 45045.045],
  ['$7,961.172', '.', 7961.172],
  ['1689.330', '.', 1689.33],
  ['1.000,00-*', ',', -1000],
  ['1.234,56 **', ',', 1234.56],
  ['50,- €', ',', 50],
  ['1.000,–', ',', 1000],
  ['Rs.1,23,456', '.', 123456],
  ['Rs. 1,23,456', '.', 123456],
  ['kr. 50,25', ',', 50.25],
  ['R$ 1.234,56', ',', 1234.56],
  ['Rp2.252.252,25', ',', 2252252.25],
  [' - ', '.', 0],
  ['–', '.', 0],
  ['$342.09K', '.', 342090],
  ['1.2M', '.', 1200000],
  ['3,4 Mio', ',', 3400000],
  ['3,4 Mio. €', ',', 3400000],
  ['12 Tsd. EUR', ',', 12000],
  ['17 TEUR', ',', 17000],
  ['k€ 4,5', ',', 4500],
  ['£1.005m', '.', 1005000],
  ['(1.1k)', '.', -1100],
  ['(-1,234.00)', '.', -1234],
  ['-(1,234.00)', '.', -1234],
  ['1,234.00 CR', '.', 1234],
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
  ['12%', '.'],
  ['12.5 %', '.'],
  ['D-1042', '.'],
  ['30D', '.'],
  ['INV 1042', '.'],
  ['$5 EUR', '.'],
  ['5,', '.'],
  ['1.234.', '.'],
  ['1,2345,678', '.'],
  ['5 CR DR', '.'],
  ['9007199254740993', '.'],
  ['99999999999999999999.00', '.'],
  ['(5', '.'],
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

test('credit and debit beside an amount are told, not signed', () => {
  const side = (text: string): string | undefined => parseAmount(text, ',')?.side;
  expect(['1.234,00 CR', '1.234,00Cr.', '1.234,00 H', 'Cr 5'].map(side)).toEqual(['cr', 'cr', 'cr', 'cr']);
  expect(['1.234,00 DR', '1.234,00 S', 'EUR 5,00 Dr', '5,00 EUR DR'].map(side)).toEqual(['dr', 'dr', 'dr', 'dr']);
  expect(['1.234,00', '-5', '5 EUR'].map(side)).toEqual(['', '', '']);
});

test('words for nothing are blank; a zero is not', () => {
  for (const word of ['', 'null', 'NULL', 'n/a', 'N/A', '—', '--', 'None']) expect(isBlankWord(word)).toBe(true);
  for (const word of ['-', '0', '0.00', '#N/A', 'n.a.']) expect(isBlankWord(word)).toBe(false);
});

test('the currency of an amount that says it twice is the surer one', () => {
  expect(parseAmount('$5.00 CAD', '.')?.mark).toBe('CAD');
  expect(parseAmount('C$5.00 $', '.')?.mark).toBe('C$');
  expect(parseAmount('US $ 5.00', '.')?.mark).toBe('US$');
});

test.each([
  ['Amount', 1],
  ['Amount (EUR)', 1],
  ['Net USD', 1],
  ['Account 4000', 1],
  ['Market value', 1],
  ['Amount (in thousands)', 1000],
  ['Betrag in Tsd. EUR', 1000],
  ['Umsatz TEUR', 1000],
  ['ARR (T€)', 1000],
  ['ARR k€', 1000],
  ['Revenue (USD k)', 1000],
  ['Revenue in 000s', 1000],
  ["Amount (£'000)", 1000],
  ['Amount ($000s)', 1000],
  ['Montant en milliers', 1000],
  ['Importe (miles de €)', 1000],
  ['Betrag in 1.000 EUR', 1000],
  ['Amount ($K)', 1000],
  ['TCV $m', 1000000],
  ['Amount (EUR mn)', 1000000],
  ['Betrag in Mio. €', 1000000],
  ['Revenue in millions', 1000000],
  ['Omzet (x 1.000)', 1000],
  ['Over 250 000', 1],
  ['Revenue (K)', 1000],
] as const)('under “%s” amounts are counted in %d', (header, scale) => {
  expect(scaleOfHeader(header)).toBe(scale);
});
