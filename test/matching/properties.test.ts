import fc from 'fast-check';
import type { Matching } from '../../src/domain/link';
import type { Records } from '../../src/domain/record';
import { matchKey } from '../../src/domain/link';
import { matchRecords } from '../../src/matching/matchRecords';
import { settles } from '../../src/matching/allocation';
import type { LinkDecision } from '../../src/settings/decisions';
import { book, NO_DECISIONS, OPTIONS } from './support/book';

const NAMES = ['Halden Ltd', 'HALDEN LIMITED', 'Brockley plc', 'Corvane AG', 'Corvane GmbH', 'Oakmere Trading', '-'];
const AMOUNTS = ['100.00', '100.00', '200.00', '300.00', '333.33', '466.67', '600.00', '1,000.00', '1,200.00'];

const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const money = fc
  .tuple(pick(AMOUNTS), fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'))
  .map(([amount, currency]) => `${amount} ${currency}`);
const date = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 28 })).map(([m, d]) => `2024-0${m}-${d}`);
const maybe = (extra: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: extra });
const some = (prefix: string, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most }).map((n) => `${prefix}-${n}`);

function lines(kind: string, prefix: string, sign: string, ...extras: fc.Arbitrary<string>[]): fc.Arbitrary<string[]> {
  return fc
    .array(fc.tuple(pick(NAMES), money, date, ...extras), { maxLength: 9 })
    .map((rows) =>
      rows.map(([name, amount, when, ...more], i) =>
        [kind, `${prefix}-${i + 1}`, name, sign + amount, when, ...more].filter((cell) => cell !== '').join('  '),
      ),
    );
}

const books: fc.Arbitrary<Records> = fc
  .tuple(
    lines('deal', 'D', '', maybe(some('PO', 3).map((po) => `ref=${po}00`)), maybe(fc.constant('term=12  billing=1'))),
    lines(
      'invoice',
      'INV',
      '',
      maybe(
        fc
          .oneof(
            some('D', 9),
            some('PO', 3).map((po) => `${po}00`),
            fc.constant('D-1; D-2'),
          )
          .map((id) => `ref=${id}`),
      ),
      maybe(fc.constant('tax=19.00')),
    ),
    lines('credit', 'CN', '-', maybe(some('INV', 9).map((id) => `applies=${id}`))),
    lines(
      'receipt',
      'R',
      '',
      maybe(fc.oneof(some('INV', 9), fc.constant('INV-1; INV-2'), some('D', 9)).map((id) => `ref=${id}`)),
      maybe(fc.constantFrom('fee=5.00', 'deposit=yes')),
    ),
    lines('refund', 'F', '-', maybe(some('CN', 9).map((id) => `ref=${id}`))),
    lines('revenue', 'S', '', maybe(fc.oneof(some('INV', 9), some('D', 9)).map((id) => `ref=${id}`))),
  )
  .map((kinds) => book(kinds.flat().join('\n')));

const RUNS = { seed: 20240305, numRuns: 200 };
const run = (records: Records): Matching => matchRecords(records, OPTIONS, NO_DECISIONS);

/** Sum of what links of a kind carry, by the record at one of their ends. */
function carried(matching: Matching, kind: string, end: 'left' | 'right'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const link of matching.links) if (link.kind === kind) sums.set(link[end], (sums.get(link[end]) ?? 0) + link.allocated);
  return sums;
}

