/**
 * `npm run bench -- page [--deals 2000] [--mix usual] [--json]`: on the page of `npm start` with the code that ships, from the
 * key that selects to the frame that shows the explanation, and the longest task of the page's thread meanwhile. The thread is
 * the pane's and the spreadsheet's in one: in Excel the pane has its own.
 */

import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { writeXlsx } from '../../host/files/writeXlsx';
import { nativeDeflate } from '../../host/nativeDeflate';
import { sampleWorkbook } from '../../samples/workbook';
import { browserOptions } from '../browser/launch';
import { finished, openFile, openSheet, openSite, reconcile } from '../browser/site';
import type { Site } from '../browser/site';
import { LARGE, largeOf } from './largeOptions';
import { residentMegabytes } from './resident';
import { servePage } from './sitePage';

/** Selections of each kind; the middle and the worst of them are told. */
const TIMES = 15;
const MINUTES = 60_000;

interface Latency {
  readonly what: string;
  /** Milliseconds to the painted explanation. */
  readonly middle: number;
  readonly worst: number;
  /** The longest task of any of them; 0 where none reached 50 ms, shorter ones are not told. */
  readonly longest: number;
}

/** Rows of our tables begin here, and those of the sources. */
const FIRST = { ours: 5, matches: 6, source: 3 } as const;

interface Asked {
  readonly what: string;
  readonly sheet: string;
  /** The address of the n-th selection. */
  readonly at: (n: number) => string;
}

const rowsFrom = (column: string, first: number, step: number, rows: number) => (n: number) => {
  const top = first + n * step;
  return rows === 1 ? `${column}${String(top)}` : `${column}${String(top)}:${column}${String(top + rows - 1)}`;
};

const ASKED: readonly Asked[] = [
  { what: 'an exception', sheet: 'Exceptions', at: rowsFrom('A', FIRST.ours, 7, 1) },
  { what: 'a match', sheet: 'Matches', at: rowsFrom('A', FIRST.matches, 31, 1) },
  { what: 'a row of Variances', sheet: 'Variances', at: rowsFrom('A', FIRST.ours, 31, 1) },
  { what: 'a line', sheet: 'Reconciliation', at: rowsFrom('H', FIRST.ours, 31, 1) },
  { what: '100 lines', sheet: 'Reconciliation', at: rowsFrom('H', FIRST.ours, 31, 100) },
  { what: '2,000 lines', sheet: 'Reconciliation', at: rowsFrom('H', FIRST.ours, 31, 2_000) },
  // The header stands for all: of a gap and of a measure by turns, so that each says something else.
  { what: 'all lines', sheet: 'Reconciliation', at: (n) => (n % 2 === 0 ? 'H4' : 'E4') },
  { what: 'a row of a source', sheet: 'Opportunities', at: rowsFrom('A', FIRST.source, 31, 1) },
];

export async function benchPage(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: LARGE,
  });
  const { deals, sheets } = largeOf(values);
  const bytes = writeXlsx(sampleWorkbook('bench.xlsx', sheets), nativeDeflate);
  const served = await servePage();
  process.env['TIEOUT_SITE'] = served.address;
  const browser = await chromium.launch(await browserOptions());
  try {
    const site = await openSite(browser);
    site.page.setDefaultTimeout(20 * MINUTES);
    await site.pane.getByRole('button', { name: 'Got it' }).click();
    await openFile(site, 'bench.xlsx', bytes, 'Revenue');
    const start = performance.now();
    await reconcile(site);
    await finished(site.pane);
    const ran = performance.now() - start;
    const lines = await linesTold(site);
    await watchPaints(site.page);
    const latencies: Latency[] = [];
    for (const asked of ASKED) latencies.push(await latencyOf(site, asked));
    const report = { deals, lines, run: ran, megabytes: await residentMegabytes(browser, 'VmHWM'), latencies };
    console.log(values.json ? JSON.stringify(report, null, 2) : textOf(report));
  } finally {
    await browser.close();
    served.close();
  }
}

/** As the results say it. */
async function linesTold({ pane }: Site): Promise<string> {
  const words = await pane
    .getByText(/[\d,]+ lines?\b/)
    .first()
    .innerText();
  return /[\d,]+ lines?/.exec(words)?.[0] ?? words;
}

/** Notes when a key was pressed, and when the frame after the explanation's change was painted. */
async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taken: number[] = [];
    let start = 0;
    document.addEventListener('keydown', () => (start = performance.now()), true);
    const shown = document.querySelector<HTMLIFrameElement>('#pane')?.contentDocument?.querySelector('main');
    if (shown === null || shown === undefined) throw new Error('the pane is not there');
    new MutationObserver(() => {
      if (start === 0 || shown.querySelector('section h2') === null) return;
      const begun = start;
      start = 0;
      requestAnimationFrame(() => setTimeout(() => taken.push(performance.now() - begun)));
    }).observe(shown, { subtree: true, childList: true, characterData: true });
    Reflect.set(window, 'paints', taken);
  });
}

async function latencyOf(site: Site, { what, sheet, at }: Asked): Promise<Latency> {
  const { page, pane, watched } = site;
  await openSheet(page, sheet);
  // A row of a source is told where the explanation is open already.
  const select = async (address: string): Promise<number> => {
    const nameBox = page.getByLabel('Name box');
    await nameBox.fill(address);
    const before = await page.evaluate(() => (Reflect.get(window, 'paints') as number[]).length);
    await nameBox.press('Enter');
    await page.waitForFunction((count) => (Reflect.get(window, 'paints') as number[]).length > count, before);
    return page.evaluate(() => (Reflect.get(window, 'paints') as number[]).at(-1) ?? 0);
  };
  // What runs for the first time is compiled: nobody's measurement.
  await select(at(TIMES));
  await pane.getByRole('region', { name: 'What stands behind it' }).waitFor();
  await watched.longTasks();
  const taken: number[] = [];
  for (let n = 0; n < TIMES; n += 1) taken.push(await select(at(n)));
  const tasks = await watched.longTasks();
  const sorted = taken.sort((a, b) => a - b);
  return { what, middle: sorted[TIMES >> 1] ?? 0, worst: sorted.at(-1) ?? 0, longest: Math.max(0, ...tasks) };
}

function textOf({
  deals,
  lines,
  run,
  megabytes,
  latencies,
}: {
  readonly deals: number;
  readonly lines: string;
  readonly run: number;
  readonly megabytes: number | null;
  readonly latencies: readonly Latency[];
}): string {
  const peak = megabytes === null ? '' : `; the page held ${megabytes.toFixed(0)} MB at its peak`;
  return [
    `${deals.toLocaleString('en')} deals, ${lines}; run and written in ${(run / 1000).toFixed(1)} s${peak}`,
    `${'selected'.padEnd(24)}${'middle'.padStart(8)}   ${'worst'.padStart(8)}   longest task`,
    ...latencies.map(
      ({ what, middle, worst, longest }) =>
        `${what.padEnd(24)}${middle.toFixed(0).padStart(8)} ms${worst.toFixed(0).padStart(8)} ms${longest === 0 ? '   below 50 ms' : `${longest.toFixed(0).padStart(9)} ms`}`,
    ),
  ].join('\n');
}
