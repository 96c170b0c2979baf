/** Sheets that are no tidy table of records: they come in whole, or it is said what did not. */

import { errorValue } from '../../host/workbook/values';
import type { Scalar } from '../../host/workbook/model';
import { createWorkbook } from '../../host/workbook/workbook';
import { openBook, openWorkbook, patient, sheetOf, silent } from './support/open';
import type { OpenBook } from './support/open';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

const rows = (count: number): (string | number)[][] =>
  Array.from({ length: count }, (_, row) => (row === 0 ? ['No.', 'Net'] : [`INV-${row}`, row]));

async function grids(book: OpenBook) {
  return book.port.readSources(silent, patient());
}

async function sizes(book: OpenBook): Promise<string[]> {
  return (await grids(book)).map(({ sheet, table, values, top, left, apart }) =>
    [`${sheet} ${table ?? '-'} ${values.length}×${values[0]?.length ?? 0} from ${top},${left}`, ...(apart ?? [])].join(' apart '),
  );
}

function put(book: OpenBook, sheet: string, row: number, column: number, value: Scalar): void {
  book.workbook.transact('person', () => sheetOf(book.workbook, sheet).setValue(row, column, value));
}

describe('a stray cell', () => {
  test.each([
    [LAST_ROW, LAST_COLUMN, 'XFD1048576'],
    [LAST_ROW, 0, 'A1048576'],
    [0, LAST_COLUMN, 'XFD1'],
    [700_000, 300, 'KO700001'],
  ])('in row %p, column %p is told, and the table beside it read', async (row, column, address) => {
    const book = openBook({}, { Invoices: rows(3_000) });
    put(book, 'Invoices', row, column, 'x');
    expect(await sizes(book)).toEqual([`Invoices - 3000×2 from 0,0 apart ${address}`]);
  });

  test('near the table it is read with it', async () => {
    const book = openBook({}, { Invoices: rows(50) });
    put(book, 'Invoices', 900, 40, 'note');
    expect(await sizes(book)).toEqual(['Invoices - 901×41 from 0,0']);
  });

  test('the table keeps its name beside it', async () => {
    const book = openBook({}, { Invoices: rows(3_000) });
    const invoices = sheetOf(book.workbook, 'Invoices');
    book.workbook.transact('person', () =>
      book.workbook.addTable(invoices, { top: 0, left: 0, bottom: 2_999, right: 1 }, true, 'Sent'),
    );
    put(book, 'Invoices', LAST_ROW, LAST_COLUMN, 'x');
    expect(await sizes(book)).toEqual(['Invoices Sent 3000×2 from 0,0 apart XFD1048576']);
  });

  test('a second table far away is no stray cell: all between is read', async () => {
    const book = openBook({}, { Invoices: rows(3_000) });
    const invoices = sheetOf(book.workbook, 'Invoices');
    book.workbook.transact('person', () => {
      for (let row = 0; row < 3_000; row += 1) invoices.setValue(row, 1_000, `D-${row}`);
    });
    expect(await sizes(book)).toEqual(['Invoices - 3000×1001 from 0,0']);
  });

  test('cells all over the sheet are refused in words, with few requests', async () => {
    const book = openBook({}, { Invoices: rows(10) });
    book.workbook.transact('person', () => {
      for (let at = 0; at < 16_384; at += 25) sheetOf(book.workbook, 'Invoices').setValue(at * 64, at, 'x');
    });
    await expect(grids(book)).rejects.toHaveProperty(
      'trouble.what',
      'The sheet “Invoices” has cells filled all over A1:XEV1048001: more than Tieout can read.',
    );
    expect(book.host.requests.length).toBeLessThan(20);
  });
});

test('hidden and very hidden sheets are sources like any other, and say so', async () => {
  const book = openBook({}, { Invoices: rows(3), Deals: rows(3), Rates: rows(3) });
  sheetOf(book.workbook, 'Deals').visibility = 'Hidden';
  sheetOf(book.workbook, 'Rates').visibility = 'VeryHidden';
  expect((await grids(book)).map(({ sheet, isSheetHidden }) => [sheet, isSheetHidden])).toEqual([
    ['Invoices', undefined],
    ['Deals', true],
    ['Rates', true],
  ]);
});

