/** The story workbook, worked out by hand to the cent. */

import { STORY } from '../samples/story';
import { isoMonth } from '../src/domain/day';
import type { Reconciliation } from '../src/domain/reconciliation';
import { inspect } from '../src/reading/inspect';
import { reconcile } from '../src/reconcile';
import { gridsOf } from './support/samples';

function runStory(): Reconciliation {
  const grids = gridsOf(STORY);
  const inspection = inspect(grids, []);
  expect(inspection.questions).toEqual([]);
  expect(inspection.obstacles).toEqual([]);
  return reconcile({
    grids,
    mappings: inspection.sources.map(({ mapping }) => mapping),
    definitions: {},
    reasons: {},
    decisions: { aliases: [], links: [] },
    previous: [],
  });
}

const story = runStory();

const words = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, '  '))
    .filter((line) => line !== '')
    .sort();

const nameOf = (customer: string): string => story.customers.get(customer)?.name ?? customer;

const money = (minor: number | null): string => (minor === null ? '-' : (minor / 100).toFixed(2));

test('the four totals', () => {
  const total = (measure: 'booked' | 'invoiced' | 'recognised' | 'cash'): string =>
    money(story.lines.reduce((sum, line) => sum + (line.measures[measure] ?? 0), 0));
  expect([total('booked'), total('invoiced'), total('recognised'), total('cash')]).toEqual([
    '127650.00',
    '102050.00',
    '82050.00',
    '114710.00',
  ]);
});

test('as-of is the last receipt, the period the half-year', () => {
  expect([isoMonth(story.period.from), isoMonth(story.period.to)]).toEqual(['2026-01', '2026-06']);
  expect(story.settingsUsed.find(({ key }) => key === 'asOf')?.used).toBe('2026-06-30');
});

test('the lines: customer, month, owner, booked, invoiced, recognised, cash', () => {
  const shown = story.lines.map((line) =>
    [
      nameOf(line.customer),
      isoMonth(line.month),
      line.owner,
      money(line.measures.booked),
      money(line.measures.invoiced),
      money(line.measures.recognised),
      money(line.measures.cash),
    ].join('  '),
  );
  expect(shown.sort()).toEqual(
    words(`
      Calder & Finch       2026-01  Ben Okafor    8000.00   9000.00  9000.00   0.00
      Calder & Finch       2026-02  Ben Okafor    0.00      0.00     0.00      10800.00
      Pellworth Group      2026-01  Chloe Brandt  10000.00  10000.00  10000.00  0.00
      Pellworth Group      2026-03  Chloe Brandt  0.00     -1500.00  -1500.00   10200.00
      Verdane Energy       2026-01  Ben Okafor    4800.00   0.00     0.00      0.00
      Ferrow Analytics     2026-01  Chloe Brandt  24000.00  0.00     0.00      0.00
      Ferrow Analytics     2026-02  Chloe Brandt  0.00      24000.00  2000.00   0.00
      Ferrow Analytics     2026-03  Chloe Brandt  0.00      0.00     2000.00   28800.00
      Ferrow Analytics     2026-04  Chloe Brandt  0.00      0.00     2000.00   0.00
      Ferrow Analytics     2026-05  Chloe Brandt  0.00      0.00     2000.00   0.00
      Ferrow Analytics     2026-06  Chloe Brandt  0.00      0.00     2000.00   0.00
      Norvik Logistics AS  2026-02  Alice Moreau  5400.00   5400.00  1800.00   0.00
      Norvik Logistics AS  2026-03  Alice Moreau  0.00      0.00     1800.00   5400.00
      Norvik Logistics AS  2026-04  Alice Moreau  0.00      0.00     1800.00   0.00
      Halden Instruments   2026-02  Chloe Brandt  12000.00  4000.00  4000.00   0.00
      Halden Instruments   2026-03  Chloe Brandt  0.00      4000.00  4000.00   4800.00
      Halden Instruments   2026-04  Chloe Brandt  0.00      4000.00  4000.00   4800.00
      Halden Instruments   2026-05  Chloe Brandt  0.00      0.00     0.00      4800.00
      Tamsin Retail        2026-02  Alice Moreau  14400.00  7200.00  7200.00   0.00
      Tamsin Retail        2026-04  Alice Moreau  0.00      0.00     0.00      0.00
      Tamsin Retail        2026-05  Alice Moreau  0.00      0.00     0.00      8640.00
      Brightwater Foods    2026-03  Alice Moreau  12000.00  0.00     0.00      0.00
      Brightwater Foods    2026-04  Alice Moreau  0.00      12000.00  2000.00   0.00
      Brightwater Foods    2026-05  Alice Moreau  0.00      0.00     2000.00   6000.00
      Brightwater Foods    2026-06  Alice Moreau  0.00      0.00     2000.00   5000.00
      Ostara Health        2026-03  Ben Okafor    2500.00   0.00     0.00      0.00
      Ostara Health        2026-03  Chloe Brandt  3500.00   0.00     0.00      0.00
      Ostara Health        2026-04  Ben Okafor    0.00      2500.00  1250.00   0.00
      Ostara Health        2026-04  Chloe Brandt  0.00      3500.00  1750.00   0.00
      Ostara Health        2026-05  Ben Okafor    0.00      0.00     1250.00   3000.00
      Ostara Health        2026-05  Chloe Brandt  0.00      0.00     1750.00   4200.00
      Sable Ridge          2026-03  Alice Moreau  1250.00   1250.00  1250.00   1500.00
      Quarry Lane Studios  2026-04  Unassigned    3600.00   3600.00  3600.00   0.00
      Quarry Lane Studios  2026-05  Unassigned    0.00      0.00     0.00      4320.00
      Lindqvist Marine     2026-05  Alice Moreau  9000.00   9000.00  4500.00   2000.00
      Lindqvist Marine     2026-06  Alice Moreau  0.00      0.00     4500.00   7000.00
      Marlow Press         2026-05  Ben Okafor    2200.00   2200.00  2200.00   0.00
      Marlow Press         2026-06  Ben Okafor    0.00      0.00     0.00      2700.00
      Umber & Sons         2026-05  Unassigned    0.00      1900.00  1900.00   0.00
      Wexcombe Hotels      2026-06  Chloe Brandt  15000.00  0.00     0.00      0.00
      (Unidentified payer)  2026-06  Unassigned    0.00      0.00     0.00      750.00
    `),
  );
});

