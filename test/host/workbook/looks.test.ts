import { conditionalStyle } from '../../../host/workbook/conditionalFormat';
import type { ConditionalRule, DifferentialStyle, ValidationRule } from '../../../host/workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../../../host/workbook/model';
import { brokenValidation, isValid, listChoices } from '../../../host/workbook/validation';
import { area, enter, fill, newSheet } from './sheetText';

describe('styles', () => {
  test('equal styles share an index, a patch keeps what it does not name', () => {
    const { sheet, book } = newSheet();
    sheet.patchStyle(area('A1'), { font: { bold: true } });
    sheet.patchStyle(area('A1'), { fill: '#FF0000' });
    sheet.patchStyle(area('B1'), { fill: '#FF0000', font: { bold: true } });
    expect(sheet.styleIndex(0, 0)).toBe(sheet.styleIndex(0, 1));
    expect(sheet.style(0, 0)).toMatchObject({ fill: '#FF0000', numberFormat: 'General', font: { bold: true, name: 'Calibri' } });
    expect(book.styles.get(0).font.bold).toBe(false);
  });

  test('a tall stretch of a column takes a style over whatever its cells, rows and column had', () => {
    const { sheet } = newSheet();
    sheet.patchStyle(area('B:B'), { fill: '#00FF00' });
    sheet.patchStyle(area('700:701'), { fill: '#0000FF' });
    sheet.patchStyle(area('B5'), { fill: '#FF0000' });
    sheet.patchStyle(area('B2:B1500'), { font: { bold: true } });
    const looks = (row: number) => [sheet.style(row, 1).fill, sheet.style(row, 1).font.bold];
    expect([0, 1, 4, 699, 700, 1000, 1499, 1500].map(looks)).toEqual([
      ['#00FF00', false],
      ['#00FF00', true],
      ['#FF0000', true],
      ['#0000FF', true],
      ['#0000FF', true],
      ['#00FF00', true],
      ['#00FF00', true],
      ['#00FF00', false],
    ]);
    sheet.clear(area('B2:B1500'), 'All');
    expect(looks(1000)).toEqual([null, false]);
  });

  test('a cell’s own style goes before its row’s, and that before its column’s', () => {
    const { sheet } = newSheet();
    sheet.patchStyle(area('B:B'), { fill: '#00FF00' });
    sheet.patchStyle(area('2:2'), { font: { bold: true } });
    sheet.patchStyle(area('C3'), { font: { italic: true } });
    const looks = (row: number, column: number) => [sheet.style(row, column).fill, sheet.style(row, column).font.bold];
    expect([looks(0, 1), looks(1, 1), looks(1, 5), looks(5, 1), looks(0, 0)]).toEqual([
      ['#00FF00', false],
      ['#00FF00', true],
      [null, true],
      ['#00FF00', false],
      [null, false],
    ]);
    sheet.patchStyle(area('C:C'), { fill: '#0000FF' });
    expect([looks(1, 2), looks(2, 2), sheet.style(2, 2).font.italic]).toEqual([['#0000FF', true], ['#0000FF', false], true]);
    sheet.clear({ top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 }, 'Formats');
    expect([looks(1, 1), looks(2, 2), looks(1, 5)]).toEqual([
      [null, false],
      [null, false],
      [null, false],
    ]);
  });

  test('all but the first rows of columns are formatted at once', () => {
    const { sheet } = newSheet();
    sheet.patchStyle({ top: 1, bottom: MAX_ROWS - 1, left: 0, right: 9 }, { numberFormat: '@' });
    expect([
      sheet.style(0, 0).numberFormat,
      sheet.style(1, 0).numberFormat,
      sheet.style(MAX_ROWS - 1, 9).numberFormat,
      sheet.style(5, 10).numberFormat,
    ]).toEqual(['General', '@', '@', 'General']);
    expect(sheet.usedArea(true)).toBeNull();
  });

  test('the used area grows with contents, and with formats where they count', () => {
    const { sheet } = newSheet();
    expect(sheet.usedArea(false)).toBeNull();
    enter(sheet, 'B700', 1);
    enter(sheet, 'D3', 1);
    sheet.patchStyle(area('F800'), { fill: '#FF0000' });
    expect(sheet.usedArea(true)).toEqual(area('B3:D700'));
    expect(sheet.usedArea(false)).toEqual(area('B3:F800'));
    sheet.clear(area('B700'), 'All');
    expect(sheet.usedArea(true)).toEqual(area('D3'));
  });

  test('cells are visited row by row', () => {
    const { sheet } = newSheet('1 | 2\n3 |');
    sheet.patchStyle(area('C1'), { fill: '#FF0000' });
    enter(sheet, 'B2000', '=A1');
    const seen: string[] = [];
    sheet.forEachCell(area('A:Z'), (row, column, content) => seen.push(`${row},${column} ${content.kind}`));
    expect(seen).toEqual(['0,0 value', '0,1 value', '0,2 empty', '1,0 value', '1999,1 formula']);
  });
});

