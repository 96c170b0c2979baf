import { planReport } from '../../src/report/planReport';
import type { Reconciliation } from '../../src/domain/reconciliation';
import type { LastRun } from '../../src/settings/lastRun';
import type { PreviousException } from '../../src/settings/decisions';
import { day, exception, item, line, marchDeal, reconciliation } from './support/reconciliations';
import { beside, rowsOf, sheetOf, tableOf } from './support/sheets';

/** Rows of `Exceptions` as a run leaves them for the next. */
function previousOf(run: Reconciliation): PreviousException[] {
  return run.exceptions.map((one) => ({
    key: one.key,
    status: one.status,
    resolution: one.resolution,
    assignee: one.assignee,
    dueBy: one.dueBy,
    acceptUntil: one.acceptUntil,
    comment: one.comment,
    firstSeen: null,
    lastSeen: null,
    closedOn: null,
    code: one.code,
    gap: one.gap ?? '',
    amount: one.amount / 100,
    whatChanged: '',
    cells: {},
  }));
}

const after = (before: Reconciliation, now: Reconciliation, lastRun: LastRun = planReport(before).run) =>
  planReport(now, { lastRun, previous: previousOf(before) });

/** The never invoiced rest of D-1 is 300.00 more, INV-2 is settled, D-7 is new; the lag was set to 45 days. */
const lag = (value: number) => [{ key: 'invoicingLag', value, used: value, why: 'default' }];
const march = marchDeal({ settingsUsed: lag(30) });
const april: Reconciliation = {
  ...march,
  asOf: day('2026-05-31'),
  settingsUsed: lag(45),
  lines: [line('Aaron  2026-04  Ann  700.00  0.00  -  -'), ...march.lines],
  items: [
    item('BI  Q1  Aaron  2026-04  Ann  700.00  D-7'),
    item('BI  Q1  Acme Ltd  2026-03  Ann  1,600.00  D-1'),
    ...march.items.filter(({ code }) => code === 'T2'),
  ],
  exceptions: [
    exception('BI.unbilled.deal..D-7  Q1  Aaron  Ann  700.00  Open'),
    exception('BI.unbilled.deal..D-1  Q1  Acme Ltd  Ann  1,600.00  Open'),
    exception('BI.nodeal.invoice..INV-2  Q2  Zeta  Unassigned  -500.00  Resolved', {
      resolution: 'No longer occurs',
      keptCells: {},
    }),
  ],
};

test('the difference then, what moved it by reason, and the difference now', () => {
  const summary = sheetOf(after(march, april), 'Summary');
  expect(beside(summary, 'Difference as of 2026-04-30')).toBe(800);
  const cells = summary.blocks.flatMap((block) => block.cells);
  const first = cells.findIndex(([label]) => label === 'Difference as of 2026-04-30');
  expect(cells.slice(first + 1, first + 4)).toEqual([
    ['Data quality: won, never invoiced', 1_000, null, null],
    ['Data quality: invoice with no deal', 500, null, null],
    ['Difference now', { formula: expect.stringMatching(/^=SUM\(O\d+:O\d+\)$/) as unknown }, null, null],
  ]);
  expect(after(march, april).run.changes?.gaps).toEqual({ BI: { from: 80_000, moves: { Q1: 100_000, Q2: 50_000 } } });
});

test('exceptions that came, went, changed or were reopened', () => {
  const summary = sheetOf(after(march, april), 'Summary');
  expect(
    ['New', 'No longer occur', 'Another amount or reason'].map((kind) => [beside(summary, kind), beside(summary, kind, 2)]),
  ).toEqual([
    [1, 700],
    [1, 500],
    [1, 300],
  ]);
  const reopened = { ...march, exceptions: march.exceptions.map((one) => ({ ...one, status: 'Reopened' })) };
  expect(
    after({ ...march, exceptions: march.exceptions.map((one) => ({ ...one, status: 'Resolved' })) }, reopened).run.changes,
  ).toMatchObject({ exceptions: { reopened: { count: 2, amount: 180_000 }, changed: { count: 0 } } });
});

