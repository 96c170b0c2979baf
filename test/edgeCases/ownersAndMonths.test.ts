import type { RawCell, SourceGrid } from '../../src/domain/grid';
import type { Reconciliation } from '../../src/domain/reconciliation';
import { describeItem } from '../../src/variance/describe';
import { expectOutcome, run } from './support/outcome';
import { sheetsOf } from './support/sheets';

test('48 · a deal without an owner stands with nobody, and somebody must assign it', () => {
  const result = run(
    `
    deal     D-1  Acme / -      1,000  2026-03-05
    deal     D-2  Birch / Bob   500    2026-03-06
    invoice  I-1  Acme          1,000  2026-03-20  deal=D-1
    invoice  I-2  Birch         500    2026-03-20  deal=D-2`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Mar/Birch/Bob +0 = none
    link  D-1 > I-1  1,000  stated
    link  D-2 > I-2  500    stated
    note  Q25  D-1
    settle  BI.owner.deal.D-1  Q25  0  Open`,
  );
  expect(result.lines.map(({ owner }) => owner).sort()).toEqual(['Bob', 'Unassigned']);
});

const TWO_OWNERS = `
    deal     D-1  Acme / Alice  1,000  2026-03-15
    invoice  I-1  Acme / Bob    1,000  2026-04-03  deal=D-1`;

test('49 · the owner changed in mid-quarter: the deal’s owner as the sheet has it, for the whole chain', () => {
  const result = run(TWO_OWNERS, '2026-04-30');
  expectOutcome(
    result,
    `
    BI  Mar +1,000 = T2 +1,000
    BI  Apr -1,000 = T2 -1,000
    reason  BI  T2  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated
    note  D11  I-1`,
  );
});

test('49 · with each record’s own owner the move is shown and the total is unchanged', () => {
  const result = run(TWO_OWNERS, '2026-04-30', { definitions: { ownerRule: 'own' } });
  expectOutcome(
    result,
    `
    BI  Mar +1,000 = T2 +1,000
    BI  Apr +0 = T2 -1,000, D11 +1,000
    BI  Apr/Bob -1,000 = D11 -1,000
    reason  BI  T2   Timing      Expected  stated
    reason  BI  D11  Definition  Expected  stated
    link  D-1 > I-1  1,000  stated`,
  );
  expect(result.items.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
});

const ACCOUNTS: SourceGrid = {
  sheet: 'Accounts',
  table: null,
  top: 0,
  left: 0,
  values: [
    ['Account Name', 'Account ID', 'Account Owner'],
    ['Acme', 'A-1', 'Dora'],
    ['Birch', 'A-2', ''],
    ['Cedar', 'A-3', 'Eve'],
  ],
  formatSamples: [],
  hiddenRows: 0,
};

const OF_ACCOUNTS = `
    deal     D-1  Acme / Alice   1,000  2026-03-15
    deal     D-2  Birch / Bob    500    2026-03-15
    invoice  I-1  Acme           1,000  2026-03-20  deal=D-1
    invoice  I-2  Birch          500    2026-03-20  deal=D-2
    invoice  I-3  Cedar          200    2026-03-20
    invoice  I-4  Acme           70     2026-03-21`;

const ownersOf = ({ lines }: Reconciliation): string[] =>
  lines.map(({ owner, measures: { booked, invoiced } }) => `${owner} ${(booked ?? 0) / 100} ${(invoiced ?? 0) / 100}`).sort();

test('each account’s owner has all of it, as the list of accounts says; where it names none, the owner of its deals', () => {
  const result = run([...sheetsOf(OF_ACCOUNTS), ACCOUNTS], '2026-03-31', { definitions: { ownerRule: 'account' } });
  expect(ownersOf(result)).toEqual(['Bob 500 500', 'Dora 1000 1070', 'Eve 0 200']);
});

test('an invoice without a deal stands with the account’s owner, not with nobody', () => {
  const result = run([...sheetsOf(OF_ACCOUNTS), ACCOUNTS], '2026-03-31');
  expect(ownersOf(result)).toEqual(['Alice 1000 1000', 'Bob 500 500', 'Dora 0 70', 'Eve 0 200']);
});

test('72 · month and owner both differ: a leg each, and sums hold by month, by owner and by line', () => {
  const { items } = run(TWO_OWNERS, '2026-04-30', { definitions: { ownerRule: 'own' } });
  const sums = (of: (item: (typeof items)[number]) => string): Record<string, number> => {
    const totals: Record<string, number> = {};
    for (const item of items) totals[of(item)] = (totals[of(item)] ?? 0) + item.amount / 100;
    return totals;
  };
  expect(sums(({ form, code, owner }) => `${code} ${form} ${owner}`)).toEqual({
    'T2 pair Alice': 0,
    'D11 move Alice': 1_000,
    'D11 move Bob': -1_000,
  });
  expect(sums(({ form, month }) => `${form} ${(month % 12) + 1}`)).toEqual({ 'pair 3': 1_000, 'pair 4': -1_000, 'move 4': 0 });
});

test('50 · a late posting to a closed month names the month it belongs to', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  200  2026-03-01
    invoice  I-1  Acme          200  2026-03-01  deal=D-1
    revenue  I-1  Acme          200  2026-04  served=2026-03`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr +0 = none
    IR  Mar +200 = T13 +200
    IR  Apr -200 = T13 -200
    reason  IR  T13  Timing  Expected  stated
    link  D-1 > I-1      200  stated
    link  I-1 > 2026-04  200  stated`,
  );
  const [april] = result.items.filter(({ amount }) => amount < 0);
  if (april === undefined) throw new Error('no item in April');
  const wording = { amount: String, record: (key: string) => result.records.get(key), customer: String };
  expect(describeItem(april, wording)).toContain('2026-03');
});

test('51 · a 4-4-5 calendar: 30 January and 2 February lie in one fiscal month', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-01-30
    invoice  I-1  Acme          1,000  2026-02-02  deal=D-1`,
    '2026-02-28',
    { definitions: { calendar: '4-4-5' } },
  );
  expect(result.items).toEqual([]);
  expect(result.lines).toHaveLength(1);
});

