/** What a person wrote is kept, and a run that is broken off or taken back leaves nothing behind. */

import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import {
  finished,
  goTo,
  launchBrowser,
  openSheet,
  openSite,
  reconcile,
  RESULT_SHEETS,
  savedCopy,
  savedWorkbook,
  sheetNames,
} from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

/** The sheets of a saved file, byte for byte. */
const sheetParts = (file: Uint8Array): [string, Uint8Array][] =>
  Object.entries(unzipSync(file)).filter(([path]) => path.startsWith('xl/worksheets/'));

/** Presses Cancel in the page itself: on a busy machine a press from outside may come when all is written. */
const cancelOnceItWrites = (body: Element): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const cancel = [...body.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
      if (cancel === undefined || !body.textContent.includes('Writing the sheets')) return;
      observer.disconnect();
      cancel.click();
      resolve();
    });
    observer.observe(body, { subtree: true, childList: true, characterData: true });
  });

test('a run that is cancelled half way through writing leaves the workbook as it was', async () => {
  const site = await openSite(browser, 'large.xlsx');
  const { page, pane } = site;
  const before = { names: await sheetNames(page), parts: sheetParts(await savedCopy(page)) };
  await pane.getByRole('button', { name: 'Next: definitions' }).click();
  const cancelled = pane.locator('body').evaluate(cancelOnceItWrites);
  await pane.getByRole('button', { name: 'Reconcile', exact: true }).click();
  await cancelled;
  await pane.getByRole('status').filter({ hasText: 'Cancelled. The workbook is as it was.' }).waitFor();
  expect(await sheetNames(page)).toEqual(before.names);
  expect(sheetParts(await savedCopy(page))).toEqual(before.parts);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a comment survives the next run, the saved copy holds it, and removing the results takes only the results', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  const before = await sheetNames(page);
  await reconcile(site);

  await openSheet(page, 'Exceptions');
  expect(await goTo(page, 'AA4')).toBe('Comment');
  const key = await goTo(page, 'A5');
  await goTo(page, 'AA5');
  await page.keyboard.type('asked Ben, answer by Friday');
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: 'Run again' }).click();
  await pane
    .getByText('Reconciling')
    .or(pane.getByRole('button', { name: 'Cancel' }))
    .first()
    .waitFor();
  await finished(pane);
  await openSheet(page, 'Exceptions');
  expect(await goTo(page, 'A5')).toBe(key);
  expect(await goTo(page, 'AA5')).toBe('asked Ben, answer by Friday');

  const saved = await savedWorkbook(page);
  expect(saved.sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name)).toEqual([
    ...before,
    ...RESULT_SHEETS,
  ]);
  expect(saved.table('tblExceptions')?.sheet.value(4, 26)).toBe('asked Ben, answer by Friday');
  expect(saved.table('tblReconciliation')?.table.area.bottom).toBeGreaterThan(10);

  // What is selected is explained in the step's place: the menu is there all the same.
  await pane.getByRole('button', { name: 'More', exact: true }).click();
  await pane.getByRole('menuitem', { name: /^Remove results/ }).click();
  await pane.getByRole('button', { name: 'Remove', exact: true }).click();
  await pane.getByRole('status').filter({ hasText: 'Removed 7 sheets that Tieout made.' }).waitFor();
  expect(await sheetNames(page)).toEqual(before);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
