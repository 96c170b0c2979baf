import { parseIsoDay } from '../../src/domain/day';
import type { Day } from '../../src/domain/day';
import type { Gap } from '../../src/domain/measure';
import { explain } from '../../src/variance/explain';
import type { VarianceInput, VarianceOptions } from '../../src/variance/input';
import { book } from './support/book';
import { inOrder, show } from './support/show';

interface Setting {
  readonly asOf?: string;
  readonly options?: Partial<VarianceOptions>;
  readonly change?: (input: VarianceInput) => Partial<VarianceInput>;
}

function explained(gap: Gap, text: string, { asOf, options, change }: Setting = {}) {
  const provided = { booked: true, invoiced: true, recognised: gap === 'IR', cash: gap === 'IC' };
  const read = book(text, {
    provided,
    ...(options && { options }),
    ...(asOf === undefined ? {} : { asOf: parseIsoDay(asOf) as Day }),
  });
  return explain({ ...read, ...change?.(read) });
}

function expectLines(gap: Gap, text: string, lines: readonly string[], setting: Setting = {}): void {
  expect(show(explained(gap, text, setting), gap)).toEqual(lines.map(inOrder));
}

describe('a deal not invoiced', () => {
  const deal = 'deal  D-1  Acme / Alice  1,000  2026-03-20';

  test('is not yet due within the normal lag', () => {
    expectLines('BI', deal, ['Mar +1,000 = T1° +1,000'], { asOf: '2026-04-18' });
  });

  test('was never invoiced from the last day of the lag on, and becomes an exception', () => {
    const result = explained('BI', deal, { asOf: '2026-04-19' });
    expect(show(result, 'BI')).toEqual(['Mar +1,000 = Q1° +1,000']);
    expect(result.candidates.map(({ key, family, amount, day }) => [key, family, amount, day])).toEqual([
      ['BI.unbilled.deal..D-1', 'unbilled', 100_000, parseIsoDay('2026-04-19')],
    ]);
  });

  test('waits for a contract that starts later', () => {
    expectLines('BI', `${deal}  start=2026-07-01`, ['Mar +1,000 = T11° +1,000'], { asOf: '2026-06-01' });
    expectLines('BI', `${deal}  start=2026-04-10`, ['Mar +1,000 = T1° +1,000'], { asOf: '2026-04-01' });
  });

  test('repeats another deal that has invoices, even inside the lag', () => {
    expectLines(
      'BI',
      `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      deal     D-2  Acme / Alice  1,000  2026-03-19
      invoice  I-1  Acme          1,000  2026-03-20
      D-1 ~ I-1  1,000`,
      ['Mar +1,000 = Q5° +1,000'],
    );
  });

  test('is a habit where three are alike', () => {
    expectLines(
      'BI',
      `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      deal     D-2  Acme / Alice  1,000  2026-03-12
      deal     D-3  Acme / Alice  1,000  2026-03-19
      invoice  I-1  Acme          1,000  2026-03-20
      D-1 ~ I-1  1,000`,
      ['Mar +2,000 = T1° +2,000'],
    );
  });

  test('billed by plan: contract years begun are T3, later ones D1, a missed bill is not excused', () => {
    const threeYears = `
      deal     D-1  Acme / Alice  3,600  2026-01-10  term=36 billing=12 start=2026-02-01
      invoice  I-1  Acme          1,200  2026-02-01
      D-1 ~ I-1  1,200`;
    expectLines('BI', threeYears, ['Jan +3,600 = T3 +1,200, D1° +2,400', 'Feb -1,200 = T3 -1,200'], { asOf: '2026-12-31' });
    expectLines('BI', threeYears, ['Jan +3,600 = T3 +1,200, Q1° +1,200, D1° +1,200', 'Feb -1,200 = T3 -1,200'], {
      asOf: '2027-04-30',
    });
    const quarters = `
      deal     D-1  Acme / Alice  1,200  2026-01-10  term=12 billing=3 start=2026-01-10
      invoice  I-1  Acme          300    2026-01-15
      D-1 ~ I-1  300`;
    const result = explained('BI', quarters, { asOf: '2026-03-31' });
    expect(show(result, 'BI')).toEqual(['Jan +900 = T3° +900']);
    expect(result.items.map(({ amount, expectedMonth }) => [amount, (expectedMonth ?? 0) % 12])).toEqual([
      [30_000, 3],
      [30_000, 6],
      [30_000, 9],
    ]);
  });

  test('a first bill of one year of three shows the plan by itself', () => {
    const result = explained(
      'BI',
      `
      deal     D-1  Acme / Alice  3,600  2026-02-01  term=36
      invoice  I-1  Acme          1,200  2026-02-01
      D-1 ~ I-1  1,200`,
      { asOf: '2026-12-31' },
    );
    expect(show(result, 'BI')).toEqual(['Feb +2,400 = D1° +2,400']);
    expect(new Set(result.items.map(({ certainty }) => certainty))).toEqual(new Set(['inferred']));
  });
});

