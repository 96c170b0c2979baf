import fc from 'fast-check';
import { matchKey } from '../../src/domain/link';
import type { LinkKind, Matching } from '../../src/domain/link';
import type { Alias, LinkDecision } from '../../src/settings/decisions';
import { links, match, names } from './support/book';

const alias = (from: string, to: string, fromDate = ''): Alias => ({
  kind: 'Customer',
  from,
  to,
  fromDate,
  decidedBy: '',
  decidedAt: '',
});
const decide = (decision: LinkDecision['decision'], key: string): LinkDecision => ({
  matchKey: key,
  decision,
  decidedBy: '',
  decidedAt: '',
});

const TWO_NAMES = `
  deal     D-1    Halden Ltd       123.00 EUR  2024-01-01
  invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15
`;

describe('aliases', () => {
  test('join what nothing else would', () => {
    const matching = match(TWO_NAMES, {}, { aliases: [alias('oakmere trading', 'Halden Ltd')] });
    expect(names(matching)).toEqual(['Halden Ltd = Oakmere Trading  confirmed']);
    expect(links(matching)).toEqual(['D-1 > INV-1  123.00  exact amount, inferred, matched']);
  });

  test('count from their date on', () => {
    expect(names(match(TWO_NAMES, {}, { aliases: [alias('Oakmere Trading', 'Halden Ltd', '2024-01-16')] }))).toEqual([]);
  });

  test('a circle of aliases ends', () => {
    const circle = [alias('Halden Ltd', 'Oakmere Trading'), alias('Oakmere Trading', 'Halden Ltd')];
    expect(() => match(TWO_NAMES, {}, { aliases: circle })).not.toThrow();
  });
});

describe('link decisions', () => {
  const table = `
    deal     D-1    Halden Ltd  123.00 EUR  2024-01-01
    deal     D-2    Halden Ltd  900.00 EUR  2024-01-01
    invoice  INV-1  Halden Ltd  123.00 EUR  2024-01-15
  `;

  test('a refused link is never proposed again', () => {
    expect(
      links(match(table, {}, { links: [decide('refused', matchKey('deal-invoice', 'deal.D-1', 'invoice.INV-1'))] })),
    ).toEqual([]);
  });

  test('a confirmed link stands, whatever the passes would say', () => {
    expect(
      links(match(table, {}, { links: [decide('confirmed', matchKey('deal-invoice', 'deal.D-2', 'invoice.INV-1'))] })),
    ).toEqual(['D-2 > INV-1  123.00  decision, stated, confirmed']);
  });

  test('confirmed rows of one combined invoice share it', () => {
    const found = match(
      `
        deal     D-1    Halden Ltd    400.00 EUR  2024-01-01
        deal     D-2    Brockley plc  600.00 EUR  2024-01-01
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-01-15
      `,
      {},
      {
        links: [
          decide('confirmed', matchKey('deal-invoice', 'deal.D-2', 'invoice.INV-1')),
          decide('confirmed', matchKey('deal-invoice', 'deal.D-1', 'invoice.INV-1')),
        ],
      },
    );
    expect(links(found)).toEqual([
      'D-1 > INV-1  400.00  decision, stated, confirmed',
      'D-2 > INV-1  600.00  decision, stated, confirmed',
    ]);
  });

  test('a decision about a record that is gone is returned, not lost', () => {
    const key = matchKey('deal-invoice', 'deal.D-9', 'invoice.INV-1');
    expect(match(table, {}, { links: [decide('confirmed', key)] }).goneDecisions).toEqual([key]);
  });

  test('customers confirmed or refused by name', () => {
    const confirmed = decide('confirmed', matchKey('customer', 'Halden Ltd', 'Oakmere Trading'));
    expect(names(match(TWO_NAMES, {}, { links: [confirmed] }))).toEqual(['Halden Ltd = Oakmere Trading  confirmed']);
    const refused = decide('refused', matchKey('customer', 'Halden Ltd', 'HALDEN LIMITED'));
    const alike = `
      deal     D-1    Halden Ltd      123.00 EUR  2024-01-01
      invoice  INV-1  HALDEN LIMITED  123.00 EUR  2024-01-15
    `;
    expect(names(match(alike))).toEqual(['Halden Ltd = HALDEN LIMITED  matched']);
    expect(names(match(alike, {}, { links: [refused] }))).toEqual([]);
  });
});

