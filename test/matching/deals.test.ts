import { links, match, searches } from './support/book';

const deals = (table: string): string[] => links(match(table), 'deal-invoice');

describe('deals to invoices by reference', () => {
  test('an invoice that quotes the deal id', () => {
    expect(
      deals(`
        deal     D-0042  Halden Ltd  1,200.00 EUR  2024-03-05
        invoice  INV-7   Halden Ltd  1,000.00 EUR  2024-03-20  ref=d42
      `),
    ).toEqual(['D-0042 > INV-7  1000.00  reference, stated, matched']);
  });

  test('a purchase order number that both quote, in the invoice text', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  1,200.00 EUR  2024-03-05  ref=PO-88123
        invoice  INV-7  Halden Ltd  1,000.00 EUR  2024-03-20  text=Your order PO 88123, thank you
      `),
    ).toEqual(['D-1 > INV-7  1000.00  reference, stated, matched']);
  });

  test('a 15-character Salesforce id quoted with 18', () => {
    expect(
      deals(`
        deal     0061t00000AbCdE     Halden Ltd  1,200.00 EUR  2024-03-05
        deal     0061t00000ABCDE     Halden Ltd    300.00 EUR  2024-03-05
        invoice  INV-7               Halden Ltd  1,200.00 EUR  2024-03-20  ref=0061t00000AbCdEAAV
      `),
    ).toEqual([expect.stringContaining('0061t00000AbCdE > INV-7')]);
  });

  test('an order of eighteen digits is no Salesforce id: another that differs in its end is another', () => {
    expect(
      deals(`
        deal     800000012345678001  Halden Ltd  1,200.00 EUR  2024-03-05
        invoice  INV-7               Halden Ltd    450.00 EUR  2024-03-20  ref=800000012345678002
      `),
    ).toEqual([]);
  });

  test('the whole invoice stays on the deal it names, even above the deal', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  1,000.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd    600.00 EUR  2024-03-20  ref=D-1
        invoice  INV-2  Halden Ltd    600.00 EUR  2024-04-20  ref=D-1
      `),
    ).toEqual(['D-1 > INV-1  600.00  reference, stated, matched', 'D-1 > INV-2  600.00  reference, stated, matched']);
  });

  test('one invoice for several deals is cut by what is open on each', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  600.00 EUR  2024-03-05
        deal     D-2    Halden Ltd  400.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd  900.00 EUR  2024-04-20  ref=D-1; D-2
      `),
    ).toEqual(['D-1 > INV-1  540.00  reference, stated, matched', 'D-2 > INV-1  360.00  reference, stated, matched']);
  });

  test('a reference crosses currencies and is allocated in the invoice’s', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  10,000.00 USD  2024-03-05
        invoice  INV-1  Halden Ltd   9,000.00 EUR  2024-04-20  ref=D-1
      `),
    ).toEqual(['D-1 > INV-1  9000.00  reference, stated, matched']);
  });

  test('two entities with one number: the invoice means the deal of its own entity', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  600.00 EUR  2024-03-05  entity=UK  key=deal.UK
        deal     D-1    Halden Ltd  400.00 EUR  2024-03-05  entity=DE  key=deal.DE
        invoice  INV-1  Halden Ltd  300.00 EUR  2024-04-20  entity=DE  ref=D-1
      `),
    ).toEqual(['DE > INV-1  300.00  reference, stated, matched']);
  });

  test('one number twice in one entity, neither amount equal: nobody guesses', () => {
    const matching = match(`
      deal     D-1    Halden Ltd  600.00 EUR  2024-03-05  key=deal.A
      deal     D-1    Halden Ltd  400.00 EUR  2024-03-05  key=deal.B
      invoice  INV-1  Halden Ltd  300.00 EUR  2024-04-20  ref=D-1
    `);
    expect(links(matching)).toEqual([]);
    expect(searches(matching)).toEqual(['INV-1 ambiguous: A | B']);
  });
});

describe('deals to invoices by amount', () => {
  test('the same amount in the same customer and window', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd      1,234.00 EUR  2024-03-05
        invoice  INV-7  Halden Limited  1,234.00 EUR  2024-04-02
      `),
    ).toEqual(['D-1 > INV-7  1234.00  exact amount, inferred, matched']);
  });

  test('never across customers, currencies or years', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd    1,234.00 EUR  2024-03-05
        invoice  INV-7  Brockley plc  1,234.00 EUR  2024-04-02
        invoice  INV-8  Halden Ltd    1,234.00 USD  2024-04-02
        invoice  INV-9  Halden Ltd    1,234.00 EUR  2022-04-02
      `),
    ).toEqual([]);
  });

  test('never by date order alone', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  5,000.00 EUR  2024-03-05
        invoice  INV-7  Halden Ltd  1,234.00 EUR  2024-03-06
      `),
    ).toEqual([]);
  });

  test('equal deals far apart each take the nearest invoice', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  900.00 EUR  2024-01-10
        deal     D-2    Halden Ltd  900.00 EUR  2024-03-10
        invoice  INV-1  Halden Ltd  900.00 EUR  2024-01-20
        invoice  INV-2  Halden Ltd  900.00 EUR  2024-03-20
      `),
    ).toEqual(['D-1 > INV-1  900.00  exact amount, inferred, matched', 'D-2 > INV-2  900.00  exact amount, inferred, matched']);
  });

  test('two different deals as near to the only invoice: ambiguous', () => {
    const matching = match(`
      deal     D-1    Halden Ltd  900.00 EUR  2024-01-10  name=Licences
      deal     D-2    Halden Ltd  900.00 EUR  2024-01-12  name=Training
      invoice  INV-1  Halden Ltd  900.00 EUR  2024-01-20
    `);
    expect(links(matching)).toEqual([]);
    expect(searches(matching)).toEqual(['INV-1 ambiguous: D-1 | D-2']);
  });

  test('a deal entered twice: one invoice goes to the first, the second is left without a trail', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  900.00 EUR  2024-01-10  name=Licences
        deal     D-2    Halden Ltd  900.00 EUR  2024-01-12  name=Licences
        invoice  INV-1  Halden Ltd  900.00 EUR  2024-01-20
      `),
    ).toEqual(['D-1 > INV-1  900.00  exact amount, inferred, matched']);
  });

  test('one deal, two invoices that add up', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  1,000.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd    400.00 EUR  2024-03-20
        invoice  INV-2  Halden Ltd    600.00 EUR  2024-04-20
        invoice  INV-3  Halden Ltd    777.00 EUR  2024-04-21
      `),
    ).toEqual(['D-1 > INV-1  400.00  split invoice, inferred, matched', 'D-1 > INV-2  600.00  split invoice, inferred, matched']);
  });

  test('the rest of a deal that one invoice names', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  1,200.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd    400.00 EUR  2024-03-20  ref=D-1
        invoice  INV-2  Halden Ltd    800.00 EUR  2024-04-20
      `),
    ).toEqual(['D-1 > INV-1  400.00  reference, stated, matched', 'D-1 > INV-2  800.00  exact amount, inferred, matched']);
  });

  test('two sets that add up: refused, both listed', () => {
    const matching = match(`
      deal     D-1    Halden Ltd  1,000.00 EUR  2024-03-05
      invoice  INV-1  Halden Ltd    412.00 EUR  2024-03-20
      invoice  INV-2  Halden Ltd    588.00 EUR  2024-04-20
      invoice  INV-3  Halden Ltd    413.00 EUR  2024-03-22
      invoice  INV-4  Halden Ltd    587.00 EUR  2024-04-21
    `);
    expect(links(matching)).toEqual([]);
    expect(searches(matching)).toEqual(['D-1 ambiguous: INV-1 + INV-2 | INV-3 + INV-4']);
  });

  test('one invoice, several deals', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd    600.00 EUR  2024-03-05
        deal     D-2    Halden Ltd    433.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd  1,033.00 EUR  2024-03-20
      `),
    ).toEqual([
      'D-1 > INV-1  600.00  combined invoice, inferred, matched',
      'D-2 > INV-1  433.00  combined invoice, inferred, matched',
    ]);
  });

  test('twelve monthly bills of a yearly deal, of which five are out; equal amounts do not cross customers', () => {
    const months = ['01', '02', '03', '04', '05'];
    const bills = (customer: string, series: string): string =>
      months.map((m) => `invoice  ${series}-${m}  ${customer}  100.00 EUR  2024-${m}-15`).join('\n');
    const found = deals(`
      deal  D-1  Halden Ltd    1,200.00 EUR  2024-01-10  term=12  billing=1
      deal  D-2  Brockley plc  1,200.00 EUR  2024-01-10  term=12  billing=1
      ${bills('Halden Ltd', 'H')}
      ${bills('Brockley plc', 'B')}
    `);
    expect(found).toHaveLength(10);
    expect(found.every((link) => /D-1 > H-|D-2 > B-/.test(link))).toBe(true);
    expect(found[0]).toBe('D-1 > H-01  100.00  instalment plan, inferred, matched');
  });

  test('a three-year deal billed yearly without a plan column needs two bills', () => {
    const table = (bills: string): string => `
      deal     D-1    Halden Ltd  3,600.00 EUR  2023-01-10
      ${bills}
    `;
    expect(deals(table('invoice  INV-1  Halden Ltd  1,200.00 EUR  2023-01-20'))).toEqual([]);
    expect(
      deals(table('invoice  INV-1  Halden Ltd  1,200.00 EUR  2023-01-20\n invoice  INV-2  Halden Ltd  1,200.00 EUR  2024-01-20')),
    ).toHaveLength(2);
  });

  test('an amount within tolerance, or with the tax in the deal, is only suggested', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd    1,200.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd    1,199.50 EUR  2024-03-20
        deal     D-2    Brockley plc  1,190.00 EUR  2024-03-05
        invoice  INV-2  Brockley plc  1,000.00 EUR  2024-03-20  tax=190.00
      `),
    ).toEqual([
      'D-1 > INV-1  1199.50  within tolerance, inferred, suggested',
      'D-2 > INV-2  1000.00  within tolerance, inferred, suggested',
    ]);
  });

  test('of a dozen deals that are as near to an invoice ten are named, and that there may be more', () => {
    const dozen = Array.from({ length: 12 }, (_, i) => `deal  D-${10 + i}  Halden Ltd  1,000.00 EUR  2024-03-05`);
    const [search, other] = match(`${dozen.join('\n')}\ninvoice  INV-1  Halden Ltd  1,000.40 EUR  2024-03-20`).openSearches;
    expect(other).toBeUndefined();
    expect(search?.why).toBe('10 or more deals are as near to it');
    expect(search?.candidates).toHaveLength(10);
  });

  test('of a dozen deals that equal an invoice at their rates as well', () => {
    const dozen = Array.from({ length: 12 }, (_, i) => `deal  D-${10 + i}  Halden Ltd  1,000.00 USD  2024-03-05  rate=0.8`);
    const [search] = match(`${dozen.join('\n')}\ninvoice  INV-1  Halden Ltd  800.00 EUR  2024-03-20`).openSearches;
    expect(search?.why).toBe('10 or more deals equal it at their rates');
    expect(search?.candidates.map(([key]) => key)).toEqual(Array.from({ length: 10 }, (_, i) => `deal.D-${10 + i}`));
  });

  test('what no invoice will carry is taken off the deal before amounts are compared', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  1,200.00 EUR  2024-03-05  discount=200.00
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-03-20
      `),
    ).toEqual(['D-1 > INV-1  1000.00  exact amount, inferred, matched']);
  });
});

describe('credits', () => {
  test('a credit follows the invoice it names; a downsell is answered by its own credit', () => {
    expect(
      links(
        match(`
          deal     D-1    Halden Ltd    1,000.00 EUR  2024-03-05
          deal     D-2    Halden Ltd     -200.00 EUR  2024-05-05
          invoice  INV-1  Halden Ltd    1,000.00 EUR  2024-03-20  ref=D-1
          credit   CN-1   Halden Ltd     -200.00 EUR  2024-06-01  ref=D-2  applies=INV-1
        `),
      ),
    ).toEqual([
      'D-1 > INV-1  1000.00  reference, stated, matched',
      'D-2 > CN-1  -200.00  reference, stated, matched',
      'INV-1 > CN-1  200.00  reference, stated, matched',
    ]);
  });

  test('without a reference only an equal amount of one earlier invoice', () => {
    const credits = (table: string): string[] => links(match(table), 'invoice-credit');
    expect(
      credits(`
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-03-20
        invoice  INV-2  Halden Ltd    777.00 EUR  2024-03-20
        credit   CN-1   Halden Ltd   -777.00 EUR  2024-05-01
        credit   CN-2   Halden Ltd   -200.00 EUR  2024-05-01
      `),
    ).toEqual(['INV-2 > CN-1  777.00  exact amount, inferred, matched']);
  });

  test('several invoices credited by one note: each up to its amount, the rest stays on the last', () => {
    expect(
      links(
        match(`
          invoice  INV-1  Halden Ltd  100.00 EUR  2024-03-20
          invoice  INV-2  Halden Ltd  100.00 EUR  2024-04-20
          credit   CN-1   Halden Ltd  -150.00 EUR  2024-05-01  applies=INV-1, INV-2
        `),
      ),
    ).toEqual(['INV-1 > CN-1  100.00  reference, stated, matched', 'INV-2 > CN-1  50.00  reference, stated, matched']);
  });

  test('credit and rebill: the new invoice belongs to the deal of the credited one', () => {
    expect(
      links(
        match(`
          deal     D-1    Halden Ltd  1,000.00 EUR  2024-03-05
          invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-03-20  ref=D-1
          credit   CN-1   Halden Ltd  -1,000.00 EUR  2024-05-01  applies=INV-1
          invoice  INV-2  Halden Ltd  1,000.00 EUR  2024-05-03
          invoice  INV-3  Halden Ltd    900.00 EUR  2024-05-03  text=replaces INV-1
        `),
        'deal-invoice',
      ),
    ).toEqual([
      'D-1 > INV-1  1000.00  reference, stated, matched',
      'D-1 > INV-2  1000.00  credit and rebill, inferred, matched',
      'D-1 > INV-3  900.00  credit and rebill, inferred, matched',
    ]);
  });
});