describe('a deal’s difference in value', () => {
  const billed = (more: string): string => `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          600    2026-03-20${more}
      D-1 ~ I-1  600`;

  test('one small bill by reference is a first bill: the rest is still to be invoiced', () => {
    expectLines('BI', billed(''), ['Mar +400 = Q1° +400'], { asOf: '2026-06-30' });
  });

  test('a final bill leaves a difference in value', () => {
    expectLines('BI', billed('  final'), ['Mar +400 = Q38° +400'], { asOf: '2026-06-30' });
  });

  test('tax, discount and margin from their own columns never wait for an invoice', () => {
    expectLines(
      'BI',
      `
      deal     D-1  Acme / Alice  1,000  2026-03-05  tax=100 discount=50 margin=30
      invoice  I-1  Acme          820    2026-03-20
      D-1 ~ I-1  820`,
      ['Mar +180 = D4° +100, D10° +50, D5° +30'],
    );
  });

  test('cents are rounding up to the limit of a document, small differences are accepted up to the tolerance', () => {
    const cents = (invoiced: string): string => `
      deal     D-1  Acme / Alice  1,000    2026-03-05
      invoice  I-1  Acme          ${invoiced}  2026-03-20
      D-1 ~ I-1  ${invoiced}`;
    expectLines('BI', cents('999.95'), ['Mar +0.05 = Q34° +0.05']);
    expectLines('BI', cents('999'), ['Mar +1 = Q34° +1']);
    expectLines('BI', cents('998.99'), ['Mar +1.01 = Q38° +1.01']);
    expectLines('BI', cents('1,000.05'), ['Mar -0.05 = Q34° -0.05']);
    expectLines('BI', cents('1,001'), ['Mar -1 = Q34° -1']);
    expectLines('BI', cents('1,001.01'), ['Mar -1.01 = Q11° -1.01']);
    expectLines('BI', cents('999.94'), ['Mar +0.06 = Q38° +0.06'], { options: { matchAmount: 5 } });
  });

  test('without the rate of the earlier day price and FX are one item', () => {
    const result = explained(
      'BI',
      `
      rate  USD  0.80  2026-01-01
      rate  CHF  0.86  2026-04-01
      deal     D-1  Acme / Alice  10,000 USD  2026-03-15
      invoice  I-1  Acme          9,000 CHF   2026-04-03
      D-1 ~ I-1  9,000`,
    );
    expect(show(result, 'BI')).toEqual(['Mar +8,000 = D13° +260, T2 +7,740', 'Apr -7,740 = T2 -7,740']);
    expect(result.items.find(({ code }) => code === 'D13')?.facts).toEqual({ currency: 'CHF', day: '2026-03-15' });
  });
});

