import { grid, leftLines, read } from './support/table';

const bank = (...directions: string[]): ReturnType<typeof read> =>
  read([
    grid(
      'Bank',
      `Booking date | Payer | Text | Direction | Amount\n${directions.map((word, row) => `2026-02-0${row + 1} | Acme | I-${row} | ${word} | ${100 + row}`).join('\n')}`,
    ),
  ]);

test('an amount beside an unknown direction is listed, not counted as money in', () => {
  const { records, leftOut } = bank('Money in', 'Money out', 'Wired away');
  expect(records.receipts.map(({ amount }) => amount)).toEqual([10_000]);
  expect(leftLines(leftOut)).toEqual(['row 3: not-customer E', 'row 4: unreadable D “Wired away”']);
});

test('a column of words that say no direction at all leaves amounts as they are', () => {
  expect(bank('Card', 'Wire').records.receipts.map(({ amount }) => amount)).toEqual([10_000, 10_100]);
});
