import { enter, formatOf, formulaOf, newSheet, refusalOf, textOf, valueOf } from './sheetText';

const typed = (entry: string): { value: unknown; format: string; shown: string } => {
  const { sheet } = newSheet();
  enter(sheet, 'B2', entry);
  const value = valueOf(sheet, 'B2');
  return {
    value: typeof value === 'object' && value !== null ? value.error : value,
    format: formatOf(sheet, 'B2'),
    shown: textOf(sheet, 'B2'),
  };
};

describe('an entry in a General cell is read as Excel reads it (on 5 March 2024)', () => {
  test.each([
    ['5', 5, 'General', '5'],
    ['+5', 5, 'General', '5'],
    ['-5', -5, 'General', '-5'],
    [' 5 ', 5, 'General', '5'],
    ['(5)', -5, 'General', '-5'],
    ['00123', 123, 'General', '123'],
    ['.5', 0.5, 'General', '0.5'],
    ['5.', 5, 'General', '5'],
    ['1,234', 1234, '#,##0', '1,234'],
    ['1,234.50', 1234.5, '#,##0.00', '1,234.50'],
    ['-1,234.5', -1234.5, '#,##0.00', '-1,234.50'],
    ['$5', 5, '$#,##0_);[Red]($#,##0)', '$5 '],
    ['-$1,234.50', -1234.5, '$#,##0.00_);[Red]($#,##0.00)', '($1,234.50)'],
    ['($5.00)', -5, '$#,##0.00_);[Red]($#,##0.00)', '($5.00)'],
    ['€12', 12, '[$€]#,##0', '€12'],
    ['12%', 0.12, '0%', '12%'],
    ['12.5%', 0.125, '0.00%', '12.50%'],
    ['1e3', 1000, '0.00E+00', '1.00E+03'],
    ['1 1/2', 1.5, '# ?/?', '1 1/2'],
    ['0 3/16', 0.1875, '# ??/??', '  3/16'],
    ['3/4/2024', 45355, 'm/d/yyyy', '3/4/2024'],
    ['3-4-24', 45355, 'm/d/yyyy', '3/4/2024'],
    ['2024-03-05', 45356, 'm/d/yyyy', '3/5/2024'],
    ['2026-03', 46082, 'mmm-yy', 'Mar-26'],
    ['1-2', 45293, 'd-mmm', '2-Jan'],
    ['1/2', 45293, 'd-mmm', '2-Jan'],
    ['Mar-24', 45375, 'd-mmm', '24-Mar'],
    ['Mar-45', 16497, 'mmm-yy', 'Mar-45'],
    ['March 2024', 45352, 'mmm-yy', 'Mar-24'],
    ['5 March 2024', 45356, 'd-mmm-yy', '5-Mar-24'],
    ['March 5, 2024', 45356, 'd-mmm-yy', '5-Mar-24'],
    ['2/29/1900', 60, 'm/d/yyyy', '2/29/1900'],
    ['1/1/29', 47119, 'm/d/yyyy', '1/1/2029'],
    ['1/1/30', 10959, 'm/d/yyyy', '1/1/1930'],
    ['10:30', 0.4375, 'h:mm', '10:30'],
    ['10:30 PM', 0.9375, 'h:mm AM/PM', '10:30 PM'],
    ['1 p', 13 / 24, 'h:mm AM/PM', '1:00 PM'],
    ['25:00', 25 / 24, '[h]:mm:ss', '25:00:00'],
    ['3/4/2024 10:30', 45355.4375, 'm/d/yyyy h:mm', '3/4/2024 10:30'],
    ['TRUE', true, 'General', 'TRUE'],
    ['false', false, 'General', 'FALSE'],
    ['#N/A', '#N/A', 'General', '#N/A'],
    ['#div/0!', '#DIV/0!', 'General', '#DIV/0!'],
  ])('%s', (entry, value, format, shown) => {
    expect(typed(entry)).toEqual({ value, format, shown });
  });

  test.each([
    'Acme Ltd',
    '1,23',
    '13/1/2024',
    '2/30/2024',
    '1.5.2',
    '-',
    '--',
    '1/1/10000',
    '0x12',
    'Infinity',
    '12 apples',
    '5 USD',
    '1e999',
    'INV-7',
    ' ',
    '$',
    '%',
    '2026-13',
    '10:75',
    '13:00 PM',
  ])('%p is a text', (entry) => {
    expect(typed(entry)).toEqual({ value: entry, format: 'General', shown: entry });
  });
});

