/** What writing a result costs through office.js, first and again, against writing the same values bare. */

import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import type { Host } from '../../host/office/host';
import type { Workbook } from '../../host/workbook/model';
import { largeSample } from '../../samples/large';
import { sampleWorkbook } from '../../samples/workbook';
import type { SampleSheet } from '../../samples/sheet';
import { on } from '../../samples/sheet';
import { setNumberFormat } from '../../src/excel/looks';
import type { ReportPlan } from '../../src/report/plan';
import { begin, noProgress, patience, runEngine, startWatch } from './run';
import type { Run, Spent } from './run';

interface Written extends Spent {
  readonly requests: number;
  readonly largest: number;
}

interface Measured {
  readonly rounds: number;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly cells: number;
  readonly written: readonly Written[];
}

const SIZES = ['1000', '10000', '100000'];
const ROWS_A_REQUEST = 2_000;
/** Of one size, the best counts: the fewer the rows, the more one write differs from the next. */
const ROUNDS = [
  { lines: 2_000, rounds: 10 },
  { lines: 20_000, rounds: 4 },
  { lines: Infinity, rounds: 2 },
];
/** Lines that a deal of the large sample makes. */
const LINES_A_DEAL = 1.7;

/**
 * Each size in a process of its own, with room for the plans and the workbook beside what is measured.
 * @throws RangeError where a size is no number of lines.
 */
export async function benchWrite(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      lines: { type: 'string', multiple: true, default: SIZES },
      memory: { type: 'string', default: '8192' },
      here: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const sizes = values.lines.map(Number);
  if (sizes.some((lines) => !Number.isInteger(lines) || lines < 1))
    throw new RangeError(`--lines ${values.lines.join(', ')} is no count`);
  if (values.here) {
    // What runs for the first time is compiled: nobody's first measurement.
    await benchLines(200, 2);
    console.log(JSON.stringify(await benchLines(sizes[0] ?? 1)));
    return;
  }
  const measured: Measured[] = [];
  for (const lines of sizes) {
    const one = apart(lines, values.memory);
    measured.push(one);
    if (!values.json) console.log(tableOf(one));
  }
  if (values.json) console.log(JSON.stringify(measured, null, 2));
}

/** Garbage can be collected there before a step, without what was compiled being thrown away with it. */
function apart(lines: number, memory: string): Measured {
  const [, script = ''] = process.argv;
  const node = ['--expose-gc', '--no-flush-bytecode', `--max-old-space-size=${memory}`, '--import', 'tsx'];
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [...node, script, 'write', '--here', '--lines', String(lines)],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  if (status !== 0) throw new Error(`${lines} lines ended with ${String(status ?? signal)}:\n${stderr.slice(-4_000)}`);
  return JSON.parse(stdout) as Measured;
}

function tableOf({ rounds, rows, cells, written }: Measured): string {
  const counts = Object.entries(rows).map(([name, count]) => `${name.slice(3)} ${count.toLocaleString('en')}`);
  // Each write is told against the bare one before it.
  let bare = written[0]?.cpuMs ?? 1;
  const times = written.map(({ what, ms, cpuMs, peakMb, requests, largest }) => {
    if (what.endsWith('bare')) bare = cpuMs;
    return (
      `  ${what.padEnd(26)}${ms.toFixed(0).padStart(7)} ms${cpuMs.toFixed(0).padStart(7)} ms CPU  ${(cpuMs / bare).toFixed(2).padStart(5)} × bare` +
      `${peakMb.toFixed(0).padStart(7)} MB${String(requests).padStart(6)} requests, the largest ${(largest / 1e6).toFixed(2)} MB`
    );
  });
  return [
    `Rows: ${counts.join(' · ')} · ${cells.toLocaleString('en')} cells`,
    ...times,
    `  Best CPU of ${rounds} rounds; before each step the garbage of what went before is collected, its own counts.`,
    '',
  ].join('\n');
}

