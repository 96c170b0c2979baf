/** Cases that only columns show which many exports lack, read from the sheets on. */

import type { Reconciliation } from '../../src/domain/reconciliation';
import { expectOutcome, run } from './support/outcome';

const used = ({ settingsUsed }: Reconciliation, key: string): unknown => settingsUsed.find((each) => each.key === key)?.used;

/** Read = used + left out, in amounts, for every source. */
function expectTied({ tieOut }: Reconciliation): void {
  const sources = new Set(tieOut.map(({ sheet }) => sheet));
  for (const sheet of sources) {
    const own = tieOut.filter((row) => row.sheet === sheet);
    const sum = (isRead: boolean): number =>
      own.filter(({ cause }) => (cause === 'read') === isRead).reduce((total, { amount }) => total + amount, 0);
    expect([sheet, sum(false)]).toEqual([sheet, sum(true)]);
  }
}

test('41 · a marketplace pays net, late and in bulk: its fee is the partner’s, its delay a matter of time', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-03-02  Marketplace=Cloud Market
    deal     D-2  Birch / Alice  500    2026-03-03  Marketplace=Cloud Market
    invoice  I-1  Acme           1,000  2026-03-05  deal=D-1
    invoice  I-2  Birch          500    2026-03-06  deal=D-2
    receipt  R-1  Acme           970    2026-05-10  invoice=I-1  fee=30  Marketplace=Cloud Market
    receipt  R-2  Acme           10     2026-05-20  kind=Deposit`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Mar/Birch +0 = none
    BI  May +0 = none
    IC  Mar +1,000 = T12 +1,000
    IC  Mar/Birch +500 = T12° +500
    IC  May -980 = D5° +30, T12 -1,000, T8° -10
    reason  IC  T12  Timing  Expected  stated
    reason  IC  T12  Timing  Watch  inferred
    reason  IC  D5  Definition  Expected  stated
    reason  IC  T8  Timing  Watch  stated
    settle  IC.open.invoice.I-2  T12  500  Open`,
    'link',
  );
});

test('48 · split credit: a row for each owner of a deal, with his share; the whole chain follows', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-03-02  Split %=70
    deal     D-1  Acme / Bob     1,000  2026-03-02  Split %=30
    deal     D-2  Birch / Bob    400    2026-03-03  Split %=50
    deal     D-2  Birch / Alice  400    2026-03-03  Split %=50
    deal     D-3  Cedar / Alice  90     2026-03-04  Split %=50
    deal     D-3  Cedar / Cleo   90     2026-03-04  Split %=50
    invoice  I-1  Acme           1,000  2026-04-05  deal=D-1
    invoice  I-2  Birch          400    2026-03-06  deal=D-2
    invoice  I-3  Cedar          90     2026-03-06  deal=D-3`,
    '2026-04-30',
  );
  expect(result.lines.map(({ owner, measures }) => [owner, measures.booked, measures.invoiced])).toEqual([
    ['Alice', 70_000, 0],
    ['Bob', 30_000, 0],
    ['Alice', 0, 70_000],
    ['Bob', 0, 30_000],
    ['Alice', 20_000, 20_000],
    ['Bob', 20_000, 20_000],
    ['Alice', 4_500, 4_500],
    ['Cleo', 4_500, 4_500],
  ]);
  expectTied(result);
  const whole = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-02  Split %=70
    deal     D-1  Acme / Bob    1,000  2026-03-02  Split %=30
    deal     D-2  Birch / Bob   400    2026-03-03  Split %=50
    deal     D-2  Birch / Cleo  400    2026-03-03  Split %=50
    deal     D-3  Cedar / Cleo  90     2026-03-03  Split %=50
    deal     D-3  Cedar / Bob   90     2026-03-03  Split %=50
    invoice  I-1  Acme          1,000  2026-03-05  deal=D-1`,
    '2026-03-31',
    { definitions: { splitCredit: 'owner' } },
  );
  expect(whole.lines.map(({ owner, measures }) => [owner, measures.booked])).toEqual([
    ['Alice', 100_000],
    ['Bob', 40_000],
    ['Bob', 9_000],
  ]);
});

