/** How time and memory of the whole job's steps grow with the book: each size on its own, in a process of its own. */

import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Job } from './job';
import { machineLines, machineNow } from './machine';
import type { Spent } from './run';

const SIZES = ['1000', '10000', '100000'];

/** @throws RangeError where a size is no number of deals. */
export function benchScale(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      deals: { type: 'string', multiple: true, default: SIZES },
      mix: { type: 'string', default: 'instalments' },
      memory: { type: 'string', default: '8192' },
      engine: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const before = machineNow();
  const jobs = values.deals.map((deals) => ({ deals: Number(deals), ...jobOf(deals, values) }));
  const machine = { before, after: machineNow() };
  const growth = growthOf(jobs);
  console.log(
    values.json
      ? JSON.stringify({ machine, jobs, growth }, null, 2)
      : [tableOf(jobs, growth), machineLines(before, machine.after)].join('\n'),
  );
}

interface Settings {
  readonly mix: string;
  /** Megabytes that the process may hold. */
  readonly memory: string;
  /** Nothing is written. */
  readonly engine: boolean;
}

function jobOf(deals: string, { mix, memory, engine }: Settings): Job {
  const [, script = ''] = process.argv;
  const options = ['--json', '--mix', mix, '--deals', deals, ...(engine ? ['--engine'] : [])];
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${memory}`, '--import', 'tsx', script, 'job', ...options],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  if (status !== 0) throw new Error(`${deals} deals ended with ${String(status ?? signal)}:\n${stderr.slice(-4_000)}`);
  return JSON.parse(stdout) as Job;
}

type Sized = Job & { readonly deals: number };

/** From one size to the next: the step's time grows as the number of deals to this power, and so does the memory. */
interface Growth {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly time: number;
  readonly cpu: number;
  readonly memory: number;
}

const spentOn = ({ spent }: Sized, what: string): Spent | undefined => spent.find((each) => each.what === what);

function growthOf(jobs: readonly Sized[]): Growth[] {
  return jobs.slice(1).flatMap((job, at) => {
    const before = jobs[at];
    return job.spent.flatMap((now) => {
      const then = before === undefined ? undefined : spentOn(before, now.what);
      if (before === undefined || then === undefined) return [];
      const power = (a: number, b: number): number =>
        Math.round((Math.log(b / a) / Math.log(job.deals / before.deals)) * 100) / 100;
      return [
        {
          what: now.what,
          from: before.deals,
          to: job.deals,
          time: power(then.ms, now.ms),
          cpu: power(then.cpuMs, now.cpuMs),
          memory: power(then.peakMb, now.peakMb),
        },
      ];
    });
  });
}

function tableOf(jobs: readonly Sized[], growth: readonly Growth[]): string {
  const names = Object.keys(jobs[0]?.counts ?? {});
  const steps = jobs[0]?.spent.map(({ what }) => what) ?? [];
  const width = Math.max(...[...names, ...steps].map((name) => name.length));
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(width) + cells.map((cell) => cell.padStart(28)).join('');
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  const steady = jobs.slice(1);
  return [
    row(
      'deals',
      jobs.map(({ deals }) => deals.toLocaleString('en')),
    ),
    ...names.map((name) =>
      row(
        name,
        jobs.map(({ counts }) => (counts[name] ?? 0).toLocaleString('en')),
      ),
    ),
    '',
    row('time, CPU, peak memory', [
      ...jobs.map(() => ''),
      ...steady.map(({ deals }) => `growth to ${deals.toLocaleString('en')}`),
    ]),
    ...steps.map((what) => {
      const cells = jobs.map((job) => {
        const spent = spentOn(job, what);
        return spent === undefined ? '' : `${seconds(spent.ms)} s  ${seconds(spent.cpuMs)} s  ${spent.peakMb.toFixed(0)} MB`;
      });
      const powers = steady.map(({ deals }) => {
        const power = growth.find((each) => each.what === what && each.to === deals);
        return power === undefined ? '' : `${power.time.toFixed(2)}  ${power.cpu.toFixed(2)}  ${power.memory.toFixed(2)}`;
      });
      return row(what, [...cells, ...powers]);
    }),
  ].join('\n');
}
