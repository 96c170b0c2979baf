import { within } from '../support/quietTime';
import { expectOutcome, run } from './support/outcome';

/** A won deal for each amount, invoiced in full: booked and invoiced agree, and only the money is in question. */
const invoiced = (...rows: readonly (readonly [number: string, amount: string, day: string, more?: string])[]): string =>
  rows
    .map(
      ([number, amount, day, more = '']) => `
    deal     D-${number}  Acme / Alice  ${amount}  ${day}
    invoice  I-${number}  Acme          ${amount}  ${day}  deal=D-${number}  ${more}`,
    )
    .join('');

test('10 · one payment of two invoices less a credit: the set adds up with its signs', () => {
  const result = run(
    `${invoiced(['1', '500', '2026-04-02'], ['2', '300', '2026-04-05'])}
    credit   C-1  Acme  -120  2026-04-20  applies=I-2
    receipt  R-1  Acme  680   2026-04-30`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Apr +120 = D16° +120
    IC  Apr +0 = none
    reason  BI  D16  Definition  Expected  stated
    link  D-1 > I-1  500  stated
    link  D-2 > I-2  300  stated
    link  I-2 > C-1  120  stated
    link  I-1 > R-1  500  inferred
    link  I-2 > R-1  180  inferred`,
  );
});

test('11 · two sets of invoices add up to one payment: refused, both listed, one exception', () => {
  const result = run(
    `${invoiced(['1', '101', '2026-02-01'], ['2', '202', '2026-03-01'], ['3', '150', '2026-03-15'], ['4', '153', '2026-03-16'])}
    receipt  R-1  Acme  303  2026-04-01`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Feb +0 = none
    BI  Mar +0 = none
    BI  Apr +0 = none
    IC  Feb +101 = Q37° +101
    IC  Mar +505 = Q37° +505
    IC  Apr -303 = Q37° -303
    reason  IC  Q37  Data quality  Act  inferred
    link  D-1 > I-1  101  stated
    link  D-2 > I-2  202  stated
    link  D-3 > I-3  150  stated
    link  D-4 > I-4  153  stated
    settle  IC.match.receipt.R-1  Q37  303  Open`,
  );
  expect(result.exceptions[0]?.evidence).toMatch(/I-1 \+ I-2 or I-3 \+ I-4/);
});

/** 54 amounts without a pattern, the same in every run. */
const amounts = Array.from({ length: 54 }, (_, at) => 100_000 + (((at * 7_919 + 104_729) * 15_485_863) % 899_981));
const openInvoices = amounts
  .map((cents, at) => {
    const [number, amount] = [at + 1, (cents / 100).toFixed(2)];
    const day = `2026-0${at < 27 ? 1 : 2}-${String(1 + (at % 27)).padStart(2, '0')}`;
    return `
    deal     D-${number}  Acme / Alice  ${amount}  ${day}
    invoice  I-${number}  Acme          ${amount}  ${day}  deal=D-${number}  due=2026-04-30`;
  })
  .join('');

