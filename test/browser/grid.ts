/** The page's grid as tests touch it. */

import type { Browser, Locator, Page } from 'playwright-core';
import { writeXlsx } from '../../host/files/writeXlsx';
import type { Sheet } from '../../host/workbook/model';
import { createWorkbook } from '../../host/workbook/workbook';
import { launchBrowser, openFile, openSite } from './site';
import type { Site } from './site';

const LEDGER = [
  ['Invoice', 'Customer', 'Amount', 'Double'],
  ['INV-3', 'Acme', '300', '=C2*2'],
  ['INV-1', 'Bolt', '100', '=C3*2'],
  ['INV-2', 'Acme', '200', '=C4*2'],
];

/** As many as a test file may have tests. */
const SHEETS = 12;

/** A small ledger on sheets `Data 1`, `Data 2`, …, and on `Table` as an Excel table. */
function ledgers(): Uint8Array {
  const workbook = createWorkbook('data.xlsx');
  const addLedger = (name: string): Sheet => {
    const sheet = workbook.addSheet(name);
    LEDGER.forEach((line, row) => line.forEach((entry, column) => sheet.enter(row, column, entry)));
    return sheet;
  };
  for (let number = 1; number <= SHEETS; number += 1) addLedger(dataSheet(number));
  const table = addLedger('Table');
  workbook.addTable(table, { top: 0, left: 0, bottom: 3, right: 3 }, true);
  table.freeze = { rows: 1, columns: 0 };
  return writeXlsx(workbook);
}

const dataSheet = (number: number): string => `Data ${String(number)}`;

/** Opens the page once with ledgers in it, and begins each test on a fresh one. @returns the page, from the first test on. */
export function ledgerForEachTest(): () => Site {
  let browser: Browser;
  let site: Site;
  let tests = 0;
  beforeAll(async () => {
    browser = await launchBrowser();
    site = await openSite(browser, 'story.xlsx', { permissions: ['clipboard-read', 'clipboard-write'] });
    await openFile(site, 'data.xlsx', ledgers(), dataSheet(1));
  });
  beforeEach(async () => {
    tests += 1;
    await startOn(site.page, dataSheet(tests));
  });
  afterEach(() => expect(site.watched.faults).toEqual([]));
  afterAll(() => browser.close());
  return () => site;
}

/** Goes to the first cell of a sheet. */
export async function startOn(page: Page, sheet: string): Promise<void> {
  const nameBox = page.getByLabel('Name box');
  await nameBox.fill(`'${sheet}'!A1`);
  await nameBox.press('Enter');
  await page.getByRole('grid', { name: `Cells of ${sheet}`, exact: true }).waitFor();
  await expectActive(page, 'A1');
}

export const cell = (page: Page, address: string): Locator => page.locator(`#cell-${address}`);

/** Presses keys one after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until cells show these texts, row by row from a cell on. */
export async function expectCells(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await expectSoon(async () => {
    const shown: Record<string, string> = {};
    for (const address of Object.keys(texts)) shown[address] = (await cell(page, address).textContent()) ?? '';
    return shown;
  }, texts);
}

/** Addresses of the selected cells in sight: the first and the last. */
export async function expectSelected(page: Page, first: string, last = first): Promise<void> {
  await expectSoon(
    () =>
      page.evaluate(() => {
        const selected = [...document.querySelectorAll('[role=gridcell][aria-selected=true]')].map(({ id }) => id.slice(5));
        return [selected[0], selected.at(-1)];
      }),
    [first, last],
  );
}

export const expectActive = (page: Page, address: string): Promise<void> =>
  expectSoon(() => page.getByLabel('Name box').inputValue(), address);

/** The page draws with the next frame: asks until the answer is the expected one, and fails with the last one. */
export async function expectSoon<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const isEqual = (one: T): boolean => JSON.stringify(one) === JSON.stringify(expected);
  let answer = await ask();
  for (const until = Date.now() + 3000; !isEqual(answer) && Date.now() < until;) answer = await ask();
  expect(answer).toEqual(expected);
}
