/** Small differences within the tolerance: accepted one by one, listed again where they come to too much together. */

import type { Reconciliation } from '../../src/domain/reconciliation';
import { describeItem } from '../../src/variance/describe';
import { run } from '../edgeCases/support/outcome';

/** Deals of 1,000 each billed 0.60 short, as final, and one that is billed in full. */
const short = (count: number): string =>
  [
    ...Array.from(
      { length: count },
      (_, i) => `
    deal     D-${i + 1}  Acme / Alice  1,000  2026-03-05
    invoice  I-${i + 1}  Acme          999.40  2026-03-10  deal=D-${i + 1}  final=yes`,
    ),
    `
    deal     D-9  Birch / Bob  1,000  2026-03-05
    invoice  I-9  Birch        1,000  2026-03-10  deal=D-9  final=yes`,
  ].join('');

const told = ({ items, exceptions, records }: Reconciliation): unknown[] => {
  const [first] = items;
  if (first === undefined) throw new Error('no item');
  const wording = { amount: String, record: (key: string) => records.get(key), customer: String };
  return [
    [...new Set(items.map(({ code, treatment }) => `${code} ${treatment}`))],
    exceptions.length,
    describeItem(first, wording),
  ];
};

test('a difference within the tolerance is accepted', () => {
  expect(told(run(short(2), '2026-03-31'))).toEqual([
    ['Q34 Expected'],
    0,
    'Data quality: rounding — 60 of deal D-1 is within the tolerance',
  ]);
});

test('all together above their share of the measure they are listed again, every one', () => {
  const listed =
    'Data quality: rounding — 60 of deal D-1 is within the tolerance, but such differences come to more than is accepted in all';
  expect(told(run(short(2), '2026-03-31', { definitions: { acceptedInAll: 0.03 } }))).toEqual([['Q34 Act'], 2, listed]);
});

test('what is accepted in all grows with the measure, and at nothing every small difference is listed', () => {
  const treatments = (count: number, acceptedInAll: number): string[] =>
    run(short(count), '2026-03-31', { definitions: { acceptedInAll } }).items.map(({ treatment }) => treatment);
  expect(treatments(1, 0.03)).toEqual(['Expected']);
  expect(treatments(4, 0.048)).toEqual(['Expected', 'Expected', 'Expected', 'Expected']);
  expect(treatments(4, 0.047)).toEqual(['Act', 'Act', 'Act', 'Act']);
  expect(treatments(1, 0)).toEqual(['Act']);
});
