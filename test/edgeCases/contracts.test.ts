import { inspect, reconcile } from '../../src/reconcile';
import { answerMapping } from '../../src/settings/mapping';
import { expectOutcome, outcomeOf, run } from './support/outcome';
import { sheetsOf } from './support/sheets';

test('6 · three-year deal billed yearly: the year begun is still to be billed, the third has not begun', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  3,600  2026-01-10  start=2026-02-01  term=36  billing=Yearly
    invoice  I-1  Acme          1,200  2026-02-01  deal=D-1`,
    '2027-02-10',
  );
  expectOutcome(
    result,
    `
    BI  Jan +3,600 = T3 +1,200, T3° +1,200, D1° +1,200
    BI  Feb -1,200 = T3 -1,200
    reason  BI  T3  Timing      Expected  stated
    reason  BI  D1  Definition  Expected  stated
    link  D-1 > I-1  1,200  stated`,
  );
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NUMBERS = MONTHS.map((_, i) => String(i + 1).padStart(2, '0'));

test('7 · twelve equal bills of a yearly deal: all of the one deal, and none to another customer’s equal deal', () => {
  const bills = (customer: string, series: string): string =>
    NUMBERS.map((month) => `invoice  ${series}-${month}  ${customer}  100  2025-${month}-15`).join('\n');
  const result = run(
    `
    deal  D-1  Acme / Alice   1,200  2025-01-10  term=12  billing=Monthly
    deal  D-2  Birch / Alice  1,200  2025-01-10  term=12  billing=Monthly
    ${bills('Acme', 'A')}
    ${bills('Birch', 'B')}`,
    '2025-12-31',
  );
  const later = MONTHS.slice(1);
  expectOutcome(
    result,
    [
      'BI  Jan +1,100 = T3 +1,100',
      'BI  Jan/Birch +1,100 = T3 +1,100',
      ...later.flatMap((month) => [`BI  ${month} -100 = T3 -100`, `BI  ${month}/Birch -100 = T3 -100`]),
      'reason  BI  T3  Timing  Expected  inferred',
      ...NUMBERS.flatMap((month) => [`link  D-1 > A-${month}  100  inferred`, `link  D-2 > B-${month}  100  inferred`]),
      `note  Q14  D-1, ${NUMBERS.map((month) => `A-${month}`).join(', ')}`,
      `note  Q14  D-2, ${NUMBERS.map((month) => `B-${month}`).join(', ')}`,
    ].join('\n'),
  );
});

test('34 · a renewal copied from last year with a cancelled product: without a history the difference is unexplained', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,200  2026-03-05  kind=Renewal
    invoice  I-1  Acme          900    2026-03-20  deal=D-1  final=yes`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +300 = Q38° +300
    reason  BI  Q38  Unexplained  Act  inferred
    link  D-1 > I-1  900  stated
    settle  BI.value.deal.D-1  Q38  300  Open`,
  );
});

test('36 · seats added in mid-term as a new term, or with the term extended: booked and billed as sold', () => {
  const newTerm = run(
    `
    deal     D-1  Acme / Alice  12,000  2026-01-01  start=2026-01-01  end=2026-12-31
    invoice  I-1  Acme          12,000  2026-01-05  deal=D-1  from=2026-01-01  until=2026-12-31
    deal     D-2  Acme / Alice  6,000   2026-07-01  start=2026-07-01  end=2027-06-30
    invoice  I-2  Acme          6,000   2026-07-05  deal=D-2  from=2026-07-01  until=2027-06-30`,
    '2026-07-31',
  );
  expectOutcome(
    newTerm,
    `
    BI  Jan +0 = none
    BI  Jul +0 = none
    link  D-1 > I-1  12,000  stated
    link  D-2 > I-2  6,000   stated`,
  );
  const extended = run(
    `
    deal     D-1  Acme / Alice  12,000  2026-01-01  start=2026-01-01  end=2026-12-31
    invoice  I-1  Acme          12,000  2026-01-05  deal=D-1  from=2026-01-01  until=2026-12-31
    credit   C-1  Acme          -6,000  2026-07-05  applies=I-1
    deal     D-2  Acme / Alice  18,000  2026-07-01  start=2026-07-01  end=2027-06-30
    invoice  I-2  Acme          18,000  2026-07-05  deal=D-2  from=2026-07-01  until=2027-06-30`,
    '2026-07-31',
  );
  expectOutcome(
    extended,
    `
    BI  Jan +0 = none
    BI  Jul +6,000 = D16° +6,000
    reason  BI  D16  Definition  Expected  stated
    link  D-1 > I-1  12,000  stated
    link  I-1 > C-1  6,000   stated
    link  D-2 > I-2  18,000  stated`,
  );
});

test('38 · free months as a later start wait for the contract', () => {
  const result = run(
    'deal  D-1  Acme / Alice  1,200  2026-01-10  start=2026-04-01\ninvoice  I-9  Birch  50  2026-01-20',
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Jan +1,200 = T11° +1,200
    BI  Jan/Birch -50 = Q2° -50
    reason  BI  T11  Timing        Expected  stated
    reason  BI  Q2   Data quality  Act       inferred
    settle  BI.nodeal.invoice.I-9  Q2  -50  Open`,
  );
});

