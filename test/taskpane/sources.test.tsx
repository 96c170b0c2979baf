/** What the Sources step says of each source, and what a person can change there. */

import { choose, click, closePane, control, leave, openPane, press, text, then, type } from './support/screen';
import { DATE_ORDER, grid, inspection, source } from './support/workbook';
import type { Inspection, Question, SourceInspection } from '../../src/settings/inspection';
import { answerMapping, HEADINGS } from '../../src/settings/mapping';

afterEach(closePane);

const card = (title: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('main section')].find(
    (section) => section.getAttribute('aria-label') === title,
  );
  if (found === undefined) throw new Error(`no card of “${title}”`);
  return found;
};

const only = (changed: Partial<SourceInspection>): Inspection => ({
  ...inspection(),
  sources: [{ ...source('Sales invoices: Customer=customer, Num=id, Date=date, Amount=amount, Memo', 0), ...changed }],
});

const open = (...inspections: readonly Inspection[]) =>
  openPane(({ reconciler }) => {
    reconciler.inspections = [...inspections];
  });

describe('a card says', () => {
  test('where the header is, what a row is and what becomes of the rows', async () => {
    await open(only({ headerAt: [5], grain: 'repeated' }));
    expect(card('Sales').textContent).toContain('Header in row 5 · A document’s amount repeats on its rows, counted once');
    expect(card('Sales').textContent).toContain('1,240 rows: 1,200 used · 38 left out: not won');
    expect(card('Sales').textContent).toContain('2 unreadable, to be listed as exceptions');
  });

  test.each([
    [[4, 5], 'Header in rows 4 and 5'],
    [[], 'No header'],
  ])('a header at %p as “%s”', async (headerAt, words) => {
    await open(only({ headerAt }));
    expect(card('Sales').textContent).toContain(words);
  });

  test('the zone of its dates', async () => {
    await open(only({ zone: { zones: ['UTC'], nearMonthEnd: 3 } }));
    expect(card('Sales').textContent).toContain('Dates as written, in UTC; 3 near a month’s end');
  });

  test('hidden rows', async () => {
    await open(only({ hiddenRows: 12 }));
    expect(card('Sales').textContent).toContain('12 hidden or filtered away, all read all the same');
  });

  test('that a list of receipts is a bank’s', async () => {
    const bank = source('Bank receipts: Date=date, Amount=amount', 0);
    await open(only({ ...bank, isBankList: true }));
    expect(card('Bank').querySelector('option:checked')?.textContent).toBe('Bank list');
  });

  test('which of the sheet’s tables it is, where there are several', async () => {
    const [first] = only({ area: 'A1:E30' }).sources;
    if (first === undefined) throw new Error('no source');
    const second = { ...first, block: 1, area: 'A40:E60', mapping: { ...first.mapping, block: 1 } };
    const { reconciler } = await open({ ...inspection(), sources: [first, second] });
    expect(card('Sales · first table, A1:E30')).toBeDefined();
    const [, role] = document.querySelectorAll('main select');
    if (role === undefined) throw new Error('no second source');
    await choose(role, 'credits');
    expect(reconciler.looks.at(-1)?.map(({ block, role: now }) => [block, now])).toEqual([[1, 'credits']]);
  });

  test('and leads to the table in the sheet', async () => {
    const { workbook } = await open(only({ area: 'A5:E120' }));
    await click('Show A5:E120 in the sheet');
    expect(workbook.shown).toEqual(['Sales!A5:E120']);
  });
});

test('cells that were not read and a hidden sheet are told', async () => {
  await openPane(({ workbook, reconciler }) => {
    const own = { ...grid('Sales'), isSheetHidden: true, apart: ['T4', 'T9:U12'] };
    workbook.readSources = () => Promise.resolve([own]);
    reconciler.inspections = [only({})];
  });
  expect(card('Sales').textContent).toContain('A hidden sheet, read all the same');
  expect(card('Sales').textContent).toContain('Not read, being no part of its table: T4, T9:U12');
});

