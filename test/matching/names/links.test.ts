import { companies, inLedger } from '../../../samples/names';
import { seeded } from '../../../samples/random';
import type { CustomerLink } from '../../../src/domain/link';
import { matchCustomers } from '../../../src/matching/customers/customers';
import { nameRecords } from '../../../src/matching/named';
import { numberRecords } from '../../../src/matching/numbered';
import { bookOf, OPTIONS } from '../../bench/names/book';

const row = (id: string, name: string) => ({ id, name, taxNumber: '', domain: '' });
/** Customer links between names of a CRM and names of a ledger, each row a customer of its own. */
function linksOf(crm: readonly string[], ledger: readonly string[]): readonly CustomerLink[] {
  const records = numberRecords(
    bookOf(
      crm.map((name, i) => row(`A-${name}-${i}`, name)),
      ledger.map((name, i) => row(`B-${name}-${i}`, name)),
    ),
  );
  return matchCustomers(records, nameRecords(records), OPTIONS, { aliases: [], links: [] }).links;
}
const shown = (links: readonly CustomerLink[]): string[] =>
  links.map(({ left, right, state }) => `${left} = ${right}  ${state}`).sort();

const random = seeded(8);
const REGISTER = companies(random, 400);
const LEDGER = REGISTER.map((company) => inLedger(random, company));
const CRM = REGISTER.map(({ name }) => name);

describe('links by name', () => {
  test('do not depend on the order of the rows', () => {
    const forth = linksOf(CRM, LEDGER);
    const back = linksOf([...CRM].reverse(), [...LEDGER].reverse());
    const facts = (links: readonly CustomerLink[]): string[] =>
      links.map(({ left, right, probability, runnerUp }) => `${left} = ${right} ${probability} ${runnerUp}`).sort();
    expect(facts(back)).toEqual(facts(forth));
    expect(forth.length).toBeGreaterThan(300);
  });

  test('stay as they are when an unrelated customer comes to either side', () => {
    const before = shown(linksOf(CRM, LEDGER));
    expect(shown(linksOf([...CRM, 'Zyxquo Vexilla'], LEDGER))).toEqual(before);
    expect(shown(linksOf(CRM, [...LEDGER, 'Zyxquo Vexilla']))).toEqual(before);
  });

  test('name the next candidate and why it lost', () => {
    const [link] = linksOf(['Quillfeather Dental Ltd', 'Quillfeather Dental GmbH'], ['Quillfeather Dental Limited']);
    expect(link?.left).toBe('Quillfeather Dental Ltd');
    expect(link?.runnerUp).toMatch(/^Quillfeather Dental GmbH: \d+\.\d less weight \(legal form: conflict\)$/);
  });

  test('a name goes to the one that bears it, not to one that is only like it', () => {
    expect(
      shown(linksOf(['Halden Marine', 'Oakmere Dental'], ['Halden Marine', 'Halden Marin', 'Oakmere Dental'])).filter((link) =>
        link.endsWith('matched'),
      ),
    ).toEqual(['Halden Marine = Halden Marine  matched', 'Oakmere Dental = Oakmere Dental  matched']);
  });
});

describe('names that are hardly names', () => {
  test.each([[''], [' '], ['?!'], ['-']])('“%s” is nobody', (name) => {
    expect(linksOf([name, 'Halden Marine'], [name, 'Oakmere Dental'])).toEqual([]);
  });

  test.each([
    ['A', 'B'],
    ['Xyro', 'Xyra'],
    ['ABB', 'ABC'],
    ['桜井', '桜木'],
    ['山田', '山口'],
  ])('%s is not %s', (a, b) => {
    expect(linksOf([a], [b])).toEqual([]);
  });

  test.each([
    ['A', 'A'],
    ['ABB', 'A.B.B. Ltd'],
    ['桜井商店', '株式会社桜井商店'],
    ['東京電子工業', '東京電子工業株式会社'],
    ['شركة النور للتجارة', 'شركة النور للتجارة'],
    ['מאפיית הגליל', 'מאפיית הגליל'],
    ['Ромашка', 'ООО Romashka'],
    ['🍕', '🍕'],
  ])('%s is %s', (a, b) => {
    expect(shown(linksOf([a, 'Oakmere Dental'], [b, 'Zellweger Pumpen']))).toHaveLength(1);
  });

  test('ten thousand of one name cost no more than their number, and are a tie', () => {
    const same = Array.from({ length: 10_000 }, () => 'Halden Marine Ltd');
    expect(linksOf(same, ['Halden Marine', 'Oakmere Dental'])).toEqual([]);
    expect(linksOf(['Halden Marine Ltd'], same)).toHaveLength(10_000);
  });

  test('what tells two names apart may be their last word, however many there are', () => {
    const fund = (year: number): string =>
      `Oakmere Zellweger Quillfeather Tamsin Brockley Corvane Halden Marlow Ordway Nordby Zelwick Artison Bellaire Brigade Meridian Trust Series ${year}`;
    expect(linksOf([fund(2004), 'Halden Marine'], [fund(2007), 'Halden Marine']).map(({ left }) => left)).toEqual([
      'Halden Marine',
    ]);
  });

  test('a name as long as a cell', () => {
    const long = 'Halden Oakmere Zellweger '.repeat(1_310).slice(0, 32_767);
    expect(linksOf([long, 'Oakmere Dental'], [long, 'Tamsin Foods']).map(({ state }) => state)).toEqual(['matched']);
  });
});
