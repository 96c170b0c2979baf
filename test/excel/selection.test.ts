/** What a person selected, told by keys: on our sheets wherever people moved, sorted or filtered them, and on the sources. */

import { parseA1 } from '../../host/workbook/address';
import type { Workbook } from '../../host/workbook/model';
import type { Selection } from '../../src/report/explain/selection';
import { writeXlsx } from '../../host/files/writeXlsx';
import { reopened } from '../support/book';
import { afterFirstRun, hide, renameHeader } from './support/edits';
import { openBook, openWorkbook, patient, settled, sheetOf, silent, type } from './support/open';
import type { OpenBook } from './support/open';
import { byHand, NO_DEAL, UNBILLED } from './support/wholeRun';

let saved: Uint8Array;
beforeAll(async () => (saved = writeXlsx((await afterFirstRun()).workbook)));

/** A workbook that holds results, opened anew, its sources read. */
async function withResults(): Promise<OpenBook> {
  const book = openWorkbook(reopened(saved));
  await book.port.readSources(silent, patient());
  return book;
}

function select({ workbook }: OpenBook, sheet: string, ...addresses: readonly string[]): void {
  const areas = addresses.map((address) => parseA1(address)).filter((area) => area !== null);
  byHand(workbook, () => {
    workbook.activate(sheetOf(workbook, sheet));
    workbook.select(sheetOf(workbook, sheet), areas);
  });
}

async function selected(book: OpenBook, sheet: string, ...addresses: readonly string[]): Promise<Selection> {
  select(book, sheet, ...addresses);
  return book.port.readSelection();
}

/** The address of a cell of a table by its row in the body and its header; `-1` is the header itself. */
function cell(workbook: Workbook, table: string, row: number, header: string): string {
  const found = workbook.table(table);
  const column = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (found === null || column < 0) throw new Error(`no column ${header} in ${table}`);
  const { top, left } = found.table.area;
  return `${String.fromCharCode(65 + left + column)}${String(top + 2 + row)}`;
}

const keysOf = ({ asked }: Selection): unknown => (asked !== null && 'keys' in asked ? asked.keys : asked);

describe('a row of the results', () => {
  test('a line by its key and the column it is seen in', async () => {
    const book = await withResults();
    const { asked, on, rows, omitted } = await selected(
      book,
      'Reconciliation',
      cell(book.workbook, 'tblReconciliation', 0, 'Booked less invoiced'),
    );
    expect(asked).toMatchObject({ kind: 'lines', keys: [expect.stringMatching(/^L/)], header: 'Booked less invoiced' });
    expect({ on, rows, omitted }).toEqual({ on: 'ours', rows: 1, omitted: 0 });
  });

  test('a row of Variances by what tells it from the others', async () => {
    const book = await withResults();
    const { asked } = await selected(book, 'Variances', cell(book.workbook, 'tblVariances', 0, 'Amount'));
    expect(asked).toMatchObject({ kind: 'variances', rows: [{ gap: 'BI', code: 'Q1', deal: 'D-1', invoice: '' }] });
  });

  test('an exception by its key, with the reviewer’s cells as they stand now', async () => {
    const book = await withResults();
    type(book.workbook, 'tblExceptions', 0, 'Comment', 'asked Ann');
    const selection = await selected(book, 'Exceptions', cell(book.workbook, 'tblExceptions', 0, 'Status'));
    expect(keysOf(selection)).toEqual([UNBILLED]);
    expect(selection.cells).toMatchObject({ Status: 'Open', Comment: 'asked Ann' });
  });

  test('a match by its key', async () => {
    const book = await withResults();
    expect(keysOf(await selected(book, 'Matches', cell(book.workbook, 'tblMatches', 0, 'Kind')))).toEqual([
      expect.stringMatching(/^customer\|/),
    ]);
  });

  test('a row of Left out leads to the row of its source', async () => {
    const book = await withResults();
    const { asked } = await selected(book, 'Left out', cell(book.workbook, 'tblLeftOut', 0, 'Cause'));
    expect(asked).toEqual({ kind: 'source', sheet: 'Deals', rows: [4] });
  });

  test('under a new sheet name and a new header the key is still known', async () => {
    const book = await withResults();
    byHand(book.workbook, () => book.workbook.renameSheet(sheetOf(book.workbook, 'Exceptions'), 'To do'));
    renameHeader(book.workbook, 'tblExceptions', 'Exception key', 'Our key');
    expect(keysOf(await selected(book, 'To do', cell(book.workbook, 'tblExceptions', 1, 'Our key')))).toEqual([NO_DEAL]);
  });

  test('a row that a person typed has no key: nothing stands behind it', async () => {
    const book = await withResults();
    type(book.workbook, 'tblExceptions', 0, 'Exception key', '');
    expect(await selected(book, 'Exceptions', cell(book.workbook, 'tblExceptions', 0, 'Status'))).toMatchObject({
      asked: null,
      on: 'ours',
    });
  });
});

