/** Revenue derived from invoices where no schedule is read. */

import { isoMonth } from '../../src/domain/day';
import type { Reconciliation } from '../../src/domain/reconciliation';
import { planReport } from '../../src/report/planReport';
import { ties } from '../../src/report/summary/tieOutTable';
import { expectOutcome, run } from '../edgeCases/support/outcome';
import { sheetOf, tableOf } from '../report/support/sheets';

const DERIVED = { definitions: { recognisedSource: 'derived' } };

/** Recognised by month, in major units. */
function recognised({ lines }: Reconciliation): string[] {
  const byMonth = new Map<string, number>();
  for (const { month, measures } of lines)
    byMonth.set(isoMonth(month), (byMonth.get(isoMonth(month)) ?? 0) + (measures.recognised ?? 0));
  return [...byMonth].filter(([, sum]) => sum !== 0).map(([month, sum]) => `${month} ${sum / 100}`);
}

const SERVED = `
    deal     D-1  Acme / Alice  900    2026-01-05
    invoice  I-1  Acme          900    2026-01-10  deal=D-1  from=2026-01-01  until=2026-03-31`;

test('without a schedule recognised is not provided, unless it is to be derived', () => {
  expect(run(SERVED, '2026-02-28').provided.recognised).toBe(false);
  expect(run(SERVED, '2026-02-28', DERIVED).provided.recognised).toBe(true);
});

test('an invoice is recognised evenly over the days of its service; the rest is deferred', () => {
  const result = run(SERVED, '2026-02-28', DERIVED);
  expectOutcome(
    result,
    `
    BI  Jan +0 = none
    BI  Feb +0 = none
    IR  Jan +590 = T5 +280, T5° +310
    IR  Feb -280 = T5 -280`,
    'link',
    'reason',
  );
  expect(recognised(result)).toEqual(['2026-01 310', '2026-02 280']);
  expect(result.tieOut.every((row) => ties(row, result.tieOut))).toBe(true);
});

test('not a cent is lost over the months', () => {
  const result = run(SERVED.replaceAll('900  ', '1,000.01'), '2026-04-30', DERIVED);
  expect(recognised(result)).toEqual(['2026-01 344.45', '2026-02 311.11', '2026-03 344.45']);
});

test('by fiscal months where the calendar has weeks', () => {
  const result = run(SERVED, '2026-03-28', { definitions: { ...DERIVED.definitions, calendar: '4-4-5' } });
  expect(recognised(result)).toEqual(['2026-01 240', '2026-02 280', '2026-03 350']);
});

test('a bill of a contract: over the billing period it is dated in, over the whole contract where it is the only one', () => {
  const billed = run(
    `
    deal     D-1  Acme / Alice  1,200  2026-01-01  start=2026-01-01  term=12  billing=Quarterly
    invoice  I-1  Acme          300    2026-01-02  deal=D-1
    invoice  I-2  Acme          300    2026-04-02  deal=D-1`,
    '2026-06-30',
    DERIVED,
  );
  expect(recognised(billed).map((each) => each.slice(0, 7))).toEqual([
    '2026-01',
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
  ]);
  expect(billed.items.filter(({ gap, form }) => gap === 'IR' && form === 'single')).toEqual([]);
  const once = run(
    `
    deal     D-1  Acme / Alice  365    2026-01-01  start=2026-01-01  term=12
    invoice  I-1  Acme          365    2026-01-02  deal=D-1`,
    '2026-02-28',
    DERIVED,
  );
  expect(recognised(once)).toEqual(['2026-01 31', '2026-02 28']);
});

test('a credit takes what was recognised back in its own month, and the rest where the service is to come', () => {
  const result = run(
    `${SERVED}
    credit   C-1  Acme          -90    2026-02-20  deal=D-1  applies=I-1`,
    '2026-03-31',
    DERIVED,
  );
  expect(recognised(result)).toEqual(['2026-01 310', '2026-02 221', '2026-03 279']);
});

