import type { Definitions } from '../../src/settings/definitions';
import { expectOutcome, run } from './support/outcome';
import { sheetsOf } from './support/sheets';

test('32 · a deal modified after the quarter that its close date lies in is noted', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-31  Last Modified=2026-04-12
    invoice  I-1  Acme          1,000  2026-04-20  deal=D-1`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +1,000 = T2 +1,000
    BI  Apr -1,000 = T2 -1,000
    link  D-1 > I-1  1,000  stated
    note  Q29  D-1`,
    'reason',
    'settle',
  );
});

test('48 · split credit: each owner has the share of the deal, and of its invoice', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05  Split %=60
    deal     D-1  Acme / Bob    1,000  2026-03-05  Split %=40
    invoice  I-1  Acme          500    2026-03-20  deal=D-1  final=yes`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +300 = Q38° +300
    BI  Mar/Bob +200 = Q38° +200
    link  D-1 > I-1  500  stated
    settle  BI.value.deal.D-1  Q38  500  Open`,
    'left out',
    'reason',
  );
  expect(result.lines.map(({ owner, measures }) => [owner, measures.booked])).toEqual([
    ['Alice', 60_000],
    ['Bob', 40_000],
  ]);
});

test('48 · a deal whose owner has left is asked about like one without an owner', () => {
  const users = [
    ['Owner Name', 'Email', 'Active'],
    ['Alice', 'alice@harbour.example', 'Yes'],
    ['Bob', 'bob@harbour.example', 'No'],
  ];
  const grids = sheetsOf('deal  D-1  Acme / Bob  500  2026-03-05\ninvoice  I-1  Acme  500  2026-03-20  deal=D-1');
  const list = { sheet: 'Users', table: null, top: 0, left: 0, values: users, formatSamples: [], hiddenRows: 0 };
  const result = run([...grids, list], '2026-03-31');
  expect(result.exceptions.map(({ key, code }) => [key, code])).toEqual([['BI.owner.deal.D-1', 'Q25']]);
});

test('51 · a 4-4-5 calendar: 30 January and 2 February lie in one fiscal month', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-01-30
    invoice  I-1  Acme          1,000  2026-02-02  deal=D-1`,
    '2026-02-28',
    { definitions: { calendar: '4-4-5', yearStarts: '2026-01-01' } as Definitions },
  );
  expect(result.items).toEqual([]);
  expect(result.lines).toHaveLength(1);
});

test('52 · month end by time zone: received on the last of March, in the bank’s books on the first of April', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1
    receipt  R-1  Acme          1,000  2026-04-01  invoice=I-1  Value Date=2026-03-31`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr +0 = none
    IC  Mar +1,000 = T15 +1,000
    IC  Apr -1,000 = T15 -1,000
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated`,
    'reason',
  );
});
