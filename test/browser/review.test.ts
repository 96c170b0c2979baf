/** The review of matches in the pane: a doubtful one, a sure one, a tie and a refused one, decided by mouse and by keyboard alone. */

import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { linesOf } from '../support/book';
import { paneFrame, setPaneWidth, tabTo } from './access';
import { openReviewBook, openThemed } from './openings';
import type { Opening } from './openings';
import { activeSheet, finished, launchBrowser, savedWorkbook } from './site';
import type { Site } from './site';
import { inThemes, tooWideInThemes, violationsInThemes } from './themes';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

/** The book reconciled, the review open. */
async function openReview(open?: Opening): Promise<Site> {
  const site = await openReviewBook(browser, open);
  await site.pane.getByRole('button', { name: 'Review', exact: true }).last().click();
  await site.pane.getByRole('heading', { name: 'Review', exact: true }).waitFor();
  return site;
}

async function runAgain({ pane }: Site): Promise<void> {
  await pane.getByRole('button', { name: 'Run again' }).click();
  await finished(pane);
  await pane.getByRole('button', { name: 'Review', exact: true }).last().click();
  await pane.getByRole('heading', { name: 'Review', exact: true }).waitFor();
}

const suggested = (pane: FrameLocator): Locator => pane.getByRole('region', { name: 'Suggested matches' });
const others = (pane: FrameLocator): Locator => pane.getByRole('region', { name: 'All matches' });
const head = (part: Locator, name: string): Locator => part.getByRole('button', { name: new RegExp(`^${name}`) });
const isFocused = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element === document.activeElement);

/** Rows that somebody decided, as the sheet holds them: left, right, state, decision, by whom. */
async function decisions({ page }: Site): Promise<string[]> {
  const lines = linesOf(await savedWorkbook(page), 'tblMatches', 'Left', 'Right', 'State', 'Decision', 'Decided by');
  return lines.filter((line) => / {2}(confirmed|refused) {2}\S+$/.test(line)).sort();
}

