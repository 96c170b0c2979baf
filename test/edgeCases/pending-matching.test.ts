import { expectOutcome, outcomeOf, run } from './support/outcome';

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
    link  D-1 > I-1  1,000  stated
    link  I-1 > C-1  1,000  stated
    link  D-1 > I-2  1,000  stated
    link  I-1 > 2026-03  1,000  stated`,
    'note',
    'reason',
  );
});

test('9 · one deal billed to two payers, one of them no account: its part moves between customers', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-03-05
    invoice  I-1  Acme           600    2026-03-20  deal=D-1
    invoice  I-2  Birch          400    2026-03-25  deal=D-1
    receipt  R-1  Acme           600    2026-03-30  invoice=I-1
    receipt  R-2  Birch          400    2026-03-31  invoice=I-2`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +400 = Q33 +400
    BI  Mar/Birch -400 = Q33 -400
    IC  Mar +0 = none
    IC  Mar/Birch +0 = none
    reason  BI  Q33  Data quality  Watch  stated
    link  D-1 > I-1  600  stated
    link  D-1 > I-2  400  stated
    link  I-1 > R-1  600  stated
    link  I-2 > R-2  400  stated
    note  Q14  D-1, I-1, I-2`,
  );
});

test('10 · one payment of two invoices less a credit that names neither: the set adds up with its signs', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500   2026-04-02
    invoice  I-1  Acme          500   2026-04-02  deal=D-1
    deal     D-2  Acme / Alice  300   2026-04-05
    invoice  I-2  Acme          300   2026-04-05  deal=D-2
    credit   C-1  Acme          -120  2026-04-20
    receipt  R-1  Acme          680   2026-04-30`,
    '2026-04-30',
  );
  expect(outcomeOf(result).filter((line) => line.startsWith('IC'))).toEqual(['IC  Apr +0 = none']);
  const paid = result.links.filter(({ kind }) => kind === 'invoice-receipt');
  expect(paid.map(({ certainty }) => certainty)).toEqual(['inferred', 'inferred']);
  expect(paid.reduce((sum, { allocated }) => sum + allocated, 0)).toBe(68_000);
});

test('12 · 54 open invoices paid with one payment of all that is open: no other set can add up', () => {
  const numbers = Array.from({ length: 54 }, (_, at) => at + 1);
  const amountOf = (number: number): number => 1_000 + ((number * 7_919) % 9_001);
  const rows = numbers.map(
    (number) => `
    deal     D-${number}  Acme / Alice  ${amountOf(number)}  2026-03-02
    invoice  I-${number}  Acme          ${amountOf(number)}  2026-03-05  deal=D-${number}`,
  );
  const paid = numbers.reduce((sum, number) => sum + amountOf(number), 0);
  const result = run(`${rows.join('')}\nreceipt  R-1  Acme  ${paid}  2026-03-31`, '2026-03-31');
  expect(result.openSearches).toEqual([]);
  expect(result.items).toEqual([]);
  expect(result.links.filter(({ kind }) => kind === 'invoice-receipt')).toHaveLength(54);
});

test('13 · the nearest set is cents away: suggested with the residual, never taken by itself', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500     2026-04-02
    invoice  I-1  Acme          500     2026-04-03  deal=D-1  due=2026-06-02
    deal     D-2  Acme / Alice  300     2026-04-02
    invoice  I-2  Acme          300     2026-04-05  deal=D-2  due=2026-06-04
    deal     D-3  Acme / Alice  910     2026-04-02
    invoice  I-3  Acme          910     2026-04-05  deal=D-3  due=2026-06-04
    receipt  R-1  Acme          799.97  2026-05-04`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +1,710 = Q39 +799.97, Q34° +0.03, T6° +910
    IC  May -799.97 = Q39 -799.97
    link  D-1 > I-1  500     stated
    link  D-2 > I-2  300     stated
    link  D-3 > I-3  910     stated
    link  I-1 > R-1  500     inferred, suggested
    link  I-2 > R-1  299.97  inferred, suggested
    settle  IC.match.receipt.R-1  Q39  -799.97  Open`,
    'reason',
  );
});

test('14 · one payment applied in part to each of two invoices: both keep their remainder', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500  2026-04-02
    invoice  I-1  Acme          500  2026-04-02  deal=D-1  due=2026-06-02
    deal     D-2  Acme / Alice  400  2026-04-05
    invoice  I-2  Acme          400  2026-04-05  deal=D-2  due=2026-06-05
    receipt  R-1  Acme          550  2026-05-04  invoice=I-1  Amount Applied=300
    receipt  R-1  Acme          550  2026-05-04  invoice=I-2  Amount Applied=250`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +900 = T19 +550, T6° +350
    IC  May -550 = T19 -550
    reason  IC  T19  Timing  Expected  stated
    reason  IC  T6   Timing  Expected  stated
    link  D-1 > I-1  500  stated
    link  D-2 > I-2  400  stated
    link  I-1 > R-1  300  stated
    link  I-2 > R-1  250  stated`,
    'left out',
  );
});

test('25 · a chargeback won later reverses: the two meet, nothing stays unapplied', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000   2026-04-02
    invoice  I-1  Acme          1,000   2026-04-03  deal=D-1
    receipt  R-1  Acme          1,000   2026-04-28  invoice=I-1
    refund   F-1  Acme          -1,000  2026-05-28  invoice=R-1  kind=Chargeback
    receipt  R-2  Acme          1,000   2026-06-28  invoice=I-1`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    BI  Jun +0 = none
    IC  Apr +0 = none
    IC  May +1,000 = Q23 +1,000
    IC  Jun -1,000 = Q23 -1,000`,
    'link',
    'reason',
    'settle',
  );
});

test('42 · a child’s deal billed to the parent that its parent column names: the move nets to zero', () => {
  const result = run(
    `
    deal     D-1  Acme UK / Alice  1,000  2026-03-15  parent=Acme
    invoice  I-1  Acme             1,000  2026-04-03  deal=D-1`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar/Acme UK +1,000 = T2 +1,000
    BI  Apr -1,000 = D12 -1,000
    BI  Apr/Acme UK +0 = T2 -1,000, D12 +1,000
    reason  BI  T2   Timing      Expected  stated
    reason  BI  D12  Definition  Expected  stated
    link  D-1 > I-1  1,000  stated`,
  );
});

test('58 · the partner of a match that a person closed disappears: the other is not matched elsewhere in silence', () => {
  const closed = {
    matchKey: 'deal-invoice|deal.D-1|invoice.I-1',
    decision: 'confirmed',
    decidedBy: 'mk',
    decidedAt: '',
  } as const;
  const result = run(
    `
    deal     D-1  Acme / Alice  500  2026-04-02
    invoice  I-2  Acme          500  2026-04-03`,
    '2026-04-30',
    { decisions: { aliases: [], links: [closed] } },
  );
  expect(result.links.filter(({ state }) => state === 'matched')).toEqual([]);
  expect(result.exceptions.length).toBeGreaterThan(0);
});
