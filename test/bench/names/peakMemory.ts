/** The most memory that a piece of work takes, looked at from a thread beside it. */

import { Worker } from 'node:worker_threads';

export interface Measured<T> {
  readonly result: T;
  /** Resident memory at its peak, beyond what was resident before; rubbish not yet collected is counted. */
  readonly megabytes: number;
}

const EVERY_MS = 5;
const LOOK = `
  const { workerData } = require('node:worker_threads');
  const peak = new Float64Array(workerData);
  setInterval(() => { peak[0] = Math.max(peak[0], process.memoryUsage.rss()); }, ${EVERY_MS});
`;

export async function measured<T>(work: () => T): Promise<Measured<T>> {
  globalThis.gc?.();
  const shared = new SharedArrayBuffer(8);
  const peak = new Float64Array(shared);
  const looker = new Worker(LOOK, { eval: true, workerData: shared });
  await new Promise((resolve) => looker.once('online', resolve));
  const before = process.memoryUsage.rss();
  const result = work();
  const after = process.memoryUsage.rss();
  await looker.terminate();
  return { result, megabytes: (Math.max(peak[0] ?? 0, after) - before) / 2 ** 20 };
}
