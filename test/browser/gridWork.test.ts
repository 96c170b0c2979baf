/** What the grid does for a jump over 100,000 rows, counted and not timed: a busy machine counts alike. */

import type { Browser } from 'playwright-core';
import { writeXlsx } from '../../host/files/writeXlsx';
import { createWorkbook } from '../../host/workbook/workbook';
import { expectSoon } from './grid';
import { launchBrowser, openFile, openSite } from './site';
import type { Site } from './site';

const ROWS = 100_000;

function longBook(): Uint8Array {
  const workbook = createWorkbook('long.xlsx');
  workbook.transact('load', () => {
    const sheet = workbook.addSheet('Long');
    ['Invoice', 'Customer', 'Amount', 'Note'].forEach((header, column) => sheet.setValue(0, column, header));
    for (let row = 1; row <= ROWS; row += 1) {
      sheet.setValue(row, 0, `INV-${String(row)}`);
      sheet.setValue(row, 1, `Customer ${String(row % 977)} of a long name`);
      sheet.setValue(row, 2, (row * 7919) % 100_000);
      sheet.setValue(row, 3, 'paid');
    }
  });
  return writeXlsx(workbook);
}

interface Work {
  readonly rowsInSight: number;
  readonly cellsInSight: number;
  readonly rowsAdded: number;
  readonly nodesAdded: number;
  readonly nodesChanged: number;
  readonly textsMeasured: number;
}

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await openSite(browser);
  await openFile(site, 'long.xlsx', longBook(), 'Long');
});
afterAll(() => browser.close());

/** Scrolls to a row and counts what that takes, until the page has come to rest. */
const jump = (row: number): Promise<Work> =>
  site.page.evaluate(async (to) => {
    const grid = document.querySelector('[role=grid]');
    if (!(grid instanceof HTMLElement)) throw new Error('the page has no grid');
    const frames = async (): Promise<void> => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    };
    await frames();
    const counts = { rowsAdded: 0, nodesAdded: 0, nodesChanged: 0, textsMeasured: 0 };
    const pen = CanvasRenderingContext2D.prototype;
    const measureText = Reflect.get(pen, 'measureText');
    pen.measureText = function measured(text) {
      counts.textsMeasured += 1;
      return measureText.call(this, text);
    };
    const changed = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'attributes') changed.add(target);
        for (const node of addedNodes) {
          if (!(node instanceof HTMLElement)) continue;
          if (node.getAttribute('role') === 'row') counts.rowsAdded += 1;
          counts.nodesAdded += 1 + node.querySelectorAll('*').length;
        }
      }
    });
    observer.observe(grid, { subtree: true, childList: true, attributes: true });
    grid.scrollTop = to * 20;
    await frames();
    observer.disconnect();
    pen.measureText = measureText;
    return {
      ...counts,
      nodesChanged: changed.size,
      rowsInSight: grid.querySelectorAll('.grid-rows [role=row]').length,
      cellsInSight: grid.querySelectorAll('.grid-rows [role=gridcell]').length,
    };
  }, row);

test('a jump draws what comes into sight once, wherever in the sheet it leads', async () => {
  const near = await jump(5_000);
  const far = await jump(95_000);
  expect(near.rowsInSight).toBeGreaterThan(20);
  for (const work of [near, far]) {
    expect(work.rowsAdded).toBe(work.rowsInSight);
    // A cell and its letters, a row's own parts, the frame of the selection.
    expect(work.nodesAdded).toBeLessThanOrEqual(2 * work.cellsInSight + 5 * work.rowsInSight + 20);
    // Rows are not touched again once they are drawn; columns, groups and the frame are.
    expect(work.nodesChanged).toBeLessThanOrEqual(work.rowsInSight + 60);
    // Of a full sheet hardly a text is measured: a number fits by its letters, a text has neighbours.
    expect(work.textsMeasured).toBeLessThanOrEqual(work.rowsInSight);
  }
});

test('a step of one row draws one row', async () => {
  await jump(50_000);
  const work = await jump(50_001);
  expect(work.rowsAdded).toBeLessThanOrEqual(2);
  expect(work.nodesAdded).toBeLessThanOrEqual((work.cellsInSight / work.rowsInSight) * 4 + 30);
});

test('the browser keeps the cells in one layer, not each row in layers of its own', async () => {
  const devtools = await site.page.context().newCDPSession(site.page);
  let layers = Infinity;
  devtools.on('LayerTree.layerTreeDidChange', ({ layers: found }) => {
    if (found !== undefined) layers = found.length;
  });
  await devtools.send('DOM.enable');
  await devtools.send('LayerTree.enable');
  await jump(70_000);
  await expectSoon(() => Promise.resolve(layers <= 24), true);
});
