/** The review: a person sees both sides and the evidence, decides, and takes it back. */

import { button, buttons, click, closePane, heading, openPane, spoken, text, then, type } from './support/screen';
import type { Desk } from './support/screen';
import { PLAN } from './support/workbook';

afterEach(closePane);

async function review(prepare: (desk: Desk) => void = () => undefined): Promise<Desk> {
  const desk = await openPane((made) => {
    made.preferences.kept = 'mk';
    prepare(made);
  });
  await click('Next: definitions');
  await click('Reconcile');
  await click('Review');
  expect(heading()).toBe('Review');
  return desk;
}

/** What the headers of the lists say. */
const items = (): string[] =>
  buttons()
    .filter((one) => /^(match|choice) /.test(one.id))
    .map((one) => one.querySelector('span span')?.textContent ?? '');

const open = (): string[] =>
  buttons()
    .filter((one) => /^(match|choice) /.test(one.id) && one.getAttribute('aria-expanded') === 'true')
    .map((one) => one.id);

/** A table's rows, cell by cell. */
const rows = (label: string): string[] =>
  [...document.querySelectorAll('table')]
    .filter((table) => table.getAttribute('aria-label') === label || table.caption?.textContent === label)
    .flatMap((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join(' | ')));

const marked = (): (string | null)[] => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);

const focused = (): string => document.activeElement?.id ?? '';

test('what waits is listed, the surest first and open; then what fits several ways, then any other match', async () => {
  await review();
  expect(items()).toEqual([
    'D-7 – INV-12',
    'D-9 – INV-14',
    'Birch Limited – Birch Ltd',
    'D-11 – INV-16',
    'R-8 fits 2 ways',
    'D-1 – INV-1',
  ]);
  expect(open()).toEqual(['match m1']);
  expect(text()).toContain('4 matches wait for a decision, the surest first.');
});

/** The plan with other records that several candidates fit. */
const withChoices = (choiceCount: number, choices = PLAN.review.choices) =>
  review(({ reconciler }) => {
    reconciler.runs = () => Promise.resolve({ ...PLAN, review: { ...PLAN.review, choices, choiceCount } });
  });

test('records that fit several ways are counted beyond those that are listed', async () => {
  await withChoices(31);
  const part = document.querySelector('[aria-label="Several fit"]');
  expect(part?.textContent).toContain('31 records fit several others equally well.');
  expect(part?.textContent).toContain('and 30 more on the Matches sheet');
  await click('R-8 fits 2 waysInvoice–receipt · Alder GmbH');
  await click('None of these for R-8');
  expect(part?.textContent).toContain('30 records fit several others equally well.');
});

test('without more of them than are listed none is told', async () => {
  await withChoices(1);
  expect(document.querySelector('[aria-label="Several fit"]')?.textContent).not.toContain('more on the Matches sheet');
});

test('two documents of one number in a candidate are both shown', async () => {
  const choice = PLAN.review.choices[0];
  const one = choice?.candidates[0]?.sides[0];
  if (choice === undefined || one === undefined) throw new Error('the plan has a choice');
  const two = { ...one, source: { sheet: 'Invoices', address: 'A9' } };
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await withChoices(1, [{ ...choice, candidates: [{ keys: ['c1', 'c4'], sides: [one, two] }] }]);
  await click('R-8 fits 1 wayInvoice–receipt · Alder GmbH');
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();
  expect(buttons().filter((found) => found.textContent === 'Invoices!A9')).toHaveLength(1);
});

test('both sides stand beside each other, and what differs is told', async () => {
  const { workbook } = await review();
  expect(rows('D-7 and INV-12 compared')).toEqual([
    'Compared | DealD-7 | InvoiceINV-12',
    'Customer ≠ differs | Birch Ltd | Birch Limited',
    'Date | 1 Mar 2026 | 15 Mar 202614 days later',
    'Amount ≠ differs | 1,200.00 EUR | 1,194.00 EUR6.00 less',
    'Text | Licences | PO-7',
    'Source | Deals!A7 | Invoices!A7',
  ]);
  expect(marked()).toEqual(['Ltd', 'Limited']);
  await click('Show INV-12 at Invoices!A7');
  expect(workbook.shown).toEqual(['Invoices!A7']);
});

