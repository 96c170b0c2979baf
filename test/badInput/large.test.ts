/** Hundreds of thousands of rows are read in the time of their number. */

import type { RawCell, SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { quietMs } from '../support/quietTime';

const HEADER = ['Invoice No', 'Customer', 'Invoice Date', 'Due Date', 'Net amount', 'Tax', 'Gross', 'Currency', 'Status', 'Memo'];

function ledger(rows: number): SourceGrid {
  const values: RawCell[][] = [HEADER];
  for (let n = 0; n < rows; n += 1) {
    const net = (n % 9973) + 0.25;
    const day = String(1 + (n % 28)).padStart(2, '0');
    values.push([
      `H-${n}`,
      `Customer ${n % 5000}`,
      45_700 + (n % 300),
      `${day}/07/2025`,
      net,
      net * 0.2,
      net * 1.2,
      'EUR',
      'Paid',
      `order ${n}`,
    ]);
  }
  return { sheet: 'Invoices', table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0 };
}

function timed(rows: number): { readonly ms: number; readonly used: number } {
  const grids = [ledger(rows)];
  let used = 0;
  const ms = quietMs(() => {
    const mappings = inspect(grids, []).sources.map(({ mapping }) => mapping);
    used = readRecords(grids, mappings, { won: [], issued: ['paid'], writtenOff: [] }).records.invoices.length;
  });
  return { ms, used };
}

test('300,000 rows: all of them, in a time that grows with their number', () => {
  timed(10_000);
  const [few, many] = [timed(60_000), timed(300_000)];
  expect([few.used, many.used]).toEqual([60_000, 300_000]);
  // Five times the rows; a search of every row for every row would take twenty-five times as long.
  expect(many.ms).toBeLessThan(few.ms * 12);
}, 120_000);
