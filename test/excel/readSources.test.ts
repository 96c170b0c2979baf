import { errorValue } from '../../host/workbook/values';
import { openBook, patient, settled, sheetOf, silent } from './support/open';

test('a plain range from its first used cell, a table where it is the sheet’s data', async () => {
  const book = openBook();
  const deals = sheetOf(book.workbook, 'Deals');
  book.workbook.transact('person', () =>
    book.workbook.addTable(deals, { top: 0, left: 0, bottom: 2, right: 2 }, true, 'DealList'),
  );
  const grids = await book.port.readSources(silent, patient());
  expect(grids.map(({ sheet, table, top, left, values }) => ({ sheet, table, top, left, rows: values.length }))).toEqual([
    { sheet: 'Deals', table: 'DealList', top: 0, left: 0, rows: 3 },
    { sheet: "Kim's invoices", table: null, top: 0, left: 0, rows: 5 },
  ]);
  expect(grids[1]?.values[3]).toEqual(['INV-1', 'Acme Ltd', 11_000]);
  expect(grids[1]?.values[1]).toEqual(['', '', '']);
});

test('a small table beside a large range does not hide it', async () => {
  const book = openBook(
    {},
    {
      Invoices: [
        ['No.', 'Net', null, 'Code'],
        ...Array.from({ length: 20 }, (_, row) => [`INV-${row}`, row, null, row === 0 ? 'x' : null]),
      ],
    },
  );
  book.workbook.transact('person', () =>
    book.workbook.addTable(sheetOf(book.workbook, 'Invoices'), { top: 0, left: 3, bottom: 1, right: 3 }, true),
  );
  const [grid] = await book.port.readSources(silent, patient());
  expect([grid?.table, grid?.values.length]).toEqual([null, 21]);
});

test('errors come as their text, formats of a sample of rows, hidden rows are read and counted', async () => {
  const book = openBook();
  const deals = sheetOf(book.workbook, 'Deals');
  book.workbook.transact('person', () => {
    deals.setValue(1, 2, errorValue('#N/A'));
    deals.patchStyle({ top: 1, left: 2, bottom: 2, right: 2 }, { numberFormat: '#,##0.00 [$€]' });
    deals.setRowHidden(2, 2, true);
  });
  const [grid] = await book.port.readSources(silent, patient());
  expect(grid?.values[1]?.[2]).toBe('#N/A');
  expect(grid?.values[2]?.[0]).toBe('D-9');
  expect(grid?.hiddenRows).toBe(1);
  expect(grid?.formatSamples.find(({ row }) => row === 1)?.formats[2]).toBe('#,##0.00 [$€]');
});

test('an empty sheet is no source; a long one comes in blocks with rising progress', async () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => [`D-${row}`, row, 'Acme', 1, 2, 3, 4, 5]);
  const book = openBook({}, { Empty: [], Deals: rows });
  const told: number[] = [];
  const grids = await book.port.readSources((_, done) => told.push(done), patient());
  expect(grids.map(({ sheet, values }) => [sheet, values.length])).toEqual([['Deals', 30_000]]);
  expect(told.length).toBeGreaterThan(3);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  expect(told.at(-1)).toBe(1);
});

test('cancelling stops reading', async () => {
  const book = openBook();
  const controller = new AbortController();
  controller.abort();
  await expect(book.port.readSources(silent, controller.signal)).rejects.toHaveProperty('name', 'AbortError');
});

test('changes of sources are told, those of other sheets are not', async () => {
  const book = openBook();
  await book.port.readSources(silent, patient());
  let told = 0;
  const stop = book.port.onSourcesChanged(() => (told += 1));
  await settled(book.host);
  book.workbook.transact('person', () => sheetOf(book.workbook, 'Deals').enter(1, 2, 5));
  await settled(book.host);
  expect(told).toBe(1);
  book.workbook.transact('person', () => book.workbook.addSheet('New'));
  await settled(book.host);
  await settled(book.host);
  expect(told).toBe(2);
  stop();
  await settled(book.host);
  book.workbook.transact('person', () => sheetOf(book.workbook, 'Deals').enter(1, 2, 6));
  await settled(book.host);
  expect(told).toBe(2);
});

test('showing a cell activates its sheet and selects it; a sheet that is gone has its message', async () => {
  const book = openBook();
  await book.port.show("Kim's invoices", 'B4:C5');
  expect(book.workbook.activeSheet.name).toBe("Kim's invoices");
  expect(book.workbook.selection).toEqual([{ top: 3, left: 1, bottom: 4, right: 2 }]);
  await expect(book.port.show('Gone', 'A1')).rejects.toHaveProperty(
    'trouble.what',
    'A sheet or table that Tieout was working with is no longer there.',
  );
});

test('an answer with more bytes than Excel sends at once is asked for by halves', async () => {
  const book = openBook();
  const whole = await book.port.readSources(silent, patient());
  const again = openBook();
  again.host.faults.fail({ when: 3, code: 'ResponsePayloadSizeLimitExceeded', stage: 'before' });
  again.host.faults.fail({ when: 5, code: 'ResponsePayloadSizeLimitExceeded', stage: 'before' });
  expect(await again.port.readSources(silent, patient())).toEqual(whole);
});