describe('hidden rows', () => {
  async function hidden(prepare: (book: OpenBook) => void): Promise<number[]> {
    const book = openBook({}, { Invoices: rows(6) });
    book.workbook.transact('person', () => prepare(book));
    return (await grids(book)).map(({ values, hiddenRows }) => {
      expect(values).toEqual(rows(6));
      return hiddenRows;
    });
  }

  test('none, some, the header, all', async () => {
    const hide =
      (top: number, bottom: number) =>
      ({ workbook }: OpenBook) =>
        sheetOf(workbook, 'Invoices').setRowHidden(top, bottom, true);
    expect(await hidden(() => undefined)).toEqual([0]);
    expect(await hidden(hide(2, 3))).toEqual([2]);
    expect(await hidden(hide(0, 0))).toEqual([1]);
    expect(await hidden(hide(0, 5))).toEqual([6]);
    expect(await hidden(hide(6, 90))).toEqual([0]);
  });

  test('a table filtered through the API', async () => {
    const book = openBook({}, { Invoices: rows(6) });
    const invoices = sheetOf(book.workbook, 'Invoices');
    book.workbook.transact('person', () =>
      book.workbook.addTable(invoices, { top: 0, left: 0, bottom: 5, right: 1 }, true, 'Sent'),
    );
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('Sent').columns.getItem('Net').filter.applyCustomFilter('>3');
      await context.sync();
    });
    const [grid] = await grids(book);
    expect([grid?.hiddenRows, grid?.values.length]).toEqual([3, 6]);
  });

  test('hidden columns are read as any other', async () => {
    const book = openBook({}, { Invoices: rows(4) });
    book.workbook.transact('person', () => sheetOf(book.workbook, 'Invoices').setColumnHidden(0, 1, true));
    const [grid] = await grids(book);
    expect([grid?.values, grid?.hiddenRows]).toEqual([rows(4), 0]);
  });
});

test('merged cells: the first holds the value, the others are blank', async () => {
  const book = openBook({}, { Invoices: [['Invoices', 'of 2024'], ...rows(3)] });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Invoices').getRange('A1:B1').merge();
    await context.sync();
  });
  const [grid] = await grids(book);
  expect(grid?.values[0]).toEqual(['Invoices', '']);
});

test('errors of all kinds, booleans, long texts, days out of reach and very large numbers come as they are', async () => {
  const codes = [
    '#NULL!',
    '#DIV/0!',
    '#VALUE!',
    '#REF!',
    '#NAME?',
    '#NUM!',
    '#N/A',
    '#GETTING_DATA',
    '#SPILL!',
    '#CALC!',
  ] as const;
  const odd: Scalar[] = [
    true,
    false,
    'x'.repeat(32_767),
    '31.12.1899',
    0,
    -1,
    2_958_465,
    2 ** 53 + 2,
    1e300,
    -0.1,
    ' ',
    '\u00A0',
  ];
  const book = openBook({}, { Invoices: [] });
  book.workbook.transact('person', () => {
    const sheet = sheetOf(book.workbook, 'Invoices');
    codes.forEach((code, row) => sheet.setValue(row, 0, errorValue(code)));
    odd.forEach((value, row) => sheet.setValue(row, 1, value));
  });
  const [grid] = await grids(book);
  expect(grid?.values.map(([error]) => error)).toEqual([...codes, '', '']);
  expect(grid?.values.map(([, value]) => value)).toEqual(odd);
});

test('names of sheets with quotes, blanks and signs of formulas', async () => {
  const names = ["Q1 'final' list", '=Deals+1', '{Deals}', '2024', 'R1C1', 'Größe & Ü'];
  const book = openBook({}, Object.fromEntries(names.map((name) => [name, rows(3)])));
  // Names like numbers come first in a literal.
  expect((await grids(book)).map(({ sheet }) => sheet).sort()).toEqual([...names].sort());
  for (const name of names) await book.port.show(name, 'A2:B3');
});

test('a wide sheet comes whole', async () => {
  const workbook = createWorkbook();
  workbook.transact('load', () => {
    const sheet = workbook.addSheet('Wide');
    for (let row = 0; row < 5_000; row += 1)
      for (let column = 0; column < 200; column += 1) sheet.setValue(row, column, row === 0 ? `Column ${column}` : row * column);
  });
  const book = openWorkbook(workbook);
  const [grid] = await grids(book);
  expect([grid?.values.length, grid?.values[4_999]?.[199]]).toEqual([5_000, 4_999 * 199]);
  expect(Math.max(...book.host.requests.map(({ bytes }) => bytes))).toBeLessThan(5_000_000);
});

test('a sheet in sight is a source, also where it is called as Tieout calls its own while it writes', async () => {
  const book = openBook({}, { Deals: rows(3), '~Tieout Summary': rows(4) });
  expect(await book.port.repair()).toBeNull();
  expect(await sizes(book)).toEqual(['Deals - 3×2 from 0,0', '~Tieout Summary - 4×2 from 0,0']);
  await book.port.removeResults(silent, patient());
  expect(book.workbook.sheets.map(({ name }) => name)).toEqual(['Deals', '~Tieout Summary']);
});
