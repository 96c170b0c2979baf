/** Rows that a person can choose the header from. */

import { headerChoices } from '../../src/taskpane/headerChoices';
import { NO_HEADER } from '../../src/settings/mapping';
import { grid, source } from './support/workbook';

const REPORT = [
  ['Sales by customer', '', ''],
  ['January 2026', '', ''],
  ['', '', ''],
  ['', 'Date', 'Amount'],
  ['Acme Ltd', '', ''],
  ['', '2026-01-14', 1200],
];

function choices(headerRow: number, headerAt: readonly number[], more: object = {}) {
  const found = source('Sales invoices: A=id, B=date, C=amount', 0);
  const mapping = { ...found.mapping, headerRow, ...more };
  return headerChoices({ ...found, mapping, headerAt, area: 'A4:C6' }, grid('Sales', REPORT), mapping);
}

test('the rows around the header that hold something, with their words; and none', () => {
  expect(choices(3, [4]).map(({ rows, words }) => `${rows.join()} ${words}`)).toEqual([
    '1 Sales by customer',
    '2 January 2026',
    '4 Date · Amount',
    '5 Acme Ltd',
    '4,5 Date · Amount',
    '6 2026-01-14 · 1200',
    ' ',
  ]);
  expect(choices(3, [4]).at(-1)).toMatchObject({ headerRow: NO_HEADER, headerRows: 1 });
});

test('a header over two rows is among the choices', () => {
  const found = choices(4, [4, 5], { headerRows: 2 });
  expect(found).toContainEqual({ headerRow: 4, headerRows: 2, rows: [4, 5], words: 'Date · Amount' });
});

test('rows are counted from the top of their own table, where a sheet holds several', () => {
  expect(choices(0, [4]).map(({ headerRow, rows }) => [headerRow, ...rows])).toEqual([[0, 4], [1, 5], [1, 4, 5], [2, 6], [-1]]);
});

test('a table without a header offers its first rows', () => {
  expect(choices(NO_HEADER, []).map(({ headerRow, rows }) => [headerRow, ...rows])).toContainEqual([0, 4]);
});
