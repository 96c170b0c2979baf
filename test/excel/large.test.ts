import { planReport } from '../../src/report/planReport';
import { item, line, reconciliation } from '../report/support/reconciliations';
import { addColumn } from './support/edits';
import { openBook, patient, settled, silent, tableRows } from './support/open';

const LINES = 6_000;
const COMMENT = 'they pay when the goods are there '.repeat(26).trim();

test('a large result is written and rewritten in requests well under 4 MB, long comments of a person with it', async () => {
  const customers = Array.from({ length: LINES }, (_, index) => `Customer ${index} ${'ünïcödé '.repeat(8)}`);
  const run = reconciliation(
    customers.map((customer) => line(`${customer.trim()}  2026-03  Ann  100.00  0.00  0.00  0.00`)),
    customers.map((customer, index) => item(`BI  Q1  ${customer.trim()}  2026-03  Ann  100.00  D-${index}`)),
  );
  const book = openBook();
  for (const times of [1, 2]) {
    const grids = await book.port.readSources(silent, patient());
    await book.port.write(planReport(run), grids, silent, patient());
    expect([times, tableRows(book.workbook, 'tblVariances').length]).toEqual([times, LINES]);
    if (times === 1) addColumn(book.workbook, 'tblVariances', 'Why', Array<string>(LINES).fill(COMMENT));
  }
  expect(tableRows(book.workbook, 'tblVariances').every((row) => row['Why'] === COMMENT)).toBe(true);
  await settled(book.host);
  const most = Math.max(...book.host.requests.map(({ bytes }) => bytes));
  expect(most).toBeLessThan(4_000_000);
});