/** With links that a person confirmed, each by the keys of its two records. */
function confirming(table: string, kind: LinkKind, ...pairs: (readonly [left: string, right: string])[]): Matching {
  return match(table, {}, { links: pairs.map(([left, right]) => decide('confirmed', matchKey(kind, left, right))) });
}

/** `D-1 > INV-1  400.00` of every link that a person confirmed. */
const carried = (matching: Matching): string[] =>
  links(matching).flatMap((link) => (link.endsWith('confirmed') ? [link.split('  decision')[0] ?? ''] : []));

describe('a bill that a person confirmed for several deals', () => {
  const BILLED_BEFORE = `
    deal     D-1    Halden Ltd    400.00 EUR  2024-01-01
    deal     D-2    Halden Ltd    600.00 EUR  2024-01-02
    invoice  INV-0  Halden Ltd    100.00 EUR  2024-01-10
    invoice  INV-1  Halden Ltd    900.00 EUR  2024-01-15
  `;

  test.each([
    ['deal.D-1', ['D-1 > INV-0  100.00', 'D-1 > INV-1  300.00', 'D-2 > INV-1  600.00']],
    ['deal.D-2', ['D-1 > INV-1  400.00', 'D-2 > INV-0  100.00', 'D-2 > INV-1  500.00']],
  ])('goes to each up to what an earlier bill left open, here of %s', (billed, expected) => {
    const matching = confirming(
      BILLED_BEFORE,
      'deal-invoice',
      [billed, 'invoice.INV-0'],
      ['deal.D-1', 'invoice.INV-1'],
      ['deal.D-2', 'invoice.INV-1'],
    );
    expect(carried(matching)).toEqual(expected);
    expect(matching.decisionFaults).toEqual([]);
  });

  test('above them all: the last carries the rest', () => {
    expect(
      carried(
        confirming(
          BILLED_BEFORE.replace('900.00', '1,500.00'),
          'deal-invoice',
          ['deal.D-1', 'invoice.INV-0'],
          ['deal.D-1', 'invoice.INV-1'],
          ['deal.D-2', 'invoice.INV-1'],
        ),
      ),
    ).toEqual(['D-1 > INV-0  100.00', 'D-1 > INV-1  300.00', 'D-2 > INV-1  1200.00']);
  });

  test('leaves out one with nothing open, and tells that', () => {
    const matching = confirming(
      BILLED_BEFORE.replace('100.00', '400.00'),
      'deal-invoice',
      ['deal.D-1', 'invoice.INV-0'],
      ['deal.D-1', 'invoice.INV-1'],
      ['deal.D-2', 'invoice.INV-1'],
    );
    expect(carried(matching)).toEqual(['D-1 > INV-0  400.00', 'D-2 > INV-1  900.00']);
    expect(matching.decisionFaults).toEqual([
      { code: 'nothing open', decision: matchKey('deal-invoice', 'deal.D-1', 'invoice.INV-1'), by: '' },
    ]);
  });

  test('a credit that they share is cut as well, each part with its sign', () => {
    const table = `
      deal     D-1    Halden Ltd    400.00 EUR  2024-01-01
      deal     D-2    Halden Ltd    600.00 EUR  2024-01-02
      invoice  INV-0  Halden Ltd    400.00 EUR  2024-01-10
      credit   CN-1   Halden Ltd   -700.00 EUR  2024-02-15
    `;
    const matching = confirming(
      table,
      'deal-invoice',
      ['deal.D-1', 'invoice.INV-0'],
      ['deal.D-1', 'credit.CN-1'],
      ['deal.D-2', 'credit.CN-1'],
    );
    expect(carried(matching)).toEqual(['D-1 > CN-1  -400.00', 'D-1 > INV-0  400.00', 'D-2 > CN-1  -300.00']);
  });
});

test('a credit that a person confirmed for two invoices takes nothing of one that is credited already', () => {
  const table = `
    invoice  INV-1  Halden Ltd   100.00 EUR  2024-01-10
    invoice  INV-2  Halden Ltd   300.00 EUR  2024-01-11
    credit   CN-1   Halden Ltd  -150.00 EUR  2024-02-01
    credit   CN-2   Halden Ltd   -80.00 EUR  2024-02-02
  `;
  const matching = confirming(
    table,
    'invoice-credit',
    ['invoice.INV-1', 'credit.CN-1'],
    ['invoice.INV-1', 'credit.CN-2'],
    ['invoice.INV-2', 'credit.CN-2'],
  );
  expect(carried(matching)).toEqual(['INV-1 > CN-1  150.00', 'INV-2 > CN-2  80.00']);
  expect(matching.decisionFaults.map(({ decision }) => decision)).toEqual(['invoice-credit|invoice.INV-1|credit.CN-2']);
});

