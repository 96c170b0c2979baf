/** Trials begin in copies of a workbook: these must hold all that the workbook holds, and be nobody else's. */

import { writeXlsx } from '../../host/files/writeXlsx';
import { readXlsx } from '../../host/files/readXlsx';
import type { Workbook } from '../../host/workbook/model';
import { storyBook } from './books';
import { copyOf } from './copy';
import { typeInto } from './edits';
import { standing } from './standing';

let reviewed: Uint8Array;
beforeAll(async () => {
  ({ reviewed } = await storyBook());
}, 120_000);

/** Without the file that it came from, of which a workbook's own file keeps parts. */
function fileOf(workbook: Workbook): string {
  workbook.origin = null;
  return Buffer.from(writeXlsx(workbook)).toString('base64');
}

const opened = (): Workbook => readXlsx(reviewed, 'book.xlsx').workbook;

test('a copy is saved to the same file, with the formulas, tables, charts, notes and settings of a result', () => {
  const workbook = opened();
  const copy = copyOf(workbook);
  expect(fileOf(copy)).toBe(fileOf(workbook));
  expect(copy.sheets.flatMap(({ charts }) => charts)).not.toEqual([]);
  expect(copy.settings.size).toBeGreaterThan(0);
  expect(copy.activeSheet.id).toBe(workbook.activeSheet.id);
});

test('what is typed into a copy does not reach the workbook, nor the other way round', () => {
  const workbook = opened();
  const before = standing(workbook);
  const copy = copyOf(workbook);
  typeInto(copy, 'tblExceptions', 2, 'Comment', 'only here');
  expect(standing(workbook)).toEqual(before);
  typeInto(workbook, 'tblExceptions', 2, 'Comment', 'only there');
  const found = copy.table('tblExceptions');
  const column = found?.table.columns.findIndex(({ name }) => name === 'Comment') ?? -1;
  expect(found?.sheet.value(found.table.area.top + 3, found.table.area.left + column)).toBe('only here');
});
