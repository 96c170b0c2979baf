import type { RawCell } from '../../src/domain/grid';
import { fingerprintsOf } from '../../src/worker/fingerprint';

const read = (
  sheet: string,
  values: readonly (readonly RawCell[])[],
  place = { table: null as string | null, top: 0, left: 0 },
) => ({
  sheet,
  values,
  ...place,
});
const printOf = (...values: readonly (readonly RawCell[])[]): string => fingerprintsOf([read('Deals', values)])['Deals'] ?? '';

test('what was read alike has one print', () => {
  expect(printOf(['D-1', 1200.5, true])).toBe(printOf(['D-1', 1200.5, true]));
});

test.each<[string, readonly (readonly RawCell[])[]]>([
  [
    'another amount',
    [
      ['D-1', 1200.51],
      ['D-2', 7],
    ],
  ],
  [
    'a number typed as text',
    [
      ['D-1', '1200.5'],
      ['D-2', 7],
    ],
  ],
  [
    'two rows changed places',
    [
      ['D-2', 7],
      ['D-1', 1200.5],
    ],
  ],
  [
    'a row that came',
    [
      ['D-1', 1200.5],
      ['D-2', 7],
      ['', ''],
    ],
  ],
  [
    'a cell in another column',
    [
      ['D-1', 1200.5, ''],
      ['D-2', 7, ''],
    ],
  ],
  [
    'a text split otherwise',
    [
      ['D-', '11200.5'],
      ['D-2', 7],
    ],
  ],
])('%s shows', (_, values) => {
  expect(printOf(...values)).not.toBe(printOf(['D-1', 1200.5], ['D-2', 7]));
});

test('tables of one sheet are told apart by their names or places', () => {
  const prints = fingerprintsOf([
    read('Sales', [['a']], { table: 'tblDeals', top: 0, left: 0 }),
    read('Sales', [['b']], { table: null, top: 9, left: 2 }),
    read('Receipts', [['c']]),
  ]);
  expect(Object.keys(prints)).toEqual(['Sales · tblDeals', 'Sales · 10, 3', 'Receipts']);
});
