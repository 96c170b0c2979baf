/** Groups of rows and columns, folded or not, through a file and back. */

import { readXlsx } from '../../../host/files/readXlsx';
import { writeXlsx } from '../../../host/files/writeXlsx';
import type { Sheet, Workbook } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { oneSheet, partsOf, zipped } from './support/parts';
import { faultsOf } from './support/strictCheck';

/** `3-5:2h 7:1` for rows 3 to 5 on level 2, hidden, and row 7 on level 1. */
const rowsOf = (sheet: Sheet): string =>
  sheet
    .rowRuns()
    .map(({ top, bottom, level, hidden }) => `${top + 1}-${bottom + 1}:${level}${hidden ? 'h' : ''}`)
    .join(' ');
const columnsOf = (sheet: Sheet): string =>
  sheet
    .columnRuns()
    .map(({ left, right, level, hidden }) => `${left + 1}-${right + 1}:${level}${hidden ? 'h' : ''}`)
    .join(' ');

const first = (workbook: Workbook): Sheet => {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

const part = (bytes: Uint8Array): string => partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';

/** Rows 2 to 6 are grouped, rows 3 to 4 once more and folded; columns B to C are grouped and folded. */
function grouped(): Workbook {
  const workbook = createWorkbook('groups.xlsx');
  workbook.transact('load', () => {
    const sheet = workbook.addSheet('Lines');
    for (let row = 0; row < 8; row += 1) sheet.setValue(row, 0, row);
    sheet.changeRowLevels(1, 5, () => 1);
    sheet.changeRowLevels(2, 3, (level) => level + 1);
    sheet.setRowHidden(2, 3, true);
    sheet.changeColumnLevels(1, 2, () => 1);
    sheet.setColumnHidden(1, 2, true);
  });
  return workbook;
}

test('levels and folds are written as Excel reads them', () => {
  const bytes = writeXlsx(grouped());
  expect(faultsOf(bytes)).toEqual([]);
  const text = part(bytes);
  expect(text).toContain('<sheetFormatPr defaultRowHeight="15" outlineLevelRow="2" outlineLevelCol="1"/>');
  expect(text).toContain('<row r="2" outlineLevel="1">');
  expect(text).toContain('<row r="4" hidden="1" outlineLevel="2">');
  expect(text).toContain('<row r="5" outlineLevel="1" collapsed="1">');
  expect(text).toMatch(/<row r="6" outlineLevel="1">.*<row r="7">/);
  expect(text).toMatch(/<col min="2" max="3" [^>]*hidden="1" outlineLevel="1"\/><col min="4" max="4" [^>]*collapsed="1"\/>/);
});

test('groups read back as they were', () => {
  const again = first(readXlsx(writeXlsx(grouped()), 'again.xlsx').workbook);
  expect(rowsOf(again)).toBe('2-2:1 3-4:2h 5-6:1');
  expect(columnsOf(again)).toBe('2-3:1h');
});

test('groups of a file stay where another row of it changes, and follow inserted rows', () => {
  const { workbook } = readXlsx(writeXlsx(grouped()), 'groups.xlsx');
  const sheet = first(workbook);
  sheet.setValue(7, 0, 'changed');
  expect(rowsOf(first(readXlsx(writeXlsx(workbook), 'again.xlsx').workbook))).toBe('2-2:1 3-4:2h 5-6:1');
  sheet.insert({ top: 0, bottom: 1, left: 0, right: 16_383 }, 'Down');
  expect(rowsOf(first(readXlsx(writeXlsx(workbook), 'again.xlsx').workbook))).toBe('4-4:1 5-6:2h 7-8:1');
});

test('a group that opens is no longer marked as folded; one whose line stands above it keeps its mark', () => {
  const { workbook } = readXlsx(writeXlsx(grouped()), 'groups.xlsx');
  first(workbook).setRowHidden(2, 3, false);
  const opened = part(writeXlsx(workbook));
  expect(opened).toContain('<row r="4" outlineLevel="2">');
  expect(opened).toContain('<row r="5" outlineLevel="1">');
  const rows = '<row r="1" collapsed="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1" outlineLevel="1"/>';
  const above = readXlsx(
    zipped(oneSheet(rows, { before: '<sheetPr><outlinePr summaryBelow="0"/></sheetPr>' })),
    'above.xlsx',
  ).workbook;
  first(above).setValue(4, 0, 'new');
  expect(part(writeXlsx(above))).toContain('<row r="1" collapsed="1"><c r="A1"><v>1</v></c></row>');
});

test('a folded group in a folded one stays as the file has it, open or folded', () => {
  const hidden = (row: number, set: string): string => `<row r="${row}" hidden="1" ${set}><c r="A${row}"><v>1</v></c></row>`;
  const rows = (inner: string): string =>
    hidden(2, 'outlineLevel="2"') +
    hidden(3, `outlineLevel="1"${inner}`) +
    '<row r="4" collapsed="1"><c r="A4"><v>1</v></c></row>';
  for (const inner of ['', ' collapsed="1"']) {
    const { workbook } = readXlsx(zipped(oneSheet(rows(inner))), 'nested.xlsx');
    first(workbook).setValue(5, 0, 'new');
    expect(part(writeXlsx(workbook))).toContain(rows(inner));
  }
});

test.each(['-1', '9', '1.5', 'x'])('a level of %s is no reason to refuse a file', (level) => {
  const rows = `<row r="2" outlineLevel="${level}"><c r="A2"><v>1</v></c></row>`;
  const sheet = first(readXlsx(zipped(oneSheet(rows)), 'odd.xlsx').workbook);
  expect(rowsOf(sheet)).toBe(level === '9' ? '2-2:7' : '');
  expect(sheet.value(1, 0)).toBe(1);
});
