/** Every request of every task with every fault, or a part of that, and what came of it. */

import type { RequestRecord } from '../../host/office/host';
import { seeded } from '../../samples/random';
import type { Book } from './books';
import { faultsOn, WORKER_FAULTS } from './faults';
import type { Fault } from './faults';
import { TASKS } from './tasks';
import type { Task } from './tasks';
import { callsOf, requestsOf, Trials } from './trial';
import type { Finding, Flaw } from './trial';

export const FLAWS = ['loss', 'half-written', 'crash', 'stuck', 'unclear', 'no way on'] as const satisfies readonly Flaw[];

/** One trial: a request counted from 1, or a call to the worker. */
export interface Outcome {
  readonly task: string;
  readonly fault: string;
  readonly at: number;
  readonly findings: readonly Finding[];
}

export interface Extent {
  readonly tasks: readonly Task[];
  readonly faults: readonly Fault[];
  /** Of the pairs of request and fault each n-th: every request meets other faults than the one before it. */
  readonly every: number;
}

export const whole = (book: Book): Extent => ({ tasks: TASKS, faults: faultsOn(book), every: 1 });

/** @param onOutcome told of each trial. */
export async function tryMatrix(book: Book, { tasks, faults, every }: Extent, onOutcome: (outcome: Outcome) => void): Promise<void> {
  const trials = new Trials(book);
  for (const task of tasks) {
    const requests = await requestsOf(book, task);
    for (const [column, fault] of faults.entries())
      for (const [row, request] of requests.entries()) {
        if (!fault.fits(request) || (row + column) % every !== 0) continue;
        const at = row + 1;
        onOutcome({ task: task.name, fault: fault.name, at, findings: await trials.tryRequest(task, fault, at, request) });
      }
  }
}

/** A worker that ends at each of its calls. */
export async function tryWorkers(book: Book, tasks: readonly Task[], onOutcome: (outcome: Outcome) => void): Promise<void> {
  const trials = new Trials(book);
  for (const task of tasks) {
    const calls = await callsOf(book, task);
    for (const fault of WORKER_FAULTS)
      for (let at = 1; at <= calls; at += 1)
        onOutcome({ task: task.name, fault: `the worker ${fault.name}`, at, findings: await trials.tryCall(task, fault, at) });
  }
}

/** Faults drawn at random. */
export async function tryRandom(
  book: Book,
  { tasks, faults }: Extent,
  count: number,
  seed: number,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  const random = seeded(seed);
  const trials = new Trials(book);
  const requests = new Map<Task, readonly RequestRecord[]>();
  for (let trial = 0; trial < count; trial += 1) {
    const task = random.pick(tasks);
    const known = requests.get(task) ?? (await requestsOf(book, task));
    requests.set(task, known);
    const at = 1 + random.whole(0, known.length - 1);
    const request = known[at - 1];
    const fault = random.pick(faults.filter(({ fits }) => request !== undefined && fits(request)));
    if (request !== undefined)
      onOutcome({ task: task.name, fault: fault.name, at, findings: await trials.tryRequest(task, fault, at, request) });
  }
}