test('38 · free months as a discount beside the list price are a definition', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,500  2026-01-10  discount=300
    invoice  I-1  Acme          1,200  2026-01-20  deal=D-1`,
    '2026-01-31',
  );
  expectOutcome(
    result,
    `
    BI  Jan +300 = D10° +300
    reason  BI  D10  Definition  Expected  stated
    link  D-1 > I-1  1,200  stated`,
  );
});

test('39 · arrears: recognised month by month, invoiced at the end of the quarter', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  300  2026-01-02
    revenue  I-1  Acme  100  2026-01
    revenue  I-1  Acme  100  2026-02
    revenue  I-1  Acme  100  2026-03
    invoice  I-1  Acme  300  2026-03-31  deal=D-1`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Jan +300 = T18 +300
    BI  Feb +0 = none
    BI  Mar -300 = T18 -300
    IR  Jan -100 = T4 -100
    IR  Feb -100 = T4 -100
    IR  Mar +200 = T4 +200
    reason  BI  T18  Timing  Watch     stated
    reason  IR  T4   Timing  Expected  stated
    link  D-1 > I-1  300  stated
    link  I-1 > 2026-01  100  stated
    link  I-1 > 2026-02  100  stated
    link  I-1 > 2026-03  100  stated`,
  );
});

test('39 · milestones: earned under a known contract, not yet invoiced', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-01-02  start=2026-01-02  end=2026-06-30
    invoice  I-1  Acme          400    2026-01-05  deal=D-1
    revenue  -    Acme          400    2026-01  deal=D-1
    revenue  -    Acme          250    2026-02  deal=D-1`,
    '2026-02-28',
  );
  expectOutcome(
    result,
    `
    BI  Jan +600 = Q1° +600
    BI  Feb +0 = none
    IR  Jan +0 = none
    IR  Feb -250 = T4° -250
    reason  BI  Q1  Data quality  Act    inferred
    reason  IR  T4  Timing        Watch  stated
    link  D-1 > I-1  400  stated
    link  D-1 > 2026-01  400  stated
    link  D-1 > 2026-02  250  stated
    settle  BI.unbilled.deal.D-1  Q1  600  Open`,
  );
});

const UNBILLED_AND_NEW = (more: string): string => `
    deal     D-1  Acme / Alice  1,000  2026-01-05
    invoice  I-1  Acme          500    2026-01-20  deal=D-1
    deal     D-2  Acme / Alice  200    2026-03-10
    invoice  I-2  Acme          700    2026-03-20  ${more}`;

test('40 · one invoice for the unbilled part of a deal and for a new term is split: 500 + 200 = 700', () => {
  expectOutcome(
    run(UNBILLED_AND_NEW('deal=D-1, D-2'), '2026-03-31'),
    `
    BI  Jan +500 = T3 +500
    BI  Mar -500 = T3 -500
    reason  BI  T3  Timing  Expected  stated
    link  D-1 > I-1  500  stated
    link  D-1 > I-2  500  stated
    link  D-2 > I-2  200  stated
    note  Q14  D-1, I-1, I-2
    note  Q15  I-2, D-1, D-2`,
  );
});

test('40 · the same invoice without a reference is split by what is open, surely or as a suggestion', () => {
  const { links } = run(UNBILLED_AND_NEW(''), '2026-03-31');
  const split = links.filter(({ right }) => right === 'invoice.I-2');
  expect(split.map(({ left, allocated, certainty }) => [left, allocated, certainty])).toEqual([
    ['deal.D-1', 50_000, 'inferred'],
    ['deal.D-2', 20_000, 'inferred'],
  ]);
});

