/** What a person does to selected cells. */
import { enterEverywhere, fill, fillOver } from '../../../host/page/actions';
import { entryOf } from '../../../host/page/entries';
import { WHOLE_SHEET } from '../../../host/workbook/area';
import { copyCells } from '../../../host/workbook/copyCells';
import type { Sheet } from '../../../host/workbook/model';
import { area, fill as enterLines, newSheet, refusalOf, shown } from '../workbook/sheetText';

const at = (address: string) => ({ row: area(address).top, column: area(address).left });

test('one entry goes into every selected cell; a formula keeps its distances from the cell it was typed in', () => {
  const { sheet } = newSheet('1 | 2\n3 | 4');
  enterEverywhere(sheet, [area('D1:E2'), area('D4')], at('D1'), '=A1*10');
  expect(shown(sheet, 'D1:E4')).toBe('10 | 20\n30 | 40\n |\n0 |');
  enterEverywhere(sheet, [area('D2'), area('E1:E2')], at('D2'), '2026-03-18');
  expect(shown(sheet, 'D1:E2')).toBe('10 | 3/18/2026\n3/18/2026 | 3/18/2026');
  enterEverywhere(sheet, [area('D1:E4')], at('D1'), '');
  expect(sheet.usedArea(true)).toEqual(area('A1:B2'));
});

test('more cells than anyone means are refused, not filled in part', () => {
  const { sheet } = newSheet('1');
  expect(refusalOf(() => enterEverywhere(sheet, [area('B:Z')], at('B1'), '7'))).toBe('InvalidArgument');
  expect(refusalOf(() => copyCells(sheet, area('A1'), sheet, WHOLE_SHEET, 'all'))).toBe('InvalidArgument');
  expect(sheet.usedArea(true)).toEqual(area('A1'));
});

test('a whole column is filled from its first cell', () => {
  const { sheet } = newSheet('7');
  fill(sheet, area('A:A'), 'down');
  expect(sheet.usedArea(true)).toEqual(area('A:A'));
});

test.each([
  ['A1:A2', 'A1:A5', 'A3:A5', '1\n2\n1'],
  ['A1:B1', 'A1:E1', 'C1:E1', '1 | =C1*2 | 1'],
  ['C4:C5', 'C1:C5', 'C1:C3', '6\n5\n6'],
])('%s drawn over %s repeats', (source, whole, part, repeated) => {
  const { sheet } = newSheet('1 | =A1*2\n2');
  enterLines(sheet, '5\n6', 'C4');
  fillOver(sheet, area(source), area(whole));
  expect(formulas(sheet, part)).toBe(repeated);
});

function formulas(sheet: Sheet, address: string): string {
  const { top, left, bottom, right } = area(address);
  const lines = Array.from({ length: bottom - top + 1 }, (_row, down) =>
    Array.from({ length: right - left + 1 }, (_cell, across) => entryOf(sheet, { row: top + down, column: left + across })),
  );
  return lines.map((line) => line.join(' | ')).join('\n');
}