describe('an invoice without its deal', () => {
  const anyDeal = `
      deal     D-1001  Birch / Alice  500  2026-01-10
      invoice  I-0     Birch          500  2026-01-12
      D-1001 ~ I-0  500`;
  const invoice = (more: string): string => `${anyDeal}
      invoice  I-1  Acme  700  2026-04-03${more}`;
  const april = (text: string, setting: Setting = {}): string | undefined =>
    show(explained('BI', text, setting), 'BI').find((line) => line.startsWith('Apr'));

  test('bills a deal that is not won', () => {
    expect(april(`lost  D-2000  Acme / Bob  700  2026-03-01\n${invoice('  ref=D-2000')}`)).toBe('Apr -700 = Q27° -700');
  });

  test('names a deal of a series that starts later in the sheet', () => {
    expect(april(invoice('  ref=D-0950'))).toBe('Apr -700 = T20° -700');
  });

  test('is for service that began before the deals do', () => {
    expect(april(invoice('  from=2025-12-01'))).toBe('Apr -700 = T20° -700');
  });

  test('names an unknown deal', () => {
    expect(april(invoice('  ref=D-1999'))).toBe('Apr -700 = Q4° -700');
  });

  test('names nothing, or something that is no deal’s number', () => {
    expect(april(invoice(''))).toBe('Apr -700 = Q2° -700');
    expect(april(invoice('  ref=PO-77'))).toBe('Apr -700 = Q2° -700');
  });

  test('names a deal that was left out for want of a rate: that deal is to be settled', () => {
    const left = book('deal  D-7  Acme / Bob  800 JPY  2026-03-01').deals;
    const result = explained('BI', invoice('  ref=D-7'), { change: () => ({ unconverted: left }) });
    expect(result.items.find(({ invoice: key }) => key === 'invoice..I-1')).toMatchObject({
      code: 'D13',
      exceptionKey: 'BI.read.deal..D-7',
    });
    const unknown = explained('BI', invoice('  ref=D-7'), { change: () => ({ noCurrency: left }) });
    expect(unknown.items.find(({ invoice: key }) => key === 'invoice..I-1')).toMatchObject({
      code: 'Q30',
      exceptionKey: 'BI.read.deal..D-7',
    });
  });

  test('was issued twice: the unpaid one without a deal is the second, in both gaps', () => {
    const twice = `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme  1,000  2026-03-20  ref=D-1
      invoice  I-2  Acme  1,000  2026-03-21  ref=D-1
      receipt  R-1  Acme  1,000  2026-03-28
      D-1 ~ I-1  1,000
      I-1 ~ R-1  1,000`;
    const result = explained('IC', twice);
    expect(result.items.map(({ gap, code, record, exceptionKey }) => [gap, code, record, exceptionKey])).toEqual([
      ['BI', 'Q6', 'invoice..I-2', 'BI.nodeal.invoice..I-2'],
      ['IC', 'Q6', 'invoice..I-2', 'IC.open.invoice..I-2'],
    ]);
  });

  test('monthly bills of one amount are no duplicates', () => {
    const monthly = `
      deal     D-1  Acme / Alice  3,000  2026-01-05
      invoice  I-1  Acme  1,000  2026-01-20  ref=D-1
      invoice  I-2  Acme  1,000  2026-02-20  ref=D-1
      invoice  I-3  Acme  1,000  2026-03-20  ref=D-1
      receipt  R-1  Acme  1,000  2026-02-18
      D-1 ~ I-1  1,000
      D-1 ~ I-2  1,000
      D-1 ~ I-3  1,000
      I-1 ~ R-1  1,000`;
    expect(explained('IC', monthly).items.map(({ code }) => code)).not.toContain('Q6');
  });
});

