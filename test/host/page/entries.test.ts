/** Cells as other programs get them. */
import { WHOLE_SHEET } from '../../../host/workbook/area';
import { copiedForms } from '../../../host/page/entries';
import { area, newSheet } from '../workbook/sheetText';

test('cells are text with tabs and a table; what is hidden is left out', () => {
  const { sheet } = newSheet('Name | Amount | Note\na | 7 | x\nb | 8 | y');
  sheet.setRowHidden(1, 1, true);
  sheet.setColumnHidden(2, 2, true);
  sheet.patchStyle(area('A1'), { font: { bold: true } });
  const { text, html } = copiedForms(sheet, area('A1:C3'));
  expect(text).toBe('Name\tAmount\r\nb\t8');
  expect(html).toBe(
    '<table><tr><td style="font-weight:bold">Name</td><td>Amount</td></tr>' +
      '<tr><td>b</td><td style="text-align:right">8</td></tr></table>',
  );
});

test.each([
  ['', WHOLE_SHEET, ''],
  ['a\nb', area('A:A'), 'a\r\nb'],
  ['a', area('D4:F9'), ''],
  ['a | b', area('A1:B2'), 'a\tb'],
])('no farther than the sheet is used: %j', (cells, copied, text) => {
  expect(copiedForms(newSheet(cells).sheet, copied).text).toBe(text);
});

test('line ends, tabs and quotes inside a cell are quoted', () => {
  const { sheet } = newSheet();
  sheet.setValue(0, 0, 'two\nlines of "text"');
  expect(copiedForms(sheet, area('A1'))).toEqual({
    text: '"two\nlines of ""text"""',
    html: '<table><tr><td>two<br>lines of &quot;text&quot;</td></tr></table>',
  });
});
