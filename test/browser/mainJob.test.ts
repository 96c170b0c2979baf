/** The main job on both samples, with the mouse and by the keyboard alone. */

import type { Browser, FrameLocator } from 'playwright-core';
import { tabTo } from './access';
import { activeSheet, finished, launchBrowser, openSheet, openSite, reconcile, RESULT_SHEETS, sheetNames } from './site';
import type { Sample, Site } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

/** A total of the pane's results. */
const total = (pane: FrameLocator, measure: string): Promise<string> =>
  pane.getByRole('region', { name: 'Totals' }).locator('dl > div').filter({ hasText: measure }).innerText();

async function expectResults(site: Site, before: readonly string[]): Promise<void> {
  expect(await sheetNames(site.page)).toEqual([...before, ...RESULT_SHEETS]);
  await site.pane.getByText('Every amount is attributed and every row is accounted for.').waitFor();
  await openSheet(site.page, 'Summary');
  await site.page.getByRole('gridcell', { name: 'Booked, invoiced, recognised and cash reconciled' }).waitFor();
  expect(site.watched.faults).toEqual([]);
}

/** Loose on purpose: the machine may be busy. What it is here is printed. */
const LONGEST_TASK = 400;

test.each<[Sample, string]>([
  ['story.xlsx', '127,650.00'],
  ['large.xlsx', '52,150,432.96'],
])('two clicks reconcile %s; seven sheets appear and every check holds', async (sample, booked) => {
  const site = await openSite(browser, sample);
  const before = await sheetNames(site.page);
  await site.watched.longTasks();
  await reconcile(site);
  const longest = Math.max(0, ...(await site.watched.longTasks()));
  process.stdout.write(`longest task of the page while ${sample} was reconciled: ${String(Math.round(longest))} ms\n`);
  expect(longest).toBeLessThan(LONGEST_TASK);
  expect(await total(site.pane, 'Booked')).toContain(booked);
  await expectResults(site, before);
  await site.close();
});

/** Into the grid, one region back to the list of samples, and one down: the large one. */
async function chooseLargeSample({ page, pane }: Site): Promise<void> {
  await page.keyboard.press('F6');
  await page.locator('[role=grid]:focus').waitFor();
  await page.keyboard.press('Shift+F6');
  await page.locator('#samples:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await activeSheet(page).filter({ hasText: 'Opportunities' }).waitFor();
  await pane.getByText('2,000 rows').first().waitFor();
}

test.each<Sample>(['story.xlsx', 'large.xlsx'])(
  'the keyboard alone reconciles %s, from the grid to the result and back',
  async (sample) => {
    const site = await openSite(browser);
    const { page, pane } = site;
    if (sample === 'large.xlsx') await chooseLargeSample(site);
    const before = await sheetNames(page);
    await page.keyboard.press('F6');
    await page.locator('[role=grid]:focus').waitFor();
    await page.keyboard.press('F6');
    await page.locator('[role=tab]:focus').waitFor();
    await page.keyboard.press('F6');
    await tabTo(page, 'Next: definitions');
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: 'Definitions', exact: true }).waitFor();
    await tabTo(page, 'Reconcile');
    await pane.getByRole('button', { name: 'Reconcile', exact: true, disabled: false }).waitFor();
    await page.keyboard.press('Enter');
    await finished(pane);
    await tabTo(page, 'Exceptions');
    await page.keyboard.press('Enter');
    await activeSheet(page).filter({ hasText: 'Exceptions' }).waitFor();
    await page.keyboard.press('Shift+F6');
    await page.locator('[role=tab]:focus').waitFor();
    await page.keyboard.press('Shift+F6');
    await page.locator('[role=grid]:focus').waitFor();
    await page.keyboard.press('Control+PageUp');
    await activeSheet(page).filter({ hasText: 'Variances' }).waitFor();
    await expectResults(site, before);
    await site.close();
  },
);
