/**
 * The pane for people who do not see, point or read small print: on every screen, in every look, axe finds nothing, targets are
 * large enough, letters stand out, the focus stays in sight, and nothing is lost at 320 pixels nor at half of that.
 */

import type { Browser, Frame, Page } from 'playwright-core';
import { german } from '../../src/taskpane/texts/de';
import { english } from '../../src/taskpane/texts/en';
import type { Texts } from '../../src/taskpane/texts/en';
import { atWidth, lostInWidth, obscuredFocus, paneFrame, setPaneWidth, smallTargets, violations } from './access';
import type { Rules } from './access';
import { lowContrast } from './contrast';
import { SCREENS } from './screens';
import type { Screen } from './screens';
import { finished, launchBrowser, openSheet, openSite, reconcile, reopenPane } from './site';
import { followBrowser, inOtherThemes, LIGHT } from './themes';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

interface Reader {
  readonly locale: string;
  readonly words: Texts;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What axe looks at in the other themes: colours do not depend on the words, so one reader's do. */
  readonly inThemes: Rules;
}

const READERS: readonly (readonly [string, Reader])[] = [
  ['English', { locale: 'en-US', words: english, lang: 'en', dir: 'ltr', inThemes: 'colours' }],
  ['German', { locale: 'de-DE', words: german, lang: 'de', dir: 'ltr', inThemes: 'none' }],
  // The texts are English, the layout and the numbers follow the reader.
  ['Hebrew, from right to left', { locale: 'he-IL', words: english, lang: 'en', dir: 'rtl', inThemes: 'none' }],
];

async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['TIEOUT_PICTURES'];
  if (folder === undefined) return;
  const file = `${folder}/${name}`.replaceAll(/[ ,]+/g, '-');
  await page.locator('#pane').screenshot({ path: `${file}.png` });
}

/** What is wrong in the present theme. */
const faultsOf = async (frame: Frame, { within }: Screen, rules: Rules): Promise<string[]> => [
  ...(await violations(frame, within, rules)),
  ...(await lowContrast(frame)),
  ...(await smallTargets(frame)),
  ...(await lostInWidth(frame)),
];

test.each(READERS)(
  'every screen, light, dark and in high contrast, in %s',
  async (name, { locale, words, lang, dir, inThemes }) => {
    const site = await openSite(browser, 'story.xlsx', { reducedMotion: 'reduce', locale, ...LIGHT }, words);
    const { page } = site;
    await followBrowser(page);
    await reopenPane(site);
    await setPaneWidth(page, 320);
    const found: Record<string, unknown> = {};
    for (const screen of SCREENS) {
      await screen.open(site, words);
      const frame = paneFrame(page);
      await takePicture(page, `light ${name} ${screen.name}`);
      const faults = [
        ...(await faultsOf(frame, screen, 'all')),
        ...(await obscuredFocus(frame, screen.within)).map((stop) => `out of sight with the focus: ${stop}`),
        ...(await atWidth(page, 160, () => lostInWidth(frame))).map((fault) => `at 160 pixels ${fault}`),
        ...(await inOtherThemes(page, async (theme) => {
          await takePicture(page, `${theme} ${name} ${screen.name}`);
          return faultsOf(frame, screen, inThemes);
        })),
      ];
      if (faults.length > 0) found[screen.name] = faults;
      expect(await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([lang, dir]);
    }
    expect(found).toEqual({});
    expect(site.watched.faults).toEqual([]);
    await site.close();
  },
);

test.each(['light', 'dark'] as const)('axe finds nothing in the page round the pane, in %s', async (colorScheme) => {
  const site = await openSite(browser, 'story.xlsx', { colorScheme, reducedMotion: 'reduce' });
  expect(await violations(site.page.mainFrame())).toEqual([]);
  await reconcile(site);
  await finished(site.pane);
  await openSheet(site.page, 'Exceptions');
  expect(await violations(site.page.mainFrame())).toEqual([]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
