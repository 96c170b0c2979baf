/** The grid by the mouse: areas, edges, sizes, filling, pointing, menus, filters, tabs. */

import type { Page } from 'playwright-core';
import { cell, expectCells, expectSelected, expectSoon, ledgerForEachTest, press, startOn } from './grid';
import { sheetNames } from './site';

const site = ledgerForEachTest();

/** Presses on one cell and lets go over another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  await cell(page, from).hover();
  await page.mouse.down();
  await cell(page, to).hover();
  await page.mouse.up();
}

const sums = (page: Page): Promise<string> => page.locator('#sums').innerText();

test('areas are drawn, widened with Shift, added with Ctrl; the status bar tells of all', async () => {
  const { page } = site();
  await drag(page, 'C2', 'C3');
  await expectSelected(page, 'C2', 'C3');
  await expectSoon(() => sums(page), 'Average: 200   Count: 2   Sum: 400');
  await cell(page, 'C4').click({ modifiers: ['Shift'] });
  await expectSelected(page, 'C2', 'C4');
  await cell(page, 'D2').click({ modifiers: ['Control'] });
  await expectSoon(() => sums(page), 'Average: 300   Count: 4   Sum: 1,200');
  await page.getByRole('columnheader', { name: 'C', exact: true }).click();
  await expectSoon(() => sums(page), 'Average: 200   Count: 4   Sum: 600');
  await page.getByRole('rowheader', { name: '2', exact: true }).click();
  await expectSoon(() => sums(page), 'Average: 450   Count: 4   Sum: 900');
});

test('drawing beyond the edge scrolls the sheet and goes on selecting', async () => {
  const { page } = site();
  const grid = await page.getByRole('grid').boundingBox();
  if (grid === null) throw new Error('no grid');
  await cell(page, 'B2').hover();
  await page.mouse.down();
  await page.mouse.move(grid.x + 200, grid.y + grid.height + 60, { steps: 3 });
  // The sheet goes on scrolling: what is in sight tells how far the selection reaches.
  const reached = (): Promise<number> =>
    page.evaluate(() => {
      const selected = [...document.querySelectorAll('[role=gridcell][aria-selected=true]')];
      return Number(/^cell-C(\d+)$/.exec(selected.at(-1)?.id ?? '')?.[1]);
    });
  await expectSoon(async () => (await reached()) >= 60, true);
  await page.mouse.up();
  await expectSoon(async () => (await reached()) >= 60, true);
});

test('columns and rows are sized by their edges, fitted by a double click, and back again', async () => {
  const { page } = site();
  const width = async (): Promise<number> => (await cell(page, 'B2').boundingBox())?.width ?? 0;
  const height = async (): Promise<number> => (await cell(page, 'B3').boundingBox())?.height ?? 0;
  const before = await width();
  const edge = page.getByRole('columnheader', { name: 'B', exact: true }).locator('.grid-column-edge');
  const box = await edge.boundingBox();
  if (box === null) throw new Error('no edge');
  await page.mouse.move(box.x + 3, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 63, box.y + 8, { steps: 2 });
  await page.mouse.up();
  await expectSoon(width, before + 60);
  await edge.dblclick();
  await expectSoon(async () => (await width()) < before + 30, true);
  const under = page.getByRole('rowheader', { name: '3', exact: true }).locator('.grid-row-edge');
  const low = await under.boundingBox();
  if (low === null) throw new Error('no edge');
  await page.mouse.move(low.x + 10, low.y + 2);
  await page.mouse.down();
  await page.mouse.move(low.x + 10, low.y + 22, { steps: 2 });
  await page.mouse.up();
  await expectSoon(height, 40);
  await press(page, 'Control+z');
  await expectSoon(height, 20);
  await press(page, 'Control+z', 'Control+z');
  await expectSoon(width, before);
});

test('the corner of a selection fills what it is drawn over', async () => {
  const { page } = site();
  await cell(page, 'D2').click();
  await page.locator('.fill-handle').hover();
  await page.mouse.down();
  await cell(page, 'F2').hover();
  await page.mouse.up();
  await expectCells(page, { E2: '1200', F2: '2400' });
  await expectSelected(page, 'D2', 'F2');
});

test('a click on a cell puts its address into the formula being typed', async () => {
  const { page } = site();
  await cell(page, 'F1').click();
  await page.keyboard.type('=SUM(');
  await drag(page, 'C2', 'C4');
  await page.keyboard.type(')+');
  await cell(page, 'C2').click();
  await expectSoon(() => page.getByLabel('Cell entry').inputValue(), '=SUM(C2:C4)+C2');
  await press(page, 'Enter');
  await expectCells(page, { F1: '900' });
});

test('the menu of the cells inserts, deletes, clears and sorts, and can be taken back', async () => {
  const { page } = site();
  const choose = async (address: string, item: string): Promise<void> => {
    await cell(page, address).click({ button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('B3', 'Insert row above');
  await expectCells(page, { A3: '', A4: 'INV-1' });
  await choose('B3', 'Delete row');
  await choose('B3', 'Insert column to the left');
  await expectCells(page, { B3: '', C3: 'Bolt', E3: '200' });
  await press(page, 'Control+z');
  await choose('C2', 'Clear contents');
  await expectCells(page, { C2: '', D2: '0' });
  await press(page, 'Control+z');
  await choose('C2', 'Sort ascending');
  await expectCells(page, { C1: 'Amount', C2: '100', C3: '200', C4: '300' });
});

test('a sheet is moved past hidden ones in one step', async () => {
  const { page } = site();
  const choose = async (sheet: string, item: string): Promise<void> => {
    await page.getByRole('tab', { name: sheet, exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const order = async (): Promise<string[]> => (await sheetNames(page)).slice(0, 3);
  await choose('Data 2', 'Hide');
  await expectSoon(order, ['Data 1', 'Data 3', 'Data 4']);
  await choose('Data 3', 'Move left');
  await expectSoon(order, ['Data 3', 'Data 1', 'Data 4']);
  await choose('Data 3', 'Show Data 2');
  await choose('Data 3', 'Move right');
  await expectSoon(order, ['Data 1', 'Data 3', 'Data 2']);
});

test('copy and paste from the menu', async () => {
  const { page } = site();
  await drag(page, 'A1', 'B2');
  await cell(page, 'B2').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy' }).click();
  await page.locator('.grid-copied').waitFor();
  await cell(page, 'F3').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Paste' }).click();
  await expectCells(page, { F3: 'Invoice', G4: 'Acme' });
});

test('what was cut goes to one place only, and stays where several are selected', async () => {
  const { page } = site();
  await cell(page, 'A2').click();
  await press(page, 'Control+x');
  await cell(page, 'A3').click();
  await cell(page, 'A4').click({ modifiers: ['Control'] });
  await press(page, 'Control+v');
  await expectSoon(() => page.getByRole('status').first().textContent(), 'What was cut goes to one place: select one area.');
  await expectCells(page, { A2: 'INV-3', A3: 'INV-1', A4: 'INV-2' });
  await cell(page, 'F5').click();
  await press(page, 'Control+v');
  await expectCells(page, { A2: '', F5: 'INV-3' });
});

test('a block becomes a table; its header buttons filter and sort', async () => {
  const { page } = site();
  await cell(page, 'B2').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Make a table' }).click();
  await cell(page, 'B1').locator('.filter-button').click();
  await page.getByRole('checkbox', { name: 'Acme' }).uncheck();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expectSoon(() => cell(page, 'A2').count(), 0);
  await expectCells(page, { B3: 'Bolt' });
  await cell(page, 'B1').locator('.filter-button').click();
  await page.getByRole('button', { name: 'Clear this filter' }).click();
  await cell(page, 'C1').locator('.filter-button').click();
  await page.getByRole('button', { name: 'Sort descending' }).click();
  await expectCells(page, { C2: '300', C3: '200', C4: '100' });
});

test('frozen rows stay while the rest scrolls', async () => {
  const { page } = site();
  await startOn(page, 'Table');
  await press(page, 'PageDown', 'PageDown');
  await expectSoon(() => cell(page, 'A2').count(), 0);
  await expectCells(page, { A1: 'Invoice' });
});

test('sheets are added, renamed and deleted from their tabs', async () => {
  const { page } = site();
  const before = await sheetNames(page);
  await page.getByRole('button', { name: 'New sheet' }).click();
  const made = page.getByRole('tab', { name: 'Sheet1', exact: true });
  await made.dblclick();
  await page.getByLabel('Name of the sheet').fill('Notes');
  await press(page, 'Enter');
  await page.getByRole('grid', { name: 'Cells of Notes' }).waitFor();
  await page.getByRole('tab', { name: 'Notes' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expectSoon(() => sheetNames(page), before);
});
