/** The page and the pane for people who do not see or point: axe finds nothing, in light and dark, at 320 pixels. */

import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { finished, launchBrowser, openSheet, openSite } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

/** Draws the splitter so that the pane is this wide. */
async function setPaneWidth(page: Page, width: number): Promise<void> {
  const splitter = page.getByRole('separator');
  const box = await splitter.boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) throw new Error('the page has no splitter');
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(size.width - width - box.width / 2, box.y + 100, { steps: 2 });
  await page.mouse.up();
  expect(await page.locator('#pane').evaluate((pane) => pane.clientWidth)).toBe(width);
}

/** Fluent's invisible stops for the Tab key are hidden from readers on purpose and pass the focus on at once. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const results = await frame.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
    return runner.run({ include: document, exclude: ['[data-tabster-dummy]'] }, { iframes: false, resultTypes: ['violations'] });
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

test.each(['light', 'dark'] as const)(
  'axe finds nothing in page and pane, step by step, in %s',
  async (colorScheme) => {
    const site = await openSite(browser, 'story.xlsx', { colorScheme, reducedMotion: 'reduce' });
    const { page, pane } = site;
    await setPaneWidth(page, 320);
    const frame = page.frame({ url: /pane\.html/ });
    if (frame === null) throw new Error('the page has no pane');
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
