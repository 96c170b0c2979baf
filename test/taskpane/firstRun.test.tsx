import type { Inspection } from '../../src/settings/inspection';
import { buttons, click, closePane, heading, openPane, text } from './support/screen';
import type { Desk } from './support/screen';
import { inspection } from './support/workbook';

afterEach(closePane);

const NOTHING: Inspection = { sources: [], questions: [], obstacles: [] };
const empty = ({ reconciler }: Desk): void => {
  reconciler.inspections = [NOTHING, inspection()];
};
const names = (): string[] => buttons().map(({ textContent }) => textContent);

test('the first pane says in three lines what Tieout does, and never again once it was read', async () => {
  const { preferences } = await openPane();
  expect(document.querySelectorAll('[aria-label="What Tieout does"] li')).toHaveLength(3);
  await click('Got it');
  expect(preferences.isWelcomed()).toBe(true);
  expect(document.querySelector('[aria-label="What Tieout does"]')).toBeNull();
});

test('one click on an empty workbook shows what a result looks like', async () => {
  const { workbook } = await openPane(empty);
  await click('Try it on sample data');
  expect(workbook.sampled).toHaveLength(1);
  expect(heading()).toBe('Results');
  expect(text()).toContain('Made-up sample data: Sample CRM deals, Sample invoices');
});

test('is offered later too, while there is nothing to reconcile', async () => {
  const { workbook } = await openPane((desk) => {
    desk.preferences.setWelcomed();
    empty(desk);
  });
  await click('Try it on sample data');
  expect(workbook.sampled).toHaveLength(1);
});

test('is not offered where the workbook has sources', async () => {
  await openPane();
  expect(names()).not.toContain('Try it on sample data');
});

test('the sample is taken away by one click', async () => {
  const { workbook } = await openPane(empty);
  await click('Try it on sample data');
  await click('Remove the sample data');
  expect(workbook.kept.sample).toEqual([]);
  expect(text()).toContain('Removed 4 sample sheets.');
});

test('what a person changed in it goes only after a question', async () => {
  const { workbook } = await openPane((desk) => {
    empty(desk);
    desk.workbook.changedSample = ['Sample receipts'];
  });
  await click('Try it on sample data');
  await click('Remove the sample data');
  expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('Somebody changed Sample receipts');
  expect(workbook.kept.sample).toEqual(['Sample receipts']);
  await click('Remove them');
  expect(workbook.kept.sample).toEqual([]);
});
