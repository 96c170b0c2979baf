/** Small differences written off under a named reason: they keep their cents, and come back where the facts change. */

import { describeItem } from '../../src/variance/describe';
import type { Reconciliation } from '../../src/domain/reconciliation';
import { reviewed, run } from '../edgeCases/support/outcome';

/** An invoice above its deal by a few euros, beside business of another size. */
const above = (excess: string): string => `
  deal     D-1  Acme / Alice  1,000  2026-03-05
  invoice  I-1  Acme          ${excess}  2026-03-10  deal=D-1
  deal     D-9  Birch / Bob   90,000  2026-03-05
  invoice  I-9  Birch         90,000  2026-03-10  deal=D-9`;

const KEY = 'BI.over.invoice.I-1';
const writtenOff = { [KEY]: { status: 'Written off: Rounding by the customer' } };

const told = ({ items, exceptions, records }: Reconciliation): unknown[] => [
  ...items.map(
    (item) =>
      `${describeItem(item, { amount: String, record: (key) => records.get(key), customer: String })} · ${item.treatment} · ${item.amount}`,
  ),
  ...exceptions.map(({ key, code, status, whatChanged }) => [key, code, status, whatChanged].join('  ').trim()),
];

const first = run(above('1,040'), '2026-03-31');

test('the item says that it was written off and why, keeps its amount, and nothing is left to settle', () => {
  expect(told(first)).toEqual([
    'Data quality: invoiced above the deal — 4000 of invoice I-1 is above deal D-1 · Act · -4000',
    `${KEY}  Q11  Open`,
  ]);
  const second = run(above('1,040'), '2026-03-31', { previous: reviewed(first, writtenOff) });
  expect(told(second)).toEqual([
    'Data quality: written off — 4000 of invoice I-1 was written off: Rounding by the customer · Expected · -4000',
    `${KEY}  Q11  Written off: Rounding by the customer`,
  ]);
  expect(second.rollForward.BI?.closingByCode).toEqual(new Map([['Q24', -4_000]]));
  const third = run(above('1,040'), '2026-04-30', { previous: reviewed(second) });
  expect(told(third)).toEqual(told(second));
});

test('it is reopened when the amount grows, and is resolved when the difference is gone', () => {
  const previous = reviewed(run(above('1,040'), '2026-03-31', { previous: reviewed(first, writtenOff) }));
  expect(told(run(above('1,055'), '2026-03-31', { previous }))).toEqual([
    'Data quality: invoiced above the deal — 5500 of invoice I-1 is above deal D-1 · Act · -5500',
    `${KEY}  Q11  Reopened  amount grew from -40.00 to -55.00`,
  ]);
  expect(told(run(above('1,000'), '2026-03-31', { previous }))).toEqual([`${KEY}  Q11  Resolved`]);
});

test('an amount that is not small, or a write-off without a reason, is not written off', () => {
  const large = run(above('1,900'), '2026-03-31');
  expect(told(run(above('1,900'), '2026-03-31', { previous: reviewed(large, writtenOff) }))).toEqual([
    'Data quality: invoiced above the deal — 90000 of invoice I-1 is above deal D-1 · Act · -90000',
    expect.stringMatching(`${KEY}  Q11  Reopened  too large to be written off, at most \\d+\\.00`),
  ]);
  const without = run(above('1,040'), '2026-03-31', { previous: reviewed(first, { [KEY]: { status: 'Written off' } }) });
  expect(told(without)).toEqual([
    'Data quality: invoiced above the deal — 4000 of invoice I-1 is above deal D-1 · Act · -4000',
    `${KEY}  Q11  Written off`,
  ]);
});
