import { matchRecords } from '../../src/matching/matchRecords';
import { links, NO_DECISIONS, OPTIONS } from '../matching/support/book';
import { grid, mapped, read } from './support/table';

const invoices = grid(
  'Invoices',
  `
  Invoice ID | Invoice Number | Customer    | Invoice Date | Due Date   | Net | Tax | Total | Currency
  82914      | INV-1          | Halden Ltd  | 2024-03-01   | 2024-03-31 | 100 | 20  | 120   | EUR
  82915      | INV-2          | Oakmere Ltd | 2024-03-02   | 2024-04-02 | 100 | 20  | 120   | EUR
  82916      | INV-3          | Halden Ltd  | 2024-03-15   | 2024-04-15 | 100 | 20  | 120   | EUR
  `,
);
const payments = grid(
  'Payments',
  `
  Payment Number | Customer    | Payment Date | Amount | Currency | Invoice ID
  R-1            | Halden Ltd  | 2024-04-01   | 120    | EUR      | 82916
  R-2            | Oakmere Ltd | 2024-04-01   | 120    | EUR      | 82915
  `,
);
const deals = grid(
  'Deals',
  `
  Deal ID | Account Name | Deal Name | Amount | Currency | Close Date | Stage
  D-1     | Halden Ltd   | Licences  | 700    | EUR      | 2024-03-01 | Closed Won
  `,
);

test('an internal id that another sheet quotes is the documents’ second number', () => {
  const [first] = mapped([invoices, payments, deals]);
  expect(first?.columns).toMatchObject({ id: 1, otherId: 0 });
});

test('one that nobody quotes is left alone', () => {
  const [first] = mapped([invoices, deals]);
  expect(first?.columns).not.toHaveProperty('otherId');
});

test('a payment that quotes the internal id pays the invoice that bears it', () => {
  const { records } = read([invoices, payments, deals]);
  const found = links(matchRecords(records, OPTIONS, NO_DECISIONS), 'invoice-receipt');
  expect(found).toHaveLength(2);
  expect(found.every((link) => /reference, stated, matched$/.test(link))).toBe(true);
  expect(found[0]).toMatch(/INV-2 > /);
  expect(found[1]).toMatch(/INV-3 > /);
});
