import { inspect } from '../../src/reconcile';
import { expectOutcome, nameIn, run } from './support/outcome';
import { sheetsOf } from './support/sheets';

test('37 · an amendment may be an increment or the new total: two readings, and a person is asked', () => {
  const grids = sheetsOf(`
    deal     D-1   Acme / Alice  10,000  2026-01-10  kind=New        Contract Number=CT-1
    deal     D-1A  Acme / Alice  12,000  2026-04-10  kind=Amendment  Contract Number=CT-1
    invoice  I-1   Acme          10,000  2026-01-20  Contract Number=CT-1
    invoice  I-2   Acme          2,000   2026-04-20  Contract Number=CT-1`);
  const asked = inspect(grids, []).questions.filter(({ text }) => /amendment/i.test(text));
  expect(asked.map(({ choices }) => choices.length)).toEqual([2]);
});

test('64 · a bank list with one signed amount column and a balance: rent, payroll and own transfers are not from a customer', () => {
  const book = `
    deal     D-1  Acme / Alice  1,000  2026-03-02
    invoice  I-1041  Acme          1,000  2026-03-05  deal=D-1`;
  const list = [
    ['Booking Date', 'Counterparty', 'Type', 'Details', 'Amount', 'Currency', 'Balance'],
    ['2026-03-12', 'Acme', 'Credit transfer', 'invoice I-1041', 1_000, 'EUR', 6_000],
    ['2026-03-20', 'Harbour Estates', 'Debit', 'rent March', -800, 'EUR', 5_200],
    ['2026-03-27', 'Staff', 'Payroll', 'salaries', -3_000, 'EUR', 2_200],
    ['2026-03-30', 'Our savings', 'Own transfer', 'to current account', 2_000, 'EUR', 4_200],
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
    left out  Debit  not-customer  -800
    left out  Payroll  not-customer  -3,000
    left out  Own transfer  not-customer  2,000`,
  );
  expect(result.lines.map(({ customer }) => nameIn(result, customer))).toEqual(['Acme']);
});
