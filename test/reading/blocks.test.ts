import { blocksOf } from '../../src/reading/blocks';
import { inspect } from '../../src/reading/inspect';
import { grid, linesOf, read } from './support/table';

const placesOf = (sheet: ReturnType<typeof grid>): string[] =>
  inspect([sheet], []).sources.map(({ role, area }) => `${role} ${area}`);

describe('several tables in a sheet', () => {
  test('side by side', () => {
    const sheet = grid(
      'Month end',
      `
      Opportunity ID | Account Name | Close Date | Amount |  | Invoice No | Customer | Invoice Date | Net
      D-1            | Acme Ltd     | 2026-03-05 | 100    |  | INV-1      | Acme Ltd | 2026-03-06   | 40
      D-2            | Birch AG     | 2026-03-06 | 50     |  | INV-2      | Birch AG | 2026-03-07   | 50
                     |              |            |        |  | INV-3      | Acme Ltd | 2026-03-08   | 60
      `,
    );
    expect(placesOf(sheet)).toEqual(['deals A1:D3', 'invoices F1:I4']);
    const { records } = read([sheet]);
    expect(linesOf(records.deals)).toEqual(['D-1  Acme Ltd  100.00  2026-03-05', 'D-2  Birch AG  50.00  2026-03-06']);
    expect(records.invoices.map(({ id, source }) => [id, source.row, source.part])).toEqual([
      ['INV-1', 2, 1],
      ['INV-2', 3, 1],
      ['INV-3', 4, 1],
    ]);
  });

  test('one below the other, each with a title', () => {
    const sheet = grid(
      'Month end',
      `
      Won deals
      Opportunity ID | Account Name | Close Date | Amount
      D-1            | Acme Ltd     | 2026-03-05 | 100
      D-2            | Birch AG     | 2026-03-06 | 50
      .
      Invoices
      Invoice No     | Customer     | Invoice Date | Net
      INV-1          | Acme Ltd     | 2026-03-06 | 40
      INV-2          | Birch AG     | 2026-03-07 | 50
      `,
    );
    expect(placesOf(sheet)).toEqual(['deals A2:D4', 'invoices A7:D9']);
    expect(read([sheet]).records.invoices.map(({ source }) => source.row)).toEqual([8, 9]);
  });

  test('two years of the same report, below each other, are one table with its header said again', () => {
    const header = 'Invoice No | Customer | Invoice Date | Net';
    const sheet = grid(
      'Invoices',
      `
      ${header}
      INV-1 | Acme Ltd | 2025-03-06 | 40
      .
      ${header}
      INV-2 | Birch AG | 2026-03-07 | 50
      `,
    );
    expect(blocksOf(sheet)).toHaveLength(1);
    expect(read([sheet]).records.invoices.map(({ id }) => id)).toEqual(['INV-1', 'INV-2']);
  });
});

test('a second table right below the first, with no blank row between', () => {
  const sheet = grid(
    'Finance',
    `
    Invoice No | Customer | Invoice Date | Net | Currency
    INV-1      | Acme Ltd | 2026-03-06   | 40  | EUR
    INV-2      | Birch AG | 2026-03-07   | 50  | EUR
    Receipts
    Payment ID | Payer    | Payment Date | Amount received | Currency
    P-1        | Acme Ltd | 2026-03-31   | 40              | EUR
    `,
  );
  const { records, leftOut } = read([sheet]);
  expect(linesOf(records.invoices)).toEqual(['INV-1  Acme Ltd  40.00 EUR  2026-03-06', 'INV-2  Birch AG  50.00 EUR  2026-03-07']);
  expect(linesOf(records.receipts)).toEqual(['P-1  Acme Ltd  40.00 EUR  2026-03-31']);
  expect(leftOut.map(({ cause, text }) => [cause, text])).toEqual([['total', 'Receipts']]);
});

describe('one table all the same', () => {
  test('with a blank column in the middle', () => {
    const sheet = grid(
      'Invoices',
      `
      Invoice No | Customer | Sales Rep |  | Invoice Date | Net | Currency
      INV-1      | Acme Ltd | Anna      |  | 2026-03-06   | 40  | EUR
      INV-2      | Birch AG | Bo        |  | 2026-03-07   | 50  | EUR
      `,
    );
    expect(blocksOf(sheet)).toHaveLength(1);
    expect(linesOf(read([sheet]).records.invoices)).toEqual([
      'INV-1  Acme Ltd  40.00 EUR  2026-03-06',
      'INV-2  Birch AG  50.00 EUR  2026-03-07',
    ]);
  });

  test('an Excel table, whatever it holds', () => {
    const sheet = grid('Invoices', 'a | b | c |  | d | e | f\n1 | 2 | 3 |  | 4 | 5 | 6', { table: 'tblInvoices' });
    expect(blocksOf(sheet)).toHaveLength(1);
  });

  test('with blank lines between its records', () => {
    const sheet = grid(
      'Invoices',
      `
      Invoice No | Customer | Invoice Date | Net
      INV-1      | Acme Ltd | 2026-03-06   | 40
      .
      INV-2      | Birch AG | 2026-03-07   | 50
      `,
    );
    expect(blocksOf(sheet)).toHaveLength(1);
  });
});
