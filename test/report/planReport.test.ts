import type { Reconciliation } from '../../src/domain/reconciliation';
import { planReport, planSheetBySheet } from '../../src/report/planReport';
import { item, line, marchDeal, pairNamed, reconciliation, serial } from './support/reconciliations';
import { beside, cell, rowsOf, sheetOf, tableOf } from './support/sheets';

const HEADERS = {
  tblTieOut: 'Source | Role | Currency | Cause | Rows | Amount | Adjustments | Measure | Check',
  tblReconciliation:
    'Customer | Month | Owner | Booked | Invoiced | Recognised | Cash | Booked less invoiced | Expected: booked less invoiced | To settle: booked less invoiced | Reason: booked less invoiced | Invoiced less recognised | Expected: invoiced less recognised | To settle: invoiced less recognised | Reason: invoiced less recognised | Invoiced less cash | Expected: invoiced less cash | To settle: invoiced less cash | Reason: invoiced less cash | Open exceptions | Explanation | Line key',
  tblVariances:
    'Line key | Customer | Month | Owner | Gap | Class | Treatment | Code | Reason | Amount | Certainty | Pair | Other customer | Other month | Other owner | Expected month | Deal | Invoice | Schedule | Receipt | Document amount | Document currency | Source | Other source | Exception key | Explanation',
  tblExceptions:
    'Exception key | Priority | Gap | Class | Code | Reason | Customer | Owner | Month | Amount | Age (days) | First seen | Last seen | Fix in | Suggested action | Present value | Proposed value | Evidence | Deal | Invoice | Receipt | Source | Status | Assignee | Due by | Accept until | Comment | Resolution | Closed on | What changed',
  tblMatches:
    'Match key | Kind | Customer | Left | Left date | Right | Right date | Currency | Left amount | Right amount | Allocated | Pass | Probability | Evidence | Runner-up | State | Decision | Decided by | Decided at | Left source | Right source',
  tblLeftOut: 'Source | Row | Record | Date | Customer | Amount | Currency | Cause code | Cause | Source link',
  tblDefinitions: 'Section | Setting | Value | Allowed | Why this value | Last run used',
  tblAliases: 'Kind | From | To | From date | Decided by | Decided at',
};

test('seven sheets, and every table with its exact headers', () => {
  const plan = planReport(marchDeal());
  expect(plan.sheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Reconciliation',
    'Variances',
    'Exceptions',
    'Matches',
    'Left out',
    'Definitions',
  ]);
  for (const [name, headers] of Object.entries(HEADERS))
    expect(
      tableOf(plan, name)
        .columns.map(({ header }) => header)
        .join(' | '),
    ).toBe(headers);
});

test('sheet by sheet they are the same, however often they are gone through', () => {
  const { sheets } = planSheetBySheet(marchDeal());
  expect([...sheets]).toEqual(planReport(marchDeal()).sheets);
  expect([...sheets]).toEqual([...sheets]);
});

test('every row is as wide as its table, and every cell of a text column is text', () => {
  const plan = planReport(marchDeal());
  for (const table of plan.sheets.flatMap(({ tables }) => tables)) {
    for (const row of table.rows) {
      expect(row).toHaveLength(table.columns.length);
      table.columns.forEach(({ kind }, index) => {
        if (kind === 'text') expect(['string', 'null']).toContain(row[index] === null ? 'null' : typeof row[index]);
        if (kind === 'formula') expect(row[index]).toBeNull();
      });
    }
  }
});

test('a headline for each gap: the difference, what is expected and what is to settle', () => {
  const [bookedInvoiced, , cash] = planReport(marchDeal()).digest.gaps;
  expect(bookedInvoiced?.headline).toBe(
    'Booked is 800.00 above invoiced: of this difference 0.00 is expected and 800.00 is to settle (of which 0.00 unexplained).',
  );
  expect(cash?.headline).toBe('Invoiced less cash: not provided, since no sheet gives cash.');
});

