import { canonicalId, quotesIn, salesforce18 } from '../../src/matching/reference';

test.each([
  ['INV-0042', 'inv 42'],
  ['SO/2024/007', 'so-2024-7'],
  ['ｉｎｖ１２', 'INV12'],
  ['0061t00000AbCdE', salesforce18('0061t00000AbCdE').toLowerCase()],
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