test('12 · 54 open invoices for one payment: the search is bounded and says if it stopped', () => {
  const paid = amounts.filter((_, at) => at % 2 === 0).reduce((sum, cents) => sum + cents, 0);
  const receipt = `receipt  R-1  Acme  ${(paid / 100).toFixed(2)}  2026-03-20`;
  const result = within(2_000, () => run(`${openInvoices}\n${receipt}`, '2026-03-31'));
  expect(result.links.filter(({ kind }) => kind === 'invoice-receipt')).toEqual([]);
  expect(result.openSearches.map(({ anchor, outcome }) => [anchor, outcome])).toEqual([['receipt.R-1', 'stopped']]);
  expect(result.exceptions.map(({ key, code, amount }) => [key, code, amount])).toEqual([['IC.match.receipt.R-1', 'Q37', -paid]]);
  expect(result.exceptions[0]?.evidence).toContain('was searched to the limit without an answer');
  const open = result.items.filter(({ gap, code }) => gap === 'IC' && code === 'T6');
  expect([open.length, open.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([54, amounts.reduce((sum, a) => sum + a, 0)]);
});

test('14 · one payment of two invoices that it names: the older is paid, the other keeps its remainder', () => {
  const result = run(
    `${invoiced(['1', '500', '2026-04-02', 'due=2026-06-02'], ['2', '400', '2026-04-05', 'due=2026-06-05'])}
    receipt  R-1  Acme  700  2026-05-04  invoice=I-1, I-2`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +900 = T19 +700, T6° +200
    IC  May -700 = T19 -700
    reason  IC  T19  Timing  Expected  stated
    reason  IC  T6   Timing  Expected  stated
    link  D-1 > I-1  500  stated
    link  D-2 > I-2  400  stated
    link  I-1 > R-1  500  stated
    link  I-2 > R-1  200  stated`,
  );
});

test('15 · 1,000 paid on 850: 150 stays open on the customer', () => {
  const result = run(
    `${invoiced(['1', '850', '2026-04-10'])}
    receipt  R-1  Acme  1,000  2026-05-10  invoice=I-1`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +850 = T19 +850
    IC  May -1,000 = T19 -850, Q20° -150
    reason  IC  T19  Timing        Expected  stated
    reason  IC  Q20  Data quality  Act       stated
    link  D-1 > I-1  850  stated
    link  I-1 > R-1  850  stated
    settle  IC.receipt.receipt.R-1  Q20  -150  Open`,
  );
});

test('16 · one cent too little and one too much are recorded as rounding', () => {
  const result = run(
    `${invoiced(['1', '850.00', '2026-04-10'], ['2', '640.00', '2026-05-02'])}
    receipt  R-1  Acme  849.99  2026-04-28  invoice=I-1
    receipt  R-2  Acme  640.01  2026-05-28  invoice=I-2`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +0.01 = Q34° +0.01
    IC  May -0.01 = Q34° -0.01
    reason  IC  Q34  Data quality  Expected  inferred
    link  D-1 > I-1  850     stated
    link  D-2 > I-2  640     stated
    link  I-1 > R-1  849.99  stated
    link  I-2 > R-2  640     stated`,
  );
});

test('63 · an invoice with tax, paid in full in a later month: the tax apart, the gross in both months, nothing open', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-04-10
    invoice  I-1  Acme          1,000  2026-04-10  deal=D-1  tax=200
    receipt  R-1  Acme          1,200  2026-05-10  invoice=I-1`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  May +0 = none
    IC  Apr +1,000 = D4° -200, T19 +1,200
    IC  May -1,200 = T19 -1,200
    reason  IC  D4   Definition  Expected  stated
    reason  IC  T19  Timing      Expected  stated
    link  D-1 > I-1  1,000  stated
    link  I-1 > R-1  1,200  stated`,
  );
});

test('73 · two receipts of one cent over two parts of one cent: each part is paid once', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  0.01  2026-04-01
    deal     D-2  Acme / Bob    0.01  2026-04-01
    invoice  I-1  Acme          0.02  2026-04-10  deal=D-1, D-2
    receipt  R-1  Acme          0.01  2026-05-10  invoice=I-1
    receipt  R-2  Acme          0.01  2026-05-11  invoice=I-1`,
    '2026-05-31',
  );
  expectOutcome(
    result,
    `
    BI  Apr +0 = none
    BI  Apr/Bob +0 = none
    BI  May +0 = none
    BI  May/Bob +0 = none
    IC  Apr +0.01 = T19 +0.01
    IC  Apr/Bob +0.01 = T19 +0.01
    IC  May -0.01 = T19 -0.01
    IC  May/Bob -0.01 = T19 -0.01
    reason  IC  T19  Timing  Expected  stated
    link  D-1 > I-1  0.01  stated
    link  D-2 > I-1  0.01  stated
    link  I-1 > R-1  0.01  stated
    link  I-1 > R-2  0.01  stated
    note  Q15  I-1, D-1, D-2`,
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
