import { links, match, names } from './support/book';

const crm = (...customers: string[]): string =>
  customers.map((name, i) => `deal  D-${i + 1}  ${name}  ${i + 1}00.00 EUR  2024-01-0${i + 1}`).join('\n');
const ledger = (...customers: string[]): string =>
  customers.map((name, i) => `invoice  INV-${i + 1}  ${name}  ${i + 1}7.00 EUR  2024-02-0${i + 1}`).join('\n');
const pairs = (left: string[], right: string[]): string[] => names(match(`${crm(...left)}\n${ledger(...right)}`));

describe('customers by name', () => {
  test.each([
    ['Halden Software Ltd', 'HALDEN SOFTWARE LIMITED'],
    ['Société Bellaire S.A.R.L.', 'Societe Bellaire SARL'],
    ['Kowalczyk Sp. z o.o.', 'KOWALCZYK SP Z O O'],
    ['Johnson & Pryce', 'Johnson and Pryce LLP'],
    ['Northwick Trading', 'Trading, Northwick'],
    ['Brockley Pharmaceuticals plc', 'Brockley Pharma PLC'],
    ['Fjordlys AS', 'Fjordlys A.S.'],
    ['Müntzer Maschinenbau GmbH & Co. KG', 'Muntzer Maschinenbau'],
    ['Quillfeather Analytics', 'Quilfeather Analytics Inc'],
    ['Data Dredgers', 'DataDredgers'],
    ['Corvane Holdings Class A Common Stock', 'Corvane Holding'],
  ])('%s is %s', (left, right) => {
    expect(pairs([left, 'Oakmere Dental', 'Zellweger Pumpen AG'], [right, 'Tamsin Foods'])).toEqual([
      `${left} = ${right}  matched`,
    ]);
  });

  test.each([
    ['Delta Foods', 'Delta Software'],
    ['Meridian Capital II', 'Meridian Capital III'],
    ['Xyro', 'Xyra'],
    ['ABB', 'ABC'],
    ['Global Services Group', 'Global Technology Group'],
  ])('%s is not %s', (left, right) => {
    expect(pairs([left], [right])).toEqual([]);
  });

  test('two that both sheets keep apart are never merged by name', () => {
    expect(pairs(['Halden Ltd', 'Halden GmbH'], ['Halden Ltd', 'Halden GmbH'])).toEqual([
      'Halden GmbH = Halden GmbH  matched',
      'Halden Ltd = Halden Ltd  matched',
    ]);
  });

  test('a name that two accounts fit equally is left open', () => {
    expect(pairs(['Halden Ltd', 'Halden GmbH'], ['Halden'])).toEqual([]);
  });

  test('two ledger accounts of one account', () => {
    expect(pairs(['Halden Software Ltd'], ['Halden Software Ltd', 'HALDEN SOFTWARE LIMITED'])).toHaveLength(2);
  });

  test('case and blanks make no difference within a side', () => {
    const matching = match(`${crm('Halden Ltd', 'halden LTD')}\n${ledger('HALDEN LTD')}`);
    expect([...matching.customers.values()].map(({ name }) => name)).toEqual(['Halden Ltd']);
    expect(new Set(matching.customerOf.values()).size).toBe(1);
  });

  test('the evidence of a pair adds up and shows the Dice score without weight', () => {
    const [link] = match(`${crm('Halden Software Ltd')}\n${ledger('HALDEN SOFTWARE LIMITED')}`).customerLinks;
    expect(link?.evidence).toContainEqual({
      comparison: 'similarity of names (Dice)',
      level: expect.stringMatching(/^0\.\d\d$/) as string,
      weight: 0,
    });
    const sum = (link?.evidence ?? []).reduce((bits, { weight }) => bits + weight, 0);
    expect(link?.probability).toBeCloseTo(1 / (1 + 2 ** -sum), 5);
    expect(link?.evidence.map(({ comparison }) => comparison)).toEqual(
      expect.arrayContaining(['name', 'writing', 'legal form', 'prior']),
    );
  });
});

