/** The Sources step on four exports as their systems write them: what it says, what axe finds, and the way by keyboard alone. */

import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { exportsWorkbook } from '../support/exports';
import { setPaneWidth, tabTo } from './access';
import { openThemed, openWelcomed } from './openings';
import type { Opening } from './openings';
import { activeSheet, finished, launchBrowser, openFile } from './site';
import type { Site } from './site';
import { tooWideInThemes, violationsInThemes } from './themes';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

async function openExports(open: Opening = openWelcomed): Promise<Site> {
  const site = await open(browser);
  await openFile(site, 'exports.xlsx', exportsWorkbook(), 'Umsätze');
  return site;
}

const card = (pane: FrameLocator, sheet: string): Locator => pane.getByRole('region', { name: sheet, exact: true });

test('each export is told with its role, its header and its grain; the undecidable dates are asked about beside their sheet', async () => {
  const { pane, watched, close } = await openExports();
  const expected = [
    ['Won deals Q1', 'Deals', ['Header in row 1 · One row a document', 'does the day or the month come first?']],
    [
      'Sales by Customer Detail',
      'Invoices',
      ['Header in row 5', 'read as Customer: Alder & Sons Ltd, Birch AG, Cedar Logistics GmbH'],
    ],
    ['SalesInvoices', 'Invoices', ['Header in row 1 · Several rows a document, added up', '24 rows, all used']],
    ['Umsätze', 'Bank list', ['Header in row 5 · One row a document']],
  ] as const;
  for (const [sheet, role, words] of expected) {
    for (const said of words) await card(pane, sheet).getByText(said).waitFor();
    expect(await card(pane, sheet).getByLabel('Used as').locator('option:checked').innerText()).toBe(role);
  }
  await pane.getByText('One question first').waitFor();
  expect(watched.faults).toEqual([]);
  await close();
});

/** Opens every part of every card that can be opened, columns included. */
async function openAll(pane: FrameLocator): Promise<void> {
  for (const part of [/^How it is read/, /^Columns/, /^First rows/, /: not used$/])
    for (const button of await pane.getByRole('button', { name: part }).all()) await button.click();
}

test('axe finds nothing in the step at 320 pixels, closed and with everything open, in any theme; nothing is wider than the pane', async () => {
  const site = await openExports(openThemed);
  await setPaneWidth(site.page, 320);
  expect(await violationsInThemes(site.page)).toEqual([]);
  await openAll(site.pane);
  expect(await violationsInThemes(site.page)).toEqual([]);
  for (const width of [320, 350]) {
    await setPaneWidth(site.page, width);
    expect(await tooWideInThemes(site.page)).toEqual([]);
  }
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('the keyboard alone answers a question, changes a column and goes on to the result', async () => {
  const site = await openExports();
  const { page, pane } = site;
  const deals = card(pane, 'Won deals Q1');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');

  // The summary leads to the question, the arrow keys to an answer.
  await tabTo(page, 'Won deals Q1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await deals.getByRole('radio', { name: /month first/, checked: true }).waitFor();
  await deals.getByText('26 rows: 21 used').waitFor();

  await tabTo(page, /^Columns/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Lead Source: not used');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Lead Source is read as');
  await page.keyboard.type('Type');
  await deals.getByRole('button', { name: /^Lead Source ?: Type$/ }).waitFor();
  expect(await deals.getByLabel('Lead Source is read as').evaluate((select) => select === document.activeElement)).toBe(true);

  await tabTo(page, /^First rows as read/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Show Won deals Q1!F2');
  await page.keyboard.press('Enter');
  await page.locator('[role=grid][aria-activedescendant="cell-F2"]').waitFor();
  await activeSheet(page).filter({ hasText: 'Won deals Q1' }).waitFor();

  await tabTo(page, 'Next: definitions');
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: 'Definitions', exact: true }).waitFor();
  await tabTo(page, 'Reconcile');
  await pane.getByRole('button', { name: 'Reconcile', exact: true, disabled: false }).waitFor();
  await page.keyboard.press('Enter');
  await finished(pane);
  await pane.getByText('Every amount is attributed and every row is accounted for.').waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
