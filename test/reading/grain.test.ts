import { inspect } from '../../src/reading/inspect';
import type { SourceInspection } from '../../src/settings/inspection';
import { answerMapping } from '../../src/settings/mapping';
import { grid, leftLines, linesOf, read } from './support/table';

const sourceOf = (table: string, sheet = 'Invoices'): SourceInspection => {
  const [source] = inspect([grid(sheet, table)], []).sources;
  if (source === undefined) throw new Error('no source');
  return source;
};

const askedOf = ({ grain, questions }: SourceInspection): [string, string[]] => [grain, questions.map(({ id }) => id)];

const HEADER = 'Invoice No | Customer | Invoice Date | Net | Description';

describe('one invoice on several rows', () => {
  test('its total repeated: counted once, by three such invoices', () => {
    const source = sourceOf(`${HEADER}
      INV-1 | Acme  | 2026-03-05 | 100 | Seats
      INV-1 | Acme  | 2026-03-05 | 100 | Hub
      INV-2 | Birch | 2026-03-06 | 70  | Seats
      INV-2 | Birch | 2026-03-06 | 70  | Hub
      INV-3 | Acme  | 2026-03-07 | 30  | Seats
      INV-3 | Acme  | 2026-03-07 | 30  | Hub`);
    expect(askedOf(source)).toEqual(['repeated', []]);
  });

  test('its total repeated, or equal parts: asked where few invoices tell', () => {
    const source = sourceOf(`${HEADER}
      INV-1 | Acme  | 2026-03-05 | 100 | Seats
      INV-1 | Acme  | 2026-03-05 | 100 | Hub
      INV-2 | Birch | 2026-03-06 | 70  | Seats`);
    expect(askedOf(source)).toEqual(['repeated', ['grain']]);
    expect(source.questions[0]?.text).toContain('“INV-1”');
  });

  test('its total repeated, or seats at one price: asked, even where the lines have items', () => {
    const one = sourceOf(`Invoice No | Customer | Invoice Date | Net | Item
      INV-1 | Acme  | 2026-03-05 | 100 | Seat of Ann
      INV-1 | Acme  | 2026-03-05 | 100 | Seat of Bob
      INV-2 | Birch | 2026-03-06 | 70  | Hub`);
    expect(askedOf(one)).toEqual(['repeated', ['grain']]);
    const many = sourceOf(`${HEADER}
      INV-1 | Acme  | 2026-03-05 | 100 | Ann
      INV-1 | Acme  | 2026-03-05 | 100 | Bob
      INV-2 | Birch | 2026-03-06 | 100 | Cy
      INV-2 | Birch | 2026-03-06 | 100 | Di
      INV-3 | Cedar | 2026-03-06 | 100 | Em
      INV-3 | Cedar | 2026-03-06 | 100 | Fi`);
    expect(askedOf(many)).toEqual(['repeated', ['grain']]);
  });

  test.each(['repeated', 'lines', 'row'])('once answered “%s” it is asked no more', (answer) => {
    const sheet = grid(
      'Invoices',
      `${HEADER}
      INV-1 | Acme  | 2026-03-05 | 100 | Seats
      INV-1 | Acme  | 2026-03-05 | 100 | Hub
      INV-2 | Birch | 2026-03-06 | 70  | Seats`,
    );
    const asked = inspect([sheet], []).sources.map(({ mapping }) => answerMapping(mapping, 'grain', answer));
    const again = inspect([sheet], asked).sources;
    expect(again.map(askedOf)).toEqual([[answer, []]]);
    expect(again.map(({ mapping }) => mapping.grain)).toEqual([answer]);
  });

  test('its lines: added up', () => {
    const source = sourceOf(`${HEADER}
      INV-1 | Acme  | 2026-03-05 | 100 | Seats
      INV-1 | Acme  | 2026-03-05 | 50  | Hub
      INV-2 | Birch | 2026-03-06 | 70  | Seats`);
    expect(askedOf(source)).toEqual(['lines', []]);
  });
});

test('lines in two currencies are never added up', () => {
  const { records, faults } = read([
    grid(
      'Invoices',
      `Invoice No | Customer | Invoice Date | Net | Currency | Item
      INV-1 | Acme  | 2026-03-05 | 100 | EUR | Seats
      INV-1 | Acme  | 2026-03-05 | 50  | USD | Hub
      INV-1 | Acme  | 2026-03-05 | 30  | EUR | Hub
      INV-2 | Birch | 2026-03-06 | 70  | USD | Seats
      INV-2 | Birch | 2026-03-06 | 80  | USD | Hub`,
    ),
  ]);
  expect(linesOf(records.invoices)).toEqual([
    'INV-1  Acme  50.00 USD  2026-03-05',
    'INV-1  Acme  130.00 EUR  2026-03-05',
    'INV-2  Birch  150.00 USD  2026-03-06',
  ]);
  expect(faults.map(({ code }) => code)).toEqual(['duplicate-key']);
});