test('the evidence stands as numbers that add up to how sure it is, with the runner-up', async () => {
  await review();
  expect(rows('What speaks for it and against it')).toEqual([
    'Amount: equal |  | +8.0',
    'Customer: another |  | −5.0',
    'Before any evidence |  | −0.1',
    'In all: 88% sure | +2.9',
  ]);
  expect(text()).toContain('Next best: D-8: 3 days later.');
});

test('confirming writes it, goes on to the next, says so, and the next run is said to honour it', async () => {
  const { workbook } = await review();
  await click('Confirm');
  expect([...workbook.decisions.values()]).toEqual([
    { matchKey: 'm1', typed: 'confirmed', decidedBy: 'mk', decidedAt: '2026-05-04' },
  ]);
  expect(items()[0]).toBe('D-9 – INV-14');
  expect(open()).toEqual(['match m2']);
  expect(focused()).toBe('match m2');
  expect(spoken()).toBe('Confirmed: D-7 – INV-12. 3 matches wait for a decision, the surest first.');
  expect(document.querySelector('footer')?.textContent).toContain('1 decision waits for the next run.');
  await click('Run again');
  expect(document.querySelector('footer')?.textContent).not.toContain('next run');
});

test('undo brings the match back where it was, and what stood in the sheet', async () => {
  const { workbook } = await review(({ workbook: before }) =>
    before.decisions.set('m1', { matchKey: 'm1', typed: 'ask Kim', decidedBy: '', decidedAt: '' }),
  );
  await click('Refuse');
  expect(workbook.decisions.get('m1')?.typed).toBe('refused');
  await click('Undo: D-7 – INV-12');
  expect(workbook.decisions.get('m1')?.typed).toBe('ask Kim');
  expect(open()).toEqual(['match m1']);
  expect(focused()).toBe('match m1');
  expect(spoken()).toContain('Undone: D-7 – INV-12.');
  expect(buttons().some((one) => one.textContent === 'Undo')).toBe(false);
});

test('a name pair can be made the same customer for good', async () => {
  const { workbook } = await review();
  await click('Birch Limited – Birch LtdCustomer · 70% sure');
  await click('Always the same customer');
  expect(workbook.aliases).toEqual([
    { kind: 'Customer', from: 'Birch Ltd', to: 'Birch Limited', fromDate: '', decidedBy: 'mk', decidedAt: '2026-05-04' },
  ]);
  expect(items()).not.toContain('Birch Limited – Birch Ltd');
  await click('Undo: Birch Limited – Birch Ltd');
  expect(workbook.aliases).toEqual([]);
});

test('all like it are confirmed only after their number and amount were shown, and taken back together', async () => {
  const { workbook } = await review();
  await click('D-11 – INV-16Deal–invoice · Alder GmbH · 60% sure');
  await click('Confirm 3 like it…');
  const dialog = document.querySelector('[role="alertdialog"]')?.textContent ?? '';
  expect(dialog).toContain('All suggested Deal–invoice matches of the pass “within tolerance”, each at least 60% sure.');
  expect(dialog).toContain('Together they carry 1,695.00 EUR and 701.00 USD.');
  await click('Not now');
  expect(workbook.decisions.size).toBe(0);
  await click('Confirm 3 like it…');
  await click('Confirm 3');
  expect([...workbook.decisions.keys()]).toEqual(['m1', 'm2', 'm4']);
  expect(items()[0]).toBe('Birch Limited – Birch Ltd');
  await click('Undo: 3 matches');
  expect([...workbook.decisions.values()].map(({ typed }) => typed)).toEqual(['', '', '']);
});

