import { nameIn, expectOutcome, outcomeOf, run } from './support/outcome';
import { sheetsOf } from './support/sheets';

test('18 · a fee that the bank took settles with the money', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-04-02
    invoice  I-1  Acme          1,000  2026-04-10  deal=D-1
    receipt  R-1  Acme          995    2026-05-10  invoice=I-1  fee=5`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +1,000 = T19 +1,000
    IC  May -995 = Q19° +5, T19 -1,000
    reason  IC  T19  Timing        Expected  stated
    reason  IC  Q19  Data quality  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated`,
  );
});

test('17 · 94 received on 107.50: the tax of the invoice, the tax withheld and the money explain it fully', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  100.00  2026-04-02
    invoice  I-1  Acme          100.00  2026-04-10  deal=D-1  tax=7.50
    receipt  R-1  Acme          94.00   2026-05-10  invoice=I-1  withheld=13.50`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +100 = D4° -7.5, T19 +107.5
    IC  May -94 = Q18° +13.5, T19 -107.5
    reason  IC  D4   Definition    Expected  stated
    reason  IC  T19  Timing        Expected  stated
    reason  IC  Q18  Data quality  Expected  stated
    link  D-1 > I-1  100    stated
    link  I-1 > R-1  107.5  stated`,
  );
});

test('22 · a deposit before the deal is won', () => {
  const result = run(
    `
    receipt  R-1  Acme          300    2026-02-10  kind=Deposit
    deal     D-1  Acme / Alice  1,000  2026-03-20
    invoice  I-1  Acme          1,000  2026-04-01  deal=D-1  due=2026-05-01`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Feb +0 = none
    BI  Mar +1,000 = T2 +1,000
    BI  Apr -1,000 = T2 -1,000
    IC  Feb -300 = T8 -300
    IC  Mar +0 = none
    IC  Apr +1,000 = T8 +300, T6° +700
    reason  BI  T2  Timing  Expected  stated
    reason  IC  T8  Timing  Expected  assumed
    reason  IC  T6  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  300    assumed`,
  );
});

test('23 · on-account cash has a customer, unapplied cash has none: two states, told apart', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-01-02
    invoice  I-1  Acme          1,000  2026-01-10  deal=D-1
    receipt  R-1  Acme          1,000  2026-01-31  invoice=I-1
    receipt  R-2  Acme          500    2026-05-10
    receipt  R-3  -             300    2026-05-11`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    BI  Jan +0 = none
    BI  May +0 = none
    BI  May/(Unidentified payer) +0 = none
    IC  Jan +0 = none
    IC  May -500 = Q21° -500
    IC  May/(Unidentified payer) -300 = Q21° -300
    reason  IC  Q21  Data quality  Act  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated
    settle  IC.receipt.receipt.R-2  Q21  -500  Open
    settle  IC.receipt.receipt.R-3  Q21  -300  Open`,
  );
  expect(result.exceptions.map(({ evidence }) => /the payer is not known/.test(evidence))).toEqual([false, true]);
});

const UNPAID = (status: string): string => `
    deal     D-1  Acme / Alice  1,000  2026-01-05
    invoice  I-1  Acme          1,000  2026-01-10  deal=D-1  due=2026-02-09  status=${status}
    revenue  I-1  Acme          1,000  2026-01
    deal     D-2  Acme / Alice  200    2026-05-05
    invoice  I-2  Acme          200    2026-05-10  deal=D-2  due=2026-06-09  status=Paid
    revenue  I-2  Acme          200    2026-05
    receipt  R-2  Acme          200    2026-05-31  invoice=I-2`;

test('26 · an invoice that will never be paid still counts as revenue: overdue, then written off', () => {
  const common = `
    BI  Jan +0 = none
    BI  May +0 = none
    IR  Jan +0 = none
    IR  May +0 = none
    IC  May +0 = none
    link  D-1 > I-1  1,000  stated
    link  D-2 > I-2  200    stated
    link  I-2 > R-2  200    stated
    link  I-1 > 2026-01  1,000  stated
    link  I-2 > 2026-05  200    stated`;
  expectOutcome(
    run(UNPAID('Overdue'), '2026-05-31'),
    `${common}
    IC  Jan +1,000 = T7° +1,000
    reason  IC  T7  Timing  Act  stated
    settle  IC.open.invoice.I-1  T7  1,000  Open`,
  );
  expectOutcome(
    run(UNPAID('Written off'), '2026-05-31'),
    `${common}
    IC  Jan +1,000 = Q24° +1,000
    reason  IC  Q24  Data quality  Expected  stated`,
  );
});

test('27 · written off, then paid after all: the write-off reverses', () => {
  const result = run(`${UNPAID('Written off')}\nreceipt  R-1  Acme  1,000  2026-06-15  invoice=I-1`, '2026-06-30');
  expectOutcome(
    result,
    `
    BI  Jan +0 = none
    BI  May +0 = none
    BI  Jun +0 = none
    IR  Jan +0 = none
    IR  May +0 = none
    IR  Jun +0 = none
    IC  Jan +1,000 = T19 +1,000
    IC  May +0 = none
    IC  Jun -1,000 = T19 -1,000
    reason  IC  T19  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  D-2 > I-2  200    stated
    link  I-1 > R-1  1,000  stated
    link  I-2 > R-2  200    stated
    link  I-1 > 2026-01  1,000  stated
    link  I-2 > 2026-05  200    stated`,
  );
});

test('64 · a bank list: rent, payroll and own transfers are not from a customer', () => {
  const book = `
    deal     D-1     Acme / Alice  1,000  2026-03-02
    invoice  I-1041  Acme          1,000  2026-03-05  deal=D-1`;
  const list = [
    ['Booking Date', 'Counterparty', 'Type', 'Details', 'Money out', 'Money in', 'Currency', 'Balance'],
    ['2026-03-12', 'Acme', 'Credit transfer', 'invoice I-1041', '', 1_000, 'EUR', 6_000],
    ['2026-03-20', 'Harbour Estates', 'Debit', 'rent March', 800, '', 'EUR', 5_200],
    ['2026-03-27', 'Staff', 'Payroll', 'salaries', 3_000, '', 'EUR', 2_200],
    ['2026-03-30', 'Our savings', 'Own transfer', 'to current account', '', 2_000, 'EUR', 4_200],
  ];
  const bank = { sheet: 'Bank', table: null, top: 0, left: 0, values: list, formatSamples: [], hiddenRows: 0 };
  const result = run([...sheetsOf(book), bank], '2026-03-31');
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    IC  Mar +0 = none
    link  D-1 > I-1041  1,000  stated
    link  I-1041 > -    1,000  stated
    left out  Debit         not-customer  -800
    left out  Payroll       not-customer  -3,000
    left out  Own transfer  not-customer  2,000`,
  );
  expect(result.lines.map(({ customer }) => nameIn(result, customer))).toEqual(['Acme']);
});

