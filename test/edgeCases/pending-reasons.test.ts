import { expectOutcome, run } from './support/outcome';

test('17 · two kinds of withholding in columns of their own: 94 + 10 + 3.50 = 107.50', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  100.00  2026-04-02
    invoice  I-1  Acme          100.00  2026-04-10  deal=D-1  tax=7.50
    receipt  R-1  Acme          94.00   2026-05-10  invoice=I-1  Withholding Tax=10.00  VAT Withheld=3.50`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +100 = D4° -7.5, T19 +107.5
    IC  May -94 = Q18° +13.5, T19 -107.5
    link  D-1 > I-1  100    stated
    link  I-1 > R-1  107.5  stated`,
    'reason',
  );
});

test('19 · a receipt in the reporting currency pays a dollar invoice at the day’s rate: the difference is FX', () => {
  const result = run(
    `
    rate     USD  0.86 EUR  2026-04-01
    rate     USD  0.87 EUR  2026-05-01
    deal     D-1  Acme / Alice  1,000 USD  2026-04-05
    invoice  I-1  Acme          1,000 USD  2026-04-10  deal=D-1
    receipt  R-1  Acme          870 EUR    2026-05-10  invoice=I-1`,
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
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  870    stated`,
    'reason',
  );
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

test('34 · a cancelled product that is still billed after its end', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  600  2026-01-05  start=2026-01-05  end=2026-02-28  term=2  billing=Monthly
    invoice  I-1  Acme          300  2026-01-10  deal=D-1
    invoice  I-2  Acme          300  2026-02-10  deal=D-1
    invoice  I-3  Acme          300  2026-04-10  deal=D-1  from=2026-04-01  until=2026-04-30`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Jan +300 = T3 +300
    BI  Feb -300 = T3 -300
    BI  Apr -300 = Q28° -300
    link  D-1 > I-1  300  stated
    link  D-1 > I-2  300  stated
    link  D-1 > I-3  300  stated
    settle  BI.over.invoice.I-3  Q28  -300  Open`,
    'reason',
    'note',
  );
});

test('35 · an automatic renewal without a renewal deal names the deal that it renews', () => {
  const { exceptions } = run(
    `
    deal     D-1  Acme / Alice  1,200  2025-03-01  start=2025-03-01  end=2026-02-28
    invoice  I-1  Acme          1,200  2025-03-10  deal=D-1
    invoice  I-2  Acme          1,200  2026-03-10`,
    '2026-03-31',
  );
  expect(exceptions.map(({ key, code }) => [key, code])).toEqual([['BI.nodeal.invoice.I-2', 'Q2']]);
  expect(exceptions[0]?.evidence).toMatch(/renewal of .*D-1/i);
});

test('36 · seats added in mid-term and prorated to the old term’s end', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  12,000  2026-01-01  start=2026-01-01  end=2026-12-31
    invoice  I-1  Acme          12,000  2026-01-05  deal=D-1  from=2026-01-01  until=2026-12-31
    deal     D-2  Acme / Alice  6,000   2026-08-01  start=2026-08-01  end=2027-07-31
    invoice  I-2  Acme          2,500   2026-08-05  deal=D-2  from=2026-08-01  until=2026-12-31`,
    '2026-08-31',
  );
  expectOutcome(
    result,
    `
    BI  Jan +0 = none
    BI  Aug +3,500 = T16° +3,500
    link  D-1 > I-1  12,000  stated
    link  D-2 > I-2  2,500   stated`,
    'reason',
  );
  expect(result.items.map(({ treatment }) => treatment)).toEqual(['Watch']);
});

test('38 · free months as invoices of nothing, then the whole amount: one plan', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,200  2026-01-10
    invoice  I-1  Acme          0      2026-01-20  deal=D-1
    invoice  I-2  Acme          0      2026-02-20  deal=D-1
    invoice  I-3  Acme          1,200  2026-03-20  deal=D-1`,
    '2026-03-31',
  );
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

test('41 · a marketplace pays net, late and in bulk: its fee is a definition, the wait is its settlement lag', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-04-02  Channel=Cloud Market
    invoice  I-1  Acme          1,000  2026-04-05  deal=D-1  Channel=Cloud Market
    deal     D-2  Acme / Alice  2,000  2026-04-03  Channel=Cloud Market
    invoice  I-2  Acme          2,000  2026-04-06  deal=D-2  Channel=Cloud Market
    receipt  R-1  Cloud Market  2,910  2026-06-05  invoice=I-1, I-2  Channel=Cloud Market`,
    '2026-06-30',
  );
  const cash = result.items.filter(({ gap, form }) => gap === 'IC' && form !== 'move');
  const sums = new Map<string, number>();
  for (const { code, form, month, amount } of cash) {
    const name = `${code} ${form} ${(month % 12) + 1}`;
    sums.set(name, (sums.get(name) ?? 0) + amount / 100);
  }
  expect(Object.fromEntries(sums)).toEqual({ 'T12 pair 4': 3_000, 'T12 pair 6': -3_000, 'D5 single 6': 90 });
  expect(result.exceptions.filter(({ gap }) => gap === 'IC')).toEqual([]);
});
