import { readRecords } from '../../src/reading/readRecords';
import type { ReadResult } from '../../src/reading/readRecords';
import type { Grain, SourceMapping } from '../../src/settings/mapping';
import { grid, leftLines, linesOf, mapped } from './support/table';

const NO_WORDS = { won: [], issued: [], writtenOff: [] };

const read = (table: string, grain: Grain, columns: SourceMapping['columns']): ReadResult => {
  const sheet = grid('Invoices', table);
  return readRecords([sheet], mapped([sheet], { grain, columns, role: 'invoices' }), NO_WORDS);
};

const LINES = { id: 0, customer: 1, date: 2, net: 3, lineAmount: 4, item: 5 };
const HEADER = 'Invoice No | Customer | Invoice Date | Net | Line Net | Item';

/** Read = used + left out, in rows and in amounts. */
function expectTied({ read: counts, records, leftOut }: ReadResult): void {
  const used = records.invoices.reduce((sum, { amount }) => sum + amount, 0);
  const left = leftOut.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  expect(counts.reduce((sum, { amount }) => sum + amount, 0)).toBe(used + left);
}

describe('lines of an invoice', () => {
  test('are added up, a credit line among them', () => {
    const result = read(
      `${HEADER}
      INV-1 | Acme | 2024-03-05 | 80 | 100 | Seats
      INV-1 | Acme | 2024-03-05 | 80 | -20 | Rebate
      INV-2 | Birch | 2024-03-06 | 70 | 30 | Seats
      INV-2 | Birch | 2024-03-06 | 70 | 40 | Hub`,
      'lines',
      LINES,
    );
    expect(linesOf(result.records.invoices)).toEqual(['INV-1  Acme  80.00  2024-03-05', 'INV-2  Birch  70.00  2024-03-06']);
    expect(result.records.invoices.map(({ kind }) => kind)).toEqual(['invoice', 'invoice']);
    expect(result.records.invoices.map(({ source }) => [source.row, source.lastRow])).toEqual([
      [2, 3],
      [4, 5],
    ]);
    expectTied(result);
  });

  test('two equal ones are two where the total says so, else one said twice', () => {
    const result = read(
      `${HEADER}
      INV-1 | Acme  | 2024-03-05 | 200 | 100 | Seats
      INV-1 | Acme  | 2024-03-05 | 200 | 100 | Seats
      INV-2 | Birch | 2024-03-06 | 55  | 55  | Hub
      INV-2 | Birch | 2024-03-06 | 55  | 55  | Hub`,
      'lines',
      LINES,
    );
    expect(linesOf(result.records.invoices)).toEqual(['INV-1  Acme  200.00  2024-03-05', 'INV-2  Birch  55.00  2024-03-06']);
    expect(leftLines(result.leftOut)).toEqual(['row 5: repeat-row']);
    expectTied(result);
  });

  test('without a total, rows that differ in a column of no use are lines all the same', () => {
    const result = read(
      `Invoice No | Customer | Invoice Date | Amount | Warehouse
      INV-1 | Acme | 2024-03-05 | 100 | North
      INV-1 | Acme | 2024-03-05 | 100 | South
      INV-2 | Acme | 2024-03-06 | 100 | North
      INV-2 | Acme | 2024-03-06 | 100 | North`,
      'lines',
      { id: 0, customer: 1, date: 2, amount: 3 },
    );
    expect(linesOf(result.records.invoices)).toEqual(['INV-1  Acme  200.00  2024-03-05', 'INV-2  Acme  100.00  2024-03-06']);
    expectTied(result);
  });

  test('a number used twice, for other days or customers, stays two documents and is listed', () => {
    const result = read(
      `${HEADER}
      INV-1 | Acme  | 2024-03-05 | 100 | 60  | Seats
      INV-1 | Acme  | 2024-03-05 | 100 | 40  | Hub
      INV-1 | Acme  | 2024-04-05 | 100 | 100 | Seats
      INV-2 | Acme  | 2024-03-06 | 70  | 70  | Seats
      INV-2 | Birch | 2024-03-06 | 30  | 30  | Seats`,
      'lines',
      LINES,
    );
    expect(linesOf(result.records.invoices)).toEqual([
      'INV-1  Acme  100.00  2024-03-05',
      'INV-2  Birch  30.00  2024-03-06',
      'INV-2  Acme  70.00  2024-03-06',
      'INV-1  Acme  100.00  2024-04-05',
    ]);
    expect(result.faults.map(({ code, keys }) => [code, keys.length])).toEqual([
      ['duplicate-key', 2],
      ['duplicate-key', 2],
    ]);
    expectTied(result);
  });
});

describe('a total said again on each row', () => {
  test('is counted once; another amount under the same number is no repeat', () => {
    const result = read(
      `Invoice No | Customer | Invoice Date | Net | Item
      INV-1 | Acme  | 2024-03-05 | 100 | Seats
      INV-1 | Acme  | 2024-03-05 | 100 | Hub
      INV-2 | Birch | 2024-03-06 | 70  | Seats
      INV-2 | Birch | 2024-03-06 | 71  | Hub`,
      'repeated',
      { id: 0, customer: 1, date: 2, net: 3, item: 4 },
    );
    expect(linesOf(result.records.invoices)).toEqual([
      'INV-1  Acme  100.00  2024-03-05',
      'INV-2  Birch  70.00  2024-03-06',
      'INV-2  Birch  71.00  2024-03-06',
    ]);
    expect(leftLines(result.leftOut)).toEqual(['row 2: repeat-document A “INV-1”']);
    expect(result.faults.map(({ code }) => code)).toEqual(['duplicate-key']);
    expectTied(result);
  });
});