test('52 · the ledger books a receipt on the first, the bank has it on the last of the month before', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-04-02
    invoice  I-1  Acme          1,000  2026-04-10  deal=D-1
    receipt  R-1  Acme          1,000  2026-05-02  invoice=I-1  Value Date=2026-04-30`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +1,000 = T15 +1,000
    IC  May -1,000 = T15 -1,000
    reason  IC  T15  Timing  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,000  stated`,
  );
});

test('freight and set-up on the lines of an invoice stand beside the deal, not in its place', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,200  2026-03-02  Line Type=Recurring
    deal     D-2  Birch / Alice  600   2026-03-02  Line Type=Recurring
    invoice  I-1  Acme   1,200  2026-03-05  deal=D-1  Item=Plan     Line Type=Recurring
    invoice  I-1  Acme   300    2026-03-05  deal=D-1  Item=Set-up   Line Type=One-time
    invoice  I-1  Acme   80     2026-03-05  deal=D-1  Item=Courier  Line Type=Freight
    invoice  I-2  Birch  600    2026-03-06  deal=D-2  Item=Plan     Line Type=Recurring
    invoice  I-2  Birch  40     2026-03-06  deal=D-2  Item=Calls    Line Type=Usage`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar -380 = D2° -300, D7° -80
    BI  Mar/Birch -40 = D7° -40
    reason  BI  D2  Definition  Expected  stated
    reason  BI  D7  Definition  Expected  stated`,
    'link',
  );
  expectTied(result);
});

test('price and quantity of a line differ: two effects, one exception', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-02  Item=Seats  Quantity=10
    invoice  I-1  Acme          1,080  2026-03-05  deal=D-1  Item=Seats  Quantity=9`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar -80 = Q10° -80
    reason  BI  Q10  Data quality  Act  stated
    link  D-1 > I-1  1,080  stated
    settle  BI.over.invoice.I-1  Q10  -80  Open`,
  );
  const [exception] = result.exceptions;
  expect([exception?.presentValue, exception?.proposedValue]).toEqual(['Amount 1,080.00 EUR', 'Amount 1,000.00 EUR']);
  expect(exception?.evidence).toMatch(/180\.00 of invoice I-1 is price of Seats: 120\.00 invoiced, 100\.00 sold/);
});

test('an invoice with a turned sign: twice its amount, and the rest is as it should be', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000   2026-03-20
    deal     D-2  Acme / Alice  70      2026-03-20
    invoice  I-1  Acme          -1,000  2026-04-05  deal=D-1
    invoice  I-2  Acme          70      2026-04-05  deal=D-2`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +1,070 = T2 +1,070
    BI  Apr +930 = Q31° +2,000, T2 -1,070
    reason  BI  T2  Timing  Expected  stated
    reason  BI  Q31  Data quality  Act  stated
    settle  BI.value.credit.I-1  Q31  2,000  Open`,
    'link',
  );
});

