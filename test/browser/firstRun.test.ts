/** A first-time user: from an empty workbook to what a result looks like, and from the story to its result. */

import type { Browser } from 'playwright-core';
import { activeSheet, finished, launchBrowser, openSite, RESULT_SHEETS, sheetNames } from './site';
import type { Site } from './site';

const SAMPLE = ['Sample CRM deals', 'Sample invoices', 'Sample revenue schedule', 'Sample receipts'];

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

async function openEmpty(): Promise<Site> {
  const site = await openSite(browser);
  await site.page.locator('#samples').selectOption('empty.xlsx');
  await site.pane.getByRole('button', { name: 'Try it on sample data' }).waitFor();
  return site;
}

test('the story is two clicks from its result, with the first words still on show', async () => {
  const site = await openSite(browser);
  const { pane } = site;
  await pane.getByRole('region', { name: 'What Tieout does' }).waitFor();
  await pane.getByRole('button', { name: 'Next: definitions' }).click();
  await pane.getByRole('button', { name: 'Reconcile', exact: true }).click();
  await finished(pane);
  expect(await sheetNames(site.page)).toEqual(expect.arrayContaining(RESULT_SHEETS));
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('one click shows a result of sample data; one click takes the sample away, another the result', async () => {
  const site = await openEmpty();
  const { page, pane } = site;
  const before = await sheetNames(page);
  await pane.getByRole('button', { name: 'Try it on sample data' }).click();
  await finished(pane);
  expect(await sheetNames(page)).toEqual([...before, ...SAMPLE, ...RESULT_SHEETS]);
  await pane.getByText('Every amount is attributed and every row is accounted for.').waitFor();
  await pane.getByRole('button', { name: 'Remove the sample data' }).click();
  await pane.getByRole('status').filter({ hasText: 'Removed 4 sample sheets.' }).waitFor();
  expect(await sheetNames(page)).toEqual([...before, ...RESULT_SHEETS]);
  await pane.getByRole('button', { name: 'Remove results' }).click();
  await pane.getByRole('button', { name: 'Remove', exact: true }).click();
  await pane.getByRole('status').filter({ hasText: 'Removed 7 sheets' }).waitFor();
  expect(await sheetNames(page)).toEqual(before);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('by the keyboard alone, and the figures lead to their cells', async () => {
  const site = await openEmpty();
  const { page, pane } = site;
  await pane.getByRole('button', { name: 'Try it on sample data' }).press('Enter');
  await finished(pane);
  await pane.getByRole('button', { name: /^Booked [\d.,]+: show in the sheet$/ }).press('Enter');
  await activeSheet(page).filter({ hasText: 'Reconciliation' }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
