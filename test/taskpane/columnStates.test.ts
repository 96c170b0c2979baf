import { columnStates, differs, exampleOf, inOrderOfDoubt } from '../../src/taskpane/columnStates';
import { grid, source } from './support/workbook';

const deals = source('Deals deals: Deal ID=id, Firm=customer, Worth=amount, Notes, Closed=date', 0);

test('the columns to check come first, then those in use, then the rest, each in the sheet’s order', () => {
  const doubtful = deals.columns.map((guess) => (guess.field === 'amount' ? { ...guess, confidence: 0.6 } : guess));
  const columns = columnStates({ ...deals, columns: doubtful }, deals.mapping);
  expect(inOrderOfDoubt(columns).map(({ name }) => name)).toEqual(['Worth', 'Deal ID', 'Firm', 'Closed', 'Notes']);
});

test('a nameless column goes by its letters in the sheet', () => {
  const [first] = columnStates({ ...deals, area: 'C4:G20', headers: ['', ...deals.headers.slice(1)] }, deals.mapping);
  expect(first?.name).toBe('Column C');
});

test('a month across is in use, as revenue of that month', () => {
  const mapping = { ...deals.mapping, monthColumns: [{ column: 3, month: '2026-01' }] };
  expect(columnStates(deals, mapping)[3]).toMatchObject({ field: null, month: '2026-01' });
});

describe('an example of a column', () => {
  test('is the cell of the first row as read', () => {
    expect(exampleOf(deals, grid('Deals'), 1)).toBe('cell of customer');
  });

  test('of a column that is not used is the first cell that holds something', () => {
    const rows = [
      ['Deal ID', 'Firm', 'Worth', 'Notes', 'Closed'],
      ['', '', '', ''],
      ['D-1', '', '', 'call back'],
    ];
    expect(exampleOf({ ...deals, area: 'A1:E3' }, grid('Deals', rows), 3)).toBe('call back');
  });

  test('is a date where the sheet shows one', () => {
    const own = {
      ...grid('Deals', [
        ['A', 'B', 'C', 'Changed'],
        ['', '', '', 46036],
      ]),
      formatSamples: [],
    };
    const dated = { ...own, formatSamples: [{ row: 1, formats: ['@', '@', '@', 'dd/mm/yyyy'] }] };
    const plain = { ...deals, area: 'A1:D2' };
    expect(exampleOf(plain, dated, 3)).toBe('2026-01-14');
    expect(exampleOf(plain, own, 3)).toBe('46036');
  });
});

test.each([
  ['INV-1', 'INV-1 ', false],
  ['1200.5', '1200.50', false],
  ['2026-01-14', '46036', false],
  ['2026-01-14', '46036.75', false],
  ['2026-01-14', '14.01.2026', true],
  ['16500', '16.500,00', true],
  ['-40', '(40.00)', true],
])('“%s” read from “%s” differs to the eye: %s', (value, cell, expected) => {
  expect(differs(value, cell)).toBe(expected);
});
