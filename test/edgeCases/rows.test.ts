import type { RawCell, SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reconcile';
import { expectOutcome, outcomeOf, run } from './support/outcome';
import { sheetsOf } from './support/sheets';

const table = (sheet: string, values: readonly (readonly RawCell[])[], more: Partial<SourceGrid> = {}): SourceGrid => ({
  ...{ sheet, table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0 },
  ...more,
});

const DEAL_HEADER = ['Deal ID', 'Account Name', 'Amount', 'Currency', 'Close Date', 'Stage'];
const INVOICE_HEADER = ['Invoice No', 'Customer', 'Net', 'Currency', 'Invoice Date', 'Deal ID'];

test('53 · text dates that no day above 12 decides are asked about before the run', () => {
  const deals = table('Deals', [
    DEAL_HEADER,
    ['D-1', 'Acme', 1_000, 'EUR', '03/04/2026', 'Closed Won'],
    ['D-2', 'Birch', 500, 'EUR', '05/06/2026', 'Closed Won'],
  ]);
  const { questions } = inspect([deals], []);
  expect(questions.map(({ id, sheet }) => [id, sheet])).toEqual([['dateOrder', 'Deals']]);
});

test('53 · American text dates, numbers as text, a totals row, a merged customer and hidden rows are read as they are meant', () => {
  const deals = table('Deals', [
    DEAL_HEADER,
    ['D-1', 'Acme', '1,000.00', 'EUR', '03/25/2026', 'Closed Won'],
    ['D-2', 'Acme', '500.00', 'EUR', '04/02/2026', 'Closed Won'],
    ['Total', '', '1,500.00', '', '', ''],
  ]);
  const invoices = table(
    'Invoices',
    [
      INVOICE_HEADER,
      ['I-1', 'Acme', '1.000,00', 'EUR', '28.03.2026', 'D-1'],
      ['I-2', '', '500,00', 'EUR', '04.04.2026', 'D-2'],
      ['Total', '', '1.500,00', '', '', ''],
    ],
    { hiddenRows: 1 },
  );
  const result = run([deals, invoices], '2026-04-30');
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr +0 = none
    link  D-1 > I-1  1,000  stated
    link  D-2 > I-2  500    stated
    note  Q25  D-1
    note  Q25  D-2
    settle  BI.owner.deal.D-1  Q25  0  Open
    settle  BI.owner.deal.D-2  Q25  0  Open
    left out  Total  total  1,500
    left out  Total  total  1,500`,
  );
  expect(inspect([deals, invoices], []).sources.map(({ hiddenRows }) => hiddenRows)).toEqual([0, 1]);
});

test('54 · one number with other content: both count, so that the sheet ties, and the pair is listed', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,100  2026-03-05
    invoice  I-1  Acme          500    2026-03-10  deal=D-1
    invoice  I-1  Acme          600    2026-03-12  deal=D-1`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    link  D-1 > I-1  500  stated
    link  D-1 > I-1  600  stated
    note  Q14  D-1, I-1, I-1
    settle  any.read.invoice.I-1#1  Q32  0  Open`,
  );
  expect(result.tieOut.filter(({ role }) => role === 'invoices').map(({ cause, rows, amount }) => [cause, rows, amount])).toEqual(
    [
      ['read', 2, 110_000],
      ['used', 2, 110_000],
    ],
  );
});

test('55 · a re-export that repeats old rows: counted once, the repeats are in Left out', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          400    2026-03-10  deal=D-1
    invoice  I-2  Acme          600    2026-03-12  deal=D-1
    invoice  I-1  Acme          400    2026-03-10  deal=D-1`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    link  D-1 > I-1  400  stated
    link  D-1 > I-2  600  stated
    note  Q14  D-1, I-1, I-2
    left out  I-1  repeat-row  400`,
  );
});

const MIXED = `
    deal     D-1  Acme / Alice   1,000  2026-03-05
    deal     D-2  Acme / Bob     400    2026-03-15
    deal     D-3  Birch / Alice  700    2026-01-15
    invoice  I-1  Acme           1,200  2026-04-10  deal=D-1, D-2  tax=240
    invoice  I-2  Birch          500    2026-02-10
    credit   C-1  Acme           -100   2026-05-03  applies=I-1  tax=-20
    revenue  I-1  Acme           600    2026-04
    revenue  I-1  Acme           600    2026-05
    receipt  R-1  Acme           900    2026-05-08
    receipt  R-2  -              75     2026-05-09`;

test('56 · rows in another order give the same result', () => {
  const grids = sheetsOf(MIXED);
  const turned = grids.map((grid) => ({ ...grid, values: [...grid.values.slice(0, 1), ...grid.values.slice(1).reverse()] }));
  const straight = outcomeOf(run(grids, '2026-05-31'));
  expect(straight.length).toBeGreaterThan(20);
  expect(outcomeOf(run([...turned].reverse(), '2026-05-31'))).toEqual(straight);
});

test('65 · a first run without last year: January’s invoices of December’s deals are from before the data', () => {
  const result = run(
    `
    deal     D-2001  Birch / Alice  500  2026-01-10
    invoice  I-1     Birch          500  2026-01-12  deal=D-2001
    invoice  I-2     Acme           700  2026-01-08  deal=D-1950
    invoice  I-3     Cobalt         300  2026-01-09`,
    '2026-01-31',
  );
  expectOutcome(
    result,
    `
    BI  Jan/Birch +0 = none
    BI  Jan -700 = T20° -700
    BI  Jan/Cobalt -300 = Q2° -300
    reason  BI  T20  Timing        Expected  inferred
    reason  BI  Q2   Data quality  Act       inferred
    link  D-2001 > I-1  500  stated
    settle  BI.nodeal.invoice.I-3  Q2  -300  Open`,
  );
  expect(result.exceptions[0]?.evidence).toContain('may be from before the data');
});
