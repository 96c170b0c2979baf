import type { Matching } from '../../src/domain/link';
import { links, match, names, nearest } from './support/book';

/** `D-1 INV-1 | D-2`: the records of each customer, customers and records in order. */
function together({ customerOf }: Matching): string {
  const groups = new Map<string, string[]>();
  for (const [record, customer] of customerOf) {
    const id = record.replace(/^[a-z]+\./, '');
    groups.set(customer, [...(groups.get(customer) ?? []), id]);
  }
  return [...groups.values()]
    .map((ids) => ids.sort().join(' '))
    .sort()
    .join(' | ');
}

describe('many to one', () => {
  test('two ledger accounts of one account, by id and by entity', () => {
    expect(
      together(
        match(`
          deal     D-1    Halden Software Ltd      100.00 EUR  2024-01-01  customerId=A-1
          invoice  INV-1  Halden Software Ltd      300.00 EUR  2024-02-01  customerId=7001  entity=UK
          invoice  INV-2  HALDEN SOFTWARE LIMITED  300.00 EUR  2024-02-01  customerId=7450  entity=DE
        `),
      ),
    ).toBe('D-1 INV-1 INV-2');
  });

  test('two accounts written alike, one ledger account', () => {
    expect(
      together(
        match(`
          deal     D-1    Halden Software Ltd      100.00 EUR  2024-01-01  customerId=A-1
          deal     D-2    Halden Software Limited  200.00 EUR  2024-01-01  customerId=A-2
          invoice  INV-1  Halden Software Ltd      300.00 EUR  2024-02-01  customerId=7001  ref=D-1
        `),
      ),
    ).toBe('D-1 D-2 INV-1');
  });

  test('two accounts that the customer list gives one ledger account', () => {
    const matching = match(`
      customer  Halden Ltd       A-1001  L-9001
      customer  Oakmere Trading  A-1002  L-9001
      deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  customerId=A-1001
      deal     D-2    Oakmere Trading  200.00 EUR  2024-01-01  customerId=A-1002
      invoice  INV-1  Corvane AG       300.00 EUR  2024-02-01  customerId=L-9001
    `);
    expect(together(matching)).toBe('D-1 D-2 INV-1');
    expect(names(matching)).toEqual(['Halden Ltd = Corvane AG  matched', 'Oakmere Trading = Corvane AG  matched']);
    expect(nearest(matching)).toEqual([]);
  });

  test('two accounts that a tax number leads to one ledger account', () => {
    expect(
      together(
        match(`
          deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  customerId=A-1
          deal     D-2    Oakmere Trading  200.00 EUR  2024-01-01  customerId=A-2  vat=GB123456789
          invoice  INV-1  Halden Ltd       300.00 EUR  2024-02-01  vat=GB123456789
          invoice  INV-2  Halden Ltd       300.00 EUR  2024-02-01  ref=D-1
        `),
      ),
    ).toBe('D-1 D-2 INV-1 INV-2');
  });

  test('of two unlike accounts that lead to one ledger account the surer has it, and the other says why not', () => {
    const matching = match(`
      deal     D-1    Oakmere Trading  100.00 EUR  2024-01-01  customerId=A-1  vat=GB123456789
      deal     D-2    Halden Ltd       200.00 EUR  2024-01-01  customerId=A-2  domain=halden.com
      invoice  INV-1  Oakmere Trading  300.00 EUR  2024-02-01  vat=GB123456789  domain=halden.com
    `);
    expect(together(matching)).toBe('D-1 INV-1 | D-2');
    expect(nearest(matching)).toEqual([
      'Halden Ltd ~ Oakmere Trading: already Oakmere Trading (A-1), another account of the CRM',
    ]);
  });

  test('two accounts of one name and two tax numbers stay two', () => {
    const matching = match(`
      deal     D-1    Halden Ltd  100.00 EUR  2024-01-01  customerId=A-1  vat=GB123456789
      deal     D-2    Halden Ltd  200.00 EUR  2024-01-01  customerId=A-2  vat=GB987654321
      invoice  INV-1  Halden Ltd  300.00 EUR  2024-02-01  vat=GB123456789
    `);
    expect(together(matching)).toBe('D-1 INV-1 | D-2');
    expect(nearest(matching)).toEqual([expect.stringContaining('tax number')]);
  });

  test('what both sheets keep apart no name joins', () => {
    const matching = match(`
      deal     D-1    Halden Ltd    100.00 EUR  2024-01-01  customerId=A-1
      deal     D-2    Halden Ltd    200.00 EUR  2024-01-01  customerId=A-2
      invoice  INV-1  Halden Ltd    300.00 EUR  2024-02-01  customerId=7001  ref=D-1
      invoice  INV-2  Halden Ltd    400.00 EUR  2024-02-01  customerId=7002  ref=D-2
    `);
    expect(together(matching)).toBe('D-1 INV-1 | D-2 INV-2');
  });

  test('a group of one domain keeps its companies apart', () => {
    const matching = match(`
      deal     D-1    Halden Foods     100.00 EUR  2024-01-01  domain=group.com
      deal     D-2    Corvane Pumps    200.00 EUR  2024-01-01  domain=group.com
      invoice  INV-1  Halden Foods     300.00 EUR  2024-02-01  domain=group.com
      invoice  INV-2  Corvane Pumps    400.00 EUR  2024-02-01  domain=group.com
    `);
    expect(together(matching)).toBe('D-1 INV-1 | D-2 INV-2');
  });
});

