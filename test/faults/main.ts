/**
 * What becomes of the workbook when something goes wrong between the add-in and Excel; none of it a test:
 * `npm run faults [-- --task "a rerun"] [--fault "never arrives"] [--every 5]`: every request of every task of the story with
 * every fault, or of these pairs each n-th.
 * `npm run faults -- --worker`: the worker's end at each of its calls.
 * `npm run faults -- --random 200 [--deals 2000] [--seed 1]`: faults drawn at random on the large sample.
 * Ends with 1 where anything was lost, half-written, or stuck.
 */

import { parseArgs } from 'node:util';
import { largeBook, storyBook } from './books';
import { FLAWS, tryMatrix, tryRandom, tryWorkers, whole } from './matrix';
import type { Outcome } from './matrix';

const { values } = parseArgs({
  options: {
    task: { type: 'string' },
    fault: { type: 'string' },
    every: { type: 'string', default: '1' },
    worker: { type: 'boolean', default: false },
    random: { type: 'string' },
    deals: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});

const outcomes: Outcome[] = [];
const start = performance.now();
const book = values.random === undefined ? await storyBook() : await largeBook(numberOf(values.deals, 'deals'));
const all = whole(book);
const extent = {
  tasks: all.tasks.filter(({ name }) => values.task === undefined || name === values.task),
  faults: all.faults.filter(({ name }) => values.fault === undefined || name.includes(values.fault)),
  every: numberOf(values.every, 'every'),
};
if (values.random !== undefined)
  await tryRandom(book, extent, numberOf(values.random, 'random'), numberOf(values.seed, 'seed'), tell);
else if (values.worker) await tryWorkers(book, extent.tasks, tell);
else await tryMatrix(book, extent, tell);
console.log(tableOf(outcomes));
console.log(sumOf(outcomes));
if (outcomes.some(({ findings }) => findings.length > 0)) process.exitCode = 1;

function numberOf(text: string, option: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`--${option} ${text} is no number from 1 on`);
  return number;
}

function tell(outcome: Outcome): void {
  outcomes.push(outcome);
  const { task, fault, at, findings } = outcome;
  for (const { flaw, what } of findings) console.log(`${task}, request ${at}, ${fault}: ${flaw}: ${what.slice(0, 600)}`);
  if (outcomes.length % 100 === 0) console.log(`… ${outcomes.length} tried in ${seconds()} s`);
}

function seconds(): string {
  return ((performance.now() - start) / 1000).toFixed(0);
}

/** Faults down, tasks across: how often each was tried, and how often something was wrong. */
function tableOf(tried: readonly Outcome[]): string {
  const tasks = [...new Set(tried.map(({ task }) => task))];
  const faults = [...new Set(tried.map(({ fault }) => fault))];
  const cell = (fault: string, task: string): string => {
    const those = tried.filter((one) => one.fault === fault && one.task === task);
    const bad = those.filter(({ findings }) => findings.length > 0).length;
    return those.length === 0 ? '-' : bad === 0 ? String(those.length) : `${those.length} (${bad} wrong)`;
  };
  const lines = [['', ...tasks], ...faults.map((fault) => [fault, ...tasks.map((task) => cell(fault, task))])];
  const widths = [0, ...tasks].map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

function sumOf(tried: readonly Outcome[]): string {
  const found = tried.flatMap(({ findings }) => findings);
  const counts = FLAWS.map((flaw) => `${flaw} ${found.filter((one) => one.flaw === flaw).length}`);
  return `${tried.length} tried in ${seconds()} s: ${counts.join(', ')}`;
}