test('an invoice without a service counts in its own month', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500  2026-01-05
    invoice  I-1  Acme          500  2026-01-10  deal=D-1`,
    '2026-02-28',
    DERIVED,
  );
  expect(recognised(result)).toEqual(['2026-01 500']);
});

test('a schedule that is read is never mixed with derived revenue', () => {
  const result = run(`${SERVED}\n    revenue  I-1  Acme          900    2026-01`, '2026-02-28', DERIVED);
  expect(recognised(result)).toEqual(['2026-01 900']);
  expect(result.settingsUsed.find(({ key }) => key === 'recognisedSource')?.why).toBe(
    'as set; without effect: a schedule is read, and the two are not mixed',
  );
});

test('another currency: each month at its invoice’s rate, so the months come to the invoice', () => {
  const result = run(
    `
    rate     USD  0.90 EUR  2025-12-01
    rate     USD  0.80 EUR  2026-02-01
    deal     D-1  Acme / Alice  810 EUR  2026-01-05
    invoice  I-1  Acme          900 USD  2026-01-10  deal=D-1  from=2026-01-01  until=2026-03-31`,
    '2026-03-31',
    { definitions: { ...DERIVED.definitions, currency: 'EUR' } },
  );
  expect(recognised(result)).toEqual(['2026-01 279', '2026-02 252', '2026-03 279']);
});

test('it is marked as derived in the header, in the totals and before the figures', () => {
  const plan = planReport(run(SERVED, '2026-02-28', DERIVED));
  const headers = tableOf(plan, 'tblReconciliation').columns.map(({ header, formula }) => [header, formula]);
  expect(headers.slice(3, 7).map(([header]) => header)).toEqual(['Booked', 'Invoiced', 'Recognised (derived)', 'Cash']);
  expect(headers).toContainEqual(['Invoiced less recognised', '=[@Invoiced]-[@[Recognised (derived)]]']);
  const texts = sheetOf(plan, 'Summary').blocks.flatMap(({ cells }) => cells.flat());
  expect(texts).toContain('Recognised (derived)');
  expect(texts).toContainEqual(
    expect.stringContaining('Recognised is derived from the invoices, evenly over their service; no schedule gives it.'),
  );
});

test('derived revenue is valued by its invoice’s rate, also where the table of rates comes first', () => {
  const usd = (settings: object): string[] =>
    recognised(
      run(
        `
        rate     USD  0.80 EUR  2026-01-01
        rate     USD  0.90 EUR  2026-02-01
        deal     D-1  Acme / Alice  590 USD    2026-01-05
        invoice  I-0  Birch         5,000 EUR  2025-12-10
        invoice  I-1  Acme          590 USD    2026-01-10  deal=D-1  from=2026-01-01  until=2026-02-28`,
        '2026-02-28',
        { definitions: { recognisedSource: 'derived', amountUsed: 'table first', ...settings } },
      ),
    );
  expect(usd({})).toEqual(['2026-01 248', '2026-02 224', '2025-12 5000']);
  expect(usd({ recognisedRate: 'month' })).toEqual(['2026-01 248', '2026-02 252', '2025-12 5000']);
});

test('a credit for part of a contract is deferred with its invoice: nothing is to be settled', () => {
  const credited = (asOf: string): Reconciliation =>
    run(
      `
      deal     D-1  Acme / Alice  1,200  2026-01-05
      invoice  I-1  Acme          1,200  2026-01-10  deal=D-1  from=2026-01-01  until=2026-12-31
      credit   C-1  Acme          -360   2026-06-02  applies=I-1`,
      asOf,
      DERIVED,
    );
  for (const asOf of ['2026-06-15', '2026-06-30', '2026-09-30', '2026-12-31']) {
    const { items, exceptions } = credited(asOf);
    expect(exceptions).toEqual([]);
    expect(items.filter(({ gap, treatment }) => gap === 'IR' && treatment !== 'Expected')).toEqual([]);
  }
  expect(credited('2026-12-31').rollForward.IR?.closing).toBe(0);
});
