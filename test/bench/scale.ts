/** How the steps of the whole job grow with the book: each size on its own, in a process of its own. */

import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Job } from './job';

const SIZES = ['1000', '10000', '100000'];

/** @throws RangeError where a size is no number of deals. */
export function benchScale(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      deals: { type: 'string', multiple: true, default: SIZES },
      mix: { type: 'string', default: 'instalments' },
      memory: { type: 'string', default: '4096' },
      json: { type: 'boolean', default: false },
    },
  });
  const jobs = values.deals.map((deals) => ({ deals: Number(deals), ...jobOf(deals, values.mix, values.memory) }));
  console.log(values.json ? JSON.stringify(jobs, null, 2) : tableOf(jobs));
}

/** @param memory megabytes that the process may hold. */
function jobOf(deals: string, mix: string, memory: string): Job {
  const [, script = ''] = process.argv;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${memory}`, '--import', 'tsx', script, 'job', '--json', '--mix', mix, '--deals', deals],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  if (status !== 0) throw new Error(`${deals} deals ended with ${String(status)}:\n${stderr.slice(-4_000)}`);
  return JSON.parse(stdout) as Job;
}

type Sized = Job & { readonly deals: number };

function tableOf(jobs: readonly Sized[]): string {
  const names = Object.keys(jobs[0]?.counts ?? {});
  const steps = jobs[0]?.spent.map(({ what }) => what) ?? [];
  const width = Math.max(...[...names, ...steps].map((name) => name.length));
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(width) + cells.map((cell) => cell.padStart(22)).join('');
  const spentOn = ({ spent }: Sized, what: string) => spent.find((each) => each.what === what);
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
    row('CPU, peak memory', [...jobs.map(() => ''), 'growth of the last']),
    ...steps.map((what) => {
      const cells = jobs.map((job) => {
        const spent = spentOn(job, what);
        return spent === undefined ? '' : `${(spent.cpuMs / 1000).toFixed(2)} s ${spent.peakMb.toFixed(0)} MB`;
      });
      return row(what, [...cells, exponentOf(jobs, (job) => spentOn(job, what)?.cpuMs ?? 0)]);
    }),
  ].join('\n');
}

/** Time grows as size to this power, from the last size but one to the last. */
function exponentOf(jobs: readonly Sized[], timeOf: (job: Sized) => number): string {
  const [before, last] = jobs.slice(-2);
  if (before === undefined || last === undefined) return '';
  return (Math.log(timeOf(last) / timeOf(before)) / Math.log(last.deals / before.deals)).toFixed(2);
}