describe('customers by facts', () => {
  test('one tax number, two names', () => {
    expect(
      names(
        match(`
          deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  vat=GB 123 4567 89
          invoice  INV-1  Oakmere Trading  300.00 EUR  2024-02-01  vat=GB123456789
        `),
      ),
    ).toEqual(['Halden Ltd = Oakmere Trading  matched']);
  });

  test('a public mail host says nothing', () => {
    expect(
      names(
        match(`
          deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  domain=a@gmail.com
          invoice  INV-1  Oakmere Trading  300.00 EUR  2024-02-01  domain=b@gmail.com
        `),
      ),
    ).toEqual([]);
  });

  test('a deal id that invoices quote links the customers', () => {
    expect(
      names(
        match(`
          deal     D-1    Halden Ltd       100.00 EUR  2024-01-01
          deal     D-2    Halden Ltd       100.00 EUR  2024-01-01
          invoice  INV-1  Oakmere Trading  100.00 EUR  2024-02-01  ref=D-1
          invoice  INV-2  Oakmere Trading  100.00 EUR  2024-02-01  ref=D-2
        `),
      ),
    ).toEqual(['Halden Ltd = Oakmere Trading  matched']);
  });

  test('a reseller that is billed for many accounts is none of them', () => {
    expect(
      names(
        match(`
          deal     D-1    Halden Ltd    100.00 EUR  2024-01-01
          deal     D-2    Brockley plc  100.00 EUR  2024-01-01
          invoice  INV-1  Resell Haus   100.00 EUR  2024-02-01  ref=D-1
          invoice  INV-2  Resell Haus   100.00 EUR  2024-02-01  ref=D-2
        `),
      ),
    ).toEqual([]);
  });

  test('a conflicting id vetoes where both sides number their customers alike', () => {
    const table = (id: string): string => `
      deal     D-1    Halden Ltd    100.00 EUR  2024-01-01  customerId=C-1001
      deal     D-2    Brockley plc  100.00 EUR  2024-01-01  customerId=C-1002
      invoice  INV-1  Halden Ltd    300.00 EUR  2024-02-01  customerId=${id}
      invoice  INV-2  Brockley plc  300.00 EUR  2024-02-01  customerId=C-1002
    `;
    expect(names(match(table('C-1001')))).toEqual(['Brockley plc = Brockley plc  matched', 'Halden Ltd = Halden Ltd  matched']);
    expect(names(match(table('C-1777')))).toEqual(['Brockley plc = Brockley plc  matched']);
  });

  test('two systems that both count from one share ids, not customers', () => {
    expect(
      names(
        match(`
          deal     D-1    Halden Ltd    100.00 EUR  2024-01-01  customerId=1
          deal     D-2    Brockley plc  100.00 EUR  2024-01-01  customerId=2
          invoice  INV-1  Brockley plc  300.00 EUR  2024-02-01  customerId=1
          invoice  INV-2  Halden Ltd    300.00 EUR  2024-02-01  customerId=2
        `),
      ),
    ).toEqual(['Brockley plc = Brockley plc  matched', 'Halden Ltd = Halden Ltd  matched']);
  });

  test('a customer list joins an account id with a ledger id', () => {
    expect(
      names(
        match(`
          customer  Halden Ltd    A-100  L-900
          customer  Brockley plc  A-101  L-901
          deal     D-1    Halden Ltd        100.00 EUR  2024-01-01  customerId=A-100
          deal     D-2    Brockley plc      100.00 EUR  2024-01-01  customerId=A-101
          invoice  INV-1  Oakmere Trading   300.00 EUR  2024-02-01  customerId=L-900
          invoice  INV-2  BROCKLEY PLC      300.00 EUR  2024-02-01  customerId=L-901
        `),
      ),
    ).toEqual(['Brockley plc = BROCKLEY PLC  matched', 'Halden Ltd = Oakmere Trading  matched']);
  });

  test('parents roll up where the level says so', () => {
    const table = `
      deal     D-1    Halden UK     123.00 EUR  2024-01-01  parent=Halden Group
      invoice  INV-1  Halden Group  123.00 EUR  2024-01-15
    `;
    expect(match(table).customerOf.get('deal.D-1')).not.toBe(match(table).customerOf.get('invoice.INV-1'));
    const grouped = match(table, { customerLevel: 'parent' });
    expect(grouped.customerOf.get('deal.D-1')).toBe(grouped.customerOf.get('invoice.INV-1'));
    expect(links(grouped)).toEqual(['D-1 > INV-1  123.00  exact amount, inferred, matched']);
  });

  test('a blank customer is the one of the deal or invoice that the document names', () => {
    const { customerOf } = match(`
      deal     D-1    Halden Ltd  100.00 EUR  2024-01-01
      invoice  INV-1  -           100.00 EUR  2024-02-01  ref=D-1
      receipt  R-1    -           100.00 EUR  2024-03-01  ref=INV-1
      receipt  R-2    -            31.00 EUR  2024-03-01
    `);
    expect([...customerOf].sort()).toEqual([
      ['deal.D-1', 'customer.halden ltd'],
      ['invoice.INV-1', 'customer.halden ltd'],
      ['receipt.R-1', 'customer.halden ltd'],
    ]);
  });
});
