/** How much a page's process holds. */

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/**
 * Of the browser's largest page process, as Linux counts it; null on other systems.
 * @param what it holds now, or held at its peak.
 */
export async function residentMegabytes(browser: Browser, what: 'VmRSS' | 'VmHWM'): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${String(id)}/status`, 'utf8'))?.[1])
    .map((kilobytes) => Number(kilobytes ?? 0) / 1024);
  return Math.max(0, ...sizes);
}
