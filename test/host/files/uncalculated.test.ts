/** Files whose formulas nobody calculated: what the host makes of them, and that nothing reads as blank or zero. */

import { openWorkbook, patient, silent } from '../../excel/support/open';
import { cellsOf, oneSheet, readParts } from './support/parts';

const EXCEL = '<calcPr calcId="191029"/>';
const LIBRARY = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';

/** Cells of one row after two with the numbers 2 and 3, in a file that ends with the given `calcPr`. */
function read(cells: string, calcPr: string): { readonly cells: string[]; readonly problems: string[] } {
  const parts = oneSheet(`<row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c></row><row r="2">${cells}</row>`);
  parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('</sheets>', `</sheets>${calcPr}`);
  const result = readParts(parts);
  return { cells: cellsOf(result).slice(2), problems: result.problems.map(({ code, what }) => `${code} ${what}`) };
}

test.each([
  ['no value', '<c r="A2"><f>A1*B1</f></c>'],
  ['an empty value', '<c r="A2"><f>A1*B1</f><v/></c>'],
  ['an empty value with both tags', '<c r="A2"><f>A1*B1</f><v></v></c>'],
])('%s: the formula is worked out, whatever the mode', (_, cell) => {
  for (const calcPr of ['', EXCEL, LIBRARY, '<calcPr calcId="191029" calcMode="manual"/>'])
    expect(read(cell, calcPr)).toEqual({ cells: ['A2 =A1*B1 → 6'], problems: [] });
});

test.each([
  ['0', '<c r="A2"><f>A1*B1</f><v>0</v></c>'],
  ['0.0', '<c r="A2"><f>A1*B1</f><v>0.0</v></c>'],
  ['an empty text', '<c r="A2" t="str"><f>A1*B1</f><v></v></c>'],
])('%s from a program that cannot calculate is worked out; from Excel it holds', (_, cell) => {
  for (const calcPr of ['', LIBRARY]) expect(read(cell, calcPr).cells).toEqual(['A2 =A1*B1 → 6']);
  expect(read(cell, EXCEL).cells).not.toEqual(['A2 =A1*B1 → 6']);
});

test('a function that the host does not know: an error and a finding, never blank or zero', () => {
  const error = { cells: ['A2 =LOGEST(A1:B1) → #NAME?'], problems: ['formulaNotCalculated A2 =LOGEST(A1:B1)'] };
  expect(read('<c r="A2"><f>LOGEST(A1:B1)</f></c>', EXCEL)).toEqual(error);
  expect(read('<c r="A2"><f>LOGEST(A1:B1)</f><v>0</v></c>', LIBRARY)).toEqual(error);
  expect(read('<c r="A2"><f>[1]Rates!A1</f></c>', EXCEL)).toEqual({
    cells: ['A2 =[1]Rates!A1 → #NAME?'],
    problems: ['formulaNotCalculated A2 =[1]Rates!A1'],
  });
});

test('its zero holds where Excel calculated it, or the file has other results', () => {
  expect(read('<c r="A2"><f>LOGEST(A1:B1)</f><v>0</v></c>', EXCEL).cells).toEqual(['A2 =LOGEST(A1:B1) → 0']);
  expect(read('<c r="A2"><f>LOGEST(A1:B1)</f><v>0</v></c><c r="B2"><f>A1*B1</f><v>6</v></c>', '')).toEqual({
    cells: ['A2 =LOGEST(A1:B1) → 0', 'B2 =A1*B1 → 6'],
    problems: [],
  });
});

test('formulas that look at each other, shared ones and those of names are worked out', () => {
  const cells =
    '<c r="A2"><f t="shared" ref="A2:C2" si="0">A1*2</f></c><c r="B2"><f t="shared" si="0"/></c><c r="C2"><f>SUM(A2:B2)+D2</f></c><c r="D2"><f>IF(A1=2,A2,LOGEST(A1:B1))</f></c>';
  expect(read(cells, LIBRARY)).toEqual({
    cells: ['A2 =A1*2 → 4', 'B2 =B1*2 → 6', 'C2 =SUM(A2:B2)+D2 → 14', 'D2 =IF(A1=2,A2,LOGEST(A1:B1)) → 4'],
    problems: [],
  });
});

test('an array formula’s further cells and a follower without its master are errors, not blank', () => {
  expect(read('<c r="A2"><f t="array" ref="A2:C2">A1:B1*2</f></c><c r="C2"><v>7</v></c>', LIBRARY)).toEqual({
    cells: ['A2 =A1:B1*2 → 4', 'B2 #CALC!', 'C2 7'],
    problems: ['formulaNotCalculated A2:C2'],
  });
  expect(read('<c r="A2"><f t="shared" si="3"/></c><c r="B2"><f t="dataTable" ref="B2"/></c>', EXCEL)).toEqual({
    cells: ['A2 #CALC!', 'B2 #CALC!'],
    problems: ['cellUnreadable A2', 'formulaNotCalculated A2', 'formulaNotCalculated B2'],
  });
});

test('the add-in reads values, not blanks', async () => {
  const lines = [1, 2, 3].map(
    (row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><f>A${row}*100</f><v>0</v></c></row>`,
  );
  const book = openWorkbook(readParts(oneSheet(lines.join(''))).workbook);
  const [grid] = await book.port.readSources(silent, patient());
  expect(grid?.values).toEqual([
    [1, 100],
    [2, 200],
    [3, 300],
  ]);
});
