/** Every screen of the pane, each with the way to it from the one before: what the tests of looks and access go through. */

import type { FrameLocator } from 'playwright-core';
import { writeXlsx } from '../../host/files/writeXlsx';
import type { Texts } from '../../src/taskpane/texts/en';
import { exportsWorkbook } from '../support/exports';
import { reviewWorkbook } from '../support/reviewBook';
import { heldBack, openDoor, shutWhile } from './door';
import { goTo, openBook, openFile, openSheet, reopenPane, savedWorkbook } from './site';
import type { Site } from './site';

export interface Screen {
  readonly name: string;
  /** What alone can be used while it is open, as a selector; left out where that is all. */
  readonly within?: string;
  /** Leaves the pane at the screen. @param words in the language that the pane speaks. */
  readonly open: (site: Site, words: Texts) => Promise<void>;
}

const press = (pane: FrameLocator, name: string): Promise<void> => pane.getByRole('button', { name, exact: true }).last().click();

const heading = (pane: FrameLocator, name: string): Promise<void> => pane.getByRole('heading', { name, exact: true }).waitFor();

/** Opens what is closed, and then what stood within it. */
async function openAll(pane: FrameLocator): Promise<void> {
  const closed = pane.locator('main button[aria-expanded=false]');
  for (let depth = 0; depth < 2; depth += 1)
    await closed.evaluateAll(async (buttons) => {
      for (const button of buttons) {
        if (button instanceof HTMLElement) button.click();
        await new Promise(requestAnimationFrame);
      }
    });
}

/** In the order in which a person comes by. A part of the pane that is added has its screen here. */
export const SCREENS: readonly Screen[] = [
  { name: 'first run', open: ({ pane }, words) => heading(pane, words.sources.heading) },
  {
    name: 'menu',
    within: '[role=menu]',
    async open({ pane }, words) {
      await press(pane, words.more);
      await pane.getByRole('menuitem', { name: words.welcome.again }).waitFor();
    },
  },
  {
    name: 'questions',
    async open(site, words) {
      await site.page.keyboard.press('Escape');
      await press(site.pane, words.welcome.done);
      await openFile(site, 'exports.xlsx', exportsWorkbook(), 'Umsätze');
    },
  },
  { name: 'sources, all open', open: ({ pane }) => openAll(pane) },
  {
    name: 'definitions, all open',
    async open(site, words) {
      await openFile(site, 'review.xlsx', reviewWorkbook(), 'Receipts');
      await press(site.pane, words.sources.next);
      await site.pane.getByRole('button', { name: words.definitions.run, exact: true, disabled: false }).waitFor();
      await openAll(site.pane);
    },
  },
  {
    name: 'run under way',
    async open({ page, pane }, words) {
      await shutWhile(page, words.progress.write);
      await press(pane, words.definitions.run);
      await heldBack(page);
    },
  },
  {
    name: 'run being cancelled',
    async open({ pane }, words) {
      await press(pane, words.cancel);
      await pane.getByRole('button', { name: words.cancelling, exact: true }).waitFor();
    },
  },
  {
    name: 'run cancelled',
    async open({ page, pane }, words) {
      await openDoor(page);
      await pane
        .getByText(words.notice({ kind: 'cancelled', work: 'run' }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'results',
    async open({ pane }, words) {
      await press(pane, words.definitions.run);
      await heading(pane, words.results.heading);
      await pane.getByRole('button', { name: words.results.runAgain }).waitFor();
    },
  },
  {
    name: 'explanation of an exception, all open',
    async open({ page, pane }, words) {
      await openSheet(page, 'Exceptions');
      await goTo(page, 'A6');
      await pane.getByRole('region', { name: words.explain.history }).waitFor();
      await pane.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    },
  },
  {
    name: 'question before removing',
    within: '[role=alertdialog]',
    async open({ pane }, words) {
      await press(pane, words.explain.back(words.steps.results));
      await press(pane, words.results.remove);
      await pane.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'review',
    async open({ pane }, words) {
      await press(pane, words.remove.keep);
      await press(pane, words.results.review);
      await heading(pane, words.review.heading);
    },
  },
  {
    name: 'initials',
    within: '[role=dialog]',
    async open({ pane }, words) {
      await press(pane, words.review.confirm);
      await pane.getByRole('textbox', { name: words.review.initials.label }).waitFor();
    },
  },
  {
    name: 'review, decided',
    async open({ pane }, words) {
      await press(pane, words.review.initials.without);
      await pane.getByRole('button', { name: words.review.undo }).first().waitFor();
    },
  },
  {
    name: 'result of the run before',
    async open({ page, pane }, words) {
      await reopenPane({ page, pane });
      await pane.getByText(words.results.unchanged).waitFor();
    },
  },
  {
    name: 'trouble',
    async open(site, words) {
      const workbook = await savedWorkbook(site.page);
      const summary = workbook.sheet('Summary');
      if (summary === null) throw new Error('the workbook has no results');
      summary.protection.protected = true;
      const pane = await openBook(site, 'locked.xlsx', writeXlsx(workbook), 'Receipts');
      await pane.getByText(words.results.unchanged).waitFor();
      await press(site.pane, words.results.runAgain);
      await site.pane.getByRole('alert').getByRole('button', { name: words.dismiss }).waitFor();
    },
  },
  {
    name: 'empty workbook',
    async open({ page, pane }, words) {
      await page.locator('#samples').selectOption('empty.xlsx');
      await pane.getByRole('button', { name: words.welcome.trySample }).waitFor();
    },
  },
  {
    name: 'result of the sample data',
    async open({ pane }, words) {
      await press(pane, words.welcome.trySample);
      await heading(pane, words.results.heading);
      await pane.getByRole('button', { name: words.results.runAgain }).waitFor();
    },
  },
  {
    name: 'results being removed',
    async open({ page, pane }, words) {
      await press(pane, words.results.remove);
      await shutWhile(page, words.progress['remove sheets']);
      await press(pane, words.remove.confirm);
      await heldBack(page);
    },
  },
  {
    name: 'results removed',
    async open({ page, pane }, words) {
      await openDoor(page);
      await pane
        .getByText(words.notice({ kind: 'removed', sheets: 7 }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'without storage',
    async open({ page, pane }, words) {
      await page.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('The document may store nothing.', 'SecurityError');
          },
        }),
      );
      await reopenPane({ page, pane });
      await pane.getByRole('button', { name: words.sources.next, disabled: false }).waitFor();
    },
  },
  {
    name: 'without office.js',
    async open({ page, pane }, words) {
      await page.route(/(paneStart|paneOffice|excel-web-16\.00)\.js$/, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      );
      await reopenPane({ page, pane });
      await pane.getByText(words.officeMissing.what).waitFor();
    },
  },
];
