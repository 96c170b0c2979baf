import { expectOutcome, outcomeOf, run } from './support/outcome';

test('20 · one currency at two rates: the difference is the rate, never a price', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000 EUR  2026-03-05  rate=0.85  Company Currency=GBP
    invoice  I-1  Acme          1,000 EUR  2026-03-20  deal=D-1  rate=0.86  Company Currency=GBP`,
    '2026-03-31',
    { definitions: { currency: 'GBP' } },
  );
  expectOutcome(
    result,
    `
    BI  Mar -10 = D14° -10
    reason  BI  D14  Definition  Expected  stated
    link  D-1 > I-1  1,000  stated`,
  );
});

test('19 · a receipt at another rate than its invoice: the difference is realised FX on the receipt’s line', () => {
  const result = run(
    `
    rate     USD  0.86 EUR  2026-04-01
    rate     USD  0.87 EUR  2026-05-01
    deal     D-1  Acme / Alice  1,000 USD  2026-04-05
    invoice  I-1  Acme          1,000 USD  2026-04-10  deal=D-1
    receipt  R-1  Acme          1,000 USD  2026-05-10  invoice=I-1`,
    '2026-05-31',
    { definitions: { currency: 'EUR' } },
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +860 = T19 +860
    IC  May -870 = T9° -10, T19 -860
    reason  IC  T19  Timing      Expected  stated
    reason  IC  T9   Definition  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated`,
  );
});

test('70 · deal in dollars, invoice in euros, reporting in pounds: 260 is a value difference of 350 less FX of 90', () => {
  const result = run(
    `
    rate     USD  0.80 GBP  2026-03-01
    rate     EUR  0.85 GBP  2026-03-01
    rate     EUR  0.86 GBP  2026-04-01
    deal     D-1  Acme / Alice  10,000 USD  2026-03-15
    invoice  I-1  Acme          9,000 EUR   2026-04-03  deal=D-1  final=yes`,
    '2026-04-30',
    { definitions: { currency: 'GBP' } },
  );
  expectOutcome(
    result,
    `
    BI  Mar +8,000 = T2 +7,650, Q38° +350
    BI  Apr -7,740 = T2 -7,650, D14° -90
    reason  BI  T2   Timing       Expected  stated
    reason  BI  Q38  Unexplained  Act       inferred
    reason  BI  D14  Definition   Expected  stated
    link  D-1 > I-1  9,000  stated
    settle  BI.value.deal.D-1  Q38  350  Open`,
  );
});

const PAID_OTHERWISE = (receipt: string): string => `
    rate     USD  0.86 EUR  2026-04-01
    rate     USD  0.87 EUR  2026-05-01
    rate     GBP  1.15 EUR  2026-04-01
    rate     GBP  1.16 EUR  2026-05-01
    deal     D-1  Acme / Alice  1,000 USD  2026-04-05
    invoice  I-1  Acme          1,000 USD  2026-04-10  deal=D-1
    receipt  R-1  Acme          ${receipt}  2026-05-10  invoice=I-1`;

test.each([
  ['the whole at the day’s rate: the difference is FX', '870 EUR', 'Apr +860 = T19 +860', 'May -870 = T9° -10, T19 -860'],
  ['half of it at the day’s rate', '435 EUR', 'Apr +860 = T19 +430, Q16° +430', 'May -435 = T9° -5, T19 -430'],
  ['the whole at the invoice’s rate: nothing moved', '860 EUR', 'Apr +860 = T19 +860', 'May -860 = T19 -860'],
  ['more than the whole', '880 EUR', 'Apr +860 = T19 +860', 'May -880 = T9° -10, T19 -860, Q20° -10'],
])('19 · a receipt in the reporting currency pays a dollar invoice, %s', (_, receipt, april, may) => {
  expectOutcome(
    run(PAID_OTHERWISE(receipt), '2026-05-31', { definitions: { currency: 'EUR' } }),
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  ${april}
    IC  ${may}
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  ${receipt.replace(' EUR', '')}  stated`,
    ...['reason', 'settle'],
  );
});

test('19 · a receipt in a third currency pays in full by the rates of either day', () => {
  const later = run(PAID_OTHERWISE('750 GBP'), '2026-05-31', { definitions: { currency: 'EUR' } });
  const earlier = run(PAID_OTHERWISE('747.83 GBP'), '2026-05-31', { definitions: { currency: 'EUR' } });
  const cash = [later, earlier].map((result) => outcomeOf(result).filter((line) => line.startsWith('IC  May')));
  expect(cash).toEqual([['IC  May -870 = T19 -860, T9° -10'], ['IC  May -867.48 = T19 -860, T9° -7.48']]);
});
