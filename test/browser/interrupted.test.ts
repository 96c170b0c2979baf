/** What may come between: a worker that dies, a second pane, storage that is refused, a slow Excel, none at all, a pane that is left. */

import type { Browser, Page } from 'playwright-core';
import { german } from '../../src/taskpane/texts/de';
import { forgetHeld, heldBack, hurry, openDoor, shutWhile, slowDown, wasHurried } from './door';
import { finished, launchBrowser, openLargeSample, openSite, reconcile, reopenPane, RESULT_SHEETS, sheetNames } from './site';
import type { Site } from './site';

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

/** Lets tests reach the workers of panes opened from then on. */
const holdWorkers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const workers: Worker[] = [];
    class Held extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        workers.push(this);
      }
    }
    Object.assign(window, { Worker: Held, heldWorkers: workers });
  });

/** Ends the worker as soon as the pane says that it matches; the browser tells of it or not. */
const killOnceItMatches = (body: Element, isTold: boolean): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!body.textContent.includes('Matching')) return;
      observer.disconnect();
      const workers = Reflect.get(window, 'heldWorkers') as Worker[];
      for (const worker of workers) {
        worker.terminate();
        if (isTold) worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
      }
      resolve();
    });
    observer.observe(body, { subtree: true, childList: true, characterData: true });
  });

async function openHeld(): Promise<Site> {
  const site = await openSite(browser);
  await holdWorkers(site.page);
  await openLargeSample(site);
  return site;
}

const start = async ({ pane }: Site): Promise<void> => {
  await pane.getByRole('button', { name: 'Next: definitions' }).click();
  await pane.getByRole('button', { name: 'Reconcile', exact: true, disabled: false }).click();
};

test('a worker that is killed in the middle of a run is told, where the person looks, and the next run works', async () => {
  const site = await openHeld();
  const { page, pane } = site;
  const before = await sheetNames(page);
  const killed = pane.locator('body').evaluate(killOnceItMatches, true);
  await start(site);
  await killed;
  const alert = pane.getByRole('alert');
  await alert.filter({ hasText: 'The calculation stopped: out of memory' }).waitFor();
  expect(await alert.evaluate((bar) => bar.getBoundingClientRect().top)).toBeGreaterThan(0);
  expect(await alert.evaluate((bar) => bar.getBoundingClientRect().top < innerHeight)).toBe(true);
  expect(await sheetNames(page)).toEqual(before);
  await pane.getByRole('button', { name: 'Reconcile', exact: true }).click();
  await finished(pane);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a worker that dies without a word can be cancelled, and the next run works', async () => {
  const site = await openHeld();
  const { pane } = site;
  const killed = pane.locator('body').evaluate(killOnceItMatches, false);
  await start(site);
  await killed;
  await pane.getByRole('button', { name: 'Cancel', exact: true }).click();
  await pane.getByRole('status').filter({ hasText: 'Cancelled. The workbook is as it was.' }).waitFor();
  await pane.getByRole('button', { name: 'Reconcile', exact: true }).click();
  await finished(pane);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('of two panes over one workbook only one writes at a time, the other says so and can go on later', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.id = 'second';
    frame.style.cssText = 'position:fixed;right:360px;bottom:0;width:350px;height:600px;z-index:9';
    document.body.append(frame);
    const openPaneIn = Reflect.get(window, 'openPaneIn') as (frame: HTMLIFrameElement) => void;
    openPaneIn(frame);
  });
  const second = page.frameLocator('#second');
  await second.getByRole('button', { name: 'Next: definitions' }).click();
  await shutWhile(page, 'Writing the sheets');
  await start(site);
  await heldBack(page);
  await second.getByRole('button', { name: 'Reconcile', exact: true }).click();
  await second.getByText('Tieout is writing into this workbook from another pane or button.').waitFor();
  await openDoor(page);
  await finished(pane);
  await second.getByRole('button', { name: 'Reconcile', exact: true }).click();
  await finished(second);
  expect((await sheetNames(page)).filter((name) => RESULT_SHEETS.includes(name))).toEqual(RESULT_SHEETS);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

/** How a browser refuses storage: at the door, or at the first thing put in. */
const REFUSALS: readonly (readonly [string, () => void])[] = [
  [
    'forbidden',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('storage is forbidden', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('storage is full', 'QuotaExceededError');
      };
    },
  ],
];

test.each(REFUSALS)('storage that is %s costs memory only: the pane reconciles and asks nothing twice', async (_, refuse) => {
  const site = await openSite(browser);
  const { page, pane } = site;
  await page.addInitScript(refuse);
  await page.reload();
  await pane.getByRole('button', { name: 'Got it' }).click();
  await reconcile(site);
  await pane.getByRole('button', { name: 'Sources', exact: true }).click();
  await pane.getByRole('heading', { name: 'Sources', exact: true }).waitFor();
  expect(await pane.getByRole('button', { name: 'Got it' }).count()).toBe(0);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('over a slow Excel each step is told, the share grows, and the result is the same', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  await slowDown(page, 60);
  await pane.locator('body').evaluate((body) => {
    const shares: number[] = [];
    Reflect.set(window, 'shares', shares);
    new MutationObserver(() => {
      const bar = body.querySelector('[role=progressbar]');
      const share = Number(bar?.getAttribute('aria-valuenow') ?? Number.NaN);
      if (!Number.isNaN(share) && share !== shares.at(-1)) shares.push(share);
    }).observe(body, { subtree: true, childList: true, attributes: true });
  });
  await reconcile(site);
  const shares = await pane.locator('body').evaluate(() => Reflect.get(window, 'shares') as number[]);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  await pane.getByText('Every amount is attributed and every row is accounted for.').waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('a pane that is left while it writes leaves the workbook as it was, and the next one runs', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  const before = await sheetNames(page);
  await shutWhile(page, 'Writing the sheets');
  await start(site);
  await heldBack(page);
  await forgetHeld(page);
  await reopenPane(site);
  await openDoor(page);
  await pane.getByRole('button', { name: 'Next: definitions', disabled: false }).waitFor();
  expect(await sheetNames(page)).toEqual(before);
  await reconcile(site);
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('an Excel that does not answer is told after a while, in the language of the browser, and the pane goes on once it does', async () => {
  const site = await openSite(browser, 'story.xlsx', { locale: 'de-DE' }, german);
  const { page, pane } = site;
  await hurry(page, 4_000);
  await shutWhile(page, '*');
  await reopenPane(site);
  await pane.getByRole('alert').filter({ hasText: german.officeSlow.what }).waitFor();
  expect(await wasHurried(pane)).toBe(true);
  await pane.locator('html[lang=de][dir=ltr]').waitFor({ state: 'attached' });
  await openDoor(page);
  await pane.getByRole('button', { name: german.sources.next, disabled: false }).waitFor();
  expect(site.watched.faults).toEqual([]);
  await site.close();
});

test('where office.js does not load the pane says so', async () => {
  const site = await openSite(browser);
  const { page, pane } = site;
  await page.route(/(paneStart|paneOffice|excel-web-16\.00)\.js$/, (route) => route.abort());
  await reopenPane(site);
  await pane.getByRole('alert').filter({ hasText: 'the file office.js did not load' }).waitFor();
  expect(site.watched.faults.filter((fault) => !/ERR_FAILED|^failed: /.test(fault))).toEqual([]);
  await site.close();
});
