/**
 * `npm run bench -- sheet [--rows 100000] [--columns 20] [--json]`: one large sheet of invoices, from the workbook into grids
 * and from grids into records. Times, and memory held after each step (run with `node --expose-gc --import tsx` it is exact).
 */

import { parseArgs } from 'node:util';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import type { Scalar, Workbook } from '../../host/workbook/model';
import { createWorkbook } from '../../host/workbook/workbook';
import { companies, inLedger, OWNERS } from '../../samples/names';
import { seeded } from '../../samples/random';
import type { Random } from '../../samples/random';
import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { defaultStatusWords, statusWords } from '../../src/reading/statusWords';

interface Step {
  readonly what: string;
  readonly ms: number;
  /** Held after the step, beyond what was held before the first. */
  readonly megabytes: number;
}

export async function benchSheet(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '100000' },
      columns: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
    },
  });
  const rows = wholeNumber('--rows', values.rows, 1_048_575);
  const columns = wholeNumber('--columns', values.columns, 16_384);

  const steps: Step[] = [];
  const before = heldBytes();
  const timed = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    const ms = performance.now() - start;
    steps.push({ what, ms, megabytes: (heldBytes() - before) / 2 ** 20 });
    return result;
  };

  const workbook = await timed('fill the workbook', () => invoices(rows, columns));
  const host = createHost(workbook);
  openOffice(host);
  // The add-in's door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../../src/excel/workbookPort');
  const port = createWorkbookPort();
  const grids = await timed('read through office.js', () => port.readSources(() => undefined, new AbortController().signal));
  const { sources } = await timed('inspect, records and all', () => inspect(grids, []));
  const mappings = sources.map(({ mapping }) => mapping);
  const words = await timed('find the status words', () => defaultStatusWords(statusWords(grids, mappings)));
  const { records, leftOut } = await timed('the records, kept', () => readRecords(grids, mappings, words));
  const anew = grids.map((grid) => ({ ...grid }));
  await timed('the records, read anew', () => readRecords(anew, mappings, words));

  const largestRequest = Math.max(...host.requests.map(({ bytes }) => bytes));
  const counts = {
    rows,
    columns,
    invoices: records.invoices.length,
    leftOut: leftOut.length,
    requests: host.requests.length,
    largestRequest,
  };
  if (values.json) console.log(JSON.stringify({ counts, steps }, null, 2));
  else print(counts, steps);
}

function print(counts: Readonly<Record<string, number>>, steps: readonly Step[]): void {
  const shown = Object.entries(counts).map(([name, count]) => `${name} ${count.toLocaleString('en')}`);
  console.log(shown.join(' · '));
  for (const { what, ms, megabytes } of steps)
    console.log(`${what.padEnd(26)} ${ms.toFixed(0).padStart(7)} ms ${megabytes.toFixed(0).padStart(6)} MB held`);
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new RangeError(`${option} ${text} is no whole number from 1 to ${most.toLocaleString('en')}`);
  return number;
}

/** Rubbish is counted as well where the collector cannot be called. */
function heldBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

interface Made {
  readonly random: Random;
  readonly row: number;
  readonly customer: string;
  readonly customerId: string;
  /** Serial day. */
  readonly day: number;
  readonly net: number;
}

const TAX = 0.2;

/** Half of the dates and of the amounts are texts, as exports mix them. */
const COLUMNS: readonly (readonly [header: string, value: (made: Made) => Scalar])[] = [
  ['Invoice No.', ({ row }) => `INV-${String(row).padStart(7, '0')}`],
  ['Type', ({ net }) => (net < 0 ? 'Credit note' : 'Invoice')],
  ['Customer', ({ customer }) => customer],
  ['Customer ID', ({ customerId }) => customerId],
  ['Deal ID', ({ row }) => `D-${Math.floor(row / 3)}`],
  ['PO number', ({ random }) => (random.chance(0.3) ? `4500${random.whole(100_000, 999_999)}` : null)],
  ['Invoice date', ({ day }) => day],
  ['Due date', ({ day }) => britishDay(day + 30)],
  ['Service start', ({ day }) => day],
  ['Service end', ({ day }) => britishDay(day + 364)],
  ['Net amount', ({ net }) => net],
  ['Tax amount', ({ net }) => rounded(net * TAX)],
  ['Gross amount', ({ net }) => grouped(rounded(net * (1 + TAX)))],
  ['Open amount', ({ net, random }) => (random.chance(0.2) ? grouped(rounded(net * (1 + TAX))) : '0.00')],
  ['Currency', () => 'EUR'],
  ['Status', ({ random }) => random.pick(['Paid', 'Paid', 'Open', 'Overdue', 'Void'])],
  ['Account owner', ({ random }) => random.pick(OWNERS)],
  ['Country', ({ random }) => random.pick(['DE', 'FR', 'GB', 'NL'])],
  ['Description', ({ random }) => `Subscription ${random.pick(['Basic', 'Team', 'Enterprise'])}, ${random.whole(1, 36)} months`],
  ['Memo', ({ random, row }) => (random.chance(0.2) ? `see order ${row}` : null)],
];

function invoices(rows: number, columns: number): Workbook {
  const random = seeded(11);
  const customers = companies(random, Math.min(5_000, Math.ceil(rows / 20))).map((company) => inLedger(random, company));
  const workbook = createWorkbook('bench.xlsx');
  workbook.transact('load', () => {
    const sheet = workbook.addSheet('Invoices');
    const used = Array.from({ length: columns }, (_, column) => COLUMNS[column] ?? customColumn(column));
    used.forEach(([header], column) => sheet.setValue(0, column, header));
    for (let row = 1; row <= rows; row += 1) {
      const buyer = random.whole(0, customers.length - 1);
      const net = random.whole(1_000, 5_000_000) / 100;
      const made: Made = {
        random,
        row,
        customer: customers[buyer] ?? '',
        customerId: `C${String(buyer).padStart(5, '0')}`,
        day: 45_292 + random.whole(0, 700),
        net: random.chance(0.05) ? -net : net,
      };
      used.forEach(([, value], column) => sheet.setValue(row, column, value(made)));
    }
    used.forEach(([header], column) => {
      const isDay = header === 'Invoice date' || header === 'Service start';
      if (isDay) sheet.patchStyle({ top: 1, bottom: rows, left: column, right: column }, { numberFormat: 'yyyy-mm-dd' });
    });
  });
  return workbook;
}

function customColumn(column: number): readonly [string, (made: Made) => Scalar] {
  const header = `Custom ${column - COLUMNS.length + 1}`;
  return column % 2 === 0
    ? [header, ({ random }) => random.whole(0, 99)]
    : [header, ({ random }) => `tag ${random.whole(0, 99)}`];
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** `05/03/2024` */
function britishDay(serial: number): string {
  const [year, month, day] = new Date(EPOCH + serial * DAY).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** `1,234.50` */
function grouped(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
}

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}
