/** Times of the whole job on the seeded sample, step by step. */

import { parseArgs } from 'node:util';
import { readXlsx } from '../../host/files/readXlsx';
import { writeXlsx, xlsxPieces } from '../../host/files/writeXlsx';
import { nativeDeflate } from '../../host/nativeDeflate';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import type { SampleSheet } from '../../samples/sheet';
import { sampleWorkbook } from '../../samples/workbook';
import { LARGE, largeOf } from './largeOptions';
import { noProgress, patience, runEngine, startWatch } from './run';
import type { Spent } from './run';
import { writeBare } from './write';

/** What one job was and took. */
export interface Job {
  readonly counts: Readonly<Record<string, number>>;
  readonly spent: readonly Spent[];
}

/** @throws RangeError where `--deals` is no number of deals, or `--mix` no mix of the large sample. */
export async function benchJob(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...LARGE,
      bare: { type: 'boolean', default: false },
      engine: { type: 'boolean', default: false },
    },
  });
  const job = await runJob(largeOf(values).sheets, values);
  console.log(values.json ? JSON.stringify(job, null, 2) : textOf(job));
}

interface Extent {
  /** The same values are written bare too. */
  readonly bare: boolean;
  /** Nothing is written. */
  readonly engine: boolean;
}

async function runJob(sheets: readonly SampleSheet[], { bare, engine }: Extent): Promise<Job> {
  const file = writeXlsx(sampleWorkbook('bench.xlsx', sheets), nativeDeflate);
  const watch = startWatch();
  const workbook = await watch.timed('open the file', () => readXlsx(file, 'bench.xlsx').workbook);
  const sources = workbook.sheets.map(({ name }) => [name, workbook.sheet(name)?.usedArea(true)?.bottom ?? 0] as const);
  const host = createHost(workbook);
  openOffice(host);
  // The add-in's door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../../src/excel/workbookPort');
  const port = createWorkbookPort();
  const { grids, result, plan } = await runEngine(port, watch);
  const tables = plan.sheets.flatMap((sheet) => sheet.tables);
  if (!engine) await watch.timed('write the result', () => port.write(plan, grids, noProgress, patience));
  const largestRequest = host.requests.reduce((most, request) => Math.max(most, request.bytes), 0);
  const requests = host.requests.length;
  if (bare) await watch.timed('the same values bare', () => writeBare(plan));
  const pieces = engine ? null : await watch.timed('save the file', () => xlsxPieces(workbook, nativeDeflate));
  return {
    counts: {
      ...Object.fromEntries(sources),
      ...Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length])),
      items: result.items.length,
      ...(pieces === null ? {} : { requests, largestRequest, bytes: pieces.reduce((sum, { length }) => sum + length, 0) }),
    },
    spent: watch.spent,
  };
}

function textOf({ counts, spent }: Job): string {
  const width = Math.max(...spent.map(({ what }) => what.length));
  return [
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
      .join(' · '),
    ...spent.map(
      ({ what, ms, cpuMs, peakMb }) =>
        `${what.padEnd(width)}${ms.toFixed(0).padStart(9)} ms${cpuMs.toFixed(0).padStart(9)} ms CPU${peakMb.toFixed(0).padStart(7)} MB`,
    ),
  ].join('\n');
}
