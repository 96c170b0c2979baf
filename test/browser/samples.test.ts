/** The samples of the page's menu. */

import type { Browser } from 'playwright-core';
import { SAMPLES } from '../../samples/catalogue';
import { expectSoon } from './grid';
import { launchBrowser, openSite, sheetNames } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

test('every sample of the menu opens, and the pane reads it', async () => {
  const { page, pane, watched, close } = await openSite(browser);
  const firstSheets: Readonly<Record<string, string>> = {
    'story.xlsx': 'CRM deals',
    'large.xlsx': 'Opportunities',
    'messy.xlsx': 'Opportunities',
    'german.xlsx': 'Verkaufschancen',
    'empty.xlsx': 'Sheet1',
  };
  for (const { file } of SAMPLES) {
    await page.locator('#samples').selectOption(file);
    const first = firstSheets[file] ?? '';
    await expectSoon(async () => (await sheetNames(page))[0], first);
    if (file !== 'empty.xlsx') await pane.getByRole('region', { name: first }).first().waitFor();
  }
  expect(watched.faults).toEqual([]);
  await close();
});