/** A book at the end of May, written, written again as it is, and again with the documents of June: the best of some rounds. */
async function benchLines(lines: number, rounds = roundsFor(lines)): Promise<Measured> {
  const sheets = largeSample(Math.max(5, Math.round(lines / LINES_A_DEAL)));
  const workbook = sampleWorkbook('bench.xlsx', untilDay(sheets, on('2026-05-31')));
  const host = createHost(workbook);
  const office = openOffice(host);
  // The add-in's door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../../src/excel/workbookPort');
  const port = createWorkbookPort();
  // What was read is compared before writing: reading is measured elsewhere.
  const write = ({ plan }: Run): Promise<unknown> => port.write(plan, [], noProgress, patience);

  const may = await runEngine(port, startWatch());
  await write(may);
  rewrite(workbook, sheets);
  const june = await runEngine(port, startWatch());
  await port.removeResults(noProgress, patience);

  const best = new Map<string, Written>();
  const spend = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    // As a run does: what people typed since is not written over.
    await port.readKept();
    const spent = await measured(host, what, work);
    if (spent.cpuMs < (best.get(what)?.cpuMs ?? Infinity)) best.set(what, spent);
  };
  for (let round = 0; round < rounds; round += 1) {
    await spend('the values of May, bare', () => writeBare(may.plan));
    removeBare(workbook);
    await spend('first run', () => write(may));
    await spend('a rerun of the same', () => write(may));
    await spend('the values of June, bare', () => writeBare(june.plan));
    removeBare(workbook);
    await spend('a rerun with a month more', () => write(june));
    await port.removeResults(noProgress, patience);
  }
  host.close();
  office.close();
  const tables = june.plan.sheets.flatMap((sheet) => sheet.tables);
  return {
    rounds,
    rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length])),
    cells: tables.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0),
    written: [...best.values()],
  };
}

const roundsFor = (size: number): number => ROUNDS.find(({ lines }) => size <= lines)?.rounds ?? 1;

function removeBare(workbook: Workbook): void {
  for (const sheet of [...workbook.sheets]) if (/^Sheet\d+$/.test(sheet.name)) workbook.deleteSheet(sheet);
}

/** Documents dated up to a day, and schedules of those; all deals. */
function untilDay(sheets: readonly SampleSheet[], last: number): SampleSheet[] {
  const issued = new Set<unknown>();
  return sheets.map((sheet) => {
    const [header = [], ...rows] = sheet.rows;
    const [number, date] = ['Invoice Number', sheet.name === 'Invoices' ? 'Invoice Date' : 'Date'].map((name) =>
      header.indexOf(name),
    ) as [number, number];
    if (sheet.name === 'Invoices') for (const row of rows) if (Number(row[date]) <= last) issued.add(row[number]);
    const isKnown = (row: SampleSheet['rows'][number]): boolean =>
      (number < 0 || issued.has(row[number])) && (sheet.name !== 'Bank receipts' || Number(row[date]) <= last);
    return { ...sheet, rows: [header, ...rows.filter(isKnown)] };
  });
}

function rewrite(workbook: Workbook, sheets: readonly SampleSheet[]): void {
  workbook.transact('load', () => {
    for (const { name, rows, columns } of sheets) {
      const sheet = workbook.sheet(name);
      columns.forEach(({ format }, column) =>
        sheet?.patchStyle({ top: 1, left: column, bottom: rows.length - 1, right: column }, { numberFormat: format }),
      );
      rows.forEach((row, r) => row.forEach((cell, c) => sheet?.setValue(r, c, cell)));
    }
  });
}

async function measured(host: Host, what: string, work: () => Promise<unknown>): Promise<Written> {
  globalThis.gc?.();
  const before = host.requests.length;
  const end = begin(what);
  await work();
  const spent = end();
  const requests = host.requests.slice(before);
  return { ...spent, requests: requests.length, largest: requests.reduce((most, { bytes }) => Math.max(most, bytes), 0) };
}

/** The same table values in blocks, texts as texts, with nothing else: what writing costs at the least. */
export async function writeBare({ sheets }: ReportPlan): Promise<void> {
  for (const { tables } of sheets)
    for (const table of tables) {
      if (table.rows.length === 0) continue;
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        table.columns.forEach(({ kind }, column) => {
          if (kind === 'text') setNumberFormat(sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn(), '@');
        });
        for (let row = 0; row < table.rows.length; row += ROWS_A_REQUEST) {
          const block = table.rows
            .slice(row, row + ROWS_A_REQUEST)
            .map((cells) => cells.map((cell) => (cell === null || typeof cell === 'object' ? '' : cell)));
          sheet.getRangeByIndexes(row, 0, block.length, table.columns.length).values = block;
          await context.sync();
        }
      });
    }
}
