/** Cells copied and moved as pasting does. */
import { copyCells, moveCells } from '../../../host/workbook/copyCells';
import { setFilter } from '../../../host/workbook/filter';
import { area, enter, fill, formatOf, formulaOf, newSheet, shown, valueOf } from './sheetText';

test('a copied formula keeps its distances, its look comes along', () => {
  const { sheet } = newSheet('10 | =A1*2\n20 |');
  sheet.patchStyle(area('B1'), { numberFormat: '0.00' });
  expect(copyCells(sheet, area('B1'), sheet, area('B2'), 'all')).toEqual(area('B2'));
  expect(formulaOf(sheet, 'B2')).toBe('=A2*2');
  expect(shown(sheet, 'B1:B2')).toBe('20.00\n40.00');
});

test('one cell fills a larger area, two cells as often as they fit', () => {
  const { sheet } = newSheet('1\n2\n3\n4\n=A1*10');
  expect(copyCells(sheet, area('A5'), sheet, area('B5:D6'), 'all')).toEqual(area('B5:D6'));
  expect(formulaOf(sheet, 'D6')).toBe('=D2*10');
  copyCells(sheet, area('A1:A2'), sheet, area('F1:F6'), 'all');
  expect(shown(sheet, 'F1:F6')).toBe('1\n2\n1\n2\n1\n2');
  expect(copyCells(sheet, area('A1:A2'), sheet, area('G1:G5'), 'all')).toEqual(area('G1:G2'));
});

test('values are what formulas come to, in the look of the place', () => {
  const { sheet } = newSheet('10 | =A1*2');
  sheet.patchStyle(area('B1'), { numberFormat: '0.00' });
  copyCells(sheet, area('B1'), sheet, area('D1'), 'values');
  expect(formulaOf(sheet, 'D1')).toBe(20);
  expect(formatOf(sheet, 'D1')).toBe('General');
});

test('an empty cell that is copied empties the place; a text stays a text', () => {
  const { sheet } = newSheet("'=A9 | 1 |");
  fill(sheet, 'a|b|c', 'A3');
  copyCells(sheet, area('A1:C1'), sheet, area('A3'), 'all');
  expect(shown(sheet, 'A3:C3')).toBe('=A9 | 1 |');
  expect(valueOf(sheet, 'A3')).toBe('=A9');
});

/** A table of three rows, of which a filter shows the first and the last. */
function filtered(): ReturnType<typeof newSheet> {
  const all = newSheet('Name | Amount | Double\na | 1 | =B2*2\nb | 2 | =B3*2\na | 3 | =B4*2');
  const table = all.book.addTable(all.sheet, area('A1:C4'), true);
  const [names] = table.columns;
  if (names === undefined) throw new Error('the table has no column');
  setFilter(all.sheet, table, names, { kind: 'values', values: ['a'] });
  return all;
}

test('rows that a filter hides are not copied, and formulas keep their distances all the same', () => {
  const { sheet } = filtered();
  expect(copyCells(sheet, area('A2:C4'), sheet, area('E10'), 'all')).toEqual(area('E10:G11'));
  expect(shown(sheet, 'E10:G12')).toBe('a | 1 | 2\na | 3 | 6\n |  |');
  expect([formulaOf(sheet, 'G10'), formulaOf(sheet, 'G11')]).toEqual(['=F10*2', '=F11*2']);
});

test('a row that a filter hides is copied where there is no other', () => {
  const { sheet } = filtered();
  expect(copyCells(sheet, area('A3:C3'), sheet, area('E10'), 'all')).toEqual(area('E10:G10'));
  expect(shown(sheet, 'E10:G10')).toBe('b | 2 | 4');
});

test('rows that a person hid are copied with the others, as in Excel', () => {
  const { sheet } = newSheet('1\n2\n3');
  sheet.setRowHidden(1, 1, true);
  expect(copyCells(sheet, area('A1:A3'), sheet, area('C1'), 'all')).toEqual(area('C1:C3'));
  expect(shown(sheet, 'C1:C3')).toBe('1\n2\n3');
});

test('a copy that overlaps what is copied takes it as it was', () => {
  const { sheet } = newSheet('1\n2\n3');
  copyCells(sheet, area('A1:A3'), sheet, area('A2'), 'all');
  expect(shown(sheet, 'A1:A4')).toBe('1\n1\n2\n3');
});

test('whole columns are copied as far as they are used', () => {
  const { sheet } = newSheet('1\n2');
  expect(copyCells(sheet, area('A:A'), sheet, area('C:C'), 'all')).toEqual(area('C:C'));
  expect(shown(sheet, 'C1:C3')).toBe('1\n2\n');
});

test('what refers to moved cells goes with them, on its sheet and from others', () => {
  const { book, sheet } = newSheet('10 | =A1*2');
  const other = book.addSheet('Other');
  enter(other, 'A1', '=SUM(Sheet1!A1:A2)+Sheet1!$A$1');
  enter(sheet, 'A2', '5');
  moveCells(sheet, area('A1:A2'), sheet, 9, 3);
  expect(shown(sheet, 'A1:A2')).toBe('\n');
  expect(formulaOf(sheet, 'B1')).toBe('=D10*2');
  expect(formulaOf(other, 'A1')).toBe('=SUM(Sheet1!D10:D11)+Sheet1!$D$10');
  expect(valueOf(other, 'A1')).toBe(25);
});

test('a formula moved to another sheet goes on reading where it read', () => {
  const { book, sheet } = newSheet('10 | =A1*2 | =B1+1');
  const other = book.addSheet('Other');
  moveCells(sheet, area('B1'), other, 0, 0);
  expect(formulaOf(other, 'A1')).toBe('=Sheet1!A1*2');
  expect(formulaOf(sheet, 'C1')).toBe('=Other!A1+1');
  expect(valueOf(sheet, 'C1')).toBe(21);
});

test('links go with moved cells and take the place of others', () => {
  const { book, sheet } = newSheet('site | old');
  const other = book.addSheet('Other');
  const link = (address: string, at: string) => ({ area: area(at), address, documentReference: '', screenTip: '' });
  sheet.hyperlinks.push(link('https://a.example', 'A1'), link('https://c.example', 'C1'));
  other.hyperlinks.push(link('https://b.example', 'B2'), link('https://d.example', 'D2'));
  moveCells(sheet, area('A1:B1'), other, 1, 1);
  expect(sheet.hyperlinks).toEqual([link('https://c.example', 'C1')]);
  expect(other.hyperlinks).toEqual([link('https://d.example', 'D2'), link('https://a.example', 'B2')]);
});

test('cells put right under a table make it longer', () => {
  const { book, sheet } = newSheet('Name | Amount\na | 1\n\n');
  fill(sheet, 'x | 7', 'D9');
  const table = book.addTable(sheet, area('A1:B2'), true);
  book.transact('person', () => copyCells(sheet, area('D9:E9'), sheet, area('A3'), 'all'));
  expect(table.area).toEqual(area('A1:B3'));
});
