import type { Evidence, Matching } from '../../src/domain/link';
import { match, names } from './support/book';

/** One deal and one invoice of two customers that no name would join. */
const pair = (deal: string, invoice: string): Matching =>
  match(`
    deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  ${deal}
    deal     D-2    Corvane AG       100.00 EUR  2024-01-01
    invoice  INV-1  Oakmere Trading  300.00 EUR  2024-02-01  ${invoice}
  `);
const ONE = ['Halden Ltd = Oakmere Trading  matched'];

const evidenceOf = ({ customerLinks }: Matching, comparison: string): Evidence | undefined =>
  customerLinks[0]?.evidence.find((one) => one.comparison === comparison);

describe('tax numbers', () => {
  test.each([
    ['DE123456789', 'DE 123 456 789'],
    ['DE123456789', '123456789'],
    ['ATU12345678', 'U12345678'],
    ['CHE-123.456.789 MWST', 'CHE123456789'],
    ['BE0123456789', '123456789'],
    ['VAT No. GB 123 4567 89', 'GB123456789'],
    ['USt-IdNr.: DE123456789', 'DE123456789'],
    ['EL123456789', 'GR123456789'],
    ['12-3456789', '123456789'],
  ])('%s is %s', (left, right) => {
    expect(names(pair(`vat=${left}`, `vat=${right}`))).toEqual(ONE);
  });

  test.each([
    ['DE123456789', 'DE123456780'],
    ['DE123456789', 'FR123456789'],
    ['000000000', '000000000'],
    ['exempt', 'exempt'],
    ['n/a', 'n/a'],
  ])('%s is not %s', (left, right) => {
    expect(names(pair(`vat=${left}`, `vat=${right}`))).toEqual([]);
  });

  test('a lost country is told, and worth less', () => {
    const whole = evidenceOf(pair('vat=DE123456789', 'vat=DE123456789'), 'tax number');
    const lost = evidenceOf(pair('vat=DE123456789', 'vat=123456789'), 'tax number');
    expect([whole?.level, lost?.level]).toEqual(['same', 'same, country written once']);
    expect(lost?.weight).toBeLessThan(whole?.weight ?? 0);
  });

  test('another number under one name: a person says', () => {
    const named = (vat: string): Matching =>
      match(`
        deal     D-1    Halden Ltd  100.00 EUR  2024-01-01  vat=GB123456789
        invoice  INV-1  Halden      300.00 EUR  2024-02-01  vat=${vat}
      `);
    expect(names(named('GB123456789'))).toEqual(['Halden Ltd = Halden  matched']);
    const { customerLinks, customerHints } = named('GB987654321');
    expect(customerLinks.filter(({ state }) => state === 'matched')).toEqual([]);
    const told = [...customerLinks, ...customerHints].flatMap(({ evidence }) => evidence);
    expect(told.find(({ comparison }) => comparison === 'tax number')?.weight).toBeLessThan(-5);
  });
});

describe('domains and e-mails', () => {
  test.each([
    ['halden.com', 'https://www.halden.com/en?x=1'],
    ['mail.halden.co.uk', 'accounts@halden.co.uk'],
    ['HALDEN.com', 'Jo Day <jo.day@eu.halden.com>'],
    ['a@gmail.com; b@halden.com', 'halden.com'],
    ['halden.myshopify.com', 'https://halden.myshopify.com'],
  ])('%s is %s', (left, right) => {
    expect(names(pair(`domain=${left}`, `domain=${right}`))).toEqual([expect.stringContaining('Halden Ltd = Oakmere Trading')]);
  });

  test.each([
    ['a@gmail.com', 'b@gmail.com'],
    ['halden.co.uk', 'oakmere.co.uk'],
    ['halden.myshopify.com', 'oakmere.myshopify.com'],
    ['halden@outlook.com', 'outlook.com'],
    ['n/a', 'n/a'],
  ])('%s is not %s', (left, right) => {
    expect(names(pair(`domain=${left}`, `domain=${right}`))).toEqual([]);
  });

  test('a domain that several customers share says little', () => {
    const shared = match(`
      deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  domain=agency.com
      deal     D-2    Corvane AG       100.00 EUR  2024-01-01  domain=agency.com
      deal     D-3    Brockley plc     100.00 EUR  2024-01-01  domain=agency.com
      invoice  INV-1  Oakmere Trading  300.00 EUR  2024-02-01  domain=agency.com
      invoice  INV-2  HALDEN LIMITED   300.00 EUR  2024-02-01  domain=agency.com
    `);
    expect(names(shared)).toEqual(['Halden Ltd = HALDEN LIMITED  matched']);
    expect(evidenceOf(shared, 'domain')?.level).toBe('same, shared by 3');
  });
});

