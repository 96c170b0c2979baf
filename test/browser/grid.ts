/** The page's grid as tests touch it. */

import type { Browser, Locator, Page } from 'playwright-core';
import { writeXlsx } from '../../host/files/writeXlsx';
import { createWorkbook } from '../../host/workbook/workbook';
import { openSite } from './site';
import type { Site } from './site';

export interface Made {
  readonly name: string;
  /** Entries as typed: rows by lines, cells by "|". */
  readonly text: string;
  /** An Excel table over all of it. */
  readonly isTable?: boolean;
}

/** A file of small sheets, one for each test. */
export function fileOf(...sheets: readonly Made[]): Uint8Array {
  const workbook = createWorkbook('data.xlsx');
  for (const { name, text, isTable = false } of sheets) {
    const sheet = workbook.addSheet(name);
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.split('|').map((entry) => entry.trim()));
    lines.forEach((line, row) =>
      line.forEach((entry, column) => {
        if (entry !== '') sheet.enter(row, column, entry);
      }),
    );
    const area = { top: 0, left: 0, bottom: lines.length - 1, right: (lines[0]?.length ?? 1) - 1 };
    if (isTable) workbook.addTable(sheet, area, true);
    if (isTable) sheet.freeze = { rows: 1, columns: 0 };
  }
  return writeXlsx(workbook);
}

/** Opens the page with a file in it and waits until the pane is there. @param sheet one of its sheets */
export async function openBook(browser: Browser, bytes: Uint8Array, sheet: string, width = 1200): Promise<Site> {
  const site = await openSite(browser, 'story.xlsx', {
    viewport: { width, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await site.page.locator('#file').setInputFiles({ name: 'data.xlsx', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await site.page.getByRole('tab', { name: sheet, exact: true }).waitFor();
  await site.pane.getByRole('region', { name: sheet, exact: true }).waitFor();
  return site;
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