describe('formulas', () => {
  test.each([
    ['=1+1', '=1+1', 2],
    ['+1+1', '=+1+1', 2],
    ['-A1', '=-A1', 0],
    ['+1-800', '=+1-800', -799],
  ])('%s is entered as %s', (entry, formula, value) => {
    const { sheet } = newSheet();
    enter(sheet, 'B2', entry);
    expect(formulaOf(sheet, 'B2')).toBe(formula);
    expect(valueOf(sheet, 'B2')).toBe(value);
  });

  test('take the look of a date, an amount or a share they refer to', () => {
    const { sheet } = newSheet('3/4/2024 | $5.00 | 7');
    enter(sheet, 'A2', '=A1+1');
    enter(sheet, 'B2', '=B1');
    enter(sheet, 'C2', '=C1');
    enter(sheet, 'D2', '=TODAY()');
    expect([textOf(sheet, 'A2'), textOf(sheet, 'B2').trim(), textOf(sheet, 'C2'), textOf(sheet, 'D2')]).toEqual([
      '3/5/2024',
      '$5.00',
      '7',
      '3/5/2024',
    ]);
  });
});

describe('texts as they are', () => {
  test.each(['2026-03', '00123', '1-2', 'TRUE', '=1+1', '+1-800', "'quoted", '#N/A', '5%'])(
    '%s in a cell of format "@"',
    (entry) => {
      const { sheet } = newSheet();
      sheet.patchStyle({ top: 0, left: 0, bottom: 1_048_575, right: 0 }, { numberFormat: '@' });
      enter(sheet, 'A9', entry);
      expect([valueOf(sheet, 'A9'), textOf(sheet, 'A9'), formatOf(sheet, 'A9')]).toEqual([entry, entry, '@']);
    },
  );

  test.each(['2026-03', '=1+1', ''])('an apostrophe before %p', (entry) => {
    const { sheet } = newSheet();
    enter(sheet, 'A1', `'${entry}`);
    expect(valueOf(sheet, 'A1')).toBe(entry);
    expect(sheet.style(0, 0).quotePrefix).toBe(true);
    enter(sheet, 'A1', '5');
    expect(sheet.style(0, 0).quotePrefix).toBe(false);
  });

  test('a cell with a format of its own keeps it', () => {
    const { sheet } = newSheet();
    sheet.patchStyle({ top: 0, left: 0, bottom: 0, right: 0 }, { numberFormat: '0.00%' });
    enter(sheet, 'A1', '12');
    expect([valueOf(sheet, 'A1'), textOf(sheet, 'A1')]).toEqual([0.12, '12.00%']);
  });
});

test('an empty entry empties the cell and leaves its style', () => {
  const { sheet } = newSheet('12%');
  enter(sheet, 'A1', '');
  expect(sheet.content(0, 0)).toEqual({ kind: 'empty' });
  expect(formatOf(sheet, 'A1')).toBe('0%');
});

test('a text longer than a cell holds is refused', () => {
  const { sheet } = newSheet();
  expect(refusalOf(() => enter(sheet, 'A1', 'x'.repeat(32_768)))).toBe('InvalidArgument');
  expect(refusalOf(() => enter(sheet, 'A1', 'x'.repeat(32_767)))).toBe('');
});

test.each([
  [0.1 + 0.2, 'General', '0.3'],
  [12345678901, 'General', '12345678901'],
  [123456789012, 'General', '1.23457E+11'],
  [1234.56789012, 'General', '1234.56789'],
  [1e-10, 'General', '1E-10'],
  [-5, '#,##0.00;(#,##0.00)', '(5.00)'],
  [45356, 'yyyy-mm', '2024-03'],
  [60, 'm/d/yyyy', '2/29/1900'],
  [-1, 'm/d/yyyy', '########'],
  ['x', '0;-0;;"text "@', 'text x'],
  ['x', '0.00', 'x'],
  [true, '0.00', 'TRUE'],
  [5, 'no "format', '5'],
])('%p by %p shows %p', (value, numberFormat, text) => {
  const { sheet } = newSheet();
  sheet.setValue(0, 0, value);
  sheet.patchStyle({ top: 0, left: 0, bottom: 0, right: 0 }, { numberFormat });
  expect(textOf(sheet, 'A1')).toBe(text);
});
