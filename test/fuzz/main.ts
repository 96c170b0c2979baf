/**
 * `npm run fuzz [-- --count 10000 --seed 1 --jobs 1 --kind csv --minutes 15]`: made-up hostile workbooks, files and settings, one for each
 * seed; a table of what became of them, and the seeds of those that broke a promise. `--seed N --count 1` repeats one.
 */

import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge, KINDS, kindOf, type Kind, type Verdict } from './cases';

/** A case beyond these is a fault, however it ends. */
const [MOST_SECONDS, MOST_MEGABYTES] = [60, 1_200];
/** Faults of one case that are printed; the file has all. */
const MOST_TOLD = 3;
const FAILURES = '.cache/fuzz-failures.json';

interface Judged extends Verdict {
  readonly seed: number;
  readonly ms: number;
  readonly megabytes: number;
}

interface Asked {
  readonly seed: number;
  readonly kind: Kind;
}

if (process.argv.includes('--child')) answerParent();
else await fuzz();

function answerParent(): void {
  process.on('message', ({ seed, kind }: Asked) => {
    const started = performance.now();
    void judge(seed, kind).then((verdict) => {
      const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
      process.send?.({ ...verdict, seed, ms: performance.now() - started, megabytes } satisfies Judged);
    });
  });
}

async function fuzz(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '1' },
      kind: { type: 'string' },
      minutes: { type: 'string', default: 'Infinity' },
    },
  });
  const only = KINDS.find((kind) => kind === values.kind);
  if (values.kind !== undefined && only === undefined) throw new RangeError(`--kind is one of: ${KINDS.join(', ')}`);
  const first = Number(values.seed);
  const seeds = Array.from({ length: Number(values.count) }, (_, n) => first + n).values();
  const judged: Judged[] = [];
  const started = performance.now();
  const isOver = (): boolean => performance.now() - started > Number(values.minutes) * 60_000;
  await Promise.all(Array.from({ length: Number(values.jobs) }, () => work(seeds, only, judged, isOver)));
  report(judged, (performance.now() - started) / 1000);
  if (judged.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

/** Cases are judged in a process of their own: one that hangs or fills the memory ends alone. */
async function work(
  seeds: IterableIterator<number>,
  only: Kind | undefined,
  judged: Judged[],
  isOver: () => boolean,
): Promise<void> {
  let child: ChildProcess | null = null;
  for (const seed of seeds) {
    if (isOver()) break;
    child ??= fork(fileURLToPath(import.meta.url), ['--child'], {
      execArgv: [...process.execArgv, `--max-old-space-size=${MOST_MEGABYTES}`],
    });
    const verdict = await judgedBy(child, { seed, kind: only ?? kindOf(seed) });
    judged.push(verdict);
    for (const fault of verdict.faults.slice(0, MOST_TOLD))
      console.log(`seed ${seed} (${verdict.kind}, ${verdict.what}): ${fault}`);
    if (judged.length % 500 === 0) console.log(`${judged.length} cases`);
    if (!child.connected) child = null;
  }
  child?.disconnect();
}

function judgedBy(child: ChildProcess, asked: Asked): Promise<Judged> {
  const started = performance.now();
  return new Promise((resolve) => {
    const broken = (fault: string): void => {
      done();
      resolve({
        ...asked,
        what: 'its limits',
        outcome: 'refused',
        faults: [fault],
        ms: performance.now() - started,
        megabytes: 0,
      });
    };
    const timer = setTimeout(() => {
      child.removeListener('exit', ended);
      child.kill('SIGKILL');
      child.disconnect();
      broken(`no answer within ${MOST_SECONDS} seconds`);
    }, MOST_SECONDS * 1000);
    const ended = (): void => broken('the process ended: out of memory, or a fault beside the case');
    const answered = (verdict: Judged): void => {
      done();
      resolve(verdict);
    };
    const done = (): void => {
      clearTimeout(timer);
      child.removeListener('exit', ended);
      child.removeListener('message', answered);
    };
    child.once('exit', ended);
    child.once('message', answered);
    child.send(asked);
  });
}

function report(judged: readonly Judged[], seconds: number): void {
  const rows = [...KINDS, 'all'].map((kind) => {
    const own = judged.filter((each) => kind === 'all' || each.kind === kind);
    const times = own.map(({ ms }) => ms).sort((a, b) => a - b);
    return {
      kind,
      cases: own.length,
      reconciled: own.filter(({ outcome }) => outcome === 'reconciled').length,
      opened: own.filter(({ outcome }) => outcome === 'opened').length,
      refused: own.filter(({ outcome }) => outcome === 'refused').length,
      failed: own.filter(({ faults }) => faults.length > 0).length,
      'median ms': Math.round(times[Math.floor(times.length / 2)] ?? 0),
      'longest ms': Math.round(times.at(-1) ?? 0),
      'most MB': Math.max(0, ...own.map(({ megabytes }) => megabytes)),
    };
  });
  console.table(rows.filter(({ cases }) => cases > 0));
  console.log(`${judged.length} cases in ${Math.round(seconds)} s, ${(judged.length / seconds).toFixed(1)} a second`);
  const failed = judged.filter(({ faults }) => faults.length > 0);
  mkdirSync('.cache', { recursive: true });
  writeFileSync(FAILURES, JSON.stringify(failed, null, 2));
  if (failed.length > 0)
    console.log(`Failed: seeds ${failed.map(({ seed }) => seed).join(', ')}; all that broke is in ${FAILURES}`);
}