test('a changed setting is told on Summary and logged on Definitions with what moved in that run', () => {
  const plan = after(march, april);
  const summary = sheetOf(plan, 'Summary');
  expect([beside(summary, 'Lag: Normal invoicing lag'), beside(summary, 'Lag: Normal invoicing lag', 2)]).toEqual([30, 45]);
  expect(rowsOf(tableOf(plan, 'tblSettingsLog'), 'As of', 'Setting', 'From', 'To', 'Differences moved in that run')).toEqual([
    ['2026-05-31', 'Lag: Normal invoicing lag', '30', '45', 'booked less invoiced +1,500.00'],
  ]);
  const back = after(april, march, plan.run);
  expect(rowsOf(tableOf(back, 'tblSettingsLog'), 'From', 'To')).toEqual([
    ['45', '30'],
    ['30', '45'],
  ]);
});

test('the pane gets the same in sentences', () => {
  expect(after(march, april).digest.changes).toEqual([
    'Since the last run (2026-01 to 2026-04, as of 2026-04-30):',
    'Booked less invoiced went from 800.00 to 2,300.00, most of it by Data quality: won, never invoiced (+1,000.00).',
    'Exceptions: 1 new (700.00), 1 no longer occur (500.00), 1 another amount or reason (300.00).',
    'Setting “Lag: Normal invoicing lag” went from 30 to 45.',
  ]);
});

test('a first run, and one that finds the same, say that nothing changed since, and tell the pane nothing', () => {
  const first = planReport(march);
  for (const plan of [first, after(march, march, first.run)]) {
    expect(sheetOf(plan, 'Summary').blocks.flatMap(({ cells }) => cells.flat())).toContain('No change since the first run');
    expect([plan.digest.changes, plan.run.changes]).toEqual([[], null]);
  }
});

test('running again without a change tells the same again, and the sheets are the same', () => {
  const once = after(march, april);
  const again = after(april, april, once.run);
  expect(again).toEqual(once);
  const first = planReport(march);
  expect(after(march, march, first.run)).toEqual(first);
});

test('a run of another day that finds the same says that nothing has changed', () => {
  const later = after(march, { ...march, asOf: day('2026-05-31') });
  expect(later.digest.changes).toEqual(['Since the last run (2026-01 to 2026-04, as of 2026-04-30):', 'Nothing has changed.']);
  expect(beside(sheetOf(later, 'Summary'), 'Difference as of 2026-04-30')).toBe(800);
});

test('amounts of another currency are not compared', () => {
  const plan = after(march, { ...april, currency: 'USD' });
  expect(plan.digest.changes[1]).toBe('The last run was in EUR: its amounts are not compared.');
  expect(sheetOf(plan, 'Summary').blocks.flatMap(({ cells }) => cells.flat())).toContain('The last run was in EUR: not compared');
});

test('of exceptions in another currency only the reason is compared', () => {
  const now: Reconciliation = {
    ...april,
    currency: 'USD',
    settingsUsed: march.settingsUsed,
    exceptions: [
      exception('BI.unbilled.deal..D-7  Q1  Aaron  Ann  770.00  Open'),
      exception('BI.unbilled.deal..D-1  Q1  Acme Ltd  Ann  1,430.00  Open'),
      exception('BI.nodeal.invoice..INV-2  Q3  Zeta  Unassigned  -550.00  Open'),
    ],
  };
  const plan = after(march, now);
  expect(plan.digest.changes.slice(1)).toEqual([
    'The last run was in EUR: its amounts are not compared.',
    'Exceptions: 1 new, 1 another amount or reason.',
  ]);
  const summary = sheetOf(plan, 'Summary');
  expect(['New', 'Another amount or reason'].map((kind) => [beside(summary, kind), beside(summary, kind, 2)])).toEqual([
    [1, null],
    [1, null],
  ]);
});

test('a gap that was not provided last time is left blank, and not taken for a move from nothing', () => {
  const lines = [line('Acme  2026-03  Ann  100.00  60.00  -  60.00')];
  const now = reconciliation(lines, [item('BI  Q1  Acme  2026-03  Ann  40.00  D-1')]);
  const plan = after(march, now);
  expect(Object.keys(plan.run.changes?.gaps ?? {})).toEqual(['BI']);
});
