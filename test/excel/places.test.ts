import type { DefinedName } from '../../host/workbook/model';
import { namedArea } from '../../src/excel/namedAreas';
import { planReport } from '../../src/report/planReport';
import { reconciliation } from '../report/support/reconciliations';
import { openBook, patient, sheetOf, silent } from './support/open';
import type { OpenBook } from './support/open';

const DEALS = [
  ['Deal ID', 'Account', 'Amount'],
  ['D-1', 'Acme Ltd', 12_300],
  ['D-9', 'Zeta', 1_000],
];

function define(book: OpenBook, name: string, formula: string, more: Partial<DefinedName> = {}): void {
  const id = `{0000000${book.workbook.names.length}-0000-0000-0000-000000000000}`;
  book.workbook.names.push({ id, name, formula, scope: null, comment: '', visible: true, ...more });
}

/** `Deals.DealList A1:C3`-like lines: sheet, name, rows × columns from a zero-based corner. */
async function sources(book: OpenBook): Promise<string[]> {
  const grids = await book.port.readSources(silent, patient());
  return grids.map(({ sheet, table, top, left, values }) => {
    const size = `${values.length}×${values[0]?.length ?? 0}`;
    return `${sheet} ${table ?? '-'} ${size} from ${top},${left}`;
  });
}

