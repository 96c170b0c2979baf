import { isoDay, monthOf } from '../../src/domain/day';
import type { Deal } from '../../src/domain/record';
import type { Settled } from '../../src/settings/settle';
import { booked } from '../../src/variance/basis';
import { explain } from '../../src/variance/explain';
import { book } from './support/book';
import { show } from './support/show';

type Basis = Pick<Settled, 'wonDatedBy' | 'amountMeans' | 'bookedAs' | 'renewals'>;
const AS_IT_STANDS: Basis = { wonDatedBy: 'close', amountMeans: 'total', bookedAs: 'as the amount means', renewals: 'full' };

const dealOf = (row: string): Deal => {
  const [deal] = book(row).deals;
  if (deal === undefined) throw new Error('no deal');
  return deal;
};
const bookedAs = (row: string, basis: Partial<Basis>): string => {
  const { amount, day, closed } = booked(dealOf(row), { ...AS_IT_STANDS, ...basis });
  return `${amount / 100} on ${isoDay(day)}${closed === undefined ? '' : `, closed ${isoDay(closed)}`}`;
};

describe('won, dated by', () => {
  const deal = 'deal  D-1  Acme / Alice  1,000  2026-03-28  signed=2026-04-02 start=2026-05-01';

  test('close, signature or start', () => {
    expect(bookedAs(deal, {})).toBe('1000 on 2026-03-28');
    expect(bookedAs(deal, { wonDatedBy: 'signed' })).toBe('1000 on 2026-04-02, closed 2026-03-28');
    expect(bookedAs(deal, { wonDatedBy: 'start' })).toBe('1000 on 2026-05-01, closed 2026-03-28');
  });

  test('the close date stays where there is no signature', () => {
    expect(bookedAs('deal  D-1  Acme / Alice  1,000  2026-03-28  signed=-', { wonDatedBy: 'signed' })).toBe('1000 on 2026-03-28');
  });

  test('a deal that is booked by its signature says so where the invoice has the month of its close', () => {
    const input = book(`
      deal     D-1  Acme / Alice  1,000  2026-03-28  signed=2026-04-02
      invoice  I-1  Acme          1,000  2026-03-30
      D-1 ~ I-1  1,000`);
    const deals = input.deals.map((deal) => booked(deal, { ...AS_IT_STANDS, wonDatedBy: 'signed' }));
    const period = { from: input.period.from, to: monthOf(deals[0]?.day ?? input.asOf) };
    expect(show(explain({ ...input, deals, period }), 'BI')).toEqual(['Mar -1,000 = D15 -1,000', 'Apr +1,000 = D15 +1,000']);
  });
});

describe('what the amount means and is shown as', () => {
  const threeYears = 'deal  D-1  Acme / Alice  1,200  2026-03-28  term=36';

  test.each([
    ['annual', 'as the amount means', 1_200],
    ['annual', 'total', 3_600],
    ['annual', 'first year', 1_200],
    ['total', 'annual', 400],
    ['total', 'first year', 400],
    ['monthly', 'as the amount means', 43_200],
    ['monthly', 'annual', 14_400],
    ['first year', 'total', 3_600],
  ] as const)('%s shown %s', (amountMeans, shown, amount) => {
    expect(bookedAs(threeYears, { amountMeans, bookedAs: shown })).toBe(`${amount} on 2026-03-28`);
  });

  test('half a year is its own first year', () => {
    expect(bookedAs('deal  D-1  Acme / Alice  600  2026-03-28  term=6', { bookedAs: 'first year' })).toBe('600 on 2026-03-28');
    expect(bookedAs('deal  D-1  Acme / Alice  600  2026-03-28  term=6', { bookedAs: 'annual' })).toBe('1200 on 2026-03-28');
  });

  test('without a term nothing can be turned', () => {
    expect(bookedAs('deal  D-1  Acme / Alice  600  2026-03-28', { amountMeans: 'monthly' })).toBe('600 on 2026-03-28');
  });
});

describe('renewals', () => {
  const renewal = 'deal  D-2  Acme / Alice  1,200  2026-03-02  type=Renewal priorAmount=1000';

  test('count in full, or by their uplift only', () => {
    expect(bookedAs(renewal, {})).toBe('1200 on 2026-03-02');
    expect(bookedAs(renewal, { renewals: 'uplift only' })).toBe('200 on 2026-03-02');
  });

  test('a new deal counts in full', () => {
    expect(bookedAs(renewal.replace('Renewal', 'New'), { renewals: 'uplift only' })).toBe('1200 on 2026-03-02');
  });

  test.each([
    [1_000, '0 on 2026-03-02'],
    [999, '-1 on 2026-03-02'],
    [1, '-999 on 2026-03-02'],
    [0, '-1000 on 2026-03-02'],
  ])('a renewal at %i of 1,000 before counts by its change, whatever its sign', (amount, expected) => {
    expect(bookedAs(renewal.replace('1,200', String(amount)), { renewals: 'uplift only' })).toBe(expected);
  });

  test('an amount that is the change itself stays: a downsell below zero, an expansion of less than there was', () => {
    expect(bookedAs(renewal.replace('1,200', '-300'), { renewals: 'uplift only' })).toBe('-300 on 2026-03-02');
    expect(bookedAs(renewal.replace('1,200', '300').replace('Renewal', 'Expansion'), { renewals: 'uplift only' })).toBe(
      '300 on 2026-03-02',
    );
  });

  test('the uplift of a year is taken before the amount is turned into the whole term', () => {
    const years = 'deal  D-2  Acme / Alice  12,000  2026-03-02  type=Renewal priorAmount=10000 term=36';
    expect(bookedAs(years, { amountMeans: 'annual', bookedAs: 'total', renewals: 'uplift only' })).toBe('6000 on 2026-03-02');
    expect(bookedAs(years, { amountMeans: 'annual', bookedAs: 'total' })).toBe('36000 on 2026-03-02');
    expect(bookedAs(years, { amountMeans: 'annual', renewals: 'uplift only' })).toBe('2000 on 2026-03-02');
  });

  test('by uplift, the invoice in full is a definition and no fault', () => {
    const input = book(`
      ${renewal}
      invoice  I-2  Acme          1,200  2026-03-05
      D-2 ~ I-2  1,200`);
    const deals = input.deals.map((deal) => booked(deal, { ...AS_IT_STANDS, renewals: 'uplift only' }));
    expect(show(explain({ ...input, deals }), 'BI')).toEqual(['Mar -1,000 = D6° -1,000']);
    expect(show(explain(input), 'BI')).toEqual(['Mar +0 = none']);
  });
});