describe('parents', () => {
  test('a ledger account that bears the name of the parent is not the account that it pays for', () => {
    const matching = match(`
      deal     D-1    Halden Foods   100.00 EUR  2024-01-01  parent=Corvane Group
      deal     D-2    Halden Foods   100.00 EUR  2024-01-01  parent=Corvane Group
      invoice  INV-1  CORVANE GROUP  100.00 EUR  2024-02-01  ref=D-1
      invoice  INV-2  CORVANE GROUP  100.00 EUR  2024-02-01  ref=D-2
    `);
    expect(together(matching)).toBe('D-1 D-2 | INV-1 INV-2');
    expect(links(matching, 'deal-invoice')).toHaveLength(2);
  });

  test('a parent is found though its legal form is left out', () => {
    const table = `
      deal     D-1    Halden UK          123.00 EUR  2024-01-01  parent=Corvane Group
      invoice  INV-1  Corvane Group plc  123.00 EUR  2024-01-15
    `;
    expect(together(match(table))).toBe('D-1 | INV-1');
    expect(together(match(table, { customerLevel: 'parent' }))).toBe('D-1 INV-1');
  });

  test('a parent is found by its id in the list', () => {
    const table = `
      customer  Corvane Group  A-1
      customer  Halden UK      A-2  -  parent=A-1
      deal     D-1    Halden UK      123.00 EUR  2024-01-01  customerId=A-2
      deal     D-2    Corvane Group  456.00 EUR  2024-01-01  customerId=A-1
    `;
    expect(together(match(table, { customerLevel: 'parent' }))).toBe('D-1 D-2');
  });

  test.each(['account', 'parent'] as const)('a circle of parents ends at one top for all (%s)', (customerLevel) => {
    const matching = match(
      `
        deal  D-1  Halden Ltd    100.00 EUR  2024-01-01  parent=Brockley plc
        deal  D-2  Brockley plc  100.00 EUR  2024-01-01  parent=Corvane AG
        deal  D-3  Corvane AG    100.00 EUR  2024-01-01  parent=Halden Ltd
        deal  D-4  Oakmere SA    100.00 EUR  2024-01-01  parent=Corvane AG
        deal  D-5  Tamsin Foods  100.00 EUR  2024-01-01  parent=Tamsin Foods
      `,
      { customerLevel },
    );
    expect(together(matching)).toBe(customerLevel === 'parent' ? 'D-1 D-2 D-3 D-4 | D-5' : 'D-1 | D-2 | D-3 | D-4 | D-5');
  });
});

describe('sub-customers', () => {
  test('jobs belong to the customer before the colon', () => {
    const matching = match(`
      deal     D-1    Halden Ltd          100.00 EUR  2024-01-01
      deal     D-2    Corvane AG          100.00 EUR  2024-01-01
      invoice  INV-1  Halden Ltd:Website  300.00 EUR  2024-02-01  customerId=17
      invoice  INV-2  Halden Ltd:Support  400.00 EUR  2024-02-01  customerId=18
      receipt  R-1    Halden Ltd:Support  400.00 EUR  2024-03-01
    `);
    expect(together(matching)).toBe('D-1 INV-1 INV-2 R-1 | D-2');
  });

  test('what both systems write whole stays whole', () => {
    const matching = match(`
      deal     D-1    Halden:North  100.00 EUR  2024-01-01
      deal     D-2    Halden:South  100.00 EUR  2024-01-01
      invoice  INV-1  Halden:North  300.00 EUR  2024-02-01
      invoice  INV-2  Halden:South  400.00 EUR  2024-02-01
    `);
    expect(together(matching)).toBe('D-1 INV-1 | D-2 INV-2');
  });

  test('a colon in a name that stands alone is part of it', () => {
    const { customers } = match('deal  D-1  Project: Moonbase  100.00 EUR  2024-01-01');
    expect([...customers.values()].map(({ name }) => name)).toEqual(['Project: Moonbase']);
  });
});

describe('what spoke against a customer without a partner', () => {
  test('a rival that fits as well', () => {
    expect(
      nearest(
        match(`
          deal     D-1    Halden Ltd  100.00 EUR  2024-01-01  customerId=A-1
          deal     D-2    Halden Ltd  100.00 EUR  2024-01-01  customerId=A-2
          invoice  INV-1  Halden Ltd  300.00 EUR  2024-02-01
        `),
      ),
    ).toContain('Halden Ltd ~ Halden Ltd: Halden Ltd (A-2) fits equally');
  });

  test('a conflict of ids', () => {
    const matching = match(`
      deal     D-1    Halden Ltd    100.00 EUR  2024-01-01  customerId=C-1001
      deal     D-2    Brockley plc  100.00 EUR  2024-01-01  customerId=C-1002
      invoice  INV-1  Halden Ltd    300.00 EUR  2024-02-01  customerId=C-1777
      invoice  INV-2  Brockley plc  300.00 EUR  2024-02-01  customerId=C-1002
    `);
    expect(nearest(matching)).toContain('Halden Ltd ~ Halden Ltd: customer id: conflict');
    const [hint] = matching.customerHints;
    expect(hint?.probability).toBe(0);
    expect(hint?.evidence.map(({ comparison }) => comparison)).toContain('name');
  });

  test('another number in the name', () => {
    const matching = match(`
      deal     D-1  Meridian Capital II   1.00 EUR  2024-01-01
      invoice  I-1  Meridian Capital III  2.00 EUR  2024-01-01
    `);
    expect(nearest(matching)).toEqual([
      expect.stringMatching(/^Meridian Capital II ~ Meridian Capital III: \w/),
      expect.stringMatching(/^Meridian Capital III ~ Meridian Capital II: \w/),
    ]);
  });
});
