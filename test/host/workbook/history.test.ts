/** Steps of a person, taken back and done again. */
import { createHistory } from '../../../host/workbook/history';
import { setFilter } from '../../../host/workbook/filter';
import { MAX_COLUMNS, type Change, type Workbook } from '../../../host/workbook/model';
import { sortTable } from '../../../host/workbook/sort';
import { WHOLE_SHEET } from '../../../host/workbook/area';
import { area, enter, fill, formulaOf, newSheet, refusalOf, shown, valueOf } from './sheetText';

const LEDGER = `
  Invoice | Amount | Double
  INV-3   | 300    | =B2*2
  INV-1   | 100    | =B3*2
  INV-2   | 200    | =B4*2`;

const wholeRow = (row: number) => ({ top: row - 1, bottom: row - 1, left: 0, right: MAX_COLUMNS - 1 });

function ledger() {
  const { book, sheet } = newSheet(LEDGER);
  enter(sheet, 'E1', '=SUM(B2:B4)');
  return { book, sheet, history: createHistory(book) };
}

/** Everything a saved file would show of the cells. */
function everything(book: Workbook): string {
  const lines: string[] = [];
  for (const sheet of book.sheets) {
    lines.push(sheet.name, ...sheet.tables.map(({ name, area: at }) => `${name} ${JSON.stringify(at)}`));
    sheet.forEachCell(WHOLE_SHEET, (row, column, content, style) =>
      lines.push(`${String(row)},${String(column)} ${JSON.stringify(content)} ${sheet.text(row, column)} ${String(style)}`),
    );
    lines.push(JSON.stringify([sheet.rowRuns(), sheet.columnRuns(), sheet.freeze, sheet.merges, sheet.hyperlinks]));
  }
  return lines.join('\n');
}

test('an entry is taken back and done again, and what depends on it follows', () => {
  const { sheet, history } = ledger();
  history.run(() => enter(sheet, 'B2', '350'));
  expect(valueOf(sheet, 'E1')).toBe(650);
  expect(history.undo()).toEqual({ sheet: sheet.id, area: area('B2') });
  expect(shown(sheet, 'B2:C2')).toBe('300 | 600');
  expect(valueOf(sheet, 'E1')).toBe(600);
  history.redo();
  expect(shown(sheet, 'B2:C2')).toBe('350 | 700');
  expect(valueOf(sheet, 'E1')).toBe(650);
  expect(history.redo()).toBeNull();
});

test.each<[string, (all: ReturnType<typeof ledger>) => void]>([
  ['a row inserted', ({ sheet }) => sheet.insert(wholeRow(3), 'Down')],
  ['a row deleted', ({ sheet }) => sheet.delete(wholeRow(3), 'Up')],
  ['columns of another width', ({ sheet }) => sheet.setColumnWidth(1, 2, 30)],
  ['a row hidden', ({ sheet }) => sheet.setRowHidden(2, 2, true)],
  ['bold letters', ({ sheet }) => sheet.patchStyle(area('A1:C1'), { font: { bold: true } })],
  ['all cleared', ({ sheet }) => sheet.clear(area('A1:E9'), 'All')],
  ['a table', ({ book, sheet }) => book.addTable(sheet, area('A1:C4'), true)],
  ['a sheet added', ({ book }) => book.addSheet('Notes')],
  ['a sheet renamed', ({ book, sheet }) => book.renameSheet(sheet, 'Ledger')],
])('%s and taken back leaves the workbook as it was, and comes again', (_what, work) => {
  const all = ledger();
  const before = everything(all.book);
  all.history.run(() => work(all));
  const after = everything(all.book);
  expect(after).not.toBe(before);
  all.history.undo();
  expect(everything(all.book)).toBe(before);
  all.history.redo();
  expect(everything(all.book)).toBe(after);
  all.history.undo();
  expect(everything(all.book)).toBe(before);
});

test('a deleted sheet comes back with its cells, and formulas that named it are whole again', () => {
  const { book, sheet, history } = ledger();
  const other = book.addSheet('Totals');
  enter(other, 'A1', '=Sheet1!E1');
  history.run(() => book.deleteSheet(sheet));
  expect(formulaOf(other, 'A1')).toBe('=#REF!');
  history.undo();
  expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Totals']);
  expect(formulaOf(other, 'A1')).toBe('=Sheet1!E1');
  expect(valueOf(other, 'A1')).toBe(600);
});

