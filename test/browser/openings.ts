/** The page with its results there, as tests begin. */

import type { Browser } from 'playwright-core';
import { reviewWorkbook } from '../support/reviewBook';
import { openFile, openSite, reconcile } from './site';
import type { Look, Sample, Site } from './site';

export async function openResults(browser: Browser, look: Look = {}, sample: Sample = 'story.xlsx'): Promise<Site> {
  const site = await openWelcomed(browser, look, sample);
  await reconcile(site);
  return site;
}

/** The workbook made for the review, reconciled. */
export async function openReviewBook(browser: Browser, look: Look = {}): Promise<Site> {
  const site = await openWelcomed(browser, look);
  await openFile(site, 'review.xlsx', reviewWorkbook(), 'Receipts');
  await reconcile(site);
  return site;
}

async function openWelcomed(browser: Browser, look: Look, sample: Sample = 'story.xlsx'): Promise<Site> {
  const site = await openSite(browser, sample, { reducedMotion: 'reduce', ...look });
  await site.pane.getByRole('button', { name: 'Got it' }).click();
  return site;
}
