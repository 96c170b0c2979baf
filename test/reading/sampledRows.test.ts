import { inspect } from '../../src/reading/inspect';
import { sampledRows } from '../../src/reading/sampledRows';
import { grid } from './support/table';

test('one row of each stride, never past the end; of a short sheet all', () => {
  expect([...sampledRows(2, 6, 10)]).toEqual([2, 3, 4, 5]);
  expect([...sampledRows(2, 6, Infinity)]).toEqual([2, 3, 4, 5]);
  expect([...sampledRows(3, 3, 10)]).toEqual([]);
  const rows = [...sampledRows(1, 30_001, 5000)];
  expect(rows.map((row) => Math.floor((row - 1) / 6))).toEqual(Array.from({ length: 5000 }, (_, stretch) => stretch));
});

test.each([2, 3, 4, 6])('of rows that repeat after %i each kind is seen about as often', (period) => {
  const rows = [...sampledRows(1, 12_001, 1000)];
  const counts = Array.from({ length: period }, (_, kind) => rows.filter((row) => row % period === kind).length);
  for (const count of counts) expect(Math.abs(count - rows.length / period)).toBeLessThan(rows.length * 0.05);
});

test('a bank’s list without a header, each amount of cents after a whole one: 12,000 rows are understood as 4,000 are', () => {
  const list = (count: number) =>
    grid(
      'Bank',
      Array.from({ length: count }, (_, at) =>
        at % 2 === 0 ? `2024-03-05 | ${900 + at} | DEPOSIT ACME LTD ${at}` : `2024-03-06 | -${at}.25 | CARD PURCHASE ${at}`,
      ).join('\n'),
    );
  const understood = (count: number) =>
    inspect([list(count)], []).sources.map(({ mapping: { role, columns } }) => ({ role, columns }));
  expect(understood(4000)).toEqual([{ role: 'receipts', columns: { date: 0, amount: 1, text: 2 } }]);
  expect(understood(12_000)).toEqual(understood(4000));
});
