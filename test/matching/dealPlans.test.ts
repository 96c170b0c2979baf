import { links, match, searches } from './support/book';

const deals = (table: string): string[] => links(match(table), 'deal-invoice');

describe('plans in equal instalments', () => {
  const monthly = (series: string, first: number, count: number, amount: string): string =>
    Array.from({ length: count }, (_, i) => {
      const month = first + i;
      const date = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-12`;
      return `invoice  ${series}-${String(i + 1).padStart(2, '0')}  Halden Ltd  ${amount} EUR  ${date}`;
    }).join('\n');

  test('a sum that does not divide: the bills differ by a cent', () => {
    const found = deals(`
      deal     D-1    Halden Ltd  1,000.00 EUR  2024-01-10
      invoice  INV-1  Halden Ltd    333.34 EUR  2024-01-12
      invoice  INV-2  Halden Ltd    333.33 EUR  2024-02-12
      invoice  INV-3  Halden Ltd    333.33 EUR  2024-03-12
    `);
    expect(found).toEqual([
      'D-1 > INV-1  333.34  instalment plan, inferred, matched',
      'D-1 > INV-2  333.33  instalment plan, inferred, matched',
      'D-1 > INV-3  333.33  instalment plan, inferred, matched',
    ]);
  });

  test('one bill names the deal, the others follow it', () => {
    const found = deals(`
      deal     D-1    Halden Ltd  1,200.00 EUR  2024-07-20  term=12  billing=1
      invoice  INV-1  Halden Ltd    100.00 EUR  2024-08-15  ref=D-1
      invoice  INV-2  Halden Ltd    100.00 EUR  2024-09-15
      invoice  INV-3  Halden Ltd    100.00 EUR  2024-10-15
    `);
    expect(found).toEqual([
      'D-1 > INV-1  100.00  reference, stated, matched',
      'D-1 > INV-2  100.00  instalment plan, inferred, matched',
      'D-1 > INV-3  100.00  instalment plan, inferred, matched',
    ]);
  });

  test('a run that is another deal’s in full is not cut out for a deal that fits a part of it', () => {
    const found = deals(`
      deal  D-1  Halden Ltd  1,200.00 EUR  2023-01-10
      deal  D-2  Halden Ltd    900.00 EUR  2023-04-11
      ${monthly('M', 0, 12, '100.00')}
    `);
    expect(found).toHaveLength(12);
    expect(found.every((link) => link.startsWith('D-1 > M-'))).toBe(true);
  });

  test('a renewal goes on where the first year ended: each year has its own deal', () => {
    const found = deals(`
      deal  D-1  Halden Ltd  1,200.00 EUR  2023-01-10  term=12  billing=1
      deal  D-2  Halden Ltd  1,200.00 EUR  2024-01-10  term=12  billing=1
      ${monthly('M', 0, 24, '100.00')}
    `);
    expect(found.filter((link) => link.startsWith('D-1 > '))).toHaveLength(12);
    expect(found).toContain('D-1 > M-12  100.00  instalment plan, inferred, matched');
    expect(found).toContain('D-2 > M-13  100.00  instalment plan, inferred, matched');
  });

  test('two different deals that one run would bill: nobody guesses, and it is said', () => {
    const matching = match(`
      deal  D-1  Halden Ltd  1,200.00 EUR  2023-01-10  term=12  billing=1  name=Licences
      deal  D-2  Halden Ltd  1,200.00 EUR  2023-01-11  term=12  billing=1  name=Training
      ${monthly('M', 0, 12, '100.00')}
    `);
    expect(links(matching)).toEqual([]);
    expect(searches(matching)).toEqual(['M-01 ambiguous: D-1 | D-2']);
    expect(matching.openSearches[0]?.why).toBe('2 deals could be billed by 12 of 12 equal instalments');
  });

  test('as many deals of one day as claim the same bills: each gets its own', () => {
    const count = 12;
    const dated = Array.from({ length: count }, (_, i) => `deal  D-${i}  Halden Ltd  300.00 EUR  2024-01-10  term=3  billing=1`);
    const bills = ['2024-01-12', '2024-02-12', '2024-03-12'].flatMap((date, month) =>
      Array.from({ length: count }, (_, i) => `invoice  INV-${month}-${i}  Halden Ltd  100.00 EUR  ${date}`),
    );
    const matching = match([...dated, ...bills].join('\n'));
    expect(new Set(matching.links.map(({ left }) => left)).size).toBe(count);
    expect(matching.links).toHaveLength(3 * count);
  });

  test('what the columns state goes before what only divides', () => {
    const [first] = match(`
      deal  D-1  Halden Ltd  1,200.00 EUR  2023-01-10  term=12  billing=1  name=Licences
      deal  D-2  Halden Ltd    600.00 EUR  2023-01-11  name=Training
      ${monthly('M', 0, 12, '100.00')}
    `).links;
    expect(first?.left).toBe('deal.D-1');
  });
});

describe('plans in shares and yearly steps', () => {
  test('30 of 30/70 is a suggestion, since a single amount says little', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  12,345.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd   3,703.50 EUR  2024-03-20
      `),
    ).toEqual(['D-1 > INV-1  3703.50  part of a plan, inferred, suggested']);
  });

  test('50 and 30 of 50/30/20', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  12,345.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd   6,172.50 EUR  2024-03-20
        invoice  INV-2  Halden Ltd   3,703.50 EUR  2024-05-20
      `),
    ).toEqual([
      'D-1 > INV-1  6172.50  part of a plan, inferred, matched',
      'D-1 > INV-2  3703.50  part of a plan, inferred, matched',
    ]);
  });

  test('round sums are shares of each other too easily', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  10,000.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd   3,000.00 EUR  2024-03-20
      `),
    ).toEqual([]);
  });

  test('the first two of three years, each 5 % above the one before', () => {
    const found = deals(`
      deal     D-1    Halden Ltd  31,525.00 EUR  2023-02-05  term=36  billing=12
      invoice  INV-1  Halden Ltd  10,000.00 EUR  2023-02-20
      invoice  INV-2  Halden Ltd  10,500.00 EUR  2024-02-20
    `);
    expect(found).toEqual([
      'D-1 > INV-1  10000.00  part of a plan, inferred, matched',
      'D-1 > INV-2  10500.00  part of a plan, inferred, matched',
    ]);
  });

  test('annual bills of a three-year deal', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  36,000.00 EUR  2024-02-05  term=36  billing=12
        invoice  INV-1  Halden Ltd  12,000.00 EUR  2024-02-20
      `),
    ).toEqual(['D-1 > INV-1  12000.00  instalment plan, inferred, matched']);
  });
});

describe('sets', () => {
  test('of two sets that add up the one that is billed in time', () => {
    const [first, second] = match(`
      deal     D-1    Halden Ltd  1,000.37 EUR  2024-03-05
      invoice  INV-1  Halden Ltd    412.11 EUR  2024-03-20
      invoice  INV-2  Halden Ltd    588.26 EUR  2024-04-20
      invoice  INV-3  Halden Ltd    413.12 EUR  2024-09-22
      invoice  INV-4  Halden Ltd    587.25 EUR  2024-10-21
    `).links;
    expect([first?.right, second?.right]).toEqual(['invoice.INV-1', 'invoice.INV-2']);
    expect(first?.runnerUp).toBe('INV-3 + INV-4: adds up too, but the only set in time is this one');
  });

  test('of two sets the one that quotes one order throughout', () => {
    const [first, second] = match(`
      deal     D-1    Halden Ltd  1,000.37 EUR  2024-03-05
      invoice  INV-1  Halden Ltd    412.11 EUR  2024-03-20  ref=PO-4711
      invoice  INV-2  Halden Ltd    588.26 EUR  2024-04-20
      invoice  INV-3  Halden Ltd    413.12 EUR  2024-03-22  ref=PO-4712
      invoice  INV-4  Halden Ltd    587.25 EUR  2024-04-21  ref=PO-4712
    `).links;
    expect([first?.right, second?.right]).toEqual(['invoice.INV-3', 'invoice.INV-4']);
  });

  test('the surest set first: two bills of one deal are not spent on a sum of three', () => {
    const found = deals(`
      deal     D-1    Halden Ltd  3,150.37 EUR  2024-03-01  name=Licences
      deal     D-2    Halden Ltd  2,724.26 EUR  2024-03-05  name=Training
      invoice  INV-1  Halden Ltd  1,244.12 EUR  2024-03-20
      invoice  INV-2  Halden Ltd  1,480.14 EUR  2024-03-25
      invoice  INV-3  Halden Ltd    426.11 EUR  2024-03-28
    `);
    expect(found.map((link) => link.slice(0, 11))).toEqual(['D-2 > INV-1', 'D-2 > INV-2']);
  });

  test('a deal that holds the tax of one bill is not made up of two others', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  12,600.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd  10,500.00 EUR  2024-03-20  tax=2,100.00
        invoice  INV-2  Halden Ltd   2,100.00 EUR  2024-03-22  tax=420.00
      `),
    ).toEqual(['D-1 > INV-1  10500.00  within tolerance, inferred, suggested']);
  });
});