test('the mouse confirms, refuses, takes one of a tie and takes a step back; the next run honours it', async () => {
  const site = await openReview();
  const { pane, page } = site;

  // A doubtful match: both sides, what differs, and the evidence that adds up.
  const doubtful = suggested(pane).getByRole('table', { name: 'D-102 and INV-2002 compared' });
  await doubtful.getByText('0.60 more').waitFor();
  await suggested(pane).getByText('What speaks for it and against it').waitFor();
  await suggested(pane)
    .getByRole('row', { name: /^In all: \d+% sure \+\d/ })
    .waitFor();
  await suggested(pane).getByRole('button', { name: 'Confirm', exact: true }).click();
  await pane.getByRole('textbox', { name: 'Initials' }).fill('mv');
  await pane.getByRole('button', { name: 'Continue' }).click();
  await pane.getByText('1 decision waits for the next run.').waitFor();
  expect(await isFocused(head(suggested(pane), 'D-106 – INV-2006'))).toBe(true);

  // A sure one is refused, and the refusal is taken back and given again.
  await head(others(pane), 'D-105 – INV-2004').click();
  await others(pane).getByRole('button', { name: 'Refuse', exact: true }).click();
  await pane.getByRole('button', { name: 'Undo: D-105 – INV-2004' }).click();
  await head(others(pane), 'D-105 – INV-2004').and(pane.locator('[aria-expanded=true]')).waitFor();
  await others(pane).getByRole('group', { name: 'Decide on D-105 – INV-2004' }).getByRole('button', { name: 'Refuse' }).click();

  // One of two that tie.
  await head(pane.getByRole('region', { name: 'Several fit' }), 'INV-2003').click();
  await pane.getByRole('button', { name: 'Take this one: D-104 for INV-2003' }).click();
  await pane.getByText('3 decisions wait for the next run.').waitFor();
  expect(await decisions(site)).toEqual([
    'D-102  INV-2002  suggested  confirmed  mv',
    'D-104  INV-2003  ambiguous  confirmed  mv',
    'D-105  INV-2004  matched  refused  mv',
  ]);

  await runAgain(site);
  expect(await decisions(site)).toEqual([
    'D-102  INV-2002  confirmed  confirmed  mv',
    'D-104  INV-2003  confirmed  confirmed  mv',
    'D-105  INV-2004  refused  refused  mv',
  ]);
  await others(pane).getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Refused (1)' });
  await head(others(pane), 'D-105 – INV-2004').click();
  await others(pane).getByText('would be').waitFor();
  await others(pane)
    .getByRole('row', { name: /^Amount: equal/ })
    .waitFor();
  await others(pane).getByRole('button', { name: 'Show INV-2004 at Invoices!A5' }).click();
  await activeSheet(page).filter({ hasText: 'Invoices' }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('all like a match are confirmed after their number and amount were shown', async () => {
  const site = await openReview();
  const { pane } = site;
  await suggested(pane).getByRole('button', { name: 'Confirm 3 like it…' }).click();
  const dialog = pane.getByRole('alertdialog');
  await dialog.getByText('Together they carry 21,700.50 EUR.').waitFor();
  await dialog.getByRole('button', { name: 'Confirm 3' }).click();
  await pane.getByRole('button', { name: 'Leave it blank' }).click();
  await pane.getByText('3 decisions wait for the next run.').waitFor();
  expect(await decisions(site)).toHaveLength(3);
  await pane.getByRole('button', { name: 'Undo: 3 matches' }).click();
  await head(suggested(pane), 'D-102 – INV-2002').waitFor();
  expect(await decisions(site)).toEqual([]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('the keyboard alone decides, undoes and runs again', async () => {
  const site = await openReview();
  const { page, pane } = site;
  await tabTo(page, /^D-102 – INV-2002/);
  await tabTo(page, 'Confirm');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Initials');
  await page.keyboard.type('mv');
  await page.keyboard.press('Enter');
  await pane.getByText('1 decision waits for the next run.').waitFor();
  expect(await isFocused(head(suggested(pane), 'D-106 – INV-2006'))).toBe(true);

  await tabTo(page, 'Refuse');
  await page.keyboard.press('Enter');
  await pane.getByText('2 decisions wait for the next run.').waitFor();
  expect(await isFocused(head(suggested(pane), 'D-107 – INV-2007'))).toBe(true);
  expect(await pane.getByRole('status').innerText()).toContain('Refused: D-106 – INV-2006.');

  await tabTo(page, 'Undo: D-106 – INV-2006');
  await page.keyboard.press('Enter');
  await pane.getByText('1 decision waits for the next run.').waitFor();
  expect(await isFocused(head(suggested(pane), 'D-106 – INV-2006'))).toBe(true);

  await tabTo(page, /^INV-2003 fits 2 ways/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Take this one: D-103 for INV-2003');
  await page.keyboard.press('Space');
  await pane.getByText('2 decisions wait for the next run.').waitFor();
  await tabTo(page, 'Run again');
  await page.keyboard.press('Enter');
  await finished(pane);
  expect(await decisions(site)).toEqual([
    'D-102  INV-2002  confirmed  confirmed  mv',
    'D-103  INV-2003  confirmed  confirmed  mv',
  ]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

/** Opens the two writings of one customer, wherever the names' likeness puts them. */
async function openNames(pane: FrameLocator): Promise<void> {
  const pair = (part: Locator): Locator => head(part, 'Juniper Retail Group – Juniper Retail Stores');
  if ((await pair(suggested(pane)).count()) > 0) return pair(suggested(pane)).click();
  const show = others(pane).getByRole('combobox', { name: 'Show' });
  for (const state of await show
    .locator('option')
    .evaluateAll((all) => all.map((option) => option.getAttribute('value') ?? ''))) {
    await show.selectOption(state);
    if ((await pair(others(pane)).count()) > 0) return pair(others(pane)).click();
  }
  throw new Error('the two writings are no pair');
}

test('axe finds nothing at 320 pixels, with a match, a tie and a name open, in any theme; nothing is wider than the pane', async () => {
  const site = await openReview(openThemed);
  const { page, pane } = site;
  await setPaneWidth(page, 320);
  const frame = paneFrame(page);
  await head(pane.getByRole('region', { name: 'Several fit' }), 'INV-2003').click();
  await head(others(pane), 'D-105 – INV-2004').click();
  expect(await violationsInThemes(page)).toEqual([]);
  await openNames(pane);
  expect(await violationsInThemes(page)).toEqual([]);
  await pane.getByRole('button', { name: 'Always the same customer' }).click();
  await pane.getByRole('textbox', { name: 'Initials' }).waitFor();
  expect(await violationsInThemes(page)).toEqual([]);
  await pane.getByRole('button', { name: 'Continue' }).click();
  await pane.getByText('1 decision waits for the next run.').waitFor();
  await others(pane).getByRole('combobox', { name: 'Show' }).selectOption('unmatched');
  await head(others(pane), 'D-108 – INV-2008').click();
  expect(await violationsInThemes(page)).toEqual([]);
  // Only the step scrolls: title, steps and the way on stay in sight.
  const beyond = (): Promise<number> => frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(await inThemes(page, async () => ((await beyond()) <= 0 ? [] : ['the page scrolls']))).toEqual([]);
  for (const width of [320, 350]) {
    await setPaneWidth(page, width);
    expect(await tooWideInThemes(page)).toEqual([]);
  }
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