describe('headings between the rows', () => {
  const grouped = only({ headings: [{ column: HEADINGS, examples: ['Acme Ltd', 'Birch AG'] }] });
  const [found] = grouped.sources;
  if (found === undefined) throw new Error('no source');
  const columns = { ...found.mapping.columns, customer: HEADINGS };
  const byCustomer = { ...grouped, sources: [{ ...found, mapping: { ...found.mapping, columns } }] };

  test('are told with the field they are read as', async () => {
    await open(byCustomer);
    expect(text()).toContain('Headings between the rows, read as Customer: Acme Ltd, Birch AG');
  });

  test('can be another field, or none', async () => {
    const { reconciler } = await open(byCustomer);
    await click('How it is read');
    await choose(control('Headings between the rows (Acme Ltd, Birch AG)'), 'owner');
    expect(reconciler.looks.at(-1)?.[0]?.columns).toEqual({ id: 1, date: 2, amount: 3, owner: HEADINGS });
    await choose(control('Headings between the rows (Acme Ltd, Birch AG)'), '');
    expect(reconciler.looks.at(-1)?.[0]?.columns).toEqual({ id: 1, date: 2, amount: 3 });
  });
});

describe('how a source is read can be changed', () => {
  test('another header: the columns are found anew', async () => {
    const { reconciler } = await open(only({}));
    await click('How it is read');
    await choose(control('Header'), '-1/1');
    expect(reconciler.looks.at(-1)?.[0]).toMatchObject({ headerRow: -1, columns: {}, fingerprint: '' });
  });

  test('what a row is, the order of dates, the decimal mark, the scale', async () => {
    const { reconciler } = await open(only({}));
    await click('How it is read');
    await choose(control('What a row is'), 'lines');
    await choose(control('Dates that can be read both ways'), 'mdy');
    await choose(control('Amounts that can be read both ways'), ',');
    await choose(control('Amounts are in'), '1000');
    expect(reconciler.looks.map(([mapping]) => mapping).slice(-4)).toEqual([
      expect.objectContaining({ grain: 'lines' }),
      expect.objectContaining({ dateOrder: 'mdy' }),
      expect.objectContaining({ decimal: ',' }),
      expect.objectContaining({ scale: 1000 }),
    ]);
  });

  test('the currency, a code of three letters', async () => {
    const { reconciler } = await open(only({}));
    await click('How it is read');
    await type(control('Currency'), 'euro');
    expect(text()).toContain('A currency code has three letters.');
    await leave(control('Currency'));
    expect(reconciler.looks).toHaveLength(1);
    await type(control('Currency'), 'eur');
    await press(control('Currency'), 'Enter');
    expect(reconciler.looks.at(-1)?.[0]).toMatchObject({ currency: 'EUR' });
  });

  test('a column is read as the field chosen and as no other', async () => {
    const { reconciler } = await open(only({}));
    await click('Columns (4 used)');
    await click('Num: Number');
    await choose(control('Num is read as'), 'reference');
    expect(reconciler.looks.at(-1)?.[0]?.columns).toEqual({ customer: 0, date: 2, amount: 3, reference: 1 });
  });
});

test('columns to check are counted, marked and open', async () => {
  const [found] = only({}).sources;
  if (found === undefined) throw new Error('no source');
  const columns = found.columns.map((guess) => (guess.field === 'amount' ? { ...guess, confidence: 0.6 } : guess));
  await open(only({ columns }));
  await click('Columns (4 used, 1 to check)');
  expect(text()).toContain('Amount: AmountTo check');
  expect(text()).toContain('60% sure: header “Amount”');
  expect(control('Amount is read as').value).toBe('amount');
});

test('columns are rendered when they are asked for', async () => {
  await open(only({}));
  expect(document.querySelectorAll('main select')).toHaveLength(1);
});