describe('definitions of what is booked', () => {
  const signedLater = `
    deal     D-1  Acme / Alice  1,000  2026-03-28  Contract Signed Date=2026-04-02
    deal     D-2  Acme / Alice  50     2026-03-02  Contract Signed Date=2026-03-02
    invoice  I-1  Acme          1,000  2026-04-10  deal=D-1
    invoice  I-2  Acme          50     2026-03-10  deal=D-2`;

  test('by the close date the signature explains the month; by the signature there is nothing to explain', () => {
    expectOutcome(
      run(signedLater, '2026-04-30'),
      `
      BI  Mar +1,000 = D15 +1,000
      BI  Apr -1,000 = D15 -1,000
      reason  BI  D15  Definition  Expected  stated`,
      'link',
    );
    const bySignature = run(signedLater, '2026-04-30', { definitions: { wonDatedBy: 'signed' } });
    expectOutcome(bySignature, 'BI  Mar +0 = none\nBI  Apr +0 = none', 'link');
    expect([used(bySignature, 'wonDatedBy'), used(run(signedLater, '2026-04-30'), 'wonDatedBy')]).toEqual(['signed', 'close']);
  });

  test('a renewal counts in full or by its uplift; the sheet ties either way', () => {
    const renewal = `
      deal     D-1  Acme / Alice  1,200  2026-03-02  kind=Renewal  Prior Contract Value=1,000
      deal     D-2  Acme / Alice  80     2026-05-02  kind=Renewal  Prior Contract Value=50
      invoice  I-1  Acme          1,200  2026-03-10  deal=D-1`;
    expectOutcome(run(renewal, '2026-04-30'), 'BI  Mar +0 = none\nleft out  D-2  after-as-of  80', 'link', 'settle');
    const byUplift = run(renewal, '2026-04-30', { definitions: { renewals: 'uplift only' } });
    expectOutcome(
      byUplift,
      `
      BI  Mar -1,000 = D6° -1,000
      reason  BI  D6  Definition  Expected  stated
      left out  D-2  after-as-of  80`,
      'link',
      'settle',
    );
    expectTied(byUplift);
  });

  test('a smaller renewal counts by its uplift as what was lost; its invoice in full is a definition and no turned sign', () => {
    const byUplift = run(
      `
      deal     D-1  Acme / Alice  400  2026-03-02  kind=Renewal  Prior Contract Value=1,000
      deal     D-2  Acme / Alice  500  2026-04-02  kind=Renewal  Prior Contract Value=1,000
      invoice  I-1  Acme          400  2026-03-10  deal=D-1
      invoice  I-2  Acme          500  2026-04-10  deal=D-2`,
      '2026-04-30',
      { definitions: { renewals: 'uplift only' } },
    );
    expectOutcome(
      byUplift,
      `
      BI  Mar -1,000 = D6° -1,000
      BI  Apr -1,000 = D6° -1,000
      reason  BI  D6  Definition  Expected  stated`,
      'link',
    );
    expectTied(byUplift);
  });

  test('a monthly amount is worth its term; an annual one stays unless the total is to be shown', () => {
    const monthly = run(
      `
      deal     D-1  Acme / Alice   100    2026-03-02  term=24
      invoice  I-1  Acme           2,400  2026-03-10  deal=D-1`,
      '2026-03-31',
      { definitions: { amountMeans: 'monthly' } },
    );
    expectOutcome(monthly, 'BI  Mar +0 = none', 'link');
    expectTied(monthly);
    const annual = run(
      `
      deal     D-1  Acme / Alice   1,200  2026-03-02  term=24
      invoice  I-1  Acme           2,400  2026-03-10  deal=D-1`,
      '2026-03-31',
      { definitions: { amountMeans: 'annual', bookedAs: 'total' } },
    );
    expectOutcome(annual, 'BI  Mar +0 = none', 'link');
    expectTied(annual);
  });
});

test('64 · a bank list: payers and texts that a person lists are not from a customer', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-02
    invoice  I-1  Acme          1,000  2026-03-05  deal=D-1
    receipt  R-1  Acme          1,000  2026-03-20  invoice=I-1
    receipt  R-2  Tax Office    70     2026-03-21
    receipt  R-3  Northbank     500    2026-03-22  text=Loan 77 drawdown`,
    '2026-03-31',
    { definitions: { bankLeaveOut: 'tax office; loan 77' } },
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    IC  Mar +0 = none
    left out  R-2  not-customer  70
    left out  R-3  not-customer  500`,
    'link',
  );
  expectTied(result);
});

