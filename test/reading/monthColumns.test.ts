import { isoDay, parseIsoDay, serialOfDay } from '../../src/domain/day';
import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { monthColumns } from '../../src/reading/monthColumns';
import { answerMapping } from '../../src/settings/mapping';
import { grid, read } from './support/table';

const revenueOf = (sheet: ReturnType<typeof grid>): string[] =>
  read([sheet]).records.revenue.map(({ customer, amount, day }) => `${customer} ${isoDay(day)} ${amount / 100}`);

test.each([
  ['names', ['Jan 2026', 'Feb 2026', 'Mar 2026']],
  ['names with dashes', ['Jan - 2026', 'Feb - 2026', 'Mar - 2026']],
  ['German names', ['Jan. 26', 'Feb. 26', 'März 26']],
  ['numbers', ['2026-01', '2026-02', '2026-03']],
  ['first days', ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => serialOfDay(parseIsoDay(day) ?? (0 as never)))],
])('months by their %s', (_, header) => {
  expect(monthColumns(['Customer', ...header]).map(({ column, month }) => [column, month])).toEqual([
    [1, '2026-01'],
    [2, '2026-02'],
    [3, '2026-03'],
  ]);
});

test('totals, balances, quarters and years between the months are no months', () => {
  const sheet = grid(
    'Revenue schedule',
    `
    Customer | Invoice No | Jan 2026 | Feb 2026 | Mar 2026 | Q1 2026 | Apr 2026 | YTD | Total | Balance as of 2026
    Acme Ltd | INV-1      | 10       | 10       | 10       | 30      | 10       | 40  | 40    | 80
    Birch AG | INV-2      |          | 5        | -        | 5       |          | 5   | 5     | 0
    Total    |            | 10       | 15       | 10       | 35      | 10       | 45  | 45    | 80
    `,
  );
  expect(revenueOf(sheet)).toEqual(
    [
      'Acme Ltd 2026-01-31 10',
      'Acme Ltd 2026-02-28 10',
      'Birch AG 2026-02-28 5',
      'Acme Ltd 2026-03-31 10',
      'Acme Ltd 2026-04-30 10',
    ].sort((a, b) => (a.slice(9, 19) < b.slice(9, 19) ? -1 : a.slice(9, 19) > b.slice(9, 19) ? 1 : 0)),
  );
});

test('years above the months', () => {
  const sheet = grid(
    'Revenue schedule',
    `
                          | 2025 |     | 2026 |
    Customer | Nov | Dec  | Jan  | Feb
    `.replace('                          | 2025 |     | 2026 |', '    | 2025 |  | 2026 |') + '\nAcme Ltd | 1 | 2 | 3 | 4',
  );
  expect(revenueOf(sheet)).toEqual([
    'Acme Ltd 2025-11-30 1',
    'Acme Ltd 2025-12-31 2',
    'Acme Ltd 2026-01-31 3',
    'Acme Ltd 2026-02-28 4',
  ]);
});

test('months that are only counted wait for the first one', () => {
  const sheet = grid(
    'Revenue schedule',
    `
    customer | invoice_number | month_1 | month_2 | month_3
    Acme Ltd | INV-1          | 10      | 20      | 30
    `,
  );
  const [source] = inspect([sheet], []).sources;
  expect(source?.questions.map(({ id }) => id)).toEqual(['firstMonth']);
  if (source === undefined) throw new Error('no source');
  const [again] = inspect([sheet], [answerMapping(source.mapping, 'firstMonth', '2026-11')]).sources;
  const { records } = readRecords([sheet], again === undefined ? [] : [again.mapping], { won: [], issued: [], writtenOff: [] });
  expect(records.revenue.map(({ day, amount }) => [isoDay(day), amount])).toEqual([
    ['2026-11-30', 1000],
    ['2026-12-31', 2000],
    ['2027-01-31', 3000],
  ]);
});

test('a schedule by quarters cannot be read, and the message says why', () => {
  const sheet = grid(
    'Revenue schedule',
    `
    Customer | Invoice No | Q1 2026 | Q2 2026 | Q3 2026 | Q4 2026
    Acme Ltd | INV-1      | 30      | 30      | 30      | 30
    `,
  );
  const [source] = inspect([sheet], []).sources;
  expect([source?.role, source?.roleReason]).toEqual(['ignore', 'revenue by quarter, not by month']);
  if (source === undefined) throw new Error('no source');
  const { obstacles } = inspect([sheet], [answerMapping(source.mapping, 'role', 'schedule')]);
  expect(obstacles.find((each) => each.sheet === 'Revenue schedule')).toEqual({
    code: 'no-months',
    sheet: 'Revenue schedule',
    message:
      '“Revenue schedule” gives revenue by quarter (“Q1 2026”, “Q2 2026” …), which does not tell its months. Export it by month, or leave it out.',
  });
});
