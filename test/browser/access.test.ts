/**
 * The pane for people who do not see, point or read small print: on every screen, in every look, axe finds nothing, targets are
 * large enough, the focus stays in sight, and nothing is lost at 320 pixels nor at half of that.
 */

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { german } from '../../src/taskpane/texts/de';
import { english } from '../../src/taskpane/texts/en';
import type { Texts } from '../../src/taskpane/texts/en';
import { atWidth, lostInWidth, obscuredFocus, paneFrame, setPaneWidth, smallTargets, violations } from './access';
import { SCREENS } from './screens';
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

const LOOKS: readonly (readonly [string, Look])[] = [
  ['light', { ...ENGLISH, options: { colorScheme: 'light' } }],
  ['dark', { ...ENGLISH, options: { colorScheme: 'dark' } }],
  ['high contrast', { ...ENGLISH, options: { colorScheme: 'dark', forcedColors: 'active' } }],
  ['light, German', { ...GERMAN, options: { colorScheme: 'light', locale: 'de-DE' } }],
  ['dark, from right to left', { ...HEBREW, options: { colorScheme: 'dark', locale: 'he-IL' } }],
];

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
        ...(await violations(frame, screen.within)),
        ...(await smallTargets(frame)),
        ...(await obscuredFocus(frame, screen.within)).map((stop) => `out of sight with the focus: ${stop}`),
        ...(await lostInWidth(frame)),
        ...(await atWidth(page, 160, () => lostInWidth(frame))).map((fault) => `at 160 pixels ${fault}`),
      ];
      const pictures = process.env['TIEOUT_PICTURES'];
      if (pictures !== undefined) {
        const file = `${pictures}/${name} ${screen.name}`.replaceAll(/[ ,]+/g, '-');
        await page.locator('#pane').screenshot({ path: `${file}.png` });
        await atWidth(page, 160, () => page.locator('#pane').screenshot({ path: `${file}-160.png` }));
      }
      if (faults.length > 0) found[screen.name] = faults;
      expect(await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([lang, dir]);
    }
    expect(found).toEqual({});
    expect(site.watched.faults).toEqual([]);
    await site.close();
  },
  120_000,
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