test('a difference below is told in its own direction, so that its parts add up as read', () => {
  const plan = planReport(
    reconciliation(
      [line('Acme  2026-03  Ann  0.00  700.00  -  -')],
      [item('BI  T2  Acme  2026-03  Ann  -600.00  D-1  INV-1  2026-02'), item('BI  Q38  Acme  2026-03  Ann  -100.00  -  INV-2')],
    ),
  );
  expect(plan.digest.gaps[0]?.headline).toBe(
    'Booked is 700.00 below invoiced: of this difference 600.00 is expected and 100.00 is to settle (of which 100.00 unexplained).',
  );
});

test('what works against the difference is told as such, never with a minus', () => {
  const plan = planReport(
    reconciliation(
      [line('Acme  2026-03  Ann  0.00  700.00  -  -')],
      [item('BI  T2  Acme  2026-03  Ann  -900.00  D-1  INV-1  2026-02'), item('BI  Q1  Acme  2026-03  Ann  200.00  D-2  -')],
    ),
  );
  expect(plan.digest.gaps[0]?.headline).toBe(
    'Booked is 700.00 below invoiced: of this difference 900.00 is expected and 200.00 the other way is to settle (of which 0.00 unexplained).',
  );
});

test('no difference is told as such, with its parts where they cancel', () => {
  const level = (items: Reconciliation['items']): string | undefined =>
    planReport(reconciliation([line('Acme  2026-03  Ann  700.00  700.00  -  -')], items)).digest.gaps[0]?.headline;
  expect(level([])).toBe('Booked and invoiced show no difference.');
  expect(
    level([item('BI  T2  Acme  2026-03  Ann  -200.00  D-1  INV-1  2026-02'), item('BI  Q1  Acme  2026-03  Ann  200.00  D-2  -')]),
  ).toBe(
    'Booked and invoiced show no difference in all: 200.00 the other way is expected and 200.00 is to settle (of which 0.00 unexplained).',
  );
});

test('differences are formulas of their row; a measure without a source says so', () => {
  const table = tableOf(planReport(marchDeal()), 'tblReconciliation');
  expect(cell(table, 0, 'Booked less invoiced')).toBe('=[@Booked]-[@Invoiced]');
  expect(rowsOf(table, 'Customer', 'Booked', 'Invoiced', 'Cash', 'Invoiced less cash')).toEqual([
    ['Acme Ltd', 12_300, 0, 'not provided', 'not provided'],
    ['Acme Ltd', 0, 11_000, 'not provided', 'not provided'],
    ['Zeta', 0, 500, 'not provided', 'not provided'],
  ]);
  expect(cell(table, 0, 'Month')).toBe(serial('2026-03-01'));
});

test('expected and to settle, the reason with the largest net first, and the explanation with amounts', () => {
  const table = tableOf(planReport(marchDeal()), 'tblReconciliation');
  expect(
    rowsOf(
      table,
      'Expected: booked less invoiced',
      'To settle: booked less invoiced',
      'Reason: booked less invoiced',
      'Open exceptions',
    ),
  ).toEqual([
    [11_000, 1_300, 'Timing: invoiced in a later month +1 more', 1],
    [-11_000, 0, 'Timing: invoiced in a later month', 0],
    [0, -500, expect.stringContaining('Data quality: '), 1],
  ]);
  expect(cell(table, 0, 'Explanation')).toMatch(
    /^Booked less invoiced: Timing: invoiced in a later month 11,000\.00; Data quality: .* 1,300\.00$/,
  );
});

test('an accepted exception counts as expected', () => {
  const run = marchDeal();
  const accepted = { ...run, exceptions: run.exceptions.map((one) => ({ ...one, status: 'accepted ' })) };
  const table = tableOf(planReport(accepted), 'tblReconciliation');
  expect(rowsOf(table, 'Expected: booked less invoiced', 'To settle: booked less invoiced', 'Open exceptions')[0]).toEqual([
    12_300, 0, 0,
  ]);
});

test('twelve releases on the invoice’s line are one row with a range of months', () => {
  const months = ['2026-02', '2026-03', '2026-04'];
  const plan = planReport(
    reconciliation(
      [line('Acme  2026-01  Ann  0.00  1,200.00  900.00  -')],
      months.map((other) =>
        item(`IR  T5  Acme  2026-01  Ann  100.00  -  INV-1  ${other}`, { pair: pairNamed(`P${other}`), documentAmount: 120_000 }),
      ),
    ),
  );
  const table = tableOf(plan, 'tblVariances');
  expect(rowsOf(table, 'Gap', 'Code', 'Amount', 'Other month', 'Invoice', 'Pair', 'Document amount')).toEqual([
    ['IR', 'T5', 300, '2026-02 to 2026-04', 'invoice.INV-1', 'P-0001 to P-0003', 1_200],
  ]);
});

