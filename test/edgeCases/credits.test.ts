import { expectOutcome, run } from './support/outcome';

test('1 · credit and rebill in one month: one event, its net the change of price', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000   2026-03-05
    invoice  I-1  Acme          1,000   2026-03-20  deal=D-1
    credit   C-1  Acme          -1,000  2026-05-03  applies=I-1
    invoice  I-2  Acme          900     2026-05-20  deal=D-1`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  May +100 = D16° +100
    reason  BI  D16  Definition  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > C-1  1,000  stated
    link  D-1 > I-2  900    stated
    note  Q12  C-1, I-2`,
    'note  Q14',
  );
});

const REBILLED_LATER = `
    deal     D-1  Acme / Alice  1,000   2026-03-05
    invoice  I-1  Acme          1,000   2026-03-20  deal=D-1
    credit   C-1  Acme          -1,000  2026-04-28  applies=I-1
    invoice  I-2  Acme          1,000   2026-05-02  deal=D-1
    receipt  R-1  Acme          1,000   2026-05-30  invoice=I-2`;

test('2 · credit and rebill over month end: two months that net at the customer; the schedule moved with the documents', () => {
  const result = run(
    `${REBILLED_LATER}
    revenue  I-1  Acme  1,000   2026-03
    revenue  C-1  Acme  -1,000  2026-04
    revenue  I-2  Acme  1,000   2026-05`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr +1,000 = Q12 +1,000
    BI  May -1,000 = Q12 -1,000
    IR  Mar +0 = none
    IR  Apr +0 = none
    IR  May +0 = none
    IC  Mar +1,000 = T14 +1,000
    IC  Apr -1,000 = T14 -1,000
    IC  May +0 = none
    reason  BI  Q12  Data quality  Expected  inferred
    reason  IC  T14  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > C-1  1,000  stated
    link  D-1 > I-2  1,000  stated
    link  I-2 > R-1  1,000  stated
    link  I-1 > 2026-03  1,000   stated
    link  C-1 > 2026-04  -1,000  stated
    link  I-2 > 2026-05  1,000   stated`,
    'note  Q14',
  );
});

test('3 · one credit over several invoices: each up to its amount, the remainder stays open on the last', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-02
    invoice  I-1  Acme          500    2026-03-10  deal=D-1  due=2026-04-09
    invoice  I-2  Acme          500    2026-03-12  deal=D-1  due=2026-04-11
    credit   C-1  Acme          -700   2026-04-15  applies=I-1, I-2
    receipt  R-1  Acme          100    2026-04-20  invoice=I-2`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr +700 = D16° +700
    IC  Mar +1,000 = T14 +700, T19 +100, Q16° +200
    IC  Apr -800 = T14 -700, T19 -100
    reason  BI  D16  Definition    Expected  stated
    reason  IC  T14  Timing        Expected  stated
    reason  IC  T19  Timing        Expected  stated
    reason  IC  Q16  Data quality  Act       stated
    link  D-1 > I-1  500  stated
    link  D-1 > I-2  500  stated
    link  I-1 > C-1  500  stated
    link  I-2 > C-1  200  stated
    link  I-2 > R-1  100  stated
    note  Q14  D-1, I-1, I-2`,
  );
});

test('4 · a credit note against a paid invoice is the customer’s credit, not a new sale', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-04-02
    invoice  I-1  Acme          1,000  2026-04-10  deal=D-1
    receipt  R-1  Acme          1,000  2026-05-10  invoice=I-1
    credit   C-1  Acme          -200   2026-07-05  applies=I-1`,
    '2026-07-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    BI  Jul +200 = D16° +200
    IC  Apr +1,000 = T19 +1,000
    IC  May -1,000 = T19 -1,000
    IC  Jul -200 = T21° -200
    reason  BI  D16  Definition  Expected  stated
    reason  IC  T19  Timing      Expected  stated
    reason  IC  T21  Timing      Watch     stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated
    link  I-1 > C-1  200    stated`,
  );
});

test('5 · a stand-alone negative invoice is a credit that names no invoice', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1
    receipt  R-1  Acme          1,000  2026-03-31  invoice=I-1
    invoice  I-9  Acme          -300   2026-04-10`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr +300 = Q13° +300
    IC  Mar +0 = none
    IC  Apr -300 = Q13° -300
    reason  BI  Q13  Data quality  Act  stated
    reason  IC  Q13  Data quality  Act  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated
    settle  BI.credit.credit.I-9  Q13  300   Open
    settle  IC.credit.credit.I-9  Q13  -300  Open`,
  );
});

test('24 · a refund after revenue: cash goes back with the credit, revenue follows in a later month', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1
    revenue  I-1  Acme          1,000  2026-03
    receipt  R-1  Acme          1,000  2026-03-25  invoice=I-1
    credit   C-1  Acme          -200   2026-07-05  applies=I-1
    refund   F-1  Acme          -200   2026-07-15  invoice=C-1
    revenue  C-1  Acme          -200   2026-08`,
    '2026-08-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Jul +200 = D16° +200
    BI  Aug +0 = none
    IR  Mar +0 = none
    IR  Jul -200 = T13 -200
    IR  Aug +200 = T13 +200
    IC  Mar +0 = none
    IC  Jul +0 = none
    IC  Aug +0 = none
    reason  BI  D16  Definition  Expected  stated
    reason  IR  T13  Timing      Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated
    link  I-1 > C-1  200    stated
    link  C-1 > F-1  200    stated
    link  I-1 > 2026-03  1,000  stated
    link  C-1 > 2026-08  -200   stated`,
  );
});

test('67 · a credit in a later month, the deal unchanged, stands on the credit’s own line', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-20  deal=D-1
    credit   C-1  Acme          -200   2026-05-03  applies=I-1`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  May +200 = D16° +200
    reason  BI  D16  Definition  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > C-1  200    stated`,
  );
});

test('74 · over-billed in April, credited in May: both months show it, March does not change', () => {
  const march = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-20  deal=D-1`;
  const result = run(
    `${march}
    invoice  I-2  Acme          300    2026-04-03  deal=D-1
    credit   C-1  Acme          -300   2026-05-03  applies=I-2`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr -300 = T14 -300
    BI  May +300 = T14 +300
    reason  BI  T14  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  D-1 > I-2  300    stated
    link  I-2 > C-1  300    stated`,
    'note  Q14',
  );
});

test('2 · credit and rebill over month end, the schedule left where it was: two months that net at the customer', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000   2026-03-05
    invoice  I-1  Acme          1,000   2026-03-20  deal=D-1
    credit   C-1  Acme          -1,000  2026-04-28  applies=I-1
    invoice  I-2  Acme          1,000   2026-05-02  deal=D-1
    revenue  I-1  Acme          1,000   2026-03`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Apr +1,000 = Q12 +1,000
    BI  May -1,000 = Q12 -1,000
    IR  Mar +0 = none
    IR  Apr -1,000 = T14 -1,000
    IR  May +1,000 = T14 +1,000
    reason  BI  Q12  Data quality  Expected  inferred
    reason  IR  T14  Timing        Expected  inferred
    link  D-1 > I-1  1,000  stated
    link  I-1 > C-1  1,000  stated
    link  D-1 > I-2  1,000  stated
    link  I-1 > 2026-03  1,000  stated`,
    'note',
  );
});

test('2 · a schedule that runs on under the credited number is the new invoice’s, planned months too', () => {
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  const result = run(
    `
    deal     D-1  Acme / Alice  1,200   2026-01-05
    invoice  I-1  Acme          1,200   2026-01-20  deal=D-1
    credit   C-1  Acme          -1,200  2026-03-28  applies=I-1
    invoice  I-2  Acme          1,200   2026-04-02  deal=D-1
    ${months.map((month) => `revenue  I-1  Acme  100  2026-${month}`).join('\n')}`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    IR  Jan +1,100 = T5 +100, T14 +1,000
    IR  Feb -100 = T5 -100
    IR  Mar -1,300 = T14 -1,200, T4 -100
    IR  Apr +1,100 = T14 +200, T4 +100, T5 +100, T5° +700
    IR  May -100 = T5 -100`,
    ...['BI', 'reason', 'link', 'note', 'left out'],
  );
});

test('2 · rebilled after it was paid: the open credit meets the new invoice, nothing is overdue', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000   2026-03-05
    invoice  I-1  Acme          1,000   2026-03-20  deal=D-1
    receipt  R-1  Acme          1,000   2026-04-02  invoice=I-1
    credit   C-1  Acme          -1,000  2026-04-28  applies=I-1
    invoice  I-2  Acme          1,000   2026-05-02  deal=D-1`,
    '2026-07-31',
  );
  expectOutcome(
    result,
    `
    IC  Mar +1,000 = T19 +1,000
    IC  Apr -2,000 = T19 -1,000, T21 -1,000
    IC  May +1,000 = T21 +1,000`,
    ...['BI', 'reason', 'link', 'note'],
  );
});
