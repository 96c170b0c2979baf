/** Every row is used or left out, the amounts tie, and the order of the rows changes nothing. */

import fc from 'fast-check';
import type { RawCell, SourceGrid } from '../../src/domain/grid';
import type { ReconciledRecord } from '../../src/domain/record';
import { readRecords } from '../../src/reading/readRecords';
import type { ReadResult } from '../../src/reading/readRecords';
import type { SourceMapping } from '../../src/settings/mapping';
import { mapped } from './support/table';

const WORDS = { won: ['Closed Won'], issued: ['Sent', 'Paid'], writtenOff: ['Written off'] };

const blankOr = (...cells: RawCell[]): fc.Arbitrary<RawCell> => fc.constantFrom('', ...cells);
const amount = fc.oneof(
  fc.integer({ min: -500000, max: 500000 }).map((cents) => cents / 100),
  fc.constantFrom<RawCell>('1,234.50', '(12.00)', 'n.a.', '', '#REF!', '$7.25', '3.00-', 1e300),
);
const day = fc.oneof(fc.integer({ min: 45000, max: 45400 }), fc.constantFrom<RawCell>('2024-03-05', '25/03/2024', '', 'soon'));
const currency = blankOr('EUR', 'usd', 'Credits');
const customer = blankOr('Acme Ltd', 'Birch AG', 'Total Energies');

const DEAL_HEADER = ['Deal ID', 'Account Name', 'Amount', 'Currency', 'Close Date', 'Stage'];

const INVOICE_HEADER = ['Invoice No', 'Customer', 'Net', 'Currency', 'Invoice Date', 'Status', 'Type'];

const CASH_HEADER = ['Payment ID', 'Payer', 'Amount received', 'Currency', 'Payment Date', 'Invoice No'];

const WATERFALL_HEADER = ['Invoice No', 'Customer', 'Currency', 'Jan 2024', 'Feb 2024', 'Mar 2024'];

/** Sheets whose header is settled, so that only the rows are at stake; the last row fixes the order of day and month. */
const sheetOf = (sheet: string, header: string[], row: fc.Arbitrary<RawCell[]>): fc.Arbitrary<SourceGrid> =>
  fc
    .array(
      fc.oneof(
        { weight: 20, arbitrary: row },
        { weight: 1, arbitrary: fc.constant(['Total', ...header.slice(1).map(() => '')]) },
      ),
      { maxLength: 25 },
    )
    .map((rows) => ({
      sheet,
      table: 'tbl' + sheet,
      top: 0,
      left: 0,
      values: [header, ...rows],
      formatSamples: [],
      hiddenRows: 0,
    }));

const deals = sheetOf(
  'Deals',
  DEAL_HEADER,
  fc
    .tuple(blankOr('D-1', 'D-2', 'D-3', 7), customer, amount, currency, day, blankOr('Closed Won', 'Open', 'Lost'))
    .map((cells) => [...cells]),
);
const invoices = sheetOf(
  'Invoices',
  INVOICE_HEADER,
  fc
    .tuple(
      blankOr('INV-1', 'INV-2', 'INV-3'),
      customer,
      amount,
      currency,
      day,
      blankOr('Sent', 'Void', 'Written off', 'Odd'),
      blankOr('Invoice', 'Credit note', 'Payment', 'Bill'),
    )
    .map((cells) => [...cells]),
);
const receipts = sheetOf(
  'Payments',
  CASH_HEADER,
  fc.tuple(blankOr('P-1', 'P-2'), customer, amount, currency, day, blankOr('INV-1', 'INV-2')).map((cells) => [...cells]),
);
const waterfall = sheetOf(
  'Waterfall',
  WATERFALL_HEADER,
  fc.tuple(blankOr('INV-1', 'INV-2'), customer, currency, amount, amount, amount).map((cells) => [...cells]),
);
const book = fc.tuple(deals, invoices, waterfall, receipts).map((grids) => [...grids]);

const FIXED = { numRuns: 150, seed: 20260331 } as const;

const recordsOf = ({ records }: ReadResult): ReconciledRecord[] => [
  ...records.deals,
  ...records.invoices,
  ...records.revenue,
  ...records.receipts,
];

