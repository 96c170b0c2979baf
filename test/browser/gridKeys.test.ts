/** The grid by the keyboard: moving, selecting, entering, taking back, copying. */

import { cell, expectActive, expectCells, expectSelected, expectSoon, ledgerForEachTest, press, startOn } from './grid';

const site = ledgerForEachTest();

test('arrows, Ctrl, Shift, Home and End move and widen the selection', async () => {
  const { page } = site();
  await press(page, 'ArrowDown', 'ArrowRight');
  await expectActive(page, 'B2');
  await press(page, 'Control+ArrowDown');
  await expectActive(page, 'B4');
  await press(page, 'Home');
  await expectActive(page, 'A4');
  await press(page, 'End', 'ArrowRight');
  await expectActive(page, 'D4');
  await press(page, 'Control+Home', 'Control+Shift+End');
  await expectSelected(page, 'A1', 'D4');
  await press(page, 'PageDown');
  await expectSoon(async () => Number((await page.getByLabel('Name box').inputValue()).slice(1)) > 20, true);
});

test('Tab and Enter stay inside what is selected, Enter after Tabs goes to the start of the next row', async () => {
  const { page } = site();
  await press(page, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Tab', 'Tab');
  await expectActive(page, 'A2');
  await expectSelected(page, 'A1', 'B2');
  await press(page, 'Home', 'Tab', 'Tab', 'Enter');
  await expectActive(page, 'A3');
});

test('an entry is typed, changed, left, taken back and done again', async () => {
  const { page } = site();
  await cell(page, 'C2').click();
  await page.keyboard.type('350');
  await expectSoon(() => page.getByLabel('Formula bar').inputValue(), '350');
  await press(page, 'Enter');
  await expectCells(page, { C2: '350', D2: '700' });
  await press(page, 'ArrowUp', 'F2', 'Backspace', '5', 'Escape');
  await expectCells(page, { C2: '350' });
  await press(page, 'F2', 'End', 'Backspace', '5', 'Tab');
  await expectCells(page, { C2: '355', D2: '710' });
  await press(page, 'Control+z', 'Control+z');
  await expectCells(page, { C2: '300', D2: '600' });
  await press(page, 'Control+y');
  await expectCells(page, { C2: '350', D2: '700' });
});

test('Alt and Enter begin a line, Ctrl and Enter fill what is selected, Delete empties it', async () => {
  const { page } = site();
  await cell(page, 'F1').click();
  await page.keyboard.type('two');
  await press(page, 'Alt+Enter');
  await page.keyboard.type('lines');
  await press(page, 'Enter');
  await expectCells(page, { F1: 'two\nlines' });
  await press(page, 'Shift+ArrowDown', '7', 'Control+Enter');
  await expectCells(page, { F2: '7', F3: '7' });
  await press(page, 'Delete');
  await expectCells(page, { F2: '', F3: '' });
});

test('an entry that cannot be taken stays open to be mended', async () => {
  const { page } = site();
  const refused = "There's a problem with this formula.";
  const status = (): Promise<string | null> => page.getByRole('status').first().textContent();
  await cell(page, 'F1').click();
  await page.keyboard.type('=SUM(C2:C4');
  await press(page, ',', ',', '*', 'Enter');
  await expectSoon(status, refused);
  await expectSoon(() => page.getByLabel('Cell entry').inputValue(), '=SUM(C2:C4,,*');
  await press(page, 'Backspace', 'Backspace', 'Backspace', ')', 'Enter');
  await expectCells(page, { F1: '600' });
  await page.getByLabel('Formula bar').fill('=C2+*');
  await press(page, 'Enter');
  await expectSoon(status, refused);
  await press(page, 'Backspace', '1', 'Enter');
  await expectCells(page, { F1: '600', F2: '301' });
});

test('cells are copied with their formulas, cut with what refers to them, filled down', async () => {
  const { page } = site();
  await cell(page, 'D2').click();
  await press(page, 'Control+c', 'ArrowRight', 'Control+v');
  await expectSoon(() => page.getByLabel('Formula bar').inputValue(), '=D2*2');
  await cell(page, 'C2').click();
  await press(page, 'Control+x', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+v');
  await expectCells(page, { C2: '', C5: '300', D2: '600' });
  await cell(page, 'D2').click();
  await expectSoon(() => page.getByLabel('Formula bar').inputValue(), '=C5*2');
  await press(page, 'Control+z');
  await expectCells(page, { C2: '300', C5: '' });
  await cell(page, 'D4').click();
  await press(page, 'ArrowDown', 'Control+d');
  await expectSoon(() => page.getByLabel('Formula bar').inputValue(), '=C5*2');
});

test('texts and tables come from and go to other programs', async () => {
  const { page } = site();
  await press(page, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
  await expectSoon(() => page.evaluate(() => navigator.clipboard.readText()), 'Invoice\tCustomer\r\nINV-3\tAcme');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text() ?? '';
  });
  expect(html).toContain('<tr><td>INV-3</td><td>Acme</td></tr>');
  await page.evaluate(async () => {
    const table = '<table><tr><td colspan="2">Both</td></tr><tr><td>1,250.50</td><td>a<br>b</td></tr></table>';
    const type = 'text/html';
    await navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([table], { type }) })]);
  });
  await cell(page, 'F2').click();
  await press(page, 'Control+v');
  await expectCells(page, { F2: 'Both', G2: '', F3: '1,250.50', G3: 'a\nb' });
  await press(page, 'Control+z');
  await expectCells(page, { F2: '', F3: '' });
});