const WITHHELD = (columns: string): string => `
    deal     D-1  Acme / Alice  100.00  2026-04-02
    invoice  I-1  Acme          100.00  2026-04-10  deal=D-1  tax=7.50
    receipt  R-1  Acme          94.00   2026-05-10  invoice=I-1  ${columns}`;

test.each([
  'Withholding Tax=10.00  VAT Withheld=3.50',
  'WHT=10.00  WHT VAT=3.50',
  'TDS=8.00  GST TDS=3.50  Local Tax Withheld=2.00',
  'Tax Withheld=8.00  Retención IVA=3.50  Retención ICA=2.00',
])('17 · kinds of withholding in columns of their own add up to what is missing: %s', (columns) => {
  expectOutcome(
    run(WITHHELD(columns), '2026-05-31'),
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +100 = D4° -7.5, T19 +107.5
    IC  May -94 = Q18° +13.5, T19 -107.5
    link  D-1 > I-1  100    stated
    link  I-1 > R-1  107.5  stated`,
    'reason',
  );
});

const SIGNED_LIST = [
  ['2026-03-12', 'Acme', 'Credit transfer', 'invoice I-1041', 1_000, 'EUR', 6_000],
  ['2026-03-20', 'Harbour Estates', 'Debit', 'rent March', -800, 'EUR', 5_200],
  ['2026-03-27', 'Staff', 'Payroll', 'salaries', -3_000, 'EUR', 2_200],
  ['2026-03-30', 'Our savings', 'Own transfer', 'to current account', 2_000, 'EUR', 4_200],
];

test.each([
  ['oldest first', SIGNED_LIST],
  ['newest first', [...SIGNED_LIST].reverse()],
])('64 · a bank list with one signed amount column and a running balance, %s: only the customer’s money is cash', (_, rows) => {
  const book = `
    deal     D-1  Acme / Alice  1,000  2026-03-02
    invoice  I-1041  Acme          1,000  2026-03-05  deal=D-1`;
  const list = [['Booking Date', 'Counterparty', 'Type', 'Details', 'Amount', 'Currency', 'Balance'], ...rows];
  const bank = { sheet: 'Bank', table: null, top: 0, left: 0, values: list, formatSamples: [], hiddenRows: 0 };
  const result = run([...sheetsOf(book), bank], '2026-03-31');
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    IC  Mar +0 = none
    link  D-1 > I-1041  1,000  stated
    link  I-1041 > -    1,000  stated
    left out  Debit  not-customer  -800
    left out  Payroll  not-customer  -3,000
    left out  Own transfer  not-customer  2,000`,
  );
  expect(result.lines.map(({ customer }) => nameIn(result, customer))).toEqual(['Acme']);
});

