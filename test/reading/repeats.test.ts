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