test('a line is called by its customer and month', () => {
  const [verdane] = story.lines.filter(({ customer }) => nameOf(customer) === 'Verdane Energy');
  expect(verdane?.key).toMatch(/^L-verdane-energy-2026-01-[a-z0-9]{11}$/);
  expect(new Set(story.lines.map(({ key }) => key)).size).toBe(story.lines.length);
});

test('the items: gap, customer, month, owner, code, amount', () => {
  const sums = new Map<string, number>();
  for (const item of story.items) {
    const key = [item.gap, nameOf(item.customer), isoMonth(item.month), item.owner, item.code, item.form].join('  ');
    sums.set(key, (sums.get(key) ?? 0) + item.amount);
  }
  const shown = [...sums].map(([key, amount]) => `${key}  ${money(amount)}`);
  expect(shown.sort()).toEqual(
    words(`
      BI  Calder & Finch       2026-01  Ben Okafor    Q11  single  -1000.00
      BI  Pellworth Group      2026-03  Chloe Brandt  D16  single  1500.00
      BI  Verdane Energy       2026-01  Ben Okafor    Q1   single  4800.00
      BI  Ferrow Analytics     2026-01  Chloe Brandt  T2   pair    24000.00
      BI  Ferrow Analytics     2026-02  Chloe Brandt  T2   pair    -24000.00
      BI  Halden Instruments   2026-02  Chloe Brandt  T3   pair    8000.00
      BI  Halden Instruments   2026-03  Chloe Brandt  T3   pair    -4000.00
      BI  Halden Instruments   2026-04  Chloe Brandt  T3   pair    -4000.00
      BI  Tamsin Retail        2026-02  Alice Moreau  Q5   single  7200.00
      BI  Brightwater Foods    2026-03  Alice Moreau  T2   pair    12000.00
      BI  Brightwater Foods    2026-04  Alice Moreau  T2   pair    -12000.00
      BI  Ostara Health        2026-03  Ben Okafor    T2   pair    2500.00
      BI  Ostara Health        2026-03  Chloe Brandt  T2   pair    3500.00
      BI  Ostara Health        2026-04  Ben Okafor    T2   pair    -2500.00
      BI  Ostara Health        2026-04  Chloe Brandt  T2   pair    -3500.00
      BI  Umber & Sons         2026-05  Unassigned    Q2   single  -1900.00
      BI  Wexcombe Hotels      2026-06  Chloe Brandt  T1   single  15000.00
      IR  Ferrow Analytics     2026-02  Chloe Brandt  T5   pair    8000.00
      IR  Ferrow Analytics     2026-02  Chloe Brandt  T5   single  14000.00
      IR  Ferrow Analytics     2026-03  Chloe Brandt  T5   pair    -2000.00
      IR  Ferrow Analytics     2026-04  Chloe Brandt  T5   pair    -2000.00
      IR  Ferrow Analytics     2026-05  Chloe Brandt  T5   pair    -2000.00
      IR  Ferrow Analytics     2026-06  Chloe Brandt  T5   pair    -2000.00
      IR  Norvik Logistics AS  2026-02  Alice Moreau  T5   pair    3600.00
      IR  Norvik Logistics AS  2026-03  Alice Moreau  T5   pair    -1800.00
      IR  Norvik Logistics AS  2026-04  Alice Moreau  T5   pair    -1800.00
      IR  Brightwater Foods    2026-04  Alice Moreau  T5   pair    4000.00
      IR  Brightwater Foods    2026-04  Alice Moreau  T5   single  6000.00
      IR  Brightwater Foods    2026-05  Alice Moreau  T5   pair    -2000.00
      IR  Brightwater Foods    2026-06  Alice Moreau  T5   pair    -2000.00
      IR  Ostara Health        2026-04  Ben Okafor    T5   pair    1250.00
      IR  Ostara Health        2026-04  Chloe Brandt  T5   pair    1750.00
      IR  Ostara Health        2026-05  Ben Okafor    T5   pair    -1250.00
      IR  Ostara Health        2026-05  Chloe Brandt  T5   pair    -1750.00
      IR  Lindqvist Marine     2026-05  Alice Moreau  T5   pair    4500.00
      IR  Lindqvist Marine     2026-06  Alice Moreau  T5   pair    -4500.00
      IC  Calder & Finch       2026-01  Ben Okafor    D4   single  -1800.00
      IC  Calder & Finch       2026-01  Ben Okafor    T19  pair    10800.00
      IC  Calder & Finch       2026-02  Ben Okafor    T19  pair    -10800.00
      IC  Pellworth Group      2026-01  Chloe Brandt  D4   single  -2000.00
      IC  Pellworth Group      2026-01  Chloe Brandt  T14  pair    1800.00
      IC  Pellworth Group      2026-01  Chloe Brandt  T19  pair    10200.00
      IC  Pellworth Group      2026-03  Chloe Brandt  D4   single  300.00
      IC  Pellworth Group      2026-03  Chloe Brandt  T14  pair    -1800.00
      IC  Pellworth Group      2026-03  Chloe Brandt  T19  pair    -10200.00
      IC  Ferrow Analytics     2026-02  Chloe Brandt  D4   single  -4800.00
      IC  Ferrow Analytics     2026-02  Chloe Brandt  T19  pair    28800.00
      IC  Ferrow Analytics     2026-03  Chloe Brandt  T19  pair    -28800.00
      IC  Norvik Logistics AS  2026-02  Alice Moreau  T19  pair    5400.00
      IC  Norvik Logistics AS  2026-03  Alice Moreau  T19  pair    -5400.00
      IC  Halden Instruments   2026-02  Chloe Brandt  D4   single  -800.00
      IC  Halden Instruments   2026-02  Chloe Brandt  T19  pair    4800.00
      IC  Halden Instruments   2026-03  Chloe Brandt  D4   single  -800.00
      IC  Halden Instruments   2026-03  Chloe Brandt  T19  pair    0.00
      IC  Halden Instruments   2026-04  Chloe Brandt  D4   single  -800.00
      IC  Halden Instruments   2026-04  Chloe Brandt  T19  pair    0.00
      IC  Halden Instruments   2026-05  Chloe Brandt  T19  pair    -4800.00
      IC  Tamsin Retail        2026-02  Alice Moreau  D4   single  -1440.00
      IC  Tamsin Retail        2026-02  Alice Moreau  T14  pair    8640.00
      IC  Tamsin Retail        2026-04  Alice Moreau  D4   single  0.00
      IC  Tamsin Retail        2026-04  Alice Moreau  T14  pair    -8640.00
      IC  Tamsin Retail        2026-04  Alice Moreau  T19  pair    8640.00
      IC  Tamsin Retail        2026-05  Alice Moreau  T19  pair    -8640.00
      IC  Sable Ridge          2026-03  Alice Moreau  D4   single  -250.00
      IC  Brightwater Foods    2026-04  Alice Moreau  D4   single  -2400.00
      IC  Brightwater Foods    2026-04  Alice Moreau  T19  pair    11000.00
      IC  Brightwater Foods    2026-04  Alice Moreau  Q16  single  3400.00
      IC  Brightwater Foods    2026-05  Alice Moreau  T19  pair    -6000.00
      IC  Brightwater Foods    2026-06  Alice Moreau  T19  pair    -5000.00
      IC  Ostara Health        2026-04  Ben Okafor    D4   single  -500.00
      IC  Ostara Health        2026-04  Ben Okafor    T19  pair    3000.00
      IC  Ostara Health        2026-04  Chloe Brandt  D4   single  -700.00
      IC  Ostara Health        2026-04  Chloe Brandt  T19  pair    4200.00
      IC  Ostara Health        2026-05  Ben Okafor    T19  pair    -3000.00
      IC  Ostara Health        2026-05  Chloe Brandt  T19  pair    -4200.00
      IC  Quarry Lane Studios  2026-04  Unassigned    D4   single  -720.00
      IC  Quarry Lane Studios  2026-04  Unassigned    T19  pair    4320.00
      IC  Quarry Lane Studios  2026-05  Unassigned    T19  pair    -4320.00
      IC  Lindqvist Marine     2026-05  Alice Moreau  T19  pair    7000.00
      IC  Lindqvist Marine     2026-06  Alice Moreau  T19  pair    -7000.00
      IC  Marlow Press         2026-05  Ben Okafor    D4   single  -440.00
      IC  Marlow Press         2026-05  Ben Okafor    T19  pair    2640.00
      IC  Marlow Press         2026-06  Ben Okafor    T19  pair    -2640.00
      IC  Marlow Press         2026-06  Ben Okafor    Q20  single  -60.00
      IC  Umber & Sons         2026-05  Unassigned    D4   single  -380.00
      IC  Umber & Sons         2026-05  Unassigned    T7   single  2280.00
      IC  (Unidentified payer)  2026-06  Unassigned    Q21  single  -750.00
    `),
  );
});