describe('credits and deals', () => {
  test('an invoice that equals the corrected deal once its credit is taken off is carried whole', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd    800.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-03-20
        credit   CN-1   Halden Ltd   -200.00 EUR  2024-05-02  applies=INV-1
      `),
    ).toEqual(['D-1 > INV-1  1000.00  exact amount after credits, inferred, matched']);
  });

  test('bills that add up to the deal once a credit is taken off', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  1,011.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd    711.50 EUR  2024-03-20
        invoice  INV-2  Halden Ltd    500.00 EUR  2024-04-20
        credit   CN-1   Halden Ltd   -200.50 EUR  2024-05-02  applies=INV-2
      `),
    ).toEqual(['D-1 > INV-1  711.50  split invoice, inferred, matched', 'D-1 > INV-2  500.00  split invoice, inferred, matched']);
  });

  test('the second bill names the deal: the first, credited one belongs to it too', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd   1,000.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd   1,000.00 EUR  2024-03-20
        credit   CN-1   Halden Ltd  -1,000.00 EUR  2024-05-01  applies=INV-1
        invoice  INV-2  Halden Ltd   1,000.00 EUR  2024-05-03  ref=D-1
      `),
    ).toEqual(['D-1 > INV-1  1000.00  credit and rebill, inferred, matched', 'D-1 > INV-2  1000.00  reference, stated, matched']);
  });

  test('a deposit that is credited when the final bill comes belongs to that bill’s deal', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd   1,000.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd     317.00 EUR  2024-03-07
        invoice  INV-2  Halden Ltd   1,000.00 EUR  2024-05-03
        credit   CN-1   Halden Ltd    -317.00 EUR  2024-05-03  applies=INV-1
      `),
    ).toEqual([
      'D-1 > INV-1  317.00  credit and rebill, inferred, matched',
      'D-1 > INV-2  1000.00  exact amount, inferred, matched',
    ]);
  });

  test('a deposit and the final bill less the deposit', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  1,000.00 EUR  2024-03-05
        invoice  INV-1  Halden Ltd    317.00 EUR  2024-03-07
        invoice  INV-2  Halden Ltd    683.00 EUR  2024-05-03
      `),
    ).toHaveLength(2);
  });
});

describe('across currencies', () => {
  test('at the rate of the deal’s own column', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  10,000.00 USD  2024-03-05  rate=0.8612
        invoice  INV-1  Halden Ltd   8,612.00 GBP  2024-03-20
      `),
    ).toEqual(['D-1 > INV-1  8612.00  stated rate, inferred, suggested']);
  });

  test('at the amount that the invoice states in the deal’s currency', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  10,000.00 USD  2024-03-05
        invoice  INV-1  Halden Ltd   8,612.37 GBP  2024-03-20  in=10,000.00 USD
      `),
    ).toEqual(['D-1 > INV-1  8612.37  stated rate, inferred, suggested']);
  });

  test('not where nothing states a rate', () => {
    expect(
      deals(`
        deal     D-1    Halden Ltd  10,000.00 USD  2024-03-05
        invoice  INV-1  Halden Ltd  10,000.00 GBP  2024-03-20
      `),
    ).toEqual([]);
  });
});