describe('months of booked less invoiced', () => {
  const pair = (close: string, invoiced: string): string => `
      deal     D-1  Acme / Alice  1,000  ${close}
      invoice  I-1  Acme          1,000  ${invoiced}
      D-1 ~ I-1  1,000`;

  test('within the lag, later than the lag, before the win', () => {
    expectLines('BI', pair('2026-03-20', '2026-04-19'), ['Mar +1,000 = T2 +1,000', 'Apr -1,000 = T2 -1,000']);
    expectLines('BI', pair('2026-03-20', '2026-04-20'), ['Mar +1,000 = T18 +1,000', 'Apr -1,000 = T18 -1,000']);
    expectLines('BI', pair('2026-04-02', '2026-03-30'), ['Mar -1,000 = T10 -1,000', 'Apr +1,000 = T10 +1,000']);
  });

  test('a suggested link is to be confirmed, one exception for both ends', () => {
    const result = explained('BI', `${pair('2026-03-20', '2026-04-05')}  inferred suggested`);
    expect(show(result, 'BI')).toEqual(['Mar +1,000 = Q39 +1,000', 'Apr -1,000 = Q39 -1,000']);
    expect(result.candidates.map(({ key, amount, items }) => [key, amount, items.length])).toEqual([
      ['BI.match.invoice..I-1', -100_000, 2],
    ]);
  });

  test('a suggested link on one line is still asked about, without an amount', () => {
    const result = explained('BI', `${pair('2026-03-02', '2026-03-05')}  inferred suggested`);
    expect(show(result, 'BI')).toEqual(['Mar +0 = none']);
    expect(result.candidates.map(({ key, amount, note }) => [key, amount, note?.code])).toEqual([
      ['BI.match.invoice..I-1', 0, 'Q39'],
    ]);
  });

  test('suggested links can be kept out of the numbers', () => {
    expectLines(
      'BI',
      `${pair('2026-03-20', '2026-04-05')}  inferred suggested`,
      ['Mar +1,000 = T1° +1,000', 'Apr/ -1,000 = Q2° -1,000'.replace('/', '')],
      {
        options: { suggestedInNumbers: false },
      },
    );
  });

  test('an ambiguous search leaves singles on both sides and one exception', () => {
    const result = explained(
      'BI',
      `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      deal     D-2  Acme / Alice  1,000  2026-03-07
      invoice  I-1  Acme          1,000  2026-04-03
      search   I-1  D-1 | D-2  ambiguous`,
    );
    expect(show(result, 'BI')).toEqual(['Mar +2,000 = Q37° +2,000', 'Apr -1,000 = Q37° -1,000']);
    expect(result.candidates.map(({ key, items }) => [key, items.length])).toEqual([['BI.match.invoice..I-1', 3]]);
  });

  test('an over-billing in April and its credit in May leave March as it was', () => {
    expectLines(
      'BI',
      `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,000  2026-03-20
      invoice  I-2  Acme          300    2026-04-03
      credit   C-1  Acme          300    2026-05-03
      D-1 ~ I-1  1,000
      D-1 ~ I-2  300
      I-2 ~ C-1  300`,
      ['Mar +0 = none', 'Apr -300 = T14 -300', 'May +300 = T14 +300'],
    );
  });

  test('an unlinked credit', () => {
    expectLines('BI', 'credit  C-1  Acme  200  2026-05-03', ['May +200 = Q13° +200']);
  });

  test('a credit without a change of the deal must be settled where credits reduce bookings', () => {
    const text = `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,000  2026-03-20
      credit   C-1  Acme          200    2026-05-03
      D-1 ~ I-1  1,000
      I-1 ~ C-1  200`;
    expect(explained('BI', text).candidates).toEqual([]);
    expect(explained('BI', text, { options: { creditsReduceBookings: true } }).candidates.map(({ key }) => key)).toEqual([
      'BI.credit.invoice..C-1',
    ]);
  });
});

