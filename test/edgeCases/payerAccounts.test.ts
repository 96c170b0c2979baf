import { fieldsOf, grid } from '../reading/support/table';
import { nameIn, run } from './support/outcome';

const LEDGER = [
  grid(
    'Deals',
    `Deal ID | Account Name | Deal Owner | Amount | Currency | Close Date | Stage
    D-1 | Acme | Alice | 1000 | EUR | 2026-03-02 | Closed Won
    D-2 | Birch | Bob | 700 | EUR | 2026-03-02 | Closed Won`,
  ),
  grid(
    'Invoices',
    `Invoice No | Deal ID | Customer | Invoice Date | Net | Currency
    I-1 | D-1 | Acme | 2026-03-05 | 1000 | EUR
    I-2 | D-2 | Birch | 2026-03-05 | 700 | EUR`,
  ),
];

const paidBy = (header: string, accounts: readonly [string, string, string]): string[] => {
  const bank = grid(
    'Bank',
    [
      `Date | Payer | Description | Amount | Currency | ${header}`,
      `2026-03-20 | Acme | TRANSFER | 1000 | EUR | ${accounts[0]}`,
      `2026-03-21 | | DEPOSIT 81 | 350 | EUR | ${accounts[1]}`,
      `2026-03-22 | | DEPOSIT 82 | 123 | EUR | ${accounts[2]}`,
    ].join('\n'),
  );
  const result = run([...LEDGER, bank], '2026-03-31');
  return result.lines
    .filter(({ measures }) => measures.cash !== null && measures.cash !== 0)
    .map(({ customer, measures }) => `${nameIn(result, customer)} ${(measures.cash ?? 0) / 100}`)
    .sort();
};

test('the bank’s own account, the same on all rows, says of no deposit who paid it', () => {
  const own = ["'40021234", "'40021234", "'40021234"] as const;
  const nobodys = ['(Unidentified payer) 473', 'Acme 1000'];
  expect(paidBy('Account Number', own)).toEqual(nobodys);
  expect(paidBy('Counterparty Account', own)).toEqual(nobodys);
});

test('an account from which a customer paid says who paid again', () => {
  expect(paidBy('Account Number', ["'40021234", "'40021234", "'50037777"])).toEqual(['(Unidentified payer) 123', 'Acme 1350']);
});

test.each([
  ['Date | Payer | Amount | Account Number', 'Account Number'],
  ['Date | Description | Amount | Account Number', undefined],
  ['Date | Description | Amount | IBAN', undefined],
  ['Date | Description | Amount | Counterparty IBAN', 'Counterparty IBAN'],
  ['Buchungstag | Verwendungszweck | Betrag | Kontonummer', undefined],
  ['IBAN/BBAN | Datum | Bedrag | Tegenrekening IBAN/BBAN | Naam tegenpartij | Omschrijving-1', 'Tegenrekening IBAN/BBAN'],
])('“%s”: the payer’s account is %s', (header, expected) => {
  expect(fieldsOf(grid('Bank', header)).payerAccount).toBe(expected);
});
