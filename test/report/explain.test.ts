/** What stands behind a selection, asked of a run of the engine on a small book. */

import { NOTHING_KEPT } from '../../src/report/context';
import type { Asked, Explanation } from '../../src/report/explain/explanation';
import { inspect } from '../../src/reading/inspect';
import type { ReportPlan } from '../../src/report/plan';
import { withAllSheets } from '../../src/report/planReport';
import { createEngine } from '../../src/worker/engine';
import type { Engine } from '../../src/worker/serve';
import { gridsFromText } from '../support/grids';
import { REVIEW_SHEETS } from '../support/reviewBook';

let engine: Engine;
let request: Parameters<Engine['run']>[1];
let plan: ReportPlan;
const grids = gridsFromText({
  ...REVIEW_SHEETS,
  Deals: `${REVIEW_SHEETS.Deals}
    D-111   | Lost cause             | Laurel Foods Ltd     | 900     | EUR      | 2026-02-12 | Closed Lost | Ines Duarte`,
});

beforeAll(() => {
  engine = createEngine();
  const mappings = inspect(grids, []).sources.map(({ mapping }) => mapping);
  request = { ...NOTHING_KEPT, definitions: {}, reasons: {}, mappings };
  plan = withAllSheets(engine.run(grids, request, () => undefined));
});

function explained(asked: Asked): Explanation {
  const explanation = engine.explain(asked);
  if (explanation === null) throw new Error('no run is held');
  return explanation;
}

const names = ({ documents }: Explanation): string[] => documents.shown.map(({ name }) => name);
const pairs = ({ matches }: Explanation): string[] =>
  matches.shown.filter(({ isCustomer }) => !isCustomer).map(({ left, right, state }) => `${left.name}–${right.name} ${state}`);

/** The keys of a customer's lines, in the order of the months. */
function linesOf(customer: string): string[] {
  const table = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === 'tblReconciliation');
  const rows = table?.rows.filter(([name]) => name === customer) ?? [];
  return rows.map((row) => row.at(-1)).filter((key) => typeof key === 'string');
}

describe('a line', () => {
  test('is told with its measures, its bridges, and the documents that stand on it or answer it', () => {
    const told = explained({ kind: 'lines', keys: linesOf('Dogwood Partners LLP').slice(0, 1), header: '' });
    expect(told.lines).toMatchObject({ count: 1, from: '2026-01', customers: { shown: ['Dogwood Partners LLP'] } });
    expect(told.lines?.measures).toEqual({ booked: 300_000, invoiced: 300_000, recognised: null, cash: 0 });
    expect(told.bridges.map(({ gap, steps }) => [gap, steps.map(({ change }) => change)])).toEqual([['IC', [60_000, -360_000]]]);
    expect(names(told)).toEqual(['D-105', 'INV-2004', 'R-302']);
    expect(told.unknown).toBe(0);
  });

  test('every bridge adds up: left, each step, right, to the cent', () => {
    const { bridges } = explained({ kind: 'lines', keys: null, header: '' });
    expect(bridges.map(({ gap }) => gap)).toEqual(['BI', 'IC']);
    for (const { left, right, steps, expected, toSettle } of bridges) {
      expect(steps.reduce((sum, { change }) => sum + change, left.amount)).toBe(right.amount);
      expect(expected + toSettle).toBe(left.amount - right.amount);
    }
  });

  test('of a selected column only its gap is told', () => {
    const { bridges } = explained({ kind: 'lines', keys: null, header: 'To settle: invoiced less cash' });
    expect(bridges.map(({ gap }) => gap)).toEqual(['IC']);
  });

  test('that is not in the run is counted as unknown, and the others are told all the same', () => {
    const { unknown, lines } = explained({ kind: 'lines', keys: ['L-gone', ...linesOf('Dogwood Partners LLP')], header: '' });
    expect({ unknown, count: lines?.count }).toEqual({ unknown: 1, count: 2 });
  });

  test('sums over an area are those of its lines', () => {
    const all = explained({ kind: 'lines', keys: null, header: '' });
    expect(all.lines?.measures).toEqual({ booked: 6_350_000, invoiced: 5_050_100, recognised: null, cash: 1_800_000 });
  });
});

describe('an exception', () => {
  test('is told with its line, its documents and what was tried for them', () => {
    const key = 'BI.unbilled.deal.D-108';
    const told = explained({ kind: 'exceptions', keys: [key] });
    expect(told.exceptions.shown.map((exception) => exception.key)).toEqual([key]);
    expect(told.lines).toMatchObject({ count: 1, customers: { shown: ['Hazel Marine plc'] } });
    expect(told.bridges.map(({ gap }) => gap)).toEqual(['BI']);
    expect(names(told)).toContain('D-108');
    expect(pairs(told)).toContain('D-108–INV-2008 unmatched');
    expect(told.exceptions.shown[0]?.source).toEqual({ sheet: 'Deals', address: 'A9' });
  });

  test('that is gone is unknown', () => {
    expect(explained({ kind: 'exceptions', keys: ['BI.unbilled.deal.D-999'] })).toMatchObject({
      unknown: 1,
      lines: null,
      exceptions: { all: 0 },
    });
  });
});

