/** The page of `npm start` as a person uses it: opened in a browser, watched for what must not happen. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { readXlsx } from '../../host/files/readXlsx';
import type { Workbook } from '../../host/workbook/model';
import { english } from '../../src/taskpane/texts/en';
import type { Texts } from '../../src/taskpane/texts/en';
import { buildDoor } from './door';
import { launchBrowser } from './launch';

export const RESULT_SHEETS = ['Summary', 'Reconciliation', 'Variances', 'Exceptions', 'Matches', 'Left out', 'Definitions'];

/** What the page did that it must not: words in the console, errors, requests that leave its origin. */
export interface Watched {
  readonly faults: string[];
  /** Milliseconds of each task above 50 since asked for the last time. */
  longTasks(): Promise<number[]>;
}

export interface Site {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly watched: Watched;
  readonly close: () => Promise<void>;
}

export type Look = BrowserContextOptions;

export type Sample = 'story.xlsx' | 'large.xlsx';

/** Only for what never comes: a machine may stand still for a while. */
const PATIENCE = 60_000;

export function siteAddress(): string {
  const address = process.env['TIEOUT_SITE'];
  if (address === undefined) throw new Error('the global set-up has not started the page');
  return address;
}

/** Of each element that React makes while it is developed it leaves notes to the browser's tools, which nobody opens here. */
function takeNoNotes(): void {
  for (const note of ['createTask', 'timeStamp']) Reflect.deleteProperty(console, note);
}

/** Opens the page with a sample in it and waits until the pane has read that. @param words in the language of `options.locale`. */
export async function openSite(
  browser: Browser,
  sample: Sample = 'story.xlsx',
  options: Look = {},
  words: Texts = english,
): Promise<Site> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const { origin } = new URL(siteAddress());
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`${message.type()} in the console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin && !/^(data|blob):/.test(request.url()))
      faults.push(`request to ${request.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${String(response.status())} for ${response.url()}`);
  });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Reflect.set(window, 'longTasks', tasks);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await page.addInitScript(takeNoNotes);
  await buildDoor(page);
  await page.goto(siteAddress());
  const pane = page.frameLocator('#pane');
  const next = pane.getByRole('button', { name: words.sources.next });
  await next.waitFor();
  if (sample === 'large.xlsx') await openLargeSample({ page, pane });
  const longTasks = (): Promise<number[]> =>
    page.evaluate(() => {
      const tasks: unknown = Reflect.get(window, 'longTasks');
      return Array.isArray(tasks) ? tasks.splice(0).map(Number) : [];
    });
  return { page, pane, watched: { faults, longTasks }, close: () => context.close() };
}

export async function openLargeSample({ page, pane }: Pick<Site, 'page' | 'pane'>): Promise<void> {
  await page.locator('#samples').selectOption('large.xlsx');
  await tabs(page).filter({ hasText: 'Opportunities' }).waitFor();
  await pane.getByText('2,000 rows').first().waitFor();
}

/** Opens a file of one's own, as from a folder, and waits until a new pane has read it. @param sheet one of its sheets. */
export async function openFile(site: Site, name: string, bytes: Uint8Array, sheet: string): Promise<void> {
  await (await openBook(site, name, bytes, sheet)).getByRole('region', { name: sheet, exact: true }).waitFor();
}

/** The same, for a file whose pane shows something else. @returns the new pane. */
export async function openBook({ page, pane }: Site, name: string, bytes: Uint8Array, sheet: string): Promise<Locator> {
  // The file before may have a sheet of the same name: what its pane shows of that does not count.
  await pane.locator('html').evaluate((html) => html.setAttribute('data-of-file-before', ''));
  await chooseFile(page.locator('#file'), name, bytes, () => page.getByRole('tab', { name: sheet, exact: true }).waitFor());
  return pane.locator('html:not([data-of-file-before])');
}

/** Playwright passes no more bytes on itself. */
const MOST_PASSED = 50 * 1024 * 1024;

/** @param opened waits until the page has read it. */
async function chooseFile(input: Locator, name: string, bytes: Uint8Array, opened: () => Promise<void>): Promise<void> {
  if (bytes.length < MOST_PASSED) {
    await input.setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
    await opened();
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-file-'));
  try {
    writeFileSync(path.join(folder, name), bytes);
    await input.setInputFiles(path.join(folder, name));
    await opened();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Closes the pane and opens it anew, by the ribbon's first button. */
export async function reopenPane({ page, pane }: Pick<Site, 'page' | 'pane'>): Promise<void> {
  await pane.locator('html').evaluate((html) => html.setAttribute('data-of-pane-before', ''));
  await page.getByRole('group', { name: 'Ribbon' }).getByRole('button', { name: 'Tieout', exact: true }).click();
  await pane.locator('html:not([data-of-pane-before])').waitFor({ state: 'attached' });
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const tabs = (page: Page): Locator => page.getByRole('tablist', { name: 'Sheets' }).getByRole('tab');

export const sheetNames = (page: Page): Promise<string[]> => tabs(page).allInnerTexts();

export const activeSheet = (page: Page): Locator => page.getByRole('tab', { selected: true }).and(page.locator('#tabs > *'));

/** The main job with the mouse, from the pane's first step to its results. */
export async function reconcile({ pane }: Site): Promise<void> {
  await pane.getByRole('button', { name: 'Next: definitions' }).click();
  await pane.getByRole('button', { name: 'Reconcile', exact: true }).click();
  await finished(pane);
}

/** Waits for a run to end. What the pane says instead of results is what failed. */
export async function finished(pane: FrameLocator): Promise<void> {
  const results = pane.getByRole('heading', { name: 'Results', exact: true });
  await results.waitFor().catch(async (error: unknown) => {
    throw new Error(`no results; the pane shows:\n${await pane.locator('body').innerText()}`, { cause: error });
  });
  await pane.getByRole('button', { name: 'Run again' }).waitFor();
}

/** Goes to a cell by the name box. @returns what the formula bar then shows. */
export async function goTo(page: Page, reference: string): Promise<string> {
  const nameBox = page.getByLabel('Name box');
  await nameBox.fill(reference);
  await nameBox.press('Enter');
  await page.locator(`[role=grid][aria-activedescendant="cell-${reference}"]`).waitFor();
  return page.getByLabel('Formula bar').inputValue();
}

export async function openSheet(page: Page, name: string): Promise<void> {
  await tabs(page)
    .filter({ hasText: new RegExp(`^${name}$`) })
    .click();
  await page.getByRole('grid', { name: `Cells of ${name}`, exact: true }).waitFor();
}

/** The bytes of what "Save a copy" gives. */
export async function savedCopy(page: Page): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const stream = await (await download).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

export const savedWorkbook = async (page: Page): Promise<Workbook> => readXlsx(await savedCopy(page), 'copy.xlsx').workbook;

export { launchBrowser };
