import { MAX_COLUMNS } from '../../../host/workbook/model';
import { clearFilters, setFilter } from '../../../host/workbook/filter';
import { sortTable } from '../../../host/workbook/sort';
import { area, enter, fill, formulaOf, newSheet, refusalOf, shown, textOf, valueOf } from './sheetText';

const DEALS = `
Deal | Amount | Twice
D-1  | 100    | =[@Amount]*2
D-2  | 300    | =[@Amount]*2
D-3  | 200    | =[@Amount]*2
`;

function deals() {
  const made = newSheet(DEALS);
  const table = made.book.addTable(made.sheet, area('A1:C4'), true, 'deals');
  fill(
    made.sheet,
    '=SUM(deals[Amount]) | =SUBTOTAL(9,deals[Amount]) | =SUBTOTAL(109,deals[Amount]) | =deals[[#Headers],[Amount]]',
    'F1',
  );
  return { ...made, table };
}

describe('a table is made', () => {
  test('with a name of its own for each column', () => {
    const { sheet, book } = newSheet('Name | name | | 2024\n1 | 2 | 3 | 4');
    const table = book.addTable(sheet, area('A1:D2'), true);
    expect(table.columns.map((column) => column.name)).toEqual(['Name', 'name2', 'Column3', '2024']);
    expect(shown(sheet, 'A1:D1')).toBe('Name | name2 | Column3 | 2024');
    expect(valueOf(sheet, 'D1')).toBe('2024');
    expect([table.name, table.number]).toEqual(['Table1', 1]);
  });

  test('with a header row above where there is none', () => {
    const { sheet, book } = newSheet('1 | 2\n3 | 4');
    const table = book.addTable(sheet, area('A1:B2'), false);
    expect(table.area).toEqual(area('A1:B3'));
    expect(shown(sheet, 'A1:B3')).toBe('Column1 | Column2\n1 | 2\n3 | 4');
  });

  test.each([
    ['deals', 'ItemAlreadyExists'],
    ['DEALS', 'ItemAlreadyExists'],
    ['A1', 'InvalidArgument'],
    ['R1C1', 'InvalidArgument'],
    ['two words', 'InvalidArgument'],
    ['1st', 'InvalidArgument'],
    ['', 'InvalidArgument'],
    ['taken', 'ItemAlreadyExists'],
    ['tbl.ok_1', ''],
  ])('under the name %p: %p', (name, code) => {
    const { sheet, book } = deals();
    book.names.push({ id: 'n', name: 'Taken', formula: '1', scope: null, comment: '', visible: true });
    expect(refusalOf(() => book.addTable(sheet, area('K1:L2'), true, name))).toBe(code);
    const other = book.addTable(sheet, area('N1:O2'), true);
    expect(refusalOf(() => book.renameTable(other, name === 'tbl.ok_1' ? 'tbl.ok_2' : name))).toBe(code);
  });

  test('but never over another', () => {
    const { sheet, book, table } = deals();
    expect(() => book.addTable(sheet, area('C4:D6'), true)).toThrow("A table can't overlap another table.");
    expect(refusalOf(() => book.addTable(sheet, area('C4:D6'), true))).toBe('InvalidArgument');
    const other = book.addTable(sheet, area('A6:B8'), true);
    expect(refusalOf(() => book.resizeTable(sheet, table, area('A1:C7')))).toBe('InvalidArgument');
    expect(sheet.tables).toEqual([table, other]);
  });
});

describe('formulas follow', () => {
  test('a new name of the table', () => {
    const { sheet, book, table } = deals();
    book.renameTable(table, 'Deals_2024');
    expect(formulaOf(sheet, 'F1')).toBe('=SUM(Deals_2024[Amount])');
    expect([textOf(sheet, 'F1'), textOf(sheet, 'C2')]).toEqual(['600', '200']);
  });

  test('a new header of a column, by any hand', () => {
    const { sheet, table } = deals();
    enter(sheet, 'B1', 'Net [EUR]');
    expect(table.columns[1]?.name).toBe('Net [EUR]');
    expect(formulaOf(sheet, 'F1')).toBe("=SUM(deals[Net '[EUR']])");
    expect(formulaOf(sheet, 'C2')).toBe("=[@[Net '[EUR']]]*2");
    expect([textOf(sheet, 'F1'), textOf(sheet, 'C2'), textOf(sheet, 'I1')]).toEqual(['600', '200', 'Net [EUR]']);
  });

  test('a header that is taken or empty gets a name of its own', () => {
    const { sheet } = deals();
    enter(sheet, 'B1', 'deal');
    enter(sheet, 'A1', '');
    expect(shown(sheet, 'A1:C1')).toBe('Column1 | deal2 | Twice');
    sheet.clear(area('A1:B1'), 'Contents');
    expect(shown(sheet, 'A1:B1')).toBe('Column1 | Column2');
  });

  test('rows and columns put into the table', () => {
    const { sheet, table } = deals();
    sheet.insert({ top: 2, bottom: 2, left: 0, right: MAX_COLUMNS - 1 }, 'Down');
    sheet.insert(area('B:B'), 'Right');
    expect(table.area).toEqual(area('A1:D5'));
    expect(table.columns.map((column) => column.name)).toEqual(['Deal', 'Column1', 'Amount', 'Twice']);
    enter(sheet, 'C3', '50');
    expect(textOf(sheet, 'G1')).toBe('650');
    sheet.delete(area('D:D'), 'Left');
    expect(table.columns.map((column) => column.name)).toEqual(['Deal', 'Column1', 'Amount']);
  });

  test('the end of the table: they name its cells', () => {
    const { sheet, book, table } = deals();
    book.removeTable(sheet, table);
    expect(['C2', 'F1', 'I1'].map((cell) => formulaOf(sheet, cell))).toEqual([
      '=$B2*2',
      '=SUM(Sheet1!$B$2:$B$4)',
      '=Sheet1!$B$1',
    ]);
    expect([textOf(sheet, 'A1'), textOf(sheet, 'C2'), textOf(sheet, 'F1')]).toEqual(['Deal', '200', '600']);
    enter(sheet, 'B2', 150);
    expect([textOf(sheet, 'C2'), textOf(sheet, 'F1')]).toEqual(['300', '650']);
  });
});

