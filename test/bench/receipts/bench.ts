/**
 * `npm run bench -- receipts DIR [--no-references] [--json]`: receipts to invoices, in whole matches, through the add-in's own
 * reading and matching. DIR holds invoices.csv, payments.csv and matches.csv.
 */

import { parseArgs } from 'node:util';
import type { Matching } from '../../../src/domain/link';
import type { Records } from '../../../src/domain/record';
import { matchRecords } from '../../../src/matching/matchRecords';
import type { MatchOptions } from '../../../src/matching/matchRecords';
import { settle } from '../../../src/settings/settle';
import { readFolder } from './folder';
import { score, scorePasses } from './score';
import type { LinkScore, Part, Score, Scored } from './score';

/** Runs after the first: they show what the first spends on being compiled. */
const FURTHER_RUNS = 3;

export function benchReceipts(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'no-references': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [directory] = positionals;
  if (directory === undefined) throw new RangeError('npm run bench -- receipts DIR: which folder?');
  const folder = readFolder(directory, !values['no-references']);
  const options = optionsOf(folder.records);

  const before = process.memoryUsage().heapUsed;
  const { matching, seconds, steps } = timed(folder.records, options);
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const further = Array.from({ length: FURTHER_RUNS }, () => timed(folder.records, options).seconds);

  const links = matching.links.filter(({ kind }) => kind === 'invoice-receipt');
  const all = score(folder, links);
  const sure = score(
    folder,
    links.filter(({ state }) => state === 'matched'),
  );
  const found = {
    invoices: folder.records.invoices.length,
    payments: folder.records.receipts.length,
    matches: folder.matches.length,
    references: !values['no-references'],
    ...all,
    matched: sure,
    passes: scorePasses(folder, links),
    open: countsOf(matching.openSearches.map(({ pass, outcome }) => `${pass}, ${outcome}`)),
    seconds,
    warmSeconds: Math.min(...further),
    steps,
    megabytes,
  };
  if (values.json) console.log(JSON.stringify(found, null, 2));
  else print(found);
}

/** As the product settles them where a person has typed only the reporting currency: the one that most invoices are in. */
function optionsOf(records: Records): MatchOptions {
  const invoicesIn = countsOf(records.invoices.map(({ currency }) => currency));
  const [most] = Object.entries(invoicesIn).sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const { settled } = settle({ currency: most?.[0] ?? '' }, {}, records, {}, () => ({ booked: 0, invoiced: 0 }));
  return { ...settled, matchPercent: settled.matchShare * 100 };
}

interface Run {
  readonly matching: Matching;
  readonly seconds: number;
  readonly steps: Readonly<Record<string, number>>;
}

function timed(records: Records, options: MatchOptions): Run {
  const steps: Record<string, number> = {};
  const start = performance.now();
  let [step, since] = ['read the references', start];
  const enter = (next: string): void => {
    const now = performance.now();
    steps[step] = (steps[step] ?? 0) + (now - since) / 1000;
    [step, since] = [next, now];
  };
  const matching = matchRecords(records, options, { aliases: [], links: [] }, enter);
  enter('');
  return { matching, seconds: (performance.now() - start) / 1000, steps };
}

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

interface Found extends Scored {
  readonly matched: Scored;
  readonly passes: Readonly<Record<string, LinkScore>>;
  readonly open: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly warmSeconds: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly megabytes: number;
  readonly invoices: number;
  readonly payments: number;
}

function print(found: Found): void {
  const line = (what: string, { precision, recall, f1, right, predicted, actual }: Score): void =>
    console.log(
      `${what.padEnd(14)} F1 ${f1.toFixed(4)} · precision ${precision.toFixed(4)} · recall ${recall.toFixed(4)} · ` +
        `${right} right of ${predicted} found and ${actual} there`,
    );
  console.log(
    `${found.invoices.toLocaleString('en')} invoices · ${found.payments.toLocaleString('en')} payments, in whole matches:`,
  );
  line('all', found);
  line('matched alone', found.matched);
  const { byLink, matched } = found;
  console.log(
    `single links   precision ${byLink.precision.toFixed(4)} of ${byLink.links}, matched alone ` +
      `${matched.byLink.precision.toFixed(4)} of ${matched.byLink.links}`,
  );
  for (const parts of [found.byCategory, found.byPerturbation]) printParts(parts);
  console.log('links by pass');
  for (const [name, pass] of Object.entries(found.passes))
    console.log(
      `  ${name.padEnd(52)} ${String(pass.links).padStart(6)}, ${(pass.precision * 100).toFixed(1).padStart(5)} % right`,
    );
  for (const [name, count] of Object.entries(found.open)) console.log(`  open: ${name.padEnd(46)} ${String(count).padStart(6)}`);
  console.log(
    `time           ${found.seconds.toFixed(2)} s the first time, ${found.warmSeconds.toFixed(2)} s again; ` +
      `heap ${found.megabytes.toFixed(0)} MB more`,
  );
  for (const [step, seconds] of Object.entries(found.steps))
    console.log(`  ${step.padEnd(52)} ${seconds.toFixed(3).padStart(6)} s`);
}

function printParts(parts: Readonly<Record<string, Part>>): void {
  for (const [label, { actual, right, recall }] of Object.entries(parts))
    console.log(`  ${label.padEnd(30)} recall ${recall.toFixed(4)} (${right} of ${actual})`);
}
