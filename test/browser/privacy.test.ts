/** Nothing leaves the page's origin in a whole job, nothing that a cell says runs, and all that is kept can be taken away. */

import type { Browser, Page } from 'playwright-core';
import { savedBook } from '../support/book';
import { dealRows, invoiceRows } from '../badInput/support';
import { goTo, launchBrowser, openFile, openSheet, openSite, reconcile, savedWorkbook, sheetNames, siteAddress } from './site';
import type { Site } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

const storedKeys = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).sort());

/** Opens an exception's row and settles it. */
async function settleOne({ page, pane }: Site): Promise<void> {
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A6');
  await pane.getByRole('region', { name: 'Settle it' }).getByRole('button', { name: 'Accept', exact: true }).click();
  await pane.getByRole('textbox', { name: 'Initials' }).fill('mv');
  await pane.getByRole('button', { name: 'Continue' }).click();
  await pane.getByText('1 decision waits for the next run.').waitFor();
}

test('a whole job, from opening to saving, asks its own origin for its own files and nobody for anything else', async () => {
  const site = await openSite(browser);
  const { page } = site;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  page.on('websocket', (socket) => requests.push(`socket ${socket.url()}`));
  await page.reload();
  await site.pane.getByRole('button', { name: 'Next: definitions' }).waitFor();
  await reconcile(site);
  await settleOne(site);
  await savedWorkbook(page);
  const counts = new Map<string, number>();
  for (const request of requests) counts.set(request, (counts.get(request) ?? 0) + 1);
  process.stdout.write(
    `requests of a whole job:\n${[...counts].map(([request, count]) => `  ${count} × ${request}`).join('\n')}\n`,
  );
  const own = new RegExp(`^GET (${siteAddress()}[\\w./-]*(\\?[\\w=&]*)?|(data|blob):.*)$`, 's');
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter((request) => !own.test(request))).toEqual([]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('what Tieout keeps is shown, and one press removes all of it', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  const before = { sheets: await sheetNames(page), keys: await storedKeys(page) };
  await pane.getByRole('button', { name: 'Got it' }).click();
  await reconcile(site);
  await settleOne(site);
  expect((await storedKeys(page)).filter((key) => !before.keys.includes(key)).length).toBeGreaterThan(0);
  await pane.getByRole('button', { name: 'More', exact: true }).click();
  await pane.getByRole('menuitem', { name: /^What Tieout keeps/ }).click();
  const dialog = pane.getByRole('alertdialog', { name: 'What Tieout keeps' });
  const told = dialog.getByText('7 sheets, with what was typed there: Summary, Reconciliation');
  await told.waitFor();
  await dialog.getByText('your initials: mv').waitFor();
  await dialog.getByRole('button', { name: 'Remove everything' }).click();
  await pane
    .getByRole('status')
    .filter({ hasText: 'Tieout keeps nothing in this workbook or in this browser any more.' })
    .waitFor();
  expect(await sheetNames(page)).toEqual(before.sheets);
  expect(await storedKeys(page)).toEqual([]);
  const saved = await savedWorkbook(page);
  expect([...saved.settings.keys()]).toEqual([]);
  expect(saved.customXml.size).toBe(0);
  expect(saved.names).toEqual([]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('markup in a cell, a header or the name of a sheet is shown and does not run', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  const markup = '<img src=x onerror="globalThis.ranHere=1"><script>globalThis.ranHere=1</script>';
  const bytes = savedBook({
    [`<b onclick=x>`]: dealRows(`D-1 | ${markup} | 1200 | EUR | 2026-03-05 | Won | ${markup}`),
    Invoices: invoiceRows(`I-1 | ${markup} | 2026-03-20 | 900 | EUR | D-1 | Open`),
  });
  await openFile(site, 'odd.xlsx', bytes, 'Invoices');
  await reconcile(site);
  await openSheet(page, 'Reconciliation');
  await goTo(page, 'A7');
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A5');
  await pane.getByRole('region', { name: 'Settle it' }).waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'ranHere') as unknown)).toBeUndefined();
  expect(await pane.locator('body').evaluate(() => Reflect.get(globalThis, 'ranHere') as unknown)).toBeUndefined();
  expect(await pane.locator('img, script:not([src])').count()).toBe(0);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