test('a payment confirmed for an invoice that is paid already is told', () => {
  const table = `
    invoice  INV-1  Halden Ltd  100.00 EUR  2024-01-10
    receipt  R-1    Halden Ltd  100.00 EUR  2024-02-01
    receipt  R-2    Halden Ltd  100.00 EUR  2024-02-02
  `;
  const matching = confirming(table, 'invoice-receipt', ['invoice.INV-1', 'receipt.R-1'], ['invoice.INV-1', 'receipt.R-2']);
  expect(carried(matching)).toEqual(['INV-1 > R-1  100.00']);
  expect(matching.decisionFaults.map(({ code, decision }) => [code, decision])).toEqual([
    ['nothing open', 'invoice-receipt|invoice.INV-1|receipt.R-2'],
  ]);
});

test('however many deals share confirmed bills and credits, each is allocated whole, and no part has the wrong sign', () => {
  const amount = fc.integer({ min: -900, max: 900 }).filter((n) => n !== 0);
  const books = fc.record({
    deals: fc.array(amount, { minLength: 1, maxLength: 5 }),
    bills: fc.array(
      fc.record({ amount, dollars: fc.boolean(), shared: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  });
  fc.assert(
    fc.property(books, ({ deals, bills }) => {
      const roleOf = (minor: number): string => (minor < 0 ? 'credit' : 'invoice');
      const table = [
        ...deals.map((minor, i) => `deal  D-${i}  Halden Ltd  ${minor}.00 EUR  2024-01-01`),
        ...bills.map(
          ({ amount: minor, dollars }, i) =>
            `${roleOf(minor)}  B-${i}  Halden Ltd  ${minor}.00 ${dollars ? 'USD' : 'EUR'}  2024-02-0${i + 1}`,
        ),
      ].join('\n');
      const keysOf = bills.map(({ amount: minor, shared }, i) =>
        [...new Set(shared.map((at) => at % deals.length))].map((at) =>
          matchKey('deal-invoice', `deal.D-${at}`, `${roleOf(minor)}.B-${i}`),
        ),
      );
      const matching = match(table, {}, { links: keysOf.flat().map((key) => decide('confirmed', key)) });
      const told = new Set(matching.decisionFaults.map(({ decision }) => decision));
      bills.forEach(({ amount: minor }, i) => {
        const parts = matching.links.filter(({ pass, right }) => pass === 'decision' && right === `${roleOf(minor)}.B-${i}`);
        expect(parts.reduce((sum, { allocated }) => sum + allocated, 0)).toBe(minor * 100);
        expect(parts.every(({ allocated }) => Math.sign(allocated) === Math.sign(minor))).toBe(true);
        const made = parts.map(({ kind, left, right }) => matchKey(kind, left, right));
        expect([...made, ...(keysOf[i] ?? []).filter((key) => told.has(key))].sort()).toEqual([...(keysOf[i] ?? [])].sort());
      });
    }),
    { numRuns: 200, seed: 41 },
  );
});

describe('suggested links', () => {
  // A payer nobody knows quotes digits without their prefix: enough for a suggestion, no more.
  const table = `
    invoice  INV-1001  Halden Ltd   1,000.00 EUR  2024-01-10
    receipt  R-1       -              400.00 EUR  2024-01-20  ref=1001
    receipt  R-2       Halden Ltd   1,000.00 EUR  2024-02-01
  `;

  test('in the numbers: they take what they carry', () => {
    expect(links(match(table, { suggestedInNumbers: true }))).toContain('INV-1001 > R-1  400.00  reference, stated, suggested');
    expect(links(match(table, { suggestedInNumbers: true }))).not.toContain(
      'INV-1001 > R-2  1000.00  exact amount, inferred, matched',
    );
  });

  test('out of the numbers: a surer candidate has the invoice', () => {
    expect(links(match(table, { suggestedInNumbers: false }))).toEqual([
      'INV-1001 > R-2  1000.00  exact amount, inferred, matched',
    ]);
  });

  test('out of the numbers: they are still shown where nothing surer came', () => {
    const alone = table
      .split('\n')
      .filter((line) => !line.includes('R-2'))
      .join('\n');
    expect(links(match(alone, { suggestedInNumbers: false }))).toEqual(['INV-1001 > R-1  400.00  reference, stated, suggested']);
  });
});
