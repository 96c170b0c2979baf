import fc from 'fast-check';
import { addDays } from '../../src/domain/day';
import type { Matching } from '../../src/domain/link';
import type { Records } from '../../src/domain/record';
import { matchRecords } from '../../src/matching/matchRecords';
import { NO_DECISIONS, OPTIONS } from './support/book';
import { receiptBook, receiptOf, recordsOf } from './support/receiptBook';

const match = (records: Records): Matching => matchRecords(records, OPTIONS, NO_DECISIONS);

const told = ({ links, openSearches }: Matching): string[] =>
  [
    ...links.map((link) =>
      JSON.stringify([link.left, link.right, link.allocated, link.pass, link.state, link.evidence, link.runnerUp]),
    ),
    ...openSearches.map((search) => JSON.stringify(search)),
  ].sort();

const seeds = fc.integer({ min: 1, max: 1_000_000 });

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { records } = receiptBook(seed, 8);
      const turned = recordsOf([...records.invoices].reverse(), [...records.receipts].reverse());
      expect(told(match(turned))).toEqual(told(match(records)));
    }),
    { numRuns: 15, seed: 5 },
  );
});

/** The book with money sent back: of every third receipt once or twice, by its number, by its amount, or in part. */
function withRefunds(seed: number): Records {
  const { records } = receiptBook(seed, 8);
  const refunds = records.receipts.flatMap(({ id, customer, amount, day: at }, i) => {
    if (i % 3 > 0) return [];
    const named = receiptOf(
      `${id}-A`,
      customer,
      -(i % 2 > 0 ? amount : Math.ceil(amount / 3)),
      addDays(at, 20),
      `return of ${id}`,
    );
    return i % 4 > 0 ? [named] : [named, receiptOf(`${id}-B`, customer, -amount, addDays(at, 25))];
  });
  return recordsOf(records.invoices, [...records.receipts, ...refunds]);
}

test.each([
  ['suggested links count', true, 25],
  ['suggested links do not count', false, 10],
])(
  'no receipt settles or returns more than it holds, no invoice is paid more than it says, and no link is of nothing: %s',
  (_, suggestedInNumbers, numRuns) => {
    const seen = { returned: 0, suggested: 0 };
    fc.assert(
      fc.property(seeds, (seed) => {
        const records = withRefunds(seed);
        const sums = new Map<string, number>();
        for (const { kind, left, right, allocated, state } of matchRecords(
          records,
          { ...OPTIONS, suggestedInNumbers },
          NO_DECISIONS,
        ).links) {
          expect(allocated).toBeGreaterThan(0);
          if (kind === 'receipt-refund') seen.returned++;
          if (state === 'suggested') seen.suggested++;
          for (const key of [left, right]) sums.set(`${kind} ${key}`, (sums.get(`${kind} ${key}`) ?? 0) + allocated);
        }
        for (const { key, amount } of [...records.invoices, ...records.receipts])
          for (const kind of ['invoice-receipt', 'receipt-refund'])
            expect(sums.get(`${kind} ${key}`) ?? 0).toBeLessThanOrEqual(Math.abs(amount));
      }),
      { numRuns, seed: 6 },
    );
    expect(seen.returned).toBeGreaterThan(2 * numRuns);
    expect(seen.suggested).toBeGreaterThan(2 * numRuns);
  },
);

test('another customer’s documents change no link', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { records } = receiptBook(seed, 6);
      const other = receiptBook(seed + 1, 1, '77').records;
      const keys = new Set(records.receipts.map(({ key }) => key));
      const own = (matching: Matching): string[] =>
        matching.links
          .filter(({ right }) => keys.has(right))
          .map(({ left, right, allocated }) => `${left} ${right} ${allocated}`)
          .sort();
      // Money of a payer whom no invoice names may turn to whoever comes: it is not asked about here.
      const named = records.receipts.filter(({ customer }) => customer !== '' && !customer.endsWith('Holding'));
      const alone = recordsOf(records.invoices, named);
      const known = recordsOf([...records.invoices, ...other.invoices], [...named, ...other.receipts]);
      expect(own(match(known))).toEqual(own(match(alone)));
    }),
    { numRuns: 15, seed: 7 },
  );
});

test('what is matched is right, and what is suggested mostly', () => {
  const counts = { matched: [0, 0], suggested: [0, 0], confirmed: [0, 0] };
  for (const seed of [11, 12, 13]) {
    const { records, matchOf } = receiptBook(seed, 60);
    for (const { left, right, state } of match(records).links) {
      const count = counts[state] as [number, number];
      count[1]++;
      if (matchOf.has(left) && matchOf.get(left) === matchOf.get(right)) count[0]++;
    }
  }
  const [right, all] = counts.matched as [number, number];
  expect(all).toBeGreaterThan(1_600);
  expect(right / all).toBeGreaterThan(0.995);
  const [likely, suggested] = counts.suggested as [number, number];
  expect(likely / suggested).toBeGreaterThan(0.6);
}, 20_000);