describe('invoiced less recognised', () => {
  test('service past as-of is still deferred without a schedule of its own', () => {
    expectLines(
      'IR',
      `
      invoice  I-1  Acme  1,200  2026-01-01  from=2026-01-01 until=2026-12-31
      revenue  S-1  Acme  100    2026-01
      I-1 ~ S-1  100`,
      ['Jan +1,100 = T5° +1,100'],
    );
  });

  test('what the schedule does not plan is short', () => {
    expectLines(
      'IR',
      `
      invoice  I-1  Acme  1,200  2026-01-01
      revenue  S-1  Acme  100    2026-01
      planned  S-2  Acme  900    2026-12  ref=I-1
      I-1 ~ S-1  100`,
      ['Jan +1,100 = T5° +900, Q36° +200'],
    );
  });

  test('revenue above its invoice, and revenue of nothing', () => {
    expectLines(
      'IR',
      `
      invoice  I-1  Acme  1,000  2026-01-01
      revenue  S-1  Acme  1,200  2026-01
      revenue  S-9  Acme  50     2026-01
      I-1 ~ S-1  1,200`,
      ['Jan -250 = Q36° -200, Q35° -50'],
    );
  });

  test('a stated service month makes a late posting a catch-up', () => {
    expectLines(
      'IR',
      `
      invoice  I-1  Acme  200  2026-03-01
      revenue  S-1  Acme  200  2026-04  service=2026-03
      I-1 ~ S-1  200`,
      ['Mar +200 = T13 +200', 'Apr -200 = T13 -200'],
    );
  });

  test('revenue is taken at its invoice’s rate, so that no FX stays behind; before the invoice at its own', () => {
    const rates = `
      rate  USD  0.80  2026-01-01
      rate  USD  0.90  2026-02-01`;
    expectLines(
      'IR',
      `${rates}
      invoice  I-1  Acme  200 USD  2026-01-10
      revenue  S-1  Acme  100 USD  2026-01
      revenue  S-2  Acme  100 USD  2026-02
      I-1 ~ S-1  100
      I-1 ~ S-2  100`,
      ['Jan +80 = T5 +80', 'Feb -80 = T5 -80'],
    );
    expectLines(
      'IR',
      `${rates}
      revenue  S-1  Acme  100 USD  2026-01
      invoice  I-1  Acme  100 USD  2026-02-10
      I-1 ~ S-1  100`,
      ['Jan -80 = T4 -80', 'Feb +90 = D14° +10, T4 +80'],
    );
  });

  test('a deal’s own schedule meets the deal’s invoices', () => {
    expectLines(
      'IR',
      `
      deal     D-1  Acme / Alice  200  2026-01-01
      revenue  S-1  Acme  100  2026-01
      revenue  S-2  Acme  100  2026-02
      invoice  I-1  Acme  200  2026-02-05
      D-1 ~ I-1  200
      D-1 ~ S-1  100
      D-1 ~ S-2  100`,
      ['Jan -100 = T4 -100', 'Feb +100 = T4 +100'],
    );
  });

  test('revenue from before the invoices', () => {
    expectLines(
      'IR',
      `
      invoice  I-100  Birch  500  2026-02-01
      revenue  S-1    Acme   100  2026-02  ref=I-080
      revenue  S-0    Birch  500  2026-02
      I-100 ~ S-0  500`,
      ['Feb -100 = T20° -100', 'Feb/Birch +0 = none'],
    );
  });
});

