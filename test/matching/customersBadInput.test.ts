import type { Matching } from '../../src/domain/link';
import { matchKey } from '../../src/domain/link';
import { matchCustomers } from '../../src/matching/customers/customers';
import type { MatchedCustomers } from '../../src/matching/customers/customers';
import { nameRecords } from '../../src/matching/named';
import { numberRecords } from '../../src/matching/numbered';
import type { LinkDecision } from '../../src/settings/decisions';
import { book, links, match, names, OPTIONS } from './support/book';

const MANY = 10_000;
const SOME = 2_000;
const many = (line: (n: number) => string, length = MANY): string => Array.from({ length }, (_, n) => line(n)).join('\n');
const customersOf = ({ customerOf }: Matching): number => new Set(customerOf.values()).size;

describe('names that are hardly any', () => {
  test('blank ones are nobody, and join nobody', () => {
    const matching = match(`
      deal     D-1    -  100.00 EUR  2024-01-01
      invoice  INV-1  -  100.00 EUR  2024-01-15
    `);
    expect(matching.customers.size).toBe(0);
    expect(links(matching)).toEqual([]);
  });

  // Two texts of nothing but signs may stand for any two customers.
  test.each([
    ['A', 1],
    ['?', 2],
    ['...', 2],
    ['&', 1],
    ['Ltd', 1],
    ['.', 2],
    ['1', 1],
    ['é', 1],
    ['中', 1],
  ])('%s is nobody else; written on both sides: %i', (name, customers) => {
    const table = (other: string): string => `
      deal     D-1    ${name}   100.00 EUR  2024-01-01
      invoice  INV-1  ${other}  100.00 EUR  2024-01-15
    `;
    expect(customersOf(match(table(name)))).toBe(customers);
    expect(names(match(table('Halden Ltd')))).toEqual([]);
    expect(names(match(table('B')))).toEqual([]);
  });
});

test.each([
  ['right to left', 'شركة النور للتجارة', 'مؤسسة الأمل'],
  ['Hebrew', 'אורן טכנולוגיות בעמ', 'גלים שיווק'],
  ['Chinese', '华为技术有限公司', '中兴通讯股份有限公司'],
  ['Japanese', '株式会社ハルデン', 'オークミア商事'],
  ['Cyrillic', 'ООО Ромашка Плюс', 'ЗАО Василёк'],
  ['emoji', '🚀 Rocket Fuel', '🐙 Octo Works'],
  ['emoji alone', '🚀🚀', '🐙'],
])('%s: equal names join, unlike ones do not', (_, name, other) => {
  const table = `
    deal     D-1    ${name}   100.00 EUR  2024-01-01
    deal     D-2    ${other}  100.00 EUR  2024-01-01
    invoice  INV-1  ${name}   300.00 EUR  2024-01-15
  `;
  expect(names(match(table))).toEqual([`${name} = ${name}  matched`]);
});

test('a name as long as a cell may be', () => {
  const long = `${'Halden Software und Maschinenbau '.repeat(1000)}GmbH`.slice(0, 32_767);
  const matching = match(`
    deal     D-1    ${long}     100.00 EUR  2024-01-01
    invoice  INV-1  ${long}     300.00 EUR  2024-01-15
    invoice  INV-2  Halden Ltd  300.00 EUR  2024-01-15
  `);
  expect(matching.customerOf.get('deal.D-1')).toBe(matching.customerOf.get('invoice.INV-1'));
});

