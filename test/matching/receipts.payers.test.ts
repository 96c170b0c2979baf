import { links, match } from './support/book';

const receipts = (table: string): string[] => links(match(table), 'invoice-receipt');

describe('payers known by their account', () => {
  const known = `
    invoice  INV-1  Halden Ltd  100.17 EUR  2024-02-01
    invoice  INV-2  Halden Ltd  231.44 EUR  2024-03-01
    invoice  INV-3  Corvane AG  231.44 EUR  2024-03-01
    receipt  R-1    Halden Ltd  100.17 EUR  2024-02-20  account=DE89 3704 0044 0532 0130 00
  `;

  test('an account that paid in a customer’s name tells who pays from it in another', () => {
    const matching = match(`${known} receipt  R-2  HC Treasury  231.44 EUR  2024-03-20  account=DE89370400440532013000`);
    expect(links(matching)).toContain('INV-2 > R-2  231.44  exact amount, inferred, matched');
    expect(matching.links.find(({ right }) => right === 'receipt.R-2')?.evidence).toContainEqual({
      comparison: 'customer',
      level: 'same, by the account that paid',
      weight: 5,
    });
  });

  test('an account that paid an invoice it named, earlier or later', () => {
    expect(
      receipts(`
        invoice  INV-104417  Halden Ltd  100.17 EUR  2024-02-01
        invoice  INV-104418  Halden Ltd  231.44 EUR  2024-03-01
        invoice  INV-104419  Corvane AG  231.44 EUR  2024-03-01
        receipt  R-1  -  231.44 EUR  2024-03-20  account=DE89370400440532013000
        receipt  R-2  -  100.17 EUR  2024-04-20  account=DE89370400440532013000  ref=INV-104417
      `),
    ).toEqual([
      'INV-104417 > R-2  100.17  reference, stated, matched',
      'INV-104418 > R-1  231.44  exact amount, inferred, matched',
    ]);
  });

  test('an account that several customers use, or one’s own, tells nothing', () => {
    expect(
      receipts(`
        ${known}
        receipt  R-2  Corvane AG  11.00 EUR   2024-02-21  account=DE89370400440532013000
        receipt  R-3  -           231.44 EUR  2024-03-20  account=DE89370400440532013000
      `).filter((link) => link.includes('R-3')),
    ).toEqual([]);
  });

  test('a customer that is named to the letter stays, whoever else pays from the account', () => {
    expect(
      receipts(`
        ${known}
        receipt  R-0  Halden Ltd  1.00 EUR    2024-02-20  account=DE89370400440532013000
        receipt  R-2  Corvane AG  231.44 EUR  2024-03-20  account=DE89370400440532013000
      `),
    ).toContain('INV-3 > R-2  231.44  exact amount, inferred, matched');
  });
});

describe('small differences', () => {
  test('several invoices less a charge, and parts that fall a little short of one', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd  1,310.17 EUR  2024-03-01
        invoice  INV-2  Halden Ltd  2,457.44 EUR  2024-03-05
        invoice  INV-3  Halden Ltd  3,981.03 EUR  2024-03-05
        receipt  R-1    Halden Ltd  3,767.31 EUR  2024-04-01
        receipt  R-2    Halden Ltd  1,500.02 EUR  2024-04-02
        receipt  R-3    Halden Ltd  2,480.71 EUR  2024-04-03
      `),
    ).toEqual([
      'INV-1 > R-1  1310.17  sum of invoices within tolerance, inferred, suggested',
      'INV-2 > R-1  2457.14  sum of invoices within tolerance, inferred, suggested',
      'INV-3 > R-2  1500.02  part payments within tolerance, inferred, suggested',
      'INV-3 > R-3  2480.71  part payments within tolerance, inferred, suggested',
    ]);
  });

  test('a discount at a usual rate is inferred and left open for a person to allow', () => {
    const matching = match(`
      invoice  INV-0  Halden Ltd    917.00 EUR  2024-03-01
      invoice  INV-1  Halden Ltd  1,310.00 EUR  2024-03-01
      receipt  R-1    Halden Ltd  1,283.80 EUR  2024-03-10
    `);
    expect(links(matching)).toEqual(['INV-1 > R-1  1283.80  short payment, inferred, suggested']);
    expect(matching.links[0]?.evidence[0]?.level).toBe('equal less 2 %, inferred');
  });

  test('what a deduction left open is not paid by the next receipt', () => {
    expect(
      receipts(`
        invoice  INV-1041  Halden Ltd  1,310.00 EUR  2024-03-01
        invoice  INV-1042  Halden Ltd    500.00 EUR  2024-03-02
        receipt  R-1       Halden Ltd  1,283.80 EUR  2024-03-10  ref=INV-1041
        receipt  R-2       Halden Ltd    200.00 EUR  2024-03-20
      `),
    ).toEqual(['INV-1041 > R-1  1283.80  reference, stated, matched', 'INV-1042 > R-2  200.00  oldest first, assumed, matched']);
  });
});
