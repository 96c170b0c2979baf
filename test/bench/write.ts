/** What writing a result costs through office.js, first and again, against writing the same values bare. */

import { parseArgs } from 'node:util';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import type { Host } from '../../host/office/host';
import { createWorkbook } from '../../host/workbook/workbook';
import type { Line, Reconciliation, VarianceItem } from '../../src/domain/reconciliation';
import type { ReportPlan } from '../../src/report/plan';
import { planReport } from '../../src/report/planReport';
import { item, line, month, reconciliation } from '../report/support/reconciliations';

interface Written {
  readonly what: string;
  readonly ms: number;
  readonly requests: number;
  readonly largest: number;
}

const SIZES = [1_000, 10_000, 100_000];
const ROWS_A_REQUEST = 2_000;

export async function benchWrite(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { lines: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const sizes = values.lines === undefined ? SIZES : [Number(values.lines)];
  if (sizes.some((lines) => !Number.isInteger(lines) || lines < 1))
    throw new RangeError(`--lines ${values.lines ?? ''} is no count`);
  const measured = [];
  for (const lines of sizes) measured.push({ lines, ...(await benchLines(lines)) });
  if (values.json) console.log(JSON.stringify(measured, null, 2));
  else for (const { lines, cells, written } of measured) console.log(tableOf(lines, cells, written));
}

function tableOf(lines: number, cells: number, written: readonly Written[]): string {
  const bare = written.find(({ what }) => what === 'bare')?.ms ?? 1;
  const rows = written.map(
    ({ what, ms, requests, largest }) =>
      `  ${what.padEnd(28)}${ms.toFixed(0).padStart(8)} ms  ${(ms / bare).toFixed(2).padStart(6)} × bare  ${String(requests).padStart(6)} requests, the largest ${(largest / 1e6).toFixed(2)} MB`,
  );
  return [`${lines.toLocaleString('en')} lines, ${cells.toLocaleString('en')} cells`, ...rows, ''].join('\n');
}

async function benchLines(lines: number): Promise<{ readonly cells: number; readonly written: readonly Written[] }> {
  const result = resultOf(lines);
  const start = performance.now();
  const plan = planReport(result);
  const planned = { what: 'plan the sheets', ms: performance.now() - start, requests: 0, largest: 0 };
  const host = createHost(createWorkbook());
  const office = openOffice(host);
  // The add-in's door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../../src/excel/workbookPort');
  const port = createWorkbookPort();
  const patience = new AbortController().signal;
  const write = (): Promise<unknown> => port.write(plan, [], () => undefined, patience);
  const bare = [await measured(host, 'bare', () => writeBare(plan))];
  await removeSheets();
  const first = await measured(host, 'first run', write);
  const again = await measured(host, 'a rerun', write);
  host.close();
  office.close();
  const cells = plan.sheets
    .flatMap(({ tables }) => tables)
    .reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  return { cells, written: [planned, ...bare, first, again] };
}

async function measured(host: Host, what: string, work: () => Promise<unknown>): Promise<Written> {
  const before = host.requests.length;
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const requests = host.requests.slice(before);
  return { what, ms, requests: requests.length, largest: Math.max(0, ...requests.map(({ bytes }) => bytes)) };
}

/** The same table values in blocks, with nothing else: what writing costs at the least. */
export async function writeBare({ sheets }: ReportPlan): Promise<void> {
  for (const { tables } of sheets)
    for (const table of tables) {
      const plain = table.rows.map((row) => row.map((cell) => (cell === null || typeof cell === 'object' ? '' : cell)));
      if (plain.length === 0) continue;
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        for (let row = 0; row < plain.length; row += ROWS_A_REQUEST) {
          const block = plain.slice(row, row + ROWS_A_REQUEST);
          sheet.getRangeByIndexes(row, 0, block.length, table.columns.length).values = block;
          await context.sync();
        }
      });
    }
}

async function removeSheets(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id');
    await context.sync();
    for (const sheet of worksheets.items.slice(1)) sheet.delete();
    await context.sync();
  });
}

/** Lines of a year, three a customer, with the items that lines of such books have on average. */
function resultOf(lines: number): Reconciliation {
  const made: Line[] = [];
  const items: VarianceItem[] = [];
  for (let index = 0; index < lines; index += 1) {
    const number = 1 + (index % 12);
    const [at, next] = [number, (number % 12) + 1].map((each) => `2025-${String(each).padStart(2, '0')}`) as [string, string];
    const place = `Customer ${Math.floor(index / 3)} Holdings Ltd  ${at}  Owner ${index % 40}`;
    const [deal, invoice] = [`D-${index}`, `INV-${index}`];
    made.push(line(`${place}  ${1_000 + (index % 977)}.50  900.25  300.10  1100.00`));
    items.push(
      item(`BI  T2  ${place}  100.25  ${deal}  ${invoice}  ${next}`),
      item(`IR  T5  ${place}  600.15  ${deal}  ${invoice}  ${next}`),
      item(`IC  D4  ${place}  -199.75  ${deal}  ${invoice}`),
      item(`IC  T19  ${place}  0.00  ${deal}  ${invoice}  ${next}`),
    );
  }
  return reconciliation(made, items, { period: { from: month('2025-01'), to: month('2025-12') } });
}
