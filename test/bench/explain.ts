/**
 * `npm run bench -- explain [--deals 2000] [--mix usual] [--json]`: from a selection to its explanation as the pane gets it: the
 * selection read through office.js, the question and the answer copied as a worker's messages are. What the pane then paints
 * is measured on the real page by its test.
 */

import { parseArgs } from 'node:util';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import { parseA1 } from '../../host/workbook/address';
import type { Workbook } from '../../host/workbook/model';
import { sampleWorkbook } from '../../samples/workbook';
import { columnLetters } from '../../src/report/a1';
import { inspect } from '../../src/reading/inspect';
import { withAllSheets } from '../../src/report/planReport';
import { createEngine } from '../../src/worker/engine';
import { LARGE, largeOf } from './largeOptions';
import { noProgress, patience, startWatch } from './run';
import type { Spent } from './run';

/** Selections of each kind; the middle and the worst of them are told. */
const TIMES = 15;

interface Latency {
  readonly what: string;
  readonly middle: number;
  readonly worst: number;
  /** Of the middle one, what reading the selection took. */
  readonly reading: number;
  readonly bytes: number;
}

export async function benchExplain(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: LARGE,
  });
  const { deals, sheets } = largeOf(values);
  const workbook = sampleWorkbook('bench.xlsx', sheets);
  openOffice(createHost(workbook));
  // The add-in's door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../../src/excel/workbookPort');
  const port = createWorkbookPort();
  const engine = createEngine();
  const watch = startWatch();
  const grids = await port.readSources(noProgress, patience);
  const kept = await port.readKept();
  const mappings = inspect(grids, kept.mappings).sources.map(({ mapping }) => mapping);
  const request = { ...kept, mappings: mappings.filter(({ role }) => role !== 'ignore') };
  const plan = await watch.timed('reconcile and plan', () => withAllSheets(engine.run(grids, request, noProgress)));
  await watch.timed('make ready to explain', () => engine.makeReady());
  await port.write(plan, grids, noProgress, patience);
  const latencies: Latency[] = [];
  for (const [what, table, header, rows] of SELECTIONS)
    latencies.push(await latencyOf(what, workbook, placesIn(workbook, table, header, rows)));
  const [source] = grids;
  if (source !== undefined)
    latencies.push(
      await latencyOf(
        'a row of a source',
        workbook,
        spread(source.values.length - 2).map((row) => ({ sheet: source.sheet, address: `A${String(row + 2)}` })),
      ),
    );
  const lines = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === 'tblReconciliation')?.rows.length ?? 0;
  const report = { deals, lines, ready: watch.spent, latencies };
  console.log(values.json ? JSON.stringify(report, null, 2) : textOf(report));

  async function latencyOf(what: string, book: Workbook, places: readonly Place[]): Promise<Latency> {
    const taken: { readonly ms: number; readonly reading: number; readonly bytes: number }[] = [];
    for (const { sheet, address } of places) {
      const target = book.sheet(sheet);
      const area = parseA1(address);
      if (target === null || area === null) throw new Error(`there is no ${sheet}!${address}`);
      book.transact('person', () => {
        book.activate(target);
        book.select(target, [area]);
      });
      const start = performance.now();
      const selection = await port.readSelection();
      const read = performance.now();
      if (selection.asked === null) throw new Error(`nothing stands behind ${sheet}!${address}`);
      const explanation = structuredClone(engine.explain(structuredClone(selection.asked)));
      taken.push({ ms: performance.now() - start, reading: read - start, bytes: JSON.stringify(explanation).length });
    }
    const sorted = taken.sort((a, b) => a.ms - b.ms);
    const middle = sorted[sorted.length >> 1];
    if (middle === undefined) throw new Error(`no selections of ${what}`);
    return { what, middle: middle.ms, worst: sorted.at(-1)?.ms ?? 0, reading: middle.reading, bytes: middle.bytes };
  }
}

interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** Rows selected at once; null for the header: all that the filter shows. */
const SELECTIONS: readonly (readonly [what: string, table: string, header: string, rows: number | null])[] = [
  ['an exception', 'tblExceptions', 'Exception key', 1],
  ['a match', 'tblMatches', 'Match key', 1],
  ['a row of Variances', 'tblVariances', 'Amount', 1],
  ['a line', 'tblReconciliation', 'Booked less invoiced', 1],
  ['100 lines', 'tblReconciliation', 'Booked less invoiced', 100],
  ['2,000 lines', 'tblReconciliation', 'Booked less invoiced', 2_000],
  ['all lines', 'tblReconciliation', 'Booked less invoiced', null],
];

function placesIn(workbook: Workbook, name: string, header: string, rows: number | null): Place[] {
  const found = workbook.table(name);
  if (found === null) throw new Error(`there is no table ${name}`);
  const { sheet, table } = found;
  const { top, left, bottom } = table.area;
  const column = left + table.columns.findIndex((candidate) => candidate.name === header);
  const letters = columnLetters(column);
  if (rows === null) return [{ sheet: sheet.name, address: `${letters}${String(top + 1)}` }];
  const count = Math.min(rows, bottom - top);
  return spread(bottom - top - count + 1).map((row) => {
    const first = top + 2 + row;
    return { sheet: sheet.name, address: `${letters}${String(first)}:${letters}${String(first + count - 1)}` };
  });
}

/** Some of so many rows, evenly. */
const spread = (rows: number): number[] =>
  Array.from({ length: Math.min(TIMES, rows) }, (_, at) => Math.floor((at * rows) / Math.min(TIMES, rows)));

function textOf({
  deals,
  lines,
  ready,
  latencies,
}: {
  deals: number;
  lines: number;
  ready: readonly Spent[];
  latencies: readonly Latency[];
}): string {
  return [
    `${deals.toLocaleString('en')} deals, ${lines.toLocaleString('en')} lines`,
    ...ready.map(
      ({ what, ms, peakMb }) => `${what.padEnd(24)}${ms.toFixed(0).padStart(8)} ms${peakMb.toFixed(0).padStart(8)} MB`,
    ),
    `${'selected'.padEnd(24)}${'middle'.padStart(8)}   ${'worst'.padStart(8)}   ${'of it reading'.padStart(14)}   answer`,
    ...latencies.map(
      ({ what, middle, worst, reading, bytes }) =>
        `${what.padEnd(24)}${middle.toFixed(1).padStart(8)} ms${worst.toFixed(1).padStart(8)} ms${reading.toFixed(1).padStart(14)} ms${(bytes / 1024).toFixed(0).padStart(6)} KB`,
    ),
  ].join('\n');
}
