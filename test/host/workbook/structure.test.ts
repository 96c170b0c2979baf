import { MAX_COLUMNS, MAX_ROWS } from '../../../host/workbook/model';
import { area, enter, fill, formulaOf, newSheet, refusalOf, shown, textOf, valueOf } from './sheetText';

const rows = (top: number, bottom = top) => ({ top: top - 1, bottom: bottom - 1, left: 0, right: MAX_COLUMNS - 1 });
const columns = (letters: string) => area(`${letters}:${letters}`);

describe('references follow inserted and deleted rows', () => {
  test.each([
    ['=A5', '=A6', '=A4'],
    ['=A2', '=A2', '=A2'],
    ['=A3', '=A4', '=#REF!'],
    ['=SUM(A1:A5)', '=SUM(A1:A6)', '=SUM(A1:A4)'],
    ['=SUM(A3:A3)', '=SUM(A4:A4)', '=SUM(#REF!)'],
    ['=SUM(A3:A5)', '=SUM(A4:A6)', '=SUM(A3:A4)'],
    ['=SUM($A$1:$B$3)', '=SUM($A$1:$B$4)', '=SUM($A$1:$B$2)'],
    ['=SUM(A:A)', '=SUM(A:A)', '=SUM(A:A)'],
    ['=SUM(3:5)', '=SUM(4:6)', '=SUM(3:4)'],
    ['=Sheet1!$A$5', '=Sheet1!$A$6', '=Sheet1!$A$4'],
    ['="A5"&Other!A5', '="A5"&Other!A5', '="A5"&Other!A5'],
    ['=LOG10(A5)', '=LOG10(A6)', '=LOG10(A4)'],
    ['=tbl5[A5]+A5', '=tbl5[A5]+A6', '=tbl5[A5]+A4'],
    ["='A5'!A5", "='A5'!A5", "='A5'!A5"],
  ])('%s becomes %s and %s', (formula, inserted, deleted) => {
    for (const [shift, after] of [
      ['insert', inserted],
      ['delete', deleted],
    ] as const) {
      const { sheet, book } = newSheet();
      const other = book.addSheet('Watch');
      const prefix = formula.includes('!') ? formula : formula.replace(/(?<![\w[])(\$?A\$?\d|\$?A:|3:)/, 'Sheet1!$1');
      sheet.setFormula(0, 20, formula);
      other.setFormula(0, 0, prefix);
      if (shift === 'insert') sheet.insert(rows(3), 'Down');
      else sheet.delete(rows(3), 'Up');
      expect(sheet.formula(0, 20)).toBe(after);
      if (prefix !== formula)
        expect(formulaOf(other, 'A1')).toBe(after.replace(/(?<![\w[])(\$?A\$?\d|\$?A:|\d:|#REF!)/, 'Sheet1!$1'));
    }
  });

  test('a name, a conditional format, a validation, a link, a merge, the print area and frozen rows move along', () => {
    const { sheet, book } = newSheet();
    book.names.push({ id: 'n', name: 'total', formula: 'Sheet1!$A$5', scope: null, comment: '', visible: true });
    sheet.conditionalFormats.push({
      id: 'c',
      areas: [area('A1:A9')],
      rule: { type: 'custom', formula: '=$A5>1' },
      style: {},
      stopIfTrue: false,
    });
    sheet.validations.push({
      areas: [area('B5:B9')],
      rule: { type: 'list', inCellDropDown: true, source: '=$D$5:$D$6' },
      ignoreBlanks: true,
      errorAlert: { show: true, style: 'Stop', title: '', message: '' },
      prompt: { show: false, title: '', message: '' },
    });
    sheet.hyperlinks.push({ area: area('A5'), address: '', documentReference: 'Sheet1!A9', screenTip: '' });
    sheet.merges.push(area('A5:B6'));
    sheet.pageLayout.printArea = area('A1:C9');
    sheet.pageLayout.titleRows = { top: 0, bottom: 3 };
    sheet.freeze = { rows: 4, columns: 0 };
    sheet.insert(rows(3, 4), 'Down');
    expect(book.names[0]?.formula).toBe('Sheet1!$A$7');
    expect(sheet.conditionalFormats[0]).toMatchObject({ areas: [area('A1:A11')], rule: { formula: '=$A7>1' } });
    expect(sheet.validations[0]).toMatchObject({ areas: [area('B7:B11')], rule: { source: '=$D$7:$D$8' } });
    expect(sheet.hyperlinks[0]).toMatchObject({ area: area('A7'), documentReference: 'Sheet1!A11' });
    expect(sheet.merges).toEqual([area('A7:B8')]);
    expect(sheet.pageLayout).toMatchObject({ printArea: area('A1:C11'), titleRows: { top: 0, bottom: 5 } });
    expect(sheet.freeze).toEqual({ rows: 6, columns: 0 });
  });

  test('cells, heights, hidden rows and styles move', () => {
    const { sheet } = newSheet('1\n2\n3\n4');
    sheet.setRowHeight(2, 2, 30);
    sheet.setRowHidden(3, 3, true);
    sheet.patchStyle(area('A3'), { font: { bold: true } });
    sheet.insert(rows(2, 3), 'Down');
    expect(shown(sheet, 'A1:A6')).toBe('1\n\n\n2\n3\n4');
    expect([sheet.rowHeight(4), sheet.rowHidden(5), sheet.style(4, 0).font.bold]).toEqual([30, true, true]);
    sheet.delete(rows(1, 4), 'Up');
    expect(shown(sheet, 'A1:A3')).toBe('3\n4\n');
    expect([sheet.rowHeight(0), sheet.rowHidden(1), sheet.style(0, 0).font.bold]).toEqual([30, true, true]);
  });
});

describe('columns and blocks', () => {
  test('a deleted column takes its references along', () => {
    const { sheet } = newSheet('1 | 2 | 3 | =A1+C1 | =B1');
    sheet.setColumnWidth(2, 2, 20);
    sheet.delete(columns('B'), 'Left');
    expect([formulaOf(sheet, 'C1'), formulaOf(sheet, 'D1'), textOf(sheet, 'C1'), textOf(sheet, 'D1')]).toEqual([
      '=A1+B1',
      '=#REF!',
      '4',
      '#REF!',
    ]);
    expect(sheet.columnWidth(1)).toBe(20);
  });

  test('cells shift within their columns only, or within their rows', () => {
    const { sheet } = newSheet('1 | 2 | 3\n4 | 5 | 6');
    fill(sheet, '=B2 | =SUM(A1:B2)', 'A9');
    sheet.insert(area('B1:B1'), 'Down');
    expect(shown(sheet, 'A1:C3')).toBe('1 |  | 3\n4 | 2 | 6\n | 5 |');
    expect([formulaOf(sheet, 'A9'), formulaOf(sheet, 'B10')]).toEqual(['=B3', '=SUM(A1:B2)']);
    sheet.delete(area('A1:B1'), 'Left');
    expect(shown(sheet, 'A1:C3')).toBe('3 |  |\n4 | 2 | 6\n | 5 |');
  });

  test('contents are not pushed off the sheet', () => {
    const { sheet } = newSheet();
    sheet.setValue(MAX_ROWS - 1, 0, 1);
    sheet.setValue(0, MAX_COLUMNS - 1, 1);
    expect(refusalOf(() => sheet.insert(rows(1), 'Down'))).toBe('InsertDeleteConflict');
    expect(refusalOf(() => sheet.insert(columns('A'), 'Right'))).toBe('InsertDeleteConflict');
    expect(sheet.value(MAX_ROWS - 1, 0)).toBe(1);
  });

  test('values are worked out anew after a move', () => {
    const { sheet } = newSheet('1\n2\n3\n=SUM(A1:A3)');
    expect(valueOf(sheet, 'A4')).toBe(6);
    sheet.delete(rows(2), 'Up');
    expect([formulaOf(sheet, 'A3'), valueOf(sheet, 'A3')]).toEqual(['=SUM(A1:A2)', 4]);
  });
});

describe('sheets', () => {
  test('formulas follow a new name and lose a deleted sheet', () => {
    const { sheet, book } = newSheet('1');
    const other = book.addSheet('Watch');
    fill(other, "=Sheet1!A1 | ='Sheet1'!A1+Sheet10!A1 | =SUM(Sheet1!A:A)");
    book.names.push({ id: 'n', name: 'one', formula: 'Sheet1!$A$1', scope: null, comment: '', visible: true });
    book.renameSheet(sheet, "Q1 '24");
    expect([0, 1, 2].map((column) => other.formula(0, column))).toEqual([
      "='Q1 ''24'!A1",
      "='Q1 ''24'!A1+Sheet10!A1",
      "=SUM('Q1 ''24'!A:A)",
    ]);
    expect(book.names[0]?.formula).toBe("'Q1 ''24'!$A$1");
    book.deleteSheet(sheet);
    expect([other.formula(0, 0), textOf(other, 'A1'), book.names[0]?.formula]).toEqual(['=#REF!', '#REF!', '#REF!']);
  });

  test('a formula finds a sheet that is added later', () => {
    const { sheet, book } = newSheet('=Later!A1');
    expect(textOf(sheet, 'A1')).toBe('#REF!');
    enter(book.addSheet('Later'), 'A1', '7');
    expect(textOf(sheet, 'A1')).toBe('7');
  });

  test('a copy has its own tables, and formulas that stay within it', () => {
    const { sheet, book } = newSheet('Name | Amount\nAcme | 5\n | \n=SUM(deals[Amount]) | =Sheet1!B2');
    book.addTable(sheet, area('A1:B2'), true, 'deals');
    const copy = book.copySheet(sheet, 1);
    expect([copy.name, copy.tables[0]?.name]).toEqual(['Sheet1 (2)', 'deals1']);
    enter(copy, 'B2', '9');
    expect([copy.formula(3, 0), textOf(copy, 'A4'), copy.formula(3, 1), textOf(sheet, 'A4')]).toEqual([
      '=SUM(deals1[Amount])',
      '9',
      "='Sheet1 (2)'!B2",
      '5',
    ]);
  });

  test.each([
    ['', 'InvalidArgument'],
    ['x'.repeat(32), 'InvalidArgument'],
    ['a:b', 'InvalidArgument'],
    ['a\\b', 'InvalidArgument'],
    ['a/b', 'InvalidArgument'],
    ['a?', 'InvalidArgument'],
    ['a*', 'InvalidArgument'],
    ['[a', 'InvalidArgument'],
    ['a]', 'InvalidArgument'],
    ["'a", 'InvalidArgument'],
    ["a'", 'InvalidArgument'],
    ['history', 'InvalidArgument'],
    ['SHEET1', 'ItemAlreadyExists'],
    ["it's fine", ''],
    ['x'.repeat(31), ''],
  ])('the name %p: %p', (name, code) => {
    const { book } = newSheet();
    expect(refusalOf(() => book.addSheet(name))).toBe(code);
    const other = book.addSheet('Another');
    if (code !== '') expect(refusalOf(() => book.renameSheet(other, name))).toBe(code);
  });

  test('the last visible sheet stays', () => {
    const { sheet, book } = newSheet();
    const other = book.addSheet('Hidden');
    other.visibility = 'VeryHidden';
    expect(refusalOf(() => book.deleteSheet(sheet))).toBe('InvalidOperation');
    expect(refusalOf(() => (sheet.visibility = 'Hidden'))).toBe('InvalidOperation');
    expect(refusalOf(() => book.activate(other))).toBe('InvalidOperation');
    other.visibility = 'Visible';
    book.deleteSheet(sheet);
    expect(book.activeSheet).toBe(other);
  });
});
