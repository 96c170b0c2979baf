/**
 * Makes the parts of the guide that are not written by hand: its pictures, taken from the page as a person uses it, and the
 * page of reasons. Run `npm run guide`.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writePicture } from '../assets/screenshot';
import startPage from '../test/browser/globalSetup';
import stopPage from '../test/browser/globalTeardown';
import { goTo, launchBrowser, openFile, openSheet, openSite, reconcile } from '../test/browser/site';
import type { Site } from '../test/browser/site';
import { reviewWorkbook } from '../test/support/reviewBook';
import { reasonsPage } from './reasons';

const PICTURES = path.join('docs', 'pictures');
const WINDOW = { viewport: { width: 1360, height: 800 }, reducedMotion: 'reduce', deviceScaleFactor: 0.8 } as const;

/** In the order of the guide; each goes on where the one before left the page. */
const SHOTS: readonly {
  readonly picture: string;
  readonly of: 'page' | 'pane';
  readonly reach: (site: Site) => Promise<void>;
}[] = [
  { picture: 'sources', of: 'page', reach: ({ pane }) => pane.getByRole('heading', { name: 'Sources', exact: true }).waitFor() },
  { picture: 'results', of: 'pane', reach: reconcile },
  {
    picture: 'exception',
    of: 'page',
    async reach({ page, pane }) {
      await openSheet(page, 'Exceptions');
      await goTo(page, 'F6');
      await pane.getByRole('heading', { name: 'Won, never invoiced', level: 2 }).waitFor();
    },
  },
  {
    picture: 'source-row',
    of: 'page',
    async reach({ page, pane }) {
      await openSheet(page, 'CRM deals');
      await goTo(page, 'B3');
      await pane.getByRole('heading', { name: 'CRM deals, row 3', level: 2 }).waitFor();
    },
  },
  {
    picture: 'review',
    of: 'pane',
    async reach(site) {
      // The story has no match that is in doubt.
      await openFile(site, 'review.xlsx', reviewWorkbook(), 'Receipts');
      await reconcile(site);
      await site.pane.getByRole('button', { name: 'Review', exact: true }).last().click();
      await site.pane.getByRole('region', { name: 'Suggested matches' }).waitFor();
    },
  },
];

writeFileSync(path.join('docs', 'reasons.md'), reasonsPage());
mkdirSync(PICTURES, { recursive: true });
await startPage();
try {
  const browser = await launchBrowser();
  try {
    const site = await openSite(browser, 'story.xlsx', WINDOW);
    for (const { picture, of, reach } of SHOTS) {
      await reach(site);
      const shot = of === 'page' ? await site.page.screenshot() : await site.page.locator('#pane').screenshot();
      await writePicture(browser, shot, path.join(PICTURES, `${picture}.png`));
    }
  } finally {
    await browser.close();
  }
} finally {
  await stopPage();
}