describe('cells of a table move together or not at all', () => {
  test.each([
    ['insert', 'A2:B2', 'InsertDeleteConflict'],
    ['insert', 'A2:C2', ''],
    ['insert', 'A9:B9', ''],
    ['delete', 'A1:C1', 'InsertDeleteConflict'],
    ['delete', 'B3:C3', 'InsertDeleteConflict'],
    ['delete', 'A1:C4', ''],
  ] as const)('%s %s: %p', (work, address, code) => {
    const { sheet } = deals();
    expect(refusalOf(() => (work === 'insert' ? sheet.insert(area(address), 'Down') : sheet.delete(area(address), 'Up')))).toBe(
      code,
    );
  });
});

describe('a person’s entries', () => {
  test('under a table make it longer and fill its formulas', () => {
    const { sheet, book, table } = deals();
    book.transact('person', () => enter(sheet, 'A4', 'D-3'));
    const third = table.columns[2];
    if (third !== undefined) third.calculated = 'deals[[#This Row],[Amount]]*2';
    book.transact('person', () => enter(sheet, 'B5', '400'));
    expect(table.area).toEqual(area('A1:C5'));
    expect([textOf(sheet, 'C5'), textOf(sheet, 'F1')]).toEqual(['800', '1000']);
  });

  test('of a formula fill an empty column', () => {
    const { sheet, book } = deals();
    const table = book.addTable(sheet, area('K1:L4'), true);
    fill(sheet, 'N | M\n1\n2\n3', 'K1');
    book.transact('person', () => enter(sheet, 'L3', '=K3*10'));
    expect(shown(sheet, 'L2:L4')).toBe('10\n20\n30');
    expect(table.columns[1]?.calculated).toBe('K3*10');
  });

  test('through office.js do neither', () => {
    const { sheet, book, table } = deals();
    book.transact('addin', () => enter(sheet, 'A5', 'D-4'));
    expect(table.area).toEqual(area('A1:C4'));
  });
});

describe('filters and sorting', () => {
  test('a filter hides rows, and SUBTOTAL sees only the others', () => {
    const { sheet, table } = deals();
    expect([textOf(sheet, 'G1'), textOf(sheet, 'H1')]).toEqual(['600', '600']);
    const amount = table.columns[1];
    if (amount === undefined) throw new Error('no column');
    setFilter(sheet, table, amount, { kind: 'custom', criterion1: '>150', and: true });
    expect([1, 2, 3].map((row) => sheet.rowHidden(row))).toEqual([true, false, false]);
    expect([textOf(sheet, 'F1'), textOf(sheet, 'G1'), textOf(sheet, 'H1')]).toEqual(['600', '500', '500']);
    setFilter(sheet, table, amount, { kind: 'values', values: ['100'] });
    expect([1, 2, 3].map((row) => sheet.rowHidden(row))).toEqual([false, true, true]);
    clearFilters(sheet, table);
    sheet.setRowHidden(1, 1, true);
    expect([textOf(sheet, 'G1'), textOf(sheet, 'H1')]).toEqual(['600', '500']);
  });

  test('rows are sorted with their formulas, empty cells last', () => {
    const { sheet, table } = deals();
    enter(sheet, 'B2', '');
    sortTable(sheet, table, [{ key: 1, ascending: false }]);
    expect(shown(sheet, 'A2:C4')).toBe('D-2 | 300 | 600\nD-3 | 200 | 400\nD-1 |  | 0');
    sortTable(sheet, table, [{ key: 1, ascending: true }]);
    expect(shown(sheet, 'A2:A4')).toBe('D-3\nD-2\nD-1');
    expect(table.sort).toEqual([{ key: 1, ascending: true }]);
  });
});
