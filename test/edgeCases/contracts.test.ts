import { expectOutcome, run } from './support/outcome';

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