test('34 · a renewal copied from last year although the contract was amended: the deal was not changed with it', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,200  2026-03-05  kind=Renewal  Last Modified=2026-03-05  Amendment Date=2026-03-12
    invoice  I-1  Acme          900    2026-03-20  deal=D-1  final=yes`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +300 = Q7° +300
    link  D-1 > I-1  900  stated
    settle  BI.value.deal.D-1  Q7  300  Open`,
    'reason',
    'note',
  );
});

const ENDED = (last: string): string => `
    deal     D-1  Acme / Alice  600  2026-01-05  start=2026-01-05  end=2026-02-28  term=2  billing=Monthly
    invoice  I-1  Acme          300  2026-01-10  deal=D-1
    invoice  I-2  Acme          300  2026-02-10  deal=D-1
    invoice  I-3  Acme          300  ${last}`;

test.each([
  ['as its service period shows', '2026-03-10  deal=D-1  from=2026-03-01  until=2026-03-31', 'Mar', 'stated'],
  ['long after, by its own date', '2026-04-10  deal=D-1', 'Apr', 'inferred'],
])('34 · a cancelled product that is still billed after its end, %s', (_, last, month, certainty) => {
  expectOutcome(
    run(ENDED(last), '2026-04-30'),
    `
    BI  Jan +300 = T3 +300
    BI  Feb -300 = T3 -300
    BI  ${month} -300 = Q28° -300
    reason  BI  T3   Timing        Expected  stated
    reason  BI  Q28  Data quality  Act       ${certainty}
    link  D-1 > I-1  300  stated
    link  D-1 > I-2  300  stated
    link  D-1 > I-3  300  stated
    settle  BI.over.invoice.I-3  Q28  -300  Open`,
    'note',
  );
});

test.each([
  ['within the normal lag it may be billed in arrears', '2026-03-10  deal=D-1'],
  ['its service lies within the contract', '2026-04-10  deal=D-1  from=2026-02-01  until=2026-02-28'],
])('34 · an invoice above the deal is no cancelled product: %s', (_, last) => {
  expect(run(ENDED(last), '2026-04-30').exceptions.map(({ key, code }) => [key, code])).toEqual([['BI.over.invoice.I-3', 'Q11']]);
});

test('34 · a cancelled product that is still recognised after its end', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  200  2026-01-05  start=2026-01-05  end=2026-02-28
    invoice  I-1  Acme          200  2026-01-10  deal=D-1
    revenue  -    Acme          100  2026-01  deal=D-1
    revenue  -    Acme          100  2026-02  deal=D-1
    revenue  -    Acme          100  2026-03  deal=D-1`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    IR  Jan +100 = T5 +100
    IR  Feb -100 = T5 -100
    IR  Mar -100 = Q28° -100
    reason  IR  T5   Timing        Expected  inferred
    reason  IR  Q28  Data quality  Act       stated`,
    ...['BI', 'link', 'settle'],
  );
});

/** Six thousand a year, added to a contract of the calendar year and billed to its end. */
const ADDED = (start: string, end: string, billed: string): string => `
    deal     D-1  Acme / Alice  12,000  2026-01-01  start=2026-01-01  end=2026-12-31
    invoice  I-1  Acme          12,000  2026-01-05  deal=D-1  from=2026-01-01  until=2026-12-31
    deal     D-2  Acme / Alice  6,000   2026-08-01  start=${start}  end=${end}
    invoice  I-2  Acme          ${billed}  2026-08-20  deal=D-2  from=${start}  until=2026-12-31`;

test.each([
  ['by months', '2026-08-01', '2027-07-31', '2,500', '+3,500'],
  ['by days', '2026-08-01', '2027-07-31', '2,515.07', '+3,484.93'],
  ['by months, the one begun by its days', '2026-08-15', '2027-08-14', '2,274.19', '+3,725.81'],
])('36 · seats added in mid-term and prorated to the old term’s end, %s', (_, start, end, billed, rest) => {
  expectOutcome(
    run(ADDED(start, end, billed), '2026-08-31'),
    `
    BI  Jan +0 = none
    BI  Aug ${rest} = T16° ${rest}
    reason  BI  T16  Timing  Watch  inferred
    link  D-1 > I-1  12,000  stated
    link  D-2 > I-2  ${billed}  stated`,
  );
});

