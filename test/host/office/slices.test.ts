import { pace } from '../../support/quietTime';
import { openWorkbook } from './support';

const ROWS = 62_500;
const COLUMNS = 16;
const BLOCK = 5_000;

test('a million cells are written and read in blocks, each sliced by office.js, within seconds of work', async () => {
  const { Excel, host, workbook } = openWorkbook();
  const started = process.cpuUsage();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    for (let top = 0; top < ROWS; top += BLOCK) {
      const rows = Math.min(BLOCK, ROWS - top);
      sheet.getRangeByIndexes(top, 0, rows, COLUMNS).values = Array.from({ length: rows }, (_unused, row) =>
        Array.from({ length: COLUMNS }, (_other, column) => (column === 0 ? `INV-${top + row}` : (top + row) * column)),
      );
      await context.sync();
    }
  });
  let sum = 0;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    for (let top = 0; top < ROWS; top += BLOCK) {
      const range = sheet.getRangeByIndexes(top, 0, Math.min(BLOCK, ROWS - top), COLUMNS).load('values');
      await context.sync();
      for (const row of range.values) sum += Number(row[1]);
    }
  });
  const { user, system } = process.cpuUsage(started);
  expect(sum).toBe((ROWS * (ROWS - 1)) / 2);
  expect(workbook.sheets[0]?.value(ROWS - 1, 0)).toBe(`INV-${ROWS - 1}`);
  expect(Math.max(...host.requests.map(({ bytes }) => bytes))).toBeLessThan(5 * 1024 * 1024);
  expect(host.requests.some(({ does }) => does.includes('_ValidateArraySize'))).toBe(true);
  expect((user + system) / 1e6 / pace()).toBeLessThan(12);
});
