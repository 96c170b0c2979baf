/** The buttons of the ribbon over the real office.js: with a pane, and each in a page of its own. */

import type { Browser, Page } from 'playwright-core';
import { activeSheet, finished, goTo, launchBrowser, openSheet, openSite, reconcile, RESULT_SHEETS, sheetNames } from './site';
import type { Site } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('group', { name: 'Ribbon' }).getByRole('button', { name, exact: true }).click();

async function closePane({ page }: Site): Promise<void> {
  await page.locator('#pane').evaluate((frame) => ((frame as HTMLIFrameElement).src = 'about:blank'));
}

test('the pane that is open runs again, and is opened again with the result that the workbook holds', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  await reconcile(site);
  await press(page, 'Run again');
  await pane
    .getByRole('status')
    .filter({ hasText: /^(Reading|Matching|Explaining|Laying|Writing|Reconciling)/ })
    .waitFor();
  await finished(pane);
  await press(page, 'Tieout');
  await pane.getByText(/This is the result of the run of .* The sources have not changed since\./).waitFor();
  expect(await pane.getByRole('heading', { name: 'Results', exact: true }).count()).toBe(1);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('without a pane the button runs by itself; the exceptions are walked through', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  await reconcile(site);
  await closePane(site);
  await openSheet(page, 'CRM deals');
  await goTo(page, 'D2');
  await page.keyboard.type('12500');
  await page.keyboard.press('Enter');
  await press(page, 'Run again');
  await activeSheet(page).filter({ hasText: 'Summary' }).waitFor();

  await openSheet(page, 'Exceptions');
  await goTo(page, 'A4');
  await press(page, 'Next exception');
  await page.locator('[role=grid][aria-activedescendant="cell-A5"]').waitFor();
  await press(page, 'Next exception');
  await page.locator('[role=grid][aria-activedescendant="cell-A6"]').waitFor();
  await press(page, 'Previous exception');
  await page.locator('[role=grid][aria-activedescendant="cell-A5"]').waitFor();
  await press(page, 'Previous exception');
  await page.getByText('This is the first exception in sight that waits to be settled.').waitFor();

  await press(page, 'Tieout');
  await pane.getByRole('heading', { name: 'Results', exact: true }).waitFor();
  await pane.getByText('The sources have not changed since.').waitFor();
  await press(page, 'Remove results');
  await pane.getByRole('button', { name: 'Remove', exact: true, disabled: false }).click();
  await pane.getByRole('status').filter({ hasText: 'Removed 7 sheets' }).waitFor();
  expect((await sheetNames(page)).filter((name) => RESULT_SHEETS.includes(name))).toEqual([]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a button that can do nothing says why', async () => {
  const site = await openSite(browser);
  const { page } = site;
  await press(page, 'Next exception');
  await page.getByText('This workbook holds no result yet.').waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
