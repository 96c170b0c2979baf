/** The most memory that the process holds, looked at from a thread beside it, since work that never pauses cannot look itself. */

import { Worker } from 'node:worker_threads';

const EVERY_MS = 5;
const LOOK = `
  const { workerData } = require('node:worker_threads');
  const peak = new Float64Array(workerData);
  setInterval(() => { peak[0] = Math.max(peak[0], process.memoryUsage.rss()); }, ${EVERY_MS});
`;

const shared = new SharedArrayBuffer(8);
const peak = new Float64Array(shared);
let looker: Worker | null = null;

/** Counts from now on. The thread keeps nobody from ending. */
export function restartPeak(): void {
  looker ??= startLooking();
  peak[0] = process.memoryUsage.rss();
}

/** Bytes since the last `restartPeak`. */
export function peakSoFar(): number {
  return Math.max(peak[0] ?? 0, process.memoryUsage.rss());
}

function startLooking(): Worker {
  const worker = new Worker(LOOK, { eval: true, workerData: shared });
  worker.unref();
  return worker;
}