describe('places', () => {
  const named = (left: string, right: string): Matching =>
    match(`
      deal     D-1    Halden Foods     100.00 EUR  2024-01-01  ${left}
      deal     D-2    Corvane AG       100.00 EUR  2024-01-01  country=France  city=Lyon
      deal     D-3    Brockley plc     100.00 EUR  2024-01-01  country=UK      city=Leeds
      invoice  INV-1  Halden Foods     300.00 EUR  2024-02-01  ${right}
    `);

  test('one place adds to a name, in whatever tongue it is written', () => {
    const { customerLinks } = named('country=Deutschland  city=Köln', 'country=DE  city=KOLN');
    const city = customerLinks[0]?.evidence.find(({ comparison }) => comparison === 'city');
    expect(city?.level).toBe('same');
    expect(city?.weight).toBeGreaterThan(0);
  });

  test('another country takes off, and no city is looked at', () => {
    const [link] = named('country=Germany  city=Halle', 'country=Belgium  city=Halle').customerLinks;
    const places = link?.evidence.filter(({ comparison }) => ['country', 'city', 'postcode'].includes(comparison));
    expect(places?.map(({ comparison, level }) => `${comparison} ${level}`)).toEqual(['country another']);
    expect(places?.[0]?.weight).toBeLessThan(0);
  });

  test('one place alone joins nobody', () => {
    expect(names(pair('country=Germany  postcode=50667', 'country=Germany  postcode=50667'))).toEqual([]);
  });
});

describe('amounts in common', () => {
  const book = (...amounts: string[]): Matching =>
    match(
      ['deal  D-0  Corvane AG  5,000.00 EUR  2024-01-01']
        .concat(
          amounts.flatMap((amount, i) => [
            `deal     D-${i + 1}    Halden Ltd       ${amount} EUR  2024-01-0${i + 1}`,
            `invoice  INV-${i + 1}  Oakmere Trading  ${amount} EUR  2024-02-0${i + 1}`,
          ]),
        )
        .join('\n'),
    );

  test('one is chance, several of unusual size near in time are not', () => {
    expect(names(book('1,234.56'))).toEqual([]);
    expect(names(book('1,234.56', '987.65', '4,321.09'))).toEqual(ONE);
  });

  test('round amounts say nothing', () => {
    expect(names(book('1,000.00', '2,000.00', '12,000.00', '500.00'))).toEqual([]);
  });

  test('an amount that others hold too says nothing', () => {
    const matching = match(`
      deal     D-1    Halden Ltd       1,234.56 EUR  2024-01-01
      deal     D-2    Halden Ltd         987.65 EUR  2024-01-01
      deal     D-3    Corvane AG       1,234.56 EUR  2024-01-01
      deal     D-4    Corvane AG         987.65 EUR  2024-01-01
      invoice  INV-1  Oakmere Trading  1,234.56 EUR  2024-01-20
      invoice  INV-2  Oakmere Trading    987.65 EUR  2024-01-20
    `);
    expect(names(matching)).toEqual([]);
  });

  test('far apart in time says nothing', () => {
    const matching = match(`
      deal     D-1    Halden Ltd       1,234.56 EUR  2022-01-01
      deal     D-2    Halden Ltd         987.65 EUR  2022-01-01
      deal     D-3    Halden Ltd       4,321.09 EUR  2022-01-01
      invoice  INV-1  Oakmere Trading  1,234.56 EUR  2024-01-20
      invoice  INV-2  Oakmere Trading    987.65 EUR  2024-01-20
      invoice  INV-3  Oakmere Trading  4,321.09 EUR  2024-01-20
    `);
    expect(names(matching)).toEqual([]);
  });
});