describe('a name as a source', () => {
  test('of the workbook, of one sheet, on a sheet whose name has an apostrophe, for whole columns', async () => {
    const book = openBook({}, { Deals: DEALS, "Kim's list": [['Deals won'], [], ...DEALS], Columns: DEALS });
    define(book, 'DealList', 'Deals!$A$1:$C$3');
    define(book, 'Won', "'Kim''s list'!$A$3:$C$5", { scope: sheetOf(book.workbook, "Kim's list").id });
    define(book, 'All', 'Columns!$A:$C');
    expect(await sources(book)).toEqual([
      'Deals DealList 3×3 from 0,0',
      "Kim's list Won 3×3 from 2,0",
      'Columns All 3×3 from 0,0',
    ]);
  });

  test.each<[string, string, Partial<DefinedName>?]>([
    ['a lost reference', '#REF!'],
    ['another workbook', '[1]Deals!$A$1:$C$3'],
    ['a sheet that is not there', 'Gone!$A$1:$C$3'],
    ['several areas', 'Deals!$A$1:$B$3,Deals!$C$1:$C$3'],
    ['a formula', 'OFFSET(Deals!$A$1,0,0,3,3)'],
    ['a constant', '0.19'],
    ['one column', 'Deals!$A$1:$A$3'],
    ['one row', 'Deals!$A$1:$C$1'],
    ['blank cells', 'Deals!$H$1:$K$9'],
    ['hidden', 'Deals!$A$1:$C$3', { visible: false }],
    ['what is printed', 'Deals!$A$1:$C$3', { name: 'Print_Area' }],
    ['what a filter covers', 'Deals!$A$1:$C$3', { name: '_xlnm._FilterDatabase' }],
    ['rows without their header', 'Deals!$A$2:$C$3'],
    ['fewer rows than there are today', 'Deals!$A$1:$C$2'],
  ])('%s is passed over', async (_, formula, more = {}) => {
    const book = openBook({}, { Deals: DEALS });
    define(book, 'Data', formula, more);
    expect(await sources(book)).toEqual(['Deals - 3×3 from 0,0']);
  });

  test('a table and the larger of two names win; no cell is read twice', async () => {
    const second = DEALS.map((row) => [...row, null, ...row]);
    const book = openBook({}, { Deals: second });
    book.workbook.transact('person', () =>
      book.workbook.addTable(sheetOf(book.workbook, 'Deals'), { top: 0, left: 4, bottom: 2, right: 6 }, true, 'Won'),
    );
    define(book, 'Inner', 'Deals!$B$1:$C$3');
    define(book, 'Outer', 'Deals!$A$1:$C$3');
    define(book, 'Both', 'Deals!$A$1:$G$3');
    expect(await sources(book)).toEqual(['Deals Won 3×3 from 0,4', 'Deals Outer 3×3 from 0,0']);
  });

  test('a table whose header is switched off is read with its sheet', async () => {
    const book = openBook({}, { Deals: DEALS });
    const deals = sheetOf(book.workbook, 'Deals');
    book.workbook.transact('person', () => {
      const table = book.workbook.addTable(deals, { top: 0, left: 0, bottom: 2, right: 2 }, true, 'Won');
      table.showHeaders = false;
    });
    expect(await sources(book)).toEqual(['Deals - 3×3 from 0,0']);
  });

  test('blocks around a table are told, titles and notes are not', async () => {
    const lines = Array.from({ length: 12 }, (_, row) => [`D-${row}`, 'Acme', row]);
    const book = openBook(
      {},
      { Deals: [['Deals'], ['as of', 'March'], [], ...DEALS, ...lines, [], ...DEALS, ['D-10', 'Yard', 5], [], ['Note']] },
    );
    book.workbook.transact('person', () =>
      book.workbook.addTable(sheetOf(book.workbook, 'Deals'), { top: 3, left: 0, bottom: 17, right: 2 }, true, 'Won'),
    );
    const [grid] = await book.port.readSources(silent, patient());
    expect([grid?.table, grid?.apart]).toEqual(['Won', ['A20:C25']]);
  });

  test('a small name beside a large range does not hide it', async () => {
    const rows = Array.from({ length: 20 }, (_, row) => [
      `D-${row}`,
      'Acme',
      row,
      null,
      row < 2 ? 'x' : null,
      row < 2 ? 'y' : null,
    ]);
    const book = openBook({}, { Deals: rows });
    define(book, 'Codes', 'Deals!$E$1:$F$2');
    expect(await sources(book)).toEqual(['Deals - 20×6 from 0,0']);
  });

  test('a name deleted since, or pointed elsewhere, counts as a change', async () => {
    const change = async (work: (book: OpenBook) => void): Promise<unknown> => {
      const book = openBook({}, { Deals: DEALS });
      define(book, 'DealList', 'Deals!$A$1:$C$3');
      const grids = await book.port.readSources(silent, patient());
      work(book);
      return book.port.write(planReport(reconciliation([], [])), grids, silent, patient());
    };
    await expect(change(({ workbook }) => workbook.names.pop())).rejects.toHaveProperty('trouble.where.sheet', 'Deals');
    await expect(
      change(({ workbook }) => {
        for (const name of workbook.names) name.formula = 'Deals!$A$1:$B$3';
      }),
    ).rejects.toHaveProperty('trouble.where.sheet', 'Deals');
    await expect(change(() => undefined)).resolves.toHaveProperty('messages');
  });
});

test.each<[string, string | null]>([
  ['=Deals!$A$1:$D$20', 'Deals 0,0 20×4'],
  ["='Bob''s [old] deals'!$A$1:$D$20", null],
  ["='Bob''s deals'!$D$20:$A$1", "Bob's deals 0,0 20×4"],
  ['=Deals!$2:$5', 'Deals 1,0 4×16384'],
  ['=Deals!$XFC$1048575:$XFD$1048576', 'Deals 1048574,16382 2×2'],
  ['=Deals!$A$1:$XFE$2', null],
  ['=Deals!$A$0:$B$2', null],
  ['=Deals!$A:$B$2', null],
  ['=Deals!$A$1', null],
  ['=Table1[#All]', null],
  ['=Deals!$A$1:INDEX(Deals!$D:$D,9)', null],
])('the name %p', (formula, area) => {
  const found = namedArea({ name: 'x', formula, isVisible: true });
  const shown = found && `${found.sheet} ${found.area.top},${found.area.left} ${found.area.rows}×${found.area.columns}`;
  expect(shown).toBe(area);
});