describe('for any book', () => {
  test('the order of the rows makes no difference', () => {
    const shuffled = books.chain((records) =>
      fc
        .tuple(
          ...(['deals', 'invoices', 'revenue', 'receipts'] as const).map((role) =>
            fc.shuffledSubarray([...records[role]], { minLength: records[role].length }),
          ),
        )
        .map(
          ([deals, invoices, revenue, receipts]) =>
            [records, { ...records, deals, invoices, revenue, receipts } as Records] as const,
        ),
    );
    // Their numbers go by the rows; what they name must not.
    const endsOf = ({ linkEnds, customerOf: { table } }: Matching): unknown =>
      Array.from(linkEnds ?? [], (number) => table.keyAt(number));
    const plain = (matching: Matching): unknown => ({
      ...matching,
      customers: [...matching.customers].sort(),
      customerOf: [...matching.customerOf].sort(),
      linkEnds: endsOf(matching),
    });
    fc.assert(
      fc.property(shuffled, ([records, other]) => {
        const matching = run(other);
        expect(plain(matching)).toEqual(plain(run(records)));
        expect(endsOf(matching)).toEqual(matching.links.flatMap(({ left, right }) => [left, right]));
      }),
      RUNS,
    );
  });

  test('an invoice that has a deal is carried whole, and so is a credit on an invoice', () => {
    fc.assert(
      fc.property(books, (records) => {
        const matching = run(records);
        const onDeals = carried(matching, 'deal-invoice', 'right');
        const credited = carried(matching, 'invoice-credit', 'right');
        for (const { key, amount } of records.invoices) {
          expect([undefined, amount]).toContain(onDeals.get(key));
          expect([undefined, -amount]).toContain(credited.get(key));
        }
      }),
      RUNS,
    );
  });

  test('no receipt is spent twice and no invoice paid beyond its gross', () => {
    fc.assert(
      fc.property(books, (records) => {
        const matching = run(records);
        const spent = carried(matching, 'invoice-receipt', 'right');
        for (const receipt of records.receipts) {
          expect(spent.get(receipt.key) ?? 0).toBeLessThanOrEqual(Math.max(0, receipt.amount + receipt.fee + receipt.withheld));
        }
        const currencyOf = new Map(records.receipts.map(({ key, currency }) => [key, currency]));
        for (const invoice of records.invoices) {
          const paid = matching.links
            .filter(
              ({ kind, left, right }) =>
                kind === 'invoice-receipt' && left === invoice.key && currencyOf.get(right) === invoice.currency,
            )
            .reduce((sum, { allocated }) => sum + allocated, 0);
          expect(paid).toBeLessThanOrEqual(Math.max(0, invoice.amount + invoice.tax));
        }
      }),
      RUNS,
    );
  });

  test('no refund is carried twice, no link is made twice, none carries nothing', () => {
    fc.assert(
      fc.property(books, (records) => {
        const matching = run(records);
        const returned = carried(matching, 'receipt-refund', 'right');
        for (const { key, kind, amount } of records.receipts)
          if (kind === 'refund') expect(returned.get(key) ?? 0).toBeLessThanOrEqual(-amount);
        const ends = matching.links.map(({ kind, left, right }) => `${kind}|${left}|${right}`);
        expect(new Set(ends).size).toBe(ends.length);
        expect(
          matching.links.every(
            ({ allocated, evidence, probability }) => allocated !== 0 && evidence.length > 0 && probability >= 0.5,
          ),
        ).toBe(true);
      }),
      RUNS,
    );
  });

  test('only references cross customers or currencies; only receipts are linked by order', () => {
    fc.assert(
      fc.property(books, (records) => {
        const { links, customerOf } = run(records);
        const currency = new Map(
          [...records.deals, ...records.invoices, ...records.receipts, ...records.revenue].map((record) => [
            record.key,
            record.currency,
          ]),
        );
        for (const { pass, left, right, certainty, kind } of links) {
          if (certainty === 'assumed') expect(kind).toBe('invoice-receipt');
          if (
            [
              'reference',
              'credit and rebill',
              'deal or order named',
              'exact amount, unknown payer',
              'deal of the credit',
            ].includes(pass)
          )
            continue;
          expect(currency.get(left)).toBe(currency.get(right));
          expect(customerOf.get(left)).toBe(customerOf.get(right));
        }
      }),
      RUNS,
    );
  });

  test('another customer’s records change nothing between the documents that were there', () => {
    const stranger = book(`
      deal      X-1    Zwingli Werke  1,000.00 EUR  2024-03-05
      deal      X-2    Zwingli Werke    333.33 EUR  2024-04-05  term=12  billing=1
      invoice   XI-1   Zwingli Werke  1,000.00 EUR  2024-03-12  tax=190.00
      invoice   XI-2   Zwingli Werke    100.00 EUR  2024-04-12
      credit    XC-1   Zwingli Werke   -100.00 EUR  2024-05-12
      receipt   XR-1   Zwingli Werke    600.00 EUR  2024-05-12
      revenue   XS-1   Zwingli Werke  1,000.00 EUR  2024-03-31
    `);
    const more = (records: Records): Records => ({
      ...records,
      deals: [...stranger.deals, ...records.deals],
      invoices: [...stranger.invoices, ...records.invoices],
      revenue: [...stranger.revenue, ...records.revenue],
      receipts: [...stranger.receipts, ...records.receipts],
    });
    const strangers = new Set(
      Object.values(stranger).flatMap((list: readonly { readonly key: string }[]) => list.map(({ key }) => key)),
    );
    // A payer that nobody knows may as well be the new customer: those receipts are apart.
    const known = (records: Records): Records => ({
      ...records,
      receipts: records.receipts.filter(({ customer }) => customer !== ''),
    });
    fc.assert(
      fc.property(books.map(known), (records) => {
        const own = run(more(records)).links.filter(({ left, right }) => !strangers.has(left) && !strangers.has(right));
        expect(own).toEqual(run(records).links);
      }),
      RUNS,
    );
  });

  test('what a person confirmed stands, what one refused never comes back', () => {
    const decided = books.chain((records) =>
      fc
        .array(
          fc.tuple(
            fc.nat({ max: 40 }),
            fc.nat({ max: 40 }),
            fc.constantFrom<LinkDecision['decision']>('confirmed', 'refused'),
            fc.constantFrom('deal-invoice' as const, 'invoice-receipt' as const),
          ),
          { maxLength: 6 },
        )
        .map((picks) => ({
          records,
          decisions: picks.flatMap(([a, b, decision, kind]): LinkDecision[] => {
            const lefts = kind === 'deal-invoice' ? records.deals : records.invoices.filter((one) => one.kind === 'invoice');
            const rights = kind === 'deal-invoice' ? records.invoices : records.receipts.filter((one) => one.kind === 'receipt');
            const [left, right] = [lefts[a % lefts.length], rights[b % rights.length]];
            if (left === undefined || right === undefined) return [];
            return [{ matchKey: matchKey(kind, left.key, right.key), decision, decidedBy: 'AB', decidedAt: '' }];
          }),
        })),
    );
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const { links } = matchRecords(records, OPTIONS, { aliases: [], links: decisions });
        const last = new Map(decisions.map(({ matchKey: key, decision }) => [key, decision]));
        const made = new Map(links.map((link) => [matchKey(link.kind, link.left, link.right), link]));
        const confirmed = [...last].filter(([, decision]) => decision === 'confirmed').map(([key]) => key);
        for (const [key, decision] of last) {
          const link = made.get(key);
          if (decision === 'refused') expect(link).toBeUndefined();
          // Where two are confirmed for one document, the first may leave nothing for the second.
          else if (link !== undefined) expect(link.state).toBe('confirmed');
          else expect(confirmed.some((other) => other !== key && sharesAnEnd(other, key))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('the parts of every record on one side of a kind of link never exceed it', () => {
    fc.assert(
      fc.property(books, (records) => {
        const matching = run(records);
        const scheduled = new Map([
          ...carried(matching, 'invoice-schedule', 'right'),
          ...carried(matching, 'deal-schedule', 'right'),
        ]);
        for (const { key, amount } of records.revenue) expect([undefined, amount]).toContain(scheduled.get(key));
        for (const receipt of records.receipts) {
          const parts = matching.links.filter(({ kind, right }) => kind === 'invoice-receipt' && right === receipt.key);
          const sum = parts.reduce((total, { allocated }) => total + allocated, 0);
          expect(parts.every(({ allocated }) => Number.isInteger(allocated) && allocated > 0)).toBe(true);
          expect(sum).toBeLessThanOrEqual(Math.max(0, settles(receipt)));
        }
        const currencyOf = new Map([...records.deals, ...records.invoices].map(({ key, currency }) => [key, currency]));
        // Only references, decisions and credits put more on a deal than it holds.
        const byAmount = ['exact amount', 'split invoice', 'combined invoice', 'instalment plan', 'part of a plan'];
        for (const deal of records.deals) {
          const onDeal = matching.links.filter(({ kind, left }) => kind === 'deal-invoice' && left === deal.key);
          const own = onDeal.filter(({ right }) => currencyOf.get(right) === deal.currency);
          const noCredits = records.invoices.every(({ kind }) => kind === 'invoice');
          if (noCredits && own.length > 0 && own.every(({ pass }) => byAmount.includes(pass)))
            expect(own.reduce((sum, { allocated }) => sum + allocated, 0)).toBeLessThanOrEqual(deal.amount);
        }
      }),
      RUNS,
    );
  });
});

/** Whether two match keys name a record in common. */
function sharesAnEnd(a: string, b: string): boolean {
  const ends = b.split('|').slice(1);
  return a
    .split('|')
    .slice(1)
    .some((end) => ends.includes(end));
}
