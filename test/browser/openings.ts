/** The page with its results there, as tests begin. */

import type { Browser } from 'playwright-core';
import { reviewWorkbook } from '../support/reviewBook';
import { openFile, openSite, reconcile, reopenPane } from './site';
import type { Look, Sample, Site } from './site';
import { followBrowser, LIGHT } from './themes';

export type Opening = (browser: Browser) => Promise<Site>;

export async function openResults(browser: Browser, look: Look = {}, sample: Sample = 'story.xlsx'): Promise<Site> {
  const site = await openWelcomed(browser, look, sample);
  await reconcile(site);
  return site;
}

/** The story's results in a pane whose theme can be changed. */
export async function openThemedResults(browser: Browser): Promise<Site> {
  const site = await openThemed(browser);
  await reopenPane(site);
  await reconcile(site);
  return site;
}

/** The workbook made for the review, reconciled. */
export async function openReviewBook(browser: Browser, open: Opening = openWelcomed): Promise<Site> {
  const site = await open(browser);
  await openFile(site, 'review.xlsx', reviewWorkbook(), 'Receipts');
  await reconcile(site);
  return site;
}

/** A page whose panes, from the next one on, change their theme as the browser does. */
export async function openThemed(browser: Browser): Promise<Site> {
  const site = await openWelcomed(browser, LIGHT);
  await followBrowser(site.page);
  return site;
}

/** The first words read and gone. */
export async function openWelcomed(browser: Browser, look: Look = {}, sample: Sample = 'story.xlsx'): Promise<Site> {
  const site = await openSite(browser, sample, { reducedMotion: 'reduce', ...look });
  await site.pane.getByRole('button', { name: 'Got it' }).click();
  return site;
}