test('52 · month end by time zone: a stamp counts on the day that it shows', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-31T23:30:00-05:00
    invoice  I-1  Acme          1,000  2026-03-31T23:45:00-05:00  deal=D-1`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    link  D-1 > I-1  1,000  stated`,
  );
});

test('32 · a close date edited into the prior quarter cannot be seen without a snapshot: nothing is asserted', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-31
    invoice  I-1  Acme          1,000  2026-04-20  deal=D-1`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +1,000 = T2 +1,000
    BI  Apr -1,000 = T2 -1,000
    reason  BI  T2  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated`,
  );
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

test('32 · a deal edited after the quarter of its close date is noted; nothing is asserted', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-31  Last Modified=2026-04-12
    deal     D-2  Acme / Alice  500    2026-03-30  Last Modified=2026-03-31
    invoice  I-1  Acme          1,000  2026-04-20  deal=D-1
    invoice  I-2  Acme          500    2026-04-20  deal=D-2`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +1,500 = T2 +1,500
    BI  Apr -1,500 = T2 -1,500
    reason  BI  T2  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  D-2 > I-2  500    stated
    note  Q29  D-1`,
  );
});

test('48 · split credit of one deal: unequal shares of one amount are of the whole, each owner has his part of what is short', () => {
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
    ...['left out', 'reason'],
  );
  expect(result.lines.map(({ owner, measures }) => [owner, measures.booked])).toEqual([
    ['Alice', 60_000],
    ['Bob', 40_000],
  ]);
});

const USERS = (...rows: readonly (readonly RawCell[])[]): SourceGrid => ({
  ...{ sheet: 'Users', table: null, top: 0, left: 0, formatSamples: [], hiddenRows: 0 },
  values: [['Owner Name', 'Email', 'Active'], ...rows],
});

/** Exceptions about owners, as key and code, of a deal that Bob owns. */
function askedOfBob(users: SourceGrid, owner = 'Bob'): readonly (readonly string[])[] {
  const book = `deal  D-1  Acme / ${owner}  500  2026-03-05\ninvoice  I-1  Acme  500  2026-03-20  deal=D-1`;
  return run([...sheetsOf(book), users], '2026-03-31').exceptions.map(({ key, code }) => [key, code]);
}

test.each([
  ['No', 'Bob'],
  [false, 'bob'],
  ['Inactive', 'bob@harbour.example'],
  ['Deactivated', 'Bob'],
])(
  '48 · a deal whose owner has left, as the list of users says by %p, is asked about like one without an owner',
  (active, owner) => {
    const users = USERS(['Alice', 'alice@harbour.example', 'Yes'], ['Bob', 'bob@harbour.example', active]);
    expect(askedOfBob(users, owner)).toEqual([['BI.owner.deal.D-1', 'Q25']]);
  },
);

test('48 · an owner who is still there, or whose name another user has, has not left', () => {
  expect(askedOfBob(USERS(['Alice', 'a@harbour.example', 'No'], ['Bob', 'b@harbour.example', 'Yes']))).toEqual([]);
  expect(askedOfBob(USERS(['Bob', 'b1@harbour.example', 'No'], ['Bob', 'b2@harbour.example', 'Yes']))).toEqual([]);
});

test('48 · the owner who has left is named, and who else looks after the customer is proposed', () => {
  const users = USERS(['Alice', 'alice@harbour.example', 'Yes'], ['Bob', 'bob@harbour.example', 'No']);
  const book = `
    deal     D-1  Acme / Bob    500  2026-03-05
    deal     D-2  Acme / Alice  300  2026-03-06
    invoice  I-1  Acme          500  2026-03-20  deal=D-1
    invoice  I-2  Acme          300  2026-03-20  deal=D-2`;
  const [left] = run([...sheetsOf(book), users], '2026-03-31').exceptions;
  expect([left?.presentValue, left?.proposedValue]).toEqual(['Owner Bob', 'Owner Alice']);
  expect(left?.evidence).toContain('belongs to Bob, who has left');
});
