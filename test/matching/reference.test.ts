import fc from 'fast-check';
import { canonicalId, quote, quotesIn, salesforce18 } from '../../src/matching/reference';
import { indexReferences } from '../../src/matching/referenceIndex';

test.each([
  ['INV-0042', 'inv 42'],
  ['SO/2024/007', 'so-2024-7'],
  ['ｉｎｖ１２', 'INV12'],
  ['0061t00000AbCdE', salesforce18('0061t00000AbCdE').toLowerCase()],
  ['zcrm_4150868000012345678', '4150868000012345678'],
  ['\u00a0 4960332  ', '4960332'],
  ['M160\u00a0 MNGLR ', 'm160 mnglr'],
  ['001234567890123', '1234567890123'],
  ['A-01234567890123', 'a01234567890123'],
])('%s and %s are one number', (a, b) => {
  expect(canonicalId(a)).toBe(canonicalId(b));
});

test.each([
  ['2024-17', '20241-7'],
  ['INV-1', 'INV-10'],
  ['0061t00000AbCdE', '0061t00000ABCDE'],
])('%s and %s are two', (a, b) => {
  expect(canonicalId(a)).not.toBe(canonicalId(b));
});

test('a plain number is read as one with a blank before it, which is looked at more closely', () => {
  const letters = fc.stringMatching(/^[A-Za-z]{0,10}$/);
  const digits = fc.stringMatching(/^0{0,3}[0-9]{1,43}$/);
  fc.assert(
    fc.property(letters, fc.constantFrom('', '-'), digits, (prefix, dash, number) => {
      const written = prefix + dash + number;
      const [plain, closely] = [quote(written), quote(` ${written}`)];
      const forms = ({ exact, canonical, bare, prefix, number }: typeof plain): unknown => ({
        exact,
        canonical,
        bare,
        prefix,
        number,
      });
      expect(forms(plain)).toEqual(forms(closely));
      expect(plain.number).toBe(plain.bare === '' || plain.bare.length > 15 ? -1 : Number(plain.bare));
    }),
    { seed: 3, numRuns: 500 },
  );
});

const found = (field: string, free: boolean): string[] => quotesIn(field, free).map(({ canonical }) => canonical);

test('one cell may quote several numbers', () => {
  expect(found('INV-7, INV-9;INV-11', false)).toEqual(expect.arrayContaining(['INV7', 'INV9', 'INV11']));
});

test('in free text a short number counts only behind a word for a document', () => {
  expect(found('paid in 2024 for 12 seats', true)).not.toEqual(expect.arrayContaining(['2024']));
  expect(found('paid in 2024 for 12 seats', true)).not.toEqual(expect.arrayContaining(['12']));
  expect(found('Invoice 2024', true)).toContain('2024');
  expect(found('your order #77', true)).toContain('77');
});

/** The ids that a quoted number finds among records with these ids, and how. */
const finds = (quoted: string, ...ids: string[]): string => {
  const hit = indexReferences(
    ids,
    (id) => id,
    () => [],
  ).find(quote(quoted));
  return hit === null ? '-' : `${hit.fit}: ${hit.records.join(' ')}`;
};

test('a number as it is written wins; without its zeros it counts only where one number is meant', () => {
  expect(finds('INV-0042', 'INV-42', 'INV-0042')).toBe('same: INV-0042');
  expect(finds('inv 42', 'INV-42', 'INV-0042')).toBe('same: INV-42');
  expect(finds('4677', '00004677')).toBe('same: 00004677');
  expect(finds('00004677', '4677', '004677')).toBe('-');
  expect(finds('4677', '00004677', '00004677')).toBe('same: 00004677 00004677');
});

test('prefixes that a system puts before its ids', () => {
  expect(finds('4150868000012345678', 'zcrm_4150868000012345678')).toBe('same: zcrm_4150868000012345678');
  expect(finds('522', '__export__.crm_lead_522')).toBe('weaker: __export__.crm_lead_522');
  expect(finds('__export__.crm_lead_522', '__export__.crm_lead_523')).toBe('-');
});

test('Salesforce ids of 15 and 18 characters meet by the first 15, and case tells them apart', () => {
  const [upper, lower] = ['0061t00000AbCdE', '0061t00000AbCde'];
  expect(finds(salesforce18(upper), upper, lower)).toBe(`same: ${upper}`);
  expect(finds(upper, salesforce18(upper), salesforce18(lower))).toBe(`same: ${salesforce18(upper)}`);
  expect(finds(upper, lower)).toBe('-');
  expect(finds(`${upper}AAX`, upper, lower)).toBe(`same: ${upper}`);
});

test('digits alone or behind a prefix are no Salesforce id, however many', () => {
  expect(finds('800000012345678', 'INV-800000012345678')).toBe('weaker: INV-800000012345678');
  expect(finds('800000012345678002', '800000012345678001')).toBe('-');
  expect(finds('800000012345678002', '800000012345678')).toBe('-');
});

test.each(['0063000000D1234', '00Q1t000004dEfG', '00130000001234x', 'a0B300000012Abc'])(
  'a Salesforce id with few letters, %s, meets its 18 characters',
  (id) => {
    expect(finds(salesforce18(id), id)).toBe(`same: ${id}`);
    expect(finds(id, salesforce18(id))).toBe(`same: ${salesforce18(id)}`);
  },
);

test('a long id that a cell rounded meets the only one that it can have been', () => {
  expect(finds('2401730000000081400', '2401730000000081399')).toBe('weaker: 2401730000000081399');
  expect(finds('2401730000000081399', '2401730000000080000')).toBe('weaker: 2401730000000080000');
  expect(finds('2401730000000081400', '2401730000000081399', '2401730000000081401')).toBe('-');
  expect(finds('2401730000000081398', '2401730000000081399')).toBe('-');
  expect(finds('2401730000000081400', '240173000000008139')).toBe('-');
});

test('a number finds itself among any others, and never another that is written in full', () => {
  const digits = fc.integer({ min: 0, max: 999 }).map((n) => `24017300000000${String(n).padStart(5, '1')}`);
  const id = fc.oneof(
    digits,
    digits.map((text) => `zcrm_${text}`),
    fc.integer({ min: 1, max: 40 }).map((n) => `INV-${n}`),
    fc.integer({ min: 1, max: 40 }).map((n) => `INV-00${n}`),
    fc.constantFrom('0061t00000AbCdE', '0061t00000AbCde', salesforce18('0061t00000abCdE')),
  );
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 12 }), (ids) => {
      for (const own of ids) expect(finds(own, ...ids)).toBe(`same: ${own}`);
    }),
    { numRuns: 300, seed: 33 },
  );
});
