import { grid, leftLines, linesOf, read } from './support/table';

describe('fields of a document on its first row only', () => {
  test('go for its further rows', () => {
    const { records, leftOut } = read([
      grid(
        'Invoices',
        `
        Invoice No | Customer | Invoice Date | Currency | Item       | Amount
        INV-1      | Acme Ltd | 2026-03-05   | EUR      | Seats      | 100
                   |          |              |          | Hub        | 50
        INV-2      | Birch AG | 2026-03-06   | EUR      | Total care | 70
                   |          |              |          | Total care | 30
        Total      |          |              | EUR      |            | 250
        `,
      ),
    ]);
    expect(linesOf(records.invoices)).toEqual([
      'INV-1  Acme Ltd  150.00 EUR  2026-03-05',
      'INV-2  Birch AG  100.00 EUR  2026-03-06',
    ]);
    expect(leftLines(leftOut)).toEqual(['row 6: total “Total”']);
  });

  test('a few rows without number and date are faults, not lines', () => {
    const rows = Array.from({ length: 40 }, (_, n) => `INV-${n + 1} | Acme Ltd | 2026-03-05 | EUR | ${100 + n}`);
    const { records, leftOut } = read([
      grid(
        'Invoices',
        ['Invoice No | Customer | Invoice Date | Currency | Amount', ...rows, ' | Acme Ltd | | EUR | 7'].join('\n'),
      ),
    ]);
    expect(records.invoices).toHaveLength(40);
    expect(leftLines(leftOut)).toEqual(['row 42: no-date C']);
  });
});

describe('a first column as a pivot writes it', () => {
  const header = 'Customer | Invoice No | Invoice Date | Currency | Amount';

  test('each name goes for the rows below it', () => {
    const { records } = read([
      grid(
        'Invoices',
        `
        ${header}
        Acme Ltd       | INV-1 | 2026-03-05 | EUR | 100
                       | INV-2 | 2026-03-06 | EUR | 50
        Birch AG       | INV-3 | 2026-03-07 | EUR | 70
        Total Energies | INV-4 | 2026-03-08 | EUR | 30
                       | INV-5 | 2026-03-09 | EUR | 20
        Grand Total    |       |            |     | 270
        `,
      ),
    ]);
    expect(records.invoices.map(({ id, customer }) => `${id} ${customer}`)).toEqual([
      'INV-1 Acme Ltd',
      'INV-2 Acme Ltd',
      'INV-3 Birch AG',
      'INV-4 Total Energies',
      'INV-5 Total Energies',
    ]);
  });

  test('names that come again leave a blank unknown', () => {
    const { records } = read([
      grid(
        'Invoices',
        `
        ${header}
        Birch AG | INV-1 | 2026-03-05 | EUR | 100
                 | INV-2 | 2026-03-06 | EUR | 50
        Acme Ltd | INV-3 | 2026-03-07 | EUR | 70
        Birch AG | INV-4 | 2026-03-08 | EUR | 30
        `,
      ),
    ]);
    expect(records.invoices.map(({ customer }) => customer)).toEqual(['Birch AG', '', 'Acme Ltd', 'Birch AG']);
  });
});