test('sorting and filtering a table are steps of their own', () => {
  const { book, sheet, history } = ledger();
  const table = book.addTable(sheet, area('A1:C4'), true);
  const [invoices] = table.columns;
  if (invoices === undefined) throw new Error('the table has no column');
  history.run(() => sortTable(sheet, table, [{ key: 1, ascending: true }]));
  history.run(() => setFilter(sheet, table, invoices, { kind: 'values', values: ['INV-1'] }));
  expect([1, 2, 3].map((row) => sheet.rowHidden(row))).toEqual([false, true, true]);
  history.undo();
  expect([1, 2, 3].map((row) => sheet.rowHidden(row))).toEqual([false, false, false]);
  expect(table.columns[0]?.filter).toBeNull();
  expect(shown(sheet, 'A2:C4')).toBe('INV-1 | 100 | 200\nINV-2 | 200 | 400\nINV-3 | 300 | 600');
  history.undo();
  expect(shown(sheet, 'A2:C4')).toBe('INV-3 | 300 | 600\nINV-1 | 100 | 200\nINV-2 | 200 | 400');
});

test('what is done after a step was taken back ends the steps that could come again', () => {
  const { sheet, history } = ledger();
  history.run(() => enter(sheet, 'B2', '1'));
  history.undo();
  history.run(() => enter(sheet, 'B3', '2'));
  expect(history.redo()).toBeNull();
  expect(shown(sheet, 'B2:B3')).toBe('300\n2');
});

test('an add-in’s change ends the steps before it; its settings and its selection do not', () => {
  const { book, sheet, history } = ledger();
  history.run(() => enter(sheet, 'B2', '1'));
  book.transact('addin', () => book.select(sheet, [area('A1')]));
  expect(history.undo()).not.toBeNull();
  history.run(() => enter(sheet, 'B2', '1'));
  book.transact('addin', () => enter(sheet, 'B9', 'theirs'));
  expect(history.undo()).toBeNull();
  expect(shown(sheet, 'B2')).toBe('1');
});

test('a refusal half-way changes nothing', () => {
  const { book, sheet, history } = ledger();
  const before = everything(book);
  const code = refusalOf(() =>
    history.run(() => {
      enter(sheet, 'A2', 'half');
      enter(sheet, 'A3', '=SUM(');
    }),
  );
  expect(code).toBe('InvalidArgument');
  expect(everything(book)).toBe(before);
  expect(history.undo()).toBeNull();
});

test('listeners hear the opposite of what was taken back, as a person’s', () => {
  const { book, sheet, history } = ledger();
  history.run(() => sheet.insert(wholeRow(2), 'Down'));
  const heard: Change[] = [];
  book.onChange((changes) => heard.push(...changes.filter(({ kind }) => kind === 'cells')));
  history.undo();
  expect(heard).toEqual([{ kind: 'cells', sheet: sheet.id, area: wholeRow(2), how: 'RowDeleted', to: 'Up', trigger: 'person' }]);
});

test('no step reaches into another', () => {
  const { sheet, history } = ledger();
  const entries = ['a', 'b', 'c', 'd'];
  for (const entry of entries) history.run(() => enter(sheet, 'G700', entry));
  for (const left of ['c', 'b', 'a', '']) {
    history.undo();
    expect(shown(sheet, 'G700')).toBe(left);
  }
  fill(sheet, '9', 'G700');
  expect(history.redo()).toBeNull();
});

test('a hidden sheet is shown again when that is taken back; it is never the one that is looked at', () => {
  const { book, sheet, history } = ledger();
  const notes = book.addSheet('Notes');
  book.activate(notes);
  history.run(() => (notes.visibility = 'Hidden'));
  expect(book.activeSheet).toBe(sheet);
  history.undo();
  expect(notes.visibility).toBe('Visible');
  history.redo();
  expect(notes.visibility).toBe('Hidden');
  history.run(() => (notes.visibility = 'Visible'));
  book.activate(notes);
  history.undo();
  expect([notes.visibility, book.activeSheet.name]).toEqual(['Hidden', 'Sheet1']);
});