test('places lead to the source cells, a sheet’s apostrophe doubled', () => {
  const table = tableOf(planReport(marchDeal()), 'tblExceptions');
  expect(table.links.map(({ target }) => target)).toEqual(["'Deals'!A2", "'Kim''s invoices'!A7"]);
  expect(cell(table, 1, 'Source')).toBe("Kim's invoices!A7");
});

test('a row that was not found again keeps its cells', () => {
  const run = marchDeal();
  const gone = {
    ...run,
    exceptions: run.exceptions.map((one) => ({
      ...one,
      status: 'Resolved',
      comment: 'settled by phone',
      keptCells: { Reason: 'as it was', 'Fix in': 'CRM', Month: 46_000 },
    })),
  };
  expect(rowsOf(tableOf(planReport(gone), 'tblExceptions'), 'Reason', 'Fix in', 'Month', 'Status', 'Comment')[0]).toEqual([
    'as it was',
    'CRM',
    46_000,
    'Resolved',
    'settled by phone',
  ]);
});

test('a decision about a link that is no longer there is kept', () => {
  const links = [
    { matchKey: 'deal-invoice|deal.D-1|invoice.INV-2', decision: 'refused' as const, decidedBy: 'mk', decidedAt: '2026-04-30' },
  ];
  const table = tableOf(planReport(marchDeal(), { decisions: { aliases: [], links } }), 'tblMatches');
  expect(rowsOf(table, 'Kind', 'Left', 'Right', 'State', 'Decision', 'Decided by')).toEqual([
    ['Deal–invoice', 'D-1', 'INV-2', 'refused', 'refused', 'mk'],
  ]);
});

test('a setting that is not allowed keeps what was typed and says what was used', () => {
  const plan = planReport(marchDeal(), {
    refusedSettings: [
      { setting: 'As-of', typed: 'soon', key: 'asOf' },
      { setting: 'Colour', typed: 'red', key: null },
    ],
  });
  const table = tableOf(plan, 'tblDefinitions');
  expect(rowsOf(table, 'Setting', 'Value', 'Last run used')).toEqual([
    ['As-of', 'soon', '2026-04-30'],
    ['Colour', 'red', null],
  ]);
  expect(cell(table, 0, 'Why this value')).toBe(
    'Not used: “soon” is not allowed here; 2026-04-30 was used (auto: the latest invoice, credit or receipt)',
  );
  expect(plan.digest.messages).toContain('Setting “Period: As-of”: “soon” is not allowed and was not used; see Definitions.');
});

test('what was typed on Summary stands there again', () => {
  const sheet = sheetOf(
    planReport(marchDeal(), { typed: { 'Prepared by': 'Kim', 'In the ledger: booked less invoiced': 795 } }),
    'Summary',
  );
  expect(beside(sheet, 'Prepared by')).toBe('Kim');
  expect(beside(sheet, 'Ledger: unbilled, deferred, receivable')).toBe(795);
  expect(sheet.typed.map(({ label }) => label)).toEqual([
    'In the ledger: booked less invoiced',
    'In the ledger: invoiced less recognised',
    'In the ledger: invoiced less cash',
    'Prepared by',
    'Reviewed by',
    'Date',
  ]);
});

test('totals and not provided', () => {
  const sheet = sheetOf(planReport(marchDeal()), 'Summary');
  expect(beside(sheet, 'Booked')).toBe('=SUM(tblReconciliation[Booked])');
  expect(beside(sheet, 'Recognised')).toBe('not provided');
  expect(planReport(marchDeal()).digest.totals).toEqual([
    { measure: 'Booked', amount: 1_230_000 },
    { measure: 'Invoiced', amount: 1_150_000 },
    { measure: 'Recognised', amount: null },
    { measure: 'Cash', amount: null },
  ]);
});