test('64 · payments with the customer’s balance beside them are no bank list: what was given back counts', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-03-02
    invoice  I-1  Acme           1,000  2026-03-05  deal=D-1
    receipt  R-1  Acme           1,000  2026-03-12  invoice=I-1  Balance=0
    receipt  R-2  Birch          300    2026-03-14  Balance=0
    receipt  F-1  Birch          -300   2026-03-20  Balance=0`,
    '2026-03-31',
  );
  expect(result.leftOut).toEqual([]);
  expect(result.lines.reduce((sum, { measures }) => sum + (measures.cash ?? 0), 0)).toBe(100_000);
});

const chargedBack = `
    deal     D-1  Acme / Alice  1,000   2026-04-02
    invoice  I-1  Acme          1,000   2026-04-03  deal=D-1
    receipt  R-1  Acme          1,000   2026-04-28  invoice=I-1
    refund   F-1  Acme          -1,000  2026-05-28  invoice=R-1  kind=Chargeback`;

test('25 · a chargeback won later reverses: the two meet, nothing stays unapplied', () => {
  const result = run(
    `${chargedBack}
    receipt  R-2  Acme          1,000   2026-06-28  invoice=I-1`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    BI  Jun +0 = none
    IC  Apr +0 = none
    IC  May +1,000 = Q23 +1,000
    IC  Jun -1,000 = Q23 -1,000`,
    'link',
    'reason',
    'settle',
  );
});

test.each(['invoice=R-1', 'text=Dispute F-1 won', 'text=transfer'])(
  '25 · a chargeback won later names the first payment, the chargeback or nothing: “%s”',
  (named) => {
    const result = run(`${chargedBack}\n    receipt  R-2  Acme  1,000  2026-06-28  ${named}`, '2026-06-30');
    expectOutcome(
      result,
      `
      IC  Apr +0 = none
      IC  May +1,000 = Q23 +1,000
      IC  Jun -1,000 = Q23 -1,000`,
      ...['BI', 'link', 'reason', 'settle'],
    );
  },
);

test('25 · of two chargebacks of one amount the payment that names neither does not say which was won', () => {
  const result = run(
    `${chargedBack}
    deal     D-2  Acme / Alice  1,000   2026-04-05
    invoice  I-2  Acme          1,000   2026-04-05  deal=D-2
    receipt  R-2  Acme          1,000   2026-04-29  invoice=I-2
    refund   F-2  Acme          -1,000  2026-05-29  invoice=R-2  kind=Chargeback
    receipt  R-3  Acme          1,000   2026-06-28`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    IC  Apr +0 = none
    IC  May +2,000 = Q23° +2,000
    IC  Jun -1,000 = Q37° -1,000`,
    ...['BI', 'link', 'reason', 'settle'],
  );
  expect(result.openSearches.map(({ candidates }) => candidates)).toEqual([[['invoice.I-1'], ['invoice.I-2']]]);
});

test('25 · money sent back for a credit opens no invoice again: what comes then is on account', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000   2026-04-02
    invoice  I-1  Acme          1,000   2026-04-03  deal=D-1
    receipt  R-1  Acme          1,000   2026-04-28  invoice=I-1
    credit   C-1  Acme          -1,000  2026-05-20  applies=I-1
    refund   F-1  Acme          -1,000  2026-05-28  invoice=R-1
    receipt  R-2  Acme          1,000   2026-06-28`,
    '2026-06-30',
  );
  expect(outcomeOf(result).filter((line) => line.startsWith('IC'))).toEqual([
    'IC  Apr +0 = none',
    'IC  May +0 = none',
    'IC  Jun -1,000 = Q21° -1,000',
  ]);
});
