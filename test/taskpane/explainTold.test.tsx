/** What the pane tells of an explanation. */

import type { DocumentTold, ExceptionTold, Explanation, GapBridge, SourceRowTold } from '../../src/report/explain/explanation';
import type { Selection } from '../../src/report/explain/selection';
import { speak } from '../../src/taskpane/texts';
import { afterRun, explanationOf, line, select } from './support/explained';
import { click, closePane } from './support/screen';
import type { Desk } from './support/screen';

afterEach(closePane);

const DUPLICATE: ExceptionTold = {
  ...{ key: 'E-1', priority: 'High', gap: 'BI', reasonClass: 'Data quality', code: 'Q1', reason: 'duplicate deal' },
  ...{ customer: 'Alder GmbH', owner: 'Ann', month: '2026-03', amount: 100, ageDays: 3, fixIn: '', action: '' },
  ...{ firstSeen: '', lastSeen: '', closedOn: '', presentValue: '', proposedValue: '', evidence: '', source: null },
  ...{ status: 'Waiting', assignee: '', comment: '', resolution: '', whatChanged: '' },
};

test('a number that a reviewer typed is shown as a number, a day as a day', async () => {
  const desk = await afterRun(({ reconciler }) => {
    reconciler.explains = () =>
      Promise.resolve({ ...explanationOf('Alder GmbH'), kind: 'exceptions', exceptions: { all: 1, shown: [DUPLICATE] } });
  });
  await select(desk, line('', { cells: { Status: 'Open', Assignee: 12, Comment: 4_711, 'Due by': 46_147 } }));
  const life = document.querySelector('[aria-label="History"]')?.textContent ?? '';
  expect(life).toContain('Assignee12');
  expect(life).toContain('Comment4711');
  expect(life).toContain('Due by5 May 2026');
});

test('another language says what the engine says, too', async () => {
  const creditNote: DocumentTold = {
    ...{ key: 'I-1', role: 'invoice', name: 'INV-1', what: 'Credit note', party: 'Alder', day: '2026-03-31' },
    ...{ amounts: [], documents: 0, text: '', source: null },
  };
  const told: Explanation = {
    ...explanationOf('Alder GmbH'),
    kind: 'exceptions',
    bridges: [
      {
        gap: 'BI',
        title: 'Booked less invoiced',
        left: { title: 'Booked', amount: 100 },
        right: { title: 'Invoiced', amount: 0 },
        steps: [{ code: 'Q1', reasonClass: 'Data quality', reason: 'duplicate deal', change: -100, count: 1 }],
        expected: 0,
        toSettle: 100,
      },
    ],
    exceptions: { all: 1, shown: [DUPLICATE] },
    documents: { all: 1, shown: [creditNote] },
    matches: {
      all: 1,
      shown: [
        {
          ...{ key: 'm', state: 'unmatched', kind: 'Invoice–receipt', isCustomer: false, customer: '', pass: '', prior: null },
          ...{ left: creditNote, right: creditNote, probability: 0.2, evidence: [], isDecided: false },
          runnerUp: 'against it: the only open invoice',
        },
      ],
    },
  };
  const desk = await afterRun(({ reconciler }) => {
    reconciler.explains = () => Promise.resolve(told);
  });
  await speak('de');
  try {
    await select(desk, line('Alder GmbH'));
    const said = document.querySelector('[aria-label="Was dahintersteht"]')?.textContent ?? '';
    expect(said).toContain('Doppelter Deal');
    for (const english of [
      /booked/i,
      /invoiced/i,
      /duplicate/i,
      /data quality/i,
      /credit note/i,
      /high/i,
      /waiting/i,
      /receipt/i,
    ])
      expect(said).not.toMatch(english);
    expect(said).not.toMatch(/against it|only open/i);
  } finally {
    await speak('en');
  }
});

describe('what is read out', () => {
  const aloud = (): string => document.querySelector('[aria-live="polite"]:not([role])')?.textContent ?? '';
  const at = (address: string, more: Partial<Selection> = {}): Selection =>
    line('Alder GmbH', { place: { sheet: 'Exceptions', address }, ...more });
  const bridge: GapBridge = {
    gap: 'BI',
    title: 'Booked less invoiced',
    left: { title: 'Booked', amount: 120_000 },
    right: { title: 'Invoiced', amount: 100_000 },
    ...{ steps: [], expected: 0, toSettle: 20_000 },
  };
  const telling = (told: Partial<Explanation>): Promise<Desk> =>
    afterRun(({ reconciler }) => {
      reconciler.explains = () => Promise.resolve({ ...explanationOf('Alder GmbH'), ...told });
    });

  test('of a line: whose it is, its gaps with their amounts, how many exceptions it has', async () => {
    const desk = await telling({ bridges: [bridge], exceptions: { all: 2, shown: [DUPLICATE, { ...DUPLICATE, key: 'E-2' }] } });
    expect(aloud()).toBe('');
    await select(desk, at('A5'));
    expect(aloud()).toBe('Alder GmbH · Mar 2026 · Ann; Booked less invoiced 200.00 EUR; 2 exceptions');
    await click('Back to Results');
    expect(aloud()).toBe('');
  });

  test('of an exception: reason, customer, gap, amount, and the status that its row has now', async () => {
    const desk = await telling({ kind: 'exceptions', bridges: [bridge], exceptions: { all: 1, shown: [DUPLICATE] } });
    await select(desk, at('A6', { cells: { Status: 'In review' } }));
    expect(aloud()).toBe('Duplicate deal; Alder GmbH · Mar 2026 · Ann; Booked less invoiced; 1.00 EUR; In review');
  });

  test('what is read anew after a decision is not read out again', async () => {
    const desk = await telling({ kind: 'exceptions', bridges: [bridge], exceptions: { all: 1, shown: [DUPLICATE] } });
    await select(desk, at('A6', { cells: { Status: 'Open' } }));
    await select(desk, at('A6', { cells: { Status: 'Accepted' } }));
    expect(aloud()).toContain('Open');
    await select(desk, at('A7', { cells: { Status: 'Accepted' } }));
    expect(aloud()).toContain('Accepted');
  });

  test('of a row of a source what became of it, and of a cell with nothing behind it just that', async () => {
    const left: SourceRowTold = {
      ...{ sheet: 'Deals', row: 4, records: [], list: null },
      leftOut: [{ cause: 'not-won', cell: null, key: '' }],
    };
    const desk = await telling({ kind: 'source', lines: null, rows: { all: 1, shown: [left] } });
    await click('Explain the selection');
    await select(desk, at('A4', { on: 'source' }));
    expect(aloud()).toBe('Deals, row 4; Left out: the deal is not won.');
    await select(desk, at('Z99', { asked: null, on: 'other' }));
    expect(aloud()).toBe('Nothing stands behind this cell. Select a row of the results, or a row of a sheet that Tieout read.');
  });
});