test('36 · what is no share of the term is not called prorated', () => {
  const { items } = run(ADDED('2026-08-01', '2027-07-31', '2,400'), '2026-08-31');
  expect(items.map(({ code }) => code)).not.toContain('T16');
});

const AMENDED = `
    deal     D-1   Acme / Alice  10,000  2026-01-10  kind=New        Contract Number=CT-1
    deal     D-1A  Acme / Alice  12,000  2026-04-10  kind=Amendment  Contract Number=CT-1
    invoice  I-1   Acme          10,000  2026-01-20  Contract Number=CT-1
    invoice  I-2   Acme          2,000   2026-04-20  Contract Number=CT-1`;

test('37 · an amendment may be an increment or the new total: two readings, and a person is asked', () => {
  const asked = inspect(sheetsOf(AMENDED), []).questions.filter(({ text }) => /amendment/i.test(text));
  expect(asked.map(({ id, choices, suggestion }) => [id, choices.map(({ value }) => value), suggestion])).toEqual([
    ['amendments', ['increment', 'total'], 'total'],
  ]);
});

test.each([
  ['increment', 12_000, ['BI  Jan +0 = none', 'BI  Apr +10,000 = T1° +10,000']],
  ['total', 2_000, ['BI  Jan +0 = none', 'BI  Apr +0 = none']],
])('37 · answered “%s” the amendment books %d, is not asked again, and the sheet ties', (answer, booked, lines) => {
  const grids = sheetsOf(AMENDED);
  const mappings = inspect(grids, []).sources.map(({ mapping }) =>
    mapping.role === 'deals' ? answerMapping(mapping, 'amendments', answer) : mapping,
  );
  expect(inspect(grids, mappings).questions).toEqual([]);
  const result = reconcile({
    ...{ grids, mappings, definitions: { asOf: '2026-04-30' }, reasons: {}, previous: [] },
    decisions: { aliases: [], links: [] },
  });
  expect(outcomeOf(result).filter((line) => line.startsWith('BI'))).toEqual(lines);
  expect(result.records.get('deal.D-1A')?.amount).toBe(booked * 100);
  const deals = result.tieOut.filter(({ role }) => role === 'deals').map(({ cause, amount }) => [cause, amount / 100]);
  expect(deals).toEqual([
    ['read', 22_000],
    ['used', 22_000],
  ]);
});

test.each([
  ['it takes something back', '-2,000  2026-04-10  kind=Amendment  Contract Number=CT-1'],
  ['no earlier deal has its contract', '12,000  2026-04-10  kind=Amendment  Contract Number=CT-2'],
  ['it is a deal of its own', '12,000  2026-04-10  kind=Expansion  Contract Number=CT-1'],
])('37 · nothing is asked of an amendment where %s', (_, row) => {
  const grids = sheetsOf(`
    deal     D-1   Acme / Alice  10,000  2026-01-10  kind=New  Contract Number=CT-1
    deal     D-1A  Acme / Alice  ${row}
    invoice  I-1   Acme          10,000  2026-01-20  Contract Number=CT-1`);
  expect(inspect(grids, []).questions).toEqual([]);
});

const FREE_MONTHS = `
    deal     D-1  Acme / Alice  1,200  2026-01-10
    invoice  I-1  Acme          0      2026-01-20  deal=D-1
    invoice  I-2  Acme          0      2026-02-20  deal=D-1`;

test('38 · free months as invoices of nothing, then the whole amount: one plan', () => {
  const result = run(`${FREE_MONTHS}\ninvoice  I-3  Acme  1,200  2026-03-20  deal=D-1`, '2026-03-31');
  expectOutcome(
    result,
    `
    BI  Jan +1,200 = T3 +1,200
    BI  Feb +0 = none
    BI  Mar -1,200 = T3 -1,200
    reason  BI  T3  Timing  Expected  stated
    link  D-1 > I-3  1,200  stated`,
    'note',
  );
});

test('38 · free months as invoices of nothing, so far: the rest is to come, not forgotten', () => {
  const result = run(`${FREE_MONTHS}\ninvoice  I-9  Birch  50  2026-01-20`, '2026-03-10');
  const acme = result.items.filter(({ deal }) => deal === 'deal.D-1');
  expect(acme.map(({ code, treatment, certainty, amount }) => [code, treatment, certainty, amount])).toEqual([
    ['T11', 'Expected', 'inferred', 120_000],
  ]);
});
