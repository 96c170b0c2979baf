/** Payments in parts, of sums and of equal amounts where the plain way does not tell. */

import { links, match, searches } from './support/book';

const receipts = (table: string): string[] => links(match(table), 'invoice-receipt');

/** Waiting receipts of a busy customer, all of odd amounts of a few cents: none of them helps to pay anything. */
const small = (count: number): string =>
  Array.from({ length: count }, (_, n) => `receipt  S-${n}  Halden Ltd  0.0${1 + (n % 9)} EUR  2024-03-${10 + (n % 9)}`).join(
    '\n',
  );

describe('part payments', () => {
  test('are found where hundreds of receipts wait', () => {
    const found = receipts(`
      invoice  INV-1  Halden Ltd  10,000.37 EUR  2024-03-01
      receipt  R-1    Halden Ltd   3,217.12 EUR  2024-03-05
      receipt  R-2    Halden Ltd   6,783.25 EUR  2024-03-06
      ${small(230)}
    `);
    expect(found).toContain('INV-1 > R-1  3217.12  part payments, inferred, matched');
    expect(found).toContain('INV-1 > R-2  6783.25  part payments, inferred, matched');
  });

  test('that add up in two ways are refused, not settled by order either, and it is said', () => {
    const matching = match(`
      invoice  INV-1  Halden Ltd  1,000.37 EUR  2024-03-01
      receipt  R-1    Halden Ltd    412.11 EUR  2024-03-05
      receipt  R-2    Halden Ltd    588.26 EUR  2024-03-06
      receipt  R-3    Halden Ltd    413.12 EUR  2024-03-07
      receipt  R-4    Halden Ltd    587.25 EUR  2024-03-08
    `);
    expect(links(matching)).toEqual([]);
    expect(searches(matching)).toEqual(['INV-1 ambiguous: R-1 + R-2 | R-3 + R-4']);
  });

  test('within the tolerance that add up in two ways are said to', () => {
    const matching = match(`
      invoice  INV-1  Halden Ltd  10,000.37 EUR  2024-03-01
      receipt  R-1    Halden Ltd   4,120.11 EUR  2024-03-05
      receipt  R-2    Halden Ltd   5,880.25 EUR  2024-03-06
      receipt  R-3    Halden Ltd   4,131.12 EUR  2024-03-07
      receipt  R-4    Halden Ltd   5,869.24 EUR  2024-03-08
    `);
    expect(links(matching)).toEqual([]);
    expect(searches(matching)).toEqual(['INV-1 ambiguous: R-1 + R-2 | R-3 + R-4']);
  });
});

test('of more sets than are looked for none is chosen for its day', () => {
  const pairs = Array.from({ length: 12 }, (_, n) => [
    `invoice  A-${10 + n}  Halden Ltd  ${4_000 + 37 * n}.11 EUR  2024-03-${10 + n}`,
    `invoice  B-${10 + n}  Halden Ltd  ${6_000 - 37 * n}.22 EUR  2024-03-${n === 4 ? 14 : 11 + n}`,
  ]);
  const matching = match(`${pairs.flat().join('\n')}\nreceipt  R-1  Halden Ltd  10,000.30 EUR  2024-04-05`);
  expect(links(matching)).toEqual([]);
  expect(matching.openSearches.map(({ outcome, why }) => `${outcome}: ${why}`)).toEqual([
    'ambiguous: 10 or more sets add up within the tolerance, 1 of one day',
  ]);
});

