/** The page around the grid: theme, the pane's width, what the add-in's writing does to undo. */

import type { Browser } from 'playwright-core';
import { violations } from './access';
import { cell, expectCells, expectSoon, press } from './grid';
import { launchBrowser, openSite, reconcile, savedWorkbook, sheetNames } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

test('dark is chosen for page and pane, remembered, and axe finds nothing in it at 900 pixels', async () => {
  const site = await openSite(browser, 'story.xlsx', { viewport: { width: 900, height: 700 }, reducedMotion: 'reduce' });
  const { page, pane } = site;
  await page.getByLabel('Theme').selectOption('dark');
  const ground = (): Promise<string> =>
    pane
      .locator('body > div')
      .first()
      .evaluate((it) => getComputedStyle(it).backgroundColor);
  const isDark = async (): Promise<boolean> => Number(/\d+/.exec(await ground())?.[0] ?? 255) < 80;
  await pane.getByRole('button', { name: 'Next: definitions' }).waitFor();
  await expectSoon(isDark, true);
  await cell(page, 'C3').click();
  await press(page, 'Control+f');
  expect(await violations(page.mainFrame())).toEqual([]);
  await press(page, 'Escape', 'Shift+F10');
  await page.getByRole('menu').waitFor();
  expect(await violations(page.mainFrame())).toEqual([]);
  await press(page, 'Escape', 'Control+Home', 'ArrowUp', 'Alt+ArrowDown');
  await page.getByRole('dialog').waitFor();
  expect(await violations(page.mainFrame())).toEqual([]);
  await press(page, 'Escape');
  // Nothing of the page lies beyond its edge.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(900);
  await page.reload();
  await page.getByRole('grid').waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await site.close();
});

test('the pane is made wider by keys and by hand, as far as the window lets it, and stays so', async () => {
  const site = await openSite(browser);
  const { page } = site;
  const splitter = page.getByRole('separator', { name: 'Width of the task pane' });
  const width = (): Promise<string | null> => splitter.getAttribute('aria-valuenow');
  await splitter.focus();
  await press(page, 'ArrowLeft', 'ArrowLeft');
  expect(await width()).toBe('390');
  await press(page, 'End');
  expect(await width()).toBe('280');
  await press(page, 'Home');
  expect(await width()).toBe('800');
  await splitter.dblclick();
  expect(await width()).toBe('350');
  await press(page, 'ArrowLeft');
  await page.reload();
  await page.getByRole('grid').waitFor();
  expect(await width()).toBe('370');
  await site.close();
});

test('an edit is taken back before the add-in writes; afterwards it stays, and so does what the add-in wrote', async () => {
  const site = await openSite(browser);
  const { page } = site;
  await cell(page, 'D2').click();
  await page.keyboard.type('12500');
  await press(page, 'Enter');
  await expectCells(page, { D2: '12,500.00' });
  await press(page, 'Control+z');
  await expectCells(page, { D2: '12,000.00' });
  await press(page, 'Control+y');
  await expectCells(page, { D2: '12,500.00' });
  await site.pane
    .getByText('12,500.00')
    .or(site.pane.getByRole('button', { name: 'Next: definitions' }))
    .first()
    .waitFor();
  await reconcile(site);
  const sheets = await sheetNames(page);
  await page.getByRole('grid').focus();
  await press(page, 'Control+z');
  await expectSoon(() => page.locator('#message').innerText(), 'There is nothing to undo.');
  expect(await sheetNames(page)).toEqual(sheets);
  const saved = await savedWorkbook(page);
  expect(saved.sheet('CRM deals')?.value(1, 3)).toBe(12_500);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
