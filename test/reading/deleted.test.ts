/** Rows that the system keeps though somebody deleted, voided or cancelled them: a flag says so. */

import { shown } from './support/shown';
import { grid } from './support/table';

test('a deleted deal is not booked, though it was won', () => {
  const sheet = grid(
    'Opportunity',
    `
    Id     | AccountId | Amount | CloseDate  | StageName  | IsWon | IsDeleted
    006AA1 | 001A      | 40.50  | 2025-01-15 | Closed Won | TRUE  | FALSE
    006AA2 | 001B      | 60.60  | 2025-02-09 | Closed Won | TRUE  | TRUE
    `,
  );
  expect(shown(sheet)).toEqual({
    records: ['006AA1  -  40.50  2025-01-15'],
    left: ['row 3: status G “TRUE”'],
    faults: [],
    asks: [],
  });
});

test.each(['is_deleted', '_fivetran_deleted', 'Deleted', 'Voided', 'Is Cancelled'])('invoices with a flag “%s”', (flag) => {
  const sheet = grid(
    'Invoices',
    `
    Invoice No | Customer | Invoice Date | Net amount | ${flag}
    H-11       | Oak Ltd  | 2025-01-15   | 40.50      | 0
    H-12       | Oak Ltd  | 2025-01-16   |            | 1
    H-13       | Oak Ltd  | 2025-01-17   | 9.50       |
    `,
  );
  expect(shown(sheet)).toMatchObject({
    records: ['H-11  Oak Ltd  40.50  2025-01-15', 'H-13  Oak Ltd  9.50  2025-01-17'],
    left: ['row 3: status E “1”'],
  });
});

test('payments and months of a plan', () => {
  const receipts = grid(
    'Payments',
    'Payment ID | Payer | Payment Date | Amount received | Deleted\nP-1 | Oak | 2025-03-15 | 40.50 | no\nP-2 | Oak | 2025-03-16 | 9.50 | yes',
  );
  const plan = grid(
    'Revenue schedule',
    'Invoice No | Customer | Month | Amount | Deleted\nH-11 | Oak | 2025-03 | 40.50 | no\nH-11 | Oak | 2025-04 | 9.50 | yes',
  );
  expect(shown(receipts).left).toEqual(['row 3: status E “yes”']);
  expect(shown(plan).left).toEqual(['row 3: status E “yes”']);
});

test('a date of deletion is no flag', () => {
  const sheet = grid(
    'Invoices',
    'Invoice No | Customer | Invoice Date | Net amount | Deleted\nH-11 | Oak | 2025-01-15 | 40.50 |\nH-12 | Oak | 2025-01-16 | 9.50 | 2025-01-20',
  );
  expect(shown(sheet).records).toHaveLength(2);
});