describe('a match', () => {
  test('between a deal and an invoice has its evidence, its two documents and their line', () => {
    const told = explained({ kind: 'matches', keys: ['deal-invoice|deal.D-105|invoice.INV-2004'] });
    expect(pairs(told)).toEqual(['D-105–INV-2004 matched']);
    expect(told.matches.shown[0]?.evidence.length).toBeGreaterThan(0);
    expect(names(told)).toEqual(['D-105', 'INV-2004']);
    expect(told.lines).toMatchObject({ customers: { shown: ['Dogwood Partners LLP'] } });
  });

  test('that is one of several that fit is told so', () => {
    const told = explained({ kind: 'matches', keys: ['deal-invoice|deal.D-104|invoice.INV-2003'] });
    expect(pairs(told)).toEqual(['D-104–INV-2003 ambiguous']);
  });

  test('of two names has the lines of the customer', () => {
    const told = explained({ kind: 'matches', keys: ['customer|Alder & Sons Ltd|Alder & Sons Ltd'] });
    expect(told.matches.shown.map(({ isCustomer }) => isCustomer)).toEqual([true]);
    expect(told.lines).toMatchObject({ customers: { shown: ['Alder & Sons Ltd'] } });
  });
});

describe('a row of a source', () => {
  test('is followed to its record, its links and its line', () => {
    const told = explained({ kind: 'source', sheet: 'Invoices', rows: [5] });
    expect(told.rows.shown.map(({ records, leftOut }) => [records.map(({ name }) => name), leftOut])).toEqual([
      [['INV-2004'], []],
    ]);
    expect(pairs(told).sort()).toEqual(['D-105–INV-2004 matched', 'INV-2004–R-302 matched']);
    expect(names(told)).toEqual(['D-105', 'INV-2004', 'R-302']);
    expect(told.lines).toMatchObject({ customers: { shown: ['Dogwood Partners LLP'] } });
  });

  test('that was left out has its cause and the cell that decided', () => {
    const { rows, lines } = explained({ kind: 'source', sheet: 'Deals', rows: [12] });
    expect(rows.shown[0]?.leftOut).toEqual([
      { cause: 'not-won', cell: { sheet: 'Deals', address: 'G12', text: 'Closed Lost' }, key: 'deal.D-111' },
    ]);
    expect(lines).toBeNull();
  });

  test('that holds no record is told so', () => {
    const { rows } = explained({ kind: 'source', sheet: 'Deals', rows: [1] });
    expect(rows.shown).toEqual([{ sheet: 'Deals', row: 1, records: [], leftOut: [], list: null }]);
  });
});

describe('a figure of Summary', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['a measure', ['Booked'], ['Amount'], ['BI', 'IC']],
    ['a difference', ['Booked less invoiced'], ['Amount'], ['BI']],
    ['a balance, by the gap above it', ['Opening'], ['Invoiced less cash', 'Balance'], ['IC']],
    ['a customer', ['Dogwood Partners LLP'], [], ['IC']],
  ])('%s', (_, beside, above, gaps) => {
    const { bridges, unknown } = explained({ kind: 'figure', beside, above });
    expect({ gaps: bridges.map(({ gap }) => gap), unknown }).toEqual({ gaps, unknown: 0 });
  });

  test('words that are none of a run’s', () => {
    expect(explained({ kind: 'figure', beside: ['Prepared by'], above: [] }).unknown).toBe(1);
  });
});

describe('the run that is held', () => {
  test('nothing is told before there is one', () => {
    expect(createEngine().explain({ kind: 'lines', keys: null, header: '' })).toBeNull();
  });

  test('worked out again in the background it has the figures of the last one, until a source changes', () => {
    const first = createEngine();
    const { run } = first.run(grids, request, () => undefined);
    const again = createEngine();
    expect(again.hold(grids, { ...request, lastRun: run }, () => undefined)).toBe(true);
    const [deals, ...others] = grids;
    if (deals === undefined) throw new Error('the book has no deals');
    const edited = {
      ...deals,
      values: deals.values.map((row, at) => row.map((cell, column) => (at === 1 && column === 3 ? 12_500 : cell))),
    };
    expect(again.hold([edited, ...others], { ...request, lastRun: run }, () => undefined)).toBe(false);
  });
});
