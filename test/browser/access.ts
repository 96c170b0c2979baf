/** The pane as people who do not point or do not see use it: its width, what axe finds, the way of the Tab key. */

import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

export function paneFrame(page: Page): Frame {
  const frame = page.frame({ url: /pane\.html/ });
  if (frame === null) throw new Error('the page has no pane');
  return frame;
}

/** Draws the splitter so that the pane is this wide. */
export async function setPaneWidth(page: Page, width: number): Promise<void> {
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

/** Targets of 24 pixels are asked for as well. Fluent's invisible stops for the Tab key are hidden on purpose and pass the focus on. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const results = await frame.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
    return runner.run(
      { include: document, exclude: ['[data-tabster-dummy]'] },
      { iframes: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } },
    );
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** What has the focus in the pane: the words it is called by. */
const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : null;
    return (element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '').trim();
  });

/** Presses Tab until what is called so has the focus, as a person without a mouse would. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const frame = paneFrame(page);
  const met: string[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    const now = await focused(frame);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    met.push(now);
    await page.keyboard.press(key);
  }
  throw new Error(`no way to “${String(name)}” with ${key}; on it are ${[...new Set(met)].join(', ')}`);
}
