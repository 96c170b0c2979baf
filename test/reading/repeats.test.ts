import { grid, leftLines, linesOf, read } from './support/table';

const HEADER = 'Invoice No | Invoice Date | Customer | Due date';

test('the same number and figure in pounds and in dollars are two invoices', () => {
  const { records, leftOut, faults } = read([
    grid('UK', `${HEADER} | Net (GBP)\nINV-1 | 2026-01-05 | Acme | 2026-02-05 | 500`),
    grid('US', `${HEADER} | Net (USD)\nINV-1 | 2026-01-05 | Acme | 2026-02-05 | 500`),
  ]);
  expect(linesOf(records.invoices).sort()).toEqual([
    'INV-1  Acme  500.00 GBP  2026-01-05',
    'INV-1  Acme  500.00 USD  2026-01-05',
  ]);
  expect(leftOut).toEqual([]);
  expect(faults.map(({ code }) => code)).toEqual(['duplicate-key']);
});

test('the same row in two sheets of one currency is one invoice', () => {
  const sheet = (name: string): ReturnType<typeof grid> =>
    grid(name, `${HEADER} | Net (GBP)\nINV-1 | 2026-01-05 | Acme | 2026-02-05 | 500`);
  const { records, leftOut } = read([sheet('January'), sheet('February')]);
  expect(linesOf(records.invoices)).toEqual(['INV-1  Acme  500.00 GBP  2026-01-05']);
  expect(leftLines(leftOut)).toEqual(['row 2: repeat-row']);
});

test('a number that ten thousand rows share is no reason to wait', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `n/a | 2026-01-${10 + (at % 20)} | Acme | 2026-02-05 | ${100 + at}`);
  const { records, faults } = read([grid('Invoices', [`${HEADER} | Net`, ...rows, rows[0]].join('\n'))]);
  expect(records.invoices).toHaveLength(10_000);
  expect(faults.map(({ text }) => text)).toEqual([expect.stringMatching(/^n\/a: .*Invoices row \d+ and 9989 more$/)]);
}, 4000);

test('a number that looks like a repeated one’s second keeps a key of its own, used or left out', () => {
  const { records, leftOut } = read([
    grid(
      'Invoices',
      [
        `${HEADER} | Net | Status`,
        'INV-1 | 2026-01-05 | Acme | 2026-02-05 | 500 | Posted',
        'INV-1 | 2026-01-06 | Acme | 2026-02-05 | 700 | Posted',
        'INV-1#2 | 2026-01-07 | Birch | 2026-02-05 | 300 | Posted',
        'INV-2 | 2026-01-08 | Birch | 2026-02-05 | 40 | Posted',
        'INV-2#2 | 2026-01-09 | Birch | 2026-02-05 | 50 | Posted',
        'INV-2 | 2026-01-10 | Birch | 2026-02-05 | 60 | Void',
      ].join('\n'),
    ),
  ]);
  const keys = [...records.invoices, ...leftOut].map(({ key }) => key);
  expect(keys).toHaveLength(6);
  expect(new Set(keys).size).toBe(6);
  expect(keys).toEqual(expect.arrayContaining(['invoice.INV-1#1', 'invoice.INV-1#2', 'invoice.INV-2', 'invoice.INV-2#2']));
});
