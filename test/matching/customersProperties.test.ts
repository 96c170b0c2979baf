import fc from 'fast-check';
import { matchKey } from '../../src/domain/link';
import type { Matching } from '../../src/domain/link';
import type { Records } from '../../src/domain/record';
import { matchRecords } from '../../src/matching/matchRecords';
import type { Decisions } from '../../src/settings/decisions';
import { book, NO_DECISIONS, OPTIONS } from './support/book';

const NAMES = [
  'Halden Ltd',
  'HALDEN LIMITED',
  'Halden Software',
  'Halden:Website',
  'Brockley plc',
  'Brockley Pharma',
  'Corvane AG',
  'Corvane GmbH',
  'Oakmere Trading',
  'ABB',
  'ABC',
];
const RUNS = { seed: 20240305, numRuns: 100 };

const pick = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);
const maybe = (...cells: string[]): fc.Arbitrary<string> => pick([...cells.map(() => ''), ...cells]);
const AMOUNTS = ['100.00', '1,234.56', '987.65', '4,321.09', '2,000.00'];

function lines(kind: string, prefix: string): fc.Arbitrary<string[]> {
  return fc
    .array(
      fc.tuple(
        pick(NAMES),
        pick(AMOUNTS),
        fc.integer({ min: 10, max: 28 }),
        maybe('customerId=1', 'customerId=2', 'customerId=01', 'customerId=C-1003'),
        maybe('vat=GB123456789', 'vat=123456789', 'vat=GB987654321'),
        maybe('domain=halden.com', 'domain=a@eu.halden.com', 'domain=corvane.de; b@gmail.com'),
        maybe('country=DE', 'country=Germany  city=Köln', 'country=France'),
        kind === 'deal' ? maybe('parent=Halden Ltd', 'parent=Corvane AG', 'parent=Brockley plc') : maybe('ref=D-1', 'ref=D-2'),
        maybe('entity=UK', 'entity=DE'),
      ),
      { maxLength: 7 },
    )
    .map((rows) =>
      rows.map(([name, amount, date, ...facts], i) =>
        [kind, `${prefix}-${i + 1}`, name, `${amount} EUR`, `2024-01-${date}`, ...facts].filter((cell) => cell !== '').join('  '),
      ),
    );
}

const listed = fc
  .array(
    fc.tuple(pick(NAMES), pick(['1', '2', 'C-1003', '-']), pick(['2', '7', '-']), maybe('parent=Halden Ltd', 'parent=ABB')),
    {
      maxLength: 3,
    },
  )
  .map((rows) => rows.map((cells) => ['customer', ...cells].filter((cell) => cell !== '').join('  ')));

const books: fc.Arbitrary<Records> = fc
  .tuple(lines('deal', 'D'), lines('invoice', 'INV'), lines('receipt', 'R'), listed)
  .map((kinds) => book(kinds.flat().join('\n')));

const pair = fc.tuple(pick(NAMES), pick(NAMES)).filter(([a, b]) => a !== b);

const run = (records: Records, decisions: Decisions = NO_DECISIONS): Matching => matchRecords(records, OPTIONS, decisions);
const decide = (decision: 'confirmed' | 'refused', [left, right]: readonly [string, string]): Decisions => ({
  aliases: [],
  links: [{ matchKey: matchKey('customer', left, right), decision, decidedBy: '', decidedAt: '' }],
});
/** Which customer each record has, and what the customers are to each other. */
const outcome = ({ customers, customerOf, customerLinks, customerHints }: Matching): unknown => ({
  customers: [...customers].sort(),
  customerOf: [...customerOf].sort(),
  customerLinks,
  customerHints,
});
const ofNames = (records: Records, name: string): { readonly crm: string[]; readonly ledger: string[] } => {
  const keys = (list: readonly { readonly customer: string; readonly key: string }[]): string[] =>
    list.filter(({ customer }) => customer === name).map(({ key }) => key);
  return { crm: keys(records.deals), ledger: keys(records.invoices) };
};

