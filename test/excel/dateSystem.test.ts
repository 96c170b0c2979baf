import { createWorkbook } from '../../host/workbook/workbook';
import { countsFrom1904 } from '../../src/excel/dateSystem';
import { openWorkbook, patient, silent } from './support/open';
import type { OpenBook } from './support/open';

/** 2024-03-05 in the system of 1900; in that of 1904 it is 2028-03-06. */
const SERIAL = 45_356;

test.each<[string, readonly string[], boolean]>([
  ['whole years of 1900', ['2024-03-05'], false],
  ['whole years of 1904', ['2028-03-06'], true],
  ['words for months', ['6. März 2028', '6 mars 2028'], true],
  ['short years, too few to be sure', ['06/03/28', '3/6/28'], false],
  ['short years', ['06/03/28', '3/6/28', '6-Mar-28'], true],
  ['cells too narrow for their dates', ['########', '########'], false],
  ['no day, no year', ['Mar 2028', '06 March'], false],
  ['another calendar', ['5/3/2567', '25/8/1445'], false],
  ['both: nobody knows', ['2024-03-05', '2028-03-06'], false],
  ['nothing', [], false],
])('%s', (_, texts, expected) => {
  expect(countsFrom1904(texts.map((text) => ({ serial: SERIAL, text })))).toBe(expected);
});

function book(date1904: boolean, format: string): OpenBook {
  const workbook = createWorkbook();
  workbook.date1904 = date1904;
  workbook.transact('load', () => {
    const sheet = workbook.addSheet('Invoices');
    ['No.', 'Date'].forEach((header, column) => sheet.setValue(0, column, header));
    ['INV-1', SERIAL].forEach((value, column) => sheet.setValue(1, column, value));
    sheet.patchStyle({ top: 1, left: 1, bottom: 1, right: 1 }, { numberFormat: format });
  });
  return openWorkbook(workbook);
}

test('a workbook that counts from 1904 is refused in words, one that counts from 1900 read', async () => {
  const reading = (opened: OpenBook) => opened.port.readSources(silent, patient());
  await expect(reading(book(true, 'dd/mm/yyyy'))).rejects.toHaveProperty('trouble.what', expect.stringContaining('from 1904'));
  expect((await reading(book(false, 'dd/mm/yyyy')))[0]?.values[1]).toEqual(['INV-1', SERIAL]);
  expect((await reading(book(true, 'General')))[0]?.values[1]).toEqual(['INV-1', SERIAL]);
});
