import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { defaultStatusWords, statusWords } from '../../src/reading/statusWords';
import { grid, linesOf } from './support/table';

const book = () => [
  grid('Deals', 'Deal ID | Account | Amount | Close Date | Stage\nD-1 | Acme Ltd | 100 | 2024-03-05 | Closed Won'),
  grid('Invoices', 'Invoice No | Customer | Invoice Date | Net | Status\nINV-1 | Acme Ltd | 2024-03-09 | 100 | Sent'),
];

test('what inspection read is not read again for a run', () => {
  const grids = book();
  const mappings = inspect(grids, []).sources.map(({ mapping }) => mapping);
  const words = defaultStatusWords(statusWords(grids, mappings));
  const first = readRecords(grids, mappings, words);
  expect(readRecords(grids, mappings, words)).toBe(first);
  expect(first).toEqual(readRecords(book(), mappings, words));
});

test('other words, columns or grids are read anew', () => {
  const grids = book();
  const mappings = inspect(grids, []).sources.map(({ mapping }) => mapping);
  const words = defaultStatusWords(statusWords(grids, mappings));
  const first = readRecords(grids, mappings, words);
  expect(readRecords(grids, mappings, { ...words, won: [] }).records.deals).toEqual([]);
  const swapped = mappings.map((mapping) => ({ ...mapping, dateOrder: 'dmy' as const }));
  expect(readRecords(grids, swapped, words)).not.toBe(first);
  expect(readRecords(grids.slice(1), mappings.slice(1), words).records.deals).toEqual([]);
  expect(linesOf(readRecords(grids, mappings, words).records.deals)).toEqual([
    'D-1  Acme Ltd  100.00   2024-03-05'.replace('   ', '  '),
  ]);
});

test('two readings in turn, without a currency and with one, are each read once', () => {
  const grids = book();
  const stated = inspect(grids, []).sources.map(({ mapping }) => mapping);
  const inEuro = stated.map((mapping) => ({ ...mapping, currency: 'EUR' }));
  const words = defaultStatusWords(statusWords(grids, stated));
  const first = readRecords(grids, stated, words);
  const second = readRecords(grids, inEuro, words);
  expect(second).not.toBe(first);
  expect(readRecords(grids, stated, words)).toBe(first);
  expect(readRecords(grids, inEuro, words)).toBe(second);
});
