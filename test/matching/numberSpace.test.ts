import { digitsOf } from '../../src/matching/numberSpace';
import type { Invoice } from '../../src/matching/numbered';

const invoice = (id: string, references: readonly string[] = []): Invoice => ({ id, references }) as unknown as Invoice;

test.each([
  ['INV-100042', '100042'],
  ['100042', '100042'],
  ['RE 2026/100042', '2026100042'],
  ['2026-10.0042', '2026100042'],
  ['2026\u00a010042', '202610042'],
  ['100042 B', '100042'],
  ['4711-A-4712', '47114712'],
])('the digits of %s are %s', (written, digits) => {
  expect(digitsOf(invoice(written))).toEqual([{ written, digits }]);
});

test.each(['INV-42', 'no digits', '', '1234A5678', '12345ÄÖ678', '1'.repeat(31)])('%s has no digits to tell it by', (written) => {
  expect(digitsOf(invoice(written))).toEqual([]);
});

test('the own number comes before those that are quoted', () => {
  expect(digitsOf(invoice('IN-40001', ['OPP-10001', 'PO'])).map(({ digits }) => digits)).toEqual(['40001', '10001']);
});