/** The mappings are those of the headers alone, so that they are the same for all rows. */
const empty = (sheet: string, header: string[]): SourceGrid => ({
  sheet,
  table: 'tbl' + sheet,
  top: 0,
  left: 0,
  values: [header],
  formatSamples: [],
  hiddenRows: 0,
});
const MAPPINGS: SourceMapping[] = [
  ...mapped([empty('Deals', DEAL_HEADER), empty('Invoices', INVOICE_HEADER), empty('Payments', CASH_HEADER)], {
    dateOrder: 'dmy',
    decimal: '.',
  }),
  {
    sheet: 'Waterfall',
    table: 'tblWaterfall',
    role: 'schedule',
    block: 0,
    headerRow: 0,
    headerRows: 1,
    grain: null,
    scale: 1,
    firstMonth: null,
    revenueAccount: null,
    columns: { reference: 0, customer: 1, currency: 2 },
    monthColumns: [3, 4, 5].map((column) => ({ column, month: `2024-0${column - 2}` })),
    dateOrder: null,
    decimal: '.',
    currency: null,
    fingerprint: '',
  },
];

const readBook = (grids: SourceGrid[]): ReadResult => readRecords(grids, MAPPINGS, WORDS);

test('the headers are understood', () => {
  expect(MAPPINGS.map(({ role }) => role)).toEqual(['deals', 'invoices', 'receipts', 'schedule']);
});

const isFilled = (row: readonly RawCell[]): boolean => row.some((cell) => cell !== '');

test('every row is used or left out, once', () => {
  fc.assert(
    fc.property(book, (grids) => {
      const result = readBook(grids);
      for (const { sheet, values } of grids) {
        const used = new Set(
          recordsOf(result)
            .filter(({ source }) => source.sheet === sheet)
            .map(({ source }) => source.row),
        );
        const left = result.leftOut.filter(({ source }) => source.sheet === sheet).map(({ source }) => source.row);
        const all = values.flatMap((row, at) => (at > 0 && isFilled(row) ? [at + 1] : []));
        expect([...used, ...left].sort((a, b) => a - b)).toEqual(all);
        expect(result.read.filter((count) => count.sheet === sheet).reduce((sum, { rows }) => sum + rows, 0)).toBe(all.length);
      }
    }),
    FIXED,
  );
});

test('read = used + left out, by source, role and currency', () => {
  fc.assert(
    fc.property(book, (grids) => {
      const result = readBook(grids);
      const sums = new Map<string, number>();
      const add = (key: string, minor: number): void => void sums.set(key, (sums.get(key) ?? 0) + minor);
      const ROLE = { deal: 'deals', invoice: 'invoices', revenue: 'schedule', receipt: 'receipts' } as const;
      for (const record of recordsOf(result))
        add([record.source.sheet, ROLE[record.role], record.currency].join(), record.amount);
      for (const row of result.leftOut) add([row.source.sheet, row.role, row.currency].join(), row.amount ?? 0);
      for (const count of result.read) expect(sums.get([count.sheet, count.role, count.currency].join()) ?? 0).toBe(count.amount);
    }),
    FIXED,
  );
});

test('keys are unique, and the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(
      book.chain((grids) =>
        fc.tuple(
          fc.constant(grids),
          fc.tuple(...grids.map(({ values }) => fc.shuffledSubarray(values.slice(1), { minLength: values.length - 1 }))),
        ),
      ),
      ([grids, shuffled]) => {
        const turned = grids.map((grid, at) => ({ ...grid, values: [grid.values[0] ?? [], ...(shuffled[at] ?? [])] }));
        const facts = (result: ReadResult): string[] =>
          recordsOf(result).map(({ source, ...record }) => JSON.stringify({ ...record, sheet: source.sheet }));
        const causes = (result: ReadResult): string[] =>
          result.leftOut.map(({ source, ...row }) => JSON.stringify({ ...row, sheet: source.sheet })).sort();
        const [before, after] = [readBook(grids), readBook(turned)];
        expect(facts(after)).toEqual(facts(before));
        expect(causes(after)).toEqual(causes(before));
        const keys = recordsOf(before).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      },
    ),
    FIXED,
  );
});
