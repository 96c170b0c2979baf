import { quietMs } from '../../support/quietTime';
import { newSheet } from '../workbook/sheetText';

/** Generous: many times what a quiet machine takes, so that only a slip of kind, not of luck, is caught. */
const SLOW = 15_000;
const ROWS = 100_000;

test('a million constants are set and held cheaply', () => {
  const { sheet, book } = newSheet();
  const before = process.memoryUsage();
  const time = quietMs(() =>
    book.transact('load', () => {
      for (let row = 0; row < ROWS; row++) for (let column = 0; column < 10; column++) sheet.setValue(row, column, row * column);
    }),
  );
  const after = process.memoryUsage();
  expect(time).toBeLessThan(SLOW / 3);
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(40e6);
  expect(sheet.value(ROWS - 1, 9)).toBe((ROWS - 1) * 9);
});

test('100,000 line formulas and 300 SUMIFS over them are worked out, and again after an edit', () => {
  const { sheet, book } = newSheet();
  book.transact('load', () => {
    for (let row = 0; row < ROWS; row++) {
      sheet.setValue(row, 0, `key-${row % 300}`);
      sheet.setValue(row, 1, row);
      sheet.setValue(row, 2, 1);
      sheet.setFormula(row, 3, `=B${row + 1}-C${row + 1}`);
    }
    for (let row = 0; row < 300; row++) sheet.setFormula(row, 5, `=SUMIFS(D:D,A:A,"key-${row}",B:B,">=0")`);
  });
  const expected = (row: number): number => {
    let total = 0;
    for (let each = row; each < ROWS; each += 300) total += each - 1;
    return total;
  };
  const first = quietMs(() => book.calculate(false));
  expect(sheet.value(299, 5)).toBe(expected(299));
  sheet.enter(299, 2, 101);
  const again = quietMs(() => expect(sheet.value(299, 5)).toBe(expected(299) - 100));
  expect(first).toBeLessThan(SLOW);
  expect(again).toBeLessThan(SLOW / 5);
});

test('10,000 exact lookups over 5,000 rows', () => {
  const { sheet, book } = newSheet();
  book.transact('load', () => {
    for (let row = 0; row < 5000; row++) {
      sheet.setValue(row, 0, `id-${row}`);
      sheet.setValue(row, 1, row);
    }
    for (let row = 0; row < 10_000; row++) sheet.setFormula(row, 3, `=INDEX(B:B,MATCH("ID-${row % 5000}",A:A,0))`);
  });
  expect(quietMs(() => book.calculate(false))).toBeLessThan(SLOW);
  expect(sheet.value(9999, 3)).toBe(4999);
});