test('what somebody must settle: key, code, amount, age', () => {
  const shown = story.exceptions.map((exception) =>
    [exception.key, exception.code, money(exception.amount), exception.status].join('  '),
  );
  expect(shown.sort()).toEqual(
    words(`
      BI.over.invoice.SI-2001       Q11  -1000.00  Open
      BI.nodeal.invoice.SI-2012     Q2   -1900.00  Open
      BI.unbilled.deal.D-1010   Q1   4800.00   Open
      BI.unbilled.deal.D-1017   Q5   7200.00   Open
      IC.open.invoice.SI-2007       Q16  3400.00   Open
      IC.receipt.receipt.R-5014  Q20  -60.00  Open
      BI.owner.deal.D-1009         Q25  0.00      Open
    `),
  );
});

test('every row is accounted for', () => {
  const leftOut = story.leftOut.map(({ cause, record, text, source }) => `${cause}  ${record || text}  ${source.sheet}`);
  expect(leftOut.filter((line) => !line.startsWith('after-as-of')).sort()).toEqual(
    words(`
      not-won  D-1015  CRM deals
      not-won  D-1016  CRM deals
      status   SI-2016  Invoices
      status   SI-2017  Invoices
      total    Total    Invoices
    `),
  );
  const planned = story.leftOut.filter(({ cause }) => cause === 'after-as-of');
  expect(money(planned.reduce((sum, row) => sum + (row.amount ?? 0), 0))).toBe('20000.00');
  expect(story.identities.filter(({ holds }) => !holds)).toEqual([]);
  expect(story.identities.every(({ checked }) => checked > 0)).toBe(true);
});

test('the tie-out: source, cause, rows, amount; what was read is what was used and left out', () => {
  const shown = story.tieOut.map(({ sheet, cause, rows, amount }) => [sheet, cause, String(rows), money(amount)].join('  '));
  expect(shown.sort()).toEqual(
    words(`
      CRM deals         read         18  139050.00
      CRM deals         used         16  127650.00
      CRM deals         not-won      2   11400.00
      Invoices          read         21  218500.00
      Invoices          used         18  102050.00
      Invoices          status       2   7200.00
      Invoices          total        1   109250.00
      Receipts          read         17  114710.00
      Receipts          used         17  114710.00
      Revenue schedule  read         18  102050.00
      Revenue schedule  used         18  82050.00
      Revenue schedule  after-as-of  0   20000.00
    `),
  );
});
