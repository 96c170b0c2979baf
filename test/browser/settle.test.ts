/** Exceptions and matches settled from the pane, where their rows stand: by mouse, by keyboard alone, undone, and honoured by the next run. */

import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { linesOf } from '../support/book';
import { setPaneWidth, tabTo } from './access';
import { openResults, openReviewBook, openThemedResults } from './openings';
import { activeSheet, finished, goTo, launchBrowser, openSheet, savedWorkbook } from './site';
import type { Site } from './site';
import { violationsInThemes } from './themes';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

const settle = (pane: FrameLocator): Locator => pane.getByRole('region', { name: 'Settle it' });
const press = (pane: FrameLocator, name: string): Promise<void> =>
  settle(pane).getByRole('button', { name, exact: true }).click();

async function sign(pane: FrameLocator, initials = 'mv'): Promise<void> {
  await pane.getByRole('textbox', { name: 'Initials' }).fill(initials);
  await pane.getByRole('button', { name: 'Continue' }).click();
}

async function runAgain({ pane }: Site): Promise<void> {
  await pane.getByRole('button', { name: 'Run again' }).click();
  await finished(pane);
}

/** `key status comment`, of the rows that a person touched. */
const reviewed = async ({ page }: Site): Promise<string[]> =>
  linesOf(await savedWorkbook(page), 'tblExceptions', 'Exception key', 'Status', 'Assignee', 'Comment').filter(
    (line) => !line.endsWith('  Open  -  -'),
  );

const log = async ({ page }: Site): Promise<string[]> =>
  linesOf(await savedWorkbook(page), 'tblDecisionLog', 'Who', 'What', 'Key', 'Before', 'After');

/** Row of the first match whose cells hold these words. */
async function matchRow({ page }: Site, words: RegExp): Promise<string> {
  const workbook = await savedWorkbook(page);
  const lines = linesOf(workbook, 'tblMatches', 'Kind', 'Left', 'Right', 'State');
  const at = lines.findIndex((line) => words.test(line));
  if (at < 0) throw new Error(`no match ${String(words)} among\n${lines.join('\n')}`);
  await openSheet(page, 'Matches');
  const header = workbook.table('tblMatches')?.table.area.top ?? 0;
  return `A${String(header + at + 2)}`;
}

