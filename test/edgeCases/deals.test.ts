import { expectOutcome, run } from './support/outcome';

test('8 · one invoice of two deals with two owners is cut by the deals’ shares, and its payment with it', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  600    2026-03-15
    deal     D-2  Acme / Bob    400    2026-03-15
    invoice  I-1  Acme          1,000  2026-04-10  deal=D-1, D-2  due=2026-05-10
    receipt  R-1  Acme          500    2026-05-08  invoice=I-1`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +600 = T2 +600
    BI  Mar/Bob +400 = T2 +400
    BI  Apr -600 = T2 -600
    BI  Apr/Bob -400 = T2 -400
    BI  May +0 = none
    BI  May/Bob +0 = none
    IC  Mar +0 = none
    IC  Mar/Bob +0 = none
    IC  Apr +600 = T19 +300, Q16° +300
    IC  Apr/Bob +400 = T19 +200, Q16° +200
    IC  May -300 = T19 -300
    IC  May/Bob -200 = T19 -200
    reason  BI  T2   Timing        Expected  stated
    reason  IC  T19  Timing        Expected  stated
    reason  IC  Q16  Data quality  Act       stated
    link  D-1 > I-1  600  stated
    link  D-2 > I-1  400  stated
    link  I-1 > R-1  500  stated
    note  Q15  I-1, D-1, D-2`,
  );
});

test('9 · one deal billed to two payers, both known to the CRM: the other payer’s part moves between customers', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-03-05
    invoice  I-1  Acme           600    2026-03-20  deal=D-1
    invoice  I-2  Birch          400    2026-03-25  deal=D-1
    deal     D-2  Birch / Alice  150    2026-03-08
    invoice  I-3  Birch          150    2026-03-10  deal=D-2
    receipt  R-1  Acme           600    2026-03-30  invoice=I-1
    receipt  R-2  Birch          400    2026-03-31  invoice=I-2
    receipt  R-3  Birch          150    2026-03-31  invoice=I-3`,
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
    link  D-2 > I-3  150  stated
    link  I-1 > R-1  600  stated
    link  I-2 > R-2  400  stated
    link  I-3 > R-3  150  stated
    note  Q14  D-1, I-1, I-2`,
  );
});

test('21 · a deal whose rate is missing is not comparable, and both sides say so', () => {
  const result = run(
    `
    deal     D-7  Acme / Alice  100,000 JPY  2026-03-05
    invoice  I-1  Acme          800          2026-04-03  deal=D-7`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Apr -800 = D13° -800
    reason  BI  D13  Definition  Act  stated
    settle  BI.read.deal.D-7  D13  -800  Open
    left out  D-7  no-rate  100,000`,
  );
});

test('28 · an invoice voided for a new address is left out, the one issued instead counts', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-20  deal=D-1  status=Void
    invoice  I-2  Acme          1,000  2026-04-02  deal=D-1  status=Sent`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +1,000 = T2 +1,000
    BI  Apr -1,000 = T2 -1,000
    reason  BI  T2  Timing  Expected  stated
    link  D-1 > I-2  1,000  stated
    left out  I-1  status  1,000`,
  );
});

test('30 · a deal lost after it was invoiced', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  700  2026-03-05  stage=Closed Lost
    invoice  I-1  Acme          700  2026-04-03  deal=D-1`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Apr -700 = Q27° -700
    reason  BI  Q27  Data quality  Act  stated
    settle  BI.nodeal.invoice.I-1  Q27  -700  Open
    left out  D-1  not-won  700`,
  );
});

test('31 · an invoice before the close date', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-04-02
    invoice  I-1  Acme          1,000  2026-03-30  deal=D-1`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar -1,000 = T10 -1,000
    BI  Apr +1,000 = T10 +1,000
    reason  BI  T10  Timing  Watch  stated
    link  D-1 > I-1  1,000  stated`,
  );
});

test('33 · a duplicate opportunity left by a former owner', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    deal     D-2  Acme / Bob    1,000  2026-02-20
    invoice  I-1  Acme          1,000  2026-03-20  deal=D-1`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    BI  Feb/Bob +1,000 = Q5° +1,000
    BI  Mar +0 = none
    reason  BI  Q5  Data quality  Act  inferred
    link  D-1 > I-1  1,000  stated
    settle  BI.unbilled.deal.D-2  Q5  1,000  Open`,
  );
});

test('35 · an automatic renewal that was invoiced without a renewal deal', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,200  2025-03-01  start=2025-03-01  end=2026-02-28
    invoice  I-1  Acme          1,200  2025-03-10  deal=D-1
    invoice  I-2  Acme          1,200  2026-03-10`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Mar -1,200 = Q2° -1,200
    reason  BI  Q2  Data quality  Act  inferred
    link  D-1 > I-1  1,200  stated
    settle  BI.nodeal.invoice.I-2  Q2  -1,200  Open`,
  );
  expect(result.exceptions[0]?.evidence).toMatch(/renewal of D-1$/);
});

test.each([
  ['somewhat dearer and ahead of the new term', '1,260  2026-02-10', true],
  ['month by month as before', '100  2026-03-15', true],
  ['at twice the price', '2,400  2026-03-10', false],
  ['half a year later', '1,200  2026-09-10', false],
])('35 · an automatic renewal billed %s', (_, invoice, isRenewal) => {
  const [exception] = run(
    `
    deal     D-1  Acme / Alice  1,200  2025-03-01  start=2025-03-01  end=2026-02-28  term=12  billing=Monthly
    ${['03', '04', '05'].map((month) => `invoice  I-${month}  Acme  100  2025-${month}-10  deal=D-1`).join('\n')}
    invoice  I-99  Acme  ${invoice}  deal=X`,
    '2026-09-30',
  ).exceptions.filter(({ key }) => key === 'BI.nodeal.invoice.I-99');
  expect([exception?.code, /renewal of D-1/.test(exception?.evidence ?? '')]).toEqual(['Q2', isRenewal]);
});

test('68 · opposite errors net to zero and both stand', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,200  2026-03-20  deal=D-1
    deal     D-2  Acme / Alice  800    2026-03-06
    invoice  I-2  Acme          600    2026-03-21  deal=D-2  final=yes`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = Q11° -200, Q38° +200
    reason  BI  Q11  Data quality  Act  stated
    reason  BI  Q38  Unexplained   Act  inferred
    link  D-1 > I-1  1,200  stated
    link  D-2 > I-2  600    stated
    settle  BI.over.invoice.I-1  Q11  -200  Open
    settle  BI.value.deal.D-2    Q38  200   Open`,
  );
});

test('71 · a duplicate deal won inside the invoicing lag is a duplicate, not one still to be invoiced', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-20  deal=D-1
    deal     D-2  Acme / Alice  1,000  2026-03-25`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +1,000 = Q5° +1,000
    reason  BI  Q5  Data quality  Act  inferred
    link  D-1 > I-1  1,000  stated
    settle  BI.unbilled.deal.D-2  Q5  1,000  Open`,
  );
});
