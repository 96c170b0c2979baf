import { patient, sheetOf, silent } from './support/open';
import { byHand, openSmallBook, wholeRun } from './support/wholeRun';

const selected = (book: ReturnType<typeof openSmallBook>): string => {
  const sheet = book.workbook.activeSheet;
  const area = book.workbook.selection.at(0);
  return `${sheet.name} ${String(area?.top)}–${String(area?.bottom)}, ${String(area?.left)}`;
};

test('a result is found where it stands today, and a workbook without one has none', async () => {
  const book = openSmallBook();
  expect(await book.port.resultPlaces()).toEqual({});
  await wholeRun(book);
  byHand(book.workbook, () => book.workbook.renameSheet(sheetOf(book.workbook, 'Exceptions'), 'To do'));
  const places = await book.port.resultPlaces();
  expect(Object.keys(places)).toHaveLength(7);
  expect(places['Exceptions']).toEqual({ sheet: 'To do', address: 'A4' });
});

test('the figures of the run are kept in the workbook and go with its results', async () => {
  const book = openSmallBook();
  await wholeRun(book);
  const { lastRun } = await book.port.readKept();
  expect(lastRun?.digest?.totals[0]).toEqual({ measure: 'Booked', amount: 300_000 });
  await book.port.removeResults(silent, patient());
  expect((await book.port.readKept()).lastRun).toBeNull();
});

test('a column is shown whole, or at the first row that is meant', async () => {
  const book = openSmallBook();
  await wholeRun(book);
  await book.port.showColumn('tblReconciliation', 'Booked');
  const { area } = book.workbook.table('tblReconciliation')?.table ?? {};
  expect(selected(book)).toBe(`Reconciliation ${String((area?.top ?? 0) + 1)}–${String(area?.bottom)}, 3`);

  const rows = book.workbook.table('tblVariances');
  await book.port.showColumn('tblVariances', 'Class', { Gap: 'BI', Class: 'Data quality' });
  const sheet = book.workbook.activeSheet;
  const row = book.workbook.selection.at(0)?.top ?? 0;
  const cell = (header: string): unknown =>
    sheet.value(row, (rows?.table.area.left ?? 0) + (rows?.table.columns.findIndex(({ name }) => name === header) ?? 0));
  expect([sheet.name, cell('Gap'), cell('Class')]).toEqual(['Variances', 'BI', 'Data quality']);
});

test('a column that a person deleted is said to be gone', async () => {
  const book = openSmallBook();
  await wholeRun(book);
  await expect(book.port.showColumn('tblReconciliation', 'Margin')).rejects.toMatchObject({
    trouble: { what: 'The column “Margin” is no longer in this workbook.' },
  });
});