test('Ctrl and F finds, Enter goes on and round, Shift and Enter back, Escape returns to the cell', async () => {
  const { page } = site();
  await press(page, 'Control+f');
  await page.keyboard.type('acme');
  await press(page, 'Enter');
  await expectActive(page, 'B2');
  await expectSoon(() => page.locator('.find-told').textContent(), '1 of 2');
  await press(page, 'Enter');
  await expectActive(page, 'B4');
  await press(page, 'Enter');
  await expectActive(page, 'B2');
  await press(page, 'Shift+Enter');
  await expectActive(page, 'B4');
  await press(page, 'Escape', 'ArrowRight');
  await expectActive(page, 'C4');
  await press(page, 'Control+f');
  await page.keyboard.type('nothing like it');
  await press(page, 'Enter');
  await expectSoon(() => page.locator('.find-told').textContent(), 'Not found');
  await press(page, 'Escape');
});

test('rows are inserted and deleted, bold is put on and off, a date is entered', async () => {
  const { page } = site();
  await cell(page, 'C3').click();
  await press(page, 'Shift+Space', 'Control++');
  await expectCells(page, { C3: '', C4: '100', D4: '200' });
  await press(page, 'Control+-');
  await expectCells(page, { C3: '100' });
  await press(page, 'Control+b');
  await expectSoon(() => cell(page, 'C3').evaluate((it) => it.style.fontWeight), '700');
  await press(page, 'Control+z');
  await expectSoon(() => cell(page, 'C3').evaluate((it) => it.style.fontWeight), '');
  await cell(page, 'F1').click();
  await press(page, 'Control+;', 'Enter', 'ArrowUp');
  const today = await page.evaluate(() => new Date().getFullYear());
  await expectSoon(async () => (await page.getByLabel('Formula bar').inputValue()).includes(String(today)), true);
});

test('the menu of a table’s header sorts, filters and clears by the keyboard alone', async () => {
  const { page } = site();
  await startOn(page, 'Table');
  const expectRows = (...rows: readonly string[]): Promise<void> =>
    expectSoon(async () => (await page.getByRole('rowheader').allTextContents()).slice(0, 2), rows);
  await press(page, 'Alt+ArrowDown', 'Enter');
  await expectCells(page, { A2: 'INV-1', A3: 'INV-2', A4: 'INV-3' });
  await press(page, 'ArrowRight', 'Alt+ArrowDown');
  await page.getByLabel('Search the values').fill('bolt');
  await press(page, 'Enter');
  await expectRows('2', '5');
  await press(page, 'Control+z');
  await expectRows('2', '3');
  await press(page, 'Control+z');
  await expectCells(page, { A2: 'INV-3' });
});

test('the menu key opens the menu of the cells, arrows and letters choose in it', async () => {
  const { page } = site();
  await cell(page, 'C3').click();
  await press(page, 'Shift+F10', 's', 's', 'Enter');
  await expectCells(page, { C2: '300', C3: '200', C4: '100', A4: 'INV-1' });
  await expectActive(page, 'C3');
});

test('the name box and F5 go to cells and areas, and say what there is not', async () => {
  const { page } = site();
  await press(page, 'F5');
  await page.keyboard.type('B2:C3');
  await press(page, 'Enter');
  await expectSelected(page, 'B2', 'C3');
  await press(page, 'Control+g');
  await page.keyboard.type('nowhere');
  await press(page, 'Enter');
  await expectSoon(() => page.getByRole('status').first().textContent(), 'There is no cell or name called nowhere.');
});
