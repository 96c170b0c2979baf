/** The looks that a reader switches between while the pane is open: colours change, words, elements and places stay as they are. */

import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { nextFrames, paneFrame, violations } from './access';
import type { Rules } from './access';

export type Media = Required<Pick<BrowserContextOptions, 'forcedColors'>> & { readonly colorScheme: 'light' | 'dark' };

export const LIGHT: Media = { colorScheme: 'light', forcedColors: 'none' };

const OTHER_THEMES: readonly (readonly [string, Media])[] = [
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['high contrast', { colorScheme: 'dark', forcedColors: 'active' }],
];

/**
 * Where Office does not tell its theme, the pane follows the browser's as that changes; without transitions it does so at once.
 * Holds for panes opened from then on, on a page that is light.
 */
export async function followBrowser(page: Page): Promise<void> {
  // The page begins anew when its theme changes: it keeps this one.
  await page.locator('#theme').selectOption('light');
  await page.addInitScript(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('* { transition: none !important }');
    document.adoptedStyleSheets = [still];
    let office: object | undefined;
    Object.defineProperty(window, 'Office', {
      get: () => office,
      set(told: object) {
        office = told;
        const context = Object.getOwnPropertyDescriptor(told, 'context');
        if (context?.get === undefined) return;
        const all = context.get.bind(told) as () => object;
        Object.defineProperty(told, 'context', { ...context, get: () => ({ ...all(), officeTheme: undefined }) });
      },
    });
  });
}

/** A frame is as light or dark as the element that it fills. */
async function setMedia(page: Page, media: Media): Promise<void> {
  await page.emulateMedia(media);
  await page.locator('#pane').evaluate((pane, { colorScheme }) => pane.style.setProperty('color-scheme', colorScheme), media);
  await nextFrames(paneFrame(page));
}

const groundOf = (frame: Frame): Promise<string> =>
  frame.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor);

/** @param look at the pane in a theme other than the light one. @returns what it found, the theme with it, and themes that look alike. */
export async function inOtherThemes(page: Page, look: (theme: string) => Promise<readonly string[]>): Promise<string[]> {
  const frame = paneFrame(page);
  const faults: string[] = [];
  const grounds = new Set([await groundOf(frame)]);
  for (const [theme, media] of OTHER_THEMES) {
    await setMedia(page, media);
    grounds.add(await groundOf(frame));
    faults.push(...(await look(theme)).map((fault) => `in ${theme} ${fault}`));
  }
  await setMedia(page, LIGHT);
  return grounds.size === 1 + OTHER_THEMES.length ? faults : [...faults, `themes look alike: ${[...grounds].join(', ')}`];
}

/** The same for all themes, the light one first. */
export async function inThemes(page: Page, look: (rules: Rules) => Promise<readonly string[]>): Promise<string[]> {
  return [...(await look('all')), ...(await inOtherThemes(page, () => look('colours')))];
}

/** All that axe finds in the light look, and what it finds of colours in the others. */
export const violationsInThemes = (page: Page): Promise<string[]> =>
  inThemes(page, (rules) => violations(paneFrame(page), null, rules));

/** Whether anything in a step is wider than the pane, in any theme. */
export const tooWideInThemes = (page: Page): Promise<string[]> => inThemes(page, () => tooWide(paneFrame(page)));

const tooWide = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const widest = Math.max(
      ...Array.from(document.querySelectorAll('main *'), (element) => element.getBoundingClientRect().right),
    );
    return widest <= window.innerWidth ? [] : [`${String(widest)} pixels wide, in ${String(window.innerWidth)}`];
  });