test('an exception is accepted in three clicks from its selection, the initials among them; undone; the next run honours what stands', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A6');
  await press(pane, 'Accept');
  await sign(pane);
  await pane.getByText('1 decision waits for the next run.').waitFor();
  await settle(pane).getByRole('group', { name: 'Status: Accepted' }).waitFor();
  const [accepted = ''] = await reviewed(site);
  const [key = ''] = accepted.split('  ');
  expect(accepted).toBe(`${key}  Accepted  -  -`);

  // Assigned with a comment, then taken back, the newest first.
  await settle(pane).getByText('Assign, due by, comment').click();
  await settle(pane).getByRole('textbox', { name: 'Assignee' }).fill('Kim');
  await settle(pane).getByRole('textbox', { name: 'Comment' }).fill('=agreed on the phone');
  await press(pane, 'Save');
  await pane.getByText('2 decisions wait for the next run.').waitFor();
  expect(await reviewed(site)).toEqual([`${key}  Accepted  Kim  =agreed on the phone`]);
  await press(pane, 'Waiting');
  await settle(pane).getByRole('group', { name: 'Status: Waiting' }).waitFor();
  await pane.getByRole('button', { name: /^Undo/ }).click();
  await settle(pane).getByRole('group', { name: 'Status: Accepted' }).waitFor();
  await runAgain(site);
  expect(await reviewed(site)).toEqual([`${key}  Accepted  Kim  =agreed on the phone`]);
  expect(await log(site)).toEqual([
    `mv  Status  ${key}  Open  Accepted`,
    `mv  Assignee  ${key}  -  Kim`,
    `mv  Comment  ${key}  -  =agreed on the phone`,
    `mv  Status  ${key}  Accepted  Waiting`,
    `mv  Undone: Status  ${key}  Waiting  Accepted`,
  ]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('by keyboard alone: from one exception to the next, each settled by a letter, and taken back', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A4');
  await goTo(page, 'A5');
  await settle(pane).waitFor();
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await tabTo(page, 'Accept');
  await page.keyboard.press('r');
  await sign(pane, 'kb');
  await settle(pane).getByRole('group', { name: 'Status: In review' }).waitFor();
  await page.keyboard.press('n');
  await settle(pane)
    .getByText(/^2 of \d+ to settle$/)
    .waitFor();
  await settle(pane).getByRole('group', { name: 'Status: Open' }).waitFor();
  await page.keyboard.press('a');
  await settle(pane).getByRole('group', { name: 'Status: Accepted' }).waitFor();
  await page.keyboard.press('p');
  await settle(pane)
    .getByText(/^1 of \d+ to settle$/)
    .waitFor();
  await settle(pane).getByRole('group', { name: 'Status: In review' }).waitFor();
  await page.keyboard.press('u');
  await pane.getByText('1 decision waits for the next run.').waitFor();
  expect((await reviewed(site)).map((line) => line.split('  ').slice(1).join(' '))).toEqual(['In review - -']);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a filtered set is accepted at once after a look at its number and its amounts', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await page.getByLabel('Name box').fill('A5:A7');
  await page.getByLabel('Name box').press('Enter');
  await press(pane, 'Accept all 3…');
  const dialog = pane.getByRole('dialog');
  await dialog.getByText('3 exceptions to settle among the selected rows in sight.').waitFor();
  await dialog.getByText(/^Net .+ EUR, gross .+ EUR\.$/).waitFor();
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('agreed in April');
  await dialog.getByLabel('Accept until').fill('2026-06-30');
  await dialog.getByRole('button', { name: 'Accept 3' }).click();
  await sign(pane);
  await pane.getByText('3 decisions wait for the next run.').waitFor();
  expect((await reviewed(site)).map((line) => line.replace(/^\S+ {2}/, ''))).toEqual(
    Array<string>(3).fill('Accepted  -  agreed in April'),
  );
  const until = linesOf(await savedWorkbook(page), 'tblExceptions', 'Accept until');
  expect(until.slice(0, 4)).toEqual(['46203', '46203', '46203', '-']);
  await pane.getByRole('button', { name: /^Undo/ }).click();
  await pane.getByText('3 decisions wait').waitFor({ state: 'detached' });
  expect(await reviewed(site)).toEqual([]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a small difference is written off under a reason, a large one is refused in words', async () => {
  const site = await openReviewBook(browser);
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  const amounts = linesOf(await savedWorkbook(page), 'tblExceptions', 'Amount').map(Number);
  const small = amounts.findIndex((amount) => amount !== 0 && Math.abs(amount) <= 40);
  await goTo(page, 'A5');
  await press(pane, 'Write off…');
  await pane.getByRole('alert').filter({ hasText: 'is too large to be written off: at most' }).waitFor();
  await pane.getByRole('button', { name: 'Not now' }).click();
  expect(small).toBeGreaterThanOrEqual(0);
  await goTo(page, `A${String(small + 5)}`);
  await press(pane, 'Write off…');
  const dialog = pane.getByRole('dialog');
  await dialog.getByText('its reason becomes “written off”').waitFor();
  await dialog.getByRole('button', { name: 'Write off', exact: true }).click();
  await dialog.getByText('Name a reason.').waitFor();
  await dialog.getByRole('combobox', { name: 'Reason' }).fill('Bank charges');
  await dialog.getByRole('button', { name: 'Write off', exact: true }).click();
  await sign(pane);
  await settle(pane).getByRole('group', { name: 'Status: Written off: Bank charges' }).waitFor();
  await runAgain(site);
  expect((await reviewed(site)).map((line) => line.replace(/^\S+ {2}/, ''))).toEqual(['Written off: Bank charges  -  -']);
  expect(linesOf(await savedWorkbook(page), 'tblVariances', 'Code', 'Reason', 'Treatment')).toContain(
    'Q24  written off  Expected',
  );
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a match is linked to another record that is looked for, and its amounts are set by hand', async () => {
  const site = await openReviewBook(browser);
  const { page, pane } = site;
  await goTo(page, await matchRow(site, /D-106 {2}INV-2006/));
  await press(pane, 'Link to another…');
  const dialog = pane.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('scanners');
  await dialog.getByRole('radio', { name: /^D-103/ }).click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await sign(pane);
  await settle(pane).getByText('Decided here; the next run honours it.').waitFor();
  await runAgain(site);
  const links = linesOf(await savedWorkbook(page), 'tblMatches', 'Left', 'Right', 'State', 'Decision');
  expect(links).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^D-103 {2}INV-2006 {2}confirmed {2}confirmed$/),
      expect.stringMatching(/^D-106 {2}INV-2006 {2}refused {2}refused$/),
    ]),
  );

  await goTo(page, await matchRow(site, /D-103 {2}INV-2006/));
  await press(pane, 'Change the amounts…');
  await dialog.getByRole('textbox', { name: 'Deal D-103' }).fill('9,999.00');
  await dialog.getByText(/^Only 5,000.00 EUR is open on D-103\.$/).waitFor();
  await dialog.getByRole('textbox', { name: 'Deal D-103' }).fill('4,000.50');
  await dialog.getByText('Left over: 3,199.90 EUR').waitFor();
  await dialog.getByRole('button', { name: 'Write the amounts' }).click();
  await runAgain(site);
  expect(linesOf(await savedWorkbook(page), 'tblMatches', 'Left', 'Right', 'Allocated', 'Decision')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^D-103 {2}INV-2006 {2}4000.5 {2}confirmed 4000.50 EUR$/)]),
  );
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a pair of customers is linked to another name that is looked for; after the next run it is taken back', async () => {
  const site = await openReviewBook(browser);
  const { page, pane } = site;
  const decided = async (): Promise<string[]> =>
    linesOf(await savedWorkbook(page), 'tblMatches', 'Left', 'Right', 'State', 'Decision').filter((line) =>
      /confirmed|refused/.test(line),
    );
  await goTo(page, await matchRow(site, /Customer {2}Juniper Retail Group {2}Juniper Retail Stores/));
  await pane.getByRole('heading', { name: 'Juniper Retail Group – Juniper Retail Stores', level: 2 }).waitFor();
  await press(pane, 'Link to another…');
  const dialog = pane.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Replace' }).selectOption({ label: 'Juniper Retail Stores (1 invoice)' });
  await dialog.getByText('For Juniper Retail Group · 1 deal · 4,150.00 EUR.').waitFor();
  await dialog.getByRole('searchbox').fill('international');
  await dialog.getByText('1 of 1, the likeliest first').waitFor();
  await dialog.getByRole('radio', { name: /^Laurel Foods International/ }).click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await sign(pane);
  await pane.getByText(/^Linked to another: Juniper Retail Group – .+ → Laurel Foods International\. /).waitFor();
  await runAgain(site);
  expect(await decided()).toContain('Juniper Retail Group  Laurel Foods International  confirmed  confirmed');

  await pane.getByText(/The results honour it\./).waitFor();
  await pane.getByRole('button', { name: /^Undo: / }).click();
  await pane.getByText(/^Undone: .+ waits for the next run\./).waitFor();
  await runAgain(site);
  expect(await decided()).toEqual([]);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('what somebody changed in the sheet meanwhile is told; the row is found where it moved to', async () => {
  const site = await openResults(browser);
  const { page, pane } = site;
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A6');
  await pane.getByRole('button', { name: 'Keep this while I select other cells' }).click();
  await page.getByLabel('Name box').fill('A6');
  await page.getByLabel('Name box').press('Enter');
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('Delete');
  await press(pane, 'Accept');
  await sign(pane);
  await pane.getByText('The row of this exception is no longer on the Exceptions sheet.').first().waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('the queue: skipped matches come back at the end, progress is told, letters decide', async () => {
  const site = await openReviewBook(browser);
  const { page, pane } = site;
  await pane.getByRole('button', { name: 'Review', exact: true }).last().click();
  const queue = pane.getByRole('region', { name: 'Suggested matches' });
  const heads = (): Promise<string[]> => queue.locator('[id^="match "] .fui-Text:first-child').allInnerTexts();
  await queue.getByText(/^0 of \d+ decided/).waitFor();
  const [first = ''] = await heads();
  await queue.getByRole('button', { name: new RegExp(`^${first}`) }).focus();
  await page.keyboard.press('s');
  await queue.getByRole('button', { name: new RegExp(`^${first}`) }).waitFor();
  expect((await heads()).at(-1)).toBe(first);
  await page.keyboard.press('c');
  await sign(pane);
  await queue.getByText(/^1 of \d+ decided/).waitFor();
  await page.keyboard.press('x');
  await queue.getByText(/^2 of \d+ decided/).waitFor();
  await page.keyboard.press('u');
  await queue.getByText(/^1 of \d+ decided/).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('axe finds nothing at 320 pixels in any theme, in the panel and in its dialogs', async () => {
  const site = await openThemedResults(browser);
  const { page, pane } = site;
  await setPaneWidth(page, 320);
  await openSheet(page, 'Exceptions');
  await goTo(page, 'A6');
  await settle(pane).getByText('Assign, due by, comment').click();
  expect(await violationsInThemes(page)).toEqual([]);
  await press(pane, 'Write off…');
  await pane.getByRole('dialog').waitFor();
  expect(await violationsInThemes(page)).toEqual([]);
  await pane.getByRole('button', { name: 'Not now' }).click();
  await openSheet(page, 'Matches');
  await activeSheet(page).filter({ hasText: 'Matches' }).waitFor();
  await goTo(page, await matchRow(site, /Deal–invoice .*matched/));
  for (const [button, end] of [
    ['Link to another…', 'Replace'],
    ['Change the amounts…', 'To spread'],
  ] as const) {
    await press(pane, button);
    await pane.getByRole('dialog').getByText(end).first().waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
    await pane.getByRole('button', { name: 'Not now' }).click();
  }
  expect(site.watched.faults).toEqual([]);
  await site.close();
});