describe('rows and columns', () => {
  test('are kept as runs', () => {
    const { sheet } = newSheet();
    sheet.setColumnWidth(1, 3, 20);
    sheet.setColumnHidden(2, 2, true);
    sheet.setRowHeight(4, 9, 30);
    sheet.setRowHeight(6, 6, 0);
    expect(sheet.columnRuns()).toEqual([
      { left: 1, right: 1, width: 20, hidden: false, level: 0, style: 0 },
      { left: 2, right: 2, width: 20, hidden: true, level: 0, style: 0 },
      { left: 3, right: 3, width: 20, hidden: false, level: 0, style: 0 },
    ]);
    expect([sheet.rowHeight(5), sheet.rowHidden(6), sheet.rowHeight(6), sheet.rowHeight(10)]).toEqual([30, true, 30, 15]);
    sheet.setColumnWidth(1, 3, 20);
    expect(sheet.columnRuns()).toHaveLength(1);
  });

  test('fit their contents', () => {
    const { sheet } = newSheet('Wide enough for this text | 1\nx | 2');
    enter(sheet, 'A3', 'a sentence of many words that has to be broken into several lines');
    sheet.patchStyle(area('A3'), { wrap: true });
    sheet.autofitColumns(0, 2);
    const [wide, narrow, untouched] = [0, 1, 2].map((column) => sheet.columnWidth(column));
    expect(wide).toBeGreaterThan(20);
    expect(wide).toBeLessThan(32);
    expect(narrow).toBeLessThan(3);
    expect(untouched).toBe(64 / 7);
    sheet.autofitRows(0, 2);
    expect(sheet.rowHeight(0)).toBe(15);
    expect(sheet.rowHeight(2)).toBeGreaterThanOrEqual(45);
  });
});

describe('conditional formats', () => {
  const red: DifferentialStyle = { fill: '#FF0000' };
  const withRule = (text: string, rule: ConditionalRule, address = 'A1:A9') => {
    const { sheet } = newSheet(text);
    sheet.conditionalFormats.push({ id: 'c', areas: [area(address)], rule, style: red, stopIfTrue: false });
    return sheet;
  };
  const marked = (sheet: ReturnType<typeof withRule>, rows: number): string =>
    Array.from({ length: rows }, (_none, row) => (conditionalStyle(sheet, row, 0) === null ? '-' : 'x')).join('');

  test.each<[string, ConditionalRule, string]>([
    ['custom', { type: 'custom', formula: '=$A1>$A$2' }, '--xx-'],
    ['cellValue', { type: 'cellValue', operator: 'Between', formula1: '2', formula2: '=2+1' }, '-xx--'],
    ['cellValue', { type: 'cellValue', operator: 'NotEqualTo', formula1: '=A$2' }, 'x-xxx'],
    ['containsText', { type: 'containsText', operator: 'BeginsWith', text: '4' }, '---x-'],
    ['presetCriteria', { type: 'presetCriteria', criterion: 'Blanks' }, '----x'],
    ['presetCriteria', { type: 'presetCriteria', criterion: 'AboveAverage' }, '--xx-'],
    ['topBottom', { type: 'topBottom', kind: 'BottomItems', rank: 2 }, 'xx---'],
    ['topBottom', { type: 'topBottom', kind: 'TopPercent', rank: 50 }, '--xx-'],
  ])('%s: %p', (_type, rule, expected) => {
    expect(marked(withRule('1\n2\n3\n4', rule), 5)).toBe(expected);
  });

  test('duplicates are found without regard to case', () => {
    expect(marked(withRule('Acme\nacme\nBirch\n5', { type: 'presetCriteria', criterion: 'DuplicateValues' }), 4)).toBe('xx--');
  });

  test('texts of a cell value rule are compared as texts', () => {
    expect(marked(withRule('open\nOpen\nclosed', { type: 'cellValue', operator: 'EqualTo', formula1: '="open"' }), 3)).toBe(
      'xx-',
    );
  });

  test('a colour scale mixes its colours', () => {
    const sheet = withRule('0\n50\n100', {
      type: 'colorScale',
      stops: [
        { kind: 'lowest', color: '#000000' },
        { kind: 'highest', color: '#FFFFFF' },
      ],
    });
    expect([0, 1, 2].map((row) => conditionalStyle(sheet, row, 0)?.fill)).toEqual(['#000000', '#808080', '#FFFFFF']);
  });

  test('the first format wins, the next adds, one that stops ends it', () => {
    const sheet = withRule('5', { type: 'custom', formula: 'A1=5' });
    const always: ConditionalRule = { type: 'custom', formula: '=TRUE' };
    sheet.conditionalFormats.push({
      id: 'd',
      areas: [area('A1')],
      rule: always,
      style: { fill: '#00FF00', font: { bold: true } },
      stopIfTrue: true,
    });
    sheet.conditionalFormats.push({
      id: 'e',
      areas: [area('A1')],
      rule: always,
      style: { font: { italic: true } },
      stopIfTrue: false,
    });
    expect(conditionalStyle(sheet, 0, 0)).toEqual({ fill: '#FF0000', font: { bold: true } });
    enter(sheet, 'A1', 6);
    expect(conditionalStyle(sheet, 0, 0)).toEqual({ fill: '#00FF00', font: { bold: true } });
  });
});