describe('invoiced less cash', () => {
  const open = 'invoice  I-1  Acme  1,000  2026-04-10  due=2026-05-10';

  test('due on as-of is not yet due, the day after is overdue, an exception a month later', () => {
    expectLines('IC', open, ['Apr +1,000 = T6° +1,000'], { asOf: '2026-05-10' });
    const due = explained('IC', open, { asOf: '2026-06-09' });
    expect([show(due, 'IC'), due.candidates.filter(({ gap }) => gap === 'IC')]).toEqual([['Apr +1,000 = T7° +1,000'], []]);
    const late = explained('IC', open, { asOf: '2026-06-10' });
    expect(late.candidates.filter(({ gap }) => gap === 'IC').map(({ key, day }) => [key, day])).toEqual([
      ['IC.open.invoice..I-1', parseIsoDay('2026-05-10')],
    ]);
  });

  test('part-paid and overdue; without a due date the normal payment time stands in and says so', () => {
    const text = `
      invoice  I-1  Acme  1,000  2026-04-10
      receipt  R-1  Acme  400    2026-04-20
      I-1 ~ R-1  400`;
    const result = explained('IC', text, { asOf: '2026-05-15' });
    expect(result.items.find(({ gap }) => gap === 'IC')).toMatchObject({
      code: 'Q16',
      amount: 60_000,
      certainty: 'inferred',
      facts: { overdue: 5, missing: 'due date' },
    });
  });

  test('written off', () => {
    expectLines('IC', `${open} writtenOff`, ['Apr +1,000 = Q24° +1,000'], { asOf: '2026-12-31' });
  });

  test('a cent too little is rounding', () => {
    expectLines('IC', `${open}\nreceipt  R-1  Acme  999.99  2026-04-20\nI-1 ~ R-1  999.99`, ['Apr +0.01 = Q34° +0.01'], {
      asOf: '2026-12-31',
    });
  });

  test('cash before any invoice: a deposit by its mark or by the deal it names', () => {
    expectLines('IC', 'receipt  R-1  Acme  300  2026-02-10  deposit', ['Feb -300 = T8° -300']);
    expectLines(
      'IC',
      `
      deal     D-7  Acme / Alice  900  2026-02-01
      receipt  R-1  Acme          300  2026-02-10  ref=D-7`,
      ['Feb -300 = T8° -300'],
    );
  });

  test('a receipt too soon for the first invoice is from before the data', () => {
    const early = (day: string): string => `invoice  I-9  Birch  500  2026-02-01\nreceipt  R-1  Acme  300  ${day}`;
    expect(show(explained('IC', early('2026-03-03')), 'IC')).toContain('Mar -300 = T20° -300');
    expect(show(explained('IC', early('2026-03-04')), 'IC')).toContain('Mar -300 = Q21° -300');
  });

  test('unapplied cash becomes an exception with age, under a payer nobody knows if need be', () => {
    const text = 'receipt  R-1    300  2026-02-10';
    const unknown = text.replace('R-1    300', 'R-1  / Alice  300');
    const result = explained('IC', unknown, { asOf: '2026-03-13' });
    expect(result.lines.map(({ customer }) => customer)).toEqual(['(Unidentified payer)']);
    expect(result.candidates.map(({ key, code }) => [key, code])).toEqual([['IC.receipt.receipt..R-1', 'Q21']]);
    expect(explained('IC', unknown, { asOf: '2026-03-12' }).candidates).toEqual([]);
  });

  test('a refund of nothing, and a refund of an overpaid receipt', () => {
    const refund = 'receipt  R-1  Acme  150  2026-04-20\nrefund  R-2  Acme  150  2026-05-03\nR-1 ~ R-2  150';
    expect(explained('IC', refund).candidates.map(({ key, amount }) => [key, amount])).toEqual([
      ['IC.refund.receipt..R-2', 15_000],
    ]);
    expectLines('IC', 'refund  R-2  Acme  200  2026-05-03', ['May +200 = Q23° +200']);
    expectLines(
      'IC',
      `
      invoice  I-1  Acme  850    2026-04-10
      receipt  R-1  Acme  1,000  2026-04-20
      refund   R-2  Acme  150    2026-05-03
      I-1 ~ R-1  850
      R-1 ~ R-2  150`,
      ['Apr -150 = Q23 -150', 'May +150 = Q23 +150'],
    );
  });

  test('a credit used by a later invoice', () => {
    expectLines(
      'IC',
      `
      invoice  I-1  Acme  1,000  2026-04-10
      receipt  R-1  Acme  1,000  2026-04-20
      credit   C-1  Acme  200    2026-05-05
      invoice  I-2  Acme  500    2026-06-01
      receipt  R-2  Acme  300    2026-06-10
      I-1 ~ R-1  1,000
      I-1 ~ C-1  200
      I-2 ~ C-1  200
      I-2 ~ R-2  300`,
      ['Apr +0 = none', 'May -200 = T21 -200', 'Jun +200 = T21 +200'],
    );
  });

  test('equal rates leave no cent of FX, and a paid invoice no cent open', () => {
    expectLines(
      'IC',
      `
      rate  USD  0.8573  2026-01-01
      invoice  I-1  Acme  100.01 USD  2026-04-10
      receipt  R-1  Acme  33.34 USD   2026-04-20
      receipt  R-2  Acme  33.34 USD   2026-04-21
      receipt  R-3  Acme  33.33 USD   2026-04-22
      I-1 ~ R-1  33.34
      I-1 ~ R-2  33.34
      I-1 ~ R-3  33.33`,
      ['Apr +0.01 = Q34° +0.01'],
    );
  });

  test('two receipts of one cent over two parts of one cent pay each part once', () => {
    const result = explained(
      'IC',
      `
      deal     D-1  Acme / Alice  0.01  2026-04-01
      deal     D-2  Acme / Bob    0.01  2026-04-01
      invoice  I-1  Acme  0.02  2026-04-10
      receipt  R-1  Acme  0.01  2026-05-10
      receipt  R-2  Acme  0.01  2026-05-11
      D-1 ~ I-1  0.01
      D-2 ~ I-1  0.01
      I-1 ~ R-1  0.01
      I-1 ~ R-2  0.01`,
    );
    expect(show(result, 'IC')).toEqual([
      'Apr +0.01 = T19 +0.01',
      'Apr/Bob +0.01 = T19 +0.01',
      'May -0.01 = T19 -0.01',
      'May/Bob -0.01 = T19 -0.01',
    ]);
  });
});

