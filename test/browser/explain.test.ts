/** A selection in the sheets explained in the pane, by mouse and by keyboard alone. */

import type { Browser, CDPSession, FrameLocator, Locator, Page } from 'playwright-core';
import { setPaneWidth, tabTo } from './access';
import { hurry, wasHurried } from './door';
import { openResults, openThemedResults } from './openings';
import { activeSheet, goTo, launchBrowser, openSheet, openSite, savedCopy, XLSX } from './site';
import { tooWideInThemes, violationsInThemes } from './themes';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

const panel = (pane: FrameLocator): Locator => pane.getByRole('region', { name: 'What stands behind it' });
const part = (pane: FrameLocator, name: string): Locator => panel(pane).getByRole('region', { name });
const title = (pane: FrameLocator, words: string): Locator => panel(pane).getByRole('heading', { name: words, level: 2 });
/** The pane among the frames of the page. */
async function paneFrameId(session: CDPSession): Promise<string> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const found = frameTree.childFrames?.find(({ frame }) => frame.url.endsWith('/pane.html'));
  if (found === undefined) throw new Error('the pane is no frame of the page');
  return found.frame.id;
}

const gridCell = (page: Page, address: string): Locator => page.locator(`#cell-${address}`);

test('the mouse: an exception, a match, a line, a row of a source, and back', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;

  await openSheet(page, 'Exceptions');
  await gridCell(page, 'A6').click();
  await title(pane, 'Won, never invoiced').waitFor();
  await part(pane, 'Exception').getByText('4,800.00 EUR', { exact: true }).waitFor();
  await part(pane, 'History').getByText('Open', { exact: true }).waitFor();
  const bridge = part(pane, 'From one measure to the next');
  await bridge.getByRole('img', { name: 'From Booked to Invoiced' }).waitFor();
  await bridge.getByRole('row', { name: 'Data quality: won, never invoiced -4,800.00' }).waitFor();

  // A link to the source selects the cell, and the explanation stays.
  await part(pane, 'Documents behind it').getByRole('button', { name: 'Show D-1010 at CRM deals!A11' }).click();
  await activeSheet(page).filter({ hasText: 'CRM deals' }).waitFor();
  await title(pane, 'Won, never invoiced').waitFor();

  // Another row of the source is followed.
  await gridCell(page, 'B3').click();
  await title(pane, 'CRM deals, row 3').waitFor();
  await part(pane, 'Where it went').getByText('Read as deal').waitFor();

  await openSheet(page, 'Matches');
  await gridCell(page, 'B8').click();
  await part(pane, 'How they were matched').getByText('What speaks for it and against it').waitFor();

  await openSheet(page, 'Reconciliation');
  await gridCell(page, 'D6').click();
  await part(pane, 'Booked, invoiced, recognised, cash (EUR)').waitFor();
  await panel(pane).getByRole('button', { name: 'Back to Results' }).click();
  await pane.getByRole('heading', { name: 'Results', exact: true }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('the keyboard alone: the grid keeps the focus, F6 leads to the explanation, its links and back', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A5');
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('ArrowDown');
  await title(pane, 'Won, never invoiced').waitFor();
  await page.locator('[role=grid]:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await title(pane, 'Part-paid and overdue').waitFor();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await tabTo(page, /^Show SI-2007 at/);
  await page.keyboard.press('Enter');
  await activeSheet(page).filter({ hasText: 'Invoices' }).waitFor();
  await tabTo(page, 'Keep this while I select other cells', 'Shift+Tab');
  await page.keyboard.press('Space');
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A5');
  await title(pane, 'Part-paid and overdue').waitFor();
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await tabTo(page, 'Back to Results', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: 'Results', exact: true }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a workbook with results, opened again: they are worked out in the background and explained; nothing is written', async () => {
  const first = await openResults(browser);
  const copy = await savedCopy(first.page);
  await first.close();
  const site = await openSite(browser);
  const { page, pane } = site;
  await page.locator('#file').setInputFiles({ name: 'again.xlsx', mimeType: XLSX, buffer: Buffer.from(copy) });
  await pane.getByRole('heading', { name: 'Results', exact: true }).waitFor();
  await openSheet(page, 'Exceptions');
  await gridCell(page, 'A6').click();
  await title(pane, 'Won, never invoiced').waitFor();
  await panel(pane).getByRole('button', { name: 'Back to Results' }).click();
  await pane.getByRole('heading', { name: 'Results', exact: true }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a row that is deleted while it is shown, a row typed by hand, a whole column', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A6');
  await title(pane, 'Won, never invoiced').waitFor();
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('Delete');
  await goTo(page, 'B6');
  await panel(pane).getByText('Nothing stands behind this cell.').waitFor();
  await goTo(page, 'A6');
  await page.keyboard.type('BI.unbilled.deal.D-404');
  await page.keyboard.press('Enter');
  await goTo(page, 'B6');
  await panel(pane).getByText('This row is not in the last run').waitFor();
  await page.getByLabel('Name box').fill('A5:A11');
  await page.getByLabel('Name box').press('Enter');
  await title(pane, '7 rows').waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('what is selected is read out where nobody looks, and so is what came of settling it', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  const polite = pane.locator('[aria-live="polite"]');
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A6');
  await polite.filter({ hasText: /^Won, never invoiced; .+; Booked less invoiced; 4,800\.00 EUR; Open$/ }).waitFor();
  await pane.getByRole('button', { name: 'Accept', exact: true }).click();
  await pane.getByRole('textbox', { name: 'Initials' }).fill('mv');
  await pane.getByRole('button', { name: 'Continue' }).click();
  await polite.filter({ hasText: /^Accepted: won, never invoiced · / }).waitFor();
  // Said once: the explanation that is read anew does not say it again.
  await polite.filter({ hasText: /; Open$/ }).waitFor();
  await pane.getByRole('button', { name: /^Undo/ }).click();
  await polite.filter({ hasText: /^Undone: won, never invoiced · / }).waitFor();
  // What the browser hands to a screen reader of the two that speak.
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: await paneFrameId(session) });
  const live = nodes.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'live' && value.value === 'polite'),
  );
  expect(live.length).toBeGreaterThanOrEqual(2);
  await page.getByLabel('Name box').fill('Z99');
  await page.getByLabel('Name box').press('Enter');
  await polite.filter({ hasText: 'Nothing stands behind this cell.' }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a figure of the results is asked about: the focus goes along and comes back; a link to a sheet only leads there', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  const figure = pane.getByRole('button', { name: /^Booked less invoiced .+: show in the sheet$/ }).first();
  // Once, and again though the sheet has it selected already.
  for (let times = 0; times < 2; times += 1) {
    await figure.focus();
    await page.keyboard.press('Enter');
    await panel(pane).getByRole('heading', { level: 2 }).waitFor();
    await activeSheet(page).filter({ hasText: 'Reconciliation' }).waitFor();
    await panel(pane).getByRole('button', { name: 'Back to Results' }).and(pane.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await figure.and(pane.locator(':focus')).waitFor();
  }
  await pane.getByRole('button', { name: 'Exceptions', exact: true }).click();
  await activeSheet(page).filter({ hasText: 'Exceptions' }).waitFor();
  await pane.getByRole('heading', { name: 'Results', exact: true }).waitFor();
  expect(await panel(pane).count()).toBe(0);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('while a cell is edited the pane says what it waits for, and goes on when the entry is over', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  await openSheet(page, 'CRM deals');
  await goTo(page, 'A40');
  await page.locator('[role=grid]').focus();
  await page.keyboard.type('half an ent');
  await hurry(page, 10_000);
  // The entry goes on: nothing takes the focus from it.
  await pane.getByRole('button', { name: 'Exceptions', exact: true }).dispatchEvent('click');
  const said = pane.getByRole('alert').filter({ hasText: 'Excel has not answered for 10 seconds.' });
  await said.getByText('press Enter or Esc there').waitFor();
  expect(await wasHurried(pane)).toBe(true);
  await page.getByLabel('Formula bar').press('Escape');
  await said.waitFor({ state: 'detached' });
  await activeSheet(page).filter({ hasText: 'Exceptions' }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('axe finds nothing at 320 pixels in any theme; nothing is wider than the pane', async () => {
  const site = await openThemedResults(browser);
  const { page, pane } = site;
  await setPaneWidth(page, 320);
  const shown: readonly (readonly [sheet: string, cell: string, words: string])[] = [
    ['Exceptions', 'A7', 'Part-paid and overdue'],
    ['Reconciliation', 'A5', ''],
    ['Matches', 'A12', ''],
    ['Invoices', 'A6', 'Invoices, row 6'],
  ];
  for (const [sheet, cell, words] of shown) {
    await openSheet(page, sheet);
    await gridCell(page, cell).click();
    await (words === '' ? panel(pane) : title(pane, words)).waitFor();
    for (const summary of await panel(pane).locator('summary').all())
      if ((await summary.locator('..').getAttribute('open')) === null) await summary.click();
    expect(await violationsInThemes(page)).toEqual([]);
    expect(await tooWideInThemes(page)).toEqual([]);
  }
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

/** Loose on purpose: the machine may be busy. What it is here is printed; it is to be within 150. */
const LATENCY = 900;

test('from the key that selects an exception of 2,000 deals to the painted explanation', async () => {
  const site = await openResults(browser, {}, 'large.xlsx');
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A5');
  await panel(pane).waitFor();
  await page.evaluate(() => {
    const taken: number[] = [];
    let start = 0;
    document.addEventListener('keydown', () => (start = performance.now()), true);
    const inPane = document.querySelector<HTMLIFrameElement>('#pane')?.contentDocument?.querySelector('main');
    if (inPane === null || inPane === undefined) throw new Error('the pane is not there');
    new MutationObserver(() => {
      if (start === 0) return;
      const begun = start;
      start = 0;
      // After the frame that paints the change.
      requestAnimationFrame(() => setTimeout(() => taken.push(performance.now() - begun)));
    }).observe(inPane, { subtree: true, childList: true, characterData: true });
    Reflect.set(window, 'latencies', taken);
  });
  await page.locator('[role=grid]').focus();
  for (let row = 0; row < 12; row += 1) {
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction((count) => (Reflect.get(window, 'latencies') as number[]).length > count, row);
  }
  const latencies = await page.evaluate(() => (Reflect.get(window, 'latencies') as number[]).sort((a, b) => a - b));
  const [middle = 0, worst = 0] = [latencies[latencies.length >> 1], latencies.at(-1)];
  process.stdout.write(`selection to explanation on 2,000 deals: ${middle.toFixed(0)} ms, at worst ${worst.toFixed(0)} ms\n`);
  expect(middle).toBeLessThan(LATENCY);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
