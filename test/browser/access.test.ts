/** The page and the pane for people who do not see or point: axe finds nothing, in light and dark, at 320 pixels. */

import type { Browser } from 'playwright-core';
import { paneFrame, setPaneWidth, violations } from './access';
import { finished, launchBrowser, openSheet, openSite } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

test.each(['light', 'dark'] as const)(
  'axe finds nothing in page and pane, step by step, in %s',
  async (colorScheme) => {
    const site = await openSite(browser, 'story.xlsx', { colorScheme, reducedMotion: 'reduce' });
    const { page, pane } = site;
    await setPaneWidth(page, 320);
    const frame = paneFrame(page);
    expect(await violations(page.mainFrame())).toEqual([]);
    expect(await violations(frame)).toEqual([]);
    await pane.getByRole('button', { name: 'Next: definitions' }).click();
    await pane.getByRole('button', { name: 'Reconcile', exact: true, disabled: false }).waitFor();
    expect(await violations(frame)).toEqual([]);
    await pane.getByRole('button', { name: 'Reconcile', exact: true }).click();
    await finished(pane);
    expect(await violations(frame)).toEqual([]);
    await openSheet(page, 'Exceptions');
    expect(await violations(page.mainFrame())).toEqual([]);
    await pane.getByRole('button', { name: 'Review', exact: true }).last().click();
    await pane.getByRole('heading', { name: 'Review', exact: true }).waitFor();
    expect(await violations(frame)).toEqual([]);
    // Nothing may be cut off or need scrolling sideways.
    expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(site.watched.faults).toEqual([]);
    await site.close();
  },
  60_000,
);
