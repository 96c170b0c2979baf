/** A workbook in the host with Microsoft's office.js on top, for tests. */

import { createHost, type Host, type HostOptions } from '../../../host/office/host';
import type { Workbook } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { openOffice, type OpenOffice } from '../../../host/node';

export interface Opened extends OpenOffice {
  readonly workbook: Workbook;
  readonly host: Host;
}

/** office.js tries a failed clean-up again after five seconds; that must not outlive its test. */
const timer = globalThis.setTimeout;
const timers: NodeJS.Timeout[] = [];
const remembered = (...args: Parameters<typeof timer>): NodeJS.Timeout => {
  const handle = timer(...args);
  timers.push(handle);
  return handle;
};
globalThis.setTimeout = Object.assign(remembered, timer);

const open: Opened[] = [];

/** office.js sends a clean-up that no test waits for; it must not reach into the next test. */
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  for (const { host, close } of open.splice(0)) {
    await host.idle();
    host.close();
    close();
  }
  for (const handle of timers.splice(0)) clearTimeout(handle);
});

/** Opens a workbook with the sheets named; the first is the active one. */
export const openWorkbook = (sheets: readonly string[] = ['Sheet1'], options: HostOptions = {}): Opened => {
  const workbook = createWorkbook();
  workbook.transact('load', () => {
    for (const name of sheets) workbook.addSheet(name);
    const [first] = workbook.sheets;
    if (first) workbook.activate(first);
  });
  const host = createHost(workbook, options);
  const opened = { ...openOffice(host), workbook, host };
  open.push(opened);
  return opened;
};

/** Code and message of what a promise is refused with; fails when it is not. */
export const refusal = async (
  promise: Promise<unknown>,
): Promise<{ code: string; message: string; location: string | undefined }> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof OfficeExtension.Error)
      return { code: error.code, message: error.message, location: error.debugInfo.errorLocation };
    throw error;
  }
  throw new Error('Nothing was refused.');
};

/** Rows of a table written as text: cells apart by two blanks or more. */
export const table = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/));
