/**
 * The pane in a browser, built as it ships: how large it is, when it first shows something, how long it holds the page up while
 * a run goes on, and how soon a cancel takes effect. The page plays Excel in the same thread; its own tasks are told apart.
 */

import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser, CDPSession, FrameLocator, Page } from 'playwright-core';
import { browserOptions } from '../browser/launch';
import { servePage } from './sitePage';

interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'KB';
  /** What must hold; null for what is only told. */
  readonly most: number | null;
}

const ROUNDS = 5;

export async function benchPane(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const site = await servePage();
  try {
    const browser = await chromium.launch(await browserOptions());
    try {
      const measured = [
        await sizeOf(site.address),
        ...(await firstPaint(browser, site.address)),
        ...(await longestTasks(browser, site.address)),
        ...(await cancelling(browser, site.address)),
      ];
      print(measured, values.json);
    } finally {
      await browser.close();
    }
  } finally {
    site.close();
  }
}

async function sizeOf(address: string): Promise<Measured> {
  const code = await (await fetch(`${address}taskpane.js`)).arrayBuffer();
  const bytes = gzipSync(new Uint8Array(code)).length;
  return { what: 'size before the engine is loaded, gzipped', value: bytes / 1024, unit: 'KB', most: 300 };
}

const paneOf = (page: Page): FrameLocator => page.frameLocator('#pane');
const READY = { name: 'Next: definitions', disabled: false } as const;

async function openPage(browser: Browser, address: string, sample: string | null): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  await paneOf(page).getByRole('button', READY).waitFor();
  if (sample !== null) {
    await page.locator('#samples').selectOption(sample);
    await paneOf(page).getByText('2,000 rows').first().waitFor();
    await paneOf(page).getByRole('button', READY).waitFor();
  }
  return page;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The pane opened anew over an open workbook, as Excel opens it, its files in the browser's cache or not. */
async function firstPaint(browser: Browser, address: string): Promise<Measured[]> {
  const paints: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openPage(browser, address, null);
    const read = await paneOf(page)
      .locator('body')
      .evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
    paints.push(read);
    await page.context().close();
  }
  return [{ what: `first paint of the pane, median of ${String(ROUNDS)}`, value: median(paints), unit: 'ms', most: 500 }];
}

async function start(page: Page): Promise<void> {
  await paneOf(page).getByRole('button', READY).click();
  await paneOf(page).getByRole('button', { name: 'Reconcile', exact: true, disabled: false }).click();
}

/** Of the browser's record of what it did: microseconds of time on the processor, and the frame whose code ran. */
interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly frame?: string } };
}

/** Runs work and records it. */
async function traced(devtools: CDPSession, work: () => Promise<void>): Promise<readonly Traced[]> {
  const events: Traced[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Traced[])));
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
  await devtools.send('Tracing.start', { traceConfig: { includedCategories: categories } });
  await work();
  const ended = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await ended;
  return events;
}

/** Milliseconds on the processor of the longest task in which a frame's code ran, so that a busy machine measures alike. */
function longestOf(events: readonly Traced[], frame: string): number {
  const code = events.filter(({ args }) => args?.data?.frame === frame).toSorted((one, other) => one.ts - other.ts);
  const isIn = ({ pid, tid, ts, dur = 0 }: Traced): boolean =>
    code.some((ran) => ran.pid === pid && ran.tid === tid && ran.ts >= ts && ran.ts + (ran.dur ?? 0) <= ts + dur);
  const long = events.filter(({ name, tdur = 0 }) => name === 'RunTask' && tdur > 5000);
  return Math.max(0, ...long.filter(isIn).map(({ tdur = 0 }) => tdur / 1000));
}

async function longestTasks(browser: Browser, address: string): Promise<Measured[]> {
  const page = await openPage(browser, address, 'large.xlsx');
  const devtools = await page.context().newCDPSession(page);
  const events = await traced(devtools, async () => {
    await start(page);
    await paneOf(page).getByRole('heading', { name: 'Results', exact: true }).waitFor();
  });
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const pane = frameTree.childFrames?.find(({ frame }) => frame.url.includes('pane.html'))?.frame.id ?? '';
  await page.context().close();
  return [
    { what: 'longest task of the pane in a run of 2,000 deals, CPU', value: longestOf(events, pane), unit: 'ms', most: 50 },
    { what: 'the same of the page that plays Excel', value: longestOf(events, frameTree.frame.id), unit: 'ms', most: null },
  ];
}

/** From the press of Cancel, once the pane shows a text, to the words that it is cancelled. */
function cancelOn(body: Element, text: string): Promise<number> {
  return new Promise((resolve) => {
    let pressed = 0;
    new MutationObserver((_, observer) => {
      if (pressed > 0) {
        if (!body.textContent.includes('Cancelled. The workbook is as it was.')) return;
        observer.disconnect();
        resolve(performance.now() - pressed);
        return;
      }
      const cancel = [...body.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
      if (cancel === undefined || !body.textContent.includes(text)) return;
      pressed = performance.now();
      cancel.click();
    }).observe(body, { subtree: true, childList: true, characterData: true });
  });
}

async function cancelling(browser: Browser, address: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const text of ['Matching', 'Explaining', 'Writing the sheets']) {
    const page = await openPage(browser, address, 'large.xlsx');
    const waited = paneOf(page).locator('body').evaluate(cancelOn, text);
    await start(page);
    measured.push({ what: `cancel takes effect, pressed at “${text}”`, value: await waited, unit: 'ms', most: 200 });
    await page.context().close();
  }
  return measured;
}

function print(measured: readonly Measured[], asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
    return;
  }
  for (const { what, value, unit, most } of measured) {
    const limit = most === null ? '' : `  must be at most ${String(most)} ${unit}${value > most ? '  ABOVE' : ''}`;
    process.stdout.write(`${what.padEnd(60)} ${value.toFixed(0).padStart(6)} ${unit}${limit}\n`);
  }
}
