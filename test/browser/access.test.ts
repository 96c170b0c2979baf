/**
 * The pane for people who do not see, point or read small print: on every screen, in every look, axe finds nothing, targets are
 * large enough, letters stand out, the focus stays in sight, and nothing is lost at 320 pixels nor at half of that.
 */

import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { german } from '../../src/taskpane/texts/de';
import { english } from '../../src/taskpane/texts/en';
import type { Texts } from '../../src/taskpane/texts/en';
import { atWidth, lostInWidth, nextFrames, obscuredFocus, paneFrame, setPaneWidth, smallTargets, violations } from './access';
import { lowContrast } from './contrast';
import { SCREENS } from './screens';
import type { Screen } from './screens';
import { finished, launchBrowser, openSheet, openSite, reconcile } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

interface Look {
  readonly options: BrowserContextOptions;
  readonly words: Texts;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

const ENGLISH = { words: english, lang: 'en', dir: 'ltr' } as const;
const GERMAN = { words: german, lang: 'de', dir: 'ltr' } as const;
/** The texts are English, the layout and the numbers follow the reader. */
const HEBREW = { words: english, lang: 'en', dir: 'rtl' } as const;

const LIGHT = { colorScheme: 'light' } as const;
const DARK = { colorScheme: 'dark' } as const;

/** On each screen of a dark look the reader also switches to high contrast: the layout stays as it is. */
const LOOKS: readonly (readonly [string, Look])[] = [
  ['light', { ...ENGLISH, options: LIGHT }],
  ['dark and high contrast', { ...ENGLISH, options: DARK }],
  ['light, German', { ...GERMAN, options: { ...LIGHT, locale: 'de-DE' } }],
  ['dark and high contrast, German', { ...GERMAN, options: { ...DARK, locale: 'de-DE' } }],
  ['light, from right to left', { ...HEBREW, options: { ...LIGHT, locale: 'he-IL' } }],
  ['dark and high contrast, from right to left', { ...HEBREW, options: { ...DARK, locale: 'he-IL' } }],
];

async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['TIEOUT_PICTURES'];
  if (folder === undefined) return;
  const file = `${folder}/${name}`.replaceAll(/[ ,]+/g, '-');
  await page.locator('#pane').screenshot({ path: `${file}.png` });
}

/** What is wrong with a screen whatever its width. */
const faultsOf = async (frame: Frame, { within }: Screen): Promise<string[]> => [
  ...(await violations(frame, within)),
  ...(await lowContrast(frame)),
];

async function inHighContrast(page: Page, screen: Screen, name: string): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  await nextFrames(paneFrame(page));
  await takePicture(page, `high contrast ${name}`);
  const faults = await faultsOf(paneFrame(page), screen);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults.map((fault) => `in high contrast ${fault}`);
}

test.each(LOOKS)(
  'every screen in %s',
  async (name, { options, words, lang, dir }) => {
    const site = await openSite(browser, 'story.xlsx', { reducedMotion: 'reduce', ...options }, words);
    const { page } = site;
    await setPaneWidth(page, 320);
    const found: Record<string, unknown> = {};
    for (const screen of SCREENS) {
      await screen.open(site, words);
      const frame = paneFrame(page);
      const faults = [
        ...(await faultsOf(frame, screen)),
        ...(await smallTargets(frame)),
        ...(await obscuredFocus(frame, screen.within)).map((stop) => `out of sight with the focus: ${stop}`),
        ...(await lostInWidth(frame)),
        ...(await atWidth(page, 160, () => lostInWidth(frame))).map((fault) => `at 160 pixels ${fault}`),
        ...(options.colorScheme === 'dark' ? await inHighContrast(page, screen, `${name} ${screen.name}`) : []),
      ];
      await takePicture(page, `${name} ${screen.name}`);
      if (faults.length > 0) found[screen.name] = faults;
      expect(await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([lang, dir]);
    }
    expect(found).toEqual({});
    expect(site.watched.faults).toEqual([]);
    await site.close();
  },
  240_000,
);

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the page round the pane, in %s',
  async (colorScheme) => {
    const site = await openSite(browser, 'story.xlsx', { colorScheme, reducedMotion: 'reduce' });
    expect(await violations(site.page.mainFrame())).toEqual([]);
    await reconcile(site);
    await finished(site.pane);
    await openSheet(site.page, 'Exceptions');
    expect(await violations(site.page.mainFrame())).toEqual([]);
    expect(site.watched.faults).toEqual([]);
    await site.close();
  },
  60_000,
);
