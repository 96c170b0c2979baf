/** A result whose tables go on on further sheets: read, reviewed and written again as if they were one. */

import { BRIDGES, LEFT } from '../../src/report/summary/places';
import { bookOf } from '../support/book';
import { addColumn, SHEETS } from './support/edits';
import { namesOf, openWorkbook, patient, sheetOf, silent, tableRows } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, wholeRun } from './support/wholeRun';

const DEALS = ['Acme', 'Birch', 'Cedar', 'Dunes', 'Elm', 'Fir', 'Glen'].map((customer, index) => ({
  customer,
  id: `D-${index + 1}`,
  amount: (index + 1) * 1_000,
}));
/** Deals that nobody invoiced, the largest last, and one that is settled. */
const book = () =>
  bookOf({
    Deals: [
      'Deal ID | Account | Owner | Amount | Currency | Close Date | Stage',
      ...DEALS.map(({ id, customer, amount }) => `${id} | ${customer} Ltd | Ann | ${amount} | EUR | 2026-01-10 | Closed Won`),
      'D-9 | Hill Ltd | Ben | 50 | EUR | 2026-01-12 | Closed Won',
    ].join('\n'),
    Invoices: `
      Invoice No. | Customer | Invoice Date | Net | Tax | Currency | Deal ID | Status
      INV-9 | Hill Ltd | 2026-03-20 | 50 | 0 | EUR | D-9 | Open`,
  });

const PARTS = ['', '2', '3'];
const exceptions = ({ workbook }: OpenBook): Record<string, unknown>[] =>
  PARTS.flatMap((part) => (workbook.table(`tblExceptions${part}`) === null ? [] : tableRows(workbook, `tblExceptions${part}`)));
const keyOf = (id: string): string => `BI.unbilled.deal.${id}`;
const exceptionOf = (open: OpenBook, id: string): Record<string, unknown> | undefined =>
  exceptions(open).find((row) => row['Exception key'] === keyOf(id));

const ROWS = 3;
async function parted(): Promise<OpenBook> {
  const open = openWorkbook(book());
  expect(await wholeRun(open, ROWS)).toEqual([]);
  return open;
}

test('the result stands on as many sheets as it needs, and Summary comes to the same as on one', async () => {
  const [few, all] = [await parted(), openWorkbook(book())];
  const names = namesOf(few.workbook);
  expect(names).toEqual(
    expect.arrayContaining([...SHEETS, 'Reconciliation 2', 'Reconciliation 3', 'Exceptions 2', 'Exceptions 3']),
  );
  expect(exceptions(few).map((row) => row['Exception key'])).toEqual([...DEALS].reverse().map(({ id }) => keyOf(id)));
  // Numbers only, since the messages differ, and without the rows of Variances, which are summed where they do not fit.
  const figures = ({ workbook }: OpenBook): unknown[] => {
    const sheet = sheetOf(workbook, 'Summary');
    const values: unknown[] = [];
    const area = sheet.usedArea(true);
    const isCountOfRows = (row: number, column: number): boolean => row >= BRIDGES && column === LEFT + 3;
    if (area !== null)
      sheet.forEachCell(area, (row, column) => {
        const value = sheet.value(row, column);
        if (typeof value === 'number' && !isCountOfRows(row, column)) values.push([row, column, value]);
      });
    return values;
  };
  const before = figures(few);
  await wholeRun(all);
  expect(figures(all)).toEqual(before);
  expect(before.length).toBeGreaterThan(40);
});

test('a further part is a result, never a source, and is taken away with the others', async () => {
  const open = await parted();
  const grids = await open.port.readSources(silent, patient());
  expect(grids.map(({ sheet }) => sheet)).toEqual(['Deals', 'Invoices']);
  await open.port.removeResults(silent, patient());
  expect(namesOf(open.workbook)).toEqual(['Deals', 'Invoices']);
});

test('a second run changes nothing', async () => {
  const open = await parted();
  const before = exceptions(open);
  expect(await wholeRun(open, ROWS)).toEqual([]);
  expect(exceptions(open)).toEqual(before);
});

test('what a reviewer typed goes with its row to another sheet and back, and columns of their own lose nothing', async () => {
  const open = await parted();
  addColumn(open.workbook, 'tblExceptions2', 'Region', ['north', 'south', 'west']);
  const [, second] = PARTS.map((part) => open.workbook.table(`tblExceptions${part}`));
  const comment = second?.table.columns.findIndex(({ name }) => name === 'Comment') ?? -1;
  byHand(open.workbook, () => second?.sheet.enter(second.table.area.top + 1, comment, 'ask Kim'));
  const [noted] = tableRows(open.workbook, 'tblExceptions2');
  expect(await wholeRun(open, ROWS)).toEqual([]);
  expect(tableRows(open.workbook, 'tblExceptions2')[0]).toEqual(noted);

  // All rows fit: the first sheet has them, the further ones are empty.
  await wholeRun(open, 100);
  const rows = tableRows(open.workbook, 'tblExceptions');
  expect(rows).toHaveLength(DEALS.length);
  expect(rows.find((row) => row['Exception key'] === noted?.['Exception key'])?.['Comment']).toBe('ask Kim');
  expect(tableRows(open.workbook, 'tblExceptions2').map((row) => row['Exception key'])).toEqual([null]);
  expect(sheetOf(open.workbook, 'Exceptions 2').value(0, 0)).toBe(
    'Exceptions: what somebody must settle (all rows are on the sheets before)',
  );
  expect(tableRows(open.workbook, 'tblNotesKept').map((row) => row['Note'])).toEqual(['north', 'south', 'west']);

  await wholeRun(open, ROWS);
  expect(tableRows(open.workbook, 'tblExceptions2')[0]).toEqual(noted);
});

test('the pane writes into the row wherever it stands, and steps from one sheet to the next', async () => {
  const open = await parted();
  await open.writes.writeReviews([{ key: keyOf('D-1'), cells: { Status: 'Waiting', Comment: 'call Acme' } }]);
  expect(exceptionOf(open, 'D-1')).toMatchObject({ Status: 'Waiting', Comment: 'call Acme' });
  expect((await open.port.readQueue()).map(({ key }) => key)).toEqual([...DEALS].reverse().map(({ id }) => keyOf(id)));
  const order: unknown[] = [];
  while (order.length < DEALS.length) order.push((await open.port.stepException(1)).key);
  expect(order).toEqual([...DEALS].reverse().map(({ id }) => keyOf(id)));
  expect((await open.port.readSelection()).place?.sheet).toBe('Exceptions 3');
  for (const id of ['D-2', 'D-3', 'D-4', 'D-5']) expect((await open.port.stepException(-1)).key).toBe(keyOf(id));
  expect((await open.port.readSelection()).place?.sheet).toBe('Exceptions');
});

test('a row of a further part can be found and explained', async () => {
  const open = await parted();
  await open.port.showColumn('tblReconciliation', 'Booked', { Customer: 'Glen Ltd' });
  const { place, asked } = await open.port.readSelection();
  expect(place?.sheet).toBe('Reconciliation 3');
  expect(asked).toMatchObject({ kind: 'lines', header: 'Booked' });
});
