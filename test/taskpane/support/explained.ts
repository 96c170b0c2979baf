/** Explanations and selections for tests of the pane, and a pane that has run. */

import type { Asked, Explanation } from '../../../src/report/explain/explanation';
import type { Selection } from '../../../src/report/explain/selection';
import { click, openPane, then } from './screen';
import type { Desk } from './screen';

const NONE = { all: 0, shown: [] };

export function explanationOf(customer: string): Explanation {
  return {
    kind: 'lines',
    currency: 'EUR',
    unknown: 0,
    lines: {
      count: 1,
      key: 'L-1',
      customers: { all: 1, shown: [customer] },
      from: '2026-03',
      to: '2026-03',
      owners: { all: 1, shown: ['Ann'] },
      measures: { booked: 120_000, invoiced: 100_000, recognised: null, cash: 0 },
    },
    bridges: [],
    sentences: NONE,
    exceptions: NONE,
    documents: NONE,
    matches: NONE,
    rows: NONE,
  };
}

export const line = (key: string, more: Partial<Selection> = {}): Selection => ({
  place: { sheet: 'Reconciliation', address: 'A5' },
  asked: { kind: 'lines', keys: [key], header: '' },
  on: 'ours',
  rows: 1,
  omitted: 0,
  cells: {},
  ...more,
});

/** Tells each line by the customer that its key names. */
export const byKey = (asked: Asked): Promise<Explanation> =>
  Promise.resolve(explanationOf(asked.kind === 'lines' ? (asked.keys?.[0] ?? 'all') : asked.kind));

export async function afterRun(prepare: (desk: Desk) => void = () => undefined): Promise<Desk> {
  const desk = await openPane((made) => {
    made.reconciler.explains = byKey;
    prepare(made);
  });
  await click('Next: definitions');
  await click('Reconcile');
  return desk;
}

export const select = ({ workbook }: Desk, selection: Selection): Promise<void> => then(() => workbook.select(selection));