describe('several rows', () => {
  test('an area, and several areas, each row once and from the top', async () => {
    const book = await withResults();
    const [first, second] = [0, 1].map((row) => cell(book.workbook, 'tblExceptions', row, 'Amount'));
    expect(keysOf(await selected(book, 'Exceptions', `${String(first)}:${String(second)}`))).toEqual([UNBILLED, NO_DEAL]);
    expect(keysOf(await selected(book, 'Exceptions', String(second), String(first), String(second)))).toEqual([
      UNBILLED,
      NO_DEAL,
    ]);
  });

  test('the header and the total above it stand for all rows in sight', async () => {
    const book = await withResults();
    const header = cell(book.workbook, 'tblExceptions', -1, 'Amount');
    const above = cell(book.workbook, 'tblExceptions', -2, 'Amount');
    for (const address of [header, above])
      expect(keysOf(await selected(book, 'Exceptions', address))).toEqual([UNBILLED, NO_DEAL]);
  });

  test('rows that a filter hides are not counted in', async () => {
    const book = await withResults();
    const found = book.workbook.table('tblExceptions');
    byHand(book.workbook, () => found?.sheet.setRowHidden(found.table.area.top + 1, found.table.area.top + 1, true));
    const selection = await selected(book, 'Exceptions', cell(book.workbook, 'tblExceptions', -1, 'Amount'));
    expect(keysOf(selection)).toEqual([NO_DEAL]);
    expect(selection.rows).toBe(1);
  });

  test('hidden columns change nothing', async () => {
    const book = await withResults();
    hide(book.workbook, 'tblExceptions', 'Exception key');
    const header = cell(book.workbook, 'tblExceptions', -1, 'Amount');
    expect(keysOf(await selected(book, 'Exceptions', header))).toEqual([UNBILLED, NO_DEAL]);
  });

  test('a whole column, and the whole sheet, are the rows of the table', async () => {
    const book = await withResults();
    for (const address of ['J1:J1048576', 'A1:XFD1048576'])
      expect(keysOf(await selected(book, 'Exceptions', address))).toEqual([UNBILLED, NO_DEAL]);
  });

  test('beside the table, below it and in its title nothing is meant', async () => {
    const book = await withResults();
    for (const address of ['A1', 'A200', 'BZ6']) expect((await selected(book, 'Exceptions', address)).asked).toBeNull();
  });

  test('however many rows, a handful of requests', async () => {
    const book = await withResults();
    select(book, 'Reconciliation', 'A1:A1048576');
    const before = book.host.requests.length;
    await book.port.readSelection();
    await settled(book.host);
    const kinds = book.host.requests.length - before;
    expect(kinds).toBeLessThanOrEqual(8);
  });
});

describe('Summary', () => {
  test('a figure by the words beside it and above it', async () => {
    const book = await withResults();
    const { asked } = await selected(book, 'Summary', 'B11');
    expect(asked).toMatchObject({ kind: 'figure', beside: ['Booked'] });
  });
});

describe('a source', () => {
  test('a row of a sheet that was read, by the name it was read under', async () => {
    const book = await withResults();
    byHand(book.workbook, () => book.workbook.renameSheet(sheetOf(book.workbook, 'Deals'), 'Deals of Q1'));
    const { asked, on } = await selected(book, 'Deals of Q1', 'C3');
    expect({ asked, on }).toEqual({ asked: { kind: 'source', sheet: 'Deals', rows: [3] }, on: 'source' });
  });

  test('a whole column: its filled rows', async () => {
    const book = await withResults();
    expect((await selected(book, 'Deals', 'B1:B1048576')).asked).toEqual({ kind: 'source', sheet: 'Deals', rows: [1, 2, 3, 4] });
  });

  test('whole rows of it, its first column hidden and a row filtered away', async () => {
    const book = await withResults();
    const deals = sheetOf(book.workbook, 'Deals');
    byHand(book.workbook, () => {
      deals.setColumnHidden(0, 0, true);
      deals.setRowHidden(2, 2, true);
    });
    const { asked } = await selected(book, 'Deals', 'A2:XFD4');
    expect(asked).toEqual({ kind: 'source', sheet: 'Deals', rows: [2, 4] });
  });

  test('a sheet that was not read, and one before anything was read, are other sheets', async () => {
    const book = openBook();
    expect(await selected(book, 'Deals', 'A2')).toMatchObject({ asked: null, on: 'other' });
  });
});

describe('events', () => {
  test('another selection and another sheet are told, until nobody listens', async () => {
    const book = await withResults();
    let told = 0;
    const stop = book.port.onSelectionChanged(() => (told += 1));
    await settled(book.host);
    select(book, 'Deals', 'B2');
    await settled(book.host);
    expect(told).toBeGreaterThan(0);
    stop();
    await settled(book.host);
    const before = told;
    select(book, 'Exceptions', 'B6');
    await settled(book.host);
    expect(told).toBe(before);
  });

  test('a chart or picture has no cells', async () => {
    const book = await withResults();
    book.host.faults.fail({ when: ({ does }) => does.includes('GetSelectedRanges'), code: 'InvalidSelection', stage: 'before' });
    expect(await book.port.readSelection()).toMatchObject({ place: null, asked: null, on: 'drawing' });
  });

  test('a refusal of another kind is told', async () => {
    const book = await withResults();
    book.host.faults.fail({ when: 1, code: 'HostIsBusy', stage: 'before' });
    await expect(book.port.readSelection()).rejects.toThrow('Excel is busy.');
  });
});