test('a value stands beside its cell, whose text is shown where it differs, with the way there', async () => {
  const fields = {
    id: { value: '0042', cell: '0042', address: 'B7' },
    amount: { value: '16500', cell: '16.500,00', address: 'D7' },
    date: { value: '2026-01-14', cell: '46036', address: 'C7' },
  };
  const { workbook } = await open(only({ preview: [{ source: { sheet: 'Sales', row: 7 }, fields }] }));
  await click('First rows as read');
  expect(document.querySelector('main ol')?.textContent).toBe(
    'Row 7Number0042B7Date14 Jan 2026C7Amount16,500.00in the cell: 16.500,00D7',
  );
  await click('Show Sales!D7');
  expect(workbook.shown).toEqual(['Sales!D7']);
});

describe('questions', () => {
  const grain: Question = {
    id: 'grain',
    sheet: 'Sales',
    text: 'Is 1,200.00 said again on each row?',
    choices: [
      { value: 'repeated', label: 'yes' },
      { value: 'lines', label: 'no' },
    ],
    suggestion: 'repeated',
  };
  const radio = (value: string): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>(`input[type=radio][value=${value}]`);
    if (found === null) throw new Error(`no choice ${value}`);
    return found;
  };

  test('stand beside their source, which is listed first; a summary leads to each', async () => {
    await openPane(({ reconciler }) => {
      reconciler.inspections = [inspection([DATE_ORDER])];
    });
    const titles = [...document.querySelectorAll('main li > section')].map((section) => section.getAttribute('aria-label'));
    expect(titles).toEqual(['Invoices', 'Deals', 'Schedule']);
    expect(card('Invoices').textContent).toContain(DATE_ORDER.text);
    expect(card('Invoices').textContent).toContain('2 rows wait for your answer');
    await click('Invoices');
    expect(document.activeElement?.textContent).toContain(DATE_ORDER.text);
  });

  test('where the header is open, nothing else is asked of the source', async () => {
    const header: Question = { ...grain, id: 'header', text: 'Which row is the header?' };
    await open(only({ questions: [grain, header] }));
    expect(text()).toContain(header.text);
    expect(text()).not.toContain(grain.text);
  });

  test('an answer can be changed, and the changed one is kept', async () => {
    const { reconciler } = await open(only({ questions: [grain] }), only({}));
    await then(() => radio('repeated').click());
    await then(() => radio('lines').click());
    expect(reconciler.looks.at(-1)).toEqual([expect.objectContaining({ grain: 'lines' })]);
    expect([radio('repeated').checked, radio('lines').checked]).toEqual([false, true]);
  });

  test('changed where it can be set as well, the answer follows', async () => {
    await open(only({ questions: [grain] }), only({}));
    await then(() => radio('repeated').click());
    await click('How it is read');
    await choose(control('What a row is'), 'lines');
    expect(radio('lines').checked).toBe(true);
  });

  test('whether tax is in the amount can be answered twice', () => {
    const { mapping } = source('Sales invoices: No=id, Total=amount, VAT=tax', 0);
    const net = answerMapping(mapping, 'taxInAmount', 'net');
    expect(answerMapping(net, 'taxInAmount', 'gross').columns).toEqual({ id: 0, tax: 2, gross: 1 });
  });

  test('of a source that the definitions answer are not asked', async () => {
    const tax: Question = { ...grain, id: 'taxInDeals', choices: [{ value: 'yes', label: 'yes' }] };
    await openPane(({ workbook, reconciler }) => {
      workbook.kept = { ...workbook.kept, definitions: { taxInDeals: 'yes' } };
      reconciler.inspections = [only({ questions: [tax] })];
    });
    expect(radio('yes').checked).toBe(true);
    await click('Next: definitions');
    expect(document.querySelector('h2#step-heading')?.textContent).toBe('Definitions');
  });
});
