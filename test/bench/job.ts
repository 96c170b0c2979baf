/** Times of the whole job on the seeded sample, step by step. */

import { writeXlsx } from '../../host/files/writeXlsx';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import { largeSample } from '../../samples/large';
import { sampleWorkbook } from '../../samples/workbook';
import { inspect } from '../../src/reading/inspect';
import { reconcile } from '../../src/reconcile';
import { planReport } from '../../src/report/planReport';
import { writeBare } from './write';

interface Timing {
  readonly what: string;
  readonly ms: number;
}

/** @throws RangeError where `deals` is no number of deals. */
export async function benchJob(deals: number, json: boolean): Promise<void> {
  if (!Number.isInteger(deals) || deals < 1) throw new RangeError(`--deals ${deals} is no number of deals`);
  const timings: Timing[] = [];

  async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    timings.push({ what, ms: performance.now() - start });
    return result;
  }

  const noProgress = (): void => undefined;
  const patience = new AbortController().signal;

  const workbook = sampleWorkbook('bench.xlsx', largeSample(deals));
  const host = createHost(workbook);
  openOffice(host);
  // The add-in's door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../../src/excel/workbookPort');
  const port = createWorkbookPort();
  const grids = await timed('read the sheets through office.js', () => port.readSources(noProgress, patience));
  const kept = await port.readKept();
  const inspection = await timed('understand the sheets', () => inspect(grids, kept.mappings));
  const mappings = inspection.sources.map(({ mapping }) => mapping).filter(({ role }) => role !== 'ignore');

  let step = '';
  let since = performance.now();
  const steps: Timing[] = [];
  const result = await timed('reconcile', () =>
    reconcile(
      {
        grids,
        mappings,
        definitions: kept.definitions,
        reasons: kept.reasons,
        decisions: kept.decisions,
        previous: kept.previous,
      },
      (next) => {
        if (next === step) return;
        if (step !== '') steps.push({ what: `  ${step}`, ms: performance.now() - since });
        step = next;
        since = performance.now();
      },
    ),
  );
  steps.push({ what: `  ${step}`, ms: performance.now() - since });
  timings.push(...steps);
  const plan = await timed('plan the sheets', () => planReport(result, kept));
  await timed('write through office.js', () => port.write(plan, grids, noProgress, patience));
  const bytes = await timed('save the file', () => writeXlsx(workbook));
  const largestRequest = Math.max(...host.requests.map((request) => request.bytes));
  await timed('write the same values bare', () => writeBare(plan));

  const rows = {
    deals: result.tieOut
      .filter(({ cause, role }) => cause === 'read' && role === 'deals')
      .reduce((sum, row) => sum + row.rows, 0),
    lines: result.lines.length,
    items: result.items.length,
    exceptions: result.exceptions.length,
    bytes: bytes.length,
    largestRequest,
  };
  if (json) console.log(JSON.stringify({ rows, timings }, null, 2));
  else {
    console.log(
      Object.entries(rows)
        .map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
        .join(' · '),
    );
    const width = Math.max(...timings.map(({ what }) => what.length));
    for (const { what, ms } of timings) console.log(`${what.padEnd(width)}  ${ms.toFixed(0).padStart(7)} ms`);
  }
}
