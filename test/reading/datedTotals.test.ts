import { grid, leftLines, linesOf, read } from './support/table';

const HEADER = 'Invoice No | Customer | Invoice Date | Net | Deal';

test('a total with the date of the report beside it is no invoice', () => {
  const { records, leftOut } = read([
    grid(
      'Invoices',
      `${HEADER}
      INV-1 | Acme  | 2026-03-05 | 100 | D-1
      INV-2 | Birch | 2026-03-06 | 70  | D-2
      Total |       | 2026-03-31 | 170 | 2`,
    ),
  ]);
  expect(linesOf(records.invoices)).toEqual(['INV-1  Acme  100.00  2026-03-05', 'INV-2  Birch  70.00  2026-03-06']);
  expect(leftLines(leftOut)).toEqual(['row 4: total “Total”']);
});

test('a customer called Total has invoices with numbers', () => {
  const { records, leftOut } = read([
    grid(
      'Invoices',
      `Customer | Invoice No | Invoice Date | Net | Deal
      Total | INV-1 | 2026-03-05 | 100 | D-1
      Birch | INV-2 | 2026-03-06 | 70  | D-2`,
    ),
  ]);
  expect(records.invoices.map(({ customer }) => customer)).toEqual(['Total', 'Birch']);
  expect(leftOut).toEqual([]);
});