describe('thousands', () => {
  const matched = (table: string, ...decided: LinkDecision[]): MatchedCustomers => {
    const records = numberRecords(book(table));
    return matchCustomers(records, nameRecords(records), OPTIONS, { aliases: [], links: decided });
  };
  const kept = ({ accountOf }: MatchedCustomers): number => new Set(accountOf.filter((account) => account !== undefined)).size;

  test('accounts of one name under their own ids stay apart where nothing tells them apart', () => {
    const found = matched(`
      ${many((n) => `deal  D-${n}  Acme Ltd  100.00 EUR  2024-01-01  customerId=A-${n}`)}
      invoice  INV-1  Acme Ltd  100.00 EUR  2024-01-15  customerId=7
    `);
    expect(found.links).toEqual([]);
    expect(kept(found)).toBe(MANY + 1);
  });

  test('ledger accounts of one name are one account’s', () => {
    const found = matched(`
      deal  D-1  Acme Ltd  100.00 EUR  2024-01-01  customerId=A-1
      ${many((n) => `invoice  INV-${n}  Acme Ltd  100.00 EUR  2024-01-15  customerId=L-${n}`)}
    `);
    expect(kept(found)).toBe(1);
  });

  test('customers of one domain and one tax number are not one', () => {
    const found = matched(
      many(
        (n) =>
          n % 2 === 0
            ? `deal     D-${n}    Left${n} Works   100.00 EUR  2024-01-01  domain=agency.com  vat=GB123456789`
            : `invoice  INV-${n}  Right${n} Foods  100.00 EUR  2024-01-15  domain=agency.com  vat=GB123456789`,
        SOME,
      ),
    );
    expect(found.links).toEqual([]);
  });

  // What a person confirmed is one, and so are the other accounts written alike.
  test.each([
    ['refused', 2 * SOME],
    ['confirmed', 1],
  ] as const)('accounts of two names that a person %s', (decision, customers) => {
    const key = matchKey('customer', 'Acme Ltd', 'Acme Limited');
    const found = matched(
      `
        ${many((n) => `deal  D-${n}  Acme Ltd  100.00 EUR  2024-01-01  customerId=A-${n}`, SOME)}
        ${many((n) => `invoice  INV-${n}  Acme Limited  100.00 EUR  2024-01-15  customerId=L-${n}`, SOME)}
      `,
      { matchKey: key, decision, decidedBy: '', decidedAt: '' },
    );
    expect(kept(found)).toBe(customers);
  });

  test('rows of a customer list that name one customer', () => {
    const found = matched(`
      deal     D-1    Acme Ltd      100.00 EUR  2024-01-01  customerId=A-1
      invoice  INV-1  Corvane GmbH  100.00 EUR  2024-01-15  customerId=L-1
      invoice  INV-2  Brockley plc  100.00 EUR  2024-01-15  customerId=L-2
      customer  Brockley plc  A-2  L-2
      ${many((n) => `customer  Acme Ltd  A-1  L-1  parent=Group ${n % 7}`)}
    `);
    expect(kept(found)).toBe(2);
  });
});

test.each([
  ['1001', '1001'],
  ['01001', '1001'],
  [' 1001', '1001'],
  ['１００１', '1001'],
  ['c-1001', 'C-1001'],
])('an id %s is %s', (left, right) => {
  const matching = match(`
    deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  customerId=${left}
    deal     D-2    Corvane AG       100.00 EUR  2024-01-01  customerId=2002
    invoice  INV-1  Halden Trading   300.00 EUR  2024-02-01  customerId=${right}
    invoice  INV-2  Corvane AG       300.00 EUR  2024-02-01  customerId=2002
  `);
  expect(matching.customerOf.get('deal.D-1')).toBe(matching.customerOf.get('invoice.INV-1'));
});

test('parent links that lead nowhere, to themselves, or in a long circle', () => {
  const circle = Array.from(
    { length: 2_000 },
    (_, n) => `deal  D-${n}  Acme ${n} Works  100.00 EUR  2024-01-01  parent=Acme ${(n + 1) % 2_000} Works`,
  );
  const matching = match(`${circle.join('\n')}\ndeal  D-X  Halden  1.00 EUR  2024-01-01  parent=Nobody Known`, {
    customerLevel: 'parent',
  });
  expect(customersOf(matching)).toBe(2);
});