describe('27 · a write-off has a document of its own', () => {
  const text = `
    deal     D-1  Acme / Alice  1,000  2026-01-05
    invoice  I-1  Acme          1,000  2026-01-10  deal=D-1  due=2026-02-10
    invoice  W-1  Acme          400    2026-03-05  kind=Write-off  applies=I-1
    receipt  R-1  Acme          600    2026-02-20  invoice=I-1`;

  test('it settles what is open and reduces nothing', () => {
    const result = run(text, '2026-04-30');
    expectOutcome(
      result,
      `
      BI  Jan +0 = none
      BI  Feb +0 = none
      IC  Jan +1,000 = Q24° +400, T19 +600
      IC  Feb -600 = T19 -600
      reason  IC  Q24  Data quality  Expected  stated
      reason  IC  T19  Timing  Expected  stated
      left out  W-1  status  400`,
      'link',
    );
    expectTied(result);
  });

  test('of two entities that both used its number it settles its own entity’s invoice', () => {
    const result = run(
      `
      deal     D-1  Acme / Alice   1,000  2026-01-05  entity=North
      deal     D-2  Birch / Alice  500    2026-01-05  entity=South
      invoice  I-1  Acme           1,000  2026-01-10  deal=D-1  due=2026-02-10  entity=North
      invoice  I-1  Birch          500    2026-01-10  deal=D-2  due=2026-02-10  entity=South
      invoice  W-1  Acme           400    2026-03-05  kind=Write-off  applies=I-1  entity=North
      receipt  R-1  Acme           600    2026-02-20  invoice=I-1  entity=North
      receipt  R-2  Birch          100    2026-02-20  invoice=I-1  entity=South`,
      '2026-04-30',
    );
    expectOutcome(
      result,
      `
      BI  Jan +0 = none
      BI  Jan/Birch +0 = none
      BI  Feb +0 = none
      BI  Feb/Birch +0 = none
      IC  Jan +1,000 = Q24° +400, T19 +600
      IC  Jan/Birch +500 = Q16° +400, T19 +100
      IC  Feb -600 = T19 -600
      IC  Feb/Birch -100 = T19 -100
      settle  IC.open.invoice.South.I-1  Q16  400  Open
      left out  W-1  status  400`,
      'link',
      'reason',
    );
  });

  test('or it reduces what is invoiced, as a credit', () => {
    const result = run(text, '2026-04-30', { definitions: { writeOffDocuments: 'reduce' } });
    expectOutcome(
      result,
      `
      BI  Jan +0 = none
      BI  Feb +0 = none
      BI  Mar +400 = D16° +400
      IC  Jan +1,000 = T14 +400, T19 +600
      IC  Feb -600 = T19 -600
      IC  Mar -400 = T14 -400
      reason  BI  D16  Definition  Expected  stated
      reason  IC  T14  Timing  Expected  stated
      reason  IC  T19  Timing  Expected  stated`,
      'link',
    );
    expectTied(result);
  });
});

test('billed and recognised after a cancellation; revenue on hold', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   600  2026-01-05  Churn Date=2026-03-15
    deal     D-2  Birch / Alice  900  2026-01-05
    deal     D-3  Cedar / Alice  10   2026-01-05  Churn Date=2026-06-15
    invoice  I-1  Acme           600  2026-01-10  deal=D-1
    invoice  I-2  Acme           200  2026-04-10  deal=D-1
    invoice  I-3  Birch          900  2026-01-20  deal=D-2  Revenue Hold=Acceptance outstanding
    invoice  I-4  Cedar          10   2026-01-20  deal=D-3
    revenue  I-1  Acme           600  2026-01-31
    revenue  I-2  Acme           200  2026-04-30
    revenue  I-4  Cedar          10   2026-01-31`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Jan +0 = none
    BI  Jan/Birch +0 = none
    BI  Jan/Cedar +0 = none
    BI  Apr -200 = Q28° -200
    IR  Jan +0 = none
    IR  Jan/Birch +900 = T17° +900
    IR  Jan/Cedar +0 = none
    IR  Apr +0 = none
    note  Q14  D-1, I-1, I-2
    reason  BI  Q28  Data quality  Act  stated
    reason  IR  T17  Timing  Watch  stated
    settle  BI.over.invoice.I-2  Q28  -200  Open
    settle  IR.deferral.invoice.I-3  T17  900  Open`,
    'link',
  );
});