describe('customers of any book', () => {
  test('do not depend on the order of the rows', () => {
    const shuffled = books.chain((records) =>
      fc
        .tuple(
          ...(['deals', 'invoices', 'receipts', 'customers'] as const).map((role) =>
            fc.shuffledSubarray([...records[role]], { minLength: records[role].length }),
          ),
        )
        .map(
          ([deals, invoices, receipts, customers]) =>
            [records, { ...records, deals, invoices, receipts, customers } as Records] as const,
        ),
    );
    fc.assert(
      fc.property(shuffled, ([records, other]) => expect(outcome(run(other))).toEqual(outcome(run(records)))),
      RUNS,
    );
  });

  test('stay as they are when an unrelated customer comes in', () => {
    const strangers = book(`
      deal     D-901    Zellweger Pumpen  77.10 EUR  2024-01-10
      invoice  INV-901  Zellweger Pumpen  77.10 EUR  2024-01-20
      invoice  INV-902  Quillfeather      88.20 EUR  2024-01-20
    `);
    const joined = ({ customerLinks }: Matching): unknown =>
      customerLinks
        .filter(({ left, right }) => !/Zellweger|Quillfeather/.test(left + right))
        .map(({ left, right, leftId, rightId, customer, state }) => ({ left, right, leftId, rightId, customer, state }));
    fc.assert(
      fc.property(books, (records) => {
        const more = {
          ...records,
          deals: [...records.deals, ...strangers.deals],
          invoices: [...records.invoices, ...strangers.invoices],
        };
        const [before, after] = [run(records), run(more)];
        expect(joined(after)).toEqual(joined(before));
        for (const [record, customer] of before.customerOf) expect(after.customerOf.get(record)).toBe(customer);
      }),
      RUNS,
    );
  });

  test('a confirmed pair holds: each account on the ledger side has one on the other', () => {
    fc.assert(
      fc.property(books, pair, (records, names) => {
        const { customerOf, goneDecisions } = run(records, decide('confirmed', names));
        const [left, right] = [ofNames(records, names[0]), ofNames(records, names[1])];
        if (left.crm.length === 0 || right.ledger.length === 0) return;
        expect(goneDecisions).toEqual([]);
        const accounts = new Set(left.crm.map((key) => customerOf.get(key)));
        for (const key of right.ledger) expect(accounts).toContain(customerOf.get(key));
      }),
      RUNS,
    );
  });

  test('a refused pair never returns, by whatever route', () => {
    fc.assert(
      fc.property(books, pair, (records, names) => {
        const { customerOf, customerLinks } = run(records, decide('refused', names));
        const [left, right] = [ofNames(records, names[0]), ofNames(records, names[1])];
        const accounts = new Set(left.crm.map((key) => customerOf.get(key)));
        for (const key of right.ledger) expect(accounts).not.toContain(customerOf.get(key));
        for (const link of customerLinks) expect([link.left, link.right]).not.toEqual(names);
      }),
      RUNS,
    );
  });

  test('with any aliases matching ends, and the last typed holds where one account bears the name', () => {
    const aliases = fc.tuple(fc.array(pair, { maxLength: 6 }), pick(NAMES)).map(([pairs, from]) =>
      [...pairs, [from, 'Tamsin Foods'] as const].map(([name, to]) => ({
        kind: 'Customer' as const,
        from: name,
        to,
        fromDate: '',
        decidedBy: '',
        decidedAt: '',
      })),
    );
    fc.assert(
      fc.property(books, aliases, (records, list) => {
        const from = list.at(-1)?.from ?? '';
        const more = book(`
          deal     D-901    Tamsin Foods  77.10 EUR  2024-01-10
          invoice  INV-901  ${from}       88.20 EUR  2024-01-20
        `);
        const all = {
          ...records,
          deals: [...records.deals, ...more.deals],
          invoices: [...records.invoices, ...more.invoices],
        };
        const { customerOf, decisionFaults } = run(all, { aliases: list, links: [] });
        expect(decisionFaults.length).toBeLessThan(list.length);
        expect(customerOf.get('invoice.INV-901')).toBe(customerOf.get('deal.D-901'));
        expect(customerOf.get('deal.D-901')).toBeDefined();
      }),
      RUNS,
    );
  });

  test('every parent is a customer, and every group has one top', () => {
    fc.assert(
      fc.property(books, (records) => {
        const { customers } = run(records);
        for (const start of customers.values()) {
          let [at, steps] = [start, 0];
          while (at.parent !== null) {
            const next = customers.get(at.parent);
            expect(next).toBeDefined();
            if (next === undefined) break;
            at = next;
            expect(++steps).toBeLessThanOrEqual(customers.size);
          }
        }
      }),
      RUNS,
    );
  });
});