test('like a match are only those that are at least as sure', async () => {
  await review();
  expect(buttons().some((one) => one.textContent.includes('like it'))).toBe(false);
  await click('D-9 – INV-14Deal–invoice · Alder GmbH · 80% sure');
  expect(button('Confirm 2 like it…')).toBeDefined();
});

test('one of those that tie can be taken, all of its members with it; or none', async () => {
  const { workbook } = await review();
  await click('R-8 fits 2 waysInvoice–receipt · Alder GmbH');
  await click('Take this one: INV-4 + INV-5 for R-8');
  expect([...workbook.decisions.values()].map(({ matchKey, typed }) => `${matchKey} ${typed}`)).toEqual([
    'c2 confirmed',
    'c3 confirmed',
  ]);
  expect(items()).not.toContain('R-8 fits 2 ways');
  expect(heading()).toBe('Review');
  expect(focused()).toBe('step-heading');
  await click('Undo: INV-4 + INV-5 – R-8');
  expect(focused()).toBe('choice Invoice–receipt receipt.R-8');
  await click('None of these for R-8');
  expect([...workbook.decisions.values()].map(({ matchKey, typed }) => `${matchKey} ${typed}`)).toEqual([
    'c2 refused',
    'c3 refused',
    'c1 refused',
  ]);
});

test('a refused match shows what it would have been, and the refusal can be taken back', async () => {
  const { workbook } = await review();
  const show = [...document.querySelectorAll('select')].at(-1);
  if (show === undefined) throw new Error('no choice of states');
  expect([...show.options].map((option) => option.textContent)).toEqual(['Sure (1)', 'Refused (1)', 'Without a partner (1)']);
  await type(show, 'refused', 'change');
  await click('D-2 – INV-9Deal–invoice · Alder GmbH · would be 99.2% sure');
  await click('Take the decision back');
  expect(workbook.decisions.get('m6')).toEqual({ matchKey: 'm6', typed: '', decidedBy: '', decidedAt: '' });
});

test('what found no partner is told its nearest candidate and what spoke against it', async () => {
  await review();
  const show = [...document.querySelectorAll('select')].at(-1);
  if (show === undefined) throw new Error('no choice of states');
  await type(show, 'unmatched', 'change');
  await click('D-3 – INV-19Deal–invoice · Alder GmbH · only 0.4% sure');
  expect(text()).toContain('Not linked, against it: amount: 20 % less.');
});

test('initials are asked once, before the first decision', async () => {
  const { workbook, preferences } = await review(({ preferences: fresh }) => (fresh.kept = null));
  await click('Confirm');
  expect(workbook.decisions.size).toBe(0);
  const field = document.querySelector<HTMLInputElement>('[role="dialog"] input');
  if (field === null) throw new Error('nobody asks for initials');
  await type(field, ' jd ');
  await click('Continue');
  expect(preferences.kept).toBe('jd');
  expect(workbook.decisions.get('m1')?.decidedBy).toBe('jd');
  await click('Confirm');
  expect(workbook.decisions.get('m2')?.decidedBy).toBe('jd');
});

test('a decision that cannot be written is told, though another step was opened meanwhile', async () => {
  let refuse: (why: Error) => void = () => undefined;
  await review(({ workbook }) => {
    workbook.writeDecisions = () => new Promise((_, reject) => (refuse = reject));
  });
  await click('Confirm');
  await click('Definitions');
  expect(heading()).toBe('Definitions');
  await then(() => refuse(new Error('the sheet is protected')));
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('the sheet is protected');
});

test('a decision that cannot be written is told, and the match stays', async () => {
  await review(({ workbook }) => (workbook.lost = 'm1'));
  await click('Confirm');
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('no longer on the Matches sheet');
  expect(items()[0]).toBe('D-7 – INV-12');
});