const THROUGH_MARKET = (first: string, second: string, receipts: string): string => `
    deal     D-1  Acme / Alice  1,000  2026-04-02  Channel=Cloud Market
    invoice  I-1  Acme          1,000  2026-04-05  deal=D-1  Channel=Cloud Market  ${first}
    deal     D-2  Acme / Alice  2,000  2026-04-03  Channel=Cloud Market
    invoice  I-2  Acme          2,000  2026-04-06  deal=D-2  Channel=Cloud Market  ${second}
    ${receipts}`;

/** Cash by code, form and month, moves between customers aside. */
function cashOf({ items }: Reconciliation): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { gap, code, form, month, amount } of items) {
    if (gap !== 'IC' || form === 'move') continue;
    const name = `${code} ${form} ${(month % 12) + 1}`;
    sums[name] = (sums[name] ?? 0) + amount / 100;
  }
  return sums;
}

test('41 · a marketplace pays net, late and in bulk, and no column says its fee: told from what it kept', () => {
  const result = run(
    THROUGH_MARKET('', '', 'receipt  R-1  Cloud Market  2,910  2026-06-05  invoice=I-1, I-2  Channel=Cloud Market'),
    '2026-06-30',
  );
  expect(cashOf(result)).toEqual({ 'T12 pair 4': 3_000, 'T12 pair 6': -3_000, 'D5 single 6': 90 });
  expect(result.exceptions.filter(({ gap }) => gap === 'IC')).toEqual([]);
  const [fee] = result.items.filter(({ code }) => code === 'D5');
  expect([fee?.reasonClass, fee?.treatment, fee?.certainty]).toEqual(['Definition', 'Expected', 'inferred']);
  const paid = result.links.filter(({ kind }) => kind === 'invoice-receipt');
  expect(paid.map(({ allocated }) => allocated)).toEqual([100_000, 200_000]);
});

test('41 · the payer is called as the channel of the invoices is: the receipts need no column of their own', () => {
  const result = run(THROUGH_MARKET('', '', 'receipt  R-1  Cloud Market  2,910  2026-06-05  invoice=I-1, I-2'), '2026-06-30');
  expect(cashOf(result)).toEqual({ 'T12 pair 4': 3_000, 'T12 pair 6': -3_000, 'D5 single 6': 90 });
});

test.each([
  ['its own system still shows the invoice as open', 'status=Paid', 'status=Partially paid', '2,910'],
  ['it is more than partners keep', '', '', '2,100'],
])('41 · no fee is told where %s: the rest stays open', (_, first, second, amount) => {
  const result = run(
    THROUGH_MARKET(first, second, `receipt  R-1  Cloud Market  ${amount}  2026-06-05  invoice=I-1, I-2  Channel=Cloud Market`),
    '2026-06-30',
  );
  expect(result.items.map(({ code }) => code)).not.toContain('D5');
  const open = 3_000 - Number(amount.replace(',', ''));
  expect(cashOf(result)['T12 single 4']).toBe(open);
});

test('41 · nor where a channel keeps another share of each payment', () => {
  const result = run(
    THROUGH_MARKET(
      '',
      '',
      `receipt  R-1  Cloud Market  970  2026-06-05  invoice=I-1  Channel=Cloud Market
    receipt  R-2  Cloud Market  1,800  2026-06-05  invoice=I-2  Channel=Cloud Market`,
    ),
    '2026-06-30',
  );
  expect(result.items.map(({ code }) => code)).not.toContain('D5');
});