describe('owners and customers', () => {
  test('a missing owner is noted and asked about', () => {
    const result = explained('BI', 'deal  D-1  Acme  1,000  2026-03-20', { asOf: '2026-03-31' });
    expect(result.lines.map(({ owner }) => owner)).toEqual(['Unassigned']);
    expect(result.candidates.map(({ key, code, amount, note }) => [key, code, amount, note?.atStake])).toEqual([
      ['BI.owner.deal..D-1', 'Q25', 0, 100_000],
    ]);
  });

  test('an invoice without a deal stands with its customer’s only owner', () => {
    const result = explained('BI', 'deal  D-1  Acme / Bob  1,000  2026-03-20\ninvoice  I-1  Acme  70  2026-04-01');
    expect(result.lines.map(({ owner }) => owner)).toEqual(['Bob', 'Bob']);
  });

  test('an invoice’s own owner gives way to the deal’s, and is noted', () => {
    const result = explained(
      'BI',
      'deal  D-1  Acme / Bob  70  2026-03-20\ninvoice  I-1  Acme / Cleo  70  2026-04-01\nD-1 ~ I-1  70',
    );
    expect(result.lines.map(({ owner }) => owner)).toEqual(['Bob', 'Bob']);
    expect(result.notes.map(({ code, facts }) => [code, facts])).toEqual([['D11', { owner: 'Cleo' }]]);
  });

  test('at parent level a group is one customer; another customer outside it is Q33', () => {
    const group = `
      group    AcmeUK  Acme
      deal     D-1  AcmeUK / Alice  1,000  2026-03-15
      invoice  I-1  Acme            1,000  2026-03-20
      D-1 ~ I-1  1,000`;
    expectLines('BI', group, ['Mar +0 = none'], { options: { customerLevel: 'parent' } });
    expectLines(
      'BI',
      `
      deal     D-1  Birch / Alice  1,000  2026-03-15
      invoice  I-1  Acme           1,000  2026-03-20
      D-1 ~ I-1  1,000`,
      ['Mar -1,000 = Q33 -1,000', 'Mar/Birch +1,000 = Q33 +1,000'],
    );
  });

  test('the whole chain stands with the deal’s owner, a deposit before the invoice too', () => {
    const result = explained(
      'IC',
      `
      deal     D-1  Acme / Bob  1,000  2026-01-10
      receipt  R-1  Acme  300    2026-02-10  deposit
      invoice  I-1  Acme  1,000  2026-04-10
      credit   C-1  Acme  100    2026-04-12
      refund   R-2  Acme  50     2026-04-20
      D-1 ~ I-1  1,000
      I-1 ~ R-1  300
      I-1 ~ C-1  100
      R-1 ~ R-2  50`,
    );
    expect(new Set(result.lines.map(({ owner }) => owner))).toEqual(new Set(['Bob']));
  });
});

test('a negative deal answers the oldest invoice that names it, whatever their order', () => {
  const shown = (reverse: boolean) =>
    show(
      explained(
        'BI',
        `
        deal     D-1  Acme / Alice  -300  2026-03-25
        invoice  I-1  Acme          300   2026-02-05  ref=D-1
        invoice  I-2  Acme          300   2026-03-05  ref=D-1`,
        { change: ({ invoices }) => ({ invoices: reverse ? [...invoices].reverse() : invoices }) },
      ),
      'BI',
    );
  const expected = ['Feb -300 = T10 -300', 'Mar -600 = Q31° -600, Q4° -300, T10 +300'];
  expect(shown(false)).toEqual(expected);
  expect(shown(true)).toEqual(expected);
});
