/**
 * `npm run bench -- engine [--deals 10000 --deals 100000] [--mix instalments] [--no-schedule] [--rounds 4] [--json]`: the engine
 * where the add-in runs it, in a Web Worker of Chromium: the first run of a session, when nothing is compiled yet, the quickest
 * of the next ones, the memory of the page, and how fast the machine was before and afterwards.
 */

import { parseArgs } from 'node:util';
import { openOffice } from '../../host/node';
import { createHost } from '../../host/office/host';
import { sampleWorkbook } from '../../samples/workbook';
import type { EngineInput, EngineRun } from './engine.worker';
import { runInWorker } from './inWorker';
import { LARGE, largeOf } from './largeOptions';
import { machineLines, machineNow } from './machine';
import { noProgress, patience } from './run';

/** Seconds of the first run and of the quickest later one; null where there was one run. */
interface Times {
  readonly first: number;
  readonly next: number | null;
}

interface Measured {
  readonly deals: number;
  /** Rows of each sheet, its header among them. */
  readonly rows: Readonly<Record<string, number>>;
  readonly items: number;
  readonly holds: boolean;
  readonly steps: readonly (Times & { readonly step: string })[];
  /** All the steps but the first, in which the sheets are understood. */
  readonly reconcile: Times;
  /** What the page's process grew by at its peak, over all the runs; null where the system does not tell. */
  readonly megabytes: number | null;
}

export async function benchEngine(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...LARGE,
      deals: { type: 'string', multiple: true, default: ['1000', '10000'] },
      mix: { type: 'string', default: 'instalments' },
      'no-schedule': { type: 'boolean', default: false },
      rounds: { type: 'string', default: '4' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`--rounds ${values.rounds} is no number of runs`);
  const before = machineNow();
  const measured: Measured[] = [];
  for (const deals of values.deals) measured.push(await measure(deals, values.mix, !values['no-schedule'], rounds));
  const machine = { before, after: machineNow() };
  console.log(
    values.json
      ? JSON.stringify({ machine, measured }, null, 2)
      : [textOf(measured), machineLines(before, machine.after)].join('\n'),
  );
}

async function measure(size: string, mix: string, withSchedule: boolean, rounds: number): Promise<Measured> {
  const { deals, sheets } = largeOf({ deals: size, mix });
  const used = sheets.filter(({ name }) => withSchedule || name !== 'Revenue');
  const { rows, ...input } = await read(used, rounds);
  const { answer, megabytes } = await runInWorker(new URL('./engine.worker.ts', import.meta.url), input);
  const [first, ...later] = answer as [EngineRun, ...EngineRun[]];
  const times = (secondsOf: (steps: EngineRun['steps']) => number): Times => ({
    first: secondsOf(first.steps),
    next: later.length === 0 ? null : Math.min(...later.map(({ steps }) => secondsOf(steps))),
  });
  return {
    deals,
    rows,
    items: first.items,
    holds: [first, ...later].every(({ holds }) => holds),
    steps: first.steps.map(([step], at) => ({ step, ...times((steps) => (steps[at]?.[1] ?? 0) / 1000) })),
    reconcile: times(([, ...steps]) => steps.reduce((sum, [, ms]) => sum + ms / 1000, 0)),
    megabytes: megabytes?.all ?? null,
  };
}

async function read(sheets: ReturnType<typeof largeOf>['sheets'], rounds: number): Promise<EngineInput & Pick<Measured, 'rows'>> {
  const workbook = sampleWorkbook('bench.xlsx', sheets);
  const rows = Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, sheet.usedArea(true)?.bottom ?? 0]));
  const host = createHost(workbook);
  const office = openOffice(host);
  try {
    // The add-in's door to the workbook reads `Excel` when it is loaded.
    const { createWorkbookPort } = await import('../../src/excel/workbookPort');
    const port = createWorkbookPort();
    return { grids: await port.readSources(noProgress, patience), kept: await port.readKept(), rounds, rows };
  } finally {
    host.close();
    office.close();
  }
}

function textOf(measured: readonly Measured[]): string {
  return measured
    .map((each, at) => {
      const before = measured[at - 1];
      const { deals, rows, items, steps, reconcile, megabytes, holds } = each;
      const time = ({ first, next }: Times): string =>
        `${first.toFixed(2).padStart(8)} s${next === null ? '' : `${next.toFixed(2).padStart(8)} s`}`;
      const growth =
        before === undefined
          ? []
          : [`grows with the deals to the power ${power(before.reconcile.first, reconcile.first, deals / before.deals)}`];
      return [
        Object.entries({ ...rows, items })
          .map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
          .join(', '),
        `${'seconds'.padEnd(24)}     first      next`,
        ...steps.map((step) => `${step.step.padEnd(24)}${time(step)}`),
        `${'reconcile'.padEnd(24)}${time(reconcile)}`,
        ...growth,
        ...(megabytes === null ? [] : [`the page grew by ${megabytes.toFixed(0)} MB at its peak`]),
        ...(holds ? [] : ['an identity of the algebra does not hold']),
      ].join('\n');
    })
    .join('\n\n');
}

const power = (before: number, now: number, times: number): string => (Math.log(now / before) / Math.log(times)).toFixed(2);
