import { parseIsoDay } from '../../src/domain/day';
import type { Day } from '../../src/domain/day';
import type { Gap } from '../../src/domain/measure';
import type { VarianceItem } from '../../src/domain/reconciliation';
import { explain } from '../../src/variance/explain';
import type { VarianceOptions } from '../../src/variance/input';
import { book } from './support/book';
import { inOrder, show } from './support/show';

interface Case {
  readonly name: string;
  readonly gap: Gap;
  readonly book: string;
  readonly lines: readonly string[];
  readonly options?: Partial<VarianceOptions>;
  readonly asOf?: string;
}

const CASES: readonly Case[] = [
  {
    name: 'deal and invoice in one month',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,000  2026-03-20
      D-1 ~ I-1  1,000`,
    lines: ['Mar +0 = none'],
  },
  {
    name: 'deal invoiced in the next month',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,000  2026-03-20
      invoice  I-1  Acme          1,000  2026-04-05
      D-1 ~ I-1  1,000`,
    lines: ['Mar +1,000 = T2 +1,000', 'Apr -1,000 = T2 -1,000'],
  },
  {
    name: 'instalments of 400, two issued',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,200  2026-03-01
      invoice  I-1  Acme          400    2026-03-10
      invoice  I-2  Acme          400    2026-05-10
      D-1 ~ I-1  400
      D-1 ~ I-2  400`,
    lines: ['Mar +800 = T3 +400, T3° +400', 'May -400 = T3 -400'],
  },
  {
    name: 'credit, the deal unchanged',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,000  2026-03-20
      credit   C-1  Acme          200    2026-05-03
      D-1 ~ I-1  1,000
      I-1 ~ C-1  200`,
    lines: ['Mar +0 = none', 'May +200 = D16° +200'],
  },
  {
    name: 'credit, the deal corrected',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  800    2026-03-05
      invoice  I-1  Acme          1,000  2026-03-20
      credit   C-1  Acme          200    2026-05-03
      D-1 ~ I-1  800
      I-1 ~ C-1  200`,
    lines: ['Mar -200 = T14 -200', 'May +200 = T14 +200'],
  },
  {
    name: 'credit and rebill in one month',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,000  2026-03-20
      credit   C-1  Acme          1,000  2026-05-03
      invoice  I-2  Acme          1,000  2026-05-03
      D-1 ~ I-1  1,000
      I-1 ~ C-1  1,000
      D-1 ~ I-2  1,000`,
    lines: ['Mar +0 = none', 'May +0 = none'],
  },
  {
    name: 'credit of 1,000, rebilled at 900 later',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,000  2026-03-20
      credit   C-1  Acme          1,000  2026-04-10
      invoice  I-2  Acme          900    2026-06-03
      D-1 ~ I-1  1,000
      I-1 ~ C-1  1,000
      D-1 ~ I-2  900`,
    lines: ['Mar +0 = none', 'Apr +1,000 = Q12 +900, D16° +100', 'Jun -900 = Q12 -900'],
  },
  {
    name: 'invoiced above the deal',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          600    2026-03-20
      invoice  I-2  Acme          600    2026-04-03
      D-1 ~ I-1  600
      D-1 ~ I-2  400`,
    lines: ['Mar +400 = T2 +400', 'Apr -600 = T2 -400, Q11° -200'],
  },
  {
    name: 'invoice without a deal',
    gap: 'BI',
    book: `
      invoice  I-1  Acme          700    2026-04-03`,
    lines: ['Apr -700 = Q2° -700'],
  },
  {
    name: 'one invoice of two deals of two owners',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  600    2026-03-15
      deal     D-2  Acme / Bob    400    2026-03-15
      invoice  I-1  Acme          900    2026-04-03
      D-1 ~ I-1  540
      D-2 ~ I-1  360`,
    lines: ['Mar +600 = T2 +540, Q38° +60', 'Mar/Bob +400 = T2 +360, Q38° +40', 'Apr -540 = T2 -540', 'Apr/Bob -360 = T2 -360'],
  },
  {
    name: 'deal in dollars, invoice in another currency: price and FX apart',
    gap: 'BI',
    book: `
      rate  USD  0.80  2026-01-01
      rate  CHF  0.85  2026-01-01
      rate  CHF  0.86  2026-04-01
      deal     D-1  Acme / Alice  10,000 USD  2026-03-15
      invoice  I-1  Acme          9,000 CHF   2026-04-03
      D-1 ~ I-1  9,000`,
    lines: ['Mar +8,000 = T2 +7,650, Q38° +350', 'Apr -7,740 = D14° -90, T2 -7,650'],
  },
  {
    name: 'one currency, two rates, one month',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,000 USD  2026-03-05  rate=0.85
      invoice  I-1  Acme          1,000 USD  2026-03-20  rate=0.86
      D-1 ~ I-1  1,000`,
    lines: ['Mar -10 = D14° -10'],
  },
  {
    name: 'tax in the deal',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  1,200  2026-03-15
      invoice  I-1  Acme          1,000  2026-04-03  tax=200
      D-1 ~ I-1  1,000`,
    lines: ['Mar +1,200 = D4° +200, T2 +1,000', 'Apr -1,000 = T2 -1,000'],
  },
  {
    name: 'each record’s own owner',
    gap: 'BI',
    options: { ownerRule: 'own' },
    book: `
      deal     D-1  Acme / Alice  1,000  2026-03-15
      invoice  I-1  Acme / Bob    1,000  2026-04-03
      D-1 ~ I-1  1,000`,
    lines: ['Mar +1,000 = T2 +1,000', 'Apr +0 = T2 -1,000, D11 +1,000', 'Apr/Bob -1,000 = D11 -1,000'],
  },
  {
    name: 'each record’s own owner, month and owner differing at once: the month goes first, the owner in the later month',
    gap: 'BI',
    options: { ownerRule: 'own' },
    book: `
      invoice  I-1  Acme / Bob    1,000  2026-04-03
      deal     D-1  Acme / Alice  1,000  2026-03-15
      D-1 ~ I-1  1,000`,
    lines: ['Mar +1,000 = T2 +1,000', 'Apr +0 = T2 -1,000, D11 +1,000', 'Apr/Bob -1,000 = D11 -1,000'],
  },
  {
    name: 'the child’s deal billed to the parent',
    gap: 'BI',
    book: `
      group    AcmeUK  Acme
      deal     D-1  AcmeUK / Alice  1,000  2026-03-15
      invoice  I-1  Acme            1,000  2026-04-03
      D-1 ~ I-1  1,000`,
    lines: ['Mar/AcmeUK +1,000 = T2 +1,000', 'Apr -1,000 = D12 -1,000', 'Apr/AcmeUK +0 = T2 -1,000, D12 +1,000'],
  },
  {
    name: 'downsell answered by a credit',
    gap: 'BI',
    book: `
      deal     D-1  Acme / Alice  -200   2026-05-20
      credit   C-1  Acme          200    2026-06-03
      D-1 ~ C-1  -200`,
    lines: ['May -200 = T2 -200', 'Jun +200 = T2 +200'],
  },
  {
    name: 'deferred over twelve months, six of them over',
    gap: 'IR',
    asOf: '2026-06-30',
    book: `
      invoice  I-1  Acme  1,200  2026-01-01
      revenue  S-1  Acme  100    2026-01
      revenue  S-2  Acme  100    2026-02
      revenue  S-3  Acme  100    2026-03
      revenue  S-4  Acme  100    2026-04
      revenue  S-5  Acme  100    2026-05
      revenue  S-6  Acme  100    2026-06
      planned  S-7  Acme  600    2026-12  ref=I-1
      I-1 ~ S-1  100
      I-1 ~ S-2  100
      I-1 ~ S-3  100
      I-1 ~ S-4  100
      I-1 ~ S-5  100
      I-1 ~ S-6  100`,
    lines: ['Jan +1,100 = T5 +500, T5° +600', ...['Feb', 'Mar', 'Apr', 'May', 'Jun'].map((month) => `${month} -100 = T5 -100`)],
  },
  {
    name: 'arrears',
    gap: 'IR',
    book: `
      revenue  S-1  Acme  100  2026-01
      revenue  S-2  Acme  100  2026-02
      revenue  S-3  Acme  100  2026-03
      invoice  I-1  Acme  300  2026-03-31
      I-1 ~ S-1  100
      I-1 ~ S-2  100
      I-1 ~ S-3  100`,
    lines: ['Jan -100 = T4 -100', 'Feb -100 = T4 -100', 'Mar +200 = T4 +200'],
  },
  {
    name: 'recognised, nothing invoiced',
    gap: 'IR',
    book: `
      deal     D-1  Acme / Alice  200  2026-01-05
      revenue  S-1  Acme  100  2026-01
      revenue  S-2  Acme  100  2026-02
      D-1 ~ S-1  100
      D-1 ~ S-2  100`,
    lines: ['Jan -100 = T4° -100', 'Feb -100 = T4° -100'],
  },
  {
    name: 'catch-up',
    gap: 'IR',
    book: `
      invoice  I-1  Acme  400  2026-01-01
      revenue  S-1  Acme  100  2026-01
      revenue  S-2  Acme  100  2026-02
      revenue  S-4  Acme  200  2026-04
      I-1 ~ S-1  100
      I-1 ~ S-2  100
      I-1 ~ S-4  200`,
    lines: ['Jan +300 = T5 +300', 'Feb -100 = T5 -100', 'Apr -200 = T5 -200'],
  },
  {
    name: 'a credit stops the schedule',
    gap: 'IR',
    book: `
      invoice  I-1  Acme  1,200  2026-01-01
      revenue  S-1  Acme  100    2026-01
      revenue  S-2  Acme  100    2026-02
      revenue  S-3  Acme  100    2026-03
      revenue  S-4  Acme  100    2026-04
      revenue  S-5  Acme  100    2026-05
      revenue  S-6  Acme  100    2026-06
      credit   C-1  Acme  600    2026-07-05
      I-1 ~ S-1  100
      I-1 ~ S-2  100
      I-1 ~ S-3  100
      I-1 ~ S-4  100
      I-1 ~ S-5  100
      I-1 ~ S-6  100
      I-1 ~ C-1  600`,
    lines: [
      'Jan +1,100 = T5 +500, T14 +600',
      ...['Feb', 'Mar', 'Apr', 'May', 'Jun'].map((month) => `${month} -100 = T5 -100`),
      'Jul -600 = T14 -600',
    ],
  },
  {
    name: 'credit after recognition, contra revenue a month later',
    gap: 'IR',
    book: `
      invoice  I-1  Acme  1,200  2026-01-01
      revenue  S-1  Acme  1,200  2026-01
      credit   C-1  Acme  600    2026-07-05
      revenue  S-2  Acme  -600   2026-08
      I-1 ~ S-1  1,200
      I-1 ~ C-1  600
      I-1 ~ S-2  -600`,
    lines: ['Jan +0 = none', 'Jul -600 = T13 -600', 'Aug +600 = T13 +600'],
  },
  {
    name: 'credit after recognition, not in revenue',
    gap: 'IR',
    book: `
      invoice  I-1  Acme  1,200  2026-01-01
      revenue  S-1  Acme  1,200  2026-01
      credit   C-1  Acme  600    2026-07-05
      I-1 ~ S-1  1,200
      I-1 ~ C-1  600`,
    lines: ['Jan +0 = none', 'Jul -600 = Q36° -600'],
  },
  {
    name: 'part-paid, not yet due',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  1,000  2026-04-10  due=2026-06-10
      receipt  R-1  Acme  400    2026-05-10
      I-1 ~ R-1  400`,
    lines: ['Apr +1,000 = T19 +400, T6° +600', 'May -400 = T19 -400'],
  },
  {
    name: 'invoice with tax, paid in full',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  1,000  2026-04-10  tax=200
      receipt  R-1  Acme  1,200  2026-05-10
      I-1 ~ R-1  1,200`,
    lines: ['Apr +1,000 = D4° -200, T19 +1,200', 'May -1,200 = T19 -1,200'],
  },
  {
    name: 'overpaid',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  850    2026-04-10
      receipt  R-1  Acme  1,000  2026-05-10
      I-1 ~ R-1  850`,
    lines: ['Apr +850 = T19 +850', 'May -1,000 = T19 -850, Q20° -150'],
  },
  {
    name: 'deposit',
    gap: 'IC',
    book: `
      receipt  R-1  Acme  300    2026-02-10  deposit
      invoice  I-1  Acme  1,000  2026-04-10
      I-1 ~ R-1  300`,
    lines: ['Feb -300 = T8 -300', 'Apr +1,000 = T8 +300, T6° +700'],
  },
  {
    name: 'unapplied',
    gap: 'IC',
    book: `
      receipt  R-1  Acme  500  2026-05-10`,
    lines: ['May -500 = Q21° -500'],
  },
  {
    name: 'credit and refund in one month',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  1,000  2026-04-10
      receipt  R-1  Acme  1,000  2026-05-10
      credit   C-1  Acme  200    2026-07-05
      refund   R-2  Acme  200    2026-07-15
      I-1 ~ R-1  1,000
      I-1 ~ C-1  200
      R-1 ~ R-2  200`,
    lines: ['Apr +1,000 = T19 +1,000', 'May -1,000 = T19 -1,000', 'Jul +0 = none'],
  },
  {
    name: 'credit refunded a month later',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  1,000  2026-04-10
      receipt  R-1  Acme  1,000  2026-05-10
      credit   C-1  Acme  200    2026-07-05
      refund   R-2  Acme  200    2026-08-15
      I-1 ~ R-1  1,000
      I-1 ~ C-1  200
      R-1 ~ R-2  200`,
    lines: ['Apr +1,000 = T19 +1,000', 'May -1,000 = T19 -1,000', 'Jul -200 = T21 -200', 'Aug +200 = T21 +200'],
  },
  {
    name: 'credit not refunded',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  1,000  2026-04-10
      receipt  R-1  Acme  1,000  2026-05-10
      credit   C-1  Acme  200    2026-07-05
      I-1 ~ R-1  1,000
      I-1 ~ C-1  200`,
    lines: ['Apr +1,000 = T19 +1,000', 'May -1,000 = T19 -1,000', 'Jul -200 = T21° -200'],
  },
  {
    name: 'withholding',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  100.00  2026-04-10  tax=7.50
      receipt  R-1  Acme  94.00   2026-05-10  withheld=13.50
      I-1 ~ R-1  107.50`,
    lines: ['Apr +100 = D4° -7.5, T19 +107.5', 'May -94 = Q18° +13.5, T19 -107.5'],
  },
  {
    name: 'fee',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  1,000  2026-04-10
      receipt  R-1  Acme  995    2026-05-10  fee=5
      I-1 ~ R-1  1,000`,
    lines: ['Apr +1,000 = T19 +1,000', 'May -995 = Q19° +5, T19 -1,000'],
  },
  {
    name: 'paid at another rate',
    gap: 'IC',
    book: `
      rate  USD  0.86  2026-04-01
      rate  USD  0.87  2026-05-01
      invoice  I-1  Acme  1,000 USD  2026-04-10
      receipt  R-1  Acme  1,000 USD  2026-05-10
      I-1 ~ R-1  1,000`,
    lines: ['Apr +860 = T19 +860', 'May -870 = T9° -10, T19 -860'],
  },
  {
    name: 'credited and paid',
    gap: 'IC',
    book: `
      invoice  I-1  Acme  1,000  2026-04-10
      credit   C-1  Acme  200    2026-05-05
      receipt  R-1  Acme  800    2026-06-10
      I-1 ~ C-1  200
      I-1 ~ R-1  800`,
    lines: ['Apr +1,000 = T14 +200, T19 +800', 'May -200 = T14 -200', 'Jun -800 = T19 -800'],
  },
  {
    name: 'invoice of two owners, part-paid',
    gap: 'IC',
    book: `
      deal     D-1  Acme / Alice  540  2026-04-01
      deal     D-2  Acme / Bob    360  2026-04-01
      invoice  I-1  Acme  900  2026-04-10  tax=180 due=2026-06-10
      receipt  R-1  Acme  500  2026-05-10
      D-1 ~ I-1  540
      D-2 ~ I-1  360
      I-1 ~ R-1  500`,
    lines: [
      'Apr +540 = D4° -108, T19 +300, T6° +348',
      'Apr/Bob +360 = D4° -72, T19 +200, T6° +232',
      'May -300 = T19 -300',
      'May/Bob -200 = T19 -200',
    ],
  },
];

test.each(CASES)('$gap $name', ({ gap, book: text, lines, options, asOf }) => {
  const provided = { booked: true, invoiced: true, recognised: gap === 'IR', cash: gap === 'IC' };
  const day = asOf === undefined ? undefined : (parseIsoDay(asOf) as Day);
  const result = explain(book(text, { provided, ...(options && { options }), ...(day === undefined ? {} : { asOf: day }) }));
  expect(show(result, gap)).toEqual(lines.map(inOrder));
  expect(result.identities.filter(({ holds }) => !holds)).toEqual([]);
  const items = result.items.filter((item) => item.gap === gap);
  const left = (form: string, by: (item: VarianceItem) => string): unknown[] =>
    [
      ...sumsOf(
        items.filter((item) => item.form === form),
        by,
      ),
    ].filter(([, sum]) => sum !== 0);
  expect(left('pair', ({ pair }) => pair?.name ?? '')).toEqual([]);
  expect(left('pair', ({ customer, owner }) => `${customer} ${owner}`)).toEqual([]);
  expect(left('move', ({ month }) => `${month}`)).toEqual([]);
});

function sumsOf(items: readonly VarianceItem[], by: (item: VarianceItem) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(by(item), (sums.get(by(item)) ?? 0) + item.amount);
  return sums;
}
