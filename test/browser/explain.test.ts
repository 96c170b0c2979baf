/** A selection in the sheets explained in the pane, by mouse and by keyboard alone. */

import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { goTo, launchBrowser, openSheet, openSite, reconcile } from './site';
import type { Site } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

type Look = Parameters<typeof openSite>[2];

async function openResults(look: Look = {}): Promise<Site> {
  const site = await openSite(browser, 'story.xlsx', { reducedMotion: 'reduce', ...look });
  await site.pane.getByRole('button', { name: 'Got it' }).click();
  await reconcile(site);
  return site;
}

const panel = (pane: FrameLocator): Locator => pane.getByRole('region', { name: 'What stands behind it' });
const part = (pane: FrameLocator, name: string): Locator => panel(pane).getByRole('region', { name });

test('selecting an exception shows its line, its bridge, its documents, and the evidence of their links', async () => {
  const site = await openResults();
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A6');
  await panel(pane).waitFor();
  process.stdout.write(await panel(pane).innerText());
  await page.screenshot({ path: '/tmp/x/exception.png' });
  await openSheet(page, 'Matches');
  await goTo(page, 'A8');
  await part(pane, 'How they were matched').waitFor();
  process.stdout.write(await panel(pane).innerText());
  await page.screenshot({ path: '/tmp/x/match.png' });
  expect(site.watched.faults).toEqual([]);
  await site.close();
}, 60_000);
