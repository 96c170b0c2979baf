import type { LastRun } from '../../src/settings/lastRun';
import { button, buttons, click, closePane, heading, openPane, pick, text, then } from './support/screen';
import type { Desk } from './support/screen';
import { KEPT, PLAN } from './support/workbook';

afterEach(closePane);

const RAN = { on: '2026-04-30', sources: { Deals: 'a', Invoices: 'b' } };
const LAST: LastRun = { ...PLAN.run, digest: PLAN.digest, ran: RAN };

const holds = (lastRun: LastRun, change: (desk: Desk) => void = () => undefined) =>
  openPane((desk) => {
    desk.workbook.kept = { ...KEPT, lastRun };
    desk.workbook.places = { Exceptions: { sheet: 'Exceptions (2)', address: 'B4' } };
    change(desk);
  });

describe('a pane opened again over a workbook with results', () => {
  test('shows them without a new run, says when that was and that nothing has changed', async () => {
    const { reconciler } = await holds(LAST);
    expect(heading()).toBe('Results');
    expect(reconciler.requests).toEqual([]);
    expect(text()).toContain('This is the result of the run of 30 Apr 2026. The sources have not changed since.');
    expect(text()).toContain('Booked412,500.00');
    expect(document.activeElement).toBe(document.body);
  });

  test('leads to the sheets under the names that they have today', async () => {
    const { workbook } = await holds(LAST);
    await click('Open the Exceptions sheet');
    expect(workbook.shown).toEqual(['Exceptions (2)!B4']);
  });

  test('names the sources that changed, came or went', async () => {
    await holds(LAST, ({ reconciler }) => (reconciler.prints = { Deals: 'a', Invoices: 'other', Receipts: 'c' }));
    expect(text()).toContain('Changed since: Invoices, Receipts. Run again to see what that does.');
  });

  test('shows the result of a run that was made outside the pane, and does not claim what it cannot know', async () => {
    await holds({ ...PLAN.run, digest: PLAN.digest, ran: null });
    expect(text()).toContain('This is the result of the last run. Run again to see whether anything has changed.');
  });

  test('begins with the sources where the workbook keeps no figures', async () => {
    await holds(PLAN.run);
    expect(heading()).toBe('Sources');
  });

  test('matches can be reviewed after a run, not before', async () => {
    await holds(LAST);
    expect(button('Review').getAttribute('aria-disabled')).toBe('true');
    await click('Run again');
    expect(buttons().filter(({ textContent }) => textContent === 'Review')).toHaveLength(2);
    expect(text()).not.toContain('This is the result of the run of');
  });

  test('a source that is changed while the result is shown makes it old', async () => {
    const { workbook } = await holds(LAST);
    await then(() => workbook.change());
    expect(text()).toContain('The sources have changed since. Run again to see what that does.');
  });

  test('sheets that are read again are compared again', async () => {
    const { workbook, reconciler } = await holds(LAST);
    await then(() => workbook.change());
    reconciler.prints = { Deals: 'a', Invoices: 'other' };
    await click('Sources');
    await pick('Read the sheets again');
    await click('Results');
    expect(text()).toContain('Changed since: Invoices.');
  });

  test('a run made here is old once changed sheets were read again', async () => {
    const { workbook, reconciler } = await holds(LAST);
    await click('Run again');
    workbook.kept = { ...KEPT, lastRun: LAST };
    await then(() => workbook.change());
    reconciler.prints = { Deals: 'a', Invoices: 'other' };
    await pick('Read the sheets again');
    expect(text()).toContain('Changed since: Invoices.');
    expect(text()).not.toContain('This is the result of');
  });

  test('what was removed is not shown again', async () => {
    const { workbook } = await holds(LAST);
    workbook.kept = KEPT;
    await click('Remove results');
    await click('Remove');
    expect(heading()).toBe('Sources');
    expect(button('Results').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('every figure leads to its cells', () => {
  test.each([
    ['Booked 412,500.00: show in the sheet', 'tblReconciliation[Booked]'],
    ['Booked less invoiced 32,376.55: show in the sheet', 'tblReconciliation[Booked less invoiced]'],
    ['To settle 2,376.55: show in the sheet', 'tblReconciliation[To settle: booked less invoiced]'],
    ['Definition: show in Booked less invoiced', 'tblVariances[Class] BI Definition'],
    ['High: show the first', 'tblExceptions[Priority] High'],
    ['Data quality: show the first', 'tblExceptions[Class] Data quality'],
  ])('%s', async (link, place) => {
    const { workbook } = await holds(LAST);
    await click(link);
    expect(workbook.shown).toEqual([place]);
  });
});

test('the bridge of a gap reads as its figures to those who do not see it', async () => {
  await holds(LAST);
  const picture = document.querySelector('[aria-label="Booked less invoiced"] svg');
  expect(picture?.querySelector('title')?.textContent).toBe('From Booked to Invoiced');
  expect(picture?.querySelector('desc')?.textContent).toBe(
    'Booked 412,500.00; Definition 1,000.00; Timing -31,000.00; Data quality -2,376.55; Invoiced 380,123.45',
  );
});
