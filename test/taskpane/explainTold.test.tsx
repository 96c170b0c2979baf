/** What the pane tells of an explanation. */

import type { DocumentTold, ExceptionTold, Explanation } from '../../src/report/explain/explanation';
import { speak } from '../../src/taskpane/texts';
import { afterRun, explanationOf, line, select } from './support/explained';
import { closePane } from './support/screen';

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