describe('equal amounts', () => {
  test('an invoice that a credit has lowered is none of the amount any more', () => {
    const found = receipts(`
      invoice  INV-1  Halden Ltd   500.00 EUR  2024-01-01
      credit   CN-1   Halden Ltd  -200.00 EUR  2024-01-10  applies=INV-1
      invoice  INV-2  Halden Ltd   500.00 EUR  2024-01-02
      invoice  INV-3  Halden Ltd   500.00 EUR  2024-01-03
      receipt  R-1    Halden Ltd   500.00 EUR  2024-02-05
      receipt  R-2    Halden Ltd   500.00 EUR  2024-02-06
    `);
    expect(found).toEqual([
      'INV-2 > R-1  500.00  exact amount, nearest of equals, assumed, suggested',
      'INV-3 > R-2  500.00  exact amount, nearest of equals, assumed, suggested',
    ]);
  });

  test('months that are always paid 30 days late are told apart by that', () => {
    const months = [1, 2, 3, 4, 5, 6];
    const matching = match(
      months
        .flatMap((m) => [
          `invoice  INV-${m}  Halden Ltd  99.00 EUR  2024-0${m}-01  due=2024-0${m}-15`,
          `receipt  R-${m}  Halden Ltd  99.00 EUR  2024-0${m + 1}-14`,
        ])
        .join('\n'),
    );
    expect(links(matching)).toEqual(
      months.map((m) => `INV-${m} > R-${m}  99.00  exact amount, nearest of equals, assumed, matched`),
    );
    for (const { runnerUp } of matching.links) expect(runnerUp).toMatch(/^INV-\d: \d+ days further from when it is due$/);
  });
});

describe('what is open, not what was billed, bounds a search', () => {
  test('a sum within the tolerance holds an invoice that a credit has lowered below it', () => {
    expect(
      receipts(`
        invoice  INV-1  Halden Ltd   5,000.00 EUR  2024-03-01
        credit   CN-1   Halden Ltd  -4,700.00 EUR  2024-03-02  applies=INV-1
        invoice  INV-2  Halden Ltd     517.13 EUR  2024-03-03
        receipt  R-1    Halden Ltd     816.90 EUR  2024-04-01
      `),
    ).toEqual([
      'INV-1 > R-1  300.00  sum of invoices within tolerance, inferred, suggested',
      'INV-2 > R-1  516.90  sum of invoices within tolerance, inferred, suggested',
    ]);
  });

  test('so does what completes a receipt beside the invoices that it names', () => {
    expect(
      receipts(`
        invoice  INV-1041  Halden Ltd     902.00 EUR  2024-03-01
        invoice  INV-1042  Halden Ltd   5,000.00 EUR  2024-03-01
        credit   CN-1      Halden Ltd  -4,268.83 EUR  2024-03-02  applies=INV-1042
        receipt  R-1       Halden Ltd   1,633.17 EUR  2024-04-01  ref=INV-1041
      `),
    ).toEqual(['INV-1041 > R-1  902.00  reference, stated, matched', 'INV-1042 > R-1  731.17  reference, stated, matched']);
  });

  test('larger invoices weaken a short payment no more because some credit is there', () => {
    const larger = Array.from({ length: 30 }, (_, n) => `invoice  L-${n}  Halden Ltd  ${90_000 + 7 * n}.13 EUR  2024-03-01`).join(
      '\n',
    );
    const short = (credit: string): number | undefined =>
      match(`
        invoice  INV-1  Halden Ltd  100.37 EUR  2024-03-01
        ${larger}
        ${credit}
        receipt  R-1    Halden Ltd    97.36 EUR  2024-03-20
      `).links.find(({ pass }) => pass === 'short payment')?.probability;
    expect(short('')).toBeGreaterThan(0.5);
    expect(short('credit  CN-1  Halden Ltd  -5.00 EUR  2023-01-01')).toBe(short(''));
  });
});

test('a number that is nearly quoted goes before what is merely due, however many there are of each', () => {
  const others = [7_743_120_956, 8_271_645_093, 5_530_917_428, 3_362_895_107, 2_264_117_803, 9_120_334_455, 6_015_998_271];
  expect(
    receipts(`
      ${others.map((id) => `invoice  ${id}  Corvane AG  77.00 EUR  2023-05-01`).join('\n')}
      invoice  1987302654  Halden Ltd  902.00 EUR  2024-03-03
      invoice  4410983726  Halden Ltd  250.00 EUR  2023-08-01
      invoice  4881203364  Halden Ltd  250.00 EUR  2024-03-02
      receipt  R-1  Halden Ltd  1,152.00 EUR  2024-04-01  text=1987302654 4410983736
    `).map((link) => link.slice(0, 16)),
  ).toEqual(['1987302654 > R-1', '4410983726 > R-1']);
});
