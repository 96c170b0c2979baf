/** The pane as people who do not point or do not see use it: its width, what axe finds, the way of the Tab key. */

import { readFileSync } from 'node:fs';
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

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Rules whose answer depends on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe looks at: everything, only what another theme can change, or nothing. */
export type Rules = 'all' | 'colours' | 'none';

/**
 * Targets of 24 pixels are asked for as well. Fluent's invisible stops for the Tab key are hidden on purpose and pass the focus on.
 */
export async function violations(frame: Frame, within: string | null = null, rules: Rules = 'all'): Promise<string[]> {
  if (rules === 'none') return [];
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  // A colour on its way is none that anybody reads. What turns for ever, as a spinner does, has no end to go to.
  await frame.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  });
  const results = await frame.evaluate(
    async ({ part, only }) => {
      const { axe: runner } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
      return runner.run(
        { include: part ?? document, exclude: ['[data-tabster-dummy]'] },
        {
          iframes: false,
          resultTypes: ['violations'],
          ...(only === null ? { rules: { 'target-size': { enabled: true } } } : { runOnly: { type: 'rule', values: only } }),
        },
      );
    },
    { part: within, only: rules === 'all' ? null : COLOUR_RULES },
  );
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

/** Anything that takes a click and is no word in a sentence. */
const TARGETS = 'button, select, input, a[href], [role=menuitem], [role=tab], [role=radio]';

/** Targets less than 24 pixels wide or high; a link within a text may be, and a field has its label besides. */
export const smallTargets = (frame: Frame): Promise<string[]> =>
  frame.evaluate((selector) => {
    const words = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60);
    return Array.from(document.querySelectorAll<HTMLElement>(selector)).flatMap((element) => {
      // Of a field its frame is the target.
      const { width, height } = (element.closest('.fui-Input, .fui-Select') ?? element).getBoundingClientRect();
      const isShown =
        element.checkVisibility({ checkVisibilityCSS: true }) && width > 0 && element.closest('[aria-hidden=true]') === null;
      const isInText = getComputedStyle(element).display === 'inline';
      return !isShown || isInText || (width >= 24 && height >= 24)
        ? []
        : [`${element.tagName} “${words(element)}”: ${String(Math.round(width))} × ${String(Math.round(height))}`];
    });
  }, TARGETS);

/** What is hidden from sight, all of it, when it gets the focus by the keyboard: by a bar that stays, or beyond an edge. */
export const obscuredFocus = (frame: Frame, within: string | null = null): Promise<string[]> =>
  frame.evaluate((part) => {
    const within = part === null ? document : document.querySelector(part);
    const stops = Array.from(
      (within ?? document).querySelectorAll<HTMLElement>('button, select, input, a[href], [tabindex="0"]'),
    ).filter(
      (element) =>
        element.checkVisibility({ checkVisibilityCSS: true }) &&
        element.tabIndex >= 0 &&
        !element.hasAttribute('data-tabster-dummy') &&
        element.closest('[inert], [aria-hidden=true]') === null,
    );
    const before = document.activeElement;
    const hidden = stops.filter((element) => {
      element.focus();
      if (document.activeElement !== element) return false;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const xs = [left + 2, (left + right) / 2, right - 2];
      const ys = [top + 2, (top + bottom) / 2, bottom - 2];
      const isSeen = (x: number, y: number): boolean => {
        const seen = document.elementFromPoint(x, y);
        return (
          seen !== null && (element.contains(seen) || seen.contains(element) || element.parentElement?.contains(seen) === true)
        );
      };
      return !xs.some((x) => ys.some((y) => isSeen(x, y)));
    });
    if (before instanceof HTMLElement) before.focus();
    return hidden.map((element) => (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60));
  }, within);

export const nextFrames = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    for (let frames = 0; frames < 4; frames += 1) await new Promise(requestAnimationFrame);
  });

/** Runs work with the pane at a width of its own, as a person's zoom makes it: 320 pixels at 200 % are 160. */
export async function atWidth<T>(page: Page, width: number, work: () => Promise<T>): Promise<T> {
  const pane = page.locator('#pane');
  const before = await pane.evaluate((element) => element.style.cssText);
  const set = (css: string): Promise<void> =>
    pane.evaluate((element, value) => {
      element.style.cssText = value;
    }, css);
  await set(`width: ${String(width)}px; min-width: 0; flex: none; justify-self: end`);
  await nextFrames(paneFrame(page));
  try {
    return await work();
  } finally {
    await set(before);
  }
}

/** What is not all there in the present width: beyond an edge, or cut off. What floats finds its place in the frames that follow. */
export async function lostInWidth(frame: Frame): Promise<string[]> {
  let lost = await lostNow(frame);
  for (let tries = 0; lost.length > 0 && tries < 20; tries += 1) {
    await nextFrames(frame);
    lost = await lostNow(frame);
  }
  return lost;
}

const lostNow = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const words = (element: Element): string => `${element.tagName} “${element.textContent.trim().slice(0, 50)}”`;
    const isSpoken = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== 'none') return true;
      return false;
    };
    return Array.from(document.querySelectorAll('body *')).flatMap((element) => {
      if (!element.checkVisibility({ checkVisibilityCSS: true })) return [];
      const { left, right, width: own } = element.getBoundingClientRect();
      const isBeyond = own > 0 && (right > width + 0.5 || left < -0.5);
      const isCut =
        element instanceof HTMLElement &&
        !(element instanceof HTMLInputElement) &&
        !(element instanceof HTMLSelectElement) &&
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).overflowX !== 'visible';
      if ((!isBeyond && !isCut) || isSpoken(element)) return [];
      return [isBeyond ? `beyond the edge: ${words(element)} ${String(left)}…${String(right)}` : `cut off: ${words(element)}`];
    });
  });