describe('ids', () => {
  const numbered = (first: string, second: string): Matching =>
    match(`
      deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  customerId=${first}
      deal     D-2    Corvane AG       100.00 EUR  2024-01-01  customerId=40002
      deal     D-3    Brockley plc     100.00 EUR  2024-01-01  customerId=40003
      invoice  INV-1  Oakmere Trading  300.00 EUR  2024-02-01  customerId=${second}
      invoice  INV-2  Corvane AG       300.00 EUR  2024-02-01  customerId=40002
      invoice  INV-3  Brockley plc     300.00 EUR  2024-02-01  customerId=40003
    `);

  test('zeros lost in one of the sheets make no difference', () => {
    expect(names(numbered('0000040001', '40001'))).toContain('Halden Ltd = Oakmere Trading  matched');
    expect(names(numbered('40001', '40009'))).not.toContain('Halden Ltd = Oakmere Trading  matched');
  });

  test('ids that differ in case alone are two where case counts, in their long form and in their short', () => {
    const { customers } = match(`
      deal  D-1  Halden Ltd  100.00 EUR  2024-01-01  customerId=0015g00000AAbCd
      deal  D-2  Corvane AG  100.00 EUR  2024-01-01  customerId=0015g00000AAbcd
      deal  D-3  Halden Ltd  100.00 EUR  2024-01-01  customerId=0015g00000AAbCdAAA
    `);
    expect([...customers.values()].map(({ name }) => name).sort()).toEqual(['Corvane AG', 'Halden Ltd']);
  });

  test('one id for sundry customers parts them by name', () => {
    const matching = match(`
      deal     D-1    Halden Ltd    100.00 EUR  2024-01-01
      deal     D-2    Brockley plc  100.00 EUR  2024-01-01
      invoice  INV-1  Halden Ltd    300.00 EUR  2024-02-01  customerId=9999
      invoice  INV-2  Brockley plc  300.00 EUR  2024-02-01  customerId=9999
    `);
    expect(names(matching)).toEqual(['Brockley plc = Brockley plc  matched', 'Halden Ltd = Halden Ltd  matched']);
  });

  test('a customer renamed under its id is one', () => {
    const { customers } = match(`
      invoice  INV-1  Halden Ltd       300.00 EUR  2024-02-01  customerId=9999
      invoice  INV-2  Oakmere Trading  300.00 EUR  2024-03-01  customerId=9999
    `);
    expect(customers.size).toBe(1);
  });

  test('two ledgers that both count from one are two columns of ids', () => {
    const matching = match(`
      deal     D-1    Halden Ltd      100.00 EUR  2024-01-01
      deal     D-2    Brockley plc    100.00 EUR  2024-01-01
      deal     D-3    Corvane AG      100.00 EUR  2024-01-01
      deal     D-4    Oakmere Dental  100.00 EUR  2024-01-01
      invoice  INV-1  Halden Ltd      300.00 EUR  2024-02-01  customerId=1  entity=UK
      invoice  INV-2  Brockley plc    300.00 EUR  2024-02-01  customerId=2  entity=UK
      invoice  INV-3  Corvane AG      300.00 EUR  2024-02-01  customerId=1  entity=DE
      invoice  INV-4  Oakmere Dental  300.00 EUR  2024-02-01  customerId=2  entity=DE
    `);
    expect(names(matching)).toEqual([
      'Brockley plc = Brockley plc  matched',
      'Corvane AG = Corvane AG  matched',
      'Halden Ltd = Halden Ltd  matched',
      'Oakmere Dental = Oakmere Dental  matched',
    ]);
  });
});

test('a customer list brings its tax numbers and domains to the customers it names', () => {
  const matching = match(`
    customer  Halden Ltd       A-100  -  domain=halden.com
    customer  Oakmere Trading  L-900  -  domain=www.halden.com
    deal     D-1    Halden Ltd       100.00 EUR  2024-01-01  customerId=A-100
    invoice  INV-1  Oakmere Trading  300.00 EUR  2024-02-01  customerId=L-900
  `);
  expect(names(matching)).toEqual([expect.stringContaining('Halden Ltd = Oakmere Trading')]);
});
