import { createWorkbook } from '../../../host/workbook/workbook';
import { area, enter, fill, newSheet, newWorkbook, textOf, valueOf } from '../workbook/sheetText';

describe('a formula’s value', () => {
  test('follows every cell it looks at, near and far', () => {
    const { sheet, book } = newSheet('1 | =A1+1 | =B1+1 | =SUM(A1:C1)');
    const other = book.addSheet('Other');
    fill(other, '=Sheet1!D1*10');
    expect(textOf(other, 'A1')).toBe('60');
    enter(sheet, 'A1', 2);
    expect(textOf(other, 'A1')).toBe('90');
    enter(sheet, 'B1', '');
    expect(textOf(other, 'A1')).toBe('30');
  });

  test('follows cells that come into an empty place of a range', () => {
    const { sheet } = newSheet('=SUM(B:B)');
    expect(valueOf(sheet, 'A1')).toBe(0);
    enter(sheet, 'B70000', 5);
    expect(valueOf(sheet, 'A1')).toBe(5);
    sheet.clear(area('B:B'), 'All');
    expect(valueOf(sheet, 'A1')).toBe(0);
  });

  test('follows a running total far down', () => {
    const { sheet } = newSheet('1');
    for (let row = 1; row < 3000; row++) sheet.setFormula(row, 0, `=A${row}+1`);
    sheet.setFormula(0, 1, '=SUM(A:A)');
    expect(sheet.value(2999, 0)).toBe(3000);
    expect(valueOf(sheet, 'B1')).toBe((3000 * 3001) / 2);
    enter(sheet, 'A1', 2);
    expect(valueOf(sheet, 'B1')).toBe((3000 * 3001) / 2 + 3000);
  });

  test('follows names, tables and what INDIRECT and OFFSET find', () => {
    const { sheet, book } = newSheet('5 | =rate*2 | =INDIRECT("A1") | =OFFSET(A1,0,0)');
    expect(textOf(sheet, 'B1')).toBe('#NAME?');
    book.names.push({ id: 'n', name: 'rate', formula: '10', scope: null, comment: '', visible: true });
    sheet.touch({ kind: 'names', sheet: null, trigger: 'load' });
    expect(textOf(sheet, 'B1')).toBe('20');
    expect([textOf(sheet, 'C1'), textOf(sheet, 'D1')]).toEqual(['5', '5']);
    enter(sheet, 'A1', 6);
    expect([textOf(sheet, 'C1'), textOf(sheet, 'D1')]).toEqual(['6', '6']);
  });

  test('of a name that names itself is an error, not a hang', () => {
    const { sheet, book } = newSheet('=loop');
    book.names.push({ id: 'n', name: 'loop', formula: 'loop+1', scope: null, comment: '', visible: true });
    expect(textOf(sheet, 'A1')).toBe('#NAME?');
  });
});

describe('a circle of references', () => {
  test('comes to 0', () => {
    const { sheet } = newSheet('=A1 | =C1+1 | =B1+1 | =B1+5');
    expect(['A1', 'B1', 'C1'].map((cell) => valueOf(sheet, cell))).toEqual([0, 0, 0]);
    expect(valueOf(sheet, 'D1')).toBe(5);
    enter(sheet, 'C1', 3);
    expect(valueOf(sheet, 'B1')).toBe(4);
  });

  test('ends too where it is very long, or goes through a range', () => {
    const { sheet } = newSheet();
    for (let row = 0; row < 2000; row++) sheet.setFormula(row, 0, `=A${((row + 1) % 2000) + 1}+1`);
    expect(typeof sheet.value(0, 0)).toBe('number');
    sheet.setFormula(0, 1, '=SUM(B:B)+1');
    expect(valueOf(sheet, 'B1')).toBe(0);
  });
});

test('formulas in a long row wait for each other without end of the stack', () => {
  const { sheet } = newSheet('1');
  for (let row = 1; row < 20_000; row++) sheet.setFormula(row, 0, `=A${row}+1`);
  expect(sheet.value(19_999, 0)).toBe(20_000);
});

describe('values that a file brings along', () => {
  const loaded = () => {
    const book = newWorkbook();
    const sheet = book.transact('load', () => {
      const made = book.addSheet('Data');
      made.setFormula(0, 0, '=XLOOKUP(C1,D:D,E:E)+B1', 999);
      made.setFormula(1, 0, '=A1+1', 1000);
      made.setFormula(2, 0, '=C1+1');
      made.setValue(0, 1, 1);
      made.setValue(0, 2, 7);
      return made;
    });
    return { book, sheet };
  };

  test('hold while nothing changes that they look at', () => {
    const { book, sheet } = loaded();
    const other = book.addSheet('Other');
    enter(other, 'B1', 5);
    book.addTable(other, area('A1:B3'), true);
    book.names.push({ id: 'n', name: 'x', formula: '1', scope: null, comment: '', visible: true });
    sheet.touch({ kind: 'names', sheet: null, trigger: 'addin' });
    enter(sheet, 'H600', 5);
    book.calculate(true);
    expect(['A1', 'A2', 'A3'].map((cell) => textOf(sheet, cell))).toEqual(['999', '1000', '8']);
  });

  test('go where it does', () => {
    const { sheet } = loaded();
    enter(sheet, 'C1', 8);
    expect(['A1', 'A2', 'A3'].map((cell) => textOf(sheet, cell))).toEqual(['#NAME?', '#NAME?', '9']);
  });

  test('of clock functions are not taken', () => {
    const { sheet, book } = newSheet();
    book.transact('load', () => sheet.setFormula(0, 0, '=TODAY()', 1));
    expect(valueOf(sheet, 'A1')).toBe(45356);
  });
});

describe('manual calculation', () => {
  test('keeps values until it is asked for', () => {
    const { sheet, book } = newSheet('1 | =A1*2');
    expect(textOf(sheet, 'B1')).toBe('2');
    book.calculationMode = 'Manual';
    enter(sheet, 'A1', 5);
    enter(sheet, 'C1', '=B1+A1');
    expect([textOf(sheet, 'B1'), textOf(sheet, 'C1')]).toEqual(['2', '7']);
    book.calculate(false);
    expect([textOf(sheet, 'B1'), textOf(sheet, 'C1')]).toEqual(['10', '15']);
    enter(sheet, 'A1', 6);
    book.calculationMode = 'Automatic';
    expect(textOf(sheet, 'C1')).toBe('18');
  });
});

test('the clock is the workbook’s', () => {
  let now = Date.UTC(2024, 0, 31);
  const book = createWorkbook('clock.xlsx', { clock: () => now });
  const sheet = book.addSheet(null);
  fill(sheet, '=TODAY()');
  expect(textOf(sheet, 'A1')).toBe('1/31/2024');
  now = Date.UTC(2024, 1, 1);
  enter(sheet, 'B1', 1);
  expect(textOf(sheet, 'A1')).toBe('2/1/2024');
});