describe('documents of their own', () => {
  test('equal instalments of one number with other dates', () => {
    const source = sourceOf(`${HEADER}
      INV-1 | Acme | 2026-03-05 | 100 | Instalment
      INV-1 | Acme | 2026-04-05 | 100 | Instalment
      INV-1 | Acme | 2026-05-05 | 100 | Instalment
      INV-2 | Acme | 2026-03-05 | 70  | Seats`);
    expect(askedOf(source)).toEqual(['row', []]);
  });

  test('a number used twice by mistake in a long list stays two rows, both counted, and is listed', () => {
    const rows = Array.from({ length: 20 }, (_, n) => `INV-${n + 1} | Acme | 2026-03-05 | ${100 + n} | Seats`);
    const table = [HEADER, ...rows, 'INV-7 | Acme | 2026-03-05 | 9 | Hub'].join('\n');
    expect(askedOf(sourceOf(table))).toEqual(['row', []]);
    const { records, faults } = read([grid('Invoices', table)]);
    expect(records.invoices).toHaveLength(21);
    expect(faults.map(({ code, text }) => [code, text])).toEqual([['duplicate-key', 'INV-7: Invoices row 8']]);
  });

  test('rows that are equal in all are one row again', () => {
    const table = `${HEADER}
      INV-1 | Acme | 2026-03-05 | 100 | Seats
      INV-1 | Acme | 2026-03-05 | 100 | Seats
      INV-2 | Acme | 2026-03-06 | 70  | Seats`;
    expect(askedOf(sourceOf(table))).toEqual(['row', []]);
    const { records, leftOut } = read([grid('Invoices', table)]);
    expect(linesOf(records.invoices)).toEqual(['INV-1  Acme  100.00  2026-03-05', 'INV-2  Acme  70.00  2026-03-06']);
    expect(leftLines(leftOut)).toEqual(['row 3: repeat-row']);
  });
});

test('a deal once a product, a payment once an applied invoice', () => {
  const deals = sourceOf(
    `Opportunity ID | Account Name | Close Date | Amount | Product
    D-1 | Acme  | 2026-03-05 | 100 | Seats
    D-1 | Acme  | 2026-03-05 | 100 | Hub
    D-2 | Birch | 2026-03-06 | 70  | Seats
    D-2 | Birch | 2026-03-06 | 70  | Hub
    D-3 | Acme  | 2026-03-07 | 30  | Seats
    D-3 | Acme  | 2026-03-07 | 30  | Hub`,
    'Opportunities',
  );
  expect(askedOf(deals)).toEqual(['repeated', []]);
  const table = `Payment ID | Customer | Payment Date | Amount Received | Invoice No
    P-1 | Acme  | 2026-03-05 | 100 | INV-1
    P-1 | Acme  | 2026-03-05 | 100 | INV-2
    P-2 | Birch | 2026-03-06 | 70  | INV-3
    P-2 | Birch | 2026-03-06 | 70  | INV-4
    P-3 | Acme  | 2026-03-07 | 30  | INV-5
    P-3 | Acme  | 2026-03-07 | 30  | INV-6`;
  expect(askedOf(sourceOf(table, 'Payments'))).toEqual(['repeated', []]);
  expect(read([grid('Payments', table)]).records.receipts.map(({ id, amount, references }) => [id, amount, references])).toEqual([
    ['P-1', 10000, ['INV-1', 'INV-2']],
    ['P-2', 7000, ['INV-3', 'INV-4']],
    ['P-3', 3000, ['INV-5', 'INV-6']],
  ]);
});

test('a few numbers of two customers do not hide that the others repeat their totals: asked', () => {
  const source = sourceOf(`${HEADER}
    INV-1 | Acme  | 2026-03-05 | 100 | Seats
    INV-1 | Acme  | 2026-03-05 | 100 | Hub
    INV-2 | Birch | 2026-03-06 | 70  | Seats
    INV-2 | Birch | 2026-03-06 | 70  | Hub
    INV-3 | Acme  | 2026-03-07 | 30  | Seats
    INV-3 | Acme  | 2026-03-07 | 30  | Hub
    INV-4 | Acme  | 2026-03-08 | 20  | Seats
    INV-4 | Cedar | 2026-03-08 | 20  | Hub`);
  expect(askedOf(source)).toEqual(['repeated', ['grain']]);
});

test('a few numbers of two days do not hide that the others are lines: asked', () => {
  const source = sourceOf(`${HEADER}
    INV-1 | Acme  | 2026-03-05 | 100 | Seats
    INV-1 | Acme  | 2026-03-05 | 50  | Hub
    INV-2 | Birch | 2026-03-06 | 70  | Seats
    INV-2 | Birch | 2026-03-06 | 40  | Hub
    INV-3 | Acme  | 2026-03-07 | 30  | Seats
    INV-3 | Acme  | 2026-03-09 | 35  | Hub`);
  expect(askedOf(source)).toEqual(['lines', ['grain']]);
  expect(source.questions[0]?.suggestion).toBe('lines');
});

test('one number with two amounts and nothing that names parts: asked, not added up in silence', () => {
  const source = sourceOf(`Invoice No | Customer | Invoice Date | Net
    INV-1 | Acme  | 2026-03-05 | 800
    INV-1 | Acme  | 2026-03-05 | 900
    INV-2 | Birch | 2026-03-06 | 70`);
  expect(askedOf(source)).toEqual(['lines', ['grain']]);
});