describe('validation', () => {
  const withRule = (rule: ValidationRule) => {
    const { sheet } = newSheet();
    fill(sheet, 'Open\nExpected\n | ', 'D1');
    sheet.validations.push({
      areas: [area('A1:A9')],
      rule,
      ignoreBlanks: true,
      errorAlert: { show: true, style: 'Stop', title: 'No', message: 'Not so' },
      prompt: { show: false, title: '', message: '' },
    });
    return sheet;
  };

  test.each<[ValidationRule, string, boolean]>([
    [{ type: 'list', inCellDropDown: true, source: 'Open, Expected' }, 'Open', true],
    [{ type: 'list', inCellDropDown: true, source: 'Open, Expected' }, 'open', false],
    [{ type: 'list', inCellDropDown: true, source: '=$D$1:$D$3' }, 'open', true],
    [{ type: 'list', inCellDropDown: true, source: '=$D$1:$D$3' }, 'Closed', false],
    [{ type: 'list', inCellDropDown: true, source: '=$D$1:$D$3' }, '', true],
    [{ type: 'wholeNumber', operator: 'Between', formula1: '1', formula2: '10' }, '10', true],
    [{ type: 'wholeNumber', operator: 'Between', formula1: '1', formula2: '10' }, '2.5', false],
    [{ type: 'decimal', operator: 'GreaterThan', formula1: '=1+1' }, '2.5', true],
    [{ type: 'decimal', operator: 'GreaterThan', formula1: '=1+1' }, 'x', false],
    [{ type: 'date', operator: 'GreaterThanOrEqual', formula1: '1/1/2024' }, '3/4/2024', true],
    [{ type: 'date', operator: 'GreaterThanOrEqual', formula1: '1/1/2024' }, '3/4/2023', false],
    [{ type: 'textLength', operator: 'LessThanOrEqual', formula1: '3' }, 'abcd', false],
    [{ type: 'custom', formula: '=ISNUMBER(A1)' }, '5', true],
    [{ type: 'custom', formula: '=ISNUMBER(A2)' }, '5', false],
    [{ type: 'custom', formula: '=LEN(A1)<3' }, 'ab', true],
    [{ type: 'custom', formula: '=LEN(A1)<3' }, 'abc', false],
  ])('%p lets %p in: %p', (rule, entry, isLetIn) => {
    const sheet = withRule(rule);
    expect(brokenValidation(sheet, 2, 0, entry) === null).toBe(isLetIn);
    expect(sheet.value(2, 0)).toBeNull();
  });

  test('gives its choices, and says of what stands there whether it is right', () => {
    const sheet = withRule({ type: 'list', inCellDropDown: true, source: '=$D$1:$D$3' });
    expect(listChoices(sheet, 0, 0)).toEqual(['Open', 'Expected']);
    expect(listChoices(sheet, 0, 1)).toBeNull();
    enter(sheet, 'A1', 'Closed');
    enter(sheet, 'A2', 'Open');
    expect([isValid(sheet, 0, 0), isValid(sheet, 1, 0), isValid(sheet, 2, 0), isValid(sheet, 0, 3)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

test('what begins with "=" and is no formula is refused, with a sign it is a text', () => {
  const { sheet } = newSheet();
  expect(() => enter(sheet, 'A1', '=1+')).toThrow("There's a problem with this formula.");
  enter(sheet, 'A1', '+1 (555) 123');
  expect(sheet.value(0, 0)).toBe('+1 (555) 123');
});
